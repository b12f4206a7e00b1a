# The Excel workbook. Names of tabs have at most 31 characters.
book-title = { $company }: сотрудники и клиенты, { $wave }
book-title-branch = { $branch }: сотрудники и клиенты, { $wave }
page-footer = &L&8 { $title }&C&8 Порог показа: { $k } ответов&R&8 &A · стр. &P из &N
not-applicable = –

sheet-read-me = О книге
sheet-read-me-about = Что это за книга и как её читать
sheet-summary = Главное
sheet-summary-about = Волна за минуту: цифры, вывод, чем недовольны, что делать дальше
sheet-heat-map = Тепловая карта
sheet-heat-map-about = Филиалы и темы: средние, число ответов, разность с прошлой волной
sheet-questions = Вопросы
sheet-questions-about = Каждый вопрос: среднее, доли всех пяти ответов, интервал
sheet-trend = Динамика
sheet-trend-about = Волны рядом: что изменилось, а где изменение не установлено
sheet-customers = Клиенты
sheet-customers-about = NPS и другие показатели по филиалам и каналам, с интервалами
sheet-linkage = Связь с клиентами
sheet-linkage-about = Идут ли вместе оценки сотрудников и клиентов, и что из этого можно сказать
sheet-method = Методика и проверка
sheet-method-about = Правила показа, что скрыто и почему, формулы словами, версии
sheet-data = Данные
sheet-data-about = Все показанные цифры одной таблицей для своих расчётов

# Column heads.
book-column-group = Группа
book-column-n = n
book-column-response = Ответили
book-column-enps = eNPS
book-column-mean = Среднее
book-column-low = от
book-column-high = до
book-column-value = Значение
book-column-favourable = Согласны
book-column-change = Изменение
book-column-dimension = Тема
book-column-question = Вопрос
book-column-level = Ответ { $level }
book-column-own-mean = Ваш филиал
book-column-own-difference = Разность с сетью
book-column-figure = Показатель
book-column-word = Словами
book-column-nps = NPS
book-column-promoters = Промоутеры
book-column-passives = Нейтралы
book-column-detractors = Критики
book-column-up = до верхней границы
book-column-down = до нижней границы
book-column-outcome = Показатель клиентов
book-column-rho = ρ Спирмена
book-column-r = r Пирсона
book-column-rho-contact = ρ контактный
book-column-rho-back = ρ бэк-офис
book-column-difference = Разность ρ
book-column-steiger = p Стайгера
book-column-holm = p, поправка Холма
book-column-bh = p, поправка БХ
book-column-loo-min = ρ без одного, от
book-column-loo-max = ρ без одного, до
book-column-verdict = Вывод
book-column-flag = Расхождение
book-column-what = Что скрыто
book-column-why = Почему
book-column-alpha = α Кронбаха
book-column-rows = Полных анкет
book-column-icc1 = ICC(1)
book-column-icc2 = ICC(2)
book-column-rwg = r_wg(j), медиана
book-column-wave = Волна
book-column-kind = Вид
book-column-id = Обозначение
book-column-title = Название
group-customers = Клиенты
kind-dimension = тема
kind-item = вопрос
kind-motive = условие
kind-lever = рычаг
kind-enps = eNPS
kind-customers = клиенты

axis-mean = Среднее, от 1 до 5
axis-nps = NPS, от −100 до +100
axis-staff = { $side }, среднее от 1 до 5

# Read me.
read-me-lead = Отчёт показывает, как сотрудники оценивают работу, как клиенты оценивают филиалы и идут ли эти оценки вместе. Начните с листа «Главное»: на него нужна минута.
read-me-lead-branch = Отчёт для руководителя филиала: ваш филиал рядом со всей сетью. Данных других филиалов здесь нет. Начните с листа «Главное».
read-me-days = Сбор ответов
read-me-customers = Оценки клиентов за
read-me-questionnaires = Анкета
read-me-made = Отчёт составлен
read-me-sheets = Листы
read-me-reading = Как читать
read-me-hidden = Если вместо числа стоит слово
reading-below = Ответов меньше { $k }. Скрыты и оценка, и число ответов, чтобы никого нельзя было узнать. Это не ноль и не пропуск.
reading-few = От порога до 9 ответов: среднее округлено до 0,1 и ограничено пределами 1,5–4,5, точное число ответов не называется.
reading-interval-name = от … до
reading-interval = 95 % интервал: где, скорее всего, лежит настоящее значение. Чем меньше ответов, тем он шире. Если интервалы двух чисел сильно перекрываются, не говорите, что одно больше другого.
reading-arrows = Изменение установлено: интервал разности не включает ноль. Без стрелки – изменение могло быть случайным.
reading-diamond = На это стоит посмотреть в первую очередь: самое слабое место или расхождение между сотрудниками и клиентами.
reading-colours-name = Цвета карты
reading-colours = Одна шкала для всех волн и филиалов: оранжевый – ниже 3,2, серый – около середины, синий – от 3,6. Ниже 2,6 число ещё и жирное, поэтому карта читается и на чёрно-белой печати.
reading-nps-name = NPS и eNPS
reading-nps = Доля тех, кто поставил 9–10, минус доля тех, кто поставил 0–6; от −100 до +100. NPS – о клиентах, eNPS – о сотрудниках.
reading-sort-name = Сортировка и расчёты
reading-sort = В ячейках настоящие числа, таблицы можно сортировать и фильтровать. Скрытые значения – текст, поэтому в суммы и средние Excel они не попадут.

# Summary.
book-summary-lead = Отчёт составлен { $day }. Число, его 95 % интервал и n стоят вместе: чем шире интервал, тем осторожнее вывод.
book-summary-source-means = Оценки сотрудников получены готовыми средними, поэтому долей и интервалов у них нет.
book-summary-verdict = Идут ли вместе оценки сотрудников и клиентов
book-summary-mean = { $dimension }, среднее 1–5
book-summary-lowest = Ниже всего: { $dimension }
book-summary-highest = Выше всего: { $dimension }
book-summary-of-invited = { $n } из { $invited } приглашённых
book-summary-dissatisfiers = Чем недовольны сильнее всего: доля несогласных
book-summary-lowest-items = Вопросы с самым низким средним в филиале
book-summary-item = { $item } ({ $interval })
book-summary-levers = Пять рычагов: среднее 1–5
book-summary-motives = Хотеть – знать – мочь: среднее 1–5
book-summary-branches = Куда посмотреть в первую очередь
book-summary-next = Что делать дальше
book-summary-note = ◆ – самое слабое место или расхождение. «{ $below }» – ответов меньше { $k }, поэтому не показываем. Связь между филиалами не говорит о людях и о причинах.
next-dissatisfier = Обсудите с сотрудниками утверждение «{ $item }»: оно в начале списка недовольства. Выберите одно действие, назначьте ответственного и срок.
next-want = Слабее всего «хотеть»: проверьте, ценят ли хорошую работу с клиентами, справедливы ли оплата и признание.
next-know = Слабее всего «знать»: проверьте обучение, понятность стандартов и обратную связь в смене.
next-can = Слабее всего «мочь»: проверьте полномочия, инструменты и время, которых не хватает, чтобы помочь клиенту на месте.
next-branches = Поговорите с руководителями филиалов: { $branches }. Сначала спросите, что там изменилось, и только потом решайте.
next-check = Следующей волной проверьте, помогло ли действие: сравнивайте интервалы, а не только числа.

# Heat map.
heat-map-title = Филиалы и темы
heat-map-lead = Средние от 1 до 5; первая строка каждой группы – вся сеть. Группу можно выбрать фильтром.
heat-map-legend = Одна шкала для всех волн:
heat-map-note = n – сколько анкет вернулось. «Ответили» – доля от приглашённых. Среднее по филиалу с 5–9 ответами округлено до 0,1. eNPS показываем от 10 ответов.
heat-map-differences = Изменение по сравнению с волной «{ $wave }»
heat-map-differences-note = ▲ и ▼ – изменение установлено (95 % интервал не включает ноль). Без стрелки – могло быть случайным.

# Questions.
book-questions-title = Вопросы
book-questions-lead = Вся сеть по каждому вопросу: 1 – совсем не согласны, 5 – полностью согласны. «Согласны» – доля ответов 4 и 5.
book-questions-note = ↺ – обратное утверждение: ответы перевёрнуты, чтобы больше всегда значило лучше. Доли всех пяти ответов показываем от 30 ответов, ступень доли согласных – от 10.
book-questions-chart = Доли ответов по вопросам
book-questions-level = { $level ->
        [1] 1 – совсем не согласны
        [2] 2 – скорее не согласны
        [3] 3 – и да и нет
        [4] 4 – скорее согласны
       *[5] 5 – полностью согласны
    }

# Trend.
book-trend-title = Динамика
book-trend-lead = Волны рядом. Последние столбцы сравнивают две последние волны: изменение, его 95 % интервал и вывод словами.
book-trend-one-wave = Это первая волна: сравнивать пока не с чем
book-trend-scores = eNPS, клиенты, условия работы
book-trend-note = «Изменение не установлено» значит, что разница могла появиться случайно, а не что изменений нет. Разности считаются по неокруглённым значениям.
book-trend-no-interval = без интервала, только разность
book-trend-chart = Темы, которые изменились сильнее всего, и NPS

# Customers.
book-customers-title = Клиенты
book-customers-lead = NPS = доля промоутеров (9–10) минус доля критиков (0–6). Филиалы идут от высокого к низкому; рядом 95 % интервал и число оценок.
book-customers-note = «От» и «до» – границы 95 % интервала. Если интервалы двух филиалов сильно перекрываются, их порядок не установлен. Два последних столбца нужны графику.
book-customers-channels = NPS по каналам
book-customers-channel = NPS, канал «{ $channel }»
book-customers-measures = Другие показатели клиентов
book-customers-none = Оценок клиентов за эту волну ещё нет
book-customers-chart = NPS по филиалам с 95 % интервалами

# Linkage.
book-linkage-title = Связь с клиентами
book-linkage-lead = Одна точка – один филиал. Связь между филиалами не говорит об отдельных людях и не говорит, что из чего следует.
book-linkage-side = { $dimension }, { $group ->
        [contact] контактный персонал
        [back_office] бэк-офис
       *[all] все сотрудники
    }
book-linkage-chart = Филиалы: черта – 95 % интервал, прямая – линия тренда
book-linkage-branches = Филиалы
book-linkage-trend-line = Линия тренда
book-linkage-facts = На чём держится вывод
fact-branches = Филиалов в расчёте
fact-left-out = Филиалов без данных или скрыто
fact-detectable = Заметили бы связь |ρ| от
fact-leave-one-out = ρ без одного филиала (сильнее всего: { $branch })
fact-leave-one-out-none = ρ без одного филиала
fact-icc2 = Надёжность средних, ICC(2)
fact-spearman = ρ Спирмена (95 %)
fact-pearson = r Пирсона (95 %)
fact-kendall = τ Кендалла (95 %)
fact-bca = Бутстрэп BCa для r
fact-bca-value = { $interval }; выборок { $used }, отброшено { $lost }
fact-permutation = Перестановочный p
fact-slope = Наклон Тейла – Сена на балл
book-linkage-own = Ваш филиал и вся сеть
book-linkage-own-note = Вывод выше сделан по всем филиалам сети; одна точка его ни подтверждает, ни опровергает.
book-linkage-groups = Контактный персонал и бэк-офис
book-linkage-groups-note = Те же филиалы, две группы. «Различие не установлено» – если 95 % интервал разности включает ноль, даже когда одна связь заметна, а другая нет.
book-linkage-divergences = Сотрудники довольнее, а клиенты – нет
book-linkage-divergence-none-own = В вашем филиале такого расхождения нет.
book-linkage-points = Точки графика: показанные средние и оценки клиентов
book-linkage-pairs = Все пары, m = { $m }
book-linkage-pairs-note = Сильные – сверху. Когда пар много, часть связей заметна случайно: вывод «есть связь» – только с поправкой Холма. БХ – поправка Бенджамини – Хохберга, для поиска.

# Method and audit.
audit-title = Методика и проверка
audit-lead = По каким правилам показаны числа, что скрыто и как всё посчитано.
audit-rules = Правила показа
rule-threshold = Порог
rule-threshold-text = Меньше { $k } ответов не показываем: ни оценку, ни число ответов.
rule-difference = Вычитание
rule-difference-text = Если скрыта одна строка, её можно было бы вычислить из итога. Поэтому вместе с ней скрывается ещё одна.
rule-merged = Объединение
rule-merged-text = Если в одной из групп филиала меньше { $k } ответов, контактный персонал и бэк-офис показаны вместе.
rule-detail = Подробность
rule-detail-text = 5–9 ответов: среднее до 0,1. От 10: интервал, eNPS и ступень доли согласных. От 30: доли всех пяти ответов.
rule-detail-strict-text = От { $k } до 9 ответов: среднее до 0,1. От 10: интервал, eNPS и ступень доли согласных. От 30: доли всех пяти ответов.
rule-raw = Отдельные анкеты
rule-raw-text = В книге нет ни одной отдельной анкеты, скрытых листов и имён.
rule-source = Откуда ответы
rule-source-sheets = Целые анкеты: можно смотреть и связи между темами.
rule-source-blocks = Перемешанные блоки: ответы одного человека по разным темам не соединены.
rule-source-means = Готовые средние от прежнего подрядчика: веса, интервалы и доли по ним не считаются.
rule-customers = Клиенты
rule-customers-text = Клиенты – не сотрудники: их оценки показаны всегда, с интервалом и n.
audit-hidden = Что скрыто и почему
audit-hidden-none = В этой волне ничего не скрыто.
what-row = вся строка
what-dimension = тема «{ $dimension }»
what-item = вопрос «{ $item }»
what-enps = eNPS
what-shares = доли согласных
what-distributions = доли всех пяти ответов
audit-reliability = Надёжность тем по всей сети
audit-reliability-note = α – насколько вопросы темы говорят об одном. ICC(2) – насколько надёжно среднее филиала. r_wg(j) – насколько похожи ответы внутри филиала.
audit-formulas = Как это посчитано
audit-origin = Программа и воспроизводимость
audit-program = Программа
audit-seed = Начальное число
audit-seed-text = { $seed }: те же данные и то же число дают те же случайные выборки и тот же отчёт.

# Data.
book-data-title = Данные
book-data-lead = Только показанные агрегаты, по строке на число. Скрытые значения – текстом, чтобы они не попали в расчёты. Лист для вычислений: печатается только первая страница.
book-data-left-out = Вопросы по каждому филиалу – в выгрузке CSV.
