//! Spelling that does not matter: case, «ё», punctuation, kinds of spaces. And the distance between
//! two words. No dictionaries here.

/// Lower case, «е» for «ё», every run of other characters one space.
pub(super) fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_gap = false;
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = if c == 'ё' { 'е' } else { c };
        if c.is_alphanumeric() {
            if is_gap && !out.is_empty() {
                out.push(' ');
            }
            is_gap = false;
            out.push(c);
        } else if c != '\u{301}' {
            is_gap = true;
        }
    }
    out
}

/// How well a normalised head fits a word: 100 the same, 85 it begins so, 70 it contains it. A word
/// that ends in `*` is a stem: any word that begins so.
pub(super) fn fit(head: &str, word: &str) -> u32 {
    if let Some(stem) = word.strip_suffix('*') {
        if stem.contains(' ') {
            let is_inside = format!(" {head}").contains(&format!(" {stem}"));
            return if head.starts_with(stem) {
                80
            } else {
                65 * u32::from(is_inside)
            };
        }
        let position = head.split(' ').position(|token| token.starts_with(stem));
        return match position {
            Some(0) if !head.contains(' ') => 95,
            Some(0) => 80,
            Some(_) => 65,
            None => 0,
        };
    }
    if head == word {
        return 100;
    }
    match head.strip_prefix(word) {
        Some(rest) if rest.starts_with(' ') => return 85,
        Some(_) | None => {}
    }
    let inner = format!(" {word} ");
    if format!(" {head} ").contains(&inner) {
        70
    } else {
        0
    }
}

/// The best fit among words.
pub(super) fn best_fit(head: &str, words: &[&str]) -> u32 {
    words.iter().map(|word| fit(head, word)).max().unwrap_or(0)
}

/// Edit distance as a share of the longer word: 0 the same, 1 nothing in common.
pub(super) fn distance(a: &str, b: &str) -> f64 {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 0.0;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (j, y) in b.iter().enumerate() {
            let above = row.get(j + 1).copied().unwrap_or(usize::MAX);
            let changed = corner + usize::from(x != y);
            corner = above;
            left = changed.min(above + 1).min(left + 1);
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = left;
            }
        }
    }
    let edits = if b.is_empty() {
        a.len()
    } else {
        row.last().copied().unwrap_or(longest)
    };
    // Lengths of names: far below what a float counts exactly.
    #[expect(clippy::cast_precision_loss, reason = "names are shorter than 2^52")]
    let share = edits as f64 / longest as f64;
    share
}

/// Text as it may be shown in a list of refusals: no control or direction characters, cut short.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 80;
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let clean: String = text
        .chars()
        .filter(|c| !is_hidden(*c))
        .take(MOST + 1)
        .collect();
    if clean.chars().count() > MOST {
        let mut cut: String = clean.chars().take(MOST).collect();
        cut.push('…');
        cut
    } else {
        clean
    }
}
