//! The lower part of the summary: two columns of short ranked lists and the next steps.

use rust_xlsxwriter::FormatAlign;

use super::context::Context;
use super::page::{Col, FIRST, Page};
use super::style;
use crate::analysis::Row as ScoreRow;
use crate::disclosure::{Published, Reason, Score};
use crate::domain::{Lever, Motive};
use crate::error::Result;
use crate::i18n::number;
use crate::phrases;
use crate::tr;

const LEFT: (Col, Col) = (FIRST, 6);
const RIGHT: (Col, Col) = (8, 12);
/// Lines of a list.
const TOP: usize = 5;
/// Branches to look at first.
const BRANCHES: usize = 3;

/// A line of a list: text, the published figure, its number format.
struct Line {
    text: String,
    value: Published<f64>,
    format: &'static str,
    is_marked: bool,
}

/// Whose lists: the company's, or the branch's in its own cut.
fn row<'a>(context: &Context<'a>) -> Option<&'a ScoreRow> {
    context.all().and_then(|found| match context.own_branch() {
        None => Some(&found.company),
        Some(branch) => found.branches.get(branch),
    })
}

/// Dissatisfiers on the left, the five levers on the right.
pub(super) fn staff(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let left_title = match context.own_branch() {
        None => context.text("book-summary-dissatisfiers"),
        Some(_) => context.text("book-summary-lowest-items"),
    };
    let left = if context.own_branch().is_none() {
        dissatisfiers(context)
    } else {
        lowest(context)
    };
    let right_title = context.text("book-summary-levers");
    columns(
        context,
        page,
        (&left_title, &left),
        (&right_title, &levers(context)),
    )
}

/// Where to look first on the left, want–know–can on the right.
pub(super) fn branches_and_levers(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let right_title = context.text("book-summary-motives");
    let right = motives(context);
    let attention = match context.own_branch() {
        None => phrases::attention(context.lang, context.findings, context.wave, BRANCHES),
        Some(_) => Vec::new(),
    };
    let left_title = context.text("book-summary-branches");
    let titles = if context.own_branch().is_none() {
        left_title
    } else {
        String::new()
    };
    section_heads(page, &titles, &right_title)?;
    for at in 0..attention.len().max(right.len()) {
        let mut height: f64 = 17.0;
        if let Some(found) = attention.get(at) {
            let mark = if found.is_divergence { "◆ " } else { "" };
            let name = phrases::branch_title(context.findings, found.branch);
            let text = format!("{mark}{name} — {}", found.reason);
            page.across(LEFT, &text, &style::cell_text())?;
            height = height.max(page.height(LEFT, &text, 10.0));
        }
        if let Some(line) = right.get(at) {
            figure(context, page, RIGHT, line)?;
        }
        page.sheet.set_row_height(page.row, height)?;
        page.row += 1;
    }
    page.row += 1;
    Ok(())
}

/// The engagement segments of the whole company in one line, and their rule.
pub(super) fn segments(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let rule = phrases::segments_rule(context.lang, context.findings);
    let found = context
        .all()
        .filter(|found| found.segments.value().is_some());
    let (Some(rule), Some(found)) = (rule, found) else {
        return Ok(());
    };
    page.section(&context.text("book-summary-segments"))?;
    let parts = phrases::segments(context.lang, &found.segments, context.min_group);
    let parts = parts.iter().map(|(name, share)| format!("{name}: {share}"));
    let line = parts.collect::<Vec<_>>().join(" · ");
    page.paragraph(&line, &style::text())?;
    page.note(&rule)?;
    page.row += 1;
    Ok(())
}

/// What to do next, as a short plan.
pub(super) fn next_steps(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    page.section(&context.text("book-summary-next"))?;
    let mut steps = Vec::new();
    if let Some(worst) = worst_item(context) {
        steps.push(tr!(context.lang, "next-dissatisfier", item = worst));
    }
    if let Some(motive) = weakest_motive(context) {
        let key = match motive {
            Motive::Want => "next-want",
            Motive::Know => "next-know",
            Motive::Can => "next-can",
        };
        steps.push(context.text(key));
    }
    if context.own_branch().is_none() {
        let first = phrases::attention(context.lang, context.findings, context.wave, BRANCHES);
        let names: Vec<String> = first
            .iter()
            .map(|found| phrases::branch_title(context.findings, found.branch))
            .collect();
        if !names.is_empty() {
            steps.push(tr!(
                context.lang,
                "next-branches",
                branches = names.join(", ")
            ));
        }
    }
    steps.push(context.text("next-check"));
    for (position, step) in (1..).zip(steps) {
        page.paragraph(&format!("{position}. {step}"), &style::text())?;
    }
    page.row += 1;
    Ok(())
}

fn section_heads(page: &mut Page<'_>, left: &str, right: &str) -> Result<()> {
    page.sheet.set_row_height(page.row, 20)?;
    if !left.is_empty() {
        page.across(LEFT, left, &style::section())?;
    }
    page.across(RIGHT, right, &style::section())?;
    page.row += 1;
    Ok(())
}

fn columns(
    context: &Context<'_>,
    page: &mut Page<'_>,
    (left_title, left): (&str, &[Line]),
    (right_title, right): (&str, &[Line]),
) -> Result<()> {
    section_heads(page, left_title, right_title)?;
    for at in 0..left.len().max(right.len()) {
        let mut height: f64 = 17.0;
        for (span, line) in [(LEFT, left.get(at)), (RIGHT, right.get(at))] {
            let Some(line) = line else { continue };
            figure(context, page, span, line)?;
            height = height.max(page.height((span.0, span.1 - 1), &line.text, 10.0));
        }
        page.sheet.set_row_height(page.row, height)?;
        page.row += 1;
    }
    page.row += 1;
    Ok(())
}

/// Text across all columns of the span but the last, the figure in the last.
fn figure(context: &Context<'_>, page: &mut Page<'_>, span: (Col, Col), line: &Line) -> Result<()> {
    let bold = |format: rust_xlsxwriter::Format| {
        if line.is_marked {
            format.set_bold()
        } else {
            format
        }
    };
    let mark = if line.is_marked { "◆ " } else { "" };
    let text = format!("{mark}{}", line.text);
    page.across((span.0, span.1 - 1), &text, &bold(style::cell_text()))?;
    let format = bold(style::number(line.format)).set_align(FormatAlign::Right);
    page.published(context, (page.row, span.1), &line.value, &format)
}

fn dissatisfiers(context: &Context<'_>) -> Vec<Line> {
    let Some(found) = context.all() else {
        return Vec::new();
    };
    let each = found
        .dissatisfiers
        .iter()
        .take(TOP)
        .enumerate()
        .filter_map(|(rank, worst)| {
            let item = context.findings.items.get(worst.item)?;
            let (low, high) = worst.interval;
            let interval = format!(
                "{}–{}",
                number::decimal(context.lang, low * 100.0, 0),
                number::percent(context.lang, high)
            );
            let text = context.question(item);
            Some(Line {
                text: tr!(
                    context.lang,
                    "book-summary-item",
                    item = text,
                    interval = interval
                ),
                value: Published::Shown {
                    value: worst.unfavourable,
                    n: crate::disclosure::ShownCount::Exact(worst.n),
                },
                format: style::PERCENT,
                is_marked: rank == 0,
            })
        });
    each.collect()
}

/// The branch's lowest questions, by mean.
fn lowest(context: &Context<'_>) -> Vec<Line> {
    let Some(row) = row(context) else {
        return Vec::new();
    };
    let mut items: Vec<(usize, f64, &Published<Score>)> = row
        .items
        .iter()
        .enumerate()
        .filter_map(|(at, score)| Some((at, score.value()?.mean, score)))
        .collect();
    items.sort_by(|a, b| a.1.total_cmp(&b.1));
    let each = items
        .into_iter()
        .take(TOP)
        .enumerate()
        .filter_map(|(rank, (at, _, score))| {
            let item = context.findings.items.get(at)?;
            Some(Line {
                text: context.question(item),
                value: score.map(|score| score.mean),
                format: style::MEAN,
                is_marked: rank == 0,
            })
        });
    each.collect()
}

fn worst_item(context: &Context<'_>) -> Option<String> {
    let lines = if context.own_branch().is_none() {
        found_worst(context)
    } else {
        found_lowest(context)
    };
    lines.map(|at| context.findings.items[at].text.get(context.lang).to_owned())
}

fn found_worst(context: &Context<'_>) -> Option<usize> {
    let first = context.all()?.dissatisfiers.first()?;
    (first.item < context.findings.items.len()).then_some(first.item)
}

fn found_lowest(context: &Context<'_>) -> Option<usize> {
    let items = row(context)?
        .items
        .iter()
        .enumerate()
        .take(context.findings.items.len());
    let means = items.filter_map(|(at, score)| Some((at, score.value()?.mean)));
    means.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
}

fn scored(texts: Vec<String>, scores: Option<&[Published<Score>]>) -> Vec<Line> {
    let missing = Published::Hidden(Reason::NoAnswers);
    let score = |at: usize| {
        scores
            .and_then(|scores| scores.get(at))
            .copied()
            .unwrap_or(missing)
    };
    let means = (0..texts.len()).filter_map(|at| score(at).value().map(|value| (at, value.mean)));
    let lowest = means.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at);
    let each = texts.into_iter().enumerate().map(|(at, text)| Line {
        text,
        value: score(at).map(|score| score.mean),
        format: style::MEAN,
        is_marked: Some(at) == lowest,
    });
    each.collect()
}

fn levers(context: &Context<'_>) -> Vec<Line> {
    let texts = Lever::ALL
        .map(|lever| phrases::lever(context.lang, lever))
        .to_vec();
    scored(texts, row(context).map(|row| row.levers.as_slice()))
}

fn motives(context: &Context<'_>) -> Vec<Line> {
    let texts = Motive::ALL
        .map(|motive| phrases::motive(context.lang, motive))
        .to_vec();
    scored(texts, row(context).map(|row| row.motives.as_slice()))
}

fn weakest_motive(context: &Context<'_>) -> Option<Motive> {
    let marked = motives(context).iter().position(|line| line.is_marked)?;
    Motive::ALL.get(marked).copied()
}
