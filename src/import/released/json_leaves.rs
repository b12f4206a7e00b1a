//! Walking a JSON document so that no number is passed over: every key is either taken by somebody or
//! noticed with all that is below it.

use serde_json::{Map, Value};

use super::names::Names;
use super::pattern::{printed_count, whole};
use super::{About, Fault, OtherKind, Released, Says};
use crate::domain::Lang;

/// Keys of words: codes, names, titles, reasons.
const WORDS: [&str; 22] = [
    "id",
    "code",
    "name",
    "title",
    "text",
    "region",
    "format",
    "wave",
    "group",
    "dimension",
    "item",
    "outcome",
    "channel",
    "measure",
    "branch",
    "what",
    "reason",
    "held",
    "verdict",
    "shares_by",
    "says",
    "source",
];

/// See the module.
pub(super) struct Walk<'a> {
    pub(super) names: &'a Names,
    pub(super) out: Released,
}

impl Walk<'_> {
    /// Each key of an object; `take` says whether it knows the key. Reasons in place of a value are
    /// taken here.
    pub(super) fn each(
        &mut self,
        path: &str,
        value: &Value,
        mut take: impl FnMut(&mut Self, &str, (&str, &Value)) -> bool,
    ) {
        let Some(object) = value.as_object() else {
            self.unknown(path, value);
            return;
        };
        if self.is_reason(path, object) {
            return;
        }
        for (key, value) in object {
            let below = format!("{path}.{key}");
            let is_word = WORDS.contains(&key.as_str()) && is_words(value);
            if !take(self, key, (&below, value)) && !is_word {
                self.unknown(&below, value);
            }
        }
    }

    /// Each entry of a list.
    pub(super) fn list(
        &mut self,
        path: &str,
        value: &Value,
        mut take: impl FnMut(&mut Self, &str, &Value),
    ) {
        match value.as_array() {
            Some(entries) => {
                for (at, entry) in entries.iter().enumerate() {
                    take(self, &format!("{path}[{at}]"), entry);
                }
            }
            None => self.unknown(path, value),
        }
    }

    /// `{"hidden": "too_few"}` or `{"undefined": "too_few", "n": 12, "need": 30}`.
    fn is_reason(&mut self, path: &str, object: &Map<String, Value>) -> bool {
        let is_text = |key: &str| object.get(key).is_some_and(Value::is_string);
        if !is_text("hidden") && !is_text("undefined") {
            return false;
        }
        for (key, value) in object {
            let below = format!("{path}.{key}");
            match key.as_str() {
                "hidden" | "undefined" if is_words(value) => {}
                "need" if value.is_number() => self.out.count(OtherKind::Parameter),
                "n" if value.is_number() => self.out.count(OtherKind::CompleteSheets),
                _ => self.unknown(&below, value),
            }
        }
        true
    }

    /// Numbers of one kind, under these keys; everything below is looked at.
    pub(super) fn kinds(&mut self, path: &str, value: &Value, kinds: &[(&str, OtherKind)]) {
        self.each(path, value, |walk, key, (path, value)| {
            let kind = kinds.iter().find(|(known, _)| *known == key);
            match (kind, value) {
                (Some((_, kind)), Value::Number(_)) => {
                    walk.out.count(*kind);
                    true
                }
                (_, Value::Object(_)) => {
                    walk.kinds(path, value, kinds);
                    true
                }
                (_, Value::Array(_)) => {
                    walk.list(path, value, |walk, path, value| {
                        walk.entry(path, value, kind.map(|(_, kind)| *kind), kinds);
                    });
                    true
                }
                (_, Value::Bool(_) | Value::Null) => true,
                (_, Value::Number(_) | Value::String(_)) => false,
            }
        });
    }

    fn entry(
        &mut self,
        path: &str,
        value: &Value,
        kind: Option<OtherKind>,
        kinds: &[(&str, OtherKind)],
    ) {
        match (kind, value.is_number()) {
            (Some(kind), true) => self.out.count(kind),
            (_, _) => self.kinds(path, value, kinds),
        }
    }

    /// A number of a kind.
    pub(super) fn other(&mut self, path: &str, value: &Value, kind: OtherKind) -> bool {
        if value.is_number() {
            self.out.count(kind);
        } else if value.is_object() {
            self.each(path, value, |_, _, _| false);
        }
        value.is_number() || value.is_object()
    }

    /// A count: a number, or a range in words.
    pub(super) fn count(&mut self, path: &str, value: &Value, about: &About) -> bool {
        let found = match value {
            Value::Number(number) => number.as_f64().and_then(whole).map(|n| (n, n)),
            Value::String(text) => printed_count(Lang::En, text),
            Value::Object(_) => {
                self.each(path, value, |_, _, _| false);
                return true;
            }
            Value::Null | Value::Bool(_) | Value::Array(_) => None,
        };
        let Some((low, high)) = found else {
            return false;
        };
        self.add(path, about, Says::Count { low, high })
    }

    pub(super) fn add(&mut self, path: &str, about: &About, says: Says) -> bool {
        self.out.add(about.clone(), says, path.to_owned());
        true
    }

    /// Notices every number below, and every text that holds one.
    pub(super) fn unknown(&mut self, path: &str, value: &Value) {
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(number) => {
                self.out
                    .unknown(path.to_owned(), &number.to_string(), Fault::Number);
            }
            Value::String(text) => {
                if text.chars().any(|c| c.is_ascii_digit()) {
                    self.out.unknown(path.to_owned(), text, Fault::Text);
                }
            }
            Value::Array(entries) => {
                for (at, entry) in entries.iter().enumerate() {
                    self.unknown(&format!("{path}[{at}]"), entry);
                }
            }
            Value::Object(object) => {
                for (key, value) in object {
                    self.unknown(&format!("{path}.{key}"), value);
                }
            }
        }
    }
}

/// Text, nothing, or a text in two languages.
fn is_words(value: &Value) -> bool {
    match value {
        Value::String(_) | Value::Null => true,
        Value::Object(object) => object.values().all(Value::is_string),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => false,
    }
}
