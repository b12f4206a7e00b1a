//! How managers and mystery shoppers rate: severity, range, halo. Peers are in no line, and those they
//! are compared with stand in as means of at least three.

use std::collections::{BTreeMap, HashMap};

use super::groups::over_people;
use super::peers::{Shielded, ShieldedPerson};
use super::{
    Halo, HandedIn, RangeUse, Rated, RaterLine, RoundInput, Severity, SeverityVerdict, Why,
};
use crate::domain::rating::{Level, Rater, Source};
use crate::stats::LEVEL;
use crate::stats::correlation::{Kind, coefficient};
use crate::stats::descriptive::{mean, standard_deviation};
use crate::stats::multiple::{Method, adjust};
use crate::stats::raters::{Cell, halo, own_against_others, rater_effects};

/// Smaller differences are not worth a word.
const NOTABLE: f64 = 0.25;
/// From so many levels a narrow range is told.
const RANGE_FROM: usize = 16;
/// Sheets whose levels spread less than this on average tell little apart.
const HALO_SD: f64 = 0.35;
/// From so many sheets halo is told.
const HALO_FROM: usize = 3;

/// Who rates by name, in which part.
type Key = (Rater, Source);

/// A sheet with the person it is about.
type Given<'a> = (&'a ShieldedPerson<'a>, &'a HandedIn);

/// One line per manager and mystery shopper, the strictest first.
pub(super) fn lines(input: &RoundInput<'_>, shielded: &Shielded<'_>) -> Vec<RaterLine> {
    let mut given: BTreeMap<Key, Vec<Given<'_>>> = BTreeMap::new();
    for person in &shielded.people {
        for sheet in &person.named {
            let source = sheet.assignment.source;
            if source != Source::Itself && sheet.assignment.rater != Rater::Erased {
                let key = (sheet.assignment.rater.clone(), source);
                given.entry(key).or_default().push((person, sheet));
            }
        }
    }
    let effects = effects(input, shielded, &given);
    let mut lines: Vec<RaterLine> = given
        .iter()
        .map(|(key, given)| line(input, key, given, effects.get(key).copied().flatten()))
        .collect();
    settle_verdicts(&mut lines);
    let order = |line: &RaterLine| {
        line.severity
            .map_or(f64::INFINITY, |found| found.difference)
    };
    lines.sort_by(|a, b| {
        let by_severity = order(a).total_cmp(&order(b));
        by_severity.then_with(|| (&a.rater, a.source).cmp(&(&b.rater, b.source)))
    });
    lines
}

fn line(input: &RoundInput<'_>, key: &Key, given: &[Given<'_>], effect: Option<f64>) -> RaterLine {
    let levels: Vec<Level> = given
        .iter()
        .flat_map(|(_, sheet)| sheet.sheet.marks.iter().filter_map(|mark| mark.level()))
        .collect();
    let mut distribution = [0; 5];
    for level in &levels {
        distribution[level.index()] += 1;
    }
    let people: std::collections::BTreeSet<_> =
        given.iter().map(|(person, _)| person.person.id).collect();
    let (own, others) = pairs(input, key, given);
    RaterLine {
        rater: key.0.clone(),
        source: key.1,
        rated: people.len(),
        severity: severity(input, key, given),
        adjusted: effect.ok_or(Why::Disjoint),
        r_with_others: if own.is_empty() {
            Err(Why::Disjoint)
        } else {
            coefficient(Kind::Pearson, &own, &others).map_err(Why::from)
        },
        range: range(&levels),
        halo: halo_of(input, given),
        straight: straight(given),
        distribution,
    }
}

/// What others say of the same person and competency: sources by weight of one, this rater left out.
fn reference(person: &ShieldedPerson<'_>, competency: usize, (rater, source): &Key) -> Option<f64> {
    let mut means = Vec::new();
    for (place, other) in Source::OTHERS.into_iter().enumerate() {
        if other != *source {
            means.extend(person.means[competency][place].ok().map(|mean| mean.value));
            continue;
        }
        let colleagues: Vec<f64> = person
            .named
            .iter()
            .filter(|sheet| sheet.assignment.source == *source && sheet.assignment.rater != *rater)
            .filter_map(|sheet| Some(sheet.sheet.marks.get(competency)?.level()?.value()))
            .collect();
        means.extend(mean(&colleagues).ok());
    }
    mean(&means).ok()
}

/// Levels of the rater and of the others where both are there.
fn pairs(input: &RoundInput<'_>, key: &Key, given: &[Given<'_>]) -> (Vec<f64>, Vec<f64>) {
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for (person, sheet) in given {
        for competency in 0..input.model.competencies.len() {
            let level = sheet
                .sheet
                .marks
                .get(competency)
                .and_then(|mark| mark.level());
            if let (Some(level), Some(other)) = (level, reference(person, competency, key)) {
                own.push(level.value());
                others.push(other);
            }
        }
    }
    (own, others)
}

/// Rater minus others, person by person.
fn severity(input: &RoundInput<'_>, key: &Key, given: &[Given<'_>]) -> Rated<Severity> {
    let mut apart = Vec::new();
    for one in given {
        let (own, others) = pairs(input, key, std::slice::from_ref(one));
        if !own.is_empty() {
            let each: Vec<f64> = own.iter().zip(&others).map(|(a, b)| a - b).collect();
            apart.push(mean(&each)?);
        }
    }
    if apart.is_empty() {
        return Err(Why::Disjoint);
    }
    let zeros = vec![0.0; apart.len()];
    let test = own_against_others(&apart, &zeros, LEVEL).and_then(|found| found.test);
    Ok(Severity {
        difference: mean(&apart)?,
        interval: over_people(&apart),
        common: apart.len(),
        p: test.map(|test| test.p).map_err(Why::from),
        verdict: SeverityVerdict::Even,
    })
}

/// Verdicts once the p values count all raters.
fn settle_verdicts(lines: &mut [RaterLine]) {
    let p: Vec<Option<f64>> = lines
        .iter()
        .map(|line| line.severity.ok().and_then(|found| found.p.ok()))
        .collect();
    let Ok(adjusted) = adjust(Method::BenjaminiHochberg, &p) else {
        return;
    };
    for (line, p) in lines.iter_mut().zip(adjusted.p) {
        let Ok(found) = &mut line.severity else {
            continue;
        };
        if let Some(p) = p {
            found.p = Ok(p);
        }
        // The very same difference with three people and more needs no test.
        let is_constant = found.p == Err(Why::AllEqual) && found.common >= 3;
        let is_settled = is_constant || found.p.is_ok_and(|p| p < 1.0 - LEVEL);
        found.verdict = match found.difference {
            apart if is_settled && apart <= -NOTABLE => SeverityVerdict::Strict,
            apart if is_settled && apart >= NOTABLE => SeverityVerdict::Lenient,
            _ => SeverityVerdict::Even,
        };
    }
}

fn range(levels: &[Level]) -> Rated<RangeUse> {
    let low = levels.iter().min().copied().ok_or(Why::Nobody)?;
    let high = levels.iter().max().copied().ok_or(Why::Nobody)?;
    let values: Vec<f64> = levels.iter().map(|level| level.value()).collect();
    Ok(RangeUse {
        low,
        high,
        sd: standard_deviation(&values).unwrap_or(0.0),
        is_narrow: levels.len() >= RANGE_FROM && high.get() - low.get() <= 1,
    })
}

/// Sheets with a level in every competency.
fn halo_of(input: &RoundInput<'_>, given: &[Given<'_>]) -> Rated<Halo> {
    let mut columns = vec![Vec::new(); input.model.competencies.len()];
    for (_, sheet) in given {
        let levels: Option<Vec<f64>> = sheet
            .sheet
            .marks
            .iter()
            .map(|mark| Some(mark.level()?.value()))
            .collect();
        for (column, level) in columns.iter_mut().zip(levels.into_iter().flatten()) {
            column.push(level);
        }
    }
    let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let found = halo(&slices)?;
    Ok(Halo {
        within_sd: found.within_sd,
        mean_r: found.mean_r.map_err(Why::from),
        is_high: found.n >= HALO_FROM && found.within_sd < HALO_SD,
    })
}

fn straight(given: &[Given<'_>]) -> (usize, usize) {
    let (mut straight, mut all) = (0, 0);
    for (_, sheet) in given {
        let mut levels = sheet.sheet.marks.iter().filter_map(|mark| mark.level());
        let Some(first) = levels.next() else { continue };
        let rest: Vec<Level> = levels.collect();
        if !rest.is_empty() {
            all += 1;
            straight += usize::from(rest.iter().all(|level| *level == first));
        }
    }
    (straight, all)
}

/// score ~ person and competency + rater, peers of everybody together as one rater.
fn effects(
    input: &RoundInput<'_>,
    shielded: &Shielded<'_>,
    given: &BTreeMap<Key, Vec<Given<'_>>>,
) -> BTreeMap<Key, Option<f64>> {
    let competencies = input.model.competencies.len();
    let place: HashMap<_, _> = shielded
        .people
        .iter()
        .enumerate()
        .map(|(place, person)| (person.person.id, place))
        .collect();
    let mut cells = Vec::new();
    for (rater, given) in given.values().enumerate() {
        for (person, sheet) in given {
            let Some(subject) = place.get(&person.person.id) else {
                continue;
            };
            for (competency, mark) in sheet.sheet.marks.iter().enumerate() {
                cells.extend(mark.level().map(|level| Cell {
                    subject: subject * competencies + competency,
                    rater,
                    score: level.value(),
                }));
            }
        }
    }
    for (subject, person) in shielded.people.iter().enumerate() {
        for (competency, means) in person.means.iter().enumerate() {
            cells.extend(means[1].ok().map(|peers| Cell {
                subject: subject * competencies + competency,
                rater: given.len(),
                score: peers.value,
            }));
        }
    }
    let subjects = shielded.people.len() * competencies;
    let found = rater_effects(&cells, subjects, given.len() + 1);
    let effects = found.map_or_else(|_| vec![None; given.len()], |found| found.effects);
    given.keys().cloned().zip(effects).collect()
}
