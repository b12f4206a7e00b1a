//! The window: ties the shell to the worker thread, to file dialogs and to the system.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use egui::{Context, Ui, ViewportBuilder, ViewportCommand};

use super::action::Pick;
use super::dialogs;
use super::shell::{Outward, Shell};
use super::theme;
use crate::app::{Command, Service, Settings, Surroundings, ThemeChoice, Worker};
use crate::domain::Lang;
use crate::error::{Kind, Result};
use crate::i18n::message;

/// How long one frame may spend on messages from the worker.
const DRAIN_BUDGET: Duration = Duration::from_millis(10);

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When there is no display.
pub fn run_window(
    surroundings: Surroundings,
    first: Option<Command>,
    lang: Option<Lang>,
) -> Result<()> {
    let viewport = ViewportBuilder::default()
        .with_title("Frontline")
        .with_app_id("frontline")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([820.0, 560.0])
        .with_icon(Arc::new(super::brand_icon::icon()));
    let options = eframe::NativeOptions {
        viewport,
        centered: true,
        ..Default::default()
    };
    let make: eframe::AppCreator<'_> = Box::new(move |creation| {
        Ok(Box::new(Window::new(
            &creation.egui_ctx,
            surroundings,
            first,
            lang,
        )))
    });
    eframe::run_native("frontline", options, make)
        .map_err(|error| Kind::NoDisplay(error.to_string()).into())
}

/// What a file dialog was for, and the files that were chosen.
type Picked = (Pick, Vec<PathBuf>);

/// The running program.
pub struct Window {
    shell: Shell,
    worker: Worker,
    picked: (Sender<Picked>, Receiver<Picked>),
    shown: Option<Shown>,
    settings: Settings,
}

/// What was told to egui and the system, so that it is told only when it changes.
#[derive(Debug, PartialEq, Clone)]
struct Shown {
    theme: ThemeChoice,
    zoom: u16,
    title: String,
}

impl Window {
    /// Starts the worker, installs the look, and asks for the first thing.
    #[must_use]
    pub fn new(
        ctx: &Context,
        surroundings: Surroundings,
        first: Option<Command>,
        lang: Option<Lang>,
    ) -> Self {
        theme::install(ctx);
        let service = Service::new(surroundings);
        let settings = service.settings().clone();
        let lang = lang
            .or(settings.lang)
            .unwrap_or_else(Surroundings::system_lang);
        let wake_ctx = ctx.clone();
        let worker = Worker::spawn(service, Arc::new(move || wake_ctx.request_repaint()));
        let last = settings.last_workspace.clone().filter(|path| path.exists());
        let first = first.or_else(|| last.map(Command::OpenWorkspace));
        let shell = Shell::new(settings.clone(), lang);
        let mut window = Self {
            shell,
            worker,
            picked: channel(),
            shown: None,
            settings,
        };
        if let Some(command) = first {
            window.carry_out(ctx, vec![Outward::Run(command)]);
        }
        window
    }

    fn carry_out(&mut self, ctx: &Context, wishes: Vec<Outward>) {
        for wish in wishes {
            match wish {
                Outward::Run(command) => self.send(command),
                Outward::Cancel(ticket) => self.worker.cancel(ticket),
                Outward::Pick(pick) => self.pick(ctx, pick),
                Outward::OpenPath(path) => dialogs::open_path(&path),
                Outward::Kiosk(pack) => {
                    dialogs::start_kiosk(&pack);
                    // Whoever answers must not find this window behind the kiosk.
                    ctx.send_viewport_cmd(ViewportCommand::Close);
                }
            }
        }
    }

    fn send(&mut self, command: Command) {
        if let Command::SaveSettings(settings) = &command {
            self.settings = settings.clone();
        }
        let ticket = self.worker.send(command.clone());
        self.shell.on_sent(ticket, command);
    }

    fn pick(&self, ctx: &Context, pick: Pick) {
        let (sender, ctx) = (self.picked.0.clone(), ctx.clone());
        dialogs::pick(self.shell.lang(), pick, move |pick, paths| {
            // The window may have been closed under the dialog.
            drop(sender.send((pick, paths)));
            ctx.request_repaint();
        });
    }

    fn show_choices(&mut self, ctx: &Context) {
        let wanted = Shown {
            theme: self.settings.theme,
            zoom: self.settings.zoom,
            title: self.shell.title(&message(self.shell.lang(), "app-name")),
        };
        if self.shown.as_ref() == Some(&wanted) {
            return;
        }
        theme::choose(ctx, theme_of(wanted.theme));
        if wanted.zoom > 0 {
            ctx.set_zoom_factor(f32::from(wanted.zoom) / 100.0);
        }
        ctx.send_viewport_cmd(ViewportCommand::Title(wanted.title.clone()));
        self.shown = Some(wanted);
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        let start = Instant::now();
        while start.elapsed() < DRAIN_BUDGET {
            let Some(event) = self.worker.try_next() else {
                break;
            };
            let wishes = self.shell.on_event(event);
            self.carry_out(ctx, wishes);
        }
        while let Ok((pick, paths)) = self.picked.1.try_recv() {
            let wishes = self.shell.on_picked(pick, paths);
            self.carry_out(ctx, wishes);
        }
        let wishes = self.shell.tick(wall_clock());
        self.carry_out(ctx, wishes);
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        if !dropped.is_empty() {
            let paths = dropped.iter().map(|file| file.path().to_owned()).collect();
            let wishes = self.shell.on_dropped(paths);
            self.carry_out(ctx, wishes);
        }
        self.show_choices(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let wishes = self.shell.ui(ui);
        let ctx = ui.ctx().clone();
        self.carry_out(&ctx, wishes);
    }
}

/// Seconds on the clock on the wall: it goes on while the computer sleeps, so that a workspace left
/// open is locked when it wakes up.
fn wall_clock() -> f64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0.0, |since| since.as_secs_f64())
}

fn theme_of(choice: ThemeChoice) -> theme::ThemeChoice {
    match choice {
        ThemeChoice::System => theme::ThemeChoice::System,
        ThemeChoice::Light => theme::ThemeChoice::Light,
        ThemeChoice::Dark => theme::ThemeChoice::Dark,
    }
}
