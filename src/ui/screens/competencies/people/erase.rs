//! Erasing everything about a person: the question says what goes and what stays, and the name has
//! to be typed.

use egui::Ui;

use crate::app::RatingCommand;
use crate::domain::Lang;
use crate::domain::rating::{Person, PersonId};
use crate::i18n::message;
use crate::tr;
use crate::ui::action::Actions;
use crate::ui::icons::Icon;
use crate::ui::theme::Tone;
use crate::ui::widgets::{Answer, Confirm, TextField, note};

/// The question, and the name as far as it is typed.
pub(super) struct Erase {
    person: PersonId,
    name: String,
    typed: String,
    title: String,
    body: String,
    stays: String,
    confirm: String,
    deed: String,
    cancel: String,
    is_wrong: bool,
    wrong: String,
}

impl Erase {
    pub(super) fn new(lang: Lang, person: &Person) -> Self {
        Self {
            person: person.id,
            name: person.name.clone(),
            typed: String::new(),
            title: tr!(lang, "erase-person", name = person.name.as_str()),
            body: message(lang, "erase-person-body"),
            stays: message(lang, "erase-person-stays"),
            confirm: message(lang, "erase-person-confirm"),
            deed: message(lang, "person-erase-deed"),
            cancel: message(lang, "cancel"),
            is_wrong: false,
            wrong: message(lang, "person-erase-wrong"),
        }
    }

    /// Asks; true when it is over.
    pub(super) fn show(&mut self, ui: &Ui, actions: &mut Actions) -> bool {
        let question = Confirm::new("erase-person", &self.title, &self.deed, &self.cancel)
            .text(&self.body)
            .destructive();
        let (typed, stays) = (&mut self.typed, &self.stays);
        let error = self.is_wrong.then_some(self.wrong.as_str());
        let confirm = &self.confirm;
        let answer = question.show_with(ui, |ui| {
            note(ui, Icon::Info, Tone::Warn, stays);
            let field = TextField::new("name", confirm).error(error);
            field.width(f32::INFINITY).show(ui, typed);
        });
        match answer {
            Answer::Open => false,
            Answer::Cancel => true,
            Answer::Deed => {
                let same = self.typed.trim().to_lowercase() == self.name.to_lowercase();
                self.is_wrong = !same;
                if same {
                    actions.rate(RatingCommand::ErasePerson(self.person));
                }
                same
            }
        }
    }
}
