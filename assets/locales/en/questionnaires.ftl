# Questionnaires: the list, the questions, the view of the employee.
questionnaires-subtitle = what to ask and how long it takes
questionnaires-add = Add your own…
questionnaires-add-tip = A TOML file. A fault in it is named with its line.
questionnaires-list = Questionnaires
questionnaires-name = Questionnaire
questionnaires-for = Who answers
questionnaires-questions = Questions
questionnaires-minutes = Minutes
questionnaires-question = Question
questionnaires-motive = About
questionnaires-lever = Lever
questionnaire-staff = staff
questionnaire-customer = customers
questionnaire-mystery = mystery shopper
questionnaire-own = { $kind }, your own
questionnaire-parts = { $dimensions ->
        [0] { "" }
        [one] One dimension,
       *[other] { $dimensions } dimensions,
    } { $items } { $items ->
        [one] question
       *[other] questions
    }{ $open ->
        [0] .
        [one] , one of them open.
       *[other] , { $open } of them open.
    }
questionnaire-alone = Questions of their own
questionnaire-reversed = { $text } (reversed)
preview-title = As the employee sees it
preview-place = Question { $number } of { $of }
preview-skip = I would rather not answer
preview-back = Back
preview-next = Next
preview-anonymity = The answer is tied to no name and no time.
preview-recommend = 0 – not at all, 10 – certainly
preview-seen = Yes, it was so
preview-not-seen = No
preview-open = In your own words
