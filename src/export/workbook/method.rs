//! Method and audit: the rules, what is hidden and why, every formula in words with its source,
//! reliability of the dimensions, seed and versions.

use rust_xlsxwriter::Worksheet;

use super::context::Context;
use super::page::{Col, FIRST, Page};
use super::style;
use crate::analysis::{HiddenNote, HiddenWhat, Source};
use crate::domain::{Audience, MinGroup};
use crate::error::Result;
use crate::i18n::{METHODS, has_message, method_text};
use crate::phrases;
use crate::tr;

const WIDTHS: [f64; 8] = [30.0, 26.0, 12.0, 12.0, 12.0, 12.0, 12.0, 18.0];
const TEXT: (Col, Col) = (2, 8);

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &WIDTHS)?;
    page.title(&context.text("audit-title"), &context.text("audit-lead"))?;
    rules(context, &mut page)?;
    hidden(context, &mut page)?;
    reliability(context, &mut page)?;
    extras(context, &mut page)?;
    page.section(&context.text("audit-formulas"))?;
    for name in METHODS {
        if has_message(context.lang, &format!("method-{name}-title")) {
            let (title, text) = method_text(context.lang, name);
            entry(&mut page, &title, &text)?;
        }
    }
    page.row += 1;
    page.section(&context.text("audit-origin"))?;
    entry(
        &mut page,
        &context.text("audit-program"),
        concat!("Frontline ", env!("CARGO_PKG_VERSION")),
    )?;
    let seed = context.findings.seed.to_string();
    entry(
        &mut page,
        &context.text("audit-seed"),
        &tr!(context.lang, "audit-seed-text", seed = seed),
    )?;
    page.finish(None)
}

/// A name and a text that may need several lines.
fn entry(page: &mut Page<'_>, name: &str, text: &str) -> Result<()> {
    let top = rust_xlsxwriter::FormatAlign::Top;
    page.text(
        (page.row, FIRST),
        name,
        &style::cell_text().set_bold().set_align(top),
    )?;
    page.across(TEXT, text, &style::cell_text().set_align(top))?;
    let height = page
        .height(TEXT, text, 10.0)
        .max(page.height((FIRST, FIRST), name, 10.5));
    page.sheet.set_row_height(page.row, height)?;
    page.row += 1;
    Ok(())
}

fn rules(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let k = i64::from(context.min_group.get());
    page.section(&context.text("audit-rules"))?;
    let source = match context.wave.source {
        Source::Sheets => "rule-source-sheets",
        Source::Blocks => "rule-source-blocks",
        Source::Means => "rule-source-means",
    };
    let five = if context.min_group == MinGroup::default() {
        "rule-detail"
    } else {
        "rule-detail-strict"
    };
    let rules = [
        (
            "rule-threshold",
            tr!(context.lang, "rule-threshold-text", k = k),
        ),
        ("rule-difference", context.text("rule-difference-text")),
        ("rule-merged", tr!(context.lang, "rule-merged-text", k = k)),
        (
            "rule-detail",
            tr!(context.lang, &format!("{five}-text"), k = k),
        ),
        ("rule-raw", context.text("rule-raw-text")),
        ("rule-source", context.text(source)),
        ("rule-customers", context.text("rule-customers-text")),
    ];
    for (name, text) in rules {
        entry(page, &context.text(name), &text)?;
    }
    page.row += 1;
    Ok(())
}

fn hidden(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    page.section(&context.text("audit-hidden"))?;
    let own = context.own_branch();
    let may_name =
        |note: &&HiddenNote| own.is_none() || note.branch.is_none() || note.branch == own;
    let notes: Vec<&HiddenNote> = context.wave.hidden.iter().filter(may_name).collect();
    if notes.is_empty() {
        page.paragraph(&context.text("audit-hidden-none"), &style::text())?;
        page.row += 1;
        return Ok(());
    }
    page.heads(&[
        (context.text("branch"), style::head()),
        (context.text("book-column-group"), style::head()),
        (context.text("book-column-what"), style::head()),
        (String::new(), style::head()),
        (context.text("book-column-why"), style::head()),
        (String::new(), style::head()),
        (String::new(), style::head()),
        (String::new(), style::head()),
    ])?;
    for note in notes {
        let branch = note
            .branch
            .map(|branch| phrases::branch_title(context.findings, branch));
        let branch = branch.unwrap_or_else(|| context.text("company"));
        let why = phrases::hidden(context.lang, note.reason, context.min_group);
        let what = what(context, note.what);
        page.text((page.row, 1), &branch, &style::cell_text())?;
        let group = phrases::audience(context.lang, note.audience);
        page.text((page.row, 2), &group, &style::cell_text())?;
        page.across((3, 4), &what, &style::cell_text())?;
        page.across((5, 8), &why, &style::cell_text())?;
        let height = page
            .height((5, 8), &why, 10.0)
            .max(page.height((3, 4), &what, 10.0));
        page.sheet.set_row_height(page.row, height)?;
        page.row += 1;
    }
    page.row += 1;
    Ok(())
}

fn what(context: &Context<'_>, what: HiddenWhat) -> String {
    match what {
        HiddenWhat::Row => context.text("what-row"),
        HiddenWhat::Dimension(position) => {
            tr!(
                context.lang,
                "what-dimension",
                dimension = context.dimension(position)
            )
        }
        HiddenWhat::Item(position) => {
            let item = context.findings.items.get(position);
            let text = item.map_or("", |item| item.short.get(context.lang));
            tr!(context.lang, "what-item", item = text)
        }
        HiddenWhat::Enps => context.text("what-enps"),
        HiddenWhat::Shares => context.text("what-shares"),
        HiddenWhat::Distributions => context.text("what-distributions"),
    }
}

/// The second looks at the headline pair.
fn extras(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let Some(link) = super::linkage::headline(context) else {
        return Ok(());
    };
    page.section(&context.text("extras-title"))?;
    let pair = super::linkage::side_title(context, link.dimension, link.audience);
    let outcome = context.findings.outcomes.get(link.outcome);
    let outcome = outcome.map_or_else(String::new, |it| phrases::outcome_title(context.lang, it));
    let note = context.text("extras-note");
    page.note(&format!("{pair} · {outcome}. {note}"))?;
    for (name, text) in phrases::link_extras(context.lang, &link.extras) {
        entry(page, &name, &text)?;
    }
    page.row += 1;
    Ok(())
}

/// Alpha, ICC and agreement of each dimension for the whole company.
fn reliability(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let Some(found) = context.wave.audience(Audience::All) else {
        return Ok(());
    };
    page.section(&context.text("audit-reliability"))?;
    page.note(&context.text("audit-reliability-note"))?;
    let number = |key: &str| (context.text(key), style::head_number());
    page.heads(&[
        (context.text("book-column-dimension"), style::head()),
        number("book-column-alpha"),
        number("book-column-low"),
        number("book-column-high"),
        number("book-column-rows"),
        number("book-column-icc1"),
        number("book-column-icc2"),
        number("book-column-rwg"),
    ])?;
    let format = style::number(style::COEFFICIENT);
    for (position, found) in found.reliability.iter().enumerate() {
        let at = page.row;
        page.text((at, 1), context.dimension(position), &style::cell())?;
        page.statistic(
            context,
            (at, 2),
            found.alpha.map(|it| it.0),
            &format.clone().set_bold(),
        )?;
        page.statistic(context, (at, 3), found.alpha.map(|it| it.1), &format)?;
        page.statistic(context, (at, 4), found.alpha.map(|it| it.2), &format)?;
        #[expect(clippy::cast_precision_loss, reason = "rows stay far below 2^53")]
        let rows = found.n as f64;
        // Without alpha there is nothing that these rows stand for.
        let rows = found.alpha.map(|_| rows);
        page.statistic(context, (at, 5), rows, &style::number(style::COUNT))?;
        page.statistic(context, (at, 6), found.icc1, &format)?;
        page.statistic(context, (at, 7), found.icc2, &format)?;
        page.statistic(context, (at, 8), found.rwg, &format)?;
        page.row += 1;
    }
    page.row += 1;
    Ok(())
}
