//! Every entry of the reference file, computed with our functions and compared within its tolerance.
//!
//! The file and its data are not part of the project: they are looked for beside it, or where
//! `FRONTLINE_REFERENCE` points. Without them `published.rs` still checks.

mod aggregation;
mod agreement;
mod compare;
mod correlation;
mod drivers;
mod nps;
mod reliability;
mod resampling;
mod robust;
mod shrinkage;
mod waves;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::table::Table;

/// One entry of the file.
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) family: String,
    input: Value,
    pub(crate) dataset: String,
    pub(crate) value: Value,
    tolerance: f64,
}

impl Entry {
    /// The last part of the id, which names the statistic.
    pub(crate) fn statistic(&self) -> &str {
        self.id.rsplit('.').next().expect("an id is not empty")
    }

    /// The first part of the id, which names the data.
    pub(crate) fn data(&self) -> &str {
        self.id.split('.').next().expect("an id is not empty")
    }

    /// The numbers under a key.
    pub(crate) fn numbers(&self, key: &str) -> Vec<f64> {
        let mut out = Vec::new();
        flatten(&self.value[key], &mut out);
        out
    }

    /// The input as a list of numbers.
    pub(crate) fn listed(&self) -> Vec<f64> {
        let mut out = Vec::new();
        flatten(&self.input, &mut out);
        out
    }

    /// The input as text; empty when it is a list.
    pub(crate) fn input(&self) -> &str {
        self.input.as_str().unwrap_or_default()
    }
}

/// What our functions gave, by key.
#[derive(Default)]
pub(crate) struct Computed(BTreeMap<&'static str, Vec<f64>>);

impl Computed {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn one(mut self, key: &'static str, value: f64) -> Self {
        self.0.insert(key, vec![value]);
        self
    }

    pub(crate) fn n(self, key: &'static str, value: usize) -> Self {
        self.one(key, value as f64)
    }

    pub(crate) fn many(mut self, key: &'static str, values: impl IntoIterator<Item = f64>) -> Self {
        self.0.insert(key, values.into_iter().collect());
        self
    }

    pub(crate) fn range(self, key: &'static str, found: frontline::stats::Interval) -> Self {
        self.many(key, [found.low, found.high])
    }
}

/// The tables of the reference data.
pub(crate) struct Data(PathBuf);

impl Data {
    pub(crate) fn table(&self, name: &str) -> Table {
        Table::read(&self.0.join("data").join(format!("{name}.csv")))
    }

    /// The two columns of a pair of variables that several families use.
    pub(crate) fn pair(&self, name: &str) -> (Vec<f64>, Vec<f64>) {
        let (table, x, y) = match name {
            "law" => (self.table("law"), "LSAT", "GPA"),
            "att_rating_complaints" => (self.table("attitude"), "complaints", "rating"),
            "nyc11_gened_com" => (self.table("nyc2011_gened"), "com_t_11", "com_p_11"),
            _ => {
                let borough = if name.contains("Manhattan") {
                    "Manhattan"
                } else {
                    "Bronx"
                };
                let table = self.table("nyc2015_linkage").only("borough", borough);
                if name.ends_with("commit_strust") {
                    (table, "t_commitment", "s_trust_teacher")
                } else {
                    assert!(name.ends_with("infl_ptrust"), "unknown pair {name}");
                    (table, "t_influence", "p_trust_teacher")
                }
            }
        };
        let mut columns = table.complete(&[x, y]);
        let y = columns.pop().expect("two columns");
        (columns.pop().expect("two columns"), y)
    }
}

/// Single numbers that we do not offer, by (entry or statistic, key, reason).
const NOT_OFFERED: [(&str, &str, &str); 9] = [
    (
        "anxiety12.kappa",
        "psych_quadratic_ci",
        "psych gives [-1, 1]; ours is the asymptotic interval that statsmodels meets",
    ),
    (
        "spearman",
        "p_cor.test",
        "R's Edgeworth series; the product prints the t approximation",
    ),
    (
        "spearman",
        "ci_fisher",
        "too narrow for ranks; the product prints Bonett and Wright's",
    ),
    (
        "spearman",
        "ci_fieller",
        "a second interval for ranks beside Bonett and Wright's",
    ),
    ("pearson", "p_greater", "one-sided tests are not offered"),
    ("spearman", "p_greater", "one-sided tests are not offered"),
    (
        "exactperm_scipy.att7",
        "p",
        "scipy doubles the smaller tail; ours counts both",
    ),
    (
        "nyc11.within_between",
        "between_weighted",
        "two regions always give ±1; ours refuses",
    ),
    (
        "nyc11.within_between",
        "group_means",
        "two regions always give ±1; ours refuses",
    ),
];

/// Families about ratings of people.
const RATINGS: [&str; 2] = ["agreement", "competency"];

fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    match entry.family.as_str() {
        "reliability" => reliability::compute(entry, data),
        "aggregation" => aggregation::compute(entry, data),
        "shrinkage" => shrinkage::compute(entry, data),
        "correlation" | "confounders" | "weighting" | "attenuation" => {
            correlation::compute(entry, data)
        }
        "compare_correlations" | "multiple_testing" | "power" | "lagged" | "ecological" => {
            compare::compute(entry, data)
        }
        "influence" | "robust" => robust::compute(entry, data),
        "bootstrap" | "permutation" => resampling::compute(entry, data),
        "nps" => nps::compute(entry, data),
        "waves" => waves::compute(entry, data),
        "drivers" => drivers::compute(entry, data),
        "agreement" | "competency" => agreement::compute(entry, data),
        _ => None,
    }
}

fn folder() -> PathBuf {
    std::env::var_os("FRONTLINE_REFERENCE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference"),
        PathBuf::from,
    )
}

fn entries(folder: &Path) -> Vec<Entry> {
    let text = std::fs::read_to_string(folder.join("values.json")).expect("values.json");
    let file: Value = serde_json::from_str(&text).expect("json");
    let text = |entry: &Value, key: &str| entry[key].as_str().expect("text").to_owned();
    file["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| Entry {
            id: text(entry, "id"),
            family: text(entry, "family"),
            input: entry["input"].clone(),
            dataset: text(entry, "dataset"),
            value: entry["value"].clone(),
            tolerance: entry["tol"].as_f64().expect("tolerance"),
        })
        .collect()
}

/// All numbers of a value, depth first; words and truth values are passed over.
fn flatten(value: &Value, out: &mut Vec<f64>) {
    match value {
        Value::Number(number) => out.extend(number.as_f64()),
        Value::Array(items) => items.iter().for_each(|item| flatten(item, out)),
        Value::Object(items) => items.values().for_each(|item| flatten(item, out)),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// Compares one entry; gives the complaints, and the reasons of the numbers not offered.
fn compare(entry: &Entry, computed: &Computed, excused: &mut Vec<String>) -> Vec<String> {
    let mut complaints = Vec::new();
    for (key, value) in entry.value.as_object().expect("an object of numbers") {
        let mut expected = Vec::new();
        flatten(value, &mut expected);
        if expected.is_empty() {
            continue;
        }
        let Some(found) = computed.0.get(key.as_str()) else {
            let excuse = NOT_OFFERED.iter().find(|(place, name, _)| {
                *name == key && (*place == entry.statistic() || *place == entry.id)
            });
            match excuse {
                Some((_, _, reason)) => excused.push(format!("{} {key}: {reason}", entry.id)),
                None => complaints.push(format!("{} {key}: not computed", entry.id)),
            }
            continue;
        };
        let fits = found.len() == expected.len()
            && found
                .iter()
                .zip(&expected)
                .all(|(f, e)| (f - e).abs() <= entry.tolerance * e.abs().max(1.0));
        if !fits {
            complaints.push(format!(
                "{} {key}: {found:?}, expected {expected:?}",
                entry.id
            ));
        }
    }
    complaints
}

#[test]
fn every_reference_entry_is_met_within_its_tolerance() {
    let folder = folder();
    if !folder.join("values.json").is_file() {
        println!(
            "no reference values at {}; see published.rs",
            folder.display()
        );
        super::published::assert_all();
        return;
    }
    let data = Data(folder.clone());
    let (mut met, mut excused, mut complaints) = (0, Vec::new(), Vec::new());
    let (mut partly, mut refused) = (0, 0);
    let mut ratings = (0, 0);
    let entries = entries(&folder);
    let all = entries.len();
    for entry in entries {
        ratings.1 += usize::from(RATINGS.contains(&entry.family.as_str()));
        if let Some(computed) = compute(&entry, &data) {
            let before = excused.len();
            let found = compare(&entry, &computed, &mut excused);
            if computed.0.is_empty() {
                refused += 1;
            } else {
                partly += usize::from(excused.len() > before);
                met += usize::from(found.is_empty());
                if RATINGS.contains(&entry.family.as_str()) {
                    ratings.0 += usize::from(found.is_empty());
                }
            }
            complaints.extend(found);
        } else {
            complaints.push(format!("{}: nothing computes it", entry.id));
        }
    }
    println!(
        "{met} of {all} reference entries met, {partly} of them without some number; \
         {refused} not offered"
    );
    println!(
        "of ratings by several people: {} of {}",
        ratings.0, ratings.1
    );
    assert_eq!(ratings.0, ratings.1, "agreement and competency");
    for line in &excused {
        println!("not covered: {line}");
    }
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    assert_eq!(met + refused, all, "every entry is met or named");
    assert!(met > 100, "the reference file has lost its entries: {met}");
}
