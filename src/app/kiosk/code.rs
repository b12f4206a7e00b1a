//! Letters of a slip's code as people type them. Must not judge a whole code; `seal` does.

/// Letters of a code, check character included.
pub const CODE_LENGTH: usize = 12;

/// The letters that a code is made of, in the order of the on-screen keys.
pub const CODE_LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Cyrillic letters that look like Latin ones.
const TWINS: &[(char, char)] = &[
    ('\u{410}', 'A'),
    ('\u{412}', 'B'),
    ('\u{415}', 'E'),
    ('\u{401}', 'E'),
    ('\u{41a}', 'K'),
    ('\u{41c}', 'M'),
    ('\u{41d}', 'H'),
    ('\u{41e}', '0'),
    ('\u{420}', 'P'),
    ('\u{421}', 'C'),
    ('\u{422}', 'T'),
    ('\u{425}', 'X'),
    ('\u{423}', 'Y'),
];

/// Where the other Cyrillic letters lie on the keyboard: somebody reads K on the slip, presses the
/// key marked K, and the Russian layout is on.
const KEYS: &[(char, char)] = &[
    ('\u{419}', 'Q'),
    ('\u{426}', 'W'),
    ('\u{413}', '1'),
    ('\u{428}', '1'),
    ('\u{429}', '0'),
    ('\u{424}', 'A'),
    ('\u{42b}', 'S'),
    ('\u{41f}', 'G'),
    ('\u{41b}', 'K'),
    ('\u{414}', '1'),
    ('\u{42f}', 'Z'),
    ('\u{427}', 'X'),
    ('\u{418}', 'B'),
    ('\u{42c}', 'M'),
];

/// The code letter that somebody meant: lower case, O for 0, I and L for 1, Cyrillic look-alikes,
/// a keyboard that was left in Russian. None for spaces, dashes and everything else.
#[must_use]
pub fn code_letter(typed: char) -> Option<char> {
    let upper = typed.to_uppercase().next().unwrap_or(typed);
    let latin = match upper {
        'O' => '0',
        'I' | 'L' => '1',
        other => TWINS
            .iter()
            .chain(KEYS)
            .find(|(cyrillic, _)| *cyrillic == other)
            .map_or(other, |(_, latin)| *latin),
    };
    CODE_LETTERS.contains(latin).then_some(latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_letters_are_forgiven() {
        let typed = "oIl0\u{430}\u{432}\u{435}\u{443}k";
        let read: String = typed.chars().filter_map(code_letter).collect();
        assert_eq!(read, "0110ABEYK");
        assert_eq!(code_letter('-'), None);
        assert_eq!(code_letter('u'), None);
        assert_eq!(code_letter('\u{43b}'), Some('K'));
    }
}
