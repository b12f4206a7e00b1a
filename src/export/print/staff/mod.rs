//! The two pages for the staff themselves: what they said, what was lowest, how anonymity was kept;
//! then what will be done, what came of earlier deeds, and when the next survey is.
//!
//! Holds figures of the whole company alone, each of which is listed in [`StaffTold`] as it is
//! printed, and of actions nothing but what, by when and where it stands: no owner, no cost, no branch.

mod back;
mod front;
mod told;

pub use told::{StaffFigure, StaffSays, StaffSubject, StaffTold};

use std::sync::Arc;

use super::page::{A4_HEIGHT, A4_WIDTH, Area, Ink, Page, Pen, mm};
use super::rated::in_row;
use super::text::{Align, Style};
use crate::analysis::actions::{Check, Evidence, check};
use crate::analysis::{AudienceFindings, Findings, WaveFindings};
use crate::domain::action::Action;
use crate::domain::{Audience, Date, Lang};
use crate::export::BookActions;
use crate::i18n::number;
use crate::tr;

const LEFT: f32 = mm(18.0);
const WIDTH: f32 = A4_WIDTH - 2.0 * LEFT;
const TOP: f32 = mm(14.0);
const BOTTOM: f32 = A4_HEIGHT - mm(13.0);
/// Plain text of the sheet: larger than in a report, it hangs on a wall.
const BODY: Style = Style::new(12.5).leading(1.34);

/// What the two pages are made of.
#[derive(Debug, Clone)]
pub struct StaffSheet<'a> {
    /// The company's name; may be empty.
    pub company: String,
    /// The proven findings.
    pub findings: &'a Findings,
    /// Position of the wave in them.
    pub wave: usize,
    /// Actions; those of branches are left out.
    pub actions: Option<Arc<BookActions>>,
    /// First day of the next survey, where it is known.
    pub next: Option<Date>,
    /// The day printed on the sheet.
    pub made_on: Date,
}

/// The same with what follows from it.
struct Drawn<'a> {
    sheet: &'a StaffSheet<'a>,
    lang: Lang,
    wave: Option<&'a WaveFindings>,
    told: StaffTold,
}

impl Drawn<'_> {
    /// Everybody's answers.
    fn all(&self) -> Option<&AudienceFindings> {
        self.wave?.audience(Audience::All)
    }
}

/// Both pages.
pub(super) fn pages(sheet: &StaffSheet<'_>, lang: Lang) -> Vec<Page> {
    drawn(sheet, lang).0
}

/// Every figure of the company that the pages print, as it is printed.
#[must_use]
pub fn staff_told(sheet: &StaffSheet<'_>, lang: Lang) -> StaffTold {
    drawn(sheet, lang).1
}

fn drawn(sheet: &StaffSheet<'_>, lang: Lang) -> (Vec<Page>, StaffTold) {
    let mut drawn = Drawn {
        sheet,
        lang,
        wave: sheet.findings.waves.get(sheet.wave),
        told: StaffTold::default(),
    };
    let front = front::page(&mut drawn);
    let back = back::page(&drawn);
    (vec![front, back], drawn.told)
}

/// An action as everybody may read it.
struct PublicAction<'a> {
    action: &'a Action,
    check: Check,
}

/// Actions of the whole company, open ones first.
fn public_actions<'a>(sheet: &'a StaffSheet<'_>) -> Vec<PublicAction<'a>> {
    let Some(book) = sheet.actions.as_deref() else {
        return Vec::new();
    };
    // What people are rated is nobody's business here.
    let evidence = Evidence {
        findings: Some(sheet.findings),
        levels: &[],
    };
    let is_public = |action: &&Action| {
        let finding = action.finding.as_ref();
        action.branch.is_none() && finding.is_none_or(|it| it.branch.is_none())
    };
    let mut all: Vec<&Action> = book.actions.iter().filter(is_public).collect();
    all.sort_by_key(|action| (action.status.is_decided(), action.due, action.id));
    let with_check = |action| PublicAction {
        action,
        check: check(action, &evidence),
    };
    all.into_iter().map(with_check).collect()
}

/// Company, wave and day over a title; gives where the title ends.
fn head(page: &mut Page, drawn: &Drawn<'_>, title: &str) -> f32 {
    let small = Style::new(9.5).ink(Ink::Weak);
    let wave = drawn.wave.map_or("", |found| found.wave.name.as_str());
    let company = drawn.sheet.company.as_str();
    let over = if company.is_empty() {
        wave.to_owned()
    } else {
        format!("{company} · {wave}")
    };
    let side = mm(34.0);
    let row = mm(5.0);
    in_row(page, &over, small, Area::new(LEFT, TOP, WIDTH - side, row));
    let day = number::day(drawn.lang, drawn.sheet.made_on);
    let area = Area::new(LEFT + WIDTH - side, TOP, side, row);
    in_row(page, &day, small.align(Align::Right), area);
    let area = Area::new(LEFT, TOP + mm(6.5), WIDTH, mm(12.0));
    page.text_in(title, Style::new(25.0).bold().leading(1.15), area, 14.0);
    let line = TOP + mm(20.0);
    page.stroke(
        (LEFT, line),
        (LEFT + WIDTH, line),
        Pen::new(1.2, Ink::Accent),
    );
    line
}

/// The title of a part; gives where its text begins.
fn section(page: &mut Page, title: &str, y: f32) -> f32 {
    let style = Style::new(15.0).bold().ink(Ink::Accent);
    page.text_in(title, style, Area::new(LEFT, y, WIDTH, mm(7.5)), 9.0) + mm(1.8)
}

/// What stands at the foot of both pages.
fn foot(page: &mut Page, drawn: &Drawn<'_>, number: usize) {
    let line = BOTTOM - mm(6.0);
    page.stroke((LEFT, line), (LEFT + WIDTH, line), Pen::new(0.4, Ink::Line));
    let k = i64::from(drawn.sheet.findings.min_group.get());
    let text = tr!(drawn.lang, "staff-foot", k = k);
    let side = mm(14.0);
    let small = Style::new(8.5).ink(Ink::Weak);
    let row = mm(5.5);
    let area = Area::new(LEFT, line + mm(0.8), WIDTH - side, row);
    in_row(page, &text, small, area);
    let area = Area::new(LEFT + WIDTH - side, line + mm(0.8), side, row);
    in_row(
        page,
        &format!("{number} / 2"),
        small.align(Align::Right),
        area,
    );
}
