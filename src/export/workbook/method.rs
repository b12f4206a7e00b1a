//! Method and audit: the rules, what is hidden and why, every formula in words with its source,
//! reliability of the dimensions, seed and versions.

use rust_xlsxwriter::Worksheet;

use super::context::Context;
use super::page::{Col, FIRST, Page};
use super::{reliability, style};
use crate::analysis::{HiddenNote, HiddenWhat, Source};
use crate::domain::MinGroup;
use crate::error::Result;
use crate::i18n::{METHODS, has_message, method_text, number};
use crate::phrases;
use crate::tr;

const WIDTHS: [f64; 8] = [30.0, 26.0, 12.0, 12.0, 12.0, 12.0, 12.0, 18.0];
const TEXT: (Col, Col) = (2, 8);

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &WIDTHS)?;
    page.title(&context.text("audit-title"), &context.text("audit-lead"))?;
    rules(context, &mut page)?;
    hidden(context, &mut page)?;
    reliability::tables(context, &mut page)?;
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
        &tr!(
            context.lang,
            "audit-seed-text",
            seed = seed,
            draws = whole(context, context.findings.draws),
            permutations = whole(context, context.findings.permutations)
        ),
    )?;
    page.finish(None)
}

fn whole(context: &Context<'_>, n: usize) -> String {
    number::count(context.lang, u64::try_from(n).unwrap_or(u64::MAX))
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
    if let Some((proven, looked)) = crate::phrases::proof(context.lang, context.findings) {
        entry(page, &proven, &looked)?;
    } else {
        let [head, text] = ["proof-none", "proof-none-text"].map(|key| context.text(key));
        entry(page, &head, &text)?;
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
