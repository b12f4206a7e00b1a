# Checking a file: kinds of files and statements.
verify-title = Check a file
verify-line = A station file, answers on their way, a release or a report: the program checks everything that is promised of it. No secret is needed.
verify-deed = Check a file…
verify-holds = { $count ->
        [one] All holds: { $count } statement
       *[other] All holds: { $count } statements
    }
verify-fails = { $count ->
        [one] { $count } statement does not hold
       *[other] { $count } statements do not hold
    }
file-kind-pack = Station file before collection
file-kind-station = Station file with answers
file-kind-bundle = Answers on their way from a station
file-kind-batch = Sealed answers for the witness
file-kind-release = The witness’s release
file-kind-card = A witness’s card
file-kind-witness = A witness’s key
file-kind-workspace = Workspace
verify-signature = The signature is right
verify-whole = The file is whole; its checksum is right
verify-sorted = Records lie in order of their bytes, not of time
verify-sizes = All records of a kind are of the same length
verify-counts = There are exactly as many records as codes were spent
verify-classes = Enough people are invited in every class
verify-threshold = The threshold is 5 or more
verify-nothing-else = There is nothing in the file beyond its description: no names, no times, no numbers
