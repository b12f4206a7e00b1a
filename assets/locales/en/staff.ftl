# Two pages for the staff themselves: what they said, what will be done.
staff-title = What you told us, what we will do
staff-thanks = Thank you for your answers. This is what you told us, in figures of the whole company; overleaf is what we will do.
staff-thanks-count = Thank you: { $n } of you answered. This is what you told us, in figures of the whole company; overleaf is what we will do.
staff-thanks-rate = Thank you: { $n } of you answered, { $rate } of everybody we asked. This is what you told us, in figures of the whole company; overleaf is what we will do.
staff-of-five = { $mean } of 5
staff-engagement-means = the mean of all answers; 1 is the lowest, 5 the highest
staff-enps = Would you recommend working here?
staff-enps-means = those who surely would, less those who rather would not: from −100 to +100
staff-strong = What you are most content with
staff-weak = What is hardest
staff-questions = What you miss most
staff-agree = { $share } agree
staff-content = { $share } content
staff-disagree = { $share } disagree
staff-quoted = “{ $text }”
staff-kept = How your anonymity was kept
staff-kept-company = This sheet holds figures of the whole company only. No branch, no shift and no person is in it.
staff-kept-groups = Groups with fewer than { $k } answers are shown nowhere: not on screen, not in a report for a manager or a director.
staff-kept-apart = Your answers were taken apart by theme and stored without name, code or time. Nobody can put your sheet together again.
staff-kept-proven = Before a report could be made, the program proved that no single answer follows from its figures, not even beside all earlier reports.
staff-foot = Figures of the whole company; groups with fewer than { $k } answers are shown nowhere

staff-back-title = What we will do
staff-back-lead = This follows from your answers and is for the whole company. The next survey will show whether it helped.
staff-what = What
staff-why = because of “{ $measure }”
staff-due = By
staff-state = Where it stands
staff-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
staff-none-yet = What we will do is still being decided. As soon as it is, it will hang here, with a day for each step.
staff-earlier = What came of what we did before
staff-worked = “{ $measure }”: clearly better since then
staff-no-change = “{ $measure }”: no change to be seen yet
staff-worse = “{ $measure }”: worse since then, to be looked at again
staff-unclear = “{ $measure }”: too early to tell
staff-next = When we ask you next
staff-next-day = From { $day }. Your answers will show whether we did what stands here.
staff-next-open = The day is not fixed yet. As soon as it is, we write it here:
staff-ask = Is something missing here, or different where you work? Say so to your manager or to HR. And in the next survey you can write it in your own words, without your name.
