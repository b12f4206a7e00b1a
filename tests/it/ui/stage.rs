//! A window without a display on the demo chain, for the screens of findings.

use std::sync::OnceLock;

use egui::{Vec2, vec2};
use egui_kittest::Harness;
use frontline::analysis::Findings;
use frontline::app::Overview;
use frontline::domain::Lang;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};
use frontline::ui::theme::{self, ThemeChoice};

use super::fixture;

/// The usual window.
pub(super) const WINDOW: Vec2 = vec2(1280.0, 800.0);

/// The smallest window, a narrow one, the usual one, a large one, and 150 % of the usual one.
pub(super) const SIZES: [Vec2; 5] = [
    vec2(820.0, 560.0),
    vec2(1090.0, 700.0),
    WINDOW,
    vec2(1920.0, 1080.0),
    vec2(853.0, 533.0),
];

/// The shell and what it asked for.
pub(super) struct Stage {
    pub(super) shell: Shell,
    pub(super) wishes: Vec<Outward>,
}

/// Findings of the demo chain, computed once a language.
pub(super) fn findings(lang: Lang) -> Findings {
    static RU: OnceLock<Findings> = OnceLock::new();
    static EN: OnceLock<Findings> = OnceLock::new();
    let cell = match lang {
        Lang::Ru => &RU,
        Lang::En => &EN,
    };
    cell.get_or_init(|| fixture::findings(lang)).clone()
}

/// A shell with the demo chain that shows a screen.
pub(super) fn demo(screen: ScreenId, lang: Lang) -> Shell {
    let shell = fixture::shell(Some(fixture::demo(lang)), Some(findings(lang)), lang);
    on(shell, screen)
}

/// A shell with a workspace and no findings.
pub(super) fn without_findings(overview: Overview, screen: ScreenId, lang: Lang) -> Shell {
    on(fixture::shell(Some(overview), None, lang), screen)
}

fn on(mut shell: Shell, screen: ScreenId) -> Shell {
    shell.go(screen);
    shell
}

/// Draws a shell in a window of this size.
pub(super) fn stage(shell: Shell, choice: ThemeChoice, size: Vec2) -> Harness<'static, Stage> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_context_setup(theme::install)
        .build_ui_state(
            move |ui, stage: &mut Stage| {
                theme::choose(ui.ctx(), choice);
                let wishes = stage.shell.ui(ui);
                stage.wishes.extend(wishes);
            },
            Stage {
                shell,
                wishes: Vec::new(),
            },
        );
    harness.run_steps(3);
    harness
}

/// The usual window in the light.
pub(super) fn usual(shell: Shell) -> Harness<'static, Stage> {
    let mut harness = stage(shell, ThemeChoice::Light, WINDOW);
    // What the shell asks for when it opens is no wish of the screen.
    harness.state_mut().wishes.clear();
    harness
}

/// Draws in both languages and themes and all sizes; fails where ids clash or a control has no name.
pub(super) fn draws_everywhere(
    screen: ScreenId,
    open: &dyn Fn(&mut Harness<'static, Stage>, Lang),
) {
    for lang in Lang::ALL {
        for choice in [ThemeChoice::Light, ThemeChoice::Dark] {
            for size in SIZES {
                let mut harness = stage(demo(screen, lang), choice, size);
                open(&mut harness, lang);
                harness.run_steps(2);
                let clashes = clashes(&harness);
                assert!(
                    clashes.is_empty(),
                    "{screen:?} {lang:?} {size:?}: {clashes:?}"
                );
                let shapes = harness.output().shapes.len();
                assert!(
                    shapes > 60,
                    "{screen:?} {lang:?} {size:?} draws something: {shapes}"
                );
            }
        }
    }
}

/// Texts that egui paints over the window when two widgets share an id.
fn clashes(harness: &Harness<'_, Stage>) -> Vec<String> {
    let shapes = harness.output().shapes.iter();
    let texts = shapes.filter_map(|clipped| {
        let egui::Shape::Text(text) = &clipped.shape else {
            return None;
        };
        Some(text.galley.text().to_owned())
    });
    texts
        .filter(|text| text.contains("use of") && text.contains("ID"))
        .collect()
}
