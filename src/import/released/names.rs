//! The names that a report may use, and the words of its language. Both come from outside: this layer
//! knows no sentences.

use crate::domain::{Audience, Lang, Lever, Motive, Text};

/// A value of a message.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// A whole number, which decides on plural forms.
    Number(u32),
    /// Text.
    Text(&'a str),
}

/// A message with some of its variables set; one that is not set shows itself as `{$name}`.
pub type Word = fn(Lang, &str, &[(&str, Arg<'_>)]) -> String;

/// An item as reports name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedItem {
    /// Id.
    pub id: String,
    /// Id of its dimension.
    pub dimension: String,
    /// The words.
    pub text: Text,
    /// A few words.
    pub short: Text,
}

/// Everything that a report may name.
#[derive(Debug, Clone)]
pub struct Names {
    /// Waves in order of time: code and name.
    pub waves: Vec<(String, String)>,
    /// Branches: code and name.
    pub branches: Vec<(String, String)>,
    /// Regions of the branches, in the same order; empty where a branch has none.
    pub regions: Vec<String>,
    /// Dimensions: id and title.
    pub dimensions: Vec<(String, Text)>,
    /// Id of the dimension that stands for engagement.
    pub outcome: Option<String>,
    /// Items.
    pub items: Vec<ReleasedItem>,
    /// Customer measures: name, and channel where there is one.
    pub measures: Vec<(String, Option<String>)>,
    /// Keys of all messages that a report may hold.
    pub keys: Vec<String>,
    /// Looks up a message.
    pub word: Word,
}

impl Names {
    pub(super) fn word(&self, lang: Lang, key: &str) -> String {
        (self.word)(lang, key, &[])
    }

    /// Code of a wave, by its name, else by its code.
    pub(super) fn wave(&self, text: &str) -> Option<&str> {
        let by_name = self.waves.iter().find(|(_, name)| name == text);
        let found = by_name.or_else(|| self.waves.iter().find(|(code, _)| code == text));
        found.map(|(code, _)| code.as_str())
    }

    /// Code of the wave before.
    pub(super) fn before(&self, wave: &str) -> Option<&str> {
        let at = self.waves.iter().position(|(code, _)| code == wave)?;
        let (code, _) = self.waves.get(at.checked_sub(1)?)?;
        Some(code)
    }

    /// Code of a branch, by its code.
    pub(super) fn branch(&self, code: &str) -> Option<&str> {
        let found = self.branches.iter().find(|(known, _)| known == code);
        found.map(|(code, _)| code.as_str())
    }

    /// Region of a branch, by its code.
    pub(super) fn region(&self, code: &str) -> Option<&str> {
        let at = self.branches.iter().position(|(known, _)| known == code)?;
        self.regions.get(at).map(String::as_str)
    }

    /// Code of a branch, by its title: code and name, or the code alone.
    pub(super) fn branch_of_title(&self, title: &str) -> Option<&str> {
        let found = self.branches.iter().find(|(code, name)| {
            let rest = title.strip_prefix(code.as_str());
            rest.is_some_and(|rest| {
                (rest.is_empty() && code == name) || rest.strip_prefix(' ') == Some(name.as_str())
            })
        });
        found.map(|(code, _)| code.as_str())
    }

    /// Id of a dimension, by its title.
    pub(super) fn dimension(&self, lang: Lang, title: &str) -> Option<&str> {
        let mut found = self.dimensions.iter();
        let found = found.find(|(_, known)| known.get(lang) == title);
        found.map(|(id, _)| id.as_str())
    }

    /// Ids of the items with this text, in order.
    pub(super) fn items<'a>(
        &'a self,
        lang: Lang,
        text: &'a str,
    ) -> impl Iterator<Item = &'a ReleasedItem> {
        self.items
            .iter()
            .filter(move |item| item.text.get(lang) == text)
    }

    /// A group of staff, by its word in the long or the short form.
    pub(super) fn audience(&self, lang: Lang, text: &str) -> Option<Audience> {
        Audience::ALL.into_iter().find(|audience| {
            ["group", "group-short"]
                .iter()
                .any(|form| self.word(lang, &format!("{form}-{}", audience.code())) == text)
        })
    }

    pub(super) fn motive_word(&self, lang: Lang, motive: Motive) -> String {
        let key = match motive {
            Motive::Want => "motive-want",
            Motive::Know => "motive-know",
            Motive::Can => "motive-can",
        };
        self.word(lang, key)
    }

    pub(super) fn lever_word(&self, lang: Lang, lever: Lever) -> String {
        let key = match lever {
            Lever::Standards => "lever-standards",
            Lever::Recruiting => "lever-recruiting",
            Lever::Training => "lever-training",
            Lever::Motivation => "lever-motivation",
            Lever::Control => "lever-control",
        };
        self.word(lang, key)
    }

    pub(super) fn motive(&self, lang: Lang, text: &str) -> Option<Motive> {
        let mut all = Motive::ALL.into_iter();
        all.find(|motive| self.motive_word(lang, *motive) == text)
    }

    pub(super) fn lever(&self, lang: Lang, text: &str) -> Option<Lever> {
        let mut all = Lever::ALL.into_iter();
        all.find(|lever| self.lever_word(lang, *lever) == text)
    }

    /// Is it the title of a customer measure?
    pub(super) fn is_measure(&self, lang: Lang, text: &str) -> bool {
        self.measure_titles(lang).iter().any(|title| title == text)
    }

    pub(super) fn measure_titles(&self, lang: Lang) -> Vec<String> {
        let title = |(measure, channel): &(String, Option<String>)| {
            let is_nps = measure == crate::domain::Measure::NPS;
            let (measure, channel) = (measure.as_str(), channel.as_deref());
            let with = |key: &str| {
                let channel = ("channel", Arg::Text(channel.unwrap_or_default()));
                (self.word)(lang, key, &[("measure", Arg::Text(measure)), channel])
            };
            match (channel, is_nps) {
                (None, true) => self.word(lang, "measure-nps"),
                (None, false) => measure.to_owned(),
                (Some(_), true) => with("outcome-nps-channel"),
                (Some(_), false) => with("outcome-measure-channel"),
            }
        };
        self.measures.iter().map(title).collect()
    }
}
