# Sentences about findings, the same on screens and in reports.
# In place of a value that is not shown: a few letters for a cell.
short-hidden-difference = скрыто
short-hidden-merged = вместе
short-hidden-detail = мало n
short-hidden-not-asked = не задан
short-hidden-no-answers = нет данных
short-hidden-undefined = не опр.
n-not-delivered = n не указано

# Why a value is not shown.
hidden-too-few = ответов меньше { $k }: не показываем, чтобы никого нельзя было узнать
hidden-difference = ответов хватает, но вычитанием из итога открылся бы другой, слишком малый филиал
hidden-merged = группы этого филиала показаны вместе: порознь ответов слишком мало
hidden-detail = для такой подробности ответов слишком мало
hidden-not-asked = в этой волне или этой группе вопрос не задавали
hidden-no-answers = никто не ответил, или данные не переданы
hidden-undefined = по таким ответам величину вычислить нельзя
hidden-plan = этой группы нет в плане отчёта, который закрепили до начала волны
hidden-proof = по этой цифре можно было бы доказать, как ответил один человек

undefined-too-few = мало данных: { $n }, нужно хотя бы { $need }
undefined-no-variance = все значения одинаковы
undefined-perfect = точки лежат на одной линии, интервала у такой связи нет
undefined-lengths = ряды разной длины
undefined-not-finite = числа слишком велики для расчёта
undefined-out-of-range = значение вне допустимых границ
undefined-collinear = показатели повторяют друг друга
undefined-unreliable = надёжность слишком низкая
undefined-no-convergence = расчёт не сошёлся

# Titles.
outcome-nps-channel = NPS клиентов ({ $channel })
outcome-measure-channel = { $measure } ({ $channel })
outcome-quoted = показатель «{ $title }»
interval-95 = 95 % интервал { $interval }
n-equals = n = { $n }

# Change between waves.
change-line = { $before } → { $after }: { $difference }
change-line-interval = { $before } → { $after }: { $difference } (95 %: { $interval })
change-up = выше, чем было
change-down = ниже, чем было
change-open = изменение не установлено

# What may be said about a link between staff and customers.
verdict-figures = ρ = { $rho }, 95 % интервал { $interval }, n = { $n } { $n ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }.
verdict-without-unnamed = Без одного из филиалов ρ = { $rho }: вывод не устойчив.
verdict-holds = С поправкой на { $m } { $m ->
        [one] проверку
        [few] проверки
       *[many] проверок
    } связь держится (p = { $p }).
verdict-uncorrected = С поправкой на { $m } { $m ->
        [one] проверку
        [few] проверки
       *[many] проверок
    } связь уже не отличить от случайной (p = { $p }): это повод присмотреться, не вывод.

verdict-none = Связь с клиентами ещё не посчитать: нет пары из ответов сотрудников и оценок клиентов

comparison-word-settled = группы различаются
comparison-word-open = различие не установлено

# Where to look first.
attention-divergence = сотрудники довольнее, а { $outcome } ниже
attention-divergence-possible = возможно: сотрудники довольнее, а { $outcome } ниже
attention-drop = «{ $dimension }» ниже, чем было: { $change }
attention-low = «{ $dimension }» { $value } при { $company } по сети
