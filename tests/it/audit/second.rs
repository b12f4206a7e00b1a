//! The second auditor, written in another language over another solver, gives the same verdicts.
//!
//! Runs where Python with scipy is (`FRONTLINE_PYTHON` names it) and says so where it is not.
//! `FRONTLINE_AUDIT_TABLES=1000` is the full run.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::{Value, json};

use super::{Atom, Case, Fact, Population, Statement, atom, breaches, question, says};
use crate::python::python_with;

fn tables() -> usize {
    let asked = std::env::var("FRONTLINE_AUDIT_TABLES").ok();
    asked.and_then(|tables| tables.parse().ok()).unwrap_or(40)
}

/// Branches of up to two groups with a company: rows shown and hidden at random, more or less exact.
fn random_table(random: &mut ChaCha8Rng) -> Case {
    let branches = random.random_range(2..=4);
    let mut atoms: Vec<Atom> = Vec::new();
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for branch in 0..branches {
        let mut row = Vec::new();
        for group in 0..random.random_range(1..=2) {
            let n = random.random_range(0..=14);
            let lean = random.random_range(0..5);
            let mut levels = vec![0_u32; 5];
            for _ in 0..n {
                let is_lean = random.random_bool(0.5);
                levels[if is_lean {
                    lean
                } else {
                    random.random_range(0..5)
                }] += 1;
            }
            row.push(atoms.len());
            atoms.push(Atom {
                example: vec![levels],
                ..atom(&format!("{branch} {group}"), n)
            });
        }
        rows.push(row);
    }
    let mut sets: Vec<Vec<usize>> = vec![(0..atoms.len()).collect()];
    sets.extend(rows.iter().filter(|row| row.len() > 1).cloned());
    sets.extend((0..atoms.len()).map(|atom| vec![atom]));
    for wanted in [0, 1] {
        let own = rows.iter().filter_map(|row| row.get(wanted).copied());
        sets.push(own.collect());
    }
    let mut statements = Vec::new();
    for set in sets {
        let mut levels = vec![0_u32; 5];
        for atom in &set {
            let own = &atoms[*atom].example[0];
            levels.iter_mut().zip(own).for_each(|(all, n)| *all += n);
        }
        let n: u32 = levels.iter().sum();
        if n > 0 && random.random_bool(0.7) {
            statements.extend(figures(random, &set, &levels, n));
        }
    }
    Case {
        min_group: 5,
        populations: vec![Population {
            wave: "w".to_owned(),
            questions: vec![question(5)],
            atoms,
        }],
        statements,
    }
}

fn figures(random: &mut ChaCha8Rng, set: &[usize], levels: &[u32], n: u32) -> Vec<Statement> {
    let sum: u32 = (1..).zip(levels).map(|(level, n)| level * n).sum();
    let value = f64::from(sum) / f64::from(n);
    let half = *[0.0, 0.05, 0.25]
        .get(random.random_range(0..3))
        .expect("three");
    let mean = if half > 0.0 {
        // Rounded to a step, as a table would show it.
        let shown = (value / (2.0 * half)).round() * 2.0 * half;
        Fact::Mean {
            low: shown - half,
            high: shown + half,
        }
    } else {
        Fact::Mean {
            low: value,
            high: value,
        }
    };
    let mut figures = vec![says(set, mean)];
    if n >= 10 && random.random_bool(0.5) {
        let share = f64::from(levels[3] + levels[4]) / f64::from(n);
        let tenth = (share * 10.0).floor() / 10.0;
        figures.push(says(
            set,
            Fact::Share {
                from: 4.0,
                to: 5.0,
                low: tenth,
                high: tenth + 0.1,
            },
        ));
    }
    figures
}

fn as_json(case: &Case) -> Value {
    let population = &case.populations[0];
    let fact = |statement: &Statement| match statement.fact {
        Fact::Mean { low, high } => {
            json!({"kind": "mean", "groups": statement.atoms, "low": low, "high": high})
        }
        Fact::Share {
            from,
            to,
            low,
            high,
        } => json!({
            "kind": "share", "groups": statement.atoms,
            "from": from, "to": to, "low": low, "high": high,
        }),
        Fact::Count { .. } | Fact::Squares { .. } | Fact::Net { .. } => {
            unreachable!("no such figures here")
        }
    };
    json!({
        "min_group": case.min_group,
        "values": population.questions[0].values,
        "people": population.atoms.iter().map(|atom| atom.answered[0]).collect::<Vec<_>>(),
        "facts": case.statements.iter().map(fact).collect::<Vec<_>>(),
    })
}

/// What the second auditor answers; none where there is no Python for it.
fn second_opinion(cases: &[Case]) -> Option<Vec<Value>> {
    let mut python = python_with("numpy, scipy.optimize")?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/audit/auditor.py");
    let mut child = python
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python starts");
    let lines: String = cases
        .iter()
        .map(|case| format!("{}\n", as_json(case)))
        .collect();
    let mut stdin = child.stdin.take().expect("piped");
    let writer = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let output = child.wait_with_output().expect("Python ends");
    writer
        .join()
        .expect("no panic")
        .expect("everything is read");
    assert!(output.status.success(), "the second auditor failed");
    let text = String::from_utf8(output.stdout).expect("JSON");
    let answers = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    Some(answers.collect())
}

#[test]
fn a_second_auditor_comes_to_the_same_verdicts() {
    let mut random = ChaCha8Rng::seed_from_u64(13);
    let cases: Vec<Case> = (0..tables()).map(|_| random_table(&mut random)).collect();
    let Some(answers) = second_opinion(&cases) else {
        println!("no second opinion: needs Python with numpy and scipy (FRONTLINE_PYTHON)");
        return;
    };
    assert_eq!(answers.len(), cases.len());
    let mut safe = 0;
    for (case, answer) in cases.iter().zip(&answers) {
        let mut groups: Vec<usize> = breaches(case)
            .into_iter()
            .flat_map(|breach| breach.atoms)
            // Whom nobody can be told apart from, a group without answers among them, is one pool.
            .filter(|atom| case.populations[0].atoms[*atom].answered[0] > 0)
            .collect();
        groups.sort_unstable();
        groups.dedup();
        let theirs: Vec<usize> = serde_json::from_value(answer["groups"].clone()).expect("groups");
        safe += usize::from(groups.is_empty());
        assert_eq!(groups, theirs, "{case:#?}");
        assert_eq!(answer["safe"], groups.is_empty());
    }
    assert!(
        safe > 0 && safe < cases.len(),
        "{safe} of {} are safe",
        cases.len()
    );
}
