//! The sentences of findings and methods: both languages say the same, with the same values.

use std::collections::{BTreeMap, BTreeSet};

use frontline::disclosure::Reason;
use frontline::domain::Lang;
use frontline::i18n::{FILES, FluentValue, METHODS, has_message, message_with, method_text};

/// The entries of a Fluent file: key and the names of its variables.
fn entries(text: &str) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut entries: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut key = "";
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            key = line.split_once(" =").expect("key and value").0;
            assert!(
                entries.insert(key, BTreeSet::new()).is_none(),
                "{key} stands twice"
            );
        }
        for part in line.split('$').skip(1) {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_');
            let name = end.and_then(|end| part.get(..end)).unwrap_or(part);
            entries
                .get_mut(key)
                .expect("a value follows its key")
                .insert(name);
        }
    }
    entries
}

fn files() -> impl Iterator<Item = &'static (&'static str, &'static str, &'static str)> {
    FILES
        .iter()
        .filter(|(name, _, _)| ["method.ftl", "phrases.ftl"].contains(name))
}

#[test]
fn both_languages_have_the_same_entries_with_the_same_values() {
    for (name, ru, en) in files() {
        assert_eq!(entries(ru), entries(en), "{name}");
    }
    assert_eq!(files().count(), 2);
}

#[test]
fn every_sentence_is_whole_for_every_number_group_and_measure() {
    let mut checked = 0;
    for (_, ru, _) in files() {
        for (key, variables) in entries(ru) {
            for lang in Lang::ALL {
                for n in [0, 1, 2, 5, 11, 21, 102] {
                    for (group, measure) in
                        [("all", "nps"), ("contact", "other"), ("back_office", "nps")]
                    {
                        let value = |name: &str| match name {
                            "n" | "k" | "need" => FluentValue::from(n),
                            "group" => FluentValue::from(group),
                            "measure" => FluentValue::from(measure),
                            _ => FluentValue::from("ХХХ"),
                        };
                        let values: Vec<(&str, FluentValue<'_>)> =
                            variables.iter().map(|name| (*name, value(name))).collect();
                        let said = message_with(lang, key, &values);
                        assert!(!said.is_empty() && said != key, "{key} {lang:?}");
                        assert!(
                            !said.contains(['{', '}', '$', '\n']),
                            "{key} {lang:?}: {said}"
                        );
                        assert!(
                            !said.contains("  ") && said == said.trim(),
                            "{key}: {said:?}"
                        );
                        checked += 1;
                    }
                }
            }
        }
    }
    assert!(checked > 1_000, "{checked}");
}

#[test]
fn no_sentence_claims_a_cause() {
    let banned = [
        "приводит к",
        "влияет на клиентов",
        "вызывает",
        "благодаря",
        "drives",
        "causes ",
        "leads to",
        "thanks to",
    ];
    for (name, ru, en) in files() {
        for text in [ru, en] {
            for word in banned {
                let said = text.replace("which causes which", "").contains(word);
                assert!(!said, "{name} says “{word}”");
            }
        }
    }
}

#[test]
fn every_method_has_a_short_text_and_every_text_is_listed() {
    for lang in Lang::ALL {
        for name in METHODS {
            let (title, text) = method_text(lang, name);
            assert!(
                title.chars().count() <= 45 && !title.ends_with('.'),
                "{name}: {title}"
            );
            assert!(
                (100..=520).contains(&text.chars().count()),
                "{name} {lang:?}: {text}"
            );
            assert!(
                text.ends_with('.') || text.ends_with('»'),
                "{name} {lang:?}: {text}"
            );
            let sources = text.matches("Источник").count() + text.matches("Source").count();
            assert!(sources <= 1, "{name} {lang:?}: {sources} sources");
        }
    }
    let (_, ru, _) = files()
        .find(|(name, _, _)| *name == "method.ftl")
        .expect("listed");
    assert_eq!(entries(ru).len(), METHODS.len() * 2);
}

#[test]
fn every_reason_to_hide_has_its_sentence() {
    for reason in Reason::ALL {
        for lang in Lang::ALL {
            assert!(has_message(lang, reason.key()), "{} {lang:?}", reason.key());
        }
    }
}
