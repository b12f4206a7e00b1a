//! Invented figures of the whole company: engagement segments and the tests of a change.

use frontline::analysis::{ShareChange, Tested, WaveTests};
use frontline::disclosure::{Published, Segments, ShownCount};

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
