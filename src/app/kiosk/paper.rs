//! A sheet of paper that is typed in twice: where the two entries part, and the one sheet that comes
//! of them. Must not keep or show anything; every text stays in its [`SecretText`].

use super::{Draft, Given, SecretText};

/// Positions of the items whose two entries differ, in order. Only answers count: left empty and
/// declined are the same, since both are stored as “no answer”. A comment differs when it was typed
/// a second time and its words are other words; spaces and new lines are not compared. A comment that
/// was not typed a second time stands as it is.
#[must_use]
pub fn mismatches(first: &Draft, second: &Draft) -> Vec<usize> {
    (0..first.items().max(second.items()))
        .filter(|item| {
            let is_other_value = first.value(*item) != second.value(*item);
            is_other_value || is_other_comment(first.comment(*item), second.comment(*item))
        })
        .collect()
}

/// The sheet on which both entries agree; what differs is still open in it.
#[must_use]
pub fn agreed(first: &Draft, second: &Draft) -> Draft {
    let mut sheet = first.duplicate();
    for item in mismatches(first, second) {
        sheet.reopen(item);
    }
    sheet
}

/// Takes what an entry says about this item over into the sheet. Nothing written is taken as “no
/// comment”, on purpose.
pub fn take_over(sheet: &mut Draft, entry: &Draft, item: usize) {
    match entry.given(item) {
        Given::Value(value) => sheet.choose(item, value),
        Given::Nothing | Given::Declined => sheet.decline(item),
    }
    let written = entry.comment(item).filter(|text| !text.is_blank());
    if let Some(text) = written
        && let Some(own) = sheet.comment_mut(item)
    {
        own.push(text.as_str());
        sheet.undecline(item);
    }
}

fn is_other_comment(first: Option<&SecretText>, second: Option<&SecretText>) -> bool {
    let Some(second) = second.filter(|text| !text.is_blank()) else {
        return false;
    };
    let first = first.map_or("", SecretText::as_str);
    !first
        .split_whitespace()
        .eq(second.as_str().split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ItemKind;

    /// The brought-along survey, its first rated item and its first comment.
    fn asked() -> (Draft, usize, usize) {
        let asked = crate::import::embedded_by_id("engagement").expect("brought along");
        let at = |kind| {
            let mut items = asked.items.iter();
            items.position(|item| item.kind == kind).expect("has one")
        };
        (
            Draft::new(asked),
            at(ItemKind::Agreement),
            at(ItemKind::Open),
        )
    }

    fn with(fill: impl FnOnce(&mut Draft)) -> Draft {
        let (mut draft, ..) = asked();
        fill(&mut draft);
        draft
    }

    fn write(draft: &mut Draft, item: usize, text: &str) {
        draft.comment_mut(item).expect("has room").push(text);
    }

    #[test]
    fn equal_entries_do_not_differ_and_empty_is_declined() {
        let (_, rated, _) = asked();
        let first = with(|draft| draft.choose(rated, 4));
        assert_eq!(mismatches(&first, &first.duplicate()), [0; 0]);
        let declined = with(|draft| draft.decline(rated));
        assert_eq!(mismatches(&declined, &with(|_| ())), [0; 0]);
    }

    #[test]
    fn every_other_value_is_named_in_order() {
        let (_, rated, _) = asked();
        let first = with(|draft| {
            draft.choose(rated, 4);
            draft.choose(rated + 2, 1);
        });
        let second = with(|draft| {
            draft.choose(rated, 5);
            draft.decline(rated + 2);
        });
        assert_eq!(mismatches(&first, &second), [rated, rated + 2]);
        assert_eq!(mismatches(&second, &first), [rated, rated + 2]);
    }

    #[test]
    fn comments_are_compared_word_for_word_but_not_by_spaces() {
        let (_, _, open) = asked();
        let first = with(|draft| write(draft, open, "Кофе остыл,  меняем сами"));
        let spaced = with(|draft| write(draft, open, " Кофе остыл,\nменяем сами "));
        let other = with(|draft| write(draft, open, "Кофе остыл, меняет смена"));
        let none = with(|_| ());
        assert_eq!(mismatches(&first, &spaced), [0; 0]);
        assert_eq!(mismatches(&first, &other), [open]);
        assert_eq!(mismatches(&first, &none), [0; 0], "not typed again");
        assert_eq!(mismatches(&none, &first), [open], "missed at first");
    }

    #[test]
    fn what_differs_is_open_until_an_entry_is_taken_over() {
        let (_, rated, open) = asked();
        let first = with(|draft| {
            draft.choose(rated, 4);
            draft.choose(rated + 1, 2);
            write(draft, open, "one");
        });
        let second = with(|draft| {
            draft.choose(rated, 5);
            draft.choose(rated + 1, 2);
            write(draft, open, "two");
        });
        let mut sheet = agreed(&first, &second);
        assert!(!sheet.is_done(rated) && !sheet.is_done(open));
        assert_eq!(sheet.value(rated + 1), Some(2));
        take_over(&mut sheet, &second, rated);
        take_over(&mut sheet, &second, open);
        take_over(&mut sheet, &first, open);
        assert_eq!(sheet.value(rated), Some(5));
        let comment = sheet.comment(open).map(SecretText::as_str);
        assert_eq!(comment, Some("one"), "the last choice, whole and alone");
    }

    #[test]
    fn taking_over_an_empty_comment_is_an_answer() {
        let (_, _, open) = asked();
        let second = with(|draft| write(draft, open, "two"));
        let mut sheet = agreed(&with(|_| ()), &second);
        assert!(!sheet.is_done(open));
        take_over(&mut sheet, &with(|_| ()), open);
        assert!(sheet.is_done(open));
        assert!(sheet.comment(open).is_some_and(SecretText::is_blank));
    }
}
