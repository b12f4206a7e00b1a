//! Stations with their counts, and what can be done with the chosen one.

use egui::Ui;

use crate::app::{Collection, Command, Station, WaveInfo};
use crate::disclosure::{Published, Reason};
use crate::domain::{Lang, WaveState};
use crate::i18n::{message, number};
use crate::phrases;
use crate::tr;
use crate::ui::action::{Action, Actions, Confirmation, Pick};
use crate::ui::icons::Icon;
use crate::ui::screens::common::Words;
use crate::ui::screens::parts::{six_words, six_words_ui};
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Cell, Column, Kit as _, Table};

/// The table of stations, formatted.
pub(super) struct Stations {
    heads: [String; 6],
    title: String,
    caption: String,
    lines: Vec<Line>,
    words: Words,
    is_open: bool,
}

struct Line {
    name: String,
    invited: String,
    issued: String,
    returned: String,
    /// Why the count is hidden.
    reason: Option<String>,
    unused: String,
    /// Why the unused codes are not said.
    unused_reason: Option<String>,
    words: Vec<String>,
    joined: String,
    has_codes: bool,
    pack: Action,
    kiosk: Action,
}

impl Stations {
    pub(super) fn new(lang: Lang, info: &WaveInfo, collection: &Collection) -> Self {
        let word = |key| message(lang, key);
        let lines = collection.stations.iter();
        let lines: Vec<Line> = lines.map(|station| line(lang, info, station)).collect();
        let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        Self {
            title: word("collect-stations"),
            caption: tr!(lang, "design-stations-caption", count = count),
            heads: [
                word("design-station"),
                word("participation-invited"),
                word("collect-issued"),
                word("participation-returned"),
                word("collect-unused"),
                word("collect-words"),
            ],
            lines,
            is_open: info.wave.state == WaveState::Open,
            words: Words::new(
                lang,
                &[
                    "collect-words-note",
                    "collect-words-tip",
                    "collect-issued-tip",
                    "collect-unused-tip",
                    "collect-pack",
                    "collect-kiosk",
                    "collect-kiosk-note",
                    "collect-anew",
                    "collect-no-codes",
                ],
            ),
        }
    }

    /// Draws the table; the station that was just chosen.
    pub(super) fn show(&self, ui: &mut Ui, most: f32, selected: Option<usize>) -> Option<usize> {
        let answer = Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title)
                .caption(&self.caption)
                .plain(ui);
            let columns = [
                Column::text(&self.heads[0]).share(1.0, 120.0),
                Column::number(&self.heads[1]),
                Column::number(&self.heads[2]).tip(self.words.get("collect-issued-tip")),
                Column::number(&self.heads[3]),
                Column::number(&self.heads[4]).tip(self.words.get("collect-unused-tip")),
                Column::text(&self.heads[5])
                    .share(1.0, 130.0)
                    .tip(self.words.get("collect-words-tip")),
            ];
            let table = Table::new("stations", &self.title, &columns)
                .selected(selected)
                .max_height(most - 46.0);
            table.show(ui, self.lines.len(), &|row, column| self.cell(row, column))
        });
        answer.inner.selected
    }

    fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let Some(line) = self.lines.get(row) else {
            return Cell::Empty;
        };
        match column {
            0 => Cell::Strong(&line.name),
            1 => Cell::Text(&line.invited),
            2 => Cell::Text(&line.issued),
            3 => match &line.reason {
                Some(reason) => Cell::Hidden {
                    text: &line.returned,
                    reason,
                },
                None => Cell::Text(&line.returned),
            },
            4 => match &line.unused_reason {
                Some(reason) => Cell::Hidden {
                    text: &line.unused,
                    reason,
                },
                None => Cell::Text(&line.unused),
            },
            _ => Cell::Weak(&line.joined),
        }
    }

    /// What can be done with a station; its name where its codes should be made anew.
    pub(super) fn selected_ui(
        &self,
        ui: &mut Ui,
        at: usize,
        actions: &mut Actions,
    ) -> Option<String> {
        let line = self.lines.get(at).filter(|_| self.is_open)?;
        let mut anew = None;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(&line.name).plain(ui);
            if !line.has_codes {
                ui.text_weak(Type::Small, self.words.get("collect-no-codes"));
                return;
            }
            six_words_ui(ui, &line.words);
            ui.text_weak(Type::Small, self.words.get("collect-words-note"));
            let kiosk = Button::secondary(self.words.get("collect-kiosk"))
                .icon(Icon::House)
                .tip(self.words.get("collect-kiosk-note"));
            if ui.add(kiosk.full_width().small()).clicked() {
                actions.push(line.kiosk.clone());
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                let pack = Button::quiet(self.words.get("collect-pack")).icon(Icon::Save);
                if ui.add(pack.small()).clicked() {
                    actions.push(line.pack.clone());
                }
                let again = Button::danger(self.words.get("collect-anew")).icon(Icon::RefreshCw);
                if ui.add(again.small()).clicked() {
                    anew = Some(line.name.clone());
                }
            });
        });
        anew
    }
}

fn line(lang: Lang, info: &WaveInfo, station: &Station) -> Line {
    let k = info.wave.min_group;
    let name = station.design.name.as_str();
    let count = |count: u32| number::count(lang, u64::from(count));
    let dash = || "—".to_owned();
    let (returned, reason) = match &station.returned {
        Published::Shown { n, .. } => (phrases::shown_n(lang, *n, k), None),
        Published::Hidden(Reason::NoAnswers) => (count(0), None),
        Published::Hidden(reason) => (
            phrases::hidden_short(lang, *reason, k),
            Some(phrases::hidden(lang, *reason, k)),
        ),
    };
    // Beside the codes issued, the codes left would say what «5–9» and «< 5» do not.
    let is_said = match &station.returned {
        Published::Shown { n, .. } => n.exact().is_some(),
        Published::Hidden(reason) => *reason == Reason::NoAnswers,
    };
    let unused_reason =
        (station.issued.is_some() && !is_said).then(|| message(lang, "collect-unused-hidden"));
    let words = station
        .words
        .as_ref()
        .map_or_else(Vec::new, |words| six_words(lang, words));
    Line {
        name: name.to_owned(),
        invited: count(station.invited),
        issued: station.issued.map_or_else(dash, count),
        returned: if station.issued.is_none() {
            dash()
        } else {
            returned
        },
        reason: reason.filter(|_| station.issued.is_some()),
        unused: station.unused.filter(|_| is_said).map_or_else(dash, count),
        unused_reason,
        joined: words.join(" "),
        words,
        has_codes: station.issued.is_some(),
        pack: Action::Pick(Pick::Pack {
            wave: info.wave.code.clone(),
            station: name.to_owned(),
        }),
        kiosk: Action::Confirm(Confirmation {
            title: tr!(lang, "collect-kiosk-title", name = name),
            body: message(lang, "collect-kiosk-body"),
            deed: message(lang, "collect-kiosk-deed"),
            is_danger: false,
            command: Box::new(Command::StartKiosk {
                wave: info.wave.code.clone(),
                station: name.to_owned(),
            }),
        }),
    }
}
