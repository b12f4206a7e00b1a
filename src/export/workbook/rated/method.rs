//! Method: the rules behind every number of the workbook, who made it, what is not in it.

use rust_xlsxwriter::Worksheet;

use super::context::RatedContext;
use crate::analysis::ratings::{OTHERS_MIN, PEERS_MIN};
use crate::domain::rating::Source;
use crate::error::Result;
use crate::i18n::number;
use crate::tr;

const WIDTHS: [f64; 2] = [30.0, 104.0];
const LAST: u16 = 2;

/// Rules without variables.
const RULES: [&str; 8] = [
    "level",
    "gap",
    "self",
    "agreement",
    "severity",
    "range",
    "halo",
    "needs",
];

pub(super) fn build(context: &RatedContext<'_>, sheet: &mut Worksheet) -> Result<()> {
    let lang = context.lang;
    let round = &context.findings.round;
    let mut page = context.page(sheet, &WIDTHS)?;
    // The rules belong on one page.
    page.sheet.set_print_fit_to_pages(1, 1);
    page.title(
        &context.text("sheet-rated-method"),
        &context.text("rated-method-lead"),
    )?;
    page.section(&context.text("rated-method-protection"))?;
    let peers = tr!(lang, "rated-method-peers-text", least = PEERS_MIN);
    page.entry(&context.text("rated-method-peers"), &peers, LAST)?;
    if context.book.cut.is_some() {
        let cut = tr!(lang, "rated-method-cut-text", least = OTHERS_MIN);
        page.entry(&context.text("rated-method-cut"), &cut, LAST)?;
    }
    for key in ["apart", "keep"] {
        let day = number::day(lang, round.keep_until);
        let text = tr!(lang, &format!("rated-method-{key}-text"), day = day);
        page.entry(&context.text(&format!("rated-method-{key}")), &text, LAST)?;
    }
    page.row += 1;
    page.section(&context.text("rated-method-numbers"))?;
    let weights = Source::OTHERS.map(|source| {
        let name = context.text(&format!("sources-{}", source.code()));
        format!("{name} – {}", round.weights.of(source))
    });
    page.entry(&context.text("round-weights"), &weights.join(", "), LAST)?;
    for rule in RULES {
        let name = context.text(&format!("rated-method-{rule}"));
        let text = context.text(&format!("rated-method-{rule}-text"));
        page.entry(&name, &text, LAST)?;
    }
    page.row += 1;
    page.section(&context.text("audit-origin"))?;
    page.entry(
        &context.text("audit-program"),
        concat!("Frontline ", env!("CARGO_PKG_VERSION")),
        LAST,
    )?;
    page.entry(
        &context.text("round-model"),
        context.findings.model.source.get(lang),
        LAST,
    )?;
    page.finish(None)
}
