//! What in a comment could tell who wrote it, or about whom: names of the staff list, phone numbers,
//! addresses. Looks only here, at this screen; nothing is kept, and nothing is forbidden.

use super::NameCheck;

/// Something in a comment that points at a person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A word of the staff list, as it was typed.
    Name(String),
    /// A phone number.
    Phone,
    /// An e-mail address or the name of an account.
    Address,
}

/// Digits from which a run counts as a phone number.
const PHONE_DIGITS: usize = 10;

/// Everything that points at a person, each once.
#[must_use]
pub fn personal_marks(text: &str, names: &NameCheck) -> Vec<Mark> {
    let mut marks = Vec::new();
    let words = text.split(|letter: char| !(letter.is_alphabetic() || letter == '-'));
    for word in words.flat_map(|word| word.split('-')) {
        if word.chars().count() >= 3 && names.is_name(word) {
            marks.push(Mark::Name(word.to_owned()));
        }
    }
    if has_phone(text) {
        marks.push(Mark::Phone);
    }
    if text.split_whitespace().any(is_address) {
        marks.push(Mark::Address);
    }
    marks.sort();
    marks.dedup();
    marks
}

/// A run of digits with what people put between them; `123-45-67` counts as well.
fn has_phone(text: &str) -> bool {
    let is_between =
        |letter: char| matches!(letter, ' ' | '-' | '\u{2013}' | '(' | ')' | '+' | '.');
    let mut shape = String::new();
    for letter in text.chars().chain(std::iter::once('\n')) {
        if letter.is_ascii_digit() {
            shape.push('0');
        } else if is_between(letter) {
            if !shape.ends_with('-') {
                shape.push('-');
            }
        } else {
            let digits = shape.matches('0').count();
            if digits >= PHONE_DIGITS || shape.trim_matches('-') == "000-00-00" {
                return true;
            }
            shape.clear();
        }
    }
    false
}

fn is_address(word: &str) -> bool {
    let Some((before, after)) = word.split_once('@') else {
        return false;
    };
    let is_mail = !before.is_empty() && after.contains('.');
    let is_account = before.is_empty() && after.chars().count() >= 4;
    is_mail || is_account
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nobody() -> NameCheck {
        NameCheck::new(|_| false)
    }

    #[test]
    fn phones_addresses_and_names_are_noticed() {
        let names = NameCheck::new(|word| word.to_lowercase().starts_with("petrov"));
        let all = personal_marks("ask Petrova, +7 (916) 123-45-67 or a@b.example", &names);
        let name = Mark::Name("Petrova".to_owned());
        assert_eq!(all, [name, Mark::Phone, Mark::Address]);
        assert_eq!(personal_marks("123-45-67", &nobody()), [Mark::Phone]);
        assert_eq!(
            personal_marks("write @somebody", &nobody()),
            [Mark::Address]
        );
    }

    #[test]
    fn plain_numbers_and_signs_are_left_alone() {
        let text = "12 shifts, 45 000 a month, 10-20 guests @ lunch, 5.5 hours";
        assert_eq!(personal_marks(text, &nobody()), []);
    }
}
