//! What a release told, as the ledger keeps it: figures, and how many answered at that time. A fixed
//! layout with a version; every length is checked before memory is taken.

use std::collections::BTreeMap;

use super::table::{ClassCount, Question, WaveTable};
use crate::domain::{Audience, Lever, Motive, StaffGroup};
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
/// The most entries of any list.
const MAX_ENTRIES: u64 = 4_000_000;

impl Told {
    /// Keeps each figure once: a number that stands on several sheets says nothing more.
    #[must_use]
    pub fn new(figures: Vec<Figure>, tables: Vec<WaveTable>) -> Self {
        let mut seen = std::collections::BTreeSet::new();
        let is_new = |figure: &Figure| {
            let mut says = Writer::default();
            says.says(&figure.says);
            seen.insert((figure.about.clone(), says.bytes))
        };
        Self {
            figures: figures.into_iter().filter(is_new).collect(),
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
                cell: input.text()?,
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

fn bad(what: &str) -> Error {
    Kind::FileDamaged(format!("release: {what}")).into()
}

/// Bytes being written; texts are written once, in front.
#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    texts: BTreeMap<String, u64>,
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

/// Bytes being read.
struct Input<'a> {
    rest: &'a [u8],
    texts: Vec<String>,
}

impl<'a> Input<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or_else(|| bad("breaks off"))?;
        self.rest = rest;
        Ok(taken)
    }

    fn whole(&mut self) -> Result<u64> {
        let mut value = 0_u64;
        for shift in (0..63).step_by(7) {
            let byte = self.take(1)?.first().copied().unwrap_or(0);
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(bad("a number too long"))
    }

    fn small(&mut self) -> Result<u32> {
        u32::try_from(self.whole()?).map_err(|_| bad("a number too large"))
    }

    fn real(&mut self) -> Result<f64> {
        let bytes = self.take(8)?.try_into().map_err(|_| bad("breaks off"))?;
        let value = f64::from_le_bytes(bytes);
        if value.is_finite() {
            Ok(value)
        } else {
            Err(bad("no number"))
        }
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?.first().copied().unwrap_or(0))
    }

    fn plain(&mut self) -> Result<String> {
        let length = usize::try_from(self.whole()?).map_err(|_| bad("too long"))?;
        let text = std::str::from_utf8(self.take(length)?);
        Ok(text.map_err(|_| bad("no text"))?.to_owned())
    }

    fn text(&mut self) -> Result<String> {
        let at = usize::try_from(self.whole()?).map_err(|_| bad("no such text"))?;
        self.texts
            .get(at)
            .cloned()
            .ok_or_else(|| bad("no such text"))
    }

    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let count = self.whole()?;
        // Every entry takes a byte at least.
        let most = u64::try_from(self.rest.len()).unwrap_or(u64::MAX);
        if count > MAX_ENTRIES.min(most) {
            return Err(bad("too many"));
        }
        (0..count).map(|_| read(self)).collect()
    }

    fn maybe(&mut self) -> Result<Option<u32>> {
        let value = self.whole()?;
        let less = value.checked_sub(1).map(u32::try_from);
        less.transpose().map_err(|_| bad("a number too large"))
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Result<T> {
        let at = usize::try_from(self.whole()?).unwrap_or(usize::MAX);
        all.get(at).copied().ok_or_else(|| bad("no such choice"))
    }

    fn about(&mut self) -> Result<About> {
        Ok(About {
            wave: self.text()?,
            subject: self.subject()?,
            place: match self.whole()? {
                0 => Place::Company,
                1 => Place::Branch(self.text()?),
                _ => return Err(bad("no such place")),
            },
            audience: self.one_of(&Audience::ALL)?,
        })
    }

    fn subject(&mut self) -> Result<Subject> {
        Ok(match self.whole()? {
            0 => Subject::Sheets,
            1 => Subject::Enps,
            2 => Subject::Dimension(self.text()?),
            3 => Subject::Item(self.text()?),
            4 => Subject::Motive(self.one_of(&Motive::ALL)?),
            5 => Subject::Lever(self.one_of(&Lever::ALL)?),
            _ => return Err(bad("no such subject")),
        })
    }

    fn says(&mut self) -> Result<Says> {
        Ok(match self.whole()? {
            0 => Says::Count {
                low: self.small()?,
                high: self.small()?,
            },
            1 => Says::Rate {
                value: self.real()?,
                step: self.real()?,
            },
            2 => Says::Mean {
                value: self.real()?,
                step: self.real()?,
            },
            3 => Says::Interval {
                low: self.real()?,
                high: self.real()?,
                step: self.real()?,
            },
            4 => Says::Share {
                low: self.real()?,
                high: self.real()?,
                from: self.byte()?,
                to: self.byte()?,
            },
            5 => Says::Segment {
                low: self.real()?,
                high: self.real()?,
                segment: self.one_of(&Segment::ALL)?,
            },
            6 => Says::Net {
                value: self.real()?,
                step: self.real()?,
            },
            7 => Says::NetInterval {
                low: self.real()?,
                high: self.real()?,
                step: self.real()?,
            },
            8 => Says::Difference {
                value: self.real()?,
                step: self.real()?,
                before: self.text()?,
            },
            _ => return Err(bad("no such figure")),
        })
    }

    fn table(&mut self) -> Result<WaveTable> {
        let table = WaveTable {
            wave: self.text()?,
            min_group: self.small()?,
            questions: self.list(|input| {
                Ok(match input.whole()? {
                    0 => Question::Of(input.subject()?),
                    1 => Question::Segments(input.text()?),
                    _ => return Err(bad("no such question")),
                })
            })?,
            parts: self.list(|input| {
                input.list(|input| u16::try_from(input.whole()?).map_err(|_| bad("no such part")))
            })?,
            classes: self.list(Self::class)?,
        };
        let questions = table.questions.len();
        let is_whole = table.parts.len() == questions
            && table
                .parts
                .iter()
                .flatten()
                .all(|part| usize::from(*part) < questions)
            && table
                .classes
                .iter()
                .all(|class| class.answered.len() == questions);
        if is_whole {
            Ok(table)
        } else {
            Err(bad("a table with gaps"))
        }
    }

    fn class(&mut self) -> Result<ClassCount> {
        Ok(ClassCount {
            branches: self.list(Self::text)?,
            group: self.one_of(&[
                None,
                Some(StaffGroup::Contact),
                Some(StaffGroup::BackOffice),
            ])?,
            invited_contact: self.maybe()?,
            invited_back_office: self.maybe()?,
            answered: self.list(Self::small)?,
        })
    }
}
