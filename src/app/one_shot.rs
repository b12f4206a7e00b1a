//! `analyze`: files in, findings out, no workspace between. The same reading, guessing and checking
//! as the wizard; a CSV of a million rows streams through without being held as a table.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::audit::Counted;
use super::dataset::{WaveInput, build_dataset};
use super::import_view::view::reason_sentence;
use super::imported::{stored_answers, stored_scores};
use super::one_shot_ratings::{self, RatedFile};
use super::proof::{Proven, Prover};
use super::service::ratings::levels_of;
use super::wave_months::give_customer_months;
use super::{Watch, files, service};
use crate::analysis::{Findings, Options, analyze};
use crate::domain::{
    Branch, Lang, MinGroup, Outcome, Questionnaire, StoredAnswers, Wave, WaveCode, WaveState,
};
use crate::error::{Error, Kind, Place, Result};
use crate::import::{
    Accepted, Checked, Context, CsvStream, DayOrder, FileType, ImportKind, RatingsKnown,
    ReadLimits, UnknownBranches, check, embedded, file_type, guess, infer_questionnaire_from,
    known_questionnaire, parse_questionnaire, read_table,
};
use crate::store::StoredScore;

/// What to analyse.
#[derive(Debug, Clone, PartialEq)]
pub struct OneShot {
    /// Staff answers.
    pub responses: Option<PathBuf>,
    /// Branch means from a former vendor.
    pub staff_scores: Option<PathBuf>,
    /// Questionnaire of the answers.
    pub questionnaire: Option<PathBuf>,
    /// Customer results.
    pub outcomes: Vec<PathBuf>,
    /// Branch list.
    pub branches: Option<PathBuf>,
    /// Ratings of people.
    pub ratings: Option<PathBuf>,
    /// Seed of every draw.
    pub seed: u64,
    /// Smallest group that is shown.
    pub min_group: MinGroup,
    /// Bootstrap draws.
    pub draws: usize,
    /// Prove before anything is written that no small group follows.
    pub is_proven: bool,
    /// Language, for dates and sentences.
    pub lang: Lang,
}

/// Rows of a file that were refused: how many, and the first of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRows {
    /// Name of the file.
    pub file: String,
    /// How many.
    pub count: usize,
    /// Row of the first.
    pub row: u32,
    /// Its column.
    pub column: String,
    /// Its value.
    pub value: String,
    /// Why, as a sentence.
    pub reason: String,
}

/// Findings, and what was refused on the way.
#[derive(Debug, Clone)]
pub struct Analyzed {
    /// The findings.
    pub findings: Arc<Findings>,
    /// How long the proof took, where one was wanted.
    pub proving: Option<Duration>,
    /// What the ratings say, where a file of them was given.
    pub rated: Option<RatedFile>,
    /// Refused rows per file.
    pub refused: Vec<RefusedRows>,
}

/// Reads the files and computes the findings.
///
/// # Errors
/// When a file cannot be read or fits none of the expected shapes, or nothing is left to analyse.
pub fn analyze_files(request: &OneShot) -> Result<Analyzed> {
    let reader = |branches| Reader {
        request,
        branches,
        refused: Vec::new(),
        known: RatingsKnown::default(),
    };
    let mut staff = reader(Vec::new());
    staff.read_branches()?;
    let mut customers = reader(staff.branches.clone());
    let mut raters = reader(staff.branches.clone());
    let rated = raters.read_ratings()?;
    // Both sides know the branch list and nothing of each other.
    let (answers, outcomes) = rayon::join(|| staff.read_staff(), || customers.read_customers());
    let ((mut waves, scores), outcomes) = (answers?, outcomes?);
    give_customer_months(
        &mut waves
            .iter_mut()
            .map(|input| &mut input.wave)
            .collect::<Vec<_>>(),
    );
    let Reader {
        branches,
        mut refused,
        ..
    } = staff;
    refused.extend(customers.refused);
    refused.extend(raters.refused);
    let mut dataset = build_dataset(branches, waves, scores, outcomes)?;
    if let Some(rated) = &rated {
        dataset.levels = levels_of(&rated.findings, request.min_group);
    }
    let options = Options {
        min_group: request.min_group,
        seed: request.seed,
        draws: request.draws,
        ..Options::default()
    };
    let mut watch = Watch::silent();
    let (findings, proving) = if request.is_proven {
        let start = Instant::now();
        let counted = Counted::of(&dataset);
        let counting = start.elapsed();
        let prover = Prover {
            dataset: &dataset,
            counted: &counted,
            options,
            earlier: &[],
        };
        let Proven { findings, took, .. } = prover.prove(&mut watch)?;
        (findings, Some(counting + took))
    } else {
        let findings = analyze(&dataset, &options, &mut |_| Ok(()))?;
        (Arc::new(findings), None)
    };
    Ok(Analyzed {
        findings,
        rated,
        refused,
        proving,
    })
}

/// Reads one file after another; each may know the branches of those before.
struct Reader<'a> {
    request: &'a OneShot,
    branches: Vec<Branch>,
    refused: Vec<RefusedRows>,
    known: RatingsKnown,
}

impl Reader<'_> {
    fn read_branches(&mut self) -> Result<()> {
        if let Some(path) = &self.request.branches
            && let Accepted::Branches(branches) = self.read(path, ImportKind::Branches, None)?
        {
            self.branches = branches;
        }
        Ok(())
    }

    fn read_staff(&mut self) -> Result<(Vec<WaveInput>, Vec<StoredScore>)> {
        match (&self.request.responses, &self.request.staff_scores) {
            (Some(path), _) => Ok((self.read_answers(path)?, Vec::new())),
            (None, Some(path)) => self.read_scores(path),
            (None, None) => Err(Kind::NoData.into()),
        }
    }

    fn read_customers(&mut self) -> Result<Vec<Outcome>> {
        let mut outcomes = Vec::new();
        for path in &self.request.outcomes {
            outcomes.extend(self.read_outcomes(path)?);
        }
        Ok(outcomes)
    }

    fn read_ratings(&mut self) -> Result<Option<RatedFile>> {
        let Some(path) = &self.request.ratings else {
            return Ok(None);
        };
        self.known = one_shot_ratings::known();
        match self.read(path, ImportKind::Ratings, None)? {
            Accepted::Ratings(ratings) => Ok(Some(RatedFile::of(*ratings))),
            Accepted::Branches(_)
            | Accepted::Outcomes(_)
            | Accepted::Answers(_)
            | Accepted::StaffScores(_)
            | Accepted::Benchmarks(_)
            | Accepted::Positions(_)
            | Accepted::People(_) => Err(Kind::NoData.into()),
        }
    }

    fn read_answers(&mut self, path: &Path) -> Result<Vec<WaveInput>> {
        let asked = match &self.request.questionnaire {
            Some(path) => {
                let at = |error: Error| error.at(Place::File(files::name_of(path)));
                let text = files::read_text(path)?;
                Some(parse_questionnaire(&text).map_err(at)?)
            }
            None => None,
        };
        let Accepted::Answers(answers) = self.read(path, ImportKind::Answers, asked.as_ref())?
        else {
            return Err(Kind::NoData.into());
        };
        let (questionnaire, sheets) = stored_answers(*answers);
        let questionnaire = Arc::new(questionnaire);
        let sheets = sheets.into_iter().map(|(wave, answers)| {
            let code = wave.map_or_else(|| WaveCode::new("1"), Ok)?;
            let wave = closed_wave(code, self.request.min_group, &questionnaire.id);
            Ok(WaveInput {
                wave,
                questionnaire: Arc::clone(&questionnaire),
                answers,
            })
        });
        sheets.collect()
    }

    fn read_scores(&mut self, path: &Path) -> Result<(Vec<WaveInput>, Vec<StoredScore>)> {
        let read = self.read(path, ImportKind::StaffScores, None)?;
        let Accepted::StaffScores(scores) = read else {
            return Err(Kind::NoData.into());
        };
        let scores = stored_scores(scores, &WaveCode::new("1")?);
        let mut codes: Vec<WaveCode> = scores.iter().map(|score| score.wave.clone()).collect();
        codes.sort();
        codes.dedup();
        let questionnaire = Arc::new(service::questionnaire_of("")?);
        let waves = codes.into_iter().map(|code| WaveInput {
            wave: closed_wave(code, self.request.min_group, ""),
            questionnaire: Arc::clone(&questionnaire),
            answers: StoredAnswers::default(),
        });
        Ok((waves.collect(), scores))
    }

    fn read_outcomes(&mut self, path: &Path) -> Result<Vec<Outcome>> {
        match self.read(path, ImportKind::Outcomes, None)? {
            Accepted::Outcomes(outcomes) => Ok(outcomes),
            Accepted::Branches(_)
            | Accepted::Answers(_)
            | Accepted::StaffScores(_)
            | Accepted::Benchmarks(_)
            | Accepted::Positions(_)
            | Accepted::People(_)
            | Accepted::Ratings(_) => Err(Kind::NoData.into()),
        }
    }

    fn read(
        &mut self,
        path: &Path,
        kind: ImportKind,
        questionnaire: Option<&Questionnaire>,
    ) -> Result<Accepted> {
        let name = files::name_of(path);
        let limits = ReadLimits::for_analyze();
        let context = Context {
            questionnaire,
            unknown_branches: UnknownBranches::Accept,
            ratings: &self.known,
            day_order: match self.request.lang {
                Lang::Ru => DayOrder::DayFirst,
                Lang::En => DayOrder::Unknown,
            },
            seed: self.request.seed,
            ..Context::new(&self.branches)
        };
        let checked = if is_text(path)? {
            let file = File::open(path)
                .map_err(|_| Error::from(Kind::FileUnreadable(path.display().to_string())))?;
            let stream = CsvStream::open(&name, BufReader::with_capacity(1 << 20, file), &limits)?;
            let inferred = inferred(kind, questionnaire, || {
                infer_questionnaire_from(stream.sample())
            });
            let context = Context {
                questionnaire: questionnaire.or(inferred.as_ref()),
                ..context
            };
            let mapping = guess(stream.sample(), Some(kind), &context).mapping;
            complete(&mapping, self.request.lang, &name)?;
            stream.check(&mapping, &context, &mut |_, _| Ok(()))?
        } else {
            let bytes = files::read(path)?;
            let table = read_table(&name, &bytes, &limits, None, &mut |_, _| Ok(()))?;
            let inferred = inferred(kind, questionnaire, || infer_questionnaire_from(&table));
            let context = Context {
                questionnaire: questionnaire.or(inferred.as_ref()),
                ..context
            };
            let mapping = guess(&table, Some(kind), &context).mapping;
            complete(&mapping, self.request.lang, &name)?;
            check(&table, &mapping, &context, &mut |_, _| Ok(()))?
        };
        self.note_refused(&name, &checked);
        if checked.summary.ready == 0 {
            return Err(Error::from(Kind::NoData).at(Place::File(name)));
        }
        Ok(checked.accepted)
    }

    fn note_refused(&mut self, file: &str, checked: &Checked) {
        let Some(first) = checked.refused.first() else {
            return;
        };
        self.refused.push(RefusedRows {
            file: file.to_owned(),
            count: checked.summary.refused,
            row: first.row,
            column: first.column.to_string(),
            value: first.value.clone(),
            reason: reason_sentence(self.request.lang, &first.reason),
        });
    }
}

/// Without a questionnaire, the heads of the file make one; where ours has every one of those
/// items, ours is meant, and its titles, reversals and tags count.
fn inferred(
    kind: ImportKind,
    given: Option<&Questionnaire>,
    infer: impl FnOnce() -> Questionnaire,
) -> Option<Questionnaire> {
    if kind != ImportKind::Answers || given.is_some() {
        return None;
    }
    let found = infer();
    let ids: Vec<String> = found.items.iter().map(|item| item.id.clone()).collect();
    let ours = known_questionnaire(&ids, embedded().iter()).cloned();
    Some(ours.unwrap_or(found))
}

/// A needed column that could not be guessed is named in the user's words.
fn complete(mapping: &crate::import::Mapping, lang: Lang, file: &str) -> Result<()> {
    match mapping.missing().first() {
        None => Ok(()),
        Some(role) => {
            let name = crate::i18n::message(lang, role.key());
            Err(Error::from(Kind::ColumnMissing(name)).at(Place::File(file.to_owned())))
        }
    }
}

/// Is it text by its first bytes, whatever its name says?
fn is_text(path: &Path) -> Result<bool> {
    use std::io::Read as _;
    let shown = || path.display().to_string();
    let mut file = File::open(path).map_err(|_| Error::from(Kind::FileMissing(shown())))?;
    let mut head = [0; 4096];
    let read = file
        .read(&mut head)
        .map_err(|_| Error::from(Kind::FileUnreadable(shown())))?;
    Ok(file_type(head.get(..read).unwrap_or_default()) == FileType::Text)
}

fn closed_wave(code: WaveCode, min_group: MinGroup, questionnaire: &str) -> Wave {
    Wave {
        name: code.as_str().to_owned(),
        code,
        state: WaveState::Closed,
        questionnaire: questionnaire.to_owned(),
        opens: None,
        closes: None,
        customers: None,
        min_group,
    }
}
