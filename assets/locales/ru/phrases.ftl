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
outcome-nps-channel = NPS клиентов, канал «{ $channel }»
outcome-measure-channel = { $measure }, канал «{ $channel }»
outcome-quoted = показатель «{ $title }»
points-nps = пунктов
interval-95 = 95 % интервал { $interval }
n-equals = n = { $n }

# Change between waves.
change-line = { $before } → { $after }: { $difference }
change-line-interval = { $before } → { $after }: { $difference } (95 %: { $interval })
change-up = выше, чем было
change-down = ниже, чем было
change-open = изменение не установлено

# What may be said about a link between staff and customers.
verdict-positive = Там, где { $group ->
        [contact] контактный персонал выше оценивает
        [back_office] бэк-офис выше оценивает
       *[all] сотрудники выше оценивают
    } тему «{ $dimension }», выше и { $outcome }
verdict-negative = Там, где { $group ->
        [contact] контактный персонал выше оценивает
        [back_office] бэк-офис выше оценивает
       *[all] сотрудники выше оценивают
    } тему «{ $dimension }», { $outcome } ниже
verdict-not-seen = Ясной связи не видно: «{ $dimension }» ({ $group ->
        [contact] контактный персонал
        [back_office] бэк-офис
       *[all] все сотрудники
    }) и { $outcome }
verdict-description = Пока только описание: «{ $dimension }» ({ $group ->
        [contact] контактный персонал
        [back_office] бэк-офис
       *[all] все сотрудники
    }) и { $outcome }
verdict-too-few = Филиалов слишком мало для любого вывода
verdict-one-branch = Связь держится на одном филиале — { $branch }
verdict-one-branch-unnamed = Связь держится на одном филиале
verdict-undefined = Связь вычислить нельзя: { $reason }

verdict-figures = ρ = { $rho }, 95 % интервал { $interval }, n = { $n } { $n ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }.
verdict-too-few-detail = Нужно хотя бы 5 филиалов, где есть и ответы сотрудников, и оценки клиентов; сейчас таких { $n }.
verdict-description-detail = По { $n } филиалам вывод не сделать: интервал слишком широк.
verdict-detectable = При таком числе филиалов заметили бы только связь сильнее |ρ| = { $rho }.
verdict-without = Без него ρ = { $rho }: вывод не устойчив.
verdict-common-size = Обычно бывает 0,15–0,40. Что из чего следует, эти данные не показывают.
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
verdict-strong = Связь необычно сильная: проверьте, нет ли общих данных, одного выпадающего филиала или третьего обстоятельства.
verdict-disagree = Пирсон даёт r = { $r } и расходится со Спирменом: посмотрите на отдельные точки.

verdict-word-positive = есть связь
verdict-word-negative = есть, обратная
verdict-word-uncorrected = только до поправки
verdict-word-not-seen = не видна
verdict-word-description = только описание
verdict-word-one-branch = держится на одном
verdict-word-too-few = мало филиалов
verdict-word-undefined = не определена
verdict-none = Связь с клиентами ещё не посчитать: нет пары из ответов сотрудников и оценок клиентов

comparison-settled = Связь у контактного персонала и у бэк-офиса различается
comparison-open = Различие групп не установлено
comparison-undefined = Сравнить группы нельзя: { $reason }
comparison-detail = Разность ρ { $difference } (95 %: { $interval }), n = { $n }.
comparison-word-settled = группы различаются
comparison-word-open = различие не установлено

# Staff up, customers down.
divergence-certain = { $branch }: сотрудники довольнее, а клиенты — нет
divergence-possible = { $branch }: возможно, сотрудники довольнее, а клиенты — нет
divergence-detail = «{ $dimension }» { $staff }; { $outcome } { $customer }.
divergence-chance = По чистой случайности было бы помечено около { $expected }.
divergence-none = Филиалов, где сотрудники стали довольнее, а клиенты — нет, не видно.

# Where to look first.
attention-divergence = сотрудники довольнее, а { $outcome } ниже
attention-divergence-possible = возможно: сотрудники довольнее, а { $outcome } ниже
attention-drop = «{ $dimension }» ниже, чем было: { $change }
attention-low = «{ $dimension }» { $value } при { $company } по сети
