//! Numbers and days as each language writes them.

use crate::domain::{Date, Lang, Month, Period};

/// Minus sign; the hyphen is shorter than the digits are wide.
const MINUS: char = '\u{2212}';
/// Between thousands in Russian; does not break the line.
const THIN_SPACE: char = '\u{202f}';

/// A number with exactly `places` decimals: `1 234,5` and `1,234.5`. Never “−0”.
#[must_use]
pub fn decimal(lang: Lang, value: f64, places: usize) -> String {
    let text = format!("{:.places$}", value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let is_zero = text.chars().all(|c| c == '0' || c == '.');
    let mut out = String::with_capacity(text.len() + 4);
    if value < 0.0 && !is_zero {
        out.push(MINUS);
    }
    let digits = whole.len();
    for (position, digit) in whole.chars().enumerate() {
        let left = digits - position;
        // Four digits stay together in Russian, as typographers there ask.
        if position > 0 && left.is_multiple_of(3) && (lang == Lang::En || digits > 4) {
            out.push(if lang == Lang::Ru { THIN_SPACE } else { ',' });
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(if lang == Lang::Ru { ',' } else { '.' });
        out.push_str(fraction);
    }
    out
}

/// The same with a sign always: `+0,3`, `−0,3`, and `0,0`.
#[must_use]
pub fn signed(lang: Lang, value: f64, places: usize) -> String {
    let text = decimal(lang, value, places);
    let is_zero = !text.chars().any(|c| c.is_ascii_digit() && c != '0');
    if value > 0.0 && !is_zero {
        format!("+{text}")
    } else {
        text
    }
}

/// A whole number.
#[must_use]
pub fn count(lang: Lang, value: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    decimal(lang, value as f64, 0)
}

/// A share of 1 as a whole percentage: `64 %` and `64%`.
#[must_use]
pub fn percent(lang: Lang, share: f64) -> String {
    let number = decimal(lang, share * 100.0, 0);
    match lang {
        Lang::Ru => format!("{number}\u{a0}%"),
        Lang::En => format!("{number}%"),
    }
}

/// An interval: `0,29…0,87`.
#[must_use]
pub fn interval(lang: Lang, low: f64, high: f64, places: usize) -> String {
    format!(
        "{}…{}",
        decimal(lang, low, places),
        decimal(lang, high, places)
    )
}

/// An interval of a difference, signed: `−0,6…+0,2`.
#[must_use]
pub fn signed_interval(lang: Lang, low: f64, high: f64, places: usize) -> String {
    format!(
        "{}…{}",
        signed(lang, low, places),
        signed(lang, high, places)
    )
}

/// A p value: three decimals, and `< 0,001` below.
#[must_use]
pub fn p_value(lang: Lang, p: f64) -> String {
    if p < 0.001 {
        format!("< {}", decimal(lang, 0.001, 3))
    } else {
        decimal(lang, p, 3)
    }
}

/// A p value as it stands in a sentence: `p = 0,025`, `p < 0,001`.
#[must_use]
pub fn p_statement(lang: Lang, p: f64) -> String {
    let text = p_value(lang, p);
    if text.starts_with('<') {
        format!("p {text}")
    } else {
        format!("p = {text}")
    }
}

/// A day: «29 мая 2026», “29 May 2026”.
#[must_use]
pub fn day(lang: Lang, date: Date) -> String {
    let key = format!("month-of-day-{}", date.month());
    format!(
        "{}\u{a0}{} {}",
        date.day(),
        super::message(lang, &key),
        date.year()
    )
}

/// A day without its year: «29 мая», “29 May”.
#[must_use]
pub fn day_of_year(lang: Lang, date: Date) -> String {
    let key = format!("month-of-day-{}", date.month());
    format!("{}\u{a0}{}", date.day(), super::message(lang, &key))
}

/// A month: «май 2026», “May 2026”.
#[must_use]
pub fn month(lang: Lang, month: Month) -> String {
    let key = format!("month-{}", month.month());
    format!("{} {}", super::message(lang, &key), month.year())
}

/// A period of months: «апрель–июнь 2026».
#[must_use]
pub fn months(lang: Lang, first: Month, last: Month) -> String {
    if first == last {
        return month(lang, first);
    }
    if first.year() == last.year() {
        let key = format!("month-{}", first.month());
        return format!("{}–{}", super::message(lang, &key), month(lang, last));
    }
    format!("{} – {}", month(lang, first), month(lang, last))
}

/// Months for a narrow column: without a year that both have, and with room to break after the dash.
#[must_use]
pub fn months_in_column(lang: Lang, first: Month, last: Month) -> String {
    if first == last || first.year() != last.year() {
        return months(lang, first, last);
    }
    let word = |month: Month| super::message(lang, &format!("month-{}", month.month()));
    format!("{}\u{a0}– {}", word(first), word(last))
}

/// Any period.
#[must_use]
pub fn period(lang: Lang, period: &Period) -> String {
    match period {
        Period::Wave(code) => code.as_str().to_owned(),
        Period::Months(first, last) => months(lang, *first, *last),
        Period::Any => super::message(lang, "period-any"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(decimal(Lang::Ru, 12345.67, 1), "12\u{202f}345,7");
        assert_eq!(decimal(Lang::En, 12345.67, 1), "12,345.7");
        assert_eq!(decimal(Lang::Ru, 1231.0, 0), "1231");
        assert_eq!(decimal(Lang::Ru, -0.04, 1), "0,0");
        assert_eq!(signed(Lang::Ru, -0.56, 1), "\u{2212}0,6");
        assert_eq!(signed(Lang::En, 0.3, 1), "+0.3");
        assert_eq!(signed(Lang::En, 0.01, 1), "0.0");
        assert_eq!(percent(Lang::Ru, 0.64), "64\u{a0}%");
    }
}
