//! A new person, or changes to one. Checks what is typed.

use egui::{Layout, Ui, vec2};

use super::super::super::parts::{day_text, parse_day};
use super::super::ground::Ground;
use crate::app::{PersonDraft, RatingCommand};
use crate::domain::rating::{Person, PersonId};
use crate::domain::{BranchCode, StaffGroup};
use crate::i18n::message;
use crate::ui::action::Actions;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Dropdown, Kit as _, Segments, TextField};

/// Managers offered while one is looked for.
const MOST_FOUND: usize = 6;

const KEYS: [&str; 13] = [
    "person-form-new",
    "person-form-change",
    "person-name",
    "person-position",
    "person-branch",
    "person-manager",
    "person-no-manager",
    "person-left",
    "person-save",
    "form-cancel",
    "person-bad-name",
    "round-bad-day",
    "person-erase",
];

/// What the user is typing.
pub(super) struct PersonForm {
    id: Option<PersonId>,
    words: Vec<String>,
    name: String,
    position: String,
    branches: Vec<BranchCode>,
    branch_names: Vec<String>,
    branch: Option<usize>,
    groups: [String; 2],
    group: StaffGroup,
    manager: Option<(PersonId, String)>,
    manager_search: String,
    everybody: Vec<(PersonId, String, String)>,
    left: String,
    was_tried: bool,
}

/// What was wanted of the form.
#[derive(Default)]
pub(super) struct Out {
    pub(super) is_over: bool,
    pub(super) wants_erase: bool,
}

impl PersonForm {
    pub(super) fn new(ground: Ground<'_>, person: Option<&Person>) -> Self {
        let lang = ground.lang;
        let branches: Vec<BranchCode> = ground
            .overview
            .branches
            .iter()
            .map(|branch| branch.code.clone())
            .collect();
        let own = person.map(|person| &person.branch);
        let others = ground.overview.people.iter();
        let others = others.filter(|it| Some(it.id) != person.map(|person| person.id));
        Self {
            id: person.map(|person| person.id),
            words: KEYS.iter().map(|key| message(lang, key)).collect(),
            name: person.map_or_else(String::new, |it| it.name.clone()),
            position: person.map_or_else(String::new, |it| it.position.clone()),
            branch_names: branches.iter().map(|code| ground.branch(code)).collect(),
            branch: branches.iter().position(|code| Some(code) == own),
            branches,
            groups: ["group-short-contact", "group-short-back_office"]
                .map(|key| message(lang, key)),
            group: person.map_or(StaffGroup::Contact, |it| it.group),
            manager: person
                .and_then(|it| it.manager)
                .map(|manager| (manager, ground.name(manager))),
            manager_search: String::new(),
            everybody: others
                .map(|it| (it.id, it.name.clone(), it.name.to_lowercase()))
                .collect(),
            left: person
                .and_then(|it| it.left)
                .map_or_else(String::new, day_text),
            was_tried: false,
        }
    }

    /// Draws the form.
    pub(super) fn show(&mut self, ui: &mut Ui, actions: &mut Actions) -> Out {
        let mut out = Out::default();
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            let title = usize::from(self.id.is_some());
            CardHead::new(&self.words[title]).plain(ui);
            self.fields_ui(ui);
            ui.rule();
            let row = vec2(ui.available_width(), measures::CONTROL);
            let layout = Layout::right_to_left(egui::Align::Center);
            ui.allocate_ui_with_layout(row, layout, |ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                if ui.add(Button::primary(&self.words[8])).clicked() {
                    self.was_tried = true;
                    if let Some(draft) = self.draft() {
                        actions.rate(RatingCommand::SavePerson(draft));
                        out.is_over = true;
                    }
                }
                out.is_over |= ui.add(Button::secondary(&self.words[9])).clicked();
            });
            if self.id.is_some() {
                let erase = Button::danger(&self.words[12]).icon(Icon::Trash2).small();
                out.wants_erase = ui.add(erase).clicked();
            }
        });
        out
    }

    fn fields_ui(&mut self, ui: &mut Ui) {
        let is_bare = self.was_tried && Person::tidy_name(&self.name).is_err();
        let bad_name = is_bare.then_some(self.words[10].as_str());
        let bad_day = self.was_tried && self.day().is_err();
        let bad_day = bad_day.then(|| self.words[11].clone());
        let wide = |id, label| TextField::new(id, label).width(f32::INFINITY);
        wide("name", &self.words[2])
            .error(bad_name)
            .show(ui, &mut self.name);
        wide("position", &self.words[3]).show(ui, &mut self.position);
        let choice = Dropdown::new("branch", &self.words[4], &self.branch_names, self.branch)
            .placeholder(&self.words[4])
            .icon(Icon::Store);
        self.branch = choice.show(ui).or(self.branch);
        let now = usize::from(self.group != StaffGroup::Contact);
        if let Some(group) = Segments::new("group", &self.groups, now).small().show(ui) {
            self.group = if group == 0 {
                StaffGroup::Contact
            } else {
                StaffGroup::BackOffice
            };
        }
        self.manager_ui(ui);
        TextField::new("left", &self.words[7])
            .width(f32::INFINITY)
            .hint("31.12.2026")
            .error(bad_day.as_deref())
            .show(ui, &mut self.left);
    }

    fn manager_ui(&mut self, ui: &mut Ui) {
        let now = self
            .manager
            .as_ref()
            .map_or(&self.words[6], |(_, name)| name);
        ui.text_weak(Type::Small, &self.words[5]);
        let field = TextField::search("manager", &self.words[5]);
        field
            .hint(now)
            .width(f32::INFINITY)
            .show(ui, &mut self.manager_search);
        let wanted = self.manager_search.trim().to_lowercase();
        let mut picked = None;
        if !wanted.is_empty() {
            let found = self
                .everybody
                .iter()
                .filter(|(_, _, name)| name.contains(&wanted));
            for (id, name, _) in found.take(MOST_FOUND) {
                let button = Button::quiet(name).small();
                if ui.push_id(id, |ui| ui.add(button)).inner.clicked() {
                    picked = Some(Some((*id, name.clone())));
                }
            }
        }
        if self.manager.is_some() && wanted.is_empty() {
            let none = Button::quiet(&self.words[6]).icon(Icon::X).small();
            if ui.add(none).clicked() {
                picked = Some(None);
            }
        }
        if let Some(manager) = picked {
            self.manager = manager;
            self.manager_search.clear();
        }
    }

    /// The last working day: nothing typed is nothing.
    fn day(&self) -> Result<Option<crate::domain::Date>, ()> {
        if self.left.trim().is_empty() {
            return Ok(None);
        }
        parse_day(&self.left).map(Some).ok_or(())
    }

    fn draft(&self) -> Option<PersonDraft> {
        Some(PersonDraft {
            id: self.id,
            name: Person::tidy_name(&self.name).ok()?,
            position: self.position.trim().to_owned(),
            branch: self.branches.get(self.branch?)?.clone(),
            group: self.group,
            manager: self.manager.as_ref().map(|(id, _)| *id),
            left: self.day().ok()?,
        })
    }
}
