# Taking files in: reasons of refusal, columns, kinds of files, programs, notes.

# Reasons of refusal. They follow the row, the column and the value, so they start in lower case.
refused-empty-cell = the cell is empty
refused-unknown-branch = no such branch
refused-duplicate-branch = this branch is already in row { $first-row }
refused-duplicate-row = the same is already in row { $first-row }
refused-score-range = the score is not between 0 and 10
refused-not-a-number = not a number
refused-text-where-number = text where a number should be
refused-not-whole = a whole number is needed
refused-count-range = there can be no such count
refused-not-a-date = not a date
refused-no-such-date = there is no such date
refused-ambiguous-date = it is unclear which is the day and which the month
refused-not-a-period = not a month, quarter or year
refused-answer-range = the answer is not between { $lo } and { $hi }
refused-unknown-answer = the scale has no such answer
refused-unknown-group = neither contact staff nor back office
refused-merged-cell = merged cell: unmerge it and fill in every cell
refused-counts-missing = all three numbers are needed: promoters, passives, detractors
refused-cell-fault = the cell shows an Excel error
refused-too-long = the text is too long

# Offers to mend all such rows at once.
import-fix-close = Is it “{ $branch }”?
import-fix-choose = Choose a branch…

# What a column means.
column-skip = Leave out
column-branch = Branch
column-name = Name
column-region = Region
column-format = Format
column-contact = Contact staff, people
column-back-office = Back office, people
column-head-count = All staff, people
column-group = Staff group
column-position = Position
column-wave = Wave
column-date = Date
column-period = Period
column-channel = Channel
column-score = Score 0–10
column-promoters = Promoters
column-passives = Passives
column-detractors = Detractors
column-measure = Measure
column-value = Value
column-count = Number of answers
column-dimension = Topic
column-subject = What is compared
column-source = Source
column-title = Position
column-item = Question “{ $name }”
column-named = Measure “{ $name }”

# What the file holds.
import-kind-branches = List of branches
import-kind-outcomes = Customer scores
import-kind-answers = Staff answers
import-kind-staff-scores = Ready-made branch means
import-kind-benchmarks = Figures to compare with
import-kind-positions = Positions

# Where the file comes from.
import-preset-google-forms = Google Forms
import-preset-microsoft-forms = Microsoft Forms
import-preset-limesurvey = LimeSurvey
import-preset-surveymonkey = SurveyMonkey
import-preset-yandex-forms = Yandex Forms
import-preset-kobo = KoboToolbox or ODK

# Why a column is not read.
import-dropped-name = names
import-dropped-email = e-mail addresses
import-dropped-phone = phone numbers
import-dropped-address = network addresses and devices
import-dropped-token = response numbers and codes
import-dropped-time = times of answering
import-dropped-free-text = free text
import-dropped-not-taken = not needed

# Notes on what was taken.
import-note-days-to-months = Dates were added up into months
import-note-head-count-not-split = The head count is not split into contact staff and back office. For now everybody counts as back office: split them in the list of branches
import-note-codes-from-names = The list has no codes, so names serve as codes
import-note-no-period = The file has no date: the scores belong to every wave
import-note-group-from-position = The staff group was told from the position
import-note-no-group = The file has no staff group: contact staff and back office cannot be compared
import-note-empty-sheets = Sheets without a single answer were left out
import-note-shuffled = The sheets were shuffled, the order of the answers is not kept

# Title of a questionnaire made of the heads of a file.
import-questions-of = Questions of the file “{ $file }”
