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
cli-demo-passphrase = Passphrase of the example: { $passphrase }
cli-passphrase = Passphrase of { $name }:
cli-new-passphrase = New passphrase:
cli-repeat-passphrase = Once more:
cli-words = Recovery words. Write them down and keep them away from the computer: they are not shown again.

# Own collection.
cli-codes-made = Codes, slips and forms: { $folder }
cli-merged = { $file }: station “{ $station }”, new sheets: { $added }
cli-not-proven = not proven: what several figures give away together was not checked; the rules hold in every row
cli-proven-in = proven that nobody can be recognised, in { $seconds } s
