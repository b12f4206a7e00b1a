//! What the window knows of people and ratings. It stands apart from everything about surveys:
//! nothing here may hold an answer.

use std::sync::Arc;

use super::load::Load;
use crate::app::{
    RaterList, RatingCommand, RatingOverview, RatingReply, RoundInfo, RoundResults, RoundView,
    SheetView,
};
use crate::domain::rating::{PersonId, RaterCode, RoundCode, RoundState, SheetState};
use crate::error::Error;

/// People, rounds and what is open of them.
#[derive(Debug, Default)]
pub struct Ratings {
    /// People and rounds.
    pub overview: Load<Arc<RatingOverview>>,
    /// Findings of the chosen round.
    pub results: Load<Arc<RoundResults>>,
    /// The chosen round with its assignments.
    pub round: Load<Arc<RoundView>>,
    /// The list of the rater who gave a code.
    pub list: Load<Arc<RaterList>>,
    /// The sheet that is being filled.
    pub sheet: Option<Arc<SheetView>>,
    /// Codes that were just made, to be written down.
    pub codes: Vec<(PersonId, RaterCode)>,
    /// Why the last code opened nothing.
    pub code_error: Option<Error>,
    /// Which round was chosen to look at.
    pub chosen: Option<RoundCode>,
    /// Do raters sit at this computer? Then nothing else of the workspace is shown.
    pub is_shared: bool,
}

impl Ratings {
    /// The round that is looked at: the chosen one, else one that is open, else the newest closed
    /// one, else the newest.
    #[must_use]
    pub fn current(&self) -> Option<&RoundInfo> {
        let rounds = &self.overview.ready()?.rounds;
        let is_chosen = |info: &&RoundInfo| Some(&info.round.code) == self.chosen.as_ref();
        let is_in = |state| move |info: &&RoundInfo| info.round.state == state;
        rounds
            .iter()
            .find(is_chosen)
            .or_else(|| rounds.iter().find(is_in(RoundState::Open)))
            .or_else(|| rounds.iter().find(is_in(RoundState::Closed)))
            .or_else(|| rounds.first())
    }

    /// The results, where they are those of the current round.
    #[must_use]
    pub fn current_results(&self) -> Option<&Arc<RoundResults>> {
        let code = &self.current()?.round.code;
        let results = self.results.ready()?;
        (results.findings.round.code == *code).then_some(results)
    }

    /// The current round with its assignments, where it is here.
    #[must_use]
    pub fn current_round(&self) -> Option<&Arc<RoundView>> {
        let code = &self.current()?.round.code;
        let view = self.round.ready()?;
        (view.info.round.code == *code).then_some(view)
    }

    /// A question is on its way.
    pub(super) fn on_sent(&mut self, command: &RatingCommand) {
        if matches!(command, RatingCommand::Open) {
            self.overview.wait();
        }
        if matches!(command, RatingCommand::Results(_)) {
            self.results.wait();
        }
        if matches!(command, RatingCommand::Round(_)) {
            self.round.wait();
        }
        if matches!(command, RatingCommand::FindRater(_)) {
            self.code_error = None;
            self.list.wait();
        }
    }

    /// An answer; gives back what has to be asked next.
    pub(super) fn on_reply(
        &mut self,
        reply: RatingReply,
        asked: Option<&RatingCommand>,
    ) -> Vec<RatingCommand> {
        match reply {
            RatingReply::Overview(overview) => return self.on_overview(overview, asked),
            RatingReply::Codes { overview, codes } => {
                self.codes = codes;
                return self.on_overview(overview, asked);
            }
            RatingReply::Round(view) => {
                self.note_round(&view.info);
                self.round = Load::Ready(view);
            }
            RatingReply::RaterList(list) if self.list.is_waiting() => {
                self.list = Load::Ready(list);
            }
            RatingReply::Sheet(sheet) if !self.is_shared || self.list.ready().is_some() => {
                self.sheet = Some(sheet);
            }
            // Whoever asked for these has left.
            RatingReply::RaterList(_) | RatingReply::Sheet(_) => {}
            RatingReply::Kept(list) => return self.on_kept(list, asked),
            RatingReply::Results(results) => self.results = Load::Ready(results),
        }
        Vec::new()
    }

    /// The list of rounds counts what the round's own plan counts: a round that just got its raters
    /// can be opened.
    fn note_round(&mut self, info: &RoundInfo) {
        let Load::Ready(overview) = &mut self.overview else {
            return;
        };
        let code = &info.round.code;
        let known = overview.rounds.iter().position(|it| it.round.code == *code);
        let Some(at) = known.filter(|at| overview.rounds[*at] != *info) else {
            return;
        };
        Arc::make_mut(overview).rounds[at] = info.clone();
    }

    fn on_overview(
        &mut self,
        overview: Arc<RatingOverview>,
        asked: Option<&RatingCommand>,
    ) -> Vec<RatingCommand> {
        self.overview = Load::Ready(overview);
        if let Some(RatingCommand::CreateRound(_)) = asked {
            let newest = self.overview.ready().and_then(|it| it.rounds.first());
            self.chosen = newest.map(|info| info.round.code.clone());
        }
        if !matches!(
            asked,
            Some(RatingCommand::MakeCodes(_) | RatingCommand::OpenRound(_))
        ) {
            self.codes.clear();
        }
        self.needed()
    }

    /// What the current round needs: findings when it is closed, else who rates whom.
    pub(super) fn needed(&self) -> Vec<RatingCommand> {
        let Some(info) = self.current() else {
            return Vec::new();
        };
        let code = info.round.code.clone();
        match info.round.state {
            RoundState::Closed => vec![
                RatingCommand::Round(code.clone()),
                RatingCommand::Results(code),
            ],
            RoundState::Draft | RoundState::Open => vec![RatingCommand::Round(code)],
        }
    }

    fn on_kept(
        &mut self,
        list: Arc<RaterList>,
        asked: Option<&RatingCommand>,
    ) -> Vec<RatingCommand> {
        let is_over = matches!(
            asked,
            Some(RatingCommand::SaveSheet {
                is_handed_in: true,
                ..
            })
        );
        if is_over {
            self.sheet = None;
        }
        if self.is_shared {
            let is_theirs = |known: &Arc<RaterList>| known.rater == list.rater;
            if self.list.ready().is_some_and(is_theirs) {
                self.list = Load::Ready(list);
            }
            return Vec::new();
        }
        self.list = Load::Empty;
        if is_over {
            vec![RatingCommand::Open]
        } else {
            Vec::new()
        }
    }

    /// A question was refused; true where the refusal is shown beside the code and nowhere else.
    pub(super) fn on_failed(&mut self, command: &RatingCommand, error: &Error) -> bool {
        self.overview.stop_waiting();
        self.round.stop_waiting();
        if matches!(command, RatingCommand::Results(_)) {
            self.results = Load::Failed(error.clone());
        }
        if matches!(command, RatingCommand::FindRater(_)) {
            self.list = Load::Empty;
            self.code_error = Some(error.clone());
            return true;
        }
        false
    }

    /// The rater is gone: the next one finds nothing of them.
    pub(super) fn forget_rater(&mut self) {
        self.list = Load::Empty;
        self.sheet = None;
        self.code_error = None;
    }

    /// How many sheets of the rater's list are handed in, of all.
    #[must_use]
    pub fn rater_progress(&self) -> (usize, usize) {
        let lines = self.list.ready().map_or(&[][..], |list| &list.lines);
        let done = lines
            .iter()
            .filter(|line| line.assignment.state == SheetState::HandedIn);
        (done.count(), lines.len())
    }
}
