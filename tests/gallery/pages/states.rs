//! Faces of a screen: empty, waiting, failed, locked; confirmation and undo.

use std::time::Duration;

use egui::Ui;
use frontline::ui::icons::Icon;
use frontline::ui::widgets::{
    Answer, Button, Card, Confirm, Failed, FailedAnswer, Progress, SentenceCard, dimmed,
    empty_state, equal_cells, locked_state, page, page_head, undo_bar,
};

/// State of the page.
pub(crate) struct States {
    /// Is the question open?
    pub(crate) is_asking: bool,
    /// The last answer to it.
    pub(crate) answer: Answer,
    has_undo: bool,
}

impl States {
    /// The page as it opens.
    pub(crate) fn new() -> Self {
        Self {
            is_asking: false,
            answer: Answer::Open,
            has_undo: true,
        }
    }

    /// Draws the page.
    pub(crate) fn show(&mut self, ui: &mut Ui) {
        page(ui, 700.0, |ui, _| {
            page_head(
                ui,
                "Состояния",
                "пусто, ждём, не вышло, закрыто",
                |ui| {
                    if ui.add(Button::danger("Закрыть волну…")).clicked() {
                        self.is_asking = true;
                    }
                },
            );
            SentenceCard::proof("Проверено: по этим 20 файлам и 7 прежним нельзя вычислить группу меньше 5 человек")
                .line("Проверка независима от расчёта: **5 040** ячеек, 41 класс, 3,2 с. Ответ отдельного человека не доказуем ни в одной строке.")
                .show(ui, |ui| {
                    ui.add(Button::primary("Выпустить 20 файлов…").icon(Icon::FileDown).large());
                });
            SentenceCard::consequence("6 филиалов войдут в отчёт вместе с соседями").plain(ui);
            equal_cells(ui, (4, 2), |ui, index| {
                Card::new().min_height(190.0).show(ui, |ui| match index {
                    0 => {
                        let sentence = "Здесь появятся волны опроса";
                        empty_state(ui, Icon::CalendarRange, sentence, Some("Создать волну…"));
                    }
                    1 => waiting(ui),
                    2 => failed(ui),
                    _ => locked_state(
                        ui,
                        "Результаты осени 2026 откроются после закрытия волны, 27 ноября",
                    ),
                });
            });
            if self.has_undo && undo_bar(ui, "Филиал «Склад» удалён", "Вернуть")
            {
                self.has_undo = false;
            }
            if self.is_asking {
                self.ask(ui);
            }
        });
    }

    fn ask(&mut self, ui: &Ui) {
        let title = "Закрыть волну «Осень 2026»?";
        self.answer = Confirm::new("close", title, "Закрыть волну", "Отмена")
            .text("Ответы больше не принимаются, **250** кодов гаснут. Открыть волну снова нельзя.")
            .destructive()
            .show(ui);
        if self.answer != Answer::Open {
            self.is_asking = false;
        }
    }
}

fn waiting(ui: &mut Ui) {
    Progress {
        stage: "Проверяем строки: 640 из 1 248",
        share: Some(0.51),
        cancel: Some("Отменить"),
        elapsed: Duration::from_secs(2),
    }
    .show(ui);
    dimmed(ui, true, |ui| {
        ui.label("Прежнее содержание остаётся");
        ui.add(Button::secondary("Нельзя нажать"));
    });
}

fn failed(ui: &mut Ui) {
    let answer = Failed {
        what: "Файл не прочитан",
        place: "nps_июнь_2026.xlsx, лист «Выгрузка», строка 118",
        remedy: "Сохраните лист как XLSX без пароля и выберите файл ещё раз",
        retry: Some("Повторить"),
        copy: "Скопировать подробности",
    }
    .show(ui);
    if answer == FailedAnswer::Retry {
        ui.ctx().request_repaint();
    }
}
