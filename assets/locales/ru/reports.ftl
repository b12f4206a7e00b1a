# Экран «Отчёты».
reports-title = Отчёты
reports-subtitle = выпуск в Excel и журнал выпусков
reports-what = Какой отчёт
reports-full = Полный для HR
reports-full-line = все филиалы, одна книга
reports-short = Короткий для директора
reports-short-line = сводка, тепловая карта, действия
reports-cuts = Срез для управляющих
reports-cuts-line = по файлу на филиал
reports-staff = Для самих сотрудников
reports-staff-line = две страницы для печати, PDF
reports-csv = Таблица для анализа
reports-csv-line = CSV: сводные числа
reports-sav = Таблица для SPSS
reports-sav-line = файл .sav: jamovi, PSPP, R
reports-language = Язык
reports-for-whom = Кому
reports-sheets = Листы
reports-against = С чем сравнить
reports-of = { $n } из { $all }
reports-everybody = Всем
reports-nobody-deed = Никому
reports-show-list = Выбрать филиалы
reports-show-sheets = Выбрать листы
reports-hide-list = Свернуть список
reports-withheld = { $n ->
        [one] { $n } филиал скрыт: своего среза у него нет
        [few] { $n } филиала скрыты: своего среза у них нет
       *[other] { $n } филиалов скрыты: своего среза у них нет
    }
reports-folder = Папка
reports-folder-choose = Выбрать…
reports-choose-folder = Выбрать папку…
reports-export = { $n ->
        [one] Выпустить { $n } файл
        [few] Выпустить { $n } файла
       *[other] Выпустить { $n } файлов
    }
reports-busy = Подождите: программа ещё считает или пишет
reports-nobody = Выберите хотя бы один филиал
reports-no-sheets = Отметьте хотя бы один лист

reports-not-proven = Не доказано, что никого не узнать, и отчёты не выпускаются. Объедините малые филиалы или поднимите порог показа.
reports-cause-one = «{ $file }» от { $day }
reports-cause = { $n ->
    [one] Часть скрыта из-за выпущенного раньше отчёта, его уже не отозвать: { $list }.
    [few] Часть скрыта из-за выпущенных раньше отчётов, их уже не отозвать: { $list }.
   *[many] Часть скрыта из-за выпущенных раньше отчётов, их уже не отозвать: { $list }.
}
reports-promise = Группы меньше { $k } ответов скрыты
reports-promise-detail = { $hidden ->
        [0] Показаны все { $shown } { $shown ->
                [one] филиал
                [few] филиала
               *[other] филиалов
            }.
        [one] Показано филиалов: { $shown }, скрыт { $hidden }.
       *[other] Показано филиалов: { $shown }, скрыто { $hidden }.
    } Где вычитание из итога выдало бы малую группу, скрыта ещё одна строка.

reports-hidden = Что будет скрыто или укрупнено и почему
reports-where = Где
reports-withheld-what = Что не показываем
reports-instead = Вместо этого
reports-reason = Причина
reports-rows = { $n } { $n ->
        [one] строка
        [few] строки
       *[other] строк
    }
reports-hidden-row = все темы и вопросы
reports-hidden-dimensions = темы, ячеек { $n }
reports-hidden-items = вопросы, ячеек { $n }
reports-hidden-enps = eNPS
reports-hidden-shares = доли и eNPS
reports-hidden-distributions = ответы по 5 уровням
reports-instead-mean = среднее до 0,1
reports-instead-band = доля шагами 10 %
reports-why-few = меньше { $k } ответов
reports-why-difference = иначе вычитанием открылась бы малая группа
reports-why-merged = порознь ответов слишком мало
reports-why-proves-answer = доказало бы чей-то ответ
reports-why-changed = с прошлой волны сменились единицы
reports-why-shares = { $k }–9 ответов
reports-why-distributions = 10–29 ответов
reports-hidden-note = На месте скрытого числа стоит пометка, а не пустая ячейка и не ноль. Полный список – на листе «Методика и проверка».

reports-written = { $n ->
        [one] Готово: { $n } файл
        [few] Готово: { $n } файла
       *[other] Готово: { $n } файлов
    }
reports-written-more = и ещё { $n } в той же папке
reports-open-folder = Открыть папку
reports-open = Открыть

reports-ledger = Журнал выпусков
reports-ledger-caption = что и когда ушло из программы
reports-ledger-empty = Пока ничего не выпускали
reports-number = №
reports-day = Дата
reports-report = Отчёт
reports-file = Файл
reports-fingerprint = Отпечаток
reports-scope-full = Полный
reports-scope-csv = Таблица CSV
reports-scope-sav = Таблица SPSS
reports-scope-short = Короткий
reports-scope-staff = Для сотрудников
reports-scope-branch = Срез: { $branch }
