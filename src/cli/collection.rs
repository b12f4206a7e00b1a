//! Own collection on the command line: design, codes, bundles, the witness, and checking files.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::say;
use crate::app::{
    CodesRequest, Collection, Command, DesignChange, Overview, Reply, Service, WitnessDeed,
    WitnessView, read_passphrase,
};
use crate::domain::{Lang, MinGroup, ProtectionLevel, StationDesign, WaveCode, WaveDesign};
use crate::error::{Error, Field, Kind, Place, Result, SealFault};
use crate::i18n::{error_sentence, message};
use crate::tr;

/// What is done with a wave that the program collects.
#[derive(Debug, Subcommand)]
pub(super) enum CollectDeed {
    /// Collect a draft with the program: classes from head counts, stations, level of protection
    Design(DesignArguments),
    /// Show classes and stations with their counts
    Status {
        /// Code of the wave
        wave: String,
    },
    /// Make codes of an open wave: a folder per station with pack, slips, poster and paper form
    Codes(CodesArguments),
    /// Write the pack of a station again
    Station {
        /// Code of the wave
        wave: String,
        /// Name of the station
        station: String,
        /// The pack file to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Take bundles of stations in
    Merge {
        /// The bundles
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Write the sealed answers of a closed wave for its witness
    Batch {
        /// Code of the wave
        wave: String,
        /// The file to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Take in what the witness has released: results open
    Release {
        /// The release
        file: PathBuf,
    },
    /// Destroy the sealed records and the key of a wave whose answers were opened
    Destroy {
        /// Code of the wave
        wave: String,
    },
}

#[derive(Debug, Args)]
pub(super) struct DesignArguments {
    /// Code of the wave
    wave: String,
    /// 1: HR alone opens answers; 2: HR and a witness together
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=2))]
    level: u8,
    /// Card of a witness; may be given twice
    #[arg(long)]
    witness: Vec<PathBuf>,
    /// One station of this name for everybody instead of one per branch
    #[arg(long)]
    one_station: Option<String>,
    /// Do not collect the company view (dimension scores in three bands, for drivers)
    #[arg(long)]
    no_company_view: bool,
}

#[derive(Debug, Args)]
pub(super) struct CodesArguments {
    /// Code of the wave
    wave: String,
    /// Folder that gets a folder per station
    #[arg(long)]
    dir: PathBuf,
    /// Only this station; may be given several times. Else all that have no codes yet
    #[arg(long)]
    station: Vec<String>,
    /// File whose first line is the password that leaves the kiosk
    #[arg(long)]
    exit_password_file: PathBuf,
}

/// Does the deed in an open workspace.
pub(super) fn run(
    service: &mut Service,
    deed: CollectDeed,
    overview: &Overview,
    lang: Lang,
) -> Result<()> {
    match deed {
        CollectDeed::Design(arguments) => design(service, arguments),
        CollectDeed::Status { wave } => {
            let wave = WaveCode::new(&wave)?;
            let found = overview.waves.iter().find(|info| info.wave.code == wave);
            let min_group = found.map_or_else(MinGroup::default, |info| info.wave.min_group);
            status(collection_of(overview, &wave)?, min_group, lang);
            Ok(())
        }
        CollectDeed::Codes(arguments) => codes(service, arguments, lang),
        CollectDeed::Station { wave, station, out } => {
            let wave = WaveCode::new(&wave)?;
            let path = out;
            let command = Command::ExportPack {
                wave,
                station,
                path,
            };
            service.run(command).map(drop)
        }
        CollectDeed::Merge { files } => merge(service, files, lang),
        CollectDeed::Batch { wave, out } => {
            let wave = WaveCode::new(&wave)?;
            let command = Command::ExportBatch { wave, path: out };
            service.run(command).map(drop)
        }
        CollectDeed::Release { file } => service.run(Command::ImportRelease(file)).map(drop),
        CollectDeed::Destroy { wave } => {
            let wave = WaveCode::new(&wave)?;
            service.run(Command::DestroyRecords(wave)).map(drop)
        }
    }
}

fn collection_of<'a>(overview: &'a Overview, wave: &WaveCode) -> Result<&'a Collection> {
    let found = overview.waves.iter().find(|info| info.wave.code == *wave);
    let collection = found.and_then(|info| info.collection.as_deref());
    collection.ok_or_else(|| {
        Error::from(Kind::NotFound {
            field: Field::Wave,
            name: wave.as_str().to_owned(),
        })
    })
}

fn design(service: &mut Service, arguments: DesignArguments) -> Result<()> {
    let DesignArguments {
        wave,
        level,
        witness,
        one_station,
        no_company_view,
    } = arguments;
    let wave = WaveCode::new(&wave)?;
    let mut change = |change| {
        let wave = wave.clone();
        service.run(Command::DesignWave { wave, change })
    };
    let Reply::Overview(overview) = change(DesignChange::Propose)? else {
        return Err(Kind::Internal("design".to_owned()).into());
    };
    let proposed = &collection_of(&overview, &wave)?.design;
    let stations = match one_station {
        Some(name) => {
            let everybody = proposed.stations.iter().flat_map(|it| it.branches.clone());
            vec![StationDesign::new(&name, everybody.collect())?]
        }
        None => proposed.stations.clone(),
    };
    let design = WaveDesign {
        level: ProtectionLevel::from_number(level).unwrap_or(ProtectionLevel::TwoKeys),
        has_company_view: proposed.has_company_view && !no_company_view,
        pools: proposed.pools.clone(),
        stations,
    };
    change(DesignChange::Set(design))?;
    for card in witness {
        change(DesignChange::AddWitness(card))?;
    }
    Ok(())
}

fn status(collection: &Collection, min_group: MinGroup, lang: Lang) {
    for class in &collection.classes {
        let branches: Vec<&str> = class.branches.iter().map(|code| code.as_str()).collect();
        let group = class.group.map_or("all", |group| group.code());
        let invited = class.invited_contact.unwrap_or(0) + class.invited_back_office.unwrap_or(0);
        say(&format!("{}\t{group}\t{invited}", branches.join("+")));
    }
    for station in &collection.stations {
        let number = |n: Option<u32>| n.map_or_else(|| "-".to_owned(), |n| n.to_string());
        let returned = match station.returned.n() {
            Some(n) => crate::phrases::shown_n(lang, n, min_group),
            None => "-".to_owned(),
        };
        say(&format!(
            "{}\t{}\t{}\t{returned}\t{}",
            station.design.name,
            station.invited,
            number(station.issued),
            number(station.unused)
        ));
    }
}

fn codes(service: &mut Service, arguments: CodesArguments, lang: Lang) -> Result<()> {
    let CodesArguments {
        wave,
        dir,
        station,
        exit_password_file,
    } = arguments;
    let request = CodesRequest {
        wave: WaveCode::new(&wave)?,
        stations: station,
        folder: dir,
        exit_password: read_passphrase(&exit_password_file)?,
        langs: Vec::new(),
    };
    let Reply::Exported { files, .. } = service.run(Command::MakeCodes(request))? else {
        return Err(Kind::Internal("codes".to_owned()).into());
    };
    for folder in files {
        say(&tr!(
            lang,
            "cli-codes-made",
            folder = folder.display().to_string()
        ));
    }
    Ok(())
}

/// Says what became of each file; refuses as a whole when one was refused.
fn merge(service: &mut Service, files: Vec<PathBuf>, lang: Lang) -> Result<()> {
    let Reply::Merged { files, .. } = service.run(Command::MergeBundles(files))? else {
        return Err(Kind::Internal("merge".to_owned()).into());
    };
    let mut refused = None;
    for merged in files {
        match merged.outcome {
            Ok((station, added)) => say(&tr!(
                lang,
                "cli-merged",
                file = merged.file,
                station = station,
                added = i64::from(added)
            )),
            Err(error) => {
                say(&error_sentence(lang, &error));
                refused = Some(error);
            }
        }
    }
    refused.map_or(Ok(()), Err)
}

/// What a witness does with a key file.
#[derive(Debug, Args)]
pub(super) struct WitnessArguments {
    /// The witness's key file
    file: PathBuf,
    #[command(flatten)]
    key: super::arguments::KeyArguments,
    #[command(subcommand)]
    deed: WitnessWord,
}

#[derive(Debug, Subcommand)]
enum WitnessWord {
    /// Make the key file; its 24 recovery words are shown or printed once
    New {
        /// Name on the card
        #[arg(long)]
        name: String,
        /// Write the recovery words as a PDF to print instead of showing them here
        #[arg(long, value_name = "PDF")]
        recovery_sheet: Option<PathBuf>,
    },
    /// Write the card that HR needs
    Card {
        /// The card to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Show what is in a batch: counts, never answers
    Read {
        /// The batch
        batch: PathBuf,
    },
    /// Release a batch, once per wave
    Release {
        /// The batch
        batch: PathBuf,
        /// The release to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Destroy the key; waves that it guards can then never be opened
    Destroy,
}

pub(super) fn witness(arguments: WitnessArguments, lang: Lang) -> Result<()> {
    let service = &mut super::workspace::service(lang);
    let WitnessArguments { file, key, deed } = arguments;
    if let WitnessWord::New {
        name,
        recovery_sheet,
    } = deed
    {
        let passphrase = super::passphrase::to_make(&key, lang)?;
        let path = file;
        let view = ask(
            service,
            WitnessDeed::Create {
                path,
                name,
                passphrase,
            },
        )?;
        tell(view.as_deref());
        let Some(words) = view.and_then(|view| view.recovery.clone()) else {
            return Err(Kind::Internal("witness new".to_owned()).into());
        };
        let sheet = recovery_sheet.as_deref();
        return super::workspace::hand_over(&words, sheet, lang, |path, words| {
            ask(service, WitnessDeed::PrintWords { path, words }).map(drop)
        });
    }
    let unlock = super::passphrase::to_open(&key, &file, lang)?;
    ask(service, WitnessDeed::Open { path: file, unlock })?;
    match deed {
        WitnessWord::New { .. } => Ok(()),
        WitnessWord::Card { out } => ask(service, WitnessDeed::SaveCard(out)).map(drop),
        WitnessWord::Read { batch } => {
            let view = ask(service, WitnessDeed::ReadBatch(batch))?;
            tell(view.as_deref());
            Ok(())
        }
        WitnessWord::Release { batch, out } => {
            let view = ask(service, WitnessDeed::ReadBatch(batch))?;
            tell(view.as_deref());
            ask(service, WitnessDeed::Release(out)).map(drop)
        }
        WitnessWord::Destroy => ask(service, WitnessDeed::Destroy).map(drop),
    }
}

fn ask(service: &mut Service, deed: WitnessDeed) -> Result<Option<std::sync::Arc<WitnessView>>> {
    let reply = service.run(Command::Witness(deed))?;
    Ok(if let Reply::Witness(view) = reply {
        Some(view)
    } else {
        None
    })
}

fn tell(view: Option<&WitnessView>) {
    let Some(view) = view else {
        return;
    };
    let (ru, en) = &view.words;
    say(&format!("{}: {ru} / {en}", view.name));
    for (labels, sheets) in view.batch.iter().flat_map(|batch| &batch.groups) {
        say(&format!("{sheets}\t{}", labels.join(" + ")));
    }
}

/// Checks a file of the program; refuses when a statement does not hold.
pub(super) fn verify(file: PathBuf, lang: Lang) -> Result<()> {
    let mut service = super::workspace::service(lang);
    let name = file.display().to_string();
    let Reply::Verified(verified) = service.run(Command::VerifyFile(file))? else {
        return Err(Kind::Internal("verify".to_owned()).into());
    };
    say(&message(lang, verified.kind));
    for (statement, holds) in &verified.statements {
        let sign = if *holds { "[+]" } else { "[-]" };
        say(&format!("{sign} {}", message(lang, statement)));
    }
    for (figure, number) in &verified.figures {
        say(&format!("    {}: {number}", message(lang, figure)));
    }
    if verified.needs_pack() {
        say(&format!("    {}", message(lang, "verify-needs-pack")));
    }
    if verified.holds {
        Ok(())
    } else {
        Err(Error::from(SealFault::NotAsPromised).at(Place::File(name)))
    }
}
