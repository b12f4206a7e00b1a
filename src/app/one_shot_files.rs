//! What `analyze` writes: the findings as JSON and as a workbook.

use std::path::Path;

use super::files;
use super::one_shot::Analyzed;
use super::one_shot_ratings::RatedFile;
use crate::analysis::Yardstick;
use crate::domain::Lang;
use crate::error::Result;
use crate::export::{Scope, WorkbookRequest, write_json_with, write_workbook};

/// The findings as JSON.
#[must_use]
pub fn one_shot_json(analyzed: &Analyzed) -> String {
    let mut bytes = Vec::new();
    let rated = analyzed.rated.as_ref().map(RatedFile::shown);
    write_json_with(&analyzed.findings, None, rated.as_ref(), &mut bytes)
        .expect("a Vec takes bytes");
    String::from_utf8(bytes).expect("serde writes UTF-8")
}

/// Writes what was asked for.
///
/// # Errors
/// When a file cannot be written.
pub fn write_one_shot(
    analyzed: &Analyzed,
    lang: Lang,
    json: Option<&Path>,
    xlsx: Option<&Path>,
) -> Result<()> {
    // The two files know nothing of each other: each is made on a core of its own.
    let (json, xlsx) = rayon::join(
        || {
            json.map_or(Ok(()), |path| {
                files::write_with(path, |file| {
                    let rated = analyzed.rated.as_ref().map(RatedFile::shown);
                    write_json_with(&analyzed.findings, None, rated.as_ref(), file)
                })
            })
        },
        || xlsx.map_or(Ok(()), |path| write_xlsx(analyzed, lang, path)),
    );
    json.and(xlsx)
}

fn write_xlsx(analyzed: &Analyzed, lang: Lang, path: &Path) -> Result<()> {
    let request = WorkbookRequest {
        lang,
        wave: analyzed.findings.waves.len().saturating_sub(1),
        scope: Scope::Full,
        sheets: Default::default(),
        company: String::new(),
        made_on: super::Surroundings::real().today(),
        questionnaires: Vec::new(),
        comments: None,
        actions: None,
        compare: Yardstick::default(),
        outside: Vec::new(),
    };
    let bytes = write_workbook(&analyzed.findings, &request, &mut |_| Ok(()))?;
    files::write(path, &bytes)
}
