//! What goes with engagement and with NPS, in words: the sentence, the refusal, the flags.

use super::cell::{hidden, undefined};
use super::change::Sentence;
use crate::analysis::{
    DriverLine, DriverModel, EngagementDrivers, Findings, NoModel, NpsDrivers, SharesBy,
    WaveFindings,
};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::tr;

/// From this variance inflation on dimensions are hard to tell apart.
const REPEATS: f64 = 5.0;

/// Which dimension goes most with engagement, or why that cannot be said.
#[must_use]
pub fn drivers(lang: Lang, findings: &Findings, found: &EngagementDrivers) -> Sentence {
    let model = match &found.model {
        Ok(model) => model,
        Err(reason) => return refused(lang, findings, *reason),
    };
    let Some(first) = model.lines.first() else {
        return refused(lang, findings, NoModel::NothingToCompare);
    };
    let outcome = found.dimension.map_or("", |at| title(lang, findings, at));
    let driver = title(lang, findings, first.dimension);
    let mut detail = vec![basis(lang, model, first, Unit::Persons)];
    detail.extend(cautions(lang, findings, model));
    Sentence {
        headline: tr!(lang, "drivers-headline", outcome = outcome, driver = driver),
        detail: detail.join(" "),
    }
}

fn refused(lang: Lang, findings: &Findings, reason: NoModel) -> Sentence {
    Sentence {
        headline: message(lang, "drivers-none"),
        detail: because(lang, findings, reason),
    }
}

/// Which dimension goes most with the NPS of branches, or why that cannot be said and what can.
#[must_use]
pub fn nps_drivers(
    lang: Lang,
    findings: &Findings,
    wave: &WaveFindings,
    found: &NpsDrivers,
) -> Sentence {
    if let Ok(model) = &found.model
        && let Some(first) = model.lines.first()
    {
        let driver = title(lang, findings, first.dimension);
        let mut detail = vec![basis(lang, model, first, Unit::Branches)];
        detail.extend(cautions(lang, findings, model));
        return Sentence {
            headline: tr!(lang, "drivers-nps-headline", driver = driver),
            detail: detail.join(" "),
        };
    }
    let reason = found.model.as_ref().err().copied();
    let reason = reason.unwrap_or(NoModel::NothingToCompare);
    let mut detail = because(lang, findings, reason);
    let single = found.single.first().and_then(|at| wave.links.get(*at));
    if let Some(link) = single
        && let Ok(rho) = link.spearman
    {
        let driver = title(lang, findings, link.dimension);
        let single = tr!(
            lang,
            "drivers-nps-single",
            driver = driver,
            rho = number::decimal(lang, rho.value, 2),
            interval = number::interval(lang, rho.low, rho.high, 2)
        );
        detail = format!("{detail} {single}");
    }
    Sentence {
        headline: message(lang, "drivers-nps-none"),
        detail,
    }
}

/// Why there is no model, as a clause without a full stop.
#[must_use]
pub fn no_model(lang: Lang, findings: &Findings, reason: NoModel) -> String {
    match reason {
        NoModel::Blocks => message(lang, "no-model-blocks"),
        NoModel::Means => message(lang, "no-model-means"),
        NoModel::NothingToCompare => message(lang, "no-model-nothing"),
        NoModel::NoCustomers => message(lang, "no-model-customers"),
        NoModel::TooFewPersons { need } => tr!(lang, "no-model-persons", need = need),
        NoModel::TooFewBranches { n, need } => {
            tr!(lang, "no-model-branches", n = n, need = need)
        }
        NoModel::Hidden(reason) => hidden(lang, reason, findings.min_group),
        NoModel::Undefined(reason) => undefined(lang, reason),
    }
}

/// What makes a driver hard to read: a word and its explanation, or nothing.
#[must_use]
pub fn driver_flag(lang: Lang, line: &DriverLine) -> Option<(String, String)> {
    if line.is_suppressor {
        let key = "driver-suppressor";
        return Some((message(lang, key), message(lang, "driver-suppressor-why")));
    }
    let vif = number::decimal(lang, line.vif, 1);
    (line.vif > REPEATS).then(|| {
        (
            message(lang, "driver-overlap"),
            tr!(lang, "driver-overlap-why", vif = vif),
        )
    })
}

/// The interval of a share in percent: `16…27 %`.
#[must_use]
pub fn share_interval(lang: Lang, (low, high): (f64, f64)) -> String {
    let low = number::decimal(lang, low * 100.0, 0);
    format!("{low}…{}", number::percent(lang, high))
}

/// Whose differences are divided.
#[derive(Clone, Copy)]
enum Unit {
    Persons,
    Branches,
}

fn basis(lang: Lang, model: &DriverModel, line: &DriverLine, unit: Unit) -> String {
    let share = number::percent(lang, line.share);
    let all = number::percent(lang, model.r_squared);
    let n = number::count(lang, u64::try_from(model.n).unwrap_or(u64::MAX));
    let Ok(ends) = line.interval else {
        let key = match unit {
            Unit::Persons => "drivers-detail-plain",
            Unit::Branches => "drivers-nps-detail-plain",
        };
        return tr!(lang, key, share = share, all = all, n = n);
    };
    let key = match unit {
        Unit::Persons => "drivers-detail",
        Unit::Branches => "drivers-nps-detail",
    };
    let interval = share_interval(lang, ends);
    tr!(
        lang,
        key,
        share = share,
        interval = interval,
        all = all,
        n = n
    )
}

fn cautions(lang: Lang, findings: &Findings, model: &DriverModel) -> Vec<String> {
    let mut said = Vec::new();
    if let [first, second, ..] = model.lines.as_slice()
        && let (Ok((low, _)), Ok((_, high))) = (first.interval, second.interval)
        && low <= high
    {
        let [first, second] = [first, second].map(|it| title(lang, findings, it.dimension));
        said.push(tr!(lang, "drivers-overlap", first = first, second = second));
    }
    if model.shares_by == SharesBy::RelativeWeights {
        said.push(tr!(lang, "drivers-by-weights", n = model.lines.len()));
    }
    if model.largest_vif > REPEATS {
        let vif = number::decimal(lang, model.largest_vif, 1);
        said.push(tr!(lang, "drivers-repeat", vif = vif));
    }
    said
}

fn because(lang: Lang, findings: &Findings, reason: NoModel) -> String {
    let reason = no_model(lang, findings, reason);
    tr!(lang, "drivers-because", reason = reason)
}

fn title(lang: Lang, findings: &Findings, dimension: usize) -> &str {
    let found = findings.dimensions.get(dimension);
    found.map_or("", |it| it.title.get(lang))
}
