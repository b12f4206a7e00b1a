//! `frontline round`: rounds of competency assessment.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Subcommand};

use super::arguments::KeyArguments;
use super::{say, workspace};
use crate::app::{
    Command, RatingCommand, RatingFile, RatingFileKind, RatingOverview, RatingReply, Reply,
    RoundDraft, RoundInfo, Service, round_json, write_round_json,
};
use crate::domain::rating::{PersonId, RoundCode, Weights};
use crate::domain::{Date, Lang};
use crate::error::{Error, Field, Kind, Result};
use crate::tr;

#[derive(Debug, Args)]
pub(super) struct RoundArguments {
    /// The workspace file
    workspace: PathBuf,
    #[command(flatten)]
    key: KeyArguments,
    #[command(subcommand)]
    deed: RoundDeed,
}

#[derive(Debug, Subcommand)]
enum RoundDeed {
    /// List rounds: code, state, sheets handed in, name
    List,
    /// Make a draft
    New {
        /// Name of the round
        name: String,
        /// First day, 2026-09-14
        #[arg(long)]
        opens: Date,
        /// Last day
        #[arg(long)]
        closes: Date,
        /// The day on which erasing is offered; two years after the last day when not given
        #[arg(long)]
        keep_until: Option<Date>,
        /// Id of the model of competencies
        #[arg(long, default_value = "customer-orientation")]
        model: String,
    },
    /// Let everybody who is here be rated: self, manager and up to four peers
    Plan {
        /// Code of the round
        round: String,
    },
    /// Open a draft for ratings
    Open {
        /// Code of the round
        round: String,
    },
    /// New codes for the raters' own lists: name and code, shown once
    Codes {
        /// Code of the round
        round: String,
    },
    /// How many sheets are handed in, and who has not
    Status {
        /// Code of the round
        round: String,
    },
    /// Close a round: results open, no more ratings
    Close {
        /// Code of the round
        round: String,
    },
    /// Findings of a closed round as JSON: names and levels of people
    Results {
        /// Code of the round
        round: String,
        /// Where to write it; standard output when not given
        #[arg(long)]
        json: Option<PathBuf>,
    },
    /// Write the workbook of a closed round: names and levels of people
    Report {
        /// Code of the round
        round: String,
        /// Where to write it
        #[arg(long, value_name = "XLSX")]
        out: PathBuf,
        /// Only the people of this manager: number or exact name
        #[arg(long, value_name = "PERSON")]
        manager: Option<String>,
    },
    /// Write the profile of one person as one page to print
    Profile {
        /// Code of the round
        round: String,
        /// Whose: number or exact name
        #[arg(long, value_name = "PERSON")]
        person: String,
        /// Where to write it
        #[arg(long, value_name = "PDF")]
        out: PathBuf,
    },
    /// Write paper forms for everybody who has not handed in
    Forms {
        /// Code of the round
        round: String,
        /// Where to write them
        #[arg(long, value_name = "PDF")]
        out: PathBuf,
    },
    /// Numbers, names, positions and branches of people
    People,
    /// Erase all ratings, evidence and talks of a round for good
    Erase {
        /// Code of the round
        round: String,
    },
}

pub(super) fn round(arguments: RoundArguments, lang: Lang) -> Result<()> {
    let RoundArguments {
        workspace: file,
        key,
        deed,
    } = arguments;
    let mut service = workspace::service(lang);
    workspace::open(&mut service, &file, &key, lang)?;
    if let Some(file) = written(&mut service, &deed, lang)? {
        let command = Command::Ratings(RatingCommand::Write(file));
        return service.run(command).map(drop);
    }
    let mut ask = |command| ask(&mut service, command);
    match deed {
        // Written above.
        RoundDeed::Report { .. } | RoundDeed::Profile { .. } | RoundDeed::Forms { .. } => Ok(()),
        RoundDeed::People => {
            people(&*overview(ask(RatingCommand::Open)?)?);
            Ok(())
        }
        RoundDeed::List => {
            for info in &overview(ask(RatingCommand::Open)?)?.rounds {
                list(info);
            }
            Ok(())
        }
        RoundDeed::New {
            name,
            opens,
            closes,
            keep_until,
            model,
        } => {
            let draft = RoundDraft {
                name,
                model,
                opens,
                closes,
                keep_until,
                weights: Weights::default(),
            };
            make(&mut ask, draft)
        }
        RoundDeed::Plan { round } => {
            let round = RoundCode::new(&round)?;
            let ratees = Vec::new();
            status(
                ask(RatingCommand::ProposeRaters { round, ratees })?,
                None,
                lang,
            )
        }
        RoundDeed::Open { round } => {
            ask(RatingCommand::OpenRound(RoundCode::new(&round)?)).map(drop)
        }
        RoundDeed::Codes { round } => {
            codes(ask(RatingCommand::MakeCodes(RoundCode::new(&round)?))?)
        }
        RoundDeed::Status { round } => {
            let people = overview(ask(RatingCommand::Open)?)?;
            let reply = ask(RatingCommand::Round(RoundCode::new(&round)?))?;
            status(reply, Some(&people), lang)
        }
        RoundDeed::Close { round } => {
            ask(RatingCommand::CloseRound(RoundCode::new(&round)?)).map(drop)
        }
        RoundDeed::Results { round, json } => {
            let reply = ask(RatingCommand::Results(RoundCode::new(&round)?))?;
            results(&reply, json.as_ref())
        }
        RoundDeed::Erase { round } => {
            ask(RatingCommand::EraseRound(RoundCode::new(&round)?)).map(drop)
        }
    }
}

/// Makes a draft and says its code.
fn make(
    ask: &mut impl FnMut(RatingCommand) -> Result<RatingReply>,
    draft: RoundDraft,
) -> Result<()> {
    let known = overview(ask(RatingCommand::Open)?)?;
    let made = overview(ask(RatingCommand::CreateRound(draft))?)?;
    let is_new = |info: &&RoundInfo| {
        known
            .rounds
            .iter()
            .all(|old| old.round.code != info.round.code)
    };
    if let Some(info) = made.rounds.iter().find(is_new) {
        say(info.round.code.as_str());
    }
    Ok(())
}

fn ask(service: &mut Service, command: RatingCommand) -> Result<RatingReply> {
    let Reply::Ratings(reply) = service.run(Command::Ratings(command))? else {
        return Err(unexpected());
    };
    Ok(reply)
}

/// The file that a deed writes.
fn written(service: &mut Service, deed: &RoundDeed, lang: Lang) -> Result<Option<RatingFile>> {
    let mut who = |text: &str| -> Result<PersonId> {
        let known = overview(ask(service, RatingCommand::Open)?)?;
        person(&known, text)
    };
    let (round, out, what) = match deed {
        RoundDeed::Report {
            round,
            out,
            manager,
        } => {
            let manager = manager.as_deref().map(&mut who).transpose()?;
            (round, out, RatingFileKind::Book { manager })
        }
        RoundDeed::Profile { round, person, out } => {
            (round, out, RatingFileKind::Profile(who(person)?))
        }
        RoundDeed::Forms { round, out } => (round, out, RatingFileKind::Forms),
        RoundDeed::List
        | RoundDeed::New { .. }
        | RoundDeed::Plan { .. }
        | RoundDeed::Open { .. }
        | RoundDeed::Codes { .. }
        | RoundDeed::Status { .. }
        | RoundDeed::Close { .. }
        | RoundDeed::Results { .. }
        | RoundDeed::People
        | RoundDeed::Erase { .. } => return Ok(None),
    };
    Ok(Some(RatingFile {
        round: RoundCode::new(round)?,
        what,
        lang,
        path: out.clone(),
    }))
}

/// The person of this number or exact name; a name that two people share finds nobody.
fn person(known: &RatingOverview, text: &str) -> Result<PersonId> {
    let by_name: Vec<PersonId> = known
        .people
        .iter()
        .filter(|person| person.name == text.trim())
        .map(|person| person.id)
        .collect();
    let by_number = text.trim().parse().ok().map(PersonId);
    let found = match by_name.as_slice() {
        [only] => Some(*only),
        _ => by_number.filter(|id| known.person(*id).is_some()),
    };
    let (field, name) = (Field::Person, text.to_owned());
    found.ok_or_else(|| Kind::NotFound { field, name }.into())
}

fn people(known: &RatingOverview) {
    for person in &known.people {
        say(&format!(
            "{}\t{}\t{}\t{}",
            person.id.0,
            person.name,
            person.position,
            person.branch.as_str()
        ));
    }
}

fn unexpected() -> Error {
    Kind::Internal("round".to_owned()).into()
}

fn overview(reply: RatingReply) -> Result<Arc<RatingOverview>> {
    let RatingReply::Overview(overview) = reply else {
        return Err(unexpected());
    };
    Ok(overview)
}

fn list(info: &RoundInfo) {
    let (done, all) = info.handed_in;
    say(&format!(
        "{}\t{}\t{done}/{all}\t{}",
        info.round.code.as_str(),
        info.round.state.code(),
        info.round.name
    ));
}

fn codes(reply: RatingReply) -> Result<()> {
    let RatingReply::Codes { overview, codes } = reply else {
        return Err(unexpected());
    };
    for (person, code) in codes {
        let name = overview.person(person).map_or("", |person| &person.name);
        say(&format!("{name}\t{}", code.shown()));
    }
    Ok(())
}

/// How far a round is; names of who has not handed in, where people are known.
fn status(reply: RatingReply, people: Option<&RatingOverview>, lang: Lang) -> Result<()> {
    let RatingReply::Round(view) = reply else {
        return Err(unexpected());
    };
    let (done, all) = view.info.handed_in;
    say(&tr!(lang, "round-progress", done = done, all = all));
    for (person, count) in view.info.missing.iter().filter(|_| people.is_some()) {
        let person = people.and_then(|known| known.person(*person));
        let name = person.map_or("", |person| person.name.as_str());
        say(&tr!(
            lang,
            "round-missing-line",
            name = name,
            count = *count
        ));
    }
    Ok(())
}

fn results(reply: &RatingReply, json: Option<&PathBuf>) -> Result<()> {
    let RatingReply::Results(results) = reply else {
        return Err(unexpected());
    };
    match json {
        Some(path) => write_round_json(results, path),
        None => {
            say(round_json(results).trim_end());
            Ok(())
        }
    }
}
