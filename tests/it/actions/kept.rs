//! Actions through the service: kept, changed, removed, taken back, and there after opening again.

use std::sync::Arc;

use frontline::app::{
    ActionBoard, ActionCommand, ActionDeed, ActionUndo, Command, Reply, Service, Surroundings,
    Unlock,
};
use frontline::domain::action::{
    Action, Figure, FigureCount, FollowUp, LinkedMeasure, Origin, Status, Step,
};
use frontline::domain::{Channel, Date, Measure};
use frontline::error::{ActionFault, Kind};

use super::{action, finding};
use crate::keyring::{TODAY, passphrase};

struct Desk {
    _folder: tempfile::TempDir,
    service: Service,
    path: std::path::PathBuf,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let surroundings = Surroundings::fixed(TODAY, 1, folder.path());
        let mut service = Service::new(surroundings).with_quick_keys();
        let path = folder.path().join("own.frontline");
        let made = service.run(Command::CreateWorkspace {
            path: path.clone(),
            company: "Own".to_owned(),
            passphrase: passphrase(),
        });
        made.unwrap();
        Self {
            _folder: folder,
            service,
            path,
        }
    }

    fn run(
        &mut self,
        command: ActionCommand,
    ) -> (Arc<ActionBoard>, Option<(ActionDeed, ActionUndo)>) {
        let reply = self.service.run(Command::Actions(command)).unwrap();
        let Reply::Actions(reply) = reply else {
            panic!("another answer: {reply:?}");
        };
        (reply.board, reply.undo)
    }

    fn save(&mut self, action: Action) -> (Arc<ActionBoard>, ActionDeed, ActionUndo) {
        let (board, undo) = self.run(ActionCommand::Save(Box::new(action)));
        let (deed, undo) = undo.unwrap();
        (board, deed, undo)
    }

    fn fault(&mut self, command: ActionCommand) -> Kind {
        let refused = self.service.run(Command::Actions(command));
        refused.expect_err("refused").kind().clone()
    }
}

fn full() -> Action {
    let mut full = action(
        Some(finding("empowerment", Some("07"), "2026-spring")),
        TODAY,
    );
    let kept = full.finding.as_mut().unwrap();
    kept.origin = Origin::Cell;
    kept.figure = Some(Figure {
        value: 2.2,
        interval: Some((1.9, 2.5)),
        n: FigureCount::Exact(13),
    });
    Action {
        promised: Some(0.3),
        cost: "two evenings".to_owned(),
        follow_ups: vec![FollowUp {
            day: Date::constant(2026, 12, 15),
            is_done: false,
        }],
        steps: vec![
            Step {
                words: "Collect cases".to_owned(),
                is_done: true,
            },
            Step {
                words: "Write the card".to_owned(),
                is_done: false,
            },
        ],
        ..full
    }
}

#[test]
fn an_action_is_there_whole_after_opening_again() {
    let mut desk = Desk::new();
    let (board, deed, _) = desk.save(full());
    assert_eq!(deed, ActionDeed::Added);
    let kept = board.actions[0].clone();
    assert_eq!(kept.revision, 1);
    assert_eq!(kept.finding.as_ref().unwrap().noted, Some(TODAY));
    let expected = Action {
        id: kept.id,
        revision: 1,
        finding: kept.finding.clone(),
        ..full()
    };
    assert_eq!(kept, expected);
    desk.service.run(Command::CloseWorkspace).unwrap();
    let path = desk.path.clone();
    desk.service
        .run(Command::OpenWorkspace(path.clone()))
        .unwrap();
    let opened = desk.service.run(Command::Unlock {
        path,
        unlock: Unlock::Passphrase(passphrase()),
        accepts_older: false,
    });
    let Reply::Overview(overview) = opened.unwrap() else {
        panic!("not opened");
    };
    assert_eq!(overview.actions.actions, [kept]);
}

#[test]
fn every_kind_of_measure_comes_back_as_it_went() {
    let mut desk = Desk::new();
    let measures = [
        LinkedMeasure::Dimension("voice".to_owned()),
        LinkedMeasure::Item {
            id: "voice_1".to_owned(),
            dimension: "voice".to_owned(),
        },
        LinkedMeasure::Outcome {
            measure: Measure::nps(),
            channel: Some(Channel::new("sms")),
            dimension: None,
        },
        LinkedMeasure::Outcome {
            measure: Measure::new("repeat visits, %").unwrap(),
            channel: None,
            dimension: Some("engagement".to_owned()),
        },
        LinkedMeasure::Competency("respect".to_owned()),
    ];
    let counts = [FigureCount::FiveToNine, FigureCount::NotGiven];
    let mut kept = Vec::new();
    for (place, measure) in measures.iter().enumerate() {
        let mut own = full();
        let linked = own.finding.as_mut().unwrap();
        linked.measure = measure.clone();
        linked.figure = Some(Figure {
            value: 3.5,
            interval: None,
            n: counts[place % 2],
        });
        kept = desk.save(own).0.actions.clone();
    }
    let found = kept.iter().map(|it| it.finding.as_ref().unwrap());
    for ((found, measure), place) in found.zip(&measures).zip(0..) {
        assert_eq!(found.measure, *measure);
        let figure = found.figure.unwrap();
        assert_eq!((figure.interval, figure.n), (None, counts[place % 2]));
    }
}

#[test]
fn moving_notes_the_day_and_undo_brings_back_the_former_state() {
    let mut desk = Desk::new();
    let (board, ..) = desk.save(full());
    let before = board.actions[0].clone();
    let moved = Action {
        status: Status::Doing,
        history: Vec::new(),
        ..before.clone()
    };
    let (board, deed, undo) = desk.save(moved);
    assert_eq!(deed, ActionDeed::Moved(Status::Doing));
    let history: Vec<Status> = board.actions[0]
        .history
        .iter()
        .map(|it| it.status)
        .collect();
    assert_eq!(history, [Status::Planned, Status::Doing]);
    let (board, nothing) = desk.run(ActionCommand::Undo(undo.clone()));
    assert_eq!(nothing, None);
    let back = Action {
        revision: 3,
        ..before
    };
    assert_eq!(board.actions, [back]);
    assert_eq!(
        desk.fault(ActionCommand::Undo(undo)),
        Kind::Action(ActionFault::Stale),
        "taken back twice"
    );
}

#[test]
fn adding_and_removing_can_be_taken_back() {
    let mut desk = Desk::new();
    let (board, _, undo) = desk.save(full());
    let id = board.actions[0].id;
    let (board, _) = desk.run(ActionCommand::Undo(undo));
    assert!(board.actions.is_empty());
    let (board, ..) = desk.save(full());
    let kept = board.actions[0].clone();
    let revision = kept.revision;
    let (board, undo) = desk.run(ActionCommand::Remove {
        action: kept.id,
        revision,
    });
    assert!(board.actions.is_empty());
    let (deed, undo) = undo.unwrap();
    assert_eq!(deed, ActionDeed::Removed);
    let (board, _) = desk.run(ActionCommand::Undo(undo));
    assert_eq!(board.actions[0].steps, kept.steps);
    assert_eq!(board.actions[0].id, kept.id);
    assert_eq!(id, kept.id, "numbers of removed actions are free again");
}

#[test]
fn a_change_that_starts_from_an_older_state_is_refused() {
    let mut desk = Desk::new();
    let (board, ..) = desk.save(full());
    let old = board.actions[0].clone();
    desk.save(Action {
        cost: "nothing".to_owned(),
        ..old.clone()
    });
    let refused = desk.fault(ActionCommand::Save(Box::new(old.clone())));
    assert_eq!(refused, Kind::Action(ActionFault::Stale));
    let refused = desk.fault(ActionCommand::Remove {
        action: old.id,
        revision: old.revision,
    });
    assert_eq!(refused, Kind::Action(ActionFault::Stale));
}

#[test]
fn an_action_without_a_deed_or_with_an_empty_promise_is_refused() {
    let mut desk = Desk::new();
    for wrong in [
        Action {
            what: "  ".to_owned(),
            ..full()
        },
        Action {
            promised: Some(0.0),
            ..full()
        },
        Action {
            owner: "x".repeat(200),
            ..full()
        },
    ] {
        let refused = desk.fault(ActionCommand::Save(Box::new(wrong)));
        assert!(matches!(refused, Kind::Invalid { .. }), "{refused:?}");
    }
}
