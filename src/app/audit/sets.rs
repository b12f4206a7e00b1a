//! Who stands behind a row of a report: decided from the classes and their counts alone.

use std::collections::HashMap;

use super::table::{ClassCount, WaveTable};
use crate::domain::{Audience, StaffGroup};
use crate::import::released::Place;

/// From this share of contact staff among the invited on, a mixed row counts as contact staff.
const MOSTLY: f64 = 0.8;

/// The people of a row.
#[derive(Debug)]
pub(super) struct Row {
    /// Positions of their classes, rising; at least one.
    pub(super) classes: Vec<usize>,
    /// How many of them were invited, where that is known.
    pub(super) invited: Option<u32>,
}

/// The rows of a wave at one time.
pub(super) struct Sets<'a> {
    pub(super) rows: Vec<Row>,
    /// Positions of rows by audience: of the company, and of each branch.
    company: [Option<usize>; 3],
    branches: HashMap<&'a str, [Option<usize>; 3]>,
}

impl<'a> Sets<'a> {
    /// Rows under a threshold. Groups of one row stand together where one of them has answers but
    /// fewer than the threshold.
    pub(super) fn new(table: &'a WaveTable, min_group: u32) -> Self {
        let counts = counted_for(table, min_group.max(table.min_group));
        let mut sets = Self {
            rows: Vec::new(),
            company: [None; 3],
            branches: HashMap::new(),
        };
        for (at, (class, counts)) in table.classes.iter().zip(&counts).enumerate() {
            for audience in Audience::ALL.map(Audience::index) {
                if counts[audience] {
                    join(&mut sets.rows, &mut sets.company[audience], at);
                    if let [code] = class.branches.as_slice() {
                        let branch = sets.branches.entry(code).or_default();
                        join(&mut sets.rows, &mut branch[audience], at);
                    }
                }
            }
        }
        for row in &mut sets.rows {
            let heads = row.classes.iter().map(|at| invited(&table.classes[*at]));
            row.invited = heads.sum();
        }
        sets
    }

    /// Position of the row of some people; none where no row of the report is these people.
    pub(super) fn of(&self, place: &Place, audience: Audience) -> Option<usize> {
        let at = match place {
            Place::Company => self.company,
            Place::Branch(code) => *self.branches.get(&**code)?,
        };
        at[audience.index()]
    }
}

/// One more class in a row, which there may not be yet.
fn join(rows: &mut Vec<Row>, row: &mut Option<usize>, class: usize) {
    let at = *row.get_or_insert_with(|| {
        rows.push(Row {
            classes: Vec::new(),
            invited: None,
        });
        rows.len() - 1
    });
    rows[at].classes.push(class);
}

/// For each class, the audiences that its answers count for.
fn counted_for(table: &WaveTable, k: u32) -> Vec<[bool; 3]> {
    let mut families: HashMap<&[String], Vec<&ClassCount>> = HashMap::new();
    for class in &table.classes {
        families.entry(&class.branches).or_default().push(class);
    }
    let counted = table.classes.iter().map(|class| {
        let family = &families[class.branches.as_slice()];
        let is_small = |class: &&ClassCount| (1..k).contains(&sheets(class));
        let is_joint = family.len() > 1 && family.iter().any(is_small);
        if is_joint {
            audiences(None, mostly_contact(family))
        } else {
            audiences(class.group, mostly_contact(&[class]))
        }
    });
    counted.collect()
}

fn sheets(class: &ClassCount) -> u32 {
    class.answered.first().copied().unwrap_or(0)
}

/// How many of a class were invited: of its group, or of both.
pub(super) fn invited(class: &ClassCount) -> Option<u32> {
    match class.group {
        Some(StaffGroup::Contact) => class.invited_contact,
        Some(StaffGroup::BackOffice) => class.invited_back_office,
        None => {
            let (contact, back) = (class.invited_contact, class.invited_back_office);
            Some(contact?.saturating_add(back?))
        }
    }
}

/// Are those who stand together mostly contact staff? Where head counts are unknown, answers stand
/// for them.
fn mostly_contact(family: &[&ClassCount]) -> bool {
    let known = |class: &&&ClassCount| class.group.is_some();
    let (mut contact, mut back) = (0.0, 0.0);
    if let [class] = family {
        let (Some(a), Some(b)) = (class.invited_contact, class.invited_back_office) else {
            return false;
        };
        (contact, back) = (f64::from(a), f64::from(b));
    } else {
        if !family.iter().all(|class| known(&class)) {
            return false;
        }
        for class in family {
            let heads = f64::from(invited(class).unwrap_or_else(|| sheets(class)));
            match class.group {
                Some(StaffGroup::Contact) => contact += heads,
                Some(StaffGroup::BackOffice) | None => back += heads,
            }
        }
    }
    contact + back > 0.0 && contact >= MOSTLY * (contact + back)
}

/// Everybody, contact staff, back office: in the order of [`Audience::ALL`].
const fn audiences(group: Option<StaffGroup>, is_mostly_contact: bool) -> [bool; 3] {
    match group {
        Some(StaffGroup::Contact) => [true, true, false],
        Some(StaffGroup::BackOffice) => [true, false, true],
        None => [true, is_mostly_contact, false],
    }
}
