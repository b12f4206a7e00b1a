//! The figures of the sheet for the staff: as words, and as what they say for the ledger. A figure can
//! be had in words in no other way, so that none is printed which is not listed.

use crate::disclosure::ShownCount;
use crate::domain::Lang;
use crate::i18n::number;

/// Everything that the pages say of the company, in the order of printing.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StaffTold {
    /// Each figure with its printed form.
    pub figures: Vec<(String, StaffFigure)>,
}

/// A figure of all staff of the company.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StaffFigure {
    /// What was asked.
    pub subject: StaffSubject,
    /// What is said.
    pub says: StaffSays,
}

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StaffSubject {
    /// Anything at all.
    Sheets,
    /// A dimension: position in [`Findings::dimensions`](crate::analysis::Findings::dimensions).
    Dimension(usize),
    /// A question: position in [`Findings::items`](crate::analysis::Findings::items).
    Item(usize),
    /// Would one recommend working here?
    Enps,
}

/// What is said, rounded as it is printed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum StaffSays {
    /// So many answered.
    Count(u32),
    /// The share of those invited, in whole per cent.
    Rate(f64),
    /// A mean to one decimal.
    Mean(f64),
    /// The share of answers 4 and 5, in whole per cent.
    Agree(f64),
    /// The share of answers 1 and 2, in whole per cent; of a reversed question those that agree.
    Disagree(f64),
    /// A whole eNPS.
    Net(f64),
}

fn to_cents(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

impl StaffTold {
    fn put(&mut self, text: String, subject: StaffSubject, says: StaffSays) -> String {
        let figure = StaffFigure { subject, says };
        self.figures.push((text.clone(), figure));
        text
    }

    /// How many answered; none where that is not told exactly.
    pub(super) fn count(&mut self, lang: Lang, n: ShownCount) -> Option<String> {
        let n = n.exact()?;
        let text = number::count(lang, u64::from(n));
        Some(self.put(text, StaffSubject::Sheets, StaffSays::Count(n)))
    }

    /// The share of those invited who answered.
    pub(super) fn rate(&mut self, lang: Lang, rate: f64) -> String {
        let rate = to_cents(rate);
        let text = number::percent(lang, rate);
        self.put(text, StaffSubject::Sheets, StaffSays::Rate(rate))
    }

    /// A mean of the scale from 1 to 5.
    pub(super) fn mean(&mut self, lang: Lang, subject: StaffSubject, mean: f64) -> String {
        let text = number::decimal(lang, mean, 1);
        let rounded = (mean * 10.0).round() / 10.0;
        self.put(text, subject, StaffSays::Mean(rounded))
    }

    /// The share of those who agree.
    pub(super) fn agree(&mut self, lang: Lang, subject: StaffSubject, share: f64) -> String {
        let share = to_cents(share);
        self.put(
            number::percent(lang, share),
            subject,
            StaffSays::Agree(share),
        )
    }

    /// The share of those who do not.
    pub(super) fn disagree(&mut self, lang: Lang, subject: StaffSubject, share: f64) -> String {
        let share = to_cents(share);
        self.put(
            number::percent(lang, share),
            subject,
            StaffSays::Disagree(share),
        )
    }

    /// An employee NPS.
    pub(super) fn net(&mut self, lang: Lang, value: f64) -> String {
        let rounded = value.round();
        let text = number::signed(lang, rounded, 0);
        self.put(text, StaffSubject::Enps, StaffSays::Net(rounded))
    }
}
