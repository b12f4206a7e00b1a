//! Waves: made, opened, closed, removed.

use super::Service;
use super::overview::questionnaire_of;
use crate::app::{Reply, Watch, WaveDraft};
use crate::domain::{
    CHANGES_DIMENSION, CHANGES_ITEM, Item, ItemKind, Lang, QuestionnaireDimension, Text, Wave,
    WaveCode, WaveState,
};
use crate::error::{Error, Field, Kind, Result};
use crate::i18n::message;
use crate::import::{parse_questionnaire, write_questionnaire};
use crate::store::Workspace;

impl Service {
    pub(super) fn create_wave(&mut self, draft: WaveDraft) -> Result<Reply> {
        let WaveDraft {
            name,
            questionnaire,
            opens,
            closes,
            customers,
            min_group,
        } = draft;
        let name = name.trim().to_owned();
        if name.is_empty() || name.chars().count() > 60 {
            return Err(Error::invalid(Field::Name, name));
        }
        if let Some((first, last)) = opens.zip(closes)
            && last < first
        {
            return Err(Error::invalid(Field::Date, last.to_string()));
        }
        let source = self.questionnaire_source(&questionnaire)?;
        let code = self.free_wave_code(&name)?;
        let state = WaveState::Draft;
        let wave = Wave {
            code,
            name,
            state,
            questionnaire,
            opens,
            closes,
            customers,
            min_group,
        };
        self.workspace_mut()?
            .change("create wave", |tx| Workspace::add_wave(tx, &wave, &source))?;
        self.changed()
    }

    /// The name itself where it is free, else with a number.
    fn free_wave_code(&self, name: &str) -> Result<WaveCode> {
        let known = self.workspace()?.waves()?;
        let is_free = |code: &WaveCode| known.iter().all(|(wave, _)| wave.code != *code);
        let plain = WaveCode::new(
            &name
                .to_lowercase()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join("-"),
        )?;
        if is_free(&plain) {
            return Ok(plain);
        }
        (2..)
            .map(|number| WaveCode::new(&format!("{}-{number}", plain.as_str())))
            .find(|code| code.as_ref().is_ok_and(is_free))
            .unwrap_or_else(|| Err(Error::invalid(Field::Wave, name)))
    }

    pub(super) fn update_wave(&mut self, wave: &Wave) -> Result<Reply> {
        if let Some((first, last)) = wave.opens.zip(wave.closes)
            && last < first
        {
            return Err(Error::invalid(Field::Date, last.to_string()));
        }
        self.workspace_mut()?
            .change("update wave", |tx| Workspace::update_wave(tx, wave))?;
        self.changed()
    }

    /// Adds the question what has changed since the last survey to a draft, or takes it away. It is
    /// published like every other question.
    pub(super) fn ask_changes(&mut self, code: &WaveCode, is_asked: bool) -> Result<Reply> {
        let waves = self.workspace()?.waves()?;
        let known = waves.into_iter().find(|(wave, _)| wave.code == *code);
        let (_, source) = known.ok_or_else(|| Kind::NotFound {
            field: Field::Wave,
            name: code.as_str().to_owned(),
        })?;
        let mut asked = questionnaire_of(&source)?;
        asked.dimensions.retain(|it| it.id != CHANGES_DIMENSION);
        asked.items.retain(|it| it.id != CHANGES_ITEM);
        if is_asked {
            let text = |key| Text::new(message(Lang::Ru, key), message(Lang::En, key));
            asked.dimensions.push(QuestionnaireDimension {
                id: CHANGES_DIMENSION.to_owned(),
                title: text("changes-title"),
                about: text("changes-about"),
                is_outcome: false,
            });
            let at = asked.items.iter().position(|it| it.dimension.is_empty());
            let item = Item {
                id: CHANGES_ITEM.to_owned(),
                dimension: CHANGES_DIMENSION.to_owned(),
                kind: ItemKind::Agreement,
                text: text("changes-item"),
                short: text("changes-short"),
                is_reversed: false,
                motive: None,
                lever: None,
            };
            // Before what stands alone: recommendation and open questions come last.
            asked.items.insert(at.unwrap_or(asked.items.len()), item);
        }
        let source = write_questionnaire(&asked);
        parse_questionnaire(&source)?;
        self.workspace_mut()?.change("ask what changed", |tx| {
            Workspace::put_wave_source(tx, code, &source)
        })?;
        self.changed()
    }

    /// A wave with a design is frozen into a plan; one without takes imported answers.
    pub(super) fn open_wave(&mut self, code: &WaveCode) -> Result<Reply> {
        let waves = self.workspace()?.waves()?;
        let known = waves.into_iter().find(|(wave, _)| wave.code == *code);
        let design = self.workspace()?.design(code)?;
        match (known, design) {
            (Some((wave, source)), Some(stored)) => {
                self.open_collecting(&wave, &stored, &source)?;
                self.changed()
            }
            _ => self.move_wave(code, WaveState::Open),
        }
    }

    pub(super) fn close_wave(&mut self, code: &WaveCode, watch: &mut Watch) -> Result<Reply> {
        if self.workspace()?.design(code)?.is_some() {
            return self.close_collecting(code, watch);
        }
        self.move_wave(code, WaveState::Closed)
    }

    fn move_wave(&mut self, code: &WaveCode, to: WaveState) -> Result<Reply> {
        self.workspace_mut()?
            .change("move wave", |tx| Workspace::move_wave(tx, code, to))?;
        self.changed()
    }

    pub(super) fn remove_wave(&mut self, code: &WaveCode) -> Result<Reply> {
        self.workspace_mut()?
            .change("remove wave", |tx| Workspace::remove_wave(tx, code))?;
        self.changed()
    }

    /// The text of a questionnaire: ours or the company's own.
    fn questionnaire_source(&self, id: &str) -> Result<String> {
        if let Some(source) = crate::import::embedded_source(id) {
            return Ok(source.to_owned());
        }
        for source in self.workspace()?.questionnaire_sources()? {
            if crate::import::parse_questionnaire(&source)?.id == id {
                return Ok(source);
            }
        }
        Err(Kind::NotFound {
            field: Field::Questionnaire,
            name: id.to_owned(),
        }
        .into())
    }
}
