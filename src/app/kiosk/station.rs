//! The real station behind the kiosk: a pack file becomes a station file beside the program's own
//! data, or the station file that was named is opened.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::{
    ClassFacts, Clerk, CodeRefusal, Collector, CommentCheck, Draft, KioskFacts, Mark, RecordAbout,
    RecordView, SecretText, Stored,
};
use crate::app::Surroundings;
use crate::domain::{ItemKind, Lang, Questionnaire};
use crate::error::{Error, Kind, Result, SealFault};
use crate::import::parse_questionnaire;
use crate::seal::code::{Argon2idHash, CODE_LENGTH, Code};
use crate::seal::layout::{BlockKind, NO_ANSWER};
use crate::seal::marks::{Giveaway, NameMarks};
use crate::seal::pack::PackFile;
use crate::seal::secret::SystemEntropy;
use crate::seal::sheet::{Records, SheetAnswers, comment_content, small_content};
use crate::seal::station::{Station, Ticket};
use crate::seal::storage::Disk;
use crate::seal::words::Fingerprint;

/// Extension of what HR hands to a station.
const PACK: &str = "flpack";
/// Extension of what collects.
const STATION: &str = "flstation";
/// Extension of what goes back to HR.
const BUNDLE: &str = "flbundle";

/// A station at work.
struct OpenStation {
    station: Station,
    surroundings: Surroundings,
    questionnaire: Arc<Questionnaire>,
    words: Fingerprint,
    ticket: Option<Ticket>,
}

/// Opens the station that a path names: a station file, or a pack file that becomes one in the
/// program's own data, or, when it became one before, opens that.
///
/// # Errors
/// When the file is missing, of another kind, damaged, or open in another window.
pub fn open_station(path: &Path, surroundings: Surroundings) -> Result<Clerk> {
    let station = if has_extension(path, PACK) {
        from_pack(path, &surroundings)?
    } else {
        Station::open(Disk, path)?
    };
    let plan = station.pack().plan();
    let questionnaire = Arc::new(parse_questionnaire(&plan.questionnaire)?);
    let words = station.pack().fingerprint()?;
    let open = OpenStation {
        station,
        surroundings: surroundings.clone(),
        questionnaire,
        words,
        ticket: None,
    };
    Ok(Clerk::new(Box::new(open), surroundings))
}

fn has_extension(path: &Path, wanted: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(wanted))
}

/// The file is named by the pack and by nothing else: no day, no user.
fn from_pack(path: &Path, surroundings: &Surroundings) -> Result<Station> {
    let pack = PackFile::decode(&crate::app::files::read(path)?)?;
    let folder = surroundings.data().join("stations");
    std::fs::create_dir_all(&folder)
        .map_err(|_| Error::from(Kind::FileUnwritable(folder.display().to_string())))?;
    let own = folder.join(format!("{}.{STATION}", pack_name(&pack)));
    if own.exists() {
        Station::open(Disk, &own)
    } else {
        Station::create(Disk, &own, &pack)
    }
}

fn pack_name(pack: &PackFile) -> String {
    let hash = pack.pack.hash().0;
    hash.iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

impl Collector for OpenStation {
    fn facts(&self) -> KioskFacts {
        let pack = self.station.pack();
        let plan = pack.plan();
        let words = |lang| self.words.words(lang).map(str::to_owned).to_vec();
        let marks = pack.parts().marks.clone();
        KioskFacts {
            company: plan.company_name.clone(),
            wave: plan.title.clone(),
            station: pack.parts().station.clone(),
            questionnaire: Arc::clone(&self.questionnaire),
            words_ru: words(Lang::Ru),
            words_en: words(Lang::En),
            witnesses: plan
                .witnesses
                .iter()
                .map(|card| card.name.clone())
                .collect(),
            min_group: plan.policy.min_group.get(),
            opens: Some(plan.policy.opens),
            closes: Some(plan.policy.closes),
            comments: CommentCheck::new(move |text| found(&marks, text)),
        }
    }

    fn check_code(&mut self, code: &str) -> std::result::Result<ClassFacts, CodeRefusal> {
        self.ticket = None;
        let Ok(read) = Code::parse(code) else {
            return Err(CodeRefusal::Mistyped(self.group_with_the_slip(code)));
        };
        let today = self.surroundings.today();
        match self.station.check_code(&read, today) {
            Ok(ticket) => {
                let classes = &self.station.pack().plan().classes;
                let class = classes.get(usize::from(ticket.class()));
                let class = class.ok_or(CodeRefusal::Foreign)?;
                let facts = ClassFacts {
                    label: class.label.clone(),
                    people: class.invited(),
                };
                self.ticket = Some(ticket);
                Ok(facts)
            }
            Err(error) if *error.kind() == Kind::Seal(SealFault::CodeSpent) => {
                Err(CodeRefusal::Spent)
            }
            Err(error) if *error.kind() == Kind::Seal(SealFault::NotOpen) => {
                Err(CodeRefusal::NotToday)
            }
            Err(error) if *error.kind() == Kind::Seal(SealFault::CodeUnknown) => {
                Err(CodeRefusal::Foreign)
            }
            Err(_) => Err(CodeRefusal::NotChecked),
        }
    }

    fn preview(&self, draft: &Draft) -> Vec<RecordView> {
        let layout = &self.station.pack().plan().layout;
        let records = self.sheet(draft).and_then(|sheet| sheet.records(layout));
        records.map_or_else(|_| Vec::new(), |records| self.views(&records))
    }

    fn seal(&mut self, draft: &Draft) -> Result<()> {
        let sheet = self.sheet(draft)?;
        let ticket = self.ticket.as_ref().ok_or(SealFault::CodeUnknown)?;
        self.station.commit(ticket, &sheet, &mut SystemEntropy)?;
        self.ticket = None;
        Ok(())
    }

    fn forget(&mut self) {
        self.ticket = None;
    }

    fn is_exit_password(&self, password: &str) -> bool {
        let pack = self.station.pack();
        pack.check_exit(password, &Argon2idHash).is_ok()
    }

    fn stored(&self) -> Stored {
        let step = self.station.pack().plan().policy.min_group.get();
        Stored::rounded(self.station.sessions(), step)
    }

    fn export(&mut self, folder: &Path) -> Result<PathBuf> {
        let today = self.surroundings.today();
        let bytes = self.station.export_bundle(today)?;
        let path = folder.join(format!("{}.{BUNDLE}", file_name(&self.station)));
        crate::app::files::write(&path, &bytes)?;
        Ok(path)
    }
}

impl OpenStation {
    fn sheet(&self, draft: &Draft) -> Result<SheetAnswers> {
        let layout = &self.station.pack().plan().layout;
        let mut sheet = SheetAnswers::new(layout);
        for (position, item) in self.questionnaire.items.iter().enumerate() {
            if item.kind == ItemKind::Open {
                let text = draft.comment(position).map_or("", SecretText::as_str);
                sheet.set_comment(&item.id, text.trim())?;
            } else {
                sheet.set(&item.id, draft.value(position))?;
            }
        }
        Ok(sheet)
    }

    /// The records read back from their own bytes, so that the page shows what is stored and not
    /// what somebody thinks is stored.
    fn views(&self, records: &Records) -> Vec<RecordView> {
        let plan = self.station.pack().plan();
        let small = records.small.iter().filter_map(|record| {
            let (index, answers) = small_content(&plan.layout, record.bytes.as_slice()).ok()?;
            let block = plan.layout.blocks().get(index)?;
            let values = answers
                .iter()
                .map(|byte| (*byte != NO_ANSWER).then_some(*byte));
            Some(RecordView {
                about: self.about(block.kind, &block.id)?,
                values: values.collect(),
                comment: SecretText::new(0),
                plain_bytes: record.bytes.len(),
                stored_bytes: plan.small_sealed(),
            })
        });
        let comments = records.comments.iter().filter_map(|record| {
            let (index, text) = comment_content(&plan.layout, record.as_slice()).ok()?;
            let position = self.item(plan.layout.comments().get(index)?)?;
            let mut comment = SecretText::new(text.len());
            comment.push(text);
            Some(RecordView {
                about: RecordAbout::Comment(position),
                values: Vec::new(),
                comment,
                plain_bytes: record.len(),
                stored_bytes: plan.comment_sealed(),
            })
        });
        small.chain(comments).collect()
    }

    fn about(&self, kind: BlockKind, id: &str) -> Option<RecordAbout> {
        match kind {
            BlockKind::Dimension => {
                let mut dimensions = self.questionnaire.dimensions.iter();
                let found = dimensions.position(|dimension| dimension.id == id);
                found.map(RecordAbout::Dimension)
            }
            BlockKind::Single => self.item(id).map(RecordAbout::Item),
            BlockKind::CompanyView => Some(RecordAbout::Company),
        }
    }

    fn item(&self, id: &str) -> Option<usize> {
        let mut items = self.questionnaire.items.iter();
        items.position(|item| item.id == id)
    }

    /// The group of four that holds a slip of the pen. The check character tells that one letter is
    /// wrong and not which, but for every place only one letter would mend it; of these few the
    /// station knows which is a code of its own. Takes about a second, which also slows guessing.
    fn group_with_the_slip(&self, typed: &str) -> Option<u8> {
        let letters: Vec<char> = typed.chars().collect();
        if letters.len() != CODE_LENGTH {
            return None;
        }
        let pack = self.station.pack();
        let checking = pack.checking(&Argon2idHash);
        let found = mended(&letters)
            .into_par_iter()
            .find_map_any(|(place, code)| {
                let verifier = checking.code(&code).ok()?;
                let classes = &pack.parts().classes;
                let is_ours = classes
                    .iter()
                    .any(|class| class.verifiers.contains(&verifier));
                is_ours.then_some(place)
            });
        found.and_then(|place| u8::try_from(place / 4 + 1).ok())
    }
}

/// Every code that differs from the typed one in a single letter, with the place of that letter, and
/// those with two neighbours swapped back.
fn mended(typed: &[char]) -> Vec<(usize, Code)> {
    let mut found = Vec::new();
    let mut text = SecretText::new(CODE_LENGTH);
    let mut read = |letters: &[char]| {
        text.clear();
        for letter in letters {
            text.push(letter.encode_utf8(&mut [0; 4]));
        }
        Code::parse(text.as_str()).ok()
    };
    for place in 0..typed.len() {
        let mut letters = typed.to_vec();
        for letter in super::CODE_LETTERS.chars() {
            letters[place] = letter;
            if let Some(code) = read(&letters) {
                found.push((place, code));
            }
        }
        if place + 1 < typed.len() && typed[place] != typed[place + 1] {
            let mut letters = typed.to_vec();
            letters.swap(place, place + 1);
            if let Some(code) = read(&letters) {
                found.push((place, code));
            }
        }
    }
    found
}

/// The station's name as a file's name.
fn file_name(station: &Station) -> String {
    let name = &station.pack().parts().station;
    let plain = name.chars().map(|letter| {
        if letter.is_alphanumeric() {
            letter
        } else {
            '-'
        }
    });
    let plain: String = plain.collect();
    let plain = plain.trim_matches('-');
    let plain: String = plain.chars().take(60).collect();
    if plain.is_empty() {
        "station".to_owned()
    } else {
        plain
    }
}

fn found(marks: &NameMarks, text: &str) -> Vec<Mark> {
    let found = marks.check(text).into_iter();
    let mut found: Vec<Mark> = found
        .map(|found| match found.what {
            Giveaway::Name => Mark::Name(text.get(found.range).unwrap_or_default().to_owned()),
            Giveaway::Phone => Mark::Phone,
            Giveaway::Email => Mark::Address,
        })
        .collect();
    found.sort();
    found.dedup();
    found
}
