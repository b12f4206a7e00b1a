//! Agreement of raters over a whole round: one rounded coefficient each. None of them changes when
//! peers swap their levels.

use super::peers::Shielded;
use super::profile::count;
use super::{Agreement, AgreementWord, Coefficient, Rated, Why};
use crate::domain::rating::{Level, Source};
use crate::stats::LEVEL;
use crate::stats::descriptive::median;
use crate::stats::raters::{
    Disagreement, Form, Metric, gwet_ac2_ordinal, icc_interval, icc_one_way, icc_table, icc_value,
    kappa, krippendorff_alpha, pooled_margin,
};
use rayon::prelude::*;

/// Fewer units than this tell nothing about a round.
const UNITS_MIN: usize = 10;
/// Parts that are left out in turn for the interval of alpha.
const PARTS: usize = 10;

pub(super) fn agreement(shielded: &Shielded<'_>) -> Agreement {
    let units: Vec<Vec<f64>> = shielded
        .units
        .iter()
        .filter(|unit| unit.len() >= 2)
        .cloned()
        .collect();
    let enough = || {
        if shielded.units.is_empty() {
            Err(Why::Nobody)
        } else if units.is_empty() {
            Err(Why::OneRater)
        } else {
            at_least(units.len())
        }
    };
    let of_units = |make: &dyn Fn() -> Rated<Coefficient>| enough().and_then(|()| make());
    Agreement {
        kappa: self_and_manager(shielded),
        alpha: of_units(&|| alpha(&units)),
        ac2: of_units(&|| {
            let found = gwet_ac2_ordinal(&units)?;
            let margin = pooled_margin(found.units - 1, LEVEL)? * found.standard_error;
            let interval = Ok((found.value - margin, found.value + margin));
            Ok(coefficient(found.value, interval, units.len()))
        }),
        icc1k: of_units(&|| {
            let (value, interval, _) = icc_one_way(&units, LEVEL)?;
            Ok(coefficient(
                value,
                Ok((interval.low, interval.high)),
                units.len(),
            ))
        }),
        icc_ak: manager_and_peers(shielded),
        rwg: within(shielded),
    }
}

fn at_least(n: usize) -> Rated<()> {
    if n < UNITS_MIN {
        let need = UNITS_MIN;
        return Err(Why::FewPeople { n, need });
    }
    Ok(())
}

/// Two decimals are what a coefficient over a round bears.
fn coefficient(value: f64, interval: Rated<(f64, f64)>, n: usize) -> Coefficient {
    let cut = |value: f64| (value.clamp(-1.0, 1.0) * 100.0).round() / 100.0;
    let value = cut(value);
    Coefficient {
        value,
        interval: interval.map(|(low, high)| (cut(low), cut(high))),
        n,
        word: AgreementWord::of(value),
    }
}

fn self_and_manager(shielded: &Shielded<'_>) -> Rated<Coefficient> {
    let (mut own, mut managers) = (Vec::new(), Vec::new());
    let (mut has_own, mut has_manager) = (false, false);
    for person in &shielded.people {
        let manager = person
            .named
            .iter()
            .find(|sheet| sheet.assignment.source == Source::Manager);
        has_manager |= manager.is_some();
        for (competency, level) in person.own.iter().enumerate() {
            has_own |= level.is_some();
            let given = manager.and_then(|sheet| sheet.sheet.marks.get(competency)?.level());
            if let (Some(level), Some(given)) = (level, given) {
                own.push(Level::value(*level));
                managers.push(given.value());
            }
        }
    }
    if own.is_empty() {
        return Err(match (has_own, has_manager) {
            (true, true) => Why::Disjoint,
            (false, _) => Why::NoSelf,
            (true, false) => Why::OneRater,
        });
    }
    at_least(own.len())?;
    let found = kappa(&own, &managers, Disagreement::Quadratic)?;
    let interval = found.interval(LEVEL);
    let interval = interval.map(|interval| (interval.low, interval.high));
    Ok(coefficient(
        found.value,
        interval.map_err(Why::from),
        found.n,
    ))
}

/// Alpha, with an interval from leaving out a tenth of the units in turn.
fn alpha(units: &[Vec<f64>]) -> Rated<Coefficient> {
    let value = krippendorff_alpha(units, Metric::Ordinal)?;
    let without = |part: usize| {
        let rest: Vec<Vec<f64>> = units
            .iter()
            .enumerate()
            .filter(|(place, _)| place % PARTS != part)
            .map(|(_, unit)| unit.clone())
            .collect();
        krippendorff_alpha(&rest, Metric::Ordinal)
    };
    let parts: Result<Vec<f64>, _> = (0..PARTS).into_par_iter().map(without).collect();
    let interval = parts.map_err(Why::from).and_then(|parts| {
        let middle = parts.iter().sum::<f64>() / count(PARTS);
        let squares: f64 = parts.iter().map(|part| (part - middle).powi(2)).sum();
        let error = (squares * (count(PARTS) - 1.0) / count(PARTS)).sqrt();
        let margin = pooled_margin(PARTS - 1, LEVEL)? * error;
        Ok((value - margin, value + margin))
    });
    Ok(coefficient(value, interval, units.len()))
}

fn manager_and_peers(shielded: &Shielded<'_>) -> Rated<Coefficient> {
    let (mut managers, mut peers) = (Vec::new(), Vec::new());
    let (mut has_manager, mut has_peers) = (false, false);
    for means in shielded.people.iter().flat_map(|person| &person.means) {
        has_manager |= means[0].is_ok();
        has_peers |= means[1].is_ok();
        if let (Ok(manager), Ok(peer)) = (means[0], means[1]) {
            managers.push(manager.value);
            peers.push(peer.value);
        }
    }
    if managers.is_empty() {
        return Err(match (has_manager, has_peers) {
            (true, true) => Why::Disjoint,
            (true, false) => Why::FewPeers,
            (false, _) => Why::OneRater,
        });
    }
    at_least(managers.len())?;
    let table = icc_table(&[&managers, &peers])?;
    let value = icc_value(&table, Form::AgreementMean)?;
    let interval = icc_interval(&table, Form::AgreementMean, LEVEL);
    let interval = interval.map(|interval| (interval.low, interval.high));
    Ok(coefficient(
        value,
        interval.map_err(Why::from),
        managers.len(),
    ))
}

/// The median of r_wg(j) over people; the quartiles stand for an interval.
fn within(shielded: &Shielded<'_>) -> Rated<Coefficient> {
    let all = shielded.people.iter().map(|person| person.agreement);
    let known: Vec<f64> = all.clone().filter_map(Result::ok).collect();
    if known.is_empty() {
        return Err(all.filter_map(Result::err).next().unwrap_or(Why::Nobody));
    }
    let quartile = |share| crate::stats::descriptive::quantile(&known, share);
    let interval = quartile(0.25).and_then(|low| Ok((low, quartile(0.75)?)));
    Ok(coefficient(
        median(&known)?,
        interval.map_err(Why::from),
        known.len(),
    ))
}
