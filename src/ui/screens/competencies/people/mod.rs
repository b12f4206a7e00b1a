//! People: the list with its import, adding and changing one, who has left, roles of positions, and
//! erasing with a confirmation that says what stays.

mod erase;
mod form;
mod roles;

use egui::Ui;

use self::erase::Erase;
use self::form::PersonForm;
use self::roles::{RoleWish, Roles};
use super::Wish;
use super::ground::{Ground, in_row, short_day};
use crate::domain::rating::{Person, PersonId};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Button, Card, Cell, Column, Dropdown, Kit as _, Order, Side, Table, TextField, checkbox,
    is_narrow, two_columns,
};

/// Width of the column beside the list.
const SIDE: f32 = 340.0;

/// The page of people.
#[derive(Default)]
pub(super) struct People {
    words: Vec<String>,
    heads: [String; 5],
    rows: Vec<Row>,
    shown: Vec<usize>,
    count: String,
    branch_names: Vec<String>,
    branch: usize,
    search: String,
    with_left: bool,
    sort: (usize, bool),
    selected: Option<PersonId>,
    form: Option<PersonForm>,
    erase: Option<Erase>,
    roles: Roles,
}

struct Row {
    id: PersonId,
    cells: [String; 5],
    searched: String,
    branch: String,
    has_left: bool,
    has_role: bool,
}

const KEYS: [&str; 8] = [
    "people-title",
    "people-import",
    "people-add",
    "people-search",
    "matrix-filter-branch",
    "people-with-left",
    "competencies-no-people",
    "person-no-role",
];

impl People {
    pub(super) fn prepare(&mut self, ground: Ground<'_>) {
        let lang = ground.lang;
        self.words = KEYS.iter().map(|key| message(lang, key)).collect();
        self.heads = [
            "person-name",
            "person-position",
            "person-role",
            "person-branch",
            "person-manager",
        ]
        .map(|key| message(lang, key));
        let people = ground.overview.people.iter();
        self.rows = people.map(|person| row(ground, person)).collect();
        let mut names: Vec<String> = self.rows.iter().map(|row| row.branch.clone()).collect();
        names.sort();
        names.dedup();
        names.insert(0, self.words[4].clone());
        self.branch_names = names;
        self.branch = self.branch.min(self.branch_names.len() - 1);
        let is_gone = |id: PersonId| ground.overview.person(id).is_none();
        if self.selected.is_some_and(is_gone) {
            // Saved from the form, who was erased would be there again.
            self.selected = None;
            self.form = None;
        }
        self.roles.prepare(ground);
        self.filter(ground);
    }

    fn filter(&mut self, ground: Ground<'_>) {
        let wanted = self.search.trim().to_lowercase();
        let branch = self
            .branch_names
            .get(self.branch)
            .filter(|_| self.branch > 0);
        let is_wanted = |row: &Row| {
            (wanted.is_empty() || row.searched.contains(&wanted))
                && (self.with_left || !row.has_left)
                && branch.is_none_or(|branch| row.branch == *branch)
        };
        let mut shown: Vec<usize> = (0..self.rows.len())
            .filter(|at| is_wanted(&self.rows[*at]))
            .collect();
        let (column, is_down) = self.sort;
        let key = |at: &usize| &self.rows[*at].cells[column];
        shown.sort_by(|a, b| key(a).cmp(key(b)));
        if is_down {
            shown.reverse();
        }
        let left = self.rows.iter().filter(|row| row.has_left).count();
        let count = tr!(ground.lang, "people-count", count = shown.len());
        let gone = tr!(ground.lang, "people-left-count", count = left);
        self.count = format!("{count}, {gone}");
        self.shown = shown;
    }

    pub(super) fn show(&mut self, ui: &mut Ui, ground: Ground<'_>, actions: &mut Actions) -> Wish {
        if self.rows.is_empty() && self.form.is_none() {
            return self.empty_ui(ui, ground, actions);
        }
        if self.head_ui(ui, ground, actions) {
            self.filter(ground);
        }
        let height = (ui.available_height() - 32.0).max(320.0);
        let is_form_first = is_narrow(ui) && self.form.is_some();
        let mut draw = |ui: &mut Ui, side: Side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => self.list_ui(ui, ground, height),
                Side::Right => self.side_ui(ui, ground, actions),
            }
        };
        if is_form_first {
            draw(ui, Side::Right);
            draw(ui, Side::Left);
        } else {
            two_columns(ui, SIDE, measures::GAP_M, draw);
        }
        ui.text_weak(Type::Small, &self.count);
        if let Some(erase) = &mut self.erase
            && erase.show(ui, actions)
        {
            self.erase = None;
        }
        Wish::Nothing
    }

    fn empty_ui(&mut self, ui: &mut Ui, ground: Ground<'_>, actions: &mut Actions) -> Wish {
        Card::new().show(ui, |ui| {
            let words = (&self.words[6], &self.words[1]);
            if super::super::parts::empty_state(ui, Icon::Users, words.0, words.1) {
                actions.push(super::super::deeds::import("people"));
            }
        });
        if ui
            .add(Button::quiet(&self.words[2]).icon(Icon::Plus))
            .clicked()
        {
            self.form = Some(PersonForm::new(ground, None));
        }
        Wish::Nothing
    }

    /// Search, filters, and the two ways to more people; true when a filter changed.
    fn head_ui(&mut self, ui: &mut Ui, ground: Ground<'_>, actions: &mut Actions) -> bool {
        let mut is_changed = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(10.0, 8.0);
            let field = TextField::search("find", &self.words[3]).width(220.0);
            let search = &mut self.search;
            is_changed |= in_row(ui, 220.0, |ui| field.show(ui, search)).changed();
            let name = &self.words[4];
            let choice = Dropdown::new("branch", name, &self.branch_names, Some(self.branch));
            if let Some(branch) = choice.icon(Icon::Store).show(ui) {
                self.branch = branch;
                is_changed = true;
            }
            let mark = &mut self.with_left;
            is_changed |= checkbox(ui, mark, &self.words[5], None).changed();
            let import = Button::secondary(&self.words[1]).icon(Icon::Upload);
            if ui.add(import).clicked() {
                actions.push(super::super::deeds::import("people"));
            }
            let add = if self.form.is_some() {
                Button::secondary(&self.words[2])
            } else {
                Button::primary(&self.words[2])
            };
            if ui.add(add.icon(Icon::Plus)).clicked() {
                self.selected = None;
                self.form = Some(PersonForm::new(ground, None));
            }
        });
        is_changed
    }

    fn list_ui(&mut self, ui: &mut Ui, ground: Ground<'_>, height: f32) {
        let columns = [
            Column::text(&self.heads[0]).share(1.0, 150.0).sortable(),
            Column::text(&self.heads[1]).at_most(190.0).sortable(),
            Column::text(&self.heads[2]).at_most(170.0).sortable(),
            Column::text(&self.heads[3]).at_most(170.0).sortable(),
            Column::text(&self.heads[4]).at_most(170.0).sortable(),
        ];
        let cell = |row: usize, column: usize| {
            let row = self.shown.get(row).and_then(|at| self.rows.get(*at));
            let words = row.and_then(|row| row.cells.get(column));
            match (row, words, column) {
                (Some(row), Some(words), 0) if row.has_left => Cell::Weak(words),
                (Some(_), Some(words), 0) => Cell::Strong(words),
                (Some(row), Some(text), 2) if !row.has_role => Cell::Noted {
                    text,
                    reason: &self.words[7],
                },
                (_, Some(words), _) => Cell::Text(words),
                (_, None, _) => Cell::Empty,
            }
        };
        let is_chosen = |at: &usize| Some(self.rows[*at].id) == self.selected;
        let (column, is_down) = self.sort;
        let order = if is_down {
            Order::Descending
        } else {
            Order::Ascending
        };
        let out = Card::flush().show(ui, |ui| {
            Table::new("people", &self.words[0], &columns)
                .selected(self.shown.iter().position(is_chosen))
                .sorted_by(column, order)
                .rounded()
                .max_height(height)
                .show(ui, self.shown.len(), &cell)
        });
        let out = out.inner;
        if let Some(column) = out.sort {
            self.sort = (column, self.sort.0 == column && !self.sort.1);
            self.filter(ground);
        } else if let Some(row) = out.selected.and_then(|row| self.shown.get(row)) {
            let id = self.rows[*row].id;
            self.selected = Some(id);
            self.form = Some(PersonForm::new(ground, ground.overview.person(id)));
        }
    }

    fn side_ui(&mut self, ui: &mut Ui, ground: Ground<'_>, actions: &mut Actions) {
        if let Some(form) = &mut self.form {
            let out = form.show(ui, actions);
            if out.wants_erase {
                let person = self.selected.and_then(|id| ground.overview.person(id));
                self.erase = person.map(|person| Erase::new(ground.lang, person));
            }
            if out.is_over {
                self.form = None;
                self.selected = None;
            }
        }
        match self.roles.show(ui, actions) {
            RoleWish::Nothing => {}
            RoleWish::OtherModel => self.roles.prepare(ground),
            RoleWish::LoadModel => actions.push(Action::Pick(Pick::CompetencyModel)),
        }
    }
}

fn row(ground: Ground<'_>, person: &Person) -> Row {
    let lang = ground.lang;
    let overview = ground.overview;
    let has_left = !person.is_here_on(overview.today);
    let name = match person.left {
        Some(day) if has_left => {
            let day = tr!(lang, "person-left-note", day = short_day(lang, day));
            format!("{} · {day}", person.name)
        }
        Some(_) | None => person.name.clone(),
    };
    let profile = overview.roles.get(&person.position).and_then(|id| {
        let models = overview.models.iter();
        let profiles = models.flat_map(|model| &model.profiles);
        profiles.into_iter().find(|profile| profile.id == *id)
    });
    let role = profile.map_or_else(|| "—".to_owned(), |it| it.name.get(lang).to_owned());
    let branch = ground.branch(&person.branch);
    let manager = person.manager.map_or_else(
        || message(lang, "person-no-manager"),
        |manager| ground.name(manager),
    );
    Row {
        id: person.id,
        searched: format!("{} {}", person.name, person.position).to_lowercase(),
        has_role: profile.is_some(),
        cells: [name, person.position.clone(), role, branch.clone(), manager],
        branch,
        has_left,
    }
}
