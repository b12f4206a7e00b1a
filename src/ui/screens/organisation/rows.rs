//! Rows of the table of branches: searched, sorted, grouped by region.

use crate::app::Overview;
use crate::domain::{Branch, Lang};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::widgets::{Cell, Order};

/// A row of the table.
pub(super) enum Row {
    /// The head of a region.
    Region {
        title: String,
        note: String,
        is_open: bool,
    },
    /// A branch, by position in the overview.
    Branch { position: usize, cells: [String; 7] },
}

/// How the user looks at the branches.
pub(super) struct Look {
    pub(super) search: String,
    pub(super) sort: (usize, Order),
    pub(super) is_grouped: bool,
    pub(super) closed: Vec<String>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            search: String::new(),
            sort: (0, Order::Ascending),
            is_grouped: true,
            closed: Vec::new(),
        }
    }
}

impl Row {
    pub(super) fn cell(&self, column: usize) -> Cell<'_> {
        match self {
            Self::Region {
                title,
                note,
                is_open,
            } if column == 0 => Cell::Group {
                title,
                note,
                is_open: *is_open,
            },
            Self::Region { .. } => Cell::Empty,
            Self::Branch { cells, .. } => match (column, cells.get(column)) {
                (0 | 3, Some(text)) => Cell::Weak(text),
                (6, Some(text)) => Cell::Strong(text),
                (_, Some(text)) => Cell::Text(text),
                (_, None) => Cell::Empty,
            },
        }
    }
}

pub(super) fn rows(lang: Lang, overview: &Overview, look: &Look) -> Vec<Row> {
    let wanted = look.search.trim().to_lowercase();
    let mut found: Vec<(usize, &Branch)> = overview
        .branches
        .iter()
        .enumerate()
        .filter(|(_, branch)| wanted.is_empty() || matches(branch, &wanted))
        .collect();
    found.sort_by(|(_, a), (_, b)| {
        let order = by_column(a, b, look.sort.0);
        let order = if look.sort.1 == Order::Descending {
            order.reverse()
        } else {
            order
        };
        order.then_with(|| a.code.cmp(&b.code))
    });
    let row = |(position, branch): &(usize, &Branch)| Row::Branch {
        position: *position,
        cells: cells(lang, branch),
    };
    if !look.is_grouped {
        return found.iter().map(row).collect();
    }
    let mut regions: Vec<&str> = found
        .iter()
        .map(|(_, branch)| branch.region.as_str())
        .collect();
    regions.sort_unstable();
    regions.dedup();
    let mut rows = Vec::new();
    for region in regions {
        let own: Vec<&(usize, &Branch)> = found
            .iter()
            .filter(|(_, branch)| branch.region == region)
            .collect();
        let title = if region.is_empty() {
            message(lang, "region-none")
        } else {
            region.to_owned()
        };
        let is_open = !look.closed.contains(&title) || !wanted.is_empty();
        rows.push(head(lang, title, &own, is_open));
        if is_open {
            rows.extend(own.into_iter().map(row));
        }
    }
    rows
}

fn head(lang: Lang, title: String, own: &[&(usize, &Branch)], is_open: bool) -> Row {
    let count = i64::try_from(own.len()).unwrap_or(i64::MAX);
    let staff: i64 = own
        .iter()
        .map(|(_, branch)| i64::from(branch.head_count()))
        .sum();
    Row::Region {
        title,
        note: tr!(lang, "region-note", count = count, staff = staff),
        is_open,
    }
}

fn matches(branch: &Branch, wanted: &str) -> bool {
    [
        branch.code.as_str(),
        &branch.name,
        &branch.region,
        &branch.format,
    ]
    .iter()
    .any(|text| text.to_lowercase().contains(wanted))
}

fn by_column(a: &Branch, b: &Branch, column: usize) -> std::cmp::Ordering {
    match column {
        1 => a.name.to_lowercase().cmp(&b.name.to_lowercase()),
        2 => a.region.cmp(&b.region),
        3 => a.format.cmp(&b.format),
        4 => a.contact.cmp(&b.contact),
        5 => a.back_office.cmp(&b.back_office),
        6 => a.head_count().cmp(&b.head_count()),
        _ => a.code.cmp(&b.code),
    }
}

fn cells(lang: Lang, branch: &Branch) -> [String; 7] {
    let count = |value: u32| number::count(lang, u64::from(value));
    [
        branch.code.as_str().to_owned(),
        branch.name.clone(),
        branch.region.clone(),
        branch.format.clone(),
        count(branch.contact),
        count(branch.back_office),
        count(branch.head_count()),
    ]
}
