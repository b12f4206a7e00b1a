# Компетенции: уровни, круги оценки, форма оценщика, профиль, матрица, калибровка, обучение, преемники.
# Названия и смысл уровней одни для всех компетенций; их порядок и слова меняться не должны.
level-1 = Негативный
level-2 = Ограниченный
level-3 = Базовый
level-4 = Сильный
level-5 = Стратегический
level-1-meaning = не проявляет даже отдельных элементов; компетенция не развита
level-2-meaning = проявляет отдельные элементы, в зависимости от ситуации; пассивно, в ответ на заданные правила
level-3-meaning = владеет компетенцией; эффективно проявляет её во всех стандартных рабочих ситуациях
level-4-meaning = как на уровне 3, а также в нестандартных или трудных ситуациях; помогает другим её проявлять
level-5-meaning = систематически развивает компетенцию у других; действует в долгосрочных интересах компании
level-title = { $level } { $name }
not-observed = Нет наблюдений

# Кто оценивает.
source-self = Самооценка
source-manager = Руководитель
source-peer = Коллега
source-mystery_shopper = Тайный покупатель
sources-self = Самооценка
sources-manager = Руководитель
sources-peer = Коллеги
sources-mystery_shopper = Тайные покупатели
source-count = { $source } · n = { $n }

# Страницы.
nav-competencies = Компетенции
competencies-title = Компетенции
competencies-tab-rounds = Круги
competencies-tab-profile = Профиль
competencies-tab-matrix = Матрица
competencies-tab-calibration = Калибровка
competencies-tab-needs = Обучение
competencies-tab-succession = Преемники
competencies-tab-bridge = Филиалы
competencies-tab-people = Люди
competencies-import = Загрузить оценки…
competencies-to-excel = В Excel…
competencies-apart = Оценки людей лежат отдельно от анонимного опроса: соединить их с ответами нельзя.
competencies-empty = Кругов оценки пока нет. Люди уже есть: назовите первый круг, укажите его дни, а потом – кто кого оценивает.
competencies-no-people = Людей для оценки пока нет. Подойдёт таблица Excel или CSV: имя, должность, филиал, руководитель.
competencies-no-results = По этому кругу ещё нет ни одной сданной оценки
competencies-competency = Компетенция

# Люди.
people-title = Люди
people-import = Загрузить список…
people-add = Добавить человека
people-search = Найти человека
people-nothing = Никого не нашлось
people-count = { $count } { $count ->
        [one] человек
        [few] человека
       *[many] человек
    }
people-left-count = больше не работают: { $count }
person-name = Имя
person-position = Должность
person-role = Профиль роли
person-branch = Филиал
person-manager = Руководитель
person-no-manager = без руководителя
person-left = Работал до
person-left-note = не работает с { $day }
person-form-new = Новый человек
person-form-change = Изменить данные
person-save = Сохранить
person-bad-name = Нужно имя, до 120 знаков
person-taken-name = В этом филиале уже есть человек с таким именем: добавьте отчество или должность
person-own-manager = Человек не может быть руководителем самому себе
person-manager-loop = Получается круг: «{ $name }» уже подчиняется этому человеку
person-no-role = Профиль роли не выбран: без него не видно разрыва
role-title = Профили ролей
role-add = Добавить профиль…
role-model = Модель компетенций
role-name = Название профиля
role-name-wanted = Назовите профиль
role-change = Изменить профиль…
role-note = Уровень 3 – уверенная работа в обычных случаях. Уровень 5 нужен тому, кто развивает других; от линии его не требуют.

# Круг оценки.
rounds-title = Круги оценки
round-new = Новый круг
round-name = Название круга
round-model = Компетенции
round-days = Дни оценки
round-opens = Первый день
round-closes = Последний день
round-keep = Хранить до
round-keep-note = В этот день программа предложит удалить оценки и обоснования. Обычно хватает двух лет.
round-weights = Вес источника
round-weights-note = Сначала среднее внутри источника, потом – между источниками с этими весами. Самооценка стоит отдельно и в общий уровень не входит.
round-who = Кого оцениваем
round-ratees = { $count } { $count ->
        [one] человек
        [few] человека
       *[many] человек
    }
round-assignments = { $count } { $count ->
        [one] оценка
        [few] оценки
       *[many] оценок
    }
round-propose = Предложить оценщиков
round-propose-note = Сам человек, его руководитель и до четырёх коллег из той же смены или филиала
round-few-peers = { $count ->
        [one] У { $count } человека
       *[other] У { $count } человек
    } меньше трёх коллег-оценщиков: их оценки показаны не будут
round-no-manager = { $count ->
        [one] У { $count } человека
       *[other] У { $count } человек
    } не указан руководитель
round-state-draft = черновик
round-state-open = идёт
round-state-closed = закрыт
round-open = Открыть круг
round-open-body = После открытия компетенции, источники и веса не меняются: все оценивают по одним правилам.
round-close = Закрыть круг
round-close-body = { $count ->
        [0] Все оценки сданы.
        [one] Не сдана { $count } оценка: в результаты она не войдёт.
        [few] Не сданы { $count } оценки: в результаты они не войдут.
       *[many] Не сдано { $count } оценок: в результаты они не войдут.
    } Новых оценок круг уже не примет.
round-until = до { $day }
round-late = Срок круга прошёл { $day }
round-progress = Сдано { $done } из { $all }
round-missing = Кто ещё не сдал
round-missing-nobody = Сдали все
round-missing-line = { $name }: осталось { $count }
round-locked-until = Круг «{ $round }» идёт до { $day }. Результаты откроются, когда он закроется
round-rater-codes = Коды оценщиков
round-rater-codes-note = Код открывает на общем компьютере свой список людей. Анонимности он не даёт: HR знает, кто кого оценивает.
round-print-forms = Бумажные бланки…
round-enter-paper = С бумаги…

# Форма оценщика.
rate-title = Оценка: { $name }
rate-enter-code = Введите код оценщика
rate-code-unknown = Такого кода нет. Проверьте восемь знаков на листке
rate-list-title = Кого вы оцениваете
rate-list-done = Вы сдали все оценки. Спасибо!
rate-as = { $source ->
        [self] Вы оцениваете себя
        [manager] Вы оцениваете как руководитель
        [peer] Вы оцениваете как коллега
       *[mystery_shopper] Вы оцениваете как тайный покупатель
    }
rate-state-none = не начата
rate-state-draft = черновик
rate-state-handed_in = сдана
rate-progress = { $done } из { $all }
rate-how = Выберите описание, которое ближе всего к тому, что вы видели сами, а не слышали от других.
rate-how-doubt = Уровни 4 и 5 включают уровень 3. Сомневаетесь между двумя – берите тот, для которого есть пример.
rate-not-observed-note = Честный ответ, если вы этого не видели. В среднее он не войдёт.
rate-evidence = Обоснование
rate-evidence-hint = Когда это было, что человек сделал или сказал, чем кончилось. Имён клиентов не пишите.
rate-evidence-wanted = Для уровней 1 и 5 нужен хотя бы один пример
rate-sins = Замечено из семи грехов сервиса
rate-sins-note = Отметьте, что видели сами. Отметка ничего не вычитает: это тема для разговора.
rate-sins-none = не замечено
rate-draft-kept = Черновик сохранён
rate-back = Назад
rate-next = Дальше: { $competency }
rate-review = Проверить и сдать
rate-review-left = Осталось ответить: { $list }
rate-all-equal = Все уровни одинаковы. Если так и есть, сдавайте; если нет – вернитесь к компетенциям, где вы сомневались.
rate-hand-in = Сдать оценку
rate-hand-in-body = Сданную оценку изменить нельзя. Вернуть её может только HR, пока круг открыт.
rate-return = Вернуть оценщику
rate-leave = Выйти
rate-leave-body = Черновик сохранится. Следующий оценщик вашего списка не увидит.
rate-privacy-self = Ваша самооценка стоит рядом с оценкой других и в общий уровень не входит.
rate-privacy-manager = Человек увидит, что это оценка руководителя, и прочтёт обоснование. Обсудите её с ним лично.
rate-privacy-peer = Уровни коллег показываем только вместе и только от трёх человек. HR знает, кого попросили оценить. Обоснование может выдать вас манерой письма: пишите коротко и о фактах.
rate-privacy-mystery_shopper = Оценивайте только этот визит. Чего не видели, отметьте «нет наблюдений».

# Ежегодная беседа.
appraisal-title = Ежегодная беседа
appraisal-note = Ответы читают руководитель и HR. На уровни они не влияют.

# Профиль человека.
profile-line = { $position } · { $branch }
profile-gaps-none = Разрывов с профилем роли нет
profile-gaps-one = Разрыв с профилем роли: «{ $first }»
profile-gaps-two = Два разрыва с профилем роли: «{ $first }» и «{ $second }»
profile-gaps-more = { $count ->
        [one] { $count } разрыв
        [few] { $count } разрыва
       *[many] { $count } разрывов
    } с профилем роли, самые большие – «{ $first }» и «{ $second }»
profile-rest = { $count ->
        [0] Ниже роли все компетенции.
        [one] Ещё { $count } компетенция на уровне роли или выше.
        [few] Ещё { $count } компетенции на уровне роли или выше.
       *[many] Ещё { $count } компетенций на уровне роли или выше.
    }
profile-all-met = Все компетенции на уровне роли или выше
profile-self-above = Самооценка выше оценки других на { $difference }.
profile-self-below = Самооценка ниже оценки других на { $difference }.
profile-self-same = Самооценка совпадает с оценкой других.
profile-self-none = Самооценки нет.
profile-radar = Оценка других и профиль роли
profile-radar-caption = уровни 1–5, центр 1
profile-others = Другие
profile-required = Нужно
profile-gap = Разрыв
profile-self = Самооценка
profile-role = Профиль роли
profile-n = n
profile-interval = 95 % интервал
profile-who-rated = Кто оценивал
profile-gap-sure = разрыв установлен
profile-gap-open = разрыв возможен: интервал включает ноль
profile-gap-met = на уровне роли
profile-gap-above = выше роли
profile-gap-one = разрыв по одной оценке, без интервала
profile-blind-spot = Слепое пятно
profile-blind-spot-why = Самооценка выше оценки других на треть шкалы и больше
profile-hidden-strength = Скрытая сила
profile-hidden-strength-why = Самооценка ниже оценки других на треть шкалы и больше
profile-evidence = { $competency }: обоснования
profile-evidence-none = Обоснований нет
profile-sins = Отмечено из семи грехов сервиса
profile-sins-none = Ничего не отмечено
profile-sin-count = { $sin } · { $n }
profile-agreement = Согласие оценщиков
profile-change = К кругу «{ $round }»
profile-add-goal = Добавить в план развития…
profile-private = Личные данные. Лист – для самого человека, его руководителя и HR.

# Коллеги: меньше трёх не показываем.
peers-hidden = оценок коллег меньше трёх
peers-hidden-why = Коллег-оценщиков меньше трёх, поэтому их оценки не входят ни в одно число этого человека: ни в среднее, ни в n. Иначе по разнице можно узнать, кто что поставил.
peers-from-three = Коллеги показаны от трёх человек

# Матрица.
matrix-title = Люди и компетенции
matrix-caption = общий уровень без самооценки; ◆ – ниже профиля роли; ✓ – сколько компетенций на уровне роли
matrix-filter-branch = Все филиалы
matrix-filter-position = Все должности
matrix-filter-gap = Только с разрывом
matrix-person = Человек
matrix-met = На уровне роли
matrix-met-of = { $n } из { $all }
matrix-company = Вся сеть
matrix-mean = Средний уровень
matrix-share = Доля на уровне роли и выше
matrix-people-shown = Показано { $shown } из { $all }
matrix-nobody = По этим условиям никого нет

# Калибровка.
calibration-title = Калибровка
calibration-lead = Как оценивают оценщики. Это повод сверить примеры, а не упрёк.
calibration-headline-none = Заметных перекосов у оценщиков не видно
calibration-headline = Сверьте примеры с { $count ->
        [one] { $count } оценщиком
       *[other] { $count } оценщиками
    }: { $names }
calibration-rater = Оценщик
calibration-rated = Оценил
calibration-severity = Строгость
calibration-severity-caption = на сколько уровней отличается от других, кто оценивал тех же людей; черта – 95 % интервал
calibration-strict = строже других на { $difference }
calibration-lenient = мягче других на { $difference }
calibration-even = как другие
calibration-common = Общих людей
calibration-range = Размах
calibration-range-caption = какими уровнями пользуется
calibration-range-narrow = узкий: { $low }–{ $high }
calibration-range-one = один уровень: { $level }
calibration-range-fine = уровни { $low }–{ $high }
calibration-halo = Ореол
calibration-halo-caption = насколько одно впечатление решает за все компетенции
calibration-halo-high = похоже на ореол: компетенции почти не различаются
calibration-straight = Одинаковые ответы
calibration-straight-some = { $n } из { $all } – все уровни одинаковы
calibration-straight-none = нет
calibration-distribution = Распределение по руководителям
calibration-distribution-caption = доля уровней 1–5 у каждого, n оценок
calibration-agreement = Согласие оценщиков
calibration-coefficient = Показатель
calibration-what-to-do = Что делать
calibration-advice-strict = Сравните обоснования с примерами уровней 3 и 4 на двух-трёх людях.
calibration-advice-lenient = Попросите по одному примеру к каждому уровню 4 и 5.
calibration-advice-range = Разберите вместе, чем уровень 2 отличается от 3, а 3 – от 4.
calibration-advice-halo = Попросите оценить заново по одной компетенции для всех людей, а не по человеку.
calibration-advice-straight = Верните эти оценки, если круг ещё открыт, и спросите, что удалось увидеть самому.
calibration-not-corrected = Уровни людей на строгость не поправлены: она показана рядом, чтобы решал человек.

# Согласие словами.
agreement-none = согласия нет
agreement-weak = слабое
agreement-moderate = умеренное
agreement-good = хорошее
agreement-very_good = очень хорошее
agreement-kappa = Взвешенная κ (квадратичная)
agreement-alpha = α Криппендорфа, порядковая
agreement-icc-one = ICC(1,k)
agreement-icc-a = ICC(A,k)
agreement-ac2 = AC2 Гвета
agreement-rwg = r_wg по человеку, медиана

# Почему числа нет.
rating-reason-all_equal = все оценки равны
rating-reason-one_rater = оценивал один человек
rating-reason-nobody = никто не наблюдал
rating-reason-disjoint = у оценщиков нет общих людей
rating-reason-few_peers = коллег меньше трёх
rating-reason-few_people = оценено слишком мало людей: { $n }, нужно хотя бы { $need }
rating-reason-no_self = самооценки нет
rating-reason-no_role = профиль роли не выбран
rating-reason-no_earlier = в прошлом круге человека не оценивали
rating-reason-other_model = в прошлом круге были другие компетенции

# Обучение и план развития.
needs-title = Чему учить
needs-caption = разрыв с ролью, умноженный на число людей; самое большое сверху
needs-headline = Больше всего людей не дотягивают до роли в компетенции «{ $competency }»
needs-none = Все оценённые на уровне роли или выше
needs-people = Людей с разрывом
needs-gap = Средний разрыв
needs-weighted = Вклад
needs-where = Где прежде всего
development-title = План развития
development-empty = Целей пока нет. Начните с самого большого разрыва.
development-goal = Цель
development-action = Что делаем
development-due = Срок
development-state-planned = намечено
development-state-doing = делаем
development-state-done = сделано
development-state-dropped = снято
development-add = Добавить цель
development-overdue = срок прошёл { $day }
development-due-soon = до { $day }

# Преемники.
succession-title = Преемники
succession-headline = { $count ->
        [0] У каждого поста есть преемник
        [one] { $count } пост без преемника
        [few] { $count } поста без преемника
       *[many] { $count } постов без преемника
    }
succession-caption = постов с преемником, готовым сейчас или через год
succession-post = Пост
succession-holder = Кто сейчас
succession-successor = Преемник
succession-nobody = не назван
succession-add = Назвать преемника…
succession-readiness = Готовность
readiness-now = сейчас
readiness-year = через год
readiness-later = через два года и позже
succession-coverage = Обеспечено
succession-coverage-of = { $n } из { $all } ({ $share })
succession-twice = назван на { $count } { $count ->
        [one] пост
        [few] поста
       *[many] постов
    }
succession-far = До профиля роли: { $list }
succession-left = Преемник ушёл { $day }: назовите другого
succession-note = Готовность называет руководитель. Рядом стоит разрыв с профилем нового поста.

# Филиалы: компетенции, вовлечённость и NPS рядом.
bridge-title = Компетенции, вовлечённость и NPS
bridge-caption = точка – филиал; по вертикали NPS, по горизонтали средний уровень компетенций
bridge-level = Уровень компетенций
bridge-engagement = Вовлечённость
bridge-nps = NPS клиентов
bridge-contact = Контактный персонал
bridge-all = Все оценённые
bridge-note = Филиалы сравниваем как целое: ни одного человека с его ответами программа не соединяет.
bridge-few = Для вывода о связи нужно не меньше { $need } филиалов, а есть { $n }
bridge-loyalty = Высокий уровень держится на тех, кто предан компании. Если компетенции высоки, а вовлечённость падает, сервис может просесть следом.
bridge-no-round = Закрытых кругов оценки пока нет

# Удаление, срок хранения, выпуск.
erase-person = Удалить данные: { $name }
erase-person-body = Навсегда исчезнут имя, оценки и самооценка, обоснования, ответы беседы, план развития и записи о преемниках.
erase-person-stays = Останутся сводные числа филиалов, посчитанные раньше, и уже выпущенные файлы: отозвать их программа не может. Оценки, которые этот человек ставил другим, останутся без его имени. В резервных копиях данные останутся, пока их не сменят новые копии.
erase-person-confirm = Чтобы удалить, введите имя
erase-round = Удалить круг «{ $round }»
erase-round-body = Исчезнут все оценки, обоснования и ответы беседы этого круга. Люди, профили ролей и планы развития останутся.
retention-soon = Круг «{ $round }» храним до { $day }. Потом предложим удалить
retention-over = Срок хранения круга «{ $round }» прошёл { $day }: удалите его или продлите с причиной
retention-reason = Почему храним дольше
ratings-export-title = Выпустить оценки людей
ratings-export-body = В файле будут имена и уровни: { $count ->
        [one] { $count } человек
        [few] { $count } человека
       *[many] { $count } человек
    }. Отдавайте его только тем, кто вправе их видеть.
ratings-export-confirm = Я понимаю, что это личные данные
ratings-export-deed = Выпустить оценки
ratings-not-in-report = В отчёт о вовлечённости оценки людей не входят: для них отдельный выпуск.

# Листы книги Excel.
sheet-competencies = Компетенции
sheet-competencies-about = Люди и компетенции: уровни, профиль роли, разрывы, доля на уровне роли
sheet-calibration = Калибровка
sheet-calibration-about = Как оценивают оценщики: строгость, размах, ореол, согласие
sheet-succession = Преемники
sheet-succession-about = Посты, преемники и их готовность, посты без преемника

# Приём файлов: что в файле, столбцы, причины отказа (после строки, столбца и значения).
import-kind-people = Люди для оценки
import-kind-ratings = Оценки компетенций
import-kind-visits = Визиты тайного покупателя
wizard-title-people = Компетенции: загрузка людей
wizard-title-ratings = Компетенции: загрузка оценок
wizard-title-visits = Компетенции: загрузка визитов тайных покупателей
column-person = Кого оценивают
column-rater = Кто оценивает
column-rater-source = Источник оценки
column-competency = Компетенция
column-level = Уровень 1–5
column-evidence = Обоснование
column-sins = Грехи сервиса
column-round = Круг
column-manager = Руководитель
column-left = Последний день работы
column-competency-named = Компетенция «{ $name }»
refused-level-range = уровень не от 1 до 5
refused-level-half = половинок не бывает: выберите целый уровень
refused-level-word = нет такого уровня: нужно число от 1 до 5 или его название
refused-unknown-person = нет такого человека в списке
refused-ambiguous-person = таких людей несколько: добавьте филиал или должность
refused-unknown-rater = нет такого оценщика
refused-duplicate-person = этот человек уже есть в строке { $row }
refused-duplicate-rating = этот оценщик уже оценил этого человека в строке { $row }
refused-unknown-competency = нет такой компетенции в модели круга
refused-unknown-source = не самооценка, не руководитель, не коллега и не тайный покупатель
refused-self-other = самооценка стоит за другого человека
refused-unknown-manager = нет такого руководителя в списке
refused-manager-loop = люди оказались руководителями друг друга
refused-unknown-round = нет такого круга
refused-round-not-open = круг не открыт и оценок не принимает
refused-person-left = человек не работает с { $day }, а круг начался позже
refused-unknown-sin = нет такого греха сервиса
refused-nothing-rated = в строке нет ни одного уровня
import-note-not-observed = Пустые уровни приняты как «нет наблюдений»

# Файл модели компетенций.
model-import = Загрузить модель…
model-bad-format = Это не файл модели компетенций
model-bad-anchors = Компетенция «{ $name }»: нужно ровно пять примеров поведения, от уровня 1 к уровню 5
model-bad-profile = Профиль «{ $name }»: нужен уровень от 1 до 5 для каждой компетенции
model-missing-language = «{ $id }»: нет текста на одном из языков
model-duplicate-id = Код «{ $id }» стоит дважды

# Экраны: подписи, кнопки, состояния.
competencies-pages = Страницы оценки
competencies-round-word = Круг оценки
rater-erased = данные удалены
heat-low = ниже 2,6
heat-high = 4,2 и выше
desk-start = Открыть для оценщиков…
desk-start-body = Окно покажет только ввод кода, список оценщика и форму. Больше ничего из рабочей книги видно не будет. Вернуться можно с паролем рабочей книги.
desk-end = Закончить и запереть
desk-end-body = Черновики сохранены. Рабочая книга закроется на ключ: дальше нужен её пароль.
desk-end-deed = Запереть рабочую книгу
desk-only = На этом экране видны только ваши люди. После трёх минут без действий список закроется сам.
rate-code = Код с листка, восемь знаков
rate-code-open = Открыть мой список
rate-counter = Компетенция { $number } из { $all }
rate-mark-open = ещё нет ответа
rate-marked = Отвечено
rate-part = Кем приходится
rate-state = Состояние
rate-steps = Компетенции
rate-to-list = К списку
round-state = Состояние
round-handed-in = Сдано
round-plan = Кто кого оценивает
round-no-plan = Оценщики ещё не назначены
round-remove-pair = Убрать
round-only-missing = только несданные
round-nothing-planned = Сначала назначьте оценщиков
round-change = Изменить круг…
round-make = Создать круг
round-save = Сохранить
round-results = К результатам
round-codes-copy = Скопировать все
round-new-codes-body = Все оценщики получат новые коды. Старые листки перестанут открывать списки.
round-missing-more = и ещё { $count } { $count ->
        [one] оценщик
        [few] оценщика
       *[many] оценщиков
    }
round-weight = вес { $weight }
round-bad-name = Нужно название круга
round-bad-day = Нужна дата: 01.10.2026
round-bad-weight = Целое число от 0 до 100, не все нули
round-locked-draft = Круг «{ $round }» ещё черновик. Результаты откроются, когда он пройдёт и закроется
erase-round-deed = Удалить круг
profile-levels = Уровни 1–5
profile-other = Другой человек…
profile-radar-others = Оценка других
appraisal-change = Записать…
appraisal-save = Сохранить ответы
development-follow-up-note = Что вышло и когда вернёмся
development-save = Сохранить цель
development-remove = Убрать цель
development-removed = Цель убрана
matrix-met-short = ✓
matrix-met-count = { $n }/{ $all }
matrix-of-five = из 5 · n = { $n }
matrix-open-profile = Открыть профиль
matrix-change = К прошлому кругу
calibration-verdict = Вывод
calibration-distribution-short = Уровни 1–5, %
calibration-halo-short = похоже на ореол
calibration-halo-none = нет
calibration-value = Значение
calibration-word = Вывод
needs-place = { $branch } ({ $n })
succession-none = Постов пока нет: укажите в списке людей, кто чей руководитель
succession-choose = Выберите пост, чтобы назвать преемника
succession-remove = Убрать преемника
succession-open = нет преемника
bridge-x = Уровень компетенций, среднее 1–5
bridge-y = NPS клиентов, от −100 до +100
bridge-flag = компетенции высокие, вовлечённость низкая
bridge-details = уровень { $level } · вовлечённость { $engagement } · NPS { $nps }
bridge-hidden-few = В филиале оценено слишком мало людей
people-with-left = и тех, кто ушёл
person-erase = Удалить данные…
person-erase-deed = Удалить навсегда
person-erase-wrong = Имя не совпадает
role-none = без профиля роли
role-positions = Должности и их роли
role-save = Сохранить роль
