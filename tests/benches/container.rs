//! Saving and opening an encrypted workspace of 50 MB, and sealing 19 MB in memory.
//! `cargo bench --bench container`

#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use frontline::domain::{BranchCode, Date, SheetBlock, SheetClass, StoredAnswers, WaveCode};
use frontline::domain::{MinGroup, Wave, WaveState};
use frontline::seal::container::{RecoveryWords, SectionKind, Unlock, Vault};
use frontline::store::{Opening, Workspace};

const RUNS: usize = 7;
const TODAY: Date = Date::constant(2026, 11, 21);

fn main() {
    let words = RecoveryWords::generate().expect("randomness");
    let mut vault = Vault::for_words(&words).expect("randomness");
    let unlock = Unlock::Words(words);
    for megabytes in [19, 50] {
        let content = vec![0x5a; megabytes * 1_000_000];
        let seal = median(|| {
            vault
                .seal(&[(SectionKind::Main, &content)])
                .expect("sealed")
        });
        let bytes = vault
            .seal(&[(SectionKind::Main, &content)])
            .expect("sealed");
        let open = median(|| Vault::open(&bytes, &unlock).expect("opened"));
        tell(&format!("{megabytes} MB in memory, seal"), seal);
        tell(&format!("{megabytes} MB in memory, open"), open);
    }
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("large.frontline");
    let mut workspace = Workspace::create(&path, vault, TODAY).expect("created");
    workspace.change("bench", fill).expect("saved");
    let length = std::fs::metadata(&path).expect("the file").len() / 1_000_000;
    let mut number = 0;
    let save = median(|| {
        number += 1;
        let name = format!("save {number}");
        workspace
            .change("bench", |tx| Workspace::set_setting(tx, "bench", &name))
            .expect("saved");
    });
    tell(
        &format!("{length} MB file, one small change saved to disk"),
        save,
    );
    drop(workspace);
    let seen = BTreeMap::new();
    let opening = Opening {
        unlock: &unlock,
        seen: &seen,
        accepts_older: false,
        today: TODAY,
    };
    let open = median(|| Workspace::open(&path, &opening).expect("opened"));
    tell(
        &format!("{length} MB file, opened, checked, closed and wiped"),
        open,
    );
}

/// About 50 MB of answers that do not compress.
fn fill(tx: &frontline::store::Change<'_>) -> Result<(), frontline::error::Error> {
    const SHEETS: usize = 1_000_000;
    let code = WaveCode::new("1").expect("a code");
    let wave = Wave {
        name: "bench".to_owned(),
        code: code.clone(),
        state: WaveState::Closed,
        questionnaire: String::new(),
        opens: None,
        closes: None,
        customers: None,
        min_group: MinGroup::default(),
    };
    Workspace::add_wave(tx, &wave, "")?;
    let class = SheetClass {
        branches: vec![BranchCode::new("01").expect("a code")],
        group: None,
        invited_contact: Some(9),
        invited_back_office: Some(9),
    };
    let mut state = 1_u32;
    let mut column = || {
        (0..SHEETS)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                u8::try_from(state >> 24).expect("a byte") % 5 + 1
            })
            .collect::<Vec<u8>>()
    };
    let answers = StoredAnswers {
        classes: vec![class],
        blocks: vec![SheetBlock {
            dimension: "all".to_owned(),
            items: (0..48).map(|item| format!("item_{item}")).collect(),
            class: vec![0; SHEETS].into(),
            columns: (0..48).map(|_| column()).collect(),
        }],
        is_linked: true,
        company_view: None,
    };
    Workspace::put_answers(tx, &code, &answers)
}

fn median<T>(mut run: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            drop(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn tell(what: &str, took: Duration) {
    println!("{what}: {:.0} ms", took.as_secs_f64() * 1e3);
}
