//! The finished round of assessment: people with invented names, their sheets, goals and successors.
//!
//! # What is planted
//!
//! | truth | size | where a reader meets it |
//! | --- | --- | --- |
//! | The manager of branch 05 is strict, that of 13 lenient | −1 and +1 level | Calibration |
//! | “Reliability” is where most fall short | 0.8 below the other competencies | Training |
//! | In branch 07 it is lower still | another 1.1 | Training, the first places |
//! | People see themselves a little better than others do | +0.3 | Self against others |
//! | Branches where contact staff are rated higher have a higher NPS | latent correlation about .8 | Linkage, competency level |
//! | The three counters have too few peers | two each | Profile |

use super::draws::{Draws, Stream};
use super::planted::Latents;
use super::rated_people::{MANAGER_POSITION, RatedPeople};
use crate::domain::rating::{
    Assignment, AssignmentId, Level, Mark, Person, PersonId, Rater, RatingSheet, Round, RoundCode,
    RoundState, SheetState, Source, Weights,
};
use crate::domain::{Branch, Date, Lang};
use crate::import::customer_orientation;

/// The branch (position) whose manager is stricter than others, and by how much.
pub const STRICT_BRANCH: usize = 4;
/// The branch whose manager is more lenient.
pub const LENIENT_BRANCH: usize = 12;
/// How strict and how lenient, in levels.
pub const SEVERITY: f64 = 1.0;
/// The competency with the largest gaps.
pub const WEAKEST_COMPETENCY: &str = "reliability";
/// The branch where it is lowest.
pub const WEAKEST_BRANCH: usize = 6;

/// Spread of people, of a person over competencies, of a rating.
const PERSON_SD: f64 = 0.35;
const COMPETENCY_SD: f64 = 0.3;
const RATING_SD: f64 = 0.45;
/// Share of competencies that a rater did not observe.
const UNSEEN: f64 = 0.04;
/// How much a branch's level follows its customers.
const BRANCH_SD: f64 = 0.25;

/// A finished round.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoRound {
    /// The round, closed.
    pub round: Round,
    /// People in order of number.
    pub people: Vec<Person>,
    /// Positions that have another name than their role profile: position and profile.
    pub roles: Vec<(String, String)>,
    /// Sheets, handed in.
    pub sheets: Vec<(Assignment, RatingSheet)>,
}

/// Draws a round over these branches.
pub(super) fn round(seed: u64, latents: &Latents, branches: &[Branch], lang: Lang) -> DemoRound {
    let mut draws = Draws::new(seed, Stream::Ratings);
    let people = RatedPeople::draw(&mut draws, branches, lang);
    let round = Round {
        code: RoundCode::new("2026-autumn").expect("a constant"),
        name: match lang {
            Lang::Ru => "Осень 2026".to_owned(),
            Lang::En => "Autumn 2026".to_owned(),
        },
        model: customer_orientation().id.clone(),
        opens: Date::constant(2026, 9, 14),
        closes: Date::constant(2026, 9, 30),
        keep_until: Date::constant(2028, 9, 30),
        kept_because: String::new(),
        weights: Weights::default(),
        state: RoundState::Closed,
    };
    let mut maker = Maker {
        draws,
        round: round.code.clone(),
        lang,
        sheets: Vec::new(),
    };
    for (place, branch) in branches.iter().enumerate() {
        let staff: Vec<&Person> = people
            .people
            .iter()
            .filter(|person| person.branch == branch.code)
            .collect();
        let level = BRANCH_SD * latents.customers_of(place);
        maker.branch(place, level, &staff);
    }
    DemoRound {
        round,
        roles: vec![(MANAGER_POSITION.get(lang), "branch_manager".to_owned())],
        sheets: maker.sheets,
        people: people.people,
    }
}

struct Maker {
    draws: Draws,
    round: RoundCode,
    lang: Lang,
    sheets: Vec<(Assignment, RatingSheet)>,
}

impl Maker {
    /// The staff of a branch: everybody but the manager is rated, by self, manager and peers.
    fn branch(&mut self, place: usize, level: f64, staff: &[&Person]) {
        let Some(manager) = staff.iter().find(|person| person.manager.is_none()) else {
            return;
        };
        let team: Vec<&&Person> = staff
            .iter()
            .filter(|person| person.manager.is_some())
            .collect();
        let severity = match place {
            STRICT_BRANCH => -SEVERITY,
            LENIENT_BRANCH => SEVERITY,
            _ => 0.08 * self.draws.normal(),
        };
        for (seat, person) in team.iter().enumerate() {
            let truth = self.truth(place, level);
            self.sheet(
                person.id,
                Rater::Person(person.id),
                Source::Itself,
                (&truth, 0.3),
            );
            let by_manager = (truth.as_slice(), severity);
            self.sheet(
                person.id,
                Rater::Person(manager.id),
                Source::Manager,
                by_manager,
            );
            let peers = team.len().saturating_sub(1).min(4);
            for step in 1..=peers {
                let peer = team[(seat + step) % team.len()].id;
                let lean = 0.1 * self.draws.normal();
                self.sheet(person.id, Rater::Person(peer), Source::Peer, (&truth, lean));
            }
            if seat == 0 {
                self.visit(person.id, &truth);
            }
        }
    }

    /// What a person is like: one true level per competency.
    fn truth(&mut self, place: usize, level: f64) -> Vec<f64> {
        let person = 3.3 + level + PERSON_SD * self.draws.normal();
        let model = customer_orientation();
        let of = |id: &str, drawn: f64| {
            let weak = id == WEAKEST_COMPETENCY;
            let shift = match (weak, place == WEAKEST_BRANCH) {
                (true, true) => -1.9,
                (true, false) => -0.8,
                (false, _) => 0.0,
            };
            person + shift + COMPETENCY_SD * drawn
        };
        let ids = model.competencies.iter();
        ids.map(|competency| of(&competency.id, self.draws.normal()))
            .collect()
    }

    fn visit(&mut self, ratee: PersonId, truth: &[f64]) {
        let shopper = match self.lang {
            Lang::Ru => "Агентство «Взгляд»",
            Lang::En => "Outlook Agency",
        };
        self.sheet(
            ratee,
            Rater::Shopper(shopper.to_owned()),
            Source::MysteryShopper,
            (truth, 0.0),
        );
    }

    fn sheet(
        &mut self,
        ratee: PersonId,
        rater: Rater,
        source: Source,
        (truth, lean): (&[f64], f64),
    ) {
        let number = u32::try_from(self.sheets.len() + 1).expect("some thousand sheets");
        let id = AssignmentId(number);
        let mut sheet = RatingSheet::blank(id, truth.len());
        for (mark, level) in sheet.marks.iter_mut().zip(truth) {
            let seen = self.draws.uniform() >= UNSEEN || source == Source::Itself;
            let drawn = level + lean + RATING_SD * self.draws.normal();
            *mark = if seen {
                Mark::Level(nearest(drawn))
            } else {
                Mark::NotObserved
            };
        }
        if source == Source::Manager {
            self.write(&mut sheet);
        }
        let visit = (source == Source::MysteryShopper).then(|| Date::constant(2026, 9, 22));
        self.sheets.push((
            Assignment {
                id,
                round: self.round.clone(),
                ratee,
                rater,
                source,
                visit,
                state: SheetState::HandedIn,
            },
            sheet,
        ));
    }

    /// A manager's evidence for the lowest level given, and now and then a sin.
    fn write(&mut self, sheet: &mut RatingSheet) {
        const EVIDENCE: [(&str, &str); 4] = [
            (
                "Постоянный гость попросил кофе без сахара, налили как всем и не извинились.",
                "A regular asked for no sugar, got the usual and no apology.",
            ),
            (
                "В час пик отправил гостя с вопросом об оплате к другой кассе и не проверил, помогли ли.",
                "In the rush sent a guest with a question about payment to the other till and did not check.",
            ),
            (
                "Помог новичку разобраться с возвратом и остался после смены, пока всё не сошлось.",
                "Helped a newcomer with a refund and stayed after the shift until it added up.",
            ),
            (
                "Первым предупредил гостя, что заказ задержится на десять минут, и предложил замену.",
                "Was first to tell a guest that the order would be ten minutes late, and offered something else.",
            ),
        ];
        let levels = sheet.marks.iter().enumerate();
        let lowest = levels
            .filter_map(|(place, mark)| Some((mark.level()?, place)))
            .min();
        let Some((level, place)) = lowest else { return };
        let which = self.draws.below(2) as usize + if level.get() >= 3 { 2 } else { 0 };
        let (ru, en) = EVIDENCE[which];
        sheet.evidence[place] = match self.lang {
            Lang::Ru => ru.to_owned(),
            Lang::En => en.to_owned(),
        };
        let model = customer_orientation();
        if level.get() <= 2 && self.draws.uniform() < 0.5 {
            let count = u32::try_from(model.sins.len()).expect("seven sins");
            let sin = self.draws.below(count) as usize;
            sheet.sins.push(model.sins[sin].id.clone());
        }
    }
}

fn nearest(level: f64) -> Level {
    let edges = [1.5, 2.5, 3.5, 4.5];
    Level::all()[edges.iter().filter(|edge| level >= **edge).count()]
}
