//! From figures to people: the sets are those that the report meant, the bounds hold, late answers
//! stand apart.

use std::collections::BTreeSet;

use frontline::analysis::{Options, analyze};
use frontline::app::audit::{
    Misfit, MisfitKind, Told, Translated, Truth, count_answers, released_names, translate,
};
use frontline::app::demo::DemoChain;
use frontline::disclosure::audit::{Fact, Statement};
use frontline::domain::{Audience, Dataset, Lang, MinGroup};
use frontline::export::{Scope, to_json};
use frontline::import::ReadLimits;
use frontline::import::released::{About, Figure, Place, Released, Says, Subject, read_json};
use frontline::stats::descriptive::mean_from_summary;

use super::demo;

/// What the JSON of a data set says.
fn json(dataset: &Dataset, min_group: u32) -> Released {
    let options = Options {
        draws: 10,
        permutations: 9,
        min_group: MinGroup::new(min_group).expect("a threshold"),
        ..Options::default()
    };
    let findings = analyze(dataset, &options, &mut |_| Ok(())).expect("nothing stops it");
    let text = to_json(&findings, None);
    let names = released_names(dataset);
    read_json(text.as_bytes(), &names, &ReadLimits::default()).expect("it can be read")
}

fn translated(dataset: &Dataset, released: Released, min_group: u32) -> Translated {
    let (tables, truth) = count_answers(dataset);
    let told = Told::new(released.figures, tables);
    translate(&[&told], min_group, Some(&truth))
}

/// How many of the example gave which value, over the atoms of a statement.
fn levels(found: &Translated, statement: &Statement) -> Option<Vec<u32>> {
    let population = &found.case.populations[statement.wave];
    let width = population.questions[statement.question].values.len();
    let mut sum = vec![0; width];
    for atom in &statement.atoms {
        let levels = population.atoms[*atom].example.get(statement.question)?;
        if levels.len() != width {
            return None;
        }
        sum.iter_mut().zip(levels).for_each(|(sum, n)| *sum += n);
    }
    Some(sum)
}

/// Statements that the answers themselves contradict, and how many were looked at.
fn untrue(found: &Translated) -> (Vec<&Statement>, usize) {
    let mut untrue = Vec::new();
    let mut looked = 0;
    for statement in &found.case.statements {
        let population = &found.case.populations[statement.wave];
        let question = &population.questions[statement.question];
        let answered = |atom: &usize| population.atoms[*atom].answered[statement.question];
        let people: u32 = statement.atoms.iter().map(answered).sum();
        let counts = levels(found, statement);
        let n = f64::from(people);
        let share = |from: f64, to: f64| -> Option<f64> {
            let pairs = question.values.iter().zip(counts.as_ref()?);
            let inside = pairs.filter(|(value, _)| (from..=to).contains(*value));
            Some(f64::from(inside.map(|(_, n)| n).sum::<u32>()) / n)
        };
        let value = match statement.fact {
            Fact::Count { .. } => Some(n),
            Fact::Mean { .. } => counts.as_ref().map(|counts| {
                let pairs = question.values.iter().zip(counts);
                pairs.map(|(value, n)| value * f64::from(*n)).sum::<f64>() / n
            }),
            Fact::Squares { .. } => counts.as_ref().map(|counts| {
                let pairs = question.values.iter().zip(counts);
                pairs
                    .map(|(value, n)| value * value * f64::from(*n))
                    .sum::<f64>()
                    / n
            }),
            Fact::Share { from, to, .. } => share(from, to),
            Fact::Net { .. } => share(9.0, 10.0).zip(share(0.0, 6.0)).map(|(a, b)| a - b),
        };
        let Some(value) = value else { continue };
        looked += 1;
        let (low, high) = match statement.fact {
            Fact::Count { low, high } => (f64::from(low), f64::from(high)),
            Fact::Mean { low, high }
            | Fact::Squares { low, high }
            | Fact::Share { low, high, .. }
            | Fact::Net { low, high } => (low, high),
        };
        // A mean of means of items that must not be joined counts its fewest answers.
        let is_pooled = question.key.starts_with("motive") || question.key.starts_with("lever");
        if !is_pooled && !(low - 1e-9..=high + 1e-9).contains(&value) {
            untrue.push(statement);
        }
    }
    (untrue, looked)
}

#[test]
fn every_figure_of_the_workbook_is_of_the_people_it_names() {
    let demo = demo(Lang::En);
    for scope in [Scope::Full, Scope::Branch(0)] {
        let released = demo.book(&demo.bytes(demo.last(), scope));
        let found = translated(&demo.dataset, released, 5);
        assert_eq!(found.misfits, [], "{scope:?}");
        assert_eq!(found.delivered, 0);
        let (untrue, looked) = untrue(&found);
        assert!(
            untrue.is_empty(),
            "{} of {looked}: {:?}",
            untrue.len(),
            untrue[0]
        );
        assert!(looked > 400, "{looked}");
    }
}

#[test]
fn sets_and_bounds_hold_for_chains_thresholds_and_shuffled_blocks() {
    for (seed, k, is_linked) in [(2, 5, true), (3, 7, true), (4, 10, true), (5, 5, false)] {
        let mut dataset = DemoChain::generate(seed, Lang::En).dataset();
        for wave in &mut dataset.waves {
            wave.answers.is_linked = is_linked;
        }
        let released = json(&dataset, k);
        let found = translated(&dataset, released, k);
        assert_eq!(found.misfits, [], "seed {seed}");
        let (untrue, looked) = untrue(&found);
        assert!(
            untrue.is_empty(),
            "{} of {looked}: {:?}",
            untrue.len(),
            untrue[0]
        );
        assert!(looked > 10_000, "{looked}");
    }
}

#[test]
fn atoms_are_whoever_stands_together_in_every_wave() {
    let demo = demo(Lang::En);
    let released = demo.book(&demo.bytes(demo.last(), Scope::Full));
    let found = translated(&demo.dataset, released, 5);
    let names: Vec<BTreeSet<&str>> = found
        .case
        .populations
        .iter()
        .map(|it| it.atoms.iter().map(|atom| atom.name.as_str()).collect())
        .collect();
    assert_eq!(names.len(), 3);
    let classes = demo.dataset.waves[0].answers.classes.len();
    assert!(
        names
            .iter()
            .all(|it| *it == names[0] && it.len() <= classes)
    );
    for population in &found.case.populations {
        let sheets: u32 = population.atoms.iter().map(|atom| atom.answered[0]).sum();
        let wave = demo.findings.wave(&population.wave).expect("a wave");
        let all = wave.audience(Audience::All).expect("everybody");
        assert_eq!(all.company.sheets.n().and_then(|n| n.exact()), Some(sheets));
        for question in &population.questions {
            assert_eq!(
                question.parts.is_empty(),
                !question.is_composed,
                "{}",
                question.key
            );
        }
    }
    // Only the company of earlier waves is told in a cut: nobody is told apart there.
    let cut = demo.book(&demo.bytes(demo.last(), Scope::Branch(0)));
    let cut = translated(&demo.dataset, cut, 5);
    assert!(cut.case.populations[0].atoms.len() < 10);
}

fn figure(place: Place, subject: Subject, says: Says) -> Figure {
    Figure {
        about: About {
            wave: "2026-autumn".into(),
            subject,
            place,
            audience: Audience::All,
        },
        says,
        cell: "here".to_owned(),
    }
}

#[test]
fn figures_that_are_of_nobody_or_of_others_do_not_fit() {
    let demo = demo(Lang::En);
    let (tables, truth) = count_answers(&demo.dataset);
    let here = |code: &str| Place::Branch(code.into());
    let mean = |value| Says::Mean { value, step: 0.0 };
    let told = Told::new(
        vec![
            figure(here("99"), Subject::Sheets, Says::Count { low: 3, high: 3 }),
            figure(here("01"), Subject::Sheets, Says::Count { low: 1, high: 1 }),
            figure(here("01"), Subject::Item("nothing".into()), mean(3.0)),
            figure(
                here("01"),
                Subject::Dimension("engagement".into()),
                mean(1.234),
            ),
        ],
        tables,
    );
    let kinds = |truth: Option<&Truth>| -> Vec<MisfitKind> {
        let found = translate(&[&told], 5, truth);
        found
            .misfits
            .iter()
            .map(|Misfit { kind, .. }| *kind)
            .collect()
    };
    use MisfitKind::{Count, Nobody, NotAsked, Value};
    assert_eq!(kinds(Some(&truth)), [Nobody, Count, NotAsked, Value]);
    assert_eq!(kinds(None), [Nobody, Count, NotAsked]);
}

/// The data set without the last rows of a class in its last wave.
fn without(dataset: &Dataset, class: u16, rows: usize) -> Dataset {
    let mut dataset = dataset.clone();
    let wave = dataset.waves.last_mut().expect("a wave");
    for block in &mut wave.answers.blocks {
        let of_class: Vec<usize> = (0..block.rows())
            .filter(|row| block.class[*row] == class)
            .collect();
        let late: BTreeSet<usize> = of_class.into_iter().rev().take(rows).collect();
        let keep = |row: &usize| !late.contains(row);
        let kept = |row: usize| block.class[row];
        let all = 0..block.rows();
        let classes: Vec<u16> = all.clone().filter(keep).map(kept).collect();
        for column in &mut block.columns {
            *column = all.clone().filter(keep).map(|row| column[row]).collect();
        }
        block.class = classes.into();
    }
    dataset
}

#[test]
fn late_answers_stand_apart_and_an_earlier_release_does_not_hold_them() {
    let late = &demo(Lang::En).dataset;
    let early = without(late, 0, 1);
    let told = |dataset: &Dataset| {
        let (tables, truth) = count_answers(dataset);
        (Told::new(json(dataset, 5).figures, tables), truth)
    };
    let ((first, _), (second, truth)) = (told(&early), told(late));
    let found = translate(&[&first, &second], 5, Some(&truth));
    assert_eq!(found.misfits, []);
    let population = found.case.populations.last().expect("a wave");
    let at = population
        .atoms
        .iter()
        .position(|atom| atom.name.ends_with('+'));
    let at = at.expect("late answers are an atom");
    assert_eq!(population.atoms[at].answered[0], 1);
    let wave = found.case.populations.len() - 1;
    let sets: BTreeSet<bool> = found
        .case
        .statements
        .iter()
        .filter(|it| it.wave == wave && it.atoms.len() > 20)
        .map(|it| it.atoms.contains(&at))
        .collect();
    assert_eq!(sets, BTreeSet::from([false, true]));
    assert_eq!(found.case.populations.len(), 3);
    // Answers that went away make a population of their own.
    let replaced = translate(&[&second, &first], 5, None);
    assert_eq!(replaced.case.populations.len(), 4);
}

/// What is known of the squares of some, not of everybody.
fn squares_of_some(found: &Translated) -> Vec<&Statement> {
    let statements = found.case.statements.iter();
    let of_some = |it: &&Statement| {
        let all = found.case.populations[it.wave].atoms.len();
        matches!(it.fact, Fact::Squares { .. }) && it.atoms.len() < all
    };
    statements.filter(of_some).collect()
}

#[test]
fn an_interval_drawn_from_the_spread_of_everybody_tells_nothing() {
    let demo = demo(Lang::En);
    let found = translated(&demo.dataset, demo.csv(), 5);
    assert_eq!(squares_of_some(&found), Vec::<&Statement>::new());
}

/// What a data set tells of branches, and what of the company, as two releases.
fn apart(dataset: &Dataset) -> [Told; 2] {
    let (tables, _) = count_answers(dataset);
    let figures = json(dataset, 5).figures.into_iter();
    let (company, branches): (Vec<Figure>, Vec<Figure>) =
        figures.partition(|it| it.about.place == Place::Company);
    [branches, company].map(|figures| Told::new(figures, tables.clone()))
}

#[test]
fn what_an_interval_is_drawn_from_may_stand_in_another_release() {
    let [branches, company] = apart(&demo(Lang::En).dataset);
    let alone = translate(&[&branches], 5, None);
    assert_ne!(squares_of_some(&alone), Vec::<&Statement>::new());
    for both in [[&branches, &company], [&company, &branches]] {
        let found = translate(&both, 5, None);
        assert_eq!(squares_of_some(&found), Vec::<&Statement>::new());
    }
}

#[test]
fn figures_of_later_answers_explain_no_earlier_interval() {
    let late = &demo(Lang::En).dataset;
    let [early, _] = apart(&without(late, 0, 1));
    let [_, company] = apart(late);
    let found = translate(&[&early, &company], 5, None);
    assert_ne!(squares_of_some(&found), Vec::<&Statement>::new());
}

/// An interval of a branch's item with its count and mean: position among the figures.
fn interval_of_few(figures: &[Figure]) -> (usize, u32, f64) {
    let says = |about: &About, of: &dyn Fn(&Says) -> Option<f64>| {
        let same = figures.iter().filter(|it| it.about == *about);
        same.filter_map(|it| of(&it.says)).next()
    };
    let found = figures.iter().enumerate().find_map(|(at, figure)| {
        let about = &figure.about;
        let is_item = matches!(about.subject, Subject::Item(_)) && about.place != Place::Company;
        let is_interval = matches!(figure.says, Says::Interval { .. });
        let n = says(about, &|it| {
            let Says::Count { low, high } = it else {
                return None;
            };
            (low == high).then_some(f64::from(*low))
        })?;
        let mean = says(about, &|it| {
            let Says::Mean { value, .. } = it else {
                return None;
            };
            Some(*value)
        })?;
        let is_usual = (10.0..30.0).contains(&n) && (2.5..3.5).contains(&mean);
        (is_item && is_interval && is_usual).then_some((at, n, mean))
    });
    let (at, n, mean) = found.expect("a branch of ten to thirty");
    let n = (10..30).find(|whole| (f64::from(*whole) - n).abs() < 0.5);
    (at, n.expect("whole"), mean)
}

#[test]
fn an_interval_drawn_from_a_groups_own_spread_tells_the_squares() {
    let demo = demo(Lang::En);
    let mut released = demo.csv();
    let (at, people, mean) = interval_of_few(&released.figures);
    let n = f64::from(people);
    let squares = (n * mean * mean).ceil() + 6.0;
    let variance = (squares - n * mean * mean) / (n - 1.0);
    let unit = mean_from_summary(usize::try_from(people).expect("few"), 0.0, 1.0, 0.95);
    let half = unit.expect("defined").interval.high * (variance / n).sqrt();
    released.figures[at].says = Says::Interval {
        low: mean - half,
        high: mean + half,
        step: 0.0,
    };
    let found = translated(&demo.dataset, released, 5);
    let known = squares_of_some(&found);
    let [one] = known[..] else {
        panic!("{known:?}")
    };
    let Fact::Squares { low, high } = one.fact else {
        panic!("squares")
    };
    assert!((low * n - squares).abs() < 1e-6 && (high - low).abs() < 1e-12);
}

#[test]
fn an_interval_of_an_employee_nps_tells_the_counts() {
    let demo = demo(Lang::En);
    let found = translated(&demo.dataset, demo.csv(), 5);
    let enps = |it: &&Statement| {
        let question = &found.case.populations[it.wave].questions[it.question];
        question.key == "enps" && matches!(it.fact, Fact::Share { .. })
    };
    let shares: Vec<&Statement> = found.case.statements.iter().filter(enps).collect();
    assert!(shares.len() > 20, "{}", shares.len());
    for share in shares {
        let Fact::Share { low, high, .. } = share.fact else {
            continue;
        };
        assert!(
            (high - low).abs() < 1e-12,
            "the counts are known exactly: {share:?}"
        );
    }
}
