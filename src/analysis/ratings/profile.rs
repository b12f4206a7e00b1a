//! A person's profile from shielded levels.

use super::peers::{Shielded, ShieldedPerson};
use super::{
    Change, CompetencyLine, Figure, Gap, GapVerdict, Insight, Mean, PersonProfile, Rated,
    RoundFindings, RoundInput, SelfGap, SinCount, SourceCount, Why,
};
use crate::domain::rating::{Level, Person, Source};
use crate::stats::LEVEL;
use crate::stats::raters::{own_against_others, pooled_margin};

/// Is a level at or above what is needed? Decided from the one decimal that is shown.
pub(super) fn is_met(value: f64, required: Level) -> bool {
    (value * 10.0).round() >= required.value() * 10.0
}

/// The role of a person: position in the model's profiles.
pub(super) fn role_of(input: &RoundInput<'_>, person: &Person) -> Option<usize> {
    let id = input.roles.get(&person.position)?;
    input.model.profile(id)
}

/// Makes a profile.
pub(super) fn profile(
    input: &RoundInput<'_>,
    shielded: &Shielded<'_>,
    person: &ShieldedPerson<'_>,
) -> PersonProfile {
    let role = role_of(input, person.person);
    let before = earlier(input.before, person.person, input);
    let maker = Maker {
        input,
        spread: shielded.spread,
        person,
        role,
        before,
    };
    let competencies: Vec<CompetencyLine> = (0..input.model.competencies.len())
        .map(|competency| maker.line(competency))
        .collect();
    let both = competencies
        .iter()
        .filter_map(|line| Some((line.others.ok()?.value, line.required?)));
    let both: Vec<(f64, Level)> = both.collect();
    let met = both
        .iter()
        .filter(|(value, required)| is_met(*value, *required))
        .count();
    PersonProfile {
        person: person.person.id,
        position: person.person.position.clone(),
        branch: person.person.branch.clone(),
        role,
        overall: overall(&competencies),
        self_gap: self_gap(&competencies),
        competencies,
        sources: Source::ALL
            .into_iter()
            .zip(person.counts)
            .map(|(source, n)| SourceCount { source, n })
            .collect(),
        met: (met, both.len()),
        agreement: person.agreement,
        sins: person
            .sins
            .iter()
            .enumerate()
            .filter(|(_, n)| **n > 0)
            .map(|(sin, n)| SinCount { sin, n: *n })
            .collect(),
    }
}

/// The same person in the round before, where the two compare.
fn earlier<'a>(
    before: Option<&'a RoundFindings>,
    person: &Person,
    input: &RoundInput<'_>,
) -> Rated<&'a PersonProfile> {
    let before = before.ok_or(Why::NoEarlier)?;
    if !before.model.compares_with(input.model) {
        return Err(Why::OtherModel);
    }
    let found = before
        .people
        .iter()
        .find(|profile| profile.person == person.id);
    found.ok_or(Why::NoEarlier)
}

struct Maker<'a> {
    input: &'a RoundInput<'a>,
    spread: Rated<(f64, usize)>,
    person: &'a ShieldedPerson<'a>,
    role: Option<usize>,
    before: Rated<&'a PersonProfile>,
}

impl Maker<'_> {
    fn line(&self, competency: usize) -> CompetencyLine {
        let by_source = self.person.means[competency];
        let own = self.person.own[competency].ok_or(Why::NoSelf);
        let others = self.others(&by_source);
        let role = self
            .role
            .and_then(|role| self.input.model.profiles.get(role));
        let required = role.and_then(|role| role.required.get(competency).copied());
        let apart = match (own, others) {
            (Err(why), _) | (Ok(_), Err(why)) => Err(why),
            (Ok(own), Ok(others)) => Ok(own.value() - others.value),
        };
        let insight = apart.ok().and_then(|apart| {
            // The threshold is met by numbers such as 5 − 11/3, which miss it by rounding alone.
            let is_far = apart.abs() >= Insight::THRESHOLD - 1e-9;
            is_far.then_some(match apart > 0.0 {
                true => Insight::BlindSpot,
                false => Insight::HiddenStrength,
            })
        });
        CompetencyLine {
            own,
            by_source,
            gap: others.and_then(|figure| gap(&figure, required)),
            change: self.change(competency, others),
            others,
            required,
            self_minus_others: apart,
            insight,
            evidence: self.person.evidence[competency].clone(),
        }
    }

    /// Sources weighed; a source that has no mean, or no weight, does not count.
    fn others(&self, by_source: &[Rated<Mean>; 3]) -> Rated<Figure> {
        let weights = self.input.round.weights;
        let counted: Vec<(f64, Mean)> = Source::OTHERS
            .into_iter()
            .zip(by_source)
            .filter_map(|(source, mean)| Some((f64::from(weights.of(source)), (*mean).ok()?)))
            .filter(|(weight, _)| *weight > 0.0)
            .collect();
        if counted.is_empty() {
            let hidden = by_source.contains(&Err(Why::FewPeers));
            return Err(if hidden { Why::FewPeers } else { Why::Nobody });
        }
        let all: f64 = counted.iter().map(|(weight, _)| weight).sum();
        let value = counted
            .iter()
            .map(|(weight, mean)| weight * mean.value)
            .sum::<f64>()
            / all;
        let n = counted.iter().map(|(_, mean)| mean.n).sum();
        let parts = counted
            .iter()
            .map(|(weight, mean)| (weight / all).powi(2) / count(mean.n));
        Ok(Figure {
            value,
            n,
            interval: self.interval(value, n, parts.sum()),
        })
    }

    /// The interval from the spread of one rating in this round.
    fn interval(&self, value: f64, n: usize, parts: f64) -> Rated<(f64, f64)> {
        if n < 2 {
            return Err(Why::OneRater);
        }
        let (sd, freedom) = self.spread?;
        let margin = pooled_margin(freedom, LEVEL)? * sd * parts.sqrt();
        Ok(((value - margin).max(1.0), (value + margin).min(5.0)))
    }

    fn change(&self, competency: usize, now: Rated<Figure>) -> Rated<Change> {
        let before = self
            .before?
            .competencies
            .get(competency)
            .ok_or(Why::OtherModel)?;
        let (now, then) = (now?, before.others.map_err(|_| Why::NoEarlier)?);
        let difference = now.value - then.value;
        let margin = || -> Rated<f64> { Ok(margin(&now)?.hypot(margin(&then)?)) };
        Ok(Change {
            before: then.value,
            difference,
            interval: margin().map(|margin| (difference - margin, difference + margin)),
        })
    }
}

/// Half the interval; the end of the scale may have cut one side.
fn margin(figure: &Figure) -> Rated<f64> {
    let (low, high) = figure.interval?;
    Ok((figure.value - low).max(high - figure.value))
}

fn gap(figure: &Figure, required: Option<Level>) -> Rated<Gap> {
    let required = required.ok_or(Why::NoRole)?;
    let value = figure.value - required.value();
    let interval = figure
        .interval
        .map(|(low, high)| (low - required.value(), high - required.value()));
    let is_short = !is_met(figure.value, required);
    let verdict = match interval {
        _ if !is_short && (figure.value * 10.0).round() > required.value() * 10.0 => {
            GapVerdict::Above
        }
        _ if !is_short => GapVerdict::Met,
        Err(_) => GapVerdict::Single,
        Ok((_, high)) if high < 0.0 => GapVerdict::Sure,
        Ok(_) => GapVerdict::Possible,
    };
    Ok(Gap {
        value,
        interval,
        verdict,
    })
}

/// The mean over competencies that have a level.
fn overall(lines: &[CompetencyLine]) -> Rated<Mean> {
    let known: Vec<Figure> = lines.iter().filter_map(|line| line.others.ok()).collect();
    if known.is_empty() {
        let hidden = lines.iter().any(|line| line.others == Err(Why::FewPeers));
        return Err(if hidden { Why::FewPeers } else { Why::Nobody });
    }
    Ok(Mean {
        value: known.iter().map(|figure| figure.value).sum::<f64>() / count(known.len()),
        n: known.iter().map(|figure| figure.n).sum(),
    })
}

/// Self against others over a person's competencies.
fn self_gap(lines: &[CompetencyLine]) -> Rated<SelfGap> {
    if lines.iter().all(|line| line.own.is_err()) {
        return Err(Why::NoSelf);
    }
    let pairs = lines
        .iter()
        .filter_map(|line| Some((line.own.ok()?.value(), line.others.ok()?.value)));
    self_gap_of(pairs)
}

/// Self against others over pairs.
pub(super) fn self_gap_of(pairs: impl Iterator<Item = (f64, f64)>) -> Rated<SelfGap> {
    let (own, others): (Vec<f64>, Vec<f64>) = pairs.unzip();
    let found = own_against_others(&own, &others, LEVEL)?;
    Ok(SelfGap {
        n: found.n,
        difference: found.gap,
        interval: found
            .test
            .map(|test| (test.interval.low, test.interval.high))
            .map_err(Why::from),
        profile_r: found.profile_r.map_err(Why::from),
    })
}

#[expect(clippy::cast_precision_loss, reason = "a count of people or ratings")]
pub(super) fn count(n: usize) -> f64 {
    n as f64
}
