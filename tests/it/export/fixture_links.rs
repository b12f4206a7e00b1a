//! The customers' side of the invented chain, and its links with the staff's.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "invented numbers are small and positive"
)]

use frontline::analysis::*;
use frontline::domain::*;
use frontline::stats::Undefined;

use super::fixture::{BY_DIFFERENCE, Maker, TOO_FEW, change, dimension_mean, noise, round};

impl Maker {
    pub(super) fn customers(&self, outcome: usize, wave: usize) -> CustomerFindings {
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
            shrunken: Ok(Shrinkage {
                n: self.size.branches,
                tau_squared: 120.0,
                mean: 27.0,
                reliability: 0.8,
                values: vec![Some(26.5); self.size.branches].into(),
            }),
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

    pub(super) fn link(
        &self,
        dimension: usize,
        outcome: usize,
        audience: Audience,
        wave: usize,
    ) -> Link {
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
            mixed: usize::from(audience == Audience::Contact),
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
            extras: extras(self.size.branches, wave),
            points,
        }
    }

    pub(super) fn comparison(
        &self,
        dimension: usize,
        outcome: usize,
        links: &[Link],
    ) -> GroupComparison {
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

    pub(super) fn divergence(&self) -> Divergence {
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

impl Maker {
    /// Drivers of everybody and of contact staff; the back office is too small for them.
    pub(super) fn drivers(&self, wave: usize) -> Drivers {
        let outcome = self.size.dimensions - 1;
        let line = |dimension: usize, audience: Audience| {
            let share = 0.16 / (dimension as f64 + 1.0);
            DriverLine {
                dimension,
                mean: round(dimension_mean(None, dimension, wave), 3),
                r: 0.52 - 0.04 * dimension as f64,
                beta: if dimension == 1 { -0.06 } else { 0.3 },
                share,
                interval: match audience {
                    Audience::All => Ok((share * 0.7, share * 1.4)),
                    Audience::Contact | Audience::BackOffice => {
                        Err(Undefined::TooFew { n: 6, need: 10 })
                    }
                },
                relative_weight: share,
                vif: if dimension == 0 { 5.4 } else { 1.6 },
                is_suppressor: dimension == 1,
            }
        };
        let model = |audience: Audience| {
            let lines: Vec<DriverLine> = (0..outcome).map(|at| line(at, audience)).collect();
            let r_squared = lines.iter().map(|line| line.share).sum();
            DriverModel {
                n: 380,
                r_squared,
                adjusted: r_squared - 0.01,
                mean_inter_driver: Some(0.41),
                largest_vif: 5.4,
                shares_by: SharesBy::Dominance,
                draws: (audience == Audience::All).then_some((200, 0)),
                lines,
            }
        };
        let engagement = Audience::ALL.map(|audience| EngagementDrivers {
            audience,
            dimension: Some(outcome),
            model: match audience {
                Audience::All | Audience::Contact => Ok(model(audience)),
                Audience::BackOffice => Err(NoModel::TooFewPersons { need: 30 }),
            },
        });
        let nps = Audience::ALL.map(|audience| {
            let place = Audience::ALL.iter().position(|it| *it == audience);
            NpsDrivers {
                audience,
                outcome: Some(0),
                model: Err(NoModel::TooFewBranches {
                    n: self.size.branches,
                    need: 10 * outcome,
                }),
                single: (0..outcome)
                    .map(|at| at * Audience::ALL.len() + place.expect("listed"))
                    .collect(),
            }
        });
        Drivers {
            engagement: engagement.into(),
            nps: nps.into(),
        }
    }
}

/// Second looks of which most are known.
fn extras(branches: usize, wave: usize) -> LinkExtras {
    let coefficient = |value: f64| {
        Ok(Coefficient {
            value,
            low: value - 0.3,
            high: value + 0.2,
            p: 0.02,
        })
    };
    let few = Undefined::TooFew { n: 0, need: 5 };
    LinkExtras {
        weighted: Ok(WeightedLink {
            weighted: 0.61,
            unweighted: 0.58,
            n: branches,
        }),
        partial: vec![PartialLink {
            held: Held::Region,
            n: branches,
            rho: coefficient(0.55),
            r: coefficient(0.5),
        }],
        regions: Some(Ok(RegionSplit {
            n: branches,
            regions: 3,
            total: 0.58,
            within: Ok(0.52),
            between: Ok(0.71),
        })),
        corrected: Err(Undefined::Unreliable),
        lagged: (wave > 0).then_some(Ok(LaggedLink {
            n: branches,
            staff_to_customers: 0.41,
            customers_to_staff: 0.22,
            same_wave: (0.38, 0.52),
            staff_stability: 0.77,
            customers_stability: 0.69,
            changes: Ok(0.18),
            tests: None,
        })),
        staff: Ok(Shrinkage {
            n: branches,
            tau_squared: 0.09,
            mean: 3.4,
            reliability: 0.7,
            values: vec![Some(3.4); branches].into(),
        }),
        customers: Err(few),
    }
}
