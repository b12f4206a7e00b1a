//! Three waves: empowerment is found lowest, something is done, the next wave rises; something else is
//! done and nothing moves. And what is hidden stays hidden in an action.

use std::sync::Arc;

use frontline::analysis::actions::{
    Check, Evidence, LevelFigure, Unmeasured, Verdict, check, published_figure,
};
use frontline::analysis::{Findings, Options, analyze};
use frontline::domain::action::{Action, FigureCount, Finding, LinkedMeasure};
use frontline::domain::{
    Audience, BlockContent, BranchCode, Dataset, Date, Lang, MISSING, Measure, Wave, WaveCode,
    WaveData,
};
use frontline::phrases;

use super::{action, finding};
use crate::fixtures::{Dice, small_dataset};

const AFTER_FIRST: Date = Date::constant(2025, 7, 1);
const AFTER_SECOND: Date = Date::constant(2026, 7, 1);

/// The small chain over three waves: from the first to the second empowerment rises for most people;
/// the third is like the second.
fn three_waves() -> Dataset {
    let mut dataset = small_dataset();
    let first = dataset.waves[0].clone();
    let mut second = WaveData {
        wave: wave(&first.wave, "2026", 2026),
        answers: first.answers.clone(),
    };
    raise(&mut second, 0);
    let third = WaveData {
        wave: wave(&first.wave, "2027", 2027),
        answers: second.answers.clone(),
    };
    let first = WaveData {
        wave: wave(&first.wave, "2025", 2025),
        ..first
    };
    dataset.waves = vec![first, second, third];
    dataset
}

fn wave(like: &Wave, code: &str, year: i16) -> Wave {
    Wave {
        code: WaveCode::new(code).unwrap(),
        name: format!("Spring {year}"),
        opens: Some(Date::constant(year, 4, 1)),
        closes: Some(Date::constant(year, 4, 21)),
        ..like.clone()
    }
}

/// Two of three answers to a dimension are one step better.
fn raise(wave: &mut WaveData, dimension: usize) {
    let mut dice = Dice::new(3);
    for block in &mut wave.answers.blocks {
        if block.content != BlockContent::Dimension(dimension) {
            continue;
        }
        for (number, column) in block.columns.iter_mut().enumerate() {
            for answer in column.iter_mut().filter(|answer| **answer != MISSING) {
                let is_reversed = number == 1;
                if dice.below(3) > 0 {
                    *answer = if is_reversed {
                        answer.saturating_sub(1).max(1)
                    } else {
                        (*answer + 1).min(5)
                    };
                }
            }
        }
    }
}

fn findings(dataset: &Dataset) -> Findings {
    let options = Options {
        draws: 100,
        permutations: 99,
        ..Options::default()
    };
    analyze(dataset, &options, &mut |_| Ok(())).unwrap()
}

fn all(findings: &Findings) -> Evidence<'_> {
    Evidence {
        findings: Some(findings),
        levels: &[],
    }
}

fn begun(finding: Finding, day: Date, promised: f64) -> Action {
    Action {
        promised: Some(promised),
        ..action(Some(finding), day)
    }
}

fn sentence(found: &Findings, action: &Action, check: &Check) -> String {
    let finding = action.finding.as_ref();
    let told = phrases::action_check(Lang::En, finding, check, found.min_group);
    format!("{}\n{}", told.headline, told.detail)
}

#[test]
fn the_lowest_dimension_gets_an_action_and_the_next_wave_says_worked() {
    let dataset = three_waves();
    let found = findings(&dataset);
    let everybody = found.waves[0].audience(Audience::All).unwrap();
    let lowest = &found.dimensions[everybody.weakest[0]];
    assert_eq!(lowest.id, "empowerment");
    let action = begun(finding(&lowest.id, None, "2025"), AFTER_FIRST, 0.3);
    let start = published_figure(action.finding.as_ref().unwrap(), &all(&found)).unwrap();
    let measured = check(&action, &all(&found)).unwrap();
    assert_eq!(measured.verdict, Verdict::Worked);
    assert_eq!(measured.later.code, "2026");
    assert!((measured.change.before - start.value).abs() < 1e-9);
    let (low, _) = measured.change.interval.unwrap();
    assert!(low > 0.0, "the interval of the change excludes zero");
    let promise = measured.promise.unwrap();
    assert_eq!(promise.is_kept, measured.change.difference >= 0.25);
    let told = sentence(&found, &action, &Ok(measured));
    assert!(told.starts_with("Worked · empowerment"), "{told}");
    assert!(told.contains("Promised +0.3"), "{told}");
}

#[test]
fn an_action_without_change_says_how_many_branches_and_what_would_have_been_noticed() {
    let dataset = three_waves();
    let found = findings(&dataset);
    let action = begun(finding("manager", None, "2026"), AFTER_SECOND, 0.2);
    let measured = check(&action, &all(&found)).unwrap();
    assert_eq!(measured.verdict, Verdict::NoChange);
    assert_eq!(measured.later.code, "2027");
    let shown = |wave: usize| {
        let found = found.waves[wave].audience(Audience::All).unwrap();
        let rows = found.branches.iter().map(|row| row.scores[2].value());
        rows.map(|score| score.is_some()).collect::<Vec<_>>()
    };
    let both = shown(1).into_iter().zip(shown(2)).filter(|(a, b)| *a && *b);
    assert_eq!(measured.branches, both.count());
    assert!(measured.branches > 5);
    let (low, high) = measured.change.interval.unwrap();
    let noticeable = measured.noticeable.unwrap();
    assert!(
        noticeable > (high - low) / 2.0,
        "four times out of five asks for more"
    );
    assert!(noticeable < high - low);
    let branches = measured.branches;
    let told = sentence(&found, &action, &Ok(measured));
    assert!(told.starts_with("No change seen"), "{told}");
    assert!(told.contains(&format!("{branches} branches")), "{told}");
    assert!(told.contains("would have been noticed"), "{told}");
}

#[test]
fn a_wave_from_before_the_action_tells_nothing_of_it() {
    let dataset = three_waves();
    let found = findings(&dataset);
    // Noted after the second wave about the first: the third is the one that counts.
    let late = begun(finding("empowerment", None, "2025"), AFTER_SECOND, 0.3);
    let measured = check(&late, &all(&found)).unwrap();
    assert_eq!(measured.later.code, "2027");
    assert_eq!(measured.verdict, Verdict::Worked, "over two waves as well");
    let last = begun(finding("empowerment", None, "2027"), AFTER_SECOND, 0.3);
    assert_eq!(
        check(&last, &all(&found)).unwrap_err(),
        Unmeasured::NothingLater
    );
}

#[test]
fn a_change_for_the_worse_is_called_so() {
    let mut dataset = three_waves();
    dataset.waves.swap(0, 1);
    let (first, second) = (dataset.waves[1].wave.clone(), dataset.waves[0].wave.clone());
    dataset.waves[0].wave = first;
    dataset.waves[1].wave = second;
    let found = findings(&dataset);
    let action = begun(finding("empowerment", None, "2025"), AFTER_FIRST, 0.3);
    let measured = check(&action, &all(&found)).unwrap();
    assert_eq!(measured.verdict, Verdict::Worse);
    assert!(!measured.promise.unwrap().is_kept);
}

#[test]
fn a_hidden_branch_gives_nothing_away_through_an_action() {
    let dataset = three_waves();
    let found = findings(&dataset);
    for code in ["07", "08"] {
        let action = begun(finding("empowerment", Some(code), "2025"), AFTER_FIRST, 0.3);
        let linked = action.finding.as_ref().unwrap();
        assert!(published_figure(linked, &all(&found)).is_err(), "{code}");
        let check = check(&action, &all(&found));
        assert!(check.is_err(), "{code}: {check:?}");
        let told = sentence(&found, &action, &check);
        let digits: Vec<&str> = told
            .split(|c: char| !c.is_ascii_digit())
            .filter(|word| !word.is_empty())
            .collect();
        assert!(digits.iter().all(|digits| *digits == "5"), "{told}");
    }
}

#[test]
fn a_measure_or_branch_that_is_gone_is_said_to_be_gone() {
    let dataset = three_waves();
    let found = findings(&dataset);
    let told = |finding| check(&begun(finding, AFTER_FIRST, 0.3), &all(&found)).unwrap_err();
    assert_eq!(
        told(finding("weather", None, "2025")),
        Unmeasured::MeasureGone
    );
    assert_eq!(
        told(finding("empowerment", Some("99"), "2025")),
        Unmeasured::BranchGone
    );
    assert_eq!(
        told(finding("empowerment", None, "1999")),
        Unmeasured::StartGone
    );
    let nothing = check(&action(None, AFTER_FIRST), &all(&found));
    assert_eq!(nothing.unwrap_err(), Unmeasured::NoFinding);
}

#[test]
fn five_to_nine_answers_have_no_interval_and_nothing_is_established() {
    let dataset = three_waves();
    let found = findings(&dataset);
    let everybody = found.waves[0].audience(Audience::All).unwrap();
    let few = everybody.branches.iter().position(|row| {
        let score = &row.scores[0];
        score.value().is_some() && score.n().and_then(|n| n.exact()).is_none()
    });
    let Some(few) = few else { return };
    let code = found.branches[few].code.as_str();
    let action = begun(finding("empowerment", Some(code), "2025"), AFTER_FIRST, 0.3);
    let measured = check(&action, &all(&found)).unwrap();
    assert_eq!(measured.verdict, Verdict::Unclear);
    assert_eq!(measured.n.0, FigureCount::FiveToNine);
}

#[test]
fn customers_are_looked_at_in_the_months_of_the_next_wave() {
    let dataset = small_dataset();
    let found = findings(&dataset);
    let linked = Finding {
        measure: LinkedMeasure::Outcome {
            measure: Measure::nps(),
            channel: None,
            dimension: None,
        },
        ..finding("nps", None, "2025")
    };
    let action = Action {
        history: Vec::new(),
        ..begun(linked, AFTER_FIRST, 10.0)
    };
    let measured = check(&action, &all(&found)).unwrap();
    let company = found.waves[1].customers[0].change.unwrap();
    assert_eq!(measured.change, company);
    assert_eq!(measured.verdict == Verdict::NoChange, !company.is_settled);
}

#[test]
fn a_competency_is_looked_at_in_the_next_round() {
    let level = |round: &str, closed, mean: f64, branch: Option<&str>| LevelFigure {
        round: round.to_owned(),
        name: format!("Round {round}"),
        closed,
        competency: "respect".to_owned(),
        branch: branch.map(|code| BranchCode::new(code).unwrap()),
        mean,
        interval: Some((mean - 0.1, mean + 0.1)),
        people: 60,
    };
    let (spring, autumn) = (Date::constant(2026, 4, 1), Date::constant(2026, 10, 1));
    let levels: Arc<[LevelFigure]> = Arc::from(vec![
        level("a", spring, 3.0, None),
        level("a", spring, 3.0, Some("01")),
        level("b", autumn, 3.4, None),
        level("b", autumn, 3.4, Some("01")),
    ]);
    let evidence = Evidence {
        findings: None,
        levels: &levels,
    };
    let linked = Finding {
        measure: LinkedMeasure::Competency("respect".to_owned()),
        ..finding("respect", None, "a")
    };
    let action = begun(linked, Date::constant(2026, 5, 1), 0.3);
    let measured = check(&action, &evidence).unwrap();
    assert_eq!(measured.verdict, Verdict::Worked);
    assert_eq!(
        (measured.branches, measured.later.name.as_str()),
        (1, "Round b")
    );
    let (low, high) = measured.change.interval.unwrap();
    // Two intervals of ±0.1 that are not matched: ±0.1·√2.
    assert!((low - (0.4 - 0.1 * 2_f64.sqrt())).abs() < 1e-9, "{low}");
    assert!((high - (0.4 + 0.1 * 2_f64.sqrt())).abs() < 1e-9, "{high}");
}
