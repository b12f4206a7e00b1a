//! Where comments may be shown: from ten answers at a branch, else at the region, else at the company.
//!
//! Every class of answers goes to exactly one place, and a place is the union of whole branches, so
//! that no two places can be subtracted and no place tells staff groups apart. What is counted is what
//! lies in the place: a region whose large branches stand on their own is as small as its rest.

use std::collections::BTreeMap;

use crate::domain::{Branch, BranchCode, MinGroup, SheetClass};

/// Comments are shown from so many answers in their place.
pub const COMMENTS_FROM: u32 = 10;

/// What a place is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlaceKind {
    /// One branch on its own.
    Branch,
    /// Branches that answered together.
    Pool,
    /// What the branches of a region that have too few answers wrote together.
    Region(String),
    /// The same for the company.
    Company,
}

/// A place where comments stand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CommentPlace {
    /// What it is.
    pub kind: PlaceKind,
    /// Its branches, ascending.
    pub branches: Vec<BranchCode>,
}

/// The places of a wave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CommentPlaces {
    /// Branches and pools, then regions, then the company.
    pub places: Vec<CommentPlace>,
    /// For each class of the answers its place; none where there are too few answers anywhere.
    pub of_class: Vec<Option<usize>>,
}

/// Branches whose classes hang together: they can only be shown together.
#[derive(Debug)]
struct Unit {
    branches: Vec<BranchCode>,
    region: String,
    sheets: u32,
}

/// Sends every class of a wave to its place. `sheets` are the answers of each class.
#[must_use]
pub fn comment_places(
    classes: &[SheetClass],
    sheets: &[u32],
    branches: &[Branch],
    min_group: MinGroup,
) -> CommentPlaces {
    let least = COMMENTS_FROM.max(min_group.get());
    let (units, unit_of) = units(classes, sheets, branches);
    // Each unit's own place, and what it is moved up to while that is too small.
    let mut level: Vec<Level> = units.iter().map(|unit| Level::first(unit, least)).collect();
    settle_regions(&units, &mut level, least);
    settle_company(&units, &mut level, least);
    let mut places: BTreeMap<(Level, Option<usize>, String), Vec<usize>> = BTreeMap::new();
    for (at, unit) in units.iter().enumerate() {
        let key = match level[at] {
            Level::Own => (Level::Own, Some(at), String::new()),
            Level::Region => (Level::Region, None, unit.region.clone()),
            Level::Company => (Level::Company, None, String::new()),
            Level::Nowhere => continue,
        };
        places.entry(key).or_default().push(at);
    }
    let mut place_of = vec![None; units.len()];
    let mut list = Vec::new();
    for ((level, _, region), members) in places {
        for member in &members {
            place_of[*member] = Some(list.len());
        }
        list.push(place(level, region, &members, &units));
    }
    CommentPlaces {
        of_class: unit_of.iter().map(|unit| place_of[*unit]).collect(),
        places: list,
    }
}

/// How far up a unit is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Own,
    Region,
    Company,
    Nowhere,
}

impl Level {
    fn first(unit: &Unit, least: u32) -> Self {
        if unit.sheets >= least {
            Self::Own
        } else if unit.region.is_empty() {
            Self::Company
        } else {
            Self::Region
        }
    }
}

fn sum(units: &[Unit], level: &[Level], fits: impl Fn(&Unit, Level) -> bool) -> u32 {
    let own = units.iter().zip(level);
    own.filter(|(unit, level)| fits(unit, **level))
        .fold(0, |sum, (unit, _)| sum.saturating_add(unit.sheets))
}

/// Regions whose rest is too small go to the company.
fn settle_regions(units: &[Unit], level: &mut [Level], least: u32) {
    for at in 0..units.len() {
        if level[at] != Level::Region {
            continue;
        }
        let region = &units[at].region;
        let is_rest = |unit: &Unit, level| level == Level::Region && unit.region == *region;
        if sum(units, level, is_rest) < least {
            for (unit, level) in units.iter().zip(level.iter_mut()) {
                if is_rest(unit, *level) {
                    *level = Level::Company;
                }
            }
        }
    }
}

/// A rest of the company that is too small takes the smallest place with it, or its branches would be
/// known by what they are not. Without answers enough anywhere, nothing is shown.
fn settle_company(units: &[Unit], level: &mut [Level], least: u32) {
    let rest = sum(units, level, |_, level| level == Level::Company);
    if rest >= least {
        return;
    }
    if rest == 0 {
        // Nobody answered there: nothing to show, and nothing to protect.
        for level in level.iter_mut().filter(|level| **level == Level::Company) {
            *level = Level::Nowhere;
        }
        return;
    }
    let size = |at: usize, level: &[Level]| match level[at] {
        Level::Region => sum(units, level, |unit, level| {
            level == Level::Region && unit.region == units[at].region
        }),
        Level::Own | Level::Company | Level::Nowhere => units[at].sheets,
    };
    let shown = (0..units.len()).filter(|at| matches!(level[*at], Level::Own | Level::Region));
    let smallest = shown.min_by_key(|at| (size(*at, level), *at));
    let Some(smallest) = smallest else {
        level.fill(Level::Nowhere);
        return;
    };
    let (taken, region) = (level[smallest], &units[smallest].region);
    for (at, unit) in units.iter().enumerate() {
        let goes = at == smallest
            || taken == Level::Region && level[at] == Level::Region && unit.region == *region;
        if goes {
            level[at] = Level::Company;
        }
    }
}

fn place(level: Level, region: String, members: &[usize], units: &[Unit]) -> CommentPlace {
    let own = members.iter().flat_map(|member| &units[*member].branches);
    let mut branches: Vec<BranchCode> = own.cloned().collect();
    branches.sort();
    let kind = match level {
        Level::Own if branches.len() == 1 => PlaceKind::Branch,
        Level::Own => PlaceKind::Pool,
        Level::Region => PlaceKind::Region(region),
        Level::Company | Level::Nowhere => PlaceKind::Company,
    };
    CommentPlace { kind, branches }
}

/// The units of a wave, and the unit of each class.
fn units(classes: &[SheetClass], sheets: &[u32], branches: &[Branch]) -> (Vec<Unit>, Vec<usize>) {
    let mut groups: Vec<Vec<BranchCode>> = Vec::new();
    for class in classes {
        let (mut joined, apart): (Vec<_>, Vec<_>) = groups
            .into_iter()
            .partition(|group| group.iter().any(|code| class.branches.contains(code)));
        joined.push(class.branches.clone());
        let mut group = joined.concat();
        group.sort();
        group.dedup();
        groups = apart;
        groups.push(group);
    }
    groups.sort();
    let of = |class: &SheetClass| {
        let first = class.branches.first();
        let found = groups
            .iter()
            .position(|group| first.is_some_and(|code| group.contains(code)));
        found.unwrap_or(0)
    };
    let unit_of: Vec<usize> = classes.iter().map(of).collect();
    let mut units: Vec<Unit> = groups
        .iter()
        .map(|group| Unit {
            branches: group.clone(),
            region: region(group, branches),
            sheets: 0,
        })
        .collect();
    for (unit, n) in unit_of.iter().zip(sheets) {
        if let Some(unit) = units.get_mut(*unit) {
            unit.sheets = unit.sheets.saturating_add(*n);
        }
    }
    (units, unit_of)
}

/// The one region of these branches; empty where there is none or more than one.
fn region(group: &[BranchCode], branches: &[Branch]) -> String {
    let mut regions = group.iter().map(|code| {
        let known = branches.iter().find(|branch| branch.code == *code);
        known.map_or("", |branch| branch.region.as_str())
    });
    let first = regions.next().unwrap_or("");
    if regions.all(|region| region == first) {
        first.to_owned()
    } else {
        String::new()
    }
}
