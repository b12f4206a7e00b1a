//! The gallery: every widget of the kit in light and dark, and two screens rebuilt with invented data.
//! `cargo run --example gallery -- [page] [light|dark] [zoom in per cent]`

mod pages;

use eframe::egui;
use frontline::ui::theme::{self, ThemeChoice};

use pages::{Gallery, Page};

struct Window {
    gallery: Gallery,
    is_dark: bool,
    zoom: f32,
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let choice = if self.is_dark {
            ThemeChoice::Dark
        } else {
            ThemeChoice::Light
        };
        theme::choose(ui.ctx(), choice);
        ui.ctx().set_zoom_factor(self.zoom);
        if ui.input(|input| input.key_pressed(egui::Key::F2)) {
            self.is_dark = !self.is_dark;
        }
        self.gallery.show(ui);
    }
}

fn main() -> eframe::Result {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let page = words
        .iter()
        .find_map(|word| Page::ALL.into_iter().find(|page| page.key() == word));
    let zoom = words
        .iter()
        .find_map(|word| word.parse::<f32>().ok())
        .unwrap_or(100.0);
    let is_dark = words.iter().any(|word| word == "dark");
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        ..Default::default()
    };
    eframe::run_native(
        "Gallery",
        options,
        Box::new(move |context| {
            theme::install(&context.egui_ctx);
            Ok(Box::new(Window {
                gallery: Gallery::new(page.unwrap_or(Page::Results)),
                is_dark,
                zoom: zoom / 100.0,
            }))
        }),
    )
}
