//! The planted drivers of the demo chain: engagement goes with empowerment, then with the manager.
//!
//! About 430 people answer, and the two planted weights are near each other: a single wave may rank
//! them the other way round. Then the findings must say that the order may be chance.

use std::collections::BTreeMap;

use frontline::analysis::{Options, analyze};
use frontline::domain::Audience;

use super::measure::chain;

/// Shares by id of the dimension, summed over the waves of a seed.
fn shares(seed: u64) -> BTreeMap<String, f64> {
    let options = Options {
        permutations: 19,
        ..Options::default()
    };
    let found = analyze(&chain(seed).dataset(), &options, &mut |_| Ok(())).expect("no cancel");
    let mut shares = BTreeMap::new();
    for wave in &found.waves {
        let code = wave.wave.code.as_str();
        let all = wave.drivers.engagement_of(Audience::All);
        let model = all.expect("everybody").model.as_ref();
        let model = model.expect("600 people of 24 cafés");
        let id = |dimension: usize| found.dimensions[dimension].id.as_str();
        let first: Vec<&str> = model
            .lines
            .iter()
            .take(3)
            .map(|l| id(l.dimension))
            .collect();
        for planted in ["empowerment", "manager"] {
            assert!(first.contains(&planted), "seed {seed}, {code}: {first:?}");
        }
        let empowerment = model
            .lines
            .iter()
            .find(|l| id(l.dimension) == "empowerment");
        let (_, high) = empowerment.expect("asked").interval.expect("24 branches");
        let (low, _) = model.lines[0].interval.expect("24 branches");
        assert!(low <= high, "seed {seed}, {code}: another is surely first");
        for line in &model.lines {
            *shares.entry(id(line.dimension).to_owned()).or_insert(0.0) += line.share;
        }
    }
    shares
}

#[test]
fn engagement_goes_with_empowerment_and_the_manager_in_every_chain() {
    let mut over_all: BTreeMap<String, f64> = BTreeMap::new();
    for seed in 0..10 {
        let shares = shares(seed);
        let planted = shares["empowerment"].min(shares["manager"]);
        for (id, share) in &shares {
            let is_planted = id == "empowerment" || id == "manager";
            assert!(is_planted || *share < planted, "seed {seed}: {id}");
            *over_all.entry(id.clone()).or_insert(0.0) += share;
        }
    }
    let (empowerment, manager) = (over_all["empowerment"], over_all["manager"]);
    assert!(empowerment > manager, "{empowerment} and {manager}");
}
