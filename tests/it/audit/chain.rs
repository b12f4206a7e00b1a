//! What rules publish of simulated chains: rows of branches and the
//! company for everybody, contact staff and back office, for items and the dimension they make up.

use std::collections::BTreeSet;

use frontline::disclosure::audit::{
    Atom, Case, Fact, Population, Question, Statement, Verdict, audit,
};
use frontline::disclosure::{
    Favourable, Parts, Protection, Published, Publisher, Reason, Score, ShownCount, Tally,
    Withdrawal, merge_small_groups, next_to_withdraw, protect_withdrawn,
};
use frontline::domain::{Audience, Class, MinGroup};

use super::people::Chain;

/// Where a figure stands: the question, the row (none for the company) and the audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    pub(crate) question: usize,
    pub(crate) row: Option<usize>,
    pub(crate) audience: usize,
}

/// A release, with the place of every statement.
#[derive(Debug, Clone)]
pub(crate) struct Release {
    pub(crate) case: Case,
    pub(crate) places: Vec<Place>,
    /// Rows that may show something, and cells shown of those that could be.
    pub(crate) rows: Vec<bool>,
    pub(crate) cells: (usize, usize),
}

/// Who publishes how.
pub(crate) trait Rules {
    /// May the rows of a column be shown, and the totals of both groups?
    fn guard(&self, parts: &[Parts], forced: &[Option<Reason>], withdrawn: &[bool]) -> Protection;
    /// A cell that may be shown.
    fn cell(&self, tally: &Tally) -> Published<Score>;
    /// The threshold.
    fn min_group(&self) -> MinGroup;
    /// Are small groups of a branch reported with the other group?
    fn merges(&self) -> bool {
        true
    }
}

/// The project's own rules.
pub(crate) struct Own(pub(crate) MinGroup);

impl Rules for Own {
    fn guard(&self, parts: &[Parts], forced: &[Option<Reason>], withdrawn: &[bool]) -> Protection {
        protect_withdrawn(parts, forced, withdrawn, self.0)
    }

    fn cell(&self, tally: &Tally) -> Published<Score> {
        Publisher::new(self.0).score(tally, None)
    }

    fn min_group(&self) -> MinGroup {
        self.0
    }
}

/// One wave of a chain while it is being published.
struct Press<'a> {
    chain: &'a Chain,
    rules: &'a dyn Rules,
    classes: Vec<Class>,
    /// Sheets of each class after merging.
    sheets: Vec<Vec<&'a Vec<u8>>>,
    /// Classes of each row.
    rows: Vec<Vec<usize>>,
}

/// What was withdrawn after audits.
#[derive(Debug, Clone, Default)]
pub(crate) struct Withdrawn {
    pub(crate) cells: BTreeSet<Place>,
    pub(crate) details: BTreeSet<Place>,
}

/// Publishes a chain, audits, withdraws what the auditor names and repeats. The last release, and
/// how many rounds it took; none where it is refused.
pub(crate) fn release(chain: &Chain, rules: &dyn Rules) -> Option<(Release, usize)> {
    let mut withdrawn = Withdrawn::default();
    for round in 0..=ROUNDS {
        let release = publish(chain, rules, &withdrawn);
        let found = match audit(&release.case, &()).expect("the case fits together") {
            Verdict::Proven(_) => return Some((release, round)),
            Verdict::Broken(found) => found,
        };
        let may_go = |at: usize| {
            let Fact::Count { high, .. } = release.case.statements[at].fact else {
                return true;
            };
            (rules.min_group().get()..u32::MAX).contains(&high)
        };
        for withdrawal in next_to_withdraw(&release.case, &found, &may_go)? {
            let place = release.places[withdrawal.statement()];
            match withdrawal {
                Withdrawal::Detail(_) => withdrawn.details.insert(place),
                Withdrawal::Cell(_) => withdrawn.cells.insert(place),
            };
        }
    }
    None
}

/// The mean of a dimension is that of all answers to its questions.
fn of_all_answers(tally: Tally) -> Tally {
    let all = Tally::of_levels(tally.levels);
    let sum = f64::from(tally.n) * all.mean().unwrap_or_default();
    Tally { sum, ..tally }
}

/// Rounds of withdrawing before a release is refused.
const ROUNDS: usize = 20;

/// Publishes a chain but for what was withdrawn.
pub(crate) fn publish(chain: &Chain, rules: &dyn Rules, withdrawn: &Withdrawn) -> Release {
    let counts: Vec<u32> = chain.sheets.iter().map(|own| count(own.len())).collect();
    let counts_or_none = if rules.merges() {
        counts
    } else {
        vec![0; counts.len()]
    };
    let plan = merge_small_groups(&chain.classes, &counts_or_none, rules.min_group());
    let mut sheets: Vec<Vec<&Vec<u8>>> = vec![Vec::new(); plan.classes.len()];
    for (class, own) in plan.of.iter().zip(&chain.sheets) {
        sheets[usize::from(*class)].extend(own);
    }
    let mut order: Vec<usize> = (0..plan.classes.len()).collect();
    order.sort_by(|a, b| plan.classes[*a].branches.cmp(&plan.classes[*b].branches));
    let rows = order.chunk_by(|a, b| plan.classes[*a].branches == plan.classes[*b].branches);
    let press = Press {
        chain,
        rules,
        rows: rows.map(<[usize]>::to_vec).collect(),
        sheets,
        classes: plan.classes,
    };
    press.release(withdrawn)
}

fn count(n: usize) -> u32 {
    u32::try_from(n).expect("a few people")
}

impl Press<'_> {
    fn items(&self) -> usize {
        self.chain
            .sheets
            .iter()
            .flatten()
            .map(Vec::len)
            .max()
            .unwrap_or(0)
    }

    /// The tally of a question in a class: an item, or after the last one the dimension.
    fn tally(&self, question: usize, class: usize) -> Tally {
        let mut tally = Tally::default();
        for sheet in &self.sheets[class] {
            if question < self.items() {
                let level = sheet[question];
                if level > 0 {
                    tally.levels[usize::from(level) - 1] += 1;
                }
                continue;
            }
            let answered: Vec<u8> = sheet.iter().copied().filter(|level| *level > 0).collect();
            answered
                .iter()
                .for_each(|level| tally.levels[usize::from(*level) - 1] += 1);
            if !answered.is_empty() && answered.len() * 2 >= sheet.len() {
                let sum: u32 = answered.iter().map(|level| u32::from(*level)).sum();
                let score = f64::from(sum) / f64::from(count(answered.len()));
                tally.n += 1;
                tally.sum += score;
                tally.sum_squares += score * score;
            }
        }
        if question < self.items() {
            Tally::of_levels(tally.levels)
        } else {
            tally
        }
    }

    fn parts(&self, row: &[usize], answers: &dyn Fn(usize) -> u32) -> Parts {
        let mut parts = Parts::default();
        for class in row {
            let own = &self.classes[*class];
            if own.counts_for(Audience::Contact) {
                parts.contact += answers(*class);
            } else if own.counts_for(Audience::BackOffice) {
                parts.back_office += answers(*class);
            } else {
                parts.rest += answers(*class);
            }
        }
        parts
    }

    fn release(&self, withdrawn: &Withdrawn) -> Release {
        let sheets = |class: usize| count(self.sheets[class].len());
        let parts: Vec<Parts> = self
            .rows
            .iter()
            .map(|row| self.parts(row, &sheets))
            .collect();
        let whole = self.rules.guard(&parts, &vec![None; self.rows.len()], &[]);
        let items = self.items();
        let mut release = Release {
            case: self.case(),
            places: Vec::new(),
            rows: vec![false; self.rows.len()],
            cells: (0, 0),
        };
        for question in 0..=items {
            let tallies: Vec<Tally> = (0..self.classes.len())
                .map(|class| self.tally(question, class))
                .collect();
            let answers = |class: usize| tallies[class].n;
            let parts: Vec<Parts> = self
                .rows
                .iter()
                .map(|row| self.parts(row, &answers))
                .collect();
            let forced: Vec<Option<Reason>> = whole.rows.iter().map(|row| row.err()).collect();
            let is_withdrawn = |row: usize| {
                let mut places = withdrawn.cells.iter();
                places.any(|place| place.question == question && place.row == Some(row))
            };
            let gone: Vec<bool> = (0..self.rows.len()).map(is_withdrawn).collect();
            let mut guard = self.rules.guard(&parts, &forced, &gone);
            guard.groups = guard.groups.and(whole.groups);
            for (audience, of) in Audience::ALL.into_iter().enumerate() {
                for row in (0..self.rows.len()).map(Some).chain([None]) {
                    let place = Place {
                        question,
                        row,
                        audience,
                    };
                    let all: Vec<usize> = match row {
                        Some(row) => self.rows[row].clone(),
                        None => (0..self.classes.len()).collect(),
                    };
                    let counts = |class: &usize| self.classes[*class].counts_for(of);
                    let classes: Vec<usize> = all.into_iter().filter(counts).collect();
                    let is_open = match row {
                        Some(row) => guard.rows[row],
                        None if of == Audience::All => Ok(()),
                        None => guard.groups,
                    };
                    let mut tally = Tally::default();
                    classes
                        .iter()
                        .for_each(|class| tally.merge(&tallies[*class]));
                    if question == items {
                        tally = of_all_answers(tally);
                    }
                    let is_open = is_open.is_ok() && !withdrawn.cells.contains(&place);
                    let has_detail = !withdrawn.details.contains(&place);
                    release.add(place, &classes, (self.rules, &tally, [is_open, has_detail]));
                }
            }
        }
        release
    }

    fn case(&self) -> Case {
        let items = self.items();
        let mut questions: Vec<Question> = (0..items)
            .map(|item| Question {
                key: format!("item {item}"),
                values: (1..=5).map(f64::from).collect(),
                ..Question::default()
            })
            .collect();
        questions.push(Question {
            key: "dimension".to_owned(),
            values: (1..=5).map(f64::from).collect(),
            is_composed: true,
            parts: (0..items).collect(),
        });
        let atom = |class: usize| {
            let tallies = (0..=items).map(|question| self.tally(question, class));
            let tallies: Vec<Tally> = tallies.collect();
            Atom {
                name: format!(
                    "{:?} {:?}",
                    self.classes[class].branches, self.classes[class].group
                ),
                invited: None,
                answered: tallies.iter().map(|tally| tally.n).collect(),
                example: tallies[..items]
                    .iter()
                    .map(|tally| tally.levels.to_vec())
                    .collect(),
            }
        };
        Case {
            min_group: self.rules.min_group().get(),
            populations: vec![Population {
                wave: "w".to_owned(),
                questions,
                atoms: (0..self.classes.len()).map(atom).collect(),
            }],
            statements: Vec::new(),
        }
    }
}

impl Release {
    fn add(&mut self, place: Place, classes: &[usize], cell: (&dyn Rules, &Tally, [bool; 2])) {
        let (rules, tally, [is_open, has_detail]) = cell;
        let k = rules.min_group().get();
        if tally.n == 0 {
            return;
        }
        let published = rules.cell(tally);
        self.cells.1 += usize::from(place.row.is_some());
        let mut says = |fact| {
            let mut atoms = classes.to_vec();
            atoms.sort_unstable();
            self.case.statements.push(Statement {
                wave: 0,
                question: place.question,
                atoms,
                fact,
                place: format!("{place:?}"),
            });
            self.places.push(place);
        };
        let Published::Shown { mut value, n } = published else {
            says(Fact::Count {
                low: 1,
                high: k - 1,
            });
            return;
        };
        if !is_open {
            // Why it is hidden tells that it is not for its count.
            says(Fact::Count {
                low: k,
                high: u32::MAX,
            });
            return;
        }
        if !has_detail {
            value.favourable = None;
            value.interval = None;
        }
        match n {
            ShownCount::Exact(n) => says(Fact::Count { low: n, high: n }),
            ShownCount::FiveToNine | ShownCount::NotDelivered => {
                says(Fact::Count { low: k, high: 9 });
            }
        }
        facts(&value, n).into_iter().for_each(says);
        self.cells.0 += usize::from(place.row.is_some());
        if let (Some(row), 0) = (place.row, place.audience) {
            self.rows[row] = true;
        }
    }
}

/// What a reader who knows the rules of rounding reads in a score.
pub(crate) fn facts(score: &Score, n: ShownCount) -> Vec<Fact> {
    let mut facts = vec![match n {
        ShownCount::Exact(_) | ShownCount::NotDelivered => Fact::Mean {
            low: score.mean,
            high: score.mean,
        },
        ShownCount::FiveToNine => Fact::Mean {
            low: if score.mean <= 1.5 {
                1.0
            } else {
                score.mean - 0.05
            },
            high: if score.mean >= 4.5 {
                5.0
            } else {
                score.mean + 0.05
            },
        },
    }];
    match score.favourable {
        None => {}
        Some(Favourable::Band { low, high }) => {
            let ends = |low: f64, high: f64| Fact::Share {
                from: 4.0,
                to: 5.0,
                low: low / 100.0,
                high: high / 100.0,
            };
            facts.push(match (low, high) {
                (0, 20) => ends(0.0, 20.0),
                (20, 30) => ends(20.0001, 29.9999),
                (80, 100) => ends(80.0, 100.0),
                (low, high) => ends(f64::from(low), f64::from(high) - 0.0001),
            });
        }
        Some(Favourable::Exact { levels, .. }) => {
            let levels = levels.iter().zip(1..);
            facts.extend(levels.map(|(share, level)| Fact::Share {
                from: f64::from(level),
                to: f64::from(level),
                low: *share,
                high: *share,
            }));
        }
    }
    facts
}
