# Командная строка.
cli-demo-hint = Без экрана: frontline demo --no-window --dir ПАПКА
cli-imported = Принято строк: { $taken }, не принято: { $refused }
cli-refused-row = строка { $row }, столбец «{ $column }», значение «{ $value }»: { $reason }
cli-dropped = Не читали столбцы: { $columns }
cli-rows-refused = { $file }: { $refused ->
        [one] не принята { $refused } строка
        [few] не приняты { $refused } строки
       *[other] не принято { $refused } строк
    }, например строка { $row }, столбец «{ $column }», значение «{ $value }»: { $reason }
refusals-row = Строка
refusals-column = Столбец
refusals-value = Значение
refusals-reason = Причина
cli-demo-passphrase = Пароль примера: { $passphrase }
cli-passphrase = Пароль рабочей книги { $name }:
cli-new-passphrase = Новый пароль:
cli-repeat-passphrase = Ещё раз:
cli-words = Слова восстановления. Запишите их и храните отдельно от компьютера: больше они не появятся.

# Собственный сбор ответов.
cli-codes-made = Коды, талоны и анкеты: { $folder }
cli-merged = { $file }: пункт сбора «{ $station }», новых анкет: { $added }
cli-not-proven = не доказано: что выдают несколько чисел вместе, не проверено; правила соблюдены в каждой строке
cli-proven-in = проверено, что никого не узнать, за { $seconds } с
