//! Canaries: one person's comment, code and answers, looked for in every file and in the memory of a
//! kiosk that is killed at each step of a visit. The kiosk is a child process of its own that runs the
//! real pages over the real station file; keys reach it one by one and veiled, so that nothing but the
//! program itself can put them together. On a sabotaged stand-in the search must find them.

use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use egui::{Context, Event, Key, Modifiers, RawInput};
use frontline::app::Surroundings;
use frontline::app::kiosk::{Clerk, open_station};
use frontline::domain::{Date, Lang};
use frontline::ui::kiosk::{Kiosk, Wish};
use frontline::ui::theme;

use super::{double, station};
use crate::canary::{Found, Needle, files_with, memory_with};

const COMMENT: &str = "Канарейка поёт про ночную смену 7431";
const NAME: &str = "kiosk::canaries::a_kiosk_killed_at_any_step_leaves_nothing_of_the_visit";
const CHILD: &str = "FRONTLINE_TEST_KIOSK";
/// What the child does wrong on purpose.
const SABOTAGE: &str = "FRONTLINE_TEST_SABOTAGE";
/// Letters travel as numbers under this veil.
const VEIL: u32 = 0x5A5A;

/// A kiosk without a window, without a screen reader, and without anything that remembers.
struct Bare {
    ctx: Context,
    kiosk: Kiosk,
    clerk: Clerk,
    now: f64,
    /// Sabotage: a page with the toolkit's own field, and where it keeps a draft.
    careless: Option<(String, PathBuf)>,
}

impl Bare {
    fn new(folder: &Path) -> Self {
        let surroundings = Surroundings::fixed(Date::constant(2026, 10, 12), 1, folder);
        let clerk = open_station(&folder.join("sadovaya.flpack"), surroundings).expect("a station");
        let ctx = Context::default();
        theme::install(&ctx);
        let mut kiosk = Kiosk::new(Lang::Ru);
        kiosk.on_event(clerk.greeting());
        let draft = std::env::temp_dir().join("draft.txt");
        Self {
            ctx,
            kiosk,
            clerk,
            now: 1.0,
            careless: std::env::var_os(SABOTAGE).map(|_| (String::new(), draft)),
        }
    }

    /// A few frames; the events come in the first.
    fn draw(&mut self, mut events: Vec<Event>) {
        for _ in 0..3 {
            self.now += 1.0 / 60.0;
            let size = egui::vec2(1280.0, 800.0);
            let input = RawInput {
                screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, size)),
                time: Some(self.now),
                events: std::mem::take(&mut events),
                focused: true,
                ..RawInput::default()
            };
            let (kiosk, careless) = (&mut self.kiosk, &mut self.careless);
            let mut wishes = Vec::new();
            let mut output = self.ctx.run_ui(input, |ui| {
                if let Some((text, draft)) = careless {
                    careless_page(ui, text, draft);
                }
                wishes.extend(kiosk.ui(ui));
            });
            // There is nobody to show it to.
            output.textures_delta.clear();
            drop(self.ctx.tessellate(output.shapes, output.pixels_per_point));
            for wish in wishes {
                match wish {
                    Wish::Ask(request) => {
                        if let Some(event) = self.clerk.answer(request) {
                            self.kiosk.on_event(event);
                        }
                    }
                    Wish::PickFolder | Wish::Close => {}
                }
            }
        }
    }

    fn press(&mut self, key: Key, modifiers: Modifiers) {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        self.draw(vec![event(true), event(false)]);
    }

    /// Carries out a line of the parent; says on which page it ends.
    fn obey(&mut self, line: &str) -> String {
        let mut words = line.split_whitespace();
        match words.next() {
            Some("type") => {
                for number in words {
                    let veiled: u32 = number.parse().expect("a number");
                    let letter = char::from_u32(veiled ^ VEIL).expect("a letter");
                    self.draw(vec![Event::Text(letter.to_string())]);
                }
            }
            Some("key") => {
                let key = words.next().and_then(Key::from_name).expect("a key");
                self.press(key, Modifiers::NONE);
            }
            Some("done") => self.press(Key::Enter, Modifiers::COMMAND),
            Some("wait") => {
                let seconds = words.next().and_then(|it| it.parse::<f64>().ok());
                self.now += seconds.expect("seconds");
                self.draw(Vec::new());
            }
            other => panic!("{other:?}"),
        }
        format!("{:?}", self.kiosk.page())
    }
}

/// Sabotage: what is typed also goes to a field of the toolkit, and from there to a draft on the disk.
fn careless_page(ui: &mut egui::Ui, text: &mut String, draft: &Path) {
    for event in ui.input(|input| input.events.clone()) {
        if let Event::Text(letter) = event {
            text.push_str(&letter);
        }
    }
    drop(ui.painter().layout_no_wrap(
        text.clone(),
        egui::FontId::default(),
        egui::Color32::PLACEHOLDER,
    ));
    std::fs::write(draft, &*text).expect("a temporary folder");
}

/// The child: does what the lines say, and answers each with its page.
fn serve(folder: &Path) {
    let mut bare = Bare::new(folder);
    bare.draw(Vec::new());
    answer(&format!("{:?}", bare.kiosk.page()));
    for line in std::io::stdin().lock().lines() {
        let page = bare.obey(&line.expect("the parent's words"));
        answer(&page);
    }
}

/// What the parent waits for.
fn answer(page: &str) {
    let mut out = std::io::stdout();
    writeln!(out, "\npage {page}").expect("the parent listens");
    out.flush().expect("the parent listens");
}

/// The parent's side of a kiosk.
struct Booth {
    child: Child,
    said: BufReader<ChildStdout>,
}

impl Booth {
    fn open(profile: &Path, is_sabotaged: bool) -> Self {
        let mut command = Command::new(std::env::current_exe().expect("this test"));
        command
            .args(["--exact", NAME, "--nocapture", "--test-threads=1"])
            .env(CHILD, profile)
            .env("HOME", profile)
            .env("TMPDIR", profile.join("tmp"))
            .env("TMP", profile.join("tmp"))
            .env("TEMP", profile.join("tmp"))
            .env("XDG_DATA_HOME", profile.join("data"))
            .env("XDG_CONFIG_HOME", profile.join("config"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit());
        if is_sabotaged {
            command.env(SABOTAGE, "1");
        }
        let mut child = command.spawn().expect("a child");
        let said = BufReader::new(child.stdout.take().expect("piped"));
        let mut booth = Self { child, said };
        assert_eq!(booth.page(), "Start");
        booth
    }

    fn page(&mut self) -> String {
        loop {
            let mut line = String::new();
            let read = self.said.read_line(&mut line).expect("the child speaks");
            assert!(read > 0, "the kiosk ended by itself");
            if let Some(page) = line.strip_prefix("page ") {
                return page.trim().to_owned();
            }
        }
    }

    fn tell(&mut self, line: &str) -> String {
        let mut stdin = self.child.stdin.as_ref().expect("piped");
        writeln!(stdin, "{line}").expect("the child listens");
        self.page()
    }

    fn write(&mut self, text: &str) -> String {
        let veiled: Vec<String> = text
            .chars()
            .map(|letter| (u32::from(letter) ^ VEIL).to_string())
            .collect();
        self.tell(&format!("type {}", veiled.join(" ")))
    }

    /// `kill -9`.
    fn kill(mut self) {
        self.child.kill().expect("our own child");
        self.child.wait().expect("our own child");
    }
}

/// Codes in a pack: one for each step.
const COUNT: u32 = 7;
/// The steps of a visit, each from the one before.
const STEPS: [&str; 7] = [
    "typing the code",
    "the first question",
    "the comment",
    "the review",
    "what is stored",
    "the thanks",
    "the next visitor",
];

/// The answers to the rated questions and to the score, in the order of the survey.
const ANSWERS: [&str; 8] = ["4", "2", "5", "1", "3", "4", "2", "8"];

fn step(booth: &mut Booth, step: usize, code: &str) {
    match step {
        0 => {
            booth.tell("key Enter");
            assert_eq!(booth.tell("key Enter"), "Code");
            booth.write(code);
        }
        1 => assert_eq!(booth.tell("key Enter"), "Question(0)"),
        2 => {
            for answer in ANSWERS {
                booth.tell(&format!("key {answer}"));
                booth.tell("key Enter");
            }
            assert_eq!(booth.write(COMMENT), "Question(8)");
        }
        3 => {
            let mut page = booth.tell("done");
            while page.starts_with("Question") {
                page = booth.tell("done");
            }
            assert_eq!(page, "Review");
        }
        4 => assert_eq!(booth.tell("key Enter"), "Stored"),
        5 => assert_eq!(booth.tell("key Enter"), "Thanks"),
        _ => {
            assert_eq!(booth.tell("wait 120"), "Start");
            booth.tell("wait 1");
        }
    }
}

fn needles(code: &str) -> Vec<Needle> {
    let letters: String = code.chars().filter(|letter| *letter != '-').collect();
    let answers: Vec<u8> = ANSWERS
        .iter()
        .map(|it| it.parse().expect("a digit"))
        .collect();
    vec![
        Needle::text("comment", COMMENT),
        Needle::pieces("piece of the comment", COMMENT, 9),
        Needle::text("code", code),
        Needle::text("code without dashes", &letters),
        Needle::bytes("answers in a row", &answers),
    ]
}

/// A profile with a pack in it, and the codes of the pack.
fn profile() -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for name in ["tmp", "data", "config"] {
        std::fs::create_dir(folder.path().join(name)).expect("a temporary folder");
    }
    let (_, codes) = station::pack_of(folder.path(), &double::short(), COUNT);
    (folder, codes)
}

#[test]
fn a_kiosk_killed_at_any_step_leaves_nothing_of_the_visit() {
    if let Some(folder) = std::env::var_os(CHILD) {
        serve(Path::new(&folder));
        return;
    }
    let (folder, codes) = profile();
    for (last, name) in STEPS.iter().enumerate() {
        let code = &codes[last];
        let mut booth = Booth::open(folder.path(), false);
        for number in 0..=last {
            step(&mut booth, number, code);
        }
        booth.kill();
        let found = files_with(folder.path(), &needles(code));
        assert_eq!(found, Found::nothing(), "killed at {name}");
    }
}

#[test]
fn after_a_visit_the_kiosk_remembers_no_comment_code_or_answers() {
    let (folder, codes) = profile();
    let mut booth = Booth::open(folder.path(), false);
    let needles = needles(&codes[0]);
    let mut seen = Vec::new();
    for (number, name) in STEPS.iter().enumerate() {
        step(&mut booth, number, &codes[0]);
        let Some(found) = memory_with(booth.child.id(), &needles) else {
            println!("not run: this system does not let a parent read its child's memory");
            return;
        };
        println!("{name}: {found:?}");
        seen.push(found);
    }
    booth.kill();
    // While the comment is being written it has to be somewhere: the search would find it.
    assert!(seen[2].has("comment") && seen[2].has("answers in a row"));
    // Afterwards neither the comment, nor the code, nor the answers are there. Letters of the comment
    // can be: what the toolkit laid out while it was typed is freed unwiped, and where the allocator
    // has given that place to something shorter, its end cannot be written over. How much was found is
    // printed above; it is never the whole.
    let last = seen.pop().expect("seven steps");
    for name in ["comment", "code", "code without dashes", "answers in a row"] {
        assert!(!last.has(name), "{name}: {last:?}");
    }
}

#[test]
fn on_a_careless_kiosk_the_search_finds_the_comment() {
    let (folder, codes) = profile();
    let mut booth = Booth::open(folder.path(), true);
    let needles = needles(&codes[0]);
    for number in 0..STEPS.len() {
        step(&mut booth, number, &codes[0]);
    }
    let memory = memory_with(booth.child.id(), &needles);
    booth.kill();
    let files = files_with(folder.path(), &needles);
    assert!(files.has("comment") && files.has("code"), "{files:?}");
    assert!(memory.is_none_or(|found| found.has("comment")));
}
