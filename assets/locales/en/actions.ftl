# Actions: what is done about findings, who sees to it, until when, and did it help.

nav-actions = Actions
actions-title = Actions

## Status
action-status-planned = Planned
action-status-doing = Doing
action-status-checked = Checking
action-status-kept = Kept
action-status-changed = Changing
action-status-dropped = Dropped

## Where it came from
action-origin-dimension = Survey dimension
action-origin-cell = Dimension in a branch
action-origin-dissatisfier = What staff miss
action-origin-driver = Map of drivers
action-origin-divergence = Divergence from customers
action-origin-competency = Competency gap
action-origin-outcome = Customer score

## Figure and check
action-figure = { $value }, { $n }
action-figure-interval = { $value } (95%: { $interval }), { $n }
action-verdict-worked = Worked
action-verdict-no-change = No change seen
action-verdict-worse = Worse
action-verdict-unclear = Not established
action-verdict-later = To be checked
action-verdict-none = Cannot be checked
action-check-line = { $verdict } · { $measure }: { $change }
action-check-company = { $count ->
    [one] Wave “{ $wave }”: { $count } branch is shown in both waves.
   *[other] Wave “{ $wave }”: { $count } branches are shown in both waves.
}
action-check-branch = Wave “{ $wave }”, one branch: { $before } → { $after }.
action-check-noticed = A change of ±{ $least } or more would have been noticed four times out of five.
action-check-cause = The change is established. That this action caused it, a survey cannot prove.
action-check-unclear = There is a difference but no interval: too few answers to tell it from chance.
action-promise-kept = Promised { $value } – kept.
action-promise-short = Promised { $value } – not there yet.
action-unmeasured-no-finding = The action is not tied to a figure, so there is nothing to compare.
action-unmeasured-later = No wave has been closed since the action began. It will be compared when the next one closes.
action-unmeasured-start = The wave or round that it started from is gone.
action-unmeasured-measure = The figure was not measured in one of the two waves.
action-unmeasured-branch = The branch is no longer in the list.
action-unmeasured-hidden-start = The figure that it started from is hidden: { $reason }.
action-unmeasured-hidden-now = The figure of the next wave is hidden: { $reason }.
action-unmeasured-compare = The two waves cannot be compared: { $reason }.

## Days
action-due-today = today
action-due-late = { $count ->
    [one] overdue by { $count } day
   *[other] overdue by { $count } days
}
action-due-in = { $count ->
    [one] in { $count } day
   *[other] in { $count } days
}
action-due-follow-up = see how it goes
action-due-action = due

## Refusals
action-refused-stale = the action was changed or deleted meanwhile. Open it again
action-library-format = this is not a library of actions
action-library-fits = action “{ $id }”: for takes dimension:…, sin:… or competency:…
action-library-steps = action “{ $id }”: needs three to five steps
action-library-weeks = action “{ $id }”: takes 1 to 52 weeks
action-library-language = action “{ $id }”: a text is missing in one language or is too long
action-library-id = action “{ $id }”: the id stands twice or is not in plain Latin letters

## Screen
actions-subtitle = { $overdue } overdue · { $today } today · { $week } this week
actions-empty = This is where a survey gets its answer: what is done, who sees to it, by which day. Begin with a dimension in “Results”, or from scratch
actions-board = Board
actions-list = List
actions-calendar = Calendar
actions-search = Find an action
actions-filter = Show
actions-none-found = No such actions
action-filter-all = All
action-filter-open = Undecided
action-filter-overdue = Overdue
action-new = New action
action-edit = Edit action
action-remove = Delete action
action-close = Close
action-nothing-here = empty
action-card-keys = Enter opens, Ctrl+→ and Ctrl+← move
action-finding = What it started from
action-figure-on = **{ $figure }** on { $day }
action-check-title = Did it help
action-changed-share = “Things got better since the last survey”: { $share } agree, { $n }
action-changed-mean = “Things got better since the last survey”: { $mean } of 5 on average, { $n }
action-changed-hidden = “Things got better since the last survey” is hidden: { $reason }
action-history = How it went
action-status = Status
action-steps-done = steps: { $done } of { $all }
action-remove-title = Delete the action “{ $what }”?
action-remove-body = Its steps, days and history go with it. Right after deleting, it can still be brought back.
action-remove-deed = Delete the action
action-done-added = Action added
action-done-changed = Action changed
action-done-moved = Action moved: { $status }
action-done-removed = Action deleted

## Form
action-what = What is done
action-why = What for
action-owner = Who sees to it
action-owner-hint = a name or a position
action-where = Where
action-whole-company = Whole company
action-due = By which day
action-follow-ups = When to see how it goes
action-follow-ups-hint = 15.12.2026, 15.01.2027
action-steps = Steps
action-steps-hint = one step per line
action-promised = Promised change
action-promised-note = in the units of the figure: +0.3 points, +10 points of NPS. The next wave is held against it
action-cost = What it costs
action-save = Save action
action-bad-what = Say what is done, in up to 200 characters
action-bad-long = Too long
action-bad-day = A day such as 01.03.2027
action-bad-days = Days with commas between them, such as 01.03.2027
action-bad-promised = A number with its sign, such as +0.3
action-finding-none = This action is not tied to a figure, so the next wave cannot check it. To tie it, begin it in “Results”, “Customers”, “Linkage” or “Competencies”
action-proposals = What could be done
action-proposals-note = Proposals, not orders. Press one and the fields are filled; everything can be changed
action-theme = Theme
action-theme-choose = Choose a theme
action-theme-sin = Service sin: { $name }
action-theme-competency = Competency: { $name }
action-proposal-line = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}. { $check }
action-make = Make an action of this…

## Days and calendar
tickler-title = What is ahead
tickler-none = No day ahead
tickler-overdue = Overdue
tickler-today = Today
tickler-week = This week
tickler-later = Later
calendar-back = Previous month
calendar-on = Next month
calendar-today = To today
calendar-none = Nothing is due on this day
calendar-day = { $day }: { $count ->
    [0] nothing due
    [one] { $count } day due
   *[other] { $count } days due
}
weekday-short-mon = Mon
weekday-short-tue = Tue
weekday-short-wed = Wed
weekday-short-thu = Thu
weekday-short-fri = Fri
weekday-short-sat = Sat
weekday-short-sun = Sun
action-make-column = Action
action-make-short = Act on it…

## Sheet of the workbook
sheet-actions = Actions
sheet-actions-about = What is done about the findings: who, by which day, did it help
actions-book-lead = What is done about the findings. The status is chosen from a list; what is overdue stands in red and in a word while its status is “Planned” or “Doing”.
actions-book-none = There are no actions for this workbook.
actions-book-as-of = As of
actions-book-step = – { $step }
actions-book-step-done = ✓ { $step }

## Example
demo-owner-service = Head of service
demo-owner-hr = HR
demo-owner-operations = Operations director
demo-owner-branch = Branch manager

## “Has something changed since the last survey?”
changes-ask = Ask what has changed since the last survey
changes-ask-line = One question. Its answer stands beside the actions; ask it from the second wave on
changes-title = Changes
changes-about = Whether employees noticed that things got better after the last survey
changes-item = Since the last survey, something here has changed for the better.
changes-short = Got better
action-due-late-short = overdue
action-verdict-no-change-short = No change
