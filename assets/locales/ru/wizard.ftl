# Приём файла: файл, столбцы и проверка, итог.
wizard-start-title = Приём файла
wizard-reading = Читаем файл…
wizard-choose = Выбрать файл…
wizard-title-branches = Организация: приём филиалов
wizard-title-positions = Организация: приём должностей
wizard-title-outcomes = Клиенты: приём оценок
wizard-title-benchmarks = Клиенты: приём ориентиров
wizard-title-answers = Волна: приём ответов
wizard-title-staff_scores = Результаты: приём готовых средних
wizard-subtitle = файл → столбцы → проверка
wizard-step-file = Файл
wizard-step-columns = Столбцы и проверка
wizard-step-result = Итог
wizard-files = Какие файлы подходят
wizard-files-tip = Excel (XLSX, XLS), ODS и CSV в любой кодировке, с запятой, точкой с запятой или табуляцией. Первая строка — заголовки. Порядок и названия столбцов любые: мы угадаем, а вы проверите.
wizard-other-file = Другой файл…
wizard-file-sheet = лист «{ $sheet }», { $count } { $count ->
        [one] строка
        [few] строки
       *[many] строк
    }
wizard-file-format = { $format }, { $count } { $count ->
        [one] строка
        [few] строки
       *[many] строк
    }
wizard-file-rows = { $count } { $count ->
        [one] строка
        [few] строки
       *[many] строк
    }
wizard-kind = Что в файле
wizard-sheet = Лист
wizard-preset = Похоже на выгрузку: { $program }
wizard-columns = Что в каком столбце
wizard-columns-note = столбцы угаданы по заголовкам и первым строкам, проверьте
wizard-row = Строка
wizard-column = Столбец
wizard-value = Значение
wizard-reason = Причина
wizard-fix = Исправить сразу для всех
wizard-count = Таких строк
wizard-not-read = не читаем
wizard-personal = Здесь имена, контакты или время: такие столбцы не читаются никогда
wizard-wrong = Это значение не принято, причина — в таблице ниже
wizard-refused = Не { $count ->
        [one] принята { $count } строка
        [few] приняты { $count } строки
       *[many] принято { $count } строк
    }
wizard-refused-note = по одной на каждую причину
wizard-show-all = Показать все { $count }
wizard-show-few = По одной на причину
wizard-save-list = Сохранить список…
wizard-fixed = Исправлено
wizard-unfix = Вернуть как было
wizard-dropped = Что не попадёт в книгу
wizard-dropped-heads = Имена, контакты и тексты: { $count ->
        [one] столбец { $heads } не читается
       *[other] столбцы { $heads } не читаются
    }
wizard-dropped-none = Имён, почты и времени в файле не видно
wizard-people = Что станет с именами
wizard-people-line = Имена нужны для оценки и лежат отдельно, под своим ключом. С ответами опросов их ничто не связывает.
wizard-quoted = «{ $head }»
wizard-bad-rows = Если есть плохие строки
wizard-take-good = Принять верные
wizard-take-good-note = { $count } { $count ->
        [one] строка останется
        [few] строки останутся
       *[many] строк останутся
    } в списке
wizard-all-or-nothing = Всё или ничего
wizard-all-or-nothing-note = исправить файл и повторить
wizard-remember = Запомнить разметку столбцов
wizard-remember-note = для файлов с такими столбцами
wizard-add-branches = Добавить незнакомые филиалы
wizard-add-branches-note = численность укажете потом
wizard-answers-to = Чьи это ответы
wizard-choose-wave = Выберите волну, к которой относятся ответы
wizard-new-wave = Новая закрытая волна «{ $name }»
wizard-waves-in-file = Волны названы в файле: каждая новая станет закрытой волной. Или выберите одну для всех строк.
wizard-asked-known = Это вопросы анкеты «{ $title }»
wizard-asked-inferred = Анкеты с такими вопросами в книге нет, поэтому они взяты из заголовков столбцов: { $items } { $items ->
        [one] вопрос
        [few] вопроса
       *[many] вопросов
    }, { $dimensions } { $dimensions ->
        [one] тема
        [few] темы
       *[many] тем
    }
wizard-replace = Заменить прежние ответы
wizard-replace-note = файл содержит все ответы волны
wizard-add = Добавить к прежним
wizard-add-note = файл содержит только новые ответы
wizard-known-file = Этот файл уже принимали в эту волну
wizard-ready = { $count ->
        [one] строка готова к приёму
        [few] строки готовы к приёму
       *[many] строк готово к приёму
    }
wizard-in-file = В файле
wizard-not-taken = Не приняты
wizard-known = Уже есть в книге
wizard-span = Период
wizard-branches = Филиалы
wizard-branches-of = { $seen } из { $known }
wizard-take = Принять { $count } { $count ->
        [one] строку
        [few] строки
       *[many] строк
    }
wizard-cancel = Отмена
wizard-missing = Укажите, где столбец: { $columns }
wizard-nothing = В файле нет ни одной верной строки
wizard-refused-left = Есть неверные строки: исправьте файл или примите только верные

wizard-done-title = Файл принят
wizard-done = { $count ->
        [one] Принята { $count } строка
        [few] Приняты { $count } строки
       *[many] Принято { $count } строк
    }
wizard-taken = { $count ->
        [one] строка в рабочей книге
        [few] строки в рабочей книге
       *[many] строк в рабочей книге
    }
wizard-done-whole = Файл принят целиком. Если принять его ещё раз, ничего не удвоится.
wizard-done-refused = Ещё { $count } { $count ->
        [one] строка не принята
        [few] строки не приняты
       *[many] строк не принято
    }: исправьте их в файле и примите его снова, уже принятое не удвоится.
wizard-done-file = Файл
wizard-done-dropped = Не читали столбцы
wizard-done-none = таких не было
wizard-again = Принять ещё файл…
wizard-next-home = На главную
wizard-next-organisation = Открыть организацию
wizard-next-competencies = Открыть компетенции
wizard-next-wave = Назначить волну
wizard-next-wave-seen = Открыть волны
wizard-next-customers = Открыть оценки клиентов
wizard-next-linkage = Посмотреть связь
wizard-next-results = Открыть результаты
