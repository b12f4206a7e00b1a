//! Figures of real data against values that R and Python tools computed.
//!
//! `nyc2015_linkage.csv` is the New York City School Survey of 2015 (public-domain city data) by
//! school; its reference values stand beside it. `lq2002.csv` carries its package's licence, so it
//! is read from the folder that `FRONTLINE_REFERENCE` names, or beside the project; where neither
//! exists the school data alone are checked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use frontline::analysis::{Coefficient, Link};
use frontline::domain::{
    Answers, Audience, Block, BlockContent, Dataset, Dimension, StaffScore, Text, WaveCode,
    WaveData,
};
use serde_json::Value;

use super::{assert_near, audience, found};
use crate::fixtures::{branch, class, item, measure, wave};

const TOLERANCE: f64 = 1e-6;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

type Record = BTreeMap<String, String>;

fn table(path: &Path) -> Vec<Record> {
    let mut reader = csv::Reader::from_path(path).expect("table opens");
    reader.deserialize().map(|row| row.expect("row")).collect()
}

fn entries(path: &Path) -> BTreeMap<String, Value> {
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let entries = file["entries"].as_array().unwrap().iter();
    entries
        .map(|e| (e["id"].as_str().unwrap().to_owned(), e["value"].clone()))
        .collect()
}

const DIMENSIONS: [&str; 2] = ["t_commitment", "t_influence"];
const MEASURES: [&str; 2] = ["p_trust_teacher", "s_trust_teacher"];

/// Schools of a borough as branches: teachers' scores as delivered means, pupils' and parents' trust
/// as customer measures.
fn schools(borough: &str) -> Dataset {
    let rows: Vec<Record> = table(&data("nyc2015_linkage.csv"))
        .into_iter()
        .filter(|row| row["borough"] == borough)
        .collect();
    let mut dataset = Dataset {
        branches: rows.iter().map(|row| branch(&row["dbn"], 0, 0)).collect(),
        dimensions: DIMENSIONS
            .iter()
            .map(|id| Dimension {
                id: (*id).to_owned(),
                title: Text::same(id),
                items: Vec::new(),
                is_outcome: false,
            })
            .collect(),
        waves: vec![WaveData {
            wave: wave("2015"),
            answers: Answers::default(),
        }],
        ..Dataset::default()
    };
    for (place, row) in rows.iter().enumerate() {
        for (dimension, id) in DIMENSIONS.iter().enumerate() {
            let Ok(value) = row[*id].parse() else {
                continue;
            };
            dataset.staff_scores.push(StaffScore {
                branch: place,
                audience: Audience::All,
                wave: WaveCode::new("2015").unwrap(),
                dimension,
                value,
                n: None,
            });
        }
        for id in MEASURES {
            if let Ok(value) = row[id].parse() {
                dataset.outcomes.push(measure(&row["dbn"], id, value, None));
            }
        }
    }
    dataset
}

fn check(found: Coefficient, entry: &Value, value: &str, interval: &str, p: &str) {
    let number = |value: &Value| value.as_f64().unwrap();
    assert_near(found.value, number(&entry[value]), TOLERANCE);
    assert_near(found.low, number(&entry[interval][0]), TOLERANCE);
    assert_near(found.high, number(&entry[interval][1]), TOLERANCE);
    assert_near(found.p, number(&entry[p]), TOLERANCE);
}

fn check_link(link: &Link, entries: &BTreeMap<String, Value>, name: &str) -> usize {
    let entry = |statistic: &str| &entries[&format!("{name}.{statistic}")];
    let number = |statistic: &str, key: &str| entry(statistic)[key].as_f64().unwrap();
    assert_eq!(
        entry("pearson")["n"].as_u64(),
        u64::try_from(link.points.len()).ok()
    );
    check(link.pearson.unwrap(), entry("pearson"), "r", "ci", "p");
    check(
        link.spearman.unwrap(),
        entry("spearman"),
        "rho",
        "ci_bonett_wright",
        "p_t",
    );
    check(link.kendall.unwrap(), entry("kendall"), "tau_b", "ci", "p");
    let influence = link.influence.unwrap();
    assert_near(
        influence.cooks_max,
        number("influence", "cook_max"),
        TOLERANCE,
    );
    assert_near(influence.min, number("influence", "loo_rho_min"), TOLERANCE);
    assert_near(influence.max, number("influence", "loo_rho_max"), TOLERANCE);
    let line = link.line.as_ref().unwrap();
    assert_near(line.slope, number("influence", "slope"), TOLERANCE);
    assert_near(line.intercept, number("influence", "intercept"), TOLERANCE);
    let (slope, low, high) = link.theil_sen.unwrap();
    assert_near(slope, number("theilsen", "slope"), TOLERANCE);
    assert_near(low, number("siegel", "ts_low"), TOLERANCE);
    assert_near(high, number("siegel", "ts_high"), TOLERANCE);
    6
}

#[test]
fn links_of_new_york_schools_equal_the_reference() {
    let entries = entries(&data("nyc2015_reference.json"));
    let mut checked = 0;
    for borough in ["Manhattan", "Bronx"] {
        let findings = found(&schools(borough));
        let outcome = |id: &str| {
            let is_wanted = |o: &frontline::analysis::OutcomeInfo| o.measure.as_str() == id;
            findings.outcomes.iter().position(is_wanted).unwrap()
        };
        for (dimension, id, name) in [
            (0, "s_trust_teacher", "commit_strust"),
            (1, "p_trust_teacher", "infl_ptrust"),
        ] {
            let link = findings.waves[0]
                .link(Audience::All, dimension, outcome(id))
                .unwrap();
            checked += check_link(link, &entries, &format!("nyc15_{borough}_{name}"));
        }
    }
    assert_eq!(checked, entries.len(), "every entry of the file is used");
}

const ITEMS: usize = 11;

/// Soldiers' ratings of their leaders: one dimension of eleven items, a branch per company.
fn leaders(rows: &[Record]) -> Dataset {
    let mut companies: Vec<u32> = rows
        .iter()
        .map(|row| row["COMPID"].parse().unwrap())
        .collect();
    let of_rows = companies.clone();
    companies.sort_unstable();
    companies.dedup();
    let of = |company: &u32| u16::try_from(companies.binary_search(company).unwrap()).unwrap();
    let class_of_rows: Arc<[u16]> = of_rows.iter().map(of).collect();
    let id = |j: usize| format!("LEAD{:02}", j + 1);
    let block = Block {
        content: BlockContent::Dimension(0),
        items: (0..ITEMS).collect(),
        class: class_of_rows,
        columns: (0..ITEMS)
            .map(|j| {
                rows.iter()
                    .map(|row| row[&id(j)].parse().unwrap())
                    .collect()
            })
            .collect(),
    };
    let answers = Answers {
        classes: (0..companies.len())
            .map(|place| class(place, None, (0, 0)))
            .collect(),
        blocks: vec![block],
        is_linked: true,
        company_view: None,
    };
    Dataset {
        branches: companies
            .iter()
            .map(|company| branch(&company.to_string(), 0, 0))
            .collect(),
        dimensions: vec![Dimension {
            id: "LEAD".to_owned(),
            title: Text::same("LEAD"),
            items: (0..ITEMS).collect(),
            is_outcome: false,
        }],
        items: (0..ITEMS).map(|j| item(&id(j), "LEAD", false)).collect(),
        waves: vec![WaveData {
            wave: wave("2002"),
            answers,
        }],
        ..Dataset::default()
    }
}

#[test]
fn reliability_and_company_means_of_lq2002_equal_the_reference() {
    let folder = std::env::var_os("FRONTLINE_REFERENCE").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference"),
        PathBuf::from,
    );
    if !folder.join("values.json").exists() {
        println!("0 entries checked: no reference folder");
        return;
    }
    let entries = entries(&folder.join("values.json"));
    let findings = found(&leaders(&table(&folder.join("data/lq2002.csv"))));
    let all = audience(&findings, 0, Audience::All);
    let number = |id: &str, key: &str| entries[id][key].as_f64().unwrap();
    let list = |id: &str, key: &str| -> Vec<f64> {
        entries[id][key]
            .as_array()
            .unwrap()
            .iter()
            .map(|v| v.as_f64().unwrap())
            .collect()
    };
    let reliability = &all.reliability[0];
    let (alpha, low, high) = reliability.alpha.unwrap();
    assert_eq!(reliability.n, 2042);
    assert_near(alpha, number("lq_lead.alpha_listwise", "alpha"), TOLERANCE);
    assert_near(low, number("lq_lead.alpha_feldt95", "lower"), TOLERANCE);
    assert_near(high, number("lq_lead.alpha_feldt95", "upper"), TOLERANCE);
    let dropped = list("lq_lead.alpha", "alpha_if_dropped");
    let rest = list("lq_lead.alpha", "r_drop");
    for (item, (dropped, rest)) in all.items.iter().zip(dropped.iter().zip(&rest)) {
        assert_near(item.alpha_if_dropped.unwrap(), *dropped, TOLERANCE);
        assert_near(item.item_rest.unwrap(), *rest, TOLERANCE);
    }
    assert_near(
        reliability.icc1.unwrap(),
        number("lq_LEAD.anova", "ICC1"),
        TOLERANCE,
    );
    assert_near(
        reliability.icc2.unwrap(),
        number("lq_LEAD.anova", "ICC2"),
        TOLERANCE,
    );
    assert_near(
        reliability.rwg.unwrap(),
        number("lq_lead.rwgj", "median"),
        TOLERANCE,
    );
    let levels = entries["lq_LEAD.blup"]["levels"]
        .as_array()
        .unwrap()
        .clone();
    for (level, raw) in levels.iter().zip(list("lq_LEAD.blup", "raw")) {
        let code = level.as_str().unwrap();
        let place = findings
            .branches
            .iter()
            .position(|b| b.code.as_str() == code)
            .unwrap();
        assert_near(
            all.branches[place].scores[0].value().unwrap().mean,
            raw,
            TOLERANCE,
        );
    }
    println!("6 entries checked");
}
