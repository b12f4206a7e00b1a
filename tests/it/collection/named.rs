//! What a pack knows of staff: enough to warn before a comment names a colleague, and too little to
//! read the list of staff from it.

use frontline::app::{CodesRequest, Command, PersonDraft, RatingCommand, RatingReply, Reply};
use frontline::domain::rating::PersonId;
use frontline::domain::{BranchCode, Lang, ProtectionLevel, StaffGroup, WaveCode};
use frontline::seal::container::Passphrase;
use frontline::seal::marks::{Giveaway, NameMarks};
use frontline::seal::pack::PackFile;

use super::kit::{Desk, TODAY, designed};

fn person(desk: &mut Desk, name: &str, branch: &str, manager: Option<PersonId>) -> PersonId {
    let draft = PersonDraft {
        id: None,
        name: name.to_owned(),
        position: "Barista".to_owned(),
        branch: BranchCode::new(branch).expect("set up for this test"),
        group: StaffGroup::Contact,
        manager,
        left: None,
    };
    let save = Command::Ratings(RatingCommand::SavePerson(draft));
    let reply = desk.service.run(save).expect("set up for this test");
    let Reply::Ratings(RatingReply::Overview(overview)) = reply else {
        panic!("{reply:?}");
    };
    let saved = overview.people.iter().find(|person| person.name == name);
    saved.expect("it was just saved").id
}

/// The marks of the pack of one station, read back from its file, and the file.
fn pack_of(desk: &mut Desk, wave: WaveCode, station: &str) -> (NameMarks, Vec<u8>) {
    desk.overview(Command::OpenWave(wave.clone()));
    let folder = desk.path("codes");
    let request = CodesRequest {
        wave,
        stations: vec![station.to_owned()],
        folder: folder.clone(),
        exit_password: Passphrase::new("leave"),
        langs: vec![Lang::Ru],
    };
    desk.overview(Command::MakeCodes(request));
    let file = folder.join(station).join(format!("{station}.flpack"));
    let bytes = std::fs::read(file).expect("it was just made");
    let pack = PackFile::decode(&bytes).expect("it was just made");
    (pack.pack.parts().marks.clone(), bytes)
}

fn named(marks: &NameMarks, text: &str) -> Vec<String> {
    let found = marks.check(text).into_iter();
    found
        .filter(|found| found.what == Giveaway::Name)
        .map(|found| text.get(found.range).expect("whole letters").to_owned())
        .collect()
}

#[test]
fn the_kiosk_of_a_branch_knows_its_people_and_those_above_them() {
    let mut desk = Desk::new(TODAY);
    let wave = designed(&mut desk, ProtectionLevel::OneKey);
    let director = person(&mut desk, "Ольга Вершинина", "01", None);
    let manager = person(&mut desk, "Тимур Булатов", "03", Some(director));
    person(&mut desk, "Зорянова Ксения", "03", Some(manager));
    person(&mut desk, "Margaret Whitfield", "03", Some(manager));
    person(&mut desk, "Прохор Неделин", "01", Some(director));
    let (marks, file) = pack_of(&mut desk, wave, "Cafe 03");

    assert_eq!(named(&marks, "Все ждут Зоряновой"), ["Зоряновой"]);
    assert_eq!(
        named(&marks, "с ксенией легко, с Булатовым нет"),
        ["ксенией", "Булатовым"]
    );
    assert_eq!(named(&marks, "Вершинину мы не видели"), ["Вершинину"]);
    assert_eq!(named(&marks, "Whitfield's rota"), ["Whitfield"]);
    assert_eq!(named(&marks, "ask margaret"), ["margaret"]);
    // Somebody of another branch, and words of every day.
    for clean in ["Неделина нет", "кофе остывает", "the rota is late"] {
        assert_eq!(named(&marks, clean), [""; 0], "{clean}");
    }
    for name in ["Зоря", "Зорян", "Ксени", "Булат", "Whitf", "Margar"] {
        for spelling in [name.to_owned(), name.to_lowercase()] {
            let is_there = file
                .windows(spelling.len())
                .any(|window| window == spelling.as_bytes());
            assert!(!is_there, "{spelling} stands in the pack");
        }
    }
}

#[test]
fn whoever_tries_a_phone_book_on_a_pack_finds_more_strangers_than_staff() {
    // Made-up surnames: consonant and vowel in turn, none of them of the staff.
    let invented = |number: usize| -> String {
        let consonants = ['б', 'в', 'г', 'д', 'ж', 'з', 'к', 'л', 'м', 'н'];
        let vowels = ['а', 'о', 'у', 'э', 'ы'];
        let mut left = number;
        let mut name = String::new();
        for at in 0..8 {
            let letters: &[char] = if at % 2 == 0 { &consonants } else { &vowels };
            name.push(letters[left % letters.len()]);
            left /= letters.len();
        }
        name.push('р');
        name
    };
    for size in [12, 64, 300] {
        let staff: Vec<String> = (0..size).map(invented).collect();
        let marks = NameMarks::of([7; 16], staff.iter().map(String::as_str));
        // Nobody of the staff is missed.
        assert!(staff.iter().all(|name| !marks.check(name).is_empty()));
        let book = 400_000;
        let strangers = (size..size + book)
            .filter(|number| !marks.check(&invented(*number)).is_empty())
            .count();
        // One in 2,048, give or take the last power of two: a needle among as many again.
        let expected = book / 2048;
        assert!(strangers > expected / 3, "{size}: {strangers}");
        assert!(strangers < expected * 2, "{size}: {strangers}");
    }
}
