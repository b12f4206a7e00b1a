//! What the screens of findings share: prepared words, the state before results are open, the choice
//! of a wave. Must not know what any one screen shows.

use std::collections::BTreeMap;

use egui::{Frame, Margin, Ui, vec2};

use super::ScreenId;
use super::parts::empty_state;
use crate::analysis::Findings;
use crate::domain::{Audience, Lang, WaveState};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Card, CardHead, Cell, Column, Dropdown, Table};

/// Words without variables, looked up once per change and not once per frame.
#[derive(Debug, Default)]
pub(super) struct Words {
    list: BTreeMap<&'static str, String>,
}

impl Words {
    /// Looks the words up.
    pub(super) fn new(lang: Lang, keys: &[&'static str]) -> Self {
        Self {
            list: keys.iter().map(|key| (*key, message(lang, key))).collect(),
        }
    }

    /// The words of a key.
    pub(super) fn get(&self, key: &str) -> &str {
        self.list.get(key).map_or("", String::as_str)
    }
}

/// May the screen show findings, and if not, what stands there instead?
#[derive(Debug, Default)]
pub(super) struct Gate {
    is_open: bool,
    is_dimmed: bool,
    sentence: String,
    deed: String,
}

impl Gate {
    /// Looks at the workspace and the findings.
    pub(super) fn new(cx: &Cx<'_>) -> Self {
        let is_open = cx.chosen().is_some();
        let is_closed = cx
            .overview
            .is_some_and(|overview| overview.has_closed_wave());
        if is_open || is_closed {
            return Self {
                is_open,
                is_dimmed: cx.findings.is_waiting(),
                ..Self::default()
            };
        }
        let lang = cx.lang;
        let waves = cx
            .overview
            .map_or(&[][..], |overview| overview.waves.as_slice());
        let open = waves
            .iter()
            .rev()
            .find(|info| info.wave.state == WaveState::Open);
        let sentence = match open.map(|info| (&info.wave.name, info.wave.closes)) {
            None => message(lang, "locked-no-wave"),
            Some((name, None)) => tr!(lang, "locked-wave", wave = name.as_str()),
            Some((name, Some(day))) => {
                let day = number::day(lang, day);
                tr!(lang, "locked-wave-until", wave = name.as_str(), day = day)
            }
        };
        Self {
            sentence,
            deed: message(lang, "locked-deed"),
            ..Self::default()
        }
    }

    /// Draws what stands in place of findings; true where the screen may show them.
    pub(super) fn passes(&self, ui: &mut Ui, actions: &mut Actions) -> bool {
        if self.is_open {
            if self.is_dimmed {
                ui.multiply_opacity(0.6);
            }
            return true;
        }
        if !self.sentence.is_empty() && nothing_here(ui, Icon::Lock, (&self.sentence, &self.deed)) {
            actions.go(ScreenId::Waves);
        }
        false
    }
}

/// An empty place in a card: what is missing, and the one button that mends it; true when pressed.
pub(super) fn nothing_here(ui: &mut Ui, icon: Icon, (sentence, deed): (&str, &str)) -> bool {
    Card::new()
        .show(ui, |ui| empty_state(ui, icon, sentence, deed))
        .inner
}

/// The drop-down of closed waves.
pub(super) fn wave_choice(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (word, names): (&str, &[String]),
    actions: &mut Actions,
) {
    let choice = Dropdown::new("wave", word, names, Some(cx.wave)).icon(Icon::Calendar);
    if let Some(wave) = choice.show(ui) {
        actions.push(Action::SelectWave(wave));
    }
}

/// Names of the waves in the findings.
pub(super) fn wave_names(findings: &Findings) -> Vec<String> {
    findings
        .waves
        .iter()
        .map(|found| found.wave.name.clone())
        .collect()
}

/// “08 Sadovaya”, or the company.
pub(super) fn row_title(lang: Lang, findings: &Findings, branch: Option<usize>) -> String {
    branch.map_or_else(
        || message(lang, "company"),
        |branch| crate::phrases::branch_title(findings, branch),
    )
}

/// “contact staff” inside a line.
pub(super) fn audience_inside(lang: Lang, audience: Audience) -> String {
    message(
        lang,
        match audience {
            Audience::All => "audience-inside-all",
            Audience::Contact => "audience-inside-contact",
            Audience::BackOffice => "audience-inside-back_office",
        },
    )
}

/// A part of a flush card with its own padding.
pub(super) fn padded<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = Frame::new().inner_margin(Margin::symmetric(16, 12));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        add(ui)
    });
    shown.inner
}

/// The sentence with its first letter large.
pub(in crate::ui) fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}", first.unwrap_or_default(), chars.as_str())
}

/// Columns of a table of figures: a wide text first, numbers where they stand, text elsewhere.
pub(super) fn columns_of<'a>(
    heads: &'a [String],
    numbers: &std::ops::RangeInclusive<usize>,
) -> Vec<Column<'a>> {
    let column = |(at, head): (usize, &'a String)| match at {
        0 => Column::text(head).share(1.0, 140.0),
        at if numbers.contains(&at) => Column::number(head),
        _ => Column::text(head),
    };
    heads.iter().enumerate().map(column).collect()
}

/// A card with a table in which nothing can be pressed.
pub(super) fn shown_table<'c>(
    ui: &mut Ui,
    (title, caption): (&str, &str),
    table: Table<'_>,
    rows: usize,
    cell: &dyn Fn(usize, usize) -> Cell<'c>,
) {
    Card::flush().show(ui, |ui| {
        CardHead::flush(title).caption(caption).plain(ui);
        let _seen = table.show(ui, rows, cell);
    });
}
