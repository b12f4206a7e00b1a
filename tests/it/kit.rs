//! The kit without a display: every widget in both themes, clicks, keys, accessible names.

#[path = "../gallery/pages/mod.rs"]
mod pages;

use egui::accesskit::Role;
use egui::{Key, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use frontline::ui::icons::{ICONS, Icon};
use frontline::ui::theme::{self, DARK, HeatStop, LIGHT, Palette, ThemeChoice, Tone, Type};
use frontline::ui::widgets::{Answer, HeatPlace, TextField};
use pages::{Gallery, Page};

fn gallery(page: Page, choice: ThemeChoice, size: Vec2) -> Harness<'static, Gallery> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_context_setup(theme::install)
        .build_ui_state(
            move |ui, gallery: &mut Gallery| {
                theme::choose(ui.ctx(), choice);
                gallery.show(ui);
            },
            Gallery::new(page),
        );
    harness.run_steps(3);
    harness
}

const WINDOW: Vec2 = vec2(1280.0, 800.0);

/// Texts that egui paints over the window when two widgets share an id.
fn clashes(harness: &Harness<'_, Gallery>) -> Vec<String> {
    harness
        .output()
        .shapes
        .iter()
        .filter_map(|clipped| {
            let egui::Shape::Text(text) = &clipped.shape else {
                return None;
            };
            Some(text.galley.text().to_owned())
        })
        .filter(|text| text.contains("use of") && text.contains("ID"))
        .collect()
}

#[test]
fn every_page_draws_in_both_themes_and_all_window_sizes_without_a_clash_of_ids() {
    let sizes = [
        vec2(900.0, 600.0),
        WINDOW,
        vec2(1920.0, 1080.0),
        vec2(640.0, 400.0),
    ];
    for choice in [ThemeChoice::Light, ThemeChoice::Dark] {
        for size in sizes {
            for page in Page::ALL {
                let harness = gallery(page, choice, size);
                assert_eq!(
                    clashes(&harness),
                    Vec::<String>::new(),
                    "{} {size:?}",
                    page.key()
                );
                assert_eq!(harness.unnamed_widgets(), Vec::<String>::new(), "{page:?}");
                let shapes = harness.output().shapes.len();
                assert!(shapes > 20, "{page:?} draws something: {shapes}");
            }
        }
    }
}

#[test]
fn a_page_settles_instead_of_asking_for_frames_for_ever() {
    for page in Page::ALL {
        let mut harness = gallery(page, ThemeChoice::Light, WINDOW);
        assert!(harness.try_run().is_ok(), "{page:?}");
    }
}

#[test]
fn buttons_answer_to_click_and_to_the_keyboard() {
    let mut harness = gallery(Page::Controls, ThemeChoice::Light, WINDOW);
    harness.get_by_label("Принять ответы со станций…").click();
    harness.run();
    assert_eq!(harness.state().controls.presses, 1);
    harness.get_by_label("Принять ответы со станций…").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().controls.presses, 2);
}

#[test]
fn a_disabled_button_is_marked_so_in_the_accessibility_tree() {
    let harness = gallery(Page::Controls, ThemeChoice::Light, WINDOW);
    let button = harness.get_by_label("Выпустить отчёт");
    assert!(button.accesskit_node().is_disabled());
}

#[test]
fn segments_answer_to_click_and_to_arrow_keys() {
    let mut harness = gallery(Page::Controls, ThemeChoice::Light, WINDOW);
    harness
        .get_by_role_and_label(Role::RadioButton, "Бэк-офис")
        .click();
    harness.run();
    assert_eq!(harness.state().controls.segment, 2);
    harness
        .get_by_role_and_label(Role::RadioButton, "Бэк-офис")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowLeft);
    harness.run();
    assert_eq!(harness.state().controls.segment, 1);
}

#[test]
fn a_drop_down_opens_and_takes_the_option_that_is_pressed() {
    let mut harness = gallery(Page::Controls, ThemeChoice::Light, WINDOW);
    harness
        .get_by_role_and_label(Role::ComboBox, "Волна")
        .click();
    harness.run();
    harness.get_by_label("Осень 2025").click();
    harness.run();
    assert_eq!(harness.state().controls.wave, 0);
}

#[test]
fn option_cards_and_check_boxes_take_the_whole_of_their_area() {
    let mut harness = gallery(Page::Controls, ThemeChoice::Light, vec2(1280.0, 1200.0));
    harness.get_by_label("Один ключ").click();
    harness.run();
    assert_eq!(harness.state().controls.keys, 1);
    harness.get_by_label("Запомнить разметку столбцов").click();
    harness.run();
    assert!(!harness.state().controls.is_remembered);
}

#[test]
fn a_text_field_carries_its_label_and_takes_text() {
    let mut harness = gallery(Page::Controls, ThemeChoice::Light, vec2(1280.0, 1200.0));
    let field = harness.get_by_role_and_label(Role::TextInput, "Название филиала");
    field.focus();
    harness.run();
    harness
        .get_by_role_and_label(Role::TextInput, "Название филиала")
        .type_text("!");
    harness.run();
    assert!(harness.state().controls.name.contains('!'));
}

#[test]
fn a_table_of_100_000_rows_draws_only_what_is_visible() {
    let harness = gallery(Page::Tables, ThemeChoice::Light, WINDOW);
    let rows = harness.get_all_by_role(Role::Row).count();
    assert!(rows > 5, "visible rows are there: {rows}");
    assert!(rows < 80, "invisible rows are not: {rows}");
}

#[test]
fn a_table_row_is_chosen_by_click_and_moved_by_arrow_keys() {
    let mut harness = gallery(Page::Tables, ThemeChoice::Light, WINDOW);
    harness
        .get_by_role_and_label(Role::Cell, "Строка 3")
        .click();
    harness.run();
    assert_eq!(harness.state().tables.chosen, Some(2));
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(harness.state().tables.chosen, Some(3));
    harness.key_press(Key::End);
    harness.run();
    assert_eq!(harness.state().tables.chosen, Some(pages::tables::MANY - 1));
    let last = format!("Строка {}", pages::tables::MANY);
    assert_eq!(
        harness.get_all_by_label(&last).count(),
        2,
        "row and cell are in sight"
    );
}

#[test]
fn a_sortable_head_reports_its_column() {
    let mut harness = gallery(Page::Tables, ThemeChoice::Light, WINDOW);
    harness
        .get_by_role_and_label(Role::ColumnHeader, "Оценка, 0–10")
        .click();
    harness.run();
    assert_eq!(harness.state().tables.sorted, 2);
}

#[test]
fn arrow_keys_move_the_chosen_cell_of_a_heat_map_up_to_the_company() {
    let mut harness = gallery(Page::Results, ThemeChoice::Light, WINDOW);
    let place = |row, column| HeatPlace { row, column };
    harness.get_by_label("Набережная, Оплата: 3,4").click();
    harness.run();
    assert_eq!(harness.state().results.chosen, place(Some(2), 2));
    for key in [
        Key::ArrowRight,
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowUp,
    ] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(harness.state().results.chosen, place(Some(2), 2));
    for _ in 0..5 {
        harness.key_press(Key::ArrowUp);
        harness.run();
    }
    assert_eq!(harness.state().results.chosen, place(None, 2));
}

#[test]
fn a_withheld_cell_of_a_heat_map_says_so_and_shows_no_number() {
    let harness = gallery(Page::Results, ThemeChoice::Light, WINDOW);
    assert!(harness.query_by_label("Пушкина, Полномочия: < 5").is_some());
}

#[test]
fn a_point_of_a_scatter_plot_is_named_and_chosen_by_click() {
    let mut harness = gallery(Page::Linkage, ThemeChoice::Light, WINDOW);
    harness.get_by_label("Речной порт").click();
    harness.run();
    assert_eq!(harness.state().linkage.point, Some(19));
}

#[test]
fn a_confirmation_names_its_deed_and_escape_leaves_it() {
    let mut harness = gallery(Page::States, ThemeChoice::Light, WINDOW);
    harness.get_by_label("Закрыть волну…").click();
    harness.run();
    assert!(
        harness
            .query_by_role_and_label(Role::Button, "Закрыть волну")
            .is_some()
    );
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().states.answer, Answer::Cancel);
    harness.get_by_label("Закрыть волну…").click();
    harness.run();
    harness
        .get_by_role_and_label(Role::Button, "Закрыть волну")
        .click();
    harness.run();
    assert_eq!(harness.state().states.answer, Answer::Deed);
}

#[test]
fn work_of_less_than_150_milliseconds_shows_no_bar() {
    use frontline::ui::widgets::Progress;
    use std::time::Duration;
    let draw = |elapsed: Duration| {
        Harness::builder()
            .with_context_setup(theme::install)
            .build_ui(move |ui| {
                Progress {
                    stage: "Считаем",
                    share: None,
                    cancel: Some("Отменить"),
                    elapsed,
                }
                .show(ui);
            })
    };
    assert!(
        draw(Duration::from_millis(100))
            .query_by_label("Отменить")
            .is_none()
    );
    assert!(
        draw(Duration::from_millis(200))
            .query_by_label("Отменить")
            .is_some()
    );
}

#[test]
fn an_unlabelled_field_still_has_a_name() {
    let harness = Harness::builder()
        .with_context_setup(theme::install)
        .build_ui(|ui| {
            let mut text = String::new();
            TextField::search("find", "Найти филиал").show(ui, &mut text);
        });
    assert!(
        harness
            .query_by_role_and_label(Role::SearchInput, "Найти филиал")
            .is_some()
    );
}

#[test]
fn icons_are_in_the_table_in_the_order_of_their_names() {
    for (index, (icon, name, glyph)) in ICONS.iter().enumerate() {
        assert_eq!(*icon as usize, index);
        assert_eq!((icon.name(), icon.glyph()), (*name, *glyph));
    }
    let fonts = Harness::builder()
        .with_context_setup(theme::install)
        .build_ui(|_| {});
    fonts.ctx.fonts_mut(|fonts| {
        for (_, name, glyph) in ICONS {
            assert!(fonts.has_glyph(&Icon::font(16.0), *glyph), "{name}");
        }
        for character in "АЯёҒқ₽₸₴→≥−№ρκ✓◆|".chars() {
            for style in [Type::Body, Type::Medium, Type::Strong] {
                assert!(fonts.has_glyph(&style.font(), character), "{character}");
            }
        }
    });
}

/// Contrast of two colours by WCAG 2.
fn contrast(one: egui::Color32, other: egui::Color32) -> f64 {
    let luminance = |color: egui::Color32| {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    };
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn text_is_readable_on_every_surface_and_marks_are_visible_in_both_themes() {
    for palette in [&LIGHT, &DARK] {
        let check = |name: &str, ink, ground, least: f64| {
            let found = contrast(ink, ground);
            assert!(
                found >= least,
                "{name}, dark {}: {found:.2}",
                palette.is_dark
            );
        };
        let Palette {
            text,
            weak,
            surface,
            raised,
            window,
            hidden,
            ..
        } = *palette;
        for ground in [surface, raised, window] {
            check("text", text, ground, 7.0);
            check("weak", weak, ground, 4.5);
        }
        check("weak on hidden", weak, hidden, 4.5);
        check("on accent", palette.on_accent, palette.accent, 4.5);
        check("control", palette.control_border, surface, 3.0);
        for tone in [Tone::Accent, Tone::Ok, Tone::Warn, Tone::Bad] {
            check("tone", palette.tone(tone), palette.tone_soft(tone), 4.5);
            check("tone", palette.tone(tone), surface, 4.5);
        }
        for mark in palette.chart {
            check("chart", mark, surface, 3.0);
        }
        for stop in palette.heat {
            check("heat", palette.heat_text, stop, 4.5);
        }
    }
}

#[test]
fn a_heat_stop_owns_its_lower_bound() {
    let stops: Vec<usize> = [1.0, 2.5, 2.6, 2.8, 2.9, 3.2, 3.5, 3.6, 3.9, 4.1, 4.2, 5.0]
        .map(|mean| HeatStop::of_mean(mean).index())
        .to_vec();
    assert_eq!(stops, [0, 0, 1, 1, 2, 3, 3, 4, 5, 5, 6, 6]);
}
