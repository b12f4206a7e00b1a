//! Findings of an invented chain, written by hand: the sheets are tested on shapes, not on the
//! statistics behind them, which have tests of their own.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "invented numbers are small and positive"
)]

use frontline::analysis::*;
use frontline::disclosure::{Favourable, Published, Reason};
use frontline::domain::*;
use frontline::stats::Undefined;

use super::fixture_company::{enps, score, segments, shown, tests};
use super::fixture_words::{BRANCHES, DIMENSIONS, question};

/// How large the invented chain is.
#[derive(Clone, Copy)]
pub(super) struct Size {
    pub(super) branches: usize,
    pub(super) dimensions: usize,
    pub(super) items: usize,
    pub(super) waves: usize,
}

impl Size {
    /// Few rows, for texts that are read by people.
    pub(super) const SMALL: Self = Self {
        branches: 6,
        dimensions: 3,
        items: 2,
        waves: 2,
    };
    /// As large as the demo, for looking at the printed pages.
    pub(super) const FULL: Self = Self {
        branches: 24,
        dimensions: 12,
        items: 4,
        waves: 3,
    };
}

/// A branch with fewer answers than the threshold, and the one hidden with it.
pub(super) const TOO_FEW: usize = 3;
pub(super) const BY_DIFFERENCE: usize = 4;

/// A number between 0 and 1 that depends on nothing but its place.
pub(super) fn noise(parts: [usize; 4]) -> f64 {
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    for part in parts {
        state = (state ^ part as u64).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state ^= state >> 29;
        state = state.wrapping_mul(0x94D0_49BB_1331_11EB);
        state ^= state >> 32;
    }
    (state % 10_000) as f64 / 10_000.0
}

pub(super) fn round(value: f64, places: i32) -> f64 {
    let factor = 10_f64.powi(places);
    (value * factor).round() / factor
}

pub(super) fn change(before: f64, after: f64, half: f64) -> Change {
    let difference = after - before;
    Change {
        before,
        after,
        difference,
        interval: Some((difference - half, difference + half)),
        is_settled: difference.abs() > half,
    }
}

pub(super) fn dimension_mean(branch: Option<usize>, dimension: usize, wave: usize) -> f64 {
    let base = 3.0 + noise([7, dimension, 0, 0]) + 0.1 * wave as f64 * noise([8, dimension, 0, 0]);
    let base = if dimension == 0 {
        2.7 + 0.15 * wave as f64
    } else {
        base
    };
    branch.map_or(base, |branch| {
        base + 1.2 * noise([branch + 1, dimension, wave / 2, 1]) - 0.6
    })
}

pub(super) struct Maker {
    pub(super) size: Size,
    items: usize,
}

impl Maker {
    fn answers(&self, branch: usize, audience: Audience) -> u32 {
        let all = 8 + (noise([branch, 3, 3, 3]) * 30.0) as u32;
        match audience {
            Audience::All => all,
            Audience::Contact => all * 7 / 10,
            Audience::BackOffice => all - all * 7 / 10,
        }
    }

    fn row(&self, branch: Option<usize>, audience: Audience, wave: usize) -> Row {
        let n = branch.map_or(40 * self.size.branches as u32 / 2, |branch| {
            self.answers(branch, audience)
        });
        let hidden = match branch {
            Some(TOO_FEW) => Some(Reason::TooFew),
            Some(BY_DIFFERENCE) => Some(Reason::Difference),
            Some(_) if n < 5 => Some(Reason::Merged),
            Some(_) | None => None,
        };
        if let Some(reason) = hidden {
            return self.hidden_row(reason, wave);
        }
        let mean = |at: usize, wave| dimension_mean(branch, at, wave);
        let items = (0..self.items).map(|item| {
            let shift = noise([item, 5, 5, 5]) * 0.8 - 0.4;
            score(
                (mean(item / self.size.items, wave) + shift).clamp(1.2, 4.8),
                n,
            )
        });
        let changes = (0..self.size.dimensions).map(|at| {
            let half = if branch.is_none() { 0.08 } else { 0.35 };
            shown(
                change(
                    round(mean(at, wave.max(1) - 1), 3),
                    round(mean(at, wave), 3),
                    half,
                ),
                n,
            )
        });
        Row {
            sheets: shown((), n),
            invited: Some(n * 5 / 4),
            response_rate: Some(0.8),
            is_merged: false,
            scores: (0..self.size.dimensions)
                .map(|at| score(mean(at, wave), n))
                .collect(),
            items: items.collect(),
            motives: [3.6, 3.4, 2.9].map(|base| score(base + mean(1, wave) - 3.2, n)),
            levers: [3.5, 3.3, 3.6, 2.9, 3.8].map(|base| score(base + mean(1, wave) - 3.2, n)),
            enps: enps(
                round(
                    60.0 * (mean(2.min(self.size.dimensions - 1), wave) - 3.2),
                    1,
                ),
                n,
            ),
            changes: if wave == 0 {
                Vec::new()
            } else {
                changes.collect()
            },
        }
    }

    fn hidden_row(&self, reason: Reason, wave: usize) -> Row {
        Row {
            sheets: Published::Hidden(reason),
            invited: Some(6),
            response_rate: Some(0.5),
            is_merged: reason == Reason::Merged,
            scores: vec![Published::Hidden(reason); self.size.dimensions],
            items: vec![Published::Hidden(reason); self.items],
            motives: [Published::Hidden(reason); 3],
            levers: [Published::Hidden(reason); 5],
            enps: Published::Hidden(reason),
            changes: if wave == 0 {
                Vec::new()
            } else {
                vec![Published::Hidden(reason); self.size.dimensions]
            },
        }
    }

    fn audience(&self, audience: Audience, wave: usize) -> AudienceFindings {
        let company = self.row(None, audience, wave);
        let items = company.items.iter().map(|score| ItemStatistics {
            score: *score,
            item_rest: Ok(0.55),
            alpha_if_dropped: Err(Undefined::TooFew { n: 1, need: 2 }),
        });
        let reliability = (0..self.size.dimensions).map(|_| Reliability {
            alpha: Ok((0.81, 0.77, 0.84)),
            n: 380,
            omega: Ok((0.82, false)),
            icc1: Ok(0.12),
            icc2: Ok(0.71),
            between: Ok(Between {
                branches: 9,
                icc1: (0.05, 0.31),
                icc2: (0.48, 0.88),
                f: 3.45,
                p: 0.002,
            }),
            rwg: Err(Undefined::NoVariance),
        });
        let mut dissatisfiers: Vec<Dissatisfier> = company
            .items
            .iter()
            .enumerate()
            .filter_map(|(item, score)| match score.value()?.favourable? {
                Favourable::Exact { unfavourable, .. } => Some(Dissatisfier {
                    item,
                    unfavourable,
                    interval: (unfavourable - 0.05, unfavourable + 0.05),
                    n: score.n()?.exact()?,
                }),
                Favourable::Band { .. } => None,
            })
            .collect();
        dissatisfiers.sort_by(|a, b| b.unfavourable.total_cmp(&a.unfavourable));
        let mut weakest: Vec<usize> = (0..self.size.dimensions).collect();
        weakest.sort_by(|a, b| {
            dimension_mean(None, *a, wave).total_cmp(&dimension_mean(None, *b, wave))
        });
        AudienceFindings {
            audience,
            items: items.collect(),
            reliability: reliability.collect(),
            branches: (0..self.size.branches)
                .map(|branch| self.row(Some(branch), audience, wave))
                .collect(),
            company,
            dissatisfiers,
            weakest,
            segments: segments(),
            shrunken: vec![Err(Undefined::NoVariance); self.size.dimensions],
            tests: if wave == 0 {
                Vec::new()
            } else {
                vec![tests(); self.size.dimensions]
            },
        }
    }

    fn wave(&self, position: usize) -> WaveFindings {
        let names = [
            ("1", "Весна 2025"),
            ("2", "Осень 2025"),
            ("3", "Весна 2026"),
        ];
        let (code, name) = names[position];
        let outcomes = 4;
        let mut links = Vec::new();
        let mut comparisons = Vec::new();
        for outcome in 0..outcomes {
            for dimension in 0..self.size.dimensions {
                for audience in Audience::ALL {
                    links.push(self.link(dimension, outcome, audience, position));
                }
                comparisons.push(self.comparison(dimension, outcome, &links));
            }
        }
        let note = |branch, reason| HiddenNote {
            audience: Audience::All,
            branch: Some(branch),
            what: HiddenWhat::Row,
            reason,
        };
        WaveFindings {
            wave: Wave {
                code: WaveCode::new(code).expect("a code"),
                name: name.to_owned(),
                state: WaveState::Closed,
                questionnaire: "engagement".to_owned(),
                opens: Some(Date::constant(2025, 3, 1)),
                closes: Some(Date::constant(2025, 3, 21)),
                customers: None,
                min_group: MinGroup::default(),
            },
            source: Source::Sheets,
            audiences: Audience::ALL
                .map(|audience| self.audience(audience, position))
                .into(),
            customers: (0..outcomes)
                .map(|outcome| self.customers(outcome, position))
                .collect(),
            level_links: Vec::new(),
            pairs: links.len(),
            headline: links
                .iter()
                .position(|link| link.audience == Audience::Contact),
            links,
            comparisons,
            divergences: if position == 0 {
                Vec::new()
            } else {
                vec![self.divergence()]
            },
            divergences_by_chance: 0.3,
            drivers: self.drivers(position),
            hidden: vec![
                note(TOO_FEW, Reason::TooFew),
                note(BY_DIFFERENCE, Reason::Difference),
                HiddenNote {
                    what: HiddenWhat::Enps,
                    ..note(5, Reason::DetailTooFine)
                },
                HiddenNote {
                    what: HiddenWhat::Distributions,
                    ..note(0, Reason::DetailTooFine)
                },
            ],
        }
    }
}

/// The invented chain.
pub(super) fn chain(size: Size) -> Findings {
    let maker = Maker {
        size,
        items: size.dimensions * size.items,
    };
    let dimensions = DIMENSIONS.iter().take(size.dimensions).enumerate();
    let branch = |(position, name): (usize, &&str)| Branch {
        code: BranchCode::new(&format!("{:02}", position + 1)).expect("a code"),
        name: (*name).to_owned(),
        region: "Центр".to_owned(),
        format: String::new(),
        contact: 14,
        back_office: 6,
    };
    let outcome = |measure: Measure, channel: Option<&str>| OutcomeInfo {
        measure,
        channel: channel.map(Channel::new),
    };
    Findings {
        proof: None,
        min_group: MinGroup::default(),
        seed: 1,
        draws: 10_000,
        permutations: 9_999,
        branches: BRANCHES
            .iter()
            .cycle()
            .take(size.branches)
            .enumerate()
            .map(branch)
            .collect(),
        items: (0..maker.items)
            .map(|item| question(item, size.items))
            .collect(),
        dimensions: dimensions
            .map(|(position, (id, ru, en))| Dimension {
                id: (*id).to_owned(),
                title: Text::new(*ru, *en),
                items: (position * size.items..(position + 1) * size.items).collect(),
                is_outcome: *id == "engagement",
            })
            .collect(),
        outcomes: vec![
            outcome(Measure::nps(), None),
            outcome(Measure::nps(), Some("sms")),
            outcome(Measure::nps(), Some("kiosk")),
            outcome(Measure::new("Повторные визиты, %").expect("a name"), None),
        ],
        waves: (0..size.waves).map(|wave| maker.wave(wave)).collect(),
    }
}
