//! Why a deed of the witness failed, shown where it was asked for.

use egui::Ui;

use crate::i18n::error_sentence;
use crate::ui::cx::{Cx, WitnessPlace};
use crate::ui::screens::common::upper_first;
use crate::ui::screens::keys::refusal;

/// The failed deed, if one did.
pub(super) struct Fault(Option<(WitnessPlace, String)>);

impl Fault {
    pub(super) fn new(cx: &Cx<'_>) -> Self {
        let sentence = |(place, error): &(WitnessPlace, _)| {
            (*place, upper_first(&error_sentence(cx.lang, error)))
        };
        Self(cx.witness_fault.map(sentence))
    }

    /// Draws the sentence, where it belongs here.
    pub(super) fn show(&self, ui: &mut Ui, place: WitnessPlace) {
        if let Some((own, words)) = &self.0
            && *own == place
        {
            refusal(ui, words);
        }
    }
}
