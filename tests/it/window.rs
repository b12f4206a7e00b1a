//! The real window under a virtual display, where the machine has one (Xvfb and xdotool): from the
//! start to an exported workbook, as a user clicks. Elsewhere the test says that it did not run.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const DISPLAY: &str = ":97";
/// Where the export button of Reports stands in a window of 1280 × 800 points: how far down depends
/// on how long the sentence beside it is.
const EXPORT: (u32, [u32; 3]) = (1146, [111, 132, 153]);

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Both may have ended by themselves.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

fn has(program: &str) -> bool {
    Command::new("which")
        .arg(program)
        .stdout(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn xdotool(arguments: &[&str]) -> String {
    let output = Command::new("xdotool")
        .args(arguments)
        .env("DISPLAY", DISPLAY)
        .output();
    output
        .map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
        .unwrap_or_default()
}

fn wait_for<T>(seconds: u64, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(seconds) {
        if let Some(found) = look() {
            return Some(found);
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    None
}

fn workbook(folder: &Path) -> Option<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).ok()?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    paths.into_iter().find(|path| {
        path.extension()
            .is_some_and(|extension| extension == "xlsx")
    })
}

#[test]
fn a_user_gets_from_the_start_to_a_workbook() {
    if !["Xvfb", "xdotool"].into_iter().all(has) {
        println!("not run: Xvfb and xdotool are not on this machine");
        return;
    }
    let home = tempfile::tempdir().expect("a temporary folder");
    let xvfb = Command::new("Xvfb")
        .args([DISPLAY, "-screen", "0", "1280x800x24"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb starts");
    let _xvfb = Running(xvfb);
    let is_up = wait_for(20, || {
        (!xdotool(&["getdisplaygeometry"]).is_empty()).then_some(())
    });
    assert!(is_up.is_some(), "the virtual display did not come up");
    let program = Command::new(env!("CARGO_BIN_EXE_frontline"))
        .args(["--lang", "en", "demo", "--dir"])
        .arg(home.path())
        .env("DISPLAY", DISPLAY)
        .env_remove("WAYLAND_DISPLAY")
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .env("XDG_DATA_HOME", home.path().join("data"))
        .spawn()
        .expect("the program starts");
    let mut program = Running(program);
    let window = wait_for(60, || {
        let found = xdotool(&["search", "--onlyvisible", "--name", "Frontline"]);
        found
            .lines()
            .next()
            .map(str::to_owned)
            .filter(|id| !id.is_empty())
    });
    let Some(window) = window else {
        let status = program.0.try_wait().expect("our own child");
        assert!(status.is_some(), "the program runs but shows no window");
        println!("not run: this display has no OpenGL ({status:?})");
        return;
    };
    xdotool(&["windowmove", &window, "0", "0"]);
    xdotool(&["windowsize", &window, "1280", "800"]);
    xdotool(&["windowfocus", &window]);
    // Home, then by the side bar to Reports; the findings are computed meanwhile.
    std::thread::sleep(Duration::from_secs(4));
    let folder = home.path().join("Frontline");
    let x = EXPORT.0.to_string();
    let mut down = EXPORT.1.iter().cycle();
    let found = wait_for(90, || {
        xdotool(&["windowfocus", &window]);
        xdotool(&["mousemove", "70", "401", "click", "1"]);
        std::thread::sleep(Duration::from_secs(1));
        let y = down.next().map_or_else(String::new, u32::to_string);
        xdotool(&["mousemove", &x, &y]);
        std::thread::sleep(Duration::from_millis(300));
        xdotool(&["click", "1"]);
        std::thread::sleep(Duration::from_secs(3));
        workbook(&folder)
    });
    let path = found.expect("the click on the export button wrote a workbook");
    let book: calamine::Xlsx<_> = calamine::open_workbook(&path).expect("a whole workbook");
    let names = calamine::Reader::sheet_names(&book);
    assert_eq!(names.len(), 12, "{names:?}");
}
