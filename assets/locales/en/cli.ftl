# The command line.
cli-demo-hint = Without a display: frontline demo --no-window --dir FOLDER
cli-imported = Rows taken: { $taken }, refused: { $refused }
cli-refused-row = row { $row }, column “{ $column }”, value “{ $value }”: { $reason }
cli-dropped = Columns that were not read: { $columns }
cli-rows-refused = { $file }: { $refused ->
        [one] { $refused } row was refused
       *[other] { $refused } rows were refused
    }, for example row { $row }, column “{ $column }”, value “{ $value }”: { $reason }
refusals-row = Row
refusals-column = Column
refusals-value = Value
refusals-reason = Reason
