# Организация: филиалы, численность, должности.
organisation-subtitle = филиалы, численность и группы персонала
organisation-import = Загрузить список…
organisation-add = Добавить филиал
organisation-empty = Филиалов пока нет. Загрузите список из Excel или CSV: код, название, регион, контактный персонал, бэк-офис.
organisation-search = Найти филиал
organisation-by-region = По регионам
organisation-flat = Списком
organisation-branches = Филиалы
organisation-total = **{ $count }** { $count ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }, **{ $staff }** чел.: { $contact } контактный персонал, { $back } бэк-офис
organisation-nothing = Ничего не нашлось
organisation-positions = Должности
organisation-positions-note = По должности в файле ответов узнаём группу персонала.
organisation-positions-import = Загрузить…
organisation-positions-empty = Список нужен, если в файле с ответами указана должность, а не группа: по нему мы узнаём, кто контактный персонал.
position = Должность
position-group = Группа
branch-name = Название
branch-format = Формат
branch-contact = Контактный, чел.
branch-back-office = Бэк-офис, чел.
branch-total = Всего
branch-optional = можно не указывать
branch-form-new = Новый филиал
branch-form-change = Изменить филиал
branch-add = Добавить
branch-save = Сохранить
branch-remove = Удалить филиал
branch-removed = Филиал «{ $name }» удалён
branch-bad-code = Нужен код, до 64 знаков
branch-taken-code = Такой код уже есть
branch-bad-name = Нужно название, до 120 знаков
branch-bad-count = Целое число от 0
region-none = Без региона
region-note = · { $count } { $count ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }, { $staff } чел.
