//! The files that the chain came from, in the shapes that `import` and `analyze` read: UTF-8, comma,
//! decimal point. Only text is made here; `app` writes it.

use std::fmt::Write;

use super::{DemoChain, Sheet, asked_items};
use crate::domain::{CustomerValue, MISSING, Outcome};

impl DemoChain {
    /// All files: name and content.
    #[must_use]
    pub fn csv_files(&self) -> Vec<(String, String)> {
        let mut files = vec![("branches.csv".to_owned(), self.branches_csv())];
        for (position, wave) in self.waves.iter().enumerate() {
            let name = format!("responses-{}.csv", wave.code.as_str());
            files.push((name, self.responses_csv(position)));
        }
        files.push(("outcomes-nps.csv".to_owned(), self.nps_csv()));
        files.push(("outcomes-repeat-visits.csv".to_owned(), self.measures_csv()));
        files.push(("people.csv".to_owned(), self.round.people_csv()));
        files.push(("ratings.csv".to_owned(), self.round.ratings_csv()));
        files
    }

    /// The branch list.
    #[must_use]
    pub fn branches_csv(&self) -> String {
        let mut text = "branch,name,region,format,size,contact,back_office\n".to_owned();
        for branch in &self.branches {
            line(
                &mut text,
                &[
                    branch.code.as_str(),
                    &branch.name,
                    &branch.region,
                    &branch.format,
                    &branch.head_count().to_string(),
                    &branch.contact.to_string(),
                    &branch.back_office.to_string(),
                ],
            );
        }
        text
    }

    /// The answers of a wave, one sheet per line; an answer left out is empty.
    ///
    /// # Panics
    /// When there is no such wave.
    #[must_use]
    pub fn responses_csv(&self, wave: usize) -> String {
        let mut text = "branch,group,wave,role".to_owned();
        for item in asked_items() {
            text.push(',');
            text.push_str(&item.id);
        }
        text.push('\n');
        for sheet in &self.sheets[wave] {
            self.sheet_line(&mut text, sheet, self.waves[wave].code.as_str());
        }
        text
    }

    fn sheet_line(&self, text: &mut String, sheet: &Sheet, wave: &str) {
        let branch = self.branches[sheet.branch].code.as_str();
        let role = quoted(&self.positions[sheet.position].title);
        text.push_str(&format!("{branch},{},{wave},{role}", sheet.group.code()));
        for value in &sheet.values {
            text.push(',');
            if *value != MISSING {
                write!(text, "{value}").expect("a String takes all text");
            }
        }
        text.push('\n');
    }

    /// NPS counts by branch, month and channel.
    #[must_use]
    pub fn nps_csv(&self) -> String {
        let mut text = "branch,period,channel,promoters,passives,detractors\n".to_owned();
        for outcome in &self.outcomes {
            if let CustomerValue::Counts(counts) = outcome.value {
                let [promoters, passives, detractors] =
                    [counts.promoters, counts.passives, counts.detractors].map(|n| n.to_string());
                let [branch, period] = place(outcome);
                let channel = outcome.channel.as_str();
                line(
                    &mut text,
                    &[
                        &branch,
                        &period,
                        channel,
                        &promoters,
                        &passives,
                        &detractors,
                    ],
                );
            }
        }
        text
    }

    /// The other measures by branch and period.
    #[must_use]
    pub fn measures_csv(&self) -> String {
        let mut text = "branch,period,measure,value,n\n".to_owned();
        for outcome in &self.outcomes {
            if let CustomerValue::Value { value, n } = outcome.value {
                let [branch, period] = place(outcome);
                let n = n.map(|n| n.to_string()).unwrap_or_default();
                let measure = outcome.measure.as_str();
                line(
                    &mut text,
                    &[&branch, &period, measure, &value.to_string(), &n],
                );
            }
        }
        text
    }
}

fn place(outcome: &Outcome) -> [String; 2] {
    [outcome.branch.as_str().to_owned(), outcome.period.code()]
}

pub(super) fn line(text: &mut String, fields: &[&str]) {
    let fields: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
    text.push_str(&fields.join(","));
    text.push('\n');
}

/// A field in quotes where it holds a comma or a quote. Our own names begin with no sign that a
/// spreadsheet would take for a formula.
pub(super) fn quoted(field: &str) -> String {
    if field.contains([',', '"']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
