//! Names of people: given names from a word list, patronymics and surnames by their endings, initials,
//! and what stands beside them with a capital.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::MarkKind;
use super::forms::of_list;
use super::tokens::{Token, Tokens};

/// Forms of names that are everyday words.
const ORDINARY: [&str; 16] = [
    "люди",
    "людей",
    "лени",
    "тема",
    "темы",
    "теме",
    "тему",
    "темой",
    "сани",
    "дани",
    "коли",
    "толи",
    "рома",
    "ромом",
    "сони",
    "паши",
];
/// Words before a surname.
const TITLES: [&str; 16] = [
    "господин",
    "господина",
    "господину",
    "господином",
    "госпожа",
    "госпожи",
    "госпоже",
    "госпожу",
    "товарищ",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "madam",
];
/// Endings of patronymics in the nominative, shortest form last.
const PATRONYMICS: [&str; 8] = [
    "ович",
    "евич",
    "овна",
    "евна",
    "инична",
    "аныч",
    "алыч",
    "аич",
];
/// Patronymics that go by no rule.
const OWN_PATRONYMICS: [&str; 8] = [
    "палыч",
    "ильич",
    "кузьмич",
    "лукич",
    "фомич",
    "никитич",
    "никитична",
    "саныч",
];
/// Ordinary words with such an ending.
const NO_PATRONYMICS: [&str; 14] = [
    "основна",
    "виновна",
    "невиновна",
    "ровна",
    "духовна",
    "любовна",
    "условна",
    "безусловна",
    "полновна",
    "душевна",
    "плачевна",
    "царевна",
    "ежедневна",
    "королевна",
];
/// Endings of surnames, and what cases put behind them.
const SURNAMES: [(&[&str], &[&str]); 4] = [
    (
        &["ов", "ев", "ин", "ын"],
        &["", "а", "у", "ым", "е", "ой", "ы", "ых", "ыми"],
    ),
    (
        &["ск", "цк"],
        &["ий", "ая", "ого", "ому", "им", "ой", "ую", "ие", "их", "ом"],
    ),
    (&["чук", "юк", "ян", "янц"], &["", "а", "у", "ом", "е", "ы"]),
    (&["енко", "дзе", "швили", "оглы"], &[""]),
];
/// Places and things that look like surnames.
const NO_SURNAMES: [&str; 30] = [
    "ростов",
    "ростове",
    "саратов",
    "саратове",
    "тамбов",
    "тамбове",
    "псков",
    "пскове",
    "киев",
    "киеве",
    "азов",
    "берлин",
    "берлине",
    "пекин",
    "пекине",
    "сахалин",
    "сахалине",
    "магазин",
    "магазина",
    "магазине",
    "магазину",
    "админ",
    "логин",
    "отзовик",
    "московский",
    "московской",
    "российский",
    "российской",
    "английский",
    "русский",
];
/// Capitalised by courtesy, not by name.
const COURTESY: [&str; 14] = [
    "вы",
    "вас",
    "вам",
    "вами",
    "ваш",
    "ваша",
    "ваше",
    "ваши",
    "вашу",
    "вашего",
    "вашей",
    "вашим",
    "i",
    "hr",
];

/// Forms of given names; is the form an ordinary word too?
static GIVEN: LazyLock<BTreeMap<String, bool>> = LazyLock::new(|| {
    let mut all = of_list(include_str!("given_ru.txt"));
    all.extend(of_list(include_str!("given_en.txt")));
    all
});

/// Adds the names of a text.
pub(super) fn find(tokens: &Tokens<'_>, found: &mut Vec<(MarkKind, Range<usize>)>) {
    let mut named: Vec<bool> = (0..tokens.len()).map(|at| is_named(tokens, at)).collect();
    for at in 0..tokens.len() {
        if named[at] && tokens.get(at).is_some_and(Token::is_capital) {
            spread(tokens, at, &mut named);
        }
    }
    let mut at = 0;
    while at < named.len() {
        if !named[at] {
            at += 1;
            continue;
        }
        let mut last = at;
        while named.get(last + 1) == Some(&true)
            && tokens.get(last + 1).is_some_and(|next| is_near(next))
        {
            last += 1;
        }
        found.push((MarkKind::Name, tokens.span(at, last)));
        at = last + 1;
    }
}

/// Is it a name by itself?
fn is_named(tokens: &Tokens<'_>, at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let is_capital = token.is_capital();
    if let Some(is_common) = GIVEN.get(&token.lower)
        && (is_capital && !token.is_first || !token.is(&ORDINARY))
    {
        let is_plain = !is_common && (is_capital || token.len() >= 5);
        let is_meant = is_capital && (!token.is_first || is_beside_name(tokens, at));
        if is_plain || is_meant {
            return true;
        }
    }
    if !is_capital || token.is_initial() || token.is(&COURTESY) {
        return false;
    }
    let is_titled = tokens
        .before(at, 1)
        .is_some_and(|before| before.is(&TITLES) && (token.follows() || token.gap == ". "));
    is_titled
        || is_patronymic(&token.lower)
        || beside_initials(tokens, at)
        || is_surname(&token.lower) && (!token.is_first || is_beside_name(tokens, at))
}

fn is_near(next: &Token<'_>) -> bool {
    next.follows() || matches!(next.gap, "." | ". " | "-" | ".\u{a0}")
}

/// A surname and a given name, whichever comes first, make each other certain.
fn is_beside_name(tokens: &Tokens<'_>, at: usize) -> bool {
    let certain = |token: &Token<'_>| {
        token.is_capital()
            && (GIVEN.get(&token.lower) == Some(&false)
                || is_patronymic(&token.lower)
                || is_surname(&token.lower))
    };
    let next = tokens.get(at + 1);
    next.is_some_and(|next| next.follows() && certain(next))
        || tokens.get(at).is_some_and(Token::follows) && tokens.before(at, 1).is_some_and(certain)
}

/// «Иванов И. И.», «А. Петрова», “J. Smith”.
fn beside_initials(tokens: &Tokens<'_>, at: usize) -> bool {
    let is_initial = |at: usize| {
        tokens.get(at).is_some_and(Token::is_initial)
            && tokens
                .get(at + 1)
                .is_none_or(|next| next.gap.starts_with('.'))
    };
    let follows = tokens.get(at + 1).is_some_and(Token::follows) && {
        // At the end of a text the full stop is no token: an initial alone is enough there.
        let is_pronoun = tokens.get(at + 1).is_some_and(|it| it.is(&["я", "i"]));
        let fits = |it: &Token<'_>| !it.is_first || is_surname(&it.lower);
        is_initial(at + 1) && !is_pronoun && tokens.get(at).is_some_and(fits)
    };
    let before = tokens.get(at).is_some_and(|it| it.gap.starts_with('.'))
        && at > 0
        && tokens.get(at - 1).is_some_and(Token::is_initial);
    follows || before
}

fn is_patronymic(lower: &str) -> bool {
    let nominative = |word: &str| {
        OWN_PATRONYMICS.contains(&word)
            || !NO_PATRONYMICS.contains(&word)
                && PATRONYMICS.iter().any(|ending| {
                    word.strip_suffix(ending)
                        .is_some_and(|stem| stem.chars().count() >= 2)
                })
    };
    // Back to the nominative: -овича → -ович, -овне → -овна.
    nominative(lower)
        || ["а", "у", "ем", "е"]
            .iter()
            .filter_map(|ending| lower.strip_suffix(ending))
            .any(|stem| stem.ends_with('ч') && nominative(stem))
        || ["ы", "е", "у", "ой"]
            .iter()
            .filter_map(|ending| lower.strip_suffix(ending))
            .any(|stem| stem.ends_with('н') && nominative(&format!("{stem}а")))
}

fn is_surname(lower: &str) -> bool {
    if lower.chars().count() < 5 || NO_SURNAMES.contains(&lower) {
        return false;
    }
    SURNAMES.iter().any(|(stems, cases)| {
        let stripped = cases.iter().filter_map(|case| lower.strip_suffix(case));
        stripped
            .filter_map(|word| stems.iter().find_map(|stem| word.strip_suffix(stem)))
            .any(|rest| rest.chars().count() >= 2)
    })
}

/// Capitals right beside a name belong to it, and initials.
fn spread(tokens: &Tokens<'_>, at: usize, named: &mut [bool]) {
    let fits = |token: &Token<'_>| token.is_capital() && !token.is(&COURTESY);
    let Some(own) = tokens.get(at) else {
        return;
    };
    let is_shouted = |token: &Token<'_>| token.len() > 1 && token.text.to_uppercase() == token.text;
    let shouts = is_shouted(own);
    if let Some(next) = tokens.get(at + 1)
        && next.follows()
        && fits(next)
        && is_shouted(next) == shouts
    {
        named[at + 1] = true;
    }
    if let Some(before) = tokens.before(at, 1)
        && is_near(own)
        && fits(before)
        && (before.is_initial()
            || !before.is_first && own.follows() && is_shouted(before) == shouts)
    {
        named[at - 1] = true;
    }
    // «И. И.» after a surname.
    let mut next = at + 1;
    while let Some(token) = tokens.get(next)
        && token.is_initial()
        && is_near(token)
        && !token.is(&["я", "i"])
    {
        named[next] = true;
        next += 1;
    }
}
