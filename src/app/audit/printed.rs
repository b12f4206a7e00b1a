//! What a file prints beside a figure: means and NPS in full, intervals, distributions. An interval
//! that follows from the spread printed of everybody tells nothing of the group that it is drawn
//! for, and a score made of printed scores nothing beyond them. Decides nothing about people.

use std::collections::{HashMap, HashSet};

use super::facts::{EXACT_FROM, KEPT};
use super::said::Of;
use super::spread::{from_spread, net_variance};
use crate::import::released::{Says, Subject};

/// Figures about the same answers, whichever release they stand in, by what they are about.
#[derive(Debug, Default)]
pub(super) struct Printed<'a> {
    means: HashMap<Of<'a>, f64>,
    /// −1 to 1.
    nets: HashMap<Of<'a>, f64>,
    /// Of means, in full.
    intervals: HashMap<Of<'a>, (f64, f64)>,
    /// Shares of promoters and detractors.
    sides: HashMap<Of<'a>, [Option<f64>; 2]>,
    /// Each level on its own.
    distributions: HashSet<Of<'a>>,
    /// Shares from one level to another, at least and at most.
    shares: HashMap<(Of<'a>, u8, u8), (f64, f64)>,
}

impl<'a> Printed<'a> {
    pub(super) fn note(&mut self, about: Of<'a>, says: &Says) {
        match *says {
            Says::Mean { value, step } if step <= 0.0 => {
                self.means.insert(about, value);
            }
            Says::Net { value, step } if step <= 0.0 => {
                self.nets.insert(about, value / 100.0);
            }
            Says::Interval { low, high, step } if step <= 0.0 => {
                self.intervals.insert(about, (low, high));
            }
            Says::Share {
                from,
                to,
                low,
                high,
            } => {
                self.shares.insert((about, from, to), (low, high));
                if high - low < 1e-9 {
                    self.exact_share(about, (from, to), low);
                }
            }
            Says::Mean { .. }
            | Says::Net { .. }
            | Says::Interval { .. }
            | Says::Count { .. }
            | Says::Rate { .. }
            | Says::Segment { .. }
            | Says::NetInterval { .. }
            | Says::Difference { .. } => {}
        }
    }

    fn exact_share(&mut self, about: Of<'a>, levels: (u8, u8), share: f64) {
        match levels {
            (9, 10) => self.sides.entry(about).or_default()[0] = Some(share),
            (0, 6) => self.sides.entry(about).or_default()[1] = Some(share),
            (from, to) if from == to => {
                self.distributions.insert(about);
            }
            _ => {}
        }
    }

    /// Does a figure of several questions together follow from what is printed of each of them?
    /// `parts` are the questions with how many answered.
    pub(super) fn is_composed(
        &self,
        about: Of<'_>,
        says: &Says,
        parts: &[(&Subject, u32)],
    ) -> bool {
        let part = |subject| Of { subject, ..about };
        match *says {
            Says::Mean { value, step } => {
                let means = parts.iter();
                let means = means.filter_map(|(it, n)| Some((self.mean(part(it))?, *n)));
                let near = |mean: f64| (mean - value).abs() <= step / 2.0 + 1e-9;
                let found = mean_of(&means.collect::<Vec<_>>());
                found.is_some_and(|mean| near(mean) || near(tenth(mean)))
            }
            Says::Share {
                from,
                to,
                low,
                high,
            } => {
                let of = parts.iter().filter_map(|(it, n)| {
                    let (low, high) = *self.shares.get(&(part(it), from, to))?;
                    Some((low, high, f64::from(*n)))
                });
                let shares: Vec<_> = of.collect();
                let all: f64 = shares.iter().map(|it| it.2).sum();
                let least: f64 = shares.iter().map(|it| it.0 * it.2).sum();
                let most: f64 = shares.iter().map(|it| it.1 * it.2).sum();
                all > 0.0 && low <= least / all + 1e-9 && high >= most / all - 1e-9
            }
            Says::Interval { .. }
            | Says::Net { .. }
            | Says::NetInterval { .. }
            | Says::Count { .. }
            | Says::Rate { .. }
            | Says::Segment { .. }
            | Says::Difference { .. } => false,
        }
    }

    /// The mean in full.
    pub(super) fn mean(&self, about: Of<'_>) -> Option<f64> {
        self.means.get(&about).copied()
    }

    /// The NPS in full, −1 to 1.
    pub(super) fn net(&self, about: Of<'_>) -> Option<f64> {
        self.nets.get(&about).copied()
    }

    /// Does the interval of a group tell nothing of its own spread? `people` are those of the group
    /// and everybody.
    pub(super) fn is_explained(&self, about: Of<'_>, says: &Says, people: (u32, u32)) -> bool {
        match *says {
            Says::Interval { low, high, .. } => {
                self.distributions.contains(&about) || self.follows(about, (low, high), people)
            }
            Says::NetInterval { low, high, step } => {
                let slack = step / 200.0 + 1e-9;
                self.net_follows(about, (low / 100.0, high / 100.0), (people, slack))
            }
            Says::Mean { .. }
            | Says::Net { .. }
            | Says::Share { .. }
            | Says::Count { .. }
            | Says::Rate { .. }
            | Says::Segment { .. }
            | Says::Difference { .. } => false,
        }
    }

    fn follows(&self, about: Of<'_>, found: (f64, f64), (own, all): (u32, u32)) -> bool {
        let everybody = about.everybody();
        let follow = || {
            let mean = self.mean(about)?;
            let variance = match self.intervals.get(&everybody) {
                Some(interval) if about != everybody && all >= own => {
                    from_spread::variance(self.mean(everybody)?, *interval, all)?
                }
                _ => from_spread::widest(mean),
            };
            let (low, high) = from_spread::interval(mean, variance, own)?;
            Some((low - found.0).abs() < 1e-7 && (high - found.1).abs() < 1e-7)
        };
        follow().unwrap_or(false)
    }

    fn net_follows(
        &self,
        about: Of<'_>,
        found: (f64, f64),
        ((own, all), slack): ((u32, u32), f64),
    ) -> bool {
        let everybody = about.everybody();
        let follow = || {
            let net = self.net(about)?;
            let variance = match self.sides.get(&everybody) {
                Some([Some(promoters), Some(detractors)]) if about != everybody => {
                    net_variance(all, *promoters, *detractors)
                }
                _ => 1.0 - net * net,
            };
            let (low, high) = super::spread::net_interval_with(own, net, variance);
            Some((low - found.0).abs() <= slack && (high - found.1).abs() <= slack)
        };
        follow().unwrap_or(false)
    }
}

/// The mean of all answers where every part stands in full, else the plain mean.
fn mean_of(parts: &[(f64, u32)]) -> Option<f64> {
    let is_full = parts.iter().all(|(_, n)| *n >= EXACT_FROM);
    let weight = |n: u32| if is_full { f64::from(n) } else { 1.0 };
    let all: f64 = parts.iter().map(|(_, n)| weight(*n)).sum();
    let sum: f64 = parts.iter().map(|(mean, n)| mean * weight(*n)).sum();
    (all > 0.0).then(|| sum / all)
}

fn tenth(mean: f64) -> f64 {
    ((mean * 10.0).round() / 10.0).clamp(KEPT.0, KEPT.1)
}
