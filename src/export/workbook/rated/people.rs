//! People × competencies: the level, and the gap to what the role needs.

use rust_xlsxwriter::{Format, Worksheet};

use super::super::heat_map::heat_rules;
use super::super::page::{Col, FIRST, Page};
use super::super::style;
use super::context::{RatedContext, count};
use crate::analysis::ratings::{CompetencyLine, GapVerdict, PersonProfile};
use crate::error::Result;
use crate::tr;

/// Name, branch, position, role, overall, at the role, of so many.
const FIXED: [f64; 7] = [25.0, 17.0, 17.0, 17.0, 7.5, 7.0, 7.0];
const LEVELS: Col = 8;

pub(super) fn build(context: &RatedContext<'_>, sheet: &mut Worksheet) -> Result<()> {
    let all = context.findings.model.competencies.len();
    let mut widths = FIXED.to_vec();
    widths.extend(std::iter::repeat_n(6.8, 2 * all));
    let mut page = context.page(sheet, &widths)?;
    page.title(
        &context.text("matrix-title"),
        &context.text("rated-people-lead"),
    )?;
    if context.findings.people.is_empty() {
        page.note(&context.text("competencies-no-results"))?;
        return page.finish(None);
    }
    let gaps = LEVELS + Col::try_from(all).unwrap_or(Col::MAX - LEVELS);
    over_heads(context, &mut page, gaps)?;
    let head = page.row;
    heads(context, &mut page)?;
    page.sheet.set_freeze_panes(page.row, FIRST + 1)?;
    let first = page.row;
    for profile in &context.findings.people {
        row(context, &mut page, profile, gaps)?;
    }
    let last = page.row - 1;
    let last_column = page.last();
    page.sheet.autofilter(head, FIRST, last, last_column)?;
    heat_rules(&mut page, (first, LEVELS, last, gaps - 1))?;
    page.row += 1;
    page.note(&context.text("rated-people-note"))?;
    page.finish(Some((head - 1, head)))
}

/// Which columns are levels and which are gaps.
fn over_heads(context: &RatedContext<'_>, page: &mut Page<'_>, gaps: Col) -> Result<()> {
    let format = style::head().set_align(rust_xlsxwriter::FormatAlign::Center);
    let last = page.last();
    page.across(
        (LEVELS, gaps - 1),
        &context.text("rated-over-levels"),
        &format,
    )?;
    page.across((gaps, last), &context.text("rated-over-gaps"), &format)?;
    page.row += 1;
    Ok(())
}

fn heads(context: &RatedContext<'_>, page: &mut Page<'_>) -> Result<()> {
    let text = |key: &str| (context.text(key), style::head());
    let number = |key: &str| (context.text(key), style::head_number());
    let mut heads = vec![
        text("matrix-person"),
        text("person-branch"),
        text("person-position"),
        text("person-role"),
        number("rated-overall"),
        number("matrix-met"),
        number("rated-of"),
    ];
    for _ in 0..2 {
        heads.extend(context.competencies());
    }
    page.sheet.set_row_height(page.row, 118)?;
    page.heads(&heads)
}

fn row(
    context: &RatedContext<'_>,
    page: &mut Page<'_>,
    profile: &PersonProfile,
    gaps: Col,
) -> Result<()> {
    let Some(person) = context.person(profile.person) else {
        return Ok(());
    };
    let at = page.row;
    let role = profile.role;
    let role = role.and_then(|role| context.findings.model.profiles.get(role));
    let role = role.map_or_else(
        || context.text("rated-short-role"),
        |role| role.name.get(context.lang).to_owned(),
    );
    let weak = style::cell().set_font_color(style::WEAK);
    page.text((at, 1), &person.name, &style::cell().set_bold())?;
    page.text((at, 2), &context.branch(&profile.branch), &weak)?;
    page.text((at, 3), &profile.position, &style::cell())?;
    page.text((at, 4), &role, &weak)?;
    let overall = profile.overall.map(|mean| mean.value);
    page.rated(
        context,
        (at, 5),
        overall,
        &style::number(style::MEAN).set_bold(),
    )?;
    let whole = style::number(style::COUNT);
    page.number((at, 6), count(profile.met.0), &whole)?;
    page.number((at, 7), count(profile.met.1), &whole)?;
    for (column, line) in (LEVELS..).zip(&profile.competencies) {
        let level = line.others.map(|figure| figure.value);
        page.rated(context, (at, column), level, &style::heat(style::MEAN))?;
    }
    for (column, line) in (gaps..).zip(&profile.competencies) {
        let gap = line.gap.map(|gap| gap.value);
        page.rated(context, (at, column), gap, &gap_format(line))?;
    }
    page.row += 1;
    Ok(())
}

/// ◆ where the gap is established, ◇ where it may be chance; both also in colour and bold.
fn gap_format(line: &CompetencyLine) -> Format {
    let plain = style::number(style::DIFFERENCE);
    let flagged = |format: &str| {
        style::number(format)
            .set_font_color(style::CHART_FLAG)
            .set_bold()
    };
    match line.gap.map(|gap| gap.verdict) {
        Ok(GapVerdict::Sure) => flagged("+0.0;\"◆ \u{2212}\"0.0;0.0"),
        Ok(GapVerdict::Possible | GapVerdict::Single) => flagged("+0.0;\"◇ \u{2212}\"0.0;0.0"),
        Ok(GapVerdict::Met | GapVerdict::Above) | Err(_) => plain,
    }
}

/// “3 of 4”, for a caption.
pub(super) fn of(context: &RatedContext<'_>, n: usize, all: usize) -> String {
    tr!(context.lang, "matrix-met-of", n = n, all = all)
}
