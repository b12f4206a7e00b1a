//! Libraries of proposed actions from TOML, checked; and the one that the program brings along. Given
//! the text; never opens a file.

mod shape;

use std::sync::{Arc, LazyLock};

use self::shape::{RawAction, RawLibrary};
use super::toml_text;
use crate::domain::action::{Fits, Library, LibraryAction, MOST_TEXT, MOST_WHAT};
use crate::domain::{Lang, Text};
use crate::error::{ActionFault, Result};

/// The text of the library that the program brings along.
pub const ACTIONS: &str = include_str!("../../../assets/actions.toml");

/// The word that tells such a file from others.
const FORMAT: &str = "frontline-actions";
/// The only version of the format.
const VERSION: u32 = 1;
/// How many steps a proposal has.
const STEPS: std::ops::RangeInclusive<usize> = 3..=5;
/// The most weeks of a proposal.
const MOST_WEEKS: u32 = 52;

/// The library that the program brings along, parsed once.
#[must_use]
pub fn action_library() -> Arc<Library> {
    static PARSED: LazyLock<Arc<Library>> = LazyLock::new(|| {
        let library = parse_actions(ACTIONS);
        Arc::new(library.expect("a test parses it"))
    });
    Arc::clone(&PARSED)
}

/// Reads a library of actions.
///
/// # Errors
/// The first fault, with its line where the parser knows one.
pub fn parse_actions(text: &str) -> Result<Library> {
    let raw: RawLibrary = toml_text::parse(text, ActionFault::Format)?;
    if raw.format != FORMAT {
        return Err(ActionFault::Format(raw.format).into());
    }
    if raw.version != VERSION {
        return Err(ActionFault::Format(format!("version {}", raw.version)).into());
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut actions = Vec::new();
    for raw in raw.actions {
        if !is_word(&raw.id) || !seen.insert(raw.id.clone()) {
            return Err(ActionFault::IdTwice(raw.id).into());
        }
        actions.push(into_domain(raw)?);
    }
    Ok(Library { actions })
}

fn into_domain(raw: RawAction) -> Result<LibraryAction> {
    let id = raw.id;
    let fits: Option<Vec<Fits>> = raw.fits.iter().map(|text| fits(text)).collect();
    let fits = fits.filter(|fits| !fits.is_empty());
    let fits = fits.ok_or_else(|| ActionFault::Fits(id.clone()))?;
    if !STEPS.contains(&raw.steps.len()) {
        return Err(ActionFault::Steps(id).into());
    }
    if !(1..=MOST_WEEKS).contains(&raw.weeks) {
        return Err(ActionFault::Weeks(id).into());
    }
    let action = LibraryAction {
        fits,
        title: raw.title.into(),
        why: raw.why.into(),
        steps: raw.steps.into_iter().map(Text::from).collect(),
        check: raw.check.into(),
        weeks: raw.weeks,
        id,
    };
    check_texts(&action)?;
    Ok(action)
}

/// `dimension:empowerment` and the like.
fn fits(text: &str) -> Option<Fits> {
    let (kind, id) = text.split_once(':')?;
    if !is_word(id) {
        return None;
    }
    let id = id.to_owned();
    match kind {
        "dimension" => Some(Fits::Dimension(id)),
        "sin" => Some(Fits::Sin(id)),
        "competency" => Some(Fits::Competency(id)),
        _ => None,
    }
}

/// Ids are words of files: `a-z0-9_-`.
fn is_word(id: &str) -> bool {
    let is_fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
    !id.is_empty() && id.chars().count() <= 64 && id.chars().all(is_fit)
}

/// Every text stands in both languages and fits the fields of an action.
fn check_texts(action: &LibraryAction) -> Result<()> {
    let steps = action.steps.iter().map(|step| (step, MOST_TEXT));
    let texts = [
        (&action.title, MOST_WHAT),
        (&action.why, MOST_TEXT),
        (&action.check, MOST_TEXT),
    ];
    for (text, most) in texts.into_iter().chain(steps) {
        let is_fit = |text: &str| !text.trim().is_empty() && text.chars().count() <= most;
        if !Lang::ALL.into_iter().all(|lang| is_fit(text.get(lang))) {
            return Err(ActionFault::Language(action.id.clone()).into());
        }
    }
    Ok(())
}
