//! What an audit means for a report: what it gives away, and what was out before.

use crate::app::audit::Told;
use crate::app::{Stage, Watch};
use crate::disclosure::audit::{
    Audited, Breach, Case, Certificate, Memory, Statement, Stopped, audit_again,
};
use crate::error::{Error, Kind, ReportFault, Result};
use crate::import::released::Figure;

/// Before the place of a figure of an earlier release.
const EARLIER: &str = "№ ";

/// The number of the earlier release that a figure stands in; none for one of the report itself.
pub(super) fn release_of(place: &str) -> Option<u32> {
    place.strip_prefix(EARLIER)?.split_once(':')?.0.parse().ok()
}

/// A figure of an earlier release says so: it cannot be taken back any more.
pub(super) fn marked((number, told): &(u32, Told)) -> Told {
    let figure = |figure: &Figure| Figure {
        cell: format!("{EARLIER}{number}: {}", figure.cell),
        ..figure.clone()
    };
    Told {
        figures: told.figures.iter().map(figure).collect(),
        tables: told.tables.clone(),
    }
}

/// What an audit means for a report.
pub(super) struct Judged {
    /// What the report gives away, alone or with earlier ones.
    pub(super) open: Vec<Breach>,
    /// How much follows from earlier reports alone; none can be called back.
    pub(super) out_before: usize,
    pub(super) certificate: Certificate,
}

pub(super) fn judge(case: &Case, memory: &Memory, watch: &mut Watch) -> Result<Judged> {
    let Audited {
        breaches: mut open,
        certificate,
    } = look(case, memory, watch)?;
    let is_old = |at: &usize| release_of(&case.statements[*at].place).is_some();
    let found = open.len();
    if open.iter().any(|it| it.statements.iter().any(is_old)) {
        // It is out if it was so without this report.
        let mut alone = case.clone();
        let is_old = |it: &Statement| release_of(&it.place).is_some();
        alone.statements.retain(is_old);
        let known = look(&alone, memory, watch)?.breaches;
        let same = |a: &Breach, b: &Breach| {
            (a.wave, a.question, a.kind, &a.atoms) == (b.wave, b.question, b.kind, &b.atoms)
        };
        open.retain(|breach| !known.iter().any(|it| same(it, breach)));
    }
    let out_before = found - open.len();
    Ok(Judged {
        open,
        out_before,
        certificate,
    })
}

fn look(case: &Case, memory: &Memory, watch: &mut Watch) -> Result<Audited> {
    let outcome = audit_again(case, memory, &watch.audit());
    watch.step(Stage::Proving, None)?;
    outcome.map_err(|stopped| match stopped {
        Stopped::Cancelled => Kind::Cancelled.into(),
        Stopped::UnfitPopulation(at) => Kind::Internal(format!("audit: population {at}")).into(),
        Stopped::UnfitStatement(at) => {
            let place = case.statements.get(at).map_or("", |it| it.place.as_str());
            Kind::Report(ReportFault::Misread(place.to_owned())).into()
        }
    })
}

pub(super) fn unsafe_report(case: &Case, breach: &Breach) -> Error {
    let first = breach.statements.first();
    let place = first.and_then(|at| case.statements.get(*at));
    let place = place.map_or_else(String::new, |it| it.place.clone());
    Kind::Report(ReportFault::Unsafe(place)).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disclosure::audit::{Atom, Fact, Population, Question};

    /// Two groups of 6 and 3 people, and what was told of whom where.
    fn judged(said: &[(&str, &[usize], f64)]) -> Judged {
        let atom = |name: &str, answered| Atom {
            name: name.to_owned(),
            answered: vec![answered],
            ..Atom::default()
        };
        let says = |(place, atoms, mean): &(&str, &[usize], f64)| Statement {
            wave: 0,
            question: 0,
            atoms: atoms.to_vec(),
            fact: Fact::Mean {
                low: *mean,
                high: *mean,
            },
            place: (*place).to_owned(),
        };
        let case = Case {
            min_group: 5,
            populations: vec![Population {
                wave: "w".to_owned(),
                questions: vec![Question {
                    key: "q".to_owned(),
                    values: (1..=5).map(f64::from).collect(),
                    ..Question::default()
                }],
                atoms: vec![atom("a", 6), atom("b", 3)],
            }],
            statements: said.iter().map(says).collect(),
        };
        let judged = judge(&case, &Memory::default(), &mut Watch::silent());
        judged.expect("the case fits together")
    }

    #[test]
    fn what_follows_from_earlier_reports_alone_is_told_and_stops_nothing() {
        let few: (&str, &[usize], f64) = ("№ 1: Summary!B2", &[1], 3.0);
        let all: (&str, &[usize], f64) = ("Summary!B3", &[0, 1], 3.0);
        for said in [&[few][..], &[few, all]] {
            let found = judged(said);
            assert!(found.open.is_empty(), "{:?}", found.open);
            assert!(found.out_before > 0);
        }
    }

    #[test]
    fn what_follows_only_together_with_an_earlier_report_is_open() {
        let most: (&str, &[usize], f64) = ("№ 1: Summary!B2", &[0], 3.0);
        let all: (&str, &[usize], f64) = ("Summary!B3", &[0, 1], 3.0);
        let found = judged(&[most, all]);
        assert!(!found.open.is_empty());
        assert_eq!(found.out_before, 0);
    }
}
