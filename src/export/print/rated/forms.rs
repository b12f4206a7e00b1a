//! Paper forms for raters who do not sit down at a screen: what each level looks like, a box beside
//! it, lines for an example. Filled forms are typed in and destroyed; nothing but names is on them.

use super::super::page::{A4_HEIGHT, Area, Ink, Page, Pen, mm};
use super::super::text::{Align, Style, height};
use super::input::RaterForm;
use super::{HAIR, LEFT, RULE, WIDTH, in_row};
use crate::domain::Lang;
use crate::domain::rating::{Competency, Level};
use crate::i18n::{message, number};
use crate::tr;

const TOP: f32 = mm(12.0);
const BOTTOM: f32 = A4_HEIGHT - mm(16.0);
/// The box to cross, and the room it takes.
const BOX: f32 = mm(3.6);
const BOX_WIDE: f32 = mm(9.5);
const ANCHOR: Style = Style::new(7.5).leading(1.2);
const NAME: Style = Style::new(10.0).bold();
const HINT: Style = Style::new(7.5).ink(Ink::Weak).leading(1.2);
/// Lines for the example.
const LINES: u8 = 2;
const LINE_HIGH: f32 = mm(4.9);

/// The pages of all forms, each on pages of its own.
pub(in super::super) fn pages(forms: &[RaterForm], lang: Lang) -> Vec<Page> {
    forms.iter().flat_map(|form| one(form, lang)).collect()
}

struct Flow<'a> {
    form: &'a RaterForm,
    lang: Lang,
    pages: Vec<Page>,
    page: Page,
    y: f32,
}

fn one(form: &RaterForm, lang: Lang) -> Vec<Page> {
    let mut flow = Flow {
        form,
        lang,
        pages: Vec::new(),
        page: Page::upright(),
        y: TOP,
    };
    flow.head();
    for competency in &form.model.competencies {
        flow.competency(competency);
    }
    flow.sins();
    flow.finish()
}

impl Flow<'_> {
    fn need(&mut self, high: f32) {
        if self.y + high > BOTTOM {
            let page = std::mem::replace(&mut self.page, Page::upright());
            self.pages.push(page);
            let who = format!("{} ← {}", self.form.ratee, self.form.rater);
            let area = Area::new(LEFT, TOP - mm(2.0), WIDTH, mm(4.5));
            in_row(&mut self.page, &who, Style::new(8.5).ink(Ink::Weak), area);
            self.y = TOP + mm(5.0);
        }
    }

    /// Who rates whom, until when, and how.
    fn head(&mut self) {
        let (form, lang) = (self.form, self.lang);
        let page = &mut self.page;
        let weak = Style::new(8.5).ink(Ink::Weak);
        let over = format!("{} · {}", form.company, form.round.name);
        let half = WIDTH * 0.7;
        in_row(page, &over, weak, Area::new(LEFT, TOP, half, mm(4.5)));
        let until = tr!(
            lang,
            "rated-form-until",
            day = number::day(lang, form.round.closes)
        );
        let area = Area::new(LEFT + half, TOP, WIDTH - half, mm(4.5));
        in_row(page, &until, weak.align(Align::Right), area);
        let ratee = format!("{}, {}", form.ratee, form.position);
        let part = message(lang, form.source.key());
        let rater = format!("{}, {}", form.rater, part.to_lowercase());
        let rows = [("rated-form-ratee", ratee), ("rated-form-rater", rater)];
        let mut y = TOP + mm(6.0);
        for (key, value) in rows {
            let area = Area::new(LEFT, y, mm(34.0), mm(6.4));
            in_row(page, &message(lang, key), weak, area);
            let area = Area::new(LEFT + mm(34.0), y, WIDTH - mm(34.0), mm(6.4));
            in_row(page, &value, Style::new(12.0).bold(), area);
            y += mm(6.6);
        }
        let how = message(lang, "rated-form-how");
        let style = Style::new(8.5).leading(1.25);
        self.y = page.text(&how, style, (LEFT, y + mm(1.0)), WIDTH) + mm(2.0);
    }

    fn competency_high(&self, competency: &Competency) -> f32 {
        let wide = WIDTH - BOX_WIDE;
        let anchors = competency.anchors.iter();
        let anchors: f32 = anchors
            .map(|anchor| anchor_high(anchor.get(self.lang), wide))
            .sum();
        mm(6.2) + anchors + mm(3.2) + f32::from(LINES) * LINE_HIGH + mm(1.2)
    }

    /// Name, “not observed”, five anchors with boxes, lines for the example.
    fn competency(&mut self, competency: &Competency) {
        self.need(self.competency_high(competency));
        let lang = self.lang;
        let page = &mut self.page;
        let not_observed = mm(30.0);
        let area = Area::new(LEFT, self.y, WIDTH - not_observed, mm(5.4));
        in_row(page, competency.name.get(lang), NAME, area);
        let x = LEFT + WIDTH - not_observed;
        square(page, (x + not_observed - BOX, self.y + mm(0.9)));
        let words = message(lang, "rated-form-not-observed");
        let area = Area::new(x, self.y, not_observed - BOX - mm(1.5), mm(5.4));
        in_row(page, &words, Style::new(8.5).align(Align::Right), area);
        let mut y = self.y + mm(6.0);
        page.stroke((LEFT, y), (LEFT + WIDTH, y), RULE);
        y += mm(0.4);
        for level in Level::all() {
            let text = competency.anchor(level).get(lang);
            let high = anchor_high(text, WIDTH - BOX_WIDE);
            let middle = y + high / 2.0;
            square(page, (LEFT + mm(4.4), middle - BOX / 2.0));
            let digit = Area::new(LEFT, middle - mm(2.0), mm(3.6), mm(4.0));
            in_row(
                page,
                &level.get().to_string(),
                Style::new(9.0).bold(),
                digit,
            );
            page.text(
                text,
                ANCHOR,
                (LEFT + BOX_WIDE, y + mm(0.4)),
                WIDTH - BOX_WIDE,
            );
            y += high;
            page.stroke((LEFT, y), (LEFT + WIDTH, y), HAIR);
        }
        let area = Area::new(LEFT, y + mm(0.2), WIDTH, mm(3.0));
        in_row(page, &message(lang, "rated-form-evidence"), HINT, area);
        y += mm(3.2);
        for _ in 0..LINES {
            y += LINE_HIGH;
            page.stroke((LEFT, y), (LEFT + WIDTH, y), Pen::new(0.5, Ink::Edge));
        }
        self.y = y + mm(1.2);
    }

    /// What was seen of the service sins.
    fn sins(&mut self) {
        let sins = &self.form.model.sins;
        if sins.is_empty() {
            return;
        }
        let lang = self.lang;
        let wide = WIDTH - BOX_WIDE;
        let line = |name: &str, sign: &str| format!("{name}: {sign}");
        let texts: Vec<String> = sins
            .iter()
            .map(|sin| line(sin.name.get(lang), sin.sign.get(lang)))
            .collect();
        let rows: f32 = texts.iter().map(|text| anchor_high(text, wide)).sum();
        self.need(mm(7.0) + rows);
        let page = &mut self.page;
        let area = Area::new(LEFT, self.y, WIDTH, mm(5.4));
        in_row(page, &message(lang, "rated-form-sins"), NAME, area);
        let mut y = self.y + mm(6.0);
        page.stroke((LEFT, y), (LEFT + WIDTH, y), RULE);
        for text in &texts {
            let high = anchor_high(text, wide);
            square(page, (LEFT + mm(4.4), y + high / 2.0 - BOX / 2.0));
            page.text(text, ANCHOR, (LEFT + BOX_WIDE, y + mm(0.4)), wide);
            y += high;
            page.stroke((LEFT, y), (LEFT + WIDTH, y), HAIR);
        }
        self.y = y;
    }

    /// Page numbers, and what becomes of the form.
    fn finish(mut self) -> Vec<Page> {
        self.pages.push(self.page);
        let of = self.pages.len();
        for (index, page) in self.pages.iter_mut().enumerate() {
            let y = A4_HEIGHT - mm(14.0);
            page.stroke((LEFT, y), (LEFT + WIDTH, y), HAIR);
            let style = Style::new(8.0).ink(Ink::Weak);
            let half = WIDTH / 2.0;
            let foot = message(self.lang, "rated-form-return");
            in_row(
                page,
                &foot,
                style,
                Area::new(LEFT, y + mm(1.0), half, mm(4.2)),
            );
            let number = tr!(self.lang, "rated-form-page", number = index + 1, of = of);
            let area = Area::new(LEFT + half, y + mm(1.0), half, mm(4.2));
            in_row(page, &number, style.align(Align::Right), area);
        }
        self.pages
    }
}

fn anchor_high(text: &str, width: f32) -> f32 {
    (height(text, ANCHOR, width) + mm(0.8)).max(mm(4.4))
}

fn square(page: &mut Page, (x, y): (f32, f32)) {
    let area = Area::new(x, y, BOX, BOX);
    page.block(area, 0.0, Some(Ink::Paper), Some(Pen::new(0.8, Ink::Edge)));
}
