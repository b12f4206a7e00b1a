# The kiosk: what an employee sees. Short, warm, plain; never “fully anonymous”.

kiosk-opening = Getting the survey ready…
kiosk-broken = The survey does not open
kiosk-close = Close
kiosk-before = The survey starts on { $day }
kiosk-before-line = Please come back on that day. Keep the slip with your code, you will need it.
kiosk-after = The survey ended on { $day }
kiosk-after-line = New answers are no longer taken. Thank you to everyone who found the time.

kiosk-start-hello = Hello!
kiosk-start-why = Tell us how work is going and what gets in the way of serving customers well.
kiosk-start-length = { $items ->
    [one] { $items } question
   *[other] { $items } questions
 }, { $minutes ->
    [one] about { $minutes } minute
   *[other] about { $minutes } minutes
 }
kiosk-start-button = Start
kiosk-exit-open = Exit for whoever is in charge

kiosk-back = Back
kiosk-next = Next
kiosk-mended = Done
kiosk-erase = Erase and leave
kiosk-promise = No name, code or time goes with your answer.
kiosk-stored-link = What is stored about me?

kiosk-trust-title = What happens to your answers
kiosk-trust-line = Half a minute to read. Nothing is being stored yet.
kiosk-trust-seal-head = Sealed right here
kiosk-trust-seal = Your answers go into a file with no name, code, time or order. Each part of the survey is a record of its own, tied to no other.
kiosk-trust-group-head = Shown only as a group
kiosk-trust-group = Managers see the result of a group, not of people. With fewer than { $min } answers in a group there is no report on it.
kiosk-keys-one-head = One key
kiosk-keys-one = HR opens the answers with its key. This survey has no second key.
kiosk-keys-two-head = Two keys
kiosk-keys-two = Only HR and { $witness } together can open the answers; neither can alone.
kiosk-keys-three = HR can open the answers only together with one of the keepers of the second key: { $first } or { $second }.
kiosk-words-head = Compare six words with the poster and your slip
kiosk-words-short = Compare with the poster
kiosk-words-line = Is even one word different? Do not type your code, and tell your colleagues.
kiosk-trust-limits = No program can do everything. We say plainly what this one cannot.
kiosk-trust-on = Got it, go on
kiosk-stored-show = Show me what is stored

kiosk-limits-open = What the program cannot do
kiosk-limits-head = What the program cannot do
kiosk-limits-short = Five honest limits
kiosk-limits-close = Got it
kiosk-limits-style = Hide your way of writing. Comments are read word for word, so leave out anything that gives you away.
kiosk-limits-camera = Keep a camera or somebody behind you from seeing the screen. If it feels uncomfortable, pick another time.
kiosk-limits-agree = Hide the opinion of a group in which everybody answered the same.
kiosk-limits-together = Stop HR and the keeper of the second key ({ $witness }) if they agree to break the rules.
kiosk-limits-copies = Stop somebody who holds HR’s key and secret copies of this disk from before and after you. A second key would; this survey has one.
kiosk-limits-program = Vouch for itself once it has been tampered with. Any technician can check the program and its file.

kiosk-code-title = Type the code from your slip
kiosk-code-line = Twelve characters; capital and small letters are the same. There is no letter O in a code, that is a zero.
kiosk-code-name = Code from the slip
kiosk-code-note = The code lets you answer once. It is not kept with your answers.
kiosk-code-on = Go on
kiosk-code-checking = Checking…
kiosk-code-rub-out = Delete
kiosk-code-mistyped-group = { $group ->
    [1] A character in the first group
    [2] A character in the second group
   *[other] A character in the third group
 } is wrong. Compare it with the slip and correct it.
kiosk-code-mistyped = One of the characters is wrong. Compare with the slip: 8 and B, 5 and S, 2 and Z are easily mixed up.
kiosk-code-spent = Somebody has answered with this code already; it does not work twice. If it was not you, take another slip.
kiosk-code-foreign = The code is well formed, but not for this computer or not for this survey. The slip says where it is used.
kiosk-code-not-today = The survey takes no answers today. Keep the code: it works on the days of the survey.
kiosk-code-not-checked = The computer could not check the code. The code is fine: close other programs or try again.

kiosk-place = Question { $number } of { $of }
kiosk-minutes-left = { $minutes ->
    [one] about { $minutes } minute left
   *[other] about { $minutes } minutes left
 }
kiosk-decline = Prefer not to answer
kiosk-answer-missing = Choose an answer or “Prefer not to answer”
kiosk-score-name = { $score } of 10
kiosk-score-low = 0 — certainly not
kiosk-score-high = 10 — certainly

kiosk-comment-name = Your comment
kiosk-comment-left = { $left } of { $of } bytes left; a plain letter takes one
kiosk-comment-style = Comments are read word for word. Write about the matter, without names or telling details.
kiosk-comment-none = No comment
kiosk-comment-clear = Erase the comment
kiosk-comment-marks = This looks like { $found }. It may give you or a colleague away, so better take it out. The check happens only on this screen.
kiosk-mark-name = a name from the staff list ({ $words })
kiosk-mark-word = “{ $word }”
kiosk-mark-phone = a phone number
kiosk-mark-address = an e-mail address or an account name

kiosk-review-title = Check your answers
kiosk-review-line = Press any answer to change it. Nothing has been stored yet.
kiosk-review-open = { $count ->
    [one] { $count } question has no answer, and that is fine.
   *[other] { $count } questions have no answer, and that is fine.
 } Press any answer to change it.
kiosk-review-rest = Other questions
kiosk-review-on = What is stored about me
kiosk-no-answer = No answer
kiosk-no-answer-short = no answer
kiosk-no-comment = no comment
kiosk-quoted = “{ $text }”
kiosk-of-ten = { $score } of 10

kiosk-stored-title = What is stored about me
kiosk-stored-line = These are the exact records that go into the file when you press “Seal”. Nothing has been stored yet.
kiosk-stored-line-early = These records go into the file. They are empty for now: you have not answered yet.
kiosk-stored-back = Back to the questions
kiosk-stored-back-review = Back to my answers
kiosk-seal = Seal
kiosk-sealing = Sealing…
kiosk-not-sealed = It was not stored, and nothing is lost: the code still works and your answers are here. Press “Seal” once more. { $reason }
kiosk-saved-head = Stored
kiosk-saved-foot = { $count ->
    [one] { $count } record
   *[other] { $count } records
 }, { $bytes } bytes, the same for everybody
kiosk-column-record = Record
kiosk-column-inside = What is inside
kiosk-column-size = Size
kiosk-column-link = Tied to
kiosk-tie-none = nothing
kiosk-bytes = { $bytes } B
kiosk-company-record = For the whole company, no group
kiosk-band-low = low
kiosk-band-middle = middle
kiosk-band-high = high
kiosk-not-saved-head = Not stored
kiosk-not-name = Name, position, staff number
kiosk-not-code = The access code: it is cancelled separately
kiosk-not-time = Day and hour
kiosk-not-order = Who answered before you and after you
kiosk-not-tie = Any tie between parts of the survey
kiosk-who-head = Who sees you, and together with whom
kiosk-who-early = We show your group after the code; it always has eight people or more. With fewer than { $min } answers there is no report on it.
kiosk-who-one = { $people ->
    [one] Group “{ $group }”, { $people } person.
   *[other] Group “{ $group }”, { $people } people.
 } With fewer than { $min } answers there is no report on it.
kiosk-who-two = { $people ->
    [one] Group “{ $group }”, { $people } person.
   *[other] Group “{ $group }”, { $people } people.
 } With fewer than { $min } answers nobody sees its result.
kiosk-long-head = For how long
kiosk-long = After the survey the key is destroyed on a set day, and only summary figures remain.

kiosk-thanks = Thank you! Your answers are sealed
kiosk-thanks-line = Everything is gone from this screen. The next person sees an empty survey.
kiosk-thanks-slip = You no longer need the slip: its code is used up and does not work again.
kiosk-thanks-on = Done
kiosk-thanks-left = { $seconds ->
    [one] The screen changes in { $seconds } second
   *[other] The screen changes in { $seconds } seconds
 }

kiosk-idle-title = Are you still here?
kiosk-idle-line = { $seconds ->
    [one] In { $seconds } second everything you entered will be erased.
   *[other] In { $seconds } seconds everything you entered will be erased.
 } Your code will still work.
kiosk-idle-stay = I am here, go on

kiosk-exit-title = Leave the survey
kiosk-exit-line = Whoever looks after this computer knows the exit password. An unfinished sheet will be erased.
kiosk-exit-name = Exit password
kiosk-exit-wrong = That is not the password.
kiosk-exit-check = Enter
kiosk-exit-leave = Back to the survey

kiosk-operator-title = For whoever is in charge
kiosk-operator-count = Sheets sealed so far
kiosk-operator-counting = Counting…
kiosk-operator-few = Fewer than { $step }
kiosk-operator-from = { $from } to { $to }
kiosk-operator-count-line = The exact number is hidden: it would show who answered when.
kiosk-bundle-head = Bundle for HR
kiosk-bundle-line = A bundle holds sealed answers only: nobody reads them without HR’s key. Hand it over on a USB stick or by mail; writing it again does no harm.
kiosk-bundle-button = Write a bundle…
kiosk-bundle-done = Bundle written: { $path }
kiosk-bundle-folder = Where to write the bundle
kiosk-operator-back = Back to the survey
kiosk-operator-close = Close the kiosk
