//! The second looks at a link in plain sentences, for the method fold and the workbook.

use crate::analysis::{
    CorrectedLink, LaggedLink, Link, LinkExtras, PartialLink, RegionSplit, Shrinkage, WeightedLink,
};
use crate::domain::{Audience, Lang};
use crate::i18n::{message, number};
use crate::stats::Undefined;
use crate::tr;

/// What was looked at and what it showed, in the order of reading.
#[must_use]
pub fn link_extras(lang: Lang, extras: &LinkExtras) -> Vec<(String, String)> {
    let mut found = vec![(
        message(lang, "extras-weighted"),
        said(lang, &extras.weighted, |it| weighted(lang, it)),
    )];
    for held in &extras.partial {
        found.push((
            message(lang, &format!("extras-held-{}", held.held.code())),
            partial(lang, held),
        ));
    }
    if extras.partial.is_empty() {
        found.push((
            message(lang, "extras-held"),
            message(lang, "extras-held-unknown"),
        ));
    }
    if let Some(split) = &extras.regions {
        found.push((
            message(lang, "extras-regions"),
            said(lang, split, |it| regions(lang, it)),
        ));
    }
    found.push((
        message(lang, "extras-corrected"),
        match &extras.corrected {
            Err(Undefined::Unreliable) => message(lang, "extras-not-estimable"),
            other => said(lang, other, |it| corrected(lang, it)),
        },
    ));
    found.push((
        message(lang, "extras-lag"),
        match &extras.lagged {
            None => message(lang, "extras-lag-first"),
            Some(other) => said(lang, other, |it| lagged(lang, it)),
        },
    ));
    for (key, side, places) in [
        ("extras-staff", &extras.staff, 2),
        ("extras-customers", &extras.customers, 1),
    ] {
        found.push((
            message(lang, key),
            said(lang, side, |it| spread(lang, it, places)),
        ));
    }
    found
}

/// How many of the branches of contact staff are mixed; nothing for everybody and the back office.
#[must_use]
pub fn mixed(lang: Lang, link: &Link) -> Option<String> {
    match link.audience {
        Audience::Contact => Some(tr!(lang, "link-mixed", n = link.mixed)),
        Audience::All | Audience::BackOffice => None,
    }
}

/// What shrunken figures mean; or that the branches do not differ, or that there are none.
#[must_use]
pub fn shrunken_note(lang: Lang, found: &Result<Shrinkage, Undefined>) -> String {
    match found {
        Ok(it) if it.tau_squared <= 0.0 => message(lang, "shrunken-none"),
        Ok(_) => message(lang, "shrunken-note"),
        Err(reason) => {
            let reason = super::undefined(lang, *reason);
            tr!(lang, "shrunken-undefined", reason = reason)
        }
    }
}

fn said<T>(lang: Lang, found: &Result<T, Undefined>, words: impl FnOnce(&T) -> String) -> String {
    match found {
        Ok(value) => words(value),
        Err(reason) => super::undefined(lang, *reason),
    }
}

/// A coefficient with two places, or why there is none.
fn two(lang: Lang, found: Result<f64, Undefined>) -> String {
    said(lang, &found, |value| number::decimal(lang, *value, 2))
}

fn weighted(lang: Lang, found: &WeightedLink) -> String {
    tr!(
        lang,
        "extras-weighted-text",
        weighted = number::decimal(lang, found.weighted, 2),
        plain = number::decimal(lang, found.unweighted, 2),
        n = found.n
    )
}

fn partial(lang: Lang, found: &PartialLink) -> String {
    said(lang, &found.rho, |rho| {
        tr!(
            lang,
            "extras-held-text",
            rho = number::decimal(lang, rho.value, 2),
            interval = number::interval(lang, rho.low, rho.high, 2),
            r = two(lang, found.r.map(|r| r.value)),
            n = found.n
        )
    })
}

fn regions(lang: Lang, found: &RegionSplit) -> String {
    tr!(
        lang,
        "extras-regions-text",
        within = two(lang, found.within),
        between = two(lang, found.between),
        regions = found.regions
    )
}

fn corrected(lang: Lang, found: &CorrectedLink) -> String {
    let key = if found.is_capped {
        "extras-corrected-capped"
    } else {
        "extras-corrected-text"
    };
    tr!(
        lang,
        key,
        r = number::decimal(lang, found.value, 2),
        staff = number::decimal(lang, found.staff, 2),
        customers = number::decimal(lang, found.customers, 2)
    )
}

fn lagged(lang: Lang, found: &LaggedLink) -> String {
    let figures = tr!(
        lang,
        "extras-lag-text",
        staff = number::decimal(lang, found.staff_to_customers, 2),
        customers = number::decimal(lang, found.customers_to_staff, 2),
        changes = two(lang, found.changes),
        n = found.n
    );
    let stability = tr!(
        lang,
        "extras-lag-stability",
        staff = number::decimal(lang, found.staff_stability, 2),
        customers = number::decimal(lang, found.customers_stability, 2)
    );
    let rest = match found.tests {
        None => message(lang, "extras-lag-few"),
        Some(tests) => match tests.difference {
            Ok((_, p)) => tr!(lang, "extras-lag-test", p = number::p_statement(lang, p)),
            Err(reason) => super::undefined(lang, reason),
        },
    };
    format!("{figures} {stability} {rest}")
}

fn spread(lang: Lang, found: &Shrinkage, places: usize) -> String {
    if found.tau_squared <= 0.0 {
        return tr!(lang, "extras-spread-none", n = found.n);
    }
    tr!(
        lang,
        "extras-spread-text",
        spread = number::decimal(lang, found.tau_squared.sqrt(), places),
        mean = number::decimal(lang, found.mean, places),
        n = found.n
    )
}
