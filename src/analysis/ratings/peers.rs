//! The protection of peers, in one place.
//!
//! A peer's level leaves this module only inside a mean over at least three different peers of one
//! person and one competency. Everything that is published of a round is computed from these means
//! and from the levels of those who rate by name, so every linear combination of published numbers
//! holds at least three peers of somebody, whoever knows the manager's or the own rating.
//!
//! Two figures look at single levels once more and give back one rounded number over many of them:
//! the spread of a rating and the agreement of raters. Neither changes when peers swap their levels.

use std::collections::BTreeSet;

use super::{Evidence, HandedIn, Mean, Rated, RoundInput, Why};
use crate::domain::rating::{Level, Person, Rater, Source};
use crate::stats::agreement_within::{rwg_j, uniform_variance};
use crate::stats::descriptive::{mean, sum_of_squares, variance};

/// Fewer peers than this are in no published number.
pub const PEERS_MIN: usize = 3;

/// Degrees of freedom from which the spread of a rating is told.
const SPREAD_FROM: usize = 10;

/// A round without single peers.
pub(super) struct Shielded<'a> {
    /// Everybody rated, in the order of the people.
    pub(super) people: Vec<ShieldedPerson<'a>>,
    /// Levels of others per person and competency, peers only where there are three; for agreement
    /// and spread over the whole round, nothing else.
    pub(super) units: Vec<Vec<f64>>,
    /// Standard deviation of one rating around its person and competency, and degrees of freedom.
    pub(super) spread: Rated<(f64, usize)>,
}

/// A person without single peers.
pub(super) struct ShieldedPerson<'a> {
    pub(super) person: &'a Person,
    /// The self-rating per competency.
    pub(super) own: Vec<Option<Level>>,
    /// Means by source per competency, parallel to [`Source::OTHERS`].
    pub(super) means: Vec<[Rated<Mean>; 3]>,
    /// Sheets of those who rate by name.
    pub(super) named: Vec<&'a HandedIn>,
    /// How many handed in, parallel to [`Source::ALL`].
    pub(super) counts: [Rated<usize>; 4],
    /// Ticks per sin of the model.
    pub(super) sins: Vec<usize>,
    /// Evidence per competency.
    pub(super) evidence: Vec<Vec<Evidence>>,
    /// r_wg(j) of all who may be counted, cut to one decimal.
    pub(super) agreement: Rated<f64>,
}

/// Takes single peers out of a round.
pub(super) fn shield<'a>(input: &RoundInput<'a>) -> Shielded<'a> {
    let mut of_person: Vec<Vec<&HandedIn>> = vec![Vec::new(); input.people.len()];
    let places: std::collections::HashMap<_, _> = input
        .people
        .iter()
        .enumerate()
        .map(|(place, person)| (person.id, place))
        .collect();
    for sheet in input.sheets {
        if let Some(place) = places.get(&sheet.assignment.ratee) {
            of_person[*place].push(sheet);
        }
    }
    let mut units = Vec::new();
    let rated = input.people.iter().zip(of_person);
    let people = rated
        .filter(|(_, sheets)| !sheets.is_empty())
        .map(|(person, sheets)| shield_person(input, (person, sheets), &mut units))
        .collect();
    let spread = spread(&units);
    Shielded {
        people,
        units,
        spread,
    }
}

fn shield_person<'a>(
    input: &RoundInput<'a>,
    (person, sheets): (&'a Person, Vec<&'a HandedIn>),
    units: &mut Vec<Vec<f64>>,
) -> ShieldedPerson<'a> {
    let of = |source: Source| {
        let mine = sheets.iter().copied();
        mine.filter(move |sheet| sheet.assignment.source == source)
            .collect::<Vec<_>>()
    };
    let by_source = Source::OTHERS.map(of);
    let has_peers = different(&by_source[1]) >= PEERS_MIN;
    let own = of(Source::Itself);
    let count = |source: Source, n: usize| match source {
        Source::Peer if (1..PEERS_MIN).contains(&n) => Err(Why::FewPeers),
        Source::Itself | Source::Manager | Source::Peer | Source::MysteryShopper => Ok(n),
    };
    let mut means = Vec::new();
    let mut mine = Vec::new();
    for competency in 0..input.model.competencies.len() {
        let levels = by_source
            .each_ref()
            .map(|sheets| levels_of(sheets, competency));
        let peers_count = has_peers && different_with(&by_source[1], competency) >= PEERS_MIN;
        let mut unit = Vec::new();
        let all = Source::OTHERS.into_iter().zip(&levels);
        means.push(std::array::from_fn(|place| {
            mean_of(Source::OTHERS[place], &levels[place], peers_count)
        }));
        for (source, levels) in all {
            if source != Source::Peer || peers_count {
                unit.extend_from_slice(levels);
            }
        }
        if !unit.is_empty() {
            mine.push(unit);
        }
    }
    let may_show = |sheet: &&&HandedIn| sheet.assignment.source != Source::Peer || has_peers;
    let agreement = agreement(&mine);
    units.extend(mine);
    ShieldedPerson {
        person,
        own: (0..input.model.competencies.len())
            .map(|competency| own.iter().find_map(|sheet| level_of(sheet, competency)))
            .collect(),
        means,
        named: sheets
            .iter()
            .copied()
            .filter(|sheet| sheet.assignment.source != Source::Peer)
            .collect(),
        counts: [
            count(Source::Itself, own.len()),
            count(Source::Manager, by_source[0].len()),
            count(Source::Peer, different(&by_source[1])),
            count(Source::MysteryShopper, by_source[2].len()),
        ],
        sins: input
            .model
            .sins
            .iter()
            .map(|sin| {
                let shown = sheets.iter().filter(may_show);
                let shown = shown.filter(|sheet| sheet.assignment.source != Source::Itself);
                shown
                    .filter(|sheet| sheet.sheet.sins.contains(&sin.id))
                    .count()
            })
            .collect(),
        evidence: evidence(input, &sheets, has_peers),
        agreement,
    }
}

fn level_of(sheet: &HandedIn, competency: usize) -> Option<Level> {
    sheet.sheet.marks.get(competency)?.level()
}

fn levels_of(sheets: &[&HandedIn], competency: usize) -> Vec<f64> {
    let levels = sheets
        .iter()
        .filter_map(|sheet| level_of(sheet, competency));
    levels.map(Level::value).collect()
}

/// Different raters; those whose names were erased are told apart by their sheets.
fn different(sheets: &[&HandedIn]) -> usize {
    let mut named = BTreeSet::new();
    let mut erased = 0;
    for sheet in sheets {
        match &sheet.assignment.rater {
            Rater::Erased => erased += 1,
            rater @ (Rater::Person(_) | Rater::Shopper(_)) => {
                named.insert(rater);
            }
        }
    }
    named.len() + erased
}

fn different_with(sheets: &[&HandedIn], competency: usize) -> usize {
    let observed = sheets.iter().copied();
    let observed: Vec<&HandedIn> = observed
        .filter(|sheet| level_of(sheet, competency).is_some())
        .collect();
    different(&observed)
}

/// The mean of a source; of peers only where three observed it.
fn mean_of(source: Source, levels: &[f64], peers_count: bool) -> Rated<Mean> {
    if levels.is_empty() {
        return Err(Why::Nobody);
    }
    if source == Source::Peer && !peers_count {
        return Err(Why::FewPeers);
    }
    Ok(Mean {
        value: mean(levels)?,
        n: levels.len(),
    })
}

/// Texts in order of source and alphabet, so that no order of raters shows.
fn evidence(input: &RoundInput<'_>, sheets: &[&HandedIn], has_peers: bool) -> Vec<Vec<Evidence>> {
    let of = |competency: usize| {
        let mut found: Vec<Evidence> = sheets
            .iter()
            .filter(|sheet| sheet.assignment.source != Source::Peer || has_peers)
            .filter_map(|sheet| {
                let text = sheet.sheet.evidence.get(competency)?.trim();
                (!text.is_empty()).then(|| Evidence {
                    source: sheet.assignment.source,
                    text: text.to_owned(),
                })
            })
            .collect();
        found.sort_by(|a, b| (a.source, &a.text).cmp(&(b.source, &b.text)));
        found
    };
    (0..input.model.competencies.len()).map(of).collect()
}

/// r_wg(j) over the competencies that two or more rated, against an even spread over five levels.
fn agreement(units: &[Vec<f64>]) -> Rated<f64> {
    let several = || units.iter().filter(|unit| unit.len() >= 2);
    if several().next().is_none() {
        return Err(if units.is_empty() {
            Why::Nobody
        } else {
            Why::OneRater
        });
    }
    let variances: Vec<f64> = several()
        .map(|unit| variance(unit))
        .collect::<Result<_, _>>()?;
    let value = rwg_j(&variances, uniform_variance(Level::COUNT)?)?;
    Ok((value * 10.0).round() / 10.0)
}

/// The spread of one rating around its person and competency, pooled over the round.
fn spread(units: &[Vec<f64>]) -> Rated<(f64, usize)> {
    let several: Vec<&Vec<f64>> = units.iter().filter(|unit| unit.len() >= 2).collect();
    if several.is_empty() {
        return Err(if units.is_empty() {
            Why::Nobody
        } else {
            Why::OneRater
        });
    }
    let freedom: usize = several.iter().map(|unit| unit.len() - 1).sum();
    if freedom < SPREAD_FROM {
        let (n, need) = (freedom, SPREAD_FROM);
        return Err(Why::FewPeople { n, need });
    }
    let mut squares = 0.0;
    for unit in several {
        squares += sum_of_squares(unit)?;
    }
    if squares <= 0.0 {
        return Err(Why::AllEqual);
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of ratings")]
    let sd = (squares / freedom as f64).sqrt();
    Ok((sd, freedom))
}
