//! What is hidden in a wave and why: the list behind "what will be hidden" of every report.

use super::{AudienceFindings, HiddenNote, HiddenWhat, Row};
use crate::disclosure::{EXACT_FROM, Published, Reason, SHARES_FROM, ShownCount};
use crate::domain::Audience;

/// Notes on every row: the row itself, or what of it is kept back.
pub(super) fn notes(audiences: &[AudienceFindings]) -> Vec<HiddenNote> {
    let mut found = Vec::new();
    for audience in audiences {
        add_row(&mut found, (audience.audience, None), &audience.company);
        for (branch, row) in audience.branches.iter().enumerate() {
            add_row(&mut found, (audience.audience, Some(branch)), row);
        }
    }
    found
}

fn add_row(found: &mut Vec<HiddenNote>, place: (Audience, Option<usize>), row: &Row) {
    let (audience, branch) = place;
    let mut note = |what, reason: Reason| {
        if reason.protects() {
            found.push(HiddenNote {
                audience,
                branch,
                what,
                reason,
            });
        }
    };
    let n = match row.sheets {
        Published::Hidden(reason) => return note(HiddenWhat::Row, reason),
        Published::Shown { value: (), n } => n,
    };
    let hidden = |cells: &[Published<_>]| -> Vec<(usize, Reason)> {
        let cells = cells.iter().enumerate();
        cells
            .filter_map(|(place, cell)| Some((place, cell.reason()?)))
            .collect()
    };
    for (dimension, reason) in hidden(&row.scores) {
        note(HiddenWhat::Dimension(dimension), reason);
    }
    for (item, reason) in hidden(&row.items) {
        note(HiddenWhat::Item(item), reason);
    }
    if let Some(reason) = row.enps.reason() {
        note(HiddenWhat::Enps, reason);
    }
    match n {
        ShownCount::FiveToNine => note(HiddenWhat::Shares, Reason::DetailTooFine),
        ShownCount::Exact(EXACT_FROM..SHARES_FROM) => {
            note(HiddenWhat::Distributions, Reason::DetailTooFine);
        }
        ShownCount::Exact(_) | ShownCount::NotDelivered => {}
    }
}
