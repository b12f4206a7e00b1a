//! The kiosk over a real station file: codes from a pack, the exact records, one answer a code.

use std::path::{Path, PathBuf};

use frontline::app::Surroundings;
use frontline::app::kiosk::{
    Clerk, CodeRefusal, Draft, Event, KioskFacts, Mark, RecordAbout, RecordView, Request,
    SecretText, Session, open_station,
};
use frontline::domain::{
    BranchCode, Date, Lang, MinGroup, ProtectionLevel, Questionnaire, StaffGroup, WaveCode,
};
use frontline::error::{Kind, SealFault};
use frontline::seal::code::Argon2idHash;
use frontline::seal::issue::{Issuer, StationOrder};
use frontline::seal::keys::{PrivateKey, SigningKey};
use frontline::seal::layout::RecordLayout;
use frontline::seal::plan::{FrozenPlan, Plan, PlanClass, Policy};
use frontline::seal::secret::{Cost, SystemEntropy};

const ONE: Session = Session(1);

fn survey() -> Questionnaire {
    frontline::import::embedded_by_id("engagement")
        .expect("the program brings it along")
        .clone()
}

fn plan(company: &SigningKey, asked: &Questionnaire) -> FrozenPlan {
    let wave = PrivateKey::random(&mut SystemEntropy).expect("randomness");
    let class = PlanClass {
        label: "Садовая, контактный персонал".to_owned(),
        region: "Центр".to_owned(),
        branches: vec![BranchCode::new("08").expect("a code")],
        group: Some(StaffGroup::Contact),
        invited_contact: Some(18),
        invited_back_office: None,
    };
    let plan = Plan {
        company_key: company.verify_key(),
        company_name: "Кофейни".to_owned(),
        wave: WaveCode::new("2026-autumn").expect("a code"),
        title: "опрос осени 2026".to_owned(),
        questionnaire: frontline::import::write_questionnaire(asked),
        layout: RecordLayout::of(asked, true).expect("a layout"),
        classes: vec![class],
        policy: Policy {
            min_group: MinGroup::default(),
            level: ProtectionLevel::OneKey,
            opens: Date::constant(2026, 10, 1),
            closes: Date::constant(2026, 10, 20),
        },
        wave_key: wave.public(),
        witnesses: Vec::new(),
    };
    plan.freeze().expect("a sound plan")
}

fn pack(folder: &Path) -> (PathBuf, Vec<String>) {
    pack_of(folder, &survey(), 2)
}

/// A pack file in a folder, and its codes as printed.
pub(super) fn pack_of(folder: &Path, asked: &Questionnaire, count: u32) -> (PathBuf, Vec<String>) {
    let company = SigningKey::random(&mut SystemEntropy).expect("randomness");
    let plan = plan(&company, asked);
    let issuer = Issuer {
        plan: &plan,
        company: &company,
        hash: &Argon2idHash,
    };
    let order = StationOrder {
        name: "Садовая, комната отдыха",
        codes: &[(0, count)],
        exit_password: "до свидания",
        staff: &["Петров Иван".to_owned()],
        cost: Cost::FLOOR,
    };
    let issued = issuer.issue(&order, &mut SystemEntropy, &|_, _| true);
    let (pack, codes) = issued.expect("a pack");
    let path = folder.join("sadovaya.flpack");
    std::fs::write(&path, pack.encode().expect("a file")).expect("a temporary folder");
    let codes = codes.iter().map(|code| code.code.shown().to_string());
    (path, codes.collect())
}

fn open(path: &Path, folder: &Path) -> (Clerk, KioskFacts) {
    let surroundings = Surroundings::fixed(Date::constant(2026, 10, 12), 1, folder);
    let clerk = open_station(path, surroundings).expect("a station");
    let Event::Opened(facts, _) = clerk.greeting() else {
        panic!("a clerk greets with the facts");
    };
    (clerk, *facts)
}

fn secret(text: &str) -> SecretText {
    let mut secret = SecretText::new(64);
    secret.push(text);
    secret
}

fn try_code(clerk: &mut Clerk, code: &str) -> Result<u32, CodeRefusal> {
    let letters: String = code.chars().filter(|letter| *letter != '-').collect();
    match clerk.answer(Request::CheckCode(ONE, secret(&letters))) {
        Some(Event::CodeTaken(_, class)) => Ok(class.people),
        Some(Event::CodeRefused(_, refusal)) => Err(refusal),
        other => panic!("{other:?}"),
    }
}

fn sheet(asked: &Questionnaire, comment: &str) -> Draft {
    let mut draft = Draft::new(asked);
    for (position, item) in asked.items.iter().enumerate() {
        if item.kind.range().is_some() {
            draft.choose(position, 4);
        } else if let Some(text) = draft.comment_mut(position) {
            text.push(comment);
        }
    }
    draft
}

fn preview(clerk: &mut Clerk, draft: Draft) -> Vec<RecordView> {
    match clerk.answer(Request::Preview(ONE, draft)) {
        Some(Event::Previewed(_, records)) => records,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_pack_becomes_a_station_that_takes_each_code_once() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, codes) = pack(folder.path());
    let (mut clerk, facts) = open(&path, folder.path());
    assert_eq!(facts.words(Lang::Ru).len(), 6);
    assert_eq!(facts.words(Lang::En).len(), 6);
    assert_eq!(try_code(&mut clerk, &codes[0]), Ok(18));

    let asked = &facts.questionnaire;
    let full = preview(&mut clerk, sheet(asked, "Хотим сами менять остывший кофе"));
    let empty = preview(&mut clerk, Draft::new(asked));
    let sizes = |records: &[RecordView]| -> Vec<(usize, usize)> {
        let each = records.iter();
        each.map(|record| (record.plain_bytes, record.stored_bytes))
            .collect()
    };
    assert_eq!(sizes(&full), sizes(&empty), "the same for everybody");
    assert!(
        full.iter()
            .any(|record| record.about == RecordAbout::Company)
    );
    let said: Vec<&str> = full.iter().map(|record| record.comment.as_str()).collect();
    assert!(said.contains(&"Хотим сами менять остывший кофе"));

    let stored = clerk.answer(Request::Seal(ONE, sheet(asked, "")));
    assert!(matches!(stored, Some(Event::Sealed(_))), "{stored:?}");
    assert_eq!(try_code(&mut clerk, &codes[0]), Err(CodeRefusal::Spent));
    drop(clerk);

    // The same pack opens the station it became, and the code stays spent.
    let (mut again, _) = open(&path, folder.path());
    assert_eq!(try_code(&mut again, &codes[0]), Err(CodeRefusal::Spent));
    assert_eq!(try_code(&mut again, &codes[1]), Ok(18));
}

#[test]
fn a_slip_of_the_pen_names_its_group() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, codes) = pack(folder.path());
    let (mut clerk, _) = open(&path, folder.path());
    let mut letters: Vec<char> = codes[0].chars().filter(|letter| *letter != '-').collect();
    letters[5] = if letters[5] == 'B' { '8' } else { 'B' };
    let typed: String = letters.iter().collect();
    let refused = try_code(&mut clerk, &typed);
    assert_eq!(refused, Err(CodeRefusal::Mistyped(Some(2))));
}

#[test]
fn a_visit_that_was_left_gives_no_right_to_answer() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, codes) = pack(folder.path());
    let (mut clerk, facts) = open(&path, folder.path());
    assert_eq!(try_code(&mut clerk, &codes[0]), Ok(18));
    assert!(clerk.answer(Request::Forget).is_none());
    let stored = clerk.answer(Request::Seal(ONE, sheet(&facts.questionnaire, "")));
    assert!(matches!(stored, Some(Event::NotSealed(..))), "{stored:?}");
    assert_eq!(try_code(&mut clerk, &codes[0]), Ok(18), "the code is good");
}

#[test]
fn the_exit_password_the_staff_list_and_early_bundles_are_the_packs_own() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (path, codes) = pack(folder.path());
    let (mut clerk, facts) = open(&path, folder.path());
    let marks = facts.comments.marks("Спросите Петрова");
    assert_eq!(marks, [Mark::Name("Петрова".to_owned())]);
    let exit = |clerk: &mut Clerk, word: &str| {
        let event = clerk.answer(Request::CheckExit(secret(word)));
        matches!(event, Some(Event::ExitChecked(true)))
    };
    assert!(!exit(&mut clerk, "guess"));
    assert!(exit(&mut clerk, "до свидания"));
    assert_eq!(try_code(&mut clerk, &codes[0]), Ok(18));
    drop(clerk.answer(Request::Seal(ONE, sheet(&facts.questionnaire, ""))));
    let early = clerk.answer(Request::Export(folder.path().to_owned()));
    let Some(Event::NotExported(error)) = early else {
        panic!("one answer alone must not leave: {early:?}");
    };
    assert!(matches!(error.kind(), Kind::Seal(SealFault::TooFewNew(4))));
}
