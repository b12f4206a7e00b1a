//! What was proven of a report, in two sentences: on the Reports screen and on the Method sheet.

use crate::analysis::Findings;
use crate::disclosure::Proof;
use crate::domain::{Lang, MinGroup};
use crate::tr;

/// What was proven, and what was looked at for it; none where nothing was audited yet.
#[must_use]
pub fn proof(lang: Lang, findings: &Findings) -> Option<(String, String)> {
    let proof = findings.proof.as_ref()?;
    let waves = findings.waves.iter().map(|found| found.wave.min_group);
    let min_group = waves.fold(findings.min_group, Ord::max);
    Some(proof_sentences(lang, min_group, proof))
}

/// The same for a proof alone, under a threshold.
#[must_use]
pub fn proof_sentences(lang: Lang, min_group: MinGroup, proof: &Proof) -> (String, String) {
    let mut detail = tr!(
        lang,
        "proof-looked",
        figures = proof.figures,
        groups = proof.groups,
        questions = proof.questions
    );
    let parts = [
        ("proof-earlier", proof.earlier),
        ("proof-withdrawn", proof.withdrawn),
        ("proof-agreeing", proof.agreeing),
        ("proof-out-before", proof.out_before),
    ];
    for (key, n) in parts.into_iter().filter(|(_, n)| *n > 0) {
        detail.push(' ');
        detail.push_str(&tr!(lang, key, n = n));
    }
    let last = i64::from(min_group.get()) - 1;
    (tr!(lang, "proof-headline", last = last), detail)
}
