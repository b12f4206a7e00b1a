# Подготовка сбора: анкета, классы, ключи и пункты, сроки, проверка.
design-title = Подготовка сбора
design-subtitle = «{ $name }» · черновик сохранён
design-reset = Вернуть предложенное
design-close = Закрыть мастер
design-back = Назад
design-next = Дальше: { $step }
design-to-list = К списку волн
design-imported-tip = Ответы загрузите из файла, когда откроете сбор
design-unready = Сначала исправьте то, что перечислено выше
design-advised = советуем
design-change = Изменить…
design-step-asked = Анкета
design-step-classes = Классы
design-step-stations = Ключи и пункты
design-step-days = Сроки
design-step-check = Проверка

design-asked-caption = { $items ->
        [one] { $items } вопрос
        [few] { $items } вопроса
       *[many] { $items } вопросов
    }, около { $minutes } минут
design-asked-dimension = Тема
design-asked-items = Вопросов
design-asked-alone = Отдельные вопросы и комментарии
design-asked-frozen = Текст анкеты уже записан в волну. Чтобы спросить другое, создайте новую волну.
design-source = Откуда придут ответы
design-source-ours = Собрать в «Первой линии»
design-source-ours-line = Код из коробки, экран опроса в филиале, запечатанные ответы. Кто что ответил, не хранится нигде.
design-source-import = Загрузить готовые ответы
design-source-import-line = Из Google Форм, LimeSurvey, Excel. За то, как их собирали, программа не ручается.

design-classes = Кого увидят в отчёте отдельно
design-classes-caption = приглашено, чел.; класс от { $need } человек, слияние внутри региона
design-class = Класс отчёта
design-region-none = Без региона
design-region-note = { $count ->
        [one] { $count } филиал
        [few] { $count } филиала
       *[many] { $count } филиалов
    }
design-region-note-apart = { $count ->
        [one] { $count } филиал
        [few] { $count } филиала
       *[many] { $count } филиалов
    }, без объединений
design-class-count = { $count } { $count ->
        [one] класс
        [few] класса
       *[many] классов
    }
design-class-both = контактный и бэк-офис
design-class-contact = только контактный персонал
design-class-back = только бэк-офис
design-class-whole-back = весь филиал: в бэк-офисе { $back }
design-class-whole-contact = весь филиал: контактных { $contact }
design-pool-split = { $classes }, { $contact } + { $back } приглашённых
design-pool-whole = { $classes }, { $people } приглашённых вместе

design-consequence = { $count ->
        [one] { $count } филиал войдёт в отчёт вместе с соседями
        [few] { $count } филиала войдут в отчёт вместе с соседями
       *[many] { $count } филиалов войдут в отчёт вместе с соседями
    }
design-consequence-line = { $alone ->
        [0] Своей строки не получит никто
        [one] { $alone } филиал получит свою строку
        [few] { $alone } филиала получат свою строку
       *[many] { $alone } филиалов получат свою строку
    }, { $groups ->
        [one] { $groups } объединение — общую
        [few] { $groups } объединения — общую
       *[many] { $groups } объединений — общую
    }. Всего { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[many] { $rows } строк
    } из { $branches ->
        [one] { $branches } филиала
       *[other] { $branches } филиалов
    }.
design-consequence-none = У каждого филиала будет своя строка в отчёте
design-consequence-none-line = Всего { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[many] { $rows } строк
    }, объединять никого не нужно.
design-as-before = Как в «{ $name }»: волны сравнимы
design-not-as-before = Не как в «{ $name }»: сравнимо не всё

design-fault-title = Так открыть нельзя
design-fault-missing = Филиал «{ $name }» никуда не отнесён. Отнесите его к соседям или верните предложенное.
design-fault-unfit = Филиал «{ $name }» указан дважды, или в нём нет сотрудников. Верните предложенное.
design-fault-small = «{ $name }»: { $invited ->
        [one] { $invited } человек
        [few] { $invited } человека
       *[many] { $invited } человек
    }, а для класса нужно { $need }. Отнесите к соседям или верните предложенное.
design-fault-company = Во всей компании { $invited ->
        [one] { $invited } человек
        [few] { $invited } человека
       *[many] { $invited } человек
    }, а для одного класса нужно { $need }. Так собирать анонимно нельзя.

design-protection = Защита ответов
design-two-keys = Два ключа
design-two-keys-line = Ответы открывают вместе HR и свидетель: представитель сотрудников или внешняя фирма.
design-two-keys-nobody = Два ключа, свидетель ещё не выбран
design-two-keys-names = Два ключа: HR и { $names }
design-one-key = Один ключ
design-one-key-line = Только HR. Не защищает от того, кто снимает копии диска во время опроса; так и скажем сотрудникам.
design-threshold = Порог показа
design-threshold-note = Меньше { $k } ответов в классе — «< { $k }» вместо чисел.
design-what-if = При пороге { $k } вместе { $count ->
        [one] пойдёт { $count } филиал
        [few] пойдут { $count } филиала
       *[many] пойдут { $count } филиалов
    }.
design-what-if-never = При пороге { $k } компании не хватит и на один класс.
design-frozen = После открытия волны классы, порог и защиту изменить нельзя.

design-move-title = С кем показывать: { $names }
design-move-line = В классе должно быть не меньше { $need } приглашённых.
design-move-branch = { $code } { $name }, { $count } чел.
design-move-own = своя строка
design-move-with = вместе: { $names }
design-move-outcome = Получится
design-move-pool = { $names } — { $count } чел.
design-move-deed = Применить
design-move-unfit = В одном из классов не хватает людей
design-move-same = Пока ничего не изменено
design-undo-pools = Объединение изменено
design-undo-reset = Объединения возвращены к предложенным
design-undo-import = Ответы будут загружены из файла

design-stations = Где отвечают
design-stations-branch = В каждом филиале
design-stations-branch-line = Отвечают на месте: файл пункта сбора и талоны передаёте в филиал.
design-stations-here = Один компьютер здесь
design-stations-here-line = Все приходят к нему, файлы никуда не едут. Удобно для одного офиса.
design-stations-own = Свои группы
design-stations-own-line = Один компьютер на несколько филиалов, где как удобно.
design-stations-caption = { $count ->
        [one] { $count } пункт
        [few] { $count } пункта
       *[many] { $count } пунктов
    }
design-stations-codes = { $count ->
        [one] { $count } пункт
        [few] { $count } пункта
       *[many] { $count } пунктов
    }, { $codes ->
        [one] { $codes } код
        [few] { $codes } кода
       *[many] { $codes } кодов
    }
design-station = Пункт сбора
design-stations-head = Пункты сбора
design-station-branches = Чьи сотрудники
design-station-here = Компьютер HR
design-station-join = Объединить филиалы…
design-station-title = Пункт сбора
design-station-line = Отметьте филиалы, чьи сотрудники придут к этому компьютеру.
design-station-name = Название пункта
design-station-deed = Сохранить пункт
design-station-bad-name = Нужно название до 60 знаков, которого ещё нет
design-station-nobody = Отметьте хотя бы один филиал

design-witness = Свидетель
design-witness-missing = При двух ключах нужна карточка свидетеля.
design-witness-how = Попросите свидетеля запустить «Первую линию», выбрать «Я свидетель», создать ключ и прислать вам карточку.
design-witness-needless = При одном ключе свидетель не нужен. Два ключа выбирают на шаге «Классы».
design-witness-add = Взять карточку…
design-witness-second = Второй свидетель…
design-witness-drop = Или перетащите файл карточки в окно.
design-witness-compare = Позвоните и сверьте шесть слов. Не совпало хоть одно — карточку подменили.
design-witness-remove = Убрать карточку: { $name }
design-view = Взгляд на компанию целиком
design-view-switch = Собирать взгляд на компанию
design-view-on = собираем: темы анкеты в трёх ступенях, без филиала
design-view-off = не собираем
design-view-line = Из анкеты сохранится ещё одна запись: каждая тема — низко, средне или высоко. Филиала в ней нет. Нужна, чтобы понять, что движет вовлечённостью. Советуем от 200 приглашённых; сейчас { $invited }.

design-days = Дни сбора
design-days-missing = Укажите первый и последний день сбора.
design-days-past = Последний день сбора уже прошёл. Перенесите его.
design-days-locked = Результаты закрыты до конца сбора: так ответы не влияют друг на друга.
design-days-destroyed = Запечатанные записи и ключ волны будут уничтожены { $day }.
design-days-destroyed-later = Через { $days } дней после последнего дня сбора запечатанные записи и ключ волны уничтожаются.

design-ready = Всё готово к открытию
design-ready-line = Прочитайте ещё раз, что застынет: потом этого не изменить.
design-unready = Пока открыть нельзя
design-unready-line = Вот что осталось сделать.
design-freezes = Что застынет при открытии
design-rows = Строки отчёта
design-rows-value = { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[many] { $rows } строк
    }, { $classes ->
        [one] { $classes } класс
        [few] { $classes } класса
       *[many] { $classes } классов
    }; вместе с соседями: { $shared }
design-tell = Скажите об этом до опроса
design-tell-pools = Своей строки не будет: { $names }. Их покажем вместе.
design-tell-groups = { $count ->
        [one] В { $count } классе контактный персонал и бэк-офис показаны вместе: порознь их мало.
       *[other] В { $count } классах контактный персонал и бэк-офис показаны вместе: порознь их мало.
    }
design-tell-threshold = Меньше { $k } ответов — не покажем ничего, до 9 — только среднее, от 10 — доли и eNPS, от 30 — всё распределение.
design-tell-comments = Комментарии филиала видны от 10 ответов, иначе — в составе региона или всей сети. По группам персонала — никогда.
design-tell-style = Автора комментария может выдать манера письма. Попросите не называть имён и случаев, которые знают все.
design-tell-one-key = Один ключ: от того, кто снимает копии диска во время опроса, он не защищает. Это написано на талонах.
design-tell-two-keys = Два ключа: ответы откроются, только когда согласны и HR, и свидетель. Вместе они всё же могут больше, чем порознь.
design-tell-empty = Филиалы без численности в сборе не участвуют: им не положено ни кодов, ни строки.
design-open-body = Застынут: анкета «{ $questionnaire }»; { $rows }; порог показа { $k }; пунктов сбора — { $stations }. { $protection }. Изменить это потом нельзя.
