//! Values that may be hidden or undefined, as JSON.

use serde::Serialize;

use crate::analysis::{Change, Coefficient};
use crate::disclosure::{Favourable, NpsFigure, Published, Score, ShownCount};
use crate::domain::MinGroup;
use crate::stats::Undefined;

/// A value, or why there is none.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Maybe<T> {
    Value(T),
    Hidden { hidden: &'static str },
    Undefined(UndefinedReason),
}

/// Why a statistic has no value.
#[derive(Serialize)]
pub(super) struct UndefinedReason {
    pub(super) undefined: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) n: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) need: Option<usize>,
}

/// How many answers: a number, or `"5-9"`.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Count {
    Exact(u32),
    Range(String),
    Undefined(UndefinedReason),
}

#[derive(Serialize)]
pub(super) struct Range {
    pub(super) lo: f64,
    pub(super) hi: f64,
}

#[derive(Serialize)]
pub(super) struct Mean {
    mean: f64,
    n: Count,
    interval: Maybe<Range>,
    favourable: Maybe<Shares>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Shares {
    Exact {
        levels: [f64; 5],
        share: f64,
        unfavourable: f64,
        lo: f64,
        hi: f64,
    },
    Band {
        band_lo: f64,
        band_hi: f64,
    },
}

#[derive(Serialize)]
pub(super) struct Nps {
    value: f64,
    lo: f64,
    hi: f64,
    n: Count,
    promoters: Maybe<f64>,
    detractors: Maybe<f64>,
}

#[derive(Serialize)]
pub(super) struct Difference {
    before: f64,
    after: f64,
    difference: f64,
    interval: Maybe<Range>,
    is_settled: bool,
}

/// Any coefficient under its own name, such as `rho`.
pub(super) struct Named {
    name: &'static str,
    value: Coefficient,
}

impl Serialize for Named {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry(self.name, &self.value.value)?;
        map.serialize_entry("lo", &self.value.low)?;
        map.serialize_entry("hi", &self.value.high)?;
        map.serialize_entry("p", &self.value.p)?;
        map.end()
    }
}

pub(super) const fn reason(code: &'static str) -> UndefinedReason {
    UndefinedReason {
        undefined: code,
        n: None,
        need: None,
    }
}

pub(super) fn undefined_reason(undefined: Undefined) -> UndefinedReason {
    match undefined {
        Undefined::TooFew { n, need } => UndefinedReason {
            undefined: "too_few",
            n: Some(n),
            need: Some(need),
        },
        Undefined::NoVariance => reason("no_variance"),
        Undefined::Perfect => reason("perfect"),
        Undefined::Lengths => reason("unequal_lengths"),
        Undefined::NotFinite => reason("not_finite"),
        Undefined::OutOfRange => reason("out_of_range"),
        Undefined::Collinear => reason("collinear"),
        Undefined::Unreliable => reason("unreliable"),
        Undefined::NoConvergence => reason("no_convergence"),
    }
}

pub(super) fn statistic<T, U>(value: Result<T, Undefined>, shape: impl FnOnce(T) -> U) -> Maybe<U> {
    match value {
        Ok(value) => Maybe::Value(shape(value)),
        Err(undefined) => Maybe::Undefined(undefined_reason(undefined)),
    }
}

/// A value that was not computed or not delivered.
pub(super) fn optional<T>(value: Option<T>, missing: &'static str) -> Maybe<T> {
    value.map_or_else(|| Maybe::Undefined(reason(missing)), Maybe::Value)
}

pub(super) fn range(interval: Option<(f64, f64)>) -> Maybe<Range> {
    optional(interval.map(|(lo, hi)| Range { lo, hi }), "not_computed")
}

pub(super) fn coefficient(
    name: &'static str,
    value: Result<Coefficient, Undefined>,
) -> Maybe<Named> {
    statistic(value, |value| Named { name, value })
}

pub(super) fn count(n: ShownCount, min_group: MinGroup) -> Count {
    match n {
        ShownCount::Exact(n) => Count::Exact(n),
        ShownCount::FiveToNine => Count::Range(format!("{}-9", min_group.get())),
        ShownCount::NotDelivered => Count::Undefined(reason("not_delivered")),
    }
}

fn hidden_detail<T>(value: Option<T>) -> Maybe<T> {
    let code = crate::disclosure::Reason::DetailTooFine.code();
    value.map_or(Maybe::Hidden { hidden: code }, Maybe::Value)
}

pub(super) fn mean(score: &Published<Score>, min_group: MinGroup) -> Maybe<Mean> {
    match score {
        Published::Hidden(reason) => Maybe::Hidden {
            hidden: reason.code(),
        },
        Published::Shown { value, n } => Maybe::Value(Mean {
            mean: value.mean,
            n: count(*n, min_group),
            interval: hidden_detail(value.interval.map(|(lo, hi)| Range { lo, hi })),
            favourable: hidden_detail(value.favourable.map(shares)),
        }),
    }
}

fn shares(favourable: Favourable) -> Shares {
    match favourable {
        Favourable::Band { low, high } => Shares::Band {
            band_lo: f64::from(low) / 100.0,
            band_hi: f64::from(high) / 100.0,
        },
        Favourable::Exact {
            levels,
            favourable,
            unfavourable,
            interval: (lo, hi),
        } => Shares::Exact {
            levels,
            share: favourable,
            unfavourable,
            lo,
            hi,
        },
    }
}

pub(super) fn nps(figure: &Published<NpsFigure>, min_group: MinGroup) -> Maybe<Nps> {
    match figure {
        Published::Hidden(reason) => Maybe::Hidden {
            hidden: reason.code(),
        },
        Published::Shown { value, n } => Maybe::Value(Nps {
            value: value.value,
            lo: value.low,
            hi: value.high,
            n: count(*n, min_group),
            promoters: hidden_detail(value.promoters),
            detractors: hidden_detail(value.detractors),
        }),
    }
}

pub(super) fn difference(change: &Change) -> Difference {
    Difference {
        before: change.before,
        after: change.after,
        difference: change.difference,
        interval: range(change.interval),
        is_settled: change.is_settled,
    }
}

/// A published change; none in the first wave.
pub(super) fn change(change: Option<&Published<Change>>) -> Maybe<Difference> {
    match change {
        None => Maybe::Undefined(reason("no_previous_wave")),
        Some(Published::Hidden(reason)) => Maybe::Hidden {
            hidden: reason.code(),
        },
        Some(Published::Shown { value, .. }) => Maybe::Value(difference(value)),
    }
}
