# The linkage screen.
linkage-title = Linkage with customers
linkage-copy = Copy the finding
linkage-dimension = Dimension
linkage-outcome = Customer measure
linkage-none = There are no customer scores for the months of this wave yet, so there is nothing to link
linkage-none-deed = Go to customer scores
linkage-view-link = Link
linkage-view-divergences = Divergences { $n }

linkage-branches = Branches
linkage-caption = line: 95% interval of customers · band: 95% of the trend
linkage-note = { $n } { $n ->
        [one] branch
       *[other] branches
    } in the picture
linkage-absent = Not in it: { $lists }.
linkage-absent-reason = { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    } ({ $reason })
linkage-absent-customers = no customer scores
linkage-flag = divergence
linkage-x = { $dimension }, { $group }, mean 1–5
linkage-x-other = { $dimension }, { $group }, mean
linkage-y-nps = { $outcome }, −100 to +100

linkage-groups = Contact staff and back office
linkage-groups-name = ρ of contact staff and of back office with 95% intervals
linkage-no-groups = This wave does not tell staff groups apart, so there is nothing to compare.
linkage-rests-on = What the finding rests on
linkage-not-computed = not computed
linkage-card-branches = Branches
linkage-card-left-out = { $left ->
        [0] all are in
       *[other] { $left } hidden or no scores
    }
linkage-card-sensitivity = Sensitivity
linkage-detectable = |ρ| from { $rho }
linkage-card-weaker = anything weaker may go unseen
linkage-card-influence = Influence of one branch
linkage-card-without = without “{ $branch }” ρ = { $rho }
linkage-card-reliability = Reliability of means
linkage-icc-note = { $interval }, { $word }
linkage-icc-good = fit to compare
linkage-icc-fair = with care
linkage-icc-low = means are shaky
linkage-icc-means = means came ready-made

linkage-pairs = All pairs
linkage-staff = Staff side
linkage-customers = Customer side
linkage-rho = Spearman’s ρ
linkage-holm = Holm p, m = { $m }
linkage-verdict = Finding

linkage-divergences = Divergences
linkage-divergence-headline = Staff more satisfied, customers less: { $certain ->
        [0] no branch for certain
        [one] { $certain } branch for certain
       *[other] { $certain } branches for certain
    }{ $possible ->
        [0] {""}
       *[other] , possibly { $possible } more
    }
linkage-divergence-none = No branch is seen where staff got more satisfied and customers less
linkage-divergence-first = This is the first wave: there is nothing to compare it with yet
linkage-change-of = { $what }: before → after
linkage-certain = certain
linkage-possible = possible

linkage-method-show = How this was computed
linkage-method-hide = Fold the method
linkage-others = The same pair by other measures
linkage-draws = { $interval }, { $draws } draws
linkage-exact = { $p }, exact
linkage-drawn = { $p }, from { $draws } random permutations
linkage-p = { $p }
linkage-f = Do branches differ
linkage-rwg = Agreement within branches, r_wg(j), median
linkage-seed = Seed of the random draws
linkage-seed-text = { $seed }; up to { $draws } draws and { $permutations } permutations
linkage-cook = Cook’s distance up to { $distance }

linkage-view-drivers = What matters
matters-map = Importance and score of dimensions
matters-caption = lines are medians
matters-map-name = Map of dimensions: share of differences accounted for, and mean
matters-x = Mean of the dimension, 1–5
matters-y = Share of differences accounted for
matters-point = Mean { $mean }, share { $share } ({ $interval })
matters-point-plain = Mean { $mean }, share { $share }
matters-weak = matters and weak
matters-strong = matters and strong
matters-later = weak, matters less
matters-keep = strong, matters less
matters-rests-on = What it rests on
matters-sheets = Complete sheets
matters-all = All dimensions together account for
matters-adjusted = Corrected for their number
matters-inter = Mean correlation between dimensions
matters-vif = Largest VIF
matters-draws = Draws of branches for the intervals
matters-nps = And with customer NPS
matters-table = Dimensions by importance
matters-rank = No.
matters-topic = Dimension
matters-share = Share
matters-weight = Rel. weight
matters-mean = Mean
matters-flag = With care
matters-note-weights = The share is Johnson’s relative weight: there are more than 12 dimensions, too many to go through all orders of entering. Shares add up to the whole. A dimension that matters and is weak is a reason to talk, not a proven cause.
matters-note = The share is the part of a dimension in the differences between people, averaged over all orders of entering (LMG); shares add up to the whole. A dimension that matters and is weak is a reason to talk, not a proven cause.
# Second looks at a link: in the method fold and in the workbook.
extras-title = Does the link hold when looked at differently
extras-note = These checks stand beside the finding and do not replace it.
extras-weighted = Exact means weigh more
extras-weighted-text = r = { $weighted }; when every branch counts alike, r = { $plain }. { $n } { $n ->
        [one] branch
       *[other] branches
    } with 10 or more answers.
extras-held = At equal size, region and format
extras-held-unknown = Not checked: the branch list gives no size, region or format, or they are the same everywhere.
extras-held-size = At equal branch size
extras-held-region = At equal region
extras-held-format = At equal format
extras-held-all = At equal size, region and format, as far as known
extras-held-text = ρ = { $rho } ({ $interval }), r = { $r }; { $n } { $n ->
        [one] branch
       *[other] branches
    }
extras-regions = Inside regions and between them
extras-regions-text = Between branches of one region r = { $within }; between the { $regions } regions r = { $between }
extras-corrected = If both sides were measured without error
extras-corrected-text = r would be about { $r }; reliability of staff means { $staff }, of customer figures { $customers }. A rough second number, not the finding.
extras-corrected-capped = The formula gives more than 1, so it is cut to { $r }; reliability of staff means { $staff }, of customer figures { $customers }. A rough second number, not the finding.
extras-not-estimable = Not estimable: one side is measured too unreliably.
extras-lag = What comes first
extras-lag-first = This is the first wave: there is nothing to compare it with yet.
extras-lag-text = Staff in the last wave and customers now r = { $staff }; customers in the last wave and staff now r = { $customers }; change with change r = { $changes }. { $n } { $n ->
        [one] branch
       *[other] branches
    }.
extras-lag-stability = With themselves from wave to wave: staff r = { $staff }, customers r = { $customers }.
extras-lag-few = With fewer than 30 branches these are figures only, no conclusion.
extras-lag-test = Difference between the two directions { $p }; it does not show a cause.
extras-staff = True spread of branches, staff
extras-customers = True spread of branches, customers
extras-spread-text = Without chance, branches would lie around { $mean } with a standard deviation of { $spread }. { $n } { $n ->
        [one] branch
       *[other] branches
    } with known precision.
extras-spread-none = No evidence that branches differ: the spread of { $n } { $n ->
        [one] branch
       *[other] branches
    } is no larger than chance alone would give.
