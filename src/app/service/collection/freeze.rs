//! Opening a wave that the program collects: classes, policy and keys are frozen into its plan.

use crate::app::DAYS_KEPT;
use crate::app::service::workspace::COMPANY;
use crate::app::service::{Service, questionnaire_of};
use crate::disclosure::{PoolFault, check_pools, classes_of_pool};
use crate::domain::{
    Branch, Date, Questionnaire, SheetClass, StaffGroup, Wave, WaveDesign, min_invited,
};
use crate::error::{Error, Field, Kind, PlanFault, Result};
use crate::i18n::message;
use crate::seal::keys::{PrivateKey, SigningKey};
use crate::seal::layout::RecordLayout;
use crate::seal::plan::{FrozenPlan, Plan, PlanClass, Policy, WitnessCard};
use crate::seal::secret::{Secret, SystemEntropy};
use crate::store::{StoredDesign, Workspace};

/// The key of the company in the workspace.
const COMPANY_KEY: &str = "company";

impl Service {
    /// Freezes the design: from then on only the days of the screens can change.
    pub(super) fn frozen_plan(
        &mut self,
        wave: &Wave,
        stored: &StoredDesign,
        source: &str,
    ) -> Result<(FrozenPlan, PrivateKey)> {
        let branches = self.workspace()?.branches()?;
        check_pools(&branches, &stored.design.pools, wave.min_group)
            .map_err(|fault| pool_error(fault, wave))?;
        let (opens, closes) = days(wave)?;
        let questionnaire = questionnaire_of(source)?;
        let company_key = self.company_key()?.verify_key();
        let wave_key = PrivateKey::random(&mut SystemEntropy)?;
        let company_name = self.workspace()?.setting(COMPANY)?.unwrap_or_default();
        let plan = Plan {
            company_key,
            company_name,
            wave: wave.code.clone(),
            title: wave.name.clone(),
            questionnaire: source.to_owned(),
            layout: layout(&questionnaire, &stored.design)?,
            classes: self.plan_classes(&branches, wave, &stored.design),
            policy: Policy {
                min_group: wave.min_group,
                level: stored.design.level,
                opens,
                closes,
            },
            wave_key: wave_key.public(),
            witnesses: stored
                .witnesses
                .iter()
                .map(|witness| WitnessCard::decode(&witness.card))
                .collect::<Result<_>>()?,
        };
        Ok((plan.freeze()?, wave_key))
    }

    /// Opens the wave: its plan, its key and its new state in one change.
    pub(in crate::app::service) fn open_collecting(
        &mut self,
        wave: &Wave,
        stored: &StoredDesign,
        source: &str,
    ) -> Result<()> {
        let (plan, wave_key) = self.frozen_plan(wave, stored, source)?;
        let destroy_on = plan
            .policy
            .closes
            .saturating_add(jiff::Span::new().days(DAYS_KEPT));
        let key = wave_key.secret().expose();
        self.workspace_mut()?.change("open wave", |tx| {
            Workspace::freeze_design(tx, &wave.code, (plan.bytes(), key), destroy_on)?;
            Workspace::move_wave(tx, &wave.code, crate::domain::WaveState::Open)
        })
    }

    /// The key that signs the company's packs; made when it is first needed.
    pub(super) fn company_key(&mut self) -> Result<SigningKey> {
        if let Some(seed) = self.workspace()?.secret(COMPANY_KEY)? {
            return Ok(SigningKey::from_seed(&secret(seed)?));
        }
        let key = SigningKey::random(&mut SystemEntropy)?;
        self.workspace_mut()?.change("make company key", |tx| {
            Workspace::put_secret(tx, COMPANY_KEY, key.seed().expose())
        })?;
        Ok(key)
    }

    /// Classes with labels for people: the branches, and the group where it stands apart.
    fn plan_classes(
        &self,
        branches: &[Branch],
        wave: &Wave,
        design: &WaveDesign,
    ) -> Vec<PlanClass> {
        let lang = self.lang();
        let name = |code: &crate::domain::BranchCode| {
            let branch = branches.iter().find(|branch| branch.code == *code);
            branch.map_or_else(
                || code.as_str().to_owned(),
                |branch| format!("{} {}", branch.code.as_str(), branch.name),
            )
        };
        let region = |class: &SheetClass| {
            let mut members = branches
                .iter()
                .filter(|it| class.branches.contains(&it.code));
            let first = members.next().map_or("", |branch| branch.region.as_str());
            let is_one = members.all(|branch| branch.region == first);
            if is_one {
                first.to_owned()
            } else {
                String::new()
            }
        };
        let class = |class: SheetClass| {
            let names: Vec<String> = class.branches.iter().map(name).collect();
            let group = class.group.map(|group| match group {
                StaffGroup::Contact => message(lang, "group-contact"),
                StaffGroup::BackOffice => message(lang, "group-back_office"),
            });
            let places = names.join(", ");
            PlanClass {
                label: group.map_or_else(|| places.clone(), |group| format!("{places} · {group}")),
                region: region(&class),
                branches: class.branches,
                group: class.group,
                invited_contact: class.invited_contact,
                invited_back_office: class.invited_back_office,
            }
        };
        let pools = design.pools.iter();
        pools
            .flat_map(|pool| classes_of_pool(branches, pool, wave.min_group))
            .map(class)
            .collect()
    }
}

fn pool_error(fault: PoolFault, wave: &Wave) -> Error {
    match fault {
        PoolFault::Missing(code) | PoolFault::Unfit(code) => {
            Error::invalid(Field::Branch, code.as_str())
        }
        PoolFault::TooSmall { branch, .. } => {
            let label = branch.as_str().to_owned();
            PlanFault::ClassTooSmall(label, min_invited(wave.min_group)).into()
        }
        PoolFault::CompanyTooSmall { .. } => {
            PlanFault::ClassTooSmall(wave.name.clone(), min_invited(wave.min_group)).into()
        }
    }
}

/// 32 bytes of the workspace as a secret.
pub(super) fn secret(mut bytes: Vec<u8>) -> Result<Secret<32>> {
    let array: &mut [u8; 32] = bytes
        .as_mut_slice()
        .try_into()
        .map_err(|_| Error::from(Kind::Store("unexpected key".to_owned())))?;
    Ok(Secret::take(array))
}

fn layout(questionnaire: &Questionnaire, design: &WaveDesign) -> Result<RecordLayout> {
    RecordLayout::of(questionnaire, design.has_company_view)
}

/// Both days are needed: the kiosk opens and closes by them.
fn days(wave: &Wave) -> Result<(Date, Date)> {
    let missing = || Error::invalid(Field::Date, "");
    wave.opens.zip(wave.closes).ok_or_else(missing)
}
