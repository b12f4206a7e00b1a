//! The staff side of the JSON: rows of branches and the company, their scores and changes.

use serde_json::Value;

use super::OtherKind::{ChangeInterval, Invited, OverBranches, ShareInterval};
use super::json_leaves::Walk;
use super::page::{mean, net, rate, share};
use super::{About, Place, Says, Subject};
use crate::domain::{Audience, Lever, Motive};

impl Walk<'_> {
    /// Wave and group of an entry, with its subject and place.
    pub(super) fn about(&self, entry: &Value, subject: Subject, place: Place) -> Option<About> {
        let wave = self.names.wave(entry.get("wave")?.as_str()?)?;
        let group = entry.get("group").and_then(Value::as_str).unwrap_or("all");
        let audience = Audience::ALL.into_iter().find(|it| it.code() == group)?;
        Some(About {
            wave: wave.into(),
            subject,
            place,
            audience,
        })
    }

    pub(super) fn dimension_of(&self, entry: &Value, key: &str) -> Option<Subject> {
        let id = entry.get(key)?.as_str()?;
        let mut known = self.names.dimensions.iter();
        known.find(|(known, _)| known == id)?;
        Some(Subject::Dimension(id.into()))
    }

    pub(super) fn item_of(&self, entry: &Value, key: &str) -> Option<Subject> {
        let id = entry.get(key)?.as_str()?;
        self.names.items.iter().find(|item| item.id == id)?;
        Some(Subject::Item(id.into()))
    }

    pub(super) fn place_of(&self, entry: &Value, key: &str) -> Option<Place> {
        match entry.get(key)? {
            Value::Null => Some(Place::Company),
            Value::String(code) => Some(Place::Branch(self.names.branch(code)?.into())),
            Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => None,
        }
    }

    pub(super) fn number(
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
    pub(super) fn score(&mut self, path: &str, value: &Value, about: &About) -> bool {
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
    pub(super) fn ends(&mut self, path: &str, value: &Value, about: &About) -> bool {
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

    pub(super) fn favourable(&mut self, path: &str, value: &Value, about: &About) {
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
    pub(super) fn change(&mut self, path: &str, value: &Value, about: &About) -> bool {
        let before = self.names.before(&about.wave).map(str::to_owned);
        self.each(path, value, |walk, key, (path, value)| {
            match (key, &before) {
                ("before", Some(wave)) => {
                    let about = About {
                        wave: wave.as_str().into(),
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
    pub(super) fn row(&mut self, path: &str, entry: &Value) {
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
                    walk.cell(path, entry, (key, &about));
                });
                true
            }
            "enps" => walk.enps(path, value, &about),
            _ => value.is_boolean(),
        });
    }

    /// One score of a row.
    pub(super) fn cell(&mut self, path: &str, entry: &Value, (list, about): (&str, &About)) {
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

    pub(super) fn enps(&mut self, path: &str, value: &Value, about: &About) -> bool {
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
}
