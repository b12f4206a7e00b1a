//! The form of a branch: a new one, or changes to one. Checks what is typed.

use egui::{Layout, Ui, vec2};

use crate::app::{Command, Overview};
use crate::domain::{Branch, BranchCode, Lang};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::icons::Icon;
use crate::ui::theme::measures;
use crate::ui::widgets::{Button, Card, CardHead, Kit as _, TextField};

/// The most people that a branch may be said to have.
const MOST: u32 = 100_000;

/// What the user is typing.
pub(super) struct BranchForm {
    previous: Option<Branch>,
    code: String,
    name: String,
    region: String,
    format: String,
    contact: String,
    back_office: String,
    was_tried: bool,
    known: Vec<BranchCode>,
    words: Words,
}

struct Words {
    title: String,
    code: String,
    name: String,
    region: String,
    format: String,
    contact: String,
    back_office: String,
    optional: String,
    save: String,
    cancel: String,
    remove: String,
    removed: String,
    bad_code: String,
    taken_code: String,
    bad_name: String,
    bad_count: String,
}

impl BranchForm {
    pub(super) fn new(lang: Lang, overview: &Overview, branch: Option<&Branch>) -> Self {
        let word = |key| message(lang, key);
        let text = |pick: fn(&Branch) -> &String| branch.map(pick).cloned().unwrap_or_default();
        let count =
            |pick: fn(&Branch) -> u32| branch.map(|b| pick(b).to_string()).unwrap_or_default();
        let name = branch.map_or("", |branch| branch.name.as_str());
        Self {
            code: branch
                .map(|branch| branch.code.as_str().to_owned())
                .unwrap_or_default(),
            name: text(|branch| &branch.name),
            region: text(|branch| &branch.region),
            format: text(|branch| &branch.format),
            contact: count(|branch| branch.contact),
            back_office: count(|branch| branch.back_office),
            was_tried: false,
            known: overview
                .branches
                .iter()
                .map(|branch| branch.code.clone())
                .collect(),
            words: Words {
                title: word(if branch.is_some() {
                    "branch-form-change"
                } else {
                    "branch-form-new"
                }),
                code: word("branch-code"),
                name: word("branch-name"),
                region: word("region"),
                format: word("branch-format"),
                contact: word("branch-contact"),
                back_office: word("branch-back-office"),
                optional: word("branch-optional"),
                save: word(if branch.is_some() {
                    "branch-save"
                } else {
                    "branch-add"
                }),
                cancel: word("form-cancel"),
                remove: word("branch-remove"),
                removed: tr!(lang, "branch-removed", name = name),
                bad_code: word("branch-bad-code"),
                taken_code: word("branch-taken-code"),
                bad_name: word("branch-bad-name"),
                bad_count: word("branch-bad-count"),
            },
            previous: branch.cloned(),
        }
    }

    /// Draws the form; true when it is over.
    pub(super) fn show(&mut self, ui: &mut Ui, actions: &mut Actions) -> bool {
        let mut is_over = false;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            CardHead::new(&self.words.title).plain(ui);
            self.fields_ui(ui);
            ui.rule();
            let layout = Layout::right_to_left(egui::Align::Center);
            ui.allocate_ui_with_layout(
                vec2(ui.available_width(), measures::CONTROL),
                layout,
                |ui| {
                    ui.spacing_mut().item_spacing.x = measures::GAP_S;
                    if ui.add(Button::primary(&self.words.save)).clicked() {
                        self.was_tried = true;
                        if let Some(branch) = self.branch() {
                            let previous = self.previous.as_ref().map(|branch| branch.code.clone());
                            actions.run(Command::SaveBranch { branch, previous });
                            is_over = true;
                        }
                    }
                    is_over |= ui.add(Button::secondary(&self.words.cancel)).clicked();
                },
            );
            if let Some(branch) = &self.previous
                && ui
                    .add(
                        Button::danger(&self.words.remove)
                            .icon(Icon::Trash2)
                            .small(),
                    )
                    .clicked()
            {
                remove(branch, &self.words.removed, actions);
                is_over = true;
            }
        });
        is_over
    }

    fn fields_ui(&mut self, ui: &mut Ui) {
        let (code, name) = (self.code_error(), self.name_error());
        let (contact, back) = (
            count(&self.contact).is_none(),
            count(&self.back_office).is_none(),
        );
        let words = &self.words;
        let shown = |error: Option<&'static str>| if self.was_tried { error } else { None };
        let code = shown(code).map(|key| {
            if key == "taken" {
                &words.taken_code
            } else {
                &words.bad_code
            }
        });
        let name = shown(name).map(|_| &words.bad_name);
        let counts = |is_bad: bool| (is_bad && self.was_tried).then_some(words.bad_count.as_str());
        let (contact, back) = (counts(contact), counts(back));
        let wide = |id, label| TextField::new(id, label).width(f32::INFINITY);
        wide("code", &words.code)
            .hint("08")
            .error(code.map(String::as_str))
            .show(ui, &mut self.code);
        wide("name", &words.name)
            .error(name.map(String::as_str))
            .show(ui, &mut self.name);
        wide("region", &words.region)
            .hint(&words.optional)
            .show(ui, &mut self.region);
        wide("format", &words.format)
            .hint(&words.optional)
            .show(ui, &mut self.format);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let width = (ui.available_width() - measures::GAP_S) / 2.0;
            let half = |id, label| TextField::new(id, label).hint("0").width(width);
            half("contact", &words.contact)
                .error(contact)
                .show(ui, &mut self.contact);
            half("back", &words.back_office)
                .error(back)
                .show(ui, &mut self.back_office);
        });
    }

    fn code_error(&self) -> Option<&'static str> {
        let Ok(code) = BranchCode::new(&self.code) else {
            return Some("bad");
        };
        let own = self.previous.as_ref().map(|branch| &branch.code);
        (own != Some(&code) && self.known.contains(&code)).then_some("taken")
    }

    fn name_error(&self) -> Option<&'static str> {
        let length = self.name.trim().chars().count();
        (length == 0 || length > 120).then_some("bad")
    }

    fn branch(&self) -> Option<Branch> {
        if self.code_error().is_some() || self.name_error().is_some() {
            return None;
        }
        Some(Branch {
            code: BranchCode::new(&self.code).ok()?,
            name: self.name.trim().to_owned(),
            region: self.region.trim().to_owned(),
            format: self.format.trim().to_owned(),
            contact: count(&self.contact)?,
            back_office: count(&self.back_office)?,
        })
    }
}

/// Removes the branch and offers to take that back.
fn remove(branch: &Branch, done: &str, actions: &mut Actions) {
    actions.run(Command::RemoveBranch(branch.code.clone()));
    actions.push(Action::OfferUndo {
        done: done.to_owned(),
        undo: Box::new(Command::SaveBranch {
            branch: branch.clone(),
            previous: None,
        }),
    });
}

/// A head count; nothing typed is nobody.
fn count(text: &str) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() {
        return Some(0);
    }
    text.parse().ok().filter(|count| *count <= MOST)
}
