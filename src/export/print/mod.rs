//! Paper: code slips, box covers, the poster, the paper twin of a questionnaire, recovery sheets,
//! a leaflet, and two pages for the staff with what they said, as PDF in memory.
//!
//! Layout makes [`Pages`], a list of what stands where; the PDF is written from nothing else, so that
//! a test that reads the list reads the sheet. Never opens a file: codes and recovery words leave
//! only in the bytes that are returned. Never draws randomness or looks at the clock: the same input
//! gives the same bytes. The only home of krilla, rustybuzz and qrcode.

mod cover;
mod font;
mod form;
mod form_parts;
mod input;
mod leaflet;
mod page;
mod pdf;
mod pictures;
mod poster;
mod qr;
mod rated;
mod recovery;
mod sayings;
mod slips;
mod staff;
mod text;

pub use input::{
    BoxCover, Holder, Langs, PaperForm, Poster, PrintedStation, PrintedWave, Protection,
    RecoverySheet, SixWords, SlipSheet,
};
pub use page::Area;
pub use rated::{ProfileSheet, RaterForm};
pub use staff::{StaffFigure, StaffSays, StaffSheet, StaffSubject, StaffTold, staff_told};

use self::page::{Op, Page};
use self::pdf::About;
use crate::domain::Lang;
use crate::error::Result;
use crate::i18n::message;

/// Everything that can be printed.
#[derive(Debug, Clone, Copy)]
pub enum Sheet<'a> {
    /// Code slips to cut and fold.
    Slips(&'a SlipSheet),
    /// What lies on the boxes, a page each.
    Covers(&'a [BoxCover]),
    /// The poster beside the station.
    Poster(&'a Poster),
    /// The questionnaire on paper.
    Form(&'a PaperForm),
    /// Words that open a file when its passphrase is lost.
    Recovery(&'a RecoverySheet),
    /// How anonymity works, two half pages to an A4.
    Leaflet(&'a PrintedWave),
    /// One person's competencies on one page.
    Profile(&'a ProfileSheet<'a>),
    /// Forms for raters on paper.
    RaterForms(&'a [RaterForm]),
    /// What the staff said and what will be done, on two pages.
    Staff(&'a StaffSheet<'a>),
}

impl Sheet<'_> {
    const fn title_key(&self) -> &'static str {
        match self {
            Self::Slips(_) => "print-document-slips",
            Self::Covers(_) => "print-document-covers",
            Self::Poster(_) => "print-document-poster",
            Self::Form(_) => "print-document-form",
            Self::Recovery(_) => "print-document-recovery",
            Self::Leaflet(_) => "print-document-leaflet",
            Self::Profile(_) => "rated-print-title",
            Self::RaterForms(_) => "rated-form-title",
            Self::Staff(_) => "staff-title",
        }
    }
}

/// A print before it is PDF: what stands where on which page.
pub struct Pages {
    pages: Vec<Page>,
    about: About,
}

/// A line of text on a page.
#[derive(Clone, PartialEq)]
pub struct PrintedText {
    /// The page, from 0.
    pub page: usize,
    /// What it says.
    pub text: String,
    /// From its first to its last letter, from the top of the capitals to the base line.
    pub place: Area,
    /// The box that it was given.
    pub frame: Area,
    /// Size of the type in points.
    pub size: f32,
}

/// A QR symbol on a page.
#[derive(Clone, PartialEq)]
pub struct PrintedSymbol {
    /// The page, from 0.
    pub page: usize,
    /// Its place, without the light margin.
    pub place: Area,
    /// Rows of modules; true is dark.
    pub rows: Vec<Vec<bool>>,
}

/// Lays a sheet out.
///
/// # Errors
/// When there is nothing to print, a code has not the shape of a code, or there are not 24 recovery
/// words. No error quotes a code or a word.
pub fn pages(sheet: Sheet<'_>, langs: Langs) -> Result<Pages> {
    let each =
        |draw: &dyn Fn(Lang) -> Vec<Page>| langs.list().iter().copied().flat_map(draw).collect();
    let pages = match sheet {
        Sheet::Slips(slips) => slips::pages(slips, langs)?,
        Sheet::Covers(covers) => cover::pages(covers, langs)?,
        Sheet::Poster(poster) => each(&|lang| vec![poster::page(poster, lang)]),
        Sheet::Form(form) => each(&|lang| form::pages(form, lang)),
        Sheet::Recovery(recovery) => recovery::pages(recovery, langs)?,
        Sheet::Leaflet(wave) => each(&|lang| vec![leaflet::page(wave, lang)]),
        Sheet::Profile(sheet) => each(&|lang| vec![rated::profile_page(sheet, lang)]),
        Sheet::RaterForms(forms) => each(&|lang| rated::form_pages(forms, lang)),
        Sheet::Staff(sheet) => each(&|lang| staff::pages(sheet, lang)),
    };
    let lang = langs.list().first().copied().unwrap_or_default();
    let about = About {
        title: message(lang, sheet.title_key()),
        language: lang.code(),
    };
    Ok(Pages { pages, about })
}

impl Pages {
    /// How many pages.
    #[must_use]
    pub fn count(&self) -> usize {
        self.pages.len()
    }

    /// Width and height of a page in points.
    #[must_use]
    pub fn size(&self, page: usize) -> Option<(f32, f32)> {
        self.pages.get(page).map(|page| (page.width, page.height))
    }

    /// The PDF.
    ///
    /// # Errors
    /// When the writer refuses a page, which would be a fault of ours.
    pub fn to_pdf(&self) -> Result<Vec<u8>> {
        pdf::write(&self.pages, &self.about)
    }

    /// Every line of text, in the order in which it is drawn.
    #[must_use]
    pub fn texts(&self) -> Vec<PrintedText> {
        let mut texts = Vec::new();
        for (number, page) in self.pages.iter().enumerate() {
            for op in &page.ops {
                if let Op::Text(placed) = op {
                    let high = placed.size * font::CAP_HEIGHT;
                    texts.push(PrintedText {
                        page: number,
                        text: placed.line.text.clone(),
                        place: Area::new(
                            placed.x,
                            placed.baseline - high,
                            placed.line.width * placed.size,
                            high,
                        ),
                        frame: placed.frame,
                        size: placed.size,
                    });
                }
            }
        }
        texts
    }

    /// Every QR symbol.
    #[must_use]
    pub fn symbols(&self) -> Vec<PrintedSymbol> {
        let mut symbols = Vec::new();
        for (number, page) in self.pages.iter().enumerate() {
            for op in &page.ops {
                if let Op::Qr { symbol, area } = op {
                    let row = |row: usize| {
                        (0..symbol.side)
                            .map(|column| symbol.is_dark(row, column))
                            .collect()
                    };
                    symbols.push(PrintedSymbol {
                        page: number,
                        place: *area,
                        rows: (0..symbol.side).map(row).collect(),
                    });
                }
            }
        }
        symbols
    }
}

/// Code slips to cut and fold, ten to a page; in both languages eight.
///
/// # Errors
/// See [`pages`].
pub fn slips(sheet: &SlipSheet, langs: Langs) -> Result<Vec<u8>> {
    pages(Sheet::Slips(sheet), langs)?.to_pdf()
}

/// A page for every box of slips.
///
/// # Errors
/// See [`pages`].
pub fn covers(boxes: &[BoxCover], langs: Langs) -> Result<Vec<u8>> {
    pages(Sheet::Covers(boxes), langs)?.to_pdf()
}

/// The poster beside a station.
///
/// # Errors
/// See [`pages`].
pub fn poster(poster: &Poster, langs: Langs) -> Result<Vec<u8>> {
    pages(Sheet::Poster(poster), langs)?.to_pdf()
}

/// The questionnaire on paper.
///
/// # Errors
/// See [`pages`].
pub fn form(form: &PaperForm, langs: Langs) -> Result<Vec<u8>> {
    pages(Sheet::Form(form), langs)?.to_pdf()
}

/// The sheet that opens a file when its passphrase is lost.
///
/// # Errors
/// See [`pages`].
pub fn recovery(sheet: &RecoverySheet, langs: Langs) -> Result<Vec<u8>> {
    pages(Sheet::Recovery(sheet), langs)?.to_pdf()
}

/// How anonymity works, two half pages to an A4.
///
/// # Errors
/// See [`pages`].
pub fn leaflet(wave: &PrintedWave, langs: Langs) -> Result<Vec<u8>> {
    pages(Sheet::Leaflet(wave), langs)?.to_pdf()
}
