# Paper forms: what whoever is in charge sees while typing them in. Short, plain, nothing glossed over.

kiosk-paper-head = Paper forms
kiosk-paper-line = A form goes into the same sealed file and uses up the same code. One thing no program can hide: whoever types it in sees the whole sheet and the handwriting.
kiosk-paper-open = Enter paper forms…

kiosk-paper-code-title = The code on the paper form
kiosk-paper-code-line = Twelve characters in the frame on the first page. Before you begin, shuffle the forms.
kiosk-paper-code-name = Code on the form
kiosk-paper-note = The order, time and number of forms are not kept.
kiosk-paper-finish = Finish
kiosk-paper-mistyped-group = { $group ->
    [1] A character in the first group
    [2] A character in the second group
   *[other] A character in the third group
 } is wrong. Compare it with the form and correct it.
kiosk-paper-mistyped = One of the characters is wrong. Compare with the form: 8 and B, 5 and S, 2 and Z are easily mixed up.
kiosk-paper-spent = There is an answer with this code already: the form was entered before, or the person answered on screen. Do not enter it again; put the sheet aside to be destroyed.
kiosk-paper-foreign = The code is well formed, but not for this computer or not for this survey. Put the form aside and ask HR where to enter it.
kiosk-paper-not-today = The survey takes no answers today. Lock the forms away and enter them on the days of the survey.

kiosk-paper-first = First time: type in the whole form
kiosk-paper-second = Second time: type in the same form again
kiosk-paper-keys = 1 — { $low }, 5 — { $high }. No answer — 0, or minus on the scale to ten. Enter goes on, arrows move up and down a row.
kiosk-paper-left = { $count ->
    [one] { $count } question left
   *[other] { $count } questions left
 }
kiosk-paper-missing = Question { $number }: choose an answer or “no answer”
kiosk-paper-cell = Question { $number }: { $value }
kiosk-paper-comment-name = Comment to question { $number }
kiosk-paper-comment = Word for word, as on the paper. No comment: leave it empty. Shift+Enter starts a new line.
kiosk-paper-comment-again = No need to type it a second time: the first entry stands. If you do, we compare the words.
kiosk-paper-first-on = Enter it again
kiosk-paper-second-on = Compare
kiosk-paper-erase = Erase and start again

kiosk-paper-agree = Both entries agree
kiosk-paper-agree-line = Ready to seal. Nothing has been stored yet.
kiosk-paper-differ = { $count ->
    [one] The entries differ in { $count } question
   *[other] The entries differ in { $count } questions
 }
kiosk-paper-differ-line = Look at the form and type the right answer. For a comment press 1 or 2; Tab lets you correct it.
kiosk-paper-said = First time { $first }, second time { $second }
kiosk-paper-words-first = First time
kiosk-paper-words-second = Second time
kiosk-paper-words-right = This is what will be sealed

kiosk-paper-sealed = The form is sealed
kiosk-paper-destroy = Now destroy the paper or lock it away: whoever finds it can read the answers.
kiosk-paper-wiped = The code is used up, and nothing is left on the screen.
kiosk-paper-next = Next form
