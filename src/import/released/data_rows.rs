//! One row of tidy figures: the same columns in the sheet of data and in CSV.

use super::names::Names;
use super::pattern::{printed_band, printed_count, whole};
use super::{About, Fault, OtherKind, Place, Released, Says, Subject};
use crate::domain::{Audience, Lang, Lever, Motive};

/// How many columns a row has.
pub(super) const COLUMNS: usize = 13;
/// Positions of the figures in a row.
const COUNT: usize = 7;
const VALUE: usize = 8;
const LOW: usize = 9;
const HIGH: usize = 10;
const FAVOURABLE: usize = 11;
const CHANGE: usize = 12;

/// Fluent keys of the heads, as a reader of the file sees them.
pub(super) const HEADS: [&str; COLUMNS] = [
    "book-column-wave",
    "book-column-group",
    "branch-code",
    "branch",
    "book-column-kind",
    "book-column-id",
    "book-column-title",
    "book-column-n",
    "book-column-value",
    "book-column-low",
    "book-column-high",
    "book-column-favourable",
    "book-column-change",
];

/// A cell: its text, and the number where it is one.
#[derive(Debug, Clone, Default)]
pub(super) struct Field {
    pub(super) text: String,
    pub(super) number: Option<f64>,
    /// Where it stands.
    pub(super) cell: String,
}

/// What the words of the rows mean, looked up once: a large company has many rows.
pub(super) struct DataWords {
    lang: Lang,
    customers: String,
    company: String,
    kinds: Vec<(String, DataKind)>,
    audiences: Vec<(String, Audience)>,
    motives: Vec<(String, Motive)>,
    levers: Vec<(String, Lever)>,
}

/// What a row is about.
#[derive(Clone, Copy)]
enum DataKind {
    Dimension,
    Item,
    Motive,
    Lever,
    Enps,
}

impl DataWords {
    pub(super) fn new(names: &Names, lang: Lang) -> Self {
        let kinds = [
            ("kind-dimension", DataKind::Dimension),
            ("kind-item", DataKind::Item),
            ("kind-motive", DataKind::Motive),
            ("kind-lever", DataKind::Lever),
            ("kind-enps", DataKind::Enps),
        ];
        let audience = |it: Audience| names.word(lang, &format!("group-{}", it.code()));
        Self {
            lang,
            customers: names.word(lang, "group-customers"),
            company: names.word(lang, "company"),
            kinds: kinds
                .map(|(key, kind)| (names.word(lang, key), kind))
                .into(),
            audiences: Audience::ALL.map(|it| (audience(it), it)).into(),
            motives: Motive::ALL
                .map(|it| (names.motive_word(lang, it), it))
                .into(),
            levers: Lever::ALL.map(|it| (names.lever_word(lang, it), it)).into(),
        }
    }
}

/// What a word means.
fn meaning<T: Copy>(words: &[(String, T)], text: &str) -> Option<T> {
    let found = words.iter().find(|(word, _)| word == text);
    found.map(|(_, meaning)| *meaning)
}

/// A row of fields.
pub(super) struct DataRow<'a> {
    pub(super) names: &'a Names,
    pub(super) words: &'a DataWords,
    pub(super) fields: &'a [Field],
}

impl DataRow<'_> {
    /// Takes the row; a row that names nothing known is noticed, with every number in it.
    pub(super) fn read(&self, out: &mut Released) {
        for at in 0..COUNT {
            if let (Some(number), false) = (self.number(at), at == 5) {
                out.unknown(self.cell(at), &number.to_string(), Fault::Number);
            }
        }
        let wave = self.names.wave(self.text(0));
        if self.text(1) == self.words.customers && self.place().is_some() && wave.is_some() {
            for at in COUNT..COLUMNS {
                if self.number(at).is_some() {
                    out.count(OtherKind::Customers);
                }
            }
            return;
        }
        match (wave, self.about()) {
            (Some(_), Some(about)) => self.figures(&about, out),
            (_, _) => out.unknown(self.cell(0), &self.label(), Fault::Name),
        }
    }

    fn label(&self) -> String {
        let texts = self.fields.iter().map(|field| field.text.as_str());
        texts.collect::<Vec<_>>().join(" | ")
    }

    fn text(&self, at: usize) -> &str {
        self.fields.get(at).map_or("", |field| field.text.as_str())
    }

    fn number(&self, at: usize) -> Option<f64> {
        self.fields.get(at).and_then(|field| field.number)
    }

    fn cell(&self, at: usize) -> String {
        let field = self.fields.get(at);
        field.map_or_else(String::new, |field| field.cell.clone())
    }

    fn place(&self) -> Option<Place> {
        let code = self.text(2);
        if code.is_empty() {
            return (self.text(3) == self.words.company).then_some(Place::Company);
        }
        Some(Place::Branch(self.names.branch(code)?.into()))
    }

    fn about(&self) -> Option<About> {
        let names = self.names;
        let (id, title) = (self.text(5), self.text(6));
        let subject = match meaning(&self.words.kinds, self.text(4))? {
            DataKind::Dimension => {
                let mut known = names.dimensions.iter();
                known.find(|(known, _)| known == id)?;
                Subject::Dimension(id.into())
            }
            DataKind::Item => {
                names.items.iter().find(|item| item.id == id)?;
                Subject::Item(id.into())
            }
            DataKind::Motive => Subject::Motive(meaning(&self.words.motives, title)?),
            DataKind::Lever => Subject::Lever(meaning(&self.words.levers, title)?),
            DataKind::Enps => Subject::Enps,
        };
        Some(About {
            wave: names.wave(self.text(0))?.into(),
            subject,
            place: self.place()?,
            audience: meaning(&self.words.audiences, self.text(1))?,
        })
    }

    fn figures(&self, about: &About, out: &mut Released) {
        let mut add = |at: usize, says: Says| out.add(about.clone(), says, self.cell(at));
        let is_net = about.subject == Subject::Enps;
        let count = match self.number(COUNT) {
            Some(value) => whole(value).map(|n| (n, n)),
            None => printed_count(self.words.lang, self.text(COUNT)),
        };
        let is_odd = count.is_none() && self.number(COUNT).is_some();
        if let Some((low, high)) = count {
            add(COUNT, Says::Count { low, high });
        }
        let step = 0.0;
        if let Some(value) = self.number(VALUE) {
            let says = if is_net {
                Says::Net { value, step }
            } else {
                Says::Mean { value, step }
            };
            add(VALUE, says);
        }
        let ends = (self.number(LOW), self.number(HIGH));
        if let (Some(low), Some(high)) = ends {
            let says = if is_net {
                Says::NetInterval { low, high, step }
            } else {
                Says::Interval { low, high, step }
            };
            add(LOW, says);
        }
        let band = match self.number(FAVOURABLE) {
            Some(value) => Some((value, value)),
            None if self.text(FAVOURABLE).ends_with('%') => {
                printed_band(self.words.lang, self.text(FAVOURABLE))
            }
            None => None,
        };
        if let Some((low, high)) = band {
            let (from, to) = (4, 5);
            add(
                FAVOURABLE,
                Says::Share {
                    from,
                    to,
                    low,
                    high,
                },
            );
        }
        let before = self.names.before(&about.wave);
        if let (Some(value), Some(before)) = (self.number(CHANGE), before) {
            let before = before.to_owned();
            add(
                CHANGE,
                Says::Difference {
                    before,
                    value,
                    step,
                },
            );
        }
        let mut notice = |at: usize| {
            let text = self.number(at).map_or_else(String::new, |n| n.to_string());
            out.unknown(self.cell(at), &text, Fault::Number);
        };
        match ends {
            (Some(_), None) => notice(LOW),
            (None, Some(_)) => notice(HIGH),
            (Some(_), Some(_)) | (None, None) => {}
        }
        if is_odd {
            notice(COUNT);
        }
        if self.number(CHANGE).is_some() && before.is_none() {
            notice(CHANGE);
        }
        if is_net && self.number(FAVOURABLE).is_some() {
            notice(FAVOURABLE);
        }
    }
}
