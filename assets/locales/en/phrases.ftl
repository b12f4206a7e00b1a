# Sentences about findings, the same on screens and in reports.
# In place of a value that is not shown: a few letters for a cell.
short-hidden-difference = hidden
short-hidden-merged = joint
short-hidden-proves-answer = hidden
short-hidden-changed = hidden
short-hidden-detail = low n
short-hidden-not-asked = not asked
short-hidden-no-answers = no data
short-hidden-undefined = n/a
alone-short = –
alone-itself = this is what the others are compared with
alone-nothing = there is nothing here to compare with
n-not-delivered = n not given

# Why a value is not shown.
hidden-too-few = fewer than { $k } answers: kept back so that nobody can be recognised
hidden-difference = enough answers, but subtracting it from the total would uncover another branch that is too small
hidden-merged = the groups of this branch are shown together: apart they have too few answers
hidden-proves-answer = together with other figures this would prove somebody’s answer
hidden-changed = only a few people joined or left since the last wave: the two waves together would show what they answered
hidden-detail = too few answers for this much detail
hidden-not-asked = the question was not asked in this wave or of this group
hidden-no-answers = nobody answered, or no figure was delivered
hidden-undefined = cannot be computed from such answers
hidden-plan = this group is not in the reporting plan that was fixed before the wave opened
hidden-proof = this figure could prove how one person answered

undefined-too-few = too little data: { $n }, at least { $need } needed
undefined-no-variance = all values are equal
undefined-perfect = the points lie on one line, and such a relation has no interval
undefined-lengths = series of unequal length
undefined-not-finite = the numbers are too large to compute with
undefined-out-of-range = a value is out of range
undefined-collinear = the measures repeat one another
undefined-unreliable = reliability too low
undefined-no-convergence = the computation did not settle

# Titles.
outcome-nps-channel = Customer NPS ({ $channel })
outcome-measure-channel = { $measure } ({ $channel })
outcome-quoted = “{ $title }”
interval-95 = 95% interval { $interval }
n-equals = n = { $n }

# Change between waves.
change-line = { $before } → { $after }: { $difference }
change-line-interval = { $before } → { $after }: { $difference } (95%: { $interval })
change-up = higher than before
change-down = lower than before
change-open = change not established
yardstick-wave = Wave before
yardstick-company = Whole company
yardstick-region = Rest of the region
yardstick-best = Best branch

# What may be said about a link between staff and customers.
verdict-figures = ρ = { $rho }, 95% interval { $interval }, n = { $n } { $n ->
        [one] branch
       *[other] branches
    }.
verdict-without-unnamed = Without one of the branches ρ = { $rho }: the conclusion does not hold.
verdict-holds = Corrected for { $m } { $m ->
        [one] test
       *[other] tests
    }, the relation holds ({ $p }).
verdict-uncorrected = Corrected for { $m } { $m ->
        [one] test
       *[other] tests
    }, it cannot be told from chance ({ $p }): a reason to look closer, not a conclusion.

verdict-none = The link with customers cannot be computed yet: no pair of staff answers and customer scores

comparison-word-settled = groups differ
comparison-word-open = difference not established

# Where to look first.
attention-divergence = staff more satisfied, { $outcome } lower
attention-divergence-possible = possibly: staff more satisfied, { $outcome } lower
attention-drop = “{ $dimension }” lower than before: { $change }
attention-low = “{ $dimension }” { $value }, company { $company }

# What may be said about a link. $dimension and $outcome are names; $group is all, contact or
# back_office; $measure is nps or other; decimals come as ready strings.
verdict-too-few = Too few branches for any conclusion
verdict-too-few-note =
    { $n ->
        [0] No branch has figures for both staff and customers
        [one] Only { $n } branch has figures for both staff and customers
       *[other] Only { $n } branches have figures for both staff and customers
    }. With fewer than five, no link is computed.
verdict-description = { $n } branches give a description, not yet a conclusion
verdict-description-note = ρ = { $rho }, 95% interval { $lo }…{ $hi }, n = { $n }. The true link may lie anywhere in this range. A conclusion needs at least 10 branches.
verdict-not-seen =
    { $group ->
        [contact] Contact staff’s answers on “{ $dimension }” show no clear relation with
        [back_office] The back office’s answers on “{ $dimension }” show no clear relation with
       *[all] Staff answers on “{ $dimension }” show no clear relation with
    } { $measure ->
        [nps] customer NPS
       *[other] “{ $outcome }”
    }
verdict-not-seen-note =
    ρ = { $rho }, 95% interval { $lo }…{ $hi } includes zero. { $n ->
        [one] With { $n } branch
       *[other] With { $n } branches
    } only a relation of |ρ| = { $x } or stronger would reliably be noticed. This does not prove that there is none.
verdict-one-branch =
    The link of “{ $dimension }” with { $measure ->
        [nps] customer NPS
       *[other] “{ $outcome }”
    } rests on one branch
verdict-one-branch-note =
    It is “{ $branch }”: with it ρ = { $rho } (95% interval { $lo }…{ $hi }, { $n ->
        [one] { $n } branch
       *[other] { $n } branches
    }), without it { $without }. First find out what is special there.
verdict-positive =
    { $group ->
        [contact] Branches where contact staff rate “{ $dimension }” higher also have
        [back_office] Branches where the back office rates “{ $dimension }” higher also have
       *[all] Branches where staff rate “{ $dimension }” higher also have
    } { $measure ->
        [nps] higher customer NPS
       *[other] higher “{ $outcome }”
    }
verdict-negative =
    { $group ->
        [contact] Branches where contact staff rate “{ $dimension }” higher have
        [back_office] Branches where the back office rates “{ $dimension }” higher have
       *[all] Branches where staff rate “{ $dimension }” higher have
    } { $measure ->
        [nps] lower customer NPS
       *[other] lower “{ $outcome }”
    }
verdict-positive-note =
    ρ = { $rho }, 95% interval { $lo }…{ $hi }, n = { $n ->
        [one] { $n } branch
       *[other] { $n } branches
    }. The common size is 0.15–0.40. These data do not show which causes which.
verdict-negative-note =
    ρ = { $rho }, 95% interval { $lo }…{ $hi }, n = { $n ->
        [one] { $n } branch
       *[other] { $n } branches
    }. The relation is usually positive, so check the data and the working conditions. These data do not show which causes which.
verdict-undefined =
    The link of “{ $dimension }” with { $measure ->
        [nps] customer NPS
       *[other] “{ $outcome }”
    } cannot be computed
verdict-undefined-note = The reason: { $reason }.
verdict-unusual =
    This is unusually strong for { $n ->
        [one] { $n } branch
       *[other] { $n } branches
    }. Check for shared data, one outlying branch or a third factor.
verdict-disagree = Pearson (r = { $r }) and Spearman (ρ = { $rho }) disagree. The relation may not be a straight line, or may rest on a few extreme branches.
verdict-short-too-few = too few branches
verdict-short-description = description only
verdict-short-not-seen = not seen
verdict-short-one-branch = rests on one
verdict-short-positive = related
verdict-short-negative = inversely related
verdict-short-undefined = not computed
verdict-short-before-correction = only before correction
verdict-groups-differ =
    “{ $dimension }” goes with { $measure ->
        [nps] customer NPS
       *[other] “{ $outcome }”
    } differently for contact staff and the back office
verdict-groups-same = No difference between contact staff and the back office is established
verdict-groups-note =
    ρ is { $contact } for contact staff and { $back } for the back office. Difference { $difference }, 95% interval { $lo }…{ $hi }, { $n ->
        [one] { $n } branch with both groups
       *[other] { $n } branches with both groups
    }.
verdict-groups-too-few =
    Contact staff and the back office cannot be compared: { $n ->
        [0] no branch shows both groups
        [one] only { $n } branch shows both groups
       *[other] only { $n } branches show both groups
    }
verdict-divergence =
    At “{ $branch }” staff became more satisfied while { $measure ->
        [nps] customer NPS
       *[other] “{ $outcome }”
    } fell
verdict-divergence-possible =
    At “{ $branch }” staff possibly became more satisfied while { $measure ->
        [nps] customer NPS
       *[other] “{ $outcome }”
    } fell
verdict-divergence-note =
    “{ $dimension }” { $staff_before } → { $staff_after }, { $measure ->
        [nps] customer NPS
       *[other] “{ $outcome }”
    } { $customer_before } → { $customer_after }. Both changes are larger than chance alone would bring.
verdict-divergence-possible-note =
    “{ $dimension }” { $staff_before } → { $staff_after }, { $measure ->
        [nps] customer NPS
       *[other] “{ $outcome }”
    } { $customer_before } → { $customer_after }. This may be chance; check it with the next wave.
verdict-divergence-none = No branch where staff became more satisfied and customers less
verdict-divergence-chance = Chance alone would bring { $x } such branches.

# What matters: which dimensions go with engagement and with NPS.
drivers-headline = “{ $driver }” goes most closely with “{ $outcome }”
drivers-detail = It accounts for { $share } of the differences between people (95% interval { $interval }), all dimensions together for { $all }; { $n } complete sheets. These data do not show which follows from which.
drivers-detail-plain = It accounts for { $share } of the differences between people, all dimensions together for { $all }; { $n } complete sheets. These data do not show which follows from which.
drivers-overlap = The intervals of “{ $first }” and “{ $second }” overlap: which of them comes first may be chance.
drivers-repeat = The dimensions repeat one another noticeably (VIF up to { $vif }): read their shares together.
drivers-none = These answers cannot tell what matters more for engagement
drivers-nps-headline = “{ $driver }” goes most closely with the NPS of branches
drivers-nps-detail = It accounts for { $share } of the differences between branches (95% interval { $interval }), all dimensions together for { $all }; { $n } branches. These data do not show which follows from which.
drivers-nps-detail-plain = It accounts for { $share } of the differences between branches, all dimensions together for { $all }; { $n } branches. These data do not show which follows from which.
drivers-nps-none = The relation with the NPS of branches cannot be divided among the dimensions
drivers-nps-single = One by one they can be compared: “{ $driver }” goes most closely with NPS, ρ = { $rho } (95% interval { $interval }).
drivers-because = The reason: { $reason }.
no-model-blocks = answers are kept in shuffled blocks, and one person’s dimensions cannot be joined
no-model-means = ready-made branch means were delivered, without the answers behind them
no-model-nothing = the questionnaire of this wave has no outcome dimension, or no other dimension beside it
no-model-customers = there is no customer NPS for the months of this wave
no-model-persons = fewer than { $need } complete sheets
no-model-branches = at least { $need } branches are needed, 10 for each dimension, and there are { $n }
driver-suppressor = suppressor
driver-suppressor-why = β and the plain correlation r point in different directions, each beyond chance: the dimension sharpens others and cannot be read on its own.
driver-overlap = overlap
driver-overlap-why = VIF { $vif }: the dimension largely repeats others, and its share is hard to tell from theirs.
drivers-by-weights = There are more than 12 dimensions ({ $n }), too many to go through all orders of entering: the shares are Johnson’s relative weights.

# Engagement segments, and other looks at a change.
segment-engaged = Engaged
segment-not-engaged = Not engaged
segment-disengaged = Actively disengaged
segment-share = { $share } ({ $interval })
segment-rule = The rule: each person’s mean on “{ $dimension }”. From 4 engaged, up to and including 2 actively disengaged, in between not engaged. Shares are shown from 30 answers.
share-change = { $points } pp ({ $interval })
effect-tiny = hardly noticeable
effect-small = small
effect-medium = medium
effect-large = large
between-text = F = { $f }, { $p }; { $n } { $n ->
        [one] branch
       *[other] branches
    }

# Mixed and shrunken branches.
shrunken-note = The shrunken figure is the best guess about a branch: the fewer answers it has, the more it is drawn towards the company mean, because small numbers jump by chance.
shrunken-none = The shrunken figures of all branches are equal: they differ no more than chance alone would make them.
shrunken-undefined = There are no shrunken figures: { $reason }.

# Two waves in a row.
lag-directions = Directions
lag-test = difference: { $p }
tests-branches = { $p }, { $n } { $n ->
        [one] branch
       *[other] branches
    }
link-mixed = { $n } of them mixed (at least 80% contact staff)
lag-title = What comes first
lag-note = r over branches; S is staff, C customers, 1 the last wave, 2 this one, Δ the change
lag-staff-customers = S1 → C2
lag-customers-staff = C1 → S2
lag-changes = ΔS and ΔC
lag-before = S1 and C1
lag-now = S2 and C2
lag-staff-stability = S1 and S2
lag-customers-stability = C1 and C2
lag-staff-path = β S1 → C2
lag-customers-path = β C1 → S2
lag-few = figures only

# What was proven of a report
proof-headline = Proven: no group of 1 to { $last } people can be computed from these figures
proof-none = Not proven
proof-none-text = This report was made without the auditor’s check. The rules above hold in every row; what several figures give away together was not checked.
proof-looked = The report was read back and checked by a separate auditor: figures – { $figures }, groups – { $groups }, questions over all waves – { $questions }.
proof-earlier = Everything released before was checked with it: { $n ->
        [one] { $n } release
       *[other] { $n } releases
    }.
proof-withdrawn = For this, { $n ->
        [one] { $n } more figure is
       *[other] { $n } more figures are
    } hidden, although enough people answered.
proof-agreeing = In { $n ->
        [one] { $n } case
       *[other] { $n } cases
    } a large group all but agrees: that cannot be hidden without hiding the group.
proof-out-before = { $n ->
        [one] { $n } thing
       *[other] { $n } things
    } about small groups already followed from earlier reports alone, made under other rules. They cannot be called back; this report adds nothing to them.
verify-released = this is release { $number }, unchanged
verify-not-released = no release has these bytes: the file was changed, or came from elsewhere
