# Sentences about findings, the same on screens and in reports.
# In place of a value that is not shown: a few letters for a cell.
short-hidden-difference = hidden
short-hidden-merged = joint
short-hidden-detail = low n
short-hidden-not-asked = not asked
short-hidden-no-answers = no data
short-hidden-undefined = n/a
n-not-delivered = n not given

# Why a value is not shown.
hidden-too-few = fewer than { $k } answers: kept back so that nobody can be recognised
hidden-difference = enough answers, but subtracting it from the total would uncover another branch that is too small
hidden-merged = the groups of this branch are shown together: apart they have too few answers
hidden-detail = too few answers for this much detail
hidden-not-asked = the question was not asked in this wave or of this group
hidden-no-answers = nobody answered, or no figure was delivered
hidden-undefined = cannot be computed from such answers

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
outcome-nps-channel = Customer NPS, channel “{ $channel }”
outcome-measure-channel = { $measure }, channel “{ $channel }”
outcome-quoted = “{ $title }”
points-nps = points
interval-95 = 95% interval { $interval }
n-equals = n = { $n }

# Change between waves.
change-line = { $before } → { $after }: { $difference }
change-line-interval = { $before } → { $after }: { $difference } (95%: { $interval })
change-up = higher than before
change-down = lower than before
change-open = change not established

# What may be said about a link between staff and customers.
verdict-positive = Branches where { $group ->
        [contact] contact staff rate
        [back_office] the back office rates
       *[all] staff rate
    } “{ $dimension }” higher also have higher { $outcome }
verdict-negative = Branches where { $group ->
        [contact] contact staff rate
        [back_office] the back office rates
       *[all] staff rate
    } “{ $dimension }” higher have lower { $outcome }
verdict-not-seen = No clear relation: “{ $dimension }” ({ $group ->
        [contact] contact staff
        [back_office] back office
       *[all] all staff
    }) and { $outcome }
verdict-description = Only a description so far: “{ $dimension }” ({ $group ->
        [contact] contact staff
        [back_office] back office
       *[all] all staff
    }) and { $outcome }
verdict-too-few = Too few branches for any conclusion
verdict-one-branch = The relation rests on one branch, { $branch }
verdict-one-branch-unnamed = The relation rests on one branch
verdict-undefined = The relation cannot be computed: { $reason }

verdict-figures = ρ = { $rho }, 95% interval { $interval }, n = { $n } { $n ->
        [one] branch
       *[other] branches
    }.
verdict-too-few-detail = At least 5 branches with both staff answers and customer scores are needed; now there are { $n }.
verdict-description-detail = { $n } branches do not bear a conclusion: the interval is too wide.
verdict-detectable = With so many branches only |ρ| above { $rho } would have been noticed.
verdict-without = Without it ρ = { $rho }: the conclusion does not hold.
verdict-common-size = Common size is 0.15–0.40. Which of the two comes first, these data do not show.
verdict-holds = Corrected for { $m } { $m ->
        [one] test
       *[other] tests
    }, the relation holds (p = { $p }).
verdict-uncorrected = Corrected for { $m } { $m ->
        [one] test
       *[other] tests
    }, it cannot be told from chance (p = { $p }): a reason to look closer, not a conclusion.
verdict-strong = The relation is unusually strong: check for shared data, one outlying branch or a third circumstance.
verdict-disagree = Pearson gives r = { $r } and disagrees with Spearman: look at the single points.

verdict-word-positive = relation
verdict-word-negative = inverse relation
verdict-word-uncorrected = before correction only
verdict-word-not-seen = not seen
verdict-word-description = description only
verdict-word-one-branch = rests on one branch
verdict-word-too-few = too few branches
verdict-word-undefined = undefined
verdict-none = The link with customers cannot be computed yet: no pair of staff answers and customer scores

comparison-settled = The relation differs between contact staff and the back office
comparison-open = A difference between the groups is not established
comparison-undefined = The groups cannot be compared: { $reason }
comparison-detail = Difference of ρ { $difference } (95%: { $interval }), n = { $n }.
comparison-word-settled = groups differ
comparison-word-open = difference not established

# Staff up, customers down.
divergence-certain = { $branch }: staff more satisfied, customers less
divergence-possible = { $branch }: possibly staff more satisfied, customers less
divergence-detail = “{ $dimension }” { $staff }; { $outcome } { $customer }.
divergence-chance = Pure chance would have flagged about { $expected }.
divergence-none = No branch where staff became more satisfied and customers less.

# Where to look first.
attention-divergence = staff more satisfied, { $outcome } lower
attention-divergence-possible = possibly: staff more satisfied, { $outcome } lower
attention-drop = “{ $dimension }” lower than before: { $change }
attention-low = “{ $dimension }” { $value }, company { $company }
