# Рамка окна: боковая панель, строка состояния, общие кнопки.
nav-home = Главная
nav-organisation = Организация
nav-questionnaires = Анкеты
nav-waves = Волны
nav-results = Результаты
nav-customers = Клиенты
nav-linkage = Связь с клиентами
nav-reports = Отчёты
nav-settings = Настройки

status-welcome = Всё остаётся на этом компьютере, сервера нет
status-workspace = Рабочая книга «{ $company }»
status-demo = Рабочая книга «{ $company }», пример с вымышленными данными
status-file = { $file }, сохранено и зашифровано
status-lock = Запереть
status-threshold = Порог показа: { $k } { $k ->
        [one] ответ
        [few] ответа
       *[other] ответов
    }

cancel = Отменить
undo = Вернуть
close = Закрыть
drop-hint = Отпустите файл: прочитаем и покажем, что в нём
failure-title = Не получилось
failure-retry = Повторить
failure-copy = Скопировать подробности
failure-close = Закрыть сообщение

stage-working = Выполняется
stage-reading = Читаем файл
stage-checking = Проверяем строки
stage-computing = Считаем результаты
stage-proving = Проверяем, что никого не узнать
stage-writing = Пишем отчёты
stage-saving = Сохраняем рабочую книгу
stage-codes = Готовим коды
stage-unsealing = Открываем запечатанные ответы
stage-unlocking = Проверяем ключ

dialog-open-workspace = Открыть рабочую книгу
dialog-new-workspace = Где хранить рабочую книгу
dialog-import = Какой файл прочитать
dialog-questionnaire = Файл анкеты
dialog-folder = Папка для отчётов
dialog-refusals = Куда сохранить список
dialog-refusals-name = Не принятые строки.csv
dialog-recovery = Куда сохранить лист восстановления
dialog-recovery-name = Лист восстановления.pdf
dialog-tables = Таблицы
dialog-workspace = Рабочая книга «Первой линии»
dialog-own-files = Файлы «Первой линии»
dialog-card = Карточка свидетеля
dialog-codes-folder = Папка для кодов
dialog-pack = Куда записать файл пункта сбора
dialog-bundles = Файлы с ответами пунктов сбора
dialog-batch = Куда записать файл для свидетеля
dialog-release = Файл, который прислал свидетель
dialog-verify = Какой файл проверить
dialog-witness-key = Файл ключа свидетеля
dialog-new-witness-key = Где хранить ключ свидетеля
dialog-save-card = Куда записать карточку
dialog-card-name = Карточка свидетеля
dialog-read-batch = Файл, который прислал HR
dialog-save-release = Куда записать выпуск
dialog-release-name = Выпуск ответов
