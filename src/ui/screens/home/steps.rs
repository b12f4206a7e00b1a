//! Where a wave stands: the steps of the loop with their real states.

use egui::accesskit::Role;
use egui::{Sense, Stroke, Ui, WidgetInfo, vec2};

use super::super::deeds;
use super::super::parts::{StepState, step_mark};
use super::next::{has_answers, has_customers};
use super::plan::Standing;
use crate::app::{Overview, WaveInfo};
use crate::domain::{Lang, WaveState};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::theme::Type;
use crate::ui::widgets::Kit as _;

/// A step with its caption.
pub(super) struct WaveStep {
    pub(super) label: String,
    pub(super) caption: String,
    pub(super) state: StepState,
}

/// A step before its state is known: key, caption, is it done?
pub(super) type Stage = (&'static str, String, bool);

/// Where a wave stands: design, codes or opening, answers, closing, findings, actions, checked.
pub(super) fn wave_steps(
    lang: Lang,
    overview: &Overview,
    (wave, standing): (Option<&WaveInfo>, Standing),
) -> Vec<WaveStep> {
    let Some(info) = wave else {
        return placed(lang, first_stages(lang, overview));
    };
    let mut stages = match super::collected::stages(lang, info) {
        Some(stages) => stages,
        None => imported_stages(lang, overview, info),
    };
    stages.extend(super::plan::stages(lang, (overview, info), standing));
    placed(lang, stages)
}

/// The first step that is not done is the one to take now.
fn placed(lang: Lang, stages: Vec<Stage>) -> Vec<WaveStep> {
    let now = stages.iter().position(|(_, _, is_done)| !is_done);
    let steps = stages.into_iter().enumerate();
    steps
        .map(|(at, (key, caption, is_done))| WaveStep {
            label: message(lang, key),
            caption,
            state: if is_done {
                StepState::Done
            } else if now == Some(at) {
                StepState::Now
            } else {
                StepState::Later
            },
        })
        .collect()
}

/// Before the first wave.
fn first_stages(lang: Lang, overview: &Overview) -> Vec<Stage> {
    let word = |key: &str| message(lang, key);
    vec![
        (
            "step-organisation",
            branches_caption(lang, overview),
            !overview.branches.is_empty(),
        ),
        (
            "step-questionnaire",
            questionnaire_caption(lang, None),
            false,
        ),
        ("step-answers", answers_caption(lang, None), false),
        ("step-findings", word("step-findings-later"), false),
        ("step-actions", word("step-actions-none"), false),
        ("step-checked", word("step-checked-later"), false),
    ]
}

/// A wave whose answers come from files.
fn imported_stages(lang: Lang, overview: &Overview, info: &WaveInfo) -> Vec<Stage> {
    let state = info.wave.state;
    let is_closed = state == WaveState::Closed;
    vec![
        (
            "step-questionnaire",
            questionnaire_caption(lang, Some(info)),
            true,
        ),
        (
            "step-opened",
            opened_caption(lang, Some(info)),
            state != WaveState::Draft,
        ),
        ("step-answers", answers_caption(lang, Some(info)), is_closed),
        (
            "step-customers",
            customers_caption(lang, overview, Some(info)),
            has_customers(overview, info),
        ),
    ]
}

fn branches_caption(lang: Lang, overview: &Overview) -> String {
    let count = i64::try_from(overview.branches.len()).unwrap_or(i64::MAX);
    tr!(lang, "branches-count", count = count)
}

fn questionnaire_caption(lang: Lang, wave: Option<&WaveInfo>) -> String {
    let Some(info) = wave else {
        return message(lang, "step-questionnaire-later");
    };
    let items = i64::try_from(info.questionnaire.items.len()).unwrap_or(i64::MAX);
    if items == 0 {
        message(lang, "step-means")
    } else {
        tr!(lang, "questions-count", count = items)
    }
}

fn opened_caption(lang: Lang, wave: Option<&WaveInfo>) -> String {
    let first = wave.and_then(|info| info.wave.opens);
    first.map_or_else(
        || message(lang, "step-no-day"),
        |first| number::day_of_year(lang, first),
    )
}

fn answers_caption(lang: Lang, wave: Option<&WaveInfo>) -> String {
    let Some(info) = wave.filter(|info| info.wave.state != WaveState::Draft) else {
        return message(lang, "step-answers-later");
    };
    if info.has_means {
        return message(lang, "step-means");
    }
    if has_answers(info) {
        deeds::returned_of(lang, info)
    } else {
        message(lang, "step-answers-none")
    }
}

fn customers_caption(lang: Lang, overview: &Overview, wave: Option<&WaveInfo>) -> String {
    let months = wave.and_then(|info| info.wave.customers);
    let has = wave.is_some_and(|info| has_customers(overview, info));
    match (has, months) {
        (_, Some((first, last))) => number::months_in_column(lang, first, last),
        (true, None) => message(lang, "step-customers-some"),
        (false, None) => message(lang, "step-customers-none"),
    }
}

/// Draws the steps in equal columns; where there is no room for words, only the present one has them.
pub(super) fn steps_ui(ui: &mut Ui, steps: &[WaveStep]) {
    let palette = ui.palette();
    let size = vec2(ui.available_width(), 80.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    #[expect(clippy::cast_precision_loss, reason = "eight steps at most")]
    let width = rect.width() / steps.len().max(1) as f32;
    for (position, step) in steps.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "eight steps at most")]
        let left = rect.left() + width * position as f32;
        let middle = rect.top() + 12.0;
        step_mark(
            ui,
            egui::pos2(left + 12.0, middle),
            position + 1,
            step.state,
        );
        if position + 1 < steps.len() {
            let line = match step.state {
                StepState::Done => Stroke::new(2.0, palette.ok),
                StepState::Now | StepState::Later => Stroke::new(2.0, palette.border),
            };
            ui.painter()
                .hline(left + 30.0..=left + width - 6.0, middle, line);
        }
        let place =
            egui::Rect::from_min_size(egui::pos2(left, rect.top() + 30.0), vec2(width - 6.0, 50.0));
        step_words(ui, place, position, step);
    }
}

fn step_words(ui: &Ui, place: egui::Rect, position: usize, step: &WaveStep) {
    let palette = ui.palette();
    let (style, ink) = match step.state {
        StepState::Now => (Type::Strong, palette.text),
        StepState::Done => (Type::Body, palette.text),
        StepState::Later => (Type::Body, palette.weak),
    };
    let head = ui
        .painter()
        .layout_job(style.elided(&step.label, ink, place.width()));
    // With eight steps a caption has little room: two lines before anything is cut.
    let mut below = Type::Small.elided(&step.caption, palette.weak, place.width());
    below.wrap.max_rows = 2;
    below.wrap.break_anywhere = false;
    let below = ui.painter().layout_job(below);
    let is_elided = head.elided || below.elided;
    ui.painter().galley(place.min, head, ink);
    ui.painter()
        .galley(place.min + vec2(0.0, 18.0), below, palette.weak);
    let response = ui.interact(
        place,
        ui.scope_id().with(("step", position)),
        Sense::hover(),
    );
    let name = format!("{}: {}", step.label, step.caption);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    if is_elided {
        response.on_hover_text(name);
    }
}
