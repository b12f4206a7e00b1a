//! Targets that a finger hits, and pages that fit.

use egui::{Key, Modifiers, Vec2};
use frontline::domain::Lang;
use frontline::ui::kiosk::{Page, zoom_for};

use super::booth::{Booth, Setting};
use super::double::{self, GOOD};

/// Looks at every page on the way through the survey.
fn on_every_page(booth: &mut Booth, look: &dyn Fn(&Booth)) {
    look(booth);
    booth.key(Key::Enter);
    look(booth);
    booth.key(Key::Enter).write("k7m2");
    look(booth);
    booth.write("qx9trb4j").key(Key::Enter);
    look(booth);
    booth.key(Key::Backspace).write("h").key(Key::Enter);
    while let Page::Question(item) = booth.page() {
        look(booth);
        booth.key(Key::N);
        look(booth);
        booth.key(Key::Enter);
        if booth.page() == Page::Question(item) {
            booth.write("8 916 123-45-67, спросите Петрову и Петрова");
            look(booth);
            booth.chord(Key::Enter, Modifiers::COMMAND);
        }
    }
    assert_eq!(booth.page(), Page::Review);
    look(booth);
    booth.key(Key::Enter);
    look(booth);
    booth.key(Key::Enter);
    assert_eq!(booth.page(), Page::Thanks);
    look(booth);
}

fn full(lang: Lang, size: Vec2, scale: f32) -> Booth {
    Booth::of(Setting {
        lang,
        size,
        scale,
        asked: double::full(),
        ..Setting::default()
    })
}

#[test]
fn every_target_is_at_least_48_points() {
    for size in [Vec2::new(1024.0, 700.0), Vec2::new(1280.0, 800.0)] {
        let mut booth = full(Lang::Ru, size, 1.0);
        on_every_page(&mut booth, &|booth| {
            for (name, rect) in booth.targets() {
                let is_seen = rect.height() > 0.0 && rect.bottom() <= size.y + 0.5;
                assert!(
                    !is_seen || (rect.height() >= 47.9 && rect.width() >= 47.9),
                    "{name} is {:?} on {:?}",
                    rect.size(),
                    booth.page()
                );
            }
        });
    }
}

#[test]
fn no_page_overflows_in_either_language() {
    let sizes = [
        (Vec2::new(1024.0, 700.0), 1.0),
        (Vec2::new(1280.0, 800.0), 1.0),
        (Vec2::new(1280.0, 800.0), 1.5),
        (Vec2::new(1920.0, 1080.0), 1.0),
    ];
    for (size, scale) in sizes {
        for lang in Lang::ALL {
            let mut booth = full(lang, size, scale);
            on_every_page(&mut booth, &|booth| {
                let page = booth.page();
                let outside = booth.outside(size);
                assert!(outside.is_empty(), "{page:?} {size} {outside:?}");
                assert!(!booth.has_id_clash(), "{page:?} {size}");
                for (name, rect) in booth.targets() {
                    let is_in = rect.left() >= -0.5 && rect.right() <= size.x + 0.5;
                    assert!(is_in, "{name} at {rect:?} on {page:?}");
                }
            });
        }
    }
}

#[test]
fn the_answers_never_lie_under_the_foot() {
    let size = Vec2::new(1024.0, 700.0);
    let mut booth = full(Lang::Ru, size, 1.0);
    let foot = size.y - 76.0;
    booth.enter_with(GOOD[0]);
    while let Page::Question(_) = booth.page() {
        for (name, rect) in booth.targets() {
            let is_in_the_foot = rect.top() >= foot;
            assert!(
                is_in_the_foot || rect.bottom() <= foot + 0.5,
                "{name} at {rect:?} on {:?}",
                booth.page()
            );
        }
        booth.key(Key::N).key(Key::Enter);
        if booth.shows("Ваш комментарий") {
            booth.chord(Key::Enter, Modifiers::COMMAND);
        }
    }
}

#[test]
fn large_screens_are_enlarged_and_small_ones_made_to_fit() {
    let zoom = |x, y| zoom_for(Vec2::new(x, y));
    assert!((zoom(1280.0, 800.0) - 1.0).abs() < 0.01);
    assert!((zoom(1920.0, 1080.0) - 1.25).abs() < 0.01);
    assert!(zoom(3840.0, 2160.0) >= 2.0);
    // A laptop of 1280 × 800 at 150 % has 853 × 533 points.
    let small = zoom(853.0, 533.0);
    assert!(853.0 / small >= 1023.0 && 533.0 / small >= 699.0, "{small}");
}
