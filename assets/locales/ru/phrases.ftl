# Sentences about findings, the same on screens and in reports.
# In place of a value that is not shown: a few letters for a cell.
short-hidden-difference = скрыто
short-hidden-merged = вместе
short-hidden-proves-answer = скрыто
short-hidden-changed = скрыто
short-hidden-detail = мало n
short-hidden-not-asked = не задан
short-hidden-no-answers = нет данных
short-hidden-undefined = не опр.
alone-short = –
alone-itself = с этим сравнивают остальных
alone-nothing = здесь сравнить не с чем
n-not-delivered = n не указано

# Why a value is not shown.
hidden-too-few = ответов меньше { $k }: не показываем, чтобы никого нельзя было узнать
hidden-difference = ответов хватает, но вычитанием из итога открылся бы другой, слишком малый филиал
hidden-merged = группы этого филиала показаны вместе: порознь ответов слишком мало
hidden-proves-answer = вместе с другими числами отчёта это доказало бы чей-то ответ
hidden-changed = с прошлой волны в группе сменились единицы: по двум волнам было бы видно, что ответили они
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
yardstick-wave = Прошлая волна
yardstick-company = Вся сеть
yardstick-region = Другие в регионе
yardstick-best = Лучший филиал

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
    } связь держится ({ $p }).
verdict-uncorrected = С поправкой на { $m } { $m ->
        [one] проверку
        [few] проверки
       *[many] проверок
    } связь уже не отличить от случайной ({ $p }): это повод присмотреться, не вывод.

verdict-none = Связь с клиентами ещё не посчитать: нет пары из ответов сотрудников и оценок клиентов

comparison-word-settled = группы различаются
comparison-word-open = различие не установлено

# Where to look first.
attention-divergence = сотрудники довольнее, а { $outcome } ниже
attention-divergence-possible = возможно: сотрудники довольнее, а { $outcome } ниже
attention-drop = «{ $dimension }» ниже, чем было: { $change }
attention-low = «{ $dimension }» { $value } при { $company } по сети

# Что можно сказать о связи. $dimension и $outcome – названия в именительном падеже; $group – all,
# contact или back_office; $measure – nps или other; дробные числа приходят готовыми строками.
verdict-too-few = Для вывода о связи мало филиалов
verdict-too-few-note =
    { $n ->
        [0] Ни у одного филиала нет данных и о сотрудниках, и о клиентах сразу
        [one] Данные и о сотрудниках, и о клиентах есть только у { $n } филиала
       *[other] Данные и о сотрудниках, и о клиентах есть только у { $n } филиалов
    }. Меньше чем по пяти филиалам связь не считается.
verdict-description = По { $n } филиалам можно описать картину, но вывод делать рано
verdict-description-note = ρ = { $rho }, 95 % интервал { $lo }…{ $hi }, n = { $n }. Настоящая связь может лежать где угодно в этих пределах. Для вывода нужно хотя бы 10 филиалов.
verdict-not-seen =
    { $group ->
        [contact] Ответы контактного персонала по теме «{ $dimension }» не показывают ясной связи с
        [back_office] Ответы бэк-офиса по теме «{ $dimension }» не показывают ясной связи с
       *[all] Ответы сотрудников по теме «{ $dimension }» не показывают ясной связи с
    } { $measure ->
        [nps] NPS клиентов
       *[other] показателем «{ $outcome }»
    }
verdict-not-seen-note =
    ρ = { $rho }, 95 % интервал { $lo }…{ $hi } включает ноль. { $n ->
        [one] При { $n } филиале
       *[other] При { $n } филиалах
    } надёжно заметна лишь связь не слабее |ρ| = { $x }. Это не доказывает, что связи нет.
verdict-one-branch =
    Связь темы «{ $dimension }» с { $measure ->
        [nps] NPS клиентов
       *[other] показателем «{ $outcome }»
    } держится на одном филиале
verdict-one-branch-note =
    Это филиал «{ $branch }»: с ним ρ = { $rho } (95 % интервал { $lo }…{ $hi }, { $n ->
        [one] { $n } филиал
        [few] { $n } филиала
       *[other] { $n } филиалов
    }), без него { $without }. Сначала разберитесь, что там особенного.
verdict-positive =
    { $group ->
        [contact] В филиалах, где контактный персонал выше оценивает тему «{ $dimension }», выше и
        [back_office] В филиалах, где бэк-офис выше оценивает тему «{ $dimension }», выше и
       *[all] В филиалах, где сотрудники выше оценивают тему «{ $dimension }», выше и
    } { $measure ->
        [nps] NPS клиентов
       *[other] показатель «{ $outcome }»
    }
verdict-negative =
    { $group ->
        [contact] В филиалах, где контактный персонал выше оценивает тему «{ $dimension }»,
        [back_office] В филиалах, где бэк-офис выше оценивает тему «{ $dimension }»,
       *[all] В филиалах, где сотрудники выше оценивают тему «{ $dimension }»,
    } { $measure ->
        [nps] NPS клиентов
       *[other] показатель «{ $outcome }»
    } ниже
verdict-positive-note =
    ρ = { $rho }, 95 % интервал { $lo }…{ $hi }, n = { $n ->
        [one] { $n } филиал
        [few] { $n } филиала
       *[other] { $n } филиалов
    }. Обычно бывает 0,15–0,40. Что из чего следует, эти данные не показывают.
verdict-negative-note =
    ρ = { $rho }, 95 % интервал { $lo }…{ $hi }, n = { $n ->
        [one] { $n } филиал
        [few] { $n } филиала
       *[other] { $n } филиалов
    }. Обычно связь положительная, поэтому проверьте данные и условия работы. Что из чего следует, эти данные не показывают.
verdict-undefined =
    Связь темы «{ $dimension }» с { $measure ->
        [nps] NPS клиентов
       *[other] показателем «{ $outcome }»
    } посчитать нельзя
verdict-undefined-note = Причина: { $reason }.
verdict-unusual =
    Связь необычно сильная для { $n ->
        [one] { $n } филиала
       *[other] { $n } филиалов
    }. Проверьте, нет ли общих данных, одного выбивающегося филиала или третьей причины.
verdict-disagree = Коэффициенты Пирсона (r = { $r }) и Спирмена (ρ = { $rho }) расходятся. Возможно, зависимость изогнута или держится на нескольких крайних филиалах.
verdict-short-too-few = мало филиалов
verdict-short-description = только описание
verdict-short-not-seen = не видна
verdict-short-one-branch = держится на одном
verdict-short-positive = есть связь
verdict-short-negative = обратная связь
verdict-short-undefined = не считается
verdict-short-before-correction = только до поправки
verdict-groups-differ =
    Тема «{ $dimension }» связана с { $measure ->
        [nps] NPS клиентов
       *[other] показателем «{ $outcome }»
    } у контактного персонала не так, как у бэк-офиса
verdict-groups-same = Различие между контактным персоналом и бэк-офисом не установлено
verdict-groups-note =
    ρ контактного персонала { $contact }, бэк-офиса { $back }. Разность { $difference }, 95 % интервал { $lo }…{ $hi }, { $n ->
        [one] { $n } филиал с обеими группами
        [few] { $n } филиала с обеими группами
       *[other] { $n } филиалов с обеими группами
    }.
verdict-groups-too-few =
    Сравнить контактный персонал и бэк-офис нельзя: { $n ->
        [0] нет филиалов, где показаны обе группы
        [one] обе группы показаны только в { $n } филиале
       *[other] обе группы показаны только в { $n } филиалах
    }
verdict-divergence =
    В филиале «{ $branch }» сотрудники стали довольнее, а { $measure ->
        [nps] NPS клиентов
       *[other] показатель «{ $outcome }»
    } упал
verdict-divergence-possible =
    Возможно, в филиале «{ $branch }» сотрудники стали довольнее, а { $measure ->
        [nps] NPS клиентов
       *[other] показатель «{ $outcome }»
    } снизился
verdict-divergence-note =
    Тема «{ $dimension }» { $staff_before } → { $staff_after }, { $measure ->
        [nps] NPS клиентов
       *[other] показатель «{ $outcome }»
    } { $customer_before } → { $customer_after }. Оба изменения больше случайных колебаний.
verdict-divergence-possible-note =
    Тема «{ $dimension }» { $staff_before } → { $staff_after }, { $measure ->
        [nps] NPS клиентов
       *[other] показатель «{ $outcome }»
    } { $customer_before } → { $customer_after }. Это может быть и случайностью, проверьте следующей волной.
verdict-divergence-none = Филиалов, где сотрудники стали довольнее, а клиенты наоборот, не найдено
verdict-divergence-chance = По чистой случайности таких филиалов набралось бы { $x }.

# Что важнее: какие темы идут вместе с вовлечённостью и с NPS.
drivers-headline = С темой «{ $outcome }» сильнее всего связана тема «{ $driver }»
drivers-detail = На неё приходится { $share } различий между людьми (95 % интервал { $interval }), на все темы вместе – { $all }; полных анкет { $n }. Что из чего следует, эти данные не показывают.
drivers-detail-plain = На неё приходится { $share } различий между людьми, на все темы вместе – { $all }; полных анкет { $n }. Что из чего следует, эти данные не показывают.
drivers-overlap = Интервалы тем «{ $first }» и «{ $second }» перекрываются: какая из них первая, мог решить случай.
drivers-repeat = Темы заметно повторяют друг друга (VIF до { $vif }): читайте их вклад вместе.
drivers-none = Что важнее для вовлечённости, по этим ответам не сказать
drivers-nps-headline = С NPS филиалов сильнее всего связана тема «{ $driver }»
drivers-nps-detail = На неё приходится { $share } различий между филиалами (95 % интервал { $interval }), на все темы вместе – { $all }; филиалов { $n }. Что из чего следует, эти данные не показывают.
drivers-nps-detail-plain = На неё приходится { $share } различий между филиалами, на все темы вместе – { $all }; филиалов { $n }. Что из чего следует, эти данные не показывают.
drivers-nps-none = Разделить между темами их связь с NPS филиалов нельзя
drivers-nps-single = Темы по отдельности сравнить можно: сильнее всего с NPS связана тема «{ $driver }», ρ = { $rho } (95 % интервал { $interval }).
drivers-because = Причина: { $reason }.
no-model-blocks = ответы хранятся перемешанными блоками, и темы одного человека не соединить
no-model-means = пришли готовые средние филиалов, ответов за ними нет
no-model-nothing = в анкете этой волны нет темы-итога или других тем рядом с ней
no-model-customers = за месяцы этой волны нет NPS клиентов
no-model-persons = полных анкет меньше { $need }
no-model-branches = нужно не меньше { $need } филиалов, по 10 на каждую тему, а есть { $n }
driver-suppressor = подавитель
driver-suppressor-why = β и простая связь r направлены в разные стороны, и обе – не случайно: тема уточняет другие, толковать её отдельно нельзя.
driver-overlap = повтор
driver-overlap-why = VIF { $vif }: тема во многом повторяет другие, её вклад трудно отделить от них.
drivers-by-weights = Тем больше 12 ({ $n }), и перебрать все порядки их включения нельзя: доли посчитаны как относительные веса Джонсона.

# Группы по вовлечённости и другие взгляды на изменение.
segment-engaged = Вовлечённые
segment-not-engaged = Не вовлечённые
segment-disengaged = Активно не вовлечённые
segment-share = { $share } ({ $interval })
segment-rule = Правило: у каждого человека считаем среднее по теме «{ $dimension }». От 4 – вовлечён, до 2 включительно – активно не вовлечён, между ними – не вовлечён. Доли показываем от 30 ответов.
share-change = { $points } п. п. ({ $interval })
effect-tiny = едва заметное
effect-small = небольшое
effect-medium = среднее
effect-large = большое
between-text = F = { $f }, { $p }; { $n } { $n ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }

# Смешанные и сглаженные филиалы.
shrunken-note = Сглаженное значение – лучшая догадка о филиале: чем меньше у него ответов, тем сильнее цифра подтянута к среднему сети, потому что малые числа скачут случайно.
shrunken-none = Сглаженные значения у всех филиалов одинаковы: разброс между ними не больше, чем дала бы одна случайность.
shrunken-undefined = Сглаженных значений нет: { $reason }.

# Две волны подряд.
lag-directions = Направления
lag-test = разница: { $p }
tests-branches = { $p }, { $n } { $n ->
        [one] филиал
        [few] филиала
       *[many] филиалов
    }
link-mixed = из них смешанных { $n } (контактного персонала не меньше 80 %)
lag-title = Кто кого опережает
lag-note = r по филиалам; П – персонал, К – клиенты, 1 – прошлая волна, 2 – эта, Δ – изменение
lag-staff-customers = П1 → К2
lag-customers-staff = К1 → П2
lag-changes = ΔП и ΔК
lag-before = П1 и К1
lag-now = П2 и К2
lag-staff-stability = П1 и П2
lag-customers-stability = К1 и К2
lag-staff-path = β П1 → К2
lag-customers-path = β К1 → П2
lag-few = только цифры

# Что доказано об отчёте
proof-headline = Доказано: ни одну группу из 1–{ $last } человек по этим числам не вычислить
proof-none = Не доказано
proof-none-text = Этот отчёт сделан без проверки ревизором. Правила выше соблюдены в каждой строке, но что выдают несколько чисел вместе, не проверялось.
proof-looked = Отчёт прочитан заново и проверен отдельной программой-ревизором: чисел – { $figures }, групп – { $groups }, вопросов во всех волнах – { $questions }.
proof-earlier = Вместе с этим проверено всё выпущенное раньше: { $n ->
        [one] { $n } выпуск
        [few] { $n } выпуска
       *[many] { $n } выпусков
    }.
proof-withdrawn = Ради этого скрыто ещё { $n ->
        [one] { $n } значение
        [few] { $n } значения
       *[many] { $n } значений
    }, хотя ответов там достаточно.
proof-agreeing = Мнение большой группы почти единодушно { $n ->
        [one] в { $n } случае
       *[many] в { $n } случаях
    }: этого не скрыть, не скрыв саму группу.
proof-out-before = Из одних только прежних отчётов, выпущенных по другим правилам, { $n ->
        [one] уже следовал { $n } вывод
        [few] уже следовали { $n } вывода
       *[many] уже следовало { $n } выводов
    } о малых группах. Отозвать их нельзя; этот отчёт к ним ничего не добавляет.
verify-released = это выпуск № { $number } без изменений
verify-not-released = такого файла среди выпусков нет: его изменили или выпустили не отсюда
