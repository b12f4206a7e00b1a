//! Exact linear algebra: which small groups of columns some combination of known sums singles out.
//!
//! Each known sum is a line of whole numbers over columns. A combination of lines is of interest
//! when every column it touches is small and all of them together hold few people. Columns that may
//! not appear are eliminated exactly, in whole numbers; what is left is searched exhaustively. No
//! floating point, no tolerance. Knows nothing of questions.

use std::collections::BTreeSet;

/// A column: the people behind it and who they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// The same people in several columns count once.
    pub(super) pool: usize,
    /// How many people.
    pub(super) people: u32,
}

/// Columns that a combination singles out, and the combination: lines and how often each is taken.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Support {
    pub(super) columns: Vec<usize>,
    pub(super) lines: Vec<(usize, i64)>,
    /// What the combination is divided by to count its first column once.
    pub(super) divisor: i64,
}

/// The search was given up: numbers too large or too many cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TooHard;

/// Cases that a search may look at.
const CASES: usize = 20_000;

/// All groups of columns with at most `limit` people that the span of the lines singles out. Each
/// line is the set of columns that a known sum adds up.
pub(super) fn small_supports(
    lines: &[&[usize]],
    columns: &[Column],
    limit: u32,
) -> Result<Vec<Support>, TooHard> {
    // Who found nothing without keeping books need not keep them.
    let found = Span::new(lines, columns, limit, false)?.search()?;
    if found.is_empty() {
        return Ok(found);
    }
    Span::new(lines, columns, limit, true)?.search()
}

/// A line: its columns, and which given lines it is made of, both rising.
#[derive(Debug, Clone, Default)]
struct Line {
    of: Vec<(usize, i64)>,
    from: Vec<(usize, i64)>,
}

impl Line {
    fn at(&self, column: usize) -> i64 {
        self.of
            .binary_search_by_key(&column, |entry| entry.0)
            .map_or(0, |place| self.of[place].1)
    }

    /// This line less a multiple of another such that `column` vanishes.
    fn without(&self, column: usize, other: &Self) -> Result<Self, TooHard> {
        let (mine, theirs) = (self.at(column), other.at(column));
        let common = gcd(mine, theirs).max(1);
        let (keep, take) = (theirs / common, mine / common);
        let mut line = Self {
            of: blend(&self.of, keep, &other.of, take)?,
            from: blend(&self.from, keep, &other.from, take)?,
        };
        line.shorten();
        Ok(line)
    }

    /// Divides by what all numbers have in common.
    fn shorten(&mut self) {
        let entries = || self.of.iter().chain(&self.from);
        let mut common = 0;
        for (_, factor) in entries() {
            common = gcd(common, *factor);
            if common == 1 {
                return;
            }
        }
        if common > 1 {
            let all = self.of.iter_mut().chain(&mut self.from);
            all.for_each(|(_, factor)| *factor /= common);
        }
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// `a · keep − b · take`, without zeros.
fn blend(
    a: &[(usize, i64)],
    keep: i64,
    b: &[(usize, i64)],
    take: i64,
) -> Result<Vec<(usize, i64)>, TooHard> {
    let mut mixed = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let next_a = a.get(i).map_or(usize::MAX, |entry| entry.0);
        let next_b = b.get(j).map_or(usize::MAX, |entry| entry.0);
        let mut value = 0_i64;
        if next_a <= next_b {
            value = a[i].1.checked_mul(keep).ok_or(TooHard)?;
            i += 1;
        }
        if next_b <= next_a {
            let part = b[j].1.checked_mul(take).ok_or(TooHard)?;
            value = value.checked_sub(part).ok_or(TooHard)?;
            j += 1;
        }
        if value != 0 {
            mixed.push((next_a.min(next_b), value));
        }
    }
    Ok(mixed)
}

/// The combinations of the lines that touch small columns only.
struct Span<'a> {
    columns: &'a [Column],
    limit: u32,
    basis: Vec<Line>,
}

impl<'a> Span<'a> {
    /// Eliminates every column with more than `limit` people.
    fn new(
        lines: &[&[usize]],
        columns: &'a [Column],
        limit: u32,
        keeps_books: bool,
    ) -> Result<Self, TooHard> {
        let mut order: Vec<usize> = (0..lines.len()).collect();
        order.sort_by_key(|line| (lines[*line].len(), *line));
        let mut pivots = Pivots::new(columns.len());
        let mut basis = Vec::new();
        for position in order {
            let mut line = Line {
                of: lines[position].iter().map(|column| (*column, 1)).collect(),
                from: Vec::new(),
            };
            if keeps_books {
                line.from.push((position, 1));
            }
            pivots.reduce(&mut line)?;
            let large = |entry: &&(usize, i64)| columns[entry.0].people > limit;
            match line.of.iter().find(large).map(|entry| entry.0) {
                Some(column) => pivots.add(column, line),
                None if line.of.is_empty() => {}
                None => basis.push(line),
            }
        }
        Ok(Self {
            columns,
            limit,
            basis,
        })
    }

    fn search(self) -> Result<Vec<Support>, TooHard> {
        let mut search = Search {
            columns: self.columns,
            limit: self.limit,
            cases: 0,
            found: Vec::new(),
        };
        for part in connected(echelon(self.basis)?) {
            search.look(part, &BTreeSet::new())?;
        }
        Ok(search.found)
    }
}

/// Lines that eliminate a column each. None touches the column of an earlier one, so that taking
/// them in order clears a line for good.
struct Pivots {
    lines: Vec<(usize, Line)>,
    of_column: Vec<Option<usize>>,
}

impl Pivots {
    fn new(columns: usize) -> Self {
        Self {
            lines: Vec::new(),
            of_column: vec![None; columns],
        }
    }

    fn add(&mut self, column: usize, line: Line) {
        self.of_column[column] = Some(self.lines.len());
        self.lines.push((column, line));
    }

    fn reduce(&self, line: &mut Line) -> Result<(), TooHard> {
        self.drop_known(line);
        loop {
            let pivots = line.of.iter().filter_map(|entry| self.of_column[entry.0]);
            let Some(first) = pivots.min() else {
                return Ok(());
            };
            let (column, pivot) = &self.lines[first];
            *line = line.without(*column, pivot)?;
        }
    }

    /// Columns that are known by themselves go at once; almost all are.
    fn drop_known(&self, line: &mut Line) {
        let known = |entry: &(usize, i64)| {
            let (_, pivot) = &self.lines[self.of_column[entry.0]?];
            (pivot.of.len() == 1 && pivot.of[0].1 == 1 && pivot.from.len() <= 1).then_some(pivot)
        };
        let books: Vec<(usize, i64)> = line
            .of
            .iter()
            .filter_map(|entry| Some((known(entry)?.from.first()?.0, -entry.1)))
            .collect();
        line.of.retain(|entry| known(entry).is_none());
        line.from.extend(books);
        line.from.sort_unstable();
    }
}

/// Lines of which each has a column that no other one touches.
fn echelon(lines: Vec<Line>) -> Result<Vec<Line>, TooHard> {
    let mut done: Vec<(usize, Line)> = Vec::new();
    for mut line in lines {
        for (column, pivot) in &done {
            if line.at(*column) != 0 {
                line = line.without(*column, pivot)?;
            }
        }
        let Some((column, _)) = line.of.first().copied() else {
            continue;
        };
        for (_, earlier) in &mut done {
            if earlier.at(column) != 0 {
                *earlier = earlier.without(column, &line)?;
            }
        }
        done.push((column, line));
    }
    Ok(done.into_iter().map(|(_, line)| line).collect())
}

/// Lines that share columns, directly or through others, together.
fn connected(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let mut parts: Vec<(BTreeSet<usize>, Vec<Line>)> = Vec::new();
    for line in lines {
        let own: BTreeSet<usize> = line.of.iter().map(|entry| entry.0).collect();
        let (touching, apart) = parts
            .into_iter()
            .partition::<Vec<_>, _>(|(columns, _)| !columns.is_disjoint(&own));
        parts = apart;
        let mut joined = (own, vec![line]);
        for (columns, lines) in touching {
            joined.0.extend(columns);
            joined.1.extend(lines);
        }
        parts.push(joined);
    }
    parts.into_iter().map(|(_, lines)| lines).collect()
}

struct Search<'a> {
    columns: &'a [Column],
    limit: u32,
    cases: usize,
    found: Vec<Support>,
}

impl Search<'_> {
    /// Looks for combinations that touch every one of the `chosen` columns.
    ///
    /// Columns that always appear together form a class. A class that does not fit beside the chosen
    /// ones is eliminated; of the rest one is either eliminated or chosen. Each step makes the space
    /// or the room smaller, so the search ends, and it leaves nothing out.
    fn look(&mut self, lines: Vec<Line>, chosen: &BTreeSet<usize>) -> Result<(), TooHard> {
        self.cases += 1;
        if self.cases > CASES {
            return Err(TooHard);
        }
        let mut lines = lines;
        let classes = loop {
            if lines.is_empty() {
                return Ok(());
            }
            let classes = classes(&lines);
            let touched = |column: &usize| classes.iter().any(|class| class.contains(column));
            if !chosen.iter().all(touched) {
                return Ok(());
            }
            let unfit = classes
                .iter()
                .find(|class| self.people(chosen.iter().chain(*class)) > self.limit);
            match unfit {
                Some(class) => lines = eliminate(lines, class[0])?,
                None => break classes,
            }
        };
        let open = classes
            .iter()
            .filter(|class| !class.iter().any(|column| chosen.contains(column)));
        let Some(class) = open.max_by_key(|class| (self.people(class.iter()), class[0])) else {
            self.report(&lines);
            return Ok(());
        };
        self.look(eliminate(lines.clone(), class[0])?, chosen)?;
        let mut chosen = chosen.clone();
        chosen.extend(class);
        self.look(lines, &chosen)
    }

    fn people<'b>(&self, columns: impl Iterator<Item = &'b usize>) -> u32 {
        let mut pools: Vec<(usize, u32)> = columns
            .map(|column| (self.columns[*column].pool, self.columns[*column].people))
            .collect();
        // The largest of the columns of a pool comes last.
        pools.sort_unstable();
        let largest = pools
            .chunk_by(|a, b| a.0 == b.0)
            .filter_map(<[(usize, u32)]>::last);
        largest.map(|(_, people)| *people).sum()
    }

    fn report(&mut self, lines: &[Line]) {
        for line in lines {
            let support = Support {
                columns: line.of.iter().map(|entry| entry.0).collect(),
                lines: line.from.clone(),
                divisor: line.of.first().map_or(1, |entry| entry.1),
            };
            if !self.found.contains(&support) {
                self.found.push(support);
            }
        }
    }
}

/// Columns that are multiples of each other in every line.
fn classes(lines: &[Line]) -> Vec<Vec<usize>> {
    let mut places: Vec<(usize, usize, i64)> = Vec::new();
    for (row, line) in lines.iter().enumerate() {
        places.extend(
            line.of
                .iter()
                .map(|(column, factor)| (*column, row, *factor)),
        );
    }
    places.sort_unstable();
    let mut keyed: Vec<(Vec<(usize, i64)>, usize)> = places
        .chunk_by(|a, b| a.0 == b.0)
        .map(|column| {
            let common = column.iter().fold(0, |common, it| gcd(common, it.2));
            let common = if column[0].2 < 0 { -common } else { common };
            let direction = column.iter().map(|it| (it.1, it.2 / common)).collect();
            (direction, column[0].0)
        })
        .collect();
    keyed.sort_unstable();
    keyed
        .chunk_by(|a, b| a.0 == b.0)
        .map(|class| class.iter().map(|it| it.1).collect())
        .collect()
}

/// The combinations that do not touch a column.
fn eliminate(mut lines: Vec<Line>, column: usize) -> Result<Vec<Line>, TooHard> {
    let Some(place) = lines.iter().position(|line| line.at(column) != 0) else {
        return Ok(lines);
    };
    let pivot = lines.swap_remove(place);
    for line in &mut lines {
        if line.at(column) != 0 {
            *line = line.without(column, &pivot)?;
        }
    }
    echelon(lines)
}
