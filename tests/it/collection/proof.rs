//! Reports of a collected wave are proven, and what was told is kept for the next one.

use frontline::app::audit::Told;
use frontline::app::{Command, ExportRequest, ExportScope, Reply};
use frontline::domain::{Lang, ProtectionLevel, WaveCode};
use frontline::error::Kind;

use super::kit::{Desk, TODAY, collect, designed, open_store};

fn export(desk: &mut Desk, wave: &WaveCode, scope: ExportScope) -> usize {
    let request = ExportRequest {
        wave: wave.clone(),
        scope,
        lang: Lang::Ru,
        sheets: Vec::new(),
        folder: desk.path("reports"),
    };
    match desk.service.run(Command::Export(request)) {
        Ok(Reply::Exported { files, .. }) => files.len(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_a_report_tells_is_kept_once() {
    let mut desk = Desk::new(TODAY);
    let wave = designed(&mut desk, ProtectionLevel::OneKey);
    collect(&mut desk, &wave);
    desk.overview(Command::CloseWave(wave.clone()));
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
        .map(|facts| Told::from_bytes(facts).expect("a readable release"))
        .collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].figures.len() > 100, "{}", told[0].figures.len());
    assert_eq!(told[0].tables.len(), 1);
    assert_eq!(told[0].tables[0].wave, wave.as_str());
}

#[test]
fn a_report_whose_numbers_were_changed_is_not_ours() {
    let mut desk = Desk::new(TODAY);
    let wave = designed(&mut desk, ProtectionLevel::OneKey);
    collect(&mut desk, &wave);
    desk.overview(Command::CloseWave(wave.clone()));
    let file = desk.path("told.csv");
    let request = (wave.clone(), ExportScope::Csv);
    let took = desk.service.report_to(request, &file, false);
    assert_eq!(took, Ok(None));
    // One mean that is not theirs.
    let text = std::fs::read_to_string(&file).expect("text");
    let line = text
        .lines()
        .find(|line| line.contains(";10;"))
        .expect("ten answers");
    let mean = line.split(';').nth(8).expect("a mean");
    let changed = line.replacen(mean, "1,5", 1);
    assert_ne!(line, changed);
    std::fs::write(&file, text.replacen(line, &changed, 1)).expect("writes");
    let refused = desk
        .service
        .check_report(&file)
        .expect_err("it was changed");
    assert!(
        matches!(refused.kind(), Kind::ReportMisread(_)),
        "{refused}"
    );
}
