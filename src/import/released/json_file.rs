//! The JSON of `analyze`, key by key.

use serde_json::Value;

use super::OtherKind::{
    Branches, CompleteSheets, Customers, OverBranches, OverPeople, Parameter, Rank, ShareInterval,
};
use super::json_kinds::{CUSTOMERS, LINKS, MODEL};
use super::json_leaves::Walk;
use super::names::Names;
use super::page::{mean, share};
use super::{About, OtherKind, Place, Released, Says, Segment, Subject};
use crate::error::{Error, Kind, Limit, Result};
use crate::import::limits::{ReadLimits, within};

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
                                walk.driver(path, line, about);
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
                        walk.point(path, point, about);
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
