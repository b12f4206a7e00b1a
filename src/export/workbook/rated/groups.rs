//! Levels of the company and its branches, and what to train. In a manager's cut: the team, and of
//! the company what gives away nobody else.

use rust_xlsxwriter::Worksheet;

use super::super::heat_map::heat_rules;
use super::super::page::{Col, FIRST, Page};
use super::super::style;
use super::context::{RatedContext, count};
use crate::analysis::ratings::{GroupLevels, Need};
use crate::error::Result;
use crate::tr;

/// Group, people, overall, interval, share at the role.
const FIXED: [f64; 6] = [30.0, 9.0, 9.0, 8.0, 8.0, 11.0];
const LEVELS: Col = 7;
/// Rows on a printed page.
const PAGE: u32 = 34;
/// Branches named beside a training need.
const MOST_PLACES: usize = 4;

pub(super) fn build(context: &RatedContext<'_>, sheet: &mut Worksheet) -> Result<()> {
    let all = context.findings.model.competencies.len();
    let mut widths = FIXED.to_vec();
    widths.extend(std::iter::repeat_n(8.5, all));
    let mut page = context.page(sheet, &widths)?;
    page.title(
        &context.text("sheet-rated-groups"),
        &context.text(match context.book.cut {
            None => "rated-groups-lead",
            Some(_) => "rated-groups-lead-cut",
        }),
    )?;
    let head = page.row;
    heads(context, &mut page)?;
    let first = page.row;
    let company = context.text("matrix-company");
    group(
        context,
        &mut page,
        (&company, true),
        &context.findings.company,
    )?;
    if let Some(team) = context.team() {
        group(
            context,
            &mut page,
            (&context.text("rated-team"), false),
            team,
        )?;
    }
    for found in &context.findings.branches {
        let name = context.branch(&found.branch);
        group(context, &mut page, (&name, false), &found.all)?;
        if found.contact.people > 0 && found.contact.people < found.all.people {
            let name = tr!(context.lang, "rated-contact", branch = name);
            group(context, &mut page, (&name, false), &found.contact)?;
        }
    }
    let last = page.row - 1;
    let last_column = page.last();
    heat_rules(&mut page, (first, LEVELS, last, last_column))?;
    change(context, &mut page)?;
    page.row += 1;
    if last - first > PAGE / 2 {
        page.break_here();
    }
    needs(context, &mut page)?;
    // The heads of the upper table would stand over the lower one on the next page.
    let is_long = last - first > PAGE;
    page.finish(is_long.then_some((head, head)))
}

fn heads(context: &RatedContext<'_>, page: &mut Page<'_>) -> Result<()> {
    let number = |key: &str| (context.text(key), style::head_number());
    let mut heads = vec![
        (context.text("rated-group"), style::head()),
        number("rated-people"),
        number("matrix-mean"),
        number("book-column-low"),
        number("book-column-high"),
        number("matrix-share"),
    ];
    heads.extend(context.competencies());
    page.sheet.set_row_height(page.row, 118)?;
    page.heads(&heads)
}

fn group(
    context: &RatedContext<'_>,
    page: &mut Page<'_>,
    (name, is_company): (&str, bool),
    found: &GroupLevels,
) -> Result<()> {
    let at = page.row;
    let strong = |format: rust_xlsxwriter::Format| match is_company {
        true => style::strong(format),
        false => format,
    };
    let mean = strong(style::number(style::MEAN));
    page.text((at, FIRST), name, &strong(style::cell()))?;
    page.number(
        (at, 2),
        count(found.people),
        &strong(style::number(style::COUNT)),
    )?;
    page.rated(context, (at, 3), found.overall.map(|it| it.value), &mean)?;
    let ends = found.overall.and_then(|it| it.interval);
    page.rated_ends(context, (at, 4), ends, &mean)?;
    let share = found.at_required.map(|it| count(it.met) / count(it.all));
    page.rated(
        context,
        (at, 6),
        share,
        &strong(style::number(style::PERCENT)),
    )?;
    let heat = strong(style::heat(style::MEAN));
    for (column, cell) in (LEVELS..).zip(&found.competencies) {
        let level = cell.mean.map(|it| it.value);
        page.rated(context, (at, column), level, &heat)?;
    }
    page.row += 1;
    Ok(())
}

/// The company's change since the round before; not in a cut, where it cannot be told of how many.
fn change(context: &RatedContext<'_>, page: &mut Page<'_>) -> Result<()> {
    let (Ok(before), None) = (&context.findings.before, context.book.cut) else {
        return Ok(());
    };
    let name = tr!(context.lang, "profile-change", round = before.name.as_str());
    let at = page.row;
    page.text(
        (at, FIRST),
        &name,
        &style::cell().set_font_color(style::WEAK),
    )?;
    for (column, cell) in (LEVELS..).zip(&context.findings.company.competencies) {
        let change = cell.change.map(|it| it.difference);
        page.rated(
            context,
            (at, column),
            change,
            &style::number(style::DIFFERENCE),
        )?;
    }
    page.row += 1;
    Ok(())
}

fn needs(context: &RatedContext<'_>, page: &mut Page<'_>) -> Result<()> {
    page.section(&context.text("needs-title"))?;
    page.note(&context.text("needs-caption"))?;
    let number = |key: &str| (context.text(key), style::head_number());
    page.heads(&[
        (context.text("competencies-competency"), style::head()),
        number("needs-people"),
        number("rated-of"),
        number("needs-gap"),
        number("needs-weighted"),
    ])?;
    let last = page.last();
    page.row -= 1;
    page.across((6, last), &context.text("needs-where"), &style::head_word())?;
    page.sheet.set_row_height(page.row, 30)?;
    page.row += 1;
    for need in &context.findings.needs {
        line(context, page, need)?;
    }
    Ok(())
}

fn line(context: &RatedContext<'_>, page: &mut Page<'_>, need: &Need) -> Result<()> {
    let at = page.row;
    let whole = style::number(style::COUNT);
    let one = style::number(style::MEAN);
    page.text(
        (at, FIRST),
        context.competency(need.competency),
        &style::cell().set_bold(),
    )?;
    page.number((at, 2), count(need.people), &whole)?;
    page.number((at, 3), count(need.of), &whole)?;
    page.rated(context, (at, 4), need.mean_gap, &one)?;
    page.number((at, 5), need.weight, &one)?;
    let places: Vec<String> = need
        .places
        .iter()
        .take(MOST_PLACES)
        .map(|place| {
            let branch = context.branch(&place.branch);
            tr!(
                context.lang,
                "needs-place",
                branch = branch,
                n = place.people
            )
        })
        .collect();
    let places = if places.is_empty() {
        context.text("rated-short-none")
    } else {
        places.join(", ")
    };
    let last = page.last();
    page.across((6, last), &places, &style::cell().set_indent(1))?;
    page.row += 1;
    Ok(())
}
