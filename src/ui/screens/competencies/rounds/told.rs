//! What is told about the chosen round, formatted: facts, who is missing, notes, and the words of
//! deeds and questions. Draws nothing.

use super::super::ground::{Ground, sources};
use crate::app::{Retention, RoundInfo};
use crate::domain::Lang;
use crate::domain::rating::{RoundState, Source};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::Tone;

/// Raters named one by one; the rest are counted.
const MOST_NAMES: usize = 8;

/// Words of deeds and of what is asked before them.
#[derive(Default)]
pub(super) struct Questions {
    pub(super) open: String,
    pub(super) open_body: String,
    pub(super) close: String,
    pub(super) close_body: String,
    pub(super) erase: String,
    pub(super) erase_body: String,
    pub(super) erase_deed: String,
    pub(super) codes: String,
    pub(super) codes_note: String,
    pub(super) codes_copy: String,
    pub(super) new_codes_body: String,
    pub(super) share: String,
    pub(super) share_body: String,
    pub(super) change: String,
    pub(super) book: String,
    pub(super) forms: String,
    pub(super) forms_note: String,
    pub(super) forms_file: String,
    pub(super) results: String,
    pub(super) cancel: String,
    pub(super) nothing_planned: String,
}

pub(super) fn facts(lang: Lang, info: &RoundInfo) -> Vec<(String, String)> {
    let round = &info.round;
    let weights = Source::OTHERS.map(|source| {
        let weight = round.weights.of(source).to_string();
        (
            sources(lang, source),
            tr!(lang, "round-weight", weight = weight),
        )
    });
    let mut facts = vec![
        (
            message(lang, "round-who"),
            tr!(lang, "round-ratees", count = info.ratees),
        ),
        (
            message(lang, "round-closes"),
            number::day(lang, round.closes),
        ),
        (
            message(lang, "round-keep"),
            number::day(lang, round.keep_until),
        ),
    ];
    facts.extend(weights);
    facts
}

pub(super) fn missing(ground: Ground<'_>, info: &RoundInfo) -> Vec<String> {
    let lang = ground.lang;
    let line = |(id, count): &(_, usize)| {
        tr!(
            lang,
            "round-missing-line",
            name = ground.name(*id),
            count = *count
        )
    };
    let mut lines: Vec<String> = info.missing.iter().take(MOST_NAMES).map(line).collect();
    let more = info.missing.len().saturating_sub(MOST_NAMES);
    if more > 0 {
        lines.push(tr!(lang, "round-missing-more", count = more));
    }
    lines
}

pub(super) fn notes(ground: Ground<'_>, info: &RoundInfo) -> Vec<(Icon, Tone, String)> {
    let lang = ground.lang;
    let round = &info.round;
    let mut notes = Vec::new();
    if info.few_peers > 0 {
        let words = tr!(lang, "round-few-peers", count = info.few_peers);
        notes.push((Icon::EyeOff, Tone::Warn, words));
    }
    if info.no_manager > 0 {
        let words = tr!(lang, "round-no-manager", count = info.no_manager);
        notes.push((Icon::CircleAlert, Tone::Warn, words));
    }
    let days = round.closes.since(ground.overview.today);
    let days = days.map_or(0, |span| span.get_days());
    if round.state == RoundState::Open && days >= 0 {
        let words = tr!(lang, "round-days-left", count = i64::from(days));
        notes.push((Icon::Clock, Tone::Neutral, words));
    }
    if round.state == RoundState::Open && round.closes < ground.overview.today {
        let words = tr!(lang, "round-late", day = number::day(lang, round.closes));
        notes.push((Icon::Clock, Tone::Warn, words));
    }
    let day = number::day(lang, round.keep_until);
    let name = round.name.as_str();
    match info.retention {
        Retention::Kept => {}
        Retention::Soon => {
            let words = tr!(lang, "retention-soon", round = name, day = day);
            notes.push((Icon::Clock, Tone::Neutral, words));
        }
        Retention::Over => {
            let words = tr!(lang, "retention-over", round = name, day = day);
            notes.push((Icon::TriangleAlert, Tone::Bad, words));
        }
    }
    notes
}

pub(super) fn questions(lang: Lang, info: &RoundInfo) -> Questions {
    let word = |key| message(lang, key);
    let (done, all) = info.handed_in;
    let name = info.round.name.as_str();
    Questions {
        open: word("round-open"),
        open_body: word("round-open-body"),
        close: word("round-close"),
        close_body: tr!(lang, "round-close-body", count = all.saturating_sub(done)),
        erase: tr!(lang, "erase-round", round = name),
        erase_body: word("erase-round-body"),
        erase_deed: word("erase-round-deed"),
        codes: word("round-rater-codes"),
        codes_note: word("round-rater-codes-note"),
        codes_copy: word("round-codes-copy"),
        new_codes_body: word("round-new-codes-body"),
        share: word("desk-start"),
        share_body: word("desk-start-body"),
        change: word("round-change"),
        book: word("competencies-to-excel"),
        forms: word("round-print-forms"),
        forms_note: word("rated-forms-note"),
        forms_file: word("rated-file-forms"),
        results: word("round-results"),
        cancel: word("cancel"),
        nothing_planned: word("round-nothing-planned"),
    }
}
