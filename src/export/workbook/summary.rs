//! Summary: the wave in a minute, on one printed page: figures, verdict, dissatisfiers, conditions,
//! levers, where to look first, what to do next.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet};

use super::context::Context;
use super::page::{Col, FIRST, Page};
use super::{linkage, style, summary_next};
use crate::analysis::{Change, Row as ScoreRow, enps_change};
use crate::disclosure::{NpsFigure, Published, Reason, Score};
use crate::domain::Audience;
use crate::error::Result;
use crate::i18n::number;
use crate::phrases;
use crate::tr;

/// Twelve equal columns: six figures of two, or two halves of six.
const COLUMNS: usize = 12;
const WIDTH: f64 = 13.2;

/// A figure on top: label, value, what it rests on, what changed.
struct Tile {
    label: String,
    value: Published<f64>,
    format: &'static str,
    basis: String,
    change: String,
}

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &[WIDTH; COLUMNS])?;
    page.title(&context.title(), &lead(context))?;
    tiles(context, &mut page)?;
    page.row += 1;
    page.section(&context.text("book-summary-verdict"))?;
    match linkage::headline(context) {
        Some(link) => page.sentence(&linkage::verdict(context, link))?,
        None => page.paragraph(&context.text("verdict-none"), &style::headline())?,
    }
    page.row += 1;
    summary_next::staff(context, &mut page)?;
    summary_next::branches_and_levers(context, &mut page)?;
    summary_next::segments(context, &mut page)?;
    summary_next::next_steps(context, &mut page)?;
    page.note(&tr!(
        context.lang,
        "book-summary-note",
        k = i64::from(context.min_group.get()),
        below = phrases::hidden_short(context.lang, Reason::TooFew, context.min_group)
    ))?;
    page.sheet.set_print_fit_to_pages(1, 1);
    page.finish(None)
}

fn lead(context: &Context<'_>) -> String {
    let made = number::day(context.lang, context.request.made_on);
    let source = match context.wave.source {
        crate::analysis::Source::Sheets | crate::analysis::Source::Blocks => "",
        crate::analysis::Source::Means => "book-summary-source-means",
    };
    let lead = tr!(context.lang, "book-summary-lead", day = made);
    if source.is_empty() {
        lead
    } else {
        format!("{lead} {}", context.text(source))
    }
}

fn tiles(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let tiles = figures(context);
    let edge = |format: Format| {
        format
            .set_background_color(style::HEAD)
            .set_align(FormatAlign::Left)
            .set_indent(1)
    };
    let label = edge(style::body().set_font_size(9).set_font_color(style::WEAK))
        .set_border_top(FormatBorder::Medium)
        .set_border_top_color(style::ACCENT);
    let value = edge(style::body().set_font_size(24).set_bold());
    let note = edge(style::body().set_font_size(9).set_text_wrap());
    let heights = [20.0, 36.0, 28.0, 18.0];
    for (offset, height) in (0..).zip(heights) {
        page.sheet.set_row_height(page.row + offset, height)?;
    }
    let top = page.row;
    for (tile, first) in tiles.iter().zip((FIRST..).step_by(2)) {
        let span = (first, first + 1);
        page.row = top;
        page.across(span, &tile.label, &label)?;
        page.row += 1;
        tile_value(context, page, span, (tile, &value))?;
        page.row += 1;
        page.across(span, &tile.basis, &note)?;
        page.row += 1;
        page.across(span, &tile.change, &note.clone().set_bold())?;
    }
    page.row = top + 4;
    Ok(())
}

/// Merged cells take text; the number then goes into their first cell.
fn tile_value(
    context: &Context<'_>,
    page: &mut Page<'_>,
    span: (Col, Col),
    (tile, format): (&Tile, &Format),
) -> Result<()> {
    let format = format.clone().set_num_format(tile.format);
    page.across(span, "", &format)?;
    page.published(context, (page.row, span.0), &tile.value, &format)
}

/// Response, engagement, eNPS, customers, weakest dimension, worst item – of the company, or of the
/// branch in its own cut.
fn figures(context: &Context<'_>) -> Vec<Tile> {
    let row = context.all().and_then(|found| match context.own_branch() {
        None => Some(&found.company),
        Some(branch) => found.branches.get(branch),
    });
    let mut tiles = Vec::new();
    if let Some(row) = row {
        tiles.push(response(context, row));
        tiles.extend(dimension(context, row));
        tiles.push(enps(context, row));
    }
    tiles.extend(customers(context));
    if let Some(row) = row {
        tiles.extend(moved(context, row));
    }
    tiles.truncate(COLUMNS / 2);
    tiles
}

fn response(context: &Context<'_>, row: &ScoreRow) -> Tile {
    let missing = Published::Hidden(Reason::NoAnswers);
    let value = match (&row.sheets, row.response_rate) {
        (Published::Shown { n, .. }, Some(rate)) => Published::Shown { value: rate, n: *n },
        (Published::Shown { .. }, None) => missing,
        (Published::Hidden(reason), _) => Published::Hidden(*reason),
    };
    let n = row
        .sheets
        .n()
        .map(|n| phrases::n_equals(context.lang, n, context.min_group));
    let basis = match (n, row.invited) {
        (Some(n), Some(invited)) => {
            tr!(
                context.lang,
                "book-summary-of-invited",
                n = n,
                invited = invited
            )
        }
        (Some(n), None) => n,
        (None, _) => String::new(),
    };
    Tile {
        label: context.text("book-column-response"),
        value,
        format: style::PERCENT,
        basis,
        change: String::new(),
    }
}

/// The dimension that stands for engagement; where there is none, the first.
fn outcome_dimension(context: &Context<'_>) -> usize {
    context
        .findings
        .dimensions
        .iter()
        .position(|found| found.is_outcome)
        .unwrap_or(0)
}

fn dimension(context: &Context<'_>, row: &ScoreRow) -> Option<Tile> {
    let at = outcome_dimension(context);
    let score = row.scores.get(at)?;
    let change = row.changes.get(at).and_then(Published::value);
    Some(Tile {
        label: tr!(
            context.lang,
            "book-summary-mean",
            dimension = context.dimension(at)
        ),
        value: score.map(|score| score.mean),
        format: style::MEAN,
        basis: mean_basis(context, score),
        change: change.map_or_else(String::new, |change| change_text(context, change, 1)),
    })
}

fn mean_basis(context: &Context<'_>, score: &Published<Score>) -> String {
    let (Some(value), Some(n)) = (score.value(), score.n()) else {
        return String::new();
    };
    let n = phrases::n_equals(context.lang, n, context.min_group);
    value.interval.map_or(n.clone(), |(low, high)| {
        let interval = number::interval(context.lang, low, high, 1);
        format!(
            "{}, {n}",
            tr!(context.lang, "interval-95", interval = interval)
        )
    })
}

fn change_text(context: &Context<'_>, change: &Change, places: usize) -> String {
    let word = phrases::change_word(context.lang, change);
    if change.is_settled {
        let arrow = if change.difference > 0.0 {
            "▲"
        } else {
            "▼"
        };
        let difference = number::signed(context.lang, change.difference, places);
        format!("{arrow} {difference}: {word}")
    } else {
        word
    }
}

fn enps(context: &Context<'_>, row: &ScoreRow) -> Tile {
    Tile {
        label: context.text("book-column-enps"),
        value: row.enps.map(|enps| enps.value),
        format: style::NPS,
        basis: enps_basis(context, &row.enps),
        change: enps_before(context)
            .and_then(|before| {
                let change = enps_change(before, &row.enps);
                Some(change_text(context, change.value()?, 0))
            })
            .unwrap_or_default(),
    }
}

/// eNPS of the wave before: the company's, or the branch's in its own cut.
fn enps_before<'a>(context: &Context<'a>) -> Option<&'a Published<NpsFigure>> {
    let before = context.previous()?.audience(Audience::All)?;
    match context.own_branch() {
        None => Some(&before.company.enps),
        Some(branch) => Some(&before.branches.get(branch)?.enps),
    }
}

fn enps_basis(context: &Context<'_>, enps: &Published<NpsFigure>) -> String {
    let (Some(value), Some(n)) = (enps.value(), enps.n()) else {
        return String::new();
    };
    let interval = number::signed_interval(context.lang, value.low, value.high, 0);
    let n = phrases::n_equals(context.lang, n, context.min_group);
    format!(
        "{}, {n}",
        tr!(context.lang, "interval-95", interval = interval)
    )
}

fn customers(context: &Context<'_>) -> Option<Tile> {
    let outcomes = &context.findings.outcomes;
    let at = outcomes
        .iter()
        .position(|it| it.measure.is_nps() && it.channel.is_none());
    let at = at.or(if outcomes.is_empty() { None } else { Some(0) })?;
    let outcome = outcomes.get(at)?;
    let found = context.wave.customers.get(at)?;
    let (figure, change) = match context.own_branch() {
        None => (found.company.as_ref()?, found.change.as_ref()),
        Some(branch) => (
            found.branches.get(branch)?.as_ref()?,
            found.branch_changes.get(branch).and_then(Option::as_ref),
        ),
    };
    let places = phrases::outcome_places(outcome);
    let n = figure.n.map(|n| number::count(context.lang, n));
    let n = n.map(|n| tr!(context.lang, "n-equals", n = n));
    let interval = figure.interval.map(|(low, high)| {
        let interval = number::signed_interval(context.lang, low, high, places);
        tr!(context.lang, "interval-95", interval = interval)
    });
    let basis: Vec<String> = interval.into_iter().chain(n).collect();
    Some(Tile {
        label: phrases::outcome_title(context.lang, outcome),
        // Customers are not staff: the figure is always shown, so n plays no part here.
        value: Published::Shown {
            value: figure.value,
            n: crate::disclosure::ShownCount::NotDelivered,
        },
        format: if outcome.measure.is_nps() {
            style::NPS
        } else {
            style::ONE_PLACE
        },
        basis: basis.join(", "),
        change: change.map_or_else(String::new, |change| change_text(context, change, places)),
    })
}

/// The two dimensions that stand out: the lowest, and the one that moved most.
fn moved(context: &Context<'_>, row: &ScoreRow) -> Vec<Tile> {
    let mut means: Vec<(usize, &Published<Score>)> = row.scores.iter().enumerate().collect();
    means.retain(|(_, score)| score.value().is_some());
    let mean = |score: &Published<Score>| score.value().map_or(f64::INFINITY, |score| score.mean);
    let lowest = means.iter().min_by(|a, b| mean(a.1).total_cmp(&mean(b.1)));
    let tile = |key: &str, at: usize, score: &Published<Score>| Tile {
        label: tr!(context.lang, key, dimension = context.dimension(at)),
        value: score.map(|score| score.mean),
        format: style::MEAN,
        basis: mean_basis(context, score),
        change: row
            .changes
            .get(at)
            .and_then(Published::value)
            .map_or_else(String::new, |change| change_text(context, change, 1)),
    };
    let highest = means.iter().max_by(|a, b| mean(a.1).total_cmp(&mean(b.1)));
    let lowest = lowest.map(|(at, score)| tile("book-summary-lowest", *at, score));
    let highest = highest.map(|(at, score)| tile("book-summary-highest", *at, score));
    lowest.into_iter().chain(highest).collect()
}
