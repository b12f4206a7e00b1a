# Import of a file: file, columns and check, result.
wizard-start-title = Import a file
wizard-reading = Reading the file…
wizard-choose = Choose a file…
wizard-title-branches = Organisation: import branches
wizard-title-positions = Organisation: import positions
wizard-title-outcomes = Customers: import scores
wizard-title-benchmarks = Customers: import benchmarks
wizard-title-answers = Wave: import answers
wizard-title-staff_scores = Results: import ready-made means
wizard-subtitle = file → columns → check
wizard-step-file = File
wizard-step-columns = Columns and check
wizard-step-result = Result
wizard-files = Which files will do
wizard-files-tip = Excel (XLSX, XLS), ODS and CSV in any encoding, with commas, semicolons or tabs. The first row holds the heads. Columns may come in any order and under any name: we guess, you check.
wizard-other-file = Another file…
wizard-file-sheet = sheet “{ $sheet }”, { $count } { $count ->
        [one] row
       *[other] rows
    }
wizard-file-format = { $format }, { $count } { $count ->
        [one] row
       *[other] rows
    }
wizard-file-rows = { $count } { $count ->
        [one] row
       *[other] rows
    }
wizard-kind = What is in the file
wizard-sheet = Sheet
wizard-preset = Looks like an export from { $program }
wizard-columns = What each column means
wizard-columns-note = guessed from the heads and the first rows, please check
wizard-row = Row
wizard-column = Column
wizard-value = Value
wizard-reason = Reason
wizard-fix = Mend all at once
wizard-count = Such rows
wizard-not-read = not read
wizard-personal = Names, contacts or times: such columns are never read
wizard-wrong = This value is refused; the reason stands in the table below
wizard-refused = { $count } { $count ->
        [one] row
       *[other] rows
    } refused
wizard-refused-note = one for each reason
wizard-show-all = Show all { $count }
wizard-show-few = One for each reason
wizard-save-list = Save the list…
wizard-fixed = Mended
wizard-unfix = Take back
wizard-dropped = What stays out of the workspace
wizard-dropped-heads = Names, contacts and texts: { $count ->
        [one] column { $heads } is not read
       *[other] columns { $heads } are not read
    }
wizard-dropped-none = No names, e-mail or times in sight
wizard-people = What becomes of names
wizard-people-line = Ratings need names; they lie apart, under a key of their own. Nothing ties them to survey answers.
wizard-quoted = “{ $head }”
wizard-bad-rows = If there are bad rows
wizard-take-good = Take the good ones
wizard-take-good-note = { $count } { $count ->
        [one] row stays
       *[other] rows stay
    } on the list
wizard-all-or-nothing = All or nothing
wizard-all-or-nothing-note = mend the file and try again
wizard-remember = Remember what columns mean
wizard-remember-note = for files with the same heads
wizard-add-branches = Add unknown branches
wizard-add-branches-note = head counts can follow later
wizard-answers-to = Whose answers are these
wizard-choose-wave = Choose the wave that these answers belong to
wizard-new-wave = New closed wave “{ $name }”
wizard-waves-in-file = The file names its waves: each new one becomes a closed wave. Or choose one for all rows.
wizard-asked-known = These are the questions of “{ $title }”
wizard-asked-inferred = No questionnaire here has these questions, so they were taken from the column heads: { $items } { $items ->
        [one] question
       *[other] questions
    }, { $dimensions } { $dimensions ->
        [one] topic
       *[other] topics
    }
wizard-replace = Replace earlier answers
wizard-replace-note = the file holds all answers of the wave
wizard-add = Add to earlier answers
wizard-add-note = the file holds only new answers
wizard-known-file = This file was taken into this wave before
wizard-ready = { $count ->
        [one] row is ready
       *[other] rows are ready
    }
wizard-in-file = In the file
wizard-not-taken = Refused
wizard-known = Already known
wizard-span = Period
wizard-branches = Branches
wizard-branches-of = { $seen } of { $known }
wizard-take = Take { $count } { $count ->
        [one] row
       *[other] rows
    }
wizard-cancel = Cancel
wizard-missing = Show which column is: { $columns }
wizard-nothing = Not one row of the file is good
wizard-refused-left = Some rows are bad: mend the file or take only the good ones

wizard-done-title = File taken
wizard-done = { $count } { $count ->
        [one] row
       *[other] rows
    } taken
wizard-taken = { $count ->
        [one] row in the workspace
       *[other] rows in the workspace
    }
wizard-done-whole = The whole file is in. Taking it again doubles nothing.
wizard-done-refused = { $count } more { $count ->
        [one] row was
       *[other] rows were
    } refused: mend them in the file and take it again; what is in will not double.
wizard-done-file = File
wizard-done-dropped = Columns not read
wizard-done-none = there were none
wizard-again = Import another file…
wizard-next-home = Go to Home
wizard-next-organisation = Open organisation
wizard-next-competencies = Open competencies
wizard-next-wave = Plan a wave
wizard-next-wave-seen = Open waves
wizard-next-customers = Open customer scores
wizard-next-linkage = See the linkage
wizard-next-results = Open results
