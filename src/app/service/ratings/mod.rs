//! People and their ratings: one named method per command. The ratings' own image is opened for a
//! question or a change and closed again. Never looks at survey answers; the bridge meets published
//! branch figures only.

mod by_hand;
mod codes;
mod demo;
mod overview;
mod people;
mod plans;
mod results;
mod rounds;
mod sheets;
mod written;

use std::sync::Arc;

use super::Service;
use crate::app::{RatingCommand, RatingReply, Reply, Watch};
use crate::error::Result;

pub(in crate::app::service) use demo::put_demo_round;
pub(in crate::app) use overview::name_roles;
pub(in crate::app::service) use overview::{model_of, models_of};
pub(in crate::app) use results::levels_of;

impl Service {
    pub(super) fn ratings(&mut self, command: RatingCommand, watch: &mut Watch) -> Result<Reply> {
        let reply = match command {
            RatingCommand::Open => self.rating_overview(),
            RatingCommand::SavePerson(draft) => self.save_person(draft),
            RatingCommand::ErasePerson(person) => self.erase_person(person),
            RatingCommand::LinkPosition { position, profile } => {
                self.link_position(&position, profile.as_deref())
            }
            RatingCommand::SaveProfile { model, profile } => self.save_profile(&model, &profile),
            RatingCommand::AddModel(path) => self.add_model(&path),
            RatingCommand::CreateRound(draft) => self.create_round(draft),
            RatingCommand::UpdateRound(round) => self.update_round(round),
            RatingCommand::AddRater(pair) => self.add_rater(&pair),
            RatingCommand::AddVisit {
                round,
                ratee,
                shopper,
                day,
            } => self.add_visit(&round, ratee, (&shopper, day)),
            RatingCommand::RemoveRater(assignment) => self.remove_rater(assignment),
            RatingCommand::Write(file) => return self.write_rating_file(&file),
            RatingCommand::PlanRound { round, pairs } => self.plan_round(&round, &pairs),
            RatingCommand::ProposeRaters { round, ratees } => self.propose_raters(&round, &ratees),
            RatingCommand::OpenRound(round) => self.open_round(&round),
            RatingCommand::CloseRound(round) => self.close_round(&round),
            RatingCommand::EraseRound(round) => self.erase_round(&round),
            RatingCommand::MakeCodes(round) => self.make_rater_codes(&round),
            RatingCommand::FindRater(code) => self.find_rater(&code),
            RatingCommand::Round(round) => self.round_view(&round),
            RatingCommand::OpenSheet(assignment) => self.open_sheet(assignment),
            RatingCommand::SaveSheet {
                sheet,
                is_handed_in,
            } => self.save_sheet(&sheet, is_handed_in),
            RatingCommand::ReturnSheet(assignment) => self.return_sheet(assignment),
            RatingCommand::Results(round) => self.round_results(&round, watch),
            RatingCommand::SaveAppraisal(answers) => self.save_appraisal(&answers),
            RatingCommand::SaveGoal(goal) => self.save_goal(&goal),
            RatingCommand::RemoveGoal(goal) => self.remove_goal(goal),
            RatingCommand::SaveSuccessor(successor) => self.save_successor(&successor),
            RatingCommand::RemoveSuccessor { post, person } => self.remove_successor(&post, person),
        };
        reply.map(Reply::Ratings)
    }

    fn rating_overview(&self) -> Result<RatingReply> {
        Ok(RatingReply::Overview(Arc::new(self.rating_state()?)))
    }

    /// After a change: the branch level may have changed, and the screens want everything anew.
    fn ratings_changed(&mut self) -> Result<RatingReply> {
        self.forget();
        self.rating_overview()
    }
}
