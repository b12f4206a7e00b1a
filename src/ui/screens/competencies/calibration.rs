//! How raters rate: severity, range, halo, equal answers, distributions, agreement in words. A
//! reason to compare examples and not a reproach; nobody's levels are corrected for it.

use egui::Ui;

use super::Wish;
use super::ground::{Ground, interval, source, why};
use crate::analysis::ratings::{
    Calibration as Found, Coefficient, Rated, RaterLine, SeverityVerdict,
};
use crate::domain::Lang;
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::chart::{IntervalMark, StackedBar, StackedPart};
use crate::ui::widgets::{
    Card, CardHead, Cell, Chip, Column, Density, Kit as _, SentenceCard, Side, Table, note,
    two_columns,
};

/// Names in the headline.
const MOST_NAMES: usize = 4;
/// Both ends of the scale of severity, in levels.
const SCALE: (f64, f64) = (-2.0, 2.0);
/// Below this share a part of a bar has no figure.
const FIGURE_FROM: f64 = 0.12;

/// The page of calibration.
#[derive(Default)]
pub(super) struct Calibration {
    headline: String,
    lead: String,
    is_clean: bool,
    title: String,
    caption: String,
    heads: [String; 8],
    tips: [String; 3],
    rows: Vec<Row>,
    agreement_title: String,
    agreement_heads: [String; 4],
    agreement: Vec<AgreementRow>,
    advice_title: String,
    advice: Vec<String>,
    note: String,
}

struct Row {
    name: String,
    part: String,
    rated: String,
    mark: Option<IntervalMark>,
    verdict: String,
    reason: String,
    tone: Tone,
    range: Noted,
    halo: Noted,
    straight: Noted,
    parts: Vec<StackedPart>,
    parts_name: String,
}

/// Words, and why they are to be noted.
struct Noted {
    words: String,
    reason: Option<String>,
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

struct AgreementRow {
    name: String,
    value: String,
    interval: String,
    word: String,
    tone: Tone,
}

impl Calibration {
    pub(super) fn prepare(&mut self, ground: Ground<'_>) {
        let lang = ground.lang;
        let Some(results) = ground.results else {
            return;
        };
        let found = &results.findings.calibration;
        let word = |key| message(lang, key);
        self.title = word("calibration-title");
        self.caption = word("calibration-severity-caption");
        self.lead = word("calibration-lead");
        self.note = word("calibration-not-corrected");
        self.heads = [
            "calibration-rater",
            "calibration-rated",
            "calibration-severity",
            "calibration-verdict",
            "calibration-range",
            "calibration-halo",
            "calibration-straight",
            "calibration-distribution-short",
        ]
        .map(word);
        self.tips = [
            "calibration-range-caption",
            "calibration-halo-caption",
            "calibration-distribution-caption",
        ]
        .map(word);
        self.rows = found.raters.iter().map(|line| row(ground, line)).collect();
        (self.headline, self.is_clean) = headline(ground, found);
        self.advice_title = word("calibration-what-to-do");
        self.advice = advice(ground, found);
        self.agreement_title = word("calibration-agreement");
        self.agreement_heads = [
            "calibration-coefficient",
            "calibration-value",
            "profile-interval",
            "calibration-word",
        ]
        .map(word);
        let agreement = &found.agreement;
        self.agreement = vec![
            coefficient(lang, "agreement-kappa", &agreement.kappa),
            coefficient(lang, "agreement-alpha", &agreement.alpha),
            coefficient(lang, "agreement-ac2", &agreement.ac2),
            coefficient(lang, "agreement-icc-one", &agreement.icc1k),
            coefficient(lang, "agreement-icc-a", &agreement.icc_ak),
            coefficient(lang, "agreement-rwg", &agreement.rwg),
        ];
    }

    pub(super) fn show(&self, ui: &mut Ui) -> Wish {
        let card = if self.is_clean {
            SentenceCard::proof(&self.headline)
        } else {
            SentenceCard::finding(&self.headline)
        };
        card.line(&self.lead).plain(ui);
        Card::flush().show(ui, |ui| {
            CardHead::flush(&self.title)
                .caption(&self.caption)
                .plain(ui);
            self.raters_ui(ui);
        });
        two_columns(ui, 420.0, measures::GAP_M, |ui, side| match side {
            Side::Left => {
                Card::flush().show(ui, |ui| {
                    CardHead::flush(&self.agreement_title).plain(ui);
                    self.agreement_ui(ui);
                });
            }
            Side::Right => {
                Card::new().show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = measures::GAP_S;
                    ui.text(Type::Heading, &self.advice_title);
                    for words in &self.advice {
                        ui.text_marked(Type::Body, words);
                    }
                    ui.rule();
                    note(ui, Icon::Info, Tone::Neutral, &self.note);
                });
            }
        });
        Wish::Nothing
    }

    fn raters_ui(&self, ui: &mut Ui) {
        let columns = [
            Column::text(&self.heads[0]).share(1.0, 130.0),
            Column::number(&self.heads[1]).width(72.0),
            Column::text(&self.heads[2]).width(120.0).tip(&self.caption),
            Column::text(&self.heads[3]).at_most(170.0),
            Column::text(&self.heads[4])
                .at_most(120.0)
                .tip(&self.tips[0]),
            Column::text(&self.heads[5])
                .at_most(120.0)
                .tip(&self.tips[1]),
            Column::text(&self.heads[6]).at_most(130.0),
            Column::text(&self.heads[7]).width(180.0).tip(&self.tips[2]),
        ];
        let cell = |row: usize, column: usize| {
            self.rows
                .get(row)
                .map_or(Cell::Empty, |row| row.cell(column))
        };
        // Rows are looked at and not chosen.
        let _seen = Table::new("raters", &self.title, &columns)
            .density(Density::Tall)
            .max_height(420.0)
            .show(ui, self.rows.len(), &cell);
    }

    fn agreement_ui(&self, ui: &mut Ui) {
        let columns = [
            Column::text(&self.agreement_heads[0]).share(1.0, 160.0),
            Column::number(&self.agreement_heads[1]),
            Column::number(&self.agreement_heads[2]),
            Column::text(&self.agreement_heads[3]),
        ];
        let cell = |row: usize, column: usize| match (self.agreement.get(row), column) {
            (Some(row), 0) => Cell::Text(&row.name),
            (Some(row), 1) => Cell::Strong(&row.value),
            (Some(row), 2) => Cell::Weak(&row.interval),
            (Some(row), _) => Cell::Chip(Chip::new(&row.word).tone(row.tone)),
            (None, _) => Cell::Empty,
        };
        // Rows are looked at and not chosen.
        let _seen = Table::new("agreement", &self.agreement_title, &columns)
            .density(Density::Roomy)
            .show(ui, self.agreement.len(), &cell);
    }
}

impl Row {
    fn cell(&self, column: usize) -> Cell<'_> {
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

fn row(ground: Ground<'_>, line: &RaterLine) -> Row {
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

fn verdict(lang: Lang, line: &RaterLine) -> (String, Tone) {
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

fn range(lang: Lang, line: &RaterLine) -> Noted {
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

fn halo(lang: Lang, line: &RaterLine) -> Noted {
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

fn straight(lang: Lang, line: &RaterLine) -> Noted {
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

fn is_flagged(line: &RaterLine) -> bool {
    line.severity
        .as_ref()
        .is_ok_and(|it| it.verdict != SeverityVerdict::Even)
}

fn headline(ground: Ground<'_>, found: &Found) -> (String, bool) {
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
fn advice(ground: Ground<'_>, found: &Found) -> Vec<String> {
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

fn coefficient(lang: Lang, key: &str, found: &Rated<Coefficient>) -> AgreementRow {
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
