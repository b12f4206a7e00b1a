//! Posts, named successors, and how far each is from the profile of the new post.

use std::collections::{BTreeMap, BTreeSet};

use super::profile::is_met;
use super::{BranchCoverage, PostLine, Rated, RoundFindings, Succession, SuccessorLine, Why};
use crate::domain::rating::{Person, PersonId, Post, Successor};
use crate::domain::{BranchCode, Date};

/// What coverage is made from.
#[derive(Debug, Clone, Copy)]
pub struct SuccessionInput<'a> {
    /// Everybody known.
    pub people: &'a [Person],
    /// Named successors.
    pub successors: &'a [Successor],
    /// Position as in the staff list → id of its role profile.
    pub roles: &'a BTreeMap<String, String>,
    /// The newest closed round.
    pub newest: Option<&'a RoundFindings>,
    /// Who has left before this day does not cover a post.
    pub today: Date,
}

/// Posts of managers and posts with a successor, with their coverage.
#[must_use]
pub fn succession(input: &SuccessionInput<'_>) -> Succession {
    let managers: BTreeSet<PersonId> = input
        .people
        .iter()
        .filter(|person| person.is_here_on(input.today))
        .filter_map(|person| person.manager)
        .collect();
    let held = input
        .people
        .iter()
        .filter(|person| managers.contains(&person.id))
        .map(post_of);
    let named = input
        .successors
        .iter()
        .map(|successor| successor.post.clone());
    let posts: BTreeSet<Post> = held.chain(named).collect();
    let posts: Vec<PostLine> = posts.into_iter().map(|post| line(input, post)).collect();
    let mut of_branch: BTreeMap<&BranchCode, (usize, usize)> = BTreeMap::new();
    for line in &posts {
        let (covered, all) = of_branch.entry(&line.post.branch).or_default();
        *covered += usize::from(line.is_covered);
        *all += 1;
    }
    let branches = of_branch
        .into_iter()
        .map(|(branch, (covered, posts))| BranchCoverage {
            branch: branch.clone(),
            covered,
            posts,
        })
        .collect();
    let covered = posts.iter().filter(|line| line.is_covered).count();
    Succession {
        covered: (covered, posts.len()),
        posts,
        branches,
    }
}

fn post_of(person: &Person) -> Post {
    Post {
        branch: person.branch.clone(),
        position: person.position.clone(),
    }
}

fn line(input: &SuccessionInput<'_>, post: Post) -> PostLine {
    let holds = |person: &&Person| {
        person.branch == post.branch
            && person.position == post.position
            && person.is_here_on(input.today)
    };
    let holders = input
        .people
        .iter()
        .filter(holds)
        .map(|person| person.id)
        .collect();
    let mut named: Vec<&Successor> = input
        .successors
        .iter()
        .filter(|successor| successor.post == post)
        .collect();
    named.sort_by_key(|successor| (successor.readiness, successor.person));
    let successors: Vec<SuccessorLine> = named
        .into_iter()
        .map(|successor| SuccessorLine {
            person: successor.person,
            readiness: successor.readiness,
            has_left: input
                .people
                .iter()
                .find(|person| person.id == successor.person)
                .is_none_or(|person| !person.is_here_on(input.today)),
            named_for: input
                .successors
                .iter()
                .filter(|other| other.person == successor.person)
                .count(),
            short: short(input, successor),
        })
        .collect();
    let is_covered = successors
        .iter()
        .any(|successor| successor.readiness.covers() && !successor.has_left);
    PostLine {
        post,
        holders,
        successors,
        is_covered,
    }
}

/// What is missing to the profile of the new post.
fn short(input: &SuccessionInput<'_>, successor: &Successor) -> Rated<Vec<(usize, f64)>> {
    let newest = input.newest.ok_or(Why::Nobody)?;
    let role = input
        .roles
        .get(&successor.post.position)
        .ok_or(Why::NoRole)?;
    let role = newest.model.profile(role).ok_or(Why::NoRole)?;
    let required = &newest.model.profiles.get(role).ok_or(Why::NoRole)?.required;
    let profile = newest
        .people
        .iter()
        .find(|profile| profile.person == successor.person);
    let profile = profile.ok_or(Why::Nobody)?;
    let mut short: Vec<(usize, f64)> = profile
        .competencies
        .iter()
        .zip(required)
        .enumerate()
        .filter_map(|(place, (line, required))| {
            let level = line.others.ok()?.value;
            (!is_met(level, *required)).then(|| (place, level - required.value()))
        })
        .collect();
    short.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    Ok(short)
}
