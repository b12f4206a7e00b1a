//! `frontline analyze`: files in, findings out.

use super::arguments::AnalyzeArguments;
use super::say;
use crate::app::{OneShot, analyze_files, one_shot_json, write_one_shot};
use crate::domain::{Lang, MinGroup};
use crate::error::Result;
use crate::i18n::message;
use crate::tr;

pub(super) fn run(arguments: &AnalyzeArguments, lang: Lang) -> Result<()> {
    let AnalyzeArguments {
        responses,
        staff_scores,
        questionnaire,
        outcomes,
        branches,
        ratings,
        json,
        xlsx,
        seed,
        min_group,
        draws,
        no_proof,
    } = arguments;
    let request = OneShot {
        responses: responses.clone(),
        staff_scores: staff_scores.clone(),
        questionnaire: questionnaire.clone(),
        outcomes: outcomes.clone(),
        branches: branches.clone(),
        ratings: ratings.clone(),
        seed: *seed,
        min_group: MinGroup::new(*min_group)?,
        draws: *draws,
        is_proven: !*no_proof,
        lang,
    };
    let analyzed = analyze_files(&request)?;
    for refused in &analyzed.refused {
        // Beside the findings, so that standard output stays JSON.
        warn(&tr!(
            lang,
            "cli-rows-refused",
            file = refused.file.as_str(),
            refused = refused.count,
            row = refused.row.to_string(),
            column = refused.column.as_str(),
            value = refused.value.as_str(),
            reason = refused.reason.as_str()
        ));
    }
    if !no_proof {
        warn(&proven_in(lang, analyzed.proving));
    }
    let to_stdout = json.as_ref().is_some_and(|path| path.as_os_str() == "-");
    if to_stdout {
        say(&one_shot_json(&analyzed));
    }
    let json = json.as_deref().filter(|_| !to_stdout);
    write_one_shot(&analyzed, lang, json, xlsx.as_deref())?;
    if json.is_none() && xlsx.is_none() && !to_stdout {
        say(&one_shot_json(&analyzed));
    }
    // The program ends now and need not wait until everything is taken apart.
    std::thread::spawn(move || drop(analyzed));
    Ok(())
}

/// How long the proof took, beside the findings.
pub(super) fn proven_in(lang: Lang, time: Option<std::time::Duration>) -> String {
    let Some(time) = time else {
        return message(lang, "cli-not-proven");
    };
    let seconds = format!("{:.3}", time.as_secs_f64());
    tr!(lang, "cli-proven-in", seconds = seconds)
}

#[expect(clippy::print_stderr, reason = "warnings of the command line")]
pub(super) fn warn(text: &str) {
    eprintln!("frontline: {text}");
}
