//! Inferred questions as a questionnaire file may hold them: plain Latin ids, texts of bearable length, a
//! topic for everything that is rated. The same head gives the same id in every file, so that waves can
//! be compared. It never changes an answer.

use std::collections::BTreeSet;

use super::sheets::ImportedAnswers;
use crate::domain::{Item, ItemKind, QuestionnaireDimension, Text};
use crate::import::questionnaire::{MAX_SHORT, MAX_TEXT};

/// The most characters of an id that is made here; a number may follow.
const MAX_ID: usize = 56;

/// Russian letters from «а» to «я» in Latin ones.
const LATIN: [&str; 32] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t",
    "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
];

impl ImportedAnswers {
    /// The same answers to a questionnaire of this title that can be written to a file.
    #[must_use]
    pub fn with_plain_ids(mut self, title: &Text) -> Self {
        let questionnaire = &mut self.questionnaire;
        questionnaire.title = cut(title, MAX_TEXT);
        let mut dimensions = Names::default();
        let mut items = Names::default();
        for dimension in &mut questionnaire.dimensions {
            dimension.id = dimensions.plain(&dimension.id);
            dimension.title = cut(&dimension.title, MAX_TEXT);
        }
        for item in &mut questionnaire.items {
            item.id = items.plain(&item.id);
            item.text = cut(&item.text, MAX_TEXT);
            item.short = cut(&item.short, MAX_SHORT);
            if !item.dimension.is_empty() {
                item.dimension = dimensions.plain(&item.dimension);
            } else if item.kind == ItemKind::Agreement {
                // What was named by hand and shares its name with nothing is a topic of its own.
                let own = own_dimension(item, &mut dimensions);
                item.dimension.clone_from(&own.id);
                questionnaire.dimensions.push(own);
            }
        }
        for id in &mut self.items {
            *id = items.plain(id);
        }
        self
    }
}

fn own_dimension(item: &Item, names: &mut Names) -> QuestionnaireDimension {
    QuestionnaireDimension {
        id: names.plain(&format!("{} ", item.id)),
        title: item.text.clone(),
        about: Text::default(),
        is_outcome: false,
    }
}

/// Plain ids, each given once.
#[derive(Default)]
struct Names {
    known: Vec<(String, String)>,
    taken: BTreeSet<String>,
}

impl Names {
    /// The plain form of an id; the same for the same id, another for every other.
    fn plain(&mut self, id: &str) -> String {
        if let Some((_, plain)) = self.known.iter().find(|(known, _)| known == id) {
            return plain.clone();
        }
        let plain = latin(id);
        let numbered = (2..).map(|number: u32| format!("{plain}_{number}"));
        let plain = std::iter::once(plain.clone())
            .chain(numbered)
            .find(|form| !self.taken.contains(form))
            .expect("there are more numbers than ids");
        self.taken.insert(plain.clone());
        self.known.push((id.to_owned(), plain.clone()));
        plain
    }
}

fn latin(id: &str) -> String {
    let mut plain = String::new();
    for letter in id.trim().chars().flat_map(char::to_lowercase) {
        let place = u32::from(letter).checked_sub(u32::from('а'));
        let place = place.and_then(|place| usize::try_from(place).ok());
        match (letter, place.and_then(|place| LATIN.get(place))) {
            (_, Some(latin)) => plain.push_str(latin),
            ('ё', None) => plain.push('e'),
            (letter, None) if letter.is_ascii_alphanumeric() => plain.push(letter),
            (_, None) => plain.push('_'),
        }
    }
    let plain: String = plain.chars().take(MAX_ID).collect();
    if plain.chars().all(|letter| letter == '_') {
        return "q".to_owned();
    }
    plain
}

/// A text of at most so many characters.
fn cut(text: &Text, most: usize) -> Text {
    let cut = |text: &str| -> String {
        if text.chars().count() <= most {
            return text.to_owned();
        }
        let kept: String = text.chars().take(most - 1).collect();
        format!("{}…", kept.trim_end())
    };
    Text::new(cut(&text.ru), cut(&text.en))
}
