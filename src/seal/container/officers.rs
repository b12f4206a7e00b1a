//! Who can open a container: passphrases, the recovery sheet, a fresh data key.

use super::header::MOST_SLOTS;
use super::keys::Key;
use super::slot::{Holder, Opener, Slot, SlotKind};
use super::vault::{Unlock, Vault};
use super::{Passphrase, RecoveryWords};
use crate::error::{Result, VaultFault};
use crate::seal::secret::Cost;

/// A slot, as its officers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotInfo {
    /// Its number; stays the same as long as the slot.
    pub number: u8,
    /// What opens it.
    pub kind: SlotKind,
    /// Who holds it.
    pub holder: Holder,
}

impl Vault {
    /// The slots in their order, with the names of their holders.
    ///
    /// # Errors
    /// When a name was altered.
    pub fn slots(&self) -> Result<Vec<SlotInfo>> {
        let info = |slot: &Slot| {
            Ok(SlotInfo {
                number: slot.number,
                kind: slot.kind,
                holder: slot.holder(self.id, &self.data)?,
            })
        };
        self.slots.iter().map(info).collect()
    }

    /// The number of the slot that this opens.
    ///
    /// # Errors
    /// When it opens none.
    pub fn slot_of(&self, unlock: &Unlock) -> Result<u8> {
        for slot in &self.slots {
            if slot.open(self.id, unlock.opener())?.is_some() {
                return Ok(slot.number);
            }
        }
        Err(unlock.refusal().into())
    }

    /// Another passphrase in place of the one that opens now.
    ///
    /// # Errors
    /// When `current` opens no slot.
    pub fn change_passphrase(
        &mut self,
        current: &Passphrase,
        new: &Passphrase,
        cost: Cost,
    ) -> Result<()> {
        let number = self.slot_of(&Unlock::Passphrase(current.clone()))?;
        self.replace_passphrase(number, new, cost)
    }

    /// Another passphrase for this slot, whatever opened it before: after recovery words.
    ///
    /// # Errors
    /// When there is no such slot for a passphrase.
    pub fn replace_passphrase(&mut self, number: u8, new: &Passphrase, cost: Cost) -> Result<()> {
        let is_it = |slot: &&mut Slot| slot.number == number && slot.kind == SlotKind::Passphrase;
        let slot = self.slots.iter_mut().find(is_it);
        let slot = slot.ok_or(VaultFault::NoSuchSlot)?;
        let holder = slot.holder(self.id, &self.data)?;
        let at = (self.id, number);
        *slot = Slot::make(at, &self.data, Opener::Passphrase(new), (cost, &holder))?;
        Ok(())
    }

    /// A slot for another officer; gives its number.
    ///
    /// # Errors
    /// When all eight slots are taken.
    pub fn add_passphrase(
        &mut self,
        holder: &Holder,
        passphrase: &Passphrase,
        cost: Cost,
    ) -> Result<u8> {
        self.add(Opener::Passphrase(passphrase), (cost, holder))
    }

    pub(super) fn add(&mut self, opener: Opener<'_>, how: (Cost, &Holder)) -> Result<u8> {
        if self.slots.len() >= MOST_SLOTS {
            return Err(VaultFault::SlotsFull.into());
        }
        let is_free = |number: &u8| self.slots.iter().all(|slot| slot.number != *number);
        let number = (1..=u8::MAX).find(is_free).ok_or(VaultFault::SlotsFull)?;
        self.slots
            .push(Slot::make((self.id, number), &self.data, opener, how)?);
        Ok(number)
    }

    /// Takes a slot away: its passphrase or sheet opens later saves no more.
    ///
    /// # Errors
    /// When there is no such slot, or it is the last that a passphrase opens.
    pub fn remove(&mut self, number: u8) -> Result<()> {
        let rest: Vec<Slot> = self
            .slots
            .iter()
            .filter(|slot| slot.number != number)
            .cloned()
            .collect();
        if rest.len() == self.slots.len() {
            return Err(VaultFault::NoSuchSlot.into());
        }
        let had = self.has(SlotKind::Passphrase);
        let has = rest.iter().any(|slot| slot.kind == SlotKind::Passphrase);
        if rest.is_empty() || (had && !has) {
            return Err(VaultFault::LastSlot.into());
        }
        self.slots = rest;
        Ok(())
    }

    fn has(&self, kind: SlotKind) -> bool {
        self.slots.iter().any(|slot| slot.kind == kind)
    }

    /// A fresh recovery sheet in place of the old one.
    ///
    /// # Errors
    /// When the system has no randomness or all slots are taken by passphrases.
    pub fn renew_words(&mut self) -> Result<RecoveryWords> {
        let words = RecoveryWords::generate()?;
        let old = self.slots.clone();
        self.slots.retain(|slot| slot.kind != SlotKind::Words);
        let added = self.add(Opener::Words(&words), (Cost::FLOOR, &Holder::default()));
        if added.is_err() {
            self.slots = old;
        }
        added.map(|_| words)
    }

    /// A fresh data key. Only the passphrases given here go on opening the container; the recovery
    /// sheet is replaced. Who kept the old key or an old sheet can read old copies, and no new one.
    ///
    /// # Errors
    /// When one of the passphrases opens no slot, or the system has no randomness.
    pub fn rotate(&mut self, kept: &[Passphrase], cost: Cost) -> Result<RecoveryWords> {
        if kept.is_empty() {
            return Err(VaultFault::LastSlot.into());
        }
        let mut next = Self {
            id: self.id,
            generation: self.generation,
            data: Key::generate()?,
            slots: Vec::new(),
        };
        for passphrase in kept {
            let number = self.slot_of(&Unlock::Passphrase(passphrase.clone()))?;
            let slot = self.slots.iter().find(|slot| slot.number == number);
            let slot = slot.ok_or(VaultFault::NoSuchSlot)?;
            let holder = slot.holder(self.id, &self.data)?;
            if next.slots.iter().all(|known| known.number != number) {
                let at = (next.id, number);
                let opener = Opener::Passphrase(passphrase);
                next.slots
                    .push(Slot::make(at, &next.data, opener, (cost, &holder))?);
            }
        }
        let words = next.renew_words()?;
        *self = next;
        Ok(words)
    }
}
