//! Reports of a collected wave are proven, and what was told is kept for the next one.

use frontline::app::audit::Told;
use frontline::app::{Command, ExportRequest, ExportScope, Reply};
use frontline::domain::{Lang, ProtectionLevel, WaveCode};

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
