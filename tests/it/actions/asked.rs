//! “Has something changed since the last survey?”: asked by choice, in a draft only.

use frontline::app::{Command, Overview, Reply, Service, Surroundings, WaveDraft};
use frontline::domain::{CHANGES_ITEM, MinGroup, WaveCode};
use frontline::error::Kind;

use crate::keyring::{TODAY, passphrase};

fn overview(reply: Reply) -> std::sync::Arc<Overview> {
    let Reply::Overview(overview) = reply else {
        panic!("another answer: {reply:?}");
    };
    overview
}

fn asks(overview: &Overview) -> usize {
    let items = &overview.waves[0].questionnaire.items;
    items.iter().filter(|it| it.id == CHANGES_ITEM).count()
}

#[test]
fn the_question_is_added_once_and_taken_away_again_until_the_wave_opens() {
    let folder = tempfile::tempdir().unwrap();
    let surroundings = Surroundings::fixed(TODAY, 1, folder.path());
    let mut service = Service::new(surroundings).with_quick_keys();
    let made = service.run(Command::CreateWorkspace {
        path: folder.path().join("own.frontline"),
        company: "Own".to_owned(),
        passphrase: passphrase(),
    });
    made.unwrap();
    let draft = WaveDraft {
        name: "Spring".to_owned(),
        questionnaire: "engagement".to_owned(),
        opens: None,
        closes: None,
        customers: None,
        min_group: MinGroup::default(),
    };
    let made = overview(service.run(Command::CreateWave(draft)).unwrap());
    let before = made.waves[0].questionnaire.clone();
    assert_eq!(asks(&made), 0);
    let wave = WaveCode::new("spring").unwrap();
    let ask = |is_asked| Command::AskChanges {
        wave: wave.clone(),
        is_asked,
    };
    for _ in 0..2 {
        let asked = overview(service.run(ask(true)).unwrap());
        assert_eq!(asks(&asked), 1);
        let items = &asked.waves[0].questionnaire.items;
        let at = items.iter().position(|it| it.id == CHANGES_ITEM).unwrap();
        let alone = items.iter().position(|it| it.dimension.is_empty());
        assert!(
            alone.is_none_or(|alone| at < alone),
            "before what stands alone"
        );
    }
    let back = overview(service.run(ask(false)).unwrap());
    assert_eq!(back.waves[0].questionnaire, before);
    service.run(Command::OpenWave(wave.clone())).unwrap();
    let refused = service.run(ask(true)).expect_err("the wave is open");
    assert_eq!(*refused.kind(), Kind::WaveState);
}
