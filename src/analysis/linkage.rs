//! All links of a wave: dimensions × customer measures × audiences, corrected for their number.

use super::link::{self, Chance, FEWEST, coefficient};
use super::link_checks::{self, Around, Sides};
use super::{
    AudienceFindings, CustomerFindings, GroupComparison, Link, LinkPoint, OutcomeInfo, Row,
};
use crate::domain::{Audience, BranchLevel, Measure};
use crate::error::Result;
use crate::stats::compare::Overlapping;
use crate::stats::correlation::{Kind, correlate};
use crate::stats::multiple::{Method, adjust};
use crate::stats::{LEVEL, Stat, Undefined};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Links that are computed between two questions whether to go on.
const BATCH: usize = 32;

/// Batches that are drawn between two questions: one for each audience.
const BATCHES: usize = 3;

/// The share of the work on links that is done before chance is drawn.
const COMPLETED: f32 = 0.3;

/// What links are made of.
pub(super) struct Pairs<'a> {
    pub(super) dimensions: usize,
    pub(super) outcomes: &'a [OutcomeInfo],
    pub(super) audiences: &'a [AudienceFindings],
    pub(super) customers: &'a [CustomerFindings],
    pub(super) chance: Chance,
    pub(super) around: Around<'a>,
    /// Competency levels of branches, in the wave that they are newest to.
    pub(super) levels: &'a [BranchLevel],
}

/// The links of a wave, how many of them the corrected p values count, and the headline.
pub(super) struct Links {
    pub(super) links: Vec<Link>,
    pub(super) pairs: usize,
    pub(super) headline: Option<usize>,
    /// Competency level with each outcome; `pairs` counts them.
    pub(super) level_links: Vec<Link>,
}

impl Pairs<'_> {
    /// Computes all links; `progress` is told the share that is done.
    pub(super) fn links(&self, progress: &mut dyn FnMut(f32) -> Result<()>) -> Result<Links> {
        let mut links = self.points();
        let own = links.len();
        links.extend(self.level_points());
        let all = links.len();
        let mut done = 0;
        for batch in links.chunks_mut(BATCH) {
            batch.par_iter_mut().for_each(|slot| {
                let empty = link::empty(Vec::new(), 0);
                let mut link = link::complete(std::mem::replace(slot, empty));
                if let Some(sides) = self.sides(&link) {
                    link.extras = self.around.extras(&link, sides);
                }
                *slot = link;
            });
            done += batch.len();
            progress(COMPLETED * share(done, all))?;
        }
        self.draw(&mut links, progress)?;
        let pairs = correct(&mut links);
        let level_links = links.split_off(own);
        let headline = headline(&links, self.outcomes);
        Ok(Links {
            links,
            pairs,
            headline,
            level_links,
        })
    }

    /// Draws chance: links of as many branches see the same draws, on any number of threads.
    fn draw(&self, links: &mut [Link], progress: &mut dyn FnMut(f32) -> Result<()>) -> Result<()> {
        let all = links.len();
        let mut by_size = BTreeMap::<usize, Vec<&mut Link>>::new();
        for link in links {
            by_size.entry(link.points.len()).or_default().push(link);
        }
        let mut batches = Vec::new();
        for mut group in by_size.into_values() {
            while group.len() > BATCH {
                let rest = group.split_off(BATCH);
                batches.push(std::mem::replace(&mut group, rest));
            }
            batches.push(group);
        }
        let mut done = 0;
        for batches in batches.chunks_mut(BATCHES) {
            link::draw(batches, self.chance);
            done += batches.iter().map(Vec::len).sum::<usize>();
            progress(COMPLETED + (1.0 - COMPLETED) * share(done, all))?;
        }
        Ok(())
    }

    fn sides(&self, link: &Link) -> Option<Sides<'_>> {
        let audience = link_checks::place(self.audiences, link.audience)?;
        let staff = self.audiences.get(audience)?;
        Some(Sides {
            staff,
            customers: self.customers.get(link.outcome)?,
            shrunken_staff: staff.shrunken.get(link.dimension)?,
        })
    }

    /// The outcomes that staff figures are related to: each measure over all channels. A channel is
    /// a part of its measure; counting both would test the same customers twice.
    fn related(&self) -> impl Iterator<Item = (usize, &CustomerFindings)> {
        let all = self.customers.iter().zip(self.outcomes).enumerate();
        all.filter(|(_, (_, info))| info.channel.is_none())
            .map(|(outcome, (customers, _))| (outcome, customers))
    }

    /// Every pair with its branches, nothing computed yet.
    fn points(&self) -> Vec<Link> {
        let mut links = Vec::new();
        for found in self.audiences {
            for dimension in 0..self.dimensions {
                for (outcome, customers) in self.related() {
                    let rows = found.branches.iter().enumerate();
                    let points: Vec<LinkPoint> = rows
                        .filter_map(|(branch, row)| point(branch, row, dimension, customers))
                        .collect();
                    let left_out = found.branches.len() - points.len();
                    let is_mixed = |point: &&LinkPoint| {
                        found.audience != Audience::All && found.branches[point.branch].is_merged
                    };
                    links.push(Link {
                        dimension,
                        outcome,
                        audience: found.audience,
                        mixed: points.iter().filter(is_mixed).count(),
                        ..link::empty(points, left_out)
                    });
                }
            }
        }
        links
    }

    /// Competency level against every outcome: one more inside measure, under the dimension after the
    /// last.
    fn level_points(&self) -> Vec<Link> {
        let mut links = Vec::new();
        for audience in [Audience::All, Audience::Contact] {
            let levels = self
                .levels
                .iter()
                .filter(|level| level.audience == audience);
            let levels: BTreeMap<_, _> = levels.map(|level| (&level.branch, level.value)).collect();
            if levels.is_empty() {
                continue;
            }
            for (outcome, customers) in self.related() {
                let branches = self.around.branches.iter().enumerate();
                let points: Vec<LinkPoint> = branches
                    .filter_map(|(branch, known)| {
                        let figure = customers.branches.get(branch)?.as_ref()?;
                        Some(LinkPoint {
                            branch,
                            staff: *levels.get(&known.code)?,
                            customer: figure.value,
                            interval: figure.interval,
                        })
                    })
                    .collect();
                let left_out = self.around.branches.len() - points.len();
                links.push(Link {
                    dimension: self.dimensions,
                    outcome,
                    audience,
                    ..link::empty(points, left_out)
                });
            }
        }
        links
    }

    /// Contact staff against the back office over the branches that show both.
    pub(super) fn comparisons(&self) -> Vec<GroupComparison> {
        let of = |audience| {
            self.audiences
                .iter()
                .find(|found| found.audience == audience)
        };
        let (Some(contact), Some(back)) = (of(Audience::Contact), of(Audience::BackOffice)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for dimension in 0..self.dimensions {
            for (outcome, customers) in self.related() {
                let mut columns = Columns::default();
                let rows = contact.branches.iter().zip(&back.branches).enumerate();
                for (branch, (contact, back)) in rows {
                    columns.add(
                        point(branch, contact, dimension, customers).filter(|_| !contact.is_merged),
                        point(branch, back, dimension, customers).filter(|_| !back.is_merged),
                    );
                }
                found.push(columns.compare(dimension, outcome));
            }
        }
        found
    }
}

fn point(
    branch: usize,
    row: &Row,
    dimension: usize,
    customers: &CustomerFindings,
) -> Option<LinkPoint> {
    let staff = row.scores.get(dimension)?.value()?.mean;
    let figure = customers.branches.get(branch)?.as_ref()?;
    Some(LinkPoint {
        branch,
        staff,
        customer: figure.value,
        interval: figure.interval,
    })
}

/// Corrects the p values of rho for the number of pairs shown, and gives that number.
fn correct(links: &mut [Link]) -> usize {
    let p: Vec<Option<f64>> = links
        .iter()
        .map(|link| link.spearman.ok().map(|rho| rho.p))
        .collect();
    let (Ok(holm), Ok(bh)) = (
        adjust(Method::Holm, &p),
        adjust(Method::BenjaminiHochberg, &p),
    ) else {
        return 0;
    };
    for ((link, holm), bh) in links.iter_mut().zip(&holm.p).zip(&bh.p) {
        link.holm_p = *holm;
        link.bh_p = *bh;
    }
    holm.tests
}

/// The link that the page opens with: contact staff and NPS where that is known, else everybody, else another measure; of several dimensions the one with the smallest Holm p.
fn headline(links: &[Link], outcomes: &[OutcomeInfo]) -> Option<usize> {
    let is_nps = |link: &Link| {
        outcomes
            .get(link.outcome)
            .is_some_and(|outcome| outcome.measure == Measure::nps())
    };
    let wanted = [
        (Audience::Contact, true),
        (Audience::All, true),
        (Audience::Contact, false),
        (Audience::All, false),
    ];
    let candidates = |(audience, nps): (Audience, bool)| {
        links
            .iter()
            .enumerate()
            .filter(move |(_, link)| link.audience == audience && is_nps(link) == nps)
    };
    let key = |link: &Link| {
        let p = link.spearman.map_or(f64::INFINITY, |rho| rho.p);
        (link.holm_p.unwrap_or(f64::INFINITY), p)
    };
    let computed = wanted.into_iter().find_map(|which| {
        let defined = candidates(which).filter(|(_, link)| link.holm_p.is_some());
        defined.min_by(|(_, a), (_, b)| {
            let (a, b) = (key(a), key(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        })
    });
    let any = || {
        wanted
            .into_iter()
            .find_map(|which| candidates(which).next())
    };
    computed.or_else(any).map(|(place, _)| place)
}

/// The branches that show both groups.
#[derive(Default)]
struct Columns {
    contact: Vec<f64>,
    back_office: Vec<f64>,
    customer: Vec<f64>,
}

impl Columns {
    fn add(&mut self, contact: Option<LinkPoint>, back_office: Option<LinkPoint>) {
        let (Some(contact), Some(back_office)) = (contact, back_office) else {
            return;
        };
        self.contact.push(contact.staff);
        self.back_office.push(back_office.staff);
        self.customer.push(contact.customer);
    }

    fn compare(&self, dimension: usize, outcome: usize) -> GroupComparison {
        let n = self.customer.len();
        let rho = |x: &[f64], y: &[f64]| -> Stat<_> {
            if n < FEWEST {
                return Err(Undefined::TooFew { n, need: FEWEST });
            }
            correlate(Kind::Spearman, x, y, LEVEL)
        };
        let contact = rho(&self.contact, &self.customer);
        let back_office = rho(&self.back_office, &self.customer);
        let together = || -> Stat<Overlapping> {
            let ab = rho(&self.contact, &self.back_office)?.value;
            Ok(Overlapping {
                n,
                ya: contact?.value,
                yb: back_office?.value,
                ab,
            })
        };
        let difference = together()
            .and_then(|both| both.difference(Kind::Spearman, LEVEL))
            .map(|(value, interval)| (value, interval.low, interval.high));
        GroupComparison {
            dimension,
            outcome,
            n,
            contact: contact.and_then(coefficient),
            back_office: back_office.and_then(coefficient),
            difference,
            steiger: together()
                .and_then(Overlapping::steiger)
                .map(|test| (test.statistic, test.p)),
            is_settled: difference.is_ok_and(|(_, low, high)| low > 0.0 || high < 0.0),
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a share for a progress bar")]
fn share(done: usize, all: usize) -> f32 {
    done as f32 / all.max(1) as f32
}
