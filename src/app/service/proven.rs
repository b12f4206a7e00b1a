//! Findings that are proven before anybody sees them, and what is remembered of the proof.
//!
//! What had to be taken back is kept in the workspace beside a fingerprint of everything that the
//! proof rests on, so that opening it again need not prove the same once more.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::Service;
use super::reports::DEFAULT_SEED;
use crate::analysis::{Findings, Options, analyze};
use crate::app::audit::{Told, count_answers, released_names};
use crate::app::proof::{Proven, Prover, everything};
use crate::app::{Reply, Stage, Watch};
use crate::disclosure::{Proof, Withdrawn};
use crate::domain::{Dataset, MinGroup};
use crate::error::{Kind, Result};
use crate::import::released::{About, Figure, Says};
use crate::store::Workspace;

/// The setting of the workspace that remembers the last proof.
const REMEMBERED: &str = "proof";

/// The last proof.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Remembered {
    /// Fingerprint of what it rests on.
    of: String,
    withdrawn: Withdrawn,
    proof: Proof,
}

impl Service {
    pub(super) fn analyze(&mut self, watch: &mut Watch) -> Result<Reply> {
        Ok(Reply::Findings(self.findings(watch)?))
    }

    /// Findings of all closed waves, proven together with everything released before. Computed once
    /// until something changes.
    pub(super) fn findings(&mut self, watch: &mut Watch) -> Result<Arc<Findings>> {
        Ok(self.timed_findings(watch)?.0)
    }

    /// The same, with how long the proof took.
    pub(super) fn timed_findings(
        &mut self,
        watch: &mut Watch,
    ) -> Result<(Arc<Findings>, Duration)> {
        if let Some(findings) = &self.findings {
            return Ok((Arc::clone(findings), Duration::ZERO));
        }
        let (dataset, options) = self.asked(watch)?;
        let start = Instant::now();
        let earlier = self.told()?;
        let of = fingerprint((&dataset, options.min_group), &earlier);
        if let Some(known) = self.remembered(&of)? {
            let took = start.elapsed();
            let options = Options {
                withdrawn: known.withdrawn,
                ..options
            };
            let findings = analyze(&dataset, &options, &mut |share| {
                watch.step(Stage::Computing, Some(share))
            })?;
            let findings = Arc::new(Findings {
                proof: Some(known.proof),
                ..findings
            });
            self.findings = Some(Arc::clone(&findings));
            return Ok((findings, took));
        }
        let prover = Prover {
            dataset: &dataset,
            options,
            earlier: &earlier,
        };
        let Proven {
            findings,
            withdrawn,
            took,
        } = prover.prove_or_tell(watch)?;
        if let Some(proof) = findings.proof.clone() {
            // Proving again next time is no reason to show nothing now.
            drop(self.remember(&Remembered {
                of,
                withdrawn,
                proof,
            }));
        }
        self.findings = Some(Arc::clone(&findings));
        Ok((findings, took))
    }

    fn asked(&self, watch: &mut Watch) -> Result<(Dataset, Options)> {
        let (mut dataset, min_group) = self.dataset(watch)?;
        dataset.levels = self.branch_levels(min_group)?;
        if dataset.waves.is_empty() {
            return Err(Kind::NoData.into());
        }
        let options = Options {
            min_group,
            seed: DEFAULT_SEED,
            ..Options::default()
        };
        Ok((dataset, options))
    }

    fn remembered(&self, of: &str) -> Result<Option<Remembered>> {
        let kept = self.workspace()?.setting(REMEMBERED)?;
        // What is not understood is proven again.
        let known = kept.and_then(|text| serde_json::from_str::<Remembered>(&text).ok());
        Ok(known.filter(|known| known.of == of))
    }

    fn remember(&mut self, what: &Remembered) -> Result<()> {
        let Ok(text) = serde_json::to_string(what) else {
            return Ok(());
        };
        self.workspace_mut()?
            .change("proof", |tx| Workspace::set_setting(tx, REMEMBERED, &text))
    }

    /// The remembered proof, where it is the one of these findings.
    pub(super) fn standing_proof(
        &self,
        findings: &Findings,
        of: (&Dataset, MinGroup),
    ) -> Result<Option<Remembered>> {
        match findings.proof {
            Some(_) => self.remembered(&fingerprint(of, &self.told()?)),
            None => Ok(None),
        }
    }

    /// After a release, which says nothing that was not proven, its proof still holds.
    pub(super) fn keep_proof(&mut self, proof: Remembered, of: (&Dataset, MinGroup)) -> Result<()> {
        let of = fingerprint(of, &self.told()?);
        self.remember(&Remembered { of, ..proof })
    }
}

/// Does a finished report say nothing but what was proven? Gives everything that was proven.
///
/// # Errors
/// When it says more, with the place; or nothing was proven.
pub(super) fn check_told(
    (findings, dataset): (&Findings, &Dataset),
    told: &Told,
) -> Result<Vec<Figure>> {
    if findings.proof.is_none() {
        return Err(Kind::ReportUnproven.into());
    }
    let proven = everything(findings, &released_names(dataset))?;
    let mut said: BTreeMap<&About, Vec<&Says>> = BTreeMap::new();
    for figure in &proven {
        said.entry(&figure.about).or_default().push(&figure.says);
    }
    let is_proven = |figure: &Figure| {
        let about = said.get(&figure.about);
        about.is_some_and(|proven| proven.iter().any(|it| tells(it, &figure.says)))
            || follows(figure, &said)
    };
    let stray = told.figures.iter().find(|it| !is_proven(it));
    match stray {
        Some(stray) => Err(Kind::ReportUnsafe(stray.cell.clone()).into()),
        None => Ok(proven),
    }
}

/// Is it the difference of two figures that stand in full in what was proven? A cut subtracts the
/// eNPS of its branch in two waves; whoever has both can do so without it.
fn follows(figure: &Figure, said: &BTreeMap<&About, Vec<&Says>>) -> bool {
    let Says::Difference {
        before,
        value,
        step,
    } = &figure.says
    else {
        return false;
    };
    let in_full = |about: &About| {
        let says = said.get(about)?;
        says.iter().find_map(|it| {
            let (Says::Mean { value, step } | Says::Net { value, step }) = it else {
                return None;
            };
            (*step <= PRECISION).then_some(*value)
        })
    };
    let earlier = About {
        wave: before.clone(),
        ..figure.about.clone()
    };
    let both = in_full(&figure.about).zip(in_full(&earlier));
    both.is_some_and(|(after, before)| rounds((after - before, 0.0), (*value, *step)))
}

/// How far two numbers of one value may be apart in files with fifteen digits.
const PRECISION: f64 = 1e-7;

fn rounds((value, step): (f64, f64), (other, coarser): (f64, f64)) -> bool {
    step <= coarser + PRECISION && (value - other).abs() <= coarser / 2.0 + PRECISION
}

fn holds((low, high): (f64, f64), (from, to): (f64, f64)) -> bool {
    from <= low + PRECISION && high <= to + PRECISION
}

/// Does one figure tell everything that another of the same people does? The other may be coarser.
fn tells(proven: &Says, other: &Says) -> bool {
    match (proven, other) {
        (
            Says::Count { low, high },
            Says::Count {
                low: from,
                high: to,
            },
        ) => from <= low && high <= to,
        (Says::Rate { value, step }, Says::Rate { value: v, step: s })
        | (Says::Mean { value, step }, Says::Mean { value: v, step: s })
        | (Says::Net { value, step }, Says::Net { value: v, step: s }) => {
            rounds((*value, *step), (*v, *s))
        }
        (
            Says::Interval { low, high, step },
            Says::Interval {
                low: from,
                high: to,
                step: s,
            },
        )
        | (
            Says::NetInterval { low, high, step },
            Says::NetInterval {
                low: from,
                high: to,
                step: s,
            },
        ) => rounds((*low, *step), (*from, *s)) && rounds((*high, *step), (*to, *s)),
        (
            Says::Share {
                from,
                to,
                low,
                high,
            },
            Says::Share {
                from: f,
                to: t,
                low: l,
                high: h,
            },
        ) => (from, to) == (f, t) && holds((*low, *high), (*l, *h)),
        (
            Says::Segment { segment, low, high },
            Says::Segment {
                segment: s,
                low: l,
                high: h,
            },
        ) => segment == s && holds((*low, *high), (*l, *h)),
        (
            Says::Difference {
                before,
                value,
                step,
            },
            Says::Difference {
                before: b,
                value: v,
                step: s,
            },
        ) => before == b && rounds((*value, *step), (*v, *s)),
        (
            Says::Count { .. }
            | Says::Rate { .. }
            | Says::Mean { .. }
            | Says::Net { .. }
            | Says::Interval { .. }
            | Says::NetInterval { .. }
            | Says::Share { .. }
            | Says::Segment { .. }
            | Says::Difference { .. },
            _,
        ) => false,
    }
}

/// A fingerprint of everything that a proof rests on: the answers, who was invited, what was told
/// before, and the order of everything that what was taken back is remembered by.
fn fingerprint((dataset, min_group): (&Dataset, MinGroup), earlier: &[(u32, Told)]) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
    hasher.update(&min_group.get().to_le_bytes());
    let mut name = |name: &str| {
        hasher.update(&u64::try_from(name.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(name.as_bytes());
    };
    for branch in &dataset.branches {
        name(branch.code.as_str());
        name(&format!("{} {}", branch.contact, branch.back_office));
    }
    name(&format!("{:?}", dataset.pools));
    let waves = dataset.waves.iter().map(|it| it.wave.code.as_str());
    let dimensions = dataset.dimensions.iter().map(|it| it.id.as_str());
    let items = dataset.items.iter().map(|it| it.id.as_str());
    for list in [
        waves.collect::<Vec<_>>(),
        dimensions.collect(),
        items.collect(),
    ] {
        name(&list.len().to_string());
        list.into_iter().for_each(&mut name);
    }
    let (tables, truth) = count_answers(dataset);
    hasher.update(&Told::new(Vec::new(), tables).to_bytes());
    for count in truth.levels.iter().flatten().flatten().flatten() {
        hasher.update(&count.to_le_bytes());
    }
    for sum in truth.sums.iter().flatten().flatten() {
        hasher.update(&sum.to_le_bytes());
    }
    for (release, told) in earlier {
        hasher.update(&release.to_le_bytes());
        hasher.update(&told.to_bytes());
    }
    hasher.finalize().to_hex().to_string()
}
