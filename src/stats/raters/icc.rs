//! Intraclass correlations of judges (Shrout & Fleiss 1979; McGraw & Wong 1996).

use crate::stats::aggregation::{Group, anova};
use crate::stats::descriptive::{mean, sum_of_squares};
use crate::stats::distribution::{f_quantile, f_upper};
use crate::stats::{Interval, Stat, Undefined, count, finite};

use super::complete;

/// Mean squares of subjects × judges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IccTable {
    /// Subjects.
    pub n: usize,
    /// Judges.
    pub k: usize,
    /// Between subjects.
    pub subjects: f64,
    /// Between judges.
    pub judges: f64,
    /// Residual of the two-way table.
    pub residual: f64,
    /// Within subjects.
    pub within: f64,
}

/// Which intraclass correlation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// ICC(1,1): other judges for every subject, one rating.
    OneWay,
    /// ICC(1,k): their mean.
    OneWayMean,
    /// ICC(A,1), also ICC(2,1): absolute agreement of judges, one rating.
    Agreement,
    /// ICC(A,k), also ICC(2,k): their mean.
    AgreementMean,
    /// ICC(C,1), also ICC(3,1): consistency, one rating.
    Consistency,
    /// ICC(C,k), also ICC(3,k): their mean.
    ConsistencyMean,
}

/// The mean squares of judges (columns) over the same subjects.
///
/// # Errors
/// Fewer than two judges or subjects; all ratings equal.
pub fn icc_table(columns: &[&[f64]]) -> Stat<IccTable> {
    let n = complete(columns, 2, 2)?;
    let (k, subjects) = (count(columns.len()), count(n));
    let all: Vec<f64> = columns
        .iter()
        .flat_map(|column| column.iter().copied())
        .collect();
    let grand = mean(&all)?;
    let total = sum_of_squares(&all)?;
    if total <= 1e-24 * k * subjects * grand * grand || total <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    let of_subject = |row: usize| columns.iter().map(|column| column[row]).sum::<f64>() / k;
    let between: f64 = (0..n)
        .map(|row| k * (of_subject(row) - grand).powi(2))
        .sum();
    let mut judged = 0.0;
    for column in columns {
        judged += subjects * (mean(column)? - grand).powi(2);
    }
    let rest = (total - between - judged).max(0.0);
    Ok(IccTable {
        n,
        k: columns.len(),
        subjects: between / (subjects - 1.0),
        judges: judged / (k - 1.0),
        residual: rest / ((subjects - 1.0) * (k - 1.0)),
        within: (total - between).max(0.0) / (subjects * (k - 1.0)),
    })
}

impl IccTable {
    /// Do judges differ in their means? F and its p.
    ///
    /// # Errors
    /// No residual variance.
    pub fn judges_differ(&self) -> Stat<(f64, f64)> {
        if self.residual <= 0.0 {
            return Err(Undefined::NoVariance);
        }
        let f = finite(self.judges / self.residual)?;
        let d1 = count(self.k) - 1.0;
        Ok((f, f_upper(f, d1, d1 * (count(self.n) - 1.0))?))
    }
}

/// The value of a form; at most 1, below 0 where subjects differ less than chance lets them.
///
/// # Errors
/// No variance between subjects.
pub fn icc_value(table: &IccTable, form: Form) -> Stat<f64> {
    let (n, k) = (count(table.n), count(table.k));
    let IccTable {
        subjects: r,
        judges: c,
        residual: e,
        within: w,
        ..
    } = *table;
    let (above, below) = match form {
        Form::OneWay => (r - w, r + (k - 1.0) * w),
        Form::OneWayMean => (r - w, r),
        Form::Agreement => (r - e, r + (k - 1.0) * e + k / n * (c - e)),
        Form::AgreementMean => (r - e, r + (c - e) / n),
        Form::Consistency => (r - e, r + (k - 1.0) * e),
        Form::ConsistencyMean => (r - e, r),
    };
    if below <= 0.0 {
        return Err(Undefined::NoVariance);
    }
    finite(above / below)
}

/// The interval of a form at `level`.
///
/// # Errors
/// As [`icc_value`]; agreement so perfect that there is no interval.
pub fn icc_interval(table: &IccTable, form: Form, level: f64) -> Stat<Interval> {
    let (n, k) = (count(table.n), count(table.k));
    let upper = f64::midpoint(1.0, level);
    let of_f = |error: f64, df: f64, is_mean: bool| {
        if error <= 0.0 {
            return Err(Undefined::Perfect);
        }
        let f = table.subjects / error;
        let low = f / f_quantile(upper, n - 1.0, df)?;
        let high = f * f_quantile(upper, df, n - 1.0)?;
        let value = |f: f64| {
            if is_mean {
                1.0 - 1.0 / f
            } else {
                (f - 1.0) / (f + k - 1.0)
            }
        };
        Interval::new(value(low), value(high))
    };
    let crossed = (n - 1.0) * (k - 1.0);
    match form {
        Form::OneWay => of_f(table.within, n * (k - 1.0), false),
        Form::OneWayMean => of_f(table.within, n * (k - 1.0), true),
        Form::Consistency => of_f(table.residual, crossed, false),
        Form::ConsistencyMean => of_f(table.residual, crossed, true),
        Form::Agreement => agreement_interval(table, icc_value(table, form)?, upper, false),
        Form::AgreementMean => agreement_interval(table, icc_value(table, form)?, upper, true),
    }
}

/// Satterthwaite's degrees of freedom for the judges' variance (McGraw & Wong 1996, table 7); for the
/// mean of judges with the value of the mean, as `irr` has it.
fn agreement_interval(table: &IccTable, value: f64, upper: f64, is_mean: bool) -> Stat<Interval> {
    let (n, k) = (count(table.n), count(table.k));
    let (r, c, e) = (table.subjects, table.judges, table.residual);
    if value >= 1.0 || e <= 0.0 {
        return Err(Undefined::Perfect);
    }
    let a = k * value / (n * (1.0 - value));
    let b = 1.0 + k * value * (n - 1.0) / (n * (1.0 - value));
    let df = (a * c + b * e).powi(2)
        / ((a * c).powi(2) / (k - 1.0) + (b * e).powi(2) / ((n - 1.0) * (k - 1.0)));
    let low = f_quantile(upper, n - 1.0, df)?;
    let high = f_quantile(upper, df, n - 1.0)?;
    if is_mean {
        return Interval::new(
            n * (r - low * e) / (low * (c - e) + n * r),
            n * (high * r - e) / (c - e + n * high * r),
        );
    }
    let rest = k * c + (k * n - k - n) * e;
    Interval::new(
        n * (r - low * e) / (low * rest + n * r),
        n * (high * r - e) / (rest + n * high * r),
    )
}

/// ICC(1,k) where subjects have other judges and unequally many: (MSB − MSW)/MSB, whose mean is over
/// the harmonic number of judges k. Gives value, interval and k.
///
/// # Errors
/// Fewer than two subjects, no subject with two ratings, no variance.
pub fn icc_one_way(units: &[Vec<f64>], level: f64) -> Stat<(f64, Interval, f64)> {
    let rated = units.iter().filter(|unit| !unit.is_empty());
    let groups: Vec<Group> = rated.map(|unit| Group::of(unit)).collect::<Stat<_>>()?;
    let table = anova(&groups)?;
    let (_, interval) = table.icc_intervals(level)?;
    Ok((table.icc2()?, interval, table.harmonic_size))
}
