//! The texts that a report may hold: names, and the messages of its language with anything in their
//! holes. A text that holds a number and is none of these is noticed.

use std::collections::BTreeSet;

use super::names::{Arg, Names};
use super::pattern::{Pattern, numberless};
use crate::domain::Lang;

/// Fewer fixed letters would fit too many texts.
const LETTERS: usize = 6;

/// What sentences of a text stand apart by.
const BETWEEN: [&str; 2] = [". ", " · "];
/// What stands for a name while sentences are told apart.
const NAME: &str = "□";

/// See the module.
pub(super) struct Known {
    exact: BTreeSet<String>,
    /// Names that hold what sentences stand apart by, such as addresses; the longest first.
    names: Vec<String>,
    sentences: Vec<Pattern>,
}

impl Known {
    pub(super) fn new(names: &Names, lang: Lang) -> Self {
        let mut exact = BTreeSet::new();
        for (code, name) in names.waves.iter().chain(&names.branches) {
            exact.extend([code.clone(), name.clone(), format!("{code} {name}")]);
        }
        for (_, title) in &names.dimensions {
            exact.insert(title.get(lang).to_owned());
        }
        for item in &names.items {
            let text = item.text.get(lang);
            exact.extend([text.to_owned(), format!("{text} ↺")]);
            exact.extend([item.short.get(lang).to_owned(), item.id.clone()]);
        }
        exact.extend(names.dimensions.iter().map(|(id, _)| id.clone()));
        exact.extend(names.measure_titles(lang));
        exact.extend(names.measures.iter().map(|(measure, _)| measure.clone()));
        let is_cut = |name: &&String| BETWEEN.iter().any(|between| name.contains(between));
        let mut cut: Vec<String> = exact.iter().filter(is_cut).cloned().collect();
        cut.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
        let mut sentences = BTreeSet::new();
        for key in &names.keys {
            let forms = variants(names, lang, key);
            exact.extend(forms.fixed);
            for message in forms.all {
                let patterns = parts(&message).map(|part| Pattern::new(part).map(numberless));
                sentences.extend(patterns.filter(|it| it.letters() >= LETTERS));
            }
        }
        Self {
            exact,
            names: cut,
            sentences: sentences.into_iter().collect(),
        }
    }

    /// May a report hold this text?
    pub(super) fn holds(&self, text: &str) -> bool {
        if !text.chars().any(|c| c.is_ascii_digit()) || self.exact.contains(text) {
            return true;
        }
        let text = text.trim_start_matches(['◆', '◇', '▲', '▼', ' ']);
        let is_below = text.strip_prefix("< ").is_some_and(is_digits);
        let is_range = text
            .split_once('–')
            .is_some_and(|(low, high)| is_digits(low) && is_digits(high));
        if is_below || is_range || self.exact.contains(text) {
            return true;
        }
        // Steps are numbered.
        let numbered = text
            .split_once(". ")
            .filter(|(number, _)| is_digits(number));
        let text = numbered.map_or(text, |(_, step)| step);
        let holds = |text: &str| parts(text).all(|part| self.is_sentence(part));
        holds(text) || self.nameless(text).is_some_and(|text| holds(&text))
    }

    /// The text with a sign for each name that would be cut in two; none where it holds none.
    fn nameless(&self, text: &str) -> Option<String> {
        let mut names = self.names.iter().filter(|name| text.contains(*name));
        let first = names.next()?;
        let text = text.replace(first, NAME);
        Some(names.fold(text, |text, name| text.replace(name, NAME)))
    }

    fn is_sentence(&self, part: &str) -> bool {
        if !part.chars().any(|c| c.is_ascii_digit()) || self.exact.contains(part) {
            return true;
        }
        let shape = numberless(part);
        if self.sentences.iter().any(|it| it.read(&shape).is_some()) {
            return true;
        }
        // “The reason: …”
        part.split_once(": ").is_some_and(|(head, reason)| {
            !head.chars().any(|c| c.is_ascii_digit()) && self.is_sentence(reason)
        })
    }
}

/// The sentences of a text: reports put several messages into one cell.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let [end, dot] = BETWEEN;
    let sentences = text.split(end).flat_map(move |part| part.split(dot));
    sentences.map(|part| part.trim_end_matches('.'))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

/// A message in every form that its numbers and choices give it.
#[derive(Default)]
struct Forms {
    all: BTreeSet<String>,
    /// Those that are the same whatever its numbers are: a number in them is no figure.
    fixed: BTreeSet<String>,
}

fn variants(names: &Names, lang: Lang, key: &str) -> Forms {
    let mut forms = Forms::default();
    let has_hole = |message: &str| message.contains("{$");
    let bare = names.word(lang, key);
    if !has_hole(&bare) {
        forms.fixed.insert(bare.clone());
    }
    forms.all.insert(bare);
    for group in ["all", "contact", "back_office"] {
        for measure in ["nps", "other"] {
            let of = |n: u32| {
                let (n, group) = (Arg::Number(n), Arg::Text(group));
                let set = [
                    ("n", n),
                    ("m", n),
                    ("level", n),
                    ("group", group),
                    ("measure", Arg::Text(measure)),
                ];
                // Where a variable is no choice, its hole must stay one.
                (names.word)(lang, key, &set)
            };
            let messages: BTreeSet<String> = (0..=5).map(of).collect();
            if let (Some(only), 1) = (messages.first(), messages.len())
                && !has_hole(only)
            {
                forms.fixed.insert(only.clone());
            }
            forms.all.extend(messages);
        }
    }
    forms
}
