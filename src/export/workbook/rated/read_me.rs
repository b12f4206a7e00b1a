//! Read me: what the file holds, whose data it is, what is on which sheet, how to read the marks.

use rust_xlsxwriter::{FormatAlign, Url, Worksheet};

use super::super::page::{FIRST, Page};
use super::super::style;
use super::RATED_SHEETS;
use super::context::RatedContext;
use crate::domain::rating::Level;
use crate::error::Result;
use crate::i18n::{message, number};
use crate::tr;

const WIDTHS: [f64; 2] = [30.0, 104.0];
const LAST: u16 = 2;

pub(super) fn build(context: &RatedContext<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = context.page(sheet, &WIDTHS)?;
    let lead = match context.book.cut {
        None => "rated-lead",
        Some(_) => "rated-lead-cut",
    };
    page.title(&context.title(), &context.text(lead))?;
    about(context, &mut page)?;
    page.section(&context.text("read-me-sheets"))?;
    for spec in RATED_SHEETS {
        let name = context.text(spec.title_key);
        let link = Url::new(format!("internal:'{name}'!A1")).set_text(&name);
        let text = context.text(spec.about_key);
        page.entry(&name, &text, LAST)?;
        let format = style::cell().set_font_color(style::ACCENT).set_bold();
        let format = format.set_align(FormatAlign::Top);
        page.sheet
            .write_url_with_format(page.row - 1, FIRST, link, &format)?;
    }
    page.row += 1;
    page.section(&context.text("read-me-reading"))?;
    for (mark, key) in [
        ("◆", "rated-reading-sure"),
        ("◇", "rated-reading-open"),
        ("n", "rated-reading-n"),
    ] {
        page.entry(mark, &context.text(key), LAST)?;
    }
    for key in ["reading-interval", "reading-colours", "reading-sort"] {
        let name = context.text(&format!("{key}-name"));
        page.entry(&name, &context.text(key), LAST)?;
    }
    page.row += 1;
    page.section(&context.text("read-me-hidden"))?;
    for key in ["peers", "nobody", "role", "few", "none"] {
        let word = context.text(&format!("rated-short-{key}"));
        page.entry(&word, &context.text(&format!("rated-why-{key}")), LAST)?;
    }
    page.row += 1;
    page.section(&context.text("rated-levels"))?;
    for level in Level::all() {
        let name = format!("{} {}", level.get(), message(context.lang, level.key()));
        page.entry(&name, &context.text(level.meaning_key()), LAST)?;
    }
    page.finish(None)
}

fn about(context: &RatedContext<'_>, page: &mut Page<'_>) -> Result<()> {
    let lang = context.lang;
    let round = &context.findings.round;
    let days = format!(
        "{} – {}",
        number::day(lang, round.opens),
        number::day(lang, round.closes)
    );
    let people = tr!(lang, "round-ratees", count = context.findings.people.len());
    let model = context.findings.model.title.get(lang).to_owned();
    let lines = [
        (context.text("field-round"), round.name.clone()),
        (context.text("round-days"), days),
        (context.text("round-who"), people),
        (context.text("round-model"), model),
        (
            context.text("round-keep"),
            number::day(lang, round.keep_until),
        ),
        (
            context.text("read-me-made"),
            number::day(lang, context.book.made_on),
        ),
    ];
    for (name, value) in lines {
        page.entry(&name, &value, LAST)?;
    }
    page.row += 1;
    Ok(())
}
