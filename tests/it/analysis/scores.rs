//! Scores, reliability, dissatisfiers, eNPS, changes: against numbers counted by hand.

use std::sync::Arc;

use frontline::analysis::Source;
use frontline::disclosure::{Favourable, Published, Reason, ShownCount};
use frontline::domain::{
    Answers, Audience, Block, BlockContent, Dataset, Dimension, MISSING, StaffGroup, StaffScore,
    Text, WaveCode, WaveData,
};

use super::{assert_near, audience, found};
use crate::fixtures::{self, blocks_dataset, branch, class, item, small_dataset, wave};

/// One branch, one dimension of three items (the second reversed), the given rows.
fn one_branch(rows: &[[u8; 3]]) -> Dataset {
    let items = vec![
        item("d_1", "d", false),
        item("d_2", "d", true),
        item("d_3", "d", false),
    ];
    let class_of_rows: Arc<[u16]> = rows.iter().map(|_| 0).collect();
    let block = Block {
        content: BlockContent::Dimension(0),
        items: vec![0, 1, 2],
        class: class_of_rows,
        columns: (0..3)
            .map(|j| rows.iter().map(|row| row[j]).collect())
            .collect(),
    };
    let answers = Answers {
        classes: vec![class(0, Some(StaffGroup::Contact), (20, 0))],
        blocks: vec![block],
        is_linked: true,
        company_view: None,
    };
    Dataset {
        branches: vec![branch("01", 20, 0)],
        dimensions: vec![Dimension {
            id: "d".to_owned(),
            title: Text::same("d"),
            items: vec![0, 1, 2],
            is_outcome: false,
        }],
        items,
        waves: vec![WaveData {
            wave: wave("1"),
            answers,
        }],
        ..Dataset::default()
    }
}

#[test]
fn score_counts_people_who_answered_half_and_averages_all_answers() {
    const NONE: u8 = MISSING;
    // After recoding: 5 5 5, 4 – 4, 3 3 –, and one answer of three, which is less than half.
    let mut rows = vec![[5, 1, 5], [4, NONE, 4], [3, 3, NONE], [5, NONE, NONE]];
    rows.extend(std::iter::repeat_n([2, 4, 2], 9));
    let findings = found(&one_branch(&rows));
    let row = &audience(&findings, 0, Audience::All).branches[0];
    let Published::Shown { value, n } = row.scores[0] else {
        panic!("{:?}", row.scores)
    };
    assert_eq!(n, ShownCount::Exact(12));
    // 35 points of 13 answers, 26 of 11 and 27 of 11: nothing beyond what the questions say.
    assert_near(value.mean, 88.0 / 35.0, 1e-12);
    // 20–30 % of 13 and twice 0–20 % of 11: 7.4 to 23.7 %.
    assert_eq!(
        value.favourable,
        Some(Favourable::Band { low: 0, high: 30 })
    );
    assert_eq!(row.items[0].n(), Some(ShownCount::Exact(13)));
    assert_near(
        row.items[1].value().unwrap().mean,
        (5.0 + 3.0 + 18.0) / 11.0,
        1e-12,
    );
    assert_near(row.response_rate.unwrap(), 13.0 / 20.0, 1e-12);
}

#[test]
fn bytes_that_are_no_answers_count_as_missing() {
    let mut rows = vec![[3, 3, 3]; 10];
    rows.push([0, 6, 200]);
    let findings = found(&one_branch(&rows));
    let row = &audience(&findings, 0, Audience::All).branches[0];
    assert_eq!(row.scores[0].n(), Some(ShownCount::Exact(10)));
    assert_eq!(row.sheets.n(), Some(ShownCount::Exact(11)));
}

#[test]
fn planted_weakness_is_ranked_first() {
    let findings = found(&small_dataset());
    let all = audience(&findings, 1, Audience::All);
    assert_eq!(all.weakest[0], 0, "{:?}", all.weakest);
    let worst: Vec<usize> = all.dissatisfiers.iter().take(3).map(|d| d.item).collect();
    assert!(worst.iter().all(|item| *item < 3), "{worst:?}");
    assert!(
        all.dissatisfiers.iter().all(|d| d.item < 9),
        "outcome items are no causes"
    );
    assert!(
        all.dissatisfiers
            .is_sorted_by(|a, b| a.unfavourable >= b.unfavourable)
    );
    for dissatisfier in &all.dissatisfiers {
        let (low, high) = dissatisfier.interval;
        assert!(low <= dissatisfier.unfavourable && dissatisfier.unfavourable <= high);
    }
}

#[test]
fn blocks_give_the_same_scores_and_reliability_as_sheets() {
    let (sheets, blocks) = (found(&small_dataset()), found(&blocks_dataset()));
    assert_eq!(sheets.waves[1].source, Source::Sheets);
    assert_eq!(blocks.waves[1].source, Source::Blocks);
    for who in Audience::ALL {
        let (a, b) = (audience(&sheets, 1, who), audience(&blocks, 1, who));
        for (a, b) in a.branches.iter().zip(&b.branches) {
            assert_eq!(a.sheets, b.sheets);
            for (a, b) in a.scores.iter().zip(&b.scores) {
                assert_eq!(a.n(), b.n());
                assert_eq!(a.reason(), b.reason());
                if let (Some(a), Some(b)) = (a.value(), b.value()) {
                    assert_near(a.mean, b.mean, 1e-9);
                }
            }
        }
        for (a, b) in a.reliability.iter().zip(&b.reliability) {
            assert_near(a.alpha.unwrap().0, b.alpha.unwrap().0, 1e-12);
            assert_near(a.icc1.unwrap(), b.icc1.unwrap(), 1e-9);
        }
    }
}

#[test]
fn motives_of_blocks_are_means_of_all_answers_without_interval() {
    let findings = found(&blocks_dataset());
    let company = &audience(&findings, 1, Audience::All).company;
    let want = company.motives[0].value().unwrap();
    let (mut sum, mut answers) = (0.0, 0.0);
    for item in [0, 3, 6, 9] {
        let cell = company.items[item];
        let n = f64::from(cell.n().unwrap().exact().unwrap());
        sum += cell.value().unwrap().mean * n;
        answers += n;
    }
    assert_near(want.mean, sum / answers, 1e-12);
    assert_eq!(want.interval, None);
    let findings = found(&small_dataset());
    let company = &audience(&findings, 1, Audience::All).company;
    assert!(company.motives[0].value().unwrap().interval.is_some());
}

#[test]
fn changes_have_intervals_where_both_waves_bear_them() {
    let findings = found(&small_dataset());
    assert!(
        audience(&findings, 0, Audience::All)
            .company
            .changes
            .is_empty()
    );
    let contact = audience(&findings, 1, Audience::Contact);
    let exact = contact.branches[0].changes[3].value().unwrap();
    let before = audience(&findings, 0, Audience::Contact).branches[0].scores[3];
    assert_near(exact.before, before.value().unwrap().mean, 1e-12);
    assert_near(exact.difference, exact.after - exact.before, 1e-12);
    assert!(exact.interval.is_some());
    // Nine people: published to a tenth, so is the difference, and there is no interval.
    let coarse = contact.branches[3].changes[3].value().unwrap();
    assert_eq!(coarse.interval, None);
    assert_near(
        coarse.difference * 10.0,
        (coarse.difference * 10.0).round(),
        1e-9,
    );
    assert_eq!(
        contact.branches[6].changes[3],
        Published::Hidden(Reason::TooFew)
    );
    assert!(
        contact.company.changes[3]
            .value()
            .unwrap()
            .interval
            .is_some()
    );
}

#[test]
fn small_companies_have_no_reliability_and_do_not_tell_their_size() {
    let findings = found(&one_branch(&[[3, 3, 3]; 4]));
    let reliability = audience(&findings, 0, Audience::All).reliability[0].clone();
    assert_eq!(reliability.n, 0);
    assert!(reliability.alpha.is_err() && reliability.icc1.is_err());
    assert!(!format!("{reliability:?}").contains('4'), "{reliability:?}");
}

#[test]
fn enps_needs_ten_answers() {
    let findings = found(&small_dataset());
    let contact = audience(&findings, 0, Audience::Contact);
    assert_eq!(
        contact.branches[3].enps,
        Published::Hidden(Reason::DetailTooFine)
    );
    let figure = contact.branches[4].enps.value().unwrap();
    assert!(figure.promoters.is_some(), "thirty answers bear shares");
    assert!(
        contact.branches[0]
            .enps
            .value()
            .unwrap()
            .promoters
            .is_none()
    );
}

#[test]
fn delivered_means_are_published_as_given_and_hidden_below_the_threshold() {
    let mut dataset = Dataset {
        branches: (1..=3).map(|n| branch(&n.to_string(), 10, 5)).collect(),
        dimensions: small_dataset().dimensions,
        waves: vec![WaveData {
            wave: wave("1"),
            answers: Answers::default(),
        }],
        ..Dataset::default()
    };
    for (branch, value, n) in [(0, 72.5, Some(40)), (1, 61.0, Some(3)), (2, 55.0, Some(8))] {
        dataset.staff_scores.push(StaffScore {
            branch,
            audience: Audience::All,
            wave: WaveCode::new("1").unwrap(),
            dimension: 0,
            value,
            n,
        });
    }
    let findings = found(&dataset);
    assert_eq!(findings.waves[0].source, Source::Means);
    let all = audience(&findings, 0, Audience::All);
    assert_eq!(all.branches[0].scores[0].value().unwrap().mean, 72.5);
    assert_eq!(all.branches[1].scores[0], Published::Hidden(Reason::TooFew));
    assert_eq!(all.branches[2].scores[0].n(), Some(ShownCount::FiveToNine));
    assert_eq!(
        all.branches[0].scores[1],
        Published::Hidden(Reason::NoAnswers)
    );
    assert_near(
        all.company.scores[0].value().unwrap().mean,
        (72.5 + 55.0) / 2.0,
        1e-12,
    );
    dataset
        .staff_scores
        .iter_mut()
        .for_each(|score| score.n = None);
    let findings = found(&dataset);
    let all = audience(&findings, 0, Audience::All);
    assert_eq!(
        all.branches[1].scores[0].n(),
        Some(ShownCount::NotDelivered)
    );
}

#[test]
fn every_sheet_counts_for_the_company() {
    let dataset = small_dataset();
    let answered: u32 = fixtures::ANSWERED
        .iter()
        .map(|(contact, back)| contact + back)
        .sum();
    let findings = found(&dataset);
    let company = &audience(&findings, 0, Audience::All).company;
    assert_eq!(company.sheets.n(), Some(ShownCount::Exact(answered)));
}

#[test]
fn everybody_follows_from_delivered_groups_where_both_are_exact() {
    let mut dataset = Dataset {
        branches: (1..=2).map(|n| branch(&n.to_string(), 10, 5)).collect(),
        dimensions: small_dataset().dimensions,
        waves: vec![WaveData {
            wave: wave("1"),
            answers: Answers::default(),
        }],
        ..Dataset::default()
    };
    let groups = [
        (0, Audience::Contact, 4.0, Some(30)),
        (0, Audience::BackOffice, 3.0, Some(10)),
        (1, Audience::Contact, 4.0, Some(30)),
        (1, Audience::BackOffice, 3.0, Some(4)),
    ];
    for (branch, audience, value, n) in groups {
        let wave = WaveCode::new("1").unwrap();
        dataset.staff_scores.push(StaffScore {
            branch,
            audience,
            wave,
            dimension: 0,
            value,
            n,
        });
    }
    let findings = found(&dataset);
    let all = audience(&findings, 0, Audience::All);
    assert_near(all.branches[0].scores[0].value().unwrap().mean, 3.75, 1e-12);
    assert_eq!(all.branches[0].scores[0].n(), Some(ShownCount::Exact(40)));
    assert_eq!(
        all.branches[1].scores[0],
        Published::Hidden(Reason::NoAnswers)
    );
}
