//! What is known of people and rounds when their files are read, and how both are called: names of
//! competencies, sins, levels and parts in either language.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::normal::normal;
use crate::domain::rating::{
    CompetencyModel, Level, Mark, Person, PersonId, Rater, Round, RoundCode, RoundState, Source,
};
use crate::domain::{BranchCode, Date, Lang};

/// A round that ratings may go to.
#[derive(Debug, Clone)]
pub struct RoundKnown {
    /// The round.
    pub round: Round,
    /// Its model.
    pub model: Arc<CompetencyModel>,
    /// Who rated or is to rate whom already, on which visit.
    pub pairs: BTreeSet<(PersonId, Rater, Option<Date>)>,
}

/// People and rounds of the workspace.
#[derive(Debug, Clone, Default)]
pub struct RatingsKnown {
    /// People.
    pub people: Vec<Person>,
    /// Rounds in any state.
    pub rounds: Vec<RoundKnown>,
    /// Make people of unknown names (one-shot analysis): there is one round then.
    pub accepts_people: bool,
}

impl RatingsKnown {
    /// The id of the competency that is called so, in any of the rounds' models.
    pub(super) fn competency(&self, head: &str) -> Option<&str> {
        let head = normal(head);
        let models = self.rounds.iter().map(|known| &known.model);
        let mut found = models.flat_map(|model| &model.competencies);
        let found = found.find(|competency| {
            let names = Lang::ALL.map(|lang| normal(competency.name.get(lang)));
            names.contains(&head) || normal(&competency.id) == head
        });
        found.map(|competency| competency.id.as_str())
    }

    /// The round of a code or name; without one, the only one that is open.
    pub(super) fn round(&self, text: &str) -> RoundFound<'_> {
        let call = normal(text);
        if call.is_empty() {
            let mut open = self
                .rounds
                .iter()
                .filter(|known| known.round.state == RoundState::Open);
            return match (open.next(), open.next()) {
                (Some(known), None) => RoundFound::Open(known),
                (Some(_), Some(_)) => RoundFound::Unknown,
                (None, _) => RoundFound::NotOpen,
            };
        }
        let is_called = |known: &&RoundKnown| {
            normal(known.round.code.as_str()) == call || normal(&known.round.name) == call
        };
        match self.rounds.iter().find(is_called) {
            Some(known) if known.round.state == RoundState::Open => RoundFound::Open(known),
            Some(_) => RoundFound::NotOpen,
            None => RoundFound::Unknown,
        }
    }

    /// The round of a code.
    pub(super) fn round_of(&self, code: &RoundCode) -> Option<&RoundKnown> {
        self.rounds.iter().find(|known| known.round.code == *code)
    }
}

/// What a round's name leads to.
pub(super) enum RoundFound<'a> {
    /// An open round.
    Open(&'a RoundKnown),
    /// A round that takes no ratings, or none that does.
    NotOpen,
    /// None of this name, or several open ones and no name.
    Unknown,
}

/// People by name, the file's own among them.
#[derive(Debug, Default)]
pub(super) struct PeopleFinder {
    /// Normalised name → who is called so.
    calls: HashMap<String, Vec<usize>>,
    people: Vec<Person>,
}

/// What a name leads to.
pub(super) enum PersonFound {
    /// One person: position in the finder's list.
    One(usize),
    /// Several.
    Several,
    /// Nobody.
    Nobody,
}

impl PeopleFinder {
    pub(super) fn new(people: &[Person]) -> Self {
        let mut finder = Self::default();
        for person in people {
            finder.add(person.clone());
        }
        finder
    }

    pub(super) fn add(&mut self, person: Person) -> usize {
        let place = self.people.len();
        self.calls
            .entry(normal(&person.name))
            .or_default()
            .push(place);
        self.people.push(person);
        place
    }

    pub(super) fn person(&self, place: usize) -> &Person {
        &self.people[place]
    }

    pub(super) fn len(&self) -> usize {
        self.people.len()
    }

    /// Who is called so; branch and position, where they are named, tell namesakes apart.
    pub(super) fn find(
        &self,
        name: &str,
        branch: Option<&BranchCode>,
        position: &str,
    ) -> PersonFound {
        let position = normal(position);
        let named = self.calls.get(&normal(name)).map_or(&[][..], Vec::as_slice);
        let is_fit = |place: &&usize| {
            let person = &self.people[**place];
            branch.is_none_or(|branch| person.branch == *branch)
                && (position.is_empty() || normal(&person.position) == position)
        };
        let mut fit = named.iter().filter(is_fit);
        match (fit.next(), fit.next()) {
            (Some(place), None) => PersonFound::One(*place),
            (Some(_), Some(_)) => PersonFound::Several,
            (None, _) => PersonFound::Nobody,
        }
    }

    pub(super) fn into_people(self) -> Vec<Person> {
        self.people
    }
}

const LEVEL_WORDS: [(&str, &str); 5] = [
    ("негативный", "negative"),
    ("ограниченный", "limited"),
    ("базовый", "basic"),
    ("сильный", "strong"),
    ("стратегический", "strategic"),
];
const NOT_OBSERVED: &[&str] = &[
    "",
    "not observed",
    "not obs",
    "n o",
    "n a",
    "no",
    "нет наблюдений",
    "нет набл",
    "не наблюдал",
    "не наблюдала",
    "н о",
    "нет",
];

/// A level in words: its name in either language, or that it was not observed.
pub(super) fn level_word(text: &str) -> Option<Mark> {
    let word = normal(text);
    if NOT_OBSERVED.contains(&word.as_str()) {
        return Some(Mark::NotObserved);
    }
    let named = LEVEL_WORDS
        .iter()
        .position(|(ru, en)| word == *ru || word == *en);
    named.map(|place| Mark::Level(Level::all()[place]))
}

const SOURCES: [(Source, &[&str]); 4] = [
    (
        Source::Itself,
        &[
            "self",
            "self rating",
            "own",
            "сам",
            "сама",
            "самооценка",
            "себя",
            "сам себя",
        ],
    ),
    (
        Source::Manager,
        &[
            "manager",
            "boss",
            "supervisor",
            "руководитель",
            "начальник",
            "менеджер",
        ],
    ),
    (
        Source::Peer,
        &["peer", "peers", "colleague", "коллега", "коллеги", "равный"],
    ),
    (
        Source::MysteryShopper,
        &[
            "mystery shopper",
            "mystery",
            "shopper",
            "тайный покупатель",
            "покупатель",
        ],
    ),
];

/// In which part, in either language.
pub(super) fn source_word(text: &str) -> Option<Source> {
    let word = normal(text);
    let found = SOURCES
        .iter()
        .find(|(_, words)| words.contains(&word.as_str()));
    found.map(|(source, _)| *source)
}
