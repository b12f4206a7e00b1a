# The Excel workbook. Names of tabs have at most 31 characters.
book-title = { $company }: staff and customers, { $wave }
book-title-branch = { $branch }: staff and customers, { $wave }
page-footer = &L&8 { $title }&C&8 Threshold: { $k } answers&R&8 &A · page &P of &N
not-applicable = –

sheet-read-me = Read me
sheet-read-me-about = What this workbook is and how to read it
sheet-summary = Summary
sheet-summary-about = The wave in a minute: figures, verdict, what people are dissatisfied with, what to do next
sheet-heat-map = Heat map
sheet-heat-map-about = Branches and dimensions: means, number of answers, differences from what you compare with
sheet-questions = Questions
sheet-questions-about = Every question: mean, shares of all five answers, interval
sheet-drivers = Drivers
sheet-drivers-about = Which dimensions go most with engagement, and how they are rated
sheet-trend = Trend
sheet-trend-about = Waves side by side: what changed, and where a change is not established
sheet-customers = Customers
sheet-customers-about = NPS and other measures by branch and channel, with intervals
sheet-linkage = Linkage
sheet-linkage-about = Do staff and customer scores go together, and what may be said about it
sheet-method = Method and audit
sheet-method-about = Rules, what is hidden and why, formulas in words, versions
sheet-data = Data
sheet-data-about = All published figures as one table, for your own calculations

# Column heads.
book-column-group = Group
book-column-n = n
book-column-response = Response
book-column-enps = eNPS
book-column-mean = Mean
book-column-low = from
book-column-high = to
book-column-value = Value
book-column-favourable = Favourable
book-column-change = Change
book-column-dimension = Dimension
book-column-question = Question
book-column-level = Answer { $level }
book-column-own-mean = Your branch
book-column-own-difference = Difference to company
book-column-before = Mean, “{ $wave }”
book-column-best = Best branch
book-column-best-mean = Its mean
book-column-outside = Outside: { $source }
book-column-item-difference = Difference
book-column-difference-interval = 95% interval of the difference
book-column-figure = Figure
book-column-word = In words
book-column-nps = NPS
book-column-promoters = Promoters
book-column-passives = Passives
book-column-detractors = Detractors
book-column-shrunken = Shrunken NPS
book-column-shrunken-staff = Shrunken mean
book-column-item-rest = Item–rest r
book-column-alpha-dropped = α without it
book-column-hedges = Hedges’s g
book-column-cliff = Cliff’s δ
book-column-matched = Same branches: change
book-column-up = to upper end
book-column-down = to lower end
book-column-outcome = Customer measure
book-column-rho = Spearman’s ρ
book-column-r = Pearson’s r
book-column-rho-contact = ρ contact
book-column-rho-back = ρ back office
book-column-difference = Difference of ρ
book-column-steiger = Steiger’s p
book-column-holm = p, Holm
book-column-bh = p, BH
book-column-loo-min = ρ less one, from
book-column-loo-max = ρ less one, to
book-column-verdict = Verdict
book-column-flag = Divergence
book-column-what = What is hidden
book-column-where = Where
book-column-why = Why
book-column-alpha = Cronbach’s α
book-column-omega = McDonald’s ω
book-column-branches = Branches
book-column-f = F and p
book-column-rows = Complete sheets
book-column-icc1 = ICC(1)
book-column-icc2 = ICC(2)
book-column-rwg = r_wg(j), median
book-column-wave = Wave
book-column-kind = Kind
book-column-id = Id
book-column-title = Title
group-customers = Customers
kind-dimension = dimension
kind-item = question
kind-motive = condition
kind-lever = lever
kind-enps = eNPS
kind-customers = customers

axis-mean = Mean, 1 to 5
axis-nps = NPS, −100 to +100
axis-staff = { $side }, mean 1 to 5

# Read me.
read-me-lead = This report shows how staff rate their work, how customers rate the branches, and whether the two go together. Start with the sheet “Summary”: it takes a minute.
read-me-lead-branch = A report for the branch manager: your branch beside the whole company. It holds nothing of other branches. Start with the sheet “Summary”.
read-me-days = Answers collected
read-me-customers = Customer scores from
read-me-questionnaires = Questionnaire
read-me-made = Report made on
read-me-sheets = Sheets
read-me-reading = How to read
read-me-hidden = Where a word stands in place of a number
reading-below = Fewer than { $k } answers. Both the score and the number of answers are hidden, so that nobody can be recognised. It is neither zero nor a gap.
reading-few = From the threshold to 9 answers: the mean is rounded to 0.1 and kept within 1.5–4.5, and the exact number of answers is not told.
reading-interval-name = from … to
reading-interval = 95% interval: where the true value most likely lies. The fewer the answers, the wider it is. Where two intervals overlap a lot, do not say that one figure is higher.
reading-arrows = The change is established: the interval of the difference excludes zero. Without an arrow it may be chance.
reading-diamond = Worth looking at first: the weakest spot, or staff and customers moving apart.
reading-colours-name = Colours of the map
reading-colours = One scale for all waves and branches: orange below 3.2, gray around the middle, blue from 3.6. Below 2.6 the number is also bold, so the map reads in black and white too.
reading-nps-name = NPS and eNPS
reading-nps = The share that gave 9–10 minus the share that gave 0–6; from −100 to +100. NPS is about customers, eNPS about staff.
reading-sort-name = Sorting and computing
reading-sort = Cells hold real numbers; tables can be sorted and filtered. Hidden values are text, so Excel leaves them out of sums and averages.

# Summary.
book-summary-lead = Made on { $day }. Each figure stands with its 95% interval and n: the wider the interval, the more careful the conclusion.
book-summary-source-means = Staff scores came as ready-made means, so they have no shares and no intervals.
book-summary-verdict = Do staff and customer scores go together?
book-summary-mean = { $dimension }, mean 1–5
book-summary-lowest = Lowest: { $dimension }
book-summary-highest = Highest: { $dimension }
book-summary-of-invited = { $n } of { $invited } invited
book-summary-dissatisfiers = Strongest dissatisfaction: share of the dissatisfied
book-summary-lowest-items = Questions with the lowest mean in the branch
book-summary-item = { $item } ({ $interval })
book-summary-levers = Five levers: mean 1–5
book-summary-motives = Want – know – can: mean 1–5
book-summary-segments = People’s engagement
book-summary-branches = Where to look first
book-summary-next = What to do next
book-summary-note = ◆ marks the weakest spot or a divergence. “{ $below }” means fewer than { $k } answers, so nothing is shown. A relation between branches says nothing about persons or causes. ↺ is a reversed statement: the dissatisfied are those who agree with it.
next-dissatisfier = Talk with staff about “{ $item }”: it heads the list of dissatisfaction. Choose one action, name who does it and by when.
next-want = “Want” is weakest: check whether good service is valued, and whether pay and recognition are fair.
next-know = “Know” is weakest: check training, how clear the standards are, and feedback on the shift.
next-can = “Can” is weakest: check authority, tools and time that are missing to help a customer on the spot.
next-branches = Talk with the managers of { $branches }. First ask what changed there, then decide.
next-check = Check with the next wave whether the action helped: compare intervals, not only figures.

# Heat map.
heat-map-title = Branches and dimensions
heat-map-lead = Means from 1 to 5; the first row of each group is the whole company. Choose a group with the filter.
heat-map-legend = One scale for all waves:
heat-map-note = n is the number of sheets returned. “Response” is the share of those invited. A mean from 5–9 answers is rounded to 0.1. eNPS is shown from 10 answers.
heat-map-differences = Change against “{ $wave }”
heat-map-differences-note = ▲ and ▼ mark an established change (the 95% interval excludes zero). Without an arrow it may be chance. The interval stands below each change; “low n” means that there are too few answers for one.
heat-map-from-company = Difference from the whole company
heat-map-from-company-note = ▲ and ▼ mark an established difference (the 95% interval excludes zero). The interval stands below each difference and is made of the two published ones (Zou and Donner, 2008). A branch is itself part of the company; taken as two separate groups they give an interval that is a little wider than it need be, never narrower.
heat-map-from-region = Difference from the other branches of the region
heat-map-from-region-note = Compared with the plain mean of those other branches of the region that are shown, at least two. ▲ and ▼ mark an established difference: its 95% interval, made of the published ones (Zou and Donner, 2008) and printed below it, excludes zero.
heat-map-from-best = Difference from the best branch
heat-map-from-best-note = The best branch of a column is the one with the highest mean among those shown with an interval; there stands a dash. The best one is partly best by luck, so part of the gap is chance. ▲ and ▼ mark an established difference: its 95% interval, made of the two published ones (Zou and Donner, 2008) and printed below it, excludes zero.
heat-map-from-outside = Difference from outside figures: { $source }
heat-map-from-outside-note = The figures from outside came without intervals, so no difference can be called established: there are no arrows. Check that the questions and the scale are the same.
heat-map-outside = Outside

# Questions.
book-questions-title = Questions
book-questions-lead = The whole company on each question: 1 strongly disagree, 5 strongly agree. “Favourable” is the share of answers 4 and 5; for reversed statements (↺) of those who disagree.
book-questions-note = ↺ marks a reversed statement: its answers are turned round, so that higher is always better. Shares of all five answers are shown from 30 answers, the band of the favourable share from 10.
book-questions-scale-note = “Item–rest r” is the correlation with the other questions of the dimension: below 0.2 the question stands apart. “α without it” is the alpha that the dimension would have without the question. Both for the whole company, from 30 complete sheets.
book-questions-compared-note = ▲ and ▼ mark an established difference: its 95% interval, made of the two published ones as for two separate groups (Zou and Donner, 2008), excludes zero. Without an arrow it may be chance.
book-questions-chart = Shares of answers by question
book-questions-level = { $level ->
        [1] 1 – strongly disagree
        [2] 2 – rather disagree
        [3] 3 – neither
        [4] 4 – rather agree
       *[5] 5 – strongly agree
    }

# Trend.
book-trend-title = Trend
book-trend-lead = Waves side by side. The last columns compare the two latest waves: the change, its 95% interval, and a verdict in words.
book-trend-one-wave = This is the first wave: there is nothing to compare with yet
book-trend-scores = eNPS, customers, conditions of work
book-trend-note = “Change not established” means that the difference may be chance, not that nothing changed. Differences come from unrounded values.
book-trend-no-interval = difference only, no interval
book-trend-shares = Share of favourable answers in the company
book-trend-shares-note = The interval of the change is Newcombe’s; where a cell holds fewer than five answers, Fisher’s exact p stands beside it. Shares from 30 answers.
book-trend-fisher = { $word }, Fisher { $p }
book-trend-chart = Dimensions that moved most, and NPS

# Customers.
book-customers-title = Customers
book-customers-lead = NPS = share of promoters (9–10) minus share of detractors (0–6). Branches run from high to low, each with its 95% interval and number of scores.
book-customers-note = “From” and “to” are the ends of the 95% interval. Where the intervals of two branches overlap a lot, their order is not established. The last two columns serve the chart.
book-customers-channels = NPS by channel
book-customers-channel = NPS, channel “{ $channel }”
book-customers-measures = Other customer measures
book-customers-none = No customer scores for this wave yet
book-customers-chart = NPS by branch with 95% intervals

# Linkage.
book-linkage-title = Linkage
book-linkage-lead = One dot is one branch. A relation between branches says nothing about single persons, nor what follows from what.
book-linkage-side = { $dimension }, { $group ->
        [contact] contact staff
        [back_office] back office
       *[all] all staff
    }
book-linkage-chart = Branches: bars are 95% intervals, the line is the trend
book-linkage-branches = Branches
book-linkage-trend-line = Trend line
book-linkage-facts = What the verdict rests on
fact-branches = Branches in the calculation
fact-left-out = Branches hidden or without data
fact-mixed = Of them mixed (contact ≥ 80%)
fact-detectable = Would have noticed |ρ| from
fact-leave-one-out = ρ less one branch (most: { $branch })
fact-leave-one-out-none = ρ less one branch
fact-icc1 = Share between branches, ICC(1)
fact-icc2 = Reliability of the means, ICC(2)
fact-f = Do branches differ, F
fact-rwg = Agreement within branches, r_wg(j)
fact-spearman = Spearman’s ρ (95%)
fact-pearson = Pearson’s r (95%)
fact-kendall = Kendall’s τ (95%)
fact-bca = BCa bootstrap of r
fact-bca-value = { $interval }; draws { $used }, dropped { $lost }
fact-permutation = Permutation p
fact-slope = Theil–Sen slope per point
book-linkage-own = Your branch and the company
book-linkage-own-note = The verdict above rests on all branches; a single dot neither confirms nor refutes it.
book-linkage-groups = Contact staff and back office
book-linkage-groups-note = The same branches, two groups. “Difference not established” where the 95% interval of the difference includes zero, even when one relation is seen and the other is not.
book-linkage-divergences = Staff more satisfied, customers less
book-linkage-divergence-none-own = No such divergence in your branch.
book-linkage-points = Dots of the chart: published means and customer scores
book-linkage-pairs = All pairs, m = { $m }
book-linkage-pairs-note = Strongest first. With many pairs some relations show by chance: the verdict “related” needs Holm’s correction. BH is Benjamini–Hochberg, for exploration.

# Method and audit.
audit-title = Method and audit
audit-lead = By which rules figures are shown, what is hidden, and how everything is computed.
audit-rules = Rules of showing
rule-threshold = Threshold
rule-threshold-text = Below { $k } answers nothing is shown: neither the score nor the number of answers.
rule-difference = Subtraction
rule-difference-text = A single hidden row could be computed from the total. So another one is hidden with it.
rule-merged = Merging
rule-merged-text = Where one group of a branch has fewer than { $k } answers, contact staff and back office are shown together.
rule-detail = Detail
rule-detail-text = 5–9 answers: the mean to 0.1. From 10: interval, eNPS and the band of the favourable share; the interval takes the spread of the whole company, so that it cannot give a branch’s answers away. From 30: shares of all five answers.
rule-detail-strict-text = From { $k } to 9 answers: the mean to 0.1. From 10: interval, eNPS and the band of the favourable share; the interval takes the spread of the whole company, so that it cannot give a branch’s answers away. From 30: shares of all five answers.
rule-raw = Single sheets
rule-raw-text = The workbook holds no single answer sheet, no hidden sheets and no names.
rule-source = Where answers come from
rule-source-sheets = Whole sheets: relations between dimensions can be looked at.
rule-source-blocks = Shuffled blocks: one person’s answers on different dimensions are not joined.
rule-source-means = Ready-made means from a former vendor: weights, intervals and shares do not apply to them.
rule-customers = Customers
rule-customers-text = Customers are not staff: their scores are always shown, with interval and n.
audit-hidden = What is hidden and why
audit-hidden-none = Nothing is hidden in this wave.
what-row = the whole row
what-dimension = dimension “{ $dimension }”
what-item = question “{ $item }”
what-items = questions { $items }
what-item-name = “{ $item }”
what-enps = eNPS
what-shares = favourable shares
what-distributions = shares of all five answers
audit-reliability = Reliability of the dimensions, whole company
audit-reliability-note = α and ω tell how far the questions of a dimension speak of one thing (the ends are Feldt’s interval of α). r_wg(j) tells how alike answers within a branch are, median over branches.
audit-between = Do branches differ
audit-between-note = ICC(1) is the share of the differences between people that lies between branches. ICC(2) tells how reliable a branch mean is. The ends are 95% intervals; F and p tell whether branches differ at all. Beside hidden branches the figures are rounded to hundredths (p up to thousandths), so that nobody can work out how many people those have.
audit-formulas = How it is computed
audit-origin = Program and reproducibility
audit-program = Program
audit-seed = Seed
audit-seed-text = { $seed }; up to { $draws } bootstrap draws and { $permutations } random permutations. The same data and the same seed give the same draws and the same report.

# Data.
book-data-title = Data
book-data-lead = Published aggregates only, one row per figure. Hidden values are text, so that they stay out of calculations. Made to compute on: only its first page is printed.
book-data-left-out = Questions of each branch are in the CSV export.
book-data-earlier-left-out = Earlier waves of each branch are in the CSV export too.

# Drivers.
book-drivers-title = What matters
book-drivers-lead = Which dimensions go most with people’s engagement, and how these dimensions are rated. It shows what goes together, not which follows from which.
book-drivers-company-only = What matters is computed for the whole company only: one branch has too few answers for it. A branch’s report does not hold this part.
book-drivers-rank = No.
book-drivers-share = Share of differences
book-drivers-r = r
book-drivers-rho = ρ
book-drivers-beta = β
book-drivers-weight = Relative weight
book-drivers-vif = VIF
book-drivers-flag = With care
book-drivers-median = Median
book-drivers-map = Map of importance and score, lines are medians
book-drivers-quadrants = Upper left matters and is weak: a good place to start talking. Upper right matters and is strong: worth keeping. Below are the dimensions that go with engagement less than the others.
book-drivers-x = Mean of the dimension, whole company, 1–5
book-drivers-y = Share of differences accounted for
book-drivers-note = The share (LMG) is the mean part of a dimension over all orders of entering; shares add up to the total. The 95% intervals come from drawing whole branches again. “Suppressor”: β and r point in different directions, each beyond chance; the dimension cannot be read on its own. “Overlap”: VIF above 5, the dimension largely repeats others. The table does not show what would change if a dimension improved.
book-drivers-note-weights = The share is Johnson’s relative weight: there are more than 12 dimensions, too many to go through all orders of entering. Shares add up to the total. The 95% intervals come from drawing whole branches again. “Suppressor”: β and r point in different directions, each beyond chance, and the dimension cannot be read on its own. “Overlap”: VIF above 5. The table does not show what would change if a dimension improved.
book-drivers-nps = And with customer NPS
book-drivers-single-note = Relations one by one, over branches, strongest first; { $m } pairs were tested in all. Corrections and charts are on the sheet “Linkage”.
book-linkage-lag-note = S is staff, C customers; 1 is “{ $before }”, 2 is “{ $wave }”, Δ the change. “S1 → C2” is r of staff in the last wave with customers in this one, “C1 → S2” the reverse, over branches with both sides in both waves. β is the same at an equal earlier value of the own side, from 30 branches only; below that these are figures. The table does not show a cause.
book-linkage-lag = What comes first: the last wave and this one
book-column-welch-p = Welch’s p
book-column-cluster-p = p, branches allowed for
book-trend-people = People as two groups
book-trend-people-note = The change to two decimals with Welch’s 95% interval, as if people answered independently; the interval in the table above allows for people of a branch answering alike, and is mostly wider. In words, the size of the change: 0.2 of the usual spread is small, 0.5 medium, 0.8 large.
book-trend-tests = Size of the change, and the same branches
book-trend-tests-note = g is the change in usual spreads of answers. δ tells how much more often a random answer of the new wave is higher than one of the wave before than it is lower. “Same branches” compares each shown branch with itself, small and large ones alike; the ends are the 95% interval.

## SPSS system file
sav-label = Published figures only
sav-n = Answers (n)
sav-value = Value: mean 1–5, or score
sav-low = 95% interval, lower end
sav-high = 95% interval, upper end
sav-favourable = Favourable share (answers 4 and 5)
sav-change = Change since the wave before
sav-n-words = Answers, where only a range is told
sav-favourable-words = Favourable share, where only a band is told
sav-hidden = Why there is no value
sav-shown = shown
