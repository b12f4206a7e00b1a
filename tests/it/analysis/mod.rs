//! From a data set to findings: reference values, verdicts, the published-or-hidden rule.

#![allow(
    clippy::unwrap_used,
    clippy::float_cmp,
    reason = "a test that unwraps nothing fails, and its numbers are small"
)]

mod benchmarks;
mod company;
mod customers;
mod disclosure;
mod drivers;
mod drivers_nps;
mod extras;
mod links;
mod properties;
mod reference;
mod scores;
mod simulation;

use frontline::analysis::{AudienceFindings, Findings, Options, analyze};
use frontline::domain::{Audience, Dataset};

/// Few draws, for tests that are not about chance.
fn options() -> Options {
    Options {
        draws: 200,
        permutations: 199,
        ..Options::default()
    }
}

fn found(dataset: &Dataset) -> Findings {
    analyze(dataset, &options(), &mut |_| Ok(())).expect("nobody cancels")
}

fn audience(findings: &Findings, wave: usize, audience: Audience) -> &AudienceFindings {
    findings.waves[wave].audience(audience).expect("audience")
}

#[track_caller]
fn assert_near(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance,
        "{found}, expected {expected}"
    );
}
