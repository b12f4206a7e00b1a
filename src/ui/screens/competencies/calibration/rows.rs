//! Raters and coefficients in words: severity, range, halo, equal answers, advice. Must not draw.

use super::super::ground::{Ground, interval, source, why};
use super::{FIGURE_FROM, MOST_NAMES, SCALE};
use crate::analysis::ratings::{
    Calibration as Found, Coefficient, Rated, RaterLine, SeverityVerdict,
};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::theme::Tone;
use crate::ui::widgets::Cell;
use crate::ui::widgets::chart::{IntervalMark, StackedBar, StackedPart};

pub(super) struct Row {
    pub(super) name: String,
    pub(super) part: String,
    pub(super) rated: String,
    pub(super) mark: Option<IntervalMark>,
    pub(super) verdict: String,
    pub(super) reason: String,
    pub(super) tone: Tone,
    pub(super) range: Noted,
    pub(super) halo: Noted,
    pub(super) straight: Noted,
    pub(super) parts: Vec<StackedPart>,
    pub(super) parts_name: String,
}

/// Words, and why they are to be noted.
pub(super) struct Noted {
    pub(super) words: String,
    pub(super) reason: Option<String>,
}

impl Noted {
    fn cell(&self) -> Cell<'_> {
        let text = self.words.as_str();
        match &self.reason {
            Some(reason) => Cell::Noted { text, reason },
            None => Cell::Text(text),
        }
    }
}

pub(super) struct AgreementRow {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) interval: String,
    pub(super) word: String,
    pub(super) tone: Tone,
}

impl Row {
    pub(super) fn cell(&self, column: usize) -> Cell<'_> {
        match column {
            0 => Cell::TwoLines(&self.name, &self.part),
            1 => Cell::Text(&self.rated),
            2 => match self.mark {
                Some(mark) => Cell::Interval(mark, &self.verdict),
                None => Cell::Hidden {
                    text: "—",
                    reason: &self.reason,
                },
            },
            3 if self.tone != Tone::Neutral => Cell::Toned(self.tone, &self.verdict),
            3 => Cell::Weak(&self.verdict),
            4 => self.range.cell(),
            5 => self.halo.cell(),
            6 => self.straight.cell(),
            _ => Cell::Stacked(StackedBar { parts: &self.parts }, &self.parts_name),
        }
    }
}

pub(super) fn row(ground: Ground<'_>, line: &RaterLine) -> Row {
    let lang = ground.lang;
    let severity = line.severity.as_ref();
    let (low, high) = SCALE;
    let mark = severity.ok().map(|it| {
        let (from, to) = it.interval.unwrap_or((it.difference, it.difference));
        IntervalMark {
            low: from.clamp(low, high),
            estimate: it.difference.clamp(low, high),
            high: to.clamp(low, high),
            scale: SCALE,
        }
    });
    let (verdict, tone) = verdict(lang, line);
    let total: usize = line.distribution.iter().sum();
    #[expect(clippy::cast_precision_loss, reason = "counts of levels")]
    let share = |count: usize| count as f64 / total.max(1) as f64;
    let figures = line.distribution.iter().map(|count| StackedPart {
        share: share(*count),
        text: if share(*count) >= FIGURE_FROM {
            number::decimal(lang, share(*count) * 100.0, 0)
        } else {
            String::new()
        },
    });
    let spoken = line.distribution.iter().zip(1..);
    let spoken: Vec<String> = spoken
        .map(|(count, level)| format!("{level}: {count}"))
        .collect();
    Row {
        name: ground.rater(&line.rater),
        part: source(lang, line.source),
        rated: line.rated.to_string(),
        mark,
        reason: severity
            .err()
            .map_or_else(String::new, |reason| why(lang, *reason)),
        verdict,
        tone,
        range: range(lang, line),
        halo: halo(lang, line),
        straight: straight(lang, line),
        parts: figures.collect(),
        parts_name: spoken.join(", "),
    }
}

pub(super) fn verdict(lang: Lang, line: &RaterLine) -> (String, Tone) {
    let Ok(severity) = &line.severity else {
        return ("—".to_owned(), Tone::Neutral);
    };
    let difference = number::decimal(lang, severity.difference.abs(), 1);
    match severity.verdict {
        SeverityVerdict::Strict => (
            tr!(lang, "calibration-strict", difference = difference),
            Tone::Warn,
        ),
        SeverityVerdict::Lenient => (
            tr!(lang, "calibration-lenient", difference = difference),
            Tone::Warn,
        ),
        SeverityVerdict::Even => (message(lang, "calibration-even"), Tone::Neutral),
    }
}

pub(super) fn range(lang: Lang, line: &RaterLine) -> Noted {
    match &line.range {
        Err(reason) => Noted {
            words: "—".to_owned(),
            reason: Some(why(lang, *reason)),
        },
        Ok(it) => {
            let (low, high) = (it.low.get().to_string(), it.high.get().to_string());
            let words = if it.low == it.high {
                tr!(lang, "calibration-range-one", level = low)
            } else if it.is_narrow {
                tr!(lang, "calibration-range-narrow", low = low, high = high)
            } else {
                tr!(lang, "calibration-range-fine", low = low, high = high)
            };
            let reason = it
                .is_narrow
                .then(|| message(lang, "calibration-advice-range"));
            Noted { words, reason }
        }
    }
}

pub(super) fn halo(lang: Lang, line: &RaterLine) -> Noted {
    match &line.halo {
        Err(reason) => Noted {
            words: "—".to_owned(),
            reason: Some(why(lang, *reason)),
        },
        Ok(it) if it.is_high => Noted {
            words: message(lang, "calibration-halo-short"),
            reason: Some(message(lang, "calibration-halo-high")),
        },
        Ok(_) => Noted {
            words: message(lang, "calibration-halo-none"),
            reason: None,
        },
    }
}

pub(super) fn straight(lang: Lang, line: &RaterLine) -> Noted {
    let (equal, all) = line.straight;
    if equal == 0 {
        return Noted {
            words: message(lang, "calibration-straight-none"),
            reason: None,
        };
    }
    Noted {
        words: tr!(lang, "matrix-met-of", n = equal, all = all),
        reason: Some(tr!(lang, "calibration-straight-some", n = equal, all = all)),
    }
}

pub(super) fn is_flagged(line: &RaterLine) -> bool {
    line.severity
        .as_ref()
        .is_ok_and(|it| it.verdict != SeverityVerdict::Even)
}

pub(super) fn headline(ground: Ground<'_>, found: &Found) -> (String, bool) {
    let lang = ground.lang;
    let flagged: Vec<String> = found
        .raters
        .iter()
        .filter(|line| is_flagged(line))
        .map(|line| ground.rater(&line.rater))
        .collect();
    if flagged.is_empty() {
        return (message(lang, "calibration-headline-none"), true);
    }
    let mut names = flagged
        .iter()
        .take(MOST_NAMES)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    if flagged.len() > MOST_NAMES {
        names.push('…');
    }
    let count = flagged.len();
    (
        tr!(lang, "calibration-headline", count = count, names = names),
        false,
    )
}

/// What to do about each of the raters that stand out.
pub(super) fn advice(ground: Ground<'_>, found: &Found) -> Vec<String> {
    let lang = ground.lang;
    let mut advice = Vec::new();
    for line in &found.raters {
        let name = ground.rater(&line.rater);
        let mut keys = Vec::new();
        if let Ok(severity) = &line.severity {
            match severity.verdict {
                SeverityVerdict::Strict => keys.push("calibration-advice-strict"),
                SeverityVerdict::Lenient => keys.push("calibration-advice-lenient"),
                SeverityVerdict::Even => {}
            }
        }
        if line.halo.as_ref().is_ok_and(|halo| halo.is_high) {
            keys.push("calibration-advice-halo");
        }
        if line.straight.0 > 0 {
            keys.push("calibration-advice-straight");
        }
        for key in keys {
            advice.push(format!("**{name}.** {}", message(lang, key)));
        }
    }
    advice.truncate(6);
    advice
}

pub(super) fn coefficient(lang: Lang, key: &str, found: &Rated<Coefficient>) -> AgreementRow {
    let name = message(lang, key);
    match found {
        Ok(it) => AgreementRow {
            name,
            value: number::decimal(lang, it.value, 2),
            interval: match it.interval {
                Ok((low, high)) => number::interval(lang, low, high, 2),
                Err(_) => interval(lang, it.interval, false),
            },
            word: message(lang, it.word.key()),
            tone: Tone::Neutral,
        },
        Err(reason) => AgreementRow {
            name,
            value: "—".to_owned(),
            interval: String::new(),
            word: why(lang, *reason),
            tone: Tone::Neutral,
        },
    }
}
