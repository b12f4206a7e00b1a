//! Reading what the ledger keeps: every length is checked before memory is taken.

use std::sync::Arc;

use super::stored::bad;
use super::table::{ClassCount, Question, WaveTable};
use crate::domain::{Audience, Lever, Motive, StaffGroup};
use crate::error::Result;
use crate::import::released::{About, Place, Says, Segment, Subject};

/// The most entries of any list.
const MAX_ENTRIES: u64 = 4_000_000;

/// Bytes being read.
pub(super) struct Input<'a> {
    pub(super) rest: &'a [u8],
    pub(super) texts: Vec<Arc<str>>,
}

impl<'a> Input<'a> {
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .rest
            .split_at_checked(count)
            .ok_or_else(|| bad("breaks off"))?;
        self.rest = rest;
        Ok(taken)
    }

    pub(super) fn whole(&mut self) -> Result<u64> {
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

    pub(super) fn small(&mut self) -> Result<u32> {
        u32::try_from(self.whole()?).map_err(|_| bad("a number too large"))
    }

    pub(super) fn real(&mut self) -> Result<f64> {
        let bytes = self.take(8)?.try_into().map_err(|_| bad("breaks off"))?;
        let value = f64::from_le_bytes(bytes);
        if value.is_finite() {
            Ok(value)
        } else {
            Err(bad("no number"))
        }
    }

    pub(super) fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?.first().copied().unwrap_or(0))
    }

    pub(super) fn plain(&mut self) -> Result<Arc<str>> {
        let length = usize::try_from(self.whole()?).map_err(|_| bad("too long"))?;
        let text = std::str::from_utf8(self.take(length)?);
        Ok(text.map_err(|_| bad("no text"))?.into())
    }

    pub(super) fn text(&mut self) -> Result<Arc<str>> {
        let at = usize::try_from(self.whole()?).map_err(|_| bad("no such text"))?;
        self.texts
            .get(at)
            .cloned()
            .ok_or_else(|| bad("no such text"))
    }

    pub(super) fn owned(&mut self) -> Result<String> {
        Ok(self.text()?.as_ref().to_owned())
    }

    pub(super) fn list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Result<T>,
    ) -> Result<Vec<T>> {
        let count = self.whole()?;
        // Every entry takes a byte at least.
        let most = u64::try_from(self.rest.len()).unwrap_or(u64::MAX);
        if count > MAX_ENTRIES.min(most) {
            return Err(bad("too many"));
        }
        (0..count).map(|_| read(self)).collect()
    }

    pub(super) fn maybe(&mut self) -> Result<Option<u32>> {
        let value = self.whole()?;
        let less = value.checked_sub(1).map(u32::try_from);
        less.transpose().map_err(|_| bad("a number too large"))
    }

    pub(super) fn one_of<T: Copy>(&mut self, all: &[T]) -> Result<T> {
        let at = usize::try_from(self.whole()?).unwrap_or(usize::MAX);
        all.get(at).copied().ok_or_else(|| bad("no such choice"))
    }

    pub(super) fn about(&mut self) -> Result<About> {
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

    pub(super) fn subject(&mut self) -> Result<Subject> {
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

    pub(super) fn says(&mut self) -> Result<Says> {
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
                before: self.owned()?,
            },
            _ => return Err(bad("no such figure")),
        })
    }

    pub(super) fn table(&mut self) -> Result<WaveTable> {
        let table = WaveTable {
            wave: self.owned()?,
            min_group: self.small()?,
            questions: self.list(|input| {
                Ok(match input.whole()? {
                    0 => Question::Of(input.subject()?),
                    1 => Question::Segments(input.owned()?),
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

    pub(super) fn class(&mut self) -> Result<ClassCount> {
        Ok(ClassCount {
            branches: self.list(Self::owned)?,
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
