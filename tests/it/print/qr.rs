//! A reader of the smallest QR symbols, written from the standard's layout alone, so that it shares
//! nothing with the package that makes them.

const SIDE: usize = 21;
const LETTERS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// What a symbol of version 1 says.
pub(super) fn read(rows: &[Vec<bool>]) -> String {
    assert_eq!(rows.len(), SIDE, "version 1 has 21 modules to a side");
    // Five bits of the format stand in row 8 under a fixed mask: two for the level, three for the
    // pattern that the data lies under.
    let format: Vec<bool> = [true, false, true, false, true]
        .iter()
        .enumerate()
        .map(|(column, mask)| rows[8][column] != *mask)
        .collect();
    assert_eq!(&format[..2], [true, true], "level Q");
    let pattern = number(&format[2..]);
    let bits: Vec<bool> = path()
        .map(|(row, column)| rows[row][column] != is_masked(pattern, row, column))
        .collect();
    segments(&bits)
}

/// The data modules in the order in which they are filled: pairs of columns from the right, upwards
/// and downwards in turn.
fn path() -> impl Iterator<Item = (usize, usize)> {
    let rights = [20, 18, 16, 14, 12, 10, 8, 5, 3, 1];
    rights.into_iter().enumerate().flat_map(|(turn, right)| {
        (0..SIDE).flat_map(move |step| {
            let row = if turn % 2 == 0 { SIDE - 1 - step } else { step };
            [(row, right), (row, right - 1)]
                .into_iter()
                .filter(|(row, column)| !is_fixed(*row, *column))
        })
    })
}

/// Corners with their format bits, and the two timing lines.
fn is_fixed(row: usize, column: usize) -> bool {
    (row <= 8 && (column <= 8 || column >= 13))
        || (row >= 13 && column <= 8)
        || row == 6
        || column == 6
}

fn is_masked(pattern: usize, row: usize, column: usize) -> bool {
    let (i, j) = (row, column);
    match pattern {
        0 => (i + j).is_multiple_of(2),
        1 => i.is_multiple_of(2),
        2 => j.is_multiple_of(3),
        3 => (i + j).is_multiple_of(3),
        4 => (i / 2 + j / 3).is_multiple_of(2),
        5 => i * j % 2 + i * j % 3 == 0,
        6 => (i * j % 2 + i * j % 3).is_multiple_of(2),
        _ => ((i + j) % 2 + i * j % 3).is_multiple_of(2),
    }
}

fn number(bits: &[bool]) -> usize {
    bits.iter()
        .fold(0, |value, bit| value * 2 + usize::from(*bit))
}

/// The segments one after the other: digits, letters and digits, or bytes.
fn segments(bits: &[bool]) -> String {
    let mut at = 0;
    let mut take = |count: usize| {
        let value = number(&bits[at..at + count]);
        at += count;
        value
    };
    let mut said = String::new();
    loop {
        match take(4) {
            0 => return said,
            1 => {
                let mut left = take(10);
                while left > 0 {
                    let digits = left.min(3);
                    let value = take([0, 4, 7, 10][digits]);
                    said.push_str(&format!("{value:0digits$}"));
                    left -= digits;
                }
            }
            2 => {
                let letter = |index: usize| LETTERS.chars().nth(index).expect("45 letters");
                let mut left = take(9);
                while left > 0 {
                    if left == 1 {
                        said.push(letter(take(6)));
                        left = 0;
                    } else {
                        let pair = take(11);
                        said.extend([letter(pair / 45), letter(pair % 45)]);
                        left -= 2;
                    }
                }
            }
            4 => {
                for _ in 0..take(8) {
                    let byte = u8::try_from(take(8)).expect("eight bits");
                    said.push(char::from(byte));
                }
            }
            mode => panic!("unknown mode {mode}"),
        }
    }
}
