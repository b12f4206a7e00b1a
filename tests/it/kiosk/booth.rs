//! The kiosk on a desk: pages, a clerk who answers at once, and a clock that the test turns.

use std::sync::{Arc, Mutex};

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Rect, Shape, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use frontline::app::kiosk::Clerk;
use frontline::domain::{Date, Lang, Questionnaire};
use frontline::ui::kiosk::{Kiosk, Page, Wish};
use frontline::ui::theme;

use super::double::{self, Double, Kept};

/// What lies behind the pages.
pub(crate) struct Behind {
    kiosk: Kiosk,
    clerk: Clerk,
    is_closed: bool,
    /// Whatever a frame wanted on the clipboard.
    copied: Vec<String>,
}

/// A booth with the kiosk in it.
pub(crate) struct Booth {
    harness: Harness<'static, Behind>,
    pub(crate) kept: Arc<Mutex<Kept>>,
    now: f64,
}

/// How a booth is made.
pub(crate) struct Setting {
    pub(crate) lang: Lang,
    pub(crate) size: Vec2,
    pub(crate) scale: f32,
    pub(crate) asked: Questionnaire,
    pub(crate) day: Date,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            lang: Lang::Ru,
            size: Vec2::new(1280.0, 800.0),
            scale: 1.0,
            asked: double::short(),
            day: double::open_day(),
        }
    }
}

impl Booth {
    /// A booth of 1280 × 800 points in Russian with the short survey.
    pub(crate) fn new() -> Self {
        Self::of(Setting::default())
    }

    pub(crate) fn of(setting: Setting) -> Self {
        let Setting {
            lang,
            size,
            scale,
            asked,
            day,
        } = setting;
        let (station, kept) = Double::new(asked);
        let clerk = double::clerk(station, day);
        Self::over(clerk, kept, (lang, size, scale))
    }

    /// Over any clerk.
    pub(crate) fn over(
        clerk: Clerk,
        kept: Arc<Mutex<Kept>>,
        (lang, size, scale): (Lang, Vec2, f32),
    ) -> Self {
        let mut kiosk = Kiosk::new(lang);
        kiosk.on_event(clerk.greeting());
        let behind = Behind {
            kiosk,
            clerk,
            is_closed: false,
            copied: Vec::new(),
        };
        let harness = Harness::builder()
            .with_size(size)
            .with_pixels_per_point(scale)
            .with_theme(egui::Theme::Light)
            .with_context_setup(theme::install)
            .build_ui_state(draw, behind);
        let mut booth = Self {
            harness,
            kept,
            now: 1.0,
        };
        booth.draw();
        booth
    }

    /// Draws a few frames.
    pub(crate) fn draw(&mut self) -> &mut Self {
        for _ in 0..4 {
            self.now += 1.0 / 60.0;
            self.harness.input_mut().time = Some(self.now);
            self.harness.step();
            self.listen_to_the_clipboard();
        }
        self
    }

    /// Lets time pass with nobody moving.
    pub(crate) fn wait(&mut self, seconds: f64) -> &mut Self {
        self.now += seconds;
        self.draw()
    }

    pub(crate) fn key(&mut self, key: Key) -> &mut Self {
        self.chord(key, Modifiers::NONE)
    }

    pub(crate) fn chord(&mut self, key: Key, modifiers: Modifiers) -> &mut Self {
        self.harness.key_press_modifiers(modifiers, key);
        self.draw()
    }

    pub(crate) fn write(&mut self, text: &str) -> &mut Self {
        self.event(Event::Text(text.to_owned()))
    }

    pub(crate) fn event(&mut self, event: Event) -> &mut Self {
        self.harness.event(event);
        self.draw()
    }

    /// Taps the button of this name.
    pub(crate) fn tap(&mut self, name: &str) -> &mut Self {
        self.tap_role(Role::Button, name)
    }

    pub(crate) fn tap_role(&mut self, role: Role, name: &str) -> &mut Self {
        self.harness.get_by_role_and_label(role, name).click();
        self.draw()
    }

    pub(crate) fn page(&self) -> Page {
        self.harness.state().kiosk.page()
    }

    pub(crate) fn lang(&self) -> Lang {
        self.harness.state().kiosk.lang()
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.harness.state().is_closed
    }

    pub(crate) fn copied(&self) -> &[String] {
        &self.harness.state().copied
    }

    /// The name of what holds the keyboard.
    pub(crate) fn focused(&self) -> String {
        focused(&self.harness.root()).unwrap_or_default()
    }

    pub(crate) fn shows(&self, words: &str) -> bool {
        self.everything().contains(words)
    }

    /// All that is painted and all that a screen reader hears.
    pub(crate) fn everything(&self) -> String {
        let mut all = String::new();
        for clipped in &self.harness.output().shapes {
            painted(&clipped.shape, &mut all);
        }
        heard(&self.harness.root(), &mut all);
        all
    }

    /// Name and place of everything that can be pressed.
    pub(crate) fn targets(&self) -> Vec<(String, Rect)> {
        let mut found = Vec::new();
        targets(&self.harness.root(), &mut found);
        found
    }

    /// Does egui complain about an id that two widgets share?
    pub(crate) fn has_id_clash(&self) -> bool {
        self.everything().contains("use of widget ID") || self.everything().contains("use of ID")
    }

    /// Where painted words lie that are cut off at the edge of the window.
    pub(crate) fn outside(&self, size: Vec2) -> Vec<String> {
        let window = Rect::from_min_size(egui::Pos2::ZERO, size).expand(0.5);
        let shapes = self.harness.output().shapes.iter();
        let mut outside = Vec::new();
        for clipped in shapes {
            // What scrolls is cut on purpose, by a clip that is smaller than the window.
            if clipped.clip_rect.width() < size.x - 1.0 || clipped.clip_rect.height() < size.y - 1.0
            {
                continue;
            }
            if let Shape::Text(text) = &clipped.shape {
                let place = text.galley.rect.translate(text.pos.to_vec2());
                if !window.contains_rect(place) {
                    outside.push(format!("{} at {place:?}", text.galley.text()));
                }
            }
        }
        outside
    }

    /// From the first page to the first question.
    pub(crate) fn enter_with(&mut self, code: &str) -> &mut Self {
        self.key(Key::Enter).key(Key::Enter);
        assert_eq!(self.page(), Page::Code);
        self.write(code).key(Key::Enter)
    }

    /// Answers every question of the short survey by keys, up to the review.
    pub(crate) fn answer_all(&mut self, comment: &str) -> &mut Self {
        for key in [
            Key::Num4,
            Key::Num2,
            Key::Num5,
            Key::Num1,
            Key::Num3,
            Key::Num4,
            Key::Num2,
        ] {
            self.key(key).key(Key::Enter);
        }
        self.key(Key::Num8).key(Key::Enter);
        while matches!(self.page(), Page::Question(_)) {
            self.write(comment);
            self.chord(Key::Enter, Modifiers::COMMAND);
        }
        assert_eq!(self.page(), Page::Review);
        self
    }

    fn listen_to_the_clipboard(&mut self) {
        let commands = &self.harness.output().platform_output.commands;
        let copied: Vec<String> = commands
            .iter()
            .filter_map(|command| match command {
                egui::OutputCommand::CopyText(text)
                | egui::OutputCommand::TextSelectionSettled(text) => Some(text.clone()),
                egui::OutputCommand::CopyImage(_) | egui::OutputCommand::OpenUrl(_) => None,
            })
            .filter(|text| !text.is_empty())
            .collect();
        self.harness.state_mut().copied.extend(copied);
    }
}

fn draw(ui: &mut egui::Ui, behind: &mut Behind) {
    for wish in behind.kiosk.ui(ui) {
        match wish {
            Wish::Ask(request) => {
                if let Some(event) = behind.clerk.answer(request) {
                    behind.kiosk.on_event(event);
                }
            }
            Wish::PickFolder => behind.kiosk.on_folder("usb".into()),
            Wish::Close => behind.is_closed = true,
        }
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "egui's shapes; only text has words"
)]
fn painted(shape: &Shape, all: &mut String) {
    match shape {
        Shape::Text(text) => {
            all.push_str(text.galley.text());
            all.push('\n');
        }
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| painted(shape, all)),
        _ => {}
    }
}

fn heard(node: &egui_kittest::Node<'_>, all: &mut String) {
    let heard = node.accesskit_node();
    for words in [heard.label(), heard.value(), heard.description()]
        .into_iter()
        .flatten()
    {
        all.push_str(&words);
        all.push('\n');
    }
    for child in node.children() {
        self::heard(&child, all);
    }
}

fn focused(node: &egui_kittest::Node<'_>) -> Option<String> {
    let own = node.accesskit_node();
    if own.is_focused() {
        return own.label();
    }
    node.children().find_map(|child| focused(&child))
}

fn targets(node: &egui_kittest::Node<'_>, found: &mut Vec<(String, Rect)>) {
    let own = node.accesskit_node();
    if matches!(
        own.role(),
        Role::Button | Role::RadioButton | Role::TextInput | Role::MultilineTextInput
    ) {
        found.push((own.label().unwrap_or_default(), node.rect()));
    }
    for child in node.children() {
        targets(&child, found);
    }
}
