//! A stand-in for the station: a handful of codes, records as sizes, everything in memory. It keeps
//! what was sealed, so that tests can compare it with what was given.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use frontline::app::Surroundings;
use frontline::app::kiosk::{
    ClassFacts, Clerk, CodeRefusal, Collector, CommentCheck, Draft, KioskFacts, Mark, RecordAbout,
    RecordView, SecretText, Stored,
};
use frontline::domain::{Date, ItemKind, Questionnaire};
use frontline::error::{Kind, Result};

/// Codes that open the survey, one visit each.
pub(crate) const GOOD: [&str; 3] = ["K7M2QX9TRB4H", "ABCDEFGHJKMN", "23456789ABCD"];
/// A code of another computer.
pub(crate) const FOREIGN: &str = "ZZZZYYYYXXXX";
/// The exit password.
pub(crate) const PASSWORD: &str = "open sesame";

/// What a sheet came to: per item its value, and its comment.
pub(crate) type Sheet = (Vec<Option<u8>>, Vec<String>);

/// What the stand-in keeps.
#[derive(Default)]
pub(crate) struct Kept {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) spent: Vec<String>,
    pub(crate) forgets: usize,
    pub(crate) breaks_once: bool,
}

pub(crate) struct Double {
    questionnaire: Arc<Questionnaire>,
    witnesses: Vec<String>,
    kept: Arc<Mutex<Kept>>,
    code: Option<String>,
}

/// A survey that is short enough to walk through: three rated questions, two scores, a comment.
pub(crate) fn short() -> Questionnaire {
    let mut asked = full();
    let mut rated = 0;
    asked.items.retain(|item| match item.kind {
        ItemKind::Agreement | ItemKind::Observed => {
            rated += 1;
            rated <= 7
        }
        ItemKind::Recommend | ItemKind::Open => true,
    });
    let kept: Vec<String> = asked
        .items
        .iter()
        .map(|item| item.dimension.clone())
        .collect();
    asked
        .dimensions
        .retain(|dimension| kept.contains(&dimension.id));
    asked.minutes = 2;
    asked
}

/// The full survey that the program brings along.
pub(crate) fn full() -> Questionnaire {
    frontline::import::embedded_by_id("engagement")
        .expect("the program brings it along")
        .clone()
}

impl Double {
    /// A station of this survey, and what it keeps.
    pub(crate) fn new(questionnaire: Questionnaire) -> (Self, Arc<Mutex<Kept>>) {
        let kept = Arc::new(Mutex::new(Kept::default()));
        let double = Self {
            questionnaire: Arc::new(questionnaire),
            witnesses: vec!["совет сотрудников".to_owned()],
            kept: Arc::clone(&kept),
            code: None,
        };
        (double, kept)
    }

    /// The same at protection level 1.
    pub(crate) fn without_witness(self) -> Self {
        Self {
            witnesses: Vec::new(),
            ..self
        }
    }
}

/// A clerk on a day of the survey.
pub(crate) fn clerk(double: Double, day: Date) -> Clerk {
    let surroundings = Surroundings::fixed(day, 1, Path::new("."));
    Clerk::new(Box::new(double), surroundings)
}

/// A day on which the survey is open.
pub(crate) fn open_day() -> Date {
    Date::constant(2026, 10, 12)
}

/// Names that begin like one on the list, and digits as of a phone.
fn giveaways(text: &str) -> Vec<Mark> {
    let words = text.split(|letter: char| !letter.is_alphabetic());
    let names = words.filter(|word| word.to_lowercase().starts_with("петров"));
    let mut marks: Vec<Mark> = names.map(|word| Mark::Name(word.to_owned())).collect();
    if text.chars().filter(char::is_ascii_digit).count() >= 10 {
        marks.push(Mark::Phone);
    }
    marks
}

fn words(text: &str) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

impl Collector for Double {
    fn facts(&self) -> KioskFacts {
        KioskFacts {
            company: "Кофейни «Бодрый день»".to_owned(),
            wave: "опрос осени 2026".to_owned(),
            station: "Садовая, комната отдыха".to_owned(),
            questionnaire: Arc::clone(&self.questionnaire),
            words_ru: words("берег лампа окно сахар туча якорь"),
            words_en: words("abandon garden window sugar cloud anchor"),
            witnesses: self.witnesses.clone(),
            min_group: 5,
            opens: Some(Date::constant(2026, 10, 1)),
            closes: Some(Date::constant(2026, 10, 20)),
            comments: CommentCheck::new(giveaways),
        }
    }

    fn check_code(&mut self, code: &str) -> std::result::Result<ClassFacts, CodeRefusal> {
        if code == FOREIGN {
            return Err(CodeRefusal::Foreign);
        }
        if !GOOD.contains(&code) {
            let near = GOOD.iter().find_map(|good| only_group(good, code));
            return Err(CodeRefusal::Mistyped(near));
        }
        let kept = self.kept.lock().expect("one thread");
        if kept.spent.iter().any(|spent| spent == code) {
            return Err(CodeRefusal::Spent);
        }
        self.code = Some(code.to_owned());
        Ok(ClassFacts {
            label: "Садовая, контактный персонал".to_owned(),
            people: 18,
        })
    }

    fn preview(&self, draft: &Draft) -> Vec<RecordView> {
        records(&self.questionnaire, draft)
    }

    fn seal(&mut self, draft: &Draft) -> Result<()> {
        let mut kept = self.kept.lock().expect("one thread");
        if std::mem::take(&mut kept.breaks_once) {
            return Err(Kind::FileUnwritable("station".to_owned()).into());
        }
        let items = 0..self.questionnaire.items.len();
        let values = items.clone().map(|item| draft.value(item)).collect();
        let comments = items.filter_map(|item| draft.comment(item));
        let comments = comments.map(|text| text.as_str().to_owned()).collect();
        kept.sheets.push((values, comments));
        let code = self.code.take().expect("a code was taken");
        kept.spent.push(code);
        Ok(())
    }

    fn forget(&mut self) {
        self.code = None;
        self.kept.lock().expect("one thread").forgets += 1;
    }

    fn is_exit_password(&self, password: &str) -> bool {
        password == PASSWORD
    }

    fn stored(&self) -> Stored {
        let sheets = self.kept.lock().expect("one thread").sheets.len();
        let sheets = u32::try_from(sheets).expect("a few") + 12;
        Stored::rounded(sheets, 5)
    }

    fn export(&mut self, folder: &Path) -> Result<PathBuf> {
        Ok(folder.join("sadovaya.flbundle"))
    }
}

/// The group of four, from 1, that alone differs.
fn only_group(good: &str, typed: &str) -> Option<u8> {
    let (good, typed): (Vec<char>, Vec<char>) = (good.chars().collect(), typed.chars().collect());
    let differ: Vec<usize> = good
        .chunks(4)
        .zip(typed.chunks(4))
        .enumerate()
        .filter(|(_, (good, typed))| good != typed)
        .map(|(group, _)| group)
        .collect();
    match differ.as_slice() {
        [group] => u8::try_from(group + 1).ok(),
        _ => None,
    }
}

fn records(asked: &Questionnaire, draft: &Draft) -> Vec<RecordView> {
    let view = |about, values: Vec<Option<u8>>| RecordView {
        about,
        values,
        comment: SecretText::new(0),
        plain_bytes: 64,
        stored_bytes: 210,
    };
    let mut all = Vec::new();
    for (position, dimension) in asked.dimensions.iter().enumerate() {
        let items = asked.items.iter().enumerate();
        let own = items.filter(|(_, item)| item.dimension == dimension.id);
        let values = own.map(|(item, _)| draft.value(item)).collect();
        all.push(view(RecordAbout::Dimension(position), values));
    }
    for (position, item) in asked.items.iter().enumerate() {
        if item.kind == ItemKind::Recommend {
            all.push(view(
                RecordAbout::Item(position),
                vec![draft.value(position)],
            ));
        }
    }
    for (position, item) in asked.items.iter().enumerate() {
        if item.kind == ItemKind::Open {
            let comment = draft.comment(position).expect("an item has room");
            all.push(RecordView {
                about: RecordAbout::Comment(position),
                values: Vec::new(),
                comment: comment.duplicate(),
                plain_bytes: 2_048,
                stored_bytes: 2_194,
            });
        }
    }
    all
}
