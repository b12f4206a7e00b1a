//! Every key has its words in both languages.

use frontline::domain::Lang;
use frontline::i18n::has_message;
use frontline::import::{DropReason, ImportKind, Note, Preset, RefusalReason, Role};

#[test]
fn every_reason_role_kind_preset_and_note_has_words_in_both_languages() {
    let mut keys: Vec<&str> = RefusalReason::KEYS.to_vec();
    keys.extend(Role::PLAIN.iter().map(Role::key));
    keys.extend([
        Role::Item(String::new()).key(),
        Role::Named(String::new()).key(),
    ]);
    keys.extend(ImportKind::ALL.map(ImportKind::key));
    keys.extend(Preset::ALL.map(Preset::key));
    keys.extend(DropReason::ALL.map(DropReason::key));
    keys.extend(Note::ALL.map(Note::key));
    assert!(keys.len() > 70);
    for lang in Lang::ALL {
        let missing: Vec<&&str> = keys.iter().filter(|key| !has_message(lang, key)).collect();
        assert!(missing.is_empty(), "{lang:?}: {missing:?}");
    }
}

#[test]
fn every_role_is_read_back_from_its_word() {
    for role in Role::PLAIN.into_iter().chain([
        Role::Item("pay_1".to_owned()),
        Role::Named("Returns, %".to_owned()),
    ]) {
        assert_eq!(role.code().parse::<Role>(), Ok(role.clone()));
    }
    assert!("boss".parse::<Role>().is_err());
}
