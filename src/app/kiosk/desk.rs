//! The kiosk's own thread: the slow deeds run here, and the screens never wait.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use super::{Clerk, Event, Request};
use crate::app::Wake;
use crate::error::Result;

/// The handle of the kiosk's thread.
pub struct Desk {
    requests: Option<Sender<Request>>,
    events: Receiver<Event>,
    thread: Option<JoinHandle<()>>,
}

impl Desk {
    /// Starts the thread; `open` runs on it, since opening a station takes a moment.
    #[must_use]
    pub fn spawn(open: impl FnOnce() -> Result<Clerk> + Send + 'static, wake: Wake) -> Self {
        let (requests, inbox) = channel();
        let (outbox, events) = channel();
        let thread = std::thread::spawn(move || {
            let tell = |event| {
                // The window may be gone already; then nobody needs to hear.
                drop(outbox.send(event));
                wake();
            };
            match catch_unwind(AssertUnwindSafe(open)) {
                Ok(Ok(clerk)) => serve(clerk, &inbox, tell),
                Ok(Err(error)) => tell(Event::NotOpened(error)),
                Err(_) => tell(Event::Broken),
            }
        });
        Self {
            requests: Some(requests),
            events,
            thread: Some(thread),
        }
    }

    /// Asks for something.
    pub fn ask(&self, request: Request) {
        if let Some(requests) = &self.requests {
            // A station that could not be opened answers nothing.
            drop(requests.send(request));
        }
    }

    /// The next event, oldest first, if there is one.
    #[must_use]
    pub fn try_next(&self) -> Option<Event> {
        self.events.try_recv().ok()
    }
}

fn serve(mut clerk: Clerk, inbox: &Receiver<Request>, tell: impl Fn(Event)) {
    tell(clerk.greeting());
    while let Ok(request) = inbox.recv() {
        match catch_unwind(AssertUnwindSafe(|| clerk.answer(request))) {
            Ok(Some(event)) => tell(event),
            Ok(None) => {}
            // The panic's text may hold a value, so it is not repeated.
            Err(_) => tell(Event::Broken),
        }
    }
}

impl Drop for Desk {
    /// Waits until what is being stored is stored.
    fn drop(&mut self) {
        self.requests = None;
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

/// From now on a panic prints nothing: its text could hold what somebody answered.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|_| ()));
}
