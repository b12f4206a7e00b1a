//! Levels of groups of people: the company, its branches, and what to train. Made of profiles, so
//! that no peer is in them who is not in the profiles.

use std::collections::{BTreeMap, HashMap};

use super::profile::{count, is_met};
use super::{
    BranchLevels, Change, CompetencyLine, Figure, GroupLevels, LevelCell, Need, NeedPlace,
    PersonProfile, Rated, RoundInput, Share, Why,
};
use crate::domain::rating::{Person, PersonId};
use crate::domain::{BranchCode, StaffGroup};
use crate::stats::LEVEL;
use crate::stats::descriptive::{mean, mean_interval};
use crate::stats::proportion::{self, wilson};

/// A profile with its person.
pub(super) type Member<'a> = (&'a Person, &'a PersonProfile);

/// Everybody rated with their profiles.
pub(super) fn members<'a>(
    input: &RoundInput<'a>,
    profiles: &'a [PersonProfile],
) -> Vec<Member<'a>> {
    members_of(input.people, profiles)
}

/// The same of any people.
pub(super) fn members_of<'a>(
    people: &'a [Person],
    profiles: &'a [PersonProfile],
) -> Vec<Member<'a>> {
    let known: HashMap<PersonId, &Person> =
        people.iter().map(|person| (person.id, person)).collect();
    let of = |profile: &'a PersonProfile| Some((*known.get(&profile.person)?, profile));
    profiles.iter().filter_map(of).collect()
}

/// Levels of a group.
pub(super) fn group(members: &[Member<'_>], competencies: usize) -> GroupLevels {
    let overall: Vec<f64> = members
        .iter()
        .filter_map(|(_, profile)| Some(profile.overall.ok()?.value))
        .collect();
    let lines = |competency: usize| {
        let lines = members.iter();
        lines.filter_map(move |(_, profile)| profile.competencies.get(competency))
    };
    let met = members.iter().map(|(_, profile)| profile.met);
    let (met, all) = met.fold((0, 0), |sum, met| (sum.0 + met.0, sum.1 + met.1));
    GroupLevels {
        people: overall.len(),
        overall: figure(&overall),
        competencies: (0..competencies)
            .map(|competency| cell(lines(competency)))
            .collect(),
        at_required: share(met, all),
    }
}

fn cell<'a>(lines: impl Iterator<Item = &'a CompetencyLine>) -> LevelCell {
    let (mut levels, mut changes, mut distribution) = (Vec::new(), Vec::new(), [0; 5]);
    let (mut met, mut all) = (0, 0);
    let mut earlier = Why::NoEarlier;
    for line in lines {
        let Ok(level) = line.others else { continue };
        levels.push(level.value);
        distribution[nearest(level.value)] += 1;
        if let Some(required) = line.required {
            all += 1;
            met += usize::from(is_met(level.value, required));
        }
        match line.change {
            Ok(change) => changes.push(change),
            Err(why) => earlier = why,
        }
    }
    LevelCell {
        mean: figure(&levels),
        at_required: share(met, all),
        distribution,
        change: change(&changes, earlier),
    }
}

/// The level nearest to a mean, from 0; half goes up, as on screen.
fn nearest(level: f64) -> usize {
    [1.5, 2.5, 3.5, 4.5]
        .iter()
        .filter(|edge| level >= **edge - 1e-9)
        .count()
}

/// A mean over people.
fn figure(values: &[f64]) -> Rated<Figure> {
    if values.is_empty() {
        return Err(Why::Nobody);
    }
    Ok(Figure {
        value: mean(values)?,
        n: values.len(),
        interval: over_people(values).map(|(low, high)| (low.max(1.0), high.min(5.0))),
    })
}

/// The interval of a mean over people.
pub(super) fn over_people(values: &[f64]) -> Rated<(f64, f64)> {
    let found = mean_interval(values, LEVEL)?;
    if found.standard_error <= 1e-12 {
        return Err(Why::AllEqual);
    }
    Ok((found.interval.low, found.interval.high))
}

fn share(met: usize, all: usize) -> Rated<Share> {
    if all == 0 {
        return Err(Why::NoRole);
    }
    let interval = wilson(proportion::Share::new(met, all)?, LEVEL)?;
    Ok(Share {
        met,
        all,
        interval: (interval.low, interval.high),
    })
}

fn change(changes: &[Change], earlier: Why) -> Rated<Change> {
    if changes.is_empty() {
        return Err(earlier);
    }
    let apart: Vec<f64> = changes.iter().map(|change| change.difference).collect();
    let before: Vec<f64> = changes.iter().map(|change| change.before).collect();
    Ok(Change {
        before: mean(&before)?,
        difference: mean(&apart)?,
        interval: over_people(&apart),
    })
}

/// Branches that have somebody rated.
pub(super) fn branches(members: &[Member<'_>], competencies: usize) -> Vec<BranchLevels> {
    let mut of: BTreeMap<&BranchCode, Vec<Member<'_>>> = BTreeMap::new();
    for member in members {
        of.entry(&member.0.branch).or_default().push(*member);
    }
    of.into_iter()
        .map(|(branch, members)| {
            let contact: Vec<Member<'_>> = members
                .iter()
                .copied()
                .filter(|(person, _)| person.group == StaffGroup::Contact)
                .collect();
            BranchLevels {
                branch: branch.clone(),
                all: group(&members, competencies),
                contact: group(&contact, competencies),
            }
        })
        .collect()
}

/// What to train: gaps times people, the largest first.
pub(super) fn needs(members: &[Member<'_>], competencies: usize) -> Vec<Need> {
    let mut needs: Vec<Need> = (0..competencies)
        .map(|place| need(members, place))
        .collect();
    needs.sort_by(|a, b| {
        b.weight
            .total_cmp(&a.weight)
            .then(a.competency.cmp(&b.competency))
    });
    needs
}

fn need(members: &[Member<'_>], competency: usize) -> Need {
    let mut places: BTreeMap<&BranchCode, (usize, f64)> = BTreeMap::new();
    let (mut of, mut gaps) = (0, Vec::new());
    for (person, profile) in members {
        let Some(line) = profile.competencies.get(competency) else {
            continue;
        };
        let (Ok(gap), Ok(level), Some(required)) = (line.gap, line.others, line.required) else {
            continue;
        };
        of += 1;
        if !is_met(level.value, required) {
            gaps.push(-gap.value);
            let place = places.entry(&person.branch).or_default();
            place.0 += 1;
            place.1 -= gap.value;
        }
    }
    let mut places: Vec<NeedPlace> = places
        .into_iter()
        .map(|(branch, (people, weight))| NeedPlace {
            branch: branch.clone(),
            people,
            weight,
        })
        .collect();
    places.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.branch.cmp(&b.branch)));
    let weight: f64 = gaps.iter().sum();
    let mean_gap = if gaps.is_empty() {
        Err(if of == 0 { Why::NoRole } else { Why::Nobody })
    } else {
        Ok(weight / count(gaps.len()))
    };
    Need {
        competency,
        people: gaps.len(),
        of,
        mean_gap,
        weight,
        places,
    }
}
