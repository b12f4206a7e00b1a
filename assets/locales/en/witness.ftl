# The witness: key, card, the file from HR, the release.
witness-title = Witness
witness-subtitle = the second key to what staff answered
witness-back = To the first screen
witness-close = Close the key
witness-what = Without you HR cannot open the answers
witness-what-line = You hold the second key. You see how many sheets came in per group, and not a single answer. HR sees answers only once you release them, and only by group.
witness-new = Make a key
witness-new-line = Once, on a computer or stick of your own. Do not hand the key to the employer.
witness-name = Your name on the card
witness-name-hint = Anna Orlova, works council
witness-name-wanted = Give your name, up to 60 characters
witness-passphrase = Passphrase
witness-new-deed = Make a key…
witness-open = Open your key
witness-open-line = Choose the key file or drop it on the window. Its name ends in .flwitness.
witness-open-choose = Choose the file…
witness-open-other = Another file…
witness-open-deed = Open the key
witness-recovery = Write these words down on paper
witness-recovery-line = If you forget the passphrase, only they open the key. The program will not show them again.
witness-recovery-words = Recovery words
witness-recovery-where = Put the sheet in an envelope, sign across the flap and keep it away from the computer.
witness-recovery-lost = Whoever finds these words and the key file can release answers in your place.
witness-recovery-written = I have written down all the words and compared them
witness-recovery-deed = Go on
witness-recovery-wait = Write the words down first
witness-card = Your card
witness-card-line = Send it to HR before the survey begins. There is no secret in it.
witness-card-compare = When HR calls, read these six words out loud.
witness-card-deed = Save the card…
witness-saved = The file “{ $file }” was written
witness-empty = When the wave closes, HR sends a file with the sealed answers. Open it here and you see how many sheets each group has.
witness-read = Read the file from HR…
witness-read-other = Another file from HR…
witness-batch = { $company }, “{ $wave }”: the answers wait for you
witness-batch-line = { $count ->
        [one] { $count } sheet
       *[other] { $count } sheets
    } in { $groups ->
        [one] { $groups } group
       *[other] { $groups } groups
    }. Does that look like the number of people who answered?
witness-released = { $company }, “{ $wave }”: the answers are released
witness-released-line = { $count ->
        [one] { $count } sheet
       *[other] { $count } sheets
    } in { $groups ->
        [one] { $groups } group
       *[other] { $groups } groups
    }. Pass the release file on to HR. This wave cannot be released again in another way.
witness-group = Groups
witness-sheets = Sheets
witness-groups-caption = counts of sheets only, not a single answer
witness-merged-none = Every group has at least { $k } sheets.
witness-merged = { $count ->
        [one] { $count } class stands
       *[other] { $count } classes stand
    } together with others, since one of them has fewer than { $k } sheets: nobody sees them apart.
witness-release = Release the answers…
witness-release-note = HR receives the answers of these groups, mixed within the group, with no tie between the dimensions of one sheet.
witness-release-title = Release the answers?
witness-release-body = HR will be able to open the answers of these groups. This happens once and cannot be taken back.
witness-release-deed = Release the answers
witness-key = Your key
witness-key-line = After the release it is not needed any more. Once HR confirms that the results are open, the key is best destroyed.
witness-destroy = Destroy the key…
witness-destroy-title = Destroy the key?
witness-destroy-body = Waves that you have not released yet can never be opened by anybody. The recovery words become worthless too. The key cannot be brought back.
witness-destroy-deed = Destroy the key
witness-destroyed = The key “{ $file }” is destroyed: the file was overwritten and removed. Copies of it elsewhere were not touched; remove them too, and burn or shred the sheet with the words.
