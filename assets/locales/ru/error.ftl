# Ошибки: что случилось, где, что сделать.
place-file = Файл «{ $name }»
place-sheet = лист «{ $name }»
place-row = строка { $row }
place-column = столбец «{ $name }»
place-line = строка { $line }

error-file-missing = файла «{ $name }» нет. Проверьте имя и папку
error-file-unreadable = файл «{ $name }» не открывается. Проверьте, есть ли у вас право его читать
error-file-unwritable = файл «{ $name }» не записывается. Закройте его в Excel или выберите другую папку
error-file-empty = в файле нет данных
error-unknown-file-type = такой файл программа не читает. Подойдут XLSX, XLS, ODS и CSV
error-password-protected = файл защищён паролем. Снимите защиту в Excel и сохраните копию
error-file-damaged = файл повреждён или сохранён не до конца. Откройте его в Excel и сохраните заново
error-limit-file = файл больше { $limit } МБ. Разделите его на части
error-limit-unpacked = после распаковки файл больше { $limit } МБ. Сохраните нужный лист отдельно
error-limit-entries = файл устроен необычно и не похож на таблицу. Откройте его в Excel и сохраните заново
error-limit-rows = в файле больше { $limit } строк. Разделите его на части
error-limit-columns = в файле больше { $limit } столбцов. Оставьте только нужные
error-limit-cells = в файле больше { $limit } ячеек. Оставьте только нужные столбцы
error-unknown-encoding = текст не читается ни в одной кодировке. Сохраните файл как «CSV UTF-8»
error-column-missing = не хватает столбца «{ $name }». Укажите, какой столбец файла ему соответствует
error-column-twice = столбец «{ $name }» указан дважды. Оставьте один
error-rows-refused = { $refused ->
        [one] не принята { $refused } строка
        [few] не приняты { $refused } строки
       *[other] не приняты { $refused } строк
    }. Первая: строка { $row }, столбец «{ $column }», значение «{ $value }» — { $reason }
error-invalid = { $field }: значение «{ $value }» не подходит
error-not-found = { $field }: «{ $name }» не найдено
error-exists = { $field }: «{ $name }» уже есть
error-wave-state = волна сейчас не в том состоянии (черновик, открыта, закрыта), чтобы это сделать. Посмотрите её состояние в списке волн
error-comments-released = комментарии этой волны уже ушли в отчёт, скрытое вернуть нельзя
error-no-data = считать пока нечего: нет ни ответов сотрудников, ни готовых средних
error-report-misread = отчёт не выпущен: проверка не поняла число «{ $cell }». Ничего не записано, сообщите о нём разработчику
error-report-unsafe = отчёт не выпущен: вместе с тем, что уже выпущено, он выдал бы ответы нескольких человек ({ $cell }). Ничего не записано
error-report-unproven = отчёт не выпущен: сколько ни скрывай, не удалось доказать, что никого не узнать. Ничего не записано. Объедините малые филиалы или поднимите порог показа
error-report-foreign = числа «{ $cell }» программа так не печатает. Файл изменили после выпуска, либо он из другой рабочей книги или версии
error-report-revealing = вместе со всем выпущенным этот файл выдал бы ответы нескольких человек ({ $cell })
error-newer-workspace = рабочая книга создана более новой версией программы. Обновите программу, файл не изменён
error-not-a-workspace = это не рабочая книга «Первой линии»
error-nothing-open = рабочая книга ещё не открыта. Сначала откройте её, потом возьмите файл снова
error-workspace-in-use = рабочая книга уже открыта в другом окне. Закройте его и повторите
error-store = рабочая книга не читается или повреждена. Восстановите её из резервной копии рядом с файлом
error-no-display = здесь нет экрана, окно открыть негде. Запустите «frontline demo --no-window --dir ПАПКА»: файлы и отчёты появятся в папке
error-cancelled = отменено
error-internal = ошибка в самой программе, данные не изменены. Скопируйте подробности и пришлите нам

field-branch = Филиал
field-wave = Волна
field-group = Группа персонала
field-questionnaire = Анкета
field-dimension = Тема
field-item = Вопрос
field-answer = Ответ
field-score = Оценка 0–10
field-count = Количество
field-date = Дата
field-period = Период
field-number = Число
field-level = Уровень 1–5
field-min-group = Порог показа (от 5 до 100)
field-channel = Канал
field-measure = Показатель
field-name = Название
field-language = Язык

fault-syntax = файл анкеты не читается: { $detail }
fault-text-missing = { $place }: нет текста { $language }
fault-in-ru = на русском
fault-in-en = на английском
fault-id-twice = код «{ $id }» встречается дважды
fault-id-shape = в коде «{ $id }» могут быть только латинские строчные буквы, цифры и «_»
fault-unknown-dimension = тема «{ $id }» не описана в анкете
fault-dimension-empty = в теме «{ $id }» нет ни одного вопроса
fault-text-too-long = { $place }: текст длиннее { $limit } знаков
fault-too-many-items = в анкете больше { $limit } вопросов
fault-all-reversed = в теме «{ $id }» все вопросы обратные. Нужен хотя бы один прямой
fault-kind-unfit = вид вопроса «{ $id }» не подходит к этому месту анкеты. Оценки должны входить в тему, а вопрос о рекомендации бывает один и стоит вне тем

compare-unknown = сравнивать с «{ $asked }» нельзя: нет ни такого слова, ни такого источника. Для этой волны есть: { $offered }
compare-no-wave-before = это первая волна: прошлой, с которой можно сравнить, нет
compare-one-branch = филиал один, он и есть вся сеть: сравнивать не с чем
compare-no-region = ни в одном регионе нет трёх филиалов, сравнивать с соседями не получится
compare-nothing-imported = загруженных показателей по этим вопросам нет. Загрузите их командой «frontline import КНИГА benchmarks ФАЙЛ»
compare-several = загружены показатели нескольких источников. Назовите один: { $offered }
compare-other-branches = отчёт для управляющего с другими филиалами не сравнивают. Выберите «before», «company» или загруженные показатели либо уберите --branch и --cuts
