//! Questionnaires from TOML, checked line by line; and the four that the program brings along.
//!
//! Faults are data with the line they stand in; the sentence is made at the edge. This module never
//! opens a file: it is given the text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;
use toml::Spanned;

use crate::domain::{
    Item, ItemKind, Lever, Motive, Questionnaire, QuestionnaireDimension, QuestionnaireKind, Text,
};
use crate::error::{Error, Kind, Place, QuestionnaireFault as Fault, Result};

/// The questionnaires that the program brings along: file name and text, in the order of the list.
pub const EMBEDDED: &[(&str, &str)] = &[
    (
        "engagement.toml",
        include_str!("../../questionnaires/engagement.toml"),
    ),
    (
        "pulse.toml",
        include_str!("../../questionnaires/pulse.toml"),
    ),
    (
        "customer-nps.toml",
        include_str!("../../questionnaires/customer-nps.toml"),
    ),
    (
        "mystery-shopping.toml",
        include_str!("../../questionnaires/mystery-shopping.toml"),
    ),
];

/// The most questions a questionnaire may have.
pub const MAX_ITEMS: usize = 500;
/// The most characters of a question, a title or an answer label: what a kiosk page bears.
pub const MAX_TEXT: usize = 200;
/// The most characters of a label in charts.
pub const MAX_SHORT: usize = 40;
/// The most characters of a description.
pub const MAX_ABOUT: usize = 600;

/// The questionnaires of [`EMBEDDED`], parsed once.
#[must_use]
pub fn embedded() -> &'static [Questionnaire] {
    static PARSED: LazyLock<Vec<Questionnaire>> = LazyLock::new(|| {
        EMBEDDED
            .iter()
            .map(|(_, text)| parse_questionnaire(text).expect("a test parses each of them"))
            .collect()
    });
    &PARSED
}

/// The questionnaire of [`EMBEDDED`] with this id.
#[must_use]
pub fn embedded_by_id(id: &str) -> Option<&'static Questionnaire> {
    embedded()
        .iter()
        .find(|questionnaire| questionnaire.id == id)
}

/// The text of a questionnaire that the program brings along.
#[must_use]
pub fn embedded_source(id: &str) -> Option<&'static str> {
    let position = embedded().iter().position(|questionnaire| questionnaire.id == id)?;
    EMBEDDED.get(position).map(|(_, text)| *text)
}

/// Reads a questionnaire.
///
/// # Errors
/// The first fault of [`questionnaire_faults`], with its line.
pub fn parse_questionnaire(text: &str) -> Result<Questionnaire> {
    let text = without_mark(text);
    let raw = read(text)?;
    match faults_of(&raw, text).into_iter().next() {
        Some(fault) => Err(fault),
        None => Ok(raw.into_domain()),
    }
}

/// All faults of a questionnaire in order of their lines; none when it can be used.
#[must_use]
pub fn questionnaire_faults(text: &str) -> Vec<Error> {
    let text = without_mark(text);
    match read(text) {
        Ok(raw) => faults_of(&raw, text),
        Err(fault) => vec![fault],
    }
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn read(text: &str) -> Result<RawQuestionnaire> {
    if text.trim().is_empty() {
        return Err(Kind::FileEmpty.into());
    }
    toml::from_str(text).map_err(|error| {
        let start = error.span().map_or(0, |span| span.start);
        fault_at(
            line_of(text, start),
            Fault::Syntax(error.message().to_owned()),
        )
    })
}

fn fault_at(line: u32, fault: Fault) -> Error {
    Error::from(Kind::Questionnaire(fault)).at(Place::Line(line))
}

fn line_of(text: &str, start: usize) -> u32 {
    let breaks = text
        .bytes()
        .take(start)
        .filter(|byte| *byte == b'\n')
        .count();
    u32::try_from(breaks + 1).unwrap_or(u32::MAX)
}

// The shapes of the file. Keys are those that an HR specialist reads, so a typing error in one is a
// fault and not a silently ignored line.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestionnaire {
    id: Spanned<String>,
    #[serde(default = "first_version")]
    version: u32,
    kind: QuestionnaireKind,
    #[serde(default)]
    minutes: u32,
    title: RawText,
    #[serde(default)]
    about: RawText,
    #[serde(default)]
    scale: Option<[RawText; 5]>,
    #[serde(default, rename = "dimension")]
    dimensions: Vec<RawDimension>,
    #[serde(rename = "item")]
    items: Vec<RawItem>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawDimension {
    id: Spanned<String>,
    title: RawText,
    #[serde(default)]
    about: RawText,
    #[serde(default)]
    outcome: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawItem {
    id: Spanned<String>,
    #[serde(default)]
    dimension: Option<Spanned<String>>,
    #[serde(default = "agreement")]
    kind: ItemKind,
    text: RawText,
    #[serde(default)]
    short: RawText,
    #[serde(default)]
    motive: Option<Motive>,
    #[serde(default)]
    lever: Option<Lever>,
    #[serde(default)]
    reversed: bool,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
struct RawText {
    #[serde(default)]
    ru: Option<Spanned<String>>,
    #[serde(default)]
    en: Option<Spanned<String>>,
}

fn first_version() -> u32 {
    1
}

fn agreement() -> ItemKind {
    ItemKind::Agreement
}

impl RawText {
    fn languages(&self) -> [(&'static str, Option<&Spanned<String>>); 2] {
        [("ru", self.ru.as_ref()), ("en", self.en.as_ref())]
    }

    fn is_absent(&self) -> bool {
        self.ru.is_none() && self.en.is_none()
    }

    fn into_domain(self) -> Text {
        let text = |value: Option<Spanned<String>>| {
            value
                .map(|value| value.get_ref().trim().to_owned())
                .unwrap_or_default()
        };
        Text {
            ru: text(self.ru),
            en: text(self.en),
        }
    }
}

impl RawQuestionnaire {
    fn into_domain(self) -> Questionnaire {
        Questionnaire {
            id: self.id.into_inner(),
            version: self.version,
            kind: self.kind,
            title: self.title.into_domain(),
            about: self.about.into_domain(),
            minutes: self.minutes,
            scale: self
                .scale
                .map_or_else(Default::default, |scale| scale.map(RawText::into_domain)),
            dimensions: self
                .dimensions
                .into_iter()
                .map(RawDimension::into_domain)
                .collect(),
            items: self.items.into_iter().map(RawItem::into_domain).collect(),
        }
    }
}

impl RawDimension {
    fn into_domain(self) -> QuestionnaireDimension {
        QuestionnaireDimension {
            id: self.id.into_inner(),
            title: self.title.into_domain(),
            about: self.about.into_domain(),
            is_outcome: self.outcome,
        }
    }
}

impl RawItem {
    fn into_domain(self) -> Item {
        let text = self.text.into_domain();
        let short = if self.short.is_absent() {
            text.clone()
        } else {
            self.short.into_domain()
        };
        Item {
            id: self.id.into_inner(),
            dimension: self.dimension.map(Spanned::into_inner).unwrap_or_default(),
            kind: self.kind,
            text,
            short,
            is_reversed: self.reversed,
            motive: self.motive,
            lever: self.lever,
        }
    }
}

/// Collects faults with the place they stand at.
struct Checker<'a> {
    source: &'a str,
    faults: Vec<(usize, Fault)>,
}

fn faults_of(raw: &RawQuestionnaire, source: &str) -> Vec<Error> {
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

impl RawItem {
    fn dimension_id(&self) -> Option<&str> {
        self.dimension
            .as_ref()
            .map(|dimension| dimension.get_ref().as_str())
    }

    /// Does the kind of answer fit the questionnaire, and the item its place? What is rated belongs
    /// to a dimension; what stands alone is the recommendation and the open question.
    fn fits(&self, questionnaire: QuestionnaireKind) -> bool {
        let has_dimension = self.dimension.is_some();
        match (self.kind, questionnaire) {
            (ItemKind::Agreement, QuestionnaireKind::Staff | QuestionnaireKind::Customer)
            | (ItemKind::Observed, QuestionnaireKind::MysteryShopping) => has_dimension,
            (ItemKind::Recommend, QuestionnaireKind::Staff | QuestionnaireKind::Customer)
            | (ItemKind::Open, _) => !has_dimension && !self.reversed,
            (ItemKind::Agreement | ItemKind::Recommend, QuestionnaireKind::MysteryShopping)
            | (ItemKind::Observed, QuestionnaireKind::Staff | QuestionnaireKind::Customer) => false,
        }
    }
}
