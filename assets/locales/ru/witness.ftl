# Свидетель: ключ, карточка, файл от HR, выпуск.
witness-title = Свидетель
witness-subtitle = второй ключ к ответам сотрудников
witness-back = На первый экран
witness-close = Закрыть ключ
witness-what = Без вас HR не откроет ответы
witness-what-line = У вас второй ключ. Вы видите, сколько анкет пришло по группам, но не видите ни одного ответа. HR увидит ответы, только когда вы их выпустите, и только группами.
witness-new = Создать ключ
witness-new-line = Один раз, на своём компьютере или на своей флешке. Работодателю ключ не передавайте.
witness-name = Ваше имя для карточки
witness-name-hint = Анна Орлова, профком
witness-name-wanted = Назовите себя, до 60 знаков
witness-passphrase = Пароль
witness-new-deed = Создать ключ…
witness-open = Открыть свой ключ
witness-open-line = Выберите файл ключа или перетащите его в окно. Его имя заканчивается на .flwitness.
witness-open-choose = Выбрать файл…
witness-open-other = Другой файл…
witness-open-deed = Открыть ключ
witness-recovery = Перепишите эти слова на бумагу
witness-recovery-line = Если забудете пароль, ключ откроют только они. Больше программа их не покажет.
witness-recovery-words = Слова восстановления
witness-recovery-where = Положите лист в конверт, подпишите через клапан и храните отдельно от компьютера.
witness-recovery-lost = Кто найдёт эти слова и файл ключа, сможет выпустить ответы вместо вас.
witness-recovery-written = Я переписал все слова и сверил их
witness-recovery-deed = Дальше
witness-recovery-wait = Сначала перепишите слова
witness-card = Ваша карточка
witness-card-line = Отправьте её HR до начала опроса. Секрета в ней нет.
witness-card-compare = Когда HR позвонит, прочитайте эти шесть слов вслух.
witness-card-deed = Сохранить карточку…
witness-saved = Записан файл «{ $file }»
witness-empty = Когда волна закроется, HR пришлёт файл с запечатанными ответами. Откройте его здесь: вы увидите, сколько анкет в каждой группе.
witness-read = Прочитать файл от HR…
witness-read-other = Другой файл от HR…
witness-batch = { $company }, «{ $wave }»: ответы ждут вас
witness-batch-line = { $count ->
        [one] { $count } анкета
        [few] { $count } анкеты
       *[many] { $count } анкет
    } в { $groups ->
        [one] { $groups } группе
       *[other] { $groups } группах
    }. Проверьте, похоже ли это на то, сколько людей отвечало.
witness-released = { $company }, «{ $wave }»: ответы выпущены
witness-released-line = { $count ->
        [one] { $count } анкета
        [few] { $count } анкеты
       *[many] { $count } анкет
    } в { $groups ->
        [one] { $groups } группе
       *[other] { $groups } группах
    }. Передайте HR файл выпуска. Выпустить эту волну ещё раз по-другому нельзя.
witness-group = Группы
witness-sheets = Анкет
witness-groups-caption = только число анкет, ни одного ответа
witness-merged-none = В каждой группе не меньше { $k } анкет.
witness-merged = { $count ->
        [one] { $count } класс показан
        [few] { $count } класса показаны
       *[many] { $count } классов показаны
    } вместе с другими: в каком-то из них анкет меньше { $k }. Порознь их не увидит никто.
witness-release = Выпустить ответы…
witness-release-note = HR получит ответы этих групп, перемешанные внутри группы, без связи между темами одной анкеты.
witness-release-title = Выпустить ответы?
witness-release-body = HR сможет открыть ответы этих групп. Сделать это можно один раз, взять назад нельзя.
witness-release-deed = Выпустить ответы
witness-key = Ваш ключ
witness-key-line = После выпуска он больше не нужен. Когда HR подтвердит, что результаты открылись, ключ лучше уничтожить.
witness-destroy = Уничтожить ключ…
witness-destroy-title = Уничтожить ключ?
witness-destroy-body = Волны, которые вы ещё не выпустили, не откроет уже никто. Слова восстановления тоже станут бесполезны. Вернуть ключ нельзя.
witness-destroy-deed = Уничтожить ключ
witness-destroyed = Ключ «{ $file }» уничтожен: файл затёрт и удалён. Копии в других местах программа не тронула: удалите и их, а лист со словами сожгите или измельчите.
