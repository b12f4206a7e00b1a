//! Does a folder lie on a network drive? A workspace must not: locks do not hold there, and others
//! may keep copies of every save. Asks the system only where things are mounted.

use std::path::{Path, PathBuf};

/// File systems of other computers, as Linux and macOS name them.
const REMOTE: &[&str] = &[
    "9p",
    "afpfs",
    "afs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs3",
    "nfs4",
    "smb3",
    "smbfs",
    "webdav",
];
/// The same behind Linux's `fuse.`.
const REMOTE_FUSE: &[&str] = &[
    "davfs2",
    "glusterfs",
    "gvfsd-fuse",
    "rclone",
    "s3fs",
    "smbnetfs",
    "sshfs",
];

/// Does a file at this path lie, or would it lie, on a network drive?
pub(super) fn is_on_network(path: &Path) -> bool {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| Path::new("."));
    let Ok(folder) = std::fs::canonicalize(folder) else {
        // A folder that cannot be looked at is refused by what comes next.
        return false;
    };
    if cfg!(windows) {
        is_unc(&folder.to_string_lossy())
    } else if cfg!(target_os = "macos") {
        let mounts = std::process::Command::new("/sbin/mount").output();
        mounts.is_ok_and(|mounts| {
            is_remote(
                &mac_mounts(&String::from_utf8_lossy(&mounts.stdout)),
                &folder,
            )
        })
    } else {
        let mounts = std::fs::read_to_string("/proc/self/mountinfo");
        mounts.is_ok_and(|mounts| is_remote(&linux_mounts(&mounts), &folder))
    }
}

/// Where something is mounted, and its file system.
type Mount = (PathBuf, String);

/// Windows resolves drive letters of network shares to `\\?\UNC\server\share`.
fn is_unc(canonical: &str) -> bool {
    let share = canonical.strip_prefix(r"\\?\").unwrap_or(canonical);
    share.starts_with(r"UNC\") || share.starts_with(r"\\")
}

/// The innermost mount that holds the folder decides. The root itself is never a drive that
/// somebody chose: some sandboxes serve it through 9p.
fn is_remote(mounts: &[Mount], folder: &Path) -> bool {
    let holding = mounts.iter().filter(|(place, _)| folder.starts_with(place));
    // Of two mounts on one place the later covers the earlier; `max_by_key` takes the last.
    let innermost = holding.max_by_key(|(place, _)| place.components().count());
    innermost.is_some_and(|(place, system)| {
        let fuse = system.strip_prefix("fuse.");
        let is_listed = REMOTE.contains(&system.as_str())
            || fuse.is_some_and(|system| REMOTE_FUSE.contains(&system));
        is_listed && place != Path::new("/")
    })
}

/// `/proc/self/mountinfo`: the place is the fifth field, the file system the first after ` - `.
fn linux_mounts(text: &str) -> Vec<Mount> {
    let mount = |line: &str| {
        let (fields, rest) = line.split_once(" - ")?;
        let place = fields.split(' ').nth(4)?;
        let system = rest.split(' ').next()?;
        Some((PathBuf::from(unescaped(place)), system.to_owned()))
    };
    text.lines().filter_map(mount).collect()
}

/// Spaces and other separators stand there as `\040`.
fn unescaped(text: &str) -> String {
    let pairs = [
        (r"\040", " "),
        (r"\011", "\t"),
        (r"\012", "\n"),
        (r"\134", r"\"),
    ];
    pairs.iter().fold(text.to_owned(), |text, (code, letter)| {
        text.replace(code, letter)
    })
}

/// `/sbin/mount`: `//me@server/share on /Volumes/share (smbfs, nodev, mounted by me)`.
fn mac_mounts(text: &str) -> Vec<Mount> {
    let mount = |line: &str| {
        let (_, rest) = line.split_once(" on /")?;
        let (place, options) = rest.rsplit_once(" (")?;
        let system = options.split([',', ')']).next()?;
        Some((PathBuf::from(format!("/{place}")), system.to_owned()))
    };
    text.lines().filter_map(mount).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINUX: &str = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/team\\040drive rw shared:2 - cifs //server/team rw
31 22 0:41 / /home/me/remote rw - fuse.sshfs me@server: rw
32 22 0:42 / /srv/nfs rw - nfs4 server:/export rw
33 32 8:2 / /srv/nfs/local rw - ext4 /dev/sdb1 rw
34 22 0:43 / /mnt/c rw - 9p C:\\134 rw
";

    #[test]
    fn linux_mounts_are_told_apart() {
        let mounts = linux_mounts(LINUX);
        let is = |path: &str| is_remote(&mounts, Path::new(path));
        assert!(!is("/home/me/work"));
        assert!(is("/mnt/team drive/surveys"));
        assert!(is("/home/me/remote"));
        assert!(!is("/home/me/remotely"));
        assert!(is("/srv/nfs/chain"));
        assert!(!is("/srv/nfs/local/chain"), "the innermost mount decides");
        assert!(is("/mnt/c/Users/me"));
    }

    #[test]
    fn a_sandbox_with_its_root_on_9p_is_no_network_drive() {
        let mounts = linux_mounts("1 0 0:1 / / rw - 9p none rw\n");
        assert!(!is_remote(&mounts, Path::new("/home/me")));
    }

    #[test]
    fn macos_mounts_are_told_apart() {
        let mounts = mac_mounts(
            "/dev/disk3s1 on / (apfs, local, journaled)\n\
             //me@server/team on /Volumes/Team drive (smbfs, nodev, nosuid, mounted by me)\n\
             server:/export on /Volumes/export (nfs)\n",
        );
        let is = |path: &str| is_remote(&mounts, Path::new(path));
        assert!(!is("/Users/me/Documents"));
        assert!(is("/Volumes/Team drive/surveys"));
        assert!(is("/Volumes/export"));
    }

    #[test]
    fn windows_shares_are_told_from_drives() {
        assert!(is_unc(r"\\?\UNC\server\share\surveys"));
        assert!(is_unc(r"\\server\share"));
        assert!(!is_unc(r"\\?\C:\Users\me"));
        assert!(!is_unc(r"C:\Users\me"));
    }

    #[test]
    fn this_computers_temporary_folder_is_its_own() {
        let folder = tempfile::tempdir().expect("set up for this test");
        assert!(!is_on_network(&folder.path().join("chain.frontline")));
    }
}
