# An open or closed wave: codes, stations, answers coming in, keys.
collect-title = Collection: { $name }
collect-open = open for answers · { $days }
collect-closed = wave closed · { $days }
collect-view-stations = Stations
collect-view-branches = Participation by branch
collect-stations = Stations
collect-issued = Codes
collect-issued-tip = How many slips with codes were printed
collect-unused = Unused
collect-unused-tip = Codes not spent by the last file taken in. Hidden wherever the number of answers is.
collect-words = Six words
collect-words-tip = The fingerprint of the station file: the same words on slips, poster and survey screen
collect-words-note = These words must match the slips, the poster and the survey screen.
collect-no-codes = This station has no codes yet.
collect-pack = Write the station file…
collect-anew = Codes anew…
collect-kiosk = Start collecting on this computer…
collect-kiosk-note = The workspace closes and the survey screen opens
collect-kiosk-title = Start collecting here: “{ $name }”?
collect-kiosk-body = The workspace closes, so that nobody sees it. The survey opens over the whole screen; it can be left with the exit password only.
collect-kiosk-deed = Close the workspace and start
collect-step-design = Classes
collect-step-codes = Codes
collect-step-answers = Answers
collect-step-close = Closing
collect-step-witness = Witness
collect-step-findings = Results
collect-codes = { $count ->
        [one] Make codes for { $count } station…
       *[other] Make codes for { $count } stations…
    }
collect-no-code = Make codes: without them nobody can answer
collect-no-code-line = Each station gets a folder: slips with codes, the station file, a poster and a paper form.
collect-going = Answers are coming in
collect-going-title = Answers are coming in: { $answers }
collect-going-line = Take in files from stations in any order and as often as you like: a repeat does no harm.
collect-merge = Take in answers…
collect-drop = Or drop the stations’ files on the window, all at once if you like.
collect-close-body-two = { $answers } have answered. The wave takes no more answers. Results open once the witness releases them. This cannot be undone.
collect-close-body-one = { $answers } have answered. The wave takes no more answers, and the sealed ones are opened. This cannot be undone.

codes-title = Codes for stations
codes-title-anew = Codes anew: { $name }
codes-line = Codes are printed in mixed order, and no list of them is kept anywhere. Let people draw them from a box, unseen.
codes-folder = Folder
codes-choose = Another folder…
codes-langs = Languages of slips and poster
codes-exit = Exit password
codes-exit-note = It closes the survey screen. Give it to whoever looks after the computer.
codes-again = Exit password once more
codes-short = At least 6 characters are needed
codes-different = The passwords differ
codes-no-lang = Choose at least one language
codes-deed = { $count ->
        [one] Make codes for { $count } station
       *[other] Make codes for { $count } stations
    }
codes-deed-anew = Make the codes anew
codes-anew-warning = Earlier slips of this station become worthless. Collect and destroy them.
codes-anew-title = Make codes anew: “{ $name }”?
codes-anew-body = Earlier slips and the station file stop working. Hand out the new ones and replace the file on the branch’s computer.
codes-made = { $count ->
        [one] Codes are ready: { $count } folder
       *[other] Codes are ready: { $count } folders
    }
collect-saved-line = Hand it over on a stick or by mail: without the keys nobody reads it.
codes-made-line = Print the slips and delete their file at once. Send the station file and the exit password to the branch by different ways.

merged-title = Files taken in
merged-taken = { $count ->
        [0] { $station }: no new answers
        [one] { $station }: { $count } new answer
       *[other] { $station }: { $count } new answers
    }

answers-none = There are no answers in this wave
answers-none-line = No file from a station was taken in while it was open.
answers-sealed = The answers stayed sealed
answers-sealed-line = They are fewer than the threshold; there is nothing to open.
answers-await = The answers wait for the witness
answers-await-line = The wave is closed. HR and the witness open the answers together: first your file to them, then theirs to you.
answers-await-export = Write the file with the sealed answers.
answers-await-send = Pass it on to the witness: { $names }. The witness sees nothing but counts of sheets.
answers-await-import = Take in the file that the witness sends back.
answers-export = Write the file for the witness…
answers-import = Take in the witness’s file…
answers-drop = The witness’s file can be dropped on the window.
answers-opened = The answers are open and the results computed
answers-opened-line = Only classes with enough answers get into reports.
answers-kept = Sealed records and the key
answers-kept-line = While they are there, the answers can be opened again, for a check, say.
answers-kept-until = Destroyed on { $day }; the results remain. Once newer backups have replaced those of earlier days, nobody can open the answers again.
answers-destroy = Destroy now…
answers-destroy-title = Destroy records and key of wave “{ $name }”?
answers-destroy-body = The results remain. Backups of earlier days hold records and key until newer ones replace them; after that nobody can open the sealed answers again, not even we. This cannot be undone.
answers-destroy-deed = Destroy records and key
answers-destroyed = Records and key are destroyed
answers-destroyed-line = Only the results remain. Backups of earlier days hold both until newer ones replace them.
collect-unused-hidden = Hidden with the number of answers: a subtraction would give it away
