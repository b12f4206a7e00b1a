//! Which answers are reported together, and which rows stay hidden.
//!
//! Groups of a branch with too few answers are merged inside the branch. A single hidden branch
//! beside the company total would be known by subtraction, so a second one is hidden with it.

use super::Reason;
use crate::domain::{Class, MinGroup};

/// Classes after merging, and where each old class went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassPlan {
    /// The classes to report.
    pub classes: Vec<Class>,
    /// For each class of the answers, its position in [`Self::classes`].
    pub of: Vec<u16>,
}

/// Merges the groups of a branch wherever one of them has answers, but fewer than the threshold.
///
/// `counts` are answers per class. Where head counts are unknown, the merged class takes the
/// answers of each group in their place, so that the share of contact staff is still known.
#[must_use]
pub fn merge_small_groups(classes: &[Class], counts: &[u32], min_group: MinGroup) -> ClassPlan {
    let mut plan = ClassPlan {
        classes: Vec::new(),
        of: vec![0; classes.len()],
    };
    let mut order: Vec<usize> = (0..classes.len()).collect();
    order.sort_by(|a, b| {
        classes[*a]
            .branches
            .cmp(&classes[*b].branches)
            .then(a.cmp(b))
    });
    for family in order.chunk_by(|a, b| classes[*a].branches == classes[*b].branches) {
        let is_small = |class: &&usize| (1..min_group.get()).contains(&counts[**class]);
        if family.len() > 1 && family.iter().any(|class| is_small(&class)) {
            let position = next_position(&plan);
            plan.classes.push(merged(classes, counts, family));
            for class in family {
                plan.of[*class] = position;
            }
        } else {
            for class in family {
                plan.of[*class] = next_position(&plan);
                plan.classes.push(classes[*class].clone());
            }
        }
    }
    plan
}

fn next_position(plan: &ClassPlan) -> u16 {
    u16::try_from(plan.classes.len()).unwrap_or(u16::MAX)
}

fn merged(classes: &[Class], counts: &[u32], family: &[usize]) -> Class {
    use crate::domain::StaffGroup::{BackOffice, Contact};
    let of_group = |group| {
        let members = family
            .iter()
            .filter(|class| classes[**class].group == Some(group));
        members.fold(0, |sum, class| {
            let class_invited = match group {
                Contact => classes[*class].invited_contact,
                BackOffice => classes[*class].invited_back_office,
            };
            sum + class_invited.unwrap_or(counts[*class])
        })
    };
    let is_known = family.iter().all(|class| classes[*class].group.is_some());
    Class {
        branches: classes[family[0]].branches.clone(),
        group: None,
        invited_contact: is_known.then(|| of_group(Contact)),
        invited_back_office: is_known.then(|| of_group(BackOffice)),
    }
}

/// For each row of a table whose total is shown beside it: may it be shown?
///
/// Rows without answers hide nothing. Where exactly one row with answers is below the threshold,
/// or the hidden rows together are, the smallest of the others is hidden with it.
#[must_use]
pub fn visible_rows(counts: &[u32], min_group: MinGroup) -> Vec<Result<(), Reason>> {
    let k = min_group.get();
    let mut rows: Vec<Result<(), Reason>> = counts
        .iter()
        .map(|n| match *n {
            0 => Err(Reason::NoAnswers),
            n if n < k => Err(Reason::TooFew),
            _ => Ok(()),
        })
        .collect();
    let hidden = |rows: &[Result<(), Reason>]| -> (usize, u32) {
        let of = rows
            .iter()
            .zip(counts)
            .filter(|(row, n)| row.is_err() && **n > 0);
        of.fold((0, 0), |(rows, sum), (_, n)| (rows + 1, sum + n))
    };
    loop {
        let (hidden_rows, hidden_sum) = hidden(&rows);
        if hidden_rows == 0 || (hidden_rows > 1 && hidden_sum >= k) {
            return rows;
        }
        let shown = (0..rows.len()).filter(|row| rows[*row].is_ok());
        let Some(smallest) = shown.min_by_key(|row| (counts[*row], *row)) else {
            return rows;
        };
        rows[smallest] = Err(Reason::Difference);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Audience, StaffGroup};

    fn class(branch: usize, group: StaffGroup) -> Class {
        Class {
            branches: vec![branch],
            group: Some(group),
            invited_contact: None,
            invited_back_office: None,
        }
    }

    #[test]
    fn small_group_is_merged_and_mostly_contact_counts_as_contact() {
        let classes = [
            class(0, StaffGroup::Contact),
            class(0, StaffGroup::BackOffice),
            class(1, StaffGroup::Contact),
            class(1, StaffGroup::BackOffice),
        ];
        let plan = merge_small_groups(&classes, &[17, 3, 12, 9], MinGroup::default());
        assert_eq!(plan.of, [0, 0, 1, 2]);
        assert!(plan.classes[0].counts_for(Audience::Contact));
        assert!(!plan.classes[0].counts_for(Audience::BackOffice));
    }

    #[test]
    fn one_hidden_row_takes_the_next_smallest_with_it() {
        let rows = visible_rows(&[30, 3, 12, 9], MinGroup::default());
        assert_eq!(
            rows,
            [Ok(()), Err(Reason::TooFew), Ok(()), Err(Reason::Difference)]
        );
    }

    #[test]
    fn two_hidden_rows_that_sum_to_the_threshold_hide_each_other() {
        let rows = visible_rows(&[30, 3, 12, 4], MinGroup::default());
        assert_eq!(rows.iter().filter(|row| row.is_ok()).count(), 2);
    }

    #[test]
    fn a_row_without_answers_hides_nothing() {
        let rows = visible_rows(&[30, 0, 12], MinGroup::default());
        assert_eq!(rows, [Ok(()), Err(Reason::NoAnswers), Ok(())]);
    }
}
