# Комментарии: экран, лист книги, пометки.
results-tab-comments = Комментарии

comment-place-region = { $region }: малые филиалы
comment-place-company = Сеть: малые филиалы
comment-why-pool = Эти филиалы отвечали вместе, поэтому и комментарии у них общие
comment-why-together = Вместе: { $branches }. По отдельности там меньше { $least } ответов или соседний филиал узнали бы по остатку
comment-count-few = меньше 5 комментариев
comment-count = { $n } { $n ->
        [one] комментарий
        [few] комментария
       *[other] комментариев
    }
comment-hidden = ▇▇▇ [скрыто HR]
comment-hidden-word = скрыто HR
comment-hidden-count = { $passages ->
        [one] Скрыто HR: { $passages } место
        [few] Скрыто HR: { $passages } места
       *[other] Скрыто HR: { $passages } мест
    } в { $comments ->
        [one] { $comments } комментарии
       *[other] { $comments } комментариях
    }

comment-mark-phone = Похоже на номер телефона
comment-mark-email = Похоже на почту или имя в сети
comment-mark-name = Похоже на имя человека
comment-mark-address = Похоже на адрес
comment-mark-shift = Названа смена: по графику видно, кто работал
comment-mark-date = Назван день: по графику видно, кто работал
comment-mark-time = Названо время: по графику видно, кто работал
comment-mark-branch = Назван филиал
comment-mark-position = Названа должность
comment-mark-click = { $reason }. Нажмите, чтобы скрыть

comments-note = Комментарии не связаны ни с оценками, ни друг с другом, порядок случайный. Отмечено то, по чему можно узнать человека.
comments-note-exported = Комментарии уже ушли в отчёт: скрыть можно и теперь, вернуть скрытое нельзя.
comments-all-places = Все места
comments-place = Место
comments-all-questions = Все вопросы
comments-question = Вопрос
comments-search = Найти в комментариях
comments-only-marked = Только с пометками
comments-found = { $n ->
        [one] Найден { $n } комментарий
        [few] Найдены { $n } комментария
       *[other] Найдено { $n } комментариев
    }
comments-found-few = Найдено меньше 5 комментариев
comments-found-none = Ничего не найдено. Измените поиск или выберите другое место
comments-clear = Сбросить
comments-one = Комментарий: { $question }
comments-hide-selected = Скрыть выделенное
comments-hide-marked = { $n ->
        [one] Скрыть отмеченное
       *[other] Скрыть отмеченное: { $n }
    }
comments-hide-whole = Скрыть комментарий целиком
comments-restore = Вернуть скрытое
comments-restore-late = Комментарии уже ушли в отчёт. Рядом с прежним файлом возвращённое место бросилось бы в глаза
comments-restore-click = Скрыто HR. Нажмите, чтобы вернуть
comments-hidden-tip = Скрыто HR
comments-destroyed-tip = Скрыто HR и стёрто навсегда
comments-hidden-done = Место скрыто
comments-restored-done = Скрытое возвращено
comments-hide-title = Скрыть навсегда?
comments-hide-body = Комментарии этой волны уже ушли в отчёт, поэтому вернуть скрытое будет нельзя. Из выпущенных файлов оно не исчезнет.
comments-hide-deed = Скрыть
comments-destroy = Стереть навсегда…
comments-destroy-title = Стереть скрытое навсегда?
comments-destroy-body = Слова под пометкой «скрыто HR» в этом комментарии будут стёрты из рабочей книги. Вернуть их не сможет никто. В резервных копиях они останутся, пока копии не сменятся.
comments-destroy-deed = Стереть

comments-nobody = В этой волне никто не оставил комментариев
comments-nobody-branch = В этой волне комментариев филиала нет
comments-withheld = Ответов меньше { $least }, поэтому комментарии не показываются нигде: по словам узнали бы автора
comments-sealed = Ответы этой волны ещё запечатаны. Комментарии откроются вместе с ними
comments-sealed-deed = К сбору ответов
comments-not-collected = В этой волне комментариев нет: ответы загружены из файла, а свободный текст программа не загружает
comments-failed = Комментарии не прочитались

sheet-comments = Комментарии
sheet-comments-about = Что люди написали своими словами: по филиалам, в случайном порядке
comments-book-lead = Слова сотрудников, ничего не исправлено. Комментарии стоят при филиале, если там не меньше { $least } ответов, иначе при регионе или сети. С оценками и друг с другом они не связаны, порядок случайный.
comments-book-place = Место
comments-book-question = Вопрос
comments-book-comment = Комментарий
comments-cut-pool = Ваш филиал отвечал вместе с соседними. Отдельно его комментарии не показываются: они стоят общим списком в полном отчёте
comments-cut-together = Отдельно комментарии вашего филиала не показываются: ответов меньше { $least } или по остатку узнали бы соседний филиал. Они стоят общим списком в полном отчёте
