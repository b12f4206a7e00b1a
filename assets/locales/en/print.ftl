# Paper: code slips, box covers, poster, paper form, recovery sheets, leaflet.
print-document-slips = Code slips
print-document-covers = Box covers
print-document-poster = Survey poster
print-document-form = Paper form
print-document-recovery = Recovery sheet
print-document-leaflet = Leaflet on anonymity

# Said everywhere: the last day, the level, the three sentences.
print-until = Open through { $day }
print-level-one = Protection level 1: one key, held by HR
print-level-two = Protection level 2: two keys, HR and witness
print-level-one-short = Protection level 1: one key
print-level-two-short = Protection level 2: two keys
print-level-one-means = The answers are sealed with HR’s key. This level does not protect against someone who has the key and copies the disk while the survey runs.
print-level-two-means = The answers are sealed with two keys. Neither HR nor the witness can read them alone.
print-level-two-means-names = The answers are sealed with two keys. Neither HR nor the witness can read them alone. { $count ->
        [one] The witness is { $names }.
       *[other] The witnesses are { $names }.
    }
print-why-drawn = You drew this code yourself: there is no list of who has which.
print-why-stored = No name, code or time is stored with your answers.
print-why-opened-one = HR opens the answers; reports show only groups of { $group } answers or more.
print-why-opened-two = HR and the witness open answers only together, in groups of { $group } or more.

# Slip.
print-slip-station = Where to answer: { $station }
print-slip-words = The poster and the screen show the same six words
print-slip-words-short = Six words, as on poster and screen
print-slip-level = { $level }. Its limits are on the poster
print-slip-sheet = Sheet { $number } of { $of } · { $station }
print-slip-cut = Cut along the dashes, fold along the dots, code inside

# Box cover.
print-cover-box = Box for the group
print-cover-slips = Slips in the box
print-cover-invited = People invited
print-cover-station = Where to answer
print-cover-slips-head = Slips
print-cover-apart = A code works on its own computer only: keep the slips for each one apart.
print-cover-how = How to hand out
print-cover-how-cut = Cut the sheets along the dashes and fold every slip along the dots, code inside.
print-cover-how-count = Count them: there must be exactly { $slips }.
print-cover-how-mix = Tip them into the box and shuffle.
print-cover-how-draw = Let everybody draw one slip without looking. Never hand slips out yourself, and never write on them.
print-cover-how-list = Do not note who came or when. The program counts how many have answered.
print-cover-how-rest = When the survey has closed, count the slips that are left, write the number below and destroy them.
print-cover-left = Slips left
print-cover-signed = Counted by
print-cover-note = { $level }. Answers are taken through { $day }. Only this sheet names the group; the slips do not.

# Poster.
print-poster-where = Where
print-poster-until = When
print-poster-time = How long
print-poster-minutes = About { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }
print-step-draw = Draw a slip
print-step-draw-how = Draw from the box yourself, without looking. Nobody knows whose code is whose.
print-step-answer = Answer on the screen
print-step-answer-how = Type in the code and answer. Any question may be passed with “Prefer not to answer”.
print-step-seal = Seal
print-step-seal-how = Press “Seal”: the answers are locked, the code is spent, the screen is wiped. Tear up the slip.
print-words-title = Compare the six words
print-words-mean = The words on the slip, on the screen and here must be the same: then everybody has one questionnaire and the same keys, and there is no marked set. If they differ, do not answer and say so at once.
print-promised = What we promise
print-not-promised = What nobody can promise
print-promise-stored = No name, code, day, hour or place in the queue is stored with the answers.
print-promise-apart = Topics and comments are kept apart: nobody can put one person’s sheet together from them.
print-promise-opened-one = The answers are sealed: without HR’s key nobody reads them. HR opens them when the survey has closed.
print-promise-opened-two = Opening the answers takes two keys: neither HR nor the witness can read them alone.
print-promise-group-one = Reports show only groups of { $group } answers or more. We invite groups of { $invited } people or more.
print-promise-group-two = Fewer than { $group } answers are never opened by themselves: they join a neighboring group. We invite groups of { $invited } people or more.
print-promise-wiped = The screen wipes everything after you. The next person sees nothing.
print-risk-style = Your way of writing may give you away. In comments, name nobody and nothing you would be known by.
print-risk-unanimous = If a large group answers alike, it becomes clear how each of its members answered.
print-risk-keys-one = Here all rests on HR: there is one key. Whoever knows it and copies the disk during the survey sees more than the report.
print-risk-keys-two = If HR and the witness conspire, there is no protection. The witness must be someone you trust.
print-risk-program = The program could be swapped, and the six words would not show it. Your technician can check it.
print-risk-camera = A camera over the screen, or an eye over your shoulder, sees what you see.

# Paper form.
print-form-how = It takes about { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }; hand it in by { $day }. Put a cross in one circle of each row. A slip of the pen? Fill that circle in and cross another. Rather not answer? Cross the last column.
print-form-weaker = Paper protects less than the screen: whoever enters the answers sees the whole sheet and your handwriting. If you can, answer on the screen.
print-form-code = The code on your slip
print-form-code-hint = Keeps a form from being entered twice. It is not stored with the answers.
print-form-skip = Prefer not to answer
print-form-yes = Yes
print-form-no = No
print-form-never = 0 — not at all
print-form-surely = 10 — for certain
print-form-comment = No names, positions or events that you would be known by. Block letters are safer.
print-form-after = Thank you! Fold the form with the text inside and put it into the box for forms yourself. It is entered into the program twice, compared and destroyed.
print-form-page = Form – page { $number } of { $of }
print-form-foot = All copies are alike; there are no numbers or marks on them

# Recovery sheets.
print-recovery-title-workspace = Recovery sheet: HR’s workspace
print-recovery-title-witness = Recovery sheet: witness { $name }
print-recovery-file = Opens the file “{ $file }”
print-recovery-can-workspace = These 24 words open the file without its passphrase. Whoever has both sheet and file sees survey results and staff ratings and can open the answers of new waves; at level 2 only together with the witness.
print-recovery-can-witness = These 24 words open the witness’s file without its passphrase. They allow releasing the answers of a wave to HR, once. They do not show the answers themselves: that takes HR’s key as well.
print-recovery-keep = Where to keep it
print-recovery-check = Compare all 24 words with the screen while the window is open.
print-recovery-envelope = Put the sheet into an opaque envelope, seal it and sign across the flap.
print-recovery-apart-workspace = Keep it in a safe, away from the computer and from the passphrase. Do not give it to the witness.
print-recovery-apart-witness = Keep it locked away at your place, apart from the computer and the passphrase. HR must not see this sheet.
print-recovery-no-copy = Do not photograph, scan or send it. Delete the PDF file right after printing and clear the printer’s queue.
print-recovery-seen = If the envelope was opened, take the words as known and change the key in the program.
print-recovery-date = Date
print-recovery-sealed-by = Sealed by
print-recovery-place = Kept at

# Leaflet.
print-leaflet-title = How anonymity works
print-leaflet-slip = You draw a slip with a code yourself, without looking. The code tells the screen one thing: that you were invited. Not who you are.
print-leaflet-seal = The screen splits your answers by topic, seals every part by itself and spends the code. The parts cannot be tied to each other or to the code.
print-leaflet-open = The survey runs through { $day }. Then it is closed, the answers are opened and summed up by group, and the wave’s key is destroyed on the set day.
