//! Comments: what staff wrote, by place. No classes, no order, no link to a rating; what HR has hidden
//! is not in the file. A manager's cut holds the comments of the own branch alone.

use rust_xlsxwriter::{FormatAlign, Worksheet};

use super::context::Context;
use super::page::{FIRST, Page};
use super::style;
use crate::disclosure::{PlaceKind, Told, ToldPlace, hidden};
use crate::domain::{BranchCode, Text};
use crate::error::Result;
use crate::phrases;
use crate::tr;

const WIDTHS: [f64; 3] = [24.0, 46.0, 84.0];
/// Size of the question: it steps back behind the comment.
const QUESTION: f64 = 9.0;
/// Excel knows no higher rows.
const HIGHEST: f64 = 405.0;
/// A comment of more lines than this is written in one.
const MOST_LINES: usize = 24;

/// The Fluent key of the sheet's name, by which requests ask for it.
pub const COMMENTS_KEY: &str = "sheet-comments";

/// The comments of a wave for a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookComments {
    /// What may be read, by place.
    pub told: Told,
    /// Open questions: id and text.
    pub questions: Vec<(String, Text)>,
    /// The answers that a place needs.
    pub least: u32,
}

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &WIDTHS)?;
    let Some(comments) = context.request.comments.as_deref() else {
        return page.finish(None);
    };
    let lead = tr!(
        context.lang,
        "comments-book-lead",
        least = i64::from(comments.least)
    );
    page.title(&context.text(COMMENTS_KEY), &lead)?;
    let places = own_places(context, &comments.told);
    if places.is_empty() {
        page.paragraph(&nothing(context, comments), &style::text())?;
        return page.finish(None);
    }
    let hidden = phrases::hidden_count(context.lang, hidden(places.iter().copied()));
    if !hidden.is_empty() {
        page.note(&hidden)?;
    }
    let name = |code: &BranchCode| branch_name(context, code);
    for told in &places {
        let why = phrases::comment_place_why(context.lang, &told.place, (&name, comments.least));
        if !why.is_empty() {
            let title = phrases::comment_place(context.lang, &told.place, &name);
            page.note(&format!("{title}. {why}"))?;
        }
    }
    page.row += 1;
    let head = page.row;
    page.sheet.set_freeze_panes(head + 1, 0)?;
    page.heads(&[
        (context.text("comments-book-place"), style::head()),
        (context.text("comments-book-question"), style::head()),
        (context.text("comments-book-comment"), style::head_word()),
    ])?;
    for told in places {
        rows(context, &mut page, told, comments)?;
    }
    page.finish(Some((head, head)))
}

/// The places that this workbook may show.
fn own_places<'a>(context: &Context<'_>, told: &'a Told) -> Vec<&'a ToldPlace> {
    match context.own_branch() {
        None => told.places.iter().collect(),
        Some(branch) => {
            let own = context.findings.branches.get(branch);
            let place = own.and_then(|branch| told.of_branch(&branch.code));
            place.into_iter().collect()
        }
    }
}

/// Why there is nothing to read.
fn nothing(context: &Context<'_>, comments: &BookComments) -> String {
    let told = &comments.told;
    let least = i64::from(comments.least);
    let too_few = || tr!(context.lang, "comments-withheld", least = least);
    let own = context.own_branch();
    let own = own.and_then(|branch| context.findings.branches.get(branch));
    let Some(own) = own else {
        return if told.is_withheld {
            too_few()
        } else {
            context.text("comments-nobody")
        };
    };
    match told.branches.get(&own.code).map(|place| &place.kind) {
        Some(PlaceKind::Branch) => context.text("comments-nobody-branch"),
        Some(PlaceKind::Pool) => context.text("comments-cut-pool"),
        Some(PlaceKind::Region(_) | PlaceKind::Company) => {
            tr!(context.lang, "comments-cut-together", least = least)
        }
        None if told.is_withheld => too_few(),
        None => context.text("comments-nobody-branch"),
    }
}

fn branch_name(context: &Context<'_>, code: &BranchCode) -> String {
    let branches = &context.findings.branches;
    let at = branches.iter().position(|branch| branch.code == *code);
    at.map_or_else(
        || code.as_str().to_owned(),
        |at| phrases::branch_title(context.findings, at),
    )
}

fn rows(
    context: &Context<'_>,
    page: &mut Page<'_>,
    told: &ToldPlace,
    comments: &BookComments,
) -> Result<()> {
    let format = style::cell_text().set_align(FormatAlign::Top);
    let weak = format
        .clone()
        .set_font_size(QUESTION)
        .set_font_color(style::WEAK);
    let beside = format.clone().set_align(FormatAlign::Left).set_indent(1);
    let name = |code: &BranchCode| branch_name(context, code);
    let place = phrases::comment_place(context.lang, &told.place, &name);
    for comment in &told.comments {
        let question = comments
            .questions
            .iter()
            .find(|(id, _)| *id == comment.item);
        let question = question.map_or("", |(_, text)| text.get(context.lang));
        let words = one_cell(&phrases::comment_text(context.lang, comment));
        page.text((page.row, FIRST), &place, &format)?;
        page.text((page.row, FIRST + 1), question, &weak)?;
        page.text((page.row, FIRST + 2), &words, &beside)?;
        let height = page
            .height((3, 3), &words, 10.0)
            .max(page.height((1, 1), &place, 10.0))
            .max(page.height((2, 2), question, QUESTION));
        page.sheet.set_row_height(page.row, height.min(HIGHEST))?;
        page.row += 1;
    }
    Ok(())
}

/// Lines without blank ones; many of them in one.
fn one_cell(words: &str) -> String {
    let lines: Vec<&str> = words
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let between = if lines.len() > MOST_LINES {
        " / "
    } else {
        "\n"
    };
    // `_x0041_` is how a workbook writes a letter: words must not be read as one.
    lines.join(between).replace("_x", "_ x")
}
