//! What the closed waves come to once they are counted, kept until something changes: small, where
//! the answers themselves are not.

use std::sync::Arc;

use super::Service;
use crate::analysis::Findings;
use crate::app::Watch;
use crate::app::audit::{Counted, Told};
use crate::domain::{Dataset, MinGroup};
use crate::error::Result;

/// What is known of the closed waves.
#[derive(Default)]
pub(super) struct Known {
    pub(super) findings: Option<Arc<Findings>>,
    /// Everything that any report of proven findings says, as the ledger keeps it.
    pub(super) told: Option<Arc<[u8]>>,
    pub(super) basis: Option<Arc<Basis>>,
}

/// What every proof rests on, beside what was told before.
pub(super) struct Basis {
    pub(super) counted: Counted,
    /// The strictest threshold of the waves.
    pub(super) min_group: MinGroup,
    print: blake3::Hash,
}

impl Basis {
    pub(super) fn of(dataset: &Dataset, min_group: MinGroup) -> Self {
        let counted = Counted::of(dataset);
        let print = print(dataset, &counted, min_group);
        Self {
            counted,
            min_group,
            print,
        }
    }

    /// A fingerprint of everything that a proof rests on, with what the ledger holds.
    pub(super) fn fingerprint(&self, earlier: &[(u32, Vec<u8>)]) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.print.as_bytes());
        for (release, told) in earlier {
            hasher.update(&release.to_le_bytes());
            hasher.update(&length(told.len()));
            hasher.update(told);
        }
        hasher.finalize().to_hex().to_string()
    }
}

impl Service {
    /// The closed waves, counted once until something changes.
    pub(super) fn basis(&mut self, watch: &mut Watch) -> Result<Arc<Basis>> {
        if let Some(basis) = &self.known.basis {
            return Ok(Arc::clone(basis));
        }
        let (dataset, min_group) = self.dataset(watch)?;
        Ok(self.counted(&dataset, min_group))
    }

    /// The same, of a data set that is at hand.
    pub(super) fn counted(&mut self, dataset: &Dataset, min_group: MinGroup) -> Arc<Basis> {
        let basis = || Arc::new(Basis::of(dataset, min_group));
        Arc::clone(self.known.basis.get_or_insert_with(basis))
    }
}

fn length(length: usize) -> [u8; 8] {
    u64::try_from(length).unwrap_or(u64::MAX).to_le_bytes()
}

/// The answers, who was invited, and the order of everything that what was taken back is remembered
/// by.
fn print(dataset: &Dataset, counted: &Counted, min_group: MinGroup) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(env!("CARGO_PKG_VERSION").as_bytes());
    hasher.update(&min_group.get().to_le_bytes());
    let mut name = |name: &str| {
        hasher.update(&length(name.len()));
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
    let Counted { tables, truth, .. } = counted;
    hasher.update(&Told::new(Vec::new(), tables.clone()).to_bytes());
    for count in truth.levels.iter().flatten().flatten().flatten() {
        hasher.update(&count.to_le_bytes());
    }
    for sum in truth.sums.iter().flatten().flatten() {
        hasher.update(&sum.to_le_bytes());
    }
    hasher.finalize()
}
