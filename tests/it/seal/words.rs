//! Word lists, fingerprints, and the warning before a comment names somebody.

use frontline::domain::Lang;
use frontline::seal::marks::{Giveaway, NameMarks};
use frontline::seal::words;

use super::kit::Seeded;

#[test]
fn word_lists_are_long_enough_and_no_two_words_are_alike() {
    for lang in Lang::ALL {
        let list = words::list(lang);
        assert_eq!(list.len(), words::LIST_LENGTH);
        assert!(list.is_sorted_by(|left, right| left < right));
    }
    let russian = words::list(Lang::Ru);
    let letters = russian.iter().map(|word| word.chars().collect::<Vec<_>>());
    let letters = letters.collect::<Vec<_>>();
    for (number, word) in letters.iter().enumerate() {
        assert!((4..=8).contains(&word.len()), "{}", russian[number]);
        assert!(
            word.iter().all(|c| ('а'..='я').contains(c)),
            "{}",
            russian[number]
        );
        for (other, text) in letters[..number].iter().zip(russian) {
            assert_ne!(word[..4], other[..4], "{} and {text}", russian[number]);
            if word.len() == other.len() {
                let differing = word.iter().zip(other).filter(|(a, b)| a != b).count();
                assert!(differing > 1, "{} and {text}", russian[number]);
            }
        }
    }
}

#[test]
fn a_fingerprint_has_a_russian_and_an_english_spelling() {
    let print = words::Fingerprint::of(&[7; 32]).unwrap();
    let other = words::Fingerprint::of(&[8; 32]).unwrap();
    assert_ne!(print, other);
    let places = |lang| {
        print
            .words(lang)
            .map(|word| words::list(lang).iter().position(|w| *w == word))
    };
    assert_eq!(places(Lang::Ru), places(Lang::En));
    let phrase = words::offered_passphrase(Lang::Ru, &mut Seeded::new("phrase")).unwrap();
    assert_eq!(phrase.split(' ').count(), 5);
}

#[test]
fn a_comment_that_names_somebody_is_noticed_in_any_case() {
    let marks = NameMarks::of([1; 16], ["Иванова Мария", "Сергей Кузнецов", "Anna Smith"]);
    for named in [
        "спасибо Марии",
        "с МАРИЕЙ трудно",
        "Ивановой",
        "Сергея не слышно",
        "к Сергею",
        "Кузнецовым",
        "ask Smith",
        "Smith's table",
    ] {
        let found = marks.check(named);
        assert_eq!(found.len(), 1, "{named}");
        assert_eq!(found[0].what, Giveaway::Name, "{named}");
    }
    for clean in [
        "мария́жный соус",
        "Марина",
        "",
        "зарплата 45 000, премия 1 000 000",
        "12.04.2026",
        "в 10:00-22:00",
    ] {
        assert_eq!(marks.check(clean), [], "{clean}");
    }
    let text = "звони +7 (912) 345-67-89 или 123-45-67, почта a.b@mail.ru, тг @koffee";
    let found = marks.check(text);
    let kinds = found.iter().map(|f| f.what).collect::<Vec<_>>();
    assert_eq!(
        kinds,
        [
            Giveaway::Phone,
            Giveaway::Phone,
            Giveaway::Email,
            Giveaway::Email
        ]
    );
    assert_eq!(&text[found[0].range.clone()], "+7 (912) 345-67-89");
    assert_eq!(&text[found[2].range.clone()], "a.b@mail.ru");
}
