//! The first screen, without a workspace: what the program is, and three ways to begin.
//! Must not open files itself.

use std::path::PathBuf;

use egui::{Sense, Ui, vec2};

use super::{Screen, ScreenId};
use crate::app::{Command, Settings};
use crate::domain::Lang;
use crate::i18n::message;
use crate::ui::action::{Action, Actions, Pick};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Button, Card, Kit as _, Segments, TextField, brand, equal_cells, is_narrow,
};

/// The seed of the example that everybody sees.
const EXAMPLE_SEED: u64 = 7;
/// The page is no wider than this.
const WIDEST: f32 = 1040.0;
/// Height of a card, so that the three stand in line.
const CARD: f32 = 260.0;
/// About how high the page is.
const USUAL: f32 = 520.0;
/// Recent workspaces that are offered.
const RECENT: usize = 5;

/// The first screen.
#[derive(Default)]
pub(super) struct Welcome {
    company: String,
    was_tried: bool,
    shown: Option<Shown>,
}

/// Everything that is drawn, formatted.
struct Shown {
    name: String,
    sentence: String,
    promise: String,
    langs: [String; 2],
    lang: usize,
    example: [String; 3],
    new: [String; 3],
    company: String,
    company_hint: String,
    company_wanted: String,
    open: [String; 3],
    recent_title: String,
    /// Name, folder, path.
    recent: Vec<(String, String, PathBuf)>,
    drop: String,
    witness: [String; 2],
}

impl Screen for Welcome {
    fn prepare(&mut self, cx: &Cx<'_>) {
        let lang = cx.lang;
        let words = |name: &str| {
            ["title", "text", "deed"].map(|part| message(lang, &format!("welcome-{name}-{part}")))
        };
        let recent = cx.settings.recent.iter().take(RECENT).map(|path| {
            let part = |part: Option<&std::ffi::OsStr>| {
                part.map_or_else(String::new, |part| part.to_string_lossy().into_owned())
            };
            let folder = part(path.parent().map(std::path::Path::as_os_str));
            (part(path.file_stem()), folder, path.clone())
        });
        self.shown = Some(Shown {
            name: message(lang, "app-name"),
            sentence: message(lang, "welcome-sentence"),
            promise: message(lang, "welcome-promise"),
            langs: Lang::ALL.map(|lang| message(lang, &format!("language-{}", lang.code()))),
            lang: Lang::ALL
                .iter()
                .position(|known| *known == lang)
                .unwrap_or(0),
            example: words("example"),
            new: words("new"),
            company: message(lang, "welcome-company"),
            company_hint: message(lang, "welcome-company-hint"),
            company_wanted: message(lang, "welcome-company-wanted"),
            open: words("open"),
            recent_title: message(lang, "welcome-recent"),
            recent: recent.collect(),
            drop: message(lang, "welcome-drop"),
            witness: ["welcome-witness", "welcome-witness-deed"].map(|key| message(lang, key)),
        });
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(shown) = &self.shown else { return };
        let room = ui.available_width();
        let width = room.min(WIDEST);
        let side = (room - width) / 2.0;
        let form = (&mut self.company, &mut self.was_tried);
        // A large window shows the page a little above its middle.
        ui.add_space(((ui.available_height() - USUAL) / 3.0).max(0.0));
        ui.horizontal_top(|ui| {
            ui.add_space(side);
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = measures::GAP_L;
                shown.head_ui(ui, cx.settings, actions);
                shown.cards_ui(ui, form, cx, actions);
                shown.recent_ui(ui, actions);
                shown.witness_ui(ui, actions);
                ui.horizontal(|ui| {
                    let weak = ui.palette().weak;
                    ui.icon(Icon::FileDown, measures::ICON, weak);
                    ui.text_weak(Type::Small, &shown.drop);
                });
            });
        });
    }
}

impl Shown {
    fn head_ui(&self, ui: &mut Ui, settings: &Settings, actions: &mut Actions) {
        ui.add_space(measures::GAP_M);
        ui.horizontal(|ui| {
            ui.allocate_ui(vec2(220.0, 32.0), |ui| brand(ui, &self.name, false));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if let Some(picked) = Segments::new("lang", &self.langs, self.lang).show(ui) {
                    let lang = Lang::ALL.get(picked).copied();
                    actions.push(Action::Remember(Settings {
                        lang,
                        ..settings.clone()
                    }));
                }
            });
        });
        ui.add_space(measures::GAP_L);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            ui.set_max_width(ui.available_width().min(900.0));
            ui.text(Type::Title, &self.sentence);
            ui.text_weak(Type::Body, &self.promise);
        });
    }

    fn cards_ui(
        &self,
        ui: &mut Ui,
        (company, was_tried): (&mut String, &mut bool),
        cx: &Cx<'_>,
        actions: &mut Actions,
    ) {
        let per_row = if is_narrow(ui) && ui.available_width() < 700.0 {
            1
        } else {
            3
        };
        equal_cells(ui, (3, per_row), |ui, index| {
            Card::new().padding(20).min_height(CARD).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = measures::GAP_S;
                match index {
                    0 => self.example_ui(ui, cx.lang, actions),
                    1 => self.new_ui(ui, (company, was_tried), actions),
                    _ => self.open_ui(ui, actions),
                }
            });
        });
    }

    fn example_ui(&self, ui: &mut Ui, lang: Lang, actions: &mut Actions) {
        card_words(ui, Icon::Store, &self.example);
        at_bottom(ui);
        if ui
            .add(Button::primary(&self.example[2]).full_width())
            .clicked()
        {
            actions.run(Command::OpenDemo {
                dir: None,
                lang,
                seed: EXAMPLE_SEED,
            });
        }
    }

    fn new_ui(
        &self,
        ui: &mut Ui,
        (company, was_tried): (&mut String, &mut bool),
        actions: &mut Actions,
    ) {
        card_words(ui, Icon::Plus, &self.new);
        let name = company.trim().to_owned();
        let is_wanting = name.is_empty() && *was_tried;
        let error = is_wanting.then_some(self.company_wanted.as_str());
        let field = TextField::new("company", &self.company)
            .hint(&self.company_hint)
            .error(error);
        field.width(f32::INFINITY).show(ui, company);
        at_bottom(ui);
        if ui
            .add(Button::secondary(&self.new[2]).full_width())
            .clicked()
        {
            *was_tried = true;
            if !name.is_empty() {
                actions.push(Action::Pick(Pick::NewWorkspace { company: name }));
            }
        }
    }

    fn open_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        card_words(ui, Icon::HardDrive, &self.open);
        at_bottom(ui);
        if ui
            .add(Button::secondary(&self.open[2]).full_width())
            .clicked()
        {
            actions.push(Action::Pick(Pick::OpenWorkspace));
        }
    }

    /// Another person with another part: not for HR.
    fn witness_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        ui.horizontal(|ui| {
            ui.set_min_height(measures::CONTROL_SMALL);
            ui.spacing_mut().item_spacing.x = measures::GAP_S;
            let weak = ui.palette().weak;
            ui.icon(Icon::KeyRound, measures::ICON, weak);
            ui.text_weak(Type::Body, &self.witness[0]);
            if ui.add(Button::quiet(&self.witness[1]).small()).clicked() {
                actions.go(ScreenId::Witness);
            }
        });
    }

    fn recent_ui(&self, ui: &mut Ui, actions: &mut Actions) {
        if self.recent.is_empty() {
            return;
        }
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.text(Type::Strong, &self.recent_title);
            for (position, (name, folder, path)) in self.recent.iter().enumerate() {
                ui.push_id(position, |ui| {
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = measures::GAP_S;
                        if ui.add(Button::quiet(name).small()).clicked() {
                            actions.run(Command::OpenWorkspace(path.clone()));
                        }
                        let weak = ui.palette().weak;
                        ui.text_line(Type::Small, weak, folder);
                    });
                });
            }
        });
    }
}

fn card_words(ui: &mut Ui, icon: Icon, words: &[String; 3]) {
    let accent = ui.palette().accent;
    ui.icon(icon, measures::ICON_LARGE, accent);
    ui.text(Type::Heading, &words[0]);
    ui.text_weak(Type::Body, &words[1]);
}

/// Leaves only room for a button below, so that the buttons of all cards stand in line.
fn at_bottom(ui: &mut Ui) {
    let used = ui.cursor().top() - ui.max_rect().top();
    let rest = CARD - 42.0 - measures::CONTROL - measures::GAP_S - used;
    if rest > 0.0 {
        ui.allocate_exact_size(vec2(1.0, rest), Sense::hover());
    }
}
