# Киоск: то, что видит сотрудник. Коротко, тепло, на «вы»; никогда не «полностью анонимно».

kiosk-opening = Готовим опрос…
kiosk-broken = Опрос не открывается
kiosk-close = Закрыть
kiosk-before = Опрос начнётся { $day }
kiosk-before-line = Приходите в этот день. Талон с кодом сохраните, он ещё понадобится.
kiosk-after = Опрос закончился { $day }
kiosk-after-line = Новые ответы уже не принимаются. Спасибо всем, кто нашёл время.

kiosk-start-hello = Здравствуйте!
kiosk-start-why = Расскажите, как вам работается и что мешает хорошо обслуживать клиентов.
kiosk-start-length = { $items ->
    [one] { $items } вопрос
    [few] { $items } вопроса
   *[other] { $items } вопросов
 }, { $minutes ->
    [one] около { $minutes } минуты
   *[other] около { $minutes } минут
 }
kiosk-start-button = Начать
kiosk-exit-open = Выход для ответственного

kiosk-back = Назад
kiosk-next = Дальше
kiosk-mended = Готово
kiosk-erase = Стереть и уйти
kiosk-promise = Ответ не связан с именем, кодом и временем.
kiosk-stored-link = Что обо мне сохранится?

kiosk-trust-title = Что станет с вашими ответами
kiosk-trust-line = Прочитайте, это полминуты. Пока ничего не записывается.
kiosk-trust-seal-head = Запечатаем прямо здесь
kiosk-trust-seal = Ответы лягут в файл без имени, кода, времени и порядка. Каждый раздел анкеты — отдельная запись, и одна с другой не связана.
kiosk-trust-group-head = Покажем только группой
kiosk-trust-group = Руководители увидят итог группы, а не людей. Если в группе меньше { $min } ответов, отчёта о ней не будет.
kiosk-keys-one-head = Один ключ
kiosk-keys-one = Открывает ответы HR своим ключом. Второго ключа в этом опросе нет.
kiosk-keys-two-head = Два ключа
kiosk-keys-two = Открыть ответы могут только HR и { $witness } вместе, поодиночке не может никто.
kiosk-keys-three = Открыть ответы HR может только вместе с одним из хранителей второго ключа: { $first } или { $second }.
kiosk-words-head = Сверьте шесть слов с плакатом и талоном
kiosk-words-short = Сверьте слова с плакатом
kiosk-words-line = Хоть одно слово другое? Не вводите код и скажите об этом коллегам.
kiosk-trust-limits = Всего не может ни одна программа. О том, чего не может эта, говорим прямо.
kiosk-trust-on = Понятно, дальше
kiosk-stored-show = Покажите, что сохранится

kiosk-limits-open = Чего программа не может
kiosk-limits-head = Чего программа не может
kiosk-limits-short = Пять честных оговорок
kiosk-limits-close = Понятно
kiosk-limits-style = Скрыть вашу манеру письма. Комментарий прочитают слово в слово — пишите без примет.
kiosk-limits-camera = Помешать камере или человеку за спиной увидеть экран. Если вам неудобно, выберите другое время.
kiosk-limits-agree = Спрятать мнение группы, в которой все ответили одинаково.
kiosk-limits-together = Помешать HR и хранителю второго ключа ({ $witness }), если они договорятся нарушить правила.
kiosk-limits-copies = Помешать тому, у кого есть ключ HR и тайные копии этого диска до и после вас. От этого защищает второй ключ, а здесь он один.
kiosk-limits-program = Ручаться за себя, если её подменили. Проверить программу и файл может любой технический специалист.

kiosk-code-title = Введите код с талона
kiosk-code-line = Двенадцать знаков, большие и маленькие буквы не различаются. Буквы O в коде нет, это ноль.
kiosk-code-name = Код с талона
kiosk-code-note = Код даёт право ответить один раз. К ответам он не прикладывается.
kiosk-code-on = Продолжить
kiosk-code-checking = Проверяем…
kiosk-code-rub-out = Стереть знак
kiosk-code-mistyped-group = { $group ->
    [1] В первой группе
    [2] Во второй группе
   *[other] В третьей группе
 } знак не тот. Сверьте её с талоном и исправьте.
kiosk-code-mistyped = Один из знаков не тот. Сверьте код с талоном: чаще всего путают 8 и B, 5 и S, 2 и Z.
kiosk-code-spent = По этому коду уже ответили, второй раз он не сработает. Если это были не вы, возьмите другой талон.
kiosk-code-foreign = Код верный по форме, но он не для этого компьютера или не для этого опроса. Посмотрите на талоне, где по нему отвечают.
kiosk-code-not-today = Опрос сегодня не принимает ответы. Код сохраните: в дни опроса он подойдёт.
kiosk-code-not-checked = Компьютер не смог проверить код. Код цел: закройте лишние программы или попробуйте ещё раз.

kiosk-place = Вопрос { $number } из { $of }
kiosk-minutes-left = { $minutes ->
    [one] осталось около { $minutes } минуты
   *[other] осталось около { $minutes } минут
 }
kiosk-decline = Не хочу отвечать
kiosk-answer-missing = Выберите ответ или «Не хочу отвечать»
kiosk-score-name = { $score } из 10
kiosk-score-low = 0 — точно нет
kiosk-score-high = 10 — точно да

kiosk-comment-name = Ваш комментарий
kiosk-comment-left = Свободно { $left } из { $of } байт, русская буква занимает два
kiosk-comment-style = Комментарий прочитают слово в слово. Пишите о деле, без имён и примет.
kiosk-comment-none = Без комментария
kiosk-comment-clear = Стереть комментарий
kiosk-comment-marks = Похоже, здесь { $found }. По этому могут узнать вас или коллегу — лучше убрать. Проверка идёт только на этом экране.
kiosk-mark-name = имя из списка сотрудников ({ $words })
kiosk-mark-word = «{ $word }»
kiosk-mark-phone = номер телефона
kiosk-mark-address = почта или имя в мессенджере

kiosk-review-title = Проверьте ответы
kiosk-review-line = Нажмите на любой ответ, чтобы изменить его. Ничего ещё не записано.
kiosk-review-open = { $count ->
    [one] Без ответа { $count } вопрос, и это нормально.
    [few] Без ответа { $count } вопроса, и это нормально.
   *[other] Без ответа { $count } вопросов, и это нормально.
 } Нажмите на любой ответ, чтобы изменить его.
kiosk-review-rest = Отдельные вопросы
kiosk-review-on = Что обо мне сохранится
kiosk-no-answer = Нет ответа
kiosk-no-answer-short = нет ответа
kiosk-no-comment = без комментария
kiosk-quoted = «{ $text }»
kiosk-of-ten = { $score } из 10

kiosk-stored-title = Что обо мне сохранится
kiosk-stored-line = Это точные записи, которые лягут в файл, когда вы нажмёте «Запечатать». Пока ничего не записано.
kiosk-stored-line-early = Вот какие записи лягут в файл. Пока они пусты: вы ещё не отвечали.
kiosk-stored-back = Вернуться к вопросам
kiosk-stored-back-review = Вернуться к ответам
kiosk-seal = Запечатать
kiosk-sealing = Запечатываем…
kiosk-not-sealed = Не записалось, и ничего не потеряно: код действует, ответы перед вами. Нажмите «Запечатать» ещё раз. { $reason }
kiosk-saved-head = Сохранится
kiosk-saved-foot = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[other] { $count } записей
 }, { $bytes } байт, столько же у каждого
kiosk-column-record = Запись
kiosk-column-inside = Что внутри
kiosk-column-size = Размер
kiosk-column-link = Связь
kiosk-tie-none = нет
kiosk-bytes = { $bytes } Б
kiosk-company-record = Для всей сети, без группы
kiosk-band-low = низко
kiosk-band-middle = средне
kiosk-band-high = высоко
kiosk-not-saved-head = Не сохранится
kiosk-not-name = Имя, должность, табельный номер
kiosk-not-code = Код доступа: он гасится отдельно
kiosk-not-time = День и час
kiosk-not-order = Кто отвечал до вас и после вас
kiosk-not-tie = Связь между разделами анкеты
kiosk-who-head = Кто и вместе с кем вас увидит
kiosk-who-early = Группу покажем после кода, в ней всегда не меньше восьми человек. Меньше { $min } ответов — отчёта о группе не будет.
kiosk-who-one = { $people ->
    [one] Группа «{ $group }», { $people } человек.
    [few] Группа «{ $group }», { $people } человека.
   *[other] Группа «{ $group }», { $people } человек.
 } Меньше { $min } ответов — отчёта о группе не будет.
kiosk-who-two = { $people ->
    [one] Группа «{ $group }», { $people } человек.
    [few] Группа «{ $group }», { $people } человека.
   *[other] Группа «{ $group }», { $people } человек.
 } Меньше { $min } ответов — результата группы не увидит никто.
kiosk-long-head = Как долго
kiosk-long = После опроса ключ уничтожается в назначенный день, и остаются только сводные числа.

kiosk-thanks = Спасибо! Ответы запечатаны
kiosk-thanks-line = С этого экрана всё стёрто. Следующий человек увидит пустую анкету.
kiosk-thanks-slip = Талон больше не нужен: код погашен, второй раз по нему не ответить.
kiosk-thanks-on = Готово
kiosk-thanks-left = { $seconds ->
    [one] Экран сменится через { $seconds } секунду
    [few] Экран сменится через { $seconds } секунды
   *[other] Экран сменится через { $seconds } секунд
 }

kiosk-idle-title = Вы ещё здесь?
kiosk-idle-line = { $seconds ->
    [one] Через { $seconds } секунду всё, что вы отметили, будет стёрто.
    [few] Через { $seconds } секунды всё, что вы отметили, будет стёрто.
   *[other] Через { $seconds } секунд всё, что вы отметили, будет стёрто.
 } Код останется действующим.
kiosk-idle-stay = Я здесь, продолжить

kiosk-exit-title = Выйти из опроса
kiosk-exit-line = Пароль выхода знает тот, кто отвечает за этот компьютер. Неоконченная анкета будет стёрта.
kiosk-exit-name = Пароль выхода
kiosk-exit-wrong = Это не тот пароль.
kiosk-exit-check = Войти
kiosk-exit-leave = Вернуться к опросу

kiosk-operator-title = Для ответственного
kiosk-operator-count = Сколько анкет запечатано
kiosk-operator-counting = Считаем…
kiosk-operator-few = Меньше { $step }
kiosk-operator-from = От { $from } до { $to }
kiosk-operator-count-line = Точное число скрыто: по нему было бы видно, кто и когда ответил.
kiosk-bundle-head = Пакет для HR
kiosk-bundle-line = В пакете только запечатанные ответы: без ключа HR их не прочитать. Пакет можно передать на флешке или по почте и записать ещё раз, повтор ничего не испортит.
kiosk-bundle-button = Записать пакет…
kiosk-bundle-done = Пакет записан: { $path }
kiosk-bundle-folder = Куда записать пакет
kiosk-operator-back = Вернуться к опросу
kiosk-operator-close = Закрыть киоск
