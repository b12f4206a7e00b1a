//! Question columns to items, and the words of answers to their numbers.

use std::collections::HashMap;

use super::normal::normal;
use super::refusal::RefusalReason;
use super::table::Cell;
use super::values::{leading_number, parse_number};
use crate::domain::{ItemKind, MISSING, Questionnaire};

/// Finds the item a head speaks of: by id, by exact text, by normalised text.
pub(super) struct ItemFinder {
    ids: HashMap<String, usize>,
    texts: HashMap<String, usize>,
    found: Vec<String>,
}

impl ItemFinder {
    pub(super) fn new(questionnaire: &Questionnaire) -> Self {
        let mut finder = Self {
            ids: HashMap::new(),
            texts: HashMap::new(),
            found: Vec::new(),
        };
        for item in questionnaire
            .items
            .iter()
            .filter(|item| item.kind.range().is_some())
        {
            let index = finder.found.len();
            finder.found.push(item.id.clone());
            finder.ids.insert(normal(&item.id), index);
            for text in [&item.text.ru, &item.text.en] {
                let text = normal(text);
                if !text.is_empty() {
                    finder.texts.insert(text, index);
                }
            }
        }
        finder
    }

    /// The id of the item.
    pub(super) fn find(&self, head: &str) -> Option<&str> {
        let forms = [
            Some(head),
            grid_row(head),
            behind_code(head),
            without_number(head),
        ];
        let index = forms.into_iter().flatten().find_map(|form| {
            let form = normal(form);
            self.ids
                .get(&form)
                .or_else(|| self.texts.get(&form))
                .copied()
        });
        let index = index.or_else(|| self.by_code(head))?;
        self.found.get(index).map(String::as_str)
    }

    /// `engagement_1. I am proud …` and `G1Q1_pay_1`: the id stands first or last.
    fn by_code(&self, head: &str) -> Option<usize> {
        let code = head.split(['.', ' ', ':']).next()?;
        let last = head.rsplit('/').next()?;
        [code, last]
            .into_iter()
            .find_map(|form| self.ids.get(&normal(form)).copied())
    }
}

/// The row of a grid question: `How do you find … [The pay]`.
fn grid_row(head: &str) -> Option<&str> {
    let (_, rest) = head.rsplit_once('[')?;
    let (row, _) = rest.split_once(']')?;
    Some(row)
}

/// The text behind LimeSurvey's code: `G1Q1[SQ001]. Text`.
fn behind_code(head: &str) -> Option<&str> {
    let (code, text) = head.split_once(". ")?;
    if code.contains(' ') { None } else { Some(text) }
}

/// The text behind a number: `12. Text`, `12) Text`.
fn without_number(head: &str) -> Option<&str> {
    let text =
        head.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    if text.len() == head.len() {
        None
    } else {
        Some(text)
    }
}

/// Words for the five answers, lowest first; the questionnaire's own come on top.
const AGREEMENT: [&[&str]; 5] = [
    &[
        "strongly disagree",
        "completely disagree",
        "totally disagree",
        "fully disagree",
        "полностью не согласен",
        "совершенно не согласен",
        "абсолютно не согласен",
        "категорически не согласен",
        "совсем не согласен",
        "очень недоволен",
        "very dissatisfied",
        "никогда",
        "never",
    ],
    &[
        "disagree",
        "somewhat disagree",
        "rather disagree",
        "mostly disagree",
        "не согласен",
        "скорее не согласен",
        "отчасти не согласен",
        "недоволен",
        "скорее недоволен",
        "dissatisfied",
        "редко",
        "rarely",
    ],
    &[
        "neutral",
        "neither agree nor disagree",
        "neither",
        "undecided",
        "нейтрально",
        "нейтрален",
        "ни да ни нет",
        "и да и нет",
        "отчасти согласен отчасти нет",
        "в чем то согласен в чем то нет",
        "затрудняюсь сказать точно",
        "не уверен",
        "not sure",
        "иногда",
        "sometimes",
        "ни согласен ни не согласен",
        "где то посередине",
        "средне",
        "отчасти да отчасти нет",
        "скорее нейтрально",
    ],
    &[
        "agree",
        "somewhat agree",
        "rather agree",
        "mostly agree",
        "согласен",
        "скорее согласен",
        "отчасти согласен",
        "в целом согласен",
        "доволен",
        "скорее доволен",
        "satisfied",
        "часто",
        "often",
    ],
    &[
        "strongly agree",
        "completely agree",
        "totally agree",
        "fully agree",
        "полностью согласен",
        "совершенно согласен",
        "абсолютно согласен",
        "очень доволен",
        "very satisfied",
        "всегда",
        "always",
    ],
];

/// Words that mean "no answer".
const NO_ANSWER: &[&str] = &[
    "n a",
    "na",
    "nan",
    "null",
    "none",
    "don t know",
    "do not know",
    "dont know",
    "no answer",
    "prefer not to say",
    "not applicable",
    "затрудняюсь ответить",
    "затрудняюсь",
    "не знаю",
    "нет ответа",
    "не применимо",
    "неприменимо",
    "не могу оценить",
    "пропуск",
    "отказ от ответа",
    "не относится ко мне",
];

/// From the words of an answer to its number.
pub(super) struct AnswerWords {
    words: HashMap<String, u8>,
}

impl AnswerWords {
    pub(super) fn new(questionnaire: Option<&Questionnaire>) -> Self {
        let mut words = HashMap::new();
        for (answer, synonyms) in (1_u8..).zip(AGREEMENT) {
            for word in synonyms {
                words.insert((*word).to_owned(), answer);
            }
        }
        for (answer, label) in (1_u8..).zip(questionnaire.iter().flat_map(|q| &q.scale)) {
            for text in [&label.ru, &label.en] {
                let text = ungendered(text);
                if !text.is_empty() {
                    words.insert(text, answer);
                }
            }
        }
        Self { words }
    }

    /// The number of an answer, [`MISSING`] for none.
    pub(super) fn answer(&self, cell: Cell<'_>, kind: ItemKind) -> Result<u8, RefusalReason> {
        let Some((lo, hi)) = kind.range() else {
            return Ok(MISSING);
        };
        let range = RefusalReason::AnswerRange { lo, hi };
        let number = match cell {
            Cell::Empty => return Ok(MISSING),
            Cell::Fault => return Err(RefusalReason::CellFault),
            Cell::Day(_) => return Err(range),
            Cell::Bool(is_true) => f64::from(u8::from(is_true)),
            Cell::Number(number) => number,
            Cell::Text(text) => match self.number_of(text, kind)? {
                Some(number) => number,
                None => return Ok(MISSING),
            },
        };
        let whole = super::values::whole(number).and_then(|answer| u8::try_from(answer).ok());
        match whole {
            Some(answer) if (lo..=hi).contains(&answer) => Ok(answer),
            Some(_) | None => Err(range),
        }
    }

    fn number_of(&self, text: &str, kind: ItemKind) -> Result<Option<f64>, RefusalReason> {
        if let Some(number) = leading_number(text) {
            return Ok(Some(f64::from(number)));
        }
        if let Some(number) = parse_number(text) {
            return Ok(Some(number));
        }
        let word = ungendered(text);
        if word.is_empty() || NO_ANSWER.contains(&word.as_str()) {
            return Ok(None);
        }
        let seen = match word.as_str() {
            "yes" | "да" | "true" => Some(1),
            "no" | "нет" | "false" => Some(0),
            _ => None,
        };
        let answer = match kind {
            ItemKind::Agreement => self.words.get(&word).copied(),
            ItemKind::Observed => seen,
            ItemKind::Recommend | ItemKind::Open => None,
        };
        answer
            .map(|answer| Some(f64::from(answer)))
            .ok_or(RefusalReason::UnknownAnswer)
    }

    /// Do most of these cells hold answers of a scale?
    pub(super) fn fits<'c>(&self, cells: impl Iterator<Item = Cell<'c>>, kind: ItemKind) -> bool {
        let (mut all, mut good) = (0_usize, 0_usize);
        for cell in cells {
            all += 1;
            good += usize::from(self.answer(cell, kind).is_ok());
        }
        // A few rows may all be typing errors; many rows show what the column is.
        let least = if all < 20 { 5 } else { 9 };
        all == 0 || good * 10 >= all * least
    }
}

/// «согласна», «согласен(на)», «согласен / согласна» as «согласен».
fn ungendered(text: &str) -> String {
    let text = text.to_lowercase();
    let text = text
        .replace("(на)", "")
        .replace("(а)", "")
        .replace("/на", "")
        .replace("/а", "");
    let mut words: Vec<String> = Vec::new();
    for word in normal(&text).split(' ') {
        let word = match word {
            "согласна" | "согласны" => "согласен",
            "довольна" | "довольны" => "доволен",
            "недовольна" | "недовольны" => "недоволен",
            other => other,
        };
        if words.last().is_none_or(|last| last != word) {
            words.push(word.to_owned());
        }
    }
    words.join(" ")
}
