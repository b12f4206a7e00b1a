//! The chosen cell of the matrix in words. Must not draw.

use super::super::ground::{Ground, interval, one, why};
use crate::analysis::ratings::{Figure, GroupLevels, PersonProfile, Rated};
use crate::domain::Lang;
use crate::domain::rating::PersonId;
use crate::i18n::{message, number};
use crate::tr;

/// The chosen cell in words.
#[derive(Default)]
pub(super) struct Panel {
    pub(super) over: String,
    pub(super) title: String,
    pub(super) value: String,
    pub(super) unit: String,
    pub(super) lines: Vec<(String, String)>,
    pub(super) person: Option<PersonId>,
}

/// A figure with its unit, or a dash and why; its interval goes to the lines.
fn shown_figure(
    lang: Lang,
    figure: &Rated<Figure>,
    lines: &mut Vec<(String, String)>,
) -> (String, String) {
    match figure {
        Ok(figure) => {
            let interval = interval(lang, figure.interval, false);
            lines.push((message(lang, "profile-interval"), interval));
            let unit = tr!(lang, "matrix-of-five", n = figure.n);
            (one(lang, figure.value), unit)
        }
        Err(reason) => ("—".to_owned(), why(lang, *reason)),
    }
}

pub(super) fn person_panel(ground: Ground<'_>, found: &PersonProfile, at: usize) -> Panel {
    let lang = ground.lang;
    let word = |key| message(lang, key);
    let person = ground.overview.person(found.person);
    let over = person.map_or_else(String::new, |person| {
        let branch = ground.branch(&found.branch);
        format!("{} · {} · {branch}", person.name, found.position)
    });
    let Some(line) = found.competencies.get(at) else {
        return Panel::default();
    };
    let mut lines = Vec::new();
    let (value, unit) = shown_figure(lang, &line.others, &mut lines);
    if let Some(required) = line.required {
        lines.push((word("profile-required"), required.get().to_string()));
    }
    let gap = match &line.gap {
        Ok(gap) => number::signed(lang, gap.value, 1),
        Err(reason) => why(lang, *reason),
    };
    lines.push((word("profile-gap"), gap));
    let own = line.own.as_ref().map(|own| own.get().to_string());
    lines.push((
        word("profile-self"),
        own.unwrap_or_else(|reason| why(lang, *reason)),
    ));
    let (met, all) = found.met;
    let count = tr!(lang, "matrix-met-of", n = met, all = all);
    lines.push((word("matrix-met"), count));
    Panel {
        over,
        title: String::new(),
        value,
        unit,
        lines,
        person: Some(found.person),
    }
}

pub(super) fn group_panel(lang: Lang, found: &GroupLevels, at: usize) -> Panel {
    let word = |key| message(lang, key);
    let Some(cell) = found.competencies.get(at) else {
        return Panel::default();
    };
    let mut lines = Vec::new();
    let (value, unit) = shown_figure(lang, &cell.mean, &mut lines);
    let share = match &cell.at_required {
        Ok(share) => {
            let (low, high) = share.interval;
            let range = format!(
                "{}…{}",
                number::percent(lang, low),
                number::percent(lang, high)
            );
            let count = tr!(lang, "matrix-met-of", n = share.met, all = share.all);
            format!("{count} ({range})")
        }
        Err(reason) => why(lang, *reason),
    };
    lines.push((word("matrix-met"), share));
    for (level, people) in (1..).zip(cell.distribution) {
        let name = message(lang, &format!("level-{level}"));
        let key = tr!(lang, "level-title", level = level, name = name);
        lines.push((key, people.to_string()));
    }
    let change = match &cell.change {
        Ok(change) => number::signed(lang, change.difference, 1),
        Err(reason) => why(lang, *reason),
    };
    lines.push((word("matrix-change"), change));
    Panel {
        over: String::new(),
        title: String::new(),
        value,
        unit,
        lines,
        person: None,
    }
}
