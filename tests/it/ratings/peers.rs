//! Peers' anonymity, over random rounds: what is published holds no one and no two of them.

use frontline::analysis::ratings::{Figure, HandedIn, Rated, RoundFindings};
use frontline::domain::rating::{Level, Mark, Rater, Source};

use super::kit::Desk;
use crate::fixtures::Dice;

/// A random round: people of one branch rate each other, with gaps, a manager and themselves.
fn random_round(seed: u64) -> Desk {
    let mut dice = Dice::new(seed);
    let people = 3 + u32::try_from(dice.below(4)).unwrap();
    let mut desk = Desk::with(people);
    for ratee in 1..=people {
        let levels = |dice: &mut Dice| {
            let mut levels = [0; 8];
            for level in &mut levels {
                // A quarter is not observed, so that counts differ between competencies.
                if dice.below(4) > 0 {
                    *level = 1 + u8::try_from(dice.below(5)).unwrap();
                }
            }
            levels
        };
        let own = levels(&mut dice);
        desk.rate(ratee, ratee, Source::Itself, own);
        if dice.below(5) > 0 {
            let by_manager = levels(&mut dice);
            desk.rate(ratee, 100, Source::Manager, by_manager);
        }
        if dice.below(3) == 0 {
            let by_shopper = levels(&mut dice);
            desk.rate(ratee, 200, Source::MysteryShopper, by_shopper);
        }
        for peer in (1..=people).filter(|peer| *peer != ratee) {
            if dice.below(4) > 0 {
                let by_peer = levels(&mut dice);
                desk.rate(ratee, peer, Source::Peer, by_peer);
            }
        }
    }
    desk
}

/// Every mean that anybody could be shown, in a fixed order. Values that are not there are left out:
/// whether they are depends on who observed what, not on the levels.
fn published(found: &RoundFindings) -> Vec<f64> {
    let mut out = Vec::new();
    let figure = |value: &Rated<Figure>| value.ok().map(|figure| figure.value);
    for person in &found.people {
        out.extend(person.overall.ok().map(|mean| mean.value));
        out.extend(person.self_gap.ok().map(|gap| gap.difference));
        for line in &person.competencies {
            out.extend(figure(&line.others));
            out.extend(line.by_source.iter().flatten().map(|mean| mean.value));
            out.extend(line.gap.ok().map(|gap| gap.value));
            out.extend(line.self_minus_others.ok());
        }
    }
    let groups = found
        .branches
        .iter()
        .flat_map(|branch| [&branch.all, &branch.contact]);
    for group in groups.chain([&found.company]) {
        out.extend(figure(&group.overall));
        out.extend(
            group
                .competencies
                .iter()
                .filter_map(|cell| figure(&cell.mean)),
        );
    }
    let mut raters: Vec<_> = found.calibration.raters.iter().collect();
    raters.sort_by(|a, b| a.rater.cmp(&b.rater));
    for line in raters {
        out.extend(line.severity.ok().map(|found| found.difference));
        out.extend(line.adjusted.ok());
    }
    out
}

/// The places of peers' levels: sheet and competency.
fn unknowns(desk: &Desk) -> Vec<(usize, usize)> {
    let peers = desk.sheets.iter().enumerate();
    let peers = peers.filter(|(_, sheet)| sheet.assignment.source == Source::Peer);
    peers
        .flat_map(|(place, sheet)| {
            let marks = sheet.sheet.marks.iter().enumerate();
            let seen = marks.filter(|(_, mark)| mark.level().is_some());
            seen.map(move |(competency, _)| (place, competency))
                .collect::<Vec<_>>()
        })
        .collect()
}

fn shifted(desk: &Desk, (sheet, competency): (usize, usize)) -> (Desk, f64) {
    let mut moved = desk.clone();
    let mark = &mut moved.sheets[sheet].sheet.marks[competency];
    let level = mark.level().unwrap().get();
    let (next, step) = if level < 5 {
        (level + 1, 1.0)
    } else {
        (level - 1, -1.0)
    };
    *mark = Mark::Level(Level::new(next).unwrap());
    (moved, step)
}

/// Published numbers as combinations of peers' levels: one row per number.
fn combinations(desk: &Desk, unknowns: &[(usize, usize)]) -> Vec<Vec<f64>> {
    let before = published(&desk.findings());
    let mut rows = vec![vec![0.0; unknowns.len()]; before.len()];
    for (column, place) in unknowns.iter().enumerate() {
        let (moved, step) = shifted(desk, *place);
        let after = published(&moved.findings());
        assert_eq!(before.len(), after.len(), "what is shown hangs on no level");
        for (row, (a, b)) in rows.iter_mut().zip(before.iter().zip(&after)) {
            row[column] = (b - a) / step;
        }
    }
    rows
}

/// The rank of the chosen columns.
fn rank(rows: &[Vec<f64>], columns: &[usize]) -> usize {
    let mut matrix: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| columns.iter().map(|column| row[*column]).collect())
        .collect();
    let mut rank = 0;
    for column in 0..columns.len() {
        let pivot = (rank..matrix.len()).max_by(|a, b| {
            matrix[*a][column]
                .abs()
                .total_cmp(&matrix[*b][column].abs())
        });
        let Some(pivot) = pivot.filter(|row| matrix[*row][column].abs() > 1e-7) else {
            continue;
        };
        matrix.swap(rank, pivot);
        let (done, rest) = matrix.split_at_mut(rank + 1);
        for row in rest {
            let factor = row[column] / done[rank][column];
            if factor != 0.0 {
                for (value, above) in row.iter_mut().zip(&done[rank]) {
                    *value -= factor * above;
                }
            }
        }
        rank += 1;
    }
    rank
}

/// Is there a combination of the rows that speaks of these columns alone? There is one exactly where
/// leaving them out costs rank.
fn isolates(rows: &[Vec<f64>], all: usize, alone: &[usize]) -> bool {
    let everything: Vec<usize> = (0..all).collect();
    let rest: Vec<usize> = everything
        .iter()
        .copied()
        .filter(|it| !alone.contains(it))
        .collect();
    rank(rows, &rest) < rank(rows, &everything)
}

fn rater(sheet: &HandedIn) -> u32 {
    let Rater::Person(person) = &sheet.assignment.rater else {
        unreachable!("peers are people")
    };
    person.0
}

#[test]
fn no_combination_of_published_numbers_isolates_fewer_than_three_peers() {
    let (mut checked, mut shown) = (0, 0);
    for seed in 0..12 {
        let desk = random_round(seed);
        let unknowns = unknowns(&desk);
        let rows = combinations(&desk, &unknowns);
        shown += rank(&rows, &(0..unknowns.len()).collect::<Vec<_>>());
        let people = u32::try_from(desk.people.len()).unwrap();
        for first in 1..=people {
            for second in first..=people {
                let of_two = |(_, place): &(usize, &(usize, usize))| {
                    [first, second].contains(&rater(&desk.sheets[place.0]))
                };
                let alone: Vec<usize> = unknowns
                    .iter()
                    .enumerate()
                    .filter(of_two)
                    .map(|(column, _)| column)
                    .collect();
                assert!(
                    !isolates(&rows, unknowns.len(), &alone),
                    "round {seed}: peers {first} and {second} stand alone"
                );
                checked += 1;
            }
        }
    }
    assert!(
        checked > 50 && shown > 50,
        "{checked} pairs, {shown} published combinations"
    );
}

#[test]
fn the_proof_would_find_a_mean_of_two_peers() {
    let mut desk = Desk::with(3);
    for peer in [2, 3] {
        desk.rate(1, peer, Source::Peer, [4; 8]);
    }
    let unknowns = unknowns(&desk);
    let mut rows = combinations(&desk, &unknowns);
    assert!(rows.iter().flatten().all(|value| *value == 0.0));
    let mut leak = vec![0.0; unknowns.len()];
    leak[0] = 0.5;
    leak[8] = 0.5;
    rows.push(leak);
    let all: Vec<usize> = (0..unknowns.len()).collect();
    assert!(isolates(&rows, unknowns.len(), &all));
}

#[test]
fn nothing_changes_when_fewer_than_three_peers_change_their_mind() {
    let mut checked = 0;
    for seed in 100..115 {
        let desk = random_round(seed);
        let before = desk.findings();
        for (sheet, competency) in unknowns(&desk) {
            let ratee = desk.sheets[sheet].assignment.ratee;
            let peers = desk.sheets.iter().filter(|other| {
                other.assignment.ratee == ratee
                    && other.assignment.source == Source::Peer
                    && other.sheet.marks[competency].level().is_some()
            });
            if peers.count() < 3 {
                let (moved, _) = shifted(&desk, (sheet, competency));
                assert_eq!(before, moved.findings(), "round {seed}, sheet {sheet}");
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "{checked}");
}

#[test]
fn nothing_changes_when_peers_swap_their_levels() {
    let mut checked = 0;
    for seed in 200..215 {
        let desk = random_round(seed);
        let before = desk.findings();
        for one in 0..desk.sheets.len() {
            for other in one + 1..desk.sheets.len() {
                let (a, b) = (&desk.sheets[one], &desk.sheets[other]);
                let are_peers = [a, b].iter().all(|it| it.assignment.source == Source::Peer);
                if !are_peers || a.assignment.ratee != b.assignment.ratee {
                    continue;
                }
                let mut swapped = desk.clone();
                for competency in 0..8 {
                    let (x, y) = (a.sheet.marks[competency], b.sheet.marks[competency]);
                    if x.level().is_some() && y.level().is_some() {
                        swapped.sheets[one].sheet.marks[competency] = y;
                        swapped.sheets[other].sheet.marks[competency] = x;
                    }
                }
                assert_same(&before, &swapped.findings());
                checked += 1;
            }
        }
    }
    assert!(checked > 50, "{checked}");
}

/// The same but for the last bit of sums in another order.
fn assert_same(one: &RoundFindings, other: &RoundFindings) {
    let rounded = |found: &RoundFindings| -> Vec<i64> {
        let all = published(found).into_iter();
        #[expect(clippy::cast_possible_truncation, reason = "levels")]
        all.map(|value| (value * 1e9).round() as i64).collect()
    };
    assert_eq!(rounded(one), rounded(other));
    assert_eq!(
        one.calibration.agreement.alpha,
        other.calibration.agreement.alpha
    );
    assert_eq!(
        one.calibration.agreement.rwg,
        other.calibration.agreement.rwg
    );
}

#[test]
fn no_line_of_the_calibration_speaks_of_a_peer() {
    for seed in 300..310 {
        let found = random_round(seed).findings();
        for line in &found.calibration.raters {
            assert_ne!(line.source, Source::Peer);
            assert_ne!(line.source, Source::Itself);
        }
    }
}
