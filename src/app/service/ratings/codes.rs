//! Codes of raters: eight characters that find one's own list on a shared computer. Kept as salted
//! hashes; they give no anonymity.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::Service;
use super::sheets::rater_list;
use crate::app::RatingReply;
use crate::domain::rating::{PersonId, Rater, RaterCode, RoundCode, RoundState};
use crate::error::{RatingFault, Result};
use crate::seal::secret::{SystemEntropy, random};
use crate::store::{Ratings, StoredCode};

impl Service {
    pub(super) fn make_rater_codes(&mut self, code: &RoundCode) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let kept = stored.round(code)?;
        if kept.round.state != RoundState::Open {
            return Err(RatingFault::RoundState.into());
        }
        let assignments = stored.assignments(Some(code))?;
        let raters: BTreeSet<PersonId> = assignments
            .iter()
            .filter_map(|assignment| match assignment.rater {
                Rater::Person(rater) => Some(rater),
                Rater::Shopper(_) | Rater::Erased => None,
            })
            .collect();
        let people = stored.people()?;
        let mut codes = Vec::new();
        for person in people.iter().filter(|person| raters.contains(&person.id)) {
            codes.push((person.id, RaterCode::from_bits(random(&mut SystemEntropy)?)));
        }
        let hashed: Vec<StoredCode> = codes
            .iter()
            .map(|(rater, own)| StoredCode {
                round: code.clone(),
                rater: *rater,
                hash: hash(&kept.salt, own),
            })
            .collect();
        drop(stored);
        self.workspace_mut()?
            .change_ratings("rater codes", |tx| Ratings::put_codes(tx, code, &hashed))?;
        Ok(RatingReply::Codes {
            overview: Arc::new(self.rating_state()?),
            codes,
        })
    }

    pub(super) fn find_rater(&self, code: &RaterCode) -> Result<RatingReply> {
        let stored = self.workspace()?.ratings()?;
        let codes = stored.codes()?;
        let rounds = stored.rounds()?;
        let open = rounds
            .iter()
            .filter(|kept| kept.round.state == RoundState::Open);
        for kept in open {
            let hash = hash(&kept.salt, code);
            let found = codes
                .iter()
                .find(|known| known.round == kept.round.code && known.hash == hash);
            if let Some(found) = found {
                let list = rater_list(&stored, kept, &Rater::Person(found.rater))?;
                return Ok(RatingReply::RaterList(Arc::new(list)));
            }
        }
        Err(RatingFault::CodeUnknown.into())
    }
}

fn hash(salt: &[u8; 16], code: &RaterCode) -> [u8; 32] {
    let mut material = salt.to_vec();
    material.extend_from_slice(code.as_str().as_bytes());
    blake3::derive_key("frontline ratings 1 code of a rater", &material)
}
