//! The whole run beside what a competent analyst would write in Python, on the same files, in one
//! go: `cargo bench --bench peer -- 10000 1000000`.
//!
//! Needs Python with numpy, pandas, scipy and XlsxWriter (`FRONTLINE_PYTHON` names it), and the
//! generator and the peer beside the project in `../shared/bench`; without them it says so.

#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

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
    for answers in sizes {
        compare(&python, &scripts, answers);
    }
}

fn compare(python: &str, scripts: &Path, answers: u32) {
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
        .arg(folder.join("ours.xlsx"))
        .arg("--json")
        .arg(folder.join("ours.json"));
    let (our_time, our_memory) = run(&mut ours);
    let (peer_time, peer_memory) = run(&mut peer);
    println!(
        "{answers} answers: ours {:.2} s, {our_memory} MB; peer {:.2} s, {peer_memory} MB; ratio {:.1}",
        our_time.as_secs_f64(),
        peer_time.as_secs_f64(),
        peer_time.as_secs_f64() / our_time.as_secs_f64(),
    );
}

/// Wall clock, and the most memory the process held (where the system tells).
fn run(command: &mut Command) -> (Duration, u64) {
    let start = Instant::now();
    let mut child = command
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut most = 0;
    loop {
        most = most.max(memory(&status));
        if let Some(status) = child.try_wait().expect("our own child") {
            assert!(status.success(), "{command:?} failed");
            return (start.elapsed(), most / 1024);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
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
