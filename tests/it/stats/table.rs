//! Small CSV tables for the tests of statistics.

use std::collections::BTreeMap;
use std::path::Path;

/// A table by column; cells as text, empty where missing.
pub(crate) struct Table {
    columns: BTreeMap<String, Vec<String>>,
    rows: usize,
}

impl Table {
    /// Reads a file with a head line.
    pub(crate) fn read(path: &Path) -> Self {
        let mut reader = csv::Reader::from_path(path).expect("table opens");
        let heads: Vec<String> = reader
            .headers()
            .expect("head line")
            .iter()
            .map(str::to_owned)
            .collect();
        let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut rows = 0;
        for record in reader.records() {
            rows += 1;
            for (head, cell) in heads.iter().zip(&record.expect("row")) {
                columns
                    .entry(head.clone())
                    .or_default()
                    .push(cell.to_owned());
            }
        }
        Self { columns, rows }
    }

    /// A table kept with the tests.
    pub(crate) fn kept(name: &str) -> Self {
        Self::read(
            &Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("tests/data")
                .join(name),
        )
    }

    /// The heads, in alphabetical order.
    pub(crate) fn heads(&self) -> Vec<String> {
        self.columns.keys().cloned().collect()
    }

    /// A column as text.
    pub(crate) fn text(&self, head: &str) -> &[String] {
        self.columns
            .get(head)
            .unwrap_or_else(|| panic!("column {head}"))
    }

    /// A column as numbers, missing where the cell is empty.
    pub(crate) fn gaps(&self, head: &str) -> Vec<Option<f64>> {
        self.text(head)
            .iter()
            .map(|cell| (!cell.is_empty()).then(|| cell.parse().expect("number")))
            .collect()
    }

    /// A column as numbers without gaps.
    pub(crate) fn numbers(&self, head: &str) -> Vec<f64> {
        self.gaps(head)
            .into_iter()
            .map(|v| v.expect("no gap"))
            .collect()
    }

    /// The rows that fit, as a table.
    pub(crate) fn filter(&self, keep: impl Fn(usize) -> bool) -> Self {
        let kept: Vec<usize> = (0..self.rows).filter(|row| keep(*row)).collect();
        let columns = self
            .columns
            .iter()
            .map(|(head, cells)| {
                (
                    head.clone(),
                    kept.iter().map(|row| cells[*row].clone()).collect(),
                )
            })
            .collect();
        Self {
            columns,
            rows: kept.len(),
        }
    }

    /// The rows where the column has this text.
    pub(crate) fn only(&self, head: &str, text: &str) -> Self {
        let cells = self.text(head);
        self.filter(|row| cells[row] == text)
    }

    /// The rows where none of the columns is missing, and those columns as numbers.
    pub(crate) fn complete(&self, heads: &[&str]) -> Vec<Vec<f64>> {
        let gaps: Vec<_> = heads.iter().map(|head| self.gaps(head)).collect();
        let slices: Vec<&[Option<f64>]> = gaps.iter().map(Vec::as_slice).collect();
        frontline::stats::descriptive::complete_rows(&slices).expect("equal lengths")
    }

    /// The number of rows.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }
}

/// Values by group, groups in ascending order of name; numeric names in numeric order.
pub(crate) fn by_group(names: &[String], values: &[f64]) -> Vec<(String, Vec<f64>)> {
    let mut groups: BTreeMap<(i64, &str), Vec<f64>> = BTreeMap::new();
    for (name, value) in names.iter().zip(values) {
        let number = name.parse().unwrap_or(i64::MAX);
        groups.entry((number, name)).or_default().push(*value);
    }
    groups
        .into_iter()
        .map(|((_, name), values)| (name.to_owned(), values))
        .collect()
}
