//! A new round, or changes to one. Checks what is typed.

use egui::{Layout, Ui, vec2};

use super::super::super::parts::{day_text, parse_day};
use super::super::ground::{Ground, sources};
use crate::app::{RatingCommand, RoundDraft, RoundInfo};
use crate::domain::Date;
use crate::domain::rating::{Round, RoundState, Source, Weights};
use crate::i18n::message;
use crate::ui::action::Actions;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Dropdown, Kit as _, TextField, equal_cells};

const KEYS: [&str; 14] = [
    "round-new",
    "round-change",
    "round-name",
    "round-model",
    "round-opens",
    "round-closes",
    "round-keep",
    "round-keep-note",
    "round-weights",
    "round-weights-note",
    "round-save",
    "form-cancel",
    "retention-reason",
    "round-make",
];

/// What the user is typing.
pub(super) struct RoundForm {
    previous: Option<Round>,
    words: Vec<String>,
    bad_name: String,
    bad_day: String,
    bad_weight: String,
    source_names: [String; 3],
    models: Vec<(String, String)>,
    model_names: Vec<String>,
    model: usize,
    name: String,
    opens: String,
    closes: String,
    keep: String,
    because: String,
    weights: [String; 3],
    was_tried: bool,
}

impl RoundForm {
    pub(super) fn new(ground: Ground<'_>, info: Option<&RoundInfo>) -> Self {
        let lang = ground.lang;
        let round = info.map(|info| info.round.clone());
        let day = |pick: fn(&Round) -> Date| {
            round
                .as_ref()
                .map_or_else(String::new, |round| day_text(pick(round)))
        };
        let weights = round
            .as_ref()
            .map_or_else(Weights::default, |round| round.weights);
        let mut form = Self {
            words: KEYS.iter().map(|key| message(lang, key)).collect(),
            bad_name: message(lang, "round-bad-name"),
            bad_day: message(lang, "round-bad-day"),
            bad_weight: message(lang, "round-bad-weight"),
            source_names: Source::OTHERS.map(|source| sources(lang, source)),
            model_names: Vec::new(),
            models: Vec::new(),
            model: 0,
            name: round
                .as_ref()
                .map_or_else(String::new, |round| round.name.clone()),
            opens: day(|round| round.opens),
            closes: day(|round| round.closes),
            keep: day(|round| round.keep_until),
            because: round
                .as_ref()
                .map_or_else(String::new, |round| round.kept_because.clone()),
            weights: Source::OTHERS.map(|source| weights.of(source).to_string()),
            was_tried: false,
            previous: round,
        };
        form.offer(ground);
        form
    }

    /// The models to choose from: one may be dropped on the window while the form is open.
    pub(super) fn offer(&mut self, ground: Ground<'_>) {
        let before = self.models.get(self.model).map(|(id, _)| id.clone());
        let models = ground.overview.models.iter();
        self.models = models
            .map(|model| (model.id.clone(), model.title.get(ground.lang).to_owned()))
            .collect();
        self.model_names = self.models.iter().map(|(_, title)| title.clone()).collect();
        let same = |(id, _): &(String, String)| Some(id) == before.as_ref();
        self.model = self.models.iter().position(same).unwrap_or(0);
    }

    fn word(&self, key: &str) -> &str {
        let place = KEYS.iter().position(|known| *known == key);
        place
            .and_then(|place| self.words.get(place))
            .map_or("", String::as_str)
    }

    /// Draws the form; true when it is over.
    pub(super) fn show(&mut self, ui: &mut Ui, actions: &mut Actions) -> bool {
        let mut is_over = false;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            let is_new = self.previous.is_none();
            // The button that led here ends in dots; here is what it asks.
            let title = self.word(if is_new { "round-new" } else { "round-change" });
            let title = title.trim_end_matches('…');
            CardHead::new(title).plain(ui);
            self.fields_ui(ui);
            ui.rule();
            let row = vec2(ui.available_width(), measures::CONTROL);
            let layout = Layout::right_to_left(egui::Align::Center);
            ui.allocate_ui_with_layout(row, layout, |ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                let save = self.word(if is_new { "round-make" } else { "round-save" });
                if ui.add(Button::primary(save)).clicked() {
                    self.was_tried = true;
                    if let Some(command) = self.command() {
                        actions.rate(command);
                        is_over = true;
                    }
                }
                is_over |= ui
                    .add(Button::secondary(self.word("form-cancel")))
                    .clicked();
            });
        });
        is_over
    }

    /// In an open or closed round only the last day and the retention may change.
    fn is_frozen(&self) -> bool {
        self.previous
            .as_ref()
            .is_some_and(|round| round.state != RoundState::Draft)
    }

    fn fields_ui(&mut self, ui: &mut Ui) {
        let words = self.words.clone();
        let word = |key: &str| {
            let place = KEYS.iter().position(|known| *known == key);
            place
                .and_then(|place| words.get(place))
                .map_or("", String::as_str)
        };
        let is_frozen = self.is_frozen();
        let (bad_name, bad_day) = (self.bad_name.clone(), self.bad_day.clone());
        let tried = self.was_tried;
        let name = (tried && self.name.trim().is_empty()).then_some(bad_name.as_str());
        let day = |text: &str| (tried && parse_day(text).is_none()).then_some(bad_day.as_str());
        let wide = |id, label| TextField::new(id, label).width(f32::INFINITY);
        wide("name", word("round-name"))
            .error(name)
            .show(ui, &mut self.name);
        ui.add_enabled_ui(!is_frozen, |ui| {
            if self.previous.is_none() && self.models.len() > 1 {
                let choice = Dropdown::new(
                    "model",
                    word("round-model"),
                    &self.model_names,
                    Some(self.model),
                );
                self.model = choice.show(ui).unwrap_or(self.model);
            }
        });
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let width = (ui.available_width() - measures::GAP_S) / 2.0;
            let half = |id, label, error| {
                TextField::new(id, label)
                    .hint("01.10.2026")
                    .width(width)
                    .error(error)
            };
            ui.add_enabled_ui(!is_frozen, |ui| {
                half("opens", word("round-opens"), day(&self.opens)).show(ui, &mut self.opens);
            });
            half("closes", word("round-closes"), day(&self.closes)).show(ui, &mut self.closes);
        });
        let is_empty = self.keep.trim().is_empty();
        let keep = if is_empty { None } else { day(&self.keep) };
        wide("keep", word("round-keep"))
            .hint("01.10.2028")
            .note(word("round-keep-note"))
            .error(keep)
            .show(ui, &mut self.keep);
        if self.is_extended() {
            wide("because", word("retention-reason")).show(ui, &mut self.because);
        }
        ui.text_weak(Type::Small, word("round-weights"));
        ui.add_enabled_ui(!is_frozen, |ui| self.weights_ui(ui));
        ui.text_weak(Type::Small, word("round-weights-note"));
    }

    fn weights_ui(&mut self, ui: &mut Ui) {
        let is_bad = self.was_tried && self.read_weights().is_none();
        let error = is_bad.then_some(self.bad_weight.as_str());
        // Two in a row: three are too narrow for their names.
        let (texts, names) = (&mut self.weights, &self.source_names);
        equal_cells(ui, (texts.len(), 2), |ui, at| {
            let ids = ["manager", "peer", "shopper"];
            let field = (ids.get(at), names.get(at), texts.get_mut(at));
            if let (Some(id), Some(name), Some(text)) = field {
                TextField::new(id, name)
                    .width(f32::INFINITY)
                    .error(error)
                    .show(ui, text);
            }
        });
    }

    /// Is it to be kept longer than was first set?
    fn is_extended(&self) -> bool {
        let before = self.previous.as_ref().map(|round| round.keep_until);
        before.is_some_and(|before| parse_day(&self.keep).is_some_and(|day| day > before))
    }

    fn read_weights(&self) -> Option<Weights> {
        let read = |text: &String| text.trim().parse::<u8>().ok();
        let [manager, peer, shopper] = &self.weights;
        Weights::new(read(manager)?, read(peer)?, read(shopper)?).ok()
    }

    fn command(&self) -> Option<RatingCommand> {
        let name = self.name.trim();
        if name.is_empty() {
            return None;
        }
        let (opens, closes) = (parse_day(&self.opens)?, parse_day(&self.closes)?);
        let keep_until = parse_day(&self.keep);
        if closes < opens || keep_until.is_some_and(|day| day < closes) {
            return None;
        }
        if keep_until.is_none() && !self.keep.trim().is_empty() {
            return None;
        }
        let weights = self.read_weights()?;
        Some(match &self.previous {
            Some(round) => RatingCommand::UpdateRound(Round {
                name: name.to_owned(),
                opens,
                closes,
                keep_until: keep_until?,
                kept_because: self.because.trim().to_owned(),
                weights,
                ..round.clone()
            }),
            None => RatingCommand::CreateRound(RoundDraft {
                name: name.to_owned(),
                model: self.models.get(self.model)?.0.clone(),
                opens,
                closes,
                keep_until,
                weights,
            }),
        })
    }
}
