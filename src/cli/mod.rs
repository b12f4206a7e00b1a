//! The command line over `app`. Its words and exit codes are an interface: 0 done, 1 refused with a
//! reason on stderr in the user's language, 2 wrong usage.

mod analyze;
mod arguments;
mod collection;
mod passphrase;
mod rounds;
mod workspace;

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser as _;

use crate::app::{Command, DEMO_PASSPHRASE, Settings, Surroundings};
use crate::domain::Lang;
use crate::error::{Error, Result};
use crate::i18n::{error_sentence, message};
use crate::tr;
use arguments::{Arguments, Deed, DemoArguments, KioskArguments};

/// Reads the command line and does what it says.
#[must_use]
pub fn run() -> ExitCode {
    // clap ends the process with 2 and its own words where the usage is wrong.
    let Arguments { file, lang, deed } = Arguments::parse();
    let lang = lang.map(Lang::from);
    let shown = lang.unwrap_or_else(Surroundings::system_lang);
    let result = match deed {
        None => {
            let first = file.map(Command::OpenWorkspace);
            crate::ui::run_window(Surroundings::real(), first, lang)
        }
        Some(Deed::Demo(demo)) => run_demo(demo, lang),
        Some(Deed::Analyze(arguments)) => analyze::run(&arguments, shown),
        Some(Deed::New(arguments)) => workspace::new(&arguments, shown),
        Some(Deed::Import(arguments)) => workspace::import(&arguments, shown),
        Some(Deed::Wave(arguments)) => workspace::wave(arguments, shown),
        Some(Deed::Round(arguments)) => rounds::round(arguments, shown),
        Some(Deed::Report(arguments)) => workspace::report(&arguments, shown),
        Some(Deed::Witness(arguments)) => collection::witness(arguments, shown),
        Some(Deed::Verify(verify)) => match &verify.ledger {
            Some(ledger) => workspace::verify(&verify, ledger, shown),
            None => collection::verify(verify.file, shown),
        },
        Some(Deed::Kiosk(KioskArguments { file })) => {
            crate::ui::kiosk::run(file, Surroundings::real(), shown)
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => refuse(shown, &error),
    }
}

#[expect(clippy::print_stderr, reason = "the command line answers there")]
fn refuse(lang: Lang, error: &Error) -> ExitCode {
    eprintln!("frontline: {}", error_sentence(lang, error));
    ExitCode::from(1)
}

/// A line for whoever reads; nobody may read any more, as behind `| head`.
fn say(text: &str) {
    drop(writeln!(std::io::stdout().lock(), "{text}"));
}

fn run_demo(demo: DemoArguments, lang: Option<Lang>) -> Result<()> {
    let shown = lang.unwrap_or_else(Surroundings::system_lang);
    let DemoArguments {
        dir,
        seed,
        no_window,
    } = demo;
    say(&tr!(
        shown,
        "cli-demo-passphrase",
        passphrase = DEMO_PASSPHRASE
    ));
    if no_window {
        let dir = dir.unwrap_or_else(|| "frontline-demo".into());
        for file in crate::app::write_demo(&dir, shown, seed)? {
            say(&file.display().to_string());
        }
        return Ok(());
    }
    let surroundings = Surroundings::real();
    // The chain speaks the language that the window will speak.
    let remembered = Settings::load(surroundings.settings_file()).lang;
    let command = Command::OpenDemo {
        dir,
        lang: lang.or(remembered).unwrap_or(shown),
        seed,
    };
    crate::ui::run_window(surroundings, Some(command), lang)
        .inspect_err(|_| say(&message(shown, "cli-demo-hint")))
}
