//! The company against the wave before by several tests: people as two unmatched groups, their size of
//! change, their ranks, and branches each against itself. Only where both company means are shown.

use super::changes::{Comparison, Side, cell, published_group};
use super::link::FEWEST;
use super::{AudienceFindings, Change, ShareChange, Tested, WaveTests};
use crate::disclosure::{Favourable, Published, SHARES_FROM, Score};
use crate::domain::Audience;
use crate::stats::proportion::{Share, fisher_exact, newcombe};
use crate::stats::waves::{self, cliff, hedges, paired, welch};
use crate::stats::{LEVEL, Stat, Undefined};

/// Below so many in any cell Fisher's exact test stands beside the interval.
const FISHER_BELOW: usize = 5;

impl Comparison<'_, '_> {
    /// The tests of a dimension; the changes of `found` are known already.
    pub(super) fn tests(&self, found: &AudienceFindings, dimension: usize) -> WaveTests {
        let none = Undefined::TooFew { n: 0, need: 2 };
        let nothing = WaveTests::undefined(none);
        let is_shown = |changes: &[Published<Change>]| {
            changes
                .get(dimension)
                .is_some_and(|it| it.value().is_some())
        };
        if !is_shown(&found.company.changes) {
            return nothing;
        }
        let place = (None, found.audience);
        let (before, after) = (
            cell(self.before, dimension, place),
            cell(self.after, dimension, place),
        );
        let matched = matched(found, dimension);
        let exact = |score: &Published<Score>| score.n().and_then(|n| n.exact());
        let (Some(n), Some(m)) = (exact(&before), exact(&after)) else {
            return WaveTests { matched, ..nothing };
        };
        let groups = published_group(&before).zip(published_group(&after));
        let groups = groups.ok_or(none);
        WaveTests {
            welch: groups.and_then(|(a, b)| welch(a, b, LEVEL)).map(tested),
            clustered: self.by_branch(dimension, found.audience).map(tested),
            hedges: groups
                .and_then(|(a, b)| hedges(a, b))
                .map(|effect| effect.g),
            cliff: if n.min(m) < SHARES_FROM {
                Err(few(n.min(m)))
            } else {
                self.cliff(dimension, found.audience)
            },
            matched,
            favourable: favourable((&before, n), (&after, m)),
        }
    }

    fn cliff(&self, dimension: usize, audience: Audience) -> Stat<f64> {
        let scores = |side: &Side<'_>| {
            let spread = side
                .tallied
                .and_then(|(layout, _)| layout.spread(dimension));
            let none = Undefined::TooFew { n: 0, need: 1 };
            spread.map(|spread| spread.scores(audience)).ok_or(none)
        };
        cliff(&scores(self.before)?, &scores(self.after)?)
    }
}

fn few(n: u32) -> Undefined {
    let plain = |n| usize::try_from(n).unwrap_or(usize::MAX);
    Undefined::TooFew {
        n: plain(n),
        need: plain(SHARES_FROM),
    }
}

fn tested(found: waves::Change) -> Tested {
    Tested {
        difference: found.difference,
        low: found.interval.low,
        high: found.interval.high,
        p: found.p,
    }
}

/// Branches shown in both waves, each against itself: as published, like every look at branches.
fn matched(found: &AudienceFindings, dimension: usize) -> Stat<(Tested, usize)> {
    let changes = found.branches.iter().map(|row| row.changes.get(dimension));
    let both: Vec<(f64, f64)> = changes
        .filter_map(|change| {
            let change = change?.value()?;
            Some((change.before, change.after))
        })
        .collect();
    let n = both.len();
    if n < FEWEST {
        return Err(Undefined::TooFew { n, need: FEWEST });
    }
    let (before, after): (Vec<f64>, Vec<f64>) = both.into_iter().unzip();
    Ok((tested(paired(&before, &after, LEVEL)?.change), n))
}

/// The change of the published shares that agree, counted in people.
fn favourable(
    before: (&Published<Score>, u32),
    after: (&Published<Score>, u32),
) -> Stat<ShareChange> {
    let share = |(score, n): (&Published<Score>, u32)| {
        let none = few(n);
        let value = score
            .value()
            .and_then(|score| score.favourable)
            .ok_or(none)?;
        let Favourable::Exact { favourable, .. } = value else {
            return Err(none);
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a head count lies between 0 and the head count"
        )]
        let hits = (favourable * f64::from(n)).round() as usize;
        let people = usize::try_from(n).unwrap_or(usize::MAX);
        Ok((favourable, Share::new(hits, people)?))
    };
    let (first, second) = (share(before)?, share(after)?);
    let (_, interval) = newcombe(first.1, second.1, LEVEL)?;
    let cells = |share: Share| [share.hits(), share.n() - share.hits()];
    let is_small = |cell: &usize| *cell < FISHER_BELOW;
    let mut all = cells(first.1).into_iter().chain(cells(second.1));
    Ok(ShareChange {
        difference: second.0 - first.0,
        low: interval.low,
        high: interval.high,
        fisher: all
            .any(|cell| is_small(&cell))
            .then(|| fisher_exact(first.1, second.1)),
    })
}
