# Ratings of people: refusals and the command line.
rating-refused-state = That does not fit the state of the round
rating-refused-incomplete = { $count ->
        [one] { $count } competency has neither a level nor “not observed”
       *[other] { $count } competencies have neither a level nor “not observed”
    }
rating-refused-source = This rater cannot rate this person in this part
rating-refused-known = This rater rates this person already
rating-refused-no-team = Nobody reports to this person: there is no team to write about
rating-refused-long = The evidence is longer than { $limit } characters
rating-reason-undefined = not defined for these ratings
field-person = Person
field-round = Round
field-model = Competency model
field-competency = Competency
field-role = Role profile
field-weight = Weight of a source (0 to 100, not all zero)
field-code = Rater code
field-rating = Rating
demo-goal = Keeps the promised time and is first to warn of a delay
demo-action = Two shifts beside the shift manager, then a talk about three cases
