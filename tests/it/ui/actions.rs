//! Actions: from a finding to the form and its proposals, the board by drag and by keys, the calendar,
//! undo and deletion.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use frontline::app::{
    ActionBoard, ActionCommand, ActionDeed, ActionReply, ActionUndo, Command, Overview, Reply,
};
use frontline::domain::Lang;
use frontline::domain::action::{Action, ActionId, LinkedMeasure, Origin, Status};
use frontline::i18n::{message, number};
use frontline::phrases;
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::{Outward, Shell};

use super::fixture;
use super::harness::{Desk, draws_everywhere};

fn shell(lang: Lang) -> Shell {
    fixture::shell(
        Some(fixture::with_actions(lang)),
        Some(fixture::findings(lang)),
        lang,
    )
}

fn desk() -> Desk {
    let mut desk = Desk::new(shell(Lang::En), ScreenId::Actions);
    desk.wishes();
    desk
}

fn overview() -> Overview {
    fixture::with_actions(Lang::En)
}

fn saved(wishes: &[Outward]) -> &Action {
    match wishes {
        [Outward::Run(Command::Actions(ActionCommand::Save(action)))] => action,
        other => panic!("another wish: {other:?}"),
    }
}

/// The name by which a screen reader knows the card of an action.
fn card(action: &Action) -> String {
    let lang = Lang::En;
    let overview = overview();
    let place = phrases::action_place(lang, &overview.branches, action.branch.as_ref());
    let is_near = action.status.is_open() && action.due <= overview.today;
    let due = if is_near {
        phrases::due_in_words(lang, action.due, overview.today)
    } else {
        number::day(lang, action.due)
    };
    let status = message(lang, action.status.key());
    format!(
        "{}. {place} · {}. {status}. {due}",
        action.what, action.owner
    )
}

fn of_status(status: Status) -> Action {
    let overview = overview();
    let mut actions = overview.actions.actions.iter();
    let found = actions.find(|action| action.status == status);
    found.expect("the example has one in every state").clone()
}

#[test]
fn a_cell_of_the_heat_map_becomes_an_action_with_proposals_and_a_kept_figure() {
    let mut desk = Desk::new(shell(Lang::En), ScreenId::Results);
    desk.wishes();
    desk.button("Make an action of this…");
    assert_eq!(desk.shell().screen(), ScreenId::Actions);
    assert!(desk.shows("What could be done"));
    desk.press(Role::RadioButton, "Set what each position may decide alone");
    desk.type_into("Who sees to it", "Head of service");
    desk.type_into("Promised change", "+0.3");
    desk.button("Save action");
    let wishes = desk.wishes();
    let action = saved(&wishes);
    assert_eq!(action.id, ActionId(0));
    assert_eq!(action.what, "Set what each position may decide alone");
    assert!((3..=5).contains(&action.steps.len()));
    assert_eq!(action.owner, "Head of service");
    assert_eq!(action.promised, Some(0.3));
    assert_eq!(action.proposal.as_deref(), Some("authority-by-position"));
    let finding = action.finding.as_ref().expect("linked");
    let is_known = matches!(finding.origin, Origin::Cell | Origin::Dimension);
    assert!(is_known, "{:?}", finding.origin);
    let empowerment = LinkedMeasure::Dimension("empowerment".to_owned());
    assert_eq!(finding.measure, empowerment);
    assert!(finding.figure.is_some(), "the figure of that day is kept");
}

#[test]
fn an_action_without_words_or_with_a_wrong_day_is_not_saved() {
    let mut desk = desk();
    desk.button("New action");
    desk.button("Save action");
    assert_eq!(desk.wishes(), []);
    assert!(desk.shows("Say what is done"));
    desk.type_into("What is done", "Talk");
    desk.type_into("When to see how it goes", "soon");
    desk.button("Save action");
    assert_eq!(desk.wishes(), []);
    assert!(desk.shows("Days with commas between them"));
}

#[test]
fn a_card_moves_with_the_keyboard() {
    let planned = of_status(Status::Planned);
    let mut desk = desk();
    desk.key_on(Role::ListItem, &card(&planned), Key::F20);
    desk.key(Modifiers::COMMAND, Key::ArrowRight);
    let wishes = desk.wishes();
    let action = saved(&wishes);
    assert_eq!((action.id, action.status), (planned.id, Status::Doing));
    assert_eq!(action.revision, planned.revision);
}

#[test]
fn every_change_can_be_taken_back_from_the_bar() {
    let mut desk = desk();
    let board = ActionBoard::clone(&overview().actions);
    let undo = ActionUndo::Restore(Box::new(board.actions[0].clone()));
    let reply = Reply::Actions(ActionReply {
        board: Arc::new(board),
        undo: Some((ActionDeed::Moved(Status::Kept), undo.clone())),
    });
    let asked = Command::Actions(ActionCommand::Save(Box::new(of_status(Status::Doing))));
    fixture::answer(desk.shell(), asked, reply);
    desk.draw();
    assert!(desk.shows("Action moved: Kept"));
    desk.wishes();
    desk.button("Undo");
    let expected = Outward::Run(Command::Actions(ActionCommand::Undo(undo)));
    assert_eq!(desk.wishes(), [expected]);
}

#[test]
fn deleting_names_the_deed_first() {
    let doing = of_status(Status::Doing);
    let mut desk = desk();
    desk.press(Role::ListItem, &card(&doing));
    desk.wishes();
    desk.button("Delete action");
    assert_eq!(desk.wishes(), []);
    desk.button("Delete the action");
    let expected = ActionCommand::Remove {
        action: doing.id,
        revision: doing.revision,
    };
    assert_eq!(desk.wishes(), [Outward::Run(Command::Actions(expected))]);
}

#[test]
fn an_open_action_tells_its_finding_its_check_and_ticks_off_steps() {
    let checked = of_status(Status::Checked);
    let mut desk = desk();
    desk.press(Role::ListItem, &card(&checked));
    assert!(desk.shows("What it started from"));
    assert!(desk.shows("Did it help"));
    assert!(desk.shows("Empowerment"));
    let doing = of_status(Status::Doing);
    // Tall enough for all of it: what is scrolled away cannot be pressed.
    let tall = egui::vec2(1280.0, 1600.0);
    let shell = shell(Lang::En);
    let mut desk = Desk::sized(shell, ScreenId::Actions, egui::Theme::Light, tall);
    desk.press(Role::ListItem, &card(&doing));
    let open = doing.steps.iter().find(|step| !step.is_done);
    let open = open.expect("something is left to do");
    desk.wishes();
    desk.press(Role::CheckBox, &open.words);
    let wishes = desk.wishes();
    let step = saved(&wishes)
        .steps
        .iter()
        .find(|it| it.words == open.words);
    assert!(step.expect("still there").is_done);
}

#[test]
fn overdue_is_said_in_words_on_board_list_and_side() {
    let mut desk = desk();
    assert!(desk.shows("overdue by 3 days"));
    assert!(desk.shows("Overdue"));
    desk.press(Role::RadioButton, "List");
    assert!(desk.shows("overdue by 3 days"));
    desk.press(Role::RadioButton, "Calendar");
    assert!(desk.shows("November 2026"));
    assert!(desk.shows("18\u{a0}November 2026: 1 day due"));
}

#[test]
fn an_empty_plan_says_where_to_begin() {
    let shell = fixture::shell(Some(fixture::demo(Lang::En)), None, Lang::En);
    let mut desk = Desk::new(shell, ScreenId::Actions);
    assert!(desk.shows("Begin with a dimension"));
    desk.button("New action");
    assert!(desk.shows("What could be done"));
}

#[test]
fn actions_draw_in_every_language_theme_and_size() {
    draws_everywhere(&shell, ScreenId::Actions);
    for view in ["List", "Calendar"] {
        let mut desk = Desk::sized(
            shell(Lang::En),
            ScreenId::Actions,
            egui::Theme::Dark,
            egui::vec2(820.0, 560.0),
        );
        desk.press(Role::RadioButton, view);
        assert!(!desk.has_id_clash(), "{view}");
        assert_eq!(desk.overflows(), Vec::<String>::new(), "{view}");
    }
}

#[test]
fn home_shows_the_loop_and_what_is_overdue() {
    let mut desk = Desk::new(shell(Lang::En), ScreenId::Home);
    for step in ["Findings", "Actions", "Checked"] {
        assert!(desk.shows(step), "{step}");
    }
    assert!(desk.shows("1 action is past its day"));
    desk.first_button("Open actions");
    assert_eq!(desk.shell().screen(), ScreenId::Actions);
}
