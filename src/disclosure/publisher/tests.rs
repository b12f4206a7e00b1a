//! Every grade of detail, against numbers computed by hand. No data sets here.

use super::*;

fn publisher() -> Publisher {
    Publisher::new(MinGroup::default())
}

fn shown<T: Copy>(published: Published<T>) -> (T, ShownCount) {
    match published {
        Published::Shown { value, n } => (value, n),
        Published::Hidden(reason) => panic!("hidden: {reason:?}"),
    }
}

#[test]
fn below_the_threshold_nothing_is_said() {
    for (levels, reason) in [
        ([0; 5], Reason::NoAnswers),
        ([1, 0, 0, 0, 0], Reason::TooFew),
        ([0, 0, 0, 0, 4], Reason::TooFew),
    ] {
        let tally = Tally::of_levels(levels);
        assert_eq!(publisher().score(&tally), Published::Hidden(reason));
        assert_eq!(publisher().sheets(tally.n), Published::Hidden(reason));
    }
    assert_eq!(publisher().response_rate(4, 10), None);
}

#[test]
fn five_to_nine_answers_bear_a_rounded_clipped_mean() {
    let (score, n) = shown(publisher().score(&Tally::of_levels([0, 0, 1, 2, 4])));
    assert_eq!(n, ShownCount::FiveToNine);
    assert!((score.mean - 4.4).abs() < 1e-12, "31/7 rounded");
    assert_eq!((score.interval, score.favourable), (None, None));
    let (score, _) = shown(publisher().score(&Tally::of_levels([0, 0, 0, 0, 9])));
    assert!((score.mean - 4.5).abs() < 1e-12);
    let (score, _) = shown(publisher().score(&Tally::of_levels([5, 0, 0, 0, 0])));
    assert!((score.mean - 1.5).abs() < 1e-12);
}

#[test]
fn ten_answers_bear_the_exact_mean_its_interval_and_a_band() {
    let (score, n) = shown(publisher().score(&Tally::of_levels([1, 2, 3, 4, 3])));
    assert_eq!(n, ShownCount::Exact(13));
    assert!((score.mean - 45.0 / 13.0).abs() < 1e-12);
    // Values 1, 2×2, 3×3, 4×4, 3×5: sd 1.265924, t(12) 2.178813.
    let (low, high) = score.interval.expect("spread");
    assert!((low - 2.696_548_1).abs() < 1e-6, "{low}");
    assert!((high - 4.226_528_8).abs() < 1e-6, "{high}");
    assert_eq!(
        score.favourable,
        Some(Favourable::Band { low: 50, high: 60 })
    );
}

#[test]
fn bands_end_at_twenty_and_eighty() {
    let of = |favourable: u32| band(&[0, 0, 20 - favourable, favourable, 0]);
    let expected = |low, high| Some(Favourable::Band { low, high });
    assert_eq!(of(0), expected(0, 20));
    assert_eq!(of(4), expected(0, 20));
    assert_eq!(of(5), expected(20, 30));
    assert_eq!(of(15), expected(70, 80));
    assert_eq!(of(16), expected(80, 100));
    assert_eq!(of(20), expected(80, 100));
    assert_eq!(band(&[0; 5]), None);
}

#[test]
fn thirty_answers_bear_the_distribution() {
    let (score, _) = shown(publisher().score(&Tally::of_levels([3, 3, 6, 12, 6])));
    let Some(Favourable::Exact {
        levels,
        favourable,
        unfavourable,
        interval,
    }) = score.favourable
    else {
        panic!("{score:?}")
    };
    assert!((levels.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    assert!((favourable - 0.6).abs() < 1e-12 && (unfavourable - 0.2).abs() < 1e-12);
    // Wilson for 18 of 30.
    assert!((interval.0 - 0.423_204).abs() < 1e-5, "{interval:?}");
    assert!((interval.1 - 0.754_094).abs() < 1e-5, "{interval:?}");
}

#[test]
fn equal_answers_have_a_mean_and_no_interval() {
    let (score, _) = shown(publisher().score(&Tally::of_levels([0, 0, 0, 12, 0])));
    assert!((score.mean - 4.0).abs() < 1e-12);
    assert_eq!(score.interval, None);
}

#[test]
fn pooled_questions_rest_on_the_fewest_answers() {
    let parts = [
        Tally::of_levels([0, 0, 0, 0, 12]),
        Tally::of_levels([0, 0, 6, 0, 0]),
        Tally::default(),
    ];
    let (score, n) = shown(publisher().pooled(&parts));
    assert_eq!(n, ShownCount::FiveToNine);
    assert!((score.mean - 4.0).abs() < 1e-12);
    assert_eq!(
        publisher().pooled(&[]),
        Published::Hidden(Reason::NoAnswers)
    );
}

#[test]
fn employee_nps_needs_ten_answers_and_thirty_for_shares() {
    let counts = |promoters, passives, detractors| NpsCounts {
        promoters,
        passives,
        detractors,
    };
    assert_eq!(
        publisher().enps(counts(2, 1, 1)),
        Published::Hidden(Reason::TooFew)
    );
    assert_eq!(
        publisher().enps(counts(4, 4, 1)),
        Published::Hidden(Reason::DetailTooFine)
    );
    let (figure, _) = shown(publisher().enps(counts(5, 3, 2)));
    assert!((figure.value - 30.0).abs() < 1e-9 && figure.promoters.is_none());
    let (figure, _) = shown(publisher().enps(counts(15, 9, 6)));
    assert_eq!(
        (figure.promoters, figure.detractors),
        (Some(0.5), Some(0.2))
    );
    assert!(figure.low < figure.value && figure.value < figure.high);
}

#[test]
fn response_rate_is_coarse_below_ten_answers() {
    let rate = |n, invited| publisher().response_rate(n, invited);
    assert_eq!(rate(7, 9), Some(0.8));
    assert_eq!(rate(22, 30), Some(0.73));
    assert_eq!(rate(12, 10), Some(1.0));
    assert_eq!(rate(12, 0), None);
}

#[test]
fn a_higher_threshold_hides_more() {
    let strict = Publisher::new(MinGroup::new(10).expect("in range"));
    let tally = Tally::of_levels([0, 0, 4, 5, 0]);
    assert_eq!(strict.score(&tally), Published::Hidden(Reason::TooFew));
}
