//! One person on one page: two sentences, the radar with its table, by source, strengths and needs,
//! goals, and a place to sign after the talk.

use super::super::page::{A4_HEIGHT, Area, Ink, Page, Pen, mm};
use super::super::text::{Align, Style};
use super::input::ProfileSheet;
use super::profile_levels::{bars, by_source};
use super::profile_radar::radar;
use super::{HAIR, LEFT, WIDTH, in_cell, in_row, section};
use crate::domain::Lang;
use crate::domain::rating::DevelopmentGoal;
use crate::i18n::{message, number};
use crate::phrases::{profile_sentences, rating_why, shortfall};
use crate::tr;

const TOP: f32 = mm(12.0);
/// Width of the radar beside its table.
const RADAR: f32 = mm(73.0);
/// Competencies named as strengths or needs.
const MOST: usize = 3;
/// Rows for goals: what is missing is written by hand.
const GOALS: usize = 4;
const GOAL_HIGH: f32 = mm(11.8);

/// The page.
pub(in super::super) fn page(sheet: &ProfileSheet<'_>, lang: Lang) -> Page {
    let mut page = Page::upright();
    let y = head(&mut page, sheet, lang);
    let table = LEFT + RADAR + mm(4.0);
    let width = LEFT + WIDTH - table;
    let bottom = bars(&mut page, sheet, lang, (table, y, width));
    let area = Area::new(LEFT, y, RADAR, bottom - y);
    radar(&mut page, sheet, lang, area);
    let y = by_source(&mut page, sheet, lang, bottom + mm(4.5));
    let y = both_ends(&mut page, sheet, lang, y + mm(3.5));
    goals(&mut page, sheet, lang, y + mm(2.5));
    sign(&mut page, sheet, lang);
    page
}

/// Company and round, name, place, the two sentences.
fn head(page: &mut Page, sheet: &ProfileSheet<'_>, lang: Lang) -> f32 {
    let weak = Style::new(8.5).ink(Ink::Weak);
    let round = &sheet.findings.round;
    let title = message(lang, "rated-print-title");
    let over = if sheet.company.is_empty() {
        title
    } else {
        format!("{} · {title}", sheet.company)
    };
    let half = WIDTH * 0.62;
    in_row(page, &over, weak, Area::new(LEFT, TOP, half, mm(4.5)));
    let days = format!("{} · {}", round.name, number::day(lang, round.closes));
    let area = Area::new(LEFT + half, TOP, WIDTH - half, mm(4.5));
    in_row(page, &days, weak.align(Align::Right), area);
    let area = Area::new(LEFT, TOP + mm(5.5), WIDTH, mm(8.5));
    in_row(page, &sheet.person.name, Style::new(19.0).bold(), area);
    let model = &sheet.findings.model;
    let role = sheet.profile.role.and_then(|role| model.profiles.get(role));
    let mut place = vec![sheet.profile.position.clone(), sheet.branch.clone()];
    if let Some(role) = role {
        let name = role.name.get(lang);
        place.push(tr!(lang, "rated-print-role", role = name));
    }
    let area = Area::new(LEFT, TOP + mm(14.5), WIDTH, mm(4.8));
    in_row(
        page,
        &place.join(" · "),
        Style::new(9.5).ink(Ink::Weak),
        area,
    );
    let (first, rest) = profile_sentences(lang, model, sheet.profile);
    let area = Area::new(LEFT, TOP + mm(20.5), WIDTH, mm(5.4));
    in_row(page, &first, Style::new(11.5).bold(), area);
    let area = Area::new(LEFT, TOP + mm(26.2), WIDTH, mm(4.6));
    in_row(page, &rest, Style::new(9.0).ink(Ink::Weak), area);
    TOP + mm(34.0)
}

/// Strengths on the left, what to develop on the right.
fn both_ends(page: &mut Page, sheet: &ProfileSheet<'_>, lang: Lang, y: f32) -> f32 {
    let gap = mm(6.0);
    let half = (WIDTH - gap) / 2.0;
    let row = mm(4.6);
    let sides = [
        (LEFT, "rated-print-strengths", strengths(sheet, lang)),
        (LEFT + half + gap, "rated-print-needs", needs(sheet, lang)),
    ];
    for (x, key, lines) in sides {
        let top = section(page, &message(lang, key), (x, y, half)) + mm(0.8);
        for (place, (name, value)) in (0_u8..).zip(lines) {
            let top = top + f32::from(place) * row;
            let name_wide = half - mm(16.0);
            let area = Area::new(x, top, name_wide, row);
            in_row(page, &name, Style::new(9.0), area);
            let area = Area::new(x + name_wide, top, mm(16.0), row);
            in_row(
                page,
                &value,
                Style::new(9.0).bold().align(Align::Right),
                area,
            );
        }
    }
    y + mm(5.4) + f32::from(u8::try_from(MOST).unwrap_or(u8::MAX)) * row
}

/// At or above the role, the highest above first; without a role, the highest levels.
fn strengths(sheet: &ProfileSheet<'_>, lang: Lang) -> Vec<(String, String)> {
    let lines = sheet.profile.competencies.iter().enumerate();
    let mut found: Vec<(usize, f64)> = lines
        .filter_map(|(place, line)| match (&line.gap, &line.others) {
            (Ok(gap), _) => (gap.value >= 0.05).then_some((place, gap.value)),
            (Err(_), Ok(level)) => (level.value >= 3.95).then_some((place, level.value - 3.0)),
            (Err(_), Err(_)) => None,
        })
        .collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    named(sheet, lang, &found)
}

/// Below the role, the deepest first.
fn needs(sheet: &ProfileSheet<'_>, lang: Lang) -> Vec<(String, String)> {
    let lines = sheet.profile.competencies.iter().enumerate();
    let mut found: Vec<(usize, f64)> = lines
        .filter_map(|(place, line)| Some((place, shortfall(line)?)))
        .collect();
    found.sort_by(|a, b| a.1.total_cmp(&b.1));
    named(sheet, lang, &found)
}

fn named(sheet: &ProfileSheet<'_>, lang: Lang, found: &[(usize, f64)]) -> Vec<(String, String)> {
    let model = &sheet.findings.model;
    let line = |(place, apart): &(usize, f64)| {
        let name = model.competencies.get(*place);
        let name = name.map_or("", |it| it.name.get(lang)).to_owned();
        (name, number::signed(lang, *apart, 1))
    };
    if found.is_empty() {
        return vec![(message(lang, "rated-print-none"), String::new())];
    }
    found.iter().take(MOST).map(line).collect()
}

/// Goals with their action and due day; empty lines for what the talk brings.
fn goals(page: &mut Page, sheet: &ProfileSheet<'_>, lang: Lang, y: f32) {
    let mut top = section(page, &message(lang, "rated-print-goals"), (LEFT, y, WIDTH));
    let mut open: Vec<&DevelopmentGoal> = sheet.goals.clone();
    open.sort_by_key(|goal| (goal.state, goal.due, goal.id));
    for place in 0..GOALS {
        match open.get(place) {
            Some(goal) => self::goal(page, (sheet, lang), goal, top),
            None => {
                let line = top + GOAL_HIGH;
                page.stroke((LEFT, line), (LEFT + WIDTH, line), Pen::new(0.5, Ink::Edge));
            }
        }
        top += GOAL_HIGH;
    }
}

fn goal(
    page: &mut Page,
    (sheet, lang): (&ProfileSheet<'_>, Lang),
    goal: &DevelopmentGoal,
    top: f32,
) {
    let model = &sheet.findings.model;
    let known = model
        .position(&goal.competency)
        .and_then(|at| model.competencies.get(at));
    let name = known.map_or(goal.competency.as_str(), |it| it.name.get(lang));
    let side = mm(32.0);
    let middle = WIDTH - mm(38.0) - side;
    let high = GOAL_HIGH - mm(1.2);
    let area = |x: f32, width: f32| Area::new(x, top + mm(0.6), width - mm(2.0), high);
    in_cell(
        page,
        name,
        Style::new(8.5).bold().leading(1.2),
        area(LEFT, mm(38.0)),
    );
    let text = if goal.action.is_empty() {
        goal.goal.clone()
    } else {
        format!("{}. {}", goal.goal.trim_end_matches('.'), goal.action)
    };
    let style = Style::new(8.5).leading(1.22);
    in_cell(page, &text, style, area(LEFT + mm(38.0), middle));
    let due = goal.due.map_or_else(String::new, |due| {
        tr!(lang, "rated-print-goal-due", day = number::day(lang, due))
    });
    let state = message(lang, goal.state.key());
    let last = if due.is_empty() {
        state
    } else {
        format!("{due}, {state}")
    };
    let style = style.ink(Ink::Weak).align(Align::Right);
    in_cell(
        page,
        &last,
        style,
        area(LEFT + WIDTH - side + mm(2.0), side),
    );
    page.stroke(
        (LEFT, top + GOAL_HIGH),
        (LEFT + WIDTH, top + GOAL_HIGH),
        HAIR,
    );
}

/// Lines to sign on, and whom the sheet is for.
fn sign(page: &mut Page, sheet: &ProfileSheet<'_>, lang: Lang) {
    let base = A4_HEIGHT - mm(27.0);
    let style = Style::new(8.0).ink(Ink::Weak);
    let who = [
        (
            message(lang, "rated-print-sign-person"),
            Some(&sheet.person.name),
        ),
        (
            message(lang, "rated-print-sign-manager"),
            sheet.manager.as_ref(),
        ),
        (message(lang, "rated-print-sign-date"), None),
    ];
    let gap = mm(6.0);
    let widths = [mm(66.0), mm(66.0), WIDTH - mm(132.0) - 2.0 * gap];
    let mut x = LEFT;
    for ((word, name), width) in who.into_iter().zip(widths) {
        page.stroke((x, base), (x + width, base), Pen::new(0.7, Ink::Edge));
        let words = name.map_or_else(|| word.clone(), |name| format!("{word} · {name}"));
        let area = Area::new(x, base + mm(0.8), width, mm(4.2));
        in_row(page, &words, style, area);
        x += width + gap;
    }
    let agreement = match sheet.profile.agreement {
        Ok(value) => format!("r_wg(j) = {}", number::decimal(lang, value, 1)),
        Err(why) => rating_why(lang, why),
    };
    let word = message(lang, "profile-agreement");
    let foot = A4_HEIGHT - mm(18.0);
    page.stroke((LEFT, foot), (LEFT + WIDTH, foot), HAIR);
    let day = number::day(lang, sheet.made_on);
    let line = format!(
        "{word} – {agreement}. {} {day}",
        message(lang, "rated-print-private")
    );
    in_cell(
        page,
        &line,
        Style::new(7.5).ink(Ink::Weak).leading(1.25),
        Area::new(LEFT, foot + mm(0.6), WIDTH, mm(8.0)),
    );
}
