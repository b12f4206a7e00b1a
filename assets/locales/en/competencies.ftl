# Competencies: levels, rating rounds, the rater's form, profile, matrix, calibration, training, succession.
# Names and meanings of the levels are one set for all competencies; order and words must not change.
level-1 = Negative
level-2 = Limited
level-3 = Basic
level-4 = Strong
level-5 = Strategic
level-1-meaning = shows not even single elements; the competency is not developed
level-2-meaning = shows single elements, depending on the situation; passive, in response to set rules
level-3-meaning = has the competency; shows it effectively in all standard working situations
level-4-meaning = as level 3, and shows it in non-standard or difficult situations; helps others to show it
level-5-meaning = develops the competency in others systematically; acts for the company’s long-term interest
level-title = { $level } { $name }
not-observed = Not observed

# Who rates.
source-self = Self
source-manager = Manager
source-peer = Peer
source-mystery_shopper = Mystery shopper
sources-self = Self
sources-manager = Manager
sources-peer = Peers
sources-mystery_shopper = Mystery shoppers
source-count = { $source } · n = { $n }

# Pages.
nav-competencies = Competencies
competencies-title = Competencies
competencies-tab-rounds = Rounds
competencies-tab-profile = Profile
competencies-tab-matrix = Matrix
competencies-tab-calibration = Calibration
competencies-tab-needs = Training
competencies-tab-succession = Successors
competencies-tab-bridge = Branches
competencies-tab-people = People
competencies-import = Load ratings…
competencies-to-excel = To Excel…
competencies-apart = Ratings of people are kept apart from the anonymous survey and cannot be joined with its answers.
competencies-empty = No rating rounds yet. The people are here: name the first round and its days, then say who rates whom.
competencies-no-people = No people to rate yet. An Excel or CSV table will do: name, position, branch, manager.
competencies-no-results = Not one rating has been handed in for this round
competencies-competency = Competency

# People.
people-title = People
people-import = Load a list…
people-add = Add a person
people-search = Find a person
people-nothing = Nobody found
people-count = { $count } { $count ->
        [one] person
       *[other] people
    }
people-left-count = no longer employed: { $count }
person-name = Name
person-position = Position
person-role = Role profile
person-branch = Branch
person-manager = Manager
person-no-manager = no manager
person-left = Employed until
person-left-note = left on { $day }
person-form-new = New person
person-form-change = Change details
person-save = Save
person-bad-name = A name of up to 120 characters is needed
person-taken-name = The branch already has a person of this name: add a middle name or the position
person-own-manager = Nobody can be their own manager
person-manager-loop = That makes a circle: “{ $name }” already reports to this person
person-no-role = No role profile chosen, so no gap can be shown
role-title = Role profiles
role-add = Add a profile…
role-model = Model of competencies
role-name = Name of the profile
role-name-wanted = Give the profile a name
role-change = Change the profile…
role-note = Level 3 means sound work in ordinary cases. Level 5 is for those who develop others; nobody on the line needs it.

# A rating round.
rounds-title = Rating rounds
round-new = New round
round-name = Name of the round
round-model = Competencies
round-days = Rating days
round-opens = First day
round-closes = Last day
round-keep = Keep until
round-keep-note = On that day the program will offer to erase ratings and evidence. Two years are usually enough.
round-weights = Weight of the source
round-weights-note = First the mean within a source, then across sources with these weights. The self-rating stands apart and is no part of the overall level.
round-who = Who is rated
round-ratees = { $count } { $count ->
        [one] person
       *[other] people
    }
round-assignments = { $count } { $count ->
        [one] rating
       *[other] ratings
    }
round-propose = Propose raters
round-propose-note = The person, their manager and up to four peers from the same shift or branch
round-few-peers = { $count ->
        [one] { $count } person has
       *[other] { $count } people have
    } fewer than three peer raters: those ratings will not be shown
round-no-manager = { $count ->
        [one] { $count } person has
       *[other] { $count } people have
    } no manager on the list
round-state-draft = draft
round-state-open = open
round-state-closed = closed
round-open = Open the round
round-open-body = Once the round is open, competencies, sources and weights stay as they are: one set of rules for everyone.
round-close = Close the round
round-close-body = { $count ->
        [0] All ratings are handed in.
        [one] { $count } rating is not handed in and will not count.
       *[other] { $count } ratings are not handed in and will not count.
    } The round will take no more ratings.
round-until = until { $day }
round-late = The round was due on { $day }
round-progress = { $done } of { $all } handed in
round-missing = Who has not handed in
round-missing-nobody = Everyone has handed in
round-missing-line = { $name }: { $count } to go
round-locked-until = Round “{ $round }” is open until { $day }. Results appear when it closes
round-rater-codes = Rater codes
round-rater-codes-note = On a shared computer the code opens the rater’s own list. It gives no anonymity: HR knows who rates whom.
round-print-forms = Paper forms…
round-enter-paper = From paper…

# The rater's form.
rate-title = Rating: { $name }
rate-enter-code = Enter your rater code
rate-code-unknown = There is no such code. Check the eight characters on your slip
rate-list-title = Whom you rate
rate-list-done = You have handed in all your ratings. Thank you!
rate-as = { $source ->
        [self] You rate yourself
        [manager] You rate as the manager
        [peer] You rate as a peer
       *[mystery_shopper] You rate as a mystery shopper
    }
rate-state-none = not begun
rate-state-draft = draft
rate-state-handed_in = handed in
rate-progress = { $done } of { $all }
rate-how = Choose the description closest to what you have seen yourself, not heard from others.
rate-how-doubt = Levels 4 and 5 include level 3. If in doubt between two, take the one that you have an example for.
rate-not-observed-note = An honest answer if you have not seen it. It does not enter the mean.
rate-evidence = Evidence
rate-evidence-hint = When it was, what the person did or said, how it ended. Please leave out customers’ names.
rate-evidence-wanted = Levels 1 and 5 need at least one example
rate-sins = Seen of the seven service sins
rate-sins-note = Tick what you saw yourself. A tick takes nothing off; it is something to talk about.
rate-sins-none = none seen
rate-draft-kept = Draft saved
rate-back = Back
rate-next = Next: { $competency }
rate-review = Check and hand in
rate-review-left = Still to answer: { $list }
rate-all-equal = All levels are the same. If that is so, hand in; if not, go back to the competencies you were unsure about.
rate-hand-in = Hand in the rating
rate-hand-in-body = A rating that is handed in cannot be changed. Only HR can return it, while the round is open.
rate-return = Return to the rater
rate-leave = Leave
rate-leave-body = Your draft is kept. The next rater will not see your list.
rate-privacy-self = Your self-rating stands beside the others’ and is no part of the overall level.
rate-privacy-manager = The person will see that this is the manager’s rating and read the evidence. Talk it over in person.
rate-privacy-peer = Peers’ levels are shown only together and only from three people. HR knows who was asked to rate. Evidence can give you away by its style: keep it short and to the facts.
rate-privacy-mystery_shopper = Rate this visit alone. Mark “not observed” for what you did not see.

# The yearly talk.
appraisal-title = Yearly talk
appraisal-note = The manager and HR read the answers. They do not change any level.

# A person's profile.
profile-line = { $position } · { $branch }
profile-gaps-none = No gaps to the role profile
profile-gaps-one = One gap to the role profile: “{ $first }”
profile-gaps-two = Two gaps to the role profile: “{ $first }” and “{ $second }”
profile-gaps-more = { $count ->
        [one] { $count } gap
       *[other] { $count } gaps
    } to the role profile; the largest are “{ $first }” and “{ $second }”
profile-rest = { $count ->
        [0] All competencies are below the role.
        [one] { $count } more competency is at the required level or above.
       *[other] { $count } more competencies are at the required level or above.
    }
profile-all-met = All competencies are at the required level or above
profile-self-above = The self-rating is { $difference } above the others’.
profile-self-below = The self-rating is { $difference } below the others’.
profile-self-same = The self-rating equals the others’.
profile-self-none = There is no self-rating.
profile-radar = Others’ rating and role profile
profile-radar-caption = levels 1–5, 1 in the middle
profile-others = Others
profile-required = Required
profile-gap = Gap
profile-self = Self-rating
profile-role = Role profile
profile-n = n
profile-interval = 95% interval
profile-who-rated = Who rated
profile-gap-sure = the gap is established
profile-gap-open = a possible gap: the interval includes zero
profile-gap-met = at the required level
profile-gap-above = above the role
profile-gap-one = a gap from a single rating, no interval
profile-blind-spot = Blind spot
profile-blind-spot-why = The self-rating is above the others’ by a third of the scale or more
profile-hidden-strength = Hidden strength
profile-hidden-strength-why = The self-rating is below the others’ by a third of the scale or more
profile-evidence = { $competency }: evidence
profile-evidence-none = No evidence
profile-sins = Observed of the seven service sins
profile-sins-none = Nothing was ticked
profile-sin-count = { $sin } · { $n }
profile-agreement = Rater agreement
profile-change = Compared with round “{ $round }”
profile-add-goal = Add to development plan…
profile-private = Personal data. The sheet is for the person, their manager and HR.

# Peers: fewer than three are not shown.
peers-hidden = fewer than three peer ratings
peers-hidden-why = There are fewer than three peer raters, so their ratings enter no number of this person: no mean and no n. Otherwise a difference could tell who gave what.
peers-from-three = Peers are shown from three people

# Matrix.
matrix-title = People and competencies
matrix-caption = overall level without the self-rating; ◆ – below the role profile; ✓ – how many competencies are at the role’s level
matrix-filter-branch = All branches
matrix-filter-position = All positions
matrix-filter-gap = Only with a gap
matrix-person = Person
matrix-met = At the required level
matrix-met-of = { $n } of { $all }
matrix-company = Whole company
matrix-mean = Mean level
matrix-share = Share at the required level or above
matrix-people-shown = { $shown } of { $all } shown
matrix-nobody = Nobody meets these conditions

# Calibration.
calibration-title = Calibration
calibration-lead = How the raters rate. It is a reason to compare examples, not to blame.
calibration-headline-none = No rater stands out
calibration-headline = Compare examples with { $count ->
        [one] { $count } rater
       *[other] { $count } raters
    }: { $names }
calibration-rater = Rater
calibration-rated = Rated
calibration-severity = Severity
calibration-severity-caption = difference in levels to others who rated the same people; the line is the 95% interval
calibration-strict = stricter than others by { $difference }
calibration-lenient = more lenient than others by { $difference }
calibration-even = like the others
calibration-common = People in common
calibration-range = Range
calibration-range-caption = which levels are used
calibration-range-narrow = narrow: { $low }–{ $high }
calibration-range-one = one level: { $level }
calibration-range-fine = levels { $low }–{ $high }
calibration-halo = Halo
calibration-halo-caption = how far one impression decides all competencies
calibration-halo-high = looks like a halo: competencies hardly differ
calibration-straight = Same answers
calibration-straight-some = { $n } of { $all } with all levels the same
calibration-straight-none = none
calibration-distribution = Distribution by manager
calibration-distribution-caption = each manager’s share of levels 1–5, n ratings
calibration-agreement = Rater agreement
calibration-coefficient = Coefficient
calibration-what-to-do = What to do
calibration-advice-strict = Compare the evidence with the examples of levels 3 and 4 for two or three people.
calibration-advice-lenient = Ask for one example for every level 4 and 5.
calibration-advice-range = Go over together what sets level 2 apart from 3, and 3 from 4.
calibration-advice-halo = Ask for a new rating, one competency at a time for all people instead of person by person.
calibration-advice-straight = Return these ratings while the round is open and ask what the rater has seen.
calibration-not-corrected = People’s levels are not corrected for severity: it stands beside them for you to judge.

# Agreement in words.
agreement-none = no agreement
agreement-weak = weak
agreement-moderate = moderate
agreement-good = good
agreement-very_good = very good
agreement-kappa = Weighted κ (quadratic)
agreement-alpha = Krippendorff’s α, ordinal
agreement-icc-one = ICC(1,k)
agreement-icc-a = ICC(A,k)
agreement-ac2 = Gwet’s AC2
agreement-rwg = r_wg per person, median

# Why there is no number.
rating-reason-all_equal = all ratings are equal
rating-reason-one_rater = only one person rated
rating-reason-nobody = nobody observed it
rating-reason-disjoint = the raters have no people in common
rating-reason-few_peers = fewer than three peers
rating-reason-few_people = too few people rated: { $n }, at least { $need } needed
rating-reason-no_self = there is no self-rating
rating-reason-no_role = no role profile chosen
rating-reason-no_earlier = the person was not rated in the round before
rating-reason-other_model = the round before had other competencies

# Training and the development plan.
needs-title = What to train
needs-caption = gap to the role times the number of people; the largest first
needs-headline = “{ $competency }” is where most people fall short of their role
needs-none = Everyone rated is at the required level or above
needs-people = People with a gap
needs-gap = Mean gap
needs-weighted = Weight
needs-where = Where first
development-title = Development plan
development-empty = No goals yet. Begin with the largest gap.
development-goal = Goal
development-action = What we do
development-due = Due
development-state-planned = planned
development-state-doing = under way
development-state-done = done
development-state-dropped = dropped
development-add = Add a goal
development-overdue = was due on { $day }
development-due-soon = by { $day }

# Succession.
succession-title = Successors
succession-headline = { $count ->
        [0] Every post has a successor
        [one] { $count } post without a successor
       *[other] { $count } posts without a successor
    }
succession-caption = posts with a successor who is ready now or in a year
succession-post = Post
succession-holder = Held by
succession-successor = Successor
succession-nobody = not named
succession-add = Name a successor…
succession-readiness = Readiness
readiness-now = now
readiness-year = in a year
readiness-later = in two years or more
succession-coverage = Covered
succession-coverage-of = { $n } of { $all } ({ $share })
succession-twice = named for { $count } { $count ->
        [one] post
       *[other] posts
    }
succession-far = To reach the role profile: { $list }
succession-left = The successor left on { $day }: name another
succession-note = The manager states the readiness. The gap to the profile of the new post stands beside it.

# Branches: competencies, engagement and NPS side by side.
bridge-title = Competencies, engagement and NPS
bridge-caption = one dot is one branch; NPS upward, mean competency level to the right
bridge-level = Competency level
bridge-engagement = Engagement
bridge-nps = Customer NPS
bridge-contact = Contact staff
bridge-all = Everyone rated
bridge-note = Branches are compared as wholes: the program joins no person with their answers.
bridge-few = A verdict on the link takes at least { $need } branches; there are { $n }
bridge-loyalty = A high level rests on people who are loyal to the company. Where competencies are high and engagement falls, service may fall next.
bridge-no-round = No rating round is closed yet

# Erasure, retention, export.
erase-person = Erase the data of { $name }
erase-person-body = Name, ratings and self-rating, evidence, answers of the yearly talk, development plan and entries on succession will be gone for good.
erase-person-stays = What stays: branch figures computed earlier and files already exported, which the program cannot call back. Ratings that this person gave others stay without the name. Backups keep the data until newer backups replace them.
erase-person-confirm = To erase, type the name
erase-round = Erase round “{ $round }”
erase-round-body = All ratings, evidence and answers of the yearly talk of this round will be gone. People, role profiles and development plans stay.
retention-soon = Round “{ $round }” is kept until { $day }. Then we will offer to erase it
retention-over = Round “{ $round }” was to be kept until { $day }: erase it or extend with a reason
retention-reason = Why it is kept longer
ratings-export-title = Export ratings of people
ratings-export-body = The file will hold names and levels: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }. Give it only to those who are entitled to see them.
ratings-export-confirm = I understand that these are personal data
ratings-export-deed = Export ratings
ratings-not-in-report = The engagement report holds no ratings of people; they have an export of their own.

# Sheets of the Excel workbook.
sheet-competencies = Competencies
sheet-competencies-about = People and competencies: levels, role profile, gaps, share at the required level
sheet-calibration = Calibration
sheet-calibration-about = How the raters rate: severity, range, halo, agreement
sheet-succession = Succession
sheet-succession-about = Posts, successors and their readiness, posts without a successor

# Files taken in: what is in the file, columns, reasons of refusal (after row, column and value).
import-kind-people = People to rate
import-kind-ratings = Competency ratings
import-kind-visits = Mystery-shopping visits
wizard-title-people = Competencies: import people
wizard-title-ratings = Competencies: import ratings
wizard-title-visits = Competencies: import mystery-shopping visits
column-person = Who is rated
column-rater = Who rates
column-rater-source = Source of the rating
column-competency = Competency
column-level = Level 1–5
column-evidence = Evidence
column-sins = Service sins
column-round = Round
column-manager = Manager
column-left = Last working day
column-competency-named = Competency “{ $name }”
refused-level-range = the level is not between 1 and 5
refused-level-half = there are no half levels: choose a whole one
refused-level-word = no such level: a number from 1 to 5 or its name is needed
refused-unknown-person = no such person on the list
refused-ambiguous-person = several people fit: add the branch or the position
refused-unknown-rater = no such rater
refused-duplicate-person = this person is already in row { $row }
refused-duplicate-rating = this rater already rated this person in row { $row }
refused-unknown-competency = the round’s model has no such competency
refused-unknown-source = neither self, manager, peer nor mystery shopper
refused-self-other = a self-rating stands for another person
refused-unknown-manager = no such manager on the list
refused-manager-loop = these people are each other’s managers
refused-unknown-round = no such round
refused-round-not-open = the round is not open and takes no ratings
refused-person-left = the person left on { $day }, before the round began
refused-unknown-sin = no such service sin
refused-nothing-rated = the row holds no level at all
import-note-not-observed = Empty levels were taken as “not observed”

# A file with a competency model.
model-import = Load a model…
model-bad-format = This is not a file with a competency model
model-bad-anchors = Competency “{ $name }” needs exactly five examples of behaviour, from level 1 to level 5
model-bad-profile = Profile “{ $name }” needs a level from 1 to 5 for every competency
model-missing-language = “{ $id }” has no text in one of the languages
model-duplicate-id = The code “{ $id }” stands twice

# Screens: labels, buttons, states.
competencies-pages = Assessment pages
competencies-round-word = Assessment round
rater-erased = data erased
heat-low = below 2.6
heat-high = 4.2 and above
desk-start = Open for raters…
desk-start-body = The window will show the code field, the rater’s list and the form, and nothing else of the workspace. Coming back takes the workspace’s passphrase.
desk-end = Finish and lock
desk-end-body = Drafts are kept. The workspace locks: from here on it needs its passphrase.
desk-end-deed = Lock the workspace
desk-only = This screen shows your people only. After three minutes without a touch the list closes by itself.
rate-code = Code from your slip, eight characters
rate-code-open = Open my list
rate-counter = Competency { $number } of { $all }
rate-mark-open = no answer yet
rate-marked = Answered
rate-part = You rate as
rate-state = State
rate-steps = Competencies
rate-to-list = To the list
round-state = State
round-handed-in = Handed in
round-plan = Who rates whom
round-no-plan = No raters are named yet
round-remove-pair = Remove
round-only-missing = only what is missing
round-nothing-planned = Name the raters first
round-change = Change round…
round-make = Create round
round-save = Save
round-results = To the results
round-codes-copy = Copy all
round-new-codes-body = All raters get new codes. The old slips will no longer open their lists.
round-missing-more = and { $count } more { $count ->
        [one] rater
       *[other] raters
    }
round-weight = weight { $weight }
round-bad-name = The round needs a name
round-bad-day = A date is needed: 01.10.2026
round-bad-weight = A whole number from 0 to 100, not all of them zero
round-locked-draft = Round “{ $round }” is still a draft. Results open once it has been held and closed
erase-round-deed = Erase round
profile-levels = Levels 1–5
profile-other = Another person…
profile-radar-others = Others’ rating
appraisal-change = Write down…
appraisal-save = Save answers
development-follow-up-note = What came of it and when to look again
development-save = Save goal
development-remove = Remove goal
development-removed = Goal removed
matrix-met-short = ✓
matrix-met-count = { $n }/{ $all }
matrix-of-five = of 5 · n = { $n }
matrix-open-profile = Open profile
matrix-change = Since last round
calibration-verdict = Verdict
calibration-distribution-short = Levels 1–5, %
calibration-halo-short = looks like halo
calibration-halo-none = none
calibration-value = Value
calibration-word = Verdict
needs-place = { $branch } ({ $n })
succession-none = No posts yet: say in the list of people who manages whom
succession-choose = Choose a post to name a successor
succession-remove = Remove successor
succession-open = no successor
bridge-x = Competency level, mean 1–5
bridge-y = Customers’ NPS, from −100 to +100
bridge-flag = high competency, low engagement
bridge-details = level { $level } · engagement { $engagement } · NPS { $nps }
bridge-hidden-few = Too few people rated in this branch
people-with-left = with those who left
person-erase = Erase data…
person-erase-deed = Erase for good
person-erase-wrong = The name does not match
role-none = no role profile
role-positions = Positions and their roles
role-save = Save role
