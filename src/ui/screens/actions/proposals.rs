//! The library beside the form: proposals for what was found; one press fills the fields.

use egui::Ui;

use super::super::common::padded;
use crate::app::{Overview, action_library};
use crate::domain::Lang;
use crate::domain::action::{Finding, Fits, LibraryAction};
use crate::i18n::message;
use crate::tr;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{Card, CardHead, Dropdown, Kit as _, OptionCard};

/// Proposals of the chosen theme.
#[derive(Default)]
pub(super) struct Proposals {
    themes: Vec<Fits>,
    names: Vec<String>,
    theme: Option<usize>,
    lines: Vec<Line>,
    chosen: Option<String>,
    words: [String; 4],
}

struct Line {
    id: String,
    title: String,
    line: String,
}

impl Proposals {
    pub(super) fn new(finding: Option<&Finding>, chosen: Option<&str>) -> Self {
        let themes = action_library().themes();
        let theme = finding.and_then(Fits::of);
        let theme = theme.and_then(|theme| themes.iter().position(|known| *known == theme));
        Self {
            themes,
            theme,
            chosen: chosen.map(str::to_owned),
            ..Self::default()
        }
    }

    pub(super) fn prepare(&mut self, lang: Lang, overview: &Overview) {
        self.words = [
            "action-proposals",
            "action-proposals-note",
            "action-theme",
            "action-theme-choose",
        ]
        .map(|key| message(lang, key));
        self.names = self
            .themes
            .iter()
            .map(|theme| theme_name(lang, overview, theme))
            .collect();
        let library = action_library();
        let theme = self.theme.and_then(|at| self.themes.get(at));
        let suiting = theme.map(|theme| library.suiting(theme).collect());
        let suiting: Vec<&LibraryAction> = suiting.unwrap_or_default();
        self.lines = suiting
            .into_iter()
            .map(|action| Line {
                id: action.id.clone(),
                title: action.title.get(lang).to_owned(),
                line: tr!(
                    lang,
                    "action-proposal-line",
                    weeks = i64::from(action.weeks),
                    check = action.check.get(lang)
                ),
            })
            .collect();
    }

    /// The proposal that was taken last.
    pub(super) fn chosen(&self) -> Option<&str> {
        self.chosen.as_deref()
    }

    /// Draws them; the id of the one that was pressed, and whether another theme was chosen.
    pub(super) fn show(&mut self, ui: &mut Ui) -> (Option<String>, bool) {
        let (mut taken, mut is_other) = (None, false);
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.words[0]).rule().plain(ui);
            padded(ui, |ui| {
                ui.spacing_mut().item_spacing.y = measures::GAP_S;
                let choice = Dropdown::new("theme", &self.words[2], &self.names, self.theme);
                let choice = choice.placeholder(&self.words[3]);
                if let Some(theme) = choice.width(ui.available_width()).show(ui) {
                    self.theme = Some(theme);
                    is_other = true;
                }
                if !self.lines.is_empty() {
                    ui.text_weak(Type::Small, &self.words[1]);
                }
                for line in &self.lines {
                    let is_chosen = self.chosen.as_deref() == Some(line.id.as_str());
                    let card = OptionCard::new(&line.title, is_chosen).line(&line.line);
                    if ui.push_id(&line.id, |ui| card.show(ui)).inner.clicked() {
                        taken = Some(line.id.clone());
                    }
                }
            });
        });
        if taken.is_some() {
            self.chosen.clone_from(&taken);
        }
        (taken, is_other)
    }
}

/// “Empowerment”, “Service sin: apathy”, “Competency: Respect”.
fn theme_name(lang: Lang, overview: &Overview, theme: &Fits) -> String {
    match theme {
        Fits::Dimension(id) => {
            let asked = overview
                .waves
                .iter()
                .rev()
                .map(|info| info.questionnaire.as_ref());
            let known = overview
                .questionnaires
                .iter()
                .map(|info| info.questionnaire.as_ref());
            let mut dimensions = asked.chain(known).flat_map(|it| &it.dimensions);
            let found = dimensions.find(|dimension| dimension.id == *id);
            found.map_or_else(|| id.clone(), |it| it.title.get(lang).to_owned())
        }
        Fits::Sin(id) => {
            let model = crate::app::known_model();
            let found = model.sins.iter().find(|sin| sin.id == *id);
            let name = found.map_or(id.as_str(), |sin| sin.name.get(lang));
            tr!(lang, "action-theme-sin", name = name)
        }
        Fits::Competency(id) => {
            let model = crate::app::known_model();
            let found = model.competencies.iter().find(|it| it.id == *id);
            let name = found.map_or(id.as_str(), |it| it.name.get(lang));
            tr!(lang, "action-theme-competency", name = name)
        }
    }
}
