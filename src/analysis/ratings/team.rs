//! A round as one manager may take it away: own people, and the company only where it gives away
//! nobody else. Made of findings, so that no peer is in it who is not in them.

use std::collections::BTreeSet;

use super::groups::{group, members_of, needs};
use super::{
    BranchCoverage, Figure, GroupLevels, LevelCell, PostLine, Rated, RoundFindings, Share,
    Succession, SuccessorLine, Why,
};
use crate::domain::rating::{Person, PersonId, Rater};

/// A figure of the company is told beside a team only where so many others are in it: else what the
/// team knows of itself would leave the levels of a few.
pub const OTHERS_MIN: usize = 5;

/// Whom a manager is above, directly or through others; never the manager.
#[must_use]
pub fn team_of(people: &[Person], manager: PersonId) -> BTreeSet<PersonId> {
    let mut team = BTreeSet::new();
    loop {
        let is_new = |person: &&Person| {
            let above = person.manager;
            let is_below = above == Some(manager) || above.is_some_and(|it| team.contains(&it));
            is_below && person.id != manager && !team.contains(&person.id)
        };
        let next: Vec<PersonId> = people.iter().filter(is_new).map(|it| it.id).collect();
        if next.is_empty() {
            return team;
        }
        team.extend(next);
    }
}

/// A round and posts, cut to a team.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamFindings {
    /// Whose.
    pub manager: PersonId,
    /// Own people only; no branches, of the raters the manager alone, the company where it may be
    /// told.
    pub findings: RoundFindings,
    /// The team as a group.
    pub team: GroupLevels,
    /// Posts that the manager or somebody of the team holds; successors from elsewhere without
    /// their gaps.
    pub succession: Succession,
}

/// Cuts a round to the people of a manager.
#[must_use]
pub fn team_findings(
    (findings, succession): (&RoundFindings, &Succession),
    people: &[Person],
    manager: PersonId,
) -> TeamFindings {
    let own = team_of(people, manager);
    let competencies = findings.model.competencies.len();
    let mut cut = findings.clone();
    cut.people.retain(|profile| own.contains(&profile.person));
    cut.branches.clear();
    let is_manager = Rater::Person(manager);
    cut.calibration
        .raters
        .retain(|line| line.rater == is_manager);
    cut.calibration.self_gap = Err(Why::NoSelf);
    let members = members_of(people, &cut.people);
    let team = group(&members, competencies);
    cut.needs = needs(&members, competencies);
    cut.company = company(&findings.company, &team);
    TeamFindings {
        manager,
        findings: cut,
        team,
        succession: posts(succession, &own, manager),
    }
}

/// The company beside a team: each figure only with enough others in it, or with none.
fn company(whole: &GroupLevels, team: &GroupLevels) -> GroupLevels {
    let cells = whole.competencies.iter().zip(&team.competencies);
    GroupLevels {
        people: whole.people,
        overall: figure(whole.overall, team.overall),
        competencies: cells.map(|(whole, team)| cell(whole, team)).collect(),
        // Counted in people, not in people times competencies.
        at_required: enough(whole.people, team.people).and(whole.at_required),
    }
}

fn cell(whole: &LevelCell, team: &LevelCell) -> LevelCell {
    LevelCell {
        mean: figure(whole.mean, team.mean),
        at_required: share(whole.at_required, team.at_required),
        distribution: [0; 5],
        // Of how many people a change is, is not known here.
        change: Err(Why::NoEarlier),
    }
}

fn enough(all: usize, own: usize) -> Rated<()> {
    let n = all.saturating_sub(own);
    if n == 0 || n >= OTHERS_MIN {
        return Ok(());
    }
    let need = OTHERS_MIN;
    Err(Why::FewPeople { n, need })
}

fn figure(whole: Rated<Figure>, team: Rated<Figure>) -> Rated<Figure> {
    let whole = whole?;
    enough(whole.n, team.map_or(0, |it| it.n))?;
    Ok(whole)
}

fn share(whole: Rated<Share>, team: Rated<Share>) -> Rated<Share> {
    let whole = whole?;
    enough(whole.all, team.map_or(0, |it| it.all))?;
    Ok(whole)
}

fn posts(whole: &Succession, own: &BTreeSet<PersonId>, manager: PersonId) -> Succession {
    let is_own = |person: &PersonId| *person == manager || own.contains(person);
    let posts: Vec<PostLine> = whole
        .posts
        .iter()
        .filter(|line| line.holders.iter().any(is_own))
        .map(|line| PostLine {
            holders: line.holders.iter().copied().filter(is_own).collect(),
            successors: line
                .successors
                .iter()
                .map(|it| successor(it, own))
                .collect(),
            ..line.clone()
        })
        .collect();
    let mut branches: Vec<BranchCoverage> = Vec::new();
    for line in &posts {
        let covered = usize::from(line.is_covered);
        match branches.last_mut() {
            Some(last) if last.branch == line.post.branch => {
                last.covered += covered;
                last.posts += 1;
            }
            Some(_) | None => branches.push(BranchCoverage {
                branch: line.post.branch.clone(),
                covered,
                posts: 1,
            }),
        }
    }
    let covered = posts.iter().filter(|line| line.is_covered).count();
    Succession {
        covered: (covered, posts.len()),
        posts,
        branches,
    }
}

/// Somebody of another team is a successor all the same; how far they are is not this manager's.
fn successor(line: &SuccessorLine, own: &BTreeSet<PersonId>) -> SuccessorLine {
    SuccessorLine {
        short: if own.contains(&line.person) {
            line.short.clone()
        } else {
            Err(Why::Nobody)
        },
        ..line.clone()
    }
}
