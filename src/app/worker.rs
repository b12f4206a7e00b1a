//! The worker thread: commands one after another, events back, a callback that wakes the window.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{Command, Event, Reply, Service, Stage, Ticket};
use crate::error::{Error, Kind, Result};

/// Called after every event; it knows how to wake whoever shows them.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// The handle of the worker thread.
pub struct Worker {
    commands: Option<Sender<(Ticket, Command)>>,
    events: Receiver<Event>,
    last: u64,
    cancelled: Arc<AtomicU64>,
    closing: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Worker {
    /// Starts the thread.
    #[must_use]
    pub fn spawn(mut service: Service, wake: Wake) -> Self {
        let (commands, inbox) = channel::<(Ticket, Command)>();
        let (outbox, events) = channel();
        let cancelled = Arc::new(AtomicU64::new(0));
        let closing = Arc::new(AtomicBool::new(false));
        let shared = (Arc::clone(&cancelled), Arc::clone(&closing));
        let thread = std::thread::spawn(move || {
            for (ticket, command) in inbox {
                let (cancelled, closing) = (Arc::clone(&shared.0), Arc::clone(&shared.1));
                let outbox_of_watch = outbox.clone();
                let wake_of_watch = Arc::clone(&wake);
                let mut watch = Watch::new(ticket, move |event| {
                    // The window may be gone already; then nobody needs to hear.
                    drop(outbox_of_watch.send(event));
                    wake_of_watch();
                });
                watch.cancelled = cancelled;
                watch.closing = closing;
                let event = run(&mut service, ticket, command, &mut watch);
                if outbox.send(event).is_err() {
                    return;
                }
                wake();
            }
        });
        Self {
            commands: Some(commands),
            events,
            last: 0,
            cancelled,
            closing,
            thread: Some(thread),
        }
    }

    /// Asks for something; the answer will carry the ticket.
    pub fn send(&mut self, command: Command) -> Ticket {
        self.last += 1;
        let ticket = Ticket(self.last);
        if let Some(commands) = &self.commands {
            // The thread ends only when this handle is dropped.
            drop(commands.send((ticket, command)));
        }
        ticket
    }

    /// Cancels this command and all before it.
    pub fn cancel(&self, ticket: Ticket) {
        self.cancelled.fetch_max(ticket.0, Ordering::Relaxed);
    }

    /// The next event, oldest first, if there is one.
    #[must_use]
    pub fn try_next(&self) -> Option<Event> {
        self.events.try_recv().ok()
    }

    /// The next event, waiting at most so long.
    #[must_use]
    pub fn next(&self, patience: Duration) -> Option<Event> {
        self.events.recv_timeout(patience).ok()
    }
}

impl Drop for Worker {
    /// Cancels what only computes, and waits until what writes has written.
    fn drop(&mut self) {
        self.closing.store(true, Ordering::Relaxed);
        self.commands = None;
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

fn run(service: &mut Service, ticket: Ticket, command: Command, watch: &mut Watch) -> Event {
    let result = catch_unwind(AssertUnwindSafe(|| service.handle(command, watch)));
    match result {
        Ok(Ok(reply)) => Event::Done { ticket, reply },
        Ok(Err(error)) => Event::Failed { ticket, error },
        // The panic's text may hold a value, so it is not repeated.
        Err(_) => Event::Failed {
            ticket,
            error: Kind::Internal("panic".to_owned()).into(),
        },
    }
}

/// How a command tells of its progress, and hears that it is cancelled: one `?` call.
pub struct Watch {
    ticket: Ticket,
    send: Arc<dyn Fn(Event) + Send + Sync>,
    cancelled: Arc<AtomicU64>,
    closing: Arc<AtomicBool>,
    told: Option<(Stage, Instant)>,
}

impl Watch {
    /// At most ten times a second.
    const PAUSE: Duration = Duration::from_millis(100);

    fn new(ticket: Ticket, send: impl Fn(Event) + Send + Sync + 'static) -> Self {
        Self {
            ticket,
            send: Arc::new(send),
            cancelled: Arc::default(),
            closing: Arc::default(),
            told: None,
        }
    }

    /// One that nobody listens to; for the command line and tests.
    #[must_use]
    pub fn silent() -> Self {
        Self::new(Ticket(1), |_| ())
    }

    /// What an audit listens to and tells how far it is.
    pub(super) fn audit(&self) -> impl crate::disclosure::audit::Watch + use<> {
        AuditWatch {
            ticket: self.ticket,
            send: Arc::clone(&self.send),
            told: Mutex::new(Instant::now()),
            cancelled: Arc::clone(&self.cancelled),
            closing: Arc::clone(&self.closing),
        }
    }

    /// Tells where the work stands.
    ///
    /// # Errors
    /// When the user cancelled, or the window is closing.
    pub fn step(&mut self, stage: Stage, share: Option<f32>) -> Result<()> {
        let is_cancelled = self.cancelled.load(Ordering::Relaxed) >= self.ticket.0;
        if is_cancelled || self.closing.load(Ordering::Relaxed) {
            return Err(Error::from(Kind::Cancelled));
        }
        let is_due = self
            .told
            .is_none_or(|(told, when)| told != stage || when.elapsed() >= Self::PAUSE);
        if is_due {
            self.told = Some((stage, Instant::now()));
            (self.send)(Event::Progress {
                ticket: self.ticket,
                stage,
                share,
            });
        }
        Ok(())
    }
}

struct AuditWatch {
    ticket: Ticket,
    send: Arc<dyn Fn(Event) + Send + Sync>,
    /// When it told something last.
    told: Mutex<Instant>,
    cancelled: Arc<AtomicU64>,
    closing: Arc<AtomicBool>,
}

impl crate::disclosure::audit::Watch for AuditWatch {
    fn progress(&self, done: f32) {
        let Ok(mut told) = self.told.try_lock() else {
            return;
        };
        if told.elapsed() >= Watch::PAUSE {
            *told = Instant::now();
            (self.send)(Event::Progress {
                ticket: self.ticket,
                stage: Stage::Proving,
                share: Some(done),
            });
        }
    }

    fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed) >= self.ticket.0
            || self.closing.load(Ordering::Relaxed)
    }
}

impl Watch {
    /// One that tells somebody here how far the work is, at most ten times a second.
    #[must_use]
    pub fn telling(hear: impl Fn(Stage, Option<f32>) + Send + Sync + 'static) -> Self {
        Self::new(Ticket(1), move |event| {
            if let Event::Progress { stage, share, .. } = event {
                hear(stage, share);
            }
        })
    }
}

impl Service {
    /// Does a command here and now, without a thread.
    ///
    /// # Errors
    /// As the command.
    pub fn run(&mut self, command: Command) -> Result<Reply> {
        self.handle(command, &mut Watch::silent())
    }
}
