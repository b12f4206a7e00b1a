# Errors: what happened, where, what to do.
place-file = File “{ $name }”
place-sheet = sheet “{ $name }”
place-row = row { $row }
place-column = column “{ $name }”
place-line = line { $line }

error-file-missing = there is no file “{ $name }”. Check the name and the folder
error-file-unreadable = the file “{ $name }” cannot be opened. Check that you are allowed to read it
error-file-unwritable = the file “{ $name }” cannot be written. Close it in Excel or choose another folder
error-file-empty = the file holds no data
error-unknown-file-type = the program does not read files of this kind. XLSX, XLS, ODS and CSV will do
error-password-protected = the file asks for a password. Remove the protection in Excel and save a copy
error-file-damaged = the file is damaged or was not saved to the end. Open it in Excel and save it again
error-limit-file = the file is larger than { $limit } MB. Split it into parts
error-limit-unpacked = unpacked, the file is larger than { $limit } MB. Save the sheet you need on its own
error-limit-entries = the file is built in an unusual way and does not look like a table. Open it in Excel and save it again
error-limit-rows = the file has more than { $limit } rows. Split it into parts
error-limit-columns = the file has more than { $limit } columns. Keep only the ones you need
error-limit-cells = the file has more than { $limit } cells. Keep only the columns you need
error-unknown-encoding = the text cannot be read in any encoding. Save the file as “CSV UTF-8”
error-column-missing = the column “{ $name }” is missing. Say which column of the file it is
error-column-twice = the column “{ $name }” is given twice. Keep one
error-rows-refused = { $refused ->
        [one] { $refused } row was refused
       *[other] { $refused } rows were refused
    }. The first: row { $row }, column “{ $column }”, value “{ $value }” — { $reason }
error-invalid = { $field }: the value “{ $value }” does not fit
error-not-found = { $field }: “{ $name }” was not found
error-exists = { $field }: “{ $name }” exists already
error-wave-state = the wave does not allow this as it stands now (draft, open or closed). Look at its state in the list of waves
error-comments-released = comments of this wave have left in a report, what is hidden cannot be brought back
error-no-data = there is nothing to compute yet: neither staff answers nor ready-made means
error-report-misread = the report was not released: the check did not understand the number at “{ $cell }”. Nothing was written; please tell the developers
error-report-unsafe = the report was not released: with what is out already, it would give away the answers of a few people ({ $cell }). Nothing was written
error-report-unproven = the report was not released: taking figures back did not lead to a proof that nobody can be recognised. Nothing was written. Merge small branches, or raise the threshold
error-report-foreign = the number at “{ $cell }” is not one that the program prints there. The file was changed after it was made, or it comes from another workspace or version
error-report-revealing = with everything released so far, this file would give away the answers of a few people ({ $cell })
error-newer-workspace = the workspace was made by a newer version of the program. Update the program; the file was not changed
error-not-a-workspace = this is not a Frontline workspace
error-nothing-open = no workspace is open yet. Open it first, then take the file again
error-workspace-in-use = the workspace is open in another window. Close it and try again
error-store = the workspace cannot be read or is damaged. Restore it from the backup copy beside the file
error-no-display = there is no display here to open a window on. Run “frontline demo --no-window --dir FOLDER”: the files and reports will appear in the folder
error-cancelled = cancelled
error-internal = a fault in the program itself; your data was not changed. Copy the details and send them to us

field-branch = Branch
field-wave = Wave
field-group = Staff group
field-questionnaire = Questionnaire
field-dimension = Dimension
field-item = Question
field-answer = Answer
field-score = Score 0–10
field-count = Count
field-date = Date
field-period = Period
field-number = Number
field-level = Level 1–5
field-min-group = Threshold (5 to 100)
field-channel = Channel
field-measure = Measure
field-name = Name
field-language = Language

fault-syntax = the questionnaire file cannot be read: { $detail }
fault-text-missing = { $place }: the text { $language } is missing
fault-in-ru = in Russian
fault-in-en = in English
fault-id-twice = the id “{ $id }” stands twice
fault-id-shape = the id “{ $id }” may hold only lower-case Latin letters, digits and “_”
fault-unknown-dimension = the dimension “{ $id }” is not described in the questionnaire
fault-dimension-empty = the dimension “{ $id }” has no question
fault-text-too-long = { $place }: the text is longer than { $limit } characters
fault-too-many-items = the questionnaire has more than { $limit } questions
fault-all-reversed = all questions of “{ $id }” are reversed. At least one must be direct
fault-kind-unfit = the kind of “{ $id }” does not fit this place. Ratings belong to a dimension; there is one recommendation question and it stands outside them

compare-unknown = nothing to compare with is called “{ $asked }”. This wave can be compared with: { $offered }
compare-no-wave-before = this is the first wave, there is none before it to compare with
compare-one-branch = there is only one branch, and it is the whole company: nothing to compare it with
compare-no-region = no region has three branches or more, so there are no neighbours to compare with
compare-nothing-imported = there are no imported figures about these questions. Take them in with “frontline import WORKSPACE benchmarks FILE”
compare-several = figures of several sources were imported. Name one of them: { $offered }
compare-other-branches = a manager’s report is not compared with other branches. Choose “before”, “company” or imported figures, or write it without --branch and --cuts
