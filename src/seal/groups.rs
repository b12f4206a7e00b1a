//! Which classes are opened together: classes with fewer answers than may be shown are merged, inside
//! the region first, always with the smallest neighbour.

use crate::error::{Result, SealFault};

/// What merging needs to know of a class.
#[derive(Debug, Clone, Copy)]
pub struct ClassSize<'a> {
    /// Its region.
    pub region: &'a str,
    /// How many answered.
    pub sessions: u32,
}

struct Group {
    classes: Vec<u16>,
    /// The region, while all classes lie in one.
    region: Option<String>,
    sessions: u32,
}

/// Groups of at least `least` answers; every class is in exactly one. The same counts give the same
/// groups, whoever computes them.
///
/// # Errors
/// [`SealFault::TooFewAnswers`] when all together have fewer.
pub fn merge_small(classes: &[ClassSize<'_>], least: u32) -> Result<Vec<Vec<u16>>> {
    let total = classes.iter().map(|c| u64::from(c.sessions)).sum::<u64>();
    if total < u64::from(least.max(1)) {
        return Err(SealFault::TooFewAnswers.into());
    }
    let mut groups = Vec::new();
    for (index, class) in classes.iter().enumerate() {
        groups.push(Group {
            classes: vec![u16::try_from(index).map_err(|_| SealFault::Damaged)?],
            region: Some(class.region.to_owned()),
            sessions: class.sessions,
        });
    }
    while let Some(small) = smallest(&groups, |group| group.sessions < least) {
        let own = groups.swap_remove(small);
        let near = smallest(&groups, |group| {
            group.region.is_some() && group.region == own.region
        });
        let partner = near.or_else(|| smallest(&groups, |_| true));
        let Some(other) = partner.and_then(|place| groups.get_mut(place)) else {
            return Err(SealFault::TooFewAnswers.into());
        };
        if other.region != own.region {
            other.region = None;
        }
        other.sessions = other.sessions.saturating_add(own.sessions);
        other.classes.extend(own.classes);
        other.classes.sort_unstable();
    }
    let mut merged = groups.into_iter().map(|g| g.classes).collect::<Vec<_>>();
    merged.sort_unstable();
    Ok(merged)
}

/// The group with the fewest answers among those that fit; of equal ones the first class decides.
fn smallest(groups: &[Group], fits: impl Fn(&Group) -> bool) -> Option<usize> {
    let fitting = groups.iter().enumerate().filter(|(_, group)| fits(group));
    fitting
        .min_by_key(|(_, group)| (group.sessions, group.classes.first().copied()))
        .map(|(place, _)| place)
}
