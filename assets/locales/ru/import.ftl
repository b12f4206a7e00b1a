# Приём файлов: причины отказа, столбцы, виды файлов, программы, примечания.

# Причины отказа. Читаются после строки, столбца и значения, поэтому с маленькой буквы.
refused-empty-cell = пустая ячейка
refused-unknown-branch = нет такого филиала
refused-duplicate-branch = этот филиал уже есть в строке { $first-row }
refused-duplicate-row = то же самое уже есть в строке { $first-row }
refused-score-range = оценка не от 0 до 10
refused-not-a-number = не число
refused-text-where-number = вместо числа стоит текст
refused-not-whole = нужно целое число
refused-count-range = такого количества не бывает
refused-not-a-date = не дата
refused-no-such-date = такой даты нет
refused-ambiguous-date = неясно, где день, а где месяц
refused-not-a-period = не месяц, не квартал и не год
refused-answer-range = ответ не от { $lo } до { $hi }
refused-unknown-answer = нет такого ответа в шкале
refused-unknown-group = не контактный персонал и не бэк-офис
refused-merged-cell = объединённая ячейка: снимите объединение и заполните каждую
refused-counts-missing = нужны все три числа: промоутеры, нейтральные, критики
refused-cell-fault = в ячейке ошибка Excel
refused-too-long = слишком длинный текст

# Предложения, как исправить сразу все такие строки.
import-fix-close = Это «{ $branch }»?
import-fix-choose = Выбрать филиал…

# Что значит столбец.
column-skip = Не брать
column-branch = Филиал
column-name = Название
column-region = Регион
column-format = Формат
column-contact = Контактный персонал, чел.
column-back-office = Бэк-офис, чел.
column-head-count = Всего, чел.
column-group = Группа персонала
column-position = Должность
column-wave = Волна
column-date = Дата
column-period = Период
column-channel = Канал
column-score = Оценка 0–10
column-promoters = Промоутеры
column-passives = Нейтральные
column-detractors = Критики
column-measure = Показатель
column-value = Значение
column-count = Число ответов
column-dimension = Тема
column-subject = Что сравниваем
column-source = Источник
column-title = Должность
column-item = Вопрос «{ $name }»
column-named = Показатель «{ $name }»

# Что в файле.
import-kind-branches = Список филиалов
import-kind-outcomes = Оценки клиентов
import-kind-answers = Ответы сотрудников
import-kind-staff-scores = Готовые средние по филиалам
import-kind-benchmarks = Ориентиры для сравнения
import-kind-positions = Должности

# Откуда файл.
import-preset-google-forms = Google Формы
import-preset-microsoft-forms = Microsoft Forms
import-preset-limesurvey = LimeSurvey
import-preset-surveymonkey = SurveyMonkey
import-preset-yandex-forms = Яндекс Формы
import-preset-kobo = KoboToolbox или ODK

# Почему столбец не читается.
import-dropped-name = имена
import-dropped-email = адреса почты
import-dropped-phone = телефоны
import-dropped-address = сетевые адреса и устройства
import-dropped-token = номера анкет и коды
import-dropped-time = время ответа
import-dropped-free-text = свободный текст
import-dropped-not-taken = не понадобился

# Примечания к принятым данным.
import-note-days-to-months = Даты сложены в месяцы
import-note-head-count-not-split = Численность не разделена на контактный персонал и бэк-офис. Пока все считаются бэк-офисом: разделите их в списке филиалов
import-note-codes-from-names = В списке нет кодов, вместо них взяты названия
import-note-no-period = В файле нет даты: оценки относятся ко всем волнам
import-note-group-from-position = Группа персонала определена по должности
import-note-no-group = В файле нет группы персонала: сравнить контактный персонал с бэк-офисом не получится
import-note-empty-sheets = Анкеты без единого ответа пропущены
import-note-shuffled = Анкеты перемешаны, порядок ответов не сохраняется

# Название анкеты, собранной из заголовков файла.
import-questions-of = Вопросы из файла «{ $file }»
