//! The paper twin: the whole questionnaire on A4, for those who cannot come to a screen.
//!
//! Every copy is the same to the last dot: no number, no mark, no name. Only the code that the person
//! writes in makes it count once.

use super::form_parts::{self as parts, Heads, LEFT, Row, WIDTH};
use super::input::PaperForm;
use super::page::{A4_HEIGHT, Area, Ink, Page, Pen, mm};
use super::text::{Align, Style, height};
use crate::domain::{Item, ItemKind, Lang, Questionnaire};
use crate::i18n::{message, number};
use crate::tr;

const TOP: f32 = mm(13.0);
const BOTTOM: f32 = A4_HEIGHT - mm(18.0);
const HEAD_HIGH: f32 = mm(8.0);
const TITLE: Style = Style::new(10.5).bold();

/// The pages of the form in a language.
pub(super) fn pages(form: &PaperForm, lang: Lang) -> Vec<Page> {
    let groups = groups(&form.questionnaire);
    let mut flow = Flow {
        form,
        lang,
        pages: Vec::new(),
        y: 0.0,
        heads: None,
        has_titles: groups.len() * 2 <= form.questionnaire.items.len(),
        number: 0,
    };
    flow.first_page();
    for group in &groups {
        flow.group(group);
    }
    flow.closing();
    flow.finish()
}

/// Questions that belong together: a dimension, or neighbours that stand alone.
struct Group<'a> {
    title: Option<&'a str>,
    items: Vec<&'a Item>,
}

/// The items in the order in which they are asked, by dimension. Nothing may be lost here, so the
/// items lead, not the list of dimensions.
fn groups(questionnaire: &Questionnaire) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for item in &questionnaire.items {
        let is_same = groups.last().is_some_and(|group| {
            group
                .items
                .first()
                .is_some_and(|first| first.dimension == item.dimension)
        });
        match groups.last_mut() {
            Some(group) if is_same => group.items.push(item),
            _ => groups.push(Group {
                title: (!item.dimension.is_empty()).then_some(item.dimension.as_str()),
                items: vec![item],
            }),
        }
    }
    groups
}

/// Fills page after page.
struct Flow<'a> {
    form: &'a PaperForm,
    lang: Lang,
    pages: Vec<Page>,
    y: f32,
    /// The labels that stand over the circles on this page already.
    heads: Option<Heads>,
    /// Do heads help, or would there be one over every question?
    has_titles: bool,
    number: usize,
}

impl Flow<'_> {
    fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.pages.push(Page::upright());
        }
        self.pages.last_mut().expect("a page was just pushed")
    }

    fn first_page(&mut self) {
        let mut page = Page::upright();
        self.y = self.head(&mut page);
        self.pages.push(page);
    }

    fn next_page(&mut self) {
        let mut page = Page::upright();
        let form = self.form;
        page.text_in(
            &format!("{} · {}", form.wave.company, form.wave.title),
            Style::new(8.5).ink(Ink::Weak),
            Area::new(LEFT, TOP - mm(3.0), WIDTH, mm(4.5)),
            7.0,
        );
        self.pages.push(page);
        self.y = TOP + mm(3.0);
        self.heads = None;
    }

    /// Makes sure that so much fits below, or turns the page.
    fn need(&mut self, high: f32) {
        if self.y + high > BOTTOM {
            self.next_page();
        }
    }

    /// Company, title, how to fill in, the boxes for the code.
    fn head(&self, page: &mut Page) -> f32 {
        let (form, lang) = (self.form, self.lang);
        page.text_in(
            &format!("{} · {}", form.wave.company, form.wave.title),
            Style::new(10.0).ink(Ink::Weak),
            Area::new(LEFT, TOP - mm(2.0), WIDTH, mm(5.2)),
            7.0,
        );
        page.text_in(
            form.questionnaire.title.get(lang),
            Style::new(22.0).bold().leading(1.15),
            Area::new(LEFT, TOP + mm(4.0), WIDTH, mm(18.5)),
            12.0,
        );
        let is_one_line = height(
            form.questionnaire.title.get(lang),
            Style::new(22.0).bold().leading(1.15),
            WIDTH,
        ) < mm(10.0);
        let top = TOP + if is_one_line { mm(15.5) } else { mm(24.0) };
        let body = Style::new(9.5).leading(1.32);
        let how = tr!(
            lang,
            "print-form-how",
            minutes = form.questionnaire.minutes,
            day = number::day(lang, form.wave.closes)
        );
        let y = page.text(&how, body, (LEFT, top), WIDTH) + mm(1.2);
        let y = page.text(&message(lang, "print-form-weaker"), body, (LEFT, y), WIDTH) + mm(3.0);
        parts::code_box(page, lang, y) + mm(4.0)
    }

    fn group(&mut self, group: &Group<'_>) {
        let dimensions = &self.form.questionnaire.dimensions;
        let title = group
            .title
            .filter(|_| self.has_titles)
            .and_then(|id| dimensions.iter().find(|dimension| dimension.id == id))
            .map(|dimension| dimension.title.get(self.lang).to_owned());
        let rows: f32 = group.items.iter().map(|item| self.item_height(item)).sum();
        if title.is_some() && rows < (BOTTOM - TOP) / 3.0 {
            // Rows of one dimension stay on one page unless there are many.
            self.need(rows + HEAD_HIGH);
        }
        let mut title = title;
        for item in &group.items {
            let head = if title.is_some() { HEAD_HIGH } else { 0.0 };
            self.need(
                self.item_height(item)
                    + self.missing_heads(item).map_or(head, |_| parts::SCALE_HIGH),
            );
            if let Some(title) = title.take() {
                self.title(&title, item);
            }
            self.item(item);
        }
        self.y += mm(1.2);
    }

    /// The head of a dimension; with the labels of the scale to come, on one line with them.
    fn title(&mut self, title: &str, first: &Item) {
        let high = TITLE.line_height();
        if self.missing_heads(first).is_some() {
            let y = self.y + parts::SCALE_HIGH - high - mm(0.8);
            let area = Area::new(LEFT, y, parts::TITLE_WIDTH, high);
            self.page().text_in(title, TITLE, area, 7.0);
        } else {
            let y = self.y + mm(2.6);
            let area = Area::new(LEFT, y, WIDTH, high);
            self.page().text_in(title, TITLE, area, 7.0);
            self.y = y + high + mm(0.3);
        }
    }

    fn row<'t>(&self, item: &'t Item) -> Row<'t> {
        Row {
            number: self.number + 1,
            text: item.text.get(self.lang),
        }
    }

    fn item_height(&self, item: &Item) -> f32 {
        let row = self.row(item);
        match item.kind {
            ItemKind::Agreement | ItemKind::Observed => row.agreement_height(),
            ItemKind::Recommend => row.recommend_height(),
            ItemKind::Open => row.open_height(self.lang),
        }
    }

    /// The labels that must be set before this item.
    fn missing_heads(&self, item: &Item) -> Option<Heads> {
        match (item.kind, self.heads) {
            (ItemKind::Agreement, None | Some(Heads::Skip)) => Some(Heads::Five),
            (ItemKind::Observed, None) => Some(Heads::Skip),
            (
                ItemKind::Agreement | ItemKind::Observed | ItemKind::Recommend | ItemKind::Open,
                _,
            ) => None,
        }
    }

    fn item(&mut self, item: &Item) {
        let (lang, form) = (self.lang, self.form);
        let row = self.row(item);
        let mut y = self.y;
        let missing = self.missing_heads(item);
        self.heads = missing.or(self.heads);
        let page = self.page();
        if let Some(heads) = missing {
            y = parts::scale(page, &form.questionnaire, lang, (heads, y));
        }
        let bottom = match item.kind {
            ItemKind::Agreement => row.agreement(page, y),
            ItemKind::Observed => row.observed(page, lang, y),
            ItemKind::Recommend => row.recommend(page, lang, y),
            ItemKind::Open => row.open(page, lang, y),
        };
        self.y = bottom;
        self.number += 1;
    }

    /// Where to put the form, at the end.
    fn closing(&mut self) {
        let style = Style::new(10.0).leading(1.32);
        let text = message(self.lang, "print-form-after");
        let high = height(&text, style, WIDTH - mm(10.0)) + mm(6.0);
        self.need(high + mm(3.0));
        let y = self.y + mm(3.0);
        let page = self.page();
        page.block(
            Area::new(LEFT, y, WIDTH, high),
            mm(1.5),
            None,
            Some(Pen::new(0.8, Ink::Edge)),
        );
        page.text(
            &text,
            style,
            (LEFT + mm(5.0), y + mm(3.0)),
            WIDTH - mm(10.0),
        );
        self.y = y + high;
    }

    /// Page numbers, when it is known how many there are.
    fn finish(mut self) -> Vec<Page> {
        let of = self.pages.len();
        for (index, page) in self.pages.iter_mut().enumerate() {
            let style = Style::new(8.5).ink(Ink::Weak).align(Align::Right);
            let y = A4_HEIGHT - mm(14.0);
            page.stroke((LEFT, y), (LEFT + WIDTH, y), Pen::new(0.4, Ink::Line));
            let half = WIDTH / 2.0;
            page.text_in(
                &tr!(self.lang, "print-form-page", number = index + 1, of = of),
                style,
                Area::new(LEFT + half, y + mm(1.0), half, mm(4.5)),
                7.0,
            );
            page.text_in(
                &message(self.lang, "print-form-foot"),
                style.align(Align::Left),
                Area::new(LEFT, y + mm(1.0), half, mm(4.5)),
                6.0,
            );
        }
        self.pages
    }
}
