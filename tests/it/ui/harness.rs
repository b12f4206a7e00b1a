//! The window without a display: draws the shell, presses what has a name, keeps what it wished for.

use egui::accesskit::Role;
use egui::{Shape, Theme, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use frontline::domain::Lang;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};
use frontline::ui::theme;

/// A desk with the window on it.
pub(crate) struct Desk {
    harness: Harness<'static, (Shell, Vec<Outward>)>,
}

impl Desk {
    /// A desk of 1280 × 800 points that shows this screen.
    pub(crate) fn new(shell: Shell, screen: ScreenId) -> Self {
        Self::sized(shell, screen, Theme::Light, Vec2::new(1280.0, 800.0))
    }

    /// Any theme and size.
    pub(crate) fn sized(mut shell: Shell, screen: ScreenId, theme: Theme, size: Vec2) -> Self {
        shell.go(screen);
        let mut harness = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .with_context_setup(theme::install)
            .build_ui_state(
                |ui, (shell, wishes): &mut (Shell, Vec<Outward>)| wishes.extend(shell.ui(ui)),
                (shell, Vec::new()),
            );
        harness.run_steps(3);
        Self { harness }
    }

    /// Presses the button, link or choice of this name.
    pub(crate) fn press(&mut self, role: Role, name: &str) -> &mut Self {
        self.harness.get_by_role_and_label(role, name).click();
        self.harness.run_steps(3);
        self
    }

    /// Presses a button.
    pub(crate) fn button(&mut self, name: &str) -> &mut Self {
        self.press(Role::Button, name)
    }

    /// Types into the field of this name.
    pub(crate) fn type_into(&mut self, field: &str, text: &str) -> &mut Self {
        self.harness
            .get_by_role_and_label(Role::TextInput, field)
            .focus();
        self.harness.run_steps(1);
        self.harness
            .get_by_role_and_label(Role::TextInput, field)
            .type_text(text);
        self.harness.run_steps(2);
        self
    }

    /// Types into the passphrase field of this name.
    pub(crate) fn type_secret(&mut self, field: &str, text: &str) -> &mut Self {
        self.harness
            .get_by_role_and_label(Role::PasswordInput, field)
            .focus();
        self.harness.run_steps(1);
        self.harness
            .get_by_role_and_label(Role::PasswordInput, field)
            .type_text(text);
        self.harness.run_steps(2);
        self
    }

    /// Types into the field of this role and name.
    pub(crate) fn type_role(&mut self, role: Role, field: &str, text: &str) -> &mut Self {
        self.harness.get_by_role_and_label(role, field).focus();
        self.harness.run_steps(1);
        self.harness
            .get_by_role_and_label(role, field)
            .type_text(text);
        self.harness.run_steps(2);
        self
    }

    /// Presses the first of several buttons of this name.
    pub(crate) fn first_button(&mut self, name: &str) -> &mut Self {
        let first = self
            .harness
            .query_all_by_role_and_label(Role::Button, name)
            .next();
        first.expect("a button of this name").click();
        self.harness.run_steps(3);
        self
    }

    /// Presses keys.
    pub(crate) fn key(&mut self, modifiers: egui::Modifiers, key: egui::Key) -> &mut Self {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run_steps(3);
        self
    }

    /// Types into the search field of this name.
    pub(crate) fn search(&mut self, field: &str, text: &str) -> &mut Self {
        self.harness
            .get_by_role_and_label(Role::SearchInput, field)
            .focus();
        self.harness.run_steps(1);
        self.harness
            .get_by_role_and_label(Role::SearchInput, field)
            .type_text(text);
        self.harness.run_steps(2);
        self
    }

    /// Is anything of this name on the screen?
    pub(crate) fn shows(&self, name: &str) -> bool {
        self.harness
            .query_all_by_label_contains(name)
            .next()
            .is_some()
    }

    /// What was wished for since the last look.
    pub(crate) fn wishes(&mut self) -> Vec<Outward> {
        std::mem::take(&mut self.harness.state_mut().1)
    }

    /// The window itself.
    pub(crate) fn shell(&mut self) -> &mut Shell {
        &mut self.harness.state_mut().0
    }

    /// Draws a few frames.
    pub(crate) fn draw(&mut self) {
        self.harness.run_steps(3);
    }

    /// What a screen reader hears, top to bottom: role, name, value, and what is off or chosen.
    pub(crate) fn heard(&self) -> String {
        let mut text = String::new();
        listen(&self.harness.root(), 0, &mut text);
        text
    }

    /// Does egui complain about an id that two widgets share?
    pub(crate) fn has_id_clash(&self) -> bool {
        let shapes = self.harness.output().shapes.iter();
        shapes.map(|clipped| &clipped.shape).any(speaks_of_ids)
    }
}

fn listen(node: &egui_kittest::Node<'_>, depth: usize, text: &mut String) {
    let heard = node.accesskit_node();
    let name = heard.label().unwrap_or_default();
    let value = heard.value().unwrap_or_default();
    let has_words = !name.is_empty() || !value.is_empty();
    if has_words {
        let mut line = format!("{}{:?}", "  ".repeat(depth), heard.role());
        for words in [name, value].into_iter().filter(|words| !words.is_empty()) {
            line.push_str(&format!(" “{}”", words.replace('\n', " ")));
        }
        if heard.is_disabled() {
            line.push_str(" (off)");
        }
        if heard.is_selected() == Some(true) {
            line.push_str(" (chosen)");
        }
        text.push_str(&line);
        text.push('\n');
    }
    for child in node.children() {
        listen(&child, depth + usize::from(has_words), text);
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "egui's shapes; only text can complain"
)]
fn speaks_of_ids(shape: &Shape) -> bool {
    match shape {
        Shape::Text(text) => text.galley.text().contains("use of"),
        Shape::Vec(shapes) => shapes.iter().any(speaks_of_ids),
        _ => false,
    }
}

/// Draws the screen over this shell in both themes and the sizes that must hold, and looks for
/// ids that clash.
pub(crate) fn draws_everywhere(make: &dyn Fn(Lang) -> Shell, screen: ScreenId) {
    let sizes = [
        Vec2::new(820.0, 560.0),
        Vec2::new(1280.0, 800.0),
        Vec2::new(1920.0, 1080.0),
    ];
    for lang in Lang::ALL {
        for theme in [Theme::Light, Theme::Dark] {
            for size in sizes {
                let desk = Desk::sized(make(lang), screen, theme, size);
                assert!(!desk.has_id_clash(), "{screen:?} {lang:?} {theme:?} {size}");
            }
        }
    }
}
