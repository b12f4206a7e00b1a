//! Actions: kept, changed, removed, taken back; and the levels that some of them are checked by.

use std::sync::Arc;

use super::Service;
use crate::analysis::actions::LevelFigure;
use crate::analysis::ratings::{GroupLevels, RoundFindings};
use crate::app::demo::demo_actions;
use crate::app::{ActionBoard, ActionCommand, ActionDeed, ActionReply, ActionUndo, Reply, Watch};
use crate::domain::action::{Action, ActionId, LinkedMeasure};
use crate::domain::rating::RoundState;
use crate::domain::{BranchCode, Lang, MinGroup};
use crate::error::{ActionFault, Result};
use crate::export::BookActions;
use crate::store::Workspace;

impl Service {
    pub(super) fn actions(&mut self, command: ActionCommand) -> Result<Reply> {
        let undo = match command {
            ActionCommand::Save(action) => Some(self.save_action(*action)?),
            ActionCommand::Remove { action, revision } => {
                Some(self.remove_action(action, revision)?)
            }
            ActionCommand::Undo(undo) => {
                self.undo_action(&undo)?;
                None
            }
        };
        let board = Arc::new(self.action_board()?);
        Ok(Reply::Actions(ActionReply { board, undo }))
    }

    /// Actions as screens see them.
    pub(super) fn action_board(&self) -> Result<ActionBoard> {
        let actions = self.workspace()?.actions()?;
        let needs_levels = actions.iter().any(|action| {
            let finding = action.finding.as_ref();
            finding.is_some_and(|it| matches!(it.measure, LinkedMeasure::Competency(_)))
        });
        let levels = if needs_levels {
            self.level_figures()?
        } else {
            Vec::new()
        };
        Ok(ActionBoard { actions, levels })
    }

    /// Actions for reports; none where there are none to speak of.
    pub(super) fn book_actions(&self) -> Result<Option<Arc<BookActions>>> {
        let ActionBoard { actions, levels } = self.action_board()?;
        let book = BookActions { actions, levels };
        Ok((!book.actions.is_empty()).then(|| Arc::new(book)))
    }

    /// Actions of the example, linked to what its findings publish.
    pub(super) fn put_demo_actions(&mut self, lang: Lang, watch: &mut Watch) -> Result<()> {
        let findings = self.findings(watch)?;
        let today = self.surroundings.today();
        let actions = demo_actions(&findings, lang, today);
        self.workspace_mut()?.change("demo actions", |tx| {
            let mut actions = actions.iter();
            actions.try_for_each(|action| Workspace::put_action(tx, action).map(drop))
        })
    }

    /// The workspace anew; findings stay, for actions change nothing of them.
    pub(super) fn changed_actions(&self) -> Result<Reply> {
        Ok(Reply::Overview(Arc::new(self.overview()?)))
    }

    fn held(&self, id: ActionId) -> Result<Action> {
        let held = self.workspace()?.action(id)?;
        held.ok_or_else(|| ActionFault::Stale.into())
    }

    fn save_action(&mut self, action: Action) -> Result<(ActionDeed, ActionUndo)> {
        let today = self.surroundings.today();
        let mut action = action.checked()?;
        let held = if action.id == ActionId(0) {
            None
        } else {
            Some(self.held(action.id)?)
        };
        // The history is written here and nowhere else: whatever the form held of it is no matter.
        action.history = held.as_ref().map_or_else(Vec::new, |it| it.history.clone());
        let status = action.status;
        action.stands(status, today);
        if let Some(finding) = &mut action.finding {
            finding.noted.get_or_insert(today);
        }
        let (id, revision) = self
            .workspace_mut()?
            .change("save action", |tx| Workspace::put_action(tx, &action))?;
        Ok(match held {
            None => (
                ActionDeed::Added,
                ActionUndo::Remove {
                    action: id,
                    revision,
                },
            ),
            Some(held) => {
                let deed = if held.status == status {
                    ActionDeed::Changed
                } else {
                    ActionDeed::Moved(status)
                };
                let former = Action { revision, ..held };
                (deed, ActionUndo::Restore(Box::new(former)))
            }
        })
    }

    fn remove_action(&mut self, id: ActionId, revision: u32) -> Result<(ActionDeed, ActionUndo)> {
        let held = self.held(id)?;
        self.workspace_mut()?.change("remove action", |tx| {
            Workspace::remove_action(tx, id, revision)
        })?;
        Ok((ActionDeed::Removed, ActionUndo::PutBack(Box::new(held))))
    }

    fn undo_action(&mut self, undo: &ActionUndo) -> Result<()> {
        self.workspace_mut()?.change("take back", |tx| match undo {
            ActionUndo::Remove { action, revision } => {
                Workspace::remove_action(tx, *action, *revision)
            }
            ActionUndo::Restore(former) => Workspace::put_action(tx, former).map(drop),
            ActionUndo::PutBack(former) => Workspace::put_action_back(tx, former),
        })
    }

    /// Levels of competencies in closed rounds, of groups that are large enough; nothing of a person.
    fn level_figures(&self) -> Result<Vec<LevelFigure>> {
        let workspace = self.workspace()?;
        if !workspace.has_ratings() {
            return Ok(Vec::new());
        }
        let strictest = workspace.waves()?.into_iter();
        let strictest = strictest.map(|(wave, _)| wave.min_group.get()).max();
        let least = strictest.unwrap_or(MinGroup::default().get());
        let stored = workspace.ratings()?;
        let mut levels = Vec::new();
        for kept in stored.rounds()? {
            if kept.round.state == RoundState::Closed {
                let findings = self.findings_of(&stored, &kept, None)?;
                levels.extend(of_round(&findings, least));
            }
        }
        Ok(levels)
    }
}

/// The mean levels of a round: the company, then branches.
fn of_round(findings: &RoundFindings, least: u32) -> Vec<LevelFigure> {
    let mut levels = of_group(findings, &findings.company, (None, least));
    for branch in &findings.branches {
        let place = (Some(&branch.branch), least);
        levels.extend(of_group(findings, &branch.all, place));
    }
    levels
}

fn of_group(
    findings: &RoundFindings,
    group: &GroupLevels,
    (branch, least): (Option<&BranchCode>, u32),
) -> Vec<LevelFigure> {
    let least = u64::from(least);
    let cells = findings.model.competencies.iter().zip(&group.competencies);
    let levels = cells.filter_map(|(competency, cell)| {
        let mean = cell.mean.ok()?;
        let people = cell.distribution.iter().map(|n| *n as u64).sum::<u64>();
        (people >= least).then(|| LevelFigure {
            round: findings.round.code.as_str().to_owned(),
            name: findings.round.name.clone(),
            closed: findings.round.closes,
            competency: competency.id.clone(),
            branch: branch.cloned(),
            mean: mean.value,
            interval: mean.interval.ok(),
            people,
        })
    });
    levels.collect()
}
