//! Customers' scores, counts and other measures, added up per branch, period, channel and measure.

use std::collections::{BTreeSet, HashMap};

use super::columns::Columns;
use super::sums::{Amount, Kept, Sum, amount, counts};
use super::where_branch::Whereabouts;
use super::{Accepted, Collect, Context, Fault, Note, OutcomeKey, Summary, Taken, at};
use crate::domain::{
    Channel, Date, Measure, Month, NpsCounts, NpsScore, Outcome, Period, WaveCode,
};
use crate::error::Result;
use crate::import::dates::{When, days_of, parse_when};
use crate::import::memo::Memo;
use crate::import::refusal::RefusalReason;
use crate::import::role::Role;
use crate::import::row::Row;
use crate::import::values;

/// One result that a row holds.
enum Part {
    Score(usize),
    Counts([usize; 3]),
    Value {
        value: usize,
        n: Option<usize>,
        measure: Option<usize>,
    },
    Named {
        value: usize,
        measure: Measure,
    },
}

type Key = (usize, u32, u32, u32);

pub(super) struct Outcomes<'a> {
    columns: Columns,
    wave_column: Option<usize>,
    channel_column: Option<usize>,
    branches: Whereabouts,
    existing: &'a BTreeSet<OutcomeKey>,
    parts: Vec<Part>,
    periods: Kept<Period>,
    waves: HashMap<String, u32>,
    wave_memo: Memo<u32>,
    channels: Kept<Channel>,
    channel_texts: HashMap<String, u32>,
    /// The place of the channel of a file that has none.
    no_channel: Option<u32>,
    measures: Kept<Measure>,
    /// The place of the NPS among the measures.
    nps: u32,
    sums: Vec<(Key, Sum)>,
    places: HashMap<Key, usize>,
    place_memo: Memo<usize>,
    span: Option<(Date, Date)>,
    has_days: bool,
    has_no_period: bool,
}

impl<'a> Outcomes<'a> {
    pub(super) fn new(columns: Columns, context: &Context<'a>) -> Self {
        let parts = parts(&columns);
        let mut measures = Kept::new();
        let nps = measures.place(Measure::nps());
        Self {
            wave_column: columns.get(&Role::Wave),
            channel_column: columns.get(&Role::Channel),
            columns,
            branches: Whereabouts::new(context),
            existing: context.existing,
            parts,
            periods: Kept::new(),
            waves: HashMap::new(),
            wave_memo: Memo::new(),
            channels: Kept::new(),
            channel_texts: HashMap::new(),
            no_channel: None,
            measures,
            nps,
            sums: Vec::new(),
            places: HashMap::new(),
            place_memo: Memo::new(),
            span: None,
            has_days: false,
            has_no_period: false,
        }
    }

    /// The period of a row: the wave it names, else its date or months, else none.
    fn when(&mut self, row: Row<'_>) -> Result<(u32, Option<When>), Box<Fault>> {
        let when = self.day_or_months(row)?;
        let short = self.wave_column.map_or(0, |column| row.short(column));
        if let Some(place) = self.wave_memo.get(short) {
            return Ok((place, when));
        }
        let wave = self.wave_column.map(|column| (column, row.cell(column)));
        if let Some((column, cell)) = wave
            && !cell.is_empty()
        {
            let text = cell.to_text();
            if let Some(place) = self.waves.get(text.as_ref()) {
                return Ok((*place, when));
            }
            let code = WaveCode::new(&text).map_err(|_| at(column)(RefusalReason::TooLong))?;
            let place = self.periods.place(Period::Wave(code));
            self.waves.insert(text.into_owned(), place);
            self.wave_memo.put(short, place);
            return Ok((place, when));
        }
        let period = match when {
            Some(When::Day(day)) => {
                let column = self
                    .columns
                    .get(&Role::Date)
                    .or_else(|| self.columns.get(&Role::Period))
                    .unwrap_or(0);
                let month = Month::of(day).map_err(|_| at(column)(RefusalReason::NoSuchDate))?;
                Period::Months(month, month)
            }
            Some(When::Months(first, last)) => Period::Months(first, last),
            None => Period::Any,
        };
        Ok((self.periods.place(period), when))
    }

    fn day_or_months(&self, row: Row<'_>) -> Result<Option<When>, Box<Fault>> {
        let column = self.columns.get(&Role::Date);
        let is_date = column.is_some();
        let Some(column) = column.or_else(|| self.columns.get(&Role::Period)) else {
            return Ok(None);
        };
        let reason = |reason| {
            let is_period = reason == RefusalReason::NotADate && !is_date;
            if is_period {
                RefusalReason::NotAPeriod
            } else {
                reason
            }
        };
        parse_when(row.cell(column), self.columns.day_order)
            .map(Some)
            .map_err(|why| at(column)(reason(why)))
    }

    fn channel(&mut self, row: Row<'_>) -> u32 {
        let Some(column) = self.channel_column else {
            let channels = &mut self.channels;
            return *self
                .no_channel
                .get_or_insert_with(|| channels.place(Channel::new("")));
        };
        let text = row.cell(column).to_text();
        if let Some(place) = self.channel_texts.get(text.as_ref()) {
            return *place;
        }
        // One channel may be spelt in capitals here and there; the first spelling stays.
        let lower = text.to_lowercase();
        let place = match self.channel_texts.get(&lower) {
            Some(place) => *place,
            None => self.channels.place(Channel::new(&text)),
        };
        self.channel_texts.insert(lower, place);
        self.channel_texts.insert(text.into_owned(), place);
        place
    }

    /// The results of a row: measure and amount.
    fn amounts(&mut self, row: Row<'_>) -> Result<Vec<(u32, Amount)>, Box<Fault>> {
        let mut found = Vec::with_capacity(self.parts.len());
        let mut first_empty = None;
        for part in &self.parts {
            match part {
                Part::Score(column) => {
                    let mut counts = NpsCounts::default();
                    counts.add(score(row, *column)?);
                    found.push((self.nps, Amount::Counts(counts)));
                }
                Part::Counts(columns) => {
                    found.push((self.nps, Amount::Counts(counts(row, *columns)?)));
                }
                Part::Value { value, n, measure } => {
                    let measure = self.measure(row, *value, *measure)?;
                    found.push((self.measures.place(measure), amount(row, *value, *n)?));
                }
                Part::Named { value, .. } if row.cell(*value).is_empty() => {
                    first_empty = first_empty.or(Some(*value));
                }
                Part::Named { value, measure } => {
                    let measure = self.measures.place(measure.clone());
                    found.push((measure, amount(row, *value, None)?));
                }
            }
        }
        match (found.is_empty(), first_empty) {
            (true, Some(column)) => Err(at(column)(RefusalReason::EmptyCell)),
            (true | false, _) => Ok(found),
        }
    }

    /// Takes a row that may hold several results.
    fn several(
        &mut self,
        row: Row<'_>,
        (branch, period): (usize, u32),
        is_day: bool,
    ) -> Result<Taken, Box<Fault>> {
        let amounts = self.amounts(row)?;
        let channel = self.channel(row);
        // Single scores and days add up; a whole period that stands twice is a mistake.
        let adds_up = is_day || matches!(self.parts.first(), Some(Part::Score(_)));
        let mut keys = Vec::with_capacity(amounts.len());
        for (measure, amount) in amounts {
            let key = (branch, period, channel, measure);
            let known = self.place(key).and_then(|place| self.sums.get(place));
            if let Some((_, first)) = known.filter(|_| !adds_up) {
                let column = self.columns.get(&Role::Branch).unwrap_or(0);
                return Err(at(column)(RefusalReason::DuplicateRow {
                    first_row: first.first_row,
                }));
            }
            keys.push((key, amount));
        }
        let mut has_existing = false;
        for (key, amount) in keys {
            has_existing |= self.add(key, amount, row);
        }
        Ok(taken(has_existing))
    }

    fn measure(
        &self,
        row: Row<'_>,
        value: usize,
        measure: Option<usize>,
    ) -> Result<Measure, Box<Fault>> {
        let Some(column) = measure else {
            return Measure::new(self.columns.head(value))
                .map_err(|_| at(value)(RefusalReason::TooLong));
        };
        let cell = row.cell(column);
        if cell.is_empty() {
            return Err(at(column)(RefusalReason::EmptyCell));
        }
        Measure::new(&cell.to_text()).map_err(|_| at(column)(RefusalReason::TooLong))
    }

    fn add(&mut self, key: Key, amount: Amount, row: Row<'_>) -> bool {
        let is_existing = |this: &Self| {
            !this.existing.is_empty() && this.existing.contains(&this.outcome_key(key))
        };
        if let Some((_, sum)) = self.place(key).and_then(|place| self.sums.get_mut(place)) {
            sum.add(amount);
            return sum.is_existing;
        }
        let mut sum = Sum::new(amount, row.number(), is_existing(self));
        sum.add(amount);
        let is_existing = sum.is_existing;
        self.places.insert(key, self.sums.len());
        self.sums.push((key, sum));
        is_existing
    }

    /// Where the sum of a key stands.
    fn place(&mut self, key: Key) -> Option<usize> {
        let short = packed(key);
        if let Some(place) = self.place_memo.get(short) {
            return Some(place);
        }
        let place = *self.places.get(&key)?;
        self.place_memo.put(short, place);
        Some(place)
    }

    fn outcome_key(&self, (branch, period, channel, measure): Key) -> OutcomeKey {
        OutcomeKey {
            branch: self.branches.code(branch),
            period: self.periods.get(period),
            channel: self.channels.get(channel),
            measure: self.measures.get(measure),
        }
    }

    fn widen(&mut self, when: When) {
        let days = match when {
            When::Day(day) => Some((day, day)),
            When::Months(first, last) => days_of(first, last),
        };
        self.span = match (self.span, days) {
            (Some((first, last)), Some((from, to))) => Some((first.min(from), last.max(to))),
            (span, days) => span.or(days),
        };
    }
}

/// The key as one word; 0 where it does not fit.
fn packed((branch, period, channel, measure): Key) -> u64 {
    let parts = [branch as u64, period.into(), channel.into(), measure.into()];
    let fits = parts.iter().all(|part| *part < 0xffff);
    let word = parts.iter().fold(0, |word, part| (word << 16) | (part + 1));
    if fits { word } else { 0 }
}

fn taken(is_existing: bool) -> Taken {
    if is_existing {
        Taken::Existing
    } else {
        Taken::New
    }
}

/// One score; most are one digit.
fn score(row: Row<'_>, column: usize) -> Result<NpsScore, Box<Fault>> {
    let digit = row
        .digit(column)
        .and_then(|digit| NpsScore::new(digit).ok());
    match digit {
        Some(score) => Ok(score),
        None => values::score(row.cell(column)).map_err(at(column)),
    }
}

/// What the columns of a row may hold.
fn parts(columns: &Columns) -> Vec<Part> {
    let mut parts = Vec::new();
    if let Some(column) = columns.get(&Role::Score) {
        parts.push(Part::Score(column));
    } else if let (Some(promoters), Some(passives), Some(detractors)) = (
        columns.get(&Role::Promoters),
        columns.get(&Role::Passives),
        columns.get(&Role::Detractors),
    ) {
        parts.push(Part::Counts([promoters, passives, detractors]));
    } else if let Some(value) = columns.get(&Role::Value) {
        parts.push(Part::Value {
            value,
            n: columns.get(&Role::Count),
            measure: columns.get(&Role::Measure),
        });
    }
    for (value, name) in columns.named() {
        if let Ok(measure) = Measure::new(name) {
            parts.push(Part::Named { value, measure });
        }
    }
    parts
}

impl Collect for Outcomes<'_> {
    fn row(&mut self, row: Row<'_>) -> Result<Taken, Box<Fault>> {
        let column = self.columns.get(&Role::Branch).unwrap_or(0);
        let branch = self.branches.find_in(row, column)?;
        let (period, when) = self.when(row)?;
        // A file of single scores is by far the longest.
        let taken = if let [Part::Score(score_column)] = self.parts[..] {
            let mut counts = NpsCounts::default();
            counts.add(score(row, score_column)?);
            let key = (branch, period, self.channel(row), self.nps);
            taken(self.add(key, Amount::Counts(counts), row))
        } else {
            let is_day = matches!(when, Some(When::Day(_)));
            self.several(row, (branch, period), is_day)?
        };
        self.branches.mark(branch);
        match when {
            Some(when) => {
                self.has_days |= matches!(when, When::Day(_));
                self.widen(when);
            }
            None => self.has_no_period |= self.wave_column.is_none(),
        }
        Ok(taken)
    }

    fn finish(
        self: Box<Self>,
        summary: &mut Summary,
        notes: &mut BTreeSet<Note>,
    ) -> Result<Accepted> {
        summary.branches_seen = self.branches.count_seen();
        summary.span = self.span;
        if self.has_days && self.wave_column.is_none() {
            notes.insert(Note::DaysToMonths);
        }
        if self.has_no_period {
            notes.insert(Note::NoPeriod);
        }
        let mut outcomes: Vec<Outcome> = self
            .sums
            .iter()
            .map(|(key, sum)| {
                let OutcomeKey {
                    branch,
                    period,
                    channel,
                    measure,
                } = self.outcome_key(*key);
                Outcome {
                    branch,
                    period,
                    channel,
                    measure,
                    value: sum.value(),
                }
            })
            .collect();
        outcomes.sort_by_cached_key(OutcomeKey::of);
        Ok(Accepted::Outcomes(outcomes))
    }
}
