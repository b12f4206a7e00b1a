//! Opening the outer layer: whose class a record counts in, and nothing of what was answered. Done by a
//! witness, or at level 1 by HR's program.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::Watch;
use super::bag::Bag;
use super::batch::{Batch, BatchStation};
use super::groups::{ClassSize, merge_small};
use super::keys::PrivateKey;
use super::plan::{COMPANY, FrozenPlan};
use super::record::{COMMENT_INNER, ClassOpener, SMALL_INNER};
use crate::error::{Error, Kind, Result, SealFault};

/// The inner records of classes that are opened together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupRecords {
    /// Positions in the plan, ascending.
    pub classes: Vec<u16>,
    /// How many answered.
    pub sessions: u32,
    /// Inner small records.
    pub small: Bag,
    /// Inner comments.
    pub comments: Bag,
}

/// All inner records of a wave, by group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorted {
    /// The groups, by their first class.
    pub groups: Vec<GroupRecords>,
    /// Inner records of the company view.
    pub company: Bag,
}

/// Inner records of one class while they are collected.
#[derive(Default)]
struct Pile {
    small: Vec<Vec<u8>>,
    comments: Vec<Vec<u8>>,
}

/// The outer layer of a whole batch, opened.
pub struct Piles {
    by_class: BTreeMap<u16, Pile>,
    company: Vec<Vec<u8>>,
    sessions: Vec<u32>,
}

impl std::fmt::Debug for Piles {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Piles({:?})", self.sessions)
    }
}

impl Piles {
    /// Opens the outer layer with the key of recipient `slot`.
    ///
    /// # Errors
    /// [`SealFault::CountsDisagree`] naming the station whose records do not open, are of a class that
    /// does not use it, or are more than its codes; cancelled when `watch` says so.
    pub fn open(batch: &Batch, key: &PrivateKey, slot: usize, watch: Watch<'_>) -> Result<Self> {
        let plan = batch.plan();
        let stations = batch.stations().iter();
        let all = stations.map(|s| s.small.len() + s.comments.len()).sum();
        let done = AtomicUsize::new(0);
        let mut piles = Self {
            by_class: BTreeMap::new(),
            company: Vec::new(),
            sessions: vec![0; plan.classes.len()],
        };
        for station in batch.stations() {
            let opener = ClassOpener {
                wave: plan.id(),
                pack: station.pack,
                recipients: plan.class_keys().len(),
                slot,
                key,
            };
            let open = |record: &[u8]| {
                if !watch(done.fetch_add(1, Ordering::Relaxed), all) {
                    return Err(Error::from(Kind::Cancelled));
                }
                opener.open(record).map_err(|_| odd(station))
            };
            let small = open_all(&station.small, open)?;
            let comments = open_all(&station.comments, open)?;
            piles.add(plan, station, small, comments)?;
        }
        Ok(piles)
    }

    /// How many answered, per class of the plan: all that a witness is shown.
    #[must_use]
    pub fn sessions(&self) -> &[u32] {
        &self.sessions
    }

    /// Merges small classes and sorts the records of each group.
    ///
    /// # Errors
    /// [`SealFault::TooFewAnswers`], [`SealFault::Damaged`] when a record came twice.
    pub fn into_groups(self, plan: &FrozenPlan) -> Result<Sorted> {
        let groups = self.grouped(plan)?;
        let mut by_class = self.by_class;
        let mut sorted = Vec::new();
        for classes in groups {
            let mut pile = Pile::default();
            let mut sessions = 0_u32;
            for class in &classes {
                let own = by_class.remove(class).unwrap_or_default();
                pile.small.extend(own.small);
                pile.comments.extend(own.comments);
                sessions += self.sessions.get(usize::from(*class)).copied().unwrap_or(0);
            }
            sorted.push(GroupRecords {
                classes,
                sessions,
                small: distinct(SMALL_INNER, pile.small)?,
                comments: distinct(COMMENT_INNER, pile.comments)?,
            });
        }
        Ok(Sorted {
            groups: sorted,
            company: distinct(SMALL_INNER, self.company)?,
        })
    }

    /// Which classes would be opened together.
    ///
    /// # Errors
    /// [`SealFault::TooFewAnswers`].
    pub fn grouped(&self, plan: &FrozenPlan) -> Result<Vec<Vec<u16>>> {
        let sizes = plan.classes.iter().zip(&self.sessions);
        let sizes = sizes.map(|(class, sessions)| ClassSize {
            region: &class.region,
            sessions: *sessions,
        });
        merge_small(&sizes.collect::<Vec<_>>(), plan.policy.min_group.get())
    }

    fn add(
        &mut self,
        plan: &FrozenPlan,
        station: &BatchStation,
        small: Vec<(u16, Vec<u8>)>,
        comments: Vec<(u16, Vec<u8>)>,
    ) -> Result<()> {
        let mut own = BTreeMap::<u16, Pile>::new();
        let mut company = Vec::new();
        for (class, inner) in small {
            if class == COMPANY {
                company.push(inner);
            } else {
                own.entry(class).or_default().small.push(inner);
            }
        }
        for (class, inner) in comments {
            own.entry(class).or_default().comments.push(inner);
        }
        let mut total = 0;
        for (class, pile) in own {
            let sessions = sessions_of(plan, &pile).ok_or_else(|| odd(station))?;
            let issued = station.issued.iter().find(|(own, _)| *own == class);
            let is_within = issued.is_some_and(|(_, issued)| sessions <= *issued);
            let known = self.sessions.get_mut(usize::from(class));
            let known = known.filter(|_| is_within).ok_or_else(|| odd(station))?;
            *known = known.saturating_add(sessions);
            total += u64::from(sessions);
            let all = self.by_class.entry(class).or_default();
            all.small.extend(pile.small);
            all.comments.extend(pile.comments);
        }
        let views = u64::from(plan.layout.has_company_view()) * total;
        if views != company.len() as u64 {
            return Err(odd(station));
        }
        self.company.extend(company);
        Ok(())
    }
}

fn open_all(
    bag: &Bag,
    open: impl Fn(&[u8]) -> Result<(u16, Vec<u8>)> + Sync,
) -> Result<Vec<(u16, Vec<u8>)>> {
    let records = bag.iter().collect::<Vec<_>>();
    records.par_iter().map(|record| open(record)).collect()
}

/// How many sheets the records make up; none when they do not come out even.
fn sessions_of(plan: &FrozenPlan, pile: &Pile) -> Option<u32> {
    let blocks = plan.layout.class_blocks().len();
    let sessions = pile.small.len() / blocks;
    let is_even = pile.small.len() == sessions * blocks
        && pile.comments.len() == sessions * plan.layout.comments().len();
    u32::try_from(sessions).ok().filter(|_| is_even)
}

/// The set of these records, none of which may come twice.
fn distinct(size: usize, records: Vec<Vec<u8>>) -> Result<Bag> {
    let count = records.len();
    let bag = Bag::of(size, records)?;
    if bag.len() == count {
        Ok(bag)
    } else {
        Err(SealFault::Damaged.into())
    }
}

fn odd(station: &BatchStation) -> Error {
    SealFault::CountsDisagree(station.name.clone()).into()
}
