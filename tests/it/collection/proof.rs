//! Reports of a collected wave are proven, and what was told is kept for the next one.

use std::path::PathBuf;
use std::sync::Arc;

use frontline::analysis::{Findings, Yardstick};
use frontline::app::audit::Told;
use frontline::app::{Command, ExportRequest, ExportScope, Reply};
use frontline::domain::{Lang, WaveCode};
use frontline::i18n::error_sentence;
use frontline::store::Workspace;

use super::kit::{Desk, closed, open_store, reopen};

fn export(desk: &mut Desk, wave: &WaveCode, scope: ExportScope) -> usize {
    let request = ExportRequest {
        wave: wave.clone(),
        scope,
        lang: Lang::Ru,
        sheets: Vec::new(),
        compare: Yardstick::default(),
        folder: desk.path("reports"),
    };
    match desk.service.run(Command::Export(request)) {
        Ok(Reply::Exported { files, .. }) => files.len(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_report_tells_is_kept_once() {
    let (mut desk, wave) = closed();
    assert_eq!(export(&mut desk, &wave, ExportScope::Full), 1);
    // The same report in another file tells nothing new; a CSV tells more of each figure.
    assert_eq!(export(&mut desk, &wave, ExportScope::Full), 1);
    let after_full = desk.overview(Command::RenameCompany("Own".to_owned()));
    assert_eq!(after_full.releases.len(), 2);
    desk.service.run(Command::CloseWorkspace).expect("closes");
    let told: Vec<Told> = open_store(&desk)
        .told()
        .expect("a readable ledger")
        .iter()
        .map(|(release, facts)| {
            assert_eq!(*release, 1);
            Told::from_bytes(facts).expect("a readable release")
        })
        .collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].figures.len() > 100, "{}", told[0].figures.len());
    assert_eq!(told[0].tables.len(), 1);
    assert_eq!(told[0].tables[0].wave, wave.as_str());
}

fn exported(desk: &mut Desk, wave: &WaveCode, scope: ExportScope) -> PathBuf {
    let request = ExportRequest {
        wave: wave.clone(),
        scope,
        lang: Lang::En,
        sheets: Vec::new(),
        compare: Yardstick::default(),
        folder: desk.path("reports"),
    };
    match desk.service.run(Command::Export(request)) {
        Ok(Reply::Exported { files, .. }) => files[0].clone(),
        other => panic!("{other:?}"),
    }
}

fn analyzed(desk: &mut Desk) -> Arc<Findings> {
    match desk.service.run(Command::Analyze) {
        Ok(Reply::Findings(findings)) => findings,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_finished_report_is_proven_again_and_known_by_its_bytes() {
    let (mut desk, wave) = closed();
    let book = exported(&mut desk, &wave, ExportScope::Full);
    let table = exported(&mut desk, &wave, ExportScope::Csv);
    let checked = desk.service.check_report(&book).expect("safe");
    assert_eq!(checked.release, Some(1));
    assert_eq!(checked.proof.earlier, 2);
    assert!(checked.proof.figures > 100);
    assert_eq!(
        desk.service.check_report(&table).expect("safe").release,
        Some(2)
    );
    // A line more at the end says nothing more, but it is not the file that was released.
    let changed = desk.path("changed.csv");
    let mut bytes = std::fs::read(&table).expect("written");
    bytes.extend_from_slice(b"\r\n");
    std::fs::write(&changed, bytes).expect("written");
    assert_eq!(
        desk.service.check_report(&changed).expect("safe").release,
        None
    );
    let text = std::fs::read_to_string(&table).expect("a text");
    let row = text.lines().nth(1).expect("a row");
    let mut cells: Vec<&str> = row.split(',').collect();
    cells[4] = "phone number";
    let altered = desk.path("altered.csv");
    std::fs::write(&altered, text.replacen(row, &cells.join(","), 1)).expect("written");
    let refused = desk.service.check_report(&altered).expect_err("not ours");
    for lang in [Lang::Ru, Lang::En] {
        let told = error_sentence(lang, &refused);
        let word = match lang {
            Lang::Ru => "так не печатает",
            Lang::En => "is not one that the program prints",
        };
        assert!(told.contains(word), "{told}");
    }
    let foreign = desk.path("foreign.csv");
    std::fs::write(&foreign, "name,phone\nA,1\n").expect("written");
    assert!(desk.service.check_report(&foreign).is_err());
}

#[test]
fn what_is_on_screen_is_proven_and_the_proof_remembered() {
    let (mut desk, wave) = closed();
    let first = analyzed(&mut desk);
    let proof = first.proof.clone().expect("proven before it is shown");
    assert!(proof.figures > 100);
    // A release says nothing that was not proven: nothing need be proven again.
    exported(&mut desk, &wave, ExportScope::Full);
    desk.service.run(Command::CloseWorkspace).expect("closes");
    let mut store = open_store(&desk);
    let kept = store.setting("proof").expect("readable").expect("kept");
    let marked = kept.replace(&format!("\"figures\":{}", proof.figures), "\"figures\":1");
    assert_ne!(kept, marked);
    let put = |text: &str, store: &mut Workspace| {
        store
            .change("test", |tx| Workspace::set_setting(tx, "proof", text))
            .expect("written");
    };
    put(&marked, &mut store);
    drop(store);
    reopen(&mut desk);
    assert_eq!(
        analyzed(&mut desk).proof.as_ref().map(|it| it.figures),
        Some(1)
    );
    // What does not belong to these answers, or is not understood, is proven anew.
    for text in [marked.replace("\"of\":\"", "\"of\":\"0"), "{".to_owned()] {
        desk.service.run(Command::CloseWorkspace).expect("closes");
        let mut store = open_store(&desk);
        put(&text, &mut store);
        drop(store);
        reopen(&mut desk);
        let again = analyzed(&mut desk);
        assert_eq!(
            again.proof.as_ref().map(|it| it.figures),
            Some(proof.figures)
        );
    }
}
