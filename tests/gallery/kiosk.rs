//! The pages of the kiosk over a stand-in for the station, to look at:
//! `cargo run --example kiosk -- question ru 1280x800`.
//! Words in any order: page (for paper forms: `paper-code`, `paper-first`, `paper-second`,
//! `paper-compare`, `paper-agree`, `paper-sealed`), language, size of the window, `full` for the long survey, `one` for
//! protection level 1.

#[path = "../it/kiosk/double.rs"]
mod double;

use eframe::egui;
use egui::{Event, Key, Modifiers};
use frontline::app::kiosk::Clerk;
use frontline::domain::Lang;
use frontline::ui::kiosk::{Kiosk, Wish, zoom_for};
use frontline::ui::theme;

/// A key, a word to type, or a pause of so many frames.
enum Step {
    Key(Key),
    Chord(Key, Modifiers),
    Text(&'static str),
}

struct Window {
    kiosk: Kiosk,
    clerk: Clerk,
    script: Vec<Step>,
    frame: usize,
}

/// Down and up: a key that stays down counts as held.
fn press(input: &mut egui::RawInput, key: Key, modifiers: Modifiers) {
    for pressed in [true, false] {
        input.events.push(Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        });
    }
}

impl eframe::App for Window {
    fn raw_input_hook(&mut self, ctx: &egui::Context, input: &mut egui::RawInput) {
        self.frame += 1;
        if self.frame < 10 || !self.frame.is_multiple_of(4) || self.script.is_empty() {
            if !self.script.is_empty() {
                ctx.request_repaint();
            }
            return;
        }
        match self.script.remove(0) {
            Step::Key(pressed) => press(input, pressed, Modifiers::NONE),
            Step::Chord(pressed, modifiers) => press(input, pressed, modifiers),
            Step::Text(text) => input.events.push(Event::Text(text.to_owned())),
        }
        ctx.request_repaint();
    }

    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        let zoom = zoom_for(ctx.content_rect().size() * ctx.zoom_factor());
        ctx.set_zoom_factor(zoom);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        for wish in self.kiosk.ui(ui) {
            if let Wish::Ask(request) = wish
                && let Some(event) = self.clerk.answer(request)
            {
                self.kiosk.on_event(event);
                ui.ctx().request_repaint();
            }
        }
    }
}

/// The keys that lead to a page.
fn script(words: &[String]) -> Vec<Step> {
    let is = |word: &str| words.iter().any(|given| given == word);
    let mut steps = Vec::new();
    let enter = || Step::Key(Key::Enter);
    if is("start") {
        return steps;
    }
    if is("exit") {
        return vec![Step::Chord(Key::Q, Modifiers::CTRL | Modifiers::SHIFT)];
    }
    if is("operator") {
        steps.push(Step::Chord(Key::Q, Modifiers::CTRL | Modifiers::SHIFT));
        steps.push(Step::Text(double::PASSWORD));
        steps.push(enter());
        return steps;
    }
    if let Some(page) = words.iter().find_map(|word| word.strip_prefix("paper-")) {
        return paper(page, is("full"));
    }
    steps.push(enter());
    if is("trust") {
        return steps;
    }
    steps.push(enter());
    if is("code") {
        steps.push(Step::Text("k7m2qx9"));
        return steps;
    }
    if is("mistyped") {
        steps.push(Step::Text("k7m2qx9trb4j"));
        steps.push(enter());
        return steps;
    }
    steps.push(Step::Text("k7m2qx9trb4h"));
    steps.push(enter());
    let asked = if is("full") {
        double::full()
    } else {
        double::short()
    };
    let answers = [Key::Num4, Key::Num2, Key::Num0, Key::Num5, Key::Num3];
    for (position, item) in asked.items.iter().enumerate() {
        let is_score = item.kind == frontline::domain::ItemKind::Recommend;
        let is_open = item.kind == frontline::domain::ItemKind::Open;
        if is_open {
            let text = if is("marks") {
                "Спросите Петрову, телефон 8 916 123-45-67"
            } else {
                "Хотим сами менять остывший кофе"
            };
            steps.push(Step::Text(text));
            if is("comment") || is("marks") {
                return steps;
            }
            steps.push(Step::Chord(Key::Enter, Modifiers::COMMAND));
            continue;
        }
        if is_score {
            steps.push(Step::Key(Key::Num8));
            if is("score") {
                return steps;
            }
        } else {
            steps.push(Step::Key(answers[position % answers.len()]));
        }
        if is("question") && position == 5 {
            return steps;
        }
        steps.push(enter());
    }
    if is("review") {
        return steps;
    }
    steps.push(enter());
    if is("stored") {
        return steps;
    }
    steps.push(enter());
    steps
}

/// The keys that lead to a page of a paper form, past the password.
fn paper(page: &str, is_full: bool) -> Vec<Step> {
    let enter = || Step::Key(Key::Enter);
    let mut steps = vec![
        Step::Chord(Key::Q, Modifiers::CTRL | Modifiers::SHIFT),
        Step::Text(double::PASSWORD),
        enter(),
    ];
    // Two languages and the bundle come before the paper forms.
    steps.extend([(); 4].map(|()| Step::Key(Key::Tab)));
    steps.push(enter());
    if page == "code" {
        steps.push(Step::Text("k7m2qx9"));
        return steps;
    }
    steps.push(Step::Text("k7m2qx9trb4h"));
    steps.push(enter());
    let asked = if is_full {
        double::full()
    } else {
        double::short()
    };
    let answers = [Key::Num4, Key::Num2, Key::Num0, Key::Num5, Key::Num3];
    for entry in ["first", "second"] {
        let is_other = entry == "second" && page == "compare";
        for (position, item) in asked.items.iter().enumerate() {
            let is_shown = page == entry && position == 5;
            if is_shown {
                return steps;
            }
            if item.kind == frontline::domain::ItemKind::Open {
                steps.push(Step::Text(if is_other {
                    "Хотим сами менять кофе"
                } else {
                    "Хотим сами менять остывший кофе"
                }));
            } else if is_other && position % 4 == 1 {
                steps.push(Step::Key(Key::Num1));
            } else {
                steps.push(Step::Key(answers[position % answers.len()]));
            }
            steps.push(enter());
        }
    }
    if page == "compare" {
        steps.push(Step::Key(Key::Num2));
        steps.push(enter());
    }
    if page == "sealed" {
        steps.push(enter());
    }
    steps
}

fn main() -> eframe::Result {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let is = |word: &str| words.iter().any(|given| given == word);
    let lang = if is("en") { Lang::En } else { Lang::Ru };
    let asked = if is("full") {
        double::full()
    } else {
        double::short()
    };
    let (station, _kept) = double::Double::new(asked);
    let station = if is("one") {
        station.without_witness()
    } else {
        station
    };
    let clerk = double::clerk(station, double::open_day());
    let mut kiosk = Kiosk::new(lang);
    kiosk.on_event(clerk.greeting());
    let mut sizes = words.iter().filter_map(|word| {
        let (width, height) = word.split_once('x')?;
        Some([width.parse().ok()?, height.parse().ok()?])
    });
    let size: [f32; 2] = sizes.next().unwrap_or([1280.0, 800.0]);
    let viewport = egui::ViewportBuilder::default()
        .with_inner_size(size)
        .with_decorations(false);
    let options = eframe::NativeOptions {
        viewport,
        ..Default::default()
    };
    let script = script(&words);
    eframe::run_native(
        "kiosk",
        options,
        Box::new(move |context| {
            theme::install(&context.egui_ctx);
            theme::choose(&context.egui_ctx, theme::ThemeChoice::Light);
            Ok(Box::new(Window {
                kiosk,
                clerk,
                script,
                frame: 0,
            }))
        }),
    )
}
