//! What was written is read back, for every kind of file; and what a station answers to codes.

use std::path::Path;

use frontline::domain::ProtectionLevel;
use frontline::error::{PlanFault, SealFault};
use frontline::seal::bundle;
use frontline::seal::code::Argon2idHash;
use frontline::seal::layout::{BlockKind, MOST_COMMENT_BYTES, RecordLayout};
use frontline::seal::merge::RecordSet;
use frontline::seal::pack::{Pack, PackFile};
use frontline::seal::plan::FrozenPlan;
use frontline::seal::sheet::{SheetAnswers, comment_content, small_content};
use frontline::seal::station::Station;
use frontline::seal::station_file::StationFile;
use frontline::seal::storage::Disk;
use frontline::seal::witness::Witness;

use super::disk::LoggedDisk;
use super::kit::{
    FastHash, LEVEL_ONE, LEVEL_TWO, OPEN, OVER, Seeded, World, codes_of, day, draft, fault, item,
    questionnaire, sheet,
};

#[test]
fn a_plan_and_a_pack_file_come_back_as_they_were() {
    let world = World::new("round", &LEVEL_TWO);
    let plan = FrozenPlan::decode(world.plan.bytes()).unwrap();
    assert_eq!(plan, world.plan);
    let (file, codes) = world.issue("Café 1", &[(0, 9), (1, 12)]);
    assert_eq!(codes.len(), 21);
    let bytes = file.encode().unwrap();
    let again = PackFile::decode(&bytes).unwrap();
    assert_eq!(again.pack, file.pack);
    assert_eq!(again.seed.expose(), file.seed.expose());
    assert_eq!(again.pack.issued(), 21);
    assert_eq!(Pack::decode(file.pack.bytes()).unwrap(), file.pack);
}

#[test]
fn a_plan_that_breaks_a_rule_is_not_frozen() {
    let refused = |change: fn(&mut frontline::seal::plan::Plan)| {
        let (_, _, _, mut plan) = draft("rules", &LEVEL_TWO);
        change(&mut plan);
        fault(plan.freeze())
    };
    let small = refused(|plan| plan.classes[1].invited_contact = Some(2));
    assert_eq!(
        small,
        SealFault::Plan(PlanFault::ClassTooSmall("Class 1".to_owned(), 8))
    );
    let twice = SealFault::Plan(PlanFault::ClassTwice("Class 1".to_owned()));
    assert_eq!(
        refused(|plan| plan.classes[1].branches = plan.classes[0].branches.clone()),
        twice
    );
    let witnesses = SealFault::Plan(PlanFault::Witnesses);
    assert_eq!(refused(|plan| plan.witnesses.clear()), witnesses);
    assert_eq!(
        refused(|plan| plan.witnesses.push(plan.witnesses[0].clone())),
        witnesses
    );
    assert_eq!(
        refused(|plan| plan.witnesses[0].seal_key = plan.wave_key),
        witnesses
    );
    assert_eq!(
        refused(|plan| plan.policy.level = ProtectionLevel::OneKey),
        witnesses
    );
    let days = SealFault::Plan(PlanFault::Days);
    assert_eq!(refused(|plan| plan.policy.closes = day("2026-01-01")), days);
}

#[test]
fn a_dimension_of_more_items_than_a_record_holds_is_refused() {
    let mut asked = questionnaire();
    for number in 10..63 {
        let id = format!("pay_{number}");
        asked
            .items
            .push(item(&id, "pay", frontline::domain::ItemKind::Agreement));
    }
    assert!(RecordLayout::of(&asked, true).is_ok());
    asked.items.push(item(
        "pay_64",
        "pay",
        frontline::domain::ItemKind::Agreement,
    ));
    let long = SealFault::Plan(PlanFault::BlockTooLong("pay".to_owned()));
    assert_eq!(fault(RecordLayout::of(&asked, true)), long);
}

#[test]
fn every_sheet_becomes_the_same_number_of_records_of_the_same_sizes() {
    let layout = RecordLayout::of(&questionnaire(), true).unwrap();
    let empty = SheetAnswers::new(&layout).records(&layout).unwrap();
    let mut full = sheet(&layout, "full");
    full.set_comment("better", &"ы".repeat(MOST_COMMENT_BYTES / 2))
        .unwrap();
    let full = full.records(&layout).unwrap();
    assert_eq!((empty.small.len(), empty.comments.len()), (5, 2));
    assert_eq!((full.small.len(), full.comments.len()), (5, 2));
    for record in &full.small {
        let (index, answers) = small_content(&layout, record.bytes.as_slice()).unwrap();
        let columns = layout.blocks()[index].columns.len();
        assert_eq!(
            (layout.blocks()[index].kind, columns),
            (record.kind, answers.len())
        );
    }
    let (index, text) = comment_content(&layout, full.comments[0].as_slice()).unwrap();
    assert_eq!((index, text.chars().count()), (0, MOST_COMMENT_BYTES / 2));
    assert_eq!(
        comment_content(&layout, empty.comments[1].as_slice()).unwrap(),
        (1, "")
    );
}

#[test]
fn the_company_view_holds_bands_of_recoded_scores() {
    let layout = RecordLayout::of(&questionnaire(), true).unwrap();
    let mut sheet = SheetAnswers::new(&layout);
    // Pay: 5, reversed 1 (counts 5), 5 → high. Team: 3, reversed 3 → middle. Tools: one of four.
    for (id, answer) in [
        ("pay_1", 5),
        ("pay_2r", 1),
        ("pay_3", 5),
        ("team_1", 3),
        ("team_2r", 3),
        ("tools_1", 1),
    ] {
        sheet.set(id, Some(answer)).unwrap();
    }
    let bands = |sheet: &SheetAnswers| {
        let records = sheet.records(&layout).unwrap();
        let view = records
            .small
            .iter()
            .find(|r| r.kind == BlockKind::CompanyView)
            .unwrap();
        small_content(&layout, view.bytes.as_slice())
            .unwrap()
            .1
            .to_vec()
    };
    assert_eq!(bands(&sheet), [2, 1, 255]);
    sheet.set("tools_3", Some(4)).unwrap();
    assert_eq!(
        bands(&sheet),
        [2, 1, 0],
        "half of the items is enough; 2.5 is low"
    );
    sheet.set("team_1", Some(4)).unwrap();
    assert_eq!(bands(&sheet), [2, 2, 0], "3.5 is high");
}

#[test]
fn answers_outside_the_scale_and_long_comments_are_refused() {
    let layout = RecordLayout::of(&questionnaire(), false).unwrap();
    let mut sheet = SheetAnswers::new(&layout);
    assert_eq!(fault(sheet.set("pay_1", Some(6))), SealFault::SheetUnfit);
    assert_eq!(fault(sheet.set("pay_1", Some(255))), SealFault::SheetUnfit);
    assert_eq!(fault(sheet.set("nothing", Some(1))), SealFault::SheetUnfit);
    let long = "x".repeat(MOST_COMMENT_BYTES + 1);
    let too_long = SealFault::CommentTooLong(MOST_COMMENT_BYTES);
    assert_eq!(fault(sheet.set_comment("better", &long)), too_long);
    let other = RecordLayout::of(&questionnaire(), true).unwrap();
    assert!(
        sheet.records(&other).is_ok(),
        "the view is made of the same sheet"
    );
    let mut shorter = questionnaire();
    shorter.items.retain(|item| item.id != "pay_3");
    let shorter = RecordLayout::of(&shorter, false).unwrap();
    assert_eq!(
        fault(sheet.records(&shorter).map(|_| ())),
        SealFault::SheetUnfit
    );
}

#[test]
fn a_station_spends_a_code_once_and_only_on_open_days() {
    let world = World::new("station", &LEVEL_TWO);
    let (file, codes) = world.issue("Café 1", &[(0, 9), (1, 9)]);
    let (other, strangers) = world.issue("Café 2", &[(0, 9)]);
    assert_ne!(file.pack.hash(), other.pack.hash());
    let codes = codes_of(codes, 1);
    let disk = LoggedDisk::default();
    let path = Path::new("a.flstation");
    let station = Station::create(disk.clone(), path, &file).unwrap();
    let mut station = station.with_hash(Box::new(FastHash));
    for wrong in ["2026-03-31", "2026-05-01"] {
        assert_eq!(
            fault(station.check_code(&codes[0], day(wrong))),
            SealFault::NotOpen
        );
    }
    let stranger = &strangers[0].code;
    assert_eq!(
        fault(station.check_code(stranger, day(OPEN))),
        SealFault::CodeUnknown
    );
    let ticket = station.check_code(&codes[0], day(OPEN)).unwrap();
    let late = station.check_code(&codes[0], day(OPEN)).unwrap();
    assert_eq!(ticket.class(), 1);
    let given = sheet(&world.plan.layout, "one");
    let mut entropy = Seeded::new("one");
    station.commit(&ticket, &given, &mut entropy).unwrap();
    assert_eq!(
        fault(station.check_code(&codes[0], day(OPEN))),
        SealFault::CodeSpent
    );
    let second = station.commit(&late, &given, &mut entropy);
    assert_eq!(
        fault(second),
        SealFault::CodeSpent,
        "an older ticket of the same code"
    );
    assert_eq!(station.sessions(), 1);
    drop(station);
    let station = Station::open(disk.clone(), path).unwrap();
    let station = station.with_hash(Box::new(FastHash));
    assert_eq!(station.sessions(), 1);
    assert_eq!(
        fault(station.check_code(&codes[0], day(OPEN))),
        SealFault::CodeSpent
    );
    assert_eq!(station.counts()[1].unspent, 8);
    let again = Station::create(disk, path, &file);
    assert!(again.is_err(), "an existing station is never replaced");
}

#[test]
fn a_bundle_waits_for_enough_new_answers_until_the_last_day_is_over() {
    let world = World::new("bundles", &LEVEL_ONE);
    let (file, codes) = world.issue("Café 1", &[(0, 14)]);
    let disk = LoggedDisk::default();
    let station = Station::create(disk, Path::new("a"), &file).unwrap();
    let mut station = station.with_hash(Box::new(FastHash));
    let mut codes = codes.iter();
    let mut answer = |station: &mut Station<LoggedDisk>| {
        let code = &codes.next().unwrap().code;
        let ticket = station.check_code(code, day(OPEN)).unwrap();
        let sessions = station.sessions();
        let given = sheet(&world.plan.layout, &sessions.to_string());
        let mut entropy = Seeded::new(&format!("answer {sessions}"));
        station.commit(&ticket, &given, &mut entropy).unwrap();
    };
    assert_eq!(
        fault(station.export_bundle(day(OPEN))),
        SealFault::TooFewNew(5)
    );
    (0..4).for_each(|_| answer(&mut station));
    assert_eq!(
        fault(station.export_bundle(day(OPEN))),
        SealFault::TooFewNew(1)
    );
    answer(&mut station);
    let first = station.export_bundle(day(OPEN)).unwrap();
    assert_eq!(
        station.export_bundle(day(OPEN)).unwrap(),
        first,
        "equal content, equal bytes"
    );
    answer(&mut station);
    assert_eq!(
        fault(station.export_bundle(day(OPEN))),
        SealFault::TooFewNew(4)
    );
    let last = station.export_bundle(day(OVER)).unwrap();
    assert_eq!(last.len(), first.len(), "both fill one step of 64");
    let pack = station.pack();
    assert_eq!(last.len(), bundle::size(pack.plan(), 1, 6));
    let content = bundle::open_bundle(&last, pack, &world.wave).unwrap();
    assert_eq!(content.sessions(pack), 6);
    let mut set = RecordSet::empty(pack);
    set.merge(&content, pack).unwrap();
    assert_eq!(
        RecordSet::decode(&set.encode().unwrap(), pack).unwrap(),
        set
    );
}

#[test]
fn a_real_file_keeps_no_time_and_one_window() {
    let world = World::new("disk", &LEVEL_ONE);
    let (file, codes) = world.issue("Café 1", &[(0, 9)]);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.flstation");
    let station = Station::create(Disk, &path, &file).unwrap();
    let mut station = station.with_hash(Box::new(FastHash));
    let ticket = station.check_code(&codes[0].code, day(OPEN)).unwrap();
    let given = sheet(&world.plan.layout, "one");
    station
        .commit(&ticket, &given, &mut Seeded::new("disk"))
        .unwrap();
    let modified = std::fs::metadata(&path).unwrap().modified().unwrap();
    let seconds = modified
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_secs();
    assert_eq!(seconds, 946_684_800, "2000-01-01");
    let other = Station::open(Disk, &path).map(|_| ());
    assert_eq!(fault(other), SealFault::StationInUse);
    drop(station);
    std::fs::write(dir.path().join("a.flstation.tmp"), b"half").unwrap();
    let station = Station::open(Disk, &path).unwrap();
    assert_eq!(station.sessions(), 1);
    assert!(!dir.path().join("a.flstation.tmp").exists());
    let bytes = std::fs::read(&path).unwrap();
    let content = StationFile::decode(&bytes).unwrap();
    assert_eq!(content.encode().unwrap(), bytes);
}

#[test]
fn argon2id_guards_codes_and_the_exit() {
    let world = World::new("argon", &LEVEL_ONE);
    let issuer = frontline::seal::issue::Issuer {
        plan: &world.plan,
        company: &world.company,
        hash: &Argon2idHash,
    };
    let order = frontline::seal::issue::StationOrder {
        name: "Café 1",
        codes: &[(0, 2)],
        exit_password: "выход",
        staff: &[],
        cost: frontline::seal::secret::Cost::FLOOR,
    };
    let mut entropy = Seeded::new("argon");
    let (file, codes) = issuer
        .issue(&order, &mut entropy, &super::kit::go_on)
        .unwrap();
    let station = Station::create(LoggedDisk::default(), Path::new("a"), &file).unwrap();
    assert!(station.check_code(&codes[1].code, day(OPEN)).is_ok());
    assert!(file.pack.check_exit("выход", &Argon2idHash).is_ok());
    assert_eq!(
        fault(file.pack.check_exit("выхол", &Argon2idHash)),
        SealFault::ExitRefused
    );
    let cancelled = issuer.issue(&order, &mut entropy, &|_, _| false);
    assert!(cancelled.unwrap_err().is_cancelled());
}

#[test]
fn a_witness_comes_back_with_its_memory() {
    let witness = Witness::random("Совет", &mut Seeded::new("witness")).unwrap();
    let again = Witness::decode(&witness.encode().unwrap()).unwrap();
    assert_eq!(again.card(), witness.card());
}
