# Анкеты: список, вопросы, вид глазами сотрудника.
questionnaires-subtitle = что спросить и сколько это займёт
questionnaires-add = Добавить свою анкету…
questionnaires-add-tip = Файл TOML. Ошибку в нём назовём по строке.
questionnaires-list = Анкеты
questionnaires-name = Анкета
questionnaires-for = Кто отвечает
questionnaires-questions = Вопросов
questionnaires-minutes = Минут
questionnaires-question = Вопрос
questionnaires-motive = О чём
questionnaires-lever = Рычаг
questionnaire-staff = сотрудники
questionnaire-customer = клиенты
questionnaire-mystery = тайный покупатель
questionnaire-own = { $kind }, своя
questionnaire-parts = { $dimensions ->
        [0] { "" }
        [one] Одна тема,
        [few] { $dimensions } темы,
       *[many] { $dimensions } тем,
    } { $items } { $items ->
        [one] вопрос
        [few] вопроса
       *[many] вопросов
    }{ $open ->
        [0] .
        [one] , один из них открытый.
       *[other] , открытых { $open }.
    }
questionnaire-alone = Отдельные вопросы
questionnaire-reversed = { $text } (обратный)
preview-title = Как видит сотрудник
preview-place = Вопрос { $number } из { $of }
preview-skip = Не хочу отвечать
preview-back = Назад
preview-next = Дальше
preview-anonymity = Ответ не связан с именем и временем.
preview-recommend = 0 — ни за что, 10 — обязательно
preview-seen = Да, так и было
preview-not-seen = Нет
preview-open = Ответ своими словами
