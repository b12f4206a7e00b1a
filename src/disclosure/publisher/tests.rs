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
        assert_eq!(publisher().score(&tally, None), Published::Hidden(reason));
        assert_eq!(publisher().sheets(tally.n), Published::Hidden(reason));
    }
    assert_eq!(publisher().response_rate(4, 10), None);
}

#[test]
fn five_to_nine_answers_bear_a_rounded_clipped_mean() {
    let (score, n) = shown(publisher().score(&Tally::of_levels([0, 0, 1, 2, 4]), None));
    assert_eq!(n, ShownCount::FiveToNine);
    assert!((score.mean - 4.4).abs() < 1e-12, "31/7 rounded");
    assert_eq!((score.interval, score.favourable), (None, None));
    let (score, _) = shown(publisher().score(&Tally::of_levels([0, 0, 0, 0, 9]), None));
    assert!((score.mean - 4.5).abs() < 1e-12);
    let (score, _) = shown(publisher().score(&Tally::of_levels([5, 0, 0, 0, 0]), None));
    assert!((score.mean - 1.5).abs() < 1e-12);
}

#[test]
fn ten_answers_bear_the_exact_mean_its_interval_and_a_band() {
    let tally = Tally::of_levels([1, 2, 3, 4, 3]);
    let (score, n) = shown(publisher().score(&tally, Some(1.44)));
    assert_eq!(n, ShownCount::Exact(13));
    assert!((score.mean - 45.0 / 13.0).abs() < 1e-12);
    // Everybody's sd 1.2, t(12) 2.178813: 45/13 ± 0.725145.
    let (low, high) = score.interval.expect("spread");
    assert!((low - 2.736_393).abs() < 1e-5, "{low}");
    assert!((high - 4.186_684).abs() < 1e-5, "{high}");
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
    let (score, _) = shown(publisher().score(&Tally::of_levels([3, 3, 6, 12, 6]), None));
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
fn the_interval_of_few_answers_does_not_know_their_spread() {
    // The same mean from answers that agree and from such that differ: the same interval.
    let of = |levels: [u32; 5], known| {
        let (score, _) = shown(publisher().score(&Tally::of_levels(levels), known));
        score.interval.expect("from 10 answers")
    };
    for known in [Some(1.0), Some(0.3), None] {
        assert_eq!(of([0, 0, 12, 0, 0], known), of([6, 0, 0, 0, 6], known));
    }
    // Where nothing is published of everybody, the widest that the mean allows: sd 2, t(11) 2.200985.
    let (low, high) = of([0, 0, 12, 0, 0], None);
    assert!((low - 1.729_261).abs() < 1e-5 && (high - 4.270_739).abs() < 1e-5);
    // In large groups too.
    assert_eq!(of([6, 0, 18, 0, 6], None), of([0, 9, 12, 9, 0], None));
    let spread = Publisher::known_variance(&Tally::of_levels([0, 15, 0, 15, 0]));
    assert!((spread.expect("30 answers") - 30.0 / 29.0).abs() < 1e-12);
    assert_eq!(
        Publisher::known_variance(&Tally::of_levels([0, 15, 0, 14, 0])),
        None
    );
}

#[test]
fn answers_all_at_an_end_have_a_mean_and_no_interval_where_no_spread_is_known() {
    let (score, _) = shown(publisher().score(&Tally::of_levels([0, 0, 0, 0, 32]), None));
    assert!((score.mean - 5.0).abs() < 1e-12);
    assert_eq!(score.interval, None);
}

fn parts(of: &[[u32; 5]]) -> Vec<Published<Score>> {
    let one = |levels: &[u32; 5]| publisher().score(&Tally::of_levels(*levels), Some(1.0));
    of.iter().map(one).collect()
}

#[test]
fn several_questions_together_say_nothing_beyond_what_each_says() {
    // Counts of 12 and 15: the mean of all answers, and no share that the bands do not give.
    let of = parts(&[[0, 0, 6, 3, 3], [0, 0, 0, 10, 5], [1, 0, 0, 1, 2]]);
    let (score, n) = shown(publisher().composed(14, &of, |mean| Some((mean, 5.0))));
    assert_eq!(n, ShownCount::Exact(14));
    // 45 and 65 points; the third question is hidden and left out.
    assert!((score.mean - 110.0 / 27.0).abs() < 1e-12, "{}", score.mean);
    assert_eq!(score.interval, Some((score.mean, 5.0)));
    // 50–60 % of 12 and 80–100 % of 15: 66.7 to 82.2 %.
    let band = Favourable::Band { low: 60, high: 90 };
    assert_eq!(score.favourable, Some(band));
}

#[test]
fn thirty_answers_to_each_question_bear_their_shares_together() {
    let of = parts(&[[10, 0, 0, 0, 20], [0, 10, 10, 10, 0]]);
    let (score, _) = shown(publisher().composed(30, &of, |_| None));
    let Some(Favourable::Exact { levels, .. }) = score.favourable else {
        panic!("{score:?}")
    };
    let expected = [10.0, 10.0, 10.0, 10.0, 20.0].map(|n| n / 60.0);
    let is_near = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-12;
    assert!(levels.iter().zip(&expected).all(is_near), "{levels:?}");
}

#[test]
fn questions_of_few_answers_are_averaged_as_they_are_printed() {
    // Printed as 4.4 and 1.5: the plain mean, rounded again.
    let of = parts(&[[0, 0, 1, 2, 4], [7, 1, 0, 0, 0]]);
    let (score, n) = shown(publisher().composed(8, &of, |_| Some((1.0, 5.0))));
    assert_eq!(n, ShownCount::FiveToNine);
    assert!(
        (score.mean - 3.0).abs() < 1e-12,
        "2.95 rounded: {}",
        score.mean
    );
    assert_eq!((score.interval, score.favourable), (None, None));
    // One of them rounded: so is the whole.
    let of = parts(&[[0, 0, 1, 2, 4], [0, 0, 0, 0, 12]]);
    let (score, n) = shown(publisher().composed(12, &of, |_| None));
    assert_eq!(n, ShownCount::Exact(12));
    assert!(
        (score.mean - 4.5).abs() < 1e-12,
        "4.7 clipped: {}",
        score.mean
    );
}

#[test]
fn questions_that_are_all_hidden_give_nothing() {
    let of = parts(&[[1, 0, 0, 0, 0]]);
    let found = publisher().composed(12, &of, |_| None);
    assert_eq!(found, Published::Hidden(Reason::TooFew));
    let found = publisher().composed(12, &[], |_| None);
    assert_eq!(found, Published::Hidden(Reason::NoAnswers));
    assert_eq!(
        publisher().composed(3, &parts(&[[0, 0, 0, 0, 12]]), |_| None),
        Published::Hidden(Reason::TooFew)
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
        publisher().enps(counts(2, 1, 1), None),
        Published::Hidden(Reason::TooFew)
    );
    assert_eq!(
        publisher().enps(counts(4, 4, 1), None),
        Published::Hidden(Reason::DetailTooFine)
    );
    let (figure, _) = shown(publisher().enps(counts(5, 3, 2), None));
    assert!((figure.value - 30.0).abs() < 1e-9 && figure.promoters.is_none());
    let (figure, _) = shown(publisher().enps(counts(15, 9, 6), None));
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
    assert_eq!(
        strict.score(&tally, None),
        Published::Hidden(Reason::TooFew)
    );
}
