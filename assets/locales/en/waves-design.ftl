# Preparing the collection: questionnaire, classes, keys and stations, days, check.
design-title = Preparing the collection
design-subtitle = “{ $name }” · draft saved
design-reset = Return the proposal
design-close = Close the wizard
design-back = Back
design-next = Next: { $step }
design-to-list = To the list of waves
design-imported-tip = Load the answers from a file once the wave is open
design-unready = First put right what is listed above
design-advised = advised
design-change = Change…
design-step-asked = Questionnaire
design-step-classes = Classes
design-step-stations = Keys and stations
design-step-days = Days
design-step-check = Check

design-asked-caption = { $items ->
        [one] { $items } question
       *[other] { $items } questions
    }, about { $minutes } minutes
design-asked-dimension = Dimension
design-asked-items = Questions
design-asked-alone = Single questions and comments
design-asked-frozen = The text of the questionnaire is already stored with the wave. To ask something else, make a new wave.
design-source = Where answers come from
design-source-ours = Collect with Frontline
design-source-ours-line = A code from a box, a survey screen in the branch, sealed answers. Who answered what is stored nowhere.
design-source-import = Import answers
design-source-import-line = From Google Forms, LimeSurvey, Excel. The program cannot vouch for how they were collected.

design-classes = Who has a row of their own
design-classes-caption = people invited; a class from { $need } people, merged within the region
design-class = Class in the report
design-region-none = No region
design-region-note = { $count ->
        [one] { $count } branch
       *[other] { $count } branches
    }
design-region-note-apart = { $count ->
        [one] { $count } branch
       *[other] { $count } branches
    }, none merged
design-class-count = { $count } { $count ->
        [one] class
       *[other] classes
    }
design-class-both = contact and back office
design-class-contact = contact staff only
design-class-back = back office only
design-class-whole-back = whole branch: back office of { $back }
design-class-whole-contact = whole branch: contact staff of { $contact }
design-pool-split = { $classes }, { $contact } + { $back } invited
design-pool-whole = { $classes }, { $people } invited together

design-consequence = { $count ->
        [one] { $count } branch is reported with its neighbours
       *[other] { $count } branches are reported with their neighbours
    }
design-consequence-line = { $alone ->
        [0] No branch gets a row of its own
        [one] { $alone } branch gets a row of its own
       *[other] { $alone } branches get rows of their own
    }, { $groups ->
        [one] { $groups } group shares one
       *[other] { $groups } groups share one each
    }. In all { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    } for { $branches ->
        [one] { $branches } branch
       *[other] { $branches } branches
    }.
design-consequence-none = Every branch gets a row of its own
design-consequence-none-line = In all { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }; nobody needs to be merged.
design-as-before = As in “{ $name }”: waves compare
design-not-as-before = Not as in “{ $name }”: not all compares

design-fault-title = This cannot open
design-fault-missing = Branch “{ $name }” is in no class. Put it with neighbours or return the proposal.
design-fault-unfit = Branch “{ $name }” is named twice or has no staff. Return the proposal.
design-fault-small = “{ $name }”: { $invited ->
        [one] { $invited } person
       *[other] { $invited } people
    }, and a class needs { $need }. Put it with neighbours or return the proposal.
design-fault-company = The whole company has { $invited ->
        [one] { $invited } person
       *[other] { $invited } people
    }, and one class needs { $need }. Answers cannot be collected anonymously.

design-protection = Protection of answers
design-two-keys = Two keys
design-two-keys-line = HR and a witness open the answers together: a staff representative or an outside firm.
design-two-keys-nobody = Two keys, no witness chosen yet
design-two-keys-names = Two keys: HR and { $names }
design-one-key = One key
design-one-key-line = HR alone. Does not protect against somebody who copies the disk during the survey; staff will be told so.
design-threshold = Threshold
design-threshold-note = Fewer than { $k } answers in a class: “< { $k }” instead of figures.
design-what-if = With { $k }, { $count ->
        [one] { $count } branch goes
       *[other] { $count } branches go
    } together.
design-what-if-never = With { $k }, the company is too small for a single class.
design-frozen = Once the wave is open, classes, threshold and protection cannot change.

design-move-title = Who reports with { $names }?
design-move-line = A class needs at least { $need } people invited.
design-move-branch = { $code } { $name }, { $count } people
design-move-own = a row of its own
design-move-with = with { $names }
design-move-outcome = What comes of it
design-move-pool = { $names } — { $count } people
design-move-deed = Apply
design-move-unfit = One of the classes has too few people
design-move-same = Nothing has changed yet
design-undo-pools = The grouping was changed
design-undo-reset = The proposed grouping was returned
design-undo-import = Answers will be loaded from a file

design-stations = Where people answer
design-stations-branch = In every branch
design-stations-branch-line = People answer on the spot. You pass the station file and the slips on to the branch.
design-stations-here = One computer here
design-stations-here-line = Everybody comes to it and no file travels. Handy for a single office.
design-stations-own = Your own groups
design-stations-own-line = One computer for several branches, wherever that is handy.
design-stations-caption = { $count ->
        [one] { $count } station
       *[other] { $count } stations
    }
design-stations-codes = { $count ->
        [one] { $count } station
       *[other] { $count } stations
    }, { $codes ->
        [one] { $codes } code
       *[other] { $codes } codes
    }
design-station = Station
design-stations-head = Stations
design-station-branches = Whose staff
design-station-here = HR’s computer
design-station-join = Put branches together…
design-station-title = Station
design-station-line = Tick the branches whose staff come to this computer.
design-station-name = Name of the station
design-station-deed = Save the station
design-station-bad-name = It needs a name of up to 60 characters that is not taken
design-station-nobody = Tick at least one branch

design-witness = Witness
design-witness-missing = With two keys, a witness’s card is needed.
design-witness-how = Ask the witness to start Frontline, choose “I am a witness”, make a key and send you the card.
design-witness-needless = With one key there is no witness. Two keys are chosen in the step “Classes”.
design-witness-add = Take a card…
design-witness-second = A second witness…
design-witness-drop = Or drop the card file on the window.
design-witness-compare = Call and compare the six words. If even one differs, the card was swapped.
design-witness-remove = Remove the card of { $name }
design-view = The company as a whole
design-view-switch = Collect the company view
design-view-on = collected: dimensions in three bands, without the branch
design-view-off = not collected
design-view-line = One more record of each sheet is kept: every dimension as low, middle or high. It names no branch. It shows what drives engagement. Advised from 200 people invited; now { $invited }.

design-days = Days of collection
design-days-missing = Set the first and the last day of collection.
design-days-past = The last day of collection is past. Move it.
design-days-locked = Results stay locked until collection ends, so that answers do not sway each other.
design-days-destroyed = Sealed records and the key of the wave are destroyed on { $day }.
design-days-destroyed-later = { $days } days after the last day, sealed records and the key of the wave are destroyed.

design-ready = All is ready to open
design-ready-line = Read once more what gets fixed: none of it can change later.
design-unready = This cannot open yet
design-unready-line = Here is what is left to do.
design-freezes = What opening fixes
design-rows = Rows of the report
design-rows-value = { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $classes ->
        [one] { $classes } class
       *[other] { $classes } classes
    }; with neighbours: { $shared }
design-tell = Say this before the survey
design-tell-pools = No row of their own: { $names }. They are shown together.
design-tell-groups = { $count ->
        [one] In { $count } class contact staff and back office are shown together: apart they are too few.
       *[other] In { $count } classes contact staff and back office are shown together: apart they are too few.
    }
design-tell-threshold = Below { $k } answers nothing is shown, up to 9 only the mean, from 10 shares and eNPS, from 30 the full distribution.
design-tell-comments = A branch’s comments are seen from 10 answers, otherwise within the region or the company. Never by staff group.
design-tell-style = The way somebody writes can give them away in a comment. Ask people to leave out names and stories that everybody knows.
design-tell-one-key = One key does not protect against somebody who copies the disk during the survey. The slips say so.
design-tell-two-keys = Two keys: answers open only when both HR and the witness agree. Together they can still do more than apart.
design-tell-empty = Branches without head counts take no part: they get neither codes nor a row.
design-open-body = Fixed from then on: questionnaire “{ $questionnaire }”; { $rows }; threshold { $k }; stations: { $stations }. { $protection }. None of it can change later.
