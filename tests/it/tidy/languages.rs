//! Both languages say the same things, and everything that the sources ask for.

use std::collections::{BTreeMap, BTreeSet};

use frontline::domain::Lang;
use frontline::i18n::{FILES, has_message};

use super::files;

/// Keys of a Fluent file, each with its variables.
fn keys(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines() {
        let is_head = line.starts_with(|c: char| c.is_ascii_lowercase());
        if let Some((name, _)) = line.split_once(" =").filter(|_| is_head) {
            key = name.trim().to_owned();
            keys.insert(key.clone(), BTreeSet::new());
        }
        let variables = line.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                .collect::<String>()
        });
        if !line.starts_with('#')
            && let Some(known) = keys.get_mut(&key)
        {
            known.extend(variables);
        }
    }
    keys
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let mut faults = Vec::new();
    for (name, ru, en) in FILES {
        let (ru, en) = (keys(ru), keys(en));
        for (key, variables) in &ru {
            match en.get(key) {
                None => faults.push(format!("{name}: {key} only in Russian")),
                Some(other) if other != variables => {
                    faults.push(format!("{name}: {key} has {variables:?} and {other:?}"));
                }
                Some(_) => {}
            }
        }
        let only_en = en.keys().filter(|key| !ru.contains_key(*key));
        faults.extend(only_en.map(|key| format!("{name}: {key} only in English")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for (name, ru, _) in FILES {
        for key in keys(ru).into_keys() {
            if let Some(first) = seen.insert(key.clone(), name) {
                panic!("{key} stands in {first} and {name}");
            }
        }
    }
}

#[test]
fn every_file_of_messages_is_loaded() {
    for source in files("assets/locales/ru", "ftl") {
        let name = source.path.rsplit('/').next().expect("a file has a name");
        assert!(
            FILES.iter().any(|(known, _, _)| *known == name),
            "{name} is not in FILES"
        );
    }
}

/// Literal keys of `tr!(lang, "key"…)` and `message(lang, "key")`.
fn asked(text: &str) -> Vec<String> {
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    for call in ["tr!(", "message(", "message_with("] {
        for rest in flat.split(call).skip(1) {
            let Some((_, after)) = rest.split_once(',') else {
                continue;
            };
            let Some(quoted) = after.trim_start().strip_prefix('"') else {
                continue;
            };
            let Some((key, _)) = quoted.split_once('"') else {
                continue;
            };
            if !key.contains('{') {
                found.push(key.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_message_that_the_sources_name_exists() {
    let mut missing = BTreeSet::new();
    for source in files("src", "rs") {
        if source.path == "src/i18n/mod.rs" {
            continue;
        }
        for key in asked(&source.text) {
            for lang in Lang::ALL {
                if !has_message(lang, &key) {
                    missing.insert(format!("{}: {key} ({})", source.path, lang.code()));
                }
            }
        }
    }
    assert!(
        missing.is_empty(),
        "{}",
        missing.into_iter().collect::<Vec<_>>().join("\n")
    );
}
