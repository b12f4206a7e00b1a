//! Small published tables and worked examples that come with the project, so that a clone without
//! the reference folder still checks every formula against somebody else's numbers.

use frontline::stats::aggregation::{Group, anova};
use frontline::stats::bootstrap::{Plan, bca};
use frontline::stats::correlation::{Kind, coefficient, correlate, interval};
use frontline::stats::line::fit;
use frontline::stats::multiple::{Method, adjust};
use frontline::stats::power::{pairs_needed, smallest_noticed};
use frontline::stats::proportion::{Share, newcombe};
use frontline::stats::shrinkage::james_stein;

use super::table::Table;

/// Equal to as many decimals as were printed.
fn printed(found: f64, expected: f64, decimals: i32) {
    let half = 0.5 * 10_f64.powi(-decimals) + 1e-12;
    assert!(
        (found - expected).abs() <= half,
        "{found} instead of {expected}"
    );
}

/// All checks of this file, for the test that finds no reference folder.
pub(crate) fn assert_all() {
    law_school_data_of_efron_and_tibshirani();
    attitude_data_of_chatterjee_and_price();
    ratings_of_shrout_and_fleiss();
    difference_of_shares_of_newcombe();
    batting_averages_of_efron_and_morris();
    p_values_of_benjamini_and_hochberg();
    power_tables();
}

/// Efron & Tibshirani (1993), tables 3.1, 6.1 and chapter 14: r = .776, bootstrap standard error
/// near .13, BCa interval near [.33, .94].
#[test]
fn law_school_data_of_efron_and_tibshirani() {
    let table = Table::kept("law.csv");
    assert_eq!(table.rows(), 15);
    let (x, y) = (table.numbers("LSAT"), table.numbers("GPA"));
    printed(coefficient(Kind::Pearson, &x, &y).unwrap(), 0.776, 3);
    let plan = Plan {
        draws: 20_000,
        seed: 1,
        level: 0.95,
    };
    let found = bca(Kind::Pearson, &x, &y, plan).unwrap();
    assert!((found.standard_error - 0.133).abs() < 0.005, "{found:?}");
    assert!((found.interval.low - 0.33).abs() < 0.03, "{found:?}");
    assert!((found.interval.high - 0.94).abs() < 0.01, "{found:?}");
}

/// Chatterjee & Price (1977), as in R's `attitude`: rating on complaints 14.3763 + 0.7546·x, r .8254.
#[test]
fn attitude_data_of_chatterjee_and_price() {
    let table = Table::kept("attitude.csv");
    let (x, y) = (table.numbers("complaints"), table.numbers("rating"));
    let line = fit(&x, &y).unwrap();
    printed(line.intercept, 14.3763, 4);
    printed(line.slope, 0.7546, 4);
    printed(line.slope_error, 0.0975, 4);
    let found = correlate(Kind::Pearson, &x, &y, 0.95).unwrap();
    printed(found.value, 0.8254, 4);
    assert!(found.p.unwrap() < 1e-7);
}

/// Shrout & Fleiss (1979), tables 3 and 4: mean squares 11.24 and 6.26, ICC(1,1) .17, ICC(1,4) .44.
#[test]
fn ratings_of_shrout_and_fleiss() {
    let table = Table::kept("shrout_fleiss.csv");
    let judges: Vec<Vec<f64>> = ["J1", "J2", "J3", "J4"].map(|j| table.numbers(j)).to_vec();
    let groups: Vec<Group> = (0..table.rows())
        .map(|row| Group::of(&judges.iter().map(|j| j[row]).collect::<Vec<_>>()).unwrap())
        .collect();
    let found = anova(&groups).unwrap();
    printed(found.between, 11.24, 2);
    printed(found.within, 6.26, 2);
    printed(found.icc1(), 0.17, 2);
    printed(found.icc2().unwrap(), 0.44, 2);
}

/// Newcombe (1998), table II (a), method 10: 56/70 − 48/80 = .2, interval .0524 to .3339.
#[test]
fn difference_of_shares_of_newcombe() {
    let (a, b) = (Share::new(48, 80).unwrap(), Share::new(56, 70).unwrap());
    let (difference, range) = newcombe(a, b, 0.95).unwrap();
    printed(difference, 0.2, 4);
    printed(range.low, 0.0524, 4);
    printed(range.high, 0.3339, 4);
}

/// Efron & Morris (1977): the shrinking factor of 18 batting averages is .212.
#[test]
fn batting_averages_of_efron_and_morris() {
    let hits = [
        18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7,
    ];
    let shares: Vec<f64> = hits.iter().map(|h| f64::from(*h) / 45.0).collect();
    let mean = shares.iter().sum::<f64>() / 18.0;
    printed(
        james_stein(&shares, mean * (1.0 - mean) / 45.0).unwrap().0,
        0.212,
        3,
    );
}

/// Benjamini & Hochberg (1995), section 3.2: of 15 p values four are finds at .05, three by
/// Bonferroni.
#[test]
fn p_values_of_benjamini_and_hochberg() {
    let p = [
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
        0.5719, 0.6528, 0.7590, 1.0,
    ];
    let p: Vec<Option<f64>> = p.into_iter().map(Some).collect();
    let finds = |method| {
        adjust(method, &p)
            .unwrap()
            .p
            .into_iter()
            .flatten()
            .filter(|p| *p <= 0.05)
            .count()
    };
    assert_eq!(finds(Method::BenjaminiHochberg), 4);
    assert_eq!(finds(Method::Bonferroni), 3);
}

/// Cohen (1988), table 3.4.1: r = .30 needs 84 to 85 pairs at 80 %, r = .50 28 to 29.
#[test]
fn power_tables() {
    assert!((84.0..=85.0).contains(&pairs_needed(0.3, 0.05, 0.8).unwrap()));
    assert!((28.0..=29.0).contains(&pairs_needed(0.5, 0.05, 0.8).unwrap()));
    for (n, r) in [
        (5, 0.95),
        (10, 0.77),
        (20, 0.58),
        (50, 0.38),
        (100, 0.28),
        (300, 0.16),
    ] {
        printed(smallest_noticed(n, 0.05, 0.8).unwrap(), r, 2);
    }
}

/// The interval printed in the documentation of statpsych's `ci.spear`.
#[test]
fn rank_interval_of_bonett_and_wright() {
    let found = interval(Kind::Spearman, 0.869_963_9, 15, 0.95).unwrap();
    printed(found.low, 0.584_095_1, 6);
    printed(found.high, 0.963_829_7, 6);
}
