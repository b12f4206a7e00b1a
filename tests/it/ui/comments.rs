//! The page of comments: places, marks, masks, empty states, keyboard.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use frontline::app::{Command, CommentDeed, CommentsState, CommentsView, Reply};
use frontline::domain::Lang;
use frontline::i18n::message;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};
use frontline::ui::theme::ThemeChoice;

use super::fixture;
use super::stage::{SIZES, Stage, WINDOW, demo, stage};

fn give(shell: &mut Shell, view: CommentsView) {
    let command = Command::Comments(view.wave.clone(), CommentDeed::Read);
    drop(fixture::answer(
        shell,
        command,
        Reply::Comments(view.into()),
    ));
}

fn opened(lang: Lang, view: Option<CommentsView>) -> Harness<'static, Stage> {
    sized(lang, view, (ThemeChoice::Light, WINDOW))
}

fn sized(
    lang: Lang,
    view: Option<CommentsView>,
    (theme, size): (ThemeChoice, egui::Vec2),
) -> Harness<'static, Stage> {
    let mut shell = demo(ScreenId::Results, lang);
    if let Some(view) = view {
        give(&mut shell, view);
    }
    let mut harness = stage(shell, theme, size);
    let label = message(lang, "results-tab-comments");
    harness
        .get_by_role_and_label(Role::RadioButton, &label)
        .click();
    harness.run_steps(4);
    harness
}

/// Wishes about comments.
fn deeds(harness: &mut Harness<'_, Stage>) -> Vec<CommentDeed> {
    let wishes = std::mem::take(&mut harness.state_mut().wishes);
    let deed = |wish| {
        let Outward::Run(Command::Comments(_, deed)) = wish else {
            return None;
        };
        Some(deed)
    };
    wishes.into_iter().filter_map(deed).collect()
}

/// Everything that a screen reader hears of the window.
fn heard(harness: &Harness<'_, Stage>) -> String {
    fn listen(node: &egui_kittest::Node<'_>, text: &mut String) {
        let own = node.accesskit_node();
        for words in [own.label(), own.value(), own.description()]
            .into_iter()
            .flatten()
        {
            text.push_str(&words);
            text.push('\n');
        }
        for child in node.children() {
            listen(&child, text);
        }
    }
    let mut text = String::new();
    listen(&harness.root(), &mut text);
    text
}

/// The comments on the screen.
fn texts(harness: &Harness<'_, Stage>) -> Vec<String> {
    let comments = harness.query_all_by_role(Role::MultilineTextInput);
    comments
        .map(|node| node.value().unwrap_or_default())
        .collect()
}

#[test]
fn the_page_draws_everywhere() {
    for lang in Lang::ALL {
        for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
            for size in SIZES {
                let view = fixture::comments(lang, theme == ThemeChoice::Dark);
                let harness = sized(lang, Some(view), (theme, size));
                let text = heard(&harness);
                assert!(text.contains(&message(lang, "comments-search")), "{size:?}");
            }
        }
    }
}

#[test]
fn comments_are_asked_for_once_when_the_page_is_opened() {
    let mut harness = opened(Lang::En, None);
    assert!(deeds(&mut harness).contains(&CommentDeed::Read));
    let view = fixture::comments(Lang::En, false);
    give(&mut harness.state_mut().shell, view);
    harness.state_mut().wishes.clear();
    harness.run_steps(3);
    assert_eq!(deeds(&mut harness), []);
}

#[test]
fn nothing_behind_a_mask_is_on_the_screen() {
    for lang in Lang::ALL {
        let view = fixture::comments(lang, false);
        // High enough for every comment.
        let tall = egui::vec2(1280.0, 16_000.0);
        let harness = sized(lang, Some(view), (ThemeChoice::Light, tall));
        let text = heard(&harness);
        assert!(text.contains(&message(lang, "comment-hidden-word")));
        for secret in fixture::SECRET {
            assert!(!text.contains(secret), "{secret}");
        }
        for clipped in &harness.output().shapes {
            if let egui::Shape::Text(shape) = &clipped.shape {
                let painted = shape.galley.text();
                assert!(
                    !fixture::SECRET
                        .iter()
                        .any(|secret| painted.contains(secret))
                );
            }
        }
    }
}

#[test]
fn one_button_hides_what_is_marked_and_offers_undo() {
    let mut harness = opened(Lang::En, Some(fixture::comments(Lang::En, false)));
    deeds(&mut harness);
    let found = harness
        .query_all_by_role(Role::Button)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with("Hide what is marked"))
        })
        .expect("something is marked");
    // It may lie below the fold; a screen reader presses it there too.
    found.click_accesskit();
    harness.run_steps(3);
    let deeds = deeds(&mut harness);
    let [CommentDeed::Hide { comment, ranges }] = deeds.as_slice() else {
        panic!("{deeds:?}");
    };
    assert!(!ranges.is_empty());
    assert!(heard(&harness).contains(&message(Lang::En, "comments-hidden-done")));
    harness.get_by_label(&message(Lang::En, "undo")).click();
    harness.run_steps(3);
    let restore = CommentDeed::Restore {
        comment: *comment,
        ranges: ranges.clone(),
    };
    assert_eq!(self::deeds(&mut harness), [restore]);
}

#[test]
fn a_selected_passage_is_hidden_with_the_keyboard() {
    let mut harness = opened(Lang::Ru, Some(fixture::comments(Lang::Ru, false)));
    deeds(&mut harness);
    let comment = harness.query_all_by_role(Role::MultilineTextInput).next();
    comment.expect("a comment").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
    harness.run_steps(2);
    assert!(heard(&harness).contains(&message(Lang::Ru, "comments-hide-selected")));
    harness.key_press(Key::Delete);
    harness.run_steps(2);
    let deeds = deeds(&mut harness);
    assert!(
        matches!(deeds.as_slice(), [CommentDeed::Hide { ranges, .. }] if !ranges.is_empty()),
        "{deeds:?}"
    );
}

#[test]
fn typing_changes_no_comment() {
    let mut harness = opened(Lang::En, Some(fixture::comments(Lang::En, false)));
    let before = texts(&harness);
    assert!(before.len() > 2);
    let comment = harness.query_all_by_role(Role::MultilineTextInput).next();
    comment.expect("a comment").focus();
    harness.run_steps(2);
    harness.key_press(Key::Backspace);
    harness.key_press(Key::A);
    harness.run_steps(2);
    assert_eq!(texts(&harness), before);
}

#[test]
fn after_a_release_hiding_asks_first_and_nothing_comes_back() {
    let mut harness = opened(Lang::En, Some(fixture::comments(Lang::En, true)));
    deeds(&mut harness);
    assert!(heard(&harness).contains(&message(Lang::En, "comments-note-exported")));
    let whole = message(Lang::En, "comments-hide-whole");
    let first = harness
        .query_all_by_role_and_label(Role::Button, &whole)
        .next();
    first.expect("a comment").click();
    harness.run_steps(3);
    assert_eq!(deeds(&mut harness), []);
    let deed = message(Lang::En, "comments-hide-deed");
    harness.get_by_role_and_label(Role::Button, &deed).click();
    harness.run_steps(3);
    assert!(matches!(
        deeds(&mut harness).as_slice(),
        [CommentDeed::Hide { .. }]
    ));
}

#[test]
fn a_search_narrows_the_list_and_tells_when_nothing_is_left() {
    let mut harness = opened(Lang::En, Some(fixture::comments(Lang::En, false)));
    let field = message(Lang::En, "comments-search");
    harness
        .get_by_role_and_label(Role::SearchInput, &field)
        .focus();
    harness.run_steps(1);
    harness
        .get_by_role_and_label(Role::SearchInput, &field)
        .type_text("xyzzy");
    harness.run_steps(3);
    assert!(
        harness
            .query_by_label(&message(Lang::En, "comments-clear"))
            .is_some()
    );
    assert_eq!(
        harness.query_all_by_role(Role::MultilineTextInput).count(),
        0
    );
    harness
        .get_by_label(&message(Lang::En, "comments-clear"))
        .click();
    harness.run_steps(3);
    assert!(harness.query_all_by_role(Role::MultilineTextInput).count() > 0);
}

#[test]
fn without_comments_the_page_says_why() {
    let cases = [
        (CommentsState::Nobody, "comments-nobody"),
        (CommentsState::Sealed, "comments-sealed"),
        (CommentsState::NotCollected, "comments-not-collected"),
    ];
    for lang in Lang::ALL {
        for (state, key) in cases {
            let harness = opened(lang, Some(fixture::no_comments(lang, state)));
            assert!(heard(&harness).contains(&message(lang, key)), "{key}");
        }
        let view = fixture::no_comments(lang, CommentsState::Withheld);
        assert!(heard(&opened(lang, Some(view))).contains("10"));
    }
}
