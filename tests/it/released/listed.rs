//! Branches that are called by their addresses: a name is known wherever it stands, whatever dots
//! are in it, alone, in a sentence, or in a list.

use std::io::Cursor;

use calamine::Reader as _;
use frontline::analysis::{HiddenWhat, Options, analyze};
use frontline::app::audit::released_names;
use frontline::app::demo::DemoChain;
use frontline::domain::{Dataset, Lang};
use frontline::export::Scope;
use frontline::i18n::message;
use frontline::phrases;

use super::planted::changed;
use super::{Demo, demo, left};

/// The chain with addresses for names, as many chains have them.
fn addresses(lang: Lang) -> Demo {
    let mut dataset: Dataset = DemoChain::generate(1, lang).dataset();
    for (at, branch) in dataset.branches.iter_mut().enumerate() {
        branch.name = format!("пр. Мира {at} · корп. 2");
    }
    let options = Options {
        draws: 100,
        permutations: 99,
        ..Options::default()
    };
    let findings = analyze(&dataset, &options, &mut |_| Ok(())).expect("nothing stops it");
    Demo {
        lang,
        names: released_names(&dataset),
        dataset,
        findings,
    }
}

#[test]
fn addresses_as_names_are_no_unknown_numbers() {
    for lang in Lang::ALL {
        let demo = addresses(lang);
        let bytes = demo.bytes(demo.last(), Scope::Full);
        let released = demo.book(&bytes);
        assert_eq!(left(&released), "", "{lang:?}");
    }
}

#[test]
fn a_number_among_listed_branches_is_noticed() {
    let demo = addresses(Lang::En);
    let bytes = demo.bytes(demo.last(), Scope::Full);
    // Between two branches of a list stands what nobody knows, or a count that stands nowhere.
    for stranger in ["Ivan 3", "n = 3"] {
        let list = format!("корп. 2 · {stranger} · 0");
        let planted = |text: &str| text.replace("корп. 2 · 0", &list);
        let changed = changed(&bytes, "xl/sharedStrings.xml", planted);
        assert_ne!(changed, bytes);
        let released = demo.book(&changed);
        let found = left(&released);
        assert!(
            found.contains(stranger) && found.contains("Method and audit!"),
            "{found}"
        );
    }
}

/// The rows of the sheet of method: what is hidden, group, why, where.
fn hidden_rows(demo: &Demo) -> Vec<[String; 4]> {
    let bytes = demo.bytes(demo.last(), Scope::Full);
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheet = message(demo.lang, "sheet-method");
    let range = book.worksheet_range(&sheet).expect("it is there");
    let rows = range.rows().map(|row| {
        // The first column is a margin; what a merged cell shows stands in its first column.
        [0, 1, 2, 5].map(|column| {
            row.get(column)
                .map_or_else(String::new, ToString::to_string)
        })
    });
    rows.collect()
}

#[test]
fn everything_that_is_hidden_stands_once_with_its_branch() {
    for lang in Lang::ALL {
        let demo = demo(lang);
        let rows = hidden_rows(demo);
        let findings = &demo.findings;
        let notes = &findings.waves[demo.last()].hidden;
        assert!(notes.len() > 60, "{}", notes.len());
        for note in notes {
            let branch = note.branch.expect("nothing of the company is hidden");
            let place = phrases::branch_title(findings, branch);
            let audience = phrases::audience(lang, note.audience);
            let why = phrases::hidden(lang, note.reason, findings.min_group);
            let is_meant = |what: &str| match note.what {
                HiddenWhat::Row => what == message(lang, "what-row"),
                HiddenWhat::Enps => what == message(lang, "what-enps"),
                HiddenWhat::Shares => what == message(lang, "what-shares"),
                HiddenWhat::Distributions => what == message(lang, "what-distributions"),
                HiddenWhat::Item(at) => what.contains(findings.items[at].short.get(lang)),
                HiddenWhat::Dimension(at) => what.contains(findings.dimensions[at].title.get(lang)),
            };
            let found = rows.iter().filter(|[what, group, reason, places]| {
                is_meant(what)
                    && *group == audience
                    && *reason == why
                    && places.split(" · ").any(|it| it == place)
            });
            assert_eq!(found.count(), 1, "{note:?}");
        }
        // The same for several branches stands once.
        let many = rows.iter().filter(|row| row[3].contains(" · "));
        assert!(many.count() > 3);
    }
}
