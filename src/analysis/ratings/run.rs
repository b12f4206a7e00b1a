//! All findings of a closed round.

use std::sync::Arc;

use super::profile::{profile, self_gap_of};
use super::{
    Calibration, PersonProfile, Rated, RoundFindings, RoundInput, Why, agreement, groups, peers,
    raters,
};
use rayon::prelude::*;

/// Computes the findings. Pure: the same round gives the same findings, on any number of threads.
#[must_use]
pub fn analyze_round(input: &RoundInput<'_>) -> RoundFindings {
    let shielded = peers::shield(input);
    let ((lines, agreement), people) = rayon::join(
        || {
            rayon::join(
                || raters::lines(input, &shielded),
                || agreement::agreement(&shielded),
            )
        },
        || -> Vec<PersonProfile> {
            let people = shielded.people.par_iter();
            people
                .map(|person| profile(input, &shielded, person))
                .collect()
        },
    );
    let members = groups::members(input, &people);
    let competencies = input.model.competencies.len();
    let both = people.iter().flat_map(|person| &person.competencies);
    let both = both.filter_map(|line| Some((line.own.ok()?.value(), line.others.ok()?.value)));
    let has_own = people
        .iter()
        .any(|person| person.self_gap != Err(Why::NoSelf));
    let calibration = Calibration {
        raters: lines,
        agreement,
        rating_sd: shielded.spread.map(|(sd, _)| sd),
        self_gap: if has_own {
            self_gap_of(both)
        } else {
            Err(Why::NoSelf)
        },
    };
    RoundFindings {
        round: input.round.clone(),
        model: Arc::clone(input.model),
        company: groups::group(&members, competencies),
        branches: groups::branches(&members, competencies),
        needs: groups::needs(&members, competencies),
        calibration,
        before: before(input),
        people,
    }
}

fn before(input: &RoundInput<'_>) -> Rated<crate::domain::rating::Round> {
    let before = input.before.ok_or(Why::NoEarlier)?;
    if before.model.compares_with(input.model) {
        Ok(before.round.clone())
    } else {
        Err(Why::OtherModel)
    }
}
