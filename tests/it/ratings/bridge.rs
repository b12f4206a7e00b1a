//! Competency level beside engagement and NPS: branches as wholes, nothing of a person.

use frontline::analysis::{Options, analyze};
use frontline::app::demo::DemoChain;
use frontline::domain::{Audience, BranchLevel, Lang};

fn chain_with_levels(levels: impl Fn(usize) -> f64) -> frontline::analysis::Findings {
    let chain = DemoChain::generate(7, Lang::En);
    let mut dataset = chain.dataset();
    let level = |(place, branch): (usize, &frontline::domain::Branch)| BranchLevel {
        branch: branch.code.clone(),
        audience: Audience::All,
        value: levels(place),
        n: 7,
    };
    dataset.levels = dataset.branches.iter().enumerate().map(level).collect();
    let options = Options {
        draws: 200,
        permutations: 199,
        ..Options::default()
    };
    analyze(&dataset, &options, &mut |_| Ok(())).expect("nobody cancels")
}

#[test]
fn the_level_is_one_more_inside_measure_of_the_newest_wave_and_is_counted() {
    let plain = {
        let dataset = DemoChain::generate(7, Lang::En).dataset();
        let options = Options {
            draws: 200,
            permutations: 199,
            ..Options::default()
        };
        analyze(&dataset, &options, &mut |_| Ok(())).expect("nobody cancels")
    };
    #[expect(clippy::cast_precision_loss, reason = "24 branches")]
    let found = chain_with_levels(|place| 2.0 + (place * 7 % 24) as f64 / 12.0);
    let (before, after) = (plain.waves.last().unwrap(), found.waves.last().unwrap());
    assert!(before.level_links.is_empty());
    assert!(!after.level_links.is_empty());
    assert_eq!(after.pairs, before.pairs + after.level_links.len());
    assert_eq!(after.links.len(), before.links.len());
    for (one, other) in before.links.iter().zip(&after.links) {
        assert_eq!((one.spearman, one.bca), (other.spearman, other.bca));
    }
    let link = &after.level_links[0];
    assert!(link.spearman.is_ok() && link.points.len() > 20);
    assert!(found.waves[0].level_links.is_empty());
}
