//! The two tables of a profile: level against role with the gap and its interval, and by source.

use super::super::page::{Area, Ink, Page, Pen, mm};
use super::super::text::{Align, Style};
use super::input::ProfileSheet;
use super::{HAIR, LEFT, RULE, WIDTH, in_cell, in_row};
use crate::analysis::ratings::{CompetencyLine, Insight, Mean, Rated, Why};
use crate::domain::Lang;
use crate::domain::rating::{Level, Source};
use crate::i18n::{message, number};
use crate::phrases::shortfall;
use crate::tr;

/// Height of a row, and what all rows together may take.
const BAR_ROW: (f32, f32) = (mm(8.0), mm(66.0));
const SOURCE_ROW: (f32, f32) = (mm(5.8), mm(47.0));
const HEAD: f32 = mm(8.0);
const CELL: Style = Style::new(8.5).leading(1.16);
const HEADS: Style = Style::new(7.5).ink(Ink::Weak).leading(1.16);

fn row_high(sheet: &ProfileSheet<'_>, (most, all): (f32, f32)) -> f32 {
    let rows = u16::try_from(sheet.profile.competencies.len()).unwrap_or(u16::MAX);
    most.min(all / f32::from(rows.max(1)))
}

/// Name, bar, level, need, n, gap with its interval. Returns where the table ends.
pub(super) fn bars(
    page: &mut Page,
    sheet: &ProfileSheet<'_>,
    lang: Lang,
    (x, y, width): (f32, f32, f32),
) -> f32 {
    let columns = [mm(10.5), mm(12.0), mm(5.5), mm(12.0), mm(19.5)];
    let numbers: f32 = columns.iter().sum();
    let name = (width - numbers) * 0.54;
    let bar = width - numbers - name;
    let heads = [
        "profile-others",
        "profile-required",
        "profile-n",
        "profile-gap",
        "rated-print-interval",
    ];
    let mut at = x + name + bar;
    for (key, width) in heads.into_iter().zip(columns) {
        let area = Area::new(at, y, width - mm(0.6), HEAD - mm(1.0));
        in_cell(page, &message(lang, key), HEADS.align(Align::Right), area);
        at += width;
    }
    ticks(page, (x + name, y, bar - mm(3.0)));
    let top = y + HEAD;
    page.stroke((x, top), (x + width, top), RULE);
    let row = row_high(sheet, BAR_ROW);
    let competencies = sheet.findings.model.competencies.iter();
    let mut y = top;
    for (competency, line) in competencies.zip(&sheet.profile.competencies) {
        let is_short = shortfall(line).is_some();
        let style = if is_short { CELL.bold() } else { CELL };
        let area = Area::new(x, y, name - mm(2.0), row);
        in_cell(page, competency.name.get(lang), style, area);
        bar_of(page, line, Area::new(x + name, y, bar - mm(3.0), row));
        let mut at = x + name + bar;
        for (place, (text, width)) in figures(lang, line).iter().zip(columns).enumerate() {
            let area = Area::new(at, y, width - mm(0.6), row);
            let style = if place == 4 { HEADS } else { style };
            in_row(page, text, style.align(Align::Right), area);
            at += width;
        }
        y += row;
        page.stroke((x, y), (x + width, y), HAIR);
    }
    y
}

fn figures(lang: Lang, line: &CompetencyLine) -> [String; 5] {
    let none = || "–".to_owned();
    let level = match line.others {
        Ok(figure) => number::decimal(lang, figure.value, 1),
        Err(Why::FewPeers) => message(lang, "rated-short-peers"),
        Err(_) => none(),
    };
    let n = line.others.map_or_else(|_| none(), |it| it.n.to_string());
    let required = line.required.map_or_else(none, |it| it.get().to_string());
    let gap = line
        .gap
        .map_or_else(|_| none(), |gap| number::signed(lang, gap.value, 1));
    let range = line.gap.and_then(|gap| gap.interval);
    let range = range.map_or_else(
        |_| none(),
        |(low, high)| number::signed_interval(lang, low, high, 1),
    );
    [level, required, n, gap, range]
}

/// Where a level stands on the bar.
fn place(area: Area, level: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a level from 1 to 5")]
    let share = ((level - 1.0) / 4.0) as f32;
    area.x + area.width * share
}

/// 1 to 5 over the bars.
fn ticks(page: &mut Page, (x, y, width): (f32, f32, f32)) {
    let area = Area::new(x, y, width, HEAD);
    for level in Level::all() {
        let middle = place(area, level.value());
        let area = Area::new(middle - mm(2.0), y + HEAD - mm(4.6), mm(4.0), mm(3.6));
        in_row(
            page,
            &level.get().to_string(),
            HEADS.align(Align::Center),
            area,
        );
    }
}

/// The level as a bar, the need as a stroke across it, the self-rating as a ring, the interval as a
/// line.
fn bar_of(page: &mut Page, line: &CompetencyLine, area: Area) {
    let middle = area.y + area.height / 2.0;
    page.stroke((area.x, middle), (area.right(), middle), HAIR);
    if let Ok(figure) = line.others {
        let end = place(area, figure.value);
        let thick = (area.height * 0.34).min(mm(2.6));
        let is_short = shortfall(line).is_some();
        // Short of the role: an open bar, so that it shows without colour.
        let (fill, pen) = match is_short {
            true => (Ink::Paper, Some(Pen::new(1.0, Ink::Text))),
            false => (Ink::Accent, None),
        };
        let bar = Area::new(area.x, middle - thick / 2.0, end - area.x, thick);
        page.block(bar, 0.0, Some(fill), pen);
        if let Ok((low, high)) = figure.interval {
            let (low, high, cap) = (place(area, low), place(area, high), mm(0.7));
            let pen = Pen::new(0.8, Ink::Weak);
            page.stroke((low, middle), (high, middle), pen);
            for end in [low, high] {
                page.stroke((end, middle - cap), (end, middle + cap), pen);
            }
        }
    }
    if let Some(required) = line.required {
        let x = place(area, required.value());
        let half = area.height * 0.36;
        let pen = Pen::new(1.6, Ink::Text);
        page.stroke((x, middle - half), (x, middle + half), pen);
    }
    if let Ok(own) = line.own {
        let at = (place(area, own.value()), middle);
        let pen = Pen::new(1.0, Ink::Text);
        page.circle(at, mm(1.15), Some(Ink::Paper), Some(pen));
    }
}

/// Levels by source, the self-rating and how far it is apart. Returns where the table ends.
pub(super) fn by_source(page: &mut Page, sheet: &ProfileSheet<'_>, lang: Lang, y: f32) -> f32 {
    let columns = [mm(26.0), mm(26.0), mm(28.0), mm(22.0), mm(34.0)];
    let name = WIDTH - columns.iter().sum::<f32>();
    let style = HEADS.bold();
    let area = Area::new(LEFT, y, name, HEAD - mm(1.0));
    in_cell(
        page,
        &message(lang, "rated-print-source"),
        style.ink(Ink::Accent),
        area,
    );
    let mut heads: Vec<String> = Source::OTHERS
        .map(|source| head(sheet, lang, source))
        .to_vec();
    heads.push(message(lang, "source-self"));
    heads.push(message(lang, "rated-print-self-others"));
    let mut at = LEFT + name;
    for (text, width) in heads.iter().zip(columns) {
        let area = Area::new(at, y, width - mm(1.0), HEAD - mm(1.0));
        in_cell(page, text, HEADS.align(Align::Right), area);
        at += width;
    }
    let top = y + HEAD - mm(0.6);
    page.stroke((LEFT, top), (LEFT + WIDTH, top), RULE);
    let row = row_high(sheet, SOURCE_ROW);
    let competencies = sheet.findings.model.competencies.iter();
    let mut y = top;
    for (competency, line) in competencies.zip(&sheet.profile.competencies) {
        let area = Area::new(LEFT, y, name, row);
        in_row(page, competency.name.get(lang), CELL, area);
        let mut at = LEFT + name;
        for (text, width) in sources(lang, line).iter().zip(columns) {
            let area = Area::new(at, y, width - mm(1.0), row);
            in_row(page, text, CELL.align(Align::Right), area);
            at += width;
        }
        y += row;
        page.stroke((LEFT, y), (LEFT + WIDTH, y), HAIR);
    }
    y
}

/// “Peers · n = 4”; of peers nothing below three.
fn head(sheet: &ProfileSheet<'_>, lang: Lang, source: Source) -> String {
    let name = message(lang, &format!("sources-{}", source.code()));
    let count = sheet.profile.sources.iter().find(|it| it.source == source);
    match count.map(|it| it.n) {
        // A line never ends inside “n = 4”.
        Some(Ok(n)) if n > 0 => {
            tr!(lang, "source-count", source = name, n = n).replace(" = ", "\u{a0}=\u{a0}")
        }
        Some(Err(_)) => format!("{name} · {}", message(lang, "rated-short-peers")),
        Some(Ok(_)) | None => name,
    }
}

fn sources(lang: Lang, line: &CompetencyLine) -> [String; 5] {
    let none = || "–".to_owned();
    let mean = |mean: &Rated<Mean>| match mean {
        Ok(mean) => number::decimal(lang, mean.value, 1),
        Err(Why::FewPeers) => message(lang, "rated-short-peers"),
        Err(_) => none(),
    };
    let [manager, peers, shoppers] = &line.by_source;
    let own = line.own.map_or_else(|_| none(), |it| it.get().to_string());
    let apart = line.self_minus_others.map_or_else(
        |_| none(),
        |apart| {
            let value = number::signed(lang, apart, 1);
            let word = match line.insight {
                Some(Insight::BlindSpot) => message(lang, "profile-blind-spot"),
                Some(Insight::HiddenStrength) => message(lang, "profile-hidden-strength"),
                None => return value,
            };
            format!("{} {value}", word.to_lowercase())
        },
    );
    [mean(manager), mean(peers), mean(shoppers), own, apart]
}
