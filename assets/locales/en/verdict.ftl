# What may be said about a link, and why something is hidden.
# $dimension and $outcome are names; $group is all, contact or back_office; $measure is nps or other;
# $n is a number; decimals come as ready strings.

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

# In brief, for the column "Conclusion".
verdict-short-too-few = too few branches
verdict-short-description = description only
verdict-short-not-seen = not seen
verdict-short-one-branch = rests on one
verdict-short-positive = related
verdict-short-negative = inversely related
verdict-short-undefined = not computed
verdict-short-before-correction = only before correction

# Contact staff and back office.
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

# Divergences: staff more satisfied, customers less.
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
verdict-divergence-chance = Chance alone would bring about { $x } such branches

# Why hidden.
hidden-too-few = There are fewer than { $k } answers here. So that nobody can be recognized, both the score and the number of answers are hidden
hidden-difference = This row and the company total would give a neighboring hidden row away, so both are hidden
hidden-merged = One group of this branch has too few answers, so both groups are shown together in the row “All”
hidden-detail = There are too few answers here for this detail. The mean is shown; shares and distributions are not
hidden-proof = This figure could prove how one person answered
hidden-plan = This group is not in the reporting plan that was fixed before the wave opened
hidden-not-asked = This was not asked in this wave
hidden-no-answers = No answers
hidden-undefined = The figure is undefined for these answers, for example because all of them are equal

# Why a figure is not computed; follows "The reason:".
undefined-too-few = not enough data, { $n } where at least { $need } are needed
undefined-no-variance = all values are equal
undefined-perfect = the values agree perfectly, and such a coefficient has no interval
undefined-lengths = the columns differ in length
undefined-not-finite = the data hold a value that cannot be computed with
undefined-out-of-range = a value lies outside its range
undefined-collinear = one measure is made up entirely of the others
undefined-unreliable = the means are too unreliable for this correction
undefined-no-convergence = the computation did not settle
