//! Trend: waves side by side, what changed last with its interval and a word, and lines.

use rust_xlsxwriter::{Format, Formula, Worksheet};

use super::context::Context;
use super::page::{Col, FIRST, Page};
use super::style;
use super::trend_chart::pictures;
use crate::analysis::{AudienceFindings, Change, Row as ScoreRow, WaveFindings, enps_change};
use crate::disclosure::{Published, Reason};
use crate::domain::{Audience, Motive};
use crate::error::Result;
use crate::phrases;

/// A line of the table: its title, one value per wave, the last change.
pub(super) struct Line {
    title: String,
    pub(super) values: Vec<Published<f64>>,
    pub(super) change: Option<Published<Change>>,
    pub(super) format: &'static str,
    difference: &'static str,
}

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut widths = vec![34.0];
    widths.extend(std::iter::repeat_n(13.0, context.waves().len()));
    widths.extend([11.0, 9.0, 9.0, 27.0]);
    let mut page = Page::new(context, sheet, &widths)?;
    page.title(
        &context.text("book-trend-title"),
        &context.text("book-trend-lead"),
    )?;
    if context.previous().is_none() {
        page.paragraph(&context.text("book-trend-one-wave"), &style::headline())?;
        page.row += 1;
    }
    let head = page.row;
    heads(context, &mut page)?;
    page.sheet.set_freeze_panes(page.row, FIRST + 1)?;
    let first = page.row;
    let main = dimension_lines(context, |wave| company(wave, Audience::All));
    lines(
        context,
        &mut page,
        &phrases::audience(context.lang, Audience::All),
        &main,
    )?;
    let nps_row = page.row;
    let scores = score_lines(context);
    lines(
        context,
        &mut page,
        &context.text("book-trend-scores"),
        &scores,
    )?;
    let blocks: Vec<(String, Vec<Line>)> = match context.own_branch() {
        Some(branch) => vec![(
            phrases::branch_title(context.findings, branch),
            dimension_lines(context, |wave| own(wave, branch)),
        )],
        None => [Audience::Contact, Audience::BackOffice]
            .into_iter()
            .filter(|group| context.wave.audience(*group).is_some())
            .map(|group| {
                let lines = dimension_lines(context, |wave| company(wave, group));
                (phrases::audience(context.lang, group), lines)
            })
            .collect(),
    };
    if !blocks.is_empty() {
        // The tables further down have heads of their own, which repeated ones would contradict.
        page.row += 1;
        page.break_here();
        heads(context, &mut page)?;
    }
    for (title, block) in &blocks {
        lines(context, &mut page, title, block)?;
    }
    page.row += 1;
    page.note(&context.text("book-trend-note"))?;
    if context.previous().is_some() {
        super::trend_tests::tables(context, &mut page)?;
        pictures(
            context,
            &mut page,
            (head, first + 1, &main),
            (nps_row + 1, &scores),
        )?;
    }
    page.finish(None)
}

fn company(wave: &WaveFindings, group: Audience) -> Option<&ScoreRow> {
    wave.audience(group)
        .map(|found: &AudienceFindings| &found.company)
}

fn own(wave: &WaveFindings, branch: usize) -> Option<&ScoreRow> {
    wave.audience(Audience::All)
        .and_then(|found| found.branches.get(branch))
}

fn heads(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let mut heads = vec![(context.text("book-column-figure"), style::head())];
    for wave in context.waves() {
        heads.push((wave.wave.name.clone(), style::head_number()));
    }
    for key in ["book-column-change", "book-column-low", "book-column-high"] {
        heads.push((context.text(key), style::head_number()));
    }
    heads.push((context.text("book-column-word"), style::head_word()));
    page.sheet.set_row_height(page.row, 30)?;
    page.heads(&heads)
}

fn dimension_lines<'a>(
    context: &Context<'a>,
    row: impl Fn(&'a WaveFindings) -> Option<&'a ScoreRow>,
) -> Vec<Line> {
    let line = |position: usize| Line {
        title: context.dimension(position).to_owned(),
        values: per_wave(context, |wave| {
            row(wave)
                .and_then(|row| row.scores.get(position))
                .map(|score| score.map(|s| s.mean))
        }),
        change: row(context.wave)
            .and_then(|row| row.changes.get(position))
            .copied(),
        format: style::MEAN,
        difference: style::DIFFERENCE,
    };
    (0..context.findings.dimensions.len()).map(line).collect()
}

fn per_wave<'a>(
    context: &Context<'a>,
    value: impl Fn(&'a WaveFindings) -> Option<Published<f64>>,
) -> Vec<Published<f64>> {
    let missing = Published::Hidden(Reason::NoAnswers);
    context
        .waves()
        .iter()
        .map(|wave| value(wave).unwrap_or(missing))
        .collect()
}

/// eNPS, customers, want–know–can and the response rate of the company.
fn score_lines(context: &Context<'_>) -> Vec<Line> {
    let all = |wave| company(wave, Audience::All);
    let plain = |title: String, values, format, difference| Line {
        title,
        values,
        change: None,
        format,
        difference,
    };
    let enps = per_wave(context, |wave| Some(all(wave)?.enps.map(|enps| enps.value)));
    let earlier = context.previous().and_then(all);
    let mut lines = vec![Line {
        change: earlier
            .zip(all(context.wave))
            .map(|(before, after)| enps_change(&before.enps, &after.enps)),
        ..plain(
            context.text("book-column-enps"),
            enps,
            style::NPS,
            style::NPS,
        )
    }];
    for (position, outcome) in context.findings.outcomes.iter().enumerate() {
        if outcome.channel.is_none() {
            lines.push(customer_line(context, position));
        }
    }
    for (position, motive) in Motive::ALL.into_iter().enumerate() {
        let values = per_wave(context, |wave| {
            Some(all(wave)?.motives.get(position)?.map(|score| score.mean))
        });
        let title = phrases::motive(context.lang, motive);
        lines.push(plain(title, values, style::MEAN, style::DIFFERENCE));
    }
    let rate = per_wave(context, |wave| {
        let row = all(wave)?;
        published(row.sheets.map(|()| row.response_rate))
    });
    lines.push(plain(
        context.text("book-column-response"),
        rate,
        style::PERCENT,
        "+0%;-0%;0%",
    ));
    lines
}

fn published(value: Published<Option<f64>>) -> Option<Published<f64>> {
    match value {
        Published::Hidden(reason) => Some(Published::Hidden(reason)),
        Published::Shown { value, n } => value.map(|value| Published::Shown { value, n }),
    }
}

fn customer_line(context: &Context<'_>, position: usize) -> Line {
    let outcome = &context.findings.outcomes[position];
    let (format, difference) = if outcome.measure.is_nps() {
        (style::NPS, style::NPS)
    } else {
        (style::ONE_PLACE, style::DIFFERENCE)
    };
    // Customers are not staff: their figures are always shown, so n plays no part here.
    let shown = |value: f64| Published::Shown {
        value,
        n: crate::disclosure::ShownCount::NotDelivered,
    };
    let figure =
        |wave: &WaveFindings| Some(shown(wave.customers.get(position)?.company.as_ref()?.value));
    let change = context
        .wave
        .customers
        .get(position)
        .and_then(|found| found.change);
    Line {
        title: phrases::outcome_title(context.lang, outcome),
        values: per_wave(context, figure),
        change: change.map(|value| Published::Shown {
            value,
            n: crate::disclosure::ShownCount::NotDelivered,
        }),
        format,
        difference,
    }
}

fn lines(context: &Context<'_>, page: &mut Page<'_>, title: &str, block: &[Line]) -> Result<()> {
    page.section(title)?;
    for line in block {
        let at = page.row;
        page.text((at, FIRST), &line.title, &style::cell())?;
        let format = style::number(line.format);
        for (column, value) in (FIRST + 1..).zip(&line.values) {
            page.published(context, (at, column), value, &format)?;
        }
        change_cells(context, page, line)?;
        page.row += 1;
    }
    Ok(())
}

fn change_cells(context: &Context<'_>, page: &mut Page<'_>, line: &Line) -> Result<()> {
    let at = page.row;
    let column = FIRST + 1 + Col::try_from(line.values.len()).unwrap_or(Col::MAX);
    let format = style::number(line.difference);
    let word = style::cell().set_indent(1);
    match &line.change {
        Some(Published::Shown { value, .. }) => {
            let bold = |format: Format| {
                if value.is_settled {
                    format.set_bold()
                } else {
                    format
                }
            };
            page.number((at, column), value.difference, &bold(format.clone()))?;
            let interval = value.interval.ok_or(Reason::Undefined);
            page.interval(context, (at, column + 1), interval, &format)?;
            let arrow = match (value.is_settled, value.difference > 0.0) {
                (true, true) => "▲ ",
                (true, false) => "▼ ",
                (false, _) => "",
            };
            let text = format!("{arrow}{}", phrases::change_word(context.lang, value));
            page.text((at, column + 3), &text, &bold(word))
        }
        Some(Published::Hidden(reason)) => {
            for offset in 0..3 {
                page.hidden(context, (at, column + offset), *reason, &format)?;
            }
            page.hidden(context, (at, column + 3), *reason, &word)
        }
        None => plain_difference(context, page, line, column),
    }
}

/// A difference without an interval: a formula over the two cells to the left.
fn plain_difference(
    context: &Context<'_>,
    page: &mut Page<'_>,
    line: &Line,
    column: Col,
) -> Result<()> {
    let at = page.row;
    let format = style::number(line.difference);
    let none = context.text("not-applicable");
    let ends = match line.values.as_slice() {
        [.., before, after] => before.value().zip(after.value()),
        [] | [_] => None,
    };
    if let Some((before, after)) = ends {
        let cell = |column| rust_xlsxwriter::utility::row_col_to_cell(at, column);
        let formula = Formula::new(format!("={}-{}", cell(column - 1), cell(column - 2)))
            .set_result((after - before).to_string());
        page.sheet
            .write_formula_with_format(at, column, formula, &format)?;
    } else {
        page.text((at, column), &none, &format)?;
    }
    page.text((at, column + 1), &none, &format)?;
    page.text((at, column + 2), &none, &format)?;
    let word = if ends.is_some() {
        context.text("book-trend-no-interval")
    } else {
        none
    };
    page.text(
        (at, column + 3),
        &word,
        &style::cell().set_indent(1).set_font_color(style::WEAK),
    )
}
