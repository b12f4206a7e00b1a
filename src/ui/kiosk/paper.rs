//! A paper form on its way into the station: typed in, typed in blind once more, compared, sealed.
//! Lives in the visit and is overwritten with it; must not know how many forms there were.

use egui::{Id, Ui};

use super::keys::Pressed;
use super::state::{Kiosk, Page};
use super::visit::Sealing;
use crate::app::kiosk::{Draft, Given, agreed, mismatches, take_over};
use crate::domain::{ItemKind, Questionnaire};

/// Where a paper form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperStep {
    /// The code in its frame.
    Code,
    /// All answers.
    First,
    /// All answers once more, with nothing of the first entry in sight.
    Second,
    /// What differs, to be settled.
    Compare,
    /// Sealed; the paper has to go.
    Sealed,
}

/// The two entries of a form. What comes of them is the sheet of the visit.
pub(super) struct Paper {
    first: Draft,
    second: Draft,
    differing: Vec<usize>,
    /// The item that the keyboard is at.
    pub(super) row: usize,
    /// Was an item left without anything?
    pub(super) is_missing: bool,
    /// Was the last key at this item a 1, which may become a 10?
    was_one: bool,
}

impl Paper {
    fn new(asked: &Questionnaire) -> Self {
        Self {
            first: Draft::new(asked),
            second: Draft::new(asked),
            differing: Vec::new(),
            row: 0,
            is_missing: false,
            was_one: false,
        }
    }

    /// Both entries.
    pub(super) fn entries(&self) -> (&Draft, &Draft) {
        (&self.first, &self.second)
    }

    /// Puts the keyboard to an item.
    pub(super) fn move_to(&mut self, item: usize) {
        self.row = item;
        self.was_one = false;
        self.is_missing = false;
    }
}

/// The steps.
impl Kiosk {
    /// A form with nothing in it; the one before is forgotten.
    pub(super) fn open_paper(&mut self) {
        self.start_over();
        let facts = self.facts.as_ref();
        self.visit.paper = facts.map(|facts| Paper::new(&facts.questionnaire));
        self.go(Page::Paper(PaperStep::Code));
    }

    /// Back to the operator's page.
    pub(super) fn finish_paper(&mut self) {
        let lang = self.lang;
        self.show_operator();
        self.speak(lang);
    }

    /// The items of this step, in order.
    pub(super) fn paper_items(&self, step: PaperStep) -> Vec<usize> {
        let Some(paper) = &self.visit.paper else {
            return Vec::new();
        };
        match step {
            PaperStep::First | PaperStep::Second => (0..paper.first.items()).collect(),
            PaperStep::Compare => paper.differing.clone(),
            PaperStep::Code | PaperStep::Sealed => Vec::new(),
        }
    }

    /// The sheet that this step fills in.
    pub(super) fn paper_draft(&self, step: PaperStep) -> Option<&Draft> {
        let paper = self.visit.paper.as_ref()?;
        match step {
            PaperStep::First => Some(&paper.first),
            PaperStep::Second => Some(&paper.second),
            PaperStep::Compare => self.visit.draft.as_ref(),
            PaperStep::Code | PaperStep::Sealed => None,
        }
    }

    /// The same, to be filled in.
    pub(super) fn paper_draft_mut(&mut self, step: PaperStep) -> Option<&mut Draft> {
        let paper = self.visit.paper.as_mut()?;
        match step {
            PaperStep::First => Some(&mut paper.first),
            PaperStep::Second => Some(&mut paper.second),
            PaperStep::Compare => self.visit.draft.as_mut(),
            PaperStep::Code | PaperStep::Sealed => None,
        }
    }

    /// How many items of this step are still open. An empty comment is an answer while typing in; a
    /// comment that differs has to be settled.
    pub(super) fn paper_left(&self, step: PaperStep) -> usize {
        let items = self.paper_items(step);
        let open = items.iter().filter(|item| !self.is_settled(step, **item));
        open.count()
    }

    /// On to the next step, or to the first item that is open.
    pub(super) fn paper_on(&mut self, step: PaperStep) {
        let items = self.paper_items(step);
        if let Some(open) = items.iter().find(|item| !self.is_settled(step, **item)) {
            if let Some(paper) = &mut self.visit.paper {
                paper.move_to(*open);
                paper.is_missing = true;
            }
            return;
        }
        match step {
            PaperStep::First => self.paper_turn(PaperStep::Second),
            PaperStep::Second => {
                if let Some(paper) = &mut self.visit.paper {
                    paper.differing = mismatches(&paper.first, &paper.second);
                    self.visit.draft = Some(agreed(&paper.first, &paper.second));
                }
                self.paper_turn(PaperStep::Compare);
            }
            PaperStep::Compare => self.seal(),
            PaperStep::Code | PaperStep::Sealed => {}
        }
    }

    fn paper_turn(&mut self, step: PaperStep) {
        let first = self.paper_items(step).first().copied();
        if let Some(paper) = &mut self.visit.paper {
            paper.move_to(first.unwrap_or(0));
        }
        self.go(Page::Paper(step));
    }

    fn is_settled(&self, step: PaperStep, item: usize) -> bool {
        let is_free = step != PaperStep::Compare && self.is_open_item(item);
        is_free
            || self
                .paper_draft(step)
                .is_some_and(|draft| draft.is_done(item))
    }
}

/// What keys and fingers do.
impl Kiosk {
    /// The row of an item, which the keyboard may hold.
    pub(super) fn paper_row_id(&self, step: PaperStep, item: usize) -> Id {
        Id::unique(("kiosk-paper", self.visit.session.0, step, item))
    }

    /// Does this row hold text that is being typed?
    pub(super) fn is_words_row(&self, step: PaperStep, item: usize) -> bool {
        step != PaperStep::Compare && self.is_open_item(item)
    }

    /// The row goes where the keyboard went; where nothing holds the keyboard, the row takes it.
    pub(super) fn follow_focus(&mut self, ui: &Ui, step: PaperStep) {
        let focused = ui.memory(egui::Memory::focused);
        let items = self.paper_items(step);
        let id = |item: &usize| self.paper_row_id(step, *item);
        let found = items.iter().find(|item| {
            focused.is_some_and(|focused| focused == id(item) || focused == words_id(id(item)))
        });
        let found = found.copied();
        let Some(paper) = &mut self.visit.paper else {
            return;
        };
        if let Some(item) = found.filter(|item| *item != paper.row) {
            paper.move_to(item);
        }
        let row = paper.row;
        if focused.is_none() && ui.is_enabled() && items.contains(&row) {
            self.focus_row(ui, step, row);
        }
    }

    /// Gives the keyboard to a row.
    pub(super) fn focus_row(&self, ui: &Ui, step: PaperStep, item: usize) {
        let id = self.paper_row_id(step, item);
        ui.memory_mut(|memory| memory.request_focus(id));
    }

    /// A key at the row that holds the keyboard.
    pub(super) fn paper_press(&mut self, step: PaperStep, key: Pressed) {
        let Some(item) = self.visit.paper.as_ref().map(|paper| paper.row) else {
            return;
        };
        match key {
            Pressed::Digit(digit) => self.paper_digit(step, item, digit),
            Pressed::Decline => self.paper_give(step, item, None),
            Pressed::Back => {
                let draft = self.paper_draft_mut(step);
                if let Some(draft) = draft.filter(|draft| draft.is_done(item)) {
                    draft.reopen(item);
                } else {
                    self.paper_move(step, false);
                }
            }
            Pressed::Previous => self.paper_move(step, false),
            Pressed::Next => self.paper_move(step, true),
            Pressed::On => self.paper_enter(step),
        }
    }

    /// Enter: the next row, and after the last one the next step. A row without anything stays.
    pub(super) fn paper_enter(&mut self, step: PaperStep) {
        let items = self.paper_items(step);
        let row = self.visit.paper.as_ref().map_or(0, |paper| paper.row);
        if !self.is_settled(step, row) {
            if let Some(paper) = &mut self.visit.paper {
                paper.is_missing = true;
            }
        } else if items.last() == Some(&row) {
            self.paper_on(step);
        } else {
            self.paper_move(step, true);
        }
    }

    /// Gives an item a value, or none on purpose.
    pub(super) fn paper_give(&mut self, step: PaperStep, item: usize, value: Option<u8>) {
        if self.visit.sealing == Sealing::Running || self.is_open_item(item) {
            return;
        }
        if let Some(draft) = self.paper_draft_mut(step) {
            match value {
                Some(value) => draft.choose(item, value),
                None => draft.decline(item),
            }
        }
        if let Some(paper) = &mut self.visit.paper {
            paper.is_missing = false;
        }
    }

    /// Settles an item as one of the entries has it.
    pub(super) fn paper_take(&mut self, item: usize, is_second: bool) {
        if self.visit.sealing == Sealing::Running {
            return;
        }
        if let (Some(sheet), Some(paper)) = (&mut self.visit.draft, &mut self.visit.paper) {
            let (first, second) = paper.entries();
            take_over(sheet, if is_second { second } else { first }, item);
            paper.is_missing = false;
        }
    }

    fn paper_digit(&mut self, step: PaperStep, item: usize, digit: u8) {
        let facts = self.facts.as_ref();
        let asked = facts.and_then(|facts| facts.questionnaire.items.get(item));
        let Some(kind) = asked.map(|asked| asked.kind) else {
            return;
        };
        let now = self
            .paper_draft(step)
            .map_or(Given::Nothing, |draft| draft.given(item));
        let was_one = self.visit.paper.as_ref().is_some_and(|paper| paper.was_one);
        match (kind, digit) {
            (ItemKind::Agreement, 0) => self.paper_give(step, item, None),
            (ItemKind::Agreement, 1..=5)
            | (ItemKind::Observed, 0 | 1)
            | (ItemKind::Recommend, 1..=9) => self.paper_give(step, item, Some(digit)),
            (ItemKind::Recommend, 0) => {
                let is_ten = was_one && now == Given::Value(1);
                self.paper_give(step, item, Some(if is_ten { 10 } else { 0 }));
            }
            (ItemKind::Open, 1 | 2) => self.paper_take(item, digit == 2),
            (
                ItemKind::Agreement | ItemKind::Observed | ItemKind::Recommend | ItemKind::Open,
                _,
            ) => {}
        }
        if let Some(paper) = &mut self.visit.paper {
            paper.was_one = digit == 1;
        }
    }

    fn paper_move(&mut self, step: PaperStep, is_on: bool) {
        let items = self.paper_items(step);
        let Some(paper) = &mut self.visit.paper else {
            return;
        };
        let at = items.iter().position(|item| *item == paper.row);
        let to = match at {
            Some(at) if is_on => items.get(at + 1),
            Some(at) => at.checked_sub(1).and_then(|at| items.get(at)),
            None => items.first(),
        };
        if let Some(item) = to {
            paper.move_to(*item);
        }
    }
}

/// The text field of a row that also has other controls.
pub(super) fn words_id(row: Id) -> Id {
    row.with("words")
}
