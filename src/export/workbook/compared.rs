//! Means beside what they are compared with: the second block of the heat map, and columns of the
//! sheet of questions. A difference stands with its interval below or beside it, and with a sign.
//! Both figures are published; a branch's cut is never compared with other branches.

use rust_xlsxwriter::{Format, FormatAlign, Formula};

use super::cells::At;
use super::context::Context;
use super::heat_map::{SCORES, each_row, is_long, lined};
use super::page::{Col, Page};
use super::style;
use crate::analysis::{
    Against, Alone, AudienceFindings, Change, Compared, Comparisons, FigurePlace, FigureSubject,
    Row as ScoreRow, Yardstick,
};
use crate::disclosure::Reason;
use crate::domain::Audience;
use crate::error::Result;
use crate::i18n::number;
use crate::phrases;
use crate::tr;

impl Context<'_> {
    pub(super) fn comparisons(&self) -> Comparisons<'_> {
        Comparisons {
            findings: self.findings,
            outside: &self.request.outside,
        }
    }

    /// What the heat map is compared with: what was asked for, where the workbook may tell it.
    pub(super) fn yardstick(&self) -> Option<Yardstick> {
        let offered = self.comparisons().offered(self.request.wave);
        let wanted = &self.request.compare;
        let of_others = wanted.is_of_branches();
        if offered.contains(wanted) && !(of_others && self.own_branch().is_some()) {
            return Some(wanted.clone());
        }
        let plain = if of_others {
            [Yardstick::Company, Yardstick::PreviousWave]
        } else {
            [Yardstick::PreviousWave, Yardstick::Company]
        };
        plain.into_iter().find(|it| offered.contains(it))
    }

    /// What the company's questions are compared with: the company is no yardstick of itself.
    fn item_yardstick(&self) -> Option<Yardstick> {
        match self.yardstick()? {
            Yardstick::Company | Yardstick::Region | Yardstick::PreviousWave => {
                self.previous().map(|_| Yardstick::PreviousWave)
            }
            found @ (Yardstick::BestBranch | Yardstick::Imported { .. }) => Some(found),
        }
    }

    fn item_compared(&self, item: usize, yardstick: &Yardstick) -> Result<Compared, Alone> {
        let place = FigurePlace {
            wave: self.request.wave,
            audience: Audience::All,
            branch: self.own_branch(),
            subject: FigureSubject::Item(item),
        };
        self.comparisons().one(place, yardstick)
    }
}

/// The second block of the heat map.
pub(super) fn differences(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let Some(yardstick) = context.yardstick() else {
        return Ok(());
    };
    page.row += 1;
    if is_long(context) {
        page.break_here();
    }
    let (title, note) = words(context, &yardstick);
    page.section(&title)?;
    page.note(&context.text(note))?;
    if let Yardstick::Imported { source, period } = &yardstick {
        outside_row(context, page, (source, period))?;
    }
    for (position, found) in context.wave.audiences.iter().enumerate() {
        if position > 0 && is_long(context) {
            page.break_here();
        }
        let block = Block {
            context,
            yardstick: &yardstick,
            found,
        };
        let look = |branch| block.look(branch);
        each_row(context, page, (found, &look), |page, row, branch| {
            block.row(page, row, branch)
        })?;
    }
    Ok(())
}

/// The title of the block, and the note that says how it is made.
fn words(context: &Context<'_>, yardstick: &Yardstick) -> (String, &'static str) {
    match yardstick {
        Yardstick::PreviousWave => {
            let name = context.previous().map_or("", |it| it.wave.name.as_str());
            (
                tr!(context.lang, "heat-map-differences", wave = name),
                "heat-map-differences-note",
            )
        }
        Yardstick::Company => (
            context.text("heat-map-from-company"),
            "heat-map-from-company-note",
        ),
        Yardstick::Region => (
            context.text("heat-map-from-region"),
            "heat-map-from-region-note",
        ),
        Yardstick::BestBranch => (
            context.text("heat-map-from-best"),
            "heat-map-from-best-note",
        ),
        Yardstick::Imported { source, period } => (
            tr!(
                context.lang,
                "heat-map-from-outside",
                source = phrases::source_name(context.lang, source, period)
            ),
            "heat-map-from-outside-note",
        ),
    }
}

/// The figures from outside themselves.
fn outside_row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (source, period): (&str, &str),
) -> Result<()> {
    // As the rows below it are.
    let strong = style::strong(style::cell()).set_font_size(9);
    page.sheet.set_row_height(page.row, 14)?;
    page.text((page.row, 1), &context.text("heat-map-outside"), &strong)?;
    for column in 2..=page.last() {
        page.text((page.row, column), "", &strong)?;
    }
    let format = strong
        .set_num_format(style::MEAN)
        .set_align(FormatAlign::Center);
    for (column, dimension) in (SCORES..page.last()).zip(0..) {
        let subject = FigureSubject::Dimension(dimension);
        match context.comparisons().imported(subject, (source, period)) {
            Some(value) => page.number((page.row, column), value, &format)?,
            None => page.text((page.row, column), &context.text("not-applicable"), &format)?,
        }
    }
    page.row += 1;
    Ok(())
}

/// The differences of an audience.
struct Block<'a> {
    context: &'a Context<'a>,
    yardstick: &'a Yardstick,
    found: &'a AudienceFindings,
}

impl Block<'_> {
    /// Do intervals stand in a row below? Figures from outside have none, hidden ones neither.
    fn has_intervals(&self, branch: Option<usize>) -> bool {
        let mut dimensions = 0..self.context.findings.dimensions.len();
        !matches!(self.yardstick, Yardstick::Imported { .. })
            && dimensions.any(|at| self.compared(branch, at).is_ok())
    }

    /// A cell of a row of differences: its line stands below the intervals.
    fn look(&self, branch: Option<usize>) -> Format {
        let plain = style::body().set_font_size(9);
        match (self.has_intervals(branch), branch) {
            (true, None) => plain.set_bold(),
            (true, Some(_)) => plain,
            (false, _) => lined(branch, style::cell().set_font_size(9)),
        }
    }

    fn compared(&self, branch: Option<usize>, dimension: usize) -> Result<Change, Alone> {
        let place = FigurePlace {
            wave: self.context.request.wave,
            audience: self.found.audience,
            branch,
            subject: FigureSubject::Dimension(dimension),
        };
        let compared = self.context.comparisons().one(place, self.yardstick);
        compared.map(|it| it.change)
    }

    /// The differences of a row, and their intervals in the row below.
    fn row(&self, page: &mut Page<'_>, row: &ScoreRow, branch: Option<usize>) -> Result<()> {
        let context = self.context;
        let (at, last) = (page.row, page.last());
        let has_intervals = self.has_intervals(branch);
        let look = self.look(branch);
        let cell = look.clone().set_shrink().set_align(FormatAlign::Center);
        let count = look.clone().set_align(FormatAlign::Right);
        page.n(
            context,
            (at, 4),
            &row.sheets,
            &count.set_num_format(style::COUNT),
        )?;
        page.text((at, 5), "", &look)?;
        page.text((at, last), "", &look)?;
        page.sheet.set_row_height(at, 12)?;
        if has_intervals {
            page.row += 1;
            page.sheet.set_row_height(page.row, 9.5)?;
            let line = lined(branch, style::cell());
            for column in (1..SCORES).chain([last]) {
                page.text((at + 1, column), "", &line)?;
            }
        }
        let small = lined(branch, style::interval());
        for (dimension, column) in (SCORES..last).enumerate() {
            let found = self.compared(branch, dimension);
            page.compared(context, (at, column), &found, &cell)?;
            if has_intervals {
                let text = found.map_or_else(|_| String::new(), |it| interval(context, &it));
                page.text((at + 1, column), &text, &small)?;
            }
        }
        Ok(())
    }
}

/// The interval of a difference, or why there is none.
fn interval(context: &Context<'_>, change: &Change) -> String {
    match change.interval {
        Some((low, high)) => number::signed_interval(context.lang, low, high, 1),
        None => phrases::hidden_short(context.lang, Reason::DetailTooFine, context.min_group),
    }
}

impl Page<'_> {
    /// A difference to another figure; ▲ and ▼ in bold mark one that is established.
    fn compared(
        &mut self,
        context: &Context<'_>,
        at: At,
        found: &Result<Change, Alone>,
        format: &Format,
    ) -> Result<()> {
        match found {
            Ok(change) => self.number(at, change.difference, &signed(change, format)),
            Err(alone) => self.alone(context, at, *alone, format),
        }
    }

    /// What stands where there is nothing to compare with.
    fn alone(
        &mut self,
        context: &Context<'_>,
        at: At,
        alone: Alone,
        format: &Format,
    ) -> Result<()> {
        let text = phrases::alone_short(context.lang, alone, context.min_group);
        self.text(at, &text, &format.clone().set_font_color(style::WEAK))
    }
}

fn signed(change: &Change, format: &Format) -> Format {
    if change.is_settled {
        format.clone().set_bold().set_num_format(style::SETTLED)
    } else {
        format.clone().set_num_format(style::DIFFERENCE)
    }
}

/// The column of the company's mean on the sheet of questions, and that of the branch of a cut.
const MEAN: Col = 4;
const OWN: Col = 13;

/// Heads and widths of the columns that compare questions.
pub(super) fn item_heads(context: &Context<'_>) -> Vec<(String, f64)> {
    let interval = (context.text("book-column-difference-interval"), 10.0);
    if context.own_branch().is_some() {
        return vec![interval];
    }
    let difference = (context.text("book-column-item-difference"), 8.5);
    match context.item_yardstick() {
        None => Vec::new(),
        Some(Yardstick::BestBranch) => vec![
            (context.text("book-column-best"), 8.0),
            (context.text("book-column-best-mean"), 8.0),
            difference,
            interval,
        ],
        Some(Yardstick::Imported { source, period }) => {
            let source = phrases::source_name(context.lang, &source, &period);
            let head = tr!(context.lang, "book-column-outside", source = source);
            vec![(head, 16.0), difference]
        }
        Some(Yardstick::PreviousWave | Yardstick::Company | Yardstick::Region) => {
            let wave = context.previous().map_or("", |it| it.wave.name.as_str());
            let head = tr!(context.lang, "book-column-before", wave = wave);
            vec![(head, 9.5), difference, interval]
        }
    }
}

/// What is to be known about those columns; none where there are none.
pub(super) fn item_note(context: &Context<'_>) -> Option<&'static str> {
    let is_outside = context.own_branch().is_none()
        && matches!(context.item_yardstick(), Some(Yardstick::Imported { .. }));
    if is_outside {
        return Some("heat-map-from-outside-note");
    }
    let is_compared = context.own_branch().is_some() || context.item_yardstick().is_some();
    is_compared.then_some("book-questions-compared-note")
}

/// The cells of those columns, from the one given on.
pub(super) fn item_cells(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (item, first): (usize, Col),
) -> Result<()> {
    let (at, text) = (page.row, style::interval_cell());
    if context.own_branch().is_some() {
        let found = context.item_compared(item, &Yardstick::Company);
        let words = found.map_or_else(|_| String::new(), |it| interval(context, &it.change));
        return page.text((at, first), &words, &text);
    }
    let Some(yardstick) = context.item_yardstick() else {
        return Ok(());
    };
    let found = context.item_compared(item, &yardstick);
    let mut column = first;
    if yardstick == Yardstick::BestBranch {
        let code = match found.as_ref().map(|it| &it.against) {
            Ok(Against::BestBranch(branch)) => context.findings.branches.get(*branch),
            Ok(_) | Err(_) => None,
        };
        let code = code.map_or("", |branch| branch.code.as_str());
        page.text((at, column), code, &style::number("@"))?;
        column += 1;
    }
    let has_interval = !matches!(yardstick, Yardstick::Imported { .. });
    let (mean, difference) = (style::number(style::MEAN), style::number(style::DIFFERENCE));
    match &found {
        Ok(Compared { change, .. }) => {
            page.number((at, column), change.before, &mean)?;
            let ends = ((at, MEAN), (at, column));
            page.subtracted((at, column + 1), ends, change, &difference)?;
        }
        Err(alone) => {
            page.alone(context, (at, column), *alone, &mean)?;
            page.alone(context, (at, column + 1), *alone, &difference)?;
        }
    }
    if has_interval {
        let words = found.map_or_else(|_| String::new(), |it| interval(context, &it.change));
        page.text((at, column + 2), &words, &text)?;
    }
    Ok(())
}

/// The difference of the branch of a cut to the company.
pub(super) fn own_difference(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (item, column): (usize, Col),
) -> Result<()> {
    let (at, format) = (page.row, style::number(style::DIFFERENCE));
    match context.item_compared(item, &Yardstick::Company) {
        Ok(it) => {
            let ends = ((at, OWN), (at, MEAN));
            page.subtracted((at, column), ends, &it.change, &format)
        }
        Err(alone) => page.alone(context, (at, column), alone, &format),
    }
}

impl Page<'_> {
    /// One cell less another, as a formula with its result.
    fn subtracted(
        &mut self,
        at: At,
        (from, less): (At, At),
        change: &Change,
        format: &Format,
    ) -> Result<()> {
        let cell = |at: At| rust_xlsxwriter::utility::row_col_to_cell(at.0, at.1);
        let formula = Formula::new(format!("={}-{}", cell(from), cell(less)))
            .set_result(change.difference.to_string());
        let format = signed(change, format);
        self.sheet
            .write_formula_with_format(at.0, at.1, formula, &format)?;
        Ok(())
    }
}
