//! Method and audit: the rules, what is hidden and why, every formula in words with its source,
//! reliability of the dimensions, seed and versions.

use rust_xlsxwriter::{FormatAlign, Worksheet};

use super::context::Context;
use super::page::{Col, FIRST, Page};
use super::{reliability, style};
use crate::analysis::{HiddenNote, HiddenWhat, Source};
use crate::disclosure::Reason;
use crate::domain::{Audience, MinGroup};
use crate::error::Result;
use crate::i18n::{METHODS, has_message, method_text, number};
use crate::phrases;
use crate::tr;

const WIDTHS: [f64; 8] = [34.0, 26.0, 12.0, 12.0, 12.0, 12.0, 14.0, 24.0];
const TEXT: (Col, Col) = (2, 8);
/// Columns of the table of what is hidden.
const WHY: (Col, Col) = (3, 5);
const WHERE: (Col, Col) = (6, 8);
/// So many branches in a row of it at most: Excel knows no rows higher than this.
const TOGETHER: usize = 24;
const HIGHEST: f64 = 405.0;

pub(super) fn build(context: &Context<'_>, sheet: &mut Worksheet) -> Result<()> {
    let mut page = Page::new(context, sheet, &WIDTHS)?;
    page.title(&context.text("audit-title"), &context.text("audit-lead"))?;
    rules(context, &mut page)?;
    origin(context, &mut page)?;
    hidden(context, &mut page)?;
    reliability::tables(context, &mut page)?;
    extras(context, &mut page)?;
    page.section(&context.text("audit-formulas"))?;
    for name in METHODS {
        if has_message(context.lang, &format!("method-{name}-title")) {
            let (title, text) = method_text(context.lang, name);
            entry(&mut page, &title, &text)?;
        }
    }
    page.finish(None)
}

/// What made the report, and the seed of its draws. It stands near the rules: alone at the end it
/// would take a page.
fn origin(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    page.section(&context.text("audit-origin"))?;
    entry(
        page,
        &context.text("audit-program"),
        concat!("Frontline ", env!("CARGO_PKG_VERSION")),
    )?;
    let seed = context.findings.seed.to_string();
    entry(
        page,
        &context.text("audit-seed"),
        &tr!(
            context.lang,
            "audit-seed-text",
            seed = seed,
            draws = whole(context, context.findings.draws),
            permutations = whole(context, context.findings.permutations)
        ),
    )?;
    page.row += 1;
    Ok(())
}

fn whole(context: &Context<'_>, n: usize) -> String {
    number::count(context.lang, u64::try_from(n).unwrap_or(u64::MAX))
}

/// A name and a text that may need several lines.
fn entry(page: &mut Page<'_>, name: &str, text: &str) -> Result<()> {
    let top = FormatAlign::Top;
    page.text(
        (page.row, FIRST),
        name,
        &style::cell_text().set_bold().set_align(top),
    )?;
    let text_look = style::cell_text()
        .set_align(top)
        .set_align(FormatAlign::Left);
    page.across(TEXT, text, &text_look.set_indent(1))?;
    let height = page
        .height(TEXT, text, 10.0)
        .max(page.height((FIRST, FIRST), name, 10.5));
    page.sheet.set_row_height(page.row, height)?;
    page.row += 1;
    Ok(())
}

fn rules(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let k = i64::from(context.min_group.get());
    page.section(&context.text("audit-rules"))?;
    let source = match context.wave.source {
        Source::Sheets => "rule-source-sheets",
        Source::Blocks => "rule-source-blocks",
        Source::Means => "rule-source-means",
    };
    let five = if context.min_group == MinGroup::default() {
        "rule-detail"
    } else {
        "rule-detail-strict"
    };
    let rules = [
        (
            "rule-threshold",
            tr!(context.lang, "rule-threshold-text", k = k),
        ),
        ("rule-difference", context.text("rule-difference-text")),
        ("rule-merged", tr!(context.lang, "rule-merged-text", k = k)),
        (
            "rule-detail",
            tr!(context.lang, &format!("{five}-text"), k = k),
        ),
        ("rule-raw", context.text("rule-raw-text")),
        ("rule-source", context.text(source)),
        ("rule-customers", context.text("rule-customers-text")),
    ];
    for (name, text) in rules {
        entry(page, &context.text(name), &text)?;
    }
    if let Some((proven, looked)) = crate::phrases::proof(context.lang, context.findings) {
        entry(page, &proven, &looked)?;
    } else {
        let [head, text] = ["proof-none", "proof-none-text"].map(|key| context.text(key));
        entry(page, &head, &text)?;
    }
    page.row += 1;
    Ok(())
}

fn hidden(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    page.section(&context.text("audit-hidden"))?;
    let own = context.own_branch();
    let may_name =
        |note: &&HiddenNote| own.is_none() || note.branch.is_none() || note.branch == own;
    let notes: Vec<&HiddenNote> = context.wave.hidden.iter().filter(may_name).collect();
    if notes.is_empty() {
        page.paragraph(&context.text("audit-hidden-none"), &style::text())?;
        page.row += 1;
        return Ok(());
    }
    table(context, page, &groups(&notes))
}

/// What is hidden for the same reason at several branches stands once, with all of them.
struct Group {
    audience: Audience,
    reason: Reason,
    what: Vec<HiddenWhat>,
    /// None for the company.
    branches: Vec<Option<usize>>,
}

/// Notes in groups, in the order in which each was met first.
fn groups(notes: &[&HiddenNote]) -> Vec<Group> {
    let mut places: Vec<Group> = Vec::new();
    for note in notes {
        let same = |it: &&mut Group| {
            it.branches == [note.branch]
                && (it.audience, it.reason) == (note.audience, note.reason)
                && it.what.iter().chain([&note.what]).all(is_question)
        };
        match places.iter_mut().find(same) {
            Some(place) => place.what.push(note.what),
            None => places.push(Group {
                audience: note.audience,
                reason: note.reason,
                what: vec![note.what],
                branches: vec![note.branch],
            }),
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    for place in places {
        let same = |it: &&mut Group| {
            (it.audience, it.reason) == (place.audience, place.reason)
                && it.what == place.what
                && it.branches.len() < TOGETHER
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.branches.extend(place.branches),
            None => groups.push(place),
        }
    }
    groups
}

fn is_question(what: &HiddenWhat) -> bool {
    matches!(what, HiddenWhat::Item(_))
}

fn table(context: &Context<'_>, page: &mut Page<'_>, groups: &[Group]) -> Result<()> {
    let blank = || (String::new(), style::head());
    page.heads(&[
        (context.text("book-column-what"), style::head()),
        (context.text("book-column-group"), style::head_word()),
        (context.text("book-column-why"), style::head_word()),
        blank(),
        blank(),
        (context.text("book-column-where"), style::head_word()),
        blank(),
        blank(),
    ])?;
    let top = style::cell_text().set_align(FormatAlign::Top);
    let apart = top.clone().set_align(FormatAlign::Left).set_indent(1);
    for group in groups {
        let what = what_of(context, &group.what);
        let why = phrases::hidden(context.lang, group.reason, context.min_group);
        let names = group.branches.iter().map(|branch| match branch {
            Some(branch) => phrases::branch_title(context.findings, *branch),
            None => context.text("company"),
        });
        let names = names.collect::<Vec<_>>().join(" · ");
        let audience = phrases::audience(context.lang, group.audience);
        page.text((page.row, 1), &what, &top)?;
        page.text((page.row, 2), &audience, &apart)?;
        page.across(WHY, &why, &apart)?;
        page.across(WHERE, &names, &apart)?;
        let height = page
            .height((1, 1), &what, 10.0)
            .max(page.height(WHY, &why, 10.3))
            .max(page.height(WHERE, &names, 10.3));
        page.sheet.set_row_height(page.row, height.min(HIGHEST))?;
        page.row += 1;
    }
    page.row += 1;
    Ok(())
}

/// One thing, or the questions of a list.
fn what_of(context: &Context<'_>, list: &[HiddenWhat]) -> String {
    if let [one] = list {
        return what(context, *one);
    }
    let names = list.iter().filter_map(|it| match it {
        HiddenWhat::Item(position) => {
            let item = context.findings.items.get(*position)?;
            let name = item.short.get(context.lang);
            Some(tr!(context.lang, "what-item-name", item = name))
        }
        HiddenWhat::Row
        | HiddenWhat::Dimension(_)
        | HiddenWhat::Enps
        | HiddenWhat::Shares
        | HiddenWhat::Distributions => None,
    });
    let items = names.collect::<Vec<_>>().join(", ");
    tr!(context.lang, "what-items", items = items)
}

fn what(context: &Context<'_>, what: HiddenWhat) -> String {
    match what {
        HiddenWhat::Row => context.text("what-row"),
        HiddenWhat::Dimension(position) => {
            tr!(
                context.lang,
                "what-dimension",
                dimension = context.dimension(position)
            )
        }
        HiddenWhat::Item(position) => {
            let item = context.findings.items.get(position);
            let text = item.map_or("", |item| item.short.get(context.lang));
            tr!(context.lang, "what-item", item = text)
        }
        HiddenWhat::Enps => context.text("what-enps"),
        HiddenWhat::Shares => context.text("what-shares"),
        HiddenWhat::Distributions => context.text("what-distributions"),
    }
}

/// The second looks at the headline pair.
fn extras(context: &Context<'_>, page: &mut Page<'_>) -> Result<()> {
    let Some(link) = super::linkage::headline(context) else {
        return Ok(());
    };
    // Else its title may stand alone below the tables.
    page.break_here();
    page.section(&context.text("extras-title"))?;
    let pair = super::linkage::side_title(context, link.dimension, link.audience);
    let outcome = context.findings.outcomes.get(link.outcome);
    let outcome = outcome.map_or_else(String::new, |it| phrases::outcome_title(context.lang, it));
    let note = context.text("extras-note");
    page.note(&format!("{pair} · {outcome}. {note}"))?;
    for (name, text) in phrases::link_extras(context.lang, &link.extras) {
        entry(page, &name, &text)?;
    }
    page.row += 1;
    Ok(())
}
