//! The encrypted workspace: named sections behind key slots, as bytes in and bytes out. Knows
//! neither files nor what a section means.
//!
//! # Layout, version 1
//!
//! All numbers are little-endian. The file is one header of 4,096 bytes and then the sections.
//!
//! | bytes of the header | what |
//! | --- | --- |
//! | 8 | `FRNTLNWS` |
//! | 2 | version, 1 |
//! | 16 | id of the container, random, the same for ever |
//! | 8 | generation, one more with every save |
//! | 1 + slots × 191 | number of slots (1 to 8), then the slots |
//! | 1 + sections × 29 | number of sections (1 to 8), then kind (2), padded length (8), nonce prefix (19) |
//! | up to 4,032 | zeros |
//! | 32 | BLAKE3 of the 4,032 bytes before: tells damage from a wrong passphrase |
//! | 32 | keyed BLAKE3 of all before: tells change from damage |
//!
//! A slot is number (1), kind (1: 1 passphrase, 2 recovery words), salt (16), Argon2id memory in KiB,
//! passes and lanes (4 each), nonce (24), the sealed data key (48), and the sealed name of its holder
//! (nonce 24, then 65 bytes: length, 48 bytes of UTF-8 filled with zeros, tag). A passphrase becomes
//! a key through Argon2id (version 1.3), the 256 bits of recovery words through BLAKE3's key
//! derivation; there the three numbers only fill their place. The data key is sealed with XChaCha20-Poly1305; the slot's other fields
//! and the id are bound to it.
//!
//! A section's plain bytes are its length (8), the content, and zeros up to a whole MiB. They are
//! cut into chunks of 64 KiB, each sealed with XChaCha20-Poly1305 under the section's own key. The
//! nonce is the section's fresh prefix (19), the number of the chunk (4) and whether it is the last
//! (1); bound to each chunk are the hash of the header, the kind, the generation, the number and
//! whether it is the last. So a chunk cannot be moved, dropped, doubled or taken from another save,
//! and the file tells its size in steps of a MiB only.

mod chunks;
mod fitting;
mod header;
mod keys;
mod officers;
mod passphrase;
mod recovery;
mod slot;
mod vault;

pub use fitting::{fitting_cost, usual_cost};
pub use header::{ContainerId, Head, MAGIC, is_container};
pub use officers::SlotInfo;
pub use passphrase::Passphrase;
pub use recovery::{RECOVERY_WORDS, RecoveryWords};
pub use slot::{HOLDER_BYTES, Holder, SlotKind};
pub use vault::{Opened, SectionKind, Sections, Unlock, Vault};
