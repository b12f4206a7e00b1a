//! One more rater, or a visit of a mystery shopper, added by hand. Checks what is typed.

use egui::Ui;

use super::super::super::parts::parse_day;
use super::super::ground::{Ground, source};
use crate::app::{RaterPair, RatingCommand};
use crate::domain::rating::{PersonId, RoundCode, RoundState, Source};
use crate::i18n::message;
use crate::ui::action::Actions;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Dropdown, Kit as _, TextField};

/// Names offered under a field.
const MOST: usize = 5;
const FIELD: f32 = 240.0;

/// What is being added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Rater,
    Visit,
}

/// The form, while one is open.
#[derive(Default)]
pub(super) struct ByHand {
    of: Option<RoundCode>,
    kind: Option<Kind>,
    words: Vec<String>,
    parts: Vec<String>,
    people: Vec<Known>,
    ratee: Who,
    rater: Who,
    part: usize,
    shopper: String,
    day: String,
    was_tried: bool,
}

struct Known {
    id: PersonId,
    name: String,
    place: String,
    searched: String,
}

/// A field for a person: what is typed, and whom it means.
#[derive(Default)]
struct Who {
    text: String,
    id: Option<PersonId>,
}

/// In which part a rater can be added.
const PARTS: [Source; 3] = [Source::Peer, Source::Manager, Source::Itself];

const KEYS: [&str; 12] = [
    "round-add-rater",
    "round-add-visit",
    "column-person",
    "column-rater",
    "rated-part",
    "round-shopper",
    "round-visit-day",
    "round-add-deed",
    "form-cancel",
    "round-who-missing",
    "round-bad-day",
    "round-add-visit-deed",
];

impl ByHand {
    pub(super) fn prepare(&mut self, ground: Ground<'_>, round: Option<&RoundCode>) {
        if self.of.as_ref() != round {
            *self = Self::default();
        }
        self.of = round.cloned();
        let lang = ground.lang;
        self.words = KEYS.iter().map(|key| message(lang, key)).collect();
        self.parts = PARTS.iter().map(|part| source(lang, *part)).collect();
        let people = ground.overview.people.iter();
        let here = people.filter(|it| it.is_here_on(ground.overview.today));
        self.people = here
            .map(|it| Known {
                id: it.id,
                name: it.name.clone(),
                place: format!("{} · {}", it.position, it.branch.as_str()),
                searched: it.name.to_lowercase(),
            })
            .collect();
    }

    /// The two buttons that open the form.
    fn buttons_ui(&mut self, ui: &mut Ui, state: Option<RoundState>) {
        let rater = Button::quiet(&self.words[0]).icon(Icon::Plus).small();
        if ui.add(rater).clicked() {
            self.begin(Kind::Rater);
        }
        let visit = Button::quiet(&self.words[1]).icon(Icon::Plus).small();
        if state == Some(RoundState::Open) && ui.add(visit).clicked() {
            self.begin(Kind::Visit);
        }
    }

    fn begin(&mut self, kind: Kind) {
        self.kind = Some(kind);
        self.ratee = Who::default();
        self.rater = Who::default();
        self.shopper.clear();
        self.day.clear();
        self.was_tried = false;
    }

    /// The form, or the buttons that open it while the round takes raters.
    pub(super) fn show(&mut self, ui: &mut Ui, state: Option<RoundState>, actions: &mut Actions) {
        let Some(kind) = self.kind else {
            if matches!(state, Some(RoundState::Draft | RoundState::Open)) {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = measures::GAP_S;
                    self.buttons_ui(ui, state);
                });
            }
            return;
        };
        ui.spacing_mut().item_spacing.y = measures::GAP_S;
        let words = self.words.clone();
        let title = match kind {
            Kind::Rater => &words[0],
            Kind::Visit => &words[1],
        };
        ui.text(Type::SmallStrong, title.trim_end_matches('…'));
        let tried = self.was_tried;
        let missing = |who: &Who| (tried && who.id.is_none()).then_some(words[9].as_str());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_M;
            let error = missing(&self.ratee);
            self.ratee
                .show(ui, ("by-hand-ratee", &words[2]), &self.people, error);
            match kind {
                Kind::Rater => {
                    let error = missing(&self.rater);
                    self.rater
                        .show(ui, ("by-hand-rater", &words[3]), &self.people, error);
                    ui.vertical(|ui| {
                        ui.text_weak(Type::Small, &words[4]);
                        let choice = Dropdown::new("part", &words[4], &self.parts, Some(self.part));
                        self.part = choice.show(ui).unwrap_or(self.part);
                    });
                }
                Kind::Visit => self.visit_ui(ui, &words),
            }
        });
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let deed = match kind {
                Kind::Rater => &words[7],
                Kind::Visit => &words[11],
            };
            if ui.add(Button::secondary(deed).small()).clicked() {
                self.was_tried = true;
                if let Some(command) = self.command(kind) {
                    actions.rate(command);
                    self.kind = None;
                }
            }
            if ui.add(Button::quiet(&words[8]).small()).clicked() {
                self.kind = None;
            }
        });
        ui.rule();
    }

    fn visit_ui(&mut self, ui: &mut Ui, words: &[String]) {
        let tried = self.was_tried;
        let nobody = tried && self.shopper.trim().is_empty();
        let no_day = tried && parse_day(&self.day).is_none();
        let field = TextField::new("shopper", &words[5]).width(FIELD);
        ui.vertical(|ui| {
            ui.set_width(FIELD);
            field
                .error(nobody.then_some(words[9].as_str()))
                .show(ui, &mut self.shopper)
        });
        let field = TextField::new("visit-day", &words[6]).width(130.0);
        ui.vertical(|ui| {
            ui.set_width(130.0);
            field
                .hint("01.10.2026")
                .error(no_day.then_some(words[10].as_str()))
                .show(ui, &mut self.day)
        });
    }

    fn command(&mut self, kind: Kind) -> Option<RatingCommand> {
        let round = self.of.clone()?;
        self.ratee.settle(&self.people);
        self.rater.settle(&self.people);
        let ratee = self.ratee.id?;
        match kind {
            Kind::Rater => Some(RatingCommand::AddRater(RaterPair {
                round,
                ratee,
                rater: self.rater.id?,
                source: *PARTS.get(self.part)?,
            })),
            Kind::Visit => {
                let shopper = self.shopper.trim().to_owned();
                let day = parse_day(&self.day)?;
                (!shopper.is_empty()).then_some(RatingCommand::AddVisit {
                    round,
                    ratee,
                    shopper,
                    day,
                })
            }
        }
    }
}

impl Who {
    /// The field, and below it whom the text may mean.
    fn show(
        &mut self,
        ui: &mut Ui,
        (id, label): (&str, &str),
        people: &[Known],
        error: Option<&str>,
    ) {
        ui.vertical(|ui| {
            ui.set_width(FIELD);
            ui.spacing_mut().item_spacing.y = 2.0;
            let field = TextField::new(id, label).width(FIELD).error(error);
            if field.show(ui, &mut self.text).changed() {
                self.id = None;
            }
            let wanted = self.text.trim().to_lowercase();
            if self.id.is_some() || wanted.is_empty() {
                return;
            }
            let found = people.iter().filter(|it| it.searched.contains(&wanted));
            for known in found.take(MOST) {
                let name = format!("{} · {}", known.name, known.place);
                let button = Button::quiet(&name).small();
                if ui.push_id(known.id, |ui| ui.add(button)).inner.clicked() {
                    self.id = Some(known.id);
                    self.text.clone_from(&known.name);
                }
            }
        });
    }

    /// A name that is typed whole and is one person's needs no click.
    fn settle(&mut self, people: &[Known]) {
        if self.id.is_some() {
            return;
        }
        let wanted = self.text.trim().to_lowercase();
        let mut same = people.iter().filter(|it| it.searched == wanted);
        if let (Some(only), None) = (same.next(), same.next()) {
            self.id = Some(only.id);
        }
    }
}
