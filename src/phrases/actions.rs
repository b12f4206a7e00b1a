//! Actions in words: the figure that one starts from, whether it worked, what is due.

use super::cell::{hidden, n_equals};
use super::change::{Sentence, change};
use crate::analysis::Findings;
use crate::analysis::actions::{Check, DueKind, Evidence, Measured, Unmeasured, Verdict};
use crate::disclosure::ShownCount;
use crate::domain::action::{Figure, FigureCount, Finding, LinkedMeasure};
use crate::domain::{Audience, Branch, BranchCode, Date, Lang, MinGroup};
use crate::i18n::{message, number};
use crate::tr;

/// Decimals that a measure is shown with.
#[must_use]
pub fn linked_places(measure: &LinkedMeasure) -> usize {
    match measure {
        LinkedMeasure::Outcome { measure, .. } => usize::from(!measure.is_nps()),
        LinkedMeasure::Dimension(_) | LinkedMeasure::Item { .. } | LinkedMeasure::Competency(_) => {
            1
        }
    }
}

/// `2,2 (95 %: 1,9…2,5), n = 13`.
#[must_use]
pub fn linked_figure(
    lang: Lang,
    measure: &LinkedMeasure,
    figure: &Figure,
    min_group: MinGroup,
) -> String {
    let places = linked_places(measure);
    let is_signed = matches!(measure, LinkedMeasure::Outcome { measure, .. } if measure.is_nps());
    let value = if is_signed {
        number::signed(lang, figure.value, places)
    } else {
        number::decimal(lang, figure.value, places)
    };
    let n = linked_n(lang, figure.n, min_group);
    match figure.interval {
        None => tr!(lang, "action-figure", value = value, n = n),
        Some((low, high)) => {
            let interval = if is_signed {
                number::signed_interval(lang, low, high, places)
            } else {
                number::interval(lang, low, high, places)
            };
            tr!(
                lang,
                "action-figure-interval",
                value = value,
                interval = interval,
                n = n
            )
        }
    }
}

fn linked_n(lang: Lang, n: FigureCount, min_group: MinGroup) -> String {
    let n = match n {
        FigureCount::FiveToNine => ShownCount::FiveToNine,
        FigureCount::Exact(n) => ShownCount::Exact(u32::try_from(n).unwrap_or(u32::MAX)),
        FigureCount::NotGiven => ShownCount::NotDelivered,
    };
    n_equals(lang, n, min_group)
}

/// “07 River Port”, or the company.
#[must_use]
pub fn action_place(lang: Lang, branches: &[Branch], code: Option<&BranchCode>) -> String {
    let Some(code) = code else {
        return message(lang, "company");
    };
    let known = branches.iter().find(|branch| branch.code == *code);
    match known {
        Some(branch) if branch.name != code.as_str() => {
            format!("{} {}", code.as_str(), branch.name)
        }
        Some(_) | None => code.as_str().to_owned(),
    }
}

/// What was found, where, in which wave: “Empowerment · 08 Sadovaya · contact staff · Autumn 2026”.
#[must_use]
pub fn finding_line(
    lang: Lang,
    finding: &Finding,
    branches: &[Branch],
    evidence: &Evidence<'_>,
) -> String {
    let mut parts = vec![
        finding.title.get(lang).to_owned(),
        action_place(lang, branches, finding.branch.as_ref()),
    ];
    if finding.audience != Audience::All {
        parts.push(super::audience(lang, finding.audience));
    }
    parts.push(start_name(finding, evidence));
    parts.join(" · ")
}

/// Name of the wave or round that a finding is of.
#[must_use]
pub fn start_name(finding: &Finding, evidence: &Evidence<'_>) -> String {
    let wave = evidence
        .findings
        .and_then(|findings: &Findings| findings.wave(&finding.wave))
        .map(|found| found.wave.name.clone());
    let rounds = evidence.levels;
    let round = || rounds.iter().find(|level| level.round == finding.wave);
    wave.or_else(|| round().map(|level| level.name.clone()))
        .unwrap_or_else(|| finding.wave.clone())
}

/// “Worked”, “No change seen”, “Worse”, “Not established”, “Cannot be checked”, “To be checked”.
#[must_use]
pub fn check_word(lang: Lang, check: &Check) -> String {
    let key = match check {
        Ok(measured) => match measured.verdict {
            Verdict::Worked => "action-verdict-worked",
            Verdict::NoChange => "action-verdict-no-change",
            Verdict::Worse => "action-verdict-worse",
            Verdict::Unclear => "action-verdict-unclear",
        },
        Err(Unmeasured::NothingLater) => "action-verdict-later",
        Err(
            Unmeasured::NoFinding
            | Unmeasured::StartGone
            | Unmeasured::MeasureGone
            | Unmeasured::BranchGone
            | Unmeasured::Hidden { .. }
            | Unmeasured::NotComparable(_),
        ) => "action-verdict-none",
    };
    message(lang, key)
}

/// Whether an action worked, in a sentence, and what that rests on.
#[must_use]
pub fn action_check(
    lang: Lang,
    finding: Option<&Finding>,
    check: &Check,
    min_group: MinGroup,
) -> Sentence {
    let word = check_word(lang, check);
    match (check, finding) {
        (Ok(measured), Some(finding)) => {
            let places = linked_places(&finding.measure);
            Sentence {
                headline: tr!(
                    lang,
                    "action-check-line",
                    verdict = word,
                    measure = finding.title.get(lang),
                    change = change(lang, &measured.change, places)
                ),
                detail: rests_on(lang, finding, measured, min_group),
            }
        }
        (Err(reason), _) => Sentence {
            headline: word,
            detail: why_unmeasured(lang, *reason, min_group),
        },
        (Ok(_), None) => Sentence {
            headline: word,
            detail: String::new(),
        },
    }
}

fn rests_on(lang: Lang, finding: &Finding, measured: &Measured, min_group: MinGroup) -> String {
    let places = linked_places(&finding.measure);
    let mut parts = vec![looked_at(lang, finding, measured, min_group)];
    match (measured.verdict, measured.noticeable) {
        (Verdict::NoChange, Some(least)) => {
            // Rounded up: a smaller change is not promised to be noticed.
            let unit = 10_f64.powi(i32::try_from(places).unwrap_or(0));
            let least = (least * unit - 1e-9).ceil() / unit;
            let least = number::decimal(lang, least, places);
            parts.push(tr!(lang, "action-check-noticed", least = least));
        }
        (Verdict::Worked, _) => parts.push(message(lang, "action-check-cause")),
        (Verdict::Unclear, _) => parts.push(message(lang, "action-check-unclear")),
        (Verdict::NoChange | Verdict::Worse, _) => {}
    }
    if let Some(promise) = measured.promise {
        let key = if promise.is_kept {
            "action-promise-kept"
        } else {
            "action-promise-short"
        };
        let value = number::signed(lang, promise.value, places);
        parts.push(tr!(lang, key, value = value));
    }
    parts.join(" ")
}

/// “Wave “Autumn 2026”: 21 branches”, or the answers of the one branch.
fn looked_at(lang: Lang, finding: &Finding, measured: &Measured, min_group: MinGroup) -> String {
    let wave = measured.later.name.as_str();
    if finding.branch.is_some() {
        let (before, after) = measured.n;
        return tr!(
            lang,
            "action-check-branch",
            wave = wave,
            before = linked_n(lang, before, min_group),
            after = linked_n(lang, after, min_group)
        );
    }
    let branches = i64::try_from(measured.branches).unwrap_or(i64::MAX);
    tr!(lang, "action-check-company", wave = wave, count = branches)
}

fn why_unmeasured(lang: Lang, reason: Unmeasured, min_group: MinGroup) -> String {
    let key = match reason {
        Unmeasured::NoFinding => "action-unmeasured-no-finding",
        Unmeasured::NothingLater => "action-unmeasured-later",
        Unmeasured::StartGone => "action-unmeasured-start",
        Unmeasured::MeasureGone => "action-unmeasured-measure",
        Unmeasured::BranchGone => "action-unmeasured-branch",
        Unmeasured::Hidden { is_start, reason } => {
            let key = if is_start {
                "action-unmeasured-hidden-start"
            } else {
                "action-unmeasured-hidden-now"
            };
            return tr!(lang, key, reason = hidden(lang, reason, min_group));
        }
        Unmeasured::NotComparable(reason) => {
            let reason = hidden(lang, reason, min_group);
            return tr!(lang, "action-unmeasured-compare", reason = reason);
        }
    };
    message(lang, key)
}

/// “today”, “in 3 days”, “overdue by 2 days”.
#[must_use]
pub fn due_in_words(lang: Lang, day: Date, today: Date) -> String {
    let days = days_between(today, day);
    match days {
        0 => message(lang, "action-due-today"),
        late if late < 0 => tr!(lang, "action-due-late", count = -late),
        ahead => tr!(lang, "action-due-in", count = ahead),
    }
}

fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// “due”, “look how it goes”.
#[must_use]
pub fn due_kind(lang: Lang, kind: DueKind) -> String {
    let key = match kind {
        DueKind::FollowUp => "action-due-follow-up",
        DueKind::Action => "action-due-action",
    };
    message(lang, key)
}
