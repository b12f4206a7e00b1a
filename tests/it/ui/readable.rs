//! What a screen reader hears on every screen, in each state and language, as text that can be
//! reviewed; and that each of them draws in both themes and all sizes without two widgets sharing
//! an id. The snapshots lie in `tests/snapshots`.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Theme, Vec2};
use frontline::app::{Command, ImportStart, Reply};
use frontline::domain::rating::RoundState;
use frontline::domain::{Lang, WaveState};
use frontline::error::Kind;
use frontline::i18n::message;
use frontline::ui::screens::{NAVIGATION, ScreenId};
use frontline::ui::shell::Shell;

use super::fixture;
use super::harness::Desk;

/// A state of the workspace: its name, and a window over it.
type State = (&'static str, fn(Lang) -> Shell);

/// A page before the workspace: its name, its screen, and how it is reached.
type GatePage = (&'static str, ScreenId, fn(&mut Shell, Lang));

const GATES: &[GatePage] = &[
    ("new_keys", ScreenId::NewKeys, |shell, _| {
        drop(fixture::asks_new_keys(shell));
    }),
    ("unlock", ScreenId::Unlock, |shell, _| {
        fixture::is_locked(shell, false);
        fixture::is_refused(shell);
    }),
    ("unlock_broken", ScreenId::Unlock, |shell, _| {
        fixture::is_locked(shell, true);
    }),
    ("words", ScreenId::Words, fixture::shows_words),
];

const STATES: &[State] = &[
    ("empty", |lang| {
        fixture::shell(Some(fixture::empty(lang)), None, lang)
    }),
    ("organised", |lang| {
        fixture::shell(Some(fixture::organised(lang)), None, lang)
    }),
    ("open", |lang| {
        let overview = fixture::with_wave(lang, WaveState::Open);
        fixture::shell(Some(overview), Some(fixture::findings(lang)), lang)
    }),
    ("waiting", |lang| {
        let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
        shell.on_sent(frontline::app::Ticket(90), Command::Analyze);
        shell
    }),
    ("failed", |lang| {
        let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
        let ticket = frontline::app::Ticket(90);
        shell.on_sent(ticket, Command::Analyze);
        let error = Kind::Store("test".to_owned()).into();
        drop(shell.on_event(frontline::app::Event::Failed { ticket, error }));
        shell
    }),
    ("closed", |lang| {
        fixture::shell(
            Some(fixture::demo(lang)),
            Some(fixture::findings(lang)),
            lang,
        )
    }),
];

/// The side bar's screens; the wizard and the welcome screen have states of their own, the pages of
/// competencies below have more.
fn screens() -> impl Iterator<Item = ScreenId> {
    NAVIGATION.iter().map(|(screen, _, _)| *screen)
}

/// Teams of five people in the pages of competencies.
const TEAMS: usize = 4;

/// The pages of competencies: the word of the snapshot and the key of the tab.
const PAGES: [(&str, &str); 8] = [
    ("rounds", "competencies-tab-rounds"),
    ("profile", "competencies-tab-profile"),
    ("matrix", "competencies-tab-matrix"),
    ("calibration", "competencies-tab-calibration"),
    ("needs", "competencies-tab-needs"),
    ("succession", "competencies-tab-succession"),
    ("bridge", "competencies-tab-bridge"),
    ("people", "competencies-tab-people"),
];

fn rated(lang: Lang, state: RoundState) -> Shell {
    let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
    fixture::shows_ratings(&mut shell, lang, TEAMS, state);
    shell
}

#[test]
fn every_page_of_competencies_can_be_heard_in_both_languages() {
    for lang in Lang::ALL {
        let mut desk = Desk::new(rated(lang, RoundState::Closed), ScreenId::Competencies);
        for (name, key) in PAGES {
            desk.press(Role::RadioButton, &message(lang, key));
            check(&format!("competencies_{name}"), lang, &desk);
        }
        let open = Desk::new(rated(lang, RoundState::Open), ScreenId::Competencies);
        check("competencies_rounds_open", lang, &open);
        for stage in ["code", "list", "form", "review"] {
            let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
            shell.share_desk();
            fixture::shows_desk(&mut shell, lang, stage);
            let desk = Desk::new(shell, ScreenId::RaterDesk);
            let text = desk.heard();
            assert!(text.lines().count() > 2, "{stage} says next to nothing");
            insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false }, {
                insta::assert_snapshot!(format!("screen_rater_{stage}_{}", lang.code()), text);
            });
        }
    }
}

fn wizard(lang: Lang) -> Shell {
    let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
    let path = "/data/nps.xlsx".into();
    let start = ImportStart {
        path,
        kind: None,
        sheet: None,
        wave: None,
    };
    let reply = Reply::Import(Arc::new(fixture::import_view(lang)));
    drop(fixture::answer(
        &mut shell,
        Command::StartImport(start),
        reply,
    ));
    shell
}

fn check(name: &str, lang: Lang, desk: &Desk) {
    let text = desk.heard();
    assert!(
        text.lines().count() > 3,
        "{name} says next to nothing:\n{text}"
    );
    insta::with_settings!({ snapshot_path => "../../snapshots", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(format!("screen_{name}_{}", lang.code()), text);
    });
}

#[test]
fn every_screen_can_be_heard_in_every_state_and_language() {
    for lang in Lang::ALL {
        for (state, make) in STATES {
            for screen in screens() {
                let desk = Desk::new(make(lang), screen);
                check(&format!("{screen:?}_{state}").to_lowercase(), lang, &desk);
            }
        }
        check(
            "welcome",
            lang,
            &Desk::new(fixture::shell(None, None, lang), ScreenId::Welcome),
        );
        for (name, screen, open) in GATES {
            let mut shell = fixture::shell(None, None, lang);
            open(&mut shell, lang);
            check(name, lang, &Desk::new(shell, *screen));
        }
        check("import", lang, &Desk::new(wizard(lang), ScreenId::Import));
    }
}

#[test]
fn every_screen_draws_in_every_state_language_theme_and_size_without_clashing_ids() {
    let sizes = [Vec2::new(820.0, 560.0), Vec2::new(1920.0, 1080.0)];
    for lang in Lang::ALL {
        for theme in [Theme::Light, Theme::Dark] {
            for (state, make) in STATES {
                for screen in screens() {
                    let size = sizes[usize::from(theme == Theme::Dark)];
                    let desk = Desk::sized(make(lang), screen, theme, size);
                    assert!(
                        !desk.has_id_clash(),
                        "{screen:?} {state} {lang:?} {theme:?}"
                    );
                }
            }
            let desk = Desk::sized(wizard(lang), ScreenId::Import, theme, sizes[0]);
            assert!(!desk.has_id_clash(), "the wizard, {lang:?} {theme:?}");
        }
    }
}
