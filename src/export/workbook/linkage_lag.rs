//! The lag table: staff of the wave before with customers of this one and the reverse, changes with
//! changes, each side with itself. Below thirty branches figures only, nothing is tested.

use super::context::Context;
use super::linkage_tables::whole;
use super::page::Page;
use super::style;
use crate::analysis::{LagTests, LaggedLink, Link};
use crate::error::Result;
use crate::i18n::number;
use crate::phrases;
use crate::stats::Undefined;
use crate::tr;

/// Every dimension of the headline's group with the headline's outcome; nothing in the first wave.
pub(super) fn table(context: &Context<'_>, page: &mut Page<'_>, headline: &Link) -> Result<()> {
    let links = context.wave.links.iter();
    let links =
        links.filter(|link| link.audience == headline.audience && link.outcome == headline.outcome);
    let links: Vec<(&Link, Result<LaggedLink, Undefined>)> = links
        .filter_map(|link| Some((link, link.extras.lagged?)))
        .collect();
    let Some(before) = context.previous().filter(|_| !links.is_empty()) else {
        return Ok(());
    };
    let group = phrases::audience(context.lang, headline.audience);
    let title = context.text("book-linkage-lag");
    page.section(&format!("{title} · {group}"))?;
    page.note(&tr!(
        context.lang,
        "book-linkage-lag-note",
        before = before.wave.name.as_str(),
        wave = context.wave.wave.name.as_str()
    ))?;
    heads(context, page)?;
    for (link, lagged) in links {
        row(context, page, link, lagged)?;
    }
    page.row += 1;
    Ok(())
}

fn heads(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let number = |key: &str| (context.text(key), style::head_number());
    page.sheet.set_row_height(page.row, 30)?;
    page.heads(&[
        (context.text("book-column-dimension"), style::head()),
        (context.text("book-column-outcome"), style::head()),
        (String::new(), style::head()),
        number("book-column-n"),
        number("lag-staff-customers"),
        number("lag-customers-staff"),
        number("lag-changes"),
        number("lag-before"),
        number("lag-now"),
        number("lag-staff-stability"),
        number("lag-customers-stability"),
        number("lag-staff-path"),
        number("lag-customers-path"),
        (String::new(), style::head()),
        (context.text("book-column-word"), style::head_word()),
    ])
}

fn row(
    context: &Context<'_>,
    page: &mut Page<'_>,
    link: &Link,
    found: Result<LaggedLink, Undefined>,
) -> Result<()> {
    let at = page.row;
    let outcome = context.findings.outcomes.get(link.outcome);
    let outcome = outcome.map_or_else(String::new, |it| phrases::outcome_title(context.lang, it));
    let cell = style::cell_text();
    page.text((at, 1), context.dimension(link.dimension), &cell)?;
    page.across((2, 3), &outcome, &cell)?;
    let count = style::number(style::COUNT);
    page.statistic(context, (at, 4), found.map(|it| whole(it.n)), &count)?;
    let two = style::number(style::COEFFICIENT);
    let figures: [fn(LaggedLink) -> Result<f64, Undefined>; 7] = [
        |it| Ok(it.staff_to_customers),
        |it| Ok(it.customers_to_staff),
        |it| it.changes,
        |it| Ok(it.same_wave.0),
        |it| Ok(it.same_wave.1),
        |it| Ok(it.staff_stability),
        |it| Ok(it.customers_stability),
    ];
    for (column, figure) in (5..).zip(figures) {
        page.statistic(context, (at, column), found.and_then(figure), &two)?;
    }
    let tests = found.ok().and_then(|it| it.tests);
    let path = |of: fn(LagTests) -> Result<(f64, f64), Undefined>| {
        tests.map(|tests| of(tests).map(|(beta, _)| beta))
    };
    for (column, path) in [
        (12, path(|it| it.staff_path)),
        (13, path(|it| it.customers_path)),
    ] {
        match path {
            Some(beta) => page.statistic(context, (at, column), beta, &two)?,
            None => page.text((at, column), &context.text("not-applicable"), &two)?,
        }
    }
    let word = match (found, tests) {
        (Err(reason), _) => phrases::undefined(context.lang, reason),
        (Ok(_), None) => context.text("lag-few"),
        (Ok(_), Some(tests)) => match tests.difference {
            Ok((_, p)) => {
                let p = number::p_statement(context.lang, p);
                tr!(context.lang, "lag-test", p = p)
            }
            Err(reason) => phrases::undefined(context.lang, reason),
        },
    };
    page.sheet.write_blank(at, 14, &style::cell())?;
    page.text((at, 15), &word, &style::cell_text().set_indent(1))?;
    let height = page
        .height((15, 15), &word, 10.0)
        .max(page.height((2, 3), &outcome, 10.0));
    page.sheet.set_row_height(at, height.max(17.0))?;
    page.row += 1;
    Ok(())
}
