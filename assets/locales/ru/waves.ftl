# Волны: список, форма, подтверждения.
wave-open-title = Открыть сбор волны «{ $name }»?
wave-open-body = Анкета «{ $questionnaire }» и порог показа { $k } после этого не меняются. Дни и месяцы оценок клиентов можно будет поправить.
wave-open-deed = Открыть сбор
wave-close-title = Закрыть волну «{ $name }»?
wave-close-body = Ответили { $answers }. Откроются результаты, новых ответов волна уже не примет. Вернуть это нельзя.
wave-close-deed = Закрыть волну
wave-remove-title = Удалить волну «{ $name }»?
wave-remove-body = Волна и всё, что в ней собрано, исчезнут из рабочей книги. Вернуть их нельзя.
wave-remove-deed = Удалить волну

waves-subtitle = один опрос — одна волна
waves-list = Все волны
waves-empty = Волна — это один опрос: анкета, дни и порог показа. Назначьте первую, и станет понятно, что делать дальше.
waves-empty-branches = Сначала нужен список филиалов: по нему видно, кого приглашать и чьи ответы можно показать.
wave-new = Новая волна
wave-state = Состояние
wave-days = Дни сбора
wave-answers = Ответы
wave-months = Месяцы клиентов
wave-months-none = не указаны
wave-questionnaire = Анкета
wave-scores = Оценки клиентов
wave-scores-of = { $count ->
        [0] ещё не загружены
        [one] есть у { $count } филиала
       *[other] есть у { $count } филиалов
    }
wave-threshold = Порог показа
wave-threshold-value = { $k } ответов: группы меньше скрыты
wave-note-draft = Пока это черновик, можно менять всё. После открытия анкету и порог показа изменить нельзя.
wave-note-open = Результаты закрыты до конца сбора: так ответы не влияют друг на друга.
wave-note-closed = Волна закончена. Имя, дни и месяцы клиентов ещё можно поправить.
wave-change = Изменить
wave-remove = Удалить черновик…
wave-form-new = Новая волна
wave-form-change = Изменить волну
wave-form-name = Название
wave-form-name-hint = Весна 2027
wave-form-questionnaire = Анкета
wave-form-title-minutes = { $title }, { $minutes } мин
wave-form-opens = Первый день
wave-form-closes = Последний день
wave-form-day-hint = дд.мм.гггг
wave-form-months = Месяцы оценок клиентов
wave-form-months-note = Какие оценки сравнивать с ответами: обычно три месяца вокруг опроса
wave-form-last-month = Последний месяц оценок клиентов
wave-form-month-hint = мм.гггг
wave-form-threshold = Порог показа, ответов
wave-form-what-if-none = При пороге { $k } своя строка будет у каждого филиала, где ответят { $k } человек.
wave-form-what-if = При пороге { $k } { $count ->
        [one] не покажем { $count } филиал
        [few] не покажем { $count } филиала
       *[many] не покажем { $count } филиалов
    } из { $all }: там меньше { $k } человек. В итог по сети их ответы войдут.
wave-form-frozen = После создания анкету не сменить, а порог — после открытия сбора
wave-form-make = Создать волну
wave-form-save = Сохранить
wave-form-bad-name = Назовите волну, до 60 знаков
wave-form-bad-day = Нужна дата: дд.мм.гггг
wave-form-bad-order = Последний день раньше первого
wave-form-bad-month = Нужны два месяца по порядку: мм.гггг
form-cancel = Отмена

# Имена файлов, которые получает пункт сбора.
codes-file-slips = Талоны - { $class }.pdf
codes-file-covers = Ярлыки на коробки.pdf
codes-file-poster = Плакат.pdf
codes-file-form = Бумажная анкета.pdf

wave-collected = Как собираем
wave-collected-two = в «Первой линии», два ключа
wave-collected-one = в «Первой линии», один ключ
wave-collected-file = ответы загрузим из файла
wave-note-designed = Пока это черновик, можно менять всё: и классы, и ключи, и пункты сбора. При открытии всё это застынет.
wave-prepare = Подготовить сбор…
wave-go-on = Продолжить подготовку
wave-stations = Пункты и коды
wave-answers-state = Ответы и ключи
