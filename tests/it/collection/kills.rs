//! The real program, killed while it takes bundles in, opens the answers and writes a report: no file
//! holds a comment, a key or a passphrase in the clear, and the workspace still opens.

use std::path::Path;
use std::process::{Command as Program, Stdio};
use std::time::{Duration, Instant};

use frontline::app::Command;
use frontline::domain::ProtectionLevel;
use frontline::seal::container::{Unlock, Vault};

use super::kit::{self, COMMENT, Desk, TODAY, designed};
use crate::canary::{Found, Needle, files_with};
use crate::fixtures::Dice;
use crate::keyring;

/// How often each command is killed on its way.
const KILLS: u32 = 6;

fn program(home: &Path, arguments: &[&str]) -> Program {
    let mut program = Program::new(env!("CARGO_BIN_EXE_frontline"));
    program
        .args(["--lang", "en"])
        .args(arguments)
        .current_dir(home)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("HOME", home)
        .env("TMPDIR", home)
        .env("TMP", home)
        .env("TEMP", home)
        .env("XDG_CONFIG_HOME", home)
        .env("XDG_DATA_HOME", home)
        .env("FRONTLINE_PASSPHRASE", keyring::words().words().join(" "))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    program
}

/// How long the command takes on a copy of the folder.
fn length(home: &Path, arguments: &[&str]) -> Duration {
    let copy = tempfile::tempdir().expect("a temporary folder");
    for entry in std::fs::read_dir(home).expect("a folder of this test") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let to = copy
                .path()
                .join(path.file_name().expect("a file has a name"));
            std::fs::copy(&path, to).expect("a temporary folder");
        }
    }
    let start = Instant::now();
    let status = program(copy.path(), arguments)
        .status()
        .expect("our own program");
    assert!(status.success(), "{arguments:?}");
    start.elapsed()
}

/// Kills the command at moments all over its way, looks at every file, and then lets it end.
fn kill_all_the_way(home: &Path, arguments: &[&str], needles: &[Needle]) {
    let length = length(home, arguments);
    for kill in 1..=KILLS {
        let mut child = program(home, arguments).spawn().expect("our own program");
        std::thread::sleep(length * kill / (KILLS + 1));
        // It may have ended already.
        drop(child.kill());
        child.wait().expect("our own child");
        assert_eq!(
            files_with(home, needles),
            Found::nothing(),
            "{arguments:?}, kill {kill}"
        );
        keyring::open(&home.join("company.frontline")).expect("the workspace is whole");
    }
    // Where a kill came too late, the second time is refused: that is no matter here.
    program(home, arguments).status().expect("our own program");
    assert_eq!(files_with(home, needles), Found::nothing(), "{arguments:?}");
}

#[test]
fn the_program_killed_at_any_moment_leaves_nothing_in_the_clear() {
    let mut desk = Desk::new(TODAY);
    let wave = designed(&mut desk, ProtectionLevel::OneKey);
    desk.overview(Command::OpenWave(wave.clone()));
    let issued = kit::issue(&mut desk, &wave);
    let mut dice = Dice::new(11);
    for (pack, codes) in &issued {
        kit::answer(&desk, (pack, codes), 0, &mut dice);
    }
    desk.service.run(Command::CloseWorkspace).expect("closed");
    let workspace = kit::open_store(&desk);
    let company = workspace
        .secret("company")
        .expect("a secret")
        .expect("a key");
    drop(workspace);
    let words = keyring::words().words().join(" ");
    let needles = [
        Needle::text("comment", COMMENT),
        Needle::text("recovery words", &words),
        Needle::bytes("key of the company", &company),
    ];
    let home = desk.path("");
    let bundles = ["Cafe 01.flbundle", "Cafe 02.flbundle", "Cafe 03.flbundle"];
    let wave = wave.as_str();
    let merge = ["wave", "company.frontline", "merge"];
    kill_all_the_way(&home, &[&merge[..], &bundles[..]].concat(), &needles);
    kill_all_the_way(
        &home,
        &["wave", "company.frontline", "close", wave],
        &needles,
    );
    let report = [
        "report",
        "company.frontline",
        "--wave",
        wave,
        "--xlsx",
        "r.xlsx",
    ];
    // A report is for reading and may hold comments: its file is looked at by tests of its own.
    kill_all_the_way(&home, &report, &needles[1..]);
    assert!(home.join("r.xlsx").is_file(), "all steps were gone through");

    // Sabotage: a workspace kept as the plain database that it is inside.
    let bytes = std::fs::read(home.join("company.frontline")).expect("the workspace");
    let opened = Vault::open(&bytes, &Unlock::Words(keyring::words().clone())).expect("it opens");
    let plain: Vec<u8> = opened
        .sections
        .into_values()
        .flat_map(|it| it.to_vec())
        .collect();
    std::fs::write(home.join("plain.db"), plain).expect("a temporary folder");
    let found = files_with(&home, &needles);
    assert!(
        found.has("comment") && found.has("key of the company"),
        "{found:?}"
    );
}
