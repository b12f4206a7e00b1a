//! Reading and writing whole files on behalf of the use cases, with errors that name the file.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::{Error, Kind, Result};

/// The largest file that is read into memory whole.
const MAX_BYTES: u64 = 256 << 20;

/// The name without the folder.
#[must_use]
pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// All bytes of a file.
///
/// # Errors
/// When it is missing, unreadable or too large.
pub(super) fn read(path: &Path) -> Result<Vec<u8>> {
    let shown = || path.display().to_string();
    let metadata = std::fs::metadata(path).map_err(|_| Error::from(Kind::FileMissing(shown())))?;
    if metadata.is_dir() {
        return Err(Kind::FileUnreadable(shown()).into());
    }
    if metadata.len() > MAX_BYTES {
        let what = crate::error::Limit::FileBytes;
        return Err(Kind::FileTooLarge {
            what,
            limit: MAX_BYTES,
        }
        .into());
    }
    std::fs::read(path).map_err(|_| Kind::FileUnreadable(shown()).into())
}

/// A file of UTF-8 text.
///
/// # Errors
/// As [`read`], and when it is not UTF-8.
pub(super) fn read_text(path: &Path) -> Result<String> {
    String::from_utf8(read(path)?).map_err(|_| Kind::UnknownEncoding.into())
}

/// The path itself, or with a number where another file has the name: somebody may have written
/// notes into the report of last week. The same bytes are the same file.
/// What `is_taken` is not free either: it may be about to be written.
#[must_use]
pub(super) fn free_path(path: &Path, bytes: &[u8], is_taken: &dyn Fn(&Path) -> bool) -> PathBuf {
    let is_same = |path: &Path| std::fs::read(path).is_ok_and(|known| known == bytes);
    let is_free = |path: &Path| !is_taken(path) && (!path.exists() || is_same(path));
    if is_free(path) {
        return path.to_owned();
    }
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map_or_else(String::new, |part| part.to_string_lossy().into_owned())
    };
    let (stem, extension) = (part(path.file_stem()), part(path.extension()));
    (2..10_000)
        .map(|number| path.with_file_name(format!("{stem} ({number}).{extension}")))
        .find(|path| is_free(path))
        .unwrap_or_else(|| path.to_owned())
}

/// Writes a file whole: it is there complete, or as it was before.
///
/// # Errors
/// When the folder cannot be made or the file is held by another program.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    write_with(path, |file| file.write_all(bytes))
}

/// Writes a file that nobody else on this computer should read: words of recovery, slips, packs with
/// a station's key, keys, and what is written about people.
///
/// # Errors
/// As [`write()`].
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    stage_with(path, false, |file| file.write_all(bytes))?.persist()
}

/// Writes a file whole, piece by piece.
///
/// # Errors
/// As [`write()`], and those of `fill`.
pub(super) fn write_with(
    path: &Path,
    fill: impl FnOnce(&mut (dyn Write + Send)) -> std::io::Result<()>,
) -> Result<()> {
    stage_with(path, true, fill)?.persist()
}

/// A file that is written but has not yet its name; it vanishes when it is not given one.
pub(super) struct Staged {
    // Only the path: a batch of reports must not hold hundreds of files open.
    file: tempfile::TempPath,
    path: PathBuf,
}

impl Staged {
    /// Gives the file its name.
    ///
    /// # Errors
    /// When another program holds the file that has it.
    pub(super) fn persist(self) -> Result<()> {
        let Self { file, path } = self;
        file.persist(&path)
            .map_err(|_| Kind::FileUnwritable(path.display().to_string()).into())
    }
}

/// Writes a file that gets its name later.
///
/// # Errors
/// As [`write()`].
pub(super) fn stage(path: &Path, bytes: &[u8]) -> Result<Staged> {
    stage_with(path, true, |file| file.write_all(bytes))
}

fn stage_with(
    path: &Path,
    is_for_all: bool,
    fill: impl FnOnce(&mut (dyn Write + Send)) -> std::io::Result<()>,
) -> Result<Staged> {
    let refused = || Error::from(Kind::FileUnwritable(path.display().to_string()));
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder).map_err(|_| refused())?;
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|_| refused())?;
    fill(&mut file).map_err(|_| refused())?;
    #[cfg(unix)]
    if is_for_all {
        make_readable(file.as_file());
    }
    #[cfg(not(unix))]
    let _ = is_for_all; // There a file is as readable as its folder.
    Ok(Staged {
        file: file.into_temp_path(),
        path: path.to_owned(),
    })
}

/// Temporary files are private; a report should be as readable as any other document.
#[cfg(unix)]
fn make_readable(file: &std::fs::File) {
    use std::os::unix::fs::PermissionsExt;
    // Where the system refuses, the file stays private, which harms nobody.
    drop(file.set_permissions(std::fs::Permissions::from_mode(0o644)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_report_of_that_name_is_not_replaced() {
        let folder = tempfile::tempdir().expect("set up for this test");
        let path = folder.path().join("Report.xlsx");
        assert_eq!(free_path(&path, b"new", &|_| false), path);
        write(&path, b"old").expect("set up for this test");
        assert_eq!(
            free_path(&path, b"old", &|_| false),
            path,
            "the same bytes are the same file"
        );
        let second = folder.path().join("Report (2).xlsx");
        assert_eq!(free_path(&path, b"new", &|_| false), second);
        write(&second, b"notes").expect("set up for this test");
        let third = folder.path().join("Report (3).xlsx");
        assert_eq!(free_path(&path, b"new", &|_| false), third);
        assert_eq!(
            free_path(&path, b"new", &|taken| taken == third),
            folder.path().join("Report (4).xlsx")
        );
    }

    #[test]
    fn what_is_staged_and_not_named_is_not_there() {
        let folder = tempfile::tempdir().expect("set up for this test");
        let path = folder.path().join("Report.xlsx");
        let left = |folder: &Path| std::fs::read_dir(folder).expect("there").count();
        drop(stage(&path, b"new").expect("set up for this test"));
        assert_eq!(left(folder.path()), 0);
        let staged = stage(&path, b"new").expect("set up for this test");
        assert!(!path.exists());
        staged.persist().expect("set up for this test");
        assert_eq!(std::fs::read(&path).expect("there"), b"new");
        assert_eq!(left(folder.path()), 1);
    }
}
