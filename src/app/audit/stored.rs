//! What a release told, as the ledger keeps it: figures, and how many answered at that time. A fixed
//! layout with a version; every length is checked before memory is taken.

use std::collections::{HashMap, HashSet};

use super::said::Said;
use super::stored_input::Input;
use super::table::{Question, WaveTable};
use crate::domain::{Lever, Motive, StaffGroup};
use crate::error::{Error, Kind, Result};
use crate::import::released::{About, Figure, Place, Says, Segment, Subject};

/// What one release told, and of whom.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// Its figures, each once.
    pub figures: Vec<Figure>,
    /// Answers per class and question when it was made.
    pub tables: Vec<WaveTable>,
}

/// The first bytes.
const MAGIC: &[u8; 4] = b"FLTD";
/// The version of the layout.
const VERSION: u8 = 1;
/// The most bytes that are read.
const MAX_BYTES: usize = 64 << 20;

impl Told {
    /// Keeps each figure once: a number that stands on several sheets says nothing more.
    #[must_use]
    pub fn new(figures: Vec<Figure>, tables: Vec<WaveTable>) -> Self {
        let mut seen = HashSet::with_capacity(figures.len());
        let news: Vec<bool> = figures
            .iter()
            .map(|figure| seen.insert(Said::from(figure)))
            .collect();
        let figures = figures.into_iter().zip(news);
        Self {
            figures: figures
                .filter_map(|(figure, is_new)| is_new.then_some(figure))
                .collect(),
            tables,
        }
    }

    /// The stored form.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut body = Writer::default();
        body.list(&self.figures, |out, figure| {
            out.about(&figure.about);
            out.says(&figure.says);
            out.text(&figure.cell);
        });
        body.list(&self.tables, Writer::table);
        let mut out = Writer::default();
        out.bytes.extend_from_slice(MAGIC);
        out.bytes.push(VERSION);
        out.whole(u64::try_from(body.texts.len()).unwrap_or(u64::MAX));
        for text in &body.order {
            out.plain(text);
        }
        out.bytes.extend_from_slice(&body.bytes);
        out.bytes
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// When the bytes are of another kind or version, break off, go on too long or hold more than is
    /// read.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        if bytes.len() > MAX_BYTES {
            return Err(bad("too long"));
        }
        let rest = bytes
            .strip_prefix(MAGIC.as_slice())
            .ok_or_else(|| bad("another kind"))?;
        let (version, rest) = rest.split_first().ok_or_else(|| bad("breaks off"))?;
        if *version != VERSION {
            return Err(bad("another version"));
        }
        let mut input = Input {
            rest,
            texts: Vec::new(),
        };
        input.texts = input.list(Input::plain)?;
        let figures = input.list(|input| {
            Ok(Figure {
                about: input.about()?,
                says: input.says()?,
                cell: input.owned()?,
            })
        })?;
        let tables = input.list(Input::table)?;
        if input.rest.is_empty() {
            Ok(Self { figures, tables })
        } else {
            Err(bad("goes on"))
        }
    }
}

pub(super) fn bad(what: &str) -> Error {
    Kind::FileDamaged(format!("release: {what}")).into()
}

/// Bytes being written; texts are written once, in front.
#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    texts: HashMap<String, u64>,
    order: Vec<String>,
}

impl Writer {
    /// Seven bits a byte, the lowest first.
    fn whole(&mut self, mut value: u64) {
        loop {
            let low = u8::try_from(value & 0x7f).unwrap_or(0);
            value >>= 7;
            if value == 0 {
                self.bytes.push(low);
                return;
            }
            self.bytes.push(low | 0x80);
        }
    }

    fn real(&mut self, value: f64) {
        self.bytes.extend_from_slice(&value.to_le_bytes());
    }

    fn plain(&mut self, text: &str) {
        self.whole(u64::try_from(text.len()).unwrap_or(u64::MAX));
        self.bytes.extend_from_slice(text.as_bytes());
    }

    fn text(&mut self, text: &str) {
        let next = u64::try_from(self.texts.len()).unwrap_or(u64::MAX);
        let at = match self.texts.get(text) {
            Some(at) => *at,
            None => {
                self.texts.insert(text.to_owned(), next);
                self.order.push(text.to_owned());
                next
            }
        };
        self.whole(at);
    }

    fn list<T>(&mut self, entries: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.whole(u64::try_from(entries.len()).unwrap_or(u64::MAX));
        entries.iter().for_each(|entry| write(self, entry));
    }

    fn maybe(&mut self, value: Option<u32>) {
        self.whole(value.map_or(0, |value| u64::from(value) + 1));
    }

    fn about(&mut self, about: &About) {
        self.text(&about.wave);
        self.subject(&about.subject);
        match &about.place {
            Place::Company => self.whole(0),
            Place::Branch(code) => {
                self.whole(1);
                self.text(code);
            }
        }
        self.whole(about.audience.index() as u64);
    }

    fn subject(&mut self, subject: &Subject) {
        match subject {
            Subject::Sheets => self.whole(0),
            Subject::Enps => self.whole(1),
            Subject::Dimension(id) => {
                self.whole(2);
                self.text(id);
            }
            Subject::Item(id) => {
                self.whole(3);
                self.text(id);
            }
            Subject::Motive(it) => {
                self.whole(4);
                self.position(&Motive::ALL, it);
            }
            Subject::Lever(it) => {
                self.whole(5);
                self.position(&Lever::ALL, it);
            }
        }
    }

    fn position<T: PartialEq>(&mut self, all: &[T], value: &T) {
        let at = all.iter().position(|it| it == value).unwrap_or(0);
        self.whole(at as u64);
    }

    fn says(&mut self, says: &Says) {
        let mut reals = |tag: u64, values: &[f64]| {
            self.whole(tag);
            values.iter().for_each(|value| self.real(*value));
        };
        match says {
            Says::Count { low, high } => {
                self.whole(0);
                self.whole(u64::from(*low));
                self.whole(u64::from(*high));
            }
            Says::Rate { value, step } => reals(1, &[*value, *step]),
            Says::Mean { value, step } => reals(2, &[*value, *step]),
            Says::Interval { low, high, step } => reals(3, &[*low, *high, *step]),
            Says::Share {
                from,
                to,
                low,
                high,
            } => {
                reals(4, &[*low, *high]);
                self.bytes.extend([*from, *to]);
            }
            Says::Segment { segment, low, high } => {
                reals(5, &[*low, *high]);
                self.position(&Segment::ALL, segment);
            }
            Says::Net { value, step } => reals(6, &[*value, *step]),
            Says::NetInterval { low, high, step } => reals(7, &[*low, *high, *step]),
            Says::Difference {
                before,
                value,
                step,
            } => {
                reals(8, &[*value, *step]);
                self.text(before);
            }
        }
    }

    fn table(&mut self, table: &WaveTable) {
        self.text(&table.wave);
        self.whole(u64::from(table.min_group));
        self.list(&table.questions, |out, question| match question {
            Question::Of(subject) => {
                out.whole(0);
                out.subject(subject);
            }
            Question::Segments(id) => {
                out.whole(1);
                out.text(id);
            }
        });
        self.list(&table.parts, |out, parts| {
            out.list(parts, |out, part| out.whole(u64::from(*part)));
        });
        self.list(&table.classes, |out, class| {
            out.list(&class.branches, |out, code| out.text(code));
            match class.group {
                None => out.whole(0),
                Some(StaffGroup::Contact) => out.whole(1),
                Some(StaffGroup::BackOffice) => out.whole(2),
            }
            out.maybe(class.invited_contact);
            out.maybe(class.invited_back_office);
            out.list(&class.answered, |out, n| out.whole(u64::from(*n)));
        });
    }
}
