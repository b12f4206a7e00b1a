//! A code as a QR symbol: dark and light modules, nothing of paper.

use qrcode::{Color, EcLevel, QrCode};

use crate::error::{Error, Kind, Result};

/// The modules of a symbol, row by row.
pub(super) struct Symbol {
    /// Modules to a side.
    pub(super) side: usize,
    dark: Vec<bool>,
}

impl Symbol {
    /// The symbol of a code. A quarter of it may be soiled or torn off and it still reads.
    pub(super) fn of(code: &str) -> Result<Self> {
        // What went wrong is not handed on: it might quote the code.
        let symbol = QrCode::with_error_correction_level(code, EcLevel::Q)
            .map_err(|_| Error::from(Kind::Internal("a code does not fit a QR symbol".into())))?;
        Ok(Self {
            side: symbol.width(),
            dark: symbol
                .to_colors()
                .into_iter()
                .map(|color| color == Color::Dark)
                .collect(),
        })
    }

    /// Is the module dark?
    pub(super) fn is_dark(&self, row: usize, column: usize) -> bool {
        column < self.side
            && self
                .dark
                .get(row * self.side + column)
                .copied()
                .unwrap_or(false)
    }

    /// Stretches of dark modules: row, first column, length.
    pub(super) fn runs(&self) -> Vec<(usize, usize, usize)> {
        let mut runs = Vec::new();
        for row in 0..self.side {
            let mut column = 0;
            while column < self.side {
                let length = (column..self.side)
                    .take_while(|at| self.is_dark(row, *at))
                    .count();
                if length > 0 {
                    runs.push((row, column, length));
                }
                column += length.max(1);
            }
        }
        runs
    }
}
