//! Changes of staff scores against the wave before.
//!
//! A change is shown only where both sides are, and is the difference of the published values. Where
//! both have an interval it has one too, made of those two: it says nothing beyond them.

use super::layout::Layout;
use super::rows::Columns;
use super::{AudienceFindings, Change, Source};
use crate::disclosure::{
    NpsFigure, Published, Reason, SHARES_FROM, Score, ShownCount, Tally, standard_error,
};
use crate::domain::Audience;
use crate::stats::aggregation::Group;
use crate::stats::nps;
use crate::stats::waves::{self, Cluster, clustered, welch};
use crate::stats::{Interval, LEVEL, Stat, Undefined};

/// The staff side of one wave.
#[derive(Clone)]
pub(super) struct Side<'a> {
    pub(super) source: Source,
    pub(super) audiences: Vec<AudienceFindings>,
    /// The tallies, where the wave has answers.
    pub(super) tallied: Option<(&'a Layout<'a>, &'a Columns<'a>)>,
}

/// A summary of a tally as the statistics take it; none without people.
pub(super) fn group(tally: &Tally) -> Option<Group> {
    let n = usize::try_from(tally.n).ok()?;
    Some(Group {
        n,
        mean: tally.mean()?,
        sum_of_squares: tally.sum_of_squares(),
    })
}

/// The same from what is published: a mean with its count and interval.
pub(super) fn published_group(score: &Published<Score>) -> Option<Group> {
    let (shown, n) = (score.value()?, score.n()?.exact()?);
    let variance = standard_error(score)?.powi(2) * f64::from(n);
    Some(Group {
        n: usize::try_from(n).ok()?,
        mean: shown.mean,
        sum_of_squares: variance * (f64::from(n) - 1.0),
    })
}

/// A change with its p, which a divergence needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tested {
    pub(super) change: Published<Change>,
    pub(super) p: Option<f64>,
}

/// Compares a wave with the one before it.
pub(super) struct Comparison<'a, 'b> {
    pub(super) before: &'a Side<'b>,
    pub(super) after: &'a Side<'b>,
}

impl Comparison<'_, '_> {
    /// The change of a dimension in a row; the company's where no branch is named.
    pub(super) fn change(&self, dimension: usize, place: (Option<usize>, Audience)) -> Tested {
        let (before, after) = (
            cell(self.before, dimension, place),
            cell(self.after, dimension, place),
        );
        let hidden = |reason| Tested {
            change: Published::Hidden(reason),
            p: None,
        };
        if let Some(reason) = before.with(&after, |_, _| ()).reason() {
            return hidden(reason);
        }
        if !self.is_same_group(place) {
            return hidden(Reason::Merged);
        }
        if !self.is_same_scale(dimension) {
            return hidden(Reason::Undefined);
        }
        let tested = self.test(dimension, place, (&before, &after));
        let change = before.with(&after, |before, after| {
            plain_change(
                before.mean,
                after.mean,
                tested.map(|tested| tested.interval),
            )
        });
        Tested {
            change,
            p: tested.map(|tested| tested.p),
        }
    }

    /// Was the branch split into groups in both waves, or in none?
    fn is_same_group(&self, (branch, audience): (Option<usize>, Audience)) -> bool {
        let is_merged = |side: &Side<'_>| {
            branch.and_then(|branch| {
                let found = side
                    .audiences
                    .iter()
                    .find(|found| found.audience == audience)?;
                Some(found.branches.get(branch)?.is_merged)
            })
        };
        audience == Audience::All || is_merged(self.before) == is_merged(self.after)
    }

    /// Delivered means may be on any scale: they are compared with answers only where all of them
    /// could be means of answers 1–5.
    fn is_same_scale(&self, dimension: usize) -> bool {
        let is_delivered = |side: &Side<'_>| side.source == Source::Means;
        let fits = |side: &Side<'_>| {
            let rows = side.audiences.iter().flat_map(|found| &found.branches);
            let mut means = rows.filter_map(|row| row.scores.get(dimension)?.value());
            !is_delivered(side) || means.all(|score| (1.0..=5.0).contains(&score.mean))
        };
        is_delivered(self.before) == is_delivered(self.after)
            || (fits(self.before) && fits(self.after))
    }

    /// Whether the change is more than chance: the company's by its branches, where both waves
    /// publish their spread, else from the two published means and intervals.
    fn test(
        &self,
        dimension: usize,
        place: (Option<usize>, Audience),
        (before, after): (&Published<Score>, &Published<Score>),
    ) -> Option<waves::Change> {
        if place.0.is_none()
            && let Ok(found) = self.by_branch(dimension, place.1)
        {
            return Some(found);
        }
        welch(published_group(before)?, published_group(after)?, LEVEL).ok()
    }

    /// The company's change with an error that knows that people of a branch resemble each other.
    pub(super) fn by_branch(&self, dimension: usize, audience: Audience) -> Stat<waves::Change> {
        let none = Undefined::TooFew { n: 0, need: 2 };
        for side in [self.before, self.after] {
            let company = cell(side, dimension, (None, audience));
            let n = company.n().and_then(ShownCount::exact);
            n.filter(|n| *n >= SHARES_FROM).ok_or(none)?;
        }
        let mut clusters = std::collections::BTreeMap::<Vec<usize>, Cluster>::new();
        for (is_later, side) in [(false, self.before), (true, self.after)] {
            let (layout, columns) = side.tallied.ok_or(none)?;
            let column = columns.dimensions.get(dimension).and_then(Option::as_ref);
            for (branches, tally) in layout.by_unit(column.ok_or(none)?, audience) {
                let cluster = clusters.entry(branches).or_default();
                let n = usize::try_from(tally.n).unwrap_or(usize::MAX);
                if is_later {
                    cluster.second_n += n;
                    cluster.second_sum += tally.sum;
                } else {
                    cluster.first_n += n;
                    cluster.first_sum += tally.sum;
                }
            }
        }
        let clusters: Vec<Cluster> = clusters.into_values().collect();
        clustered(&clusters, LEVEL).map(|found| found.change)
    }
}

/// The score of a row of a side.
pub(super) fn cell(
    side: &Side<'_>,
    dimension: usize,
    (branch, audience): (Option<usize>, Audience),
) -> Published<Score> {
    let found = side
        .audiences
        .iter()
        .find(|found| found.audience == audience);
    let row = found.and_then(|found| match branch {
        Some(branch) => found.branches.get(branch),
        None => Some(&found.company),
    });
    let score = row.and_then(|row| row.scores.get(dimension));
    score
        .copied()
        .unwrap_or(Published::Hidden(Reason::NoAnswers))
}

/// The change of eNPS from two published figures: with an interval where both publish their shares
/// and n, for then anybody could compute it from the report.
#[must_use]
pub fn enps_change(
    before: &Published<NpsFigure>,
    after: &Published<NpsFigure>,
) -> Published<Change> {
    let interval = counts(before)
        .zip(counts(after))
        .and_then(|(before, after)| nps::difference(before, after, LEVEL).ok())
        .map(|found| found.interval);
    before.with(after, |before, after| {
        let points = interval.map(|found| Interval {
            low: found.low * 100.0,
            high: found.high * 100.0,
        });
        plain_change(before.value, after.value, points)
    })
}

/// Promoters, passives and detractors behind a published figure.
fn counts(figure: &Published<NpsFigure>) -> Option<nps::Counts> {
    let n = figure.n()?.exact()?;
    let shown = figure.value()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a count"
    )]
    let part = |share: f64| (share * f64::from(n)).round() as usize;
    let (promoters, detractors) = (part(shown.promoters?), part(shown.detractors?));
    let passives = usize::try_from(n)
        .ok()?
        .checked_sub(promoters + detractors)?;
    Some(nps::Counts {
        promoters,
        passives,
        detractors,
    })
}

/// The change from one published figure to another. The interval is that of Zou and Donner (2008), from
/// the two intervals, as for two groups of people who are not matched; none where one has none.
pub(super) fn apart(before: (f64, Option<(f64, f64)>), after: (f64, Option<(f64, f64)>)) -> Change {
    let interval = before.1.zip(after.1).and_then(|(from, to)| {
        let difference = after.0 - before.0;
        let down = (after.0 - to.0).hypot(from.1 - before.0);
        let up = (to.1 - after.0).hypot(before.0 - from.0);
        Interval::new(difference - down, difference + up).ok()
    });
    plain_change(before.0, after.0, interval)
}

/// The change of two plain values with the interval of their difference.
pub(super) fn plain_change(before: f64, after: f64, interval: Option<Interval>) -> Change {
    Change {
        before,
        after,
        difference: after - before,
        interval: interval.map(|found| (found.low, found.high)),
        is_settled: interval.is_some_and(|found| !found.contains(0.0)),
    }
}
