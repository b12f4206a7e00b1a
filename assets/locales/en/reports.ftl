# The reports screen.
reports-title = Reports
reports-subtitle = release to Excel, and the ledger of releases
reports-what = Which report
reports-full = Full, for HR
reports-full-line = all branches, one workbook
reports-short = Short, for the director
reports-short-line = summary, heat map, actions
reports-cuts = Cuts for managers
reports-cuts-line = one file per branch
reports-staff = For the staff themselves
reports-staff-line = two pages to print, PDF
reports-csv = Table for analysis
reports-csv-line = CSV: aggregates
reports-sav = Table for SPSS
reports-sav-line = .sav file: jamovi, PSPP, R
reports-language = Language
reports-for-whom = For whom
reports-sheets = Sheets
reports-against = Compare with
reports-of = { $n } of { $all }
reports-everybody = Everybody
reports-nobody-deed = Nobody
reports-show-list = Choose branches
reports-show-sheets = Choose sheets
reports-hide-list = Fold the list
reports-withheld = { $n ->
        [one] { $n } branch is hidden and gets no cut of its own
       *[other] { $n } branches are hidden and get no cut of their own
    }
reports-folder = Folder
reports-folder-choose = Choose…
reports-choose-folder = Choose a folder…
reports-export = { $n ->
        [one] Release { $n } file
       *[other] Release { $n } files
    }
reports-busy = Please wait: the program is still computing or writing
reports-nobody = Choose at least one branch
reports-no-sheets = Tick at least one sheet

reports-not-proven = Not proven that nobody can be recognised, so no report leaves. Merge small branches, or raise the threshold.
reports-cause-one = “{ $file }” of { $day }
reports-cause = { $n ->
    [one] Some of it is hidden because of an earlier report, which cannot be called back: { $list }.
   *[other] Some of it is hidden because of earlier reports, which cannot be called back: { $list }.
}
reports-promise = Groups below { $k } answers are hidden
reports-promise-detail = { $hidden ->
        [0] All { $shown } { $shown ->
                [one] branch is
               *[other] branches are
            } shown.
       *[other] { $shown } branches shown, { $hidden } hidden.
    } Where subtracting from the total would reveal a small group, one more row is hidden.

reports-hidden = What will be hidden or coarsened, and why
reports-where = Where
reports-withheld-what = What is not shown
reports-instead = Instead
reports-reason = Reason
reports-rows = { $n } { $n ->
        [one] row
       *[other] rows
    }
reports-hidden-row = all dimensions and questions
reports-hidden-dimensions = dimensions, { $n } { $n ->
        [one] cell
       *[other] cells
    }
reports-hidden-items = questions, { $n } { $n ->
        [one] cell
       *[other] cells
    }
reports-hidden-enps = eNPS
reports-hidden-shares = shares and eNPS
reports-hidden-distributions = answers over 5 levels
reports-instead-mean = mean to 0.1
reports-instead-band = share in 10% steps
reports-why-few = fewer than { $k } answers
reports-why-difference = subtraction would reveal a small group
reports-why-merged = too few answers apart
reports-why-proves-answer = would prove somebody’s answer
reports-why-changed = only a few people joined or left
reports-why-shares = { $k }–9 answers
reports-why-distributions = 10–29 answers
reports-hidden-note = A hidden figure is marked; it is never an empty cell and never zero. The full list is on the sheet “Method and audit”.

reports-written = { $n ->
        [one] Done: { $n } file
       *[other] Done: { $n } files
    }
reports-written-more = and { $n } more in the same folder
reports-open-folder = Open folder
reports-open = Open

reports-ledger = Ledger of releases
reports-ledger-caption = what left the program, and when
reports-ledger-empty = Nothing has been released yet
reports-number = No.
reports-day = Date
reports-report = Report
reports-file = File
reports-fingerprint = Fingerprint
reports-scope-full = Full
reports-scope-csv = CSV table
reports-scope-sav = SPSS table
reports-scope-short = Short
reports-scope-staff = For the staff
reports-scope-branch = Cut: { $branch }
