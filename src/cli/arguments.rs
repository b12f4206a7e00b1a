//! The words of the command line.

use std::path::PathBuf;

use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};

use super::collection::{CollectDeed, WitnessArguments};
use super::rounds::RoundArguments;
use crate::domain::Lang;

/// Anonymous staff surveys, customers' NPS and their honest link, per branch.
///
/// Without a command the window opens on the last workspace.
///
/// A workspace is encrypted. Its passphrase (or the 24 recovery words) comes from --passphrase-file,
/// from the environment variable FRONTLINE_PASSPHRASE, or from a prompt; never from an argument.
#[derive(Debug, Parser)]
#[command(name = "frontline", version)]
pub(super) struct Arguments {
    /// A workspace to open in the window, as the system does on a double click
    #[arg(value_parser = workspace_file)]
    pub(super) file: Option<PathBuf>,
    /// Language of messages and reports; the system's when not given
    #[arg(long, global = true)]
    pub(super) lang: Option<LangWord>,
    #[command(subcommand)]
    pub(super) deed: Option<Deed>,
}

/// Only a workspace may stand alone: anything else is a misspelt command.
fn workspace_file(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let is_workspace = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("frontline"));
    if is_workspace {
        Ok(path)
    } else {
        Err("no such command, and not a .frontline file".to_owned())
    }
}

/// A language on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum LangWord {
    /// Russian
    Ru,
    /// English
    En,
}

impl From<LangWord> for Lang {
    fn from(word: LangWord) -> Self {
        match word {
            LangWord::Ru => Self::Ru,
            LangWord::En => Self::En,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Deed {
    /// Make the example chain of 24 cafés and open it
    Demo(DemoArguments),
    /// Files in, findings out; no workspace is made
    Analyze(AnalyzeArguments),
    /// Make an empty workspace
    New(NewArguments),
    /// Take a file into a workspace
    Import(ImportArguments),
    /// Make, open, close or list the waves of a workspace
    Wave(WaveArguments),
    /// Rounds of competency assessment: plan, open, codes, close, results
    Round(RoundArguments),
    /// Write a workbook from a closed wave
    Report(ReportArguments),
    /// What a witness does: make a key, read a batch, release it
    Witness(WitnessArguments),
    /// Check a file of the program against what is promised of it; needs no key but for a report
    Verify(VerifyArguments),
    /// Collect answers on this computer: the whole screen, until the exit password
    Kiosk(KioskArguments),
}

#[derive(Debug, Args)]
pub(super) struct VerifyArguments {
    /// A pack, station, bundle, batch or release (the station's pack may lie beside it), or, with
    /// --ledger, a report: workbook, CSV or JSON
    pub(super) file: PathBuf,
    /// Prove the report together with everything this workspace has released
    #[arg(long, value_name = "WORKSPACE")]
    pub(super) ledger: Option<PathBuf>,
    #[command(flatten)]
    pub(super) key: KeyArguments,
}

#[derive(Debug, Args)]
pub(super) struct DemoArguments {
    /// Folder for the workspace (and, with --no-window, for everything else)
    #[arg(long)]
    pub(super) dir: Option<PathBuf>,
    /// Seed of the chain
    #[arg(long, default_value_t = 7)]
    pub(super) seed: u64,
    /// Do not open a window: write workspace, CSV files and workbooks
    #[arg(long)]
    pub(super) no_window: bool,
}

#[derive(Debug, Args)]
pub(super) struct AnalyzeArguments {
    /// Staff answers, one sheet a row: branch, group, wave, role, then item ids
    #[arg(
        long,
        required_unless_present = "staff_scores",
        conflicts_with = "staff_scores"
    )]
    pub(super) responses: Option<PathBuf>,
    /// Staff results that come as branch means: branch, group, wave, dimension, value, n
    #[arg(long)]
    pub(super) staff_scores: Option<PathBuf>,
    /// Questionnaire of the answers (TOML); else items named dimension_number form dimensions
    #[arg(long)]
    pub(super) questionnaire: Option<PathBuf>,
    /// Customer results; may be given several times
    #[arg(long)]
    pub(super) outcomes: Vec<PathBuf>,
    /// Branch list: branch, name, region, contact, back_office or size
    #[arg(long)]
    pub(super) branches: Option<PathBuf>,
    /// Ratings of people: person, rater, source, position, branch, then a column per competency (or
    /// competency and level). Personal data: the JSON then holds names and levels
    #[arg(long)]
    pub(super) ratings: Option<PathBuf>,
    /// Where to write the findings as JSON; `-` for standard output
    #[arg(long)]
    pub(super) json: Option<PathBuf>,
    /// Where to write the workbook
    #[arg(long)]
    pub(super) xlsx: Option<PathBuf>,
    /// Seed of every random draw
    #[arg(long, default_value_t = crate::app::DEFAULT_SEED)]
    pub(super) seed: u64,
    /// Smallest group that is shown, 5 or more
    #[arg(long, default_value_t = 5)]
    pub(super) min_group: u32,
    /// Bootstrap draws
    #[arg(long, default_value_t = 10_000)]
    pub(super) draws: usize,
    /// Do not prove first that no small group follows from what is written: the report says so
    #[arg(long)]
    pub(super) no_proof: bool,
}

/// Where the passphrase comes from.
#[derive(Debug, Args)]
pub(super) struct KeyArguments {
    /// File whose first line is the passphrase; else FRONTLINE_PASSPHRASE, else a prompt
    #[arg(long, value_name = "FILE")]
    pub(super) passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// The workspace file to make
    pub(super) workspace: PathBuf,
    /// Name of the company
    #[arg(long, default_value = "Frontline")]
    pub(super) company: String,
    #[command(flatten)]
    pub(super) key: KeyArguments,
    /// Write the recovery words as a PDF to print instead of showing them here
    #[arg(long, value_name = "PDF")]
    pub(super) recovery_sheet: Option<PathBuf>,
    /// Encrypt a workspace of a preview version in its place instead of making a new one
    #[arg(long)]
    pub(super) convert: bool,
    /// The least work for the passphrase that is allowed (64 MiB, 3 passes): for slow computers
    #[arg(long)]
    pub(super) quick_key: bool,
}

#[derive(Debug, Args)]
pub(super) struct ImportArguments {
    /// The workspace file
    pub(super) workspace: PathBuf,
    #[command(flatten)]
    pub(super) key: KeyArguments,
    /// What the file holds: branches, outcomes, answers, staff-scores, benchmarks, positions,
    /// people, ratings, visits
    pub(super) kind: String,
    /// The file: XLSX, XLS, ODS or CSV
    pub(super) file: PathBuf,
    /// What each column means (TOML), where the guess is wrong
    #[arg(long)]
    pub(super) map: Option<PathBuf>,
    /// Code of the wave that answers are for
    #[arg(long)]
    pub(super) wave: Option<String>,
    /// Sheet of a workbook
    #[arg(long)]
    pub(super) sheet: Option<String>,
    /// Take the file only if every row can be taken
    #[arg(long)]
    pub(super) all_or_nothing: bool,
    /// Make branches of the unknown ones
    #[arg(long)]
    pub(super) add_branches: bool,
    /// Add answers to the earlier ones of the wave instead of replacing them
    #[arg(long)]
    pub(super) add: bool,
}

#[derive(Debug, Args)]
pub(super) struct WaveArguments {
    /// The workspace file
    pub(super) workspace: PathBuf,
    #[command(flatten)]
    pub(super) key: KeyArguments,
    #[command(subcommand)]
    pub(super) deed: WaveDeed,
}

#[derive(Debug, Subcommand)]
pub(super) enum WaveDeed {
    /// Own collection: design, status, codes, station, merge, batch, release, destroy
    #[command(flatten)]
    Collect(CollectDeed),
    /// List waves: code, state, name
    List,
    /// Make a draft
    New {
        /// Name of the wave
        name: String,
        /// Id of the questionnaire
        #[arg(long, default_value = "engagement")]
        questionnaire: String,
        /// First day, 2026-04-01
        #[arg(long)]
        opens: Option<crate::domain::Date>,
        /// Last day
        #[arg(long)]
        closes: Option<crate::domain::Date>,
        /// Months of the customer scores that belong to it, 2026-04..2026-06
        #[arg(long)]
        customers: Option<String>,
        /// Smallest group that is shown, 5 or more
        #[arg(long, default_value_t = 5)]
        min_group: u32,
    },
    /// Open a draft for answers
    Open {
        /// Code of the wave
        wave: String,
    },
    /// Close a wave: results open, no more answers
    Close {
        /// Code of the wave
        wave: String,
    },
}

#[derive(Debug, Args)]
#[command(group(ArgGroup::new("books").multiple(true).args(["xlsx", "short", "cuts"])))]
pub(super) struct ReportArguments {
    /// The workspace file
    pub(super) workspace: PathBuf,
    #[command(flatten)]
    pub(super) key: KeyArguments,
    /// Code of the wave
    #[arg(long)]
    pub(super) wave: String,
    #[command(flatten)]
    pub(super) out: ReportFiles,
    /// Code of a branch: its own cut instead of the full workbook
    #[arg(long, requires = "xlsx")]
    pub(super) branch: Option<String>,
    /// What the means of questions and heat map are compared with: before (the wave before), company,
    /// region, best (the best branch), imported, or the name of an imported source
    #[arg(long, value_name = "WITH", requires = "books")]
    pub(super) compare: Option<String>,
}

/// What to write; several of them are proven once.
#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
pub(super) struct ReportFiles {
    /// Where to write the workbook
    #[arg(long, value_name = "FILE")]
    pub(super) xlsx: Option<PathBuf>,
    /// Where to write the director's workbook of three sheets
    #[arg(long, value_name = "FILE")]
    pub(super) short: Option<PathBuf>,
    /// Folder for the cuts of all managers: a workbook for every branch that can have one
    #[arg(long, value_name = "DIR")]
    pub(super) cuts: Option<PathBuf>,
    /// Where to write the two pages for the staff (PDF)
    #[arg(long, value_name = "FILE")]
    pub(super) staff: Option<PathBuf>,
    /// Where to write the published figures as CSV
    #[arg(long, value_name = "FILE")]
    pub(super) csv: Option<PathBuf>,
    /// Where to write the published figures as an SPSS system file
    #[arg(long, value_name = "FILE")]
    pub(super) sav: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct KioskArguments {
    /// A station file (.flstation), or the pack file from HR (.flpack) to make one of
    pub(super) file: PathBuf,
}
