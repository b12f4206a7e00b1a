# Оценка людей: отказы и командная строка.
rating-refused-state = Это не подходит к состоянию круга оценки
rating-refused-incomplete = { $count ->
        [one] По { $count } компетенции нет ни уровня, ни отметки «нет наблюдений»
        [few] По { $count } компетенциям нет ни уровня, ни отметки «нет наблюдений»
       *[other] По { $count } компетенциям нет ни уровня, ни отметки «нет наблюдений»
    }
rating-refused-source = Этот оценщик не может оценить этого человека в такой роли
rating-refused-long = Обоснование длиннее { $limit } знаков
rating-reason-undefined = для этих оценок не определено
field-person = Человек
field-round = Круг оценки
field-model = Модель компетенций
field-competency = Компетенция
field-role = Профиль роли
field-weight = Вес источника (от 0 до 100, не все нули)
field-code = Код оценщика
field-rating = Оценка
