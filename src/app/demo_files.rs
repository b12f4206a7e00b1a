//! The demo as files: workspace, the CSVs it came from, and the workbooks.

use std::path::{Path, PathBuf};

use super::demo::DemoChain;
use super::{Command, ExportRequest, ExportScope, Reply, Service, Surroundings, files};
use crate::analysis::Yardstick;
use crate::domain::Lang;
use crate::error::{Kind, Result};

/// How many branches get a cut of their own beside the full report.
const CUTS: usize = 3;

/// Writes everything into a folder; returns the files in the order written.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_demo(dir: &Path, lang: Lang, seed: u64) -> Result<Vec<PathBuf>> {
    let mut service = Service::without_memory(Surroundings::real(), lang);
    let open = Command::OpenDemo {
        dir: Some(dir.to_owned()),
        lang,
        seed,
    };
    let Reply::Overview(overview) = service.run(open)? else {
        return Err(Kind::Internal("demo".to_owned()).into());
    };
    let mut written = vec![overview.path.clone()];
    for (name, text) in DemoChain::generate(seed, lang).csv_files() {
        let path = dir.join(name);
        files::write(&path, text.as_bytes())?;
        written.push(path);
    }
    let Some(last) = overview.waves.last() else {
        return Ok(written);
    };
    let has_own = |(position, _): &(usize, &crate::domain::Branch)| {
        last.participation
            .get(*position)
            .is_some_and(|p| p.returned.value().is_some())
    };
    let cuts = overview
        .branches
        .iter()
        .enumerate()
        .filter(has_own)
        .take(CUTS);
    let cuts = cuts.map(|(_, branch)| branch.code.clone()).collect();
    for scope in [ExportScope::Full, ExportScope::Branches(cuts)] {
        let request = ExportRequest {
            wave: last.wave.code.clone(),
            scope,
            lang,
            sheets: Vec::new(),
            compare: Yardstick::default(),
            folder: dir.to_owned(),
        };
        if let Reply::Exported { files, .. } = service.run(Command::Export(request))? {
            written.extend(files);
        }
    }
    Ok(written)
}
