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

# What may be said about a link between staff and customers.
verdict-figures = ρ = { $rho }, 95% interval { $interval }, n = { $n } { $n ->
        [one] branch
       *[other] branches
    }.
verdict-without-unnamed = Without one of the branches ρ = { $rho }: the conclusion does not hold.
verdict-holds = Corrected for { $m } { $m ->
        [one] test
       *[other] tests
    }, the relation holds (p = { $p }).
verdict-uncorrected = Corrected for { $m } { $m ->
        [one] test
       *[other] tests
    }, it cannot be told from chance (p = { $p }): a reason to look closer, not a conclusion.

verdict-none = The link with customers cannot be computed yet: no pair of staff answers and customer scores

comparison-word-settled = groups differ
comparison-word-open = difference not established

# Where to look first.
attention-divergence = staff more satisfied, { $outcome } lower
attention-divergence-possible = possibly: staff more satisfied, { $outcome } lower
attention-drop = “{ $dimension }” lower than before: { $change }
attention-low = “{ $dimension }” { $value }, company { $company }
