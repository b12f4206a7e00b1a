# The results screen, and what stands on screens while there are no results.
locked-no-wave = No results yet. They appear when the first survey wave is closed
locked-wave = “{ $wave }” is still running. Results open when the wave closes, so that nobody sees answers early
locked-wave-until = “{ $wave }” runs until { $day }. Results open when the wave closes, so that nobody sees answers early
locked-deed = Go to waves
audience-inside-all = all staff
audience-inside-contact = contact staff
audience-inside-back_office = back office

results-title = Results
results-to-excel = To Excel…
results-heat = Heat map: branches and dimensions
results-tab-map = Map
results-tab-questions = Questions
results-tab-overview = Overview
results-closed = collected until { $day }
results-rows = { $shown } { $shown ->
        [one] branch
       *[other] branches
    }{ $hidden ->
        [0] {""}
       *[other] , { $hidden } hidden
    }
results-mean = Mean 1–5
results-mean-low = below 2.6
results-mean-high = 4.2 and above
results-favourable = Favourable, %
results-favourable-low = up to 20%
results-favourable-high = from 80%
results-change = Difference
results-change-low = lower
results-change-high = higher
results-against = Compare with
results-difference = Difference

results-unit = of 5 · { $n }
results-unit-company = of 5 · { $n } · company { $company }
results-unit-hidden = company { $company }
results-agreement = Favourable answers
results-agree = { $share } favourable
results-shares-from-ten = shares from 10 answers
results-no = no
results-neither = neither
results-yes = yes, %
results-dissatisfiers = Strongest dissatisfaction
results-items-exact = share of the dissatisfied, { $n }
results-items-band = share of favourable answers in steps of 10%, { $n }
results-items-mean = mean 1–5, { $n }
results-change-since = Compared with “{ $wave }”
results-motives = What is lacking
results-levers = Levers
results-all-items = All questions

results-item = Question
results-n = n
results-interval = 95% interval
results-agree-head = Favourable
results-levels = Answers 1 to 5, %
results-questions-caption = reversed questions are recoded: higher is always better
results-dimension-note = mean { $mean }, { $n }
results-reversed = { $text } (reversed)
results-no-items = This wave holds means of dimensions only: there are no single questions in it

results-place = No.
results-unfavourable = Dissatisfied, %
results-dissatisfiers-caption = share of answers 1 and 2, in reversed questions of 4 and 5; interval on the scale from 0 to 100%
results-motives-title = Want – know – can
results-motives-caption = mean 1–5: what people lack to serve well
results-levers-title = Five levers
results-levers-caption = mean 1–5: where to take hold
results-enps = Employee NPS
results-enps-unit = { $n } · 95%: { $interval }
results-enps-note = Share of 9–10 minus share of 0–6, from −100 to +100. Usually lower than customer NPS; compare with your previous wave.
results-detractors = Detractors (0–6) { $share }
results-passives = Passives (7–8) { $share }
results-promoters = Promoters (9–10) { $share }
results-reliability = Reliability of dimensions
results-reliability-caption = Cronbach’s alpha with its interval and McDonald’s omega: do the questions of a dimension measure one thing
results-dimension = Dimension
results-alpha = Alpha
results-meaning = How to read it
results-alpha-good = the questions agree: the dimension can be used
results-alpha-fair = fair for comparing groups
results-alpha-low = careful: the questions measure different things
results-alpha-negative = check reversed questions
results-waves = Waves side by side
results-waves-caption = the four dimensions with the lowest mean; the line is the 95% interval
results-waves-one = Only one wave is closed so far: nothing to compare with.
results-mean-axis = Company mean, 1–5
results-segments = People’s engagement
results-omega = Omega
results-omega-distrust = One question is wholly explained by the others (a Heywood case): do not rely on omega here
results-shrunken = shrunken mean { $mean }: allows for the small n
results-tests = What changed in the company since “{ $wave }”
results-tests-caption = the same change in several ways: people, branches, the share of favourable answers
results-tests-change = Before → after
results-tests-matched = The same branches
results-tests-branches = { $difference } ({ $interval }), n = { $n }
results-tests-g = Hedges’s g
results-tests-cliff = Cliff’s δ
results-tests-share = Favourable
results-tests-size = Size

## A figure beside others
results-compared = Compared
against-wave = Wave before, “{ $wave }”
against-region = { $region } without this branch ({ $count })
against-best = Best branch, { $branch }
against-source = { $source }, { $period }
against-undated = { $source }, date not given
against-unnamed = source not given, { $period }
against-nameless = source and date not given
compared-line = { $other }, difference { $difference }
compared-line-interval = { $other }, difference { $difference } (95%: { $interval })
compared-higher = ▲ higher
compared-lower = ▼ lower
compared-open = not established
compared-plain = no interval
