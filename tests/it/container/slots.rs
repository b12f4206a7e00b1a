//! Key slots: passphrases, the recovery sheet, the second officer, a fresh data key.

use frontline::error::{Kind, VaultFault};
use frontline::seal::container::{
    Head, Holder, RecoveryWords, SectionKind, SlotKind, Unlock, Vault, fitting_cost, usual_cost,
};

use super::{cost, fault_of, passphrase, sample};

fn unlock(text: &str) -> Unlock {
    Unlock::Passphrase(passphrase(text))
}

fn save(vault: &mut Vault) -> Vec<u8> {
    vault
        .seal(&[(SectionKind::Main, b"content")])
        .expect("sealed")
}

#[test]
fn a_passphrase_and_the_words_both_open_and_another_passphrase_does_not() {
    let (mut vault, words) =
        Vault::create(&passphrase("мягкий чайник поёт"), cost()).expect("made");
    let bytes = save(&mut vault);
    let head = Head::read(&bytes).expect("a head");
    assert_eq!(head.slots, [SlotKind::Passphrase, SlotKind::Words]);
    let opened = Vault::open(&bytes, &unlock("мягкий чайник поёт")).expect("opened");
    assert_eq!(opened.sections[&SectionKind::Main].as_slice(), b"content");
    Vault::open(&bytes, &Unlock::Words(words)).expect("opened with words");
    let wrong = Vault::open(&bytes, &unlock("мягкий чайник"));
    assert_eq!(fault_of(wrong), Kind::Vault(VaultFault::WrongPassphrase));
}

#[test]
fn spaces_and_split_letters_do_not_lock_anybody_out() {
    let typed = passphrase("  мягкий\t чай   поёт ");
    let split = passphrase("мягкии\u{306} чаи\u{306} пое\u{308}т");
    assert_eq!(typed, split);
    assert_ne!(typed, passphrase("Мягкий чай поёт"), "case matters");
    assert_ne!(typed, passphrase("мягкийчайпоёт"), "words stay apart");
}

#[test]
fn officers_come_and_go_but_the_last_passphrase_stays() {
    let (mut vault, words) = Vault::create(&passphrase("first officer"), cost()).expect("made");
    let holder = Holder::new("Мария Кузнецова");
    let second = vault
        .add_passphrase(&holder, &passphrase("second officer"), cost())
        .expect("added");
    let bytes = save(&mut vault);
    let opened = Vault::open(&bytes, &unlock("second officer")).expect("opened");
    let slots = opened.vault.slots().expect("slots");
    assert_eq!(slots.len(), 3);
    let names: Vec<_> = slots.iter().map(|slot| slot.holder.as_str()).collect();
    assert_eq!(names, ["", "", "Мария Кузнецова"]);
    let name = "Мария".as_bytes();
    assert!(
        !bytes.windows(name.len()).any(|window| window == name),
        "a name is readable"
    );

    vault.remove(second).expect("removed");
    assert_eq!(
        fault_of(vault.remove(second)),
        Kind::Vault(VaultFault::NoSuchSlot)
    );
    let bytes = save(&mut vault);
    let refused = Vault::open(&bytes, &unlock("second officer"));
    assert_eq!(fault_of(refused), Kind::Vault(VaultFault::WrongPassphrase));
    let first = vault.slot_of(&unlock("first officer")).expect("a slot");
    assert_eq!(
        fault_of(vault.remove(first)),
        Kind::Vault(VaultFault::LastSlot)
    );
    let sheet = vault.slot_of(&Unlock::Words(words)).expect("a slot");
    vault.remove(sheet).expect("a passphrase is left");
    assert_eq!(
        fault_of(vault.remove(first)),
        Kind::Vault(VaultFault::LastSlot)
    );
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_does_not() {
    let (mut vault, _) = Vault::create(&passphrase("old phrase"), cost()).expect("made");
    let wrong = vault.change_passphrase(&passphrase("a guess"), &passphrase("new phrase"), cost());
    assert_eq!(fault_of(wrong), Kind::Vault(VaultFault::WrongPassphrase));
    vault
        .change_passphrase(&passphrase("old phrase"), &passphrase("new phrase"), cost())
        .expect("changed");
    let bytes = save(&mut vault);
    assert!(Vault::open(&bytes, &unlock("new phrase")).is_ok());
    let refused = Vault::open(&bytes, &unlock("old phrase"));
    assert_eq!(fault_of(refused), Kind::Vault(VaultFault::WrongPassphrase));
}

#[test]
fn a_new_recovery_sheet_makes_the_old_one_worthless() {
    let old = sample().words.clone();
    let mut vault = sample().vault.clone();
    let new = vault.renew_words().expect("renewed");
    let bytes = save(&mut vault);
    assert!(Vault::open(&bytes, &Unlock::Words(new)).is_ok());
    assert_eq!(
        fault_of(Vault::open(&bytes, &Unlock::Words(old))),
        Kind::Vault(VaultFault::WrongWords)
    );
}

#[test]
fn a_fresh_data_key_keeps_who_was_named_and_nobody_else() {
    let (mut vault, words) = Vault::create(&passphrase("first officer"), cost()).expect("made");
    vault
        .add_passphrase(&Holder::new("B"), &passphrase("second officer"), cost())
        .expect("added");
    let before = vault.clone();
    let old = save(&mut vault);
    let wrong = vault.rotate(&[passphrase("a guess")], cost());
    assert_eq!(fault_of(wrong), Kind::Vault(VaultFault::WrongPassphrase));
    assert_eq!(
        fault_of(vault.rotate(&[], cost())),
        Kind::Vault(VaultFault::LastSlot)
    );
    let fresh = vault
        .rotate(&[passphrase("first officer")], cost())
        .expect("rotated");
    let new = save(&mut vault);
    assert!(Vault::open(&new, &unlock("first officer")).is_ok());
    assert!(Vault::open(&new, &Unlock::Words(fresh)).is_ok());
    for gone in [unlock("second officer"), Unlock::Words(words)] {
        assert!(Vault::open(&new, &gone).is_err(), "{gone:?} still opens");
    }
    // Who kept the old data key reads old saves and no new one.
    assert!(before.open_sibling(&old).is_ok());
    assert_eq!(
        fault_of(before.open_sibling(&new)),
        Kind::Vault(VaultFault::WrongPassphrase)
    );
}

#[test]
fn a_container_has_room_for_eight_slots() {
    let mut vault = sample().vault.clone();
    for number in 2..=8 {
        let (holder, phrase) = (Holder::new(&format!("officer {number}")), passphrase("p"));
        vault
            .add_passphrase(&holder, &phrase, cost())
            .expect("room");
    }
    assert_eq!(vault.slots().expect("slots").len(), 8);
    let one_more = vault.add_passphrase(&Holder::default(), &passphrase("p"), cost());
    assert_eq!(fault_of(one_more), Kind::Vault(VaultFault::SlotsFull));
    let bytes = save(&mut vault);
    assert!(Vault::open(&bytes, &Unlock::Words(sample().words.clone())).is_ok());
}

#[test]
fn recovery_words_survive_writing_down_by_hand() {
    let words = sample().words.clone();
    let list = words.words();
    assert_eq!(list.len(), 24);
    assert_eq!(RecoveryWords::parse(&list.join(" ")).expect("read"), words);
    let numbered: Vec<String> = list
        .iter()
        .enumerate()
        .map(|(place, word)| format!("{}. {}", place + 1, word.to_uppercase()))
        .collect();
    assert_eq!(
        RecoveryWords::parse(&numbered.join(",\n")).expect("read"),
        words
    );
    let short: Vec<String> = list
        .iter()
        .map(|word| word.chars().take(4).collect())
        .collect();
    assert_eq!(RecoveryWords::parse(&short.join(" ")).expect("read"), words);
}

#[test]
fn a_wrong_recovery_word_is_named_by_its_number() {
    let list = sample().words.words();
    let with = |place: usize, word: &str| {
        let mut words: Vec<&str> = list.clone();
        words[place] = word;
        fault_of(RecoveryWords::parse(&words.join(" ")))
    };
    assert_eq!(
        with(6, "frontline"),
        Kind::Vault(VaultFault::UnknownWord(7))
    );
    assert_eq!(with(0, "яблоко"), Kind::Vault(VaultFault::UnknownWord(1)));
    let count = |count: usize| fault_of(RecoveryWords::parse(&list[..count].join(" ")));
    assert_eq!(count(23), Kind::Vault(VaultFault::WordCount(23)));
    assert_eq!(count(0), Kind::Vault(VaultFault::WordCount(0)));
    let more = format!("{} apple", list.join(" "));
    assert_eq!(
        fault_of(RecoveryWords::parse(&more)),
        Kind::Vault(VaultFault::WordCount(25))
    );
    // A word of the list in the wrong place: the checksum finds all but one in 256.
    let mixed = ["abandon", "zebra", "apple", "river", "stone"]
        .into_iter()
        .filter(|word| *word != list[3])
        .map(|word| {
            let mut words: Vec<&str> = list.clone();
            words[3] = word;
            RecoveryWords::parse(&words.join(" "))
        })
        .filter(|result| {
            result
                .as_ref()
                .is_err_and(|error| *error.kind() == Kind::Vault(VaultFault::WordsMixed))
        })
        .count();
    assert!(mixed >= 3, "{mixed} of the wrong words were noticed");
}

#[test]
fn cost_follows_the_computer_between_floor_and_cap() {
    use std::time::Duration;
    let usual = usual_cost().expect("allowed");
    assert_eq!((usual.kibibytes(), usual.passes()), (128 << 10, 3));
    let passes = |millis| {
        let cost = fitting_cost(Duration::from_millis(millis)).expect("allowed");
        (cost.kibibytes() >> 10, cost.passes())
    };
    assert_eq!(passes(300), (128, 10));
    assert_eq!(passes(999), (128, 3));
    assert_eq!(passes(1_400), (128, 3));
    assert_eq!(passes(4_000), (64, 3));
    assert_eq!(passes(1), (128, 24));
}
