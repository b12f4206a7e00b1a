//! What you told us: who answered, three figures, what is good, what is hardest, how anonymity was
//! kept.

use super::super::page::{Area, Ink, Page, Pen, mm};
use super::super::pictures::CHECK;
use super::super::rated::{in_cell, in_row};
use super::super::text::{Style, fitted, height, width as width_of};
use super::{BODY, BOTTOM, Drawn, LEFT, StaffSubject, WIDTH, foot, head, section};
use crate::analysis::Source;
use crate::disclosure::{Favourable, Published, Score};
use crate::i18n::message;
use crate::tr;

/// Dimensions named as strengths, and as what is hardest.
const NAMED: usize = 3;
/// Questions that many disagree with.
const QUESTIONS: usize = 3;
const TILE: f32 = mm(26.0);
const ROW: f32 = mm(8.2);

/// A figure in a box: label, figure, what it is.
type Tile = (String, String, String);

/// A dimension with how it is rated: the share who agree, else the mean as a share of five.
struct Rated {
    title: String,
    filled: f32,
    words: String,
}

pub(super) fn page(drawn: &mut Drawn<'_>) -> Page {
    let mut page = Page::upright();
    let lang = drawn.lang;
    let y = head(&mut page, drawn, &message(lang, "staff-title")) + mm(3.4);
    let thanks = thanks(drawn);
    let area = Area::new(LEFT, y, WIDTH, mm(18.5));
    let y = page.text_in(&thanks, Style::new(13.0).leading(1.34), area, 8.5) + mm(3.6);
    let tiles = tiles(drawn);
    let y = tiles_drawn(&mut page, &tiles, y);
    let order = ranked(drawn);
    let count = NAMED.min(order.len() / 2);
    let strong: Vec<usize> = order.iter().rev().take(count).copied().collect();
    let weak: Vec<usize> = order.iter().take(count).copied().collect();
    let y = rated(&mut page, drawn, ("staff-strong", &strong), y);
    let y = rated(&mut page, drawn, ("staff-weak", &weak), y);
    let y = questions(&mut page, drawn, y);
    anonymity(&mut page, drawn, y);
    foot(&mut page, drawn, 1);
    page
}

/// Thanks, and how many answered.
fn thanks(drawn: &mut Drawn<'_>) -> String {
    let lang = drawn.lang;
    let company = drawn.all().map(|found| {
        let row = &found.company;
        (row.sheets.n(), row.response_rate)
    });
    let (n, rate) = company.unwrap_or((None, None));
    let n = n.and_then(|n| drawn.told.count(lang, n));
    let rate = rate.filter(|_| n.is_some());
    let rate = rate.map(|rate| drawn.told.rate(lang, rate));
    match (n, rate) {
        (Some(n), Some(rate)) => tr!(lang, "staff-thanks-rate", n = n, rate = rate),
        (Some(n), None) => tr!(lang, "staff-thanks-count", n = n),
        (None, _) => message(lang, "staff-thanks"),
    }
}

/// Engagement and readiness to recommend, where they are published.
fn tiles(drawn: &mut Drawn<'_>) -> Vec<Tile> {
    let lang = drawn.lang;
    let Some(row) = drawn.all().map(|found| found.company.clone()) else {
        return Vec::new();
    };
    let mut tiles = Vec::new();
    let dimensions = &drawn.sheet.findings.dimensions;
    let outcome = dimensions.iter().position(|it| it.is_outcome);
    let score = outcome.and_then(|at| Some((at, row.scores.get(at)?.value()?)));
    if let Some((at, score)) = score {
        let title = drawn.sheet.findings.dimensions[at].title.get(lang);
        let mean = drawn
            .told
            .mean(lang, StaffSubject::Dimension(at), score.mean);
        let value = tr!(lang, "staff-of-five", mean = mean);
        tiles.push((
            title.to_owned(),
            value,
            message(lang, "staff-engagement-means"),
        ));
    }
    if let Some(enps) = row.enps.value() {
        let value = drawn.told.net(lang, enps.value);
        let label = message(lang, "staff-enps");
        tiles.push((label, value, message(lang, "staff-enps-means")));
    }
    tiles
}

fn tiles_drawn(page: &mut Page, tiles: &[Tile], y: f32) -> f32 {
    if tiles.is_empty() {
        return y;
    }
    let gap = mm(6.0);
    let count = f32::from(u8::try_from(tiles.len()).unwrap_or(1));
    let width = (WIDTH - gap * (count - 1.0)) / count;
    let mut x = LEFT;
    for (label, value, means) in tiles {
        let area = Area::new(x, y, width, TILE);
        page.block(area, mm(1.6), None, Some(Pen::new(0.8, Ink::Edge)));
        let inner = area.inset(mm(3.0));
        let label_area = Area::new(inner.x, inner.y - mm(0.6), inner.width, mm(4.6));
        in_row(page, label, Style::new(10.0).ink(Ink::Weak), label_area);
        let figure = Style::new(25.0).bold();
        let third = (width_of(value, figure) + mm(1.0)).min(inner.width * 0.5);
        let value_area = Area::new(inner.x, inner.y + mm(5.0), third, mm(13.0));
        in_row(page, value, figure, value_area);
        let beside = Area::new(
            inner.x + third + mm(3.0),
            inner.y + mm(4.6),
            inner.width - third - mm(3.0),
            mm(14.0),
        );
        in_cell(page, means, Style::new(10.0).leading(1.25), beside);
        x += width + gap;
    }
    y + TILE + mm(6.0)
}

/// Dimensions of the company that are shown, lowest first; engagement has a box of its own.
fn ranked(drawn: &Drawn<'_>) -> Vec<usize> {
    let findings = drawn.sheet.findings;
    let Some(found) = drawn.all() else {
        return Vec::new();
    };
    let mean = |at: usize| {
        let score = found.company.scores.get(at).and_then(Published::value);
        score.map(|score| score.mean)
    };
    let mut order: Vec<(usize, f64)> = findings
        .dimensions
        .iter()
        .enumerate()
        .filter(|(_, about)| !about.is_outcome)
        .filter_map(|(at, _)| Some((at, mean(at)?)))
        .collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1));
    order.into_iter().map(|(at, _)| at).collect()
}

/// Dimensions with bars: dark is the share who agree, and the figure stands beside it.
fn rated(page: &mut Page, drawn: &mut Drawn<'_>, (key, which): (&str, &[usize]), y: f32) -> f32 {
    let lines: Vec<Rated> = which.iter().filter_map(|at| line(drawn, *at)).collect();
    if lines.is_empty() {
        return y;
    }
    let mut y = section(page, &message(drawn.lang, key), y);
    let (name, words) = (WIDTH * 0.40, mm(40.0));
    let bar = WIDTH - name - words - mm(6.0);
    for line in lines {
        let area = Area::new(LEFT, y, name, ROW);
        in_cell(page, &line.title, BODY.leading(1.1), area);
        let x = LEFT + name + mm(3.0);
        let whole = Area::new(x, y + mm(1.7), bar, ROW - mm(3.4));
        page.block(whole, 0.0, Some(Ink::Soft), Some(Pen::new(0.6, Ink::Edge)));
        let filled = Area::new(whole.x, whole.y, bar * line.filled, whole.height);
        page.block(filled, 0.0, Some(Ink::Accent), None);
        let area = Area::new(x + bar + mm(3.0), y, words, ROW);
        in_row(page, &line.words, BODY, area);
        y += ROW;
    }
    y + mm(5.0)
}

fn line(drawn: &mut Drawn<'_>, at: usize) -> Option<Rated> {
    let lang = drawn.lang;
    let score: Score = *drawn.all()?.company.scores.get(at)?.value()?;
    let title = drawn.sheet.findings.dimensions.get(at)?.title.get(lang);
    let subject = StaffSubject::Dimension(at);
    let (filled, words) = match score.favourable {
        Some(Favourable::Exact { favourable, .. }) => {
            let share = drawn.told.agree(lang, subject, favourable);
            (favourable, tr!(lang, "staff-content", share = share))
        }
        Some(Favourable::Band { .. }) | None => {
            let mean = drawn.told.mean(lang, subject, score.mean);
            let words = tr!(lang, "staff-of-five", mean = mean);
            ((score.mean - 1.0) / 4.0, words)
        }
    };
    #[expect(clippy::cast_possible_truncation, reason = "the length of a bar")]
    let filled = filled.clamp(0.0, 1.0) as f32;
    Some(Rated {
        title: title.to_owned(),
        filled,
        words,
    })
}

/// The questions that most disagree with, in their own words.
fn questions(page: &mut Page, drawn: &mut Drawn<'_>, y: f32) -> f32 {
    let lang = drawn.lang;
    let worst: Vec<(usize, f64)> = drawn.all().map_or_else(Vec::new, |found| {
        let worst = found.dissatisfiers.iter().take(QUESTIONS);
        worst.map(|it| (it.item, it.unfavourable)).collect()
    });
    let mut lines = Vec::new();
    for (item, share) in worst {
        let Some(about) = drawn.sheet.findings.items.get(item) else {
            continue;
        };
        let text = about.text.get(lang).to_owned();
        let share = drawn.told.disagree(lang, StaffSubject::Item(item), share);
        // Who is discontent agrees with a statement that is turned round.
        let key = if about.is_reversed {
            "staff-agree"
        } else {
            "staff-disagree"
        };
        lines.push((text, tr!(lang, key, share = share)));
    }
    if lines.is_empty() {
        return y;
    }
    let mut y = section(page, &message(lang, "staff-questions"), y);
    let words = mm(42.0);
    let name = WIDTH - words - mm(3.0);
    for (text, share) in lines {
        let quoted = tr!(lang, "staff-quoted", text = text);
        let style = BODY.leading(1.2);
        let high = height(&quoted, style, name).clamp(ROW, mm(12.0));
        in_cell(page, &quoted, style, Area::new(LEFT, y, name, high));
        let area = Area::new(LEFT + WIDTH - words, y, words, high);
        in_row(page, &share, BODY, area);
        y += high + mm(0.8);
    }
    y + mm(4.4)
}

/// What was promised and how it was kept.
fn anonymity(page: &mut Page, drawn: &Drawn<'_>, y: f32) {
    let lang = drawn.lang;
    let findings = drawn.sheet.findings;
    let k = i64::from(findings.min_group.get());
    let mut texts = vec![message(lang, "staff-kept-company")];
    texts.push(tr!(lang, "staff-kept-groups", k = k));
    match drawn.wave.map(|found| found.source) {
        Some(Source::Blocks) => texts.push(message(lang, "staff-kept-apart")),
        Some(Source::Sheets | Source::Means) | None => {}
    }
    if findings.proof.is_some() {
        texts.push(message(lang, "staff-kept-proven"));
    }
    let y = section(page, &message(lang, "staff-kept"), y);
    let indent = mm(6.5);
    let gap = mm(1.4);
    let all: Vec<&str> = texts.iter().map(String::as_str).collect();
    let gaps = gap * f32::from(u8::try_from(all.len()).unwrap_or(0));
    let room = BOTTOM - mm(8.0) - y - gaps;
    let style = fitted(&all, BODY.leading(1.28), WIDTH - indent, (room, 7.5));
    let mut y = y;
    for text in all {
        page.icon(CHECK, (LEFT, y + mm(0.7)), style.size, Ink::Accent);
        y = page.text(text, style, (LEFT + indent, y), WIDTH - indent) + gap;
    }
}
