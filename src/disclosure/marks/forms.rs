//! The singular forms of a Russian word, and the English ones: enough to know a name or a title again
//! in any case. Plurals are left out on purpose: «кассиры» speaks of nobody.

use std::collections::BTreeSet;

/// The word in lower case, е for ё, and its forms.
pub(super) fn forms(word: &str) -> BTreeSet<String> {
    let lower = word.to_lowercase().replace('ё', "е");
    let mut forms = BTreeSet::from([lower.clone()]);
    let mut add = |stem: &str, endings: &[&str]| {
        forms.extend(endings.iter().map(|ending| format!("{stem}{ending}")));
    };
    let is_russian = |letter: char| ('а'..='я').contains(&letter);
    if !lower.chars().all(is_russian) {
        return forms;
    }
    for (ending, endings) in ADJECTIVES {
        if let Some(stem) = lower.strip_suffix(ending)
            && stem.chars().count() > 1
        {
            add(stem, endings);
        }
    }
    if let Some(stem) = lower.strip_suffix('а') {
        add(stem, &["а", "ы", "и", "е", "у", "ой", "ою", "ей"]);
    } else if let Some(stem) = lower.strip_suffix('я') {
        add(stem, &["я", "и", "е", "ю", "ей", "ею"]);
    } else if let Some(stem) = lower.strip_suffix('й') {
        add(stem, &["й", "я", "ю", "ем", "е", "и"]);
    } else if let Some(stem) = lower.strip_suffix('ь') {
        add(stem, &["ь", "я", "ю", "ем", "е", "и", "ью"]);
    } else if !lower.ends_with(['о', 'е', 'и', 'у', 'ы', 'ю', 'э']) {
        add(&lower, &["а", "у", "ом", "ем", "е"]);
    }
    forms
}

/// Endings of adjectives and the ones that go with them.
const ADJECTIVES: [(&str, &[&str]); 6] = [
    ("ая", &["ая", "ой", "ей", "ую", "ою"]),
    ("яя", &["яя", "ей", "юю", "ею"]),
    ("ый", &["ый", "ого", "ому", "ым", "ом"]),
    ("ой", &["ой", "ого", "ому", "ым", "ом", "им"]),
    ("ий", &["ий", "его", "ему", "им", "ем", "ого", "ому", "ом"]),
    ("ое", &["ое", "ого", "ому", "ым", "ом"]),
];

/// The forms of a list of names: a line each, `*` behind a name that is also an ordinary word, further
/// stems of the same name after it. Whether the form is also an ordinary word is told with it.
pub(super) fn of_list(list: &str) -> std::collections::BTreeMap<String, bool> {
    let mut all = std::collections::BTreeMap::new();
    for entry in list.split_whitespace() {
        let is_common = entry.ends_with('*');
        let name = entry.trim_end_matches('*');
        for form in forms(name) {
            let known = all.entry(form).or_insert(is_common);
            *known |= is_common;
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_of_the_singular_are_known_and_the_plural_is_not() {
        let has = |word: &str, form: &str| forms(word).contains(form);
        assert!(has("кассир", "кассира") && has("кассир", "кассиром"));
        assert!(!has("кассир", "кассиры"));
        assert!(has("Садовая", "садовой") && has("Садовая", "садовую"));
        assert!(has("управляющий", "управляющего") && has("Пётр", "петру"));
        assert!(has("Мария", "марии") && has("Игорь", "игорем"));
        assert_eq!(forms("Cashier").len(), 1);
    }
}
