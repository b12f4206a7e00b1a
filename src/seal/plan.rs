//! The plan of a wave: what is asked, of whom, under which policy, and to which keys it is sealed.
//! Frozen before anybody is asked, identical in all packs of the wave.

use std::collections::BTreeSet;

use super::bytes::{Reader, Writer};
use super::keys::{PublicKey, VerifyKey};
use super::layout::RecordLayout;
use crate::domain::{BranchCode, Date, MinGroup, ProtectionLevel, StaffGroup, WaveCode};
use crate::error::{PlanFault, Result, SealFault};

/// The class number of the company view, which belongs to no class.
pub const COMPANY: u16 = u16::MAX;
/// The fewest invited of a class.
pub const LEAST_INVITED: u32 = 8;
/// The most bytes of a questionnaire.
pub const MOST_QUESTIONNAIRE: usize = 1 << 20;
/// Invited from which the company view is on unless HR turns it off.
pub const COMPANY_VIEW_FROM: u32 = 200;

const MAGIC: &[u8; 8] = b"FL-PLAN\0";
const VERSION: u16 = 1;
const MOST_BYTES: usize = 4 << 20;
const MOST_CLASSES: usize = 10_000;
const MOST_BRANCHES: usize = 10_000;
const MOST_TEXT: usize = 512;

/// What holds for the whole wave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Fewest answers shown together.
    pub min_group: MinGroup,
    /// Who must help to open.
    pub level: ProtectionLevel,
    /// First day.
    pub opens: Date,
    /// Last day.
    pub closes: Date,
}

/// People whose answers cannot be told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanClass {
    /// Its name for people.
    pub label: String,
    /// Region; empty where there is none.
    pub region: String,
    /// Branches, ascending, at least one.
    pub branches: Vec<BranchCode>,
    /// The group; none where both are merged.
    pub group: Option<StaffGroup>,
    /// Contact staff invited.
    pub invited_contact: Option<u32>,
    /// Back office invited.
    pub invited_back_office: Option<u32>,
}

impl PlanClass {
    /// Everybody invited.
    #[must_use]
    pub fn invited(&self) -> u32 {
        let contact = self.invited_contact.unwrap_or(0);
        contact.saturating_add(self.invited_back_office.unwrap_or(0))
    }
}

/// A witness's public card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessCard {
    /// Name for people.
    pub name: String,
    /// What class labels are sealed to.
    pub seal_key: PublicKey,
    /// What releases are signed with.
    pub verify_key: VerifyKey,
}

/// A wave as it is designed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Signs the packs.
    pub company_key: VerifyKey,
    /// Name for people.
    pub company_name: String,
    /// Code of the wave.
    pub wave: WaveCode,
    /// Title for people.
    pub title: String,
    /// Source text of the questionnaire, as the kiosk shows it.
    pub questionnaire: String,
    /// Its records.
    pub layout: RecordLayout,
    /// The classes; a class is named by its position.
    pub classes: Vec<PlanClass>,
    /// What holds for all.
    pub policy: Policy,
    /// What answers are sealed to.
    pub wave_key: PublicKey,
    /// The witnesses: none at level 1, one or two at level 2.
    pub witnesses: Vec<WitnessCard>,
}

/// The identity of a frozen plan: BLAKE3 of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WaveId(pub [u8; 32]);

/// A plan that cannot change any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenPlan {
    plan: Plan,
    bytes: Vec<u8>,
    id: WaveId,
}

impl std::ops::Deref for FrozenPlan {
    type Target = Plan;

    fn deref(&self) -> &Plan {
        &self.plan
    }
}

impl FrozenPlan {
    /// Reads a plan; only the one spelling of it is accepted.
    ///
    /// # Errors
    /// When it is no plan or breaks a rule of [`Plan::freeze`].
    pub fn decode(bytes: &[u8]) -> Result<Self> {
        let frozen = read(bytes)?.freeze()?;
        if frozen.bytes != bytes {
            return Err(SealFault::Damaged.into());
        }
        Ok(frozen)
    }

    /// The bytes.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The identity.
    #[must_use]
    pub const fn id(&self) -> WaveId {
        self.id
    }

    /// The keys that class labels are sealed to: the witnesses', or at level 1 the wave's.
    #[must_use]
    pub fn class_keys(&self) -> Vec<PublicKey> {
        match self.plan.policy.level {
            ProtectionLevel::OneKey => vec![self.plan.wave_key],
            ProtectionLevel::TwoKeys => self.plan.witnesses.iter().map(|w| w.seal_key).collect(),
        }
    }

    /// Bytes of a sealed small record.
    #[must_use]
    pub fn small_sealed(&self) -> usize {
        super::record::sealed_size(super::layout::SMALL_BYTES, self.class_keys().len())
    }

    /// Bytes of a sealed comment.
    #[must_use]
    pub fn comment_sealed(&self) -> usize {
        super::record::sealed_size(super::layout::COMMENT_BYTES, self.class_keys().len())
    }
}

impl Plan {
    /// Everybody invited.
    #[must_use]
    pub fn invited(&self) -> u32 {
        let invited = self.classes.iter().map(PlanClass::invited);
        invited.fold(0, u32::saturating_add)
    }

    /// Checks all rules and freezes the plan.
    ///
    /// # Errors
    /// [`PlanFault`]: the first rule that is broken.
    pub fn freeze(self) -> Result<FrozenPlan> {
        self.check()?;
        let bytes = self.encode()?;
        if bytes.len() > MOST_BYTES {
            return Err(SealFault::TooLarge.into());
        }
        Ok(FrozenPlan {
            id: WaveId(*blake3::hash(&bytes).as_bytes()),
            plan: self,
            bytes,
        })
    }

    fn check(&self) -> Result<()> {
        for text in [&self.company_name, &self.title] {
            check_text(text)?;
        }
        if self.questionnaire.is_empty() || self.questionnaire.len() > MOST_QUESTIONNAIRE {
            return Err(PlanFault::Text.into());
        }
        if self.policy.opens > self.policy.closes {
            return Err(PlanFault::Days.into());
        }
        self.check_classes()?;
        self.check_witnesses()
    }

    fn check_classes(&self) -> Result<()> {
        if self.classes.is_empty() || self.classes.len() > MOST_CLASSES {
            return Err(PlanFault::Count.into());
        }
        let mut labels = BTreeSet::new();
        let mut people = BTreeSet::new();
        for class in &self.classes {
            check_text(&class.label)?;
            if class.region.len() > MOST_TEXT {
                return Err(PlanFault::Text.into());
            }
            if class.invited() < LEAST_INVITED {
                let label = class.label.clone();
                return Err(PlanFault::ClassTooSmall(label, LEAST_INVITED).into());
            }
            let twice = || PlanFault::ClassTwice(class.label.clone());
            let is_ordered = class.branches.is_sorted_by(|left, right| left < right);
            if !labels.insert(&class.label) || class.branches.is_empty() || !is_ordered {
                return Err(twice().into());
            }
            let groups = class.group.map_or(StaffGroup::ALL.to_vec(), |g| vec![g]);
            for branch in &class.branches {
                if !groups.iter().all(|group| people.insert((branch, *group))) {
                    return Err(twice().into());
                }
            }
        }
        Ok(())
    }

    fn check_witnesses(&self) -> Result<()> {
        let is_right = match (self.policy.level, self.witnesses.as_slice()) {
            (ProtectionLevel::OneKey, []) | (ProtectionLevel::TwoKeys, [_]) => true,
            (ProtectionLevel::TwoKeys, [first, second]) => {
                first.seal_key != second.seal_key && first.verify_key != second.verify_key
            }
            _ => false,
        };
        // A witness who is HR would be no second pair of eyes.
        let is_apart = self
            .witnesses
            .iter()
            .all(|w| w.seal_key != self.wave_key && w.verify_key != self.company_key);
        if !is_right || !is_apart {
            return Err(PlanFault::Witnesses.into());
        }
        self.witnesses.iter().try_for_each(|w| check_text(&w.name))
    }

    fn encode(&self) -> Result<Vec<u8>> {
        let mut out = Writer::of_kind(MAGIC, VERSION);
        out.raw(self.company_key.as_bytes());
        out.text(&self.company_name)?;
        out.text(self.wave.as_str())?;
        out.text(&self.title)?;
        out.text(&self.questionnaire)?;
        self.layout.write(&mut out)?;
        out.count(self.classes.len())?;
        for class in &self.classes {
            out.text(&class.label)?;
            out.text(&class.region)?;
            out.count(class.branches.len())?;
            for branch in &class.branches {
                out.text(branch.as_str())?;
            }
            out.u8(match class.group {
                None => 0,
                Some(StaffGroup::Contact) => 1,
                Some(StaffGroup::BackOffice) => 2,
            });
            out.optional_u32(class.invited_contact);
            out.optional_u32(class.invited_back_office);
        }
        out.u32(self.policy.min_group.get());
        out.u8(self.policy.level.number());
        out.text(&self.policy.opens.to_string())?;
        out.text(&self.policy.closes.to_string())?;
        out.raw(self.wave_key.as_bytes());
        out.count(self.witnesses.len())?;
        for witness in &self.witnesses {
            out.text(&witness.name)?;
            out.raw(witness.seal_key.as_bytes());
            out.raw(witness.verify_key.as_bytes());
        }
        Ok(out.into_bytes())
    }
}

/// The company key of a plan that is not yet believed: it stands behind magic word and version.
pub(super) fn company_key_of(plan: &[u8]) -> Result<VerifyKey> {
    let mut from = Reader::new(plan);
    from.take(MAGIC.len() + 2)?;
    VerifyKey::from_bytes(&from.array()?)
}

fn check_text(text: &str) -> Result<()> {
    if text.trim().is_empty() || text.len() > MOST_TEXT {
        return Err(PlanFault::Text.into());
    }
    Ok(())
}

fn read(bytes: &[u8]) -> Result<Plan> {
    let mut from = Reader::of_kind(bytes, MAGIC, VERSION, MOST_BYTES)?;
    let plan = Plan {
        company_key: VerifyKey::from_bytes(&from.array()?)?,
        company_name: from.text(MOST_TEXT)?.to_owned(),
        wave: WaveCode::new(from.text(MOST_TEXT)?)?,
        title: from.text(MOST_TEXT)?.to_owned(),
        questionnaire: from.text(MOST_QUESTIONNAIRE)?.to_owned(),
        layout: RecordLayout::read(&mut from)?,
        classes: read_classes(&mut from)?,
        policy: read_policy(&mut from)?,
        wave_key: PublicKey::from_bytes(&from.array()?)?,
        witnesses: read_witnesses(&mut from)?,
    };
    from.end()?;
    Ok(plan)
}

fn read_classes(from: &mut Reader<'_>) -> Result<Vec<PlanClass>> {
    let mut classes = Vec::new();
    for _ in 0..from.count(23)? {
        let label = from.text(MOST_TEXT)?.to_owned();
        let region = from.text(MOST_TEXT)?.to_owned();
        let mut branches = Vec::new();
        let count = from.count(4)?;
        if count > MOST_BRANCHES {
            return Err(SealFault::TooLarge.into());
        }
        for _ in 0..count {
            branches.push(BranchCode::new(from.text(MOST_TEXT)?)?);
        }
        let group = match from.u8()? {
            0 => None,
            1 => Some(StaffGroup::Contact),
            2 => Some(StaffGroup::BackOffice),
            _ => return Err(SealFault::Damaged.into()),
        };
        classes.push(PlanClass {
            label,
            region,
            branches,
            group,
            invited_contact: from.optional_u32()?,
            invited_back_office: from.optional_u32()?,
        });
    }
    Ok(classes)
}

fn read_policy(from: &mut Reader<'_>) -> Result<Policy> {
    let day = |from: &mut Reader<'_>| -> Result<Date> {
        let text = from.text(16)?;
        text.parse().map_err(|_| SealFault::Damaged.into())
    };
    Ok(Policy {
        min_group: MinGroup::new(from.u32()?)?,
        level: ProtectionLevel::from_number(from.u8()?).ok_or(SealFault::Damaged)?,
        opens: day(from)?,
        closes: day(from)?,
    })
}

fn read_witnesses(from: &mut Reader<'_>) -> Result<Vec<WitnessCard>> {
    let mut witnesses = Vec::new();
    for _ in 0..from.count(68)? {
        witnesses.push(WitnessCard {
            name: from.text(MOST_TEXT)?.to_owned(),
            seal_key: PublicKey::from_bytes(&from.array()?)?,
            verify_key: VerifyKey::from_bytes(&from.array()?)?,
        });
    }
    Ok(witnesses)
}
