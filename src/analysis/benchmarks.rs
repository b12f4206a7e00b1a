//! A published figure beside others: the wave before, the company, the region, the best branch, figures
//! from outside. Every one of them is published already; nothing new is told here.

use super::changes::{apart, plain_change};
use super::{Change, Findings, Row, WaveFindings};
use crate::disclosure::{Published, Reason, Score};
use crate::domain::{Audience, Benchmark, Lang, Text};

/// Another figure, and how far the own one lies from it: the change leads from the other to the own.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// What it is compared with.
    pub against: Against,
    /// From the other figure to the own one.
    pub change: Change,
}

/// What a figure is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// The wave before: its name.
    PreviousWave(String),
    /// The company.
    Company,
    /// The mean of the other branches of the region that are shown: its name, and how many they are.
    Region(String, usize),
    /// The best branch that is shown: position in [`Findings::branches`].
    BestBranch(usize),
    /// A figure from outside: who published it, and when.
    Imported {
        /// Who.
        source: String,
        /// When, as the source says.
        period: String,
    },
}

/// What the figures of a whole table are to be compared with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Yardstick {
    /// The wave before.
    #[default]
    PreviousWave,
    /// The company.
    Company,
    /// The other branches of the region.
    Region,
    /// The best branch that is shown.
    BestBranch,
    /// Figures from outside.
    Imported {
        /// Who published them.
        source: String,
        /// When, as the source says.
        period: String,
    },
}

impl Yardstick {
    /// Is it made of branches other than the one that is compared?
    #[must_use]
    pub const fn is_of_branches(&self) -> bool {
        match self {
            Self::Region | Self::BestBranch => true,
            Self::PreviousWave | Self::Company | Self::Imported { .. } => false,
        }
    }
}

/// Why nothing stands beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alone {
    /// It is hidden, or the other one is.
    Hidden(Reason),
    /// It is what the others are compared with.
    Itself,
    /// There is no other figure.
    Nothing,
}

/// What was asked: positions in the lists of [`Findings`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureSubject {
    /// A dimension.
    Dimension(usize),
    /// An item.
    Item(usize),
}

/// The place of a figure: wave, audience, branch (none for the company), by position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigurePlace {
    /// The wave.
    pub wave: usize,
    /// Whose answers.
    pub audience: Audience,
    /// The branch; none for the company.
    pub branch: Option<usize>,
    /// What was asked.
    pub subject: FigureSubject,
}

/// Figures and what they may be compared with.
#[derive(Debug, Clone, Copy)]
pub struct Comparisons<'a> {
    /// The findings.
    pub findings: &'a Findings,
    /// Figures from outside.
    pub outside: &'a [Benchmark],
}

impl Comparisons<'_> {
    /// What the figures of a wave can be compared with, in a fixed order.
    #[must_use]
    pub fn offered(&self, wave: usize) -> Vec<Yardstick> {
        let branches = &self.findings.branches;
        let mut found = Vec::new();
        found.extend((wave > 0).then_some(Yardstick::PreviousWave));
        if branches.len() > 1 {
            found.push(Yardstick::Company);
            let has_region = |name: &str| {
                let same = branches.iter().filter(|it| it.region == name);
                !name.is_empty() && same.count() > 2
            };
            let is_split = branches.iter().any(|it| has_region(&it.region));
            found.extend(is_split.then_some(Yardstick::Region));
            found.push(Yardstick::BestBranch);
        }
        let about = self.outside.iter().filter(|it| self.is_asked(&it.subject));
        let mut sources: Vec<Yardstick> = about
            .map(|it| Yardstick::Imported {
                source: it.source.clone(),
                period: it.period.clone(),
            })
            .collect();
        sources.sort();
        sources.dedup();
        found.extend(sources);
        found
    }

    fn is_asked(&self, subject: &str) -> bool {
        let mut dimensions = self.findings.dimensions.iter();
        let mut items = self.findings.items.iter();
        dimensions.any(|it| is_called(subject, &it.id, &it.title))
            || items.any(|it| is_called(subject, &it.id, &it.text))
    }

    /// A mean beside all others, in a fixed order; empty where it is hidden.
    #[must_use]
    pub fn all(&self, place: FigurePlace) -> Vec<Compared> {
        let offered = self.offered(place.wave).into_iter();
        offered
            .filter_map(|yardstick| self.one(place, &yardstick).ok())
            .collect()
    }

    /// A mean beside one other.
    ///
    /// # Errors
    /// With the reason where there are not two figures to compare.
    pub fn one(&self, place: FigurePlace, yardstick: &Yardstick) -> Result<Compared, Alone> {
        let wave = self.findings.waves.get(place.wave).ok_or(Alone::Nothing)?;
        let own = shown(wave, place)?;
        match yardstick {
            Yardstick::PreviousWave => self.previous(wave, (place, own)),
            Yardstick::Company => company(wave, (place, own)),
            Yardstick::Region => self.region(wave, (place, own)),
            Yardstick::BestBranch => self.best(wave, (place, own)),
            Yardstick::Imported { source, period } => {
                let value = self.imported(place.subject, (source, period));
                Ok(Compared {
                    against: Against::Imported {
                        source: source.clone(),
                        period: period.clone(),
                    },
                    // Nobody says how sure a figure from outside is: no interval.
                    change: plain_change(value.ok_or(Alone::Nothing)?, own.mean, None),
                })
            }
        }
    }

    /// The figure of a source from outside.
    #[must_use]
    pub fn imported(&self, subject: FigureSubject, (source, period): (&str, &str)) -> Option<f64> {
        let (id, title) = match subject {
            FigureSubject::Dimension(at) => {
                let found = self.findings.dimensions.get(at)?;
                (&found.id, &found.title)
            }
            FigureSubject::Item(at) => {
                let found = self.findings.items.get(at)?;
                (&found.id, &found.text)
            }
        };
        let mut outside = self.outside.iter();
        let found = outside.find(|it| {
            it.source == source && it.period == period && is_called(&it.subject, id, title)
        });
        found.map(|it| it.value)
    }

    fn previous(
        &self,
        wave: &WaveFindings,
        (place, own): (FigurePlace, &Score),
    ) -> Result<Compared, Alone> {
        let at = place.wave.checked_sub(1).ok_or(Alone::Nothing)?;
        let before = self.findings.waves.get(at).ok_or(Alone::Nothing)?;
        let now = row(wave, place).ok_or(Alone::Nothing)?;
        let change = match place.subject {
            FigureSubject::Dimension(at) => match now.changes.get(at) {
                Some(Published::Shown { value, .. }) => *value,
                Some(Published::Hidden(reason)) => return Err(Alone::Hidden(*reason)),
                None => return Err(Alone::Nothing),
            },
            FigureSubject::Item(_) => {
                let then = row(before, place).ok_or(Alone::Nothing)?;
                if place.audience != Audience::All && then.is_merged != now.is_merged {
                    return Err(Alone::Hidden(Reason::Merged));
                }
                beside(shown(before, place)?, own)
            }
        };
        Ok(Compared {
            against: Against::PreviousWave(before.wave.name.clone()),
            change,
        })
    }

    /// The plain mean of the other branches of the region; its interval from theirs, where each has
    /// one.
    fn region(
        &self,
        wave: &WaveFindings,
        (place, own): (FigurePlace, &Score),
    ) -> Result<Compared, Alone> {
        let branch = place.branch.ok_or(Alone::Nothing)?;
        let branches = &self.findings.branches;
        let region = &branches.get(branch).ok_or(Alone::Nothing)?.region;
        let others = branches.iter().enumerate();
        let others =
            others.filter(|(at, it)| *at != branch && !region.is_empty() && it.region == *region);
        let scores: Vec<&Score> = others
            .filter_map(|(at, _)| shown(wave, place.of_branch(at)).ok())
            .collect();
        if scores.len() < 2 {
            return Err(Alone::Nothing);
        }
        #[expect(clippy::cast_precision_loss, reason = "branches are few")]
        let count = scores.len() as f64;
        let mean = scores.iter().map(|score| score.mean).sum::<f64>() / count;
        let halves = scores.iter().map(|score| {
            let (low, high) = score.interval?;
            Some(((high - low) / 2.0).powi(2))
        });
        let squares: Option<f64> = halves.sum();
        let interval = squares.map(|squares| {
            let half = squares.sqrt() / count;
            (mean - half, mean + half)
        });
        Ok(Compared {
            against: Against::Region(region.clone(), scores.len()),
            change: apart((mean, interval), (own.mean, own.interval)),
        })
    }

    /// The highest mean among the branches that are shown with an interval.
    fn best(
        &self,
        wave: &WaveFindings,
        (place, own): (FigurePlace, &Score),
    ) -> Result<Compared, Alone> {
        let scores = (0..self.findings.branches.len()).filter_map(|at| {
            let score = shown(wave, place.of_branch(at)).ok()?;
            score.interval.map(|_| (at, score))
        });
        let best = scores.max_by(|a, b| a.1.mean.total_cmp(&b.1.mean));
        let (at, score) = best.ok_or(Alone::Nothing)?;
        if place.branch == Some(at) {
            return Err(Alone::Itself);
        }
        Ok(Compared {
            against: Against::BestBranch(at),
            change: beside(score, own),
        })
    }
}

impl FigurePlace {
    fn of_branch(self, branch: usize) -> Self {
        Self {
            branch: Some(branch),
            ..self
        }
    }
}

/// Letters without their case. Two texts mostly differ in the first one.
fn lower_case(text: &str) -> impl Iterator<Item = char> + '_ {
    text.trim().chars().flat_map(char::to_lowercase)
}

/// Is a dimension or question meant? By its id, or by its words in either language.
fn is_called(subject: &str, id: &str, title: &Text) -> bool {
    let same = |title: &str| lower_case(title).eq(lower_case(subject));
    subject == id || Lang::ALL.into_iter().any(|lang| same(title.get(lang)))
}

fn company(wave: &WaveFindings, (place, own): (FigurePlace, &Score)) -> Result<Compared, Alone> {
    if place.branch.is_none() {
        return Err(Alone::Itself);
    }
    let company = FigurePlace {
        branch: None,
        ..place
    };
    Ok(Compared {
        against: Against::Company,
        // The branch is part of the company: as two separate groups they are a little less sure of
        // their difference than they might be, never surer.
        change: beside(shown(wave, company)?, own),
    })
}

fn beside(other: &Score, own: &Score) -> Change {
    apart((other.mean, other.interval), (own.mean, own.interval))
}

fn row(wave: &WaveFindings, place: FigurePlace) -> Option<&Row> {
    let found = wave.audience(place.audience)?;
    match place.branch {
        None => Some(&found.company),
        Some(branch) => found.branches.get(branch),
    }
}

fn shown(wave: &WaveFindings, place: FigurePlace) -> Result<&Score, Alone> {
    let row = row(wave, place).ok_or(Alone::Nothing)?;
    let score = match place.subject {
        FigureSubject::Dimension(at) => row.scores.get(at),
        FigureSubject::Item(at) => row.items.get(at),
    };
    match score {
        Some(Published::Shown { value, .. }) => Ok(value),
        Some(Published::Hidden(reason)) => Err(Alone::Hidden(*reason)),
        None => Err(Alone::Nothing),
    }
}
