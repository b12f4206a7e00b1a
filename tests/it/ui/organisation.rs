//! Organisation: search, add, change, remove with undo.

use egui::accesskit::Role;
use frontline::app::Command;
use frontline::domain::{Branch, BranchCode, Lang};
use frontline::ui::screens::ScreenId;
use frontline::ui::shell::Outward;

use super::fixture;
use super::harness::{Desk, draws_everywhere};

fn organisation() -> Desk {
    let shell = fixture::shell(Some(fixture::organised(Lang::En)), None, Lang::En);
    let mut desk = Desk::new(shell, ScreenId::Organisation);
    desk.wishes();
    desk
}

#[test]
fn a_branch_is_added_once_it_has_a_free_code_and_a_name() {
    let mut desk = organisation();
    desk.button("Add a branch").button("Add");
    assert!(desk.shows("A code of up to 64 characters is needed"));
    assert_eq!(desk.wishes(), []);
    desk.type_into("Code", "01");
    assert!(desk.shows("This code exists already"));
    desk.type_into("Code", "x")
        .type_into("Name", "Airport two")
        .type_into("Contact staff", "12");
    desk.button("Add");
    let wishes = desk.wishes();
    let [
        Outward::Run(Command::SaveBranch {
            branch,
            previous: None,
        }),
    ] = wishes.as_slice()
    else {
        panic!("one deed, not {wishes:?}");
    };
    let wanted = Branch {
        name: "Airport two".to_owned(),
        contact: 12,
        ..Branch::from_code(branch.code.clone())
    };
    assert_eq!(*branch, wanted);
}

#[test]
fn a_removed_branch_can_be_put_back() {
    let mut desk = organisation();
    let branch = fixture::organised(Lang::En).branches[0].clone();
    desk.press(Role::RadioButton, "As a list");
    desk.press(Role::Row, "01").button("Remove the branch");
    let code = BranchCode::new("01").expect("a code");
    assert_eq!(desk.wishes(), [Outward::Run(Command::RemoveBranch(code))]);
    desk.button("Undo");
    let wanted = Command::SaveBranch {
        branch,
        previous: None,
    };
    assert_eq!(desk.wishes(), [Outward::Run(wanted)]);
}

#[test]
fn searching_leaves_only_what_matches() {
    let mut desk = organisation();
    assert!(desk.shows("Teatr") && desk.shows("Vokzal"));
    desk.search("Find a branch", "teat");
    assert!(desk.shows("Teatr") && !desk.shows("Vokzal"));
}

#[test]
fn organisation_draws_in_every_language_theme_and_size() {
    for state in [fixture::empty, fixture::organised] {
        draws_everywhere(
            &|lang| fixture::shell(Some(state(lang)), None, lang),
            ScreenId::Organisation,
        );
    }
}
