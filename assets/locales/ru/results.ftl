# Экран «Результаты» и то, что стоит на экранах, пока результатов нет.
locked-no-wave = Результатов пока нет. Они появятся, когда закроется первая волна опроса
locked-wave = «{ $wave }» ещё идёт. Результаты откроются, когда волна закроется: так никто не увидит ответов раньше времени
locked-wave-until = «{ $wave }» идёт до { $day }. Результаты откроются, когда волна закроется: так никто не увидит ответов раньше времени
locked-deed = К волнам
audience-inside-all = все сотрудники
audience-inside-contact = контактный персонал
audience-inside-back_office = бэк-офис

results-title = Результаты
results-to-excel = В Excel…
results-heat = Тепловая карта: филиалы и темы
results-tab-map = Карта
results-tab-questions = Вопросы
results-tab-overview = Обзор
results-closed = сбор до { $day }
results-rows = { $shown } { $shown ->
        [one] филиал
        [few] филиала
       *[other] филиалов
    }{ $hidden ->
        [0] {""}
        [one] , { $hidden } скрыт
       *[other] , { $hidden } скрыто
    }
results-mean = Среднее 1–5
results-mean-low = ниже 2,6
results-mean-high = 4,2 и выше
results-favourable = Благоприятно, %
results-favourable-low = до 20 %
results-favourable-high = от 80 %
results-change = Разница
results-change-low = ниже
results-change-high = выше
results-against = С чем сравнить
results-difference = Разница

results-unit = из 5 · { $n }
results-unit-company = из 5 · { $n } · сеть { $company }
results-unit-hidden = сеть { $company }
results-agreement = Благоприятные ответы
results-agree = благоприятных { $share }
results-shares-from-ten = доли – от 10 ответов
results-no = нет
results-neither = и да и нет
results-yes = да, %
results-dissatisfiers = Чем недовольны сильнее всего
results-items-exact = доля недовольных, { $n }
results-items-band = доля благоприятных ответов шагами по 10 %, { $n }
results-items-mean = среднее 1–5, { $n }
results-change-since = К волне «{ $wave }»
results-motives = Чего не хватает
results-levers = Рычаги
results-all-items = Все вопросы

results-item = Вопрос
results-n = n
results-interval = 95 % интервал
results-agree-head = Благоприятно
results-levels = Ответы от 1 до 5, %
results-questions-caption = обратные вопросы пересчитаны: больше – всегда лучше
results-dimension-note = среднее { $mean }, { $n }
results-reversed = { $text } (обратный вопрос)
results-no-items = По этой волне есть только средние по темам: отдельных вопросов в ней нет

results-place = №
results-unfavourable = Недовольны, %
results-dissatisfiers-caption = доля ответов 1 и 2, у обратных вопросов – 4 и 5; интервал – на шкале от 0 до 100 %
results-motives-title = Хотеть – знать – мочь
results-motives-caption = среднее 1–5: чего людям не хватает, чтобы хорошо обслуживать
results-levers-title = Пять рычагов
results-levers-caption = среднее 1–5: за что браться
results-enps = eNPS сотрудников
results-enps-unit = { $n } · 95 %: { $interval }
results-enps-note = Доля ответов 9–10 минус доля ответов 0–6, от −100 до +100. Обычно ниже NPS клиентов, сравнивайте с прошлой волной.
results-detractors = Критики (0–6) { $share }
results-passives = Нейтральные (7–8) { $share }
results-promoters = Сторонники (9–10) { $share }
results-reliability = Надёжность тем
results-reliability-caption = альфа Кронбаха с интервалом и омега Макдональда: измеряют ли вопросы темы одно и то же
results-dimension = Тема
results-alpha = Альфа
results-meaning = Как читать
results-alpha-good = вопросы согласованы: темой можно пользоваться
results-alpha-fair = приемлемо для сравнения групп
results-alpha-low = осторожно: вопросы темы измеряют разное
results-alpha-negative = проверьте обратные вопросы
results-waves = Волны рядом
results-waves-caption = четыре темы с самым низким средним; черта – 95 % интервал
results-waves-one = Пока закрыта одна волна: сравнивать не с чем.
results-mean-axis = Среднее по сети, 1–5
results-segments = Вовлечённость людей
results-omega = Омега
results-omega-distrust = Один из вопросов объясняется остальными целиком (случай Хейвуда): омеге здесь не доверяйте
results-shrunken = сглаженное среднее { $mean }: с поправкой на малое n
results-tests = Что изменилось по сети к волне «{ $wave }»
results-tests-caption = то же изменение разными способами: люди, филиалы, доля благоприятных ответов
results-tests-change = Было → стало
results-tests-matched = Те же филиалы
results-tests-branches = { $difference } ({ $interval }), n = { $n }
results-tests-g = g Хеджеса
results-tests-cliff = δ Клиффа
results-tests-share = Благоприятно
results-tests-size = Размер

## Сравнение показателя
results-compared = В сравнении
against-wave = Прошлая волна «{ $wave }»
against-region = { $region }, без этого филиала ({ $count })
against-best = Лучший филиал, { $branch }
against-source = { $source }, { $period }
against-undated = { $source }, дата не указана
against-unnamed = источник не указан, { $period }
against-nameless = источник и дата не указаны
compared-line = { $other }, разница { $difference }
compared-line-interval = { $other }, разница { $difference } (95 %: { $interval })
compared-higher = ▲ выше
compared-lower = ▼ ниже
compared-open = не установлено
compared-plain = интервала нет
