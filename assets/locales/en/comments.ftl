# Comments: the screen, the sheet of the workbook, marks.
results-tab-comments = Comments

comment-place-region = { $region }: small branches
comment-place-company = Company: small branches
comment-why-pool = These branches answered together, so their comments stand together too
comment-why-together = Together: { $branches }. Apart they have fewer than { $least } answers, or a neighbour would be known by what is left
comment-count-few = fewer than 5 comments
comment-count = { $n } { $n ->
        [one] comment
       *[other] comments
    }
comment-hidden = ▇▇▇ [hidden by HR]
comment-hidden-word = hidden by HR
comment-hidden-count = { $passages ->
        [one] Hidden by HR: { $passages } passage
       *[other] Hidden by HR: { $passages } passages
    } in { $comments ->
        [one] { $comments } comment
       *[other] { $comments } comments
    }

comment-mark-phone = Looks like a phone number
comment-mark-email = Looks like an e-mail address or account
comment-mark-name = Looks like a person’s name
comment-mark-address = Looks like an address
comment-mark-shift = Names a shift: the rota tells who was there
comment-mark-date = Names a day: the rota tells who was there
comment-mark-time = Names a time: the rota tells who was there
comment-mark-branch = Names a branch
comment-mark-position = Names a position
comment-mark-click = { $reason }. Click to hide it

comments-note = Comments are linked neither to ratings nor to each other, and their order is random. Marked is what might tell who somebody is.
comments-note-exported = Comments have left in a report: more can be hidden, but what is hidden cannot be brought back.
comments-all-places = All places
comments-place = Place
comments-all-questions = All questions
comments-question = Question
comments-search = Search comments
comments-only-marked = Marked only
comments-found = { $n ->
        [one] { $n } comment found
       *[other] { $n } comments found
    }
comments-found-few = Fewer than 5 comments found
comments-found-none = Nothing found. Change the search or choose another place
comments-clear = Reset
comments-one = Comment: { $question }
comments-hide-selected = Hide selection
comments-hide-marked = { $n ->
        [one] Hide what is marked
       *[other] Hide what is marked: { $n }
    }
comments-hide-whole = Hide the whole comment
comments-restore = Bring back what is hidden
comments-restore-late = Comments have left in a report. Beside the earlier file, a passage brought back would stand out
comments-restore-click = Hidden by HR. Click to bring it back
comments-hidden-tip = Hidden by HR
comments-destroyed-tip = Hidden by HR and erased for good
comments-hidden-done = Passage hidden
comments-restored-done = Brought back
comments-hide-title = Hide it for good?
comments-hide-body = Comments of this wave have left in a report, so what you hide now cannot be brought back. It does not disappear from files that were exported.
comments-hide-deed = Hide
comments-destroy = Erase for good…
comments-destroy-title = Erase what is hidden for good?
comments-destroy-body = The words under “hidden by HR” in this comment will be erased from the workspace. Nobody can bring them back. Backups keep them until the backups are replaced.
comments-destroy-deed = Erase

comments-nobody = Nobody left a comment in this wave
comments-nobody-branch = The branch has no comments in this wave
comments-withheld = There are fewer than { $least } answers, so comments are shown nowhere: the words would tell who wrote them
comments-sealed = The answers of this wave are still sealed. Comments open together with them
comments-sealed-deed = To the collection
comments-not-collected = This wave has no comments: its answers came from a file, and the program imports no free text
comments-failed = The comments could not be read

sheet-comments = Comments
sheet-comments-about = What people wrote in their own words: by branch, in random order
comments-book-lead = Words of staff, nothing corrected. Comments stand with the branch where it has at least { $least } answers, else with the region or the company. They are linked neither to ratings nor to each other, and their order is random.
comments-book-place = Place
comments-book-question = Question
comments-book-comment = Comment
comments-cut-pool = Your branch answered together with its neighbours. Its comments are not shown apart: they stand in one list in the full report
comments-cut-together = The comments of your branch are not shown apart: there are fewer than { $least } answers, or a neighbour would be known by what is left. They stand in one list in the full report
