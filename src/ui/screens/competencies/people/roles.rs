//! Role profiles: which one a position has, and the levels that it needs.

use egui::Ui;

use super::super::ground::Ground;
use crate::app::{Command, RatingCommand};
use crate::domain::rating::{Level, RoleProfile};
use crate::i18n::message;
use crate::ui::action::{Action, Actions};
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Dropdown, Kit as _, TextField};

/// The card of roles.
#[derive(Default)]
pub(super) struct Roles {
    words: Vec<String>,
    models: Vec<String>,
    /// Ids of the models, parallel.
    known: Vec<String>,
    /// Which model's profiles are shown.
    shown: usize,
    positions: Vec<(String, Option<String>)>,
    profile_names: Vec<String>,
    profiles: Vec<RoleProfile>,
    model: String,
    competencies: Vec<String>,
    levels: Vec<String>,
    chosen: usize,
    edited: Option<Edited>,
}

/// What the card asks of its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RoleWish {
    /// Nothing.
    Nothing,
    /// Another model was chosen: its words are needed.
    OtherModel,
    /// A model from a file.
    LoadModel,
}

/// A profile that is being changed or added.
struct Edited {
    profile: RoleProfile,
    name: String,
    is_new: bool,
}

const KEYS: [&str; 12] = [
    "role-title",
    "role-note",
    "role-positions",
    "role-none",
    "role-change",
    "role-add",
    "role-save",
    "form-cancel",
    "model-import",
    "role-model",
    "role-name",
    "role-name-wanted",
];

impl Roles {
    pub(super) fn prepare(&mut self, ground: Ground<'_>) {
        let lang = ground.lang;
        self.words = KEYS.iter().map(|key| message(lang, key)).collect();
        let models = &ground.overview.models;
        // A model that was just loaded is the one to look at.
        let new = models.iter().position(|it| !self.known.contains(&it.id));
        if let Some(new) = new.filter(|_| !self.known.is_empty()) {
            self.shown = new;
        }
        self.known = models.iter().map(|it| it.id.clone()).collect();
        let titles = models.iter().map(|it| it.title.get(lang).to_owned());
        self.models = titles.collect();
        self.shown = self.shown.min(models.len().saturating_sub(1));
        let Some(model) = models.get(self.shown) else {
            return;
        };
        if self.model != model.id {
            // What was being changed belongs to the other model.
            self.chosen = 0;
            self.edited = None;
        }
        self.model.clone_from(&model.id);
        self.profiles.clone_from(&model.profiles);
        let names = model.profiles.iter();
        self.profile_names = names.map(|it| it.name.get(lang).to_owned()).collect();
        self.profile_names.insert(0, self.words[3].clone());
        let names = model.competencies.iter();
        self.competencies = names.map(|it| it.name.get(lang).to_owned()).collect();
        self.levels = Level::all()
            .map(|level| super::super::ground::level_title(lang, level))
            .to_vec();
        let mut positions: Vec<String> = ground
            .overview
            .people
            .iter()
            .map(|person| person.position.clone())
            .collect();
        positions.sort();
        positions.dedup();
        let role = |position: String| {
            let role = ground.overview.roles.get(&position).cloned();
            (position, role)
        };
        self.positions = positions.into_iter().map(role).collect();
        self.chosen = self.chosen.min(self.profiles.len().saturating_sub(1));
    }

    /// Draws the card.
    pub(super) fn show(&mut self, ui: &mut Ui, actions: &mut Actions) -> RoleWish {
        if self.models.is_empty() {
            return RoleWish::Nothing;
        }
        let mut wish = RoleWish::Nothing;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(&self.words[0]).plain(ui);
            ui.text_weak(Type::Small, &self.words[1]);
            if self.edited.is_some() {
                self.edit_ui(ui, actions);
                return;
            }
            if self.models.len() > 1 {
                let label = &self.words[9];
                let choice = Dropdown::new("model", label, &self.models, Some(self.shown));
                if let Some(picked) = choice.small().show(ui) {
                    self.shown = picked;
                    wish = RoleWish::OtherModel;
                }
            }
            self.positions_ui(ui, actions);
            ui.horizontal_wrapped(|ui| {
                if let [_, names @ ..] = self.profile_names.as_slice()
                    && !names.is_empty()
                {
                    let choice = Dropdown::new("profile", &self.words[0], names, Some(self.chosen));
                    self.chosen = choice.small().show(ui).unwrap_or(self.chosen);
                    let change = Button::quiet(&self.words[4]).icon(Icon::Pencil).small();
                    if ui.add(change).clicked() {
                        self.edit(false);
                    }
                }
                let add = Button::quiet(&self.words[5]).icon(Icon::Plus).small();
                if ui.add(add).clicked() {
                    self.edit(true);
                }
                let file = Button::quiet(&self.words[8]).icon(Icon::Upload).small();
                if ui.add(file).clicked() {
                    wish = RoleWish::LoadModel;
                }
            });
        });
        wish
    }

    fn positions_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        ui.text(Type::Strong, &self.words[2]);
        for (place, (position, role)) in self.positions.iter().enumerate() {
            let now = role.as_ref().and_then(|id| {
                let known = self.profiles.iter().position(|profile| profile.id == *id);
                known.map(|known| known + 1)
            });
            ui.push_id(place, |ui| {
                ui.text(Type::Body, position);
                let choice = Dropdown::new(
                    "role",
                    position,
                    &self.profile_names,
                    Some(now.unwrap_or(0)),
                );
                let Some(picked) = choice.small().show(ui) else {
                    return;
                };
                let link = |profile| RatingCommand::LinkPosition {
                    position: position.clone(),
                    profile,
                };
                let chosen = picked.checked_sub(1).and_then(|at| self.profiles.get(at));
                actions.rate(link(chosen.map(|profile| profile.id.clone())));
                actions.push(Action::OfferUndo {
                    done: position.clone(),
                    undo: Box::new(Command::Ratings(link(role.clone()))),
                });
            });
        }
    }

    fn edit(&mut self, is_new: bool) {
        let level = Level::all()[2];
        let blank = || RoleProfile {
            id: String::new(),
            name: crate::domain::Text::new(String::new(), String::new()),
            required: vec![level; self.competencies.len()],
        };
        let known = self.profiles.get(self.chosen).cloned();
        let mut profile = match known {
            Some(profile) => profile,
            None if is_new => blank(),
            None => return,
        };
        let mut name = self
            .profile_names
            .get(self.chosen + 1)
            .cloned()
            .unwrap_or_default();
        if is_new {
            profile.id = free_id(&self.profiles);
            name.clear();
        }
        self.edited = Some(Edited {
            profile,
            name,
            is_new,
        });
    }

    fn edit_ui(&mut self, ui: &mut Ui, actions: &mut Actions) {
        let Some(edited) = &mut self.edited else {
            return;
        };
        let mut is_over = false;
        if edited.is_new {
            let field = TextField::new("role-name", &self.words[10]);
            field.width(f32::INFINITY).show(ui, &mut edited.name);
        } else {
            ui.text(Type::Strong, &edited.name);
        }
        let needs = edited.profile.required.iter_mut().zip(&self.competencies);
        for (place, (level, name)) in needs.enumerate() {
            ui.push_id(place, |ui| {
                ui.text_weak(Type::Small, name);
                let choice = Dropdown::new("level", name, &self.levels, Some(level.index()));
                let picked = choice.small().show(ui);
                if let Some(new) = picked.and_then(|at| Level::all().get(at).copied()) {
                    *level = new;
                }
            });
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let is_named = !edited.name.trim().is_empty();
            let wanted = (!is_named).then_some(self.words[11].as_str());
            let save = Button::secondary(&self.words[6]).small();
            if ui.add(save.disabled_because(wanted)).clicked() && is_named {
                if edited.is_new {
                    let name = edited.name.trim().to_owned();
                    edited.profile.name = crate::domain::Text {
                        ru: name.clone(),
                        en: name,
                    };
                }
                actions.rate(RatingCommand::SaveProfile {
                    model: self.model.clone(),
                    profile: edited.profile.clone(),
                });
                is_over = true;
            }
            is_over |= ui.add(Button::quiet(&self.words[7]).small()).clicked();
        });
        if is_over {
            self.edited = None;
        }
    }
}

/// An id that no profile has yet.
fn free_id(profiles: &[RoleProfile]) -> String {
    let mut number = profiles.len() + 1;
    loop {
        let id = format!("role_{number}");
        if profiles.iter().all(|profile| profile.id != id) {
            return id;
        }
        number += 1;
    }
}
