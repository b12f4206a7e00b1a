//! CPU time of a frame: Results and Linkage over 1,000 branches (goal: median below 4 ms), and the same
//! while all processors write workbooks (goal: below 8 ms).
//!
//! Runs the real shell without a window: layout, drawing and tessellation, as a frame does before
//! the graphics card takes over. `cargo bench --bench frames`.

#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

#[path = "../it/ui/fixture/mod.rs"]
mod fixture;

use std::collections::BTreeSet;
use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use frontline::analysis::{Findings, Options, Yardstick, analyze};
use frontline::app::demo::DemoChain;
use frontline::app::{Command, Event, Overview, Reply, Settings, Ticket};
use frontline::domain::rating::RoundState;
use frontline::domain::{Branch, BranchCode, Class, Dataset, Date, Lang, Outcome};
use frontline::export::{Scope, WorkbookRequest, write_workbook};
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Shell;
use rayon::prelude::*;

/// How often the demo chain is repeated: 42 × 24 branches.
const COPIES: usize = 42;
const FRAMES: usize = 200;

/// Teams of five: 2,000 people.
const TEAMS: usize = 400;

/// Where the field stands that looks for people in the matrix.
const SEARCH: egui::Pos2 = egui::pos2(440.0, 82.0);

/// What happens while frames are measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Motion {
    Still,
    Scrolling,
    /// A letter comes and goes: rows are filtered in every frame.
    Typing,
}

fn main() {
    people();
    let dataset = large_chain();
    let options = Options {
        draws: 100,
        permutations: 99,
        ..Options::default()
    };
    let findings = analyze(&dataset, &options, &mut |_| Ok(())).expect("nobody cancels");
    println!(
        "{} branches, {} frames each, 1280 × 800 points",
        dataset.branches.len(),
        FRAMES
    );
    let findings = Arc::new(findings);
    for screen in [ScreenId::Results, ScreenId::Linkage, ScreenId::Home] {
        for motion in [Motion::Still, Motion::Scrolling] {
            measure(("", screen), &dataset, &findings, motion);
        }
    }
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| write_until(&is_over, &findings));
        for (screen, motion) in [
            (ScreenId::Reports, Motion::Still),
            (ScreenId::Results, Motion::Scrolling),
        ] {
            measure(
                ("while workbooks are written, ", screen),
                &dataset,
                &findings,
                motion,
            );
        }
        is_over.store(true, Ordering::Relaxed);
    });
}

/// Keeps all processors busy with workbooks of the whole company.
fn write_until(is_over: &AtomicBool, findings: &Findings) {
    let request = WorkbookRequest {
        lang: Lang::En,
        wave: findings.waves.len() - 1,
        scope: Scope::Full,
        sheets: BTreeSet::new(),
        company: "Bench".to_owned(),
        made_on: Date::constant(2026, 11, 22),
        questionnaires: Vec::new(),
        comments: None,
        actions: None,
        compare: Yardstick::default(),
        outside: Vec::new(),
    };
    let mut written = 0;
    while !is_over.load(Ordering::Relaxed) {
        let books = (0..4)
            .into_par_iter()
            .map(|_| write_workbook(findings, &request, &mut |_| Ok(())).expect("it is written"));
        written += books
            .map(|book| book.len())
            .filter(|size| *size > 0)
            .count();
    }
    println!("{written} workbooks were written meanwhile");
}

/// The matrix of 2,000 people by eight competencies.
fn people() {
    let lang = Lang::En;
    let mut shell = fixture::shell(Some(fixture::demo(lang)), None, lang);
    fixture::shows_ratings(&mut shell, lang, TEAMS, RoundState::Closed);
    for motion in [Motion::Still, Motion::Scrolling, Motion::Typing] {
        let ctx = egui::Context::default();
        frontline::ui::theme::install(&ctx);
        shell.go(ScreenId::Competencies);
        // Rounds, profile, matrix.
        for _ in 0..2 {
            turn_page(&ctx, &mut shell);
        }
        if motion == Motion::Typing {
            click(&ctx, &mut shell, SEARCH);
            let is_there = ctx.memory(|memory| memory.focused().is_some());
            assert!(is_there, "the field of the matrix has moved");
        }
        report("Matrix of 2,000 people", (&ctx, &mut shell), motion);
        for _ in 0..6 {
            turn_page(&ctx, &mut shell);
        }
    }
}

fn click(ctx: &egui::Context, shell: &mut Shell, at: egui::Pos2) {
    let size = egui::vec2(1280.0, 800.0);
    for pressed in [true, false] {
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, size)),
            events: vec![
                egui::Event::PointerMoved(at),
                egui::Event::PointerButton {
                    pos: at,
                    button: egui::PointerButton::Primary,
                    pressed,
                    modifiers: egui::Modifiers::NONE,
                },
            ],
            ..Default::default()
        };
        // Once to see where things are, once to press.
        for input in [input.clone(), input] {
            let output = ctx.run_ui(input, |ui| {
                black_box(shell.ui(ui));
            });
            black_box(output.shapes.len());
        }
    }
}

fn turn_page(ctx: &egui::Context, shell: &mut Shell) {
    let size = egui::vec2(1280.0, 800.0);
    let input = egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, size)),
        events: vec![
            egui::Event::ModifiersChanged(egui::Modifiers::COMMAND),
            egui::Event::Key {
                key: egui::Key::PageDown,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: egui::Modifiers::COMMAND,
            },
            egui::Event::ModifiersChanged(egui::Modifiers::NONE),
        ],
        ..Default::default()
    };
    let output = ctx.run_ui(input, |ui| {
        black_box(shell.ui(ui));
    });
    black_box(output.shapes.len());
}

/// The demo chain many times over, every branch under a code of its own.
fn large_chain() -> Dataset {
    let base = DemoChain::generate(7, Lang::En).dataset();
    let mut large = Dataset {
        branches: Vec::new(),
        outcomes: Vec::new(),
        ..base.clone()
    };
    for copy in 0..COPIES {
        let code = |known: &BranchCode| {
            BranchCode::new(&format!("{copy:02}-{}", known.as_str())).expect("a valid code")
        };
        large
            .branches
            .extend(base.branches.iter().map(|branch| Branch {
                code: code(&branch.code),
                ..branch.clone()
            }));
        large.outcomes.extend(base.outcomes.iter().map(|o| Outcome {
            branch: code(&o.branch),
            ..o.clone()
        }));
    }
    for wave in &mut large.waves {
        let classes = wave.answers.classes.clone();
        wave.answers.classes = (0..COPIES)
            .flat_map(|copy| {
                let offset = copy * base.branches.len();
                classes.iter().map(move |class| Class {
                    branches: class
                        .branches
                        .iter()
                        .map(|branch| branch + offset)
                        .collect(),
                    ..class.clone()
                })
            })
            .collect();
        for block in &mut wave.answers.blocks {
            let step = u16::try_from(classes.len()).expect("few classes");
            let copies = u16::try_from(COPIES).expect("few copies");
            let class: Vec<u16> = (0..copies)
                .flat_map(|copy| block.class.iter().map(move |class| class + copy * step))
                .collect();
            block.class = class.into();
            block.columns = block
                .columns
                .iter()
                .map(|column| column.repeat(COPIES))
                .collect();
        }
    }
    large
}

fn overview(dataset: &Dataset) -> Overview {
    Overview {
        path: "bench.frontline".into(),
        company: "Bench".to_owned(),
        is_demo: true,
        branches: dataset.branches.clone(),
        positions: Vec::new(),
        questionnaires: Vec::new(),
        waves: Vec::new(),
        outcomes: dataset.outcomes.clone().into(),
        benchmarks: Vec::new(),
        actions: std::sync::Arc::default(),
        releases: Vec::new(),
        today: Date::constant(2026, 11, 21),
        reports_folder: "reports".into(),
        keys: frontline::app::KeysInfo {
            slots: Vec::new(),
            backups: Vec::new(),
            generation: 1,
        },
    }
}

fn measure(
    (when, screen): (&str, ScreenId),
    dataset: &Dataset,
    findings: &Arc<Findings>,
    motion: Motion,
) {
    let ctx = egui::Context::default();
    frontline::ui::theme::install(&ctx);
    let mut shell = Shell::new(Settings::default(), Lang::En);
    let done = |ticket, reply| Event::Done {
        ticket: Ticket(ticket),
        reply,
    };
    shell.on_event(done(1, Reply::Overview(Arc::new(overview(dataset)))));
    shell.on_sent(Ticket(2), Command::Analyze);
    shell.on_event(done(2, Reply::Findings(Arc::clone(findings))));
    shell.go(screen);
    report(&format!("{when}{screen:?}"), (&ctx, &mut shell), motion);
}

fn report(name: &str, (ctx, shell): (&egui::Context, &mut Shell), motion: Motion) {
    let mut times: Vec<Duration> = (0..FRAMES + 10)
        .map(|frame| one_frame(ctx, shell, frame, motion))
        .collect();
    // The first frames build galleys and prepare rows.
    let first = times[0];
    let mut times = times.split_off(10);
    times.sort();
    let at = |share: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "an index"
        )]
        let index = (share * (times.len() - 1) as f64) as usize;
        times[index].as_secs_f64() * 1e3
    };
    let what = match motion {
        Motion::Still => "still",
        Motion::Scrolling => "pointer moving, scrolling",
        Motion::Typing => "filtering as somebody types",
    };
    println!(
        "{name}, {what}: median {:.2} ms, p95 {:.2} ms, first {:.1} ms",
        at(0.5),
        at(0.95),
        first.as_secs_f64() * 1e3
    );
}

fn one_frame(ctx: &egui::Context, shell: &mut Shell, frame: usize, motion: Motion) -> Duration {
    let size = egui::vec2(1280.0, 800.0);
    #[expect(clippy::cast_precision_loss, reason = "a frame number")]
    let at = frame as f32;
    let mut input = egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, size)),
        time: Some(f64::from(at) / 60.0),
        ..Default::default()
    };
    if motion == Motion::Typing {
        input.events.push(match frame % 2 {
            0 => egui::Event::Text("e".to_owned()),
            _ => egui::Event::Key {
                key: egui::Key::Backspace,
                physical_key: None,
                pressed: true,
                repeat: false,
                modifiers: egui::Modifiers::NONE,
            },
        });
    }
    if motion == Motion::Scrolling {
        let place = egui::pos2(300.0 + (at * 7.0) % 500.0, 300.0 + (at * 3.0) % 300.0);
        input.events.push(egui::Event::PointerMoved(place));
        input.events.push(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -8.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: egui::Modifiers::NONE,
        });
    }
    let start = Instant::now();
    let mut output = ctx.run_ui(input, |ui| {
        black_box(shell.ui(ui));
    });
    output.textures_delta.clear();
    black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    start.elapsed()
}
