//! Read me: what this workbook is, what is on which sheet, and how to read hidden cells, intervals,
//! marks and colours.

use rust_xlsxwriter::{Url, Worksheet};

use super::SHEETS;
use super::context::Context;
use super::page::{Col, FIRST, Page};
use super::style;
use crate::disclosure::Reason;
use crate::error::Result;
use crate::i18n::number;
use crate::phrases;
use crate::tr;

const NAME: (Col, Col) = (FIRST, 1);
const ABOUT: (Col, Col) = (2, 2);
const WIDTHS: [f64; 2] = [30.0, 104.0];

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &WIDTHS)?;
    let lead = match context.own_branch() {
        None => context.text("read-me-lead"),
        Some(_) => context.text("read-me-lead-branch"),
    };
    page.title(&context.title(), &lead)?;
    about(context, &mut page)?;
    page.section(&context.text("read-me-sheets"))?;
    for spec in SHEETS.iter().filter(|spec| context.request.wants(spec.id)) {
        let name = context.text(spec.title_key);
        let link = Url::new(format!("internal:'{name}'!A1")).set_text(&name);
        let format = style::cell().set_font_color(style::ACCENT).set_bold();
        page.sheet
            .write_url_with_format(page.row, FIRST, link, &format)?;
        explain(&mut page, &context.text(spec.about_key))?;
    }
    page.row += 1;
    page.section(&context.text("read-me-reading"))?;
    for (key, text) in reading(context) {
        page.text((page.row, FIRST), &key, &style::cell_text().set_bold())?;
        explain(&mut page, &text)?;
    }
    page.row += 1;
    page.section(&context.text("read-me-hidden"))?;
    for reason in Reason::ALL {
        let word = phrases::hidden_short(context.lang, reason, context.min_group);
        let format = style::cell()
            .set_background_color(style::HIDDEN)
            .set_font_color(style::WEAK);
        page.text((page.row, FIRST), &word, &format)?;
        explain(
            &mut page,
            &phrases::hidden(context.lang, reason, context.min_group),
        )?;
    }
    page.finish(None)
}

fn explain(page: &mut Page<'_>, text: &str) -> Result<()> {
    page.across(ABOUT, text, &style::cell_text())?;
    let height = page.height(ABOUT, text, 10.0).max(17.0);
    page.sheet.set_row_height(page.row, height)?;
    page.row += 1;
    Ok(())
}

fn about(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let lang = context.lang;
    let wave = &context.wave.wave;
    let mut lines = vec![(context.text("wave"), wave.name.clone())];
    if let (Some(opens), Some(closes)) = (wave.opens, wave.closes) {
        let days = format!(
            "{} – {}",
            number::day(lang, opens),
            number::day(lang, closes)
        );
        lines.push((context.text("read-me-days"), days));
    }
    if let Some((first, last)) = wave.customers {
        lines.push((
            context.text("read-me-customers"),
            number::months(lang, first, last),
        ));
    }
    let titles: Vec<&str> = context
        .request
        .questionnaires
        .iter()
        .map(|it| it.get(lang))
        .collect();
    if !titles.is_empty() {
        lines.push((context.text("read-me-questionnaires"), titles.join(", ")));
    }
    lines.push((
        context.text("read-me-made"),
        number::day(lang, context.request.made_on),
    ));
    for (name, value) in lines {
        page.across(NAME, &name, &style::cell().set_font_color(style::WEAK))?;
        explain(page, &value)?;
    }
    page.row += 1;
    Ok(())
}

fn reading(context: &Context<'_>) -> Vec<(String, String)> {
    let k = i64::from(context.min_group.get());
    let below = phrases::hidden_short(context.lang, Reason::TooFew, context.min_group);
    let five = phrases::shown_n(
        context.lang,
        crate::disclosure::ShownCount::FiveToNine,
        context.min_group,
    );
    vec![
        (below, tr!(context.lang, "reading-below", k = k)),
        (five, context.text("reading-few")),
        (
            context.text("reading-interval-name"),
            context.text("reading-interval"),
        ),
        ("▲ ▼".to_owned(), context.text("reading-arrows")),
        ("◆".to_owned(), context.text("reading-diamond")),
        (
            context.text("reading-colours-name"),
            context.text("reading-colours"),
        ),
        (
            context.text("reading-nps-name"),
            context.text("reading-nps"),
        ),
        (
            context.text("reading-sort-name"),
            context.text("reading-sort"),
        ),
    ]
}
