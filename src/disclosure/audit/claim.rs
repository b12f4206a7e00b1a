//! What must not be provable of a few people, and whether a sum alone proves it.

use super::table::{Cell, Item};

/// Something that a reader might be able to prove of the people of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Claim {
    /// All values are among those whose bits are set.
    Within(u32),
    /// At least so many people gave this value. With one person of a group of `m` out of `n` left
    /// open, that is `n − m + 1`: then somebody of the group surely gave it.
    Given(usize, u32),
    /// Exactly so many people gave this value.
    Count(usize, u32),
    /// The values add up to exactly this.
    Sum(i64),
}

impl Claim {
    /// Do these answers contradict the claim?
    pub(super) fn fails(self, item: &Item, counts: &[u32]) -> bool {
        match self {
            Self::Within(mask) => {
                let outside = counts.iter().enumerate();
                outside.fold(0, |sum, (value, n)| sum + n * (1 ^ (mask >> value & 1))) > 0
            }
            Self::Given(value, least) => counts[value] < least,
            Self::Count(value, exactly) => counts[value] != exactly,
            Self::Sum(sum) => value_sum(item, counts) != sum,
        }
    }

    /// Is there a sum between the two that some answers contradicting the claim add up to?
    pub(super) fn can_fail(self, item: &Item, people: u32, (low, high): (i64, i64)) -> bool {
        if let Self::Sum(sum) = self {
            return low < sum || high > sum;
        }
        let all = u32::MAX;
        let reached: Vec<Reach> = match self {
            // One person outside, the others anywhere.
            Self::Within(mask) => vec![reach(item, 1, !mask).plus(&reach(item, people - 1, all))],
            Self::Given(value, least) => {
                // So many people at least gave another value.
                let others = people.saturating_sub(least.saturating_sub(1));
                vec![reach(item, others, !(1 << value)).plus(&reach(item, people - others, all))]
            }
            Self::Count(value, exactly) => (0..=people)
                .filter(|count| *count != exactly)
                .map(|count| {
                    reach(item, people - count, !(1 << value)).plus(&reach(item, count, 1 << value))
                })
                .collect(),
            Self::Sum(_) => Vec::new(),
        };
        reached.iter().any(|reach| reach.has_any(low, high))
    }
}

/// The sum of the values of so many answers each.
pub(super) fn value_sum(item: &Item, counts: &[u32]) -> i64 {
    let pairs = item.values.iter().zip(counts);
    pairs.map(|(value, n)| value * i64::from(*n)).sum()
}

/// The claims that a cell must not bear out, given one possible set of answers. `limits` are the
/// threshold, and the size from which a group is no longer small.
pub(super) fn claims(
    item: &Item,
    cell: &Cell,
    counts: &[u32],
    (threshold, small): (u32, u32),
) -> Vec<Claim> {
    let mut claims = Vec::new();
    if cell.members.iter().any(|n| *n < small) {
        let given = (0..counts.len()).filter(|value| counts[*value] > 0);
        let used = given.fold(0_u32, |mask, value| mask | 1 << value);
        if used.count_ones() == 1 {
            claims.push(Claim::Within(used));
        }
        let own = sides(item).into_iter().filter(|side| used & !side == 0);
        claims.extend(own.map(Claim::Within));
    }
    let below = cell.members.iter().filter(|n| **n < threshold).max();
    if let Some(most) = below {
        let least = cell.people - most + 1;
        let values = (0..counts.len()).filter(|value| counts[*value] >= least);
        claims.extend(values.map(|value| Claim::Given(value, least)));
    }
    if cell.people < small {
        let values = (0..counts.len()).filter(|value| counts[*value] > 0);
        claims.extend(values.map(|value| Claim::Count(value, counts[value])));
    }
    if cell.people < threshold {
        claims.push(Claim::Sum(value_sum(item, counts)));
    }
    claims
}

/// The values that count as one side of a scale: below its middle and above it; detractors and
/// promoters for 0 to 10.
pub(super) fn sides(item: &Item) -> [u32; 2] {
    let (Some(first), Some(last)) = (item.values.first(), item.values.last()) else {
        return [0, 0];
    };
    let is_recommendation = item.values.len() == 11 && *first == 0 && *last == 10;
    let side = |value: i64| {
        if is_recommendation {
            i64::from(value >= 9) - i64::from(value <= 6)
        } else {
            (2 * value - first - last).signum()
        }
    };
    let of = |wanted: i64| {
        let values = item.values.iter().enumerate();
        values.fold(0, |mask, (bit, value)| {
            mask | u32::from(side(*value) == wanted) << bit
        })
    };
    [of(-1), of(1)]
}

/// The sums that some people can reach.
struct Reach {
    from: i64,
    sums: Vec<bool>,
}

fn reach(item: &Item, people: u32, mask: u32) -> Reach {
    let values = item.values.iter().enumerate();
    let allowed: Vec<i64> = values
        .filter(|(bit, _)| mask >> bit & 1 == 1)
        .map(|(_, value)| *value)
        .collect();
    let mut reach = Reach {
        from: 0,
        sums: vec![true],
    };
    let (Some(first), Some(last)) = (allowed.first(), allowed.last()) else {
        reach.sums[0] = people == 0;
        return reach;
    };
    for _ in 0..people {
        let mut sums = vec![false; reach.sums.len() + offset(last - first)];
        for value in &allowed {
            let shifted = sums.iter_mut().skip(offset(value - first));
            shifted.zip(&reach.sums).for_each(|(sum, old)| *sum |= old);
        }
        reach = Reach {
            from: reach.from + first,
            sums,
        };
    }
    reach
}

fn offset(distance: i64) -> usize {
    usize::try_from(distance).unwrap_or(0)
}

impl Reach {
    fn plus(&self, other: &Self) -> Self {
        let mut sums = vec![false; self.sums.len() + other.sums.len()];
        for (shift, _) in self.sums.iter().enumerate().filter(|(_, is)| **is) {
            let shifted = sums.iter_mut().skip(shift);
            shifted.zip(&other.sums).for_each(|(sum, old)| *sum |= old);
        }
        Self {
            from: self.from + other.from,
            sums,
        }
    }

    fn has_any(&self, low: i64, high: i64) -> bool {
        let places = self.sums.iter().zip(self.from..);
        places
            .filter(|(is, _)| **is)
            .any(|(_, sum)| low <= sum && sum <= high)
    }
}
