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
    } на картине
linkage-absent = Не вошли: { $lists }.
linkage-absent-reason = { $names }{ $more ->
        [0] {""}
       *[other] {" "}и ещё { $more }
    } ({ $reason })
linkage-absent-customers = нет оценок клиентов
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
linkage-icc-note = { $interval }, { $word }
linkage-icc-good = сравнивать можно
linkage-icc-fair = с осторожностью
linkage-icc-low = средние шатки
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
linkage-drawn = { $p }, случайных перестановок { $draws }
linkage-p = { $p }
linkage-f = Различаются ли филиалы
linkage-rwg = Согласие внутри филиала, r_wg(j), медиана
linkage-seed = Начальное число случайных выборок
linkage-seed-text = { $seed }; выборок до { $draws }, перестановок до { $permutations }
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
matters-weight = Отн. вес
matters-mean = Среднее
matters-flag = Осторожно
matters-note-weights = Доля – относительный вес темы по Джонсону: тем больше 12, и перебрать все порядки их включения нельзя. Доли складываются в целое. Важная и слабая тема – повод для разговора, а не доказанная причина.
matters-note = Доля – вклад темы в различия между людьми, в среднем по всем порядкам включения тем (LMG); доли складываются в целое. Важная и слабая тема – повод для разговора, а не доказанная причина.
# Проверки связи: в методике на экране и в книге Excel.
extras-title = Держится ли связь, если посмотреть иначе
extras-note = Эти проверки стоят рядом с выводом и не заменяют его.
extras-weighted = Точные средние весят больше
extras-weighted-text = r = { $weighted }; если все филиалы равноправны, r = { $plain }. { $n } { $n ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }, где ответов 10 и больше.
extras-held = При равных размере, регионе и формате
extras-held-unknown = Не проверено: в списке филиалов нет размера, региона и формата или они везде одинаковы.
extras-held-size = При равном размере филиала
extras-held-region = При одном регионе
extras-held-format = При одном формате
extras-held-all = При равных размере, регионе и формате — что из них известно
extras-held-text = ρ = { $rho } ({ $interval }), r = { $r }; { $n } { $n ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }
extras-regions = Внутри регионов и между ними
extras-regions-text = Между филиалами одного региона r = { $within }; между регионами r = { $between }, регионов { $regions }
extras-corrected = Если бы обе стороны измерялись без ошибки
extras-corrected-text = r был бы около { $r }; надёжность средних по персоналу { $staff }, показателей клиентов { $customers }. Это грубая вторая оценка, а не вывод.
extras-corrected-capped = Формула даёт больше 1, поэтому взято { $r }; надёжность средних по персоналу { $staff }, показателей клиентов { $customers }. Это грубая вторая оценка, а не вывод.
extras-not-estimable = Оценить нельзя: одна из сторон измерена слишком ненадёжно.
extras-lag = Что меняется раньше
extras-lag-first = Это первая волна: сравнить пока не с чем.
extras-lag-text = Персонал в прошлой волне и клиенты сейчас — r = { $staff }; клиенты в прошлой волне и персонал сейчас — r = { $customers }; изменение с изменением — r = { $changes }. { $n } { $n ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }.
extras-lag-stability = Сами с собой от волны к волне: персонал r = { $staff }, клиенты r = { $customers }.
extras-lag-few = Филиалов меньше 30, поэтому это только цифры, без вывода.
extras-lag-test = Разница двух направлений — { $p }; причину она не показывает.
extras-staff = Настоящий разброс филиалов, персонал
extras-customers = Настоящий разброс филиалов, клиенты
extras-spread-text = Без случайности филиалы лежали бы вокруг { $mean } со стандартным отклонением { $spread }. { $n } { $n ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    } с известной точностью.
extras-spread-none = Нет свидетельств, что филиалы различаются: разброс { $n } { $n ->
        [one] филиала
       *[other] филиалов
    } не больше, чем дала бы одна случайность.
