//! Actions of the invented chain, in every state: what came of the second wave and of the third, linked
//! to what is planted there. Days are counted from today, so that something is always due.

use crate::analysis::Findings;
use crate::analysis::actions::{Evidence, published_figure};
use crate::domain::action::{
    Action, ActionId, Entry, Finding, FollowUp, LibraryAction, LinkedMeasure, Origin, Status, Step,
};
use crate::domain::{Audience, BranchCode, Date, Lang, Measure, Text, WaveCode};
use crate::i18n::message;

/// What an action of the example is made of.
struct Sketch {
    proposal: &'static str,
    origin: Origin,
    subject: Subject,
    branch: Option<&'static str>,
    /// Position of the wave that it came from.
    wave: usize,
    owner: &'static str,
    promised: f64,
    status: Status,
    /// Days from today until it is due.
    due: i64,
    /// Days from today of follow-ups.
    follow_ups: &'static [i64],
    /// Steps that are done.
    done: usize,
}

enum Subject {
    Dimension(&'static str),
    Nps,
}

const SKETCHES: [Sketch; 7] = [
    Sketch {
        proposal: "authority-by-position",
        origin: Origin::Dimension,
        subject: Subject::Dimension("empowerment"),
        branch: None,
        wave: 1,
        owner: "demo-owner-service",
        promised: 0.2,
        status: Status::Checked,
        due: -90,
        follow_ups: &[-60, 2],
        done: 4,
    },
    Sketch {
        proposal: "protected-breaks",
        origin: Origin::Dimension,
        subject: Subject::Dimension("rest"),
        branch: None,
        wave: 1,
        owner: "demo-owner-hr",
        promised: 0.3,
        status: Status::Changed,
        due: -75,
        follow_ups: &[-50],
        done: 3,
    },
    Sketch {
        proposal: "leaders-on-the-line",
        origin: Origin::Divergence,
        subject: Subject::Nps,
        branch: Some("07"),
        wave: 2,
        owner: "demo-owner-operations",
        promised: 15.0,
        status: Status::Doing,
        due: -3,
        follow_ups: &[0],
        done: 1,
    },
    Sketch {
        proposal: "stand-by-decisions",
        origin: Origin::Driver,
        subject: Subject::Dimension("empowerment"),
        branch: None,
        wave: 2,
        owner: "demo-owner-service",
        promised: 0.3,
        status: Status::Doing,
        due: 24,
        follow_ups: &[1, 14],
        done: 2,
    },
    Sketch {
        proposal: "permission-log",
        origin: Origin::Cell,
        subject: Subject::Dimension("empowerment"),
        branch: Some("08"),
        wave: 2,
        owner: "demo-owner-branch",
        promised: 0.4,
        status: Status::Planned,
        due: 40,
        follow_ups: &[10],
        done: 0,
    },
    Sketch {
        proposal: "tell-what-changed",
        origin: Origin::Dimension,
        subject: Subject::Dimension("engagement"),
        branch: None,
        wave: 2,
        owner: "demo-owner-hr",
        promised: 0.2,
        status: Status::Planned,
        due: 5,
        follow_ups: &[],
        done: 0,
    },
    Sketch {
        proposal: "service-in-bonus",
        origin: Origin::Dimension,
        subject: Subject::Dimension("pay"),
        branch: None,
        wave: 1,
        owner: "demo-owner-hr",
        promised: 0.2,
        status: Status::Dropped,
        due: -30,
        follow_ups: &[],
        done: 0,
    },
];

/// The actions of the example, as they stand on a day.
#[must_use]
pub fn demo_actions(findings: &Findings, lang: Lang, today: Date) -> Vec<Action> {
    let library = crate::import::action_library();
    let made = SKETCHES.iter().filter_map(|sketch| {
        let proposal = library.actions.iter().find(|it| it.id == sketch.proposal)?;
        sketch.action(findings, proposal, (lang, today))
    });
    made.collect()
}

impl Sketch {
    fn action(
        &self,
        findings: &Findings,
        proposal: &LibraryAction,
        (lang, today): (Lang, Date),
    ) -> Option<Action> {
        let wave = &findings.waves.get(self.wave)?.wave;
        let begun = wave.closes.map_or(today, |day| plus(day, 12));
        let finding = self.finding(findings, &wave.code, begun)?;
        let steps = proposal.steps.iter().enumerate();
        let days = self.follow_ups.iter().map(|days| FollowUp {
            day: plus(today, *days),
            is_done: *days < -10,
        });
        Some(Action {
            id: ActionId(0),
            revision: 0,
            branch: finding.branch.clone(),
            finding: Some(finding),
            proposal: Some(proposal.id.clone()),
            what: proposal.title.get(lang).to_owned(),
            why: proposal.why.get(lang).to_owned(),
            owner: message(lang, self.owner),
            due: plus(today, self.due),
            follow_ups: days.collect(),
            steps: steps
                .map(|(at, step)| Step {
                    words: step.get(lang).to_owned(),
                    is_done: at < self.done,
                })
                .collect(),
            promised: Some(self.promised),
            cost: String::new(),
            status: self.status,
            history: history(self.status, begun, today),
        })
    }

    fn finding(&self, findings: &Findings, wave: &WaveCode, noted: Date) -> Option<Finding> {
        let branch = self.branch.map(BranchCode::new).transpose().ok()?;
        let (measure, title) = match self.subject {
            Subject::Dimension(id) => {
                let known = findings.dimensions.iter().find(|it| it.id == id)?;
                (LinkedMeasure::Dimension(id.to_owned()), known.title.clone())
            }
            Subject::Nps => {
                let title = |lang| message(lang, "measure-nps");
                let measure = LinkedMeasure::Outcome {
                    measure: Measure::nps(),
                    channel: None,
                    dimension: Some("engagement".to_owned()),
                };
                (measure, Text::new(title(Lang::Ru), title(Lang::En)))
            }
        };
        let finding = Finding {
            origin: self.origin,
            measure,
            title,
            audience: Audience::All,
            branch,
            wave: wave.as_str().to_owned(),
            noted: Some(noted),
            figure: None,
        };
        let evidence = Evidence {
            findings: Some(findings),
            levels: &[],
        };
        let figure = published_figure(&finding, &evidence).ok();
        Some(Finding { figure, ..finding })
    }
}

/// Planned when it was noted, then a step every fortnight.
fn history(status: Status, begun: Date, today: Date) -> Vec<Entry> {
    let way = [Status::Planned, Status::Doing, Status::Checked];
    let before = match status {
        Status::Planned => 0,
        Status::Doing | Status::Dropped => 1,
        Status::Checked => 2,
        Status::Kept | Status::Changed => 3,
    };
    let way = way.into_iter().take(before).chain([status]);
    let entries = way.zip(0_i64..);
    entries
        .map(|(status, at)| Entry {
            day: plus(begun, at * 14).min(today),
            status,
        })
        .collect()
}

fn plus(day: Date, days: i64) -> Date {
    day.checked_add(jiff::Span::new().days(days)).unwrap_or(day)
}
