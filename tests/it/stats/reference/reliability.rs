//! Alpha, Feldt's interval, omega.

use frontline::stats::omega::omega;
use frontline::stats::reliability::{
    Covariances, alpha, alpha_if_dropped, feldt_interval, item_rest, mean_inter_item,
    standardized_alpha,
};

use super::{Computed, Data, Entry};

/// The items of a data set, reversed where the entry says so.
fn items(name: &str, data: &Data) -> Vec<Vec<Option<f64>>> {
    let reversed = |column: Vec<Option<f64>>| column.into_iter().map(|v| v.map(|v| 7.0 - v));
    let of = |table: &str, heads: &[String], turned: &[&str]| {
        let table = data.table(table);
        heads
            .iter()
            .map(|head| {
                let column = table.gaps(head);
                if turned.contains(&head.as_str()) {
                    reversed(column).collect()
                } else {
                    column
                }
            })
            .collect()
    };
    let numbered = |prefix: &str, n: usize| (1..=n).map(|i| format!("{prefix}{i}")).collect();
    match name {
        "attitude7" => {
            let heads = "rating complaints privileges learning raises critical advance";
            of(
                "attitude",
                &heads.split(' ').map(str::to_owned).collect::<Vec<_>>(),
                &[],
            )
        }
        "bfi_agree" => of(
            "bfi",
            &Vec::from_iter::<Vec<String>>(numbered("A", 5)),
            &["A1"],
        ),
        "bfi_consc" => of(
            "bfi",
            &Vec::from_iter::<Vec<String>>(numbered("C", 5)),
            &["C4", "C5"],
        ),
        _ => {
            let heads: Vec<String> = (1..=11).map(|i| format!("LEAD{i:02}")).collect();
            of("lq2002", &heads, &[])
        }
    }
}

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    let columns = items(entry.data(), data);
    let gaps: Vec<&[Option<f64>]> = columns.iter().map(Vec::as_slice).collect();
    let pairwise = Covariances::pairwise(&gaps).unwrap();
    let complete = frontline::stats::descriptive::complete_rows(&gaps).unwrap();
    let slices: Vec<&[f64]> = complete.iter().map(Vec::as_slice).collect();
    let listwise = Covariances::of(&slices).unwrap();
    let all = |values: Vec<frontline::stats::Stat<f64>>| values.into_iter().map(Result::unwrap);
    Some(match entry.statistic() {
        "alpha" => Computed::new()
            .one("raw_alpha", alpha(&pairwise).unwrap())
            .one("std_alpha", standardized_alpha(&pairwise).unwrap())
            .one("average_r", mean_inter_item(&pairwise).unwrap())
            .many("alpha_if_dropped", all(alpha_if_dropped(&pairwise)))
            .many("r_drop", all(item_rest(&pairwise)))
            .n("n_rows", columns[0].len())
            .n("n_items", pairwise.items()),
        "alpha_listwise" => Computed::new()
            .one("alpha", alpha(&listwise).unwrap())
            .n("n_complete", listwise.rows()),
        "alpha_feldt95" => {
            let value = alpha(&listwise).unwrap();
            let found = feldt_interval(value, listwise.rows(), listwise.items(), 0.95).unwrap();
            Computed::new()
                .one("lower", found.low)
                .one("upper", found.high)
        }
        "omega_1f" => {
            let found = omega(&listwise).unwrap();
            assert!(!found.has_heywood);
            Computed::new()
                .one("omega", found.omega)
                .many("loadings", found.loadings)
        }
        _ => return None,
    })
}
