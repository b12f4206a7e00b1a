//! What the customers say: NPS counts per branch, month and channel, and repeat visits.

use super::draws::{Draws, Stream};
use super::places::{CUSTOMER_MONTHS, Name, PLACES, REPEAT_VISITS, Size, WAVES};
use super::planted::{DIVERGING_BRANCH, Latents};
use crate::domain::{
    Branch, Channel, CustomerValue, Lang, Measure, Month, NpsCounts, NpsScore, Outcome, Period,
};

/// Channels: the share of customers who come through, and how much kinder they are there.
const CHANNELS: [(Name, f64, f64); 3] = [
    (Name::new("СМС", "SMS"), 0.5, 0.0),
    (Name::new("киоск", "kiosk"), 0.35, 0.1),
    (Name::new("звонок", "call"), 0.15, -0.15),
];

/// The outcomes of a wave: NPS by branch, month and channel, then repeat visits by branch.
pub(super) fn outcomes(
    seed: u64,
    latents: &Latents,
    branches: &[Branch],
    wave: usize,
    lang: Lang,
) -> Vec<Outcome> {
    let mut draws = Draws::new(seed, Stream::Customers(wave));
    let mut outcomes = Vec::new();
    for (position, branch) in branches.iter().enumerate() {
        let latent = latents.customers(position, wave) + 0.06 * draws.normal();
        let counts = counts(&mut draws, position, latent);
        for (month, channels) in (0..).zip(counts) {
            let month = first_month(wave).plus(month);
            for ((channel, _, _), counts) in CHANNELS.iter().zip(channels) {
                if counts.n() > 0 {
                    outcomes.push(Outcome {
                        branch: branch.code.clone(),
                        period: Period::Months(month, month),
                        channel: Channel::new(&channel.get(lang)),
                        measure: Measure::nps(),
                        value: CustomerValue::Counts(counts),
                    });
                }
            }
        }
    }
    for (position, branch) in branches.iter().enumerate() {
        let n = 200 + u64::from(draws.below(300));
        let chance = 2.0 * draws.normal();
        let share = (latents.repeat_visits(position, wave) + chance).clamp(5.0, 95.0);
        let (first, last) = customer_months(wave);
        outcomes.push(Outcome {
            branch: branch.code.clone(),
            period: Period::Months(first, last),
            channel: Channel::default(),
            measure: Measure::new(&REPEAT_VISITS.get(lang)).expect("a short constant name"),
            value: CustomerValue::Value {
                value: (share * 10.0).round() / 10.0,
                n: Some(n),
            },
        });
    }
    outcomes
}

/// First and last month of the customer scores of a wave.
pub(super) fn customer_months(wave: usize) -> (Month, Month) {
    let first = first_month(wave);
    (first, first.plus(CUSTOMER_MONTHS - 1))
}

fn first_month(wave: usize) -> Month {
    let (year, month) = WAVES[wave].customers_from;
    Month::new(year, month).expect("constants of the plan")
}

type ByChannel = [NpsCounts; CHANNELS.len()];

fn counts(draws: &mut Draws, branch: usize, latent: f64) -> [ByChannel; CUSTOMER_MONTHS as usize] {
    let mut counts = [ByChannel::default(); CUSTOMER_MONTHS as usize];
    for _ in 0..customers(draws, branch) {
        let month = draws.below(CUSTOMER_MONTHS.unsigned_abs().into()) as usize;
        let channel = channel(draws.uniform());
        let liking = latent + CHANNELS[channel].2 + draws.normal();
        counts[month][channel].add(score(liking, draws.uniform()));
    }
    counts
}

fn customers(draws: &mut Draws, branch: usize) -> u32 {
    if branch == DIVERGING_BRANCH {
        return 150;
    }
    match PLACES[branch].size {
        Size::Kitchen => 110 + draws.below(41),
        Size::Point => 80 + draws.below(31),
        Size::Counter => 60 + draws.below(16),
    }
}

fn channel(uniform: f64) -> usize {
    let mut sum = 0.0;
    for (position, (_, share, _)) in CHANNELS.iter().enumerate() {
        sum += share;
        if uniform < sum {
            return position;
        }
    }
    CHANNELS.len() - 1
}

/// The answer 0–10 of a customer who likes the café so much: at the average half are promoters and
/// a quarter are detractors.
fn score(liking: f64, uniform: f64) -> NpsScore {
    let is_upper = uniform < 0.5;
    let score = if liking > 0.0 {
        if is_upper { 10 } else { 9 }
    } else if liking > -0.67 {
        if is_upper { 8 } else { 7 }
    } else if liking > -1.4 {
        if is_upper { 6 } else { 5 }
    } else if is_upper {
        4
    } else {
        2
    };
    NpsScore::new(score).expect("at most 10")
}
