//! What was checked, into the workspace: one transaction.

use super::import_ratings;
use crate::app::ImportPlan;
use crate::app::imported::{joined, stored_answers, stored_scores};
use crate::domain::{
    Branch, BranchCode, Date, MinGroup, Month, StoredAnswers, Wave, WaveCode, WaveState,
};
use crate::error::{Field, Kind, Result};
use crate::import::Accepted;
use crate::store::{Change, StoredScore, Workspace};

/// How many months of customer scores belong to a wave that a file brought along.
const CUSTOMER_MONTHS: i16 = 3;

/// Where values come from.
pub(super) struct Origin<'a> {
    /// Fingerprint of the file.
    pub(super) fingerprint: &'a str,
    /// What a wave that the file brings along was asked.
    pub(super) questionnaire_source: &'a str,
    /// For shuffling.
    pub(super) seed: u64,
    pub(super) today: Date,
}

/// Takes values into the workspace.
pub(super) fn commit(
    workspace: &mut Workspace,
    accepted: Accepted,
    plan: &ImportPlan,
    origin: &Origin<'_>,
) -> Result<()> {
    let new = new_branches(workspace, &accepted, plan.add_branches)?;
    let waves: Vec<Wave> = workspace
        .waves()?
        .into_iter()
        .map(|(wave, _)| wave)
        .collect();
    let batches = match &accepted {
        Accepted::Answers(answers) => Some(stored_answers((**answers).clone())),
        Accepted::Branches(_)
        | Accepted::Outcomes(_)
        | Accepted::StaffScores(_)
        | Accepted::Benchmarks(_)
        | Accepted::People(_)
        | Accepted::Ratings(_)
        | Accepted::Positions(_) => None,
    };
    let mut ready = Vec::new();
    if let Some((questionnaire, batches)) = batches {
        for (named, answers) in batches {
            ready.push(batch(
                workspace,
                plan,
                (named, answers),
                (&questionnaire.id, origin),
            )?);
        }
    }
    if let Accepted::People(_) | Accepted::Ratings(_) = accepted {
        if !new.is_empty() {
            workspace.change("import", |tx| Workspace::put_branches(tx, &new))?;
        }
        return import_ratings::commit(workspace, accepted);
    }
    workspace.change("import", |tx| {
        Workspace::put_branches(tx, &new)?;
        match accepted {
            Accepted::Branches(branches) => Workspace::put_branches(tx, &branches),
            Accepted::Outcomes(outcomes) => Workspace::put_outcomes(tx, &outcomes),
            Accepted::Answers(_) => ready
                .iter()
                .try_for_each(|batch| batch.put(tx, plan.replace_answers, origin.fingerprint)),
            Accepted::StaffScores(scores) => {
                let fallback = match &plan.wave {
                    Some(wave) => wave.clone(),
                    None => WaveCode::new("1")?,
                };
                put_scores(tx, &waves, &stored_scores(scores, &fallback), origin.today)
            }
            Accepted::Benchmarks(benchmarks) => Workspace::put_benchmarks(tx, &benchmarks),
            Accepted::Positions(positions) => Workspace::put_positions(tx, &positions),
            Accepted::People(_) | Accepted::Ratings(_) => Ok(()),
        }
    })
}

/// Branches that the file names and nobody knows yet.
fn new_branches(
    workspace: &Workspace,
    accepted: &Accepted,
    is_wanted: bool,
) -> Result<Vec<Branch>> {
    if !is_wanted {
        return Ok(Vec::new());
    }
    let mut codes: Vec<BranchCode> = match accepted {
        Accepted::Outcomes(outcomes) => outcomes.iter().map(|o| o.branch.clone()).collect(),
        Accepted::StaffScores(scores) => scores.iter().map(|s| s.branch.clone()).collect(),
        Accepted::Answers(answers) => answers
            .sheets
            .iter()
            .flat_map(|sheets| sheets.classes.iter().map(|class| class.branch.clone()))
            .collect(),
        Accepted::People(people) => people.iter().map(|person| person.branch.clone()).collect(),
        Accepted::Branches(_)
        | Accepted::Benchmarks(_)
        | Accepted::Positions(_)
        | Accepted::Ratings(_) => Vec::new(),
    };
    codes.sort();
    codes.dedup();
    let known = workspace.branches()?;
    codes.retain(|code| known.iter().all(|branch| branch.code != *code));
    Ok(codes.into_iter().map(Branch::from_code).collect())
}

/// Answers of one wave, ready to be put.
struct Batch {
    wave: WaveCode,
    new: Option<(Wave, String)>,
    answers: StoredAnswers,
}

/// Finds or makes the wave that answers go to. Only an open wave takes answers; a wave that the
/// file names and nobody knows is made, already closed.
fn batch(
    workspace: &Workspace,
    plan: &ImportPlan,
    (named, answers): (Option<WaveCode>, StoredAnswers),
    (questionnaire, origin): (&str, &Origin<'_>),
) -> Result<Batch> {
    let code = match (&plan.wave, named) {
        (Some(wave), _) => wave.clone(),
        (None, Some(named)) => named,
        (None, None) => {
            return Err(Kind::NotFound {
                field: Field::Wave,
                name: String::new(),
            }
            .into());
        }
    };
    let known = workspace
        .waves()?
        .into_iter()
        .find(|(wave, _)| wave.code == code);
    let Some((wave, _)) = known else {
        let source = origin.questionnaire_source.to_owned();
        let new = closed_wave(code.clone(), questionnaire, origin.today)?;
        return Ok(Batch {
            wave: code,
            new: Some((new, source)),
            answers,
        });
    };
    if wave.state != WaveState::Open {
        return Err(Kind::WaveState.into());
    }
    if plan.replace_answers {
        return Ok(Batch {
            wave: code,
            new: None,
            answers,
        });
    }
    if workspace.has_imported(&code, origin.fingerprint)? {
        let name = code.as_str().to_owned();
        return Err(Kind::Exists {
            field: Field::Answer,
            name,
        }
        .into());
    }
    let answers = joined(workspace.answers(&code)?, answers, origin.seed);
    Ok(Batch {
        wave: code,
        new: None,
        answers,
    })
}

impl Batch {
    fn put(&self, tx: &Change<'_>, is_replacing: bool, fingerprint: &str) -> Result<()> {
        if let Some((wave, source)) = &self.new {
            Workspace::add_wave(tx, wave, source)?;
        }
        Workspace::put_answers(tx, &self.wave, &self.answers)?;
        Workspace::put_imported(tx, &self.wave, fingerprint, is_replacing)
    }
}

fn closed_wave(code: WaveCode, questionnaire: &str, today: Date) -> Result<Wave> {
    let month = Month::of(today)?;
    Ok(Wave {
        name: code.as_str().to_owned(),
        code,
        state: WaveState::Closed,
        questionnaire: questionnaire.to_owned(),
        opens: None,
        closes: None,
        customers: Some((month.plus(1 - CUSTOMER_MONTHS), month)),
        min_group: MinGroup::default(),
    })
}

fn put_scores(tx: &Change<'_>, waves: &[Wave], scores: &[StoredScore], today: Date) -> Result<()> {
    let mut codes: Vec<&WaveCode> = scores.iter().map(|score| &score.wave).collect();
    codes.sort();
    codes.dedup();
    for code in codes {
        if waves.iter().all(|wave| wave.code != *code) {
            Workspace::add_wave(tx, &closed_wave(code.clone(), "", today)?, "")?;
        }
    }
    Workspace::put_staff_scores(tx, scores)
}
