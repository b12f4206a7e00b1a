//! A round of assessment as JSON: personal data, written only where ratings were asked for.

use std::collections::HashMap;

use serde::Serialize;

use super::ratings_calibration::{Calibration, calibration};
use crate::analysis::ratings::{
    Change, CompetencyLine, Figure, GapVerdict, GroupLevels, Insight, LevelCell, Mean, Need,
    PersonProfile, Rated, RoundFindings, SelfGap, Share,
};
use crate::domain::rating::{Level, Person, PersonId, Source};

/// Findings of a round, and whom they speak of.
#[derive(Debug, Clone, Copy)]
pub struct RatedRound<'a> {
    /// The findings.
    pub findings: &'a RoundFindings,
    /// Everybody known.
    pub people: &'a [Person],
}

/// A value, or why there is none.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Maybe<T> {
    Value(T),
    Undefined { undefined: &'static str },
}

pub(super) fn maybe<T, U>(value: &Rated<T>, shape: impl FnOnce(&T) -> U) -> Maybe<U> {
    match value {
        Ok(value) => Maybe::Value(shape(value)),
        Err(why) => Maybe::Undefined {
            undefined: why.code(),
        },
    }
}

#[derive(Serialize)]
pub(super) struct Range {
    lo: f64,
    hi: f64,
}

pub(super) fn range(value: &Rated<(f64, f64)>) -> Maybe<Range> {
    maybe(value, |(lo, hi)| Range { lo: *lo, hi: *hi })
}

#[derive(Serialize)]
struct LevelFigure {
    value: f64,
    n: usize,
    interval: Maybe<Range>,
}

fn figure(value: &Rated<Figure>) -> Maybe<LevelFigure> {
    maybe(value, |figure| LevelFigure {
        value: figure.value,
        n: figure.n,
        interval: range(&figure.interval),
    })
}

#[derive(Serialize)]
struct PlainMean {
    value: f64,
    n: usize,
}

fn mean(value: &Rated<Mean>) -> Maybe<PlainMean> {
    maybe(value, |mean| PlainMean {
        value: mean.value,
        n: mean.n,
    })
}

#[derive(Serialize)]
struct Difference {
    value: f64,
    interval: Maybe<Range>,
}

fn change(value: &Rated<Change>) -> Maybe<Difference> {
    maybe(value, |change| Difference {
        value: change.difference,
        interval: range(&change.interval),
    })
}

#[derive(Serialize)]
pub(super) struct Round<'a> {
    round: &'a str,
    model: &'a str,
    people: Vec<Profile<'a>>,
    company: Group<'a>,
    branches: Vec<Branch<'a>>,
    calibration: Calibration<'a>,
    training: Vec<Training<'a>>,
}

#[derive(Serialize)]
struct Profile<'a> {
    name: &'a str,
    branch: &'a str,
    position: &'a str,
    role: Option<&'a str>,
    overall: Maybe<PlainMean>,
    met: usize,
    met_of: usize,
    raters: RaterCounts<'a>,
    agreement: Maybe<f64>,
    self_gap: Maybe<OwnGap>,
    competencies: Vec<Line<'a>>,
}

/// Raters by part, in the order of the parts.
type RaterCounts<'a> = std::collections::BTreeMap<&'a str, Maybe<usize>>;

#[derive(Serialize)]
pub(super) struct OwnGap {
    n: usize,
    difference: f64,
    interval: Maybe<Range>,
    profile_r: Maybe<f64>,
}

pub(super) fn own_gap(value: &Rated<SelfGap>) -> Maybe<OwnGap> {
    maybe(value, |gap| OwnGap {
        n: gap.n,
        difference: gap.difference,
        interval: range(&gap.interval),
        profile_r: maybe(&gap.profile_r, |r| *r),
    })
}

#[derive(Serialize)]
struct Line<'a> {
    competency: &'a str,
    level: Maybe<LevelFigure>,
    #[serde(rename = "self")]
    own: Maybe<u8>,
    manager: Maybe<PlainMean>,
    peers: Maybe<PlainMean>,
    mystery_shoppers: Maybe<PlainMean>,
    required: Option<u8>,
    gap: Maybe<GapFigure>,
    self_minus_others: Maybe<f64>,
    insight: Option<&'static str>,
    change: Maybe<Difference>,
}

#[derive(Serialize)]
struct GapFigure {
    value: f64,
    interval: Maybe<Range>,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Group<'a> {
    people: usize,
    overall: Maybe<LevelFigure>,
    at_required: Maybe<Part>,
    competencies: Vec<Cell<'a>>,
}

#[derive(Serialize)]
struct Cell<'a> {
    competency: &'a str,
    mean: Maybe<LevelFigure>,
    at_required: Maybe<Part>,
    people_by_level: [usize; 5],
    change: Maybe<Difference>,
}

#[derive(Serialize)]
struct Part {
    met: usize,
    all: usize,
    lo: f64,
    hi: f64,
}

fn part(value: &Rated<Share>) -> Maybe<Part> {
    maybe(value, |share| Part {
        met: share.met,
        all: share.all,
        lo: share.interval.0,
        hi: share.interval.1,
    })
}

#[derive(Serialize)]
struct Branch<'a> {
    code: &'a str,
    all: Group<'a>,
    contact: Group<'a>,
}

#[derive(Serialize)]
struct Training<'a> {
    competency: &'a str,
    people: usize,
    of: usize,
    mean_gap: Maybe<f64>,
    weight: f64,
    first_branch: Option<&'a str>,
}

/// A round in the shape of the document.
pub(super) fn round<'a>(rated: &RatedRound<'a>) -> Round<'a> {
    let RatedRound { findings, people } = *rated;
    let known: HashMap<PersonId, &Person> =
        people.iter().map(|person| (person.id, person)).collect();
    let id = |place: usize| {
        findings
            .model
            .competencies
            .get(place)
            .map_or("", |it| &it.id)
    };
    let profiles = findings.people.iter().filter_map(|profile| {
        let person = known.get(&profile.person)?;
        Some(self::profile(findings, person, profile))
    });
    Round {
        round: findings.round.code.as_str(),
        model: &findings.model.id,
        people: profiles.collect(),
        company: group(findings, &findings.company),
        branches: findings
            .branches
            .iter()
            .map(|branch| Branch {
                code: branch.branch.as_str(),
                all: group(findings, &branch.all),
                contact: group(findings, &branch.contact),
            })
            .collect(),
        calibration: calibration(findings, &known),
        training: findings
            .needs
            .iter()
            .map(|need| training(need, id(need.competency)))
            .collect(),
    }
}

fn training<'a>(need: &'a Need, competency: &'a str) -> Training<'a> {
    Training {
        competency,
        people: need.people,
        of: need.of,
        mean_gap: maybe(&need.mean_gap, |gap| *gap),
        weight: need.weight,
        first_branch: need.places.first().map(|place| place.branch.as_str()),
    }
}

fn profile<'a>(
    findings: &'a RoundFindings,
    person: &'a Person,
    profile: &'a PersonProfile,
) -> Profile<'a> {
    let model = &findings.model;
    let lines = model.competencies.iter().zip(&profile.competencies);
    let raters = profile.sources.iter();
    Profile {
        name: &person.name,
        branch: profile.branch.as_str(),
        position: &profile.position,
        role: profile
            .role
            .and_then(|role| Some(model.profiles.get(role)?.id.as_str())),
        overall: mean(&profile.overall),
        met: profile.met.0,
        met_of: profile.met.1,
        raters: raters
            .map(|it| (it.source.code(), maybe(&it.n, |n| *n)))
            .collect(),
        agreement: maybe(&profile.agreement, |value| *value),
        self_gap: own_gap(&profile.self_gap),
        competencies: lines
            .map(|(competency, line)| self::line(&competency.id, line))
            .collect(),
    }
}

fn line<'a>(competency: &'a str, line: &CompetencyLine) -> Line<'a> {
    let [manager, peers, shoppers] = &line.by_source;
    debug_assert_eq!(Source::OTHERS[1], Source::Peer);
    Line {
        competency,
        level: figure(&line.others),
        own: maybe(&line.own, |level| level.get()),
        manager: mean(manager),
        peers: mean(peers),
        mystery_shoppers: mean(shoppers),
        required: line.required.map(Level::get),
        gap: maybe(&line.gap, |gap| GapFigure {
            value: gap.value,
            interval: range(&gap.interval),
            verdict: match gap.verdict {
                GapVerdict::Sure => "short",
                GapVerdict::Possible => "possibly_short",
                GapVerdict::Single => "short_without_interval",
                GapVerdict::Met => "met",
                GapVerdict::Above => "above",
            },
        }),
        self_minus_others: maybe(&line.self_minus_others, |apart| *apart),
        insight: line.insight.map(|insight| match insight {
            Insight::BlindSpot => "blind_spot",
            Insight::HiddenStrength => "hidden_strength",
        }),
        change: change(&line.change),
    }
}

fn group<'a>(findings: &'a RoundFindings, group: &GroupLevels) -> Group<'a> {
    let cell = |(competency, cell): (&'a crate::domain::rating::Competency, &LevelCell)| Cell {
        competency: &competency.id,
        mean: figure(&cell.mean),
        at_required: part(&cell.at_required),
        people_by_level: cell.distribution,
        change: change(&cell.change),
    };
    let cells = findings.model.competencies.iter().zip(&group.competencies);
    Group {
        people: group.people,
        overall: figure(&group.overall),
        at_required: part(&group.at_required),
        competencies: cells.map(cell).collect(),
    }
}
