//! Actions: what is done about findings, with a choice of status that can be changed in the file, and
//! what is overdue in red and in a word. A manager's cut holds the own branch's actions and those of
//! the whole company.

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, ExcelDateTime, Format, FormatAlign, Formula,
    Worksheet,
};

use super::context::Context;
use super::page::{Col, FIRST, Page, Row};
use super::style;
use crate::analysis::actions::{Evidence, LevelFigure, check, published_figure};
use crate::domain::action::{Action, Status};
use crate::domain::{BranchCode, Date};
use crate::error::{Error, Field, Result};
use crate::phrases;
use crate::tr;

/// Where, what, finding, owner, due, status, mark, steps, check.
const WIDTHS: [f64; 9] = [13.0, 32.0, 24.0, 14.0, 11.5, 13.5, 13.0, 48.0, 34.0];
const HEADS: [&str; 9] = [
    "action-where",
    "action-what",
    "action-finding",
    "action-owner",
    "action-due",
    "action-status",
    "tickler-overdue",
    "action-steps",
    "action-check-title",
];
/// Position of the due day, the status and the mark.
const DUE: Col = FIRST + 4;
const STATUS: Col = FIRST + 5;
const MARK: Col = FIRST + 6;
/// Excel knows no higher rows.
const HIGHEST: f64 = 405.0;
/// Red of what is overdue, dark enough for grey print.
const BAD: Color = Color::RGB(0xB0_27_1E);

/// The Fluent key of the sheet's name, by which requests ask for it.
pub const ACTIONS_KEY: &str = "sheet-actions";

/// Actions for a workbook.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BookActions {
    /// The actions.
    pub actions: Vec<Action>,
    /// Levels of competencies, oldest round first.
    pub levels: Vec<LevelFigure>,
}

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &WIDTHS)?;
    let Some(book) = context.request.actions.as_deref() else {
        return page.finish(None);
    };
    page.title(
        &context.text(ACTIONS_KEY),
        &context.text("actions-book-lead"),
    )?;
    let actions = own_actions(context, book);
    if actions.is_empty() {
        page.paragraph(&context.text("actions-book-none"), &style::text())?;
        return page.finish(None);
    }
    let as_of = page.row;
    page.text(
        (as_of, FIRST),
        &context.text("actions-book-as-of"),
        &style::body(),
    )?;
    date(
        &mut page,
        (as_of, FIRST + 1),
        context.request.made_on,
        &as_of_format(),
    )?;
    page.row += 2;
    let head = page.row;
    page.sheet.set_freeze_panes(head + 1, 0)?;
    let heads = HEADS.map(|key| {
        let is_first = key == HEADS[0];
        let look = if is_first {
            style::head()
        } else {
            style::head_word()
        };
        (context.text(key), look)
    });
    page.heads(&heads)?;
    let first = page.row;
    let evidence = Evidence {
        findings: Some(context.findings),
        levels: &book.levels,
    };
    for action in actions {
        row(context, &mut page, action, &evidence)?;
    }
    choices(context, &mut page, (first, as_of))?;
    page.sheet
        .autofilter(head, FIRST, page.row - 1, page.last())?;
    page.finish(Some((head, head)))
}

/// The actions that this workbook may show: of a cut those whose place and figure are the own branch
/// or the company.
fn own_actions<'a>(context: &Context<'_>, book: &'a BookActions) -> Vec<&'a Action> {
    let own = context.own_branch();
    let own = own.and_then(|branch| context.findings.branches.get(branch));
    let is_told = |code: Option<&BranchCode>| match (code, own) {
        (Some(code), Some(own)) => *code == own.code,
        (None, _) | (_, None) => true,
    };
    let is_shown = |action: &&Action| {
        let finding = action.finding.as_ref();
        is_told(action.branch.as_ref()) && is_told(finding.and_then(|it| it.branch.as_ref()))
    };
    let mut shown: Vec<&Action> = book.actions.iter().filter(is_shown).collect();
    shown.sort_by_key(|action| (action.status.is_decided(), action.due, action.id));
    shown
}

fn row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    action: &Action,
    evidence: &Evidence<'_>,
) -> Result<()> {
    let lang = context.lang;
    let format = style::cell_text().set_align(FormatAlign::Top);
    // Words would run into those of the column before.
    let apart = format.clone().set_align(FormatAlign::Left).set_indent(1);
    let today = context.request.made_on;
    let branches = &context.findings.branches;
    let what = if action.why.is_empty() {
        action.what.clone()
    } else {
        format!("{}\n{}", action.what, action.why)
    };
    let steps = action.steps.iter().map(|step| {
        let key = if step.is_done {
            "actions-book-step-done"
        } else {
            "actions-book-step"
        };
        tr!(lang, key, step = step.words.as_str())
    });
    let steps = steps.collect::<Vec<_>>().join("\n");
    let mark = if action.is_overdue(today) {
        phrases::due_in_words(lang, action.due, today)
    } else {
        String::new()
    };
    let texts: [(Col, String); 8] = [
        (
            0,
            phrases::action_place(lang, branches, action.branch.as_ref()),
        ),
        (1, what),
        (2, finding(context, action, evidence)),
        (3, action.owner.clone()),
        (5, context.text(action.status.key())),
        (6, mark),
        (7, steps),
        (8, checked(context, action, evidence)),
    ];
    let mut height: f64 = 18.0;
    for (at, text) in &texts {
        let column = FIRST + at;
        let text = one_cell(text);
        let look = if *at == 0 { &format } else { &apart };
        page.text((page.row, column), &text, look)?;
        height = height.max(page.height((column, column), &text, 10.0));
    }
    let due = apart.set_num_format("dd.mm.yyyy");
    date(page, (page.row, DUE), action.due, &due)?;
    page.sheet.set_row_height(page.row, height.min(HIGHEST))?;
    page.row += 1;
    Ok(())
}

/// The finding, and its figure of that day as long as it may still be shown.
fn finding(context: &Context<'_>, action: &Action, evidence: &Evidence<'_>) -> String {
    let Some(finding) = &action.finding else {
        return String::new();
    };
    let line = phrases::finding_line(context.lang, finding, &context.findings.branches, evidence);
    let figure = match published_figure(finding, evidence) {
        Ok(figure) => figure,
        Err(reason) if reason.protects() => {
            let why = phrases::hidden(context.lang, reason, context.min_group);
            return format!("{line}\n{why}");
        }
        Err(_) => return line,
    };
    let figure = phrases::linked_figure(context.lang, &finding.measure, &figure, context.min_group);
    format!("{line}\n{figure}")
}

fn checked(context: &Context<'_>, action: &Action, evidence: &Evidence<'_>) -> String {
    let Some(finding) = &action.finding else {
        return String::new();
    };
    let check = check(action, evidence);
    let told = phrases::action_check(context.lang, Some(finding), &check, context.min_group);
    format!("{}\n{}", told.headline, told.detail)
}

/// The choice of status, and red for what is overdue as long as its status is open.
fn choices(context: &Context<'_>, page: &mut Page<'_>, (first, as_of): (Row, Row)) -> Result<()> {
    let last = page.row.saturating_sub(1).max(first);
    let words = Status::ALL.map(|status| context.text(status.key()));
    let list = DataValidation::new().allow_list_strings(&words)?;
    page.sheet
        .add_data_validation(first, STATUS, last, STATUS, &list)?;
    let open = [Status::Planned, Status::Doing].map(|status| context.text(status.key()));
    let rule = format!(
        "AND($F{line}<$C${as_of},OR($G{line}=\"{planned}\",$G{line}=\"{doing}\"))",
        line = first + 1,
        as_of = as_of + 1,
        planned = open[0],
        doing = open[1]
    );
    let red = Format::new().set_font_color(BAD).set_bold();
    let rule = ConditionalFormatFormula::new()
        .set_rule(Formula::new(rule))
        .set_format(red);
    page.sheet
        .add_conditional_format(first, DUE, last, MARK, &rule)?;
    Ok(())
}

fn as_of_format() -> Format {
    style::body()
        .set_num_format("dd.mm.yyyy")
        .set_align(FormatAlign::Left)
}

fn date(page: &mut Page<'_>, at: (Row, Col), day: Date, format: &Format) -> Result<()> {
    let bad = || Error::invalid(Field::Date, day.to_string());
    let year = u16::try_from(day.year()).map_err(|_| bad())?;
    let month = u8::try_from(day.month()).map_err(|_| bad())?;
    let in_month = u8::try_from(day.day()).map_err(|_| bad())?;
    let value = ExcelDateTime::from_ymd(year, month, in_month).map_err(|_| bad())?;
    page.sheet
        .write_datetime_with_format(at.0, at.1, &value, format)?;
    Ok(())
}

/// `_x0041_` is how a workbook writes a letter: words must not be read as one.
fn one_cell(words: &str) -> String {
    words.replace("_x", "_ x")
}
