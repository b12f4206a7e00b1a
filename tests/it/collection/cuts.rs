//! All cuts at once: whole or not at all, each in the ledger, and the other forms of a report with
//! them.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use frontline::analysis::Yardstick;
use frontline::app::{Command, Event, ExportRequest, ExportScope, Reply, Stage, Watch, Worker};
use frontline::domain::Lang;
use frontline::error::Kind;

use super::kit::{Desk, closed};
use super::names_of;

/// No file in a folder, or no folder at all.
fn is_empty(folder: &Path) -> bool {
    !folder.exists() || names_of(folder).is_empty()
}

#[test]
fn all_cuts_are_written_at_once_and_stand_in_the_ledger() {
    let (mut desk, wave) = closed();
    let folder = desk.path("cuts");
    let (files, proof) = desk
        .service
        .cuts_to((wave, None), &folder, &mut Watch::silent())
        .expect("written");
    assert!(proof.is_some());
    assert!(!files.is_empty());
    assert_eq!(names_of(&folder).len(), files.len());
    let overview = desk.overview(Command::RenameCompany("Own".to_owned()));
    let branches: Vec<&str> = overview
        .releases
        .iter()
        .map(|it| it.branch.as_str())
        .collect();
    assert_eq!(overview.releases.len(), files.len());
    assert!(branches.iter().all(|code| !code.is_empty()));
    assert!(overview.releases.iter().all(|it| it.scope == "branch"));
    for file in &files {
        let checked = desk.service.check_report(file).expect("safe");
        assert!(checked.release.is_some());
    }
}

#[test]
fn every_form_of_report_goes_through_the_ledger() {
    let (mut desk, wave) = closed();
    for (scope, name) in [
        (ExportScope::Full, "full.xlsx"),
        (ExportScope::Short, "short.xlsx"),
        (ExportScope::Csv, "csv.csv"),
        (ExportScope::Sav, "sav.sav"),
        (ExportScope::Staff, "staff.pdf"),
    ] {
        let path = desk.path(name);
        let proof = desk.service.report_to((wave.clone(), scope, None), &path);
        assert!(proof.expect(name).is_some(), "{name}");
        assert!(path.metadata().expect(name).len() > 1_000);
        if !name.ends_with("pdf") {
            let checked = desk.service.check_report(&path).expect("safe");
            assert!(checked.release.is_some(), "{name}");
        }
    }
    let overview = desk.overview(Command::RenameCompany("Own".to_owned()));
    let scopes: Vec<&str> = overview
        .releases
        .iter()
        .map(|it| it.scope.as_str())
        .collect();
    assert_eq!(scopes, ["staff", "sav", "csv", "short", "full"]);
}

#[test]
fn a_report_whose_name_is_taken_leaves_no_entry_and_no_file() {
    let (mut desk, wave) = closed();
    let folder = desk.path("taken");
    let path = folder.join("full.xlsx");
    // A folder of that name cannot be replaced.
    std::fs::create_dir_all(&path).expect("set up for this test");
    let refused = desk
        .service
        .report_to((wave.clone(), ExportScope::Full, None), &path);
    let refused = refused.expect_err("the name is taken");
    assert!(matches!(refused.kind(), Kind::FileUnwritable(_)));
    assert_eq!(names_of(&folder), ["full.xlsx"]);
    let overview = desk.overview(Command::RenameCompany("Own".to_owned()));
    assert_eq!(overview.releases.len(), 0);
    // Under another name it goes out as the first one.
    let path = folder.join("free.xlsx");
    let scope = (wave, ExportScope::Full, None);
    desk.service.report_to(scope, &path).expect("written");
    let checked = desk.service.check_report(&path).expect("safe");
    assert_eq!(checked.release, Some(1));
}

#[test]
fn a_report_that_the_ledger_cannot_take_has_never_had_its_name() {
    let (mut desk, wave) = closed();
    desk.service.run(Command::Analyze).expect("analyzed");
    let path = desk.path("full.xlsx");
    std::fs::write(&path, b"the report of last year").expect("set up for this test");
    // The file of the workspace cannot be replaced: the entry cannot be made.
    let workspace = desk.path("company.frontline");
    let aside = desk.path("aside");
    std::fs::rename(&workspace, &aside).expect("set up for this test");
    std::fs::create_dir(&workspace).expect("set up for this test");
    let scope = (wave, ExportScope::Full, None);
    assert!(desk.service.report_to(scope.clone(), &path).is_err());
    let kept = std::fs::read(&path).expect("it is there");
    assert_eq!(kept, b"the report of last year", "it was not even replaced");
    std::fs::remove_dir(&workspace).expect("set up for this test");
    std::fs::rename(&aside, &workspace).expect("set up for this test");
    desk.service.report_to(scope, &path).expect("written");
    let overview = desk.overview(Command::RenameCompany("Own".to_owned()));
    assert_eq!(overview.releases.len(), 1);
}

#[test]
fn a_batch_that_is_called_off_leaves_no_file_and_no_entry() {
    let (mut desk, wave) = closed();
    // Proven before, so that what is called off is the writing.
    desk.service.run(Command::Analyze).expect("analyzed");
    let folder = desk.path("cuts");
    let overview = desk.overview(Command::RenameCompany("Own".to_owned()));
    let codes = overview.branches.iter().map(|it| it.code.clone()).collect();
    // The folder goes last.
    let Desk {
        folder: _folder,
        service,
    } = desk;
    let mut worker = Worker::spawn(service, Arc::new(|| ()));
    let ticket = worker.send(Command::Export(ExportRequest {
        wave,
        scope: ExportScope::Branches(codes),
        lang: Lang::Ru,
        sheets: Vec::new(),
        compare: Yardstick::default(),
        folder: folder.clone(),
    }));
    loop {
        match worker.next(Duration::from_secs(120)).expect("it answers") {
            Event::Progress {
                stage: Stage::Writing,
                ..
            } => worker.cancel(ticket),
            Event::Progress { .. } => {}
            Event::Failed { error, .. } => {
                assert!(matches!(error.kind(), Kind::Cancelled));
                break;
            }
            Event::Done { reply, .. } => panic!("{reply:?}"),
        }
    }
    assert!(is_empty(&folder));
    worker.send(Command::RenameCompany("Own once more".to_owned()));
    match worker.next(Duration::from_secs(120)).expect("it answers") {
        Event::Done {
            reply: Reply::Overview(overview),
            ..
        } => assert_eq!(overview.releases.len(), 0),
        Event::Progress { .. } | Event::Done { .. } | Event::Failed { .. } => {
            panic!("renamed in one answer")
        }
    }
}

#[test]
fn cuts_of_a_chain_of_three_waves_say_nothing_that_was_not_proven() {
    let mut desk = Desk::new("2026-11-20");
    let open = Command::OpenDemo {
        dir: Some(desk.path("demo")),
        lang: Lang::En,
        seed: 7,
    };
    let last = desk
        .overview(open)
        .waves
        .last()
        .expect("waves")
        .wave
        .code
        .clone();
    let folder = desk.path("cuts");
    let (files, proof) = desk
        .service
        .cuts_to((last, None), &folder, &mut Watch::silent())
        .expect("each figure stands in the full report or follows from it");
    assert!(proof.is_some());
    assert!(files.len() > 10, "{}", files.len());
    assert_eq!(names_of(&folder).len(), files.len());
}
