//! What is planted in the chain stands in the findings, for twenty seeds: the same rules, merging and
//! hiding as for any customer's data.

use frontline::analysis::{
    AudienceFindings, Divergence, Findings, Options, Verdict, WaveFindings, analyze,
};
use frontline::app::demo::{DIVERGING_BRANCH, STRONGEST_LEVER, WEAKEST_LEVER};
use frontline::disclosure::{Published, Score};
use frontline::domain::{Audience, Lever, Motive};

use super::measure::{SEEDS, chain};

/// Fewer draws than a report takes: no planted truth rests on the third decimal of a p.
const DRAWS: usize = 400;
const PERMUTATIONS: usize = 999;

/// The tolerance: what is planted is found in every one of the twenty chains; what is not planted may
/// be claimed once, as a 95 % interval allows.
const FALSE_CLAIMS: usize = 1;

fn findings(seed: u64) -> Findings {
    let options = Options {
        draws: DRAWS,
        permutations: PERMUTATIONS,
        ..Options::default()
    };
    analyze(&chain(seed).dataset(), &options, &mut |_| Ok(())).expect("nobody cancels")
}

fn last(found: &Findings) -> &WaveFindings {
    found.waves.last().expect("three waves")
}

fn everybody(wave: &WaveFindings) -> &AudienceFindings {
    wave.audience(Audience::All)
        .expect("everybody is always there")
}

fn dimension(found: &Findings, id: &str) -> usize {
    found
        .dimensions
        .iter()
        .position(|dimension| dimension.id == id)
        .expect("asked")
}

/// The NPS over all channels.
fn nps(found: &Findings) -> usize {
    let is_nps = |o: &frontline::analysis::OutcomeInfo| o.measure.is_nps() && o.channel.is_none();
    found
        .outcomes
        .iter()
        .position(is_nps)
        .expect("customers were asked")
}

fn lowest<T: Copy>(all: &[T], scores: &[Published<Score>], sign: f64) -> T {
    let figure =
        |score: &Published<Score>| sign * score.value().expect("the company is shown").mean;
    let ranked = all
        .iter()
        .zip(scores)
        .min_by(|a, b| figure(a.1).total_cmp(&figure(b.1)));
    *ranked.expect("not empty").0
}

#[test]
fn planted_effects_stand_in_the_findings_of_twenty_seeds() {
    let mut unseen = Vec::new();
    let mut claimed_for_back_office = Vec::new();
    let mut uncertain: Vec<u64> = Vec::new();
    let mut strays = 0;
    for seed in SEEDS {
        let found = findings(seed);
        let wave = last(&found);
        let (empowerment, nps) = (dimension(&found, "empowerment"), nps(&found));

        let contact = wave
            .link(Audience::Contact, empowerment, nps)
            .expect("linked");
        if contact.verdict != Verdict::Positive {
            unseen.push((seed, contact.verdict));
        }
        let headline = wave.headline.map(|link| &wave.links[link]);
        assert_eq!(
            headline,
            Some(contact),
            "seed {seed}: the page opens with it"
        );
        let back = wave
            .link(Audience::BackOffice, empowerment, nps)
            .expect("linked");
        if back.verdict != Verdict::NotSeen {
            claimed_for_back_office.push((seed, back.verdict));
        }

        let company = everybody(wave);
        assert_eq!(company.weakest.first(), Some(&empowerment), "seed {seed}");
        let worst = company.dissatisfiers.first().expect("ranked");
        assert_eq!(
            found.items[worst.item].dimension, "empowerment",
            "seed {seed}"
        );
        let row = &company.company;
        assert_eq!(
            lowest(&Lever::ALL, &row.levers, 1.0),
            WEAKEST_LEVER,
            "seed {seed}"
        );
        assert_eq!(
            lowest(&Lever::ALL, &row.levers, -1.0),
            STRONGEST_LEVER,
            "seed {seed}"
        );
        assert_eq!(
            lowest(&Motive::ALL, &row.motives, 1.0),
            Motive::Can,
            "seed {seed}"
        );
        let rise = row.changes[empowerment].value().expect("two waves");
        assert!(rise.difference > 0.0, "seed {seed}: {rise:?}");

        let (port, others): (Vec<&Divergence>, Vec<&Divergence>) = wave
            .divergences
            .iter()
            .filter(|divergence| divergence.is_certain)
            .partition(|divergence| divergence.branch == DIVERGING_BRANCH);
        if port.is_empty() {
            uncertain.push(seed);
        }
        strays += others.len();
    }
    assert_eq!(unseen, [], "contact staff");
    assert!(
        uncertain.is_empty(),
        "divergence of the river port: {uncertain:?}"
    );
    let claimed = claimed_for_back_office;
    assert!(claimed.len() <= FALSE_CLAIMS, "back office: {claimed:?}");
    assert!(
        strays <= FALSE_CLAIMS,
        "{strays} other branches are certain to diverge"
    );
}
