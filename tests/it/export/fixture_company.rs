//! Invented published values: scores, eNPS, and of the whole company engagement segments and the
//! tests of a change.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "invented numbers are small and positive"
)]

use frontline::analysis::{ShareChange, Tested, WaveTests};
use frontline::disclosure::{
    Favourable, NpsFigure, Published, Reason, Score, Segments, ShownCount,
};

use super::fixture::round;

pub(super) fn segments() -> Published<Segments> {
    Published::Shown {
        value: Segments::Exact {
            shares: [0.42, 0.41, 0.17],
            intervals: [(0.37, 0.47), (0.36, 0.46), (0.14, 0.21)],
        },
        n: ShownCount::Exact(380),
    }
}

pub(super) fn tests() -> WaveTests {
    let tested = |difference: f64, half: f64, p: f64| Tested {
        difference,
        low: difference - half,
        high: difference + half,
        p,
    };
    WaveTests {
        welch: Ok(tested(0.21, 0.1, 0.0004)),
        clustered: Ok(tested(0.21, 0.15, 0.011)),
        hedges: Ok(0.27),
        cliff: Ok(0.15),
        matched: Ok((tested(0.19, 0.16, 0.024), 9)),
        favourable: Ok(ShareChange {
            difference: 0.06,
            low: -0.01,
            high: 0.13,
            fisher: Some(0.09),
        }),
    }
}

pub(super) fn shown<T>(value: T, n: u32) -> Published<T> {
    let n = if n < 10 {
        ShownCount::FiveToNine
    } else {
        ShownCount::Exact(n)
    };
    Published::Shown { value, n }
}

pub(super) fn score(mean: f64, n: u32) -> Published<Score> {
    let half = 1.6 / f64::from(n).sqrt();
    let favourable = match n {
        0..10 => None,
        10..30 => {
            let low = ((mean - 1.0) * 22.0 / 10.0).floor().clamp(2.0, 7.0) as u8 * 10;
            Some(if low == 20 {
                Favourable::Band { low: 0, high: 20 }
            } else {
                Favourable::Band {
                    low,
                    high: low + 10,
                }
            })
        }
        _ => {
            let top = ((mean - 1.6) / 3.0).clamp(0.05, 0.9);
            let levels = [0.4, 0.6].map(|part| part * (1.0 - top) * 0.6);
            let middle = 1.0 - top - levels[0] - levels[1];
            Some(Favourable::Exact {
                levels: [levels[0], levels[1], middle, top * 0.6, top * 0.4],
                favourable: top,
                unfavourable: levels[0] + levels[1],
                interval: ((top - 0.05).max(0.0), (top + 0.05).min(1.0)),
            })
        }
    };
    let value = if n < 10 {
        Score {
            mean: round(mean, 1).clamp(1.5, 4.5),
            interval: None,
            favourable,
        }
    } else {
        Score {
            mean: round(mean, 3),
            interval: Some((mean - half, mean + half)),
            favourable,
        }
    };
    shown(value, n)
}

pub(super) fn enps(value: f64, n: u32) -> Published<NpsFigure> {
    if n < 10 {
        return Published::Hidden(Reason::DetailTooFine);
    }
    let half = 150.0 / f64::from(n).sqrt();
    shown(
        NpsFigure {
            value,
            low: (value - half).max(-100.0),
            high: (value + half).min(100.0),
            promoters: (n >= 30).then_some(0.4),
            detractors: (n >= 30).then_some(0.2),
        },
        n,
    )
}
