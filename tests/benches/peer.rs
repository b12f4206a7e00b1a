//! The whole run beside what a competent analyst would write in Python, on the same files, in one
//! go: `cargo bench --bench peer -- 10000 1000000`.
//!
//! Needs Python with numpy, pandas, scipy and XlsxWriter (`FRONTLINE_PYTHON` names it), and the
//! generator and the peer beside the project in `../shared/bench`; without them it says so.

#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use frontline::domain::{MinGroup, Wave, WaveState};
use frontline::import::{
    Accepted, Context, CsvStream, ImportKind, ReadLimits, UnknownBranches, guess,
};
use frontline::seal::container::{RecoveryWords, Vault};
use frontline::store::Workspace;

fn main() {
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/bench");
    let python = std::env::var("FRONTLINE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has_modules = Command::new(&python)
        .args(["-c", "import numpy, pandas, scipy, xlsxwriter"])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !scripts.join("peer.py").is_file() || !has_modules {
        println!(
            "peer: needs {} and Python with its modules",
            scripts.display()
        );
        return;
    }
    let sizes: Vec<u32> = std::env::args()
        .filter_map(|argument| argument.parse().ok())
        .collect();
    let sizes = if sizes.is_empty() {
        vec![10_000, 100_000, 1_000_000]
    } else {
        sizes
    };
    let times: Vec<(u32, [Duration; 2])> = sizes
        .into_iter()
        .map(|answers| (answers, compare(&python, &scripts, answers)))
        .collect();
    for pair in times.windows(2) {
        let [(few, before), (many, after)] = pair else {
            continue;
        };
        let growth = |at: usize| after[at].as_secs_f64() / before[at].as_secs_f64();
        println!(
            "growth {few} to {many} answers ({:.0} times): CSV {:.1} times, database {:.1} times",
            f64::from(*many) / f64::from(*few),
            growth(0),
            growth(1),
        );
    }
}

/// Runs both on the same files and tells it; gives our times from CSV and from a workspace.
fn compare(python: &str, scripts: &Path, answers: u32) -> [Duration; 2] {
    // Short runs are disturbed most by whatever else the machine does.
    let runs = if answers <= 100_000 { 3 } else { 1 };
    let folder = std::env::temp_dir().join(format!("frontline-peer-{answers}"));
    let responses = folder.join("responses.csv");
    if !responses.is_file() {
        let made = Command::new(python)
            .arg(scripts.join("gen.py"))
            .arg(answers.to_string())
            .arg(&folder)
            .status();
        assert!(made.is_ok_and(|status| status.success()), "gen.py failed");
    }
    let outcomes = folder.join("nps.csv");
    let mut peer = Command::new(python);
    peer.arg(scripts.join("peer.py"))
        .args([&responses, &outcomes, &folder.join("peer.xlsx")]);
    let mut ours = Command::new(env!("CARGO_BIN_EXE_frontline"));
    ours.args(["analyze", "--lang", "en", "--responses"])
        .arg(&responses)
        .arg("--outcomes")
        .arg(&outcomes)
        .arg("--xlsx")
        .arg(folder.join("ours.xlsx"));
    // What a proof costs, which the peer has none of, is told apart.
    best(&mut ours, 1);
    ours.arg("--no-proof");
    let from_csv = tell(
        &format!("{answers} answers from CSV"),
        best(&mut ours, runs),
        best(&mut peer, runs),
    );

    let workspace = folder.join("bench.frontline");
    let phrase = fill(&workspace, &responses, &outcomes);
    let mut opening = Command::new(env!("CARGO_BIN_EXE_frontline"));
    opening
        .env(PASSPHRASE, &phrase)
        .args(["--lang", "en", "wave"])
        .arg(&workspace)
        .arg("list");
    let mut ours = Command::new(env!("CARGO_BIN_EXE_frontline"));
    ours.env(PASSPHRASE, &phrase)
        .args(["--lang", "en", "report"])
        .arg(&workspace)
        .args(["--wave", "2", "--xlsx"])
        .arg(folder.join("ours.xlsx"));
    let mut peer = Command::new(python);
    peer.arg(scripts.join("peer.py")).args([
        &folder.join("survey.db"),
        &outcomes,
        &folder.join("peer.xlsx"),
    ]);
    let (peer, opening) = (best(&mut peer, runs), best(&mut opening, runs).0);
    // The first report is proven, those after it rest on the same proof.
    best(&mut ours, 1);
    let from_database = tell(
        &format!("{answers} answers from a database"),
        best(&mut ours, runs),
        peer,
    );
    // The peer's database is not encrypted: what the key costs is told apart.
    let unlocked = from_database.saturating_sub(opening).as_secs_f64();
    println!(
        "  of which {:.2} s are the start and the key; ratio without them {:.1}",
        opening.as_secs_f64(),
        peer.0.as_secs_f64() / unlocked,
    );
    [from_csv, from_database]
}

fn tell(
    what: &str,
    (our_time, our_memory): (Duration, u64),
    (peer_time, peer_memory): (Duration, u64),
) -> Duration {
    println!(
        "{what}: ours {:.2} s, {our_memory} MB; peer {:.2} s, {peer_memory} MB; ratio {:.1}",
        our_time.as_secs_f64(),
        peer_time.as_secs_f64(),
        peer_time.as_secs_f64() / our_time.as_secs_f64(),
    );
    our_time
}

/// Where the program looks for what opens a workspace.
const PASSPHRASE: &str = "FRONTLINE_PASSPHRASE";

/// A workspace with the answers and scores of the files; waves 1 and 2, closed. Gives the words that
/// open it.
fn fill(workspace: &Path, responses: &Path, outcomes: &Path) -> String {
    // One that an earlier run left behind.
    drop(std::fs::remove_file(workspace));
    let words = RecoveryWords::generate().expect("randomness");
    let vault = Vault::for_words(&words).expect("randomness");
    let today = frontline::domain::Date::constant(2026, 11, 21);
    let mut made = Workspace::create(workspace, vault, today).expect("a new workspace");
    let Accepted::Answers(answers) = read(responses, ImportKind::Answers) else {
        panic!("no answers")
    };
    let Accepted::Outcomes(scores) = read(outcomes, ImportKind::Outcomes) else {
        panic!("no scores")
    };
    let mut waves = answers.into_stored(&[]);
    waves.sort_by(|a, b| a.0.cmp(&b.0));
    let source = std::fs::read_to_string(questionnaire_file(workspace)).expect("just written");
    made.change("bench", |tx| {
        for (code, answers) in &waves {
            let code = code.clone().expect("gen.py names the wave");
            let wave = Wave {
                name: code.as_str().to_owned(),
                code: code.clone(),
                state: WaveState::Closed,
                questionnaire: "bench".to_owned(),
                opens: None,
                closes: None,
                customers: None,
                min_group: MinGroup::default(),
            };
            Workspace::add_wave(tx, &wave, &source)?;
            Workspace::put_answers(tx, &code, answers)?;
        }
        Workspace::put_outcomes(tx, &scores)
    })
    .expect("the workspace is saved");
    words.words().join(" ")
}

fn read(path: &Path, kind: ImportKind) -> Accepted {
    let file = std::fs::File::open(path).expect("gen.py made it");
    let limits = ReadLimits::for_analyze();
    let reader = std::io::BufReader::with_capacity(1 << 20, file);
    let stream = CsvStream::open("bench.csv", reader, &limits).expect("a CSV file");
    let context = Context {
        unknown_branches: UnknownBranches::Accept,
        ..Context::new(&[])
    };
    let mapping = guess(stream.sample(), Some(kind), &context).mapping;
    let checked = stream.check(&mapping, &context, &mut |_, _| Ok(()));
    checked.expect("every row is good").accepted
}

/// The questionnaire of gen.py's items, beside the workspace.
fn questionnaire_file(workspace: &Path) -> PathBuf {
    use std::fmt::Write as _;
    let names = [
        "pay",
        "manager",
        "empowerment",
        "conditions",
        "growth",
        "team",
        "purpose",
        "engagement",
    ];
    let mut text = "id = \"bench\"\nversion = 1\nkind = \"staff\"\nminutes = 8\n\
                    title = { ru = \"Замер\", en = \"Bench\" }\n\
                    about = { ru = \"Замер\", en = \"Bench\" }\nscale = [\n"
        .to_owned();
    for level in 1..=5 {
        writeln!(text, "{{ ru = \"{level}\", en = \"{level}\" }},").expect("a String takes text");
    }
    text.push_str("]\n");
    for name in names {
        let outcome = if name == "engagement" {
            "outcome = true\n"
        } else {
            ""
        };
        writeln!(
            text,
            "[[dimension]]\nid = \"{name}\"\n{outcome}title = {{ ru = \"{name}\", en = \"{name}\" }}\n\
             about = {{ ru = \"{name}\", en = \"{name}\" }}"
        )
        .expect("a String takes text");
    }
    for name in names {
        for item in 1..=5 {
            writeln!(
                text,
                "[[item]]\nid = \"{name}_{item}\"\ndimension = \"{name}\"\nkind = \"agreement\"\n\
                 text = {{ ru = \"{name} {item}\", en = \"{name} {item}\" }}\n\
                 short = {{ ru = \"{name} {item}\", en = \"{name} {item}\" }}\n\
                 motive = \"can\"\nlever = \"control\""
            )
            .expect("a String takes text");
        }
    }
    let path = workspace.with_extension("toml");
    std::fs::write(&path, text).expect("the benchmark's own folder");
    path
}

/// The shortest of several runs, and the most memory of any.
fn best(command: &mut Command, runs: usize) -> (Duration, u64) {
    let runs: Vec<(Duration, Duration, u64)> = (0..runs).map(|_| run(command)).collect();
    let proving = runs.iter().map(|(_, proving, _)| *proving).max();
    let shortest = runs.iter().map(|(time, _, _)| *time).min();
    let most = runs.iter().map(|(_, _, memory)| *memory).max();
    if let (Some(proving), Some(most)) = (proving.filter(|time| !time.is_zero()), most) {
        println!(
            "  the proof of release, apart: {:.2} s, {most} MB",
            proving.as_secs_f64()
        );
    }
    shortest.zip(most).expect("at least one run")
}

/// Wall clock without the proof of release, which has no counterpart in the peer; the proof; and the
/// most memory the process held (where the system tells).
fn run(command: &mut Command) -> (Duration, Duration, u64) {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let said = child.stderr.take().expect("asked for");
    let said = std::thread::spawn(move || std::io::read_to_string(said).unwrap_or_default());
    let mut most = 0;
    loop {
        most = most.max(memory(&status));
        if let Some(status) = child.try_wait().expect("our own child") {
            assert!(status.success(), "{command:?} failed");
            let time = start.elapsed();
            let proving = proving(&said.join().expect("reads text"));
            return (time.saturating_sub(proving), proving, most / 1024);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// How long the program says that its proof of release took.
fn proving(said: &str) -> Duration {
    let line = said
        .lines()
        .find(|line| line.contains("proven that nobody"));
    let seconds = line.and_then(|line| line.rsplit(' ').nth(1)?.parse().ok());
    Duration::from_secs_f64(seconds.unwrap_or(0.0))
}

/// The high-water mark of resident memory, KiB.
fn memory(status: &Path) -> u64 {
    let text = std::fs::read_to_string(status).unwrap_or_default();
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .unwrap_or_default();
    line.split_whitespace()
        .next()
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}
