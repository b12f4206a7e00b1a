//! The names of a data set and the words of the program, for whoever reads files back.

use crate::domain::{Channel, Dataset, Lang};
use crate::i18n::{FILES, FluentValue, message_with};
use crate::import::released::{Arg, Names, ReleasedItem};

/// Files of messages that reports are made of.
const REPORT_FILES: [&str; 5] = [
    "common.ftl",
    "linkage.ftl",
    "method.ftl",
    "phrases.ftl",
    "workbook.ftl",
];

/// Everything that a report of this data set may name.
#[must_use]
pub fn released_names(dataset: &Dataset) -> Names {
    let outcome = dataset.dimensions.iter().find(|it| it.is_outcome);
    let mut measures: Vec<(String, Option<String>)> = Vec::new();
    for found in &dataset.outcomes {
        let measure = found.measure.as_str().to_owned();
        let channel = Some(&found.channel).filter(|it| **it != Channel::default());
        let channel = channel.map(|it| it.as_str().to_owned());
        measures.extend([(measure.clone(), None), (measure, channel)]);
    }
    measures.sort();
    measures.dedup();
    let waves = dataset.waves.iter().map(|it| &it.wave);
    let branches = dataset.branches.iter();
    let regions = dataset.branches.iter().map(|it| it.region.clone());
    let dimensions = dataset.dimensions.iter();
    let items = dataset.items.iter().map(|item| ReleasedItem {
        id: item.id.clone(),
        dimension: item.dimension.clone(),
        text: item.text.clone(),
        short: item.short.clone(),
    });
    Names {
        waves: waves
            .map(|it| (it.code.as_str().to_owned(), it.name.clone()))
            .collect(),
        branches: branches
            .map(|it| (it.code.as_str().to_owned(), it.name.clone()))
            .collect(),
        regions: regions.collect(),
        dimensions: dimensions
            .map(|it| (it.id.clone(), it.title.clone()))
            .collect(),
        outcome: outcome.map(|it| it.id.clone()),
        items: items.collect(),
        measures,
        keys: keys(),
        word,
    }
}

fn word(lang: Lang, key: &str, values: &[(&str, Arg<'_>)]) -> String {
    let values: Vec<(&str, FluentValue<'_>)> = values
        .iter()
        .map(|(name, value)| match value {
            Arg::Number(n) => (*name, FluentValue::from(*n)),
            Arg::Text(text) => (*name, FluentValue::from(*text)),
        })
        .collect();
    message_with(lang, key, &values)
}

/// The keys of all messages in the files of reports.
fn keys() -> Vec<String> {
    let files = FILES
        .iter()
        .filter(|(name, _, _)| REPORT_FILES.contains(name));
    let lines = files.flat_map(|(_, _, english)| english.lines());
    let keys = lines.filter_map(|line| {
        let (key, _) = line.split_once(" =")?;
        let is_key = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        (!key.is_empty() && key.chars().all(is_key)).then(|| key.to_owned())
    });
    keys.collect()
}
