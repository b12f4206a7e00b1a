//! The company as a whole: engagement segments, tests of a change, indices over branches beside hidden
//! ones, mixed branches; and that neither threads nor the order of branches change anything.

use std::collections::BTreeMap;

use frontline::analysis::{Findings, Options, Tested, analyze};
use frontline::app::demo::DemoChain;
use frontline::disclosure::{Favourable, Published, Segments};
use frontline::domain::{Audience, Dataset, Lang, MISSING};
use frontline::stats::aggregation::{Group, anova};
use frontline::stats::proportion::{Share, newcombe};
use frontline::stats::waves::{hedges, paired, rank_change, welch};

use super::{assert_near, audience, found};
use crate::fixtures::small_dataset;

/// Scores of every person of a dimension in a wave, by hand, with the class of each.
fn scores(dataset: &Dataset, wave: usize, dimension: usize, audience: Audience) -> Vec<f64> {
    let answers = &dataset.waves[wave].answers;
    let block = &answers.blocks[dimension];
    let mut found = Vec::new();
    for row in 0..block.rows() {
        let class = &answers.classes[usize::from(block.class[row])];
        // The back office of branch 03 has three answers: both its groups stand together there and
        // count as contact staff, who are most of those invited.
        let counts = match audience {
            Audience::All => true,
            Audience::Contact => class.counts_for(Audience::Contact) || class.branches == [2],
            Audience::BackOffice => class.counts_for(Audience::BackOffice) && class.branches != [2],
        };
        let levels: Vec<f64> = block
            .items
            .iter()
            .zip(&block.columns)
            .filter(|(_, column)| column[row] != MISSING)
            .map(|(item, column)| {
                let level = f64::from(column[row]);
                if dataset.items[*item].is_reversed {
                    6.0 - level
                } else {
                    level
                }
            })
            .collect();
        if counts && !levels.is_empty() && 2 * levels.len() >= block.items.len() {
            let n = f64::from(u32::try_from(levels.len()).unwrap());
            found.push(levels.iter().sum::<f64>() / n);
        }
    }
    found
}

/// The outcome dimension of the small data set.
const OUTCOME: usize = 3;

#[test]
fn segments_follow_the_printed_rule() {
    let dataset = small_dataset();
    let findings = found(&dataset);
    for who in Audience::ALL {
        let people = scores(&dataset, 1, OUTCOME, who);
        let all = f64::from(u32::try_from(people.len()).unwrap());
        let share = |is_in: fn(&f64) -> bool| {
            let n = people.iter().filter(|score| is_in(score)).count();
            f64::from(u32::try_from(n).unwrap()) / all
        };
        let segments = audience(&findings, 1, who).segments;
        let Published::Shown {
            value: Segments::Exact { shares, intervals },
            n,
        } = segments
        else {
            panic!("{who:?}: {segments:?}");
        };
        assert_eq!(n.exact().map(f64::from), Some(all), "{who:?}");
        assert_near(shares[0], share(|score| *score >= 4.0), 1e-12);
        assert_near(shares[2], share(|score| *score <= 2.0), 1e-12);
        assert_near(shares.iter().sum(), 1.0, 1e-12);
        for (share, (low, high)) in shares.iter().zip(intervals) {
            assert!(low <= *share && *share <= high);
        }
    }
}

#[test]
fn a_group_that_leaves_few_people_over_shows_no_distribution() {
    // All but a dozen of the back office go: contact staff would uncover them by subtraction.
    let mut dataset = small_dataset();
    let mut kept = 0;
    for wave in &mut dataset.waves {
        let answers = &mut wave.answers;
        let is_back = |class: u16| {
            let class = &answers.classes[usize::from(class)];
            class.counts_for(Audience::BackOffice)
        };
        for block in &mut answers.blocks {
            kept = 0;
            let rows: Vec<usize> = (0..block.rows())
                .filter(|row| {
                    kept += u32::from(is_back(block.class[*row]));
                    !is_back(block.class[*row]) || kept <= 14
                })
                .collect();
            block.class = rows.iter().map(|row| block.class[*row]).collect();
            for column in &mut block.columns {
                *column = rows.iter().map(|row| column[*row]).collect();
            }
        }
    }
    assert!(kept > 14, "some were left out");
    let findings = found(&dataset);
    let is_whole = |who| {
        let segments = &audience(&findings, 1, who).segments;
        matches!(segments.value(), Some(Segments::Exact { .. }))
    };
    assert!(is_whole(Audience::All));
    assert!(!is_whole(Audience::Contact) && !is_whole(Audience::BackOffice));
}

#[test]
fn tests_of_a_change_follow_from_published_means_and_the_spread_of_everybody() {
    let dataset = small_dataset();
    let findings = found(&dataset);
    assert!(audience(&findings, 0, Audience::All).tests.is_empty());
    for who in Audience::ALL {
        let all = audience(&findings, 1, who);
        for (dimension, tests) in all.tests.iter().enumerate() {
            let before = scores(&dataset, 0, dimension, who);
            let after = scores(&dataset, 1, dimension, who);
            let group = |wave: usize, of: &[f64]| {
                let all = Group::of(&scores(&dataset, wave, dimension, Audience::All)).unwrap();
                let company = &audience(&findings, wave, who).company;
                let n = u32::try_from(of.len()).unwrap();
                Group {
                    n: of.len(),
                    mean: company.scores[dimension].value().unwrap().mean,
                    sum_of_squares: all.variance().unwrap() * (f64::from(n) - 1.0),
                }
            };
            let (a, b) = (group(0, &before), group(1, &after));
            let expected = welch(a, b, 0.95).unwrap();
            let found = tests.welch.unwrap();
            assert_near(found.difference, expected.difference, 1e-9);
            assert_near(found.p, expected.p, 1e-9);
            assert_near(tests.hedges.unwrap(), hedges(a, b).unwrap().g, 1e-9);
            let ranks = rank_change(&before, &after).unwrap();
            assert_near(tests.cliff.unwrap(), ranks.cliff, 1e-9);
            let clustered = tests.clustered.unwrap();
            let change = all.company.changes[dimension].value().unwrap();
            assert_eq!(change.interval, Some((clustered.low, clustered.high)));
        }
    }
}

#[test]
fn matched_branches_are_the_published_ones() {
    let findings = found(&small_dataset());
    let all = audience(&findings, 1, Audience::All);
    for (dimension, tests) in all.tests.iter().enumerate() {
        let mean = |wave: usize, branch: usize| {
            let row = &audience(&findings, wave, Audience::All).branches[branch];
            row.scores[dimension].value().map(|score| score.mean)
        };
        let both = (0..findings.branches.len()).filter_map(|b| mean(0, b).zip(mean(1, b)));
        let (before, after): (Vec<f64>, Vec<f64>) = both.unzip();
        let expected = paired(&before, &after, 0.95).unwrap().change;
        let (
            Tested {
                difference, low, ..
            },
            n,
        ) = tests.matched.unwrap();
        assert_eq!(n, before.len());
        assert_near(difference, expected.difference, 1e-12);
        assert_near(low, expected.interval.low, 1e-12);
    }
}

#[test]
fn the_change_of_a_share_follows_from_published_shares() {
    let findings = found(&small_dataset());
    let share = |wave: usize| {
        let score = audience(&findings, wave, Audience::All).company.scores[0];
        let n = score.n().unwrap().exact().unwrap();
        let Some(Favourable::Exact { favourable, .. }) = score.value().unwrap().favourable else {
            panic!("thirty and more answered");
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of a head count"
        )]
        let hits = (favourable * f64::from(n)).round() as usize;
        (favourable, Share::new(hits, n as usize).unwrap())
    };
    let (before, after) = (share(0), share(1));
    let change = audience(&findings, 1, Audience::All).tests[0]
        .favourable
        .unwrap();
    assert_near(change.difference, after.0 - before.0, 1e-12);
    let (_, interval) = newcombe(before.1, after.1, 0.95).unwrap();
    assert_near(change.low, interval.low, 1e-12);
    assert_eq!(change.fisher, None, "every cell holds five and more");
}

#[test]
fn beside_hidden_branches_indices_are_cut_and_else_they_are_whole() {
    let is_cut = |value: f64| (value * 100.0 - (value * 100.0).round()).abs() < 1e-9;
    let findings = found(&small_dataset());
    let found_here = &audience(&findings, 1, Audience::All).reliability[0];
    let between = found_here.between.unwrap();
    assert!(is_cut(found_here.icc1.unwrap()) && is_cut(found_here.icc2.unwrap()));
    assert!(is_cut(between.f) && is_cut(between.icc2.0) && between.p >= 0.001);
    // The same answers, every branch with enough of them: the figures are those of the formula.
    let mut dataset = small_dataset();
    for wave in &mut dataset.waves {
        for class in &mut wave.answers.classes {
            class.group = None;
            if class.branches[0] > 4 {
                class.branches = vec![class.branches[0] % 5];
            }
        }
        // One class a branch, for the classes of a branch must not be told apart.
        let firsts: BTreeMap<usize, u16> = wave
            .answers
            .classes
            .iter()
            .enumerate()
            .rev()
            .map(|(at, class)| (class.branches[0], u16::try_from(at).unwrap()))
            .collect();
        let of: Vec<u16> = wave
            .answers
            .classes
            .iter()
            .map(|class| firsts[&class.branches[0]])
            .collect();
        for block in &mut wave.answers.blocks {
            block.class = block.class.iter().map(|at| of[usize::from(*at)]).collect();
        }
    }
    let findings = found(&dataset);
    let block = &dataset.waves[1].answers.blocks[0];
    let people = scores(&dataset, 1, 0, Audience::All);
    assert_eq!(people.len(), block.rows(), "everybody has a score here");
    let mut branches = BTreeMap::<u16, Vec<f64>>::new();
    for (class, score) in block.class.iter().zip(&people) {
        branches.entry(*class).or_default().push(*score);
    }
    let groups: Vec<Group> = branches.values().map(|it| Group::of(it).unwrap()).collect();
    let expected = anova(&groups).unwrap();
    let found_here = &audience(&findings, 1, Audience::All).reliability[0];
    let between = found_here.between.unwrap();
    assert_eq!(between.branches, 5);
    assert_near(between.f, expected.f, 1e-9);
    assert_near(between.p, expected.p, 1e-9);
    assert_near(found_here.icc1.unwrap(), expected.icc1(), 1e-9);
    let (one, _) = expected.icc_intervals(0.95).unwrap();
    assert_near(between.icc1.0, one.low, 1e-9);
    assert!(between.icc1.0 <= expected.icc1() && expected.icc1() <= between.icc1.1);
}

#[test]
fn mixed_branches_are_counted_among_contact_staff_only() {
    let findings = found(&small_dataset());
    for link in findings.waves.iter().flat_map(|wave| &wave.links) {
        let is_in = link.points.iter().any(|point| point.branch == 2);
        let expected = usize::from(link.audience == Audience::Contact && is_in);
        assert_eq!(link.mixed, expected, "{:?}", link.audience);
    }
}

#[test]
fn omega_stands_beside_alpha() {
    let findings = found(&small_dataset());
    for found in &audience(&findings, 1, Audience::All).reliability {
        let (omega, _) = found.omega.unwrap();
        let (alpha, ..) = found.alpha.unwrap();
        assert!((0.0..=1.0).contains(&omega));
        assert!((omega - alpha).abs() < 0.3, "{omega} beside {alpha}");
    }
}

#[test]
fn one_thread_and_four_find_the_same() {
    let dataset = DemoChain::generate(3, Lang::En).dataset();
    let options = Options {
        draws: 300,
        permutations: 299,
        ..Options::default()
    };
    let run = |threads| -> Findings {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let analyzed = || analyze(&dataset, &options, &mut |_| Ok(()));
        pool.unwrap().install(analyzed).unwrap()
    };
    assert!(run(1) == run(4), "findings depend on the number of threads");
}

#[test]
fn the_order_of_branches_changes_no_link_and_no_index() {
    let dataset = small_dataset();
    let mut turned = dataset.clone();
    let last = dataset.branches.len() - 1;
    turned.branches.reverse();
    for wave in &mut turned.waves {
        for class in &mut wave.answers.classes {
            class.branches.iter_mut().for_each(|at| *at = last - *at);
        }
    }
    let (before, after) = (found(&dataset), found(&turned));
    let wave = &before.waves[1];
    for link in &wave.links {
        let other = after.waves[1].link(link.audience, link.dimension, link.outcome);
        let other = other.unwrap();
        assert_eq!(link.points.len(), other.points.len());
        let pairs = [
            (link.spearman, other.spearman),
            (link.pearson, other.pearson),
            (link.kendall, other.kendall),
        ];
        for (a, b) in pairs {
            assert_eq!(a.is_ok(), b.is_ok());
            if let (Ok(a), Ok(b)) = (a, b) {
                assert_near(a.value, b.value, 1e-9);
                assert_near(a.p, b.p, 1e-9);
            }
        }
        assert_eq!(link.verdict, flipped(other.verdict, last));
    }
    for (a, b) in wave.audiences.iter().zip(&after.waves[1].audiences) {
        for (a, b) in a.reliability.iter().zip(&b.reliability) {
            assert_eq!(a.icc1.is_ok(), b.icc1.is_ok());
            if let (Ok(a), Ok(b)) = (a.icc1, b.icc1) {
                assert_near(a, b, 1e-9);
            }
        }
        assert_eq!(a.segments, b.segments);
    }
}

/// A verdict of the turned company in the order of the first one.
fn flipped(verdict: frontline::analysis::Verdict, last: usize) -> frontline::analysis::Verdict {
    use frontline::analysis::Verdict;
    match verdict {
        Verdict::OneBranch(branch, without) => Verdict::OneBranch(last - branch, without),
        other @ (Verdict::TooFew
        | Verdict::Description
        | Verdict::NotSeen
        | Verdict::Positive
        | Verdict::Negative
        | Verdict::Undefined(_)) => other,
    }
}
