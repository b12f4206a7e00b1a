//! Is one correlation larger than another? Intervals of the difference, and the classic tests.
//!
//! "Significant here, not significant there" is not a difference: these are.

use super::correlation::{Kind, fisher_z, interval};
use super::distribution::{normal_two_sided, t_two_sided};
use super::{Interval, Stat, Undefined, at_least, count, finite};

/// Two correlations with a variable in common: of `y` with `a`, and of `y` with `b`, over the same
/// `n` rows. Contact staff against back office at the same outcome is this case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overlapping {
    /// Rows.
    pub n: usize,
    /// r of y and a.
    pub ya: f64,
    /// r of y and b.
    pub yb: f64,
    /// r of a and b.
    pub ab: f64,
}

/// Two correlations without a variable in common over the same `n` rows: of `j` with `k`, and of
/// `h` with `m`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NonOverlapping {
    /// Rows.
    pub n: usize,
    /// The first correlation.
    pub jk: f64,
    /// The second correlation.
    pub hm: f64,
    /// The four correlations across.
    pub across: Across,
}

/// Correlations across the two pairs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Across {
    /// r of j and h.
    pub jh: f64,
    /// r of j and m.
    pub jm: f64,
    /// r of k and h.
    pub kh: f64,
    /// r of k and m.
    pub km: f64,
}

/// A test statistic and its two-sided p.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Test {
    /// z or t.
    pub statistic: f64,
    /// Two-sided p.
    pub p: f64,
}

fn z_test(z: f64) -> Stat<Test> {
    let statistic = finite(z)?;
    Ok(Test {
        statistic,
        p: normal_two_sided(statistic),
    })
}

fn valid(rs: &[f64]) -> Stat<()> {
    if rs.iter().all(|r| (-1.0..=1.0).contains(r)) {
        Ok(())
    } else {
        Err(Undefined::OutOfRange)
    }
}

/// Zou's interval of a difference (Zou 2007) from two coefficients with their intervals, where
/// `together` is the correlation between the two coefficients (0 for independent samples).
///
/// # Errors
/// `together` outside −1…1, or not finite input.
pub fn zou(
    first: (f64, Interval),
    second: (f64, Interval),
    together: f64,
) -> Stat<(f64, Interval)> {
    valid(&[together])?;
    let ((r1, i1), (r2, i2)) = (first, second);
    let width = |a: f64, b: f64| (a * a + b * b - 2.0 * together * a * b).max(0.0).sqrt();
    let difference = r1 - r2;
    let low = difference - width(r1 - i1.low, i2.high - r2);
    let high = difference + width(i1.high - r1, r2 - i2.low);
    Ok((finite(difference)?, Interval::new(low, high)?))
}

/// The difference `first - second` of correlations in two independent samples with Zou's interval,
/// and Fisher's z test. Each side is (coefficient, pairs).
///
/// # Errors
/// A side with fewer than four pairs or a coefficient of ±1.
pub fn independent(
    kind: Kind,
    first: (f64, usize),
    second: (f64, usize),
    level: f64,
) -> Stat<(f64, Interval, Test)> {
    let side = |(r, n): (f64, usize)| Ok((r, interval(kind, r, n, level)?));
    let (difference, found) = zou(side(first)?, side(second)?, 0.0)?;
    let error = (1.0 / (count(first.1) - 3.0) + 1.0 / (count(second.1) - 3.0)).sqrt();
    let test = z_test((fisher_z(first.0)? - fisher_z(second.0)?) / error)?;
    Ok((difference, found, test))
}

impl Overlapping {
    /// `ya - yb` with Zou's interval; the intervals of the two are those of `kind`.
    ///
    /// # Errors
    /// Fewer than four rows, coefficients of ±1 or impossible together.
    pub fn difference(self, kind: Kind, level: f64) -> Stat<(f64, Interval)> {
        valid(&[self.ya, self.yb, self.ab])?;
        let side = |r: f64| Ok((r, interval(kind, r, self.n, level)?));
        zou(side(self.ya)?, side(self.yb)?, self.together()?)
    }

    /// The correlation between the two coefficients (Zou 2007, after Pearson & Filon 1898).
    fn together(self) -> Stat<f64> {
        let Self { n: _, ya, yb, ab } = self;
        let squares = ya * ya + yb * yb + ab * ab;
        let covariance = (ab - 0.5 * ya * yb) * (1.0 - squares) + ab.powi(3);
        Ok(finite(covariance / ((1.0 - ya * ya) * (1.0 - yb * yb)))?.clamp(-1.0, 1.0))
    }

    /// Steiger's z with the mean of the two correlations (Steiger 1980, equation 14).
    ///
    /// # Errors
    /// Fewer than four rows, coefficients of ±1 or impossible together.
    pub fn steiger(self) -> Stat<Test> {
        let Self { n, ya, yb, ab } = self;
        valid(&[ya, yb, ab])?;
        at_least(n, 4)?;
        let squared = f64::midpoint(ya, yb).powi(2);
        let covariance = (ab * (1.0 - 2.0 * squared)
            - 0.5 * squared * (1.0 - 2.0 * squared - ab * ab))
            / (1.0 - squared).powi(2);
        let spread = 2.0 - 2.0 * covariance;
        if spread <= 1e-14 {
            return Err(Undefined::NoVariance);
        }
        z_test((fisher_z(ya)? - fisher_z(yb)?) * (count(n) - 3.0).sqrt() / spread.sqrt())
    }

    /// The z of Meng, Rosenthal & Rubin (1992).
    ///
    /// # Errors
    /// Fewer than four rows, coefficients of ±1.
    pub fn meng(self) -> Stat<Test> {
        let Self { n, ya, yb, ab } = self;
        valid(&[ya, yb, ab])?;
        at_least(n, 4)?;
        if ab >= 1.0 - 1e-15 {
            return Err(Undefined::Perfect);
        }
        let squared = f64::midpoint(ya * ya, yb * yb);
        let f = ((1.0 - ab) / (2.0 * (1.0 - squared))).min(1.0);
        let h = (1.0 - f * squared) / (1.0 - squared);
        let scale = (count(n) - 3.0) / (2.0 * (1.0 - ab) * h);
        z_test((fisher_z(ya)? - fisher_z(yb)?) * scale.sqrt())
    }

    /// Williams's t (Williams 1959) with n − 3 degrees of freedom.
    ///
    /// # Errors
    /// Fewer than four rows, coefficients impossible together.
    pub fn williams(self) -> Stat<Test> {
        let Self { n, ya, yb, ab } = self;
        valid(&[ya, yb, ab])?;
        at_least(n, 4)?;
        let determinant = 1.0 - ya * ya - yb * yb - ab * ab + 2.0 * ya * yb * ab;
        let n = count(n);
        let spread = 2.0 * (n - 1.0) / (n - 3.0) * determinant
            + f64::midpoint(ya, yb).powi(2) * (1.0 - ab).powi(3);
        if spread <= 0.0 {
            return Err(Undefined::NoVariance);
        }
        let statistic = finite((ya - yb) * ((n - 1.0) * (1.0 + ab) / spread).sqrt())?;
        Ok(Test {
            statistic,
            p: t_two_sided(statistic, n - 3.0)?,
        })
    }
}

impl NonOverlapping {
    /// `jk - hm` with Zou's interval; the intervals of the two are those of `kind`.
    ///
    /// # Errors
    /// Fewer than four rows, coefficients of ±1 or impossible together.
    pub fn difference(self, kind: Kind, level: f64) -> Stat<(f64, Interval)> {
        let side = |r: f64| Ok((r, interval(kind, r, self.n, level)?));
        zou(side(self.jk)?, side(self.hm)?, self.together()?)
    }

    /// The z of Raghunathan, Rosenthal & Rubin (1996), also called ZPF.
    ///
    /// # Errors
    /// Fewer than four rows, coefficients of ±1 or impossible together.
    pub fn zpf(self) -> Stat<Test> {
        at_least(self.n, 4)?;
        let spread = 1.0 - self.together()?;
        if spread <= 1e-14 {
            return Err(Undefined::NoVariance);
        }
        let difference = fisher_z(self.jk)? - fisher_z(self.hm)?;
        z_test(((count(self.n) - 3.0) / 2.0).sqrt() * difference / spread.sqrt())
    }

    /// The correlation between the two coefficients (Pearson & Filon 1898).
    fn together(self) -> Stat<f64> {
        let Self {
            n: _,
            jk,
            hm,
            across: Across { jh, jm, kh, km },
        } = self;
        valid(&[jk, hm, jh, jm, kh, km])?;
        let k = (jh - jk * kh) * (km - kh * hm)
            + (jm - jh * hm) * (kh - jk * jh)
            + (jh - jm * hm) * (km - jk * jm)
            + (jm - jk * km) * (kh - km * hm);
        let scale = 2.0 * (1.0 - jk * jk) * (1.0 - hm * hm);
        Ok(finite(k / scale)?.clamp(-1.0, 1.0))
    }
}
