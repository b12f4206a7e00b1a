# Бумажные анкеты: то, что видит ответственный, когда вносит их. На «вы», коротко, без прикрас.

kiosk-paper-head = Анкеты на бумаге
kiosk-paper-line = Анкета ляжет в тот же запечатанный файл и погасит тот же код. Одного программа не скроет: кто вносит, видит весь лист и почерк.
kiosk-paper-open = Внести анкеты…

kiosk-paper-code-title = Код с бумажной анкеты
kiosk-paper-code-line = Двенадцать знаков из рамки на первой странице. Прежде чем начать, перемешайте анкеты.
kiosk-paper-code-name = Код с анкеты
kiosk-paper-note = Порядок, время и число анкет не записываются.
kiosk-paper-finish = Закончить
kiosk-paper-mistyped-group = { $group ->
    [1] В первой группе
    [2] Во второй группе
   *[other] В третьей группе
 } знак не тот. Сверьте её с анкетой и исправьте.
kiosk-paper-mistyped = Один из знаков не тот. Сверьте код с анкетой: чаще всего путают 8 и B, 5 и S, 2 и Z.
kiosk-paper-spent = По этому коду ответ уже есть: анкету внесли раньше или человек ответил на экране. Второй раз вносить не нужно, отложите лист к уничтожению.
kiosk-paper-foreign = Код верный по форме, но он не для этого компьютера или не для этого опроса. Отложите анкету и спросите HR, где её внести.
kiosk-paper-not-today = Опрос сегодня не принимает ответы. Заприте анкеты и внесите их в дни опроса.

kiosk-paper-first = Первый раз: внесите всю анкету
kiosk-paper-second = Второй раз: внесите ту же анкету заново
kiosk-paper-keys = 1 — { $low }, 5 — { $high }. Нет ответа — 0, в шкале до десяти — минус. Enter — дальше, стрелки — по строкам.
kiosk-paper-left = { $count ->
    [one] остался { $count } вопрос
    [few] осталось { $count } вопроса
   *[other] осталось { $count } вопросов
 }
kiosk-paper-missing = Вопрос { $number }: выберите ответ или «нет ответа»
kiosk-paper-cell = Вопрос { $number }: { $value }
kiosk-paper-comment-name = Комментарий к вопросу { $number }
kiosk-paper-comment = Слово в слово, как на бумаге. Нет комментария — оставьте пустым. Новая строка — Shift+Enter.
kiosk-paper-comment-again = Набирать второй раз не обязательно: останется первая запись. Если наберёте, сверим слова.
kiosk-paper-first-on = Внести второй раз
kiosk-paper-second-on = Сравнить
kiosk-paper-erase = Стереть и начать заново

kiosk-paper-agree = Обе записи совпали
kiosk-paper-agree-line = Можно запечатывать. Пока ничего не записано.
kiosk-paper-differ = { $count ->
    [one] Записи разошлись в { $count } вопросе
   *[other] Записи разошлись в { $count } вопросах
 }
kiosk-paper-differ-line = Посмотрите в анкету и введите верный ответ. Комментарий — клавиша 1 или 2, поправить выбранный — Tab.
kiosk-paper-said = Первый раз — { $first }, второй — { $second }
kiosk-paper-words-first = Первый раз
kiosk-paper-words-second = Второй раз
kiosk-paper-words-right = Запечатаем так

kiosk-paper-sealed = Анкета запечатана
kiosk-paper-destroy = Теперь уничтожьте бумагу или заприте её: кто её найдёт, прочитает ответы.
kiosk-paper-wiped = Код погашен, с экрана всё стёрто.
kiosk-paper-next = Следующая анкета
