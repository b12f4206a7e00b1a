# Главная: следующий шаг, этапы волны, участие, что требует внимания, что изменилось.
home-no-wave = волн пока нет
home-wave-draft = Волна «{ $name }» · черновик · { $days }
home-wave-open = Волна «{ $name }» · сбор открыт до { $day }
home-wave-late = Волна «{ $name }» · срок сбора прошёл { $day }
home-wave-open-ended = Волна «{ $name }» · сбор открыт
home-wave-closed = Волна «{ $name }» · закрыта · { $days }
days-from = с { $day }
days-until = до { $day }
days-none = дни не указаны
answers-of = { $answers } из { $invited }
branches-count = { $count } { $count ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }
questions-count = { $count } { $count ->
        [one] вопрос
        [few] вопроса
       *[many] вопросов
    }

home-next = Следующий шаг
home-step-branches = Загрузите список филиалов
home-step-branches-line = Подойдёт таблица Excel или CSV: код, название, регион, сколько человек в контактном персонале и в бэк-офисе.
home-import-branches = Загрузить список…
home-add-branch = Добавить филиал вручную
home-step-wave = Назначьте первую волну опроса
home-step-wave-line = { $branches } { $branches ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }, { $staff } { $staff ->
        [one] сотрудник
        [few] сотрудника
       *[many] сотрудников
    }. Осталось выбрать анкету и дни.
home-make-wave = Назначить волну
home-see-questionnaires = Посмотреть анкеты
home-step-open = Волна «{ $name }» готова: откройте сбор
home-step-open-line = После открытия анкету и порог показа изменить нельзя. Сотрудникам обещают именно их.
home-open-wave = Открыть сбор…
home-open-import = Открыть, ответы из файла…
home-change-wave = Изменить волну
home-step-answers = Соберите ответы и примите файл
home-step-answers-line = Годится выгрузка Google Форм, Microsoft Forms, LimeSurvey или любая таблица: строка — одна анкета. Имена, почту и время мы не сохраняем.
home-import-answers = Принять ответы…
home-close-wave = Закрыть волну…
home-step-over = Срок волны «{ $name }» прошёл: закройте её
home-step-close = Ответили { $rate }: волну можно закрывать
home-step-close-plain = Ответы приняты: волну можно закрывать
home-step-close-line = Результаты откроются после закрытия. Новых ответов волна уже не примет.
home-step-remind = Напомните { $count } { $count ->
        [one] филиалу
       *[other] филиалам
    }: там ответило меньше половины
home-step-remind-line = { $branches }. Напоминайте всем сразу и никому лично.
home-and-more = { $list } и ещё { $count }
home-step-customers = Загрузите оценки клиентов за волну «{ $name }»
home-step-customers-line = Без них видно только, что думают сотрудники. С ними — как это связано с NPS филиалов.
home-import-customers = Загрузить оценки…
home-see-results = Открыть результаты
home-see-customers = Открыть оценки клиентов
home-see-organisation = Открыть организацию
home-step-linkage = Посмотрите, как ответы сотрудников связаны с оценками клиентов
home-step-linkage-line = Волна «{ $name }» закрыта, обе стороны посчитаны. После этого — отчёт для директора.
home-see-linkage = Открыть связь
home-make-report = Сделать отчёт
home-step-reported = Отчёт за волну «{ $name }» готов
home-step-reported-line = Обсудите его с управляющими и назначьте следующую волну: через полгода станет видно, что изменилось.
home-make-next-wave = Назначить волну

step-organisation = Организация
step-questionnaire = Анкета
step-opened = Открытие
step-answers = Ответы
step-customers = Клиенты
step-report = Отчёт
step-questionnaire-later = не выбрана
step-means = готовые средние
step-no-day = день не указан
step-answers-later = после открытия
step-answers-none = пока нет
step-customers-some = оценки есть
step-customers-none = оценок нет
step-report-done = выпущен
step-report-later = ещё не выпущен

participation-today = Участие на сегодня
participation-final = Участие
participation-goal = черта: цель { $goal }
participation-of = из { $invited }
participation-rate-note = ответили
participation-invited = Приглашено
participation-returned = Ответили
participation-rate = Доля ответивших, %
participation-about = около { $rate }
participation-hidden = покажем от { $k } ответов
participation-nobody = ответов нет
participation-no-staff = численность не указана
participation-show-all = Показать все филиалы: { $count }
participation-show-few = Показать только первые

home-attention = Требует внимания
home-attention-none = Ничего срочного
alert-hidden = { $count } { $count ->
        [one] филиал скрыт
        [few] филиала скрыты
       *[many] филиалов скрыты
    }: ответов слишком мало
alert-hidden-text = Волна «{ $name }», порог показа { $k }. Эти ответы вошли в итог по сети.
alert-late = Срок волны «{ $name }» прошёл
alert-late-text = Последний день был { $day }. Результаты откроются после закрытия.
alert-customers = Нет оценок клиентов за волну «{ $name }»
alert-customers-text = Без них связь сотрудников с клиентами не посчитать.
alert-small = { $count } { $count ->
        [one] филиал будет скрыт
        [few] филиала будут скрыты
       *[many] филиалов будут скрыты
    }
alert-small-text = В них меньше { $k } человек, поэтому своих результатов у них не будет. В итог по сети ответы войдут.
alert-no-staff = У { $count } { $count ->
        [one] филиала
       *[other] филиалов
    } не указана численность
alert-no-staff-text = Без неё не посчитать долю ответивших.

changed-title = Что изменилось
changed-waves = { $before } → { $now }, вся сеть; темы – среднее 1–5
changed-figure = Показатель
changed-before = Было
changed-after = Стало
changed-difference = Разн.
changed-interval = 95 %
changed-mean = { $dimension }
changed-enps = eNPS
changed-none = Сравнить пока не с чем: нужны две закрытые волны.
changed-none-yet = Здесь появится сравнение с прошлой волной.
changed-locked = Результаты волны «{ $name }» откроются после её закрытия.
home-step-prepare = Подготовьте сбор волны «{ $name }»
home-step-prepare-line = Решите, собирать ответы здесь, с кодами и запечатанными ответами, или загрузить готовые из файла.
home-step-design = Волна «{ $name }»: осталось подготовить сбор
home-step-design-line = Классы, ключи, пункты сбора и дни. Всё предложено, поправьте что нужно.
home-step-designed = Волна «{ $name }» готова: проверьте и откройте
home-step-designed-line = После открытия анкета, классы, порог и ключи не меняются. Сотрудникам обещают именно их.
home-check-design = Проверить и открыть
home-make-codes = Сделать коды
home-step-hand-out = Раздайте талоны и ждите первых ответов
home-step-hand-out-line = Талоны тянут из коробки, не глядя. Файлы с пунктов сбора можно принимать, когда наберётся достаточно ответов.
home-to-witness = Передать свидетелю
home-rows = { $count } { $count ->
        [one] строка
        [few] строки
       *[many] строк
    }
home-codes-none = ещё не сделаны
home-codes-issued = { $count } выдано
alert-together = { $count ->
        [one] { $count } филиал покажем вместе с соседями
        [few] { $count } филиала покажем вместе с соседями
       *[many] { $count } филиалов покажем вместе с соседями
    }
alert-together-text = Порознь в них слишком мало людей. До открытия объединения можно изменить.
alert-together-link = Посмотреть объединения

## Круг волны: выводы, действия, проверка
step-findings = Выводы
step-actions = Действия
step-checked = Проверка
step-actions-none = пока нет
step-actions-some = { $count ->
    [one] { $count } действие
    [few] { $count } действия
   *[other] { $count } действий
}
step-checked-later = следующей волной
step-checked-some = { $done } из { $all }
home-see-actions = Открыть действия
home-step-overdue = { $count ->
    [one] У { $count } действия прошёл срок
   *[other] У { $count } действий прошёл срок
}
home-step-overdue-line = Отметьте сделанное или назначьте новый день – тогда следующая волна сможет проверить результат.
home-step-decide = { $count ->
    [one] Следующая волна показала, помогло ли { $count } действие
    [few] Следующая волна показала, помогли ли { $count } действия
   *[other] Следующая волна показала, помогли ли { $count } действий
}
home-step-decide-line = Решите, что дальше: оставить, изменить или отказаться.
home-step-act = Решите, что сделаете по итогам волны «{ $name }»
home-step-act-line = Выберите тему или филиал в «Результатах» и сделайте из них действие: кто, что и к какому дню. Следующая волна покажет, помогло ли.
alert-overdue = { $count ->
    [one] Просрочено { $count } действие
    [few] Просрочено { $count } действия
   *[other] Просрочено { $count } действий
}
step-findings-done = отчёт есть
step-findings-later = отчёта нет
