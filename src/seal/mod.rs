//! Anonymous collection: keys, codes, packs, stations, sealed records, bundles and releases.
//!
//! This layer knows no SQL, no window and no words for users. It has no clock: days are passed in. What
//! follows is the public description of every file for whoever wants to check with a hex
//! viewer that nothing else is in it. [`verify::verify`] checks the same without any key.
//!
//! # The way of an answer
//!
//! ```text
//!  HR's workspace ── plan, pack, codes on slips ──► station (kiosk)
//!       ▲                                             │ seals each record twice, stores, signs
//!       │ release: answers by group                   ▼
//!    witness ◄── batch: all sealed records ◄── HR ◄── bundle
//! ```
//!
//! - A sheet becomes a fixed number of **records**: one per dimension, one per single rating, one per
//!   open question, and where the plan says so one *company view*. Answered or not, long or short, every
//!   sheet gives the same number of records of the same sizes. A record holds no name, class, time,
//!   device, code or number of the sheet.
//! - Each record is sealed to the wave's key, which HR holds (**inner layer**). Around it, together with
//!   the number of the class, goes an **outer layer** to the witnesses' keys (at level 1: to the wave's).
//! - A **station file** is a set: the codes that are left, and the sealed records in ascending order of
//!   their bytes. Who came when cannot be read from it, because it is not in it.
//! - A **bundle** carries that set to HR; a **batch** carries all of them to the witness, who sees how
//!   many answered per class, merges small classes and hands back a **release**.
//!
//! # Rules for all files
//!
//! Numbers are little-endian. `u8`, `u16`, `u32` are numbers of 1, 2, 4 bytes. `block` is a `u32` length
//! and so many bytes; `text` is a block of UTF-8; `list` is a `u32` count and so many entries; `set(n)` is
//! a list of strings of `n` bytes, ascending, none twice; `optional` is a `u8` 0 or 1 and a `u32` that is 0
//! where missing. Every file starts with eight bytes of magic word and a `u16` version, which is 1 but for signed packs. Another version,
//! a byte left over, another order or a second spelling is refused. `sig` is Ed25519 (RFC 8032, strict) over
//! all bytes before it. `hpke(k, info, x)` is RFC 9180 in base mode with DHKEM(X25519, HKDF-SHA256),
//! HKDF-SHA256, ChaCha20-Poly1305 and no associated data: 32 bytes of ephemeral key, then `x` encrypted,
//! then 16 bytes of tag. Hashes are BLAKE3, 32 bytes.
//!
//! # Plan (inside packs and batches)
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 + 2 | `FL-PLAN\0`, version |
//! | 32 | company's Ed25519 key |
//! | text × 4 | company, wave code, title, questionnaire (TOML, at most 1 MiB) |
//! | list | record blocks: `u8` kind (1 dimension, 2 single rating, 3 company view), text id, list of columns (text id, `u8` lowest, `u8` highest, `u8` reversed) |
//! | list | open questions: text id |
//! | list | classes: text label, text region, list of text branch codes, `u8` group (0 both, 1 contact, 2 back office), optional invited contact, optional invited back office |
//! | 4 + 1 | fewest answers shown together (5 or more), protection level (1 or 2) |
//! | text × 2 | first and last day, `2026-04-01` |
//! | 32 | wave's X25519 key |
//! | list | witnesses (0 at level 1; 1 or 2 at level 2): text name, 32 bytes X25519, 32 bytes Ed25519 |
//!
//! `WaveId` = hash of these bytes.
//!
//! # Signed pack, and pack file `.flpack`
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 + 2 | `FL-SPACK`, version, 2 |
//! | block | plan |
//! | text | station |
//! | 32 | station's Ed25519 key |
//! | 16 | salt |
//! | 4 × 3 | Argon2id: KiB, passes, lanes; below 65,536 / 3 / 1 refused |
//! | 16 | exit password: Argon2id("frontline exit 1" ‖ password, salt), 16 bytes |
//! | list | marks of staff names, 4 bytes each, ascending: the first ⌈log₂ n⌉ + 11 bits of BLAKE3 derive-key "frontline name mark 1" of salt ‖ stem, then zeros, where n is how many there are; all 32 bits in version 1 |
//! | list | classes: `u16` number, set(16) of code verifiers: Argon2id("frontline code 1" ‖ 12 characters, salt), 16 bytes |
//! | 64 | sig by the company |
//!
//! `PackHash` = hash of these bytes. Six words of 10 bits each, from Argon2id(PackHash, "frontline words
//! 1") at 64 MiB and three passes, stand on slips, poster and kiosk. The file is `FL-PACK\0`, version,
//! block of the signed pack, and 32 bytes of the station's private key; at most 4 MiB.
//!
//! # Records before sealing
//!
//! | bytes | small record (64) | comment (2,048) |
//! | --- | --- | --- |
//! | 1 | kind 1, 2 or 3 | 4 |
//! | 2 | number of the block in the plan | number of the open question |
//! | | 1: count of answers | 2: length in bytes |
//! | | 4: zeros | 3: zeros |
//! | rest | an answer a byte, 255 = none, then zeros | UTF-8, then zeros |
//!
//! The company view has a byte per dimension: 0 low (mean ≤ 2.5), 1 middle, 2 high (≥ 3.5), 255 none
//! (fewer than half of the items answered).
//!
//! # Sealed record
//!
//! | bytes | what |
//! | --- | --- |
//! | 80 × recipients | hpke(recipient, "frontline class 1" ‖ WaveId ‖ PackHash, content key of 32 bytes) |
//! | 2 + inner + 16 | ChaCha20-Poly1305(content key, nonce 0, the bytes above as associated data) of `u16` class (65,535 for the company view) ‖ inner |
//!
//! inner = hpke(wave key, "frontline record 1" ‖ WaveId, record): 112 or 2,096 bytes. With one recipient a
//! small record has 210 bytes and a comment 2,194, with two 290 and 2,274.
//!
//! # Station file `.flstation`
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 + 2 | `FL-STATN`, version |
//! | block | signed pack |
//! | 32 | station's private key |
//! | 4 | sheets in the last bundle |
//! | set(16) each | unused verifiers, one set per class of the pack, in its order |
//! | set | sealed small records |
//! | set | sealed comments |
//! | 32 | hash of all bytes before |
//!
//! Sheets = codes issued − codes unused; small records = sheets × blocks; comments = sheets × open
//! questions. The file's time is always 2000-01-01. Beside it lie a lock file (empty) and, during a store,
//! a `.tmp` file of the same kind. Level 1 does not protect against somebody who copies the disk before and
//! after one session and has HR's key; level 2 does.
//!
//! # Bundle `.flbundle`
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 + 2 | `FL-BUNDL`, version |
//! | 32 | PackHash |
//! | 48 + body | hpke(wave key, "frontline bundle 1" ‖ PackHash, body) |
//! | 64 | sig by the station |
//!
//! body = `u32` sheets, a `u32` of unused codes per class, small records, comments (ascending, no counts),
//! then zeros up to a multiple of 64 sheets. At most 256 MiB. The ephemeral key follows from the station's
//! key and the body, so the same content is the same file.
//!
//! # HR's record set (inside the workspace)
//!
//! `FL-RECRD`, version, 32 bytes PackHash, list of `u32` unused codes, set of small records, set of comments.
//!
//! # Batch `.flbatch`
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 + 2 | `FL-BATCH`, version |
//! | block | plan |
//! | list | stations, ascending by PackHash: 32 bytes PackHash, text name, list of (`u16` class, `u32` codes issued), set of small records, set of comments |
//! | 64 | sig by the company |
//!
//! # Release `.flrelease`
//!
//! | bytes | what |
//! | --- | --- |
//! | 8 + 2 | `FL-RELSE`, version |
//! | 32 + 32 + 1 | WaveId, hash of the batch, number of the witness in the plan |
//! | 48 + body | hpke(wave key, "frontline release 1" ‖ the 65 bytes before, body) |
//! | 64 | sig by the witness |
//!
//! body = list of groups (list of `u16` classes, `u32` sheets, set(112), set(2,096)), set(112) of company
//! views, then zeros up to a multiple of 64 KiB. Every class is in exactly one group; no group has fewer
//! sheets than the plan's smallest group.
//!
//! # Witness (inside a container of the witness's own)
//!
//! `FL-WITNS`, version, text name, 32 bytes X25519 and 32 bytes Ed25519 private key, list of released waves
//! (32 bytes WaveId, 32 bytes hash of the batch).
//!
//! # What this does not do
//!
//! Whoever has a station's pack file can fill in as many sheets as there are unused codes; issued, used and
//! unused counts are published for that reason. HR, who makes the packs, can do so for every station and
//! could surround a single answer with sheets of its own; the witness's counts beside the staff list are the
//! check. Two witnesses can each release alone: they compare the hash of the batch first. HR and a
//! witness together can open everything. A file system keeps the time of its last change of a file's
//! entry (`ctime`), which no program can set.

pub mod bag;
pub mod batch;
pub mod bundle;
pub mod bytes;
pub mod card;
pub mod code;
pub mod container;
pub mod envelope;
pub mod groups;
pub mod issue;
pub mod keys;
pub mod layout;
pub mod marks;
pub mod merge;
pub mod opened;
pub mod pack;
pub mod plan;
pub mod record;
pub mod release;
pub mod secret;
pub mod sheet;
pub mod sorting;
pub mod station;
pub mod station_file;
pub mod storage;
pub mod verify;
pub mod witness;
pub mod words;

/// Hears of progress (done, of how many) and says whether to go on.
pub type Watch<'a> = &'a (dyn Fn(usize, usize) -> bool + Sync);
