//! The auditor: against every data set there is for a few people, against mutations of safe
//! releases, against rules known to be unsafe, against the project's own rules, and against a second
//! auditor written independently.

mod brute;
mod chain;
mod facts;
mod memory;
mod mutations;
mod people;
mod rules;
mod second;

use frontline::disclosure::audit::{
    Atom, Breach, BreachKind, Case, Certificate, Fact, Population, Question, Statement, Verdict,
    audit,
};

/// The verdict on a case that fits together.
fn verdict(case: &Case) -> Verdict {
    audit(case, &()).expect("the case fits together")
}

/// What was found; empty where the case is proven safe.
fn breaches(case: &Case) -> Vec<Breach> {
    match verdict(case) {
        Verdict::Proven(_) => Vec::new(),
        Verdict::Broken(breaches) => breaches,
    }
}

/// A question with the levels 1 to `levels`.
fn question(levels: u8) -> Question {
    Question {
        key: "q".to_owned(),
        values: (1..=levels).map(f64::from).collect(),
        ..Question::default()
    }
}

/// People of whom so many answered the only question.
fn atom(name: &str, answered: u32) -> Atom {
    Atom {
        name: name.to_owned(),
        answered: vec![answered],
        ..Atom::default()
    }
}

/// A figure about some atoms of the first wave.
fn says(atoms: &[usize], fact: Fact) -> Statement {
    Statement {
        wave: 0,
        question: 0,
        atoms: atoms.to_vec(),
        fact,
        place: String::new(),
    }
}

/// An exact mean.
fn mean(value: f64) -> Fact {
    Fact::Mean {
        low: value,
        high: value,
    }
}
