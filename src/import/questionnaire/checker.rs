//! The rules of a questionnaire, each fault with the place it stands at.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::shape::{RawItem, RawQuestionnaire, RawText};
use super::{MAX_ABOUT, MAX_ITEMS, MAX_SHORT, MAX_TEXT, fault_at};
use crate::domain::ItemKind;
use crate::error::{Error, Kind, QuestionnaireFault as Fault};
use crate::import::toml_text::line_of;

/// Collects faults with the place they stand at.
struct Checker<'a> {
    source: &'a str,
    faults: Vec<(usize, Fault)>,
}

pub(super) fn faults_of(raw: &RawQuestionnaire, source: &str) -> Vec<Error> {
    if raw.items.is_empty() {
        return vec![Kind::FileEmpty.into()];
    }
    let mut checker = Checker {
        source,
        faults: Vec::new(),
    };
    checker.check_head(raw);
    checker.check_dimensions(raw);
    checker.check_items(raw);
    checker.check_reversed(raw);
    checker.into_errors()
}

impl Checker<'_> {
    fn into_errors(mut self) -> Vec<Error> {
        self.faults.sort_by_key(|(start, _)| *start);
        let source = self.source;
        self.faults
            .into_iter()
            .map(|(start, fault)| fault_at(line_of(source, start), fault))
            .collect()
    }

    fn push(&mut self, start: usize, fault: Fault) {
        self.faults.push((start, fault));
    }

    fn check_head(&mut self, raw: &RawQuestionnaire) {
        let start = raw.id.span().start;
        self.check_id(&raw.id, true);
        self.check_text(start, "title", &raw.title, MAX_TEXT);
        if !raw.about.is_absent() {
            self.check_text(start, "about", &raw.about, MAX_ABOUT);
        }
        let is_rated = raw
            .items
            .iter()
            .any(|item| item.kind == ItemKind::Agreement);
        match &raw.scale {
            Some(scale) => {
                for (step, label) in scale.iter().enumerate() {
                    self.check_text(start, &format!("scale {}", step + 1), label, MAX_TEXT);
                }
            }
            None if is_rated => {
                self.check_text(start, "scale", &RawText::default(), MAX_TEXT);
            }
            None => {}
        }
    }

    fn check_dimensions(&mut self, raw: &RawQuestionnaire) {
        let asked: BTreeSet<&str> = raw.items.iter().filter_map(RawItem::dimension_id).collect();
        let mut seen = BTreeSet::new();
        for dimension in &raw.dimensions {
            let id = dimension.id.get_ref();
            let start = dimension.id.span().start;
            self.check_id(&dimension.id, false);
            if !seen.insert(id) {
                self.push(start, Fault::IdTwice(id.clone()));
            } else if !asked.contains(id.as_str()) {
                self.push(start, Fault::DimensionEmpty(id.clone()));
            }
            self.check_text(
                start,
                &format!("dimension {id}"),
                &dimension.title,
                MAX_TEXT,
            );
            if !dimension.about.is_absent() {
                self.check_text(
                    start,
                    &format!("dimension {id} about"),
                    &dimension.about,
                    MAX_ABOUT,
                );
            }
        }
    }

    fn check_items(&mut self, raw: &RawQuestionnaire) {
        let known: BTreeSet<&str> = raw
            .dimensions
            .iter()
            .map(|dimension| dimension.id.get_ref().as_str())
            .collect();
        let mut seen = BTreeSet::new();
        let mut has_recommend = false;
        for (index, item) in raw.items.iter().enumerate() {
            let id = item.id.get_ref();
            let start = item.id.span().start;
            if index == MAX_ITEMS {
                self.push(start, Fault::TooManyItems(raw.items.len()));
            }
            self.check_id(&item.id, false);
            if !seen.insert(id) {
                self.push(start, Fault::IdTwice(id.clone()));
            }
            self.check_text(start, &format!("item {id}"), &item.text, MAX_TEXT);
            if !item.short.is_absent() {
                self.check_text(start, &format!("item {id} short"), &item.short, MAX_SHORT);
            }
            if let Some(dimension) = &item.dimension
                && !known.contains(dimension.get_ref().as_str())
            {
                let fault = Fault::UnknownDimension(dimension.get_ref().clone());
                self.push(dimension.span().start, fault);
            }
            let is_second = item.kind == ItemKind::Recommend && has_recommend;
            has_recommend |= item.kind == ItemKind::Recommend;
            if is_second || !item.fits(raw.kind) {
                self.push(start, Fault::KindUnfit(id.clone()));
            }
        }
    }

    /// Only agreement can be a habit; what an observer sees may well be all bad.
    fn check_reversed(&mut self, raw: &RawQuestionnaire) {
        let mut reversed: BTreeMap<&str, bool> = BTreeMap::new();
        for item in raw
            .items
            .iter()
            .filter(|item| item.kind == ItemKind::Agreement)
        {
            if let Some(dimension) = item.dimension_id() {
                let is_all = reversed.entry(dimension).or_insert(true);
                *is_all = *is_all && item.reversed;
            }
        }
        for dimension in &raw.dimensions {
            let id = dimension.id.get_ref();
            if reversed.get(id.as_str()) == Some(&true) {
                self.push(dimension.id.span().start, Fault::AllReversed(id.clone()));
            }
        }
    }

    fn check_id(&mut self, id: &Spanned<String>, with_hyphen: bool) {
        let text = id.get_ref();
        let is_fit = |c: char| {
            c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || (with_hyphen && c == '-')
        };
        if text.is_empty() || text.len() > 64 || !text.chars().all(is_fit) {
            self.push(id.span().start, Fault::IdShape(text.clone()));
        }
    }

    fn check_text(&mut self, start: usize, place: &str, text: &RawText, limit: usize) {
        for (lang, value) in text.languages() {
            let place = place.to_owned();
            match value {
                Some(value) if !value.get_ref().trim().is_empty() => {
                    if value.get_ref().trim().chars().count() > limit {
                        self.push(value.span().start, Fault::TextTooLong { place, limit });
                    }
                }
                Some(_) | None => {
                    let start = value.map_or(start, |value| value.span().start);
                    self.push(
                        start,
                        Fault::TextMissing {
                            place,
                            lang: lang.to_owned(),
                        },
                    );
                }
            }
        }
    }
}
