//! What every sheet of ratings reads, and how people, branches and missing numbers stand in cells.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, Worksheet};

use super::super::cells::At;
use super::super::page::{FIRST, Page};
use super::super::style;
use super::RatedBook;
use crate::analysis::ratings::{GroupLevels, Rated, RoundFindings, Succession, Why, team_of};
use crate::domain::rating::{Person, PersonId, Rater};
use crate::domain::{BranchCode, Lang};
use crate::error::Result;
use crate::i18n::message;
use crate::tr;

/// A round seen by one request.
pub(super) struct RatedContext<'a> {
    pub(super) book: &'a RatedBook<'a>,
    pub(super) lang: Lang,
    pub(super) findings: &'a RoundFindings,
    pub(super) succession: &'a Succession,
    people: BTreeMap<PersonId, &'a Person>,
}

impl<'a> RatedContext<'a> {
    pub(super) fn new(book: &'a RatedBook<'a>) -> Self {
        let (findings, succession) = match book.cut {
            Some(cut) => (&cut.findings, &cut.succession),
            None => (book.findings, book.succession),
        };
        let own = book.cut.map(|cut| {
            let mut own = team_of(book.people, cut.manager);
            own.insert(cut.manager);
            own
        });
        // Whoever is not of the team has no name in its file.
        let may_name = |person: &&Person| own.as_ref().is_none_or(|own| own.contains(&person.id));
        let people = book.people.iter().filter(may_name);
        Self {
            book,
            lang: book.lang,
            findings,
            succession,
            people: people.map(|person| (person.id, person)).collect(),
        }
    }

    /// The heads of the columns of competencies, upright.
    pub(super) fn competencies(&self) -> impl Iterator<Item = (String, Format)> + '_ {
        let competencies = self.findings.model.competencies.iter();
        competencies.map(|it| (it.name.get(self.lang).to_owned(), style::head_upright()))
    }

    /// A message without variables.
    pub(super) fn text(&self, key: &str) -> String {
        message(self.lang, key)
    }

    /// Somebody who may be named here.
    pub(super) fn person(&self, id: PersonId) -> Option<&'a Person> {
        self.people.get(&id).copied()
    }

    /// Their name, or that they are of another team.
    pub(super) fn name(&self, id: PersonId) -> String {
        self.person(id)
            .map_or_else(|| self.text("rated-elsewhere"), |it| it.name.clone())
    }

    /// The name of a rater.
    pub(super) fn rater(&self, rater: &Rater) -> String {
        match rater {
            Rater::Person(id) => self.name(*id),
            Rater::Shopper(name) => name.clone(),
            Rater::Erased => self.text("rater-erased"),
        }
    }

    /// “08 Sadovaya”.
    pub(super) fn branch(&self, code: &BranchCode) -> String {
        let known = self.book.branches.iter().find(|it| it.code == *code);
        match known {
            Some(branch) if branch.name != code.as_str() => {
                format!("{} {}", code.as_str(), branch.name)
            }
            Some(_) | None => code.as_str().to_owned(),
        }
    }

    /// Name of a competency.
    pub(super) fn competency(&self, place: usize) -> &'a str {
        let found = self.findings.model.competencies.get(place);
        found.map_or("", |it| it.name.get(self.lang))
    }

    /// The team of a cut as a group.
    pub(super) fn team(&self) -> Option<&'a GroupLevels> {
        self.book.cut.map(|cut| &cut.team)
    }

    /// The title in the properties and on the first sheet.
    pub(super) fn title(&self) -> String {
        let round = self.findings.round.name.as_str();
        match self.book.cut {
            Some(cut) => tr!(
                self.lang,
                "rated-title-cut",
                name = self.name(cut.manager),
                round = round
            ),
            None if self.book.company.is_empty() => {
                tr!(self.lang, "rated-title-plain", round = round)
            }
            None => tr!(
                self.lang,
                "rated-title",
                company = self.book.company,
                round = round
            ),
        }
    }

    /// A sheet with these columns; the footer says that it is personal data.
    pub(super) fn page<'b>(&self, sheet: &'b mut Worksheet, widths: &[f64]) -> Result<Page<'b>> {
        let title = self.title().replace('&', "&&");
        let footer = tr!(self.lang, "rated-footer", title = title);
        Page::with_footer(sheet, widths, &footer)
    }

    /// What stands in a cell in place of a number.
    pub(super) fn short(&self, why: Why) -> String {
        self.text(match why {
            Why::FewPeers => "rated-short-peers",
            Why::Nobody => "rated-short-nobody",
            Why::NoRole => "rated-short-role",
            Why::FewPeople { .. } => "rated-short-few",
            Why::AllEqual
            | Why::OneRater
            | Why::Disjoint
            | Why::NoSelf
            | Why::NoEarlier
            | Why::OtherModel
            | Why::Undefined => "rated-short-none",
        })
    }
}

impl Page<'_> {
    /// A number, or the short word for why there is none.
    pub(super) fn rated(
        &mut self,
        context: &RatedContext<'_>,
        at: At,
        value: Rated<f64>,
        format: &Format,
    ) -> Result<()> {
        match value {
            Ok(value) => self.number(at, value, format),
            Err(why) => {
                let text = context.short(why);
                self.text(at, &text, &format.clone().set_font_color(style::WEAK))
            }
        }
    }

    /// Two cells with the ends of an interval.
    pub(super) fn rated_ends(
        &mut self,
        context: &RatedContext<'_>,
        at: At,
        value: Rated<(f64, f64)>,
        format: &Format,
    ) -> Result<()> {
        self.rated(context, at, value.map(|it| it.0), format)?;
        self.rated(context, (at.0, at.1 + 1), value.map(|it| it.1), format)
    }

    /// A name and a text that may need several lines, over two spans of columns.
    pub(super) fn entry(&mut self, name: &str, text: &str, last: u16) -> Result<()> {
        let top = rust_xlsxwriter::FormatAlign::Top;
        let bold = style::cell_text().set_bold().set_align(top);
        self.text((self.row, FIRST), name, &bold)?;
        let span = (FIRST + 1, last);
        self.across(span, text, &style::cell_text().set_align(top))?;
        let height = self
            .height(span, text, 10.0)
            .max(self.height((FIRST, FIRST), name, 10.5));
        self.sheet.set_row_height(self.row, height)?;
        self.row += 1;
        Ok(())
    }
}

/// A count as the writer takes numbers.
#[expect(clippy::cast_precision_loss, reason = "counts of people and ratings")]
pub(super) fn count(n: usize) -> f64 {
    n as f64
}
