# Экран «Связь с клиентами».
linkage-title = Связь с клиентами
linkage-copy = Скопировать вывод
linkage-dimension = Тема
linkage-outcome = Показатель клиентов
linkage-none = Оценок клиентов за месяцы этой волны пока нет, поэтому связывать нечего
linkage-none-deed = К оценкам клиентов
linkage-view-link = Связь
linkage-view-divergences = Расхождения { $n }

linkage-branches = Филиалы
linkage-caption = черта – 95 % интервал клиентов, полоса – 95 % линии
linkage-note = { $n } { $n ->
        [one] филиал
        [few] филиала
       *[other] филиалов
    } на картине{ $left ->
        [0] .
       *[other] , не вошли { $left }: скрыты или нет оценок клиентов.
    }
linkage-flag = расхождение
linkage-x = { $dimension }, { $group }, среднее 1–5
linkage-x-other = { $dimension }, { $group }, среднее
linkage-y-nps = { $outcome }, от −100 до +100

linkage-groups = Контактный персонал и бэк-офис
linkage-groups-name = ρ контактного персонала и бэк-офиса с 95 % интервалами
linkage-no-groups = В этой волне группы персонала не различаются, сравнивать нечего.
linkage-rests-on = На чём держится вывод
linkage-not-computed = не считается
linkage-card-branches = Филиалов
linkage-card-left-out = { $left ->
        [0] вошли все
       *[other] { $left } скрыты или без оценок
    }
linkage-card-sensitivity = Чувствительность
linkage-detectable = |ρ| от { $rho }
linkage-card-weaker = слабее могли не заметить
linkage-card-influence = Влияние одного филиала
linkage-card-without = без «{ $branch }» ρ = { $rho }
linkage-card-reliability = Надёжность средних
linkage-icc-good = сравнивать филиалы можно
linkage-icc-fair = сравнивать с осторожностью
linkage-icc-low = средние филиалов шатки
linkage-icc-means = пришли готовые средние

linkage-pairs = Все пары
linkage-staff = Сотрудники
linkage-customers = Клиенты
linkage-rho = ρ Спирмена
linkage-holm = p Холма, m = { $m }
linkage-verdict = Вывод

linkage-divergences = Расхождения
linkage-divergence-headline = Сотрудники довольнее, а клиенты – нет: { $certain ->
        [0] уверенно ни один филиал
        [one] уверенно { $certain } филиал
        [few] уверенно { $certain } филиала
       *[other] уверенно { $certain } филиалов
    }{ $possible ->
        [0] {""}
       *[other] , возможно ещё { $possible }
    }
linkage-divergence-none = Филиалов, где сотрудники стали довольнее, а клиенты – нет, не видно
linkage-divergence-first = Это первая волна: изменений пока не с чем сравнить
linkage-change-of = { $what }: было → стало
linkage-certain = уверенно
linkage-possible = возможно

linkage-method-show = Как это посчитано
linkage-method-hide = Свернуть методику
linkage-others = Та же пара другими способами
linkage-draws = { $interval }, выборок { $draws }
linkage-exact = { $p }, точный
linkage-drawn = { $p }, по случайным перестановкам
linkage-p = { $p }
linkage-cook = расстояние Кука до { $distance }

linkage-view-drivers = Что важнее
matters-map = Важность и оценка тем
matters-caption = линии – медианы
matters-map-name = Карта тем: доля объяснённых различий и среднее
matters-x = Среднее темы, 1–5
matters-y = Доля объяснённых различий
matters-point = Среднее { $mean }, доля { $share } ({ $interval })
matters-point-plain = Среднее { $mean }, доля { $share }
matters-weak = важно и слабо
matters-strong = важно и сильно
matters-later = слабо, но не так важно
matters-keep = сильно и не так важно
matters-rests-on = На чём держится
matters-sheets = Полных анкет
matters-all = Все темы вместе объясняют
matters-adjusted = С поправкой на их число
matters-inter = Средняя связь между темами
matters-vif = Наибольший VIF
matters-draws = Выборок филиалов для интервалов
matters-nps = А с NPS клиентов
matters-table = Темы по важности
matters-rank = №
matters-topic = Тема
matters-share = Доля
matters-mean = Среднее
matters-flag = Осторожно
matters-note = Доля – вклад темы в различия между людьми, в среднем по всем порядкам включения тем (LMG); доли складываются в целое. Важная и слабая тема – повод для разговора, а не доказанная причина.
