//! Which program wrote the file, told by its service columns. A preset only helps to name and to
//! drop; the items are matched the same way for all.

use super::normal::normal;
use super::table::RawTable;

/// A program that exports answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Preset {
    /// Google Forms, through Google Sheets.
    GoogleForms,
    /// Microsoft Forms.
    MicrosoftForms,
    /// LimeSurvey, with question codes or with full texts.
    LimeSurvey,
    /// SurveyMonkey, two head rows.
    SurveyMonkey,
    /// Yandex Forms.
    YandexForms,
    /// KoBoToolbox and other ODK servers.
    Kobo,
}

impl Preset {
    /// All presets.
    pub const ALL: [Self; 6] = [
        Self::GoogleForms,
        Self::MicrosoftForms,
        Self::LimeSurvey,
        Self::SurveyMonkey,
        Self::YandexForms,
        Self::Kobo,
    ];

    /// The Fluent key of its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::GoogleForms => "import-preset-google-forms",
            Self::MicrosoftForms => "import-preset-microsoft-forms",
            Self::LimeSurvey => "import-preset-limesurvey",
            Self::SurveyMonkey => "import-preset-surveymonkey",
            Self::YandexForms => "import-preset-yandex-forms",
            Self::Kobo => "import-preset-kobo",
        }
    }

    /// Heads that tell the program: all of one line must be there.
    const fn marks(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::GoogleForms => &[&["отметка времени"], &["timestamp"]],
            Self::MicrosoftForms => &[
                &["id", "start time", "completion time"],
                &["id", "время начала", "время выполнения"],
                &["ид", "время начала", "время выполнения"],
                &["id", "время начала", "время завершения"],
                &["идентификатор", "время начала", "время выполнения"],
            ],
            Self::LimeSurvey => &[
                &["submitdate", "startlanguage"],
                &["submitdate", "lastpage"],
                &["response id", "date submitted", "last page"],
                &["id ответа", "дата отправки", "последняя страница"],
                &["код ответа", "дата отправки"],
            ],
            Self::SurveyMonkey => &[&["respondent id", "collector id"]],
            Self::YandexForms => &[
                &["id", "время создания"],
                &["id ответа", "время создания"],
                &["id", "created"],
            ],
            Self::Kobo => &[
                &["id", "uuid", "submission time"],
                &["start", "end", "uuid"],
                &["instanceid"],
            ],
        }
    }

    /// The program that wrote a table.
    #[must_use]
    pub fn of(table: &RawTable) -> Option<Self> {
        // LimeSurvey may write `submitdate. Date submitted`.
        let codes = table
            .heads()
            .iter()
            .filter_map(|head| head.split_once(". "))
            .map(|(code, _)| code);
        let heads: Vec<String> = table
            .heads()
            .iter()
            .map(String::as_str)
            .chain(codes)
            .map(normal)
            .collect();
        let has = |mark: &&str| {
            heads.iter().any(|head| {
                head == mark || head.ends_with(&format!(" {mark}")) && *mark == "instanceid"
            })
        };
        // The longest line of marks first: Kobo and Microsoft have an "id" of their own.
        let by_marks = |preset: &Self| {
            preset
                .marks()
                .iter()
                .filter(|line| line.iter().all(has))
                .map(|line| line.len())
                .max()
        };
        Self::ALL
            .into_iter()
            .filter_map(|preset| by_marks(&preset).map(|count| (count, preset)))
            .fold(None, |best: Option<(usize, Self)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                Some(_) | None => Some(next),
            })
            .map(|(_, preset)| preset)
    }
}
