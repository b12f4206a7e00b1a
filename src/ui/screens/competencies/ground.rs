//! What the pages of competencies speak from, and how people, branches, levels and reasons are
//! worded on all of them. Must not draw more than a place in a row.

use egui::{Layout, Ui, vec2};

use crate::analysis::ratings::Rated;
use crate::app::{RatingOverview, RoundResults};
use crate::domain::rating::{Level, PersonId, Rater, Source};
use crate::domain::{BranchCode, Date, Lang};
use crate::i18n::{message, number};
pub(super) use crate::phrases::rating_why as why;
use crate::tr;
use crate::ui::cx::Cx;
use crate::ui::theme::measures;

/// People, and what was found of them.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) lang: Lang,
    pub(super) overview: &'a RatingOverview,
    pub(super) results: Option<&'a RoundResults>,
}

impl<'a> Ground<'a> {
    /// What there is to speak of; nothing before the people are here.
    pub(super) fn new(cx: &Cx<'a>) -> Option<Self> {
        let overview = cx.ratings.overview.ready()?;
        Some(Self {
            lang: cx.lang,
            overview,
            results: cx.ratings.current_results().map(AsRef::as_ref),
        })
    }

    pub(super) fn name(&self, id: PersonId) -> String {
        let person = self.overview.person(id);
        person.map_or_else(|| "—".to_owned(), |person| person.name.clone())
    }

    /// “08 Sadovaya”.
    pub(super) fn branch(&self, code: &BranchCode) -> String {
        let known = self.overview.branches.iter().find(|it| it.code == *code);
        match known {
            Some(branch) if branch.name != code.as_str() => {
                format!("{} {}", code.as_str(), branch.name)
            }
            Some(_) | None => code.as_str().to_owned(),
        }
    }

    pub(super) fn rater(&self, rater: &Rater) -> String {
        match rater {
            Rater::Person(id) => self.name(*id),
            Rater::Shopper(name) => name.clone(),
            Rater::Erased => message(self.lang, "rater-erased"),
        }
    }
}

/// An interval in words, or why there is none.
pub(super) fn interval(lang: Lang, interval: Rated<(f64, f64)>, is_signed: bool) -> String {
    match interval {
        Ok((low, high)) if is_signed => number::signed_interval(lang, low, high, 1),
        Ok((low, high)) => number::interval(lang, low, high, 1),
        Err(reason) => why(lang, reason),
    }
}

/// “3 Basic”.
pub(super) fn level_title(lang: Lang, level: Level) -> String {
    let name = message(lang, level.key());
    tr!(
        lang,
        "level-title",
        level = i64::from(level.get()),
        name = name
    )
}

/// Part in a rating.
pub(super) fn source(lang: Lang, source: Source) -> String {
    message(lang, source.key())
}

/// Part in ratings, more than one.
pub(super) fn sources(lang: Lang, source: Source) -> String {
    message(lang, &format!("sources-{}", source.code()))
}

/// «14 окт.», without the year.
pub(super) fn short_day(lang: Lang, date: Date) -> String {
    let key = format!("month-of-day-{}", date.month());
    format!("{}\u{a0}{}", date.day(), message(lang, &key))
}

/// A field in a row of controls: it stands as high as they do.
pub(super) fn in_row<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(width, measures::CONTROL);
    let layout = Layout::top_down(egui::Align::Min);
    ui.allocate_ui_with_layout(size, layout, add).inner
}

/// A level with one decimal, or nothing shown.
pub(super) fn one(lang: Lang, value: f64) -> String {
    number::decimal(lang, value, 1)
}
