# The Excel workbook of ratings, and sheets to print: a person's profile, a rater's paper form.
rated-title = { $company }: competencies, round “{ $round }”
rated-title-plain = Competencies, round “{ $round }”
rated-title-cut = The team of { $name }: competencies, round “{ $round }”
rated-footer = &L&8 { $title }&C&8 Personal data&R&8 &A · page &P of &N
rated-lead = Levels of people's competencies, as rated by those who saw their work. These are personal data: keep the file to yourself and give it only to those who may see them. Nothing ties it to answers of the anonymous survey.
rated-lead-cut = Only the people of this team. These are personal data: keep the file to yourself. It holds no name and no level of anybody else, and nothing ties it to answers of the anonymous survey.
rated-levels = The five levels
rated-elsewhere = somebody of another team
rated-yes = yes
rated-no = no

# In place of a number.
rated-short-peers = < 3
rated-short-nobody = n/o
rated-short-role = n/r
rated-short-few = few
rated-short-none = –
rated-why-peers = Fewer than three peers rated: their ratings are in no number of this person, and there are no others.
rated-why-nobody = Not observed: none of the raters saw it.
rated-why-role = No role profile: no levels are set for the position, so there is no gap to see.
rated-why-few = Too few people: the number would give away single levels, or there is nothing to rest a conclusion on.
rated-why-none = Cannot be computed: all ratings are equal, there is nothing to compare with, or no self-rating.

# How to read.
rated-reading-sure = The gap to the role is established: the whole 95% interval lies below the required level. On people and raters alike: begin the talk here.
rated-reading-open = Below the role, but it may be chance: the interval includes zero, or there is one rating.
rated-reading-n = How many ratings or people stand behind a number.

# People.
sheet-rated-groups = Branches and training
sheet-rated-groups-about = The company and its branches: mean levels, share at the role; what to train, and where first
sheet-rated-method = Method
sheet-rated-method-about = The rules behind every number: sources, gap, agreement, severity, protection of peers
rated-people-lead = Overall level without the self-rating, and the gap to the role profile. ◆ – the gap is established, ◇ – possible.
rated-people-note = First the mean within a source, then between sources with the weights of the round. The self-rating stands apart. Peers count only from three.
rated-over-levels = Level, 1–5
rated-over-gaps = Gap to the role profile
rated-overall = Mean
rated-of = Of

# Groups and training.
rated-groups-lead = Means over people. The share counts competencies at or above the role, of all that have both a level and a role.
rated-groups-lead-cut = The team beside the company. A figure of the company stands only where at least five people outside the team are in it.
rated-group = Who
rated-people = People
rated-team = The team
rated-contact = { $branch }: contact staff

# Calibration.
rated-severity-note = How many levels a rater is apart from others who rated the same people; below zero is stricter. p is corrected for the number of raters. “By the model” is severity given whom they rated.
rated-part = Rates as
rated-adjusted = By the model
rated-r = r with others
rated-scale = How the levels are used
rated-scale-note = How often each level was given; spread within one form (a small one looks like a halo); forms with all levels the same.
rated-level = Level { $level }
rated-levels-share = Share of the levels given, %
rated-lowest = Lowest
rated-highest = Highest
rated-sd = Spread
rated-narrow = Narrow range
rated-halo-sd = Spread in a form
rated-of-sheets = Of forms
rated-self-gap = Self minus others
rated-no-raters = This round has no ratings by managers or mystery shoppers

# Succession.
rated-named-for = Named for posts
rated-missing = Short of the post's profile
rated-has-left = { $name } (has left)
rated-more = and { $count } more
rated-coverage = Posts covered, by branch
rated-posts = Posts
rated-share = Share

# Method.
rated-method-lead = By which rules the levels are computed, and what is not in this workbook.
rated-method-protection = Whose data are protected, and how
rated-method-numbers = How the numbers are computed
rated-method-peers = Peers
rated-method-peers-text = Peers' ratings count only from { $least } of them, for a person and for each competency. Else they are in no number of that person, and nothing can be subtracted to find them. No peer is named in the workbook.
rated-method-cut = A manager's cut
rated-method-cut-text = The cut holds those whom the manager manages directly or through others. A figure of the company stands only where at least { $least } people outside the team are in it: else subtraction would give away others' levels.
rated-method-apart = The survey
rated-method-apart-text = Ratings are kept apart from the anonymous survey, under a key of their own. No table and no sheet joins a person with an answer.
rated-method-keep = Keeping
rated-method-keep-text = Ratings of this round are kept until { $day }; then the program offers to erase them. A file that is out cannot be called back: delete it yourself.
rated-method-level = Level
rated-method-level-text = The mean of ratings within a source (manager, peers, mystery shoppers), then the weighted mean of sources. A source without ratings does not count. “Not observed” is in no mean. The interval comes from the spread of one rating around its person and competency over the whole round.
rated-method-gap = Gap to the role
rated-method-gap-text = The level minus what the role needed on the day the round opened. At the role means not below it to one decimal. Established means that the 95% interval lies wholly below zero.
rated-method-self = Self-rating
rated-method-self-text = Self-rating minus the level by others. A blind spot or a hidden strength is a difference of a third of the scale (4/3 of a level) or more.
rated-method-agreement = Agreement of raters
rated-method-agreement-text = Weighted κ (quadratic): self and manager. Krippendorff's α and Gwet's AC2: all raters, ordinal. ICC(1,k): reliability of the mean of random raters. ICC(A,k): manager and peers. r_wg(j): median over people. Words: up to 0.4 weak, up to 0.6 moderate, up to 0.8 good, above very good. Where all ratings are equal there is no coefficient.
rated-method-severity = Severity
rated-method-severity-text = Rater minus others on people in common, mean over people, interval over people. Said where p after Benjamini and Hochberg is below 0.05 and the difference is at least 0.25 of a level. Levels of people are not corrected for it.
rated-method-range = Range
rated-method-range-text = Narrow: in sixteen ratings or more, one level only or two neighbors.
rated-method-halo = Halo
rated-method-halo-text = Looks like a halo: in three complete forms or more the competencies differ by less than 0.35 on average.
rated-method-needs = What to train
rated-method-needs-text = The sum of gaps of those below their role: how many people, and how far. The largest first.

# Print: profile.
rated-print-title = Competency profile
rated-print-role = role profile “{ $role }”
rated-print-radar = Level by others and role profile
rated-print-source = By source
rated-print-self-others = Self and others
rated-print-strengths = Strengths
rated-print-needs = To develop
rated-print-none = –
rated-print-goals = Development goals
rated-print-goal-due = by { $day }
rated-print-sign-person = Employee
rated-print-sign-manager = Manager
rated-print-sign-date = Date
rated-print-interval = 95% interval
rated-print-legend-level = level by others
rated-print-legend-role = needed for the role
rated-print-legend-self = self-rating
rated-print-legend-gap = below the role
rated-print-private = Personal data. For the person, their manager and HR. Peers are shown only together and from three.

# Print: a rater's form.
rated-form-title = Rating form
rated-form-ratee = Who is rated
rated-form-rater = Who rates
rated-form-until = Hand in by { $day }
rated-form-how = Read what each level looks like and put a cross at what you saw yourself. Did not see it? “Not observed” is an honest answer.
rated-form-evidence = Example: when, what was done or said, how it ended
rated-form-sins = Seen of the seven service sins (tick only what you saw yourself)
rated-form-not-observed = not obs.
rated-form-page = Form, page { $number } of { $of }
rated-form-return = Once typed into the program, this form is destroyed.

# Screen: export and print.
rated-file-book = Ratings of people
rated-file-profile = Profile
rated-file-forms = Rating forms
rated-export-whole = All people
rated-export-team = Team of { $name } ({ $count })
rated-export-who = Whose people
rated-print = Print…
rated-dialog-book = Where to write the workbook of ratings
rated-dialog-profile = Where to write the sheet
rated-dialog-forms = Where to write the forms
rated-print-ask = A sheet with a name and levels
rated-print-ask-body = The sheet holds the name, levels and development goals of { $name }. Give it only to the person, their manager and HR.
rated-print-deed = Write the sheet
rated-forms-note = One form per rating that is not handed in, with names. Destroy forms once they are typed in.

# By hand: a rater, a visit, deadlines.
round-add-rater = Add a rater…
round-add-visit = Add a visit…
round-add-deed = Add
round-add-visit-deed = Open the visit's form
round-shopper = Mystery shopper
round-visit-day = Day of the visit
round-who-missing = Choose somebody from the list
round-days-left = { $count ->
        [0] Today is the last day of the round
        [one] { $count } day left in the round
       *[other] { $count } days left in the round
    }
rated-export-tick = First tick that you understand this
