//! Findings that are proven before anybody sees them, and what is remembered of the proof.
//!
//! What had to be taken back is kept in the workspace beside a fingerprint of everything that the
//! proof rests on, so that opening it again need not prove the same once more.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::Service;
use super::basis::Basis;
use super::reports::DEFAULT_SEED;
use crate::analysis::{Findings, Options, analyze};
use crate::app::audit::{Of, Told};
use crate::app::proof::{Proven, Prover, everything};
use crate::app::{Reply, Stage, Watch};
use crate::disclosure::{Proof, Withdrawn};
use crate::domain::Dataset;
use crate::error::{Kind, ReportFault, Result};
use crate::import::released::{Figure, Names, Says};
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
        if let Some(findings) = &self.known.findings {
            return Ok((Arc::clone(findings), Duration::ZERO));
        }
        let (dataset, options) = self.asked(watch)?;
        let start = Instant::now();
        let basis = self.counted(&dataset, options.min_group);
        let of = basis.fingerprint(&self.workspace()?.told()?);
        let known = self.remembered(&of)?;
        let mut took = start.elapsed();
        let findings = if let Some(known) = known {
            again((&dataset, options), known, watch)?
        } else {
            let earlier = self.told()?;
            let prover = Prover {
                dataset: &dataset,
                counted: &basis.counted,
                options,
                earlier: &earlier,
            };
            let proven = prover.prove_or_tell(watch)?;
            took += proven.took;
            // The answers may take more room than anything else: they go before the file is saved.
            drop(dataset);
            let start = Instant::now();
            let findings = self.remember(proven, of);
            took += start.elapsed();
            findings
        };
        self.known.findings = Some(Arc::clone(&findings));
        Ok((findings, took))
    }

    /// Remembers a proof, and what had to be taken back for it.
    fn remember(&mut self, proven: Proven, of: String) -> Arc<Findings> {
        let Proven {
            findings,
            withdrawn,
            told,
            ..
        } = proven;
        if let Some(proof) = findings.proof.clone() {
            self.known.told = Some(told.to_bytes().into());
            drop(told);
            let proof = Remembered {
                of,
                withdrawn,
                proof,
            };
            let (key, text) = proof.setting();
            let keep = |open: &mut Workspace| {
                open.change("proof", |tx| Workspace::set_setting(tx, key, &text))
            };
            // Proving again next time is no reason to show nothing now.
            drop(self.workspace_mut().and_then(keep));
        }
        findings
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

    /// Everything that was proven of the findings: what any report of them says.
    ///
    /// # Errors
    /// When nothing was proven.
    pub(super) fn proven(&mut self, findings: &Findings, names: &Names) -> Result<Vec<Figure>> {
        if findings.proof.is_none() {
            return Err(Kind::Report(ReportFault::Unproven).into());
        }
        if let Some(told) = &self.known.told {
            return Ok(Told::from_bytes(told)?.figures);
        }
        let told = Told::new(everything(findings, names)?, Vec::new());
        self.known.told = Some(told.to_bytes().into());
        Ok(told.figures)
    }

    /// The remembered proof, where it is the one of these findings.
    pub(super) fn standing_proof(
        &self,
        findings: &Findings,
        basis: &Basis,
    ) -> Result<Option<Remembered>> {
        match findings.proof {
            Some(_) => self.remembered(&basis.fingerprint(&self.workspace()?.told()?)),
            None => Ok(None),
        }
    }
}

impl Remembered {
    /// After a release, which says nothing that was not proven, a proof still holds.
    pub(super) fn now_of(self, of: String) -> Self {
        Self { of, ..self }
    }

    /// The setting that keeps it.
    pub(super) fn setting(&self) -> (&'static str, String) {
        // What cannot be written is proven again.
        let text = serde_json::to_string(self);
        (REMEMBERED, text.unwrap_or_default())
    }
}

/// The findings of a proof that is remembered.
fn again(
    (dataset, options): (&Dataset, Options),
    known: Remembered,
    watch: &mut Watch,
) -> Result<Arc<Findings>> {
    let options = Options {
        withdrawn: known.withdrawn,
        ..options
    };
    let findings = analyze(dataset, &options, &mut |share| {
        watch.step(Stage::Computing, Some(share))
    })?;
    Ok(Arc::new(Findings {
        proof: Some(known.proof),
        ..findings
    }))
}

/// Does a finished report say nothing but what was proven?
///
/// # Errors
/// When it says more, with the place.
pub(super) fn check_told(proven: &[Figure], told: &Told) -> Result<()> {
    let mut said: HashMap<Of<'_>, Vec<&Says>> = HashMap::new();
    for figure in proven {
        let of = Of::from(&figure.about);
        said.entry(of).or_default().push(&figure.says);
    }
    let is_proven = |figure: &Figure| {
        let about = said.get(&Of::from(&figure.about));
        about.is_some_and(|proven| proven.iter().any(|it| tells(it, &figure.says)))
            || follows(figure, &said)
    };
    let stray = told.figures.iter().find(|it| !is_proven(it));
    match stray {
        Some(stray) => Err(Kind::Report(ReportFault::Unsafe(stray.cell.clone())).into()),
        None => Ok(()),
    }
}

/// Is it the difference of two figures that stand in full in what was proven? A cut subtracts the
/// eNPS of its branch in two waves; whoever has both can do so without it.
fn follows(figure: &Figure, said: &HashMap<Of<'_>, Vec<&Says>>) -> bool {
    let Says::Difference {
        before,
        value,
        step,
    } = &figure.says
    else {
        return false;
    };
    let in_full = |of: Of<'_>| {
        let says = said.get(&of)?;
        says.iter().find_map(|it| {
            let (Says::Mean { value, step } | Says::Net { value, step }) = it else {
                return None;
            };
            (*step <= PRECISION).then_some(*value)
        })
    };
    let now = Of::from(&figure.about);
    let earlier = Of {
        wave: before,
        ..now
    };
    let both = in_full(now).zip(in_full(earlier));
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
