//! Which columns speak of persons. They are dropped before anything is stored, whatever else is
//! asked for, and the report lists them by head.

use super::kind::ImportKind;
use super::normal::best_fit;
use super::normal::normal;
use super::table::{Cell, RawTable};

/// Why a column is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DropReason {
    /// Names of people.
    Name,
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Phone,
    /// Network addresses and devices.
    Address,
    /// Tokens, numbers of sheets, personnel numbers.
    Token,
    /// Times of answering, durations.
    Time,
    /// Free text, in which people may name themselves.
    FreeText,
    /// No meaning was given to it.
    NotTaken,
}

impl DropReason {
    /// All reasons.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Email,
        Self::Phone,
        Self::Address,
        Self::Token,
        Self::Time,
        Self::FreeText,
        Self::NotTaken,
    ];

    /// The Fluent key of its words.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "import-dropped-name",
            Self::Email => "import-dropped-email",
            Self::Phone => "import-dropped-phone",
            Self::Address => "import-dropped-address",
            Self::Token => "import-dropped-token",
            Self::Time => "import-dropped-time",
            Self::FreeText => "import-dropped-free-text",
            Self::NotTaken => "import-dropped-not-taken",
        }
    }

    /// Does it protect people, so that the user cannot choose otherwise?
    #[must_use]
    pub const fn is_personal(self) -> bool {
        !matches!(self, Self::NotTaken)
    }
}

/// A column that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// Its head.
    pub head: String,
    /// Why.
    pub why: DropReason,
}

const NAME: &[&str] = &[
    "фио",
    "ф и о",
    "имя",
    "фамилия",
    "отчество",
    "имя и фамилия",
    "ваше имя",
    "как вас зовут",
    "name",
    "full name",
    "first name",
    "last name",
    "your name",
    "respondent name",
    "employee",
    "employee name",
    "сотрудник",
    "username",
    "user name",
    "user",
    "пользователь",
    "логин",
    "login",
    "гость",
    "имя гостя",
    "клиент",
    "customer name",
    "имя клиента",
    "manager name",
    "руководитель",
    "директор",
    "управляющий",
    "customer",
    "guest name",
];
const EMAIL: &[&str] = &[
    "email*",
    "e mail",
    "mail",
    "почта",
    "электронная почта",
    "адрес электронной почты",
    "электронный адрес",
    "эл почта",
    "имейл",
    "username e mail",
];
const PHONE: &[&str] = &[
    "phone*",
    "телефон*",
    "mobile",
    "мобильный",
    "тел",
    "номер телефона",
    "contact phone",
    "whatsapp",
];
const ADDRESS: &[&str] = &[
    "ip",
    "ip*",
    "ip address",
    "ip адрес",
    "ipaddr",
    "user agent",
    "useragent",
    "refurl",
    "referrer",
    "referer",
    "device*",
    "устройство",
    "deviceid",
    "simid",
    "simserial",
    "subscriberid",
    "browser",
    "браузер",
    "gps*",
    "geo*",
    "latitude",
    "longitude",
    "cookie*",
];
const TOKEN: &[&str] = &[
    "id",
    "ид",
    "_id",
    "token",
    "токен",
    "ключ",
    "key",
    "uuid",
    "_uuid",
    "response id",
    "respondent id",
    "collector id",
    "instanceid",
    "instance id",
    "seed",
    "номер анкеты",
    "id анкеты",
    "id ответа",
    "код ответа",
    "код респондента",
    "идентификатор",
    "табельный номер",
    "табельный",
    "employee id",
    "staff id",
    "personnel number",
    "custom data*",
    "_submitted by",
    "submitted by",
    "__version__",
    "version",
    "_index",
    "index",
    "_validation_status",
    "_tags",
    "_notes",
    "_status",
    "снилс",
    "паспорт",
    "инн",
    "дата рождения",
    "birth*",
    "возраст",
    "collector",
    "chat id",
];
const TIME: &[&str] = &[
    "отметка времени",
    "timestamp",
    "start time",
    "completion time",
    "время начала",
    "время выполнения",
    "время завершения",
    "last modified time",
    "время последнего изменения",
    "submitdate",
    "startdate",
    "datestamp",
    "date submitted",
    "date created",
    "date modified",
    "дата начала",
    "дата отправки",
    "дата последнего действия",
    "start",
    "end",
    "today",
    "submission time",
    "_submission_time",
    "duration*",
    "длительность",
    "время заполнения",
    "interviewtime",
    "время создания",
    "created",
    "дата создания",
    "дата заполнения",
    "дата прохождения",
    "started",
    "submitted",
    "date started",
    "date last action",
    "lastpage",
    "last page",
    "последняя страница",
    "startlanguage",
    "start language",
    "язык",
    "начальный язык",
    "общее время",
    "total time",
];
const FREE_TEXT: &[&str] = &[
    "комментар*",
    "comment*",
    "пожелани*",
    "предложени*",
    "отзыв*",
    "feedback",
    "review",
    "текст",
    "напишите*",
    "расскажите*",
    "опишите*",
    "note*",
    "примечани*",
    "other",
    "другое",
    "свой вариант",
    "open ended response",
    "что нам улучшить",
    "что бы вы изменили*",
];

/// What a head says about persons, in a file of this kind.
pub(super) fn of_head(kind: ImportKind, head: &str) -> Option<DropReason> {
    // LimeSurvey may write `submitdate. Date submitted`.
    let code = head
        .split_once(". ")
        .map(|(code, _)| code)
        .filter(|code| !code.contains(' '));
    of_words(kind, &normal(head)).or_else(|| code.and_then(|code| of_words(kind, &normal(code))))
}

fn of_words(kind: ImportKind, head: &str) -> Option<DropReason> {
    // A fit of 85 begins with the word; "contains" would drop whole questions.
    let says = |words: &[&str], least: u32| best_fit(head, words) >= least;
    let words = head.split(' ').count();
    if says(EMAIL, 70) && words <= 6 {
        return Some(DropReason::Email);
    }
    if says(PHONE, 70) && words <= 4 {
        return Some(DropReason::Phone);
    }
    let has_names = matches!(
        kind,
        ImportKind::Answers | ImportKind::Outcomes | ImportKind::StaffScores | ImportKind::Branches
    );
    if has_names && words <= 4 && says(NAME, 85) {
        return Some(DropReason::Name);
    }
    if words <= 3 && says(ADDRESS, 95) {
        return Some(DropReason::Address);
    }
    if words <= 4 && says(TOKEN, 100) {
        return Some(DropReason::Token);
    }
    if kind == ImportKind::Answers && says(TIME, 100) {
        return Some(DropReason::Time);
    }
    if words <= 12 && says(FREE_TEXT, 65) {
        return Some(DropReason::FreeText);
    }
    None
}

/// What the first rows of a column say about persons.
pub(super) fn of_content(table: &RawTable, column: usize) -> Option<DropReason> {
    const ROWS: usize = 200;
    let (mut all, mut mails, mut phones, mut long) = (0_usize, 0_usize, 0_usize, 0_usize);
    for cell in table.sample(column, ROWS) {
        all += 1;
        if let Cell::Text(text) = cell {
            mails += usize::from(is_mail(text));
            phones += usize::from(is_phone(text));
            long += usize::from(text.chars().count() > 60);
        }
    }
    if all > 0 && mails * 10 >= all * 3 {
        return Some(DropReason::Email);
    }
    if all > 0 && phones * 10 >= all * 5 {
        return Some(DropReason::Phone);
    }
    if all > 0 && long * 10 >= all * 3 {
        return Some(DropReason::FreeText);
    }
    None
}

fn is_mail(text: &str) -> bool {
    let Some((user, host)) = text.split_once('@') else {
        return false;
    };
    !user.is_empty() && host.contains('.') && !text.contains(' ')
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_shape = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | ' ' | '\u{a0}'));
    is_shape
        && (10..=15).contains(&digits)
        && (text.starts_with('+') || text.starts_with('8') || text.contains('('))
}
