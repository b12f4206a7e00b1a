//! The simple compression of system files: a command byte for every eight bytes of a row, eight of
//! them together, then what they could not say.

/// The number that a command byte is above the number it stands for.
pub(super) const BIAS: f64 = 100.0;

const END: u8 = 252;
const LITERAL: u8 = 253;
const SPACES: u8 = 254;
const MISSING: u8 = 255;

/// Rows being written.
#[derive(Default)]
pub(super) struct Pack {
    codes: Vec<u8>,
    literals: Vec<u8>,
    out: Vec<u8>,
}

impl Pack {
    /// A number, or the system-missing value.
    pub(super) fn number(&mut self, value: Option<f64>) {
        let Some(value) = value else {
            self.put(MISSING, None);
            return;
        };
        // Whole numbers from −99 to 151 are command bytes by themselves.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the range is checked, and whether it is the same number"
        )]
        let code = (value + BIAS).clamp(1.0, f64::from(END - 1)) as u8;
        if (f64::from(code) - BIAS).total_cmp(&value).is_eq() {
            self.put(code, None);
        } else {
            self.put(LITERAL, Some(value.to_le_bytes()));
        }
    }

    /// Eight bytes of text.
    pub(super) fn text(&mut self, eight: [u8; 8]) {
        if eight == [b' '; 8] {
            self.put(SPACES, None);
        } else {
            self.put(LITERAL, Some(eight));
        }
    }

    /// All bytes.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.put(END, None);
        while !self.codes.is_empty() {
            self.put(0, None);
        }
        self.out
    }

    fn put(&mut self, code: u8, literal: Option<[u8; 8]>) {
        self.codes.push(code);
        self.literals.extend(literal.iter().flatten());
        if self.codes.len() == 8 {
            self.out.append(&mut self.codes);
            self.out.append(&mut self.literals);
        }
    }
}
