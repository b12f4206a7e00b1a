//! Which column holds what, and what the whole column proves (the order of day and month).

use super::Context;
use crate::domain::ItemKind;
use crate::import::dates::{DayOrder, proven_order};
use crate::import::guess::is_contact_flag;
use crate::import::kind::ImportKind;
use crate::import::mapping::Mapping;
use crate::import::normal::normal;
use crate::import::personal;
use crate::import::role::Role;
use crate::import::table::{Cell, RawTable};

/// The columns of a file by meaning.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    pub(super) kind: ImportKind,
    roles: Vec<Role>,
    heads: Vec<String>,
    /// Does the group column say yes or no to "contact"?
    pub(super) is_group_flag: bool,
    /// Day or month first.
    pub(super) day_order: DayOrder,
}

impl Columns {
    pub(super) fn new(table: &RawTable, mapping: &Mapping, context: &Context<'_>) -> Self {
        let heads = table.heads().to_vec();
        let roles: Vec<Role> = heads
            .iter()
            .enumerate()
            .map(|(column, head)| allowed(table, mapping, column, head))
            .collect();
        let mut columns = Self {
            kind: mapping.kind,
            roles,
            heads,
            is_group_flag: false,
            day_order: context.day_order,
        };
        let group = columns
            .get(&Role::Group)
            .and_then(|column| columns.heads.get(column));
        columns.is_group_flag = group.is_some_and(|head| is_contact_flag(&normal(head)));
        for role in [Role::Date, Role::Period, Role::Left] {
            if let Some(order) = columns
                .get(&role)
                .and_then(|column| order_of(table, column))
            {
                columns.day_order = order;
            }
        }
        columns
    }

    pub(super) fn get(&self, role: &Role) -> Option<usize> {
        self.roles.iter().position(|given| given == role)
    }

    pub(super) fn is_taken(&self, column: usize) -> bool {
        self.roles
            .get(column)
            .is_some_and(|role| *role != Role::Skip)
    }

    pub(super) fn head(&self, column: usize) -> &str {
        self.heads.get(column).map_or("", String::as_str)
    }

    /// The columns of items: position and id.
    pub(super) fn items(&self) -> impl Iterator<Item = (usize, &str)> {
        self.told(|role| {
            let Role::Item(id) = role else { return None };
            Some(id)
        })
    }

    /// The columns of competencies: position and id.
    pub(super) fn rated(&self) -> impl Iterator<Item = (usize, &str)> {
        self.told(|role| {
            let Role::Rated(id) = role else { return None };
            Some(id)
        })
    }

    /// The columns of measures: position and name.
    pub(super) fn named(&self) -> impl Iterator<Item = (usize, &str)> {
        self.told(|role| {
            let Role::Named(name) = role else { return None };
            Some(name)
        })
    }

    /// The columns whose role carries a word: position and word.
    fn told<'a>(
        &'a self,
        word: impl Fn(&'a Role) -> Option<&'a String>,
    ) -> impl Iterator<Item = (usize, &'a str)> {
        let roles = self.roles.iter().enumerate();
        roles.filter_map(move |(column, role)| Some((column, word(role)?.as_str())))
    }
}

/// The meaning a column may have: one that speaks of persons never becomes text in the workspace.
fn allowed(table: &RawTable, mapping: &Mapping, column: usize, head: &str) -> Role {
    let role = mapping.role(head).clone();
    let keeps_text = matches!(
        role,
        Role::Channel
            | Role::Region
            | Role::Format
            | Role::Measure
            | Role::Source
            | Role::Subject
            | Role::Dimension
    );
    // The words of these columns are ordinary ("source"), so only the content tells.
    if keeps_text
        && personal::of_content(table, column).is_some_and(personal::DropReason::is_personal)
    {
        return Role::Skip;
    }
    let is_name = personal::of_head(mapping.kind, head) == Some(personal::DropReason::Name);
    if keeps_text && is_name {
        Role::Skip
    } else {
        role
    }
}

/// What a column proves about day and month.
fn order_of(table: &RawTable, column: usize) -> Option<DayOrder> {
    (0..table.row_count()).find_map(|row| match table.cell(row, column) {
        Cell::Text(text) => proven_order(text),
        Cell::Empty | Cell::Number(_) | Cell::Day(_) | Cell::Bool(_) | Cell::Fault => None,
    })
}

/// The kind of an item that the questionnaire does not name.
pub(super) fn kind_of_unknown(id: &str) -> ItemKind {
    if id == "enps" {
        ItemKind::Recommend
    } else {
        ItemKind::Agreement
    }
}
