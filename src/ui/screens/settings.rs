//! Settings: language, theme, zoom, the company's name, the workspace file, what is stored where.
//! Changes apply at once and are remembered.

use std::path::PathBuf;

use egui::Ui;

use super::Screen;
use super::keys::KeysCard;
use super::parts::HEAD_GAP;
use super::verified::VerifiedCard;
use crate::app::{Command, Settings, ThemeChoice};
use crate::domain::Lang;
use crate::i18n::message;
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::cx::Cx;
use crate::ui::icons::Icon;
use crate::ui::theme::{Type, measures};
use crate::ui::widgets::{
    Button, Card, CardHead, Dropdown, Kit as _, Segments, Side, TextField, page_head, two_columns,
};

const THEMES: [ThemeChoice; 3] = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];
const ZOOMS: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

/// The settings.
#[derive(Default)]
pub(super) struct SettingsScreen {
    company: String,
    was_tried: bool,
    keys: KeysCard,
    shown: Option<Shown>,
}

impl SettingsScreen {
    /// Forgets what was typed into forms about keys.
    pub(super) fn forget_secrets(&mut self) {
        self.keys = KeysCard::default();
    }
}

/// Everything that is drawn, formatted.
struct Shown {
    title: String,
    subtitle: String,
    look: String,
    language: String,
    langs: [String; 2],
    lang: usize,
    theme: String,
    themes: [String; 3],
    theme_now: usize,
    zoom: String,
    zooms: Vec<String>,
    zoom_now: usize,
    workspace: Option<Workspace>,
    stored: String,
    stored_rows: Vec<(Icon, String)>,
    about: String,
    about_rows: Vec<String>,
    verified: VerifiedCard,
}

struct Workspace {
    title: String,
    company: String,
    saved_name: String,
    rename: String,
    wanted: String,
    file: String,
    path: String,
    folder: PathBuf,
    show_folder: String,
    close: String,
}

impl Screen for SettingsScreen {
    fn prepare(&mut self, cx: &Cx<'_>) {
        if let Some(overview) = cx.overview {
            self.company.clone_from(&overview.company);
        }
        self.was_tried = false;
        self.keys.prepare(cx);
        self.shown = Some(Shown::new(cx));
    }

    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions) {
        let Some(shown) = &self.shown else { return };
        ui.spacing_mut().item_spacing.y = HEAD_GAP;
        page_head(ui, &shown.title, &shown.subtitle, |_| {});
        let (company, was_tried) = (&mut self.company, &mut self.was_tried);
        let keys = &mut self.keys;
        two_columns(ui, 400.0, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => {
                    shown.look_ui(ui, cx.settings, actions);
                    if let Some(workspace) = &shown.workspace {
                        workspace.show(ui, (company, was_tried), actions);
                        keys.show(ui, cx, actions);
                    }
                }
                Side::Right => {
                    shown.verified.show(ui, actions);
                    shown.words_ui(ui);
                }
            }
        });
    }
}

impl Shown {
    fn new(cx: &Cx<'_>) -> Self {
        let lang = cx.lang;
        let word = |key| message(lang, key);
        let zoom = if cx.settings.zoom == 0 {
            100
        } else {
            cx.settings.zoom
        };
        let stored = ["workspace", "settings", "network", "names"];
        let icons = [
            Icon::HardDrive,
            Icon::Settings,
            Icon::ShieldCheck,
            Icon::EyeOff,
        ];
        Self {
            verified: VerifiedCard::new(cx),
            title: word("nav-settings"),
            subtitle: word("settings-subtitle"),
            look: word("settings-look"),
            language: word("settings-language"),
            langs: Lang::ALL.map(|lang| message(lang, &format!("language-{}", lang.code()))),
            lang: Lang::ALL
                .iter()
                .position(|known| *known == lang)
                .unwrap_or(0),
            theme: word("settings-theme"),
            themes: [
                word("theme-system"),
                word("theme-light"),
                word("theme-dark"),
            ],
            theme_now: THEMES
                .iter()
                .position(|theme| *theme == cx.settings.theme)
                .unwrap_or(0),
            zoom: word("settings-zoom"),
            zooms: ZOOMS
                .iter()
                .map(|zoom| crate::i18n::number::percent(lang, f64::from(*zoom) / 100.0))
                .collect(),
            zoom_now: ZOOMS
                .iter()
                .position(|known| *known >= zoom)
                .unwrap_or(ZOOMS.len() - 1),
            workspace: cx.overview.map(|overview| Workspace {
                title: word("settings-workspace"),
                company: word("settings-company"),
                saved_name: overview.company.clone(),
                rename: word("settings-rename"),
                wanted: word("welcome-company-wanted"),
                file: word("settings-file"),
                path: overview.path.display().to_string(),
                folder: overview
                    .path
                    .parent()
                    .map(PathBuf::from)
                    .unwrap_or_default(),
                show_folder: word("settings-show-folder"),
                close: word("settings-close"),
            }),
            stored: word("settings-stored"),
            stored_rows: icons
                .into_iter()
                .zip(stored)
                .map(|(icon, key)| (icon, message(lang, &format!("settings-stored-{key}"))))
                .collect(),
            about: word("settings-about"),
            about_rows: vec![
                tr!(
                    lang,
                    "settings-version",
                    version = env!("CARGO_PKG_VERSION")
                ),
                word("settings-license"),
                word("settings-fonts"),
            ],
        }
    }

    fn look_ui(&self, ui: &mut Ui, settings: &Settings, actions: &mut Actions) {
        let mut wanted = settings.clone();
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            CardHead::new(&self.look).plain(ui);
            row(ui, &self.language, |ui| {
                if let Some(picked) = Segments::new("lang", &self.langs, self.lang).show(ui) {
                    wanted.lang = Lang::ALL.get(picked).copied();
                }
            });
            row(ui, &self.theme, |ui| {
                if let Some(picked) = Segments::new("theme", &self.themes, self.theme_now).show(ui)
                {
                    wanted.theme = THEMES.get(picked).copied().unwrap_or_default();
                }
            });
            row(ui, &self.zoom, |ui| {
                let zooms = Dropdown::new("zoom", &self.zoom, &self.zooms, Some(self.zoom_now));
                if let Some(picked) = zooms.width(110.0).show(ui) {
                    wanted.zoom = ZOOMS.get(picked).copied().unwrap_or(100);
                }
            });
        });
        if wanted != *settings {
            actions.push(Action::Remember(wanted));
        }
    }

    fn words_ui(&self, ui: &mut Ui) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            CardHead::new(&self.stored).plain(ui);
            for (icon, words) in &self.stored_rows {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 10.0;
                    let accent = ui.palette().accent;
                    ui.icon(*icon, measures::ICON, accent);
                    ui.vertical(|ui| ui.text(Type::Body, words));
                });
            }
        });
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            CardHead::new(&self.about).plain(ui);
            for words in &self.about_rows {
                ui.text_weak(Type::Body, words);
            }
        });
    }
}

impl Workspace {
    fn show(
        &self,
        ui: &mut Ui,
        (company, was_tried): (&mut String, &mut bool),
        actions: &mut Actions,
    ) {
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            CardHead::new(&self.title).plain(ui);
            row(ui, &self.company, |ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                let name = company.trim().to_owned();
                let error = (name.is_empty() && *was_tried).then_some(self.wanted.as_str());
                let field = TextField::new("company", &self.company)
                    .unlabelled()
                    .error(error);
                field.width(260.0).show(ui, company);
                let is_same = name == self.saved_name;
                let save = ui.add_enabled(!is_same, Button::secondary(&self.rename));
                if save.clicked() {
                    *was_tried = true;
                    if !name.is_empty() {
                        actions.run(Command::RenameCompany(name));
                    }
                }
            });
            row(ui, &self.file, |ui| {
                let size = egui::vec2(ui.available_width(), measures::CONTROL);
                let middle = egui::Layout::left_to_right(egui::Align::Center);
                ui.allocate_ui_with_layout(size, middle, |ui| {
                    let ink = ui.palette().text;
                    ui.text_line(Type::Body, ink, &self.path);
                });
            });
            ui.rule();
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = measures::GAP_S;
                if ui
                    .add(Button::secondary(&self.show_folder).icon(Icon::HardDrive))
                    .clicked()
                {
                    actions.push(Action::OpenPath(self.folder.clone()));
                }
                if ui
                    .add(Button::secondary(&self.close).icon(Icon::X))
                    .clicked()
                {
                    actions.run(Command::CloseWorkspace);
                }
            });
        });
    }
}

/// A label of a fixed width, and its control.
fn row(ui: &mut Ui, label: &str, control: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.set_min_height(measures::CONTROL);
        ui.allocate_ui_with_layout(
            egui::vec2(150.0, measures::CONTROL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(150.0);
                let weak = ui.palette().weak;
                ui.text_line(Type::Body, weak, label);
            },
        );
        control(ui);
    });
}
