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
verify-kind-pack = Station file before collection
verify-kind-station = Station file with answers
verify-kind-bundle = Answers on their way from a station
verify-kind-batch = Sealed answers for the witness
verify-kind-release = The witness’s release
verify-kind-container = Encrypted workspace or witness’s key file
verify-container-whole = The head is right and no byte is missing; what is inside opens only with a key
verify-figure-saves = Saves so far
verify-figure-keys = Keys that open it, recovery sheet included
