# Первый экран.
welcome-sentence = Узнайте, что думают сотрудники филиалов и как это связано с оценками клиентов
welcome-promise = Анонимные опросы, NPS по филиалам и отчёты Excel. Всё на этом компьютере: сервера нет, в интернет ничего не уходит.
welcome-example-title = Посмотреть на примере
welcome-example-text = Вымышленная сеть из 24 кофеен: три волны опроса, оценки клиентов, готовые выводы. Можно нажимать всё.
welcome-example-deed = Открыть пример
welcome-new-title = Начать со своей компании
welcome-new-text = Создадим пустую рабочую книгу: один файл, где всё и хранится.
welcome-new-deed = Создать рабочую книгу…
welcome-company = Название компании
welcome-company-hint = Бодрый день
welcome-company-wanted = Назовите компанию
welcome-open-title = Продолжить
welcome-open-text = Откройте рабочую книгу, файл с расширением .frontline.
welcome-open-deed = Открыть рабочую книгу…
welcome-recent = Недавние
welcome-drop = Рабочую книгу можно просто перетащить в это окно
