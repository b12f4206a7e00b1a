//! From the start of the process to the end of the first frame, beside an empty eframe window, in
//! one run. Needs a display (`xvfb-run cargo bench --bench startup`).

#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use std::process::Command;
use std::time::Instant;

use eframe::egui;

const RUNS: usize = 7;

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("--child-empty") => child(|_| Box::new(Empty)),
        Some("--child-ours") => child(|ctx| {
            let here = std::env::temp_dir().join("frontline-startup");
            let today = frontline::domain::Date::constant(2026, 11, 21);
            let surroundings = frontline::app::Surroundings::fixed(today, 1, &here);
            Box::new(frontline::ui::Window::new(ctx, surroundings, None, None))
        }),
        _ => compare(),
    }
}

fn compare() {
    if std::env::var_os("DISPLAY").is_none() && cfg!(target_os = "linux") {
        println!("startup: no display, nothing measured");
        return;
    }
    let this = std::env::current_exe().expect("the path of this benchmark");
    let run = |child: &str| {
        let start = Instant::now();
        let status = Command::new(&this)
            .arg(child)
            .status()
            .expect("this benchmark runs");
        assert!(status.success(), "{child} failed");
        start.elapsed().as_secs_f64() * 1e3
    };
    let mut medians = Vec::new();
    for child in ["--child-empty", "--child-ours"] {
        let mut times: Vec<f64> = (0..RUNS).map(|_| run(child)).collect();
        times.sort_by(f64::total_cmp);
        println!("{child}: median {:.0} ms of {RUNS} runs", times[RUNS / 2]);
        medians.push(times[RUNS / 2]);
    }
    println!("ours / empty: {:.2}", medians[1] / medians[0]);
}

type MakeApp = fn(&egui::Context) -> Box<dyn eframe::App>;

/// Opens a window, draws one frame and ends.
fn child(make: MakeApp) {
    let options = eframe::NativeOptions::default();
    let creator: eframe::AppCreator<'_> = Box::new(move |creation| {
        Ok(Box::new(OneFrame {
            inner: make(&creation.egui_ctx),
        }))
    });
    eframe::run_native("startup", options, creator).expect("a display");
}

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, _ui: &mut egui::Ui, _frame: &mut eframe::Frame) {}
}

struct OneFrame {
    inner: Box<dyn eframe::App>,
}

impl eframe::App for OneFrame {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.inner.logic(ctx, frame);
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.inner.ui(ui, frame);
        ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
    }
}
