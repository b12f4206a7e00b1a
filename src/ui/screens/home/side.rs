//! What needs attention: three things at most, the most serious first.

use egui::{Frame, Margin, Ui, vec2};

use super::super::deeds;
use super::next::has_customers;
use crate::analysis::{Findings, HiddenWhat, WaveFindings};
use crate::app::{Overview, WaveInfo};
use crate::domain::{Audience, Lang, WaveState};
use crate::i18n::message;
use crate::phrases;
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::screens::ScreenId;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Button, Card, CardHead, Kit as _};

/// Alerts that are shown at most.
const MOST: usize = 3;

/// Something to look at.
pub(super) struct Alert {
    icon: Icon,
    tone: Tone,
    title: String,
    text: String,
    link: String,
    action: Action,
}

pub(super) fn alerts(cx: &Cx<'_>, overview: &Overview, wave: Option<&WaveInfo>) -> Vec<Alert> {
    let lang = cx.lang;
    let mut all = Vec::new();
    if cx.ready().is_none() {
        all.extend(overdue(lang, overview));
    }
    if let (Some(findings), Some(info)) = (cx.ready(), wave) {
        let found = findings
            .wave(info.wave.code.as_str())
            .or(findings.waves.last());
        if let Some(found) = found {
            all.extend(divergences(lang, findings, found));
            all.extend(overdue(lang, overview));
            all.extend(hidden(lang, found));
        }
    }
    all.extend(wave.and_then(|info| late(lang, overview, info)));
    all.extend(wave.and_then(|info| without_customers(lang, overview, info)));
    all.extend(too_small(lang, overview, wave));
    all.extend(wave.and_then(|info| together(lang, info)));
    all.extend(without_staff(lang, overview));
    all.truncate(MOST);
    all
}

/// The first divergence, and how many more there are.
fn divergences(lang: Lang, findings: &Findings, found: &WaveFindings) -> Option<Alert> {
    let first = found.divergences.first()?;
    let sentence = phrases::divergence(lang, findings, first);
    let chance = phrases::divergences_by_chance(lang, found);
    Some(Alert {
        icon: Icon::TrendingDown,
        tone: if first.is_certain {
            Tone::Bad
        } else {
            Tone::Warn
        },
        title: sentence.headline,
        text: format!("{}\n{chance}", sentence.detail),
        link: message(lang, "home-see-customers"),
        action: Action::Go(ScreenId::Customers),
    })
}

/// Actions whose day is past.
fn overdue(lang: Lang, overview: &Overview) -> Option<Alert> {
    let actions = &overview.actions.actions;
    let late: Vec<&str> = actions
        .iter()
        .filter(|action| action.is_overdue(overview.today))
        .map(|action| action.what.as_str())
        .collect();
    let first = *late.first()?;
    Some(Alert {
        icon: Icon::ListChecks,
        tone: Tone::Bad,
        title: tr!(
            lang,
            "alert-overdue",
            count = i64::try_from(late.len()).unwrap_or(i64::MAX)
        ),
        text: first.to_owned(),
        link: message(lang, "home-see-actions"),
        action: Action::Go(ScreenId::Actions),
    })
}

/// Branches without any figure of their own in the last results.
fn hidden(lang: Lang, found: &WaveFindings) -> Option<Alert> {
    let is_row = |note: &&crate::analysis::HiddenNote| {
        note.audience == Audience::All && note.what == HiddenWhat::Row && note.branch.is_some()
    };
    let count = found.hidden.iter().filter(is_row).count();
    (count > 0).then(|| Alert {
        icon: Icon::EyeOff,
        tone: Tone::Warn,
        title: tr!(
            lang,
            "alert-hidden",
            count = i64::try_from(count).unwrap_or(i64::MAX)
        ),
        text: tr!(
            lang,
            "alert-hidden-text",
            name = found.wave.name.as_str(),
            k = i64::from(found.wave.min_group.get())
        ),
        link: message(lang, "home-see-results"),
        action: Action::Go(ScreenId::Results),
    })
}

/// An open wave whose last day is past.
fn late(lang: Lang, overview: &Overview, info: &WaveInfo) -> Option<Alert> {
    let last = info.wave.closes.filter(|last| *last < overview.today)?;
    (info.wave.state == WaveState::Open).then(|| Alert {
        icon: Icon::Clock,
        tone: Tone::Warn,
        title: tr!(lang, "alert-late", name = info.wave.name.as_str()),
        text: tr!(
            lang,
            "alert-late-text",
            day = crate::i18n::number::day(lang, last)
        ),
        link: message(lang, "home-close-wave"),
        action: deeds::close_wave(lang, info),
    })
}

fn without_customers(lang: Lang, overview: &Overview, info: &WaveInfo) -> Option<Alert> {
    let is_wanting = info.wave.state != WaveState::Draft && !has_customers(overview, info);
    is_wanting.then(|| Alert {
        icon: Icon::Star,
        tone: Tone::Warn,
        title: tr!(lang, "alert-customers", name = info.wave.name.as_str()),
        text: message(lang, "alert-customers-text"),
        link: message(lang, "home-import-customers"),
        action: deeds::import("outcomes"),
    })
}

/// Branches that cannot have a report of their own, while that can still be planned for.
fn too_small(lang: Lang, overview: &Overview, wave: Option<&WaveInfo>) -> Option<Alert> {
    let is_bare = |info: &&WaveInfo| info.collection.is_none();
    let info = wave.filter(|info| info.wave.state == WaveState::Draft);
    let info = info.filter(is_bare)?;
    let k = info.wave.min_group.get();
    let small = overview
        .branches
        .iter()
        .filter(|branch| branch.head_count() < k)
        .count();
    (small > 0).then(|| Alert {
        icon: Icon::Users,
        tone: Tone::Warn,
        title: tr!(
            lang,
            "alert-small",
            count = i64::try_from(small).unwrap_or(i64::MAX)
        ),
        text: tr!(lang, "alert-small-text", k = i64::from(k)),
        link: message(lang, "home-see-organisation"),
        action: Action::Go(ScreenId::Organisation),
    })
}

/// Branches that report with their neighbours.
fn together(lang: Lang, info: &WaveInfo) -> Option<Alert> {
    let pools = &info.collection.as_ref()?.design.pools;
    let shared = pools.iter().filter(|pool| pool.len() > 1);
    let count: usize = shared.map(Vec::len).sum();
    (count > 0 && info.wave.state == WaveState::Draft).then(|| Alert {
        icon: Icon::Merge,
        tone: Tone::Warn,
        title: tr!(
            lang,
            "alert-together",
            count = i64::try_from(count).unwrap_or(i64::MAX)
        ),
        text: message(lang, "alert-together-text"),
        link: message(lang, "alert-together-link"),
        action: Action::ShowWave(info.wave.code.clone()),
    })
}

fn without_staff(lang: Lang, overview: &Overview) -> Option<Alert> {
    let bare = overview
        .branches
        .iter()
        .filter(|branch| branch.head_count() == 0)
        .count();
    (bare > 0).then(|| Alert {
        icon: Icon::Users,
        tone: Tone::Warn,
        title: tr!(
            lang,
            "alert-no-staff",
            count = i64::try_from(bare).unwrap_or(i64::MAX)
        ),
        text: message(lang, "alert-no-staff-text"),
        link: message(lang, "home-see-organisation"),
        action: Action::Go(ScreenId::Organisation),
    })
}

/// Draws the card of alerts; the words are its title and what it says when there are none.
pub(super) fn alerts_ui(
    ui: &mut Ui,
    (title, none): (&str, &str),
    alerts: &[Alert],
    actions: &mut Actions,
) {
    Card::flush().show(ui, |ui| {
        CardHead::flush(title).rule().plain(ui);
        if alerts.is_empty() {
            Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
                ui.horizontal(|ui| {
                    let ok = ui.palette().ok;
                    ui.icon(Icon::CircleCheck, measures::ICON, ok);
                    ui.text_weak(Type::Body, none);
                });
            });
        }
        for (position, alert) in alerts.iter().enumerate() {
            if position > 0 {
                ui.rule();
            }
            ui.push_id(position, |ui| alert_ui(ui, alert, actions));
        }
    });
}

fn alert_ui(ui: &mut Ui, alert: &Alert, actions: &mut Actions) {
    let palette = ui.palette();
    let margin = Margin {
        left: 16,
        right: 16,
        top: 12,
        bottom: 8,
    };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = measures::GAP_M;
            Frame::new()
                .fill(palette.tone_soft(alert.tone))
                .corner_radius(measures::RADIUS_CONTROL)
                .inner_margin(Margin::same(6))
                .show(ui, |ui| {
                    ui.icon(alert.icon, measures::ICON, palette.tone(alert.tone))
                });
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
                ui.text(Type::Strong, &alert.title);
                ui.text_weak(Type::Small, &alert.text);
                ui.horizontal(|ui| {
                    // The link stands under the words, not indented by its own padding.
                    ui.add_space(-4.0);
                    if ui.add(Button::quiet(&alert.link).small()).clicked() {
                        actions.push(alert.action.clone());
                    }
                });
            });
        });
    });
}
