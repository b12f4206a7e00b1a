//! Several questions as one score, from nothing but what is published of each of them.

use super::coarse;
use crate::disclosure::{Favourable, Published, Score, ShownCount, share_interval};

/// The mean and the shares of the shown ones of some questions: weighted by their answers where all
/// counts are said, else the plain mean, to the detail of the least. None where all are hidden.
pub(super) fn of_parts(parts: &[Published<Score>]) -> Option<(f64, Option<Favourable>)> {
    let shown = || {
        parts
            .iter()
            .filter_map(|part| Some((*part.value()?, part.n()?)))
    };
    let (mut count, mut plain) = (0.0, 0.0);
    for (score, _) in shown() {
        count += 1.0;
        plain += score.mean;
    }
    if count <= 0.0 {
        return None;
    }
    let weighed: Option<Vec<(Score, f64)>> = shown()
        .map(|(score, n)| Some((score, f64::from(n.exact()?))))
        .collect();
    Some(match weighed {
        Some(weighed) => (
            average(&weighed, |score| Some(score.mean))?,
            favourable(&weighed, shown().map(|(_, n)| n)),
        ),
        None => (coarse(plain / count), None),
    })
}

fn average(weighed: &[(Score, f64)], of: impl Fn(&Score) -> Option<f64>) -> Option<f64> {
    let (mut sum, mut all) = (0.0, 0.0);
    for (score, weight) in weighed {
        sum += of(score)? * weight;
        all += weight;
    }
    Some(sum / all)
}

/// The joint shares: exact where all are, else the band that the bands leave.
fn favourable(
    weighed: &[(Score, f64)],
    counts: impl Iterator<Item = ShownCount>,
) -> Option<Favourable> {
    let least = counts.filter_map(ShownCount::exact).min()?;
    exact(weighed, least).or_else(|| band(weighed))
}

fn exact(weighed: &[(Score, f64)], people: u32) -> Option<Favourable> {
    let level = |position: usize| {
        average(weighed, |score| match score.favourable? {
            Favourable::Exact { levels, .. } => Some(levels[position]),
            Favourable::Band { .. } => None,
        })
    };
    let levels = [level(0)?, level(1)?, level(2)?, level(3)?, level(4)?];
    let favourable = levels[3] + levels[4];
    Some(Favourable::Exact {
        levels,
        favourable,
        unfavourable: levels[0] + levels[1],
        interval: share_interval(favourable, people)?,
    })
}

/// From the lowest to the highest that the shares of all questions can be, in whole tens.
fn band(weighed: &[(Score, f64)]) -> Option<Favourable> {
    let end = |is_high: bool| {
        average(weighed, |score| {
            Some(match score.favourable? {
                Favourable::Band { low, high } => f64::from(if is_high { high } else { low }),
                Favourable::Exact { favourable, .. } => favourable * 100.0,
            })
        })
    };
    let (low, high) = (end(false)?, end(true)?);
    Some(Favourable::Band {
        low: tens((low / 10.0 + 1e-9).floor()),
        high: tens((high / 10.0 - 1e-9).ceil()),
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a tenth of a percentage"
)]
fn tens(of: f64) -> u8 {
    of.clamp(0.0, 10.0) as u8 * 10
}
