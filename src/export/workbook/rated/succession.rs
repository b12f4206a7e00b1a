//! Posts, named successors, readiness, and posts without one.

use rust_xlsxwriter::{FormatAlign, Worksheet};

use super::super::page::{FIRST, Page};
use super::super::style;
use super::context::{RatedContext, count};
use crate::analysis::ratings::{PostLine, SuccessorLine};
use crate::error::Result;
use crate::i18n::{message, number};
use crate::tr;

/// Branch, post, who holds it, successor, readiness, covered, posts named for, what is missing.
const WIDTHS: [f64; 8] = [22.0, 24.0, 25.0, 25.0, 18.0, 11.0, 10.0, 46.0];

/// Rows on a printed page.
const PAGE: u32 = 30;
/// Competencies named as missing; the rest are counted.
const MOST: usize = 3;

pub(super) fn build(context: &RatedContext<'_>, sheet: &mut Worksheet) -> Result<()> {
    let found = context.succession;
    let mut page = context.page(sheet, &WIDTHS)?;
    let (covered, all) = found.covered;
    let headline = tr!(context.lang, "succession-headline", count = all - covered);
    page.title(
        &context.text("succession-title"),
        &context.text("succession-note"),
    )?;
    if found.posts.is_empty() {
        page.note(&context.text("succession-none"))?;
        return page.finish(None);
    }
    page.paragraph(&headline, &style::headline())?;
    let of = super::people::of(context, covered, all);
    page.note(&format!("{of} – {}", context.text("succession-caption")))?;
    page.row += 1;
    let head = page.row;
    let number = |key: &str| (context.text(key), style::head_number());
    let text = |key: &str| (context.text(key), style::head());
    page.sheet.set_row_height(page.row, 30)?;
    page.heads(&[
        text("person-branch"),
        text("succession-post"),
        text("succession-holder"),
        text("succession-successor"),
        text("succession-readiness"),
        text("succession-coverage"),
        number("rated-named-for"),
        (context.text("rated-missing"), style::head_word()),
    ])?;
    for line in &found.posts {
        post(context, &mut page, line)?;
    }
    let (last, last_column) = (page.row - 1, page.last());
    page.sheet.autofilter(head, FIRST, last, last_column)?;
    page.row += 1;
    if last - head > PAGE / 2 {
        page.break_here();
    }
    coverage(context, &mut page)?;
    page.finish((last - head > PAGE).then_some((head, head)))
}

fn post(context: &RatedContext<'_>, page: &mut Page<'_>, line: &PostLine) -> Result<()> {
    if line.successors.is_empty() {
        own(context, page, line)?;
        let at = page.row;
        let flag = style::cell().set_bold().set_font_color(style::CHART_FLAG);
        let nobody = format!("◆ {}", context.text("succession-nobody"));
        page.text((at, 4), &nobody, &flag)?;
        let weak = style::cell().set_font_color(style::WEAK);
        let places = [
            (5, weak.clone()),
            (7, weak.clone().set_align(FormatAlign::Right)),
            (8, weak.set_indent(1)),
        ];
        for (column, format) in places {
            page.text((at, column), &context.text("rated-short-none"), &format)?;
        }
        page.row += 1;
        return Ok(());
    }
    for named in &line.successors {
        own(context, page, line)?;
        successor(context, page, named)?;
        page.row += 1;
    }
    Ok(())
}

/// What every row of a post says, so that the table can be filtered.
fn own(context: &RatedContext<'_>, page: &mut Page<'_>, line: &PostLine) -> Result<()> {
    let at = page.row;
    let holders: Vec<String> = line.holders.iter().map(|it| context.name(*it)).collect();
    let holders = if holders.is_empty() {
        context.text("rated-short-none")
    } else {
        holders.join(", ")
    };
    let weak = style::cell().set_font_color(style::WEAK);
    page.text((at, FIRST), &context.branch(&line.post.branch), &weak)?;
    page.text((at, 2), &line.post.position, &style::cell().set_bold())?;
    page.text((at, 3), &holders, &style::cell())?;
    let (key, format) = match line.is_covered {
        true => ("rated-yes", style::cell()),
        false => (
            "rated-no",
            style::cell().set_bold().set_font_color(style::CHART_FLAG),
        ),
    };
    page.text((at, 6), &context.text(key), &format)
}

fn successor(context: &RatedContext<'_>, page: &mut Page<'_>, named: &SuccessorLine) -> Result<()> {
    let at = page.row;
    let name = context.name(named.person);
    let name = match named.has_left {
        true => tr!(context.lang, "rated-has-left", name = name),
        false => name,
    };
    page.text((at, 4), &name, &style::cell())?;
    page.text(
        (at, 5),
        &context.text(named.readiness.key()),
        &style::cell(),
    )?;
    page.number(
        (at, 7),
        count(named.named_for),
        &style::number(style::COUNT),
    )?;
    let short = match &named.short {
        _ if context.person(named.person).is_none() => context.text("rated-short-none"),
        Err(why) => crate::phrases::rating_why(context.lang, *why),
        Ok(short) if short.is_empty() => context.text("profile-all-met"),
        Ok(short) => {
            let gap = |(place, gap): &(usize, f64)| {
                let name = context.competency(*place);
                format!("{name} {}", number::signed(context.lang, *gap, 1))
            };
            let mut words: Vec<String> = short.iter().take(MOST).map(gap).collect();
            let more = short.len().saturating_sub(MOST);
            if more > 0 {
                words.push(tr!(context.lang, "rated-more", count = more));
            }
            words.join(", ")
        }
    };
    page.text((at, 8), &short, &style::cell_text().set_indent(1))?;
    page.sheet
        .set_row_height(at, page.height((8, 8), &short, 10.0).max(16.0))?;
    Ok(())
}

fn coverage(context: &RatedContext<'_>, page: &mut Page<'_>) -> Result<()> {
    page.section(&context.text("rated-coverage"))?;
    page.heads(&[
        (context.text("person-branch"), style::head()),
        (context.text("succession-coverage"), style::head_number()),
        (message(context.lang, "rated-posts"), style::head_number()),
        (message(context.lang, "rated-share"), style::head_number()),
    ])?;
    let whole = style::number(style::COUNT);
    for found in &context.succession.branches {
        let at = page.row;
        page.text((at, FIRST), &context.branch(&found.branch), &style::cell())?;
        page.number((at, 2), count(found.covered), &whole)?;
        page.number((at, 3), count(found.posts), &whole)?;
        let share = count(found.covered) / count(found.posts);
        page.number((at, 4), share, &style::number(style::PERCENT))?;
        page.row += 1;
    }
    Ok(())
}
