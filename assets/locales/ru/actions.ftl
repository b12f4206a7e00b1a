# Действия: что делаем по результатам, кто, до какого дня и помогло ли.

nav-actions = Действия
actions-title = Действия

## Состояния
action-status-planned = Запланировано
action-status-doing = Делаем
action-status-checked = Проверяем
action-status-kept = Оставили
action-status-changed = Меняем
action-status-dropped = Отказались

## Откуда взялось
action-origin-dimension = Тема анкеты
action-origin-cell = Тема в филиале
action-origin-dissatisfier = Что мешает сотрудникам
action-origin-driver = Карта факторов
action-origin-divergence = Расхождение с клиентами
action-origin-competency = Нехватка компетенции
action-origin-outcome = Оценка клиентов

## Показатель и проверка
action-figure = { $value }, { $n }
action-figure-interval = { $value } (95 %: { $interval }), { $n }
action-verdict-worked = Сработало
action-verdict-no-change = Изменения не видно
action-verdict-worse = Стало хуже
action-verdict-unclear = Не установлено
action-verdict-later = Проверим позже
action-verdict-none = Проверить нельзя
action-check-line = { $verdict } · { $measure }: { $change }
action-check-company = { $count ->
    [one] Волна «{ $wave }»: { $count } филиал показан в обеих волнах.
    [few] Волна «{ $wave }»: { $count } филиала показаны в обеих волнах.
   *[other] Волна «{ $wave }»: { $count } филиалов показаны в обеих волнах.
}
action-check-branch = Волна «{ $wave }», один филиал: { $before } → { $after }.
action-check-noticed = Изменение от ±{ $least } заметили бы в четырёх случаях из пяти.
action-check-cause = Изменение установлено. Что причина именно в этом действии, опрос не доказывает.
action-check-unclear = Разница есть, но без интервала: ответов слишком мало, чтобы отличить её от случайной.
action-promise-kept = Обещали { $value } – выполнено.
action-promise-short = Обещали { $value } – пока не достигнуто.
action-unmeasured-no-finding = Действие не связано с показателем – сравнивать нечего.
action-unmeasured-later = С начала действия ещё не закрыли ни одной волны. Сравним, как только закроете следующую.
action-unmeasured-start = Волны или раунда, с которых начали, больше нет.
action-unmeasured-measure = Показатель не измеряли в одной из двух волн.
action-unmeasured-branch = Филиала больше нет в списке.
action-unmeasured-hidden-start = Показатель, с которого начали, скрыт: { $reason }.
action-unmeasured-hidden-now = Показатель в следующей волне скрыт: { $reason }.
action-unmeasured-compare = Две волны нельзя сравнить: { $reason }.

## Сроки
action-due-today = сегодня
action-due-late = { $count ->
    [one] просрочено на { $count } день
    [few] просрочено на { $count } дня
   *[other] просрочено на { $count } дней
}
action-due-in = { $count ->
    [one] через { $count } день
    [few] через { $count } дня
   *[other] через { $count } дней
}
action-due-follow-up = посмотреть, как идёт
action-due-action = срок действия

## Отказы
action-refused-stale = действие уже изменили или удалили. Откройте его ещё раз
action-library-format = это не библиотека действий
action-library-fits = действие «{ $id }»: for принимает dimension:…, sin:… или competency:…
action-library-steps = действие «{ $id }»: нужно от трёх до пяти шагов
action-library-weeks = действие «{ $id }»: срок – от 1 до 52 недель
action-library-language = действие «{ $id }»: не хватает текста на одном из языков, или он слишком длинный
action-library-id = действие «{ $id }»: имя повторяется или написано не латиницей

## Экран
actions-subtitle = просрочено { $overdue } · сегодня { $today } · на этой неделе { $week }
actions-empty = Здесь живёт ответ на опрос: что делаем, кто и к какому дню. Начните с темы в «Результатах» или с чистого листа
actions-board = Доска
actions-list = Список
actions-calendar = Календарь
actions-search = Найти действие
actions-filter = Показать
actions-none-found = Таких действий нет
action-filter-all = Все
action-filter-open = Не решённые
action-filter-overdue = Просроченные
action-new = Новое действие
action-edit = Изменить действие
action-remove = Удалить действие
action-close = Закрыть
action-nothing-here = пусто
action-card-keys = Enter – открыть, Ctrl+→ и Ctrl+← – переставить
action-finding = С чего начали
action-figure-on = **{ $figure }** на { $day }
action-check-title = Помогло ли
action-changed-share = «С прошлого опроса стало лучше» – согласны { $share }, { $n }
action-changed-mean = «С прошлого опроса стало лучше» – в среднем { $mean } из 5, { $n }
action-changed-hidden = «С прошлого опроса стало лучше» – скрыто: { $reason }
action-history = Как шло
action-status = Состояние
action-steps-done = шаги: { $done } из { $all }
action-remove-title = Удалить действие «{ $what }»?
action-remove-body = Вместе с ним уйдут шаги, сроки и история. Сразу после удаления его ещё можно вернуть.
action-remove-deed = Удалить действие
action-done-added = Действие добавлено
action-done-changed = Действие изменено
action-done-moved = Действие переставлено: { $status }
action-done-removed = Действие удалено

## Форма
action-what = Что делаем
action-why = Зачем
action-owner = Кто отвечает
action-owner-hint = имя или должность
action-where = Где
action-whole-company = Вся сеть
action-due = К какому дню
action-follow-ups = Когда посмотреть, как идёт
action-follow-ups-hint = 15.12.2026, 15.01.2027
action-steps = Шаги
action-steps-hint = каждый шаг – с новой строки
action-promised = Обещанное изменение
action-promised-note = в единицах показателя: +0,3 балла, +10 пунктов NPS. Следующая волна сверит с ним результат
action-cost = Чего это стоит
action-save = Сохранить действие
action-bad-what = Напишите, что делаем, – до 200 знаков
action-bad-long = Слишком длинно
action-bad-day = День в виде 01.03.2027
action-bad-days = Дни через запятую, в виде 01.03.2027
action-bad-promised = Число со знаком, например +0,3
action-finding-none = Действие не связано с показателем: проверить его по следующей волне будет нельзя. Чтобы связать, начните его из «Результатов», «Клиентов», «Связи с клиентами» или «Компетенций»
action-proposals = Что можно сделать
action-proposals-note = Предложения, а не приказы. Нажмите – поля заполнятся, и всё можно поправить
action-theme = Тема
action-theme-choose = Выберите тему
action-theme-sin = Грех сервиса: { $name }
action-theme-competency = Компетенция: { $name }
action-proposal-line = { $weeks ->
    [one] { $weeks } неделя
    [few] { $weeks } недели
   *[other] { $weeks } недель
}. { $check }
action-make = Сделать из этого действие…

## Сроки и календарь
tickler-title = Что впереди
tickler-none = Ни одного срока впереди
tickler-overdue = Просрочено
tickler-today = Сегодня
tickler-week = На этой неделе
tickler-later = Позже
calendar-back = Предыдущий месяц
calendar-on = Следующий месяц
calendar-today = К сегодня
calendar-none = В этот день сроков нет
calendar-day = { $day }: { $count ->
    [0] сроков нет
    [one] { $count } срок
    [few] { $count } срока
   *[other] { $count } сроков
}
weekday-short-mon = Пн
weekday-short-tue = Вт
weekday-short-wed = Ср
weekday-short-thu = Чт
weekday-short-fri = Пт
weekday-short-sat = Сб
weekday-short-sun = Вс
action-make-column = Действие
action-make-short = В действия…

## Лист книги
sheet-actions = Действия
sheet-actions-about = Что делаем по результатам: кто, к какому дню, помогло ли
actions-book-lead = Что делаем по результатам опроса. Состояние выбирают из списка; просроченное – красным и словом, пока состояние «Запланировано» или «Делаем».
actions-book-none = Для этой книги действий нет.
actions-book-as-of = На день
actions-book-step = – { $step }
actions-book-step-done = ✓ { $step }

## Пример
demo-owner-service = Руководитель сервиса
demo-owner-hr = Служба персонала
demo-owner-operations = Операционный директор
demo-owner-branch = Управляющая филиалом

## «Что-то изменилось с прошлого опроса?»
changes-ask = Спросить, что изменилось с прошлого опроса
changes-ask-line = Один вопрос. Ответ встанет рядом с действиями; задавайте его со второй волны
changes-title = Перемены
changes-about = Заметили ли сотрудники, что после прошлого опроса стало лучше
changes-item = С прошлого опроса у нас что-то изменилось к лучшему.
changes-short = Стало лучше
action-due-late-short = просрочено
action-verdict-no-change-short = Без изменений
