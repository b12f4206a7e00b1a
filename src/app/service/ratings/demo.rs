//! The finished round of the example, into its workspace.

use super::overview::name_roles;
use crate::app::demo::DemoChain;
use crate::domain::Date;
use crate::domain::rating::{
    DevelopmentGoal, GoalId, GoalState, Person, Post, Readiness, Successor,
};
use crate::error::Result;
use crate::i18n::message;
use crate::import::{CUSTOMER_ORIENTATION, customer_orientation};
use crate::seal::secret::{SystemEntropy, random};
use crate::store::{Change, FrozenPlace, FrozenRoles, Ratings, StoredRound};

pub(in crate::app::service) fn put_demo_round(tx: &Change<'_>, chain: &DemoChain) -> Result<()> {
    let round = &chain.round;
    for person in &round.people {
        Ratings::put_person(tx, person, false)?;
    }
    for (position, profile) in &round.roles {
        Ratings::put_position_role(tx, position, Some(profile))?;
    }
    let kept = StoredRound {
        round: round.round.clone(),
        model_source: CUSTOMER_ORIENTATION.to_owned(),
        salt: random(&mut SystemEntropy)?,
    };
    Ratings::put_round(tx, &kept)?;
    let model = customer_orientation();
    let ids: Vec<&str> = model.competencies.iter().map(|it| it.id.as_str()).collect();
    for (assignment, sheet) in &round.sheets {
        let id = Ratings::add_assignment(tx, assignment)?;
        debug_assert_eq!(id, sheet.assignment);
        Ratings::put_sheet(tx, sheet, &ids)?;
    }
    let people = round.people.iter();
    let mut roles = round.roles.iter().cloned().collect();
    name_roles(&mut roles, &round.people, std::slice::from_ref(&model));
    let frozen = FrozenRoles {
        profiles: model.profiles.clone(),
        roles,
        places: people.map(|it| (it.id, FrozenPlace::of(it))).collect(),
    };
    Ratings::freeze_roles(tx, &kept.round.code, &frozen)?;
    put_plans(tx, &round.people)
}

/// A successor for most managers, and a goal here and there.
fn put_plans(tx: &Change<'_>, people: &[Person]) -> Result<()> {
    let managers = people.iter().filter(|person| person.manager.is_none());
    for (place, manager) in managers.enumerate() {
        let mut team = people
            .iter()
            .filter(|person| person.manager == Some(manager.id));
        let Some(deputy) = team.next() else { continue };
        let readiness = match place % 4 {
            0 => Readiness::Now,
            1 => Readiness::InAYear,
            2 => Readiness::Later,
            // Some posts have nobody.
            _ => continue,
        };
        let post = Post {
            branch: manager.branch.clone(),
            position: manager.position.clone(),
        };
        let person = deputy.id;
        Ratings::put_successor(
            tx,
            &Successor {
                post,
                person,
                readiness,
            },
        )?;
    }
    for (place, person) in people
        .iter()
        .filter(|person| person.manager.is_some())
        .enumerate()
    {
        if place % 25 == 3 {
            put_goal(tx, person)?;
        }
    }
    Ok(())
}

fn put_goal(tx: &Change<'_>, person: &Person) -> Result<()> {
    // The chain's language is that of its names.
    let is_russian = person
        .name
        .chars()
        .any(|c| ('\u{400}'..='\u{4ff}').contains(&c));
    let lang = if is_russian {
        crate::domain::Lang::Ru
    } else {
        crate::domain::Lang::En
    };
    Ratings::put_goal(
        tx,
        &DevelopmentGoal {
            id: GoalId(0),
            person: person.id,
            competency: crate::app::demo::WEAKEST_COMPETENCY.to_owned(),
            goal: message(lang, "demo-goal"),
            action: message(lang, "demo-action"),
            due: Some(Date::constant(2027, 3, 1)),
            follow_up: String::new(),
            state: GoalState::Planned,
        },
    )
}
