//! Linkage: the verdict first, then the picture and what the verdict rests on, contact staff against
//! the back office, divergences, every pair. A branch's cut names no other branch.

use rust_xlsxwriter::Worksheet;

use super::context::Context;
use super::linkage_chart;
use super::linkage_lag;
use super::linkage_tables as tables;
use super::page::{FIRST, Page};
use super::style;
use crate::analysis::Link;
use crate::disclosure::Published;
use crate::domain::Audience;
use crate::error::Result;
use crate::phrases::{self, Sentence};
use crate::tr;

/// Dimension, outcome, group, n, ρ and interval, r and interval, Holm, BH, leave-one-out, verdict.
const WIDTHS: [f64; 15] = [
    24.0, 25.0, 15.0, 6.5, 9.0, 7.5, 7.5, 9.5, 11.0, 11.0, 9.0, 9.0, 9.0, 9.0, 26.0,
];

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &WIDTHS)?;
    page.title(
        &context.text("book-linkage-title"),
        &context.text("book-linkage-lead"),
    )?;
    let Some(headline) = headline(context) else {
        page.paragraph(&context.text("verdict-none"), &style::headline())?;
        return page.finish(None);
    };
    page.sentence(&verdict(context, headline))?;
    page.row += 1;
    let spot = match context.own_branch() {
        None => Some(linkage_chart::room(context, &mut page, headline)?),
        Some(branch) => {
            own_position(context, &mut page, headline, branch)?;
            None
        }
    };
    divergences(context, &mut page)?;
    // A table that runs on to the next page would lose its heads.
    if spot.is_some() {
        page.break_here();
    }
    tables::comparisons(context, &mut page)?;
    if spot.is_none() {
        page.break_here();
    }
    linkage_lag::table(context, &mut page, headline)?;
    if let Some(spot) = spot {
        linkage_chart::points(context, &mut page, headline, spot)?;
    }
    let head = tables::pairs(context, &mut page)?;
    page.finish(Some((head, head)))
}

/// The link that the headline speaks of.
pub(super) fn headline<'a>(context: &Context<'a>) -> Option<&'a Link> {
    context
        .wave
        .headline
        .and_then(|at| context.wave.links.get(at))
}

/// Its verdict; without names in a branch's cut.
pub(super) fn verdict(context: &Context<'_>, link: &Link) -> Sentence {
    let (lang, findings, pairs) = (context.lang, context.findings, context.wave.pairs);
    match context.own_branch() {
        None => phrases::verdict(lang, findings, link, pairs),
        Some(_) => phrases::verdict_unnamed(lang, findings, link, pairs),
    }
}

/// Where the branch of a cut stands on both sides of the headline, beside the company.
fn own_position(
    context: &Context<'_>,
    page: &mut Page<'_>,
    link: &Link,
    branch: usize,
) -> Result<()> {
    page.section(&context.text("book-linkage-own"))?;
    let name = phrases::branch_title(context.findings, branch);
    page.heads(&[
        (context.text("book-column-figure"), style::head()),
        (name, style::head_number()),
        (context.text("company"), style::head_number()),
    ])?;
    let mean = style::number(style::MEAN);
    let group = phrases::audience(context.lang, link.audience);
    let title = format!("{} · {group}", context.dimension(link.dimension));
    page.text((page.row, FIRST), &title, &style::cell_text())?;
    let height = page.height((FIRST, FIRST), &title, 10.0);
    page.sheet.set_row_height(page.row, height)?;
    let found = context.wave.audience(link.audience);
    let missing = Published::Hidden(crate::disclosure::Reason::NoAnswers);
    let own = found.and_then(|found| found.branches.get(branch)?.scores.get(link.dimension));
    let company = found.and_then(|found| found.company.scores.get(link.dimension));
    page.mean(
        context,
        (page.row, FIRST + 1),
        own.unwrap_or(&missing),
        &mean,
    )?;
    page.mean(
        context,
        (page.row, FIRST + 2),
        company.unwrap_or(&missing),
        &mean,
    )?;
    page.row += 1;
    let Some(outcome) = context.findings.outcomes.get(link.outcome) else {
        return Ok(());
    };
    let title = phrases::outcome_title(context.lang, outcome);
    page.text((page.row, FIRST), &title, &style::cell())?;
    let format = if outcome.measure.is_nps() {
        style::NPS
    } else {
        style::ONE_PLACE
    };
    let customers = context.wave.customers.get(link.outcome);
    let own = customers.and_then(|found| found.branches.get(branch)?.as_ref());
    let company = customers.and_then(|found| found.company.as_ref());
    for (column, figure) in [(FIRST + 1, own), (FIRST + 2, company)] {
        let at = (page.row, column);
        match figure {
            Some(figure) => page.number(at, figure.value, &style::number(format))?,
            None => page.hidden(
                context,
                at,
                crate::disclosure::Reason::NoAnswers,
                &style::number(format),
            )?,
        }
    }
    page.row += 1;
    page.note(&context.text("book-linkage-own-note"))?;
    page.row += 1;
    Ok(())
}

fn divergences(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    page.section(&context.text("book-linkage-divergences"))?;
    let own = context.own_branch();
    let mut any = false;
    for found in &context.wave.divergences {
        if own.is_some_and(|own| own != found.branch) {
            continue;
        }
        any = true;
        let Sentence { headline, detail } =
            phrases::divergence(context.lang, context.findings, found);
        let mark = if found.is_certain { "◆" } else { "◇" };
        let text = style::text();
        let bold = style::Prose {
            format: text.format.set_bold(),
            size: text.size,
        };
        page.paragraph(&format!("{mark} {headline}"), &bold)?;
        page.note(&detail)?;
    }
    if !any {
        let key = if own.is_some() {
            "book-linkage-divergence-none-own"
        } else {
            "verdict-divergence-none"
        };
        page.paragraph(&context.text(key), &style::text())?;
    }
    if own.is_none() && context.previous().is_some() {
        page.note(&phrases::divergences_by_chance(context.lang, context.wave))?;
    }
    page.row += 1;
    Ok(())
}

/// “Empowerment, contact staff”.
pub(super) fn side_title(context: &Context<'_>, dimension: usize, audience: Audience) -> String {
    tr!(
        context.lang,
        "book-linkage-side",
        dimension = context.dimension(dimension),
        group = audience.code()
    )
}
