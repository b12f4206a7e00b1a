//! Notices that nobody is there any more: after 75 quiet seconds, 165 at a paper form, a countdown of
//! 15, then the wipe.
//! Time is egui's own, so that tests can turn the clock.

use egui::{Event, Ui};

use super::state::{Kiosk, Page};
use super::visit::Sealing;

/// Seconds of quiet before the countdown.
pub(super) const QUIET: f64 = 75.0;
/// The same while a paper form is typed in: whoever does it looks at the paper for long.
pub(super) const QUIET_AT_PAPER: f64 = 165.0;
/// Seconds of the countdown.
pub(super) const COUNTDOWN: f64 = 15.0;

/// What the quiet says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    /// Somebody is there.
    There,
    /// Nobody moved for a while; this many seconds are left.
    Leaving(u32),
    /// Nobody is there.
    Gone,
}

/// The watch.
#[derive(Debug, Default)]
pub(super) struct Idle {
    last: f64,
    is_counting: bool,
}

impl Idle {
    /// Somebody is there now.
    pub(super) fn touch(&mut self, now: f64) {
        self.last = now;
        self.is_counting = false;
    }

    /// Looks at this frame; so many seconds of quiet are allowed. A move of the mouse ends the quiet, but not the countdown: a bumped table
    /// must not keep somebody's answers on the screen.
    pub(super) fn look(&mut self, ui: &Ui, allowed: f64) -> Presence {
        let (now, is_moved, is_pressed) = ui.input(|input| {
            let events = &input.events;
            (
                input.time,
                events.iter().any(is_a_move),
                events.iter().any(is_a_press),
            )
        });
        if is_pressed || (is_moved && !self.is_counting) {
            self.touch(now);
        }
        let quiet = now - self.last;
        if quiet >= allowed + COUNTDOWN {
            return Presence::Gone;
        }
        if quiet >= allowed {
            self.is_counting = true;
            let left = (allowed + COUNTDOWN - quiet).ceil().clamp(1.0, COUNTDOWN);
            wake_in(ui, 0.25);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "1 to 15"
            )]
            return Presence::Leaving(left as u32);
        }
        wake_in(ui, allowed - quiet + 0.02);
        Presence::There
    }
}

impl Kiosk {
    /// Nobody there any more?
    pub(super) fn watch(&mut self, ui: &Ui) {
        let now = ui.input(|input| input.time);
        let presence = self.idle.look(ui, self.quiet());
        if self.visit.sealing == Sealing::Running {
            self.idle.touch(now);
            return;
        }
        if presence != Presence::Gone {
            return;
        }
        self.idle.touch(now);
        let is_home = matches!(self.page, Page::Opening | Page::Broken);
        if !is_home {
            self.leave();
        }
    }

    /// How much quiet this page allows.
    fn quiet(&self) -> f64 {
        if matches!(self.page, Page::Paper(_)) {
            QUIET_AT_PAPER
        } else {
            QUIET
        }
    }

    /// Seconds left before the wipe, where the countdown runs on this page.
    pub(super) fn countdown(&mut self, ui: &Ui) -> Option<u32> {
        let has_something = match self.page {
            Page::Opening | Page::Broken | Page::Closed | Page::Start | Page::Thanks => {
                self.exit.is_some()
            }
            Page::Trust
            | Page::Code
            | Page::Question(_)
            | Page::Review
            | Page::Stored
            | Page::Operator
            | Page::Paper(_) => true,
        };
        match self.idle.look(ui, self.quiet()) {
            Presence::Leaving(left) if has_something => Some(left),
            Presence::Leaving(_) | Presence::There | Presence::Gone => None,
        }
    }

    /// Somebody said to be there.
    pub(super) fn stay(&mut self, ui: &Ui) {
        self.idle.touch(ui.input(|input| input.time));
        self.come_back();
    }

    /// The page shows again after something lay over it: its field may take the keyboard anew.
    pub(super) fn come_back(&mut self) {
        self.turned += 1;
    }
}

/// Draws again after so many seconds at the latest.
pub(super) fn wake_in(ui: &Ui, seconds: f64) {
    let pause = std::time::Duration::try_from_secs_f64(seconds.max(0.01)).unwrap_or_default();
    ui.ctx().request_repaint_after(pause);
}

fn is_a_move(event: &Event) -> bool {
    matches!(
        event,
        Event::PointerMoved(_) | Event::MouseMoved(_) | Event::MouseWheel { .. }
    )
}

fn is_a_press(event: &Event) -> bool {
    matches!(
        event,
        Event::Key { .. }
            | Event::Text(_)
            | Event::Ime(_)
            | Event::PointerButton { .. }
            | Event::Touch { .. }
            | Event::AccessKitActionRequest(_)
    )
}
