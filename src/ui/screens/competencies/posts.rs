//! Posts and their successors, formatted for the page of succession. Draws nothing.

use super::ground::{Ground, why};
use crate::analysis::ratings::{PostLine, SuccessorLine};
use crate::domain::rating::{PersonId, Post, Readiness};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::theme::Tone;

/// Competencies that are named as missing.
const MOST_SHORT: usize = 3;

/// A post in words.
pub(super) struct PostRow {
    pub(super) post: Post,
    pub(super) title: String,
    pub(super) branch: String,
    pub(super) holder: String,
    pub(super) successor: String,
    pub(super) state: String,
    pub(super) tone: Tone,
    pub(super) successors: Vec<Named>,
}

/// A named successor in words.
pub(super) struct Named {
    pub(super) person: PersonId,
    pub(super) name: String,
    pub(super) readiness: Readiness,
    pub(super) words: String,
    pub(super) lines: Vec<String>,
}

/// Formats a post with its successors.
pub(super) fn post_row(ground: Ground<'_>, line: &PostLine) -> PostRow {
    let lang = ground.lang;
    let names = |ids: &[PersonId]| {
        let names: Vec<String> = ids.iter().map(|id| ground.name(*id)).collect();
        names.join(", ")
    };
    let successors: Vec<Named> = line.successors.iter().map(|it| named(ground, it)).collect();
    let first = successors.first();
    PostRow {
        post: line.post.clone(),
        title: line.post.position.clone(),
        branch: ground.branch(&line.post.branch),
        holder: names(&line.holders),
        successor: first.map_or_else(
            || message(lang, "succession-nobody"),
            |first| first.name.clone(),
        ),
        state: first.map_or_else(|| message(lang, "succession-open"), |it| it.words.clone()),
        tone: if line.is_covered {
            Tone::Ok
        } else {
            Tone::Warn
        },
        successors,
    }
}

fn named(ground: Ground<'_>, line: &SuccessorLine) -> Named {
    let lang = ground.lang;
    let person = ground.overview.person(line.person);
    let mut lines = Vec::new();
    if line.has_left {
        let left = person.and_then(|person| person.left);
        let day = left.map_or_else(String::new, |day| number::day(lang, day));
        lines.push(tr!(lang, "succession-left", day = day));
    }
    if line.named_for > 1 {
        lines.push(tr!(lang, "succession-twice", count = line.named_for));
    }
    let results = ground.results.map(|results| &results.findings.model);
    let model = results.or_else(|| ground.overview.models.first());
    match &line.short {
        Err(reason) => lines.push(why(lang, *reason)),
        Ok(short) if short.is_empty() => lines.push(message(lang, "profile-all-met")),
        Ok(short) => {
            let name = |at: usize| {
                let competency = model.and_then(|model| model.competencies.get(at));
                competency.map_or("", |it| it.name.get(lang))
            };
            let list = short.iter().take(MOST_SHORT);
            let list =
                list.map(|(at, gap)| format!("{} {}", name(*at), number::signed(lang, *gap, 1)));
            let list = list.collect::<Vec<_>>().join(", ");
            lines.push(tr!(lang, "succession-far", list = list));
        }
    }
    Named {
        person: line.person,
        name: ground.name(line.person),
        readiness: line.readiness,
        words: message(lang, line.readiness.key()),
        lines,
    }
}
