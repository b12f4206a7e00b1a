//! Buttons, choices, fields, chips, steps, alerts, nav.

use egui::Ui;
use frontline::ui::icons::Icon;
use frontline::ui::theme::{Tone, Type};
use frontline::ui::widgets::{
    AlertRow, Button, Card, CardHead, Chip, Dropdown, Kit, NavRow, OptionCard, Segments, Side,
    Step, StepState, TextField, checkbox, figure, hidden_value, key_values, note, page, page_head,
    radio, steps_below, steps_inline, two_columns,
};

/// State of the page.
pub(crate) struct Controls {
    /// How often the secondary button was pressed.
    pub(crate) presses: usize,
    /// The chosen segment.
    pub(crate) segment: usize,
    /// The chosen wave.
    pub(crate) wave: usize,
    /// The choice with consequences.
    pub(crate) keys: usize,
    /// A check box.
    pub(crate) is_remembered: bool,
    /// A text.
    pub(crate) name: String,
    search: String,
}

impl Controls {
    /// The page as it opens.
    pub(crate) fn new() -> Self {
        Self {
            presses: 0,
            segment: 0,
            wave: 1,
            keys: 0,
            is_remembered: true,
            name: "Садовая".to_owned(),
            search: String::new(),
        }
    }

    /// Draws the page.
    pub(crate) fn show(&mut self, ui: &mut Ui) {
        page(ui, 980.0, |ui, _| {
            let subtitle = "кнопки, выбор, поля, шаги · длинный подзаголовок, который в узком окне сокращается";
            page_head(ui, "Элементы управления", subtitle, |ui| {
                ui.add(Button::quiet("Как устроено").icon(Icon::Info));
                ui.add(Button::secondary("Закрыть мастер"));
            });
            Card::new().padding(10).show(ui, |ui| {
                steps_inline(
                    ui,
                    &[
                        step("Файл", "", StepState::Done),
                        step("Столбцы и проверка", "", StepState::Now),
                        step("Итог", "", StepState::Ahead),
                    ],
                );
            });
            two_columns(ui, 352.0, 16.0, |ui, side| match side {
                Side::Left => self.left(ui),
                Side::Right => self.right(ui),
            });
        });
    }

    fn left(&mut self, ui: &mut Ui) {
        Card::new().shadow().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.text_toned(Type::SmallStrong, Tone::Accent, "Следующий шаг");
            ui.text(
                Type::Verdict,
                "Напомнить пяти филиалам: там ответило меньше половины",
            );
            ui.text_weak(
                Type::Body,
                "Садовая, Мира, Пушкина, Заводская и Восточная. Памятка не называет никого лично.",
            );
            ui.horizontal_wrapped(|ui| {
                ui.add(Button::primary("Напечатать памятку для филиалов…").icon(Icon::Printer));
                let secondary = Button::secondary("Принять ответы со станций…");
                if ui.add(secondary.icon(Icon::Download)).clicked() {
                    self.presses += 1;
                }
            });
            ui.rule();
            steps_below(
                ui,
                &[
                    step("План и классы", "21 строка", StepState::Done),
                    step("Анкета", "40 вопросов", StepState::Done),
                    step("Коды", "693 выдано", StepState::Done),
                    step("Сбор ответов", "ещё 6 дней", StepState::Now),
                    step("Объединение", "со станций", StepState::Ahead),
                    step("Закрытие", "27 ноября", StepState::Ahead),
                ],
            );
        });
        Card::new().show(ui, |ui| self.buttons(ui));
        Card::new().show(ui, |ui| self.fields(ui));
    }

    fn buttons(&mut self, ui: &mut Ui) {
        CardHead::new("Кнопки")
            .caption("главная, вторая, тихая, опасная")
            .plain(ui);
        ui.horizontal_wrapped(|ui| {
            ui.add(Button::primary("Принять 1 231 строку"));
            ui.add(Button::secondary("Отмена"));
            ui.add(Button::quiet("Все вопросы"));
            ui.add(Button::danger("Стереть черновик").icon(Icon::Trash2));
            ui.add(Button::secondary("Копировать").icon(Icon::Copy).icon_only());
            let reason = Some("Волна ещё не закрыта: результаты откроются 27 ноября");
            ui.add(Button::primary("Выпустить отчёт").disabled_because(reason));
        });
        ui.horizontal_wrapped(|ui| {
            ui.add(
                Button::primary("Выпустить 20 файлов…")
                    .icon(Icon::FileDown)
                    .large(),
            );
            ui.add(Button::secondary("Назад").icon(Icon::ArrowLeft));
            ui.add(Button::primary("Дальше").icon_after(Icon::ArrowRight));
            ui.add(Button::secondary("В карточке").small());
        });
        ui.horizontal_wrapped(|ui| {
            let views = ["Все", "Контактный", "Бэк-офис"];
            if let Some(index) = Segments::new("segments", &views, self.segment).show(ui) {
                self.segment = index;
            }
            let waves = ["Осень 2025", "Весна 2026", "Осень 2026"];
            let wave = Dropdown::new("gallery-wave", "Волна", &waves, Some(self.wave));
            if let Some(index) = wave.icon(Icon::Calendar).show(ui) {
                self.wave = index;
            }
            Dropdown::new("column", "Столбец", &waves, None)
                .placeholder("Не брать")
                .show(ui);
        });
        ui.horizontal_wrapped(|ui| {
            Chip::new("не видна").show(ui);
            Chip::new("доказано")
                .tone(Tone::Ok)
                .icon(Icon::Check)
                .show(ui);
            Chip::new("сняты 2 детали")
                .tone(Tone::Warn)
                .icon(Icon::Info)
                .show(ui);
            Chip::new("не прочитан")
                .tone(Tone::Bad)
                .icon(Icon::X)
                .show(ui);
            Chip::new("есть связь").tone(Tone::Accent).show(ui);
            hidden_value(ui, "< 5", "меньше 5 ответов: число скрыто");
        });
    }

    fn fields(&mut self, ui: &mut Ui) {
        CardHead::new("Поля").plain(ui);
        ui.horizontal_top(|ui| {
            let field = TextField::new("name", "Название филиала").hint("Садовая");
            field.show(ui, &mut self.name);
            TextField::new("code", "Код")
                .error(Some("Такой код уже есть: 08 Садовая"))
                .width(180.0)
                .show(ui, &mut self.search.clone());
        });
        TextField::search("search", "Найти филиал").show(ui, &mut self.search);
    }

    fn right(&mut self, ui: &mut Ui) {
        Card::flush().show(ui, |ui| {
            CardHead::flush("Требует внимания").rule().plain(ui);
            AlertRow::new(Icon::TrendingDown, Tone::Bad, "Расхождение: Речной порт")
                .text("Сотрудники довольнее (+0,4), клиенты — нет: NPS 41 → 24. Оба интервала не включают ноль.")
                .link("Открыть филиал")
                .show(ui);
            ui.rule();
            AlertRow::new(Icon::HardDrive, Tone::Warn, "Резервной копии уже 9 дней")
                .text("Последняя проверенная копия: 12 ноября, диск «Резерв».")
                .link("Сделать копию…")
                .show(ui);
        });
        Card::new().show(ui, |ui| {
            CardHead::new("Защита ответов").plain(ui);
            let cards = [
                ("Два ключа", "Ответы открывают вместе HR и свидетель: представитель сотрудников или внешняя фирма.", true),
                ("Один ключ", "Только HR. Не защищает от того, кто снимает копии диска во время опроса.", false),
            ];
            for (index, (title, line, is_advised)) in cards.into_iter().enumerate() {
                let mut card = OptionCard::new(title, self.keys == index).line(line);
                if is_advised {
                    card = card.badge("советуем");
                }
                if card.show(ui).clicked() {
                    self.keys = index;
                }
            }
            checkbox(ui, &mut self.is_remembered, "Запомнить разметку столбцов", Some("для файлов с такими же заголовками"));
            radio(ui, true, "Принять верные", Some("17 строк останутся в списке"));
            radio(ui, false, "Всё или ничего", None);
            ui.rule();
            note(ui, Icon::Lock, Tone::Warn, "После открытия волны классы, порог и защиту изменить нельзя.");
        });
        Card::new().show(ui, |ui| {
            figure(ui, "1 231", "строка готова к приёму");
            key_values(
                ui,
                &[
                    ("В файле", "1 248"),
                    ("Не приняты", "17"),
                    ("Период", "3–30 июня 2026"),
                ],
            );
        });
        Card::new().padding(8).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            NavRow::new(Icon::ListChecks, "Действия")
                .badge(Some("3"))
                .show(ui);
        });
    }
}

fn step<'a>(label: &'a str, line: &'a str, state: StepState) -> Step<'a> {
    Step { label, line, state }
}
