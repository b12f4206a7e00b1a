//! Who stands behind a row of a report: decided from the classes and their counts alone.

use super::table::{ClassCount, WaveTable};
use crate::domain::{Audience, StaffGroup};
use crate::import::released::Place;

/// From this share of contact staff among the invited on, a mixed row counts as contact staff.
const MOSTLY: f64 = 0.8;

/// The rows of a wave at one time.
pub(super) struct Sets<'a> {
    table: &'a WaveTable,
    /// For each class, the audiences that its answers count for.
    counts: Vec<[bool; 3]>,
}

impl<'a> Sets<'a> {
    /// Rows under a threshold. Groups of one row stand together where one of them has answers but
    /// fewer than the threshold.
    pub(super) fn new(table: &'a WaveTable, min_group: u32) -> Self {
        let k = min_group.max(table.min_group);
        let counts = table.classes.iter().map(|class| {
            let family: Vec<&ClassCount> = table
                .classes
                .iter()
                .filter(|other| other.branches == class.branches)
                .collect();
            let is_small = |class: &&ClassCount| (1..k).contains(&sheets(class));
            let is_joint = family.len() > 1 && family.iter().any(is_small);
            if is_joint {
                audiences(None, mostly_contact(&family))
            } else {
                audiences(class.group, mostly_contact(&[class]))
            }
        });
        Self {
            table,
            counts: counts.collect(),
        }
    }

    /// The classes of a row, rising; none where no row of the report is these people.
    pub(super) fn of(&self, place: &Place, audience: Audience) -> Option<Vec<usize>> {
        let is_here = |class: &ClassCount| match place {
            Place::Company => true,
            Place::Branch(code) => class.branches.len() == 1 && class.branches[0] == *code,
        };
        let classes = self.table.classes.iter().zip(&self.counts).enumerate();
        let members =
            classes.filter(|(_, (class, counts))| is_here(class) && counts[audience.index()]);
        let members: Vec<usize> = members.map(|(at, _)| at).collect();
        (!members.is_empty()).then_some(members)
    }

    /// How many of some classes were invited, where that is known.
    pub(super) fn invited(&self, members: &[usize]) -> Option<u32> {
        let classes = members.iter().filter_map(|at| self.table.classes.get(*at));
        let heads = classes.map(invited);
        heads.sum()
    }
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
