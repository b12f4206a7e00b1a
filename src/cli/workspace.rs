//! Commands on a workspace file.

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::arguments::{
    ImportArguments, KeyArguments, NewArguments, ReportArguments, VerifyArguments, WaveArguments,
    WaveDeed,
};
use super::{collection, passphrase, say};
use crate::app::{
    AskedOrigin, Command, ExportScope, ImportPlan, ImportStart, Overview, RecoveryWords, Reply,
    Service, Stage, Surroundings, Watch, WaveDraft, mapping_roles,
};
use crate::domain::{BranchCode, Lang, MinGroup, Period, WaveCode};
use crate::error::{CompareFault, Error, Field, Kind, Result};
use crate::i18n::{message, message_with, number};
use crate::phrases::proof_sentences;
use crate::tr;

/// The command line remembers nothing about its user.
pub(super) fn service(lang: Lang) -> Service {
    Service::without_memory(Surroundings::real(), lang)
}

/// Opens a workspace; nobody is asked before the file was looked at.
pub(super) fn open(
    service: &mut Service,
    workspace: &Path,
    key: &KeyArguments,
    lang: Lang,
) -> Result<Reply> {
    service.run(Command::OpenWorkspace(workspace.to_owned()))?;
    let unlock = passphrase::to_open(key, workspace, lang)?;
    service.run(Command::Unlock {
        path: workspace.to_owned(),
        unlock,
        // A script must notice; the window explains and offers it.
        accepts_older: false,
    })
}

pub(super) fn new(arguments: &NewArguments, lang: Lang) -> Result<()> {
    let NewArguments {
        workspace,
        company,
        key,
        recovery_sheet,
        convert,
        quick_key,
    } = arguments;
    let mut service = service(lang);
    if *quick_key {
        service = service.with_quick_keys();
    }
    if !convert && workspace.exists() {
        let (field, name) = (Field::Name, workspace.display().to_string());
        return Err(Kind::Exists { field, name }.into());
    }
    let passphrase = passphrase::to_make(key, lang)?;
    let path = workspace.clone();
    let company = company.clone();
    let made = service.run(if *convert {
        Command::ConvertWorkspace { path, passphrase }
    } else {
        Command::CreateWorkspace {
            path,
            company,
            passphrase,
        }
    })?;
    let Reply::Words { words, .. } = made else {
        return Err(Kind::Internal("new".to_owned()).into());
    };
    hand_over(&words, recovery_sheet.as_deref(), lang, |path, words| {
        service.run(Command::PrintWords { path, words }).map(drop)
    })
}

/// Hands the recovery words over, once: on the sheet where one is wanted, here otherwise. A sheet
/// that cannot be written must not take the words with it, so they are then shown after all.
pub(super) fn hand_over(
    words: &RecoveryWords,
    sheet: Option<&Path>,
    lang: Lang,
    print: impl FnOnce(PathBuf, RecoveryWords) -> Result<()>,
) -> Result<()> {
    let Some(sheet) = sheet else {
        show(words, lang);
        return Ok(());
    };
    let printed = print(sheet.to_owned(), words.clone());
    if printed.is_err() {
        show(words, lang);
    }
    printed
}

fn show(words: &RecoveryWords, lang: Lang) {
    say(&tr!(lang, "cli-words"));
    for (place, word) in words.words().into_iter().enumerate() {
        say(&format!("{:>2}. {word}", place + 1));
    }
}

pub(super) fn import(arguments: &ImportArguments, lang: Lang) -> Result<()> {
    let mut service = service(lang);
    open(&mut service, &arguments.workspace, &arguments.key, lang)?;
    let wave = arguments.wave.as_deref().map(WaveCode::new).transpose()?;
    let start = ImportStart {
        path: arguments.file.clone(),
        kind: Some(arguments.kind.clone()),
        sheet: arguments.sheet.clone(),
        wave,
    };
    let Reply::Import(view) = service.run(Command::StartImport(start))? else {
        return Err(Kind::Internal("import".to_owned()).into());
    };
    let mut plan = ImportPlan {
        accept_good_rows: !arguments.all_or_nothing,
        add_branches: view.plan.add_branches || arguments.add_branches,
        replace_answers: !arguments.add,
        remember: false,
        ..view.plan.clone()
    };
    if let Some(map) = &arguments.map {
        let heads: Vec<String> = view
            .columns
            .iter()
            .map(|column| column.head.clone())
            .collect();
        (plan.kind, plan.roles) = mapping_roles(map, &heads)?;
    }
    let Reply::Import(view) = service.run(Command::CheckImport(plan.clone()))? else {
        return Err(Kind::Internal("import".to_owned()).into());
    };
    let Reply::Imported { report, .. } = service.run(Command::CommitImport(plan))? else {
        return Err(Kind::Internal("import".to_owned()).into());
    };
    say(&tr!(
        lang,
        "cli-imported",
        taken = report.taken,
        refused = report.refused
    ));
    if let Some(asked) = &view.asked
        && asked.origin == AskedOrigin::Inferred
    {
        say(&tr!(
            lang,
            "wizard-asked-inferred",
            items = asked.items,
            dimensions = asked.dimensions
        ));
    }
    for refusal in &view.refusals {
        let values: Vec<_> = refusal
            .reason_values
            .iter()
            .map(|(name, value)| (*name, crate::i18n::FluentValue::from(value.as_str())))
            .collect();
        let reason = message_with(lang, refusal.reason_key, &values);
        say(&tr!(
            lang,
            "cli-refused-row",
            row = refusal.row.to_string(),
            column = refusal.column.as_str(),
            value = refusal.value.as_str(),
            reason = reason
        ));
    }
    if !report.dropped.is_empty() {
        say(&tr!(
            lang,
            "cli-dropped",
            columns = report.dropped.join(", ")
        ));
    }
    Ok(())
}

pub(super) fn wave(arguments: WaveArguments, lang: Lang) -> Result<()> {
    let mut service = service(lang);
    let overview = overview(open(
        &mut service,
        &arguments.workspace,
        &arguments.key,
        lang,
    )?)?;
    match arguments.deed {
        WaveDeed::Collect(deed) => collection::run(&mut service, deed, &overview, lang),
        WaveDeed::List => {
            list(&overview);
            Ok(())
        }
        WaveDeed::New {
            name,
            questionnaire,
            opens,
            closes,
            customers,
            min_group,
        } => {
            let months = customers.map(|text| match Period::from_code(&text)? {
                Period::Months(first, last) => Ok((first, last)),
                Period::Wave(_) | Period::Any => Err(Error::invalid(Field::Period, text)),
            });
            let draft = WaveDraft {
                name,
                questionnaire,
                opens,
                closes,
                customers: months.transpose()?,
                min_group: MinGroup::new(min_group)?,
            };
            let made = self::overview(service.run(Command::CreateWave(draft))?)?;
            list(&made);
            Ok(())
        }
        WaveDeed::Open { wave } => service
            .run(Command::OpenWave(WaveCode::new(&wave)?))
            .map(drop),
        WaveDeed::Close { wave } => service
            .run(Command::CloseWave(WaveCode::new(&wave)?))
            .map(drop),
    }
}

fn overview(reply: Reply) -> Result<std::sync::Arc<Overview>> {
    let Reply::Overview(overview) = reply else {
        return Err(Kind::Internal("overview".to_owned()).into());
    };
    Ok(overview)
}

fn list(overview: &Overview) {
    for info in &overview.waves {
        say(&format!(
            "{}\t{}\t{}",
            info.wave.code.as_str(),
            info.wave.state.code(),
            info.wave.name
        ));
    }
}

pub(super) fn report(arguments: &ReportArguments, lang: Lang) -> Result<()> {
    let ReportArguments {
        workspace,
        key,
        wave,
        out,
        branch,
        compare,
    } = arguments;
    let mut service = service(lang);
    open(&mut service, workspace, key, lang)?;
    let book = match branch {
        Some(code) => ExportScope::Branches(vec![BranchCode::new(code)?]),
        None => ExportScope::Full,
    };
    let wave = WaveCode::new(wave)?;
    let files = [
        (&out.xlsx, book),
        (&out.short, ExportScope::Short),
        (&out.staff, ExportScope::Staff),
        (&out.csv, ExportScope::Csv),
        (&out.sav, ExportScope::Sav),
    ];
    // What is proven is proven once; each file is then checked against it.
    let mut took = Some(Duration::ZERO);
    let mut add = |time: Option<Duration>| took = took.zip(time).map(|(all, one)| all + one);
    let mut with = None;
    if let Some(asked) = compare {
        let (yardstick, time) = service.comparison(&wave, asked)?;
        if yardstick.is_of_branches() && (branch.is_some() || out.cuts.is_some()) {
            return Err(CompareFault::OtherBranches.into());
        }
        add(Some(time));
        with = Some(yardstick);
    }
    for (path, scope) in files {
        if let Some(path) = path {
            add(service.report_to((wave.clone(), scope, with.clone()), path)?);
        }
    }
    if let Some(folder) = &out.cuts {
        let mut watch = Watch::telling(move |stage, share| told(lang, stage, share));
        let (written, time) = service.cuts_to((wave, with), folder, &mut watch)?;
        add(time);
        for file in written {
            say(&file.display().to_string());
        }
    }
    super::analyze::warn(&super::analyze::proven_in(lang, took));
    service.leave();
    Ok(())
}

/// How far the work is, for whoever waits before a terminal.
fn told(lang: Lang, stage: Stage, share: Option<f32>) {
    let mut terminal = std::io::stderr();
    if !terminal.is_terminal() {
        return;
    }
    let words = message(lang, stage.key());
    let share = share.map_or_else(String::new, |it| {
        format!(" {}", number::percent(lang, f64::from(it)))
    });
    // Nobody needs to hear it.
    drop(write!(terminal, "\r\x1b[K{words}{share}\r"));
}

/// Proves a report against the ledger of a workspace.
pub(super) fn verify(arguments: &VerifyArguments, ledger: &Path, lang: Lang) -> Result<()> {
    let mut service = service(lang);
    open(&mut service, ledger, &arguments.key, lang)?;
    let checked = service.check_report(&arguments.file)?;
    let (proven, looked) = proof_sentences(lang, service.min_group()?, &checked.proof);
    say(&format!("[+] {proven}"));
    say(&format!("    {looked}"));
    say(&match checked.release {
        Some(number) => format!("[+] {}", tr!(lang, "verify-released", number = number)),
        None => format!("[-] {}", message(lang, "verify-not-released")),
    });
    Ok(())
}
