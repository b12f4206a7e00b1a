# Waves: the list, the form, the confirmations.
wave-open-title = Open wave “{ $name }” for answers?
wave-open-body = The questionnaire “{ $questionnaire }” and the threshold of { $k } are fixed from then on. Days and months of customer scores can still be changed.
wave-open-deed = Open the wave
wave-close-title = Close wave “{ $name }”?
wave-close-body = { $answers } have answered. Results open and the wave takes no more answers. This cannot be undone.
wave-close-deed = Close the wave
wave-remove-title = Remove wave “{ $name }”?
wave-remove-body = The wave and everything collected in it leave the workspace. This cannot be undone.
wave-remove-deed = Remove the wave

waves-subtitle = one survey is one wave
waves-list = All waves
waves-empty = A wave is one survey: a questionnaire, its days and a threshold. Plan the first one and the next steps follow.
waves-empty-branches = The list of branches comes first: it says whom to invite and whose answers may be shown.
wave-new = New wave
wave-state = State
wave-days = Days of collection
wave-answers = Answers
wave-months = Customer months
wave-months-none = not set
wave-questionnaire = Questionnaire
wave-scores = Customer scores
wave-scores-of = { $count ->
        [0] not loaded yet
        [one] in { $count } branch
       *[other] in { $count } branches
    }
wave-threshold = Threshold
wave-threshold-value = { $k } answers: smaller groups stay hidden
wave-note-draft = While it is a draft everything can change. Opening fixes the questionnaire and the threshold.
wave-note-open = Results stay locked until collection ends, so that answers do not sway each other.
wave-note-closed = The wave is finished. Its name, days and customer months can still be put right.
wave-change = Change
wave-remove = Remove the draft…
wave-form-new = New wave
wave-form-change = Change the wave
wave-form-name = Name
wave-form-name-hint = Spring 2027
wave-form-questionnaire = Questionnaire
wave-form-title-minutes = { $title }, { $minutes } min
wave-form-opens = First day
wave-form-closes = Last day
wave-form-day-hint = dd.mm.yyyy
wave-form-months = Months of customer scores
wave-form-months-note = Which scores to set against the answers: usually three months around the survey
wave-form-last-month = Last month of customer scores
wave-form-month-hint = mm.yyyy
wave-form-threshold = Threshold, answers
wave-form-what-if-none = With { $k }, every branch where { $k } people answer gets a row of its own.
wave-form-what-if = With { $k }, { $count } of { $all } { $all ->
        [one] branch stays
       *[other] branches stay
    } hidden: fewer than { $k } people work there. Their answers count in the company total.
wave-form-frozen = The questionnaire is fixed once the wave is made, the threshold once it is open
wave-form-make = Make the wave
wave-form-save = Save
wave-form-bad-name = Give the wave a name of up to 60 characters
wave-form-bad-day = A date is needed: dd.mm.yyyy
wave-form-bad-order = The last day is before the first
wave-form-bad-month = Two months in order are needed: mm.yyyy
form-cancel = Cancel

# Names of the files that a station gets.
codes-file-slips = Slips - { $class }.pdf
codes-file-covers = Box labels.pdf
codes-file-poster = Poster.pdf
codes-file-form = Paper form.pdf
wave-collected = How we collect
wave-collected-two = with Frontline, two keys
wave-collected-one = with Frontline, one key
wave-collected-file = answers will be loaded from a file
wave-note-designed = While it is a draft everything can change: classes, keys and stations. Opening fixes all of it.
wave-prepare = Prepare the collection…
wave-go-on = Go on preparing
wave-stations = Stations and codes
wave-answers-state = Answers and keys
