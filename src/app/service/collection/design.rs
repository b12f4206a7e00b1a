//! The design of a draft: proposed from head counts, changed by HR, and told to the screens.

use std::path::Path;

use super::codes::pack_of;
use super::witness::words_of;
use crate::app::service::Service;
use crate::app::{Collection, DesignChange, Reply, SealedState, Station, WitnessInfo, files};
use crate::disclosure::{
    PoolFault, Published, Publisher, Reason, ShownCount, check_pools, classes_of_pool,
    propose_pools,
};
use crate::domain::{
    Branch, BranchCode, MinGroup, Pool, ProtectionLevel, StationDesign, Wave, WaveCode, WaveDesign,
    WaveState,
};
use crate::error::{Error, Field, Kind, PlanFault, Result};
use crate::seal::merge::{Counts, START_BYTES, counts};
use crate::seal::plan::WitnessCard;
use crate::store::{StoredDesign, StoredStation, StoredWitness, Workspace};

/// The most witnesses of a wave.
const MOST_WITNESSES: usize = 2;

impl Service {
    pub(in crate::app::service) fn change_design(
        &mut self,
        wave: &WaveCode,
        change: DesignChange,
    ) -> Result<Reply> {
        let branches = self.workspace()?.branches()?;
        let min_group = self.wave(wave)?.min_group;
        let stored = self.workspace()?.design(wave)?;
        let mut cards = stored
            .as_ref()
            .map_or_else(Vec::new, |stored| stored.witnesses.clone());
        let known = stored.map(|stored| stored.design);
        let design = match change {
            DesignChange::Propose => self.proposed(&branches, wave, min_group)?,
            DesignChange::Set(design) => design,
            DesignChange::AddWitness(path) => {
                cards.push(self.witness_card(&path, &cards)?);
                known.ok_or(Kind::WaveState)?
            }
            DesignChange::RemoveWitness(position) => {
                if position < cards.len() {
                    cards.remove(position);
                }
                known.ok_or(Kind::WaveState)?
            }
            DesignChange::Drop => {
                self.workspace_mut()?
                    .change("drop design", |tx| Workspace::remove_design(tx, wave))?;
                return self.changed();
            }
        };
        check_stations(&branches, &design.stations)?;
        self.workspace_mut()?.change("design wave", |tx| {
            Workspace::put_design(tx, wave, &design, &cards)
        })?;
        self.changed()
    }

    /// A wave by code.
    pub(super) fn wave(&self, code: &WaveCode) -> Result<Wave> {
        let waves = self.workspace()?.waves()?;
        let found = waves.into_iter().find(|(wave, _)| wave.code == *code);
        found.map(|(wave, _)| wave).ok_or_else(|| {
            Error::from(Kind::NotFound {
                field: Field::Wave,
                name: code.as_str().to_owned(),
            })
        })
    }

    fn proposed(
        &self,
        branches: &[Branch],
        wave: &WaveCode,
        min_group: MinGroup,
    ) -> Result<WaveDesign> {
        let before = self.pools_before(wave)?.unwrap_or_default();
        // A company too small for one class keeps every branch apart, and the design says why it
        // cannot open.
        let pools = propose_pools(branches, min_group, &before).unwrap_or_else(|_| alone(branches));
        let invited: u32 = branches.iter().map(Branch::head_count).sum();
        Ok(WaveDesign {
            level: ProtectionLevel::TwoKeys,
            has_company_view: invited >= WaveDesign::COMPANY_VIEW_FROM,
            pools,
            stations: one_station_per_branch(branches)?,
        })
    }

    /// The pools of the latest other wave that was designed and opened: a draft was never asked.
    fn pools_before(&self, wave: &WaveCode) -> Result<Option<Vec<Pool>>> {
        let workspace = self.workspace()?;
        for (other, _) in workspace.waves()?.into_iter().rev() {
            if other.code != *wave
                && other.state != WaveState::Draft
                && let Some(stored) = workspace.design(&other.code)?
            {
                return Ok(Some(stored.design.pools));
            }
        }
        Ok(None)
    }

    /// The collection of a wave as screens see it.
    pub(in crate::app::service) fn collection(
        &self,
        wave: &Wave,
        branches: &[Branch],
        stations: &[(StoredStation, Option<StationCounts>)],
        is_opened: bool,
    ) -> Result<Option<Collection>> {
        let Some(stored) = self.workspace()?.design(&wave.code)? else {
            return Ok(None);
        };
        let before = self.pools_before(&wave.code)?;
        let publisher = Publisher::new(wave.min_group);
        let shown = stations
            .iter()
            .map(|(station, counts)| station_info(station, *counts, branches, &publisher))
            .collect();
        let StoredDesign {
            design,
            witnesses,
            destroy_on,
            wave_key,
            ..
        } = stored;
        let has_records = stations
            .iter()
            .any(|(station, _)| station.records.is_some());
        Ok(Some(Collection {
            classes: design
                .pools
                .iter()
                .flat_map(|pool| classes_of_pool(branches, pool, wave.min_group))
                .collect(),
            fault: fault(wave, &design, branches),
            is_as_before: before.map(|before| is_as_before(&before, &design.pools)),
            stations: shown,
            witnesses: witnesses.iter().map(witness_info).collect::<Result<_>>()?,
            answers: match (is_opened, has_records, wave.state) {
                (true, _, _) if wave_key.is_none() => SealedState::Destroyed,
                (true, _, _) => SealedState::Opened,
                (false, false, _) => SealedState::None,
                (false, true, WaveState::Closed) if design.level == ProtectionLevel::TwoKeys => {
                    SealedState::AwaitsRelease
                }
                (false, true, _) => SealedState::Sealed,
            },
            destroy_on,
            design,
        }))
    }
}

fn alone(branches: &[Branch]) -> Vec<Pool> {
    let staffed = branches.iter().filter(|branch| branch.head_count() > 0);
    staffed.map(|branch| vec![branch.code.clone()]).collect()
}

/// A PC in every branch, named after it; names that repeat get the code in front.
fn one_station_per_branch(branches: &[Branch]) -> Result<Vec<StationDesign>> {
    let staffed = branches.iter().filter(|branch| branch.head_count() > 0);
    let is_twice = |name: &str| branches.iter().filter(|other| other.name == name).count() > 1;
    let station = |branch: &Branch| {
        let code = branch.code.as_str();
        let name = match branch.name.trim() {
            "" => code.to_owned(),
            name if is_twice(name) => format!("{code} {name}"),
            name => name.to_owned(),
        };
        let name: String = name.chars().take(60).collect();
        StationDesign::new(&name, vec![branch.code.clone()])
    };
    staffed.map(station).collect()
}

/// Every branch with staff has exactly one station, and names do not repeat.
fn check_stations(branches: &[Branch], stations: &[StationDesign]) -> Result<()> {
    let mut names: Vec<&str> = stations.iter().map(|it| it.name.as_str()).collect();
    names.sort_unstable();
    if let Some(twice) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        return Err(Error::invalid(Field::Name, twice[0]));
    }
    let homes = |code: &BranchCode| {
        let own = stations.iter().filter(|it| it.branches.contains(code));
        own.count()
    };
    let lost = branches
        .iter()
        .filter(|branch| branch.head_count() > 0)
        .find(|branch| homes(&branch.code) != 1);
    match lost {
        Some(branch) => Err(Error::invalid(Field::Branch, branch.code.as_str())),
        None => Ok(()),
    }
}

fn fault(wave: &Wave, design: &WaveDesign, branches: &[Branch]) -> Option<PoolFault> {
    (wave.state == WaveState::Draft)
        .then(|| check_pools(branches, &design.pools, wave.min_group).err())
        .flatten()
}

/// Do the branches that both waves have stand in the same pools?
fn is_as_before(before: &[Pool], now: &[Pool]) -> bool {
    let known = |pools: &[Pool], code: &BranchCode| pools.iter().any(|pool| pool.contains(code));
    let partners = |pools: &[Pool], code: &BranchCode, others: &[Pool]| -> Vec<BranchCode> {
        let pool = pools.iter().find(|pool| pool.contains(code));
        let members = pool.into_iter().flatten();
        members
            .filter(|member| known(others, member))
            .cloned()
            .collect()
    };
    now.iter()
        .flatten()
        .filter(|code| known(before, code))
        .all(|code| partners(before, code, now) == partners(now, code, before))
}

fn station_info(
    station: &StoredStation,
    counts: Option<StationCounts>,
    branches: &[Branch],
    publisher: &Publisher,
) -> Station {
    let own = branches
        .iter()
        .filter(|branch| station.design.branches.contains(&branch.code));
    let come = counts.and_then(|counts| counts.come);
    let returned = come.map_or(Published::Hidden(Reason::NoAnswers), |come| {
        publisher.sheets(come.sessions)
    });
    // Beside the codes made, it would say the sheets exactly.
    let is_exact = matches!(returned.n(), Some(ShownCount::Exact(_)));
    Station {
        design: station.design.clone(),
        invited: own.map(Branch::head_count).sum(),
        issued: counts.map(|counts| counts.issued),
        returned,
        unused: come.filter(|_| is_exact).map(|come| come.unused),
        words: station.words.clone(),
    }
}

/// What a station was given and what came of it.
#[derive(Debug, Clone, Copy)]
pub(in crate::app::service) struct StationCounts {
    /// Codes made.
    issued: u32,
    /// What has come in; none before the first bundle.
    come: Option<Counts>,
}

impl StationCounts {
    /// Sealed sheets that have come in.
    pub(in crate::app::service) fn sheets(self) -> u32 {
        self.come.map_or(0, |come| come.sessions)
    }
}

impl Service {
    /// The stations of a wave, counted once for all that is shown of them; none where a station has
    /// no codes yet.
    pub(in crate::app::service) fn counted_stations(
        &self,
        wave: &WaveCode,
    ) -> Result<Vec<(StoredStation, Option<StationCounts>)>> {
        let stations = self.workspace()?.stations_in_brief(wave, START_BYTES)?;
        let counted = stations.into_iter().map(|station| {
            let Some(pack) = &station.pack else {
                return Ok((station, None));
            };
            let pack = pack_of(pack)?.pack;
            let records = station.records.as_deref();
            let counts = StationCounts {
                issued: pack.issued(),
                come: records.map(|start| counts(start, &pack)).transpose()?,
            };
            Ok((station, Some(counts)))
        });
        counted.collect()
    }
}

fn witness_info(witness: &StoredWitness) -> Result<WitnessInfo> {
    Ok(WitnessInfo {
        name: WitnessCard::decode(&witness.card)?.name,
        words: witness.words.clone(),
    })
}

impl Service {
    /// Reads a card; a wave has two witnesses at most, each once.
    fn witness_card(&self, path: &Path, known: &[StoredWitness]) -> Result<StoredWitness> {
        let card = files::read(path)?;
        let words = words_of(&WitnessCard::decode(&card)?)?;
        if known.len() >= MOST_WITNESSES || known.iter().any(|other| other.card == card) {
            return Err(PlanFault::Witnesses.into());
        }
        Ok(StoredWitness { card, words })
    }
}
