//! What we will do: actions of the whole company with day and state, what came of earlier ones, when
//! the next survey is.

use super::super::page::{Area, Ink, Page, Pen, mm};
use super::super::rated::{in_cell, in_row};
use super::super::text::{Style, height};
use super::{BODY, BOTTOM, Drawn, LEFT, PublicAction, WIDTH, foot, head, public_actions, section};
use crate::analysis::actions::Verdict;
use crate::i18n::{message, number};
use crate::tr;

/// Actions that are named; more are counted.
const OPEN: usize = 6;
/// Earlier actions that are named.
const EARLIER: usize = 5;
const DAY: f32 = mm(40.0);
const STATE: f32 = mm(34.0);
const NAME: f32 = WIDTH - DAY - STATE - mm(6.0);
/// The lowest and the highest row.
const ROWS: (f32, f32) = (mm(10.0), mm(19.0));

pub(super) fn page(drawn: &Drawn<'_>) -> Page {
    let mut page = Page::upright();
    let lang = drawn.lang;
    let y = head(&mut page, drawn, &message(lang, "staff-back-title")) + mm(3.4);
    let all = public_actions(drawn.sheet);
    let (earlier, open): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|it| it.action.status.is_decided() || it.check.is_ok());
    let y = actions(&mut page, drawn, &open, y);
    let y = outcomes(&mut page, drawn, &earlier, y);
    next(&mut page, drawn, y);
    foot(&mut page, drawn, 2);
    page
}

/// What, by which day, where it stands.
fn actions(page: &mut Page, drawn: &Drawn<'_>, open: &[PublicAction<'_>], y: f32) -> f32 {
    let lang = drawn.lang;
    if open.is_empty() {
        let area = Area::new(LEFT, y, WIDTH, mm(16.0));
        return page.text_in(&message(lang, "staff-none-yet"), BODY, area, 8.0) + mm(5.0);
    }
    let area = Area::new(LEFT, y, WIDTH, mm(18.5));
    let lead = Style::new(13.0).leading(1.34);
    let y = page.text_in(&message(lang, "staff-back-lead"), lead, area, 8.5) + mm(4.0);
    let small = Style::new(10.0).ink(Ink::Weak);
    let row = mm(5.0);
    let (day, state) = (LEFT + NAME + mm(3.0), LEFT + WIDTH - STATE);
    let heads = [
        ("staff-what", LEFT, NAME),
        ("staff-due", day, DAY),
        ("staff-state", state, STATE),
    ];
    for (key, x, width) in heads {
        in_row(
            page,
            &message(lang, key),
            small,
            Area::new(x, y, width, row),
        );
    }
    let mut y = y + row;
    page.stroke((LEFT, y), (LEFT + WIDTH, y), Pen::new(0.9, Ink::Edge));
    let style = BODY.leading(1.22);
    for it in open.iter().take(OPEN) {
        let why = it
            .action
            .finding
            .as_ref()
            .map(|found| found.title.get(lang));
        let why = why.map(|title| tr!(lang, "staff-why", measure = title));
        let below = if why.is_some() { mm(5.0) } else { 0.0 };
        let needed = height(&it.action.what, style, NAME) + below + mm(3.0);
        let high = needed.clamp(ROWS.0, ROWS.1);
        let area = Area::new(LEFT, y + mm(1.0), NAME, high - below - mm(2.0));
        in_cell(page, &it.action.what, style, area);
        if let Some(why) = why {
            let area = Area::new(LEFT, y + high - below - mm(1.0), NAME, below);
            in_row(page, &why, small, area);
        }
        let due = number::day(lang, it.action.due);
        in_row(page, &due, BODY, Area::new(day, y, DAY, high));
        let word = message(lang, it.action.status.key());
        in_row(page, &word, BODY, Area::new(state, y, STATE, high));
        y += high;
        page.stroke((LEFT, y), (LEFT + WIDTH, y), Pen::new(0.4, Ink::Line));
    }
    let more = open.len().saturating_sub(OPEN);
    if more > 0 {
        let text = tr!(lang, "staff-more", n = more);
        y = page.text(&text, small, (LEFT, y + mm(1.2)), WIDTH);
    }
    y + mm(6.5)
}

/// What came of what was promised before: a word and the measure, without a figure.
fn outcomes(page: &mut Page, drawn: &Drawn<'_>, earlier: &[PublicAction<'_>], y: f32) -> f32 {
    let lang = drawn.lang;
    if earlier.is_empty() {
        return y;
    }
    let mut y = section(page, &message(lang, "staff-earlier"), y);
    let words = mm(70.0);
    let name = WIDTH - words - mm(4.0);
    let style = BODY.leading(1.22);
    page.stroke((LEFT, y), (LEFT + WIDTH, y), Pen::new(0.9, Ink::Edge));
    for it in earlier.iter().take(EARLIER) {
        let result = result(drawn, it);
        let needed = height(&it.action.what, style, name).max(height(&result, style, words));
        let high = (needed + mm(2.4)).clamp(ROWS.0, ROWS.1);
        in_cell(page, &it.action.what, style, Area::new(LEFT, y, name, high));
        let area = Area::new(LEFT + WIDTH - words, y, words, high);
        in_cell(page, &result, style.bold(), area);
        y += high;
        page.stroke((LEFT, y), (LEFT + WIDTH, y), Pen::new(0.4, Ink::Line));
    }
    y + mm(6.5)
}

/// “It helped: “Empowerment” rose”, or where the action stands.
fn result(drawn: &Drawn<'_>, it: &PublicAction<'_>) -> String {
    let lang = drawn.lang;
    let title = it
        .action
        .finding
        .as_ref()
        .map(|found| found.title.get(lang));
    let (Ok(measured), Some(title)) = (&it.check, title) else {
        return message(lang, it.action.status.key());
    };
    let key = match measured.verdict {
        Verdict::Worked => "staff-worked",
        Verdict::NoChange => "staff-no-change",
        Verdict::Worse => "staff-worse",
        Verdict::Unclear => "staff-unclear",
    };
    tr!(lang, key, measure = title)
}

/// When the next survey is, and what may be asked until then.
fn next(page: &mut Page, drawn: &Drawn<'_>, y: f32) {
    let lang = drawn.lang;
    let y = section(page, &message(lang, "staff-next"), y);
    let y = match drawn.sheet.next {
        Some(day) => {
            let text = tr!(lang, "staff-next-day", day = number::day(lang, day));
            page.text(&text, BODY, (LEFT, y), WIDTH)
        }
        None => {
            let y = page.text(&message(lang, "staff-next-open"), BODY, (LEFT, y), WIDTH);
            let line = y + mm(7.0);
            page.stroke(
                (LEFT, line),
                (LEFT + mm(70.0), line),
                Pen::new(0.7, Ink::Edge),
            );
            line
        }
    };
    // At the foot of the page, where it is read last.
    let text = message(lang, "staff-ask");
    let style = BODY.leading(1.34);
    let inner = WIDTH - mm(10.0);
    let room = BOTTOM - mm(9.0) - y - mm(4.0);
    let high = (height(&text, style, inner) + mm(8.0)).min(room);
    let top = BOTTOM - mm(9.0) - high;
    let area = Area::new(LEFT, top, WIDTH, high);
    page.block(
        area,
        mm(1.6),
        Some(Ink::Soft),
        Some(Pen::new(0.8, Ink::Edge)),
    );
    let area = Area::new(LEFT + mm(5.0), top + mm(4.0), inner, high - mm(8.0));
    page.text_in(&text, style, area, 8.0);
}
