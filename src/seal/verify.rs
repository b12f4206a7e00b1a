//! What somebody who does not trust us can check about a file, with no key: the list of stated
//! invariants, each held or not, and the figures behind them.

use super::batch::Batch;
use super::bundle;
use super::bytes::Reader;
use super::code::VERIFIER_BYTES;
use super::keys::SigningKey;
use super::pack::{MOST_BYTES as MOST_PACK, Pack, PackFile};
use super::plan::FrozenPlan;
use super::release;
use super::secret::{Cost, Secret};
use super::station_file::StationFile;
use crate::domain::ProtectionLevel;
use crate::error::{Kind, Result, SealFault};

/// The kinds of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// `.flpack`.
    Pack,
    /// `.flstation`.
    Station,
    /// `.flbundle`.
    Bundle,
    /// `.flbatch`.
    Batch,
    /// `.flrelease`.
    Release,
}

/// A promise about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Invariant {
    /// It can be read to the end and nothing is left over.
    ReadsToTheEnd,
    /// Writing again what was read gives the same bytes: there is no room for anything else.
    OneSpelling,
    /// The signature is by the key that the plan or pack names.
    Signed,
    /// The station's private key is the one whose public half the pack names.
    KeyFits,
    /// The trailing checksum is right.
    ChecksumRight,
    /// A guess at a code costs at least the floor.
    CostAtFloor,
    /// Every class has at least eight invited.
    ClassesLargeEnough,
    /// Level 2 has a witness whose keys are not HR's.
    WitnessApart,
    /// Unused codes, records and comments stand in ascending order, none twice: no order of arrival.
    Sorted,
    /// Every unused code is one that was issued.
    CodesWereIssued,
    /// There are as many records as used codes times records per sheet.
    RecordsMatchCodes,
    /// The size is that of a whole step: it tells no count.
    Padded,
}

impl Invariant {
    /// The key of its sentence.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::ReadsToTheEnd => "verify-reads-to-the-end",
            Self::OneSpelling => "verify-one-spelling",
            Self::Signed => "verify-signed",
            Self::KeyFits => "verify-key-fits",
            Self::ChecksumRight => "verify-checksum-right",
            Self::CostAtFloor => "verify-cost-at-floor",
            Self::ClassesLargeEnough => "verify-classes-large-enough",
            Self::WitnessApart => "verify-witness-apart",
            Self::Sorted => "verify-sorted",
            Self::CodesWereIssued => "verify-codes-were-issued",
            Self::RecordsMatchCodes => "verify-records-match-codes",
            Self::Padded => "verify-padded",
        }
    }
}

/// A number worth knowing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Figure {
    /// Bytes of the file.
    Bytes,
    /// Protection level.
    Level,
    /// Fewest answers shown together.
    MinGroup,
    /// Classes of the plan.
    Classes,
    /// Codes issued.
    Issued,
    /// Codes not used.
    Unspent,
    /// Sheets.
    Sessions,
    /// Small records per sheet.
    SmallPerSheet,
    /// Comments per sheet.
    CommentsPerSheet,
    /// Bytes of a sealed small record.
    SmallBytes,
    /// Bytes of a sealed comment.
    CommentBytes,
    /// Stations.
    Stations,
}

impl Figure {
    /// The key of its label.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Bytes => "verify-figure-bytes",
            Self::Level => "verify-figure-level",
            Self::MinGroup => "verify-figure-min-group",
            Self::Classes => "verify-figure-classes",
            Self::Issued => "verify-figure-issued",
            Self::Unspent => "verify-figure-unspent",
            Self::Sessions => "verify-figure-sessions",
            Self::SmallPerSheet => "verify-figure-small-per-sheet",
            Self::CommentsPerSheet => "verify-figure-comments-per-sheet",
            Self::SmallBytes => "verify-figure-small-bytes",
            Self::CommentBytes => "verify-figure-comment-bytes",
            Self::Stations => "verify-figure-stations",
        }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// What kind of file it is.
    pub kind: FileKind,
    /// Each promise that could be checked, and whether it holds.
    pub checks: Vec<(Invariant, bool)>,
    /// Figures.
    pub figures: Vec<(Figure, u64)>,
}

impl VerifyReport {
    fn new(kind: FileKind, bytes: &[u8]) -> Self {
        Self {
            kind,
            checks: Vec::new(),
            figures: vec![(Figure::Bytes, bytes.len() as u64)],
        }
    }

    /// Do all hold?
    #[must_use]
    pub fn holds(&self) -> bool {
        !self.checks.is_empty() && self.checks.iter().all(|(_, holds)| *holds)
    }

    fn check(&mut self, invariant: Invariant, holds: bool) {
        self.checks.push((invariant, holds));
    }

    fn figure(&mut self, figure: Figure, number: usize) {
        self.figures.push((figure, number as u64));
    }

    fn plan(&mut self, plan: &FrozenPlan) {
        self.check(
            Invariant::ClassesLargeEnough,
            plan.classes
                .iter()
                .all(|c| c.invited() >= super::plan::LEAST_INVITED),
        );
        let is_apart = plan.witnesses.iter().all(|w| w.seal_key != plan.wave_key);
        let is_two = plan.policy.level == ProtectionLevel::TwoKeys;
        if is_two {
            self.check(
                Invariant::WitnessApart,
                is_apart && !plan.witnesses.is_empty(),
            );
        }
        self.figure(Figure::Level, 1 + usize::from(is_two));
        let least = u64::from(plan.policy.min_group.get());
        self.figures.push((Figure::MinGroup, least));
        self.figure(Figure::Classes, plan.classes.len());
        self.figure(Figure::SmallPerSheet, plan.layout.blocks().len());
        self.figure(Figure::CommentsPerSheet, plan.layout.comments().len());
        self.figure(Figure::SmallBytes, plan.small_sealed());
        self.figure(Figure::CommentBytes, plan.comment_sealed());
    }

    fn pack(&mut self, pack: &Pack) {
        let cost = pack.parts().cost;
        let floor = Cost::FLOOR;
        self.check(
            Invariant::CostAtFloor,
            cost.kibibytes() >= floor.kibibytes() && cost.passes() >= floor.passes(),
        );
        self.figures
            .push((Figure::Issued, u64::from(pack.issued())));
        self.plan(pack.plan());
    }
}

/// Checks a file of any kind. A bundle or release is sealed: its signature can be checked only beside
/// the pack file of its station, or for a release any pack file of its wave.
///
/// # Errors
/// [`SealFault::OtherKind`] when it is no file of ours, [`SealFault::NewerFormat`] when a newer program
/// wrote it; when `beside` is no pack file.
pub fn verify(bytes: &[u8], beside: Option<&[u8]>) -> Result<VerifyReport> {
    let pack = beside
        .map(PackFile::decode)
        .transpose()?
        .map(|file| file.pack);
    let (read, report) = match bytes.get(..8) {
        Some(b"FL-PACK\0") => (PackFile::decode(bytes).map(drop), verify_pack(bytes)),
        Some(b"FL-STATN") => (StationFile::decode(bytes).map(drop), verify_station(bytes)),
        Some(b"FL-BUNDL") => {
            let report = verify_bundle(bytes, pack.as_ref());
            (bundle::pack_of(bytes).map(drop), report)
        }
        Some(b"FL-BATCH") => (Batch::decode(bytes).map(drop), verify_batch(bytes)),
        Some(b"FL-RELSE") => {
            let report = verify_release(bytes, pack.as_ref());
            (release::head_of(bytes).map(drop), report)
        }
        _ => return Err(SealFault::OtherKind.into()),
    };
    // What an earlier program cannot read may be in order all the same.
    match read {
        Err(error) if matches!(error.kind(), Kind::Seal(SealFault::NewerFormat(_))) => Err(error),
        Ok(()) | Err(_) => Ok(report),
    }
}

fn verify_pack(bytes: &[u8]) -> VerifyReport {
    let mut report = VerifyReport::new(FileKind::Pack, bytes);
    let file = PackFile::decode(bytes);
    report.check(Invariant::ReadsToTheEnd, file.is_ok());
    if let Ok(file) = file {
        report.check(Invariant::Signed, true);
        report.check(Invariant::KeyFits, true);
        let again = file.encode().is_ok_and(|again| again == bytes);
        report.check(Invariant::OneSpelling, again);
        report.pack(&file.pack);
    }
    report
}

/// Walks through a station file piece by piece, so that the report names what is wrong.
fn verify_station(bytes: &[u8]) -> VerifyReport {
    let mut report = VerifyReport::new(FileKind::Station, bytes);
    let trailer = bytes.split_last_chunk::<32>();
    let is_right = trailer.is_some_and(|(body, sum)| blake3::hash(body).as_bytes() == sum);
    report.check(Invariant::ChecksumRight, is_right);
    let walked = walk_station(bytes, &mut report);
    report.check(Invariant::ReadsToTheEnd, walked.is_ok());
    let again = StationFile::decode(bytes).and_then(|file| file.encode());
    report.check(
        Invariant::OneSpelling,
        again.is_ok_and(|again| again == bytes),
    );
    report
}

fn walk_station(bytes: &[u8], report: &mut VerifyReport) -> Result<()> {
    let mut from = Reader::new(bytes);
    from.take(10)?;
    let pack = Pack::decode(from.block(MOST_PACK)?);
    report.check(Invariant::Signed, pack.is_ok());
    let pack = pack?;
    report.pack(&pack);
    let seed = Secret::take(&mut from.array()?);
    let key = SigningKey::from_seed(&seed).verify_key();
    report.check(Invariant::KeyFits, key == pack.parts().station_key);
    from.u32()?;
    let mut unspent = 0;
    let mut is_issued = true;
    let mut is_sorted = true;
    for class in &pack.parts().classes {
        let left = strings(&mut from, VERIFIER_BYTES)?;
        is_issued &= left
            .iter()
            .all(|verifier| class.verifiers.contains(verifier));
        is_sorted &= left.is_sorted_by(|one, next| one < next);
        unspent += left.len();
    }
    let plan = pack.plan();
    let small = strings(&mut from, plan.small_sealed())?;
    let comments = strings(&mut from, plan.comment_sealed())?;
    for records in [&small, &comments] {
        is_sorted &= records.is_sorted_by(|one, next| one < next);
    }
    let issued = usize::try_from(pack.issued()).unwrap_or(usize::MAX);
    let spent = issued.checked_sub(unspent);
    let is_matching = spent.is_some_and(|spent| {
        small.len() == spent * plan.layout.blocks().len()
            && comments.len() == spent * plan.layout.comments().len()
    });
    report.check(Invariant::CodesWereIssued, is_issued);
    report.check(Invariant::Sorted, is_sorted);
    report.check(Invariant::RecordsMatchCodes, is_matching);
    report.figure(Figure::Unspent, unspent);
    report.figure(Figure::Sessions, spent.unwrap_or(0));
    from.take(32)?;
    from.end()
}

fn strings<'a>(from: &mut Reader<'a>, size: usize) -> Result<Vec<&'a [u8]>> {
    let count = from.count(size)?;
    (0..count).map(|_| from.take(size)).collect()
}

fn verify_bundle(bytes: &[u8], pack: Option<&Pack>) -> VerifyReport {
    let mut report = VerifyReport::new(FileKind::Bundle, bytes);
    let of = bundle::pack_of(bytes);
    report.check(Invariant::ReadsToTheEnd, of.is_ok());
    if let Some(pack) = pack {
        let is_own = of.is_ok_and(|of| of == pack.hash());
        let signed = pack.parts().station_key.open(bytes).is_ok();
        report.check(Invariant::Signed, is_own && signed);
        let (plan, classes) = (pack.plan(), pack.parts().classes.len());
        let issued = usize::try_from(pack.issued()).unwrap_or(usize::MAX);
        let mut steps = (0..=issued.div_ceil(bundle::STEP)).map(|step| step * bundle::STEP);
        let is_step = steps.any(|sessions| bundle::size(plan, classes, sessions) == bytes.len());
        report.check(Invariant::Padded, is_step);
        report.pack(pack);
    }
    report
}

fn verify_batch(bytes: &[u8]) -> VerifyReport {
    let mut report = VerifyReport::new(FileKind::Batch, bytes);
    let batch = Batch::decode(bytes);
    report.check(Invariant::ReadsToTheEnd, batch.is_ok());
    if let Ok(batch) = batch {
        report.check(Invariant::Signed, true);
        // Reading refuses any other order.
        report.check(Invariant::Sorted, true);
        let blocks = batch.plan().layout.blocks().len();
        let sessions = batch.stations().iter().map(|s| s.small.len() / blocks);
        let sessions = sessions.sum();
        report.figure(Figure::Stations, batch.stations().len());
        report.figure(Figure::Sessions, sessions);
        report.plan(batch.plan());
    }
    report
}

fn verify_release(bytes: &[u8], pack: Option<&Pack>) -> VerifyReport {
    let mut report = VerifyReport::new(FileKind::Release, bytes);
    let head = release::head_of(bytes);
    report.check(Invariant::ReadsToTheEnd, head.is_ok());
    report.check(Invariant::Padded, release::is_padded(bytes));
    if let (Some(pack), Ok(head)) = (pack, head) {
        let plan = pack.plan();
        let witness = plan.witnesses.get(usize::from(head.witness));
        let is_signed = witness.is_some_and(|w| w.verify_key.open(bytes).is_ok());
        report.check(Invariant::Signed, head.wave == plan.id() && is_signed);
        report.plan(plan);
    }
    report
}
