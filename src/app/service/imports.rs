//! Files into the workspace: read, checked as often as the user changes the plan, taken whole.

use std::collections::BTreeSet;
use std::path::Path;

use super::Service;
use super::asked::{self, Asked};
use super::import_commit::{Origin, commit};
use super::import_ratings;
use crate::app::import_view::view;
use crate::app::{ImportPlan, ImportReport, ImportStart, Reply, Stage, Surroundings, Watch, files};
use crate::domain::{Branch, Lang, Position, WaveCode, WaveState};
use crate::error::{Error, Field, Kind, Place, Result};
use crate::i18n::message_with;
use crate::import::{
    Accepted, Checked, Context, DayOrder, Guess, ImportKind, Mapping, OutcomeKey, RatingsKnown,
    RawTable, ReadLimits, UnknownBranches, check, guess, read_table, write_questionnaire,
};
use crate::store::Workspace;

/// A file that is being imported.
pub(super) struct ImportSession {
    pub(super) table: RawTable,
    pub(super) fingerprint: String,
    pub(super) guess: Guess,
    refused: Vec<crate::import::Refusal>,
}

/// What the workspace knows that a check needs.
struct Known {
    branches: Vec<Branch>,
    positions: Vec<Position>,
    asked: Asked,
    existing: BTreeSet<OutcomeKey>,
    ratings: RatingsKnown,
}

impl Known {
    /// `items` are the ids of the questions that the file seems to hold. People are looked at only
    /// where the file speaks of them.
    fn of(
        workspace: &Workspace,
        wave: Option<&WaveCode>,
        (items, kind): (&[String], Option<ImportKind>),
    ) -> Result<Self> {
        Ok(Self {
            ratings: import_ratings::known(workspace, kind)?,
            branches: workspace.branches()?,
            positions: workspace.positions()?,
            asked: Asked::of(workspace, wave, items)?,
            existing: workspace.outcomes()?.iter().map(OutcomeKey::of).collect(),
        })
    }

    fn context<'a>(&'a self, plan: &'a ImportPlan, lang: Lang, seed: u64) -> Context<'a> {
        Context {
            questionnaire: self.asked.questionnaire(),
            positions: &self.positions,
            existing: &self.existing,
            ratings: &self.ratings,
            fixes: &plan.fixes,
            unknown_branches: match plan.add_branches {
                true => UnknownBranches::Accept,
                false => UnknownBranches::Refuse,
            },
            day_order: match lang {
                Lang::Ru => DayOrder::DayFirst,
                Lang::En => DayOrder::Unknown,
            },
            seed,
            ..Context::new(&self.branches)
        }
    }
}

impl Service {
    pub(super) fn lang(&self) -> Lang {
        self.settings.lang.unwrap_or_else(Surroundings::system_lang)
    }

    pub(super) fn start_import(&mut self, start: ImportStart, watch: &mut Watch) -> Result<Reply> {
        let ImportStart {
            path,
            kind,
            sheet,
            wave,
        } = start;
        watch.step(Stage::Reading, None)?;
        let bytes = files::read(&path)?;
        let name = files::name_of(&path);
        let mut tick = |done, all| watch.step(Stage::Reading, share(done, all));
        let table = read_table(
            &name,
            &bytes,
            &ReadLimits::default(),
            sheet.as_deref(),
            &mut tick,
        )?;
        let kind = kind.as_deref().map(kind_of).transpose()?;
        let workspace = self.workspace()?;
        let heads = asked::items_of_heads(&table);
        let known = Known::of(workspace, wave.as_ref(), (&heads, kind))?;
        let mut plan = ImportPlan {
            accept_good_rows: true,
            remember: true,
            replace_answers: true,
            // A workspace without branches learns them from its first file.
            add_branches: known.branches.is_empty(),
            wave,
            ..ImportPlan::default()
        };
        let context = known.context(&plan, self.lang(), 0);
        let mut guess = guess(&table, kind, &context);
        if let Some(remembered) = remembered(workspace, &guess, &table)? {
            guess.mapping = remembered;
        }
        plan.kind = guess.mapping.kind.code().to_owned();
        plan.roles = roles(&guess.mapping, &table);
        if guess.mapping.kind == ImportKind::Answers && plan.wave.is_none() {
            plan.wave = self.wave_for_answers()?;
        }
        let fingerprint = blake3::hash(&bytes).to_hex().to_string();
        self.import = Some(ImportSession {
            table,
            fingerprint,
            guess,
            refused: Vec::new(),
        });
        self.check_import(plan, watch)
    }

    /// The open wave, if there is one.
    fn wave_for_answers(&self) -> Result<Option<WaveCode>> {
        let waves = self.workspace()?.waves()?;
        let open = waves
            .into_iter()
            .rev()
            .find(|(wave, _)| wave.state == WaveState::Open);
        Ok(open.map(|(wave, _)| wave.code))
    }

    pub(super) fn check_import(&mut self, plan: ImportPlan, watch: &mut Watch) -> Result<Reply> {
        let (kind, checked) = self.checked(&plan, watch)?;
        let workspace = self.workspace()?;
        let session = self.session()?;
        let is_known_file = match &plan.wave {
            Some(wave) => workspace.has_imported(wave, &session.fingerprint)?,
            None => false,
        };
        let mapping = mapping(&plan, &session.table)?;
        // What a column may mean depends on the file, what is taken on the plan.
        let heads = asked::items_of_heads(&session.table);
        let known = Known::of(workspace, plan.wave.as_ref(), (&heads, Some(kind)))?;
        let taken = Asked::of(workspace, plan.wave.as_ref(), &asked::items_of(&mapping))?;
        let parts = view::Parts {
            table: &session.table,
            mapping: &mapping,
            guess: &session.guess,
            checked: checked.as_ref(),
            questionnaire: known.asked.questionnaire(),
            origin: taken.origin(),
            competencies: &import_ratings::competencies(&known.ratings, self.lang()),
            branches_known: known.branches.len(),
            is_known_file,
            kind,
            lang: self.lang(),
        };
        let view = view::import_view(&parts, plan);
        if let Some(session) = &mut self.import {
            session.refused = checked.map(|checked| checked.refused).unwrap_or_default();
        }
        Ok(Reply::Import(std::sync::Arc::new(view)))
    }

    /// Checks the file under a plan; nothing where a needed column is missing.
    fn checked(
        &self,
        plan: &ImportPlan,
        watch: &mut Watch,
    ) -> Result<(ImportKind, Option<Checked>)> {
        let session = self.session()?;
        let mapping = mapping(plan, &session.table)?;
        if !mapping.missing().is_empty() {
            return Ok((mapping.kind, None));
        }
        let items = asked::items_of(&mapping);
        let known = Known::of(
            self.workspace()?,
            plan.wave.as_ref(),
            (&items, Some(mapping.kind)),
        )?;
        let context = known.context(plan, self.lang(), self.surroundings.seed());
        let mut tick = |done, all| watch.step(Stage::Checking, share(done, all));
        let checked = check(&session.table, &mapping, &context, &mut tick)?;
        Ok((mapping.kind, Some(checked)))
    }

    pub(super) fn commit_import(&mut self, plan: &ImportPlan, watch: &mut Watch) -> Result<Reply> {
        let (kind, checked) = self.checked(plan, watch)?;
        let mapping = mapping(plan, &self.session()?.table)?;
        let missing = mapping.missing();
        let Some(checked) = checked else {
            let lang = self.lang();
            let name = missing
                .first()
                .map(|role| message_with(lang, role.key(), &[]));
            return Err(Kind::ColumnMissing(name.unwrap_or_default()).into());
        };
        let refused = checked.summary.refused;
        if checked.summary.ready == 0 || (refused > 0 && !plan.accept_good_rows) {
            return Err(self.all_refused(&checked));
        }
        let (accepted, source) = self.named(checked.accepted, &mapping, plan)?;
        let session = self.session()?;
        let report = ImportReport {
            kind: kind.code(),
            file: session.table.name().to_owned(),
            taken: checked.summary.ready,
            refused,
            dropped: checked
                .dropped
                .iter()
                .map(|dropped| dropped.head.clone())
                .collect(),
        };
        let remembered = plan
            .remember
            .then(|| (Mapping::heads_key(session.table.heads()), mapping.to_toml()));
        let fingerprint = session.fingerprint.clone();
        let seed = self.surroundings.seed();
        let today = self.surroundings.today();
        watch.step(Stage::Saving, None)?;
        let origin = Origin {
            fingerprint: &fingerprint,
            questionnaire_source: &source,
            seed,
            today,
        };
        commit(self.workspace_mut()?, accepted, plan, &origin)?;
        if let Some((heads, toml)) = remembered {
            self.workspace_mut()?.change("remember mapping", |tx| {
                Workspace::put_mapping(tx, kind.code(), &heads, &toml)
            })?;
        }
        self.import = None;
        self.imported(report)
    }

    /// Answers with the text of the questionnaire that a wave made for them was asked: one that is known,
    /// or one made of the heads of the file.
    fn named(
        &self,
        accepted: Accepted,
        mapping: &Mapping,
        plan: &ImportPlan,
    ) -> Result<(Accepted, String)> {
        let Accepted::Answers(answers) = accepted else {
            return Ok((accepted, String::new()));
        };
        let items = asked::items_of(mapping);
        let known = Asked::of(self.workspace()?, plan.wave.as_ref(), &items)?;
        Ok(match known {
            Asked::Wave(_) => (Accepted::Answers(answers), String::new()),
            Asked::Known(_, source) => (Accepted::Answers(answers), source),
            Asked::Inferred => {
                let title = asked::inferred_title(self.session()?.table.name());
                let answers = answers.with_plain_ids(&title);
                let source = write_questionnaire(&answers.questionnaire);
                (Accepted::Answers(Box::new(answers)), source)
            }
        })
    }

    fn all_refused(&self, checked: &Checked) -> Error {
        let Some(first) = checked.refused.first() else {
            return Kind::NoData.into();
        };
        let reason = message_with(self.lang(), first.reason.key(), &[]);
        let first = (
            first.row,
            first.column.to_string(),
            first.value.clone(),
            reason,
        );
        Kind::RowsRefused {
            refused: checked.summary.refused,
            first: Box::new(first),
        }
        .into()
    }

    pub(super) fn cancel_import(&mut self) -> Result<Reply> {
        self.import = None;
        Ok(Reply::Quiet)
    }

    /// The list of refused rows, for whoever keeps the file.
    pub(super) fn save_refusals(&self, path: &Path) -> Result<Reply> {
        let lang = self.lang();
        let rows = self.session()?.refused.iter().map(|refusal| {
            let reason = view::reason_sentence(lang, &refusal.reason);
            [
                refusal.row.to_string(),
                refusal.column.to_string(),
                refusal.value.clone(),
                reason,
            ]
        });
        let heads = [
            "refusals-row",
            "refusals-column",
            "refusals-value",
            "refusals-reason",
        ];
        let heads = heads.map(|key| crate::i18n::message(lang, key));
        let text = crate::export::list_to_csv(lang, &heads, rows);
        files::write(path, text.as_bytes())?;
        Ok(Reply::Saved(path.to_owned()))
    }

    fn session(&self) -> Result<&ImportSession> {
        self.import.as_ref().ok_or_else(|| Kind::NoData.into())
    }
}

fn kind_of(code: &str) -> Result<ImportKind> {
    ImportKind::from_code(code).ok_or_else(|| Error::invalid(Field::Name, code))
}

#[expect(clippy::cast_precision_loss, reason = "a share of a progress bar")]
fn share(done: u64, all: u64) -> Option<f32> {
    (all > 0).then(|| done as f32 / all as f32)
}

fn roles(mapping: &Mapping, table: &RawTable) -> Vec<String> {
    table
        .heads()
        .iter()
        .map(|head| mapping.code_of(head))
        .collect()
}

/// The mapping of a plan.
fn mapping(plan: &ImportPlan, table: &RawTable) -> Result<Mapping> {
    let mut mapping = Mapping::new(kind_of(&plan.kind)?);
    for (head, role) in table.heads().iter().zip(&plan.roles) {
        if !role.is_empty() {
            mapping.columns.insert(head.clone(), role.parse()?);
        }
    }
    Ok(mapping)
}

/// Kind and roles of a `--map` file for a file with these heads.
///
/// # Errors
/// When it is no mapping, or does not fit the heads.
pub fn mapping_roles(map: &Path, heads: &[String]) -> Result<(String, Vec<String>)> {
    let at_map = |error: Error| error.at(Place::File(files::name_of(map)));
    let mapping = Mapping::from_toml(&files::read_text(map)?).map_err(at_map)?;
    mapping.validate(heads).map_err(at_map)?;
    Ok((
        mapping.kind.code().to_owned(),
        heads.iter().map(|head| mapping.code_of(head)).collect(),
    ))
}

/// What the user said last time about a file with the same heads.
fn remembered(workspace: &Workspace, guess: &Guess, table: &RawTable) -> Result<Option<Mapping>> {
    let heads = Mapping::heads_key(table.heads());
    let toml = workspace.mapping(guess.mapping.kind.code(), &heads)?;
    // A mapping of an older version that no longer fits is no reason to refuse the file.
    let mapping = toml.and_then(|toml| Mapping::from_toml(&toml).ok());
    Ok(mapping.filter(|mapping| mapping.validate(table.heads()).is_ok()))
}
