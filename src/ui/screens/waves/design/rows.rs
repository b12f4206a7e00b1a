//! The rows of the table of classes: branches by region, small ones beside those they report with.
//! Must not draw.

use std::collections::BTreeMap;

use crate::app::{Collection, Overview};
use crate::disclosure::classes_of_pool;
use crate::domain::{Branch, BranchCode, Lang, MinGroup, Pool, StaffGroup, min_invited};
use crate::i18n::number;
use crate::tr;

/// A region with its rows.
pub(super) struct Region {
    pub(super) name: String,
    pub(super) note: String,
    pub(super) has_pools: bool,
    pub(super) rows: Vec<Row>,
}

/// What reports together: one branch, or several.
pub(super) struct Row {
    pub(super) pool: Pool,
    pub(super) members: Vec<Member>,
    /// Names of the members, for a pool of several.
    pub(super) title: String,
    /// «2 класса».
    pub(super) classes: String,
    /// Which classes, in words.
    pub(super) note: String,
    /// Do both staff groups get a class of their own?
    pub(super) is_split: bool,
    pub(super) is_too_small: bool,
    /// The whole row for a screen reader.
    pub(super) heard: String,
}

/// A branch with its head counts.
pub(super) struct Member {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) contact: String,
    pub(super) back_office: String,
    /// Is this back office too small for a class?
    pub(super) is_back_small: bool,
}

/// Regions in order of their names; in each, branches with a row of their own first.
pub(super) fn regions(
    lang: Lang,
    overview: &Overview,
    collection: &Collection,
    min_group: MinGroup,
) -> Vec<Region> {
    let mut found: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    let mut pools: Vec<&Pool> = collection.design.pools.iter().collect();
    pools.sort_by_key(|pool| (pool.len() > 1, pool.first().cloned()));
    for pool in pools {
        let members: Vec<&Branch> = pool
            .iter()
            .filter_map(|code| overview.branches.iter().find(|it| it.code == *code))
            .collect();
        let Some(first) = members.first() else {
            continue;
        };
        let own = row(lang, &overview.branches, pool, &members, min_group);
        found.entry(first.region.as_str()).or_default().push(own);
    }
    found
        .into_iter()
        .map(|(name, rows)| region(lang, name, rows))
        .collect()
}

fn region(lang: Lang, name: &str, rows: Vec<Row>) -> Region {
    let branches: usize = rows.iter().map(|row| row.members.len()).sum();
    let has_pools = rows.iter().any(|row| row.members.len() > 1);
    let count = i64::try_from(branches).unwrap_or(i64::MAX);
    let note = if has_pools {
        tr!(lang, "design-region-note", count = count)
    } else {
        tr!(lang, "design-region-note-apart", count = count)
    };
    Region {
        name: if name.is_empty() {
            tr!(lang, "design-region-none")
        } else {
            name.to_owned()
        },
        note,
        has_pools,
        rows,
    }
}

fn row(
    lang: Lang,
    branches: &[Branch],
    pool: &Pool,
    members: &[&Branch],
    min_group: MinGroup,
) -> Row {
    let need = min_invited(min_group);
    let classes = classes_of_pool(branches, pool, min_group);
    let (contact, back) = members.iter().fold((0, 0), |(contact, back), branch| {
        (contact + branch.contact, back + branch.back_office)
    });
    let is_pooled = members.len() > 1;
    let is_split = classes.len() > 1;
    let words = number_words(lang, contact, back);
    let note = match (is_pooled, is_split, classes.first().and_then(|it| it.group)) {
        (true, true, _) => tr!(
            lang,
            "design-pool-split",
            classes = class_count(lang, classes.len()),
            contact = words.0,
            back = words.1
        ),
        (true, false, _) => tr!(
            lang,
            "design-pool-whole",
            classes = class_count(lang, classes.len()),
            people = i64::from(contact + back)
        ),
        (false, true, _) => tr!(lang, "design-class-both"),
        (false, false, Some(StaffGroup::Contact)) => tr!(lang, "design-class-contact"),
        (false, false, Some(StaffGroup::BackOffice)) => tr!(lang, "design-class-back"),
        (false, false, None) if back < need => {
            tr!(lang, "design-class-whole-back", back = i64::from(back))
        }
        (false, false, None) => {
            tr!(
                lang,
                "design-class-whole-contact",
                contact = i64::from(contact)
            )
        }
    };
    let names: Vec<&str> = members.iter().map(|branch| branch.name.as_str()).collect();
    let title = names.join(", ");
    Row {
        heard: format!("{title}: {contact} + {back}, {note}"),
        classes: class_count(lang, classes.len()),
        members: members
            .iter()
            .map(|branch| {
                member(
                    lang,
                    branch,
                    !is_pooled && !is_split && branch.back_office > 0 && branch.back_office < need,
                )
            })
            .collect(),
        pool: pool.clone(),
        is_too_small: contact + back < need,
        title,
        note,
        is_split,
    }
}

fn member(lang: Lang, branch: &Branch, is_back_small: bool) -> Member {
    let words = number_words(lang, branch.contact, branch.back_office);
    Member {
        code: code_shown(&branch.code, &branch.name),
        name: branch.name.clone(),
        contact: words.0,
        back_office: words.1,
        is_back_small,
    }
}

/// The code before a name, unless the name is the code.
fn code_shown(code: &BranchCode, name: &str) -> String {
    if code.as_str() == name {
        String::new()
    } else {
        code.as_str().to_owned()
    }
}

fn number_words(lang: Lang, contact: u32, back: u32) -> (String, String) {
    (
        number::count(lang, u64::from(contact)),
        number::count(lang, u64::from(back)),
    )
}

fn class_count(lang: Lang, count: usize) -> String {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    tr!(lang, "design-class-count", count = count)
}
