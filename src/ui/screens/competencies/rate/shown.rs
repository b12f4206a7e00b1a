//! The words of a sheet, looked up once when it is opened.

use crate::app::SheetView;
use crate::domain::Lang;
use crate::domain::rating::{Level, Mark, Source};
use crate::i18n::message;
use crate::tr;

/// One competency in words.
pub(super) struct CompetencyWords {
    pub(super) name: String,
    pub(super) counter: String,
    pub(super) definition: String,
    pub(super) evidence: String,
    pub(super) anchors: [String; Level::COUNT],
    pub(super) next: String,
}

/// A sin in words.
pub(super) struct SinWords {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) sign: String,
}

/// The sheet in words.
pub(super) struct Shown {
    pub(super) lang: Lang,
    pub(super) is_open: bool,
    pub(super) is_handed_in: bool,
    pub(super) assignment: crate::domain::rating::AssignmentId,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) privacy: String,
    pub(super) competencies: Vec<CompetencyWords>,
    pub(super) levels: [String; Level::COUNT],
    pub(super) not_observed: String,
    pub(super) not_observed_note: String,
    pub(super) how: String,
    pub(super) how_doubt: String,
    pub(super) evidence: String,
    pub(super) evidence_hint: String,
    pub(super) evidence_wanted: String,
    pub(super) sins: Vec<SinWords>,
    pub(super) sins_title: String,
    pub(super) sins_note: String,
    pub(super) sins_none: String,
    pub(super) steps_title: String,
    /// Progress after so many marks.
    pub(super) progress: Vec<String>,
    pub(super) review: String,
    pub(super) back: String,
    pub(super) to_list: String,
    pub(super) kept: String,
    pub(super) hand_in: String,
    pub(super) heads: [String; 3],
    pub(super) open_word: String,
}

impl Shown {
    pub(super) fn new(lang: Lang, view: &SheetView) -> Self {
        let word = |key| message(lang, key);
        let model = &view.model;
        let all = model.competencies.len();
        let source = view.assignment.source;
        let is_handed_in = view.assignment.state == crate::domain::rating::SheetState::HandedIn;
        let name = view.ratee.name.as_str();
        let title = match source {
            Source::Itself => word("source-self"),
            Source::Manager | Source::Peer | Source::MysteryShopper => {
                tr!(lang, "rate-title", name = name)
            }
        };
        let part = tr!(lang, "rate-as", source = source.code());
        let sins = model.sins.iter().map(|sin| SinWords {
            id: sin.id.clone(),
            name: sin.name.get(lang).to_owned(),
            sign: sin.sign.get(lang).to_owned(),
        });
        Self {
            lang,
            is_open: view.is_open,
            is_handed_in,
            assignment: view.assignment.id,
            title,
            subtitle: format!("{} · {part}", view.ratee.position),
            privacy: message(lang, &format!("rate-privacy-{}", source.code())),
            competencies: (0..all).map(|at| competency(lang, view, at)).collect(),
            levels: Level::all().map(|level| message(lang, level.key())),
            not_observed: word("not-observed"),
            not_observed_note: word("rate-not-observed-note"),
            how: word("rate-how"),
            how_doubt: word("rate-how-doubt"),
            evidence: word("rate-evidence"),
            evidence_hint: word("rate-evidence-hint"),
            evidence_wanted: word("rate-evidence-wanted"),
            sins: sins.collect(),
            sins_title: word("rate-sins"),
            sins_note: word("rate-sins-note"),
            sins_none: word("rate-sins-none"),
            steps_title: word("rate-steps"),
            progress: (0..=all)
                .map(|done| tr!(lang, "rate-progress", done = done, all = all))
                .collect(),
            review: word("rate-review"),
            back: word("rate-back"),
            to_list: word("rate-to-list"),
            kept: word("rate-draft-kept"),
            hand_in: word("rate-hand-in"),
            heads: [
                word("competencies-competency"),
                word("column-level"),
                word("rate-evidence"),
            ],
            open_word: word("rate-mark-open"),
        }
    }

    /// A mark in words.
    pub(super) fn mark(&self, mark: Mark) -> String {
        match mark {
            Mark::Open => self.open_word.clone(),
            Mark::NotObserved => self.not_observed.clone(),
            Mark::Level(level) => super::super::ground::level_title(self.lang, level),
        }
    }
}

fn competency(lang: Lang, view: &SheetView, at: usize) -> CompetencyWords {
    let all = &view.model.competencies;
    let it = &all[at];
    let next = all.get(at + 1).map_or_else(
        || message(lang, "rate-review"),
        |next| tr!(lang, "rate-next", competency = next.name.get(lang)),
    );
    CompetencyWords {
        name: it.name.get(lang).to_owned(),
        counter: tr!(lang, "rate-counter", number = at + 1, all = all.len()),
        definition: it.definition.get(lang).to_owned(),
        evidence: it.evidence.get(lang).to_owned(),
        anchors: it.anchors.each_ref().map(|text| text.get(lang).to_owned()),
        next,
    }
}
