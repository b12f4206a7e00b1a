//! The JSON of `analyze`, key by key.

use serde_json::Value;

use super::json_leaves::Walk;
use super::names::Names;
use super::page::{mean, net, rate, share};
use super::{About, OtherKind, Place, Released, Says, Segment, Subject};
use crate::domain::{Audience, Lever, Motive};
use crate::error::{Error, Kind, Limit, Result};
use crate::import::limits::{ReadLimits, within};

use OtherKind::{
    Branches, ChangeInterval, CompleteSheets, Customers, Invited, OverBranches, OverPeople,
    Parameter, Rank, ShareInterval,
};

/// Statistics over branches, by key.
const LINKS: [(&str, OtherKind); 44] = [
    ("n", Branches),
    ("left_out", Branches),
    ("mixed", Branches),
    ("branches", Branches),
    ("regions", Branches),
    ("pairs", Parameter),
    ("draws", Parameter),
    ("dropped", Parameter),
    ("headline", Parameter),
    ("single", Rank),
    ("rank", Rank),
    ("rho", OverBranches),
    ("r", OverBranches),
    ("tau", OverBranches),
    ("lo", OverBranches),
    ("hi", OverBranches),
    ("p", OverBranches),
    ("z", OverBranches),
    ("min", OverBranches),
    ("max", OverBranches),
    ("without", OverBranches),
    ("cooks_max", OverBranches),
    ("slope", OverBranches),
    ("detectable", OverBranches),
    ("holm_p", OverBranches),
    ("bh_p", OverBranches),
    ("unweighted", OverBranches),
    ("total", OverBranches),
    ("within", OverBranches),
    ("between", OverBranches),
    ("staff_reliability", OverBranches),
    ("customer_reliability", OverBranches),
    ("staff_to_customers", OverBranches),
    ("customers_to_staff", OverBranches),
    ("wave_before", OverBranches),
    ("this_wave", OverBranches),
    ("staff_stability", OverBranches),
    ("customers_stability", OverBranches),
    ("changes", OverBranches),
    ("beta", OverBranches),
    ("tau_squared", OverBranches),
    ("mean", OverBranches),
    ("reliability", OverBranches),
    ("value", OverBranches),
];

/// Customer figures, by key.
const CUSTOMERS: [(&str, OtherKind); 14] = [
    ("value", Customers),
    ("lo", Customers),
    ("hi", Customers),
    ("n", Customers),
    ("promoters", Customers),
    ("passives", Customers),
    ("detractors", Customers),
    ("shrunken", Customers),
    ("before", Customers),
    ("after", Customers),
    ("difference", Customers),
    ("tau_squared", Customers),
    ("mean", Customers),
    ("reliability", Customers),
];

/// The model of drivers, by key.
const MODEL: [(&str, OtherKind); 14] = [
    ("n", CompleteSheets),
    ("r_squared", OverPeople),
    ("adjusted", OverPeople),
    ("mean_inter_driver_r", OverPeople),
    ("largest_vif", OverPeople),
    ("draws", Parameter),
    ("dropped", Parameter),
    ("share", OverPeople),
    ("lo", OverPeople),
    ("hi", OverPeople),
    ("relative_weight", OverPeople),
    ("r", OverPeople),
    ("beta", OverPeople),
    ("vif", OverPeople),
];

/// Everything that the JSON says.
///
/// # Errors
/// When the bytes are no JSON of this program, or break a limit.
pub fn read_json(bytes: &[u8], names: &Names, limits: &ReadLimits) -> Result<Released> {
    let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    within(Limit::FileBytes, size, limits.file_bytes)?;
    let damaged = |text: String| Error::from(Kind::FileDamaged(text));
    let json: Value = serde_json::from_slice(bytes).map_err(|error| damaged(error.to_string()))?;
    if json.get("version").and_then(Value::as_u64) != Some(1) {
        return Err(damaged("unknown version".to_owned()));
    }
    let out = Released::default();
    let mut walk = Walk { names, out };
    walk.each("$", &json, |walk, key, (path, value)| match key {
        "version" | "min_group" | "seed" | "draws" | "permutations" => {
            value.is_number() && {
                walk.out.count(Parameter);
                true
            }
        }
        "program" => value.is_string(),
        "waves" => all(walk, path, value, |walk, path, value| {
            let kinds = [("pairs", Parameter), ("headline", Parameter)];
            let kinds = [kinds[0], kinds[1], ("divergences_by_chance", OverBranches)];
            walk.each(path, value, |walk, key, (path, value)| match key {
                "questionnaire" => value.is_string(),
                _ => kinds
                    .iter()
                    .any(|(known, kind)| *known == key && walk.other(path, value, *kind)),
            });
        }),
        "dimensions" => all(walk, path, value, Walk::dimension),
        "items" => all(walk, path, value, Walk::item),
        "branches" => all(walk, path, value, Walk::row),
        "enps" => walk.enps_of_company(path, value),
        "segments" => all(walk, path, value, Walk::segments),
        "customers" => all(walk, path, value, |walk, path, value| {
            walk.kinds(path, value, &CUSTOMERS);
        }),
        "drivers" => all(walk, path, value, Walk::drivers),
        "linkage" => all(walk, path, value, Walk::link),
        "contact_vs_back_office" => all(walk, path, value, |walk, path, value| {
            walk.kinds(path, value, &LINKS);
        }),
        "divergences" => all(walk, path, value, Walk::divergence),
        "hidden" => all(walk, path, value, |walk, path, value| {
            walk.kinds(path, value, &[]);
        }),
        _ => false,
    });
    Ok(walk.out)
}

fn all<'w>(
    walk: &mut Walk<'w>,
    path: &str,
    value: &Value,
    take: fn(&mut Walk<'w>, &str, &Value),
) -> bool {
    walk.list(path, value, take);
    true
}

impl Walk<'_> {
    /// Wave and group of an entry, with its subject and place.
    fn about(&self, entry: &Value, subject: Subject, place: Place) -> Option<About> {
        let wave = self.names.wave(entry.get("wave")?.as_str()?)?;
        let group = entry.get("group").and_then(Value::as_str).unwrap_or("all");
        let audience = Audience::ALL.into_iter().find(|it| it.code() == group)?;
        Some(About {
            wave: wave.to_owned(),
            subject,
            place,
            audience,
        })
    }

    fn dimension_of(&self, entry: &Value, key: &str) -> Option<Subject> {
        let id = entry.get(key)?.as_str()?;
        let mut known = self.names.dimensions.iter();
        known.find(|(known, _)| known == id)?;
        Some(Subject::Dimension(id.to_owned()))
    }

    fn item_of(&self, entry: &Value, key: &str) -> Option<Subject> {
        let id = entry.get(key)?.as_str()?;
        self.names.items.iter().find(|item| item.id == id)?;
        Some(Subject::Item(id.to_owned()))
    }

    fn place_of(&self, entry: &Value, key: &str) -> Option<Place> {
        match entry.get(key)? {
            Value::Null => Some(Place::Company),
            Value::String(code) => Some(Place::Branch(self.names.branch(code)?.to_owned())),
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }

    fn dimension(&mut self, path: &str, entry: &Value) {
        let subject = self.dimension_of(entry, "id");
        let about = subject.and_then(|it| self.about(entry, it, Place::Company));
        let Some(about) = about else {
            self.unknown(path, entry);
            return;
        };
        self.each(path, entry, |walk, key, (path, value)| match key {
            "score" => walk.score(path, value, &about),
            "change" => walk.change(path, value, &about),
            "tests" => {
                walk.tests(path, value);
                true
            }
            "alpha" | "omega" => {
                let kinds = [
                    ("value", OverPeople),
                    ("lo", OverPeople),
                    ("hi", OverPeople),
                ];
                let n = [("n", CompleteSheets)];
                walk.kinds(path, value, &[&kinds[..], &n].concat());
                true
            }
            "icc1" | "icc2" | "rwg_median" => walk.other(path, value, OverBranches),
            "between" | "shrinkage" => {
                let more = [("f", OverBranches), ("branches", Branches)];
                walk.kinds(path, value, &[&LINKS[..], &more].concat());
                true
            }
            _ => value.is_boolean(),
        });
    }

    /// Tests of a change: those over branches apart.
    fn tests(&mut self, path: &str, value: &Value) {
        let over = |kind| ["difference", "lo", "hi", "p", "fisher_p"].map(|key| (key, kind));
        self.each(path, value, |walk, key, (path, value)| match key {
            "welch" | "clustered" | "favourable" => {
                walk.kinds(path, value, &over(OverPeople));
                true
            }
            "matched" => {
                let kinds = over(OverBranches);
                walk.kinds(
                    path,
                    value,
                    &[&kinds[..], &[("branches", Branches)]].concat(),
                );
                true
            }
            "hedges_g" | "cliff_delta" => walk.other(path, value, OverPeople),
            _ => false,
        });
    }

    fn item(&mut self, path: &str, entry: &Value) {
        let subject = self.item_of(entry, "id");
        let about = subject.and_then(|it| self.about(entry, it, Place::Company));
        let Some(about) = about else {
            self.unknown(path, entry);
            return;
        };
        self.each(path, entry, |walk, key, (path, value)| match key {
            "score" => walk.score(path, value, &about),
            "item_rest" | "alpha_if_dropped" => walk.other(path, value, OverPeople),
            "unfavourable_rank" => walk.other(path, value, Rank),
            "unfavourable" => {
                walk.each(path, value, |walk, key, (path, value)| match key {
                    "share" => walk.number(path, value, &about, |it| share(1, 2, it)),
                    "interval" => {
                        walk.kinds(path, value, &[("lo", ShareInterval), ("hi", ShareInterval)]);
                        true
                    }
                    "n" => walk.count(path, value, &about),
                    _ => false,
                });
                true
            }
            _ => value.is_boolean(),
        });
    }

    fn number(
        &mut self,
        path: &str,
        value: &Value,
        about: &About,
        says: impl FnOnce(f64) -> Says,
    ) -> bool {
        match value {
            Value::Number(number) => {
                let value = number.as_f64().unwrap_or(f64::NAN);
                self.add(path, about, says(value))
            }
            Value::Object(_) => {
                self.each(path, value, |_, _, _| false);
                true
            }
            Value::Null | Value::Bool(_) | Value::String(_) | Value::Array(_) => false,
        }
    }

    /// A mean with its detail.
    fn score(&mut self, path: &str, value: &Value, about: &About) -> bool {
        self.each(path, value, |walk, key, (path, value)| match key {
            "mean" => walk.number(path, value, about, mean),
            "n" => walk.count(path, value, about),
            "interval" => walk.ends(path, value, about),
            "favourable" => {
                walk.favourable(path, value, about);
                true
            }
            _ => false,
        });
        true
    }

    /// The ends of an interval, as one figure.
    fn ends(&mut self, path: &str, value: &Value, about: &About) -> bool {
        let end = |key: &str| value.get(key).and_then(Value::as_f64);
        if let (Some(low), Some(high)) = (end("lo"), end("hi")) {
            let step = 0.0;
            self.add(path, about, Says::Interval { low, high, step });
        }
        let is_end = |key: &str| ["lo", "hi"].contains(&key);
        self.each(path, value, |_, key, (_, value)| {
            is_end(key) && value.is_number()
        });
        true
    }

    fn favourable(&mut self, path: &str, value: &Value, about: &About) {
        let end = |key: &str| value.get(key).and_then(Value::as_f64);
        if let (Some(low), Some(high)) = (end("band_lo"), end("band_hi")) {
            let (from, to) = (4, 5);
            self.add(
                path,
                about,
                Says::Share {
                    from,
                    to,
                    low,
                    high,
                },
            );
        }
        self.each(path, value, |walk, key, (path, value)| match key {
            "band_lo" | "band_hi" => value.is_number(),
            "share" => walk.number(path, value, about, |it| share(4, 5, it)),
            "unfavourable" => walk.number(path, value, about, |it| share(1, 2, it)),
            "lo" | "hi" => walk.other(path, value, ShareInterval),
            "levels" => {
                let mut level = 0;
                walk.list(path, value, |walk, path, value| {
                    level += 1;
                    if !walk.number(path, value, about, |it| share(level, level, it)) {
                        walk.unknown(path, value);
                    }
                });
                true
            }
            _ => false,
        });
    }

    /// A change: both values, the difference, its interval.
    fn change(&mut self, path: &str, value: &Value, about: &About) -> bool {
        let before = self.names.before(&about.wave).map(str::to_owned);
        self.each(path, value, |walk, key, (path, value)| {
            match (key, &before) {
                ("before", Some(wave)) => {
                    let about = About {
                        wave: wave.clone(),
                        ..about.clone()
                    };
                    walk.number(path, value, &about, mean)
                }
                ("after", _) => walk.number(path, value, about, mean),
                ("difference", Some(wave)) => walk.number(path, value, about, |value| {
                    let before = wave.clone();
                    let step = 0.0;
                    Says::Difference {
                        before,
                        value,
                        step,
                    }
                }),
                ("interval", _) => {
                    walk.kinds(
                        path,
                        value,
                        &[("lo", ChangeInterval), ("hi", ChangeInterval)],
                    );
                    true
                }
                (_, _) => value.is_boolean(),
            }
        });
        true
    }

    /// A row: a branch or the company.
    fn row(&mut self, path: &str, entry: &Value) {
        let place = self.place_of(entry, "code");
        let about = place.and_then(|place| self.about(entry, Subject::Sheets, place));
        let Some(about) = about else {
            self.unknown(path, entry);
            return;
        };
        self.each(path, entry, |walk, key, (path, value)| match key {
            "n" => walk.count(path, value, &about),
            "invited" => walk.other(path, value, Invited),
            "response_rate" => walk.number(path, value, &about, rate),
            "dimensions" | "items" | "motives" | "levers" => {
                walk.list(path, value, |walk, path, entry| {
                    walk.cell(path, entry, (key, &about))
                });
                true
            }
            "enps" => walk.enps(path, value, &about),
            _ => value.is_boolean(),
        });
    }

    /// One score of a row.
    fn cell(&mut self, path: &str, entry: &Value, (list, about): (&str, &About)) {
        let id = entry.get("id").and_then(Value::as_str);
        let motive = |it: &Motive| serde_json::to_value(it).is_ok_and(|it| it.as_str() == id);
        let lever = |it: &Lever| serde_json::to_value(it).is_ok_and(|it| it.as_str() == id);
        let subject = match list {
            "dimensions" => self.dimension_of(entry, "dimension"),
            "items" => self.item_of(entry, "item"),
            "motives" => Motive::ALL.into_iter().find(motive).map(Subject::Motive),
            _ => Lever::ALL.into_iter().find(lever).map(Subject::Lever),
        };
        let Some(subject) = subject else {
            self.unknown(path, entry);
            return;
        };
        let about = About {
            subject,
            ..about.clone()
        };
        self.each(path, entry, |walk, key, (path, value)| match key {
            "score" => walk.score(path, value, &about),
            "shrunken" => walk.other(path, value, OverBranches),
            "change" => walk.change(path, value, &about),
            _ => false,
        });
    }

    fn enps(&mut self, path: &str, value: &Value, about: &About) -> bool {
        let about = About {
            subject: Subject::Enps,
            ..about.clone()
        };
        let end = |key: &str| value.get(key).and_then(Value::as_f64);
        if let (Some(low), Some(high)) = (end("lo"), end("hi")) {
            let step = 0.0;
            self.add(path, &about, Says::NetInterval { low, high, step });
        }
        self.each(path, value, |walk, key, (path, value)| match key {
            "value" => walk.number(path, value, &about, net),
            "lo" | "hi" => value.is_number(),
            "n" => walk.count(path, value, &about),
            "promoters" => walk.number(path, value, &about, |it| share(9, 10, it)),
            "detractors" => walk.number(path, value, &about, |it| share(0, 6, it)),
            _ => false,
        });
        true
    }

    fn enps_of_company(&mut self, path: &str, entry: &Value) -> bool {
        let about = self.about(entry, Subject::Enps, Place::Company);
        self.each(path, entry, |walk, key, (path, value)| {
            match (key, &about) {
                ("company", Some(about)) => walk.enps(path, value, about),
                ("all", _) => all(walk, path, value, |walk, path, entry| {
                    walk.enps_of_company(path, entry);
                }),
                (_, _) => false,
            }
        });
        true
    }

    fn segments(&mut self, path: &str, entry: &Value) {
        let subject = self.dimension_of(entry, "dimension");
        let about = subject.and_then(|it| self.about(entry, it, Place::Company));
        self.each(path, entry, |walk, key, (path, value)| {
            match (key, &about) {
                ("engaged_from" | "disengaged_to", _) => walk.other(path, value, Parameter),
                ("people", Some(about)) => {
                    walk.people(path, value, about);
                    true
                }
                (_, _) => false,
            }
        });
    }

    fn people(&mut self, path: &str, value: &Value, about: &About) {
        self.each(path, value, |walk, key, (path, value)| {
            let segment = match key {
                "n" => return walk.count(path, value, about),
                "engaged" => Segment::Engaged,
                "not_engaged" => Segment::NotEngaged,
                "disengaged" => Segment::Disengaged,
                _ => return false,
            };
            let end = |key: &str| value.get(key).and_then(Value::as_f64);
            if let (Some(low), Some(high)) = (end("band_lo"), end("band_hi")) {
                walk.add(path, about, Says::Segment { segment, low, high });
            }
            walk.each(path, value, |walk, key, (path, value)| match key {
                "band_lo" | "band_hi" => value.is_number(),
                "share" => walk.number(path, value, about, |it| {
                    let (low, high) = (it, it);
                    Says::Segment { segment, low, high }
                }),
                "lo" | "hi" => walk.other(path, value, ShareInterval),
                _ => false,
            });
            true
        });
    }

    fn drivers(&mut self, path: &str, entry: &Value) {
        let about = self.about(entry, Subject::Sheets, Place::Company);
        self.each(path, entry, |walk, key, (path, value)| {
            match (key, &about) {
                ("model", Some(about)) => {
                    walk.each(path, value, |walk, key, (path, value)| match key {
                        "drivers" => {
                            walk.list(path, value, |walk, path, line| {
                                walk.driver(path, line, about)
                            });
                            true
                        }
                        _ => known(walk, (key, path, value), &MODEL),
                    });
                    true
                }
                ("single", _) => {
                    walk.list(path, value, |walk, path, value| {
                        if !walk.other(path, value, Rank) {
                            walk.unknown(path, value);
                        }
                    });
                    true
                }
                (_, _) => false,
            }
        });
    }

    fn driver(&mut self, path: &str, line: &Value, about: &About) {
        let subject = self.dimension_of(line, "dimension");
        self.each(path, line, |walk, key, (path, value)| {
            match (key, &subject) {
                ("mean", Some(subject)) => {
                    let about = About {
                        subject: subject.clone(),
                        ..about.clone()
                    };
                    walk.number(path, value, &about, mean)
                }
                ("rank", _) => walk.other(path, value, Rank),
                ("interval", _) => {
                    walk.kinds(path, value, &MODEL);
                    true
                }
                (_, _) => value.is_boolean() || known(walk, (key, path, value), &MODEL),
            }
        });
    }

    fn link(&mut self, path: &str, entry: &Value) {
        let subject = self.dimension_of(entry, "dimension");
        let about = subject.and_then(|it| self.about(entry, it, Place::Company));
        self.each(path, entry, |walk, key, (path, value)| {
            match (key, &about) {
                ("points", Some(about)) => {
                    walk.list(path, value, |walk, path, point| {
                        walk.point(path, point, about)
                    });
                    true
                }
                (_, _) if value.is_object() => {
                    walk.kinds(path, value, &LINKS);
                    true
                }
                (_, _) if value.is_boolean() => true,
                (_, _) => known(walk, (key, path, value), &LINKS),
            }
        });
    }

    /// A dot: the mean of a branch and its customers.
    fn point(&mut self, path: &str, point: &Value, about: &About) {
        let place = self.place_of(point, "branch");
        self.each(path, point, |walk, key, (path, value)| {
            match (key, &place) {
                ("staff", Some(place)) => {
                    let about = About {
                        place: place.clone(),
                        ..about.clone()
                    };
                    walk.number(path, value, &about, mean)
                }
                ("customer", _) => walk.other(path, value, Customers),
                ("interval", _) => {
                    walk.kinds(path, value, &CUSTOMERS);
                    true
                }
                (_, _) => false,
            }
        });
    }

    fn divergence(&mut self, path: &str, entry: &Value) {
        let (subject, place) = (
            self.dimension_of(entry, "dimension"),
            self.place_of(entry, "branch"),
        );
        let found = subject.zip(place);
        let about = found.and_then(|(subject, place)| self.about(entry, subject, place));
        self.each(path, entry, |walk, key, (path, value)| {
            match (key, &about) {
                ("staff", Some(about)) => walk.change(path, value, about),
                ("customer", _) => {
                    walk.kinds(path, value, &CUSTOMERS);
                    true
                }
                (_, _) => value.is_boolean(),
            }
        });
    }
}

/// A number under a known key.
fn known(
    walk: &mut Walk<'_>,
    (key, path, value): (&str, &str, &Value),
    kinds: &[(&str, OtherKind)],
) -> bool {
    let kind = kinds.iter().find(|(known, _)| *known == key);
    kind.is_some_and(|(_, kind)| walk.other(path, value, *kind))
}
