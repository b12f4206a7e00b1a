//! Findings of an invented chain, written by hand: the sheets are tested on shapes, not on the
//! statistics behind them, which have tests of their own.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "invented numbers are small and positive"
)]

use frontline::analysis::*;
use frontline::disclosure::{Favourable, NpsFigure, Published, Reason, Score, ShownCount};
use frontline::domain::*;
use frontline::stats::Undefined;

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

const DIMENSIONS: [(&str, &str, &str); 12] = [
    ("empowerment", "Полномочия", "Empowerment"),
    ("voice", "Право голоса", "Voice"),
    ("engagement", "Вовлечённость", "Engagement"),
    ("pay", "Оплата", "Pay"),
    ("conditions", "Условия труда", "Conditions"),
    ("rest", "Отдых в смене", "Rest and facilities"),
    ("manager", "Руководитель", "Manager"),
    ("growth", "Развитие", "Growth"),
    ("tools", "Стандарты и инструменты", "Standards and tools"),
    (
        "team",
        "Команда и внутренний сервис",
        "Team and internal service",
    ),
    ("recognition", "Признание", "Recognition"),
    ("focus", "Внимание к клиенту", "Customer focus"),
];

const BRANCHES: [&str; 24] = [
    "Центральная",
    "Вокзал",
    "Набережная",
    "Лесная",
    "Парк Победы",
    "Университет",
    "Речной порт",
    "Садовая",
    "Аэропорт",
    "Мира",
    "Северный рынок",
    "Заводская",
    "Гагарина",
    "Театр",
    "ТЦ «Орбита»",
    "Студенческая",
    "Озёрная",
    "Юбилейная",
    "Каменный мост",
    "Восточная",
    "Пушкина",
    "Полевая",
    "ТЦ «Маяк»",
    "Горный",
];

/// A branch with fewer answers than the threshold, and the one hidden with it.
pub(super) const TOO_FEW: usize = 3;
pub(super) const BY_DIFFERENCE: usize = 4;

/// A number between 0 and 1 that depends on nothing but its place.
fn noise(parts: [usize; 4]) -> f64 {
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    for part in parts {
        state = (state ^ part as u64).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        state ^= state >> 29;
        state = state.wrapping_mul(0x94D0_49BB_1331_11EB);
        state ^= state >> 32;
    }
    (state % 10_000) as f64 / 10_000.0
}

fn round(value: f64, places: i32) -> f64 {
    let factor = 10_f64.powi(places);
    (value * factor).round() / factor
}

fn shown<T>(value: T, n: u32) -> Published<T> {
    let n = if n < 10 {
        ShownCount::FiveToNine
    } else {
        ShownCount::Exact(n)
    };
    Published::Shown { value, n }
}

fn score(mean: f64, n: u32) -> Published<Score> {
    let half = 1.6 / f64::from(n).sqrt();
    let favourable = match n {
        0..10 => None,
        10..30 => {
            let low = ((mean - 1.0) * 22.0 / 10.0).floor().clamp(2.0, 7.0) as u8 * 10;
            Some(if low == 20 {
                Favourable::Band { low: 0, high: 20 }
            } else {
                Favourable::Band {
                    low,
                    high: low + 10,
                }
            })
        }
        _ => {
            let top = ((mean - 1.6) / 3.0).clamp(0.05, 0.9);
            let levels = [0.4, 0.6].map(|part| part * (1.0 - top) * 0.6);
            let middle = 1.0 - top - levels[0] - levels[1];
            Some(Favourable::Exact {
                levels: [levels[0], levels[1], middle, top * 0.6, top * 0.4],
                favourable: top,
                unfavourable: levels[0] + levels[1],
                interval: ((top - 0.05).max(0.0), (top + 0.05).min(1.0)),
            })
        }
    };
    let value = if n < 10 {
        Score {
            mean: round(mean, 1).clamp(1.5, 4.5),
            interval: None,
            favourable,
        }
    } else {
        Score {
            mean: round(mean, 3),
            interval: Some((mean - half, mean + half)),
            favourable,
        }
    };
    shown(value, n)
}

fn enps(value: f64, n: u32) -> Published<NpsFigure> {
    if n < 10 {
        return Published::Hidden(Reason::DetailTooFine);
    }
    let half = 150.0 / f64::from(n).sqrt();
    shown(
        NpsFigure {
            value,
            low: (value - half).max(-100.0),
            high: (value + half).min(100.0),
            promoters: (n >= 30).then_some(0.4),
            detractors: (n >= 30).then_some(0.2),
        },
        n,
    )
}

fn change(before: f64, after: f64, half: f64) -> Change {
    let difference = after - before;
    Change {
        before,
        after,
        difference,
        interval: Some((difference - half, difference + half)),
        is_settled: difference.abs() > half,
    }
}

fn dimension_mean(branch: Option<usize>, dimension: usize, wave: usize) -> f64 {
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

struct Maker {
    size: Size,
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
            icc1: Ok(0.12),
            icc2: Ok(0.71),
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
        }
    }

    fn customers(&self, outcome: usize, wave: usize) -> CustomerFindings {
        let nps = outcome < 3;
        let value = |branch: usize, wave: usize| {
            let base = dimension_mean(Some(branch), 0, wave) - 2.0;
            let value = 25.0 * base + 30.0 * noise([branch, outcome, wave, 9]) - 8.0;
            if nps {
                round(value, 1)
            } else {
                round(30.0 + value / 4.0, 1)
            }
        };
        let figure = |value: f64, n: u64| CustomerFigure {
            value,
            interval: nps.then_some((
                value - 600.0 / n as f64 - 4.0,
                value + 600.0 / n as f64 + 4.0,
            )),
            n: Some(n),
            counts: nps.then_some(NpsCounts {
                promoters: n / 2,
                passives: n / 4,
                detractors: n / 4,
            }),
        };
        let branches = (0..self.size.branches).map(|branch| {
            let n = 60 + (noise([branch, outcome, 1, 2]) * 90.0) as u64;
            // One branch has no kiosk.
            (outcome != 2 || branch != 1).then(|| figure(value(branch, wave), n))
        });
        let branch_changes = (0..self.size.branches).map(|branch| {
            Some(change(
                value(branch, wave.max(1) - 1),
                value(branch, wave),
                9.0,
            ))
        });
        CustomerFindings {
            company: Some(figure(if nps { 27.4 + wave as f64 } else { 36.1 }, 2300)),
            branches: branches.collect(),
            change: (wave > 0).then(|| change(26.4 + wave as f64, 27.4 + wave as f64, 4.0)),
            branch_changes: if wave == 0 {
                Vec::new()
            } else {
                branch_changes.collect()
            },
        }
    }

    fn link(&self, dimension: usize, outcome: usize, audience: Audience, wave: usize) -> Link {
        let customers = self.customers(outcome, wave);
        let shown = (0..self.size.branches).filter(|b| *b != TOO_FEW && *b != BY_DIFFERENCE);
        let points: Vec<LinkPoint> = shown
            .filter_map(|branch| {
                let figure = customers.branches[branch]?;
                Some(LinkPoint {
                    branch,
                    staff: round(dimension_mean(Some(branch), dimension, wave), 1),
                    customer: figure.value,
                    interval: figure.interval,
                })
            })
            .collect();
        let is_headline = dimension == 0 && outcome == 0 && audience != Audience::BackOffice;
        let rho = if is_headline {
            0.68
        } else {
            round(noise([dimension, outcome, 4, 4]) - 0.3, 2)
        };
        let settled = Coefficient {
            value: rho,
            low: rho - 0.39,
            high: (rho + 0.19).min(0.98),
            p: 0.001,
        };
        let verdict = match (points.len(), is_headline) {
            (..5, _) => Verdict::TooFew,
            (5..10, _) => Verdict::Description,
            (_, true) => Verdict::Positive,
            (_, false) if dimension == 1 && outcome == 0 => Verdict::OneBranch(2, 0.21),
            (_, false) => Verdict::NotSeen,
        };
        Link {
            dimension,
            outcome,
            audience,
            left_out: self.size.branches - points.len(),
            spearman: Ok(settled),
            pearson: Ok(Coefficient {
                value: rho - 0.02,
                ..settled
            }),
            kendall: Ok(Coefficient {
                value: rho * 0.7,
                ..settled
            }),
            bca: if points.len() < 10 {
                Err(Undefined::TooFew {
                    n: points.len(),
                    need: 10,
                })
            } else {
                Ok((rho - 0.3, rho + 0.2, 9_998, 2))
            },
            permutation: Ok((0.0009, false)),
            holm_p: Some(if is_headline { 0.025 } else { 1.0 }),
            bh_p: Some(if is_headline { 0.021 } else { 0.6 }),
            influence: Ok(Influence {
                min: rho - 0.05,
                max: rho + 0.11,
                branch: 2,
                without: rho - 0.05,
                is_robust: is_headline,
                cooks_max: 0.31,
            }),
            theil_sen: Ok((21.0, 9.0, 33.0)),
            line: Some(TrendLine {
                intercept: -30.0,
                slope: 20.0,
                band: vec![(2.0, 0.0, 20.0)],
            }),
            detectable: Some(0.58),
            verdict,
            is_unusually_strong: false,
            measures_disagree: false,
            points,
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

    fn comparison(&self, dimension: usize, outcome: usize, links: &[Link]) -> GroupComparison {
        let from = &links[links.len() - 2];
        GroupComparison {
            dimension,
            outcome,
            n: from.points.len(),
            contact: from.spearman,
            back_office: Ok(Coefficient {
                value: 0.27,
                low: -0.2,
                high: 0.64,
                p: 0.25,
            }),
            difference: Ok((0.41, -0.06, 0.87)),
            steiger: Ok((1.7, 0.089)),
            is_settled: false,
        }
    }

    fn divergence(&self) -> Divergence {
        Divergence {
            branch: 2,
            dimension: 2,
            outcome: 0,
            staff: change(3.1, 3.6, 0.3),
            customer: change(41.0, 24.0, 12.0),
            is_certain: true,
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
        min_group: MinGroup::default(),
        seed: 1,
        branches: BRANCHES
            .iter()
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

fn question(item: usize, per_dimension: usize) -> Item {
    const SAID: [(&str, &str); 4] = [
        (
            "Я могу сам решить жалобу гостя, не спрашивая старшего",
            "I may settle a guest's complaint myself",
        ),
        (
            "Моё мнение учитывают, когда решают, как обслуживать гостей",
            "My view counts in how guests are served",
        ),
        (
            "Мне понятно, чего от меня ждут в смене",
            "I know what is expected of me on a shift",
        ),
        (
            "У меня под рукой всё, чтобы обслужить гостя хорошо",
            "I have all it takes to serve a guest well",
        ),
    ];
    let (id, ..) = DIMENSIONS[item / per_dimension];
    let (ru, en) = SAID[item % SAID.len()];
    Item {
        id: format!("{id}_{}", item % per_dimension + 1),
        dimension: id.to_owned(),
        kind: ItemKind::Agreement,
        text: Text::new(ru, en),
        short: Text::new(ru, en),
        is_reversed: item % 5 == 4,
        motive: Some(Motive::ALL[item % 3]),
        lever: Some(Lever::ALL[item % 5]),
    }
}
