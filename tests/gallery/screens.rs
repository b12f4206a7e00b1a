//! The screens of the window on invented data, to look at:
//! `cargo run --example screens -- home ru light 100 demo`.
//! Words in any order: screen, language, theme, zoom in per cent, state of the workspace.

#[path = "../it/ui/fixture/mod.rs"]
mod fixture;

use std::sync::Arc;

use eframe::egui;
use frontline::app::{
    Command, CommentDeed, ImportStart, Overview, Reply, SealedState, WitnessDeed,
};
use frontline::domain::rating::RoundState;
use frontline::domain::{Lang, WaveCode, WaveState};
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Shell;
use frontline::ui::theme::{self, ThemeChoice};

const SCREENS: &[(&str, ScreenId)] = &[
    ("welcome", ScreenId::Welcome),
    ("home", ScreenId::Home),
    ("organisation", ScreenId::Organisation),
    ("questionnaires", ScreenId::Questionnaires),
    ("waves", ScreenId::Waves),
    ("results", ScreenId::Results),
    ("competencies", ScreenId::Competencies),
    ("customers", ScreenId::Customers),
    ("linkage", ScreenId::Linkage),
    ("actions", ScreenId::Actions),
    ("reports", ScreenId::Reports),
    ("settings", ScreenId::Settings),
    ("import", ScreenId::Import),
    ("design", ScreenId::Design),
    ("collection", ScreenId::Collection),
    ("witness", ScreenId::Witness),
    ("new_keys", ScreenId::NewKeys),
    ("unlock", ScreenId::Unlock),
    ("words", ScreenId::Words),
];

struct Window {
    shell: Shell,
    zoom: f32,
    theme: ThemeChoice,
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        theme::choose(ui.ctx(), self.theme);
        ui.ctx().set_zoom_factor(self.zoom);
        // Wishes would go to the worker; there is none here.
        drop(self.shell.ui(ui));
    }
}

fn overview(words: &[String], lang: Lang) -> Option<Overview> {
    let is = |word: &str| words.iter().any(|given| given == word);
    if ["welcome", "witness", "new_keys", "unlock", "words"]
        .iter()
        .any(|word| is(word))
    {
        None
    } else if is("designed") {
        Some(fixture::designed(lang))
    } else if is("uncoded") {
        Some(fixture::without_codes(lang))
    } else if is("collecting") {
        Some(fixture::collecting(lang))
    } else if is("awaiting") {
        Some(fixture::closed_with(lang, SealedState::AwaitsRelease))
    } else if is("opened") {
        Some(fixture::closed_with(lang, SealedState::Opened))
    } else if is("acting") {
        Some(fixture::with_actions(lang))
    } else if is("empty") {
        Some(fixture::empty(lang))
    } else if is("organised") {
        Some(fixture::organised(lang))
    } else if is("draft") {
        Some(fixture::with_wave(lang, WaveState::Draft))
    } else if is("open") {
        Some(fixture::with_wave(lang, WaveState::Open))
    } else {
        Some(fixture::demo(lang))
    }
}

/// The wave of the last state, and what a witness has open.
fn show_collected(shell: &mut Shell, is: &dyn Fn(&str) -> bool, lang: Lang) {
    if is("design") || is("collection") {
        shell.show_wave(WaveCode::new("2026-winter").expect("a code"));
    }
    if is("merged") {
        let reply = Reply::Merged {
            overview: Arc::new(fixture::collecting(lang)),
            files: fixture::merged(lang),
        };
        fixture::answer(shell, Command::MergeBundles(Vec::new()), reply);
    }
    let view = if is("recovery") {
        Some(fixture::new_witness(lang))
    } else if is("key") {
        Some(fixture::witness(lang))
    } else if is("batch") {
        Some(fixture::witness_with_batch(lang, false))
    } else if is("released") {
        Some(fixture::witness_with_batch(lang, true))
    } else {
        None
    };
    if let Some(view) = view {
        let deed = Command::Witness(WitnessDeed::ReadBatch("/x".into()));
        fixture::answer(shell, deed, Reply::Witness(Arc::new(view)));
    }
    if is("verified") {
        let reply = Reply::Verified(fixture::verified(!is("broken")));
        fixture::answer(shell, Command::VerifyFile("/x".into()), reply);
    }
}

/// Pages that need an answer of the worker first.
fn show_answers(shell: &mut Shell, is: &dyn Fn(&str) -> bool, lang: Lang) {
    if is("comments") {
        let view = fixture::comments(lang, is("exported"));
        let command = Command::Comments(view.wave.clone(), CommentDeed::Read);
        fixture::answer(shell, command, Reply::Comments(Arc::new(view)));
    }
    if is("competencies") {
        let state = if is("open") {
            RoundState::Open
        } else if is("draft") {
            RoundState::Draft
        } else {
            RoundState::Closed
        };
        fixture::shows_ratings(shell, lang, 24, state);
    }
    if is("desk") {
        let stage = ["code", "list", "form", "review"];
        let stage = stage.into_iter().find(|stage| is(stage)).unwrap_or("code");
        shell.share_desk();
        fixture::shows_desk(shell, lang, stage);
    }
    if is("import") {
        let view = if is("answers") {
            fixture::answers_view(lang)
        } else {
            fixture::import_view(lang)
        };
        let path = "/data/nps.xlsx".into();
        let start = ImportStart {
            path,
            kind: None,
            sheet: None,
            wave: None,
        };
        fixture::answer(
            shell,
            Command::StartImport(start),
            Reply::Import(Arc::new(view)),
        );
    }
}

fn main() -> eframe::Result {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let is = |word: &str| words.iter().any(|given| given == word);
    let lang = if is("en") { Lang::En } else { Lang::Ru };
    let overview = overview(&words, lang);
    let has_results = overview.as_ref().is_some_and(Overview::has_closed_wave);
    let findings = has_results.then(|| fixture::findings(lang));
    let mut shell = fixture::shell(overview, findings, lang);
    if is("new_keys") {
        drop(fixture::asks_new_keys(&mut shell));
    }
    if is("unlock") || is("broken") {
        fixture::is_locked(&mut shell, is("broken"));
    }
    if is("wrong") {
        fixture::is_refused(&mut shell);
    }
    if is("words") {
        fixture::shows_words(&mut shell, lang);
    }
    for (_, screen) in SCREENS.iter().filter(|(word, _)| is(word)) {
        shell.go(*screen);
    }
    show_collected(&mut shell, &is, lang);
    show_answers(&mut shell, &is, lang);
    let zoom = words
        .iter()
        .find_map(|word| word.parse::<f32>().ok())
        .unwrap_or(100.0)
        / 100.0;
    let theme = if is("dark") {
        ThemeChoice::Dark
    } else {
        ThemeChoice::Light
    };
    let size = if is("large") {
        [1920.0, 1080.0]
    } else {
        [1280.0, 800.0]
    };
    let size = if is("small") { [820.0, 560.0] } else { size };
    let viewport = egui::ViewportBuilder::default()
        .with_inner_size(size)
        .with_decorations(false);
    let options = eframe::NativeOptions {
        viewport,
        ..Default::default()
    };
    eframe::run_native(
        "screens",
        options,
        Box::new(move |context| {
            theme::install(&context.egui_ctx);
            Ok(Box::new(Window { shell, zoom, theme }))
        }),
    )
}
