# Home: the next step, where the wave stands, participation, what needs attention, what changed.
home-no-wave = no waves yet
home-wave-draft = Wave “{ $name }” · draft · { $days }
home-wave-open = Wave “{ $name }” · open until { $day }
home-wave-late = Wave “{ $name }” · its last day was { $day }
home-wave-open-ended = Wave “{ $name }” · open for answers
home-wave-closed = Wave “{ $name }” · closed · { $days }
days-from = from { $day }
days-until = until { $day }
days-none = no days set
answers-of = { $answers } of { $invited }
branches-count = { $count } { $count ->
        [one] branch
       *[other] branches
    }
questions-count = { $count } { $count ->
        [one] question
       *[other] questions
    }

home-next = Next step
home-step-branches = Load the list of branches
home-step-branches-line = An Excel sheet or a CSV will do: code, name, region, how many contact staff and how many in the back office.
home-import-branches = Load the list…
home-add-branch = Add a branch by hand
home-step-wave = Plan the first survey wave
home-step-wave-line = { $branches } { $branches ->
        [one] branch
       *[other] branches
    }, { $staff } { $staff ->
        [one] employee
       *[other] employees
    }. All that is left is a questionnaire and the days.
home-make-wave = Plan a wave
home-see-questionnaires = See the questionnaires
home-step-open = Wave “{ $name }” is ready: open it for answers
home-step-open-line = Once it is open, the questionnaire and the threshold are fixed. They are what staff are promised.
home-open-wave = Open the wave…
home-open-import = Open, answers from a file…
home-change-wave = Change the wave
home-step-answers = Collect answers and import the file
home-step-answers-line = An export from Google Forms, Microsoft Forms or LimeSurvey will do, or any table with one sheet per row. Names, e-mail and times are not kept.
home-import-answers = Import answers…
home-close-wave = Close the wave…
home-step-over = Wave “{ $name }” has run its days: close it
home-step-close = { $rate } have answered: the wave can be closed
home-step-close-plain = Answers are in: the wave can be closed
home-step-close-line = Results open when the wave closes. It takes no more answers after that.
home-step-remind = Remind { $count } { $count ->
        [one] branch
       *[other] branches
    }: less than half have answered there
home-step-remind-line = { $branches }. Remind everybody at once, never one person.
home-and-more = { $list } and { $count } more
home-step-customers = Load the customer scores for wave “{ $name }”
home-step-customers-line = Without them you see what staff think. With them you see how it goes with the branches’ NPS.
home-import-customers = Load scores…
home-see-results = Open results
home-see-customers = Open customer scores
home-see-organisation = Open organisation
home-step-linkage = See how staff answers go with customer scores
home-step-linkage-line = Wave “{ $name }” is closed and both sides are in. After that comes the report for your director.
home-see-linkage = Open linkage
home-make-report = Make the report
home-step-reported = The report on wave “{ $name }” is out
home-step-reported-line = Go through it with the branch managers and plan the next wave: in half a year you will see what changed.
home-make-next-wave = Plan a wave

step-organisation = Organisation
step-questionnaire = Survey
step-opened = Opening
step-answers = Answers
step-customers = Customers
step-report = Report
step-questionnaire-later = not chosen
step-means = ready-made means
step-no-day = no day set
step-answers-later = after opening
step-answers-none = none yet
step-customers-some = scores are in
step-customers-none = no scores
step-report-done = released
step-report-later = not released yet

participation-today = Participation today
participation-final = Participation
participation-goal = tick: goal of { $goal }
participation-of = of { $invited }
participation-rate-note = answered
participation-invited = Invited
participation-returned = Answered
participation-rate = Share that answered, %
participation-about = about { $rate }
participation-hidden = shown from { $k } answers
participation-nobody = no answers
participation-no-staff = head count not given
participation-show-all = Show all branches: { $count }
participation-show-few = Show only the first

home-attention = Needs attention
home-attention-none = Nothing urgent
alert-hidden = { $count } { $count ->
        [one] branch is hidden
       *[other] branches are hidden
    }: too few answers
alert-hidden-text = Wave “{ $name }”, threshold { $k }. Their answers count in the company total.
alert-late = Wave “{ $name }” has run its days
alert-late-text = Its last day was { $day }. Results open when it is closed.
alert-customers = No customer scores for wave “{ $name }”
alert-customers-text = Without them there is no link between staff and customers to compute.
alert-small = { $count } { $count ->
        [one] branch will be hidden
       *[other] branches will be hidden
    }
alert-small-text = Fewer than { $k } people work there, so they get no results of their own. Their answers count in the company total.
alert-no-staff = { $count } { $count ->
        [one] branch has
       *[other] branches have
    } no head count
alert-no-staff-text = Without it the share that answered cannot be computed.

changed-title = What changed
changed-waves = { $before } → { $now }, whole company; topics as means 1–5
changed-figure = Figure
changed-before = Before
changed-after = After
changed-difference = Diff.
changed-interval = 95%
changed-mean = { $dimension }
changed-enps = eNPS
changed-none = Nothing to compare with yet: it takes two closed waves.
changed-none-yet = The comparison with the wave before will stand here.
changed-locked = Results of wave “{ $name }” open when it is closed.
home-step-prepare = Prepare the collection of wave “{ $name }”
home-step-prepare-line = Decide whether to collect here, with codes and sealed answers, or to load answers from a file.
home-step-design = Wave “{ $name }”: the collection is still to be prepared
home-step-design-line = Classes, keys, stations and days. All of it is proposed; change what you need.
home-step-designed = Wave “{ $name }” is ready: check it and open it
home-step-designed-line = Opening fixes the questionnaire, classes, threshold and keys. They are what staff are promised.
home-check-design = Check and open
home-make-codes = Make codes
home-step-hand-out = Hand out the slips and wait for the first answers
home-step-hand-out-line = Slips are drawn from a box, unseen. Files from stations can be taken in once there are enough answers.
home-to-witness = Pass on to the witness
home-rows = { $count } { $count ->
        [one] row
       *[other] rows
    }
home-codes-none = not made yet
home-codes-issued = { $count } issued
alert-together = { $count ->
        [one] { $count } branch will be shown with neighbours
       *[other] { $count } branches will be shown with neighbours
    }
alert-together-text = Apart, too few people work there. The grouping can change until the wave is open.
alert-together-link = See the grouping

## The loop of a wave: findings, actions, checked
step-findings = Findings
step-actions = Actions
step-checked = Checked
step-actions-none = none yet
step-actions-some = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
step-checked-later = by the next wave
step-checked-some = { $done } of { $all }
home-see-actions = Open actions
home-step-overdue = { $count ->
    [one] { $count } action is past its day
   *[other] { $count } actions are past their day
}
home-step-overdue-line = Tick off what is done or set another day, so that the next wave can check it.
home-step-decide = { $count ->
    [one] The next wave has shown whether { $count } action helped
   *[other] The next wave has shown whether { $count } actions helped
}
home-step-decide-line = Decide what comes next: keep, change or drop.
home-step-act = Decide what you will do about wave “{ $name }”
home-step-act-line = Choose a dimension or a branch in “Results” and make an action of it: who, what, by which day. The next wave will show whether it helped.
alert-overdue = { $count ->
    [one] { $count } action is overdue
   *[other] { $count } actions are overdue
}
step-findings-done = report is out
step-findings-later = no report yet
