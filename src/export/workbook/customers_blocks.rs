//! Further outcomes of the customers sheet, NPS by channel and other measures, three beside each other.

use rust_xlsxwriter::FormatAlign;

use super::context::Context;
use super::customers::{figure_cells, is_nps};
use super::page::Page;
use super::style;
use crate::error::Result;
use crate::phrases;
use crate::tr;

/// Outcomes beside each other in one table: value, interval and n of each.
const BESIDE: usize = 3;

/// Tables of further outcomes, three beside each other.
pub(super) fn blocks(
    context: &Context<'_>,
    page: &mut Page<'_>,
    title: &str,
    outcomes: &[usize],
) -> Result<()> {
    for chunk in outcomes.chunks(BESIDE) {
        page.row += 1;
        // The few rows of a cut share a page.
        if context.own_branch().is_none() {
            page.break_here();
        }
        page.section(title)?;
        block_heads(context, page, chunk)?;
        let company = (String::new(), context.text("company"));
        block_row(context, page, company, (chunk, None))?;
        for branch in context.branches() {
            let Some(about) = context.findings.branches.get(branch) else {
                continue;
            };
            let names = (about.code.as_str().to_owned(), about.name.clone());
            block_row(context, page, names, (chunk, Some(branch)))?;
        }
    }
    Ok(())
}

fn block_heads(context: &Context<'_>, page: &mut Page<'_>, chunk: &[usize]) -> Result<()> {
    let over = style::head().set_align(FormatAlign::Center);
    page.text((page.row, 1), "", &over)?;
    page.text((page.row, 2), "", &over)?;
    for (column, at) in (3..).step_by(4).zip(chunk) {
        let outcome = &context.findings.outcomes[*at];
        let title = match (&outcome.channel, outcome.measure.is_nps()) {
            (Some(channel), true) => tr!(
                context.lang,
                "book-customers-channel",
                channel = channel.as_str()
            ),
            (Some(_), false) | (None, _) => phrases::outcome_title(context.lang, outcome),
        };
        page.across((column, column + 3), &title, &over)?;
    }
    page.row += 1;
    let mut heads = vec![
        (context.text("branch-code"), style::head()),
        (context.text("branch"), style::head()),
    ];
    for _ in chunk {
        let keys = [
            "book-column-value",
            "book-column-low",
            "book-column-high",
            "book-column-n",
        ];
        heads.extend(keys.map(|key| (context.text(key), style::head_number())));
    }
    page.heads(&heads)
}

fn block_row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (code, name): (String, String),
    (chunk, branch): (&[usize], Option<usize>),
) -> Result<()> {
    let at = page.row;
    let is_company = branch.is_none();
    let label = if is_company {
        style::strong(style::cell())
    } else {
        style::cell()
    };
    page.text((at, 1), &code, &label)?;
    page.text((at, 2), &name, &label)?;
    for (column, outcome) in (3..).step_by(4).zip(chunk) {
        let found = context.wave.customers.get(*outcome);
        let figure = found.and_then(|found| match branch {
            None => found.company.as_ref(),
            Some(branch) => found.branches.get(branch).and_then(Option::as_ref),
        });
        let is_nps = is_nps(context, *outcome);
        let format = if is_nps { style::NPS } else { style::ONE_PLACE };
        figure_cells(context, page, (column, format), figure, is_company)?;
    }
    page.row += 1;
    Ok(())
}
