//! The window of the kiosk: the whole screen, on top, with no way out but the exit password as far as
//! the toolkit can prevent; ties the pages to the desk and to the folder dialog.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use egui::{Context, Ui, ViewportBuilder, ViewportCommand, WindowLevel};

use super::state::{Kiosk, Wish};
use crate::app::Surroundings;
use crate::app::kiosk::{Clerk, Desk, open_station, quiet_panics};
use crate::domain::Lang;
use crate::error::{Kind, Result};
use crate::i18n::message;
use crate::ui::theme;

/// How a kiosk starts.
pub struct Start {
    /// Opens the station, on the desk's thread.
    pub open: Box<dyn FnOnce() -> Result<Clerk> + Send>,
    /// The language of the first page.
    pub lang: Lang,
    /// A plain window of this size instead of the whole screen, to look at the pages.
    pub plain: Option<[f32; 2]>,
}

/// Shows the kiosk over the station or pack file at this path, and stays until somebody with the
/// exit password closes it.
///
/// # Errors
/// When there is no display. What is wrong with the file is said in the window.
pub fn run(path: PathBuf, surroundings: Surroundings, lang: Lang) -> Result<()> {
    run_with(Start {
        open: Box::new(move || open_station(&path, surroundings)),
        lang,
        plain: None,
    })
}

/// The same over anything that collects.
///
/// # Errors
/// When there is no display.
pub fn run_with(start: Start) -> Result<()> {
    quiet_panics();
    let title = message(start.lang, "app-name");
    let viewport = ViewportBuilder::default()
        .with_title(title)
        .with_app_id("frontline-kiosk")
        .with_icon(Arc::new(crate::ui::brand_icon::icon()))
        .with_decorations(false);
    let viewport = match start.plain {
        Some(size) => viewport.with_inner_size(size),
        None => viewport
            .with_inner_size([1280.0, 800.0])
            .with_fullscreen(true)
            .with_always_on_top()
            .with_minimize_button(false)
            .with_maximize_button(false)
            .with_close_button(false),
    };
    let options = eframe::NativeOptions {
        viewport,
        ..Default::default()
    };
    let make: eframe::AppCreator<'_> =
        Box::new(move |creation| Ok(Box::new(Window::new(&creation.egui_ctx, start))));
    eframe::run_native("frontline-kiosk", options, make)
        .map_err(|error| Kind::NoDisplay(error.to_string()).into())
}

struct Window {
    kiosk: Kiosk,
    desk: Desk,
    picked: (Sender<PathBuf>, Receiver<PathBuf>),
    is_plain: bool,
    is_open_to_leave: bool,
    is_guarded: bool,
}

impl Window {
    fn new(ctx: &Context, start: Start) -> Self {
        theme::install(ctx);
        theme::choose(ctx, theme::ThemeChoice::Light);
        ctx.options_mut(|options| options.zoom_with_keyboard = false);
        let wake_ctx = ctx.clone();
        let wake = Arc::new(move || wake_ctx.request_repaint());
        let Start { open, lang, plain } = start;
        Self {
            kiosk: Kiosk::new(lang),
            desk: Desk::spawn(open, wake),
            picked: channel(),
            is_plain: plain.is_some(),
            is_open_to_leave: false,
            is_guarded: false,
        }
    }

    /// Whoever gave the password may use the computer; everybody else sees nothing but the kiosk.
    fn guard(&mut self, ctx: &Context) {
        let wants = !self.kiosk.is_operator() && !self.is_plain;
        if wants != self.is_guarded {
            self.is_guarded = wants;
            let level = if wants {
                WindowLevel::AlwaysOnTop
            } else {
                WindowLevel::Normal
            };
            ctx.send_viewport_cmd(ViewportCommand::WindowLevel(level));
            // Other programs and the system's own picture keys see an empty window.
            ctx.send_viewport_cmd(ViewportCommand::ContentProtected(wants));
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(wants));
        }
        let (wants_to_close, is_minimized, has_focus) = ctx.input(|input| {
            let viewport = input.viewport();
            (
                viewport.close_requested(),
                viewport.minimized == Some(true),
                viewport.focused != Some(false),
            )
        });
        if wants_to_close && !self.is_open_to_leave && !self.kiosk.is_free_to_close() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        if self.is_guarded && is_minimized {
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
        }
        if self.is_guarded && !has_focus {
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            ctx.request_repaint_after(std::time::Duration::from_secs(1));
        }
    }

    fn carry_out(&mut self, ctx: &Context, wish: Wish) {
        match wish {
            Wish::Ask(request) => self.desk.ask(request),
            Wish::PickFolder => {
                let (sender, ctx) = (self.picked.0.clone(), ctx.clone());
                crate::ui::dialogs::pick_bundle_folder(self.kiosk.lang(), move |folder| {
                    // The window may have been closed under the dialog.
                    drop(sender.send(folder));
                    ctx.request_repaint();
                });
            }
            Wish::Close => {
                self.is_open_to_leave = true;
                ctx.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        while let Some(event) = self.desk.try_next() {
            self.kiosk.on_event(event);
        }
        while let Ok(folder) = self.picked.1.try_recv() {
            self.kiosk.on_folder(folder);
        }
        let points = ctx.content_rect().size() * ctx.zoom_factor();
        let zoom = zoom_for(points);
        if (ctx.zoom_factor() - zoom).abs() > 0.01 {
            ctx.set_zoom_factor(zoom);
        }
        self.guard(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let wishes = self.kiosk.ui(ui);
        let ctx = ui.ctx().clone();
        for wish in wishes {
            self.carry_out(&ctx, wish);
        }
    }
}

/// How far the pages are enlarged on a screen of so many points: they are made for 1024 × 700 and
/// more, and a wall of small words on a large screen helps nobody.
#[must_use]
pub fn zoom_for(points: egui::Vec2) -> f32 {
    let fits = (points.x / 1024.0).min(points.y / 700.0);
    let wanted = match points.x {
        width if width < 1600.0 => 1.0,
        width if width < 2400.0 => 1.25,
        width if width < 3400.0 => 1.75,
        _ => 2.25,
    };
    fits.min(wanted).max(0.6)
}
