//! The demo's CSV files come back through the import as what they were written from.

use frontline::app::demo::{DemoChain, asked_items, questionnaire};
use frontline::domain::{Branch, BranchCode, Lang, StaffGroup};
use frontline::import::{Accepted, Context, ImportKind, ReadLimits, check, guess, read_table};

/// Reads a file with the kind left to the guess, and refuses to lose a row.
fn import(name: &str, text: &str, kind: ImportKind, context: &Context<'_>) -> Accepted {
    let mut tick = |_: u64, _: u64| Ok(());
    let table = read_table(
        name,
        text.as_bytes(),
        &ReadLimits::default(),
        None,
        &mut tick,
    )
    .expect("the demo writes files that can be read");
    let guessed = guess(&table, None, context);
    assert_eq!(guessed.mapping.kind, kind, "{name}");
    let checked = check(&table, &guessed.mapping, context, &mut tick).expect("a complete mapping");
    assert_eq!(checked.refused, [], "{name}");
    checked.accepted
}

fn context(branches: &[Branch]) -> Context<'_> {
    Context {
        questionnaire: Some(questionnaire()),
        ..Context::new(branches)
    }
}

#[test]
fn the_branch_list_comes_back() {
    for lang in Lang::ALL {
        let chain = DemoChain::generate(8, lang);
        let text = chain.branches_csv();
        let accepted = import("branches.csv", &text, ImportKind::Branches, &context(&[]));
        assert_eq!(accepted, Accepted::Branches(chain.branches), "{lang:?}");
    }
}

#[test]
fn the_customer_files_come_back() {
    for lang in Lang::ALL {
        let chain = DemoChain::generate(8, lang);
        let context = context(&chain.branches);
        let mut found = Vec::new();
        for (name, text) in [
            ("nps.csv", chain.nps_csv()),
            ("visits.csv", chain.measures_csv()),
        ] {
            let accepted = import(name, &text, ImportKind::Outcomes, &context);
            let Accepted::Outcomes(outcomes) = accepted else {
                panic!("{name}: {accepted:?}")
            };
            found.extend(outcomes);
        }
        let mut expected = chain.outcomes.clone();
        let key = |outcome: &frontline::domain::Outcome| {
            let channel = outcome.channel.as_str().to_owned();
            (
                outcome.measure.clone(),
                outcome.branch.clone(),
                outcome.period.code(),
                channel,
            )
        };
        found.sort_by_key(key);
        expected.sort_by_key(key);
        assert_eq!(found.len(), expected.len(), "{lang:?}");
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{lang:?}");
        }
    }
}

#[test]
fn the_answers_come_back_in_another_order() {
    let chain = DemoChain::generate(8, Lang::Ru);
    let context = context(&chain.branches);
    for (wave, sheets) in chain.sheets.iter().enumerate() {
        let text = chain.responses_csv(wave);
        let accepted = import("responses.csv", &text, ImportKind::Answers, &context);
        let Accepted::Answers(answers) = accepted else {
            panic!("{accepted:?}")
        };
        let asked: Vec<&str> = asked_items().map(|item| item.id.as_str()).collect();
        assert_eq!(answers.items, asked);
        let [imported] = &answers.sheets[..] else {
            panic!("one wave in a file")
        };
        assert_eq!(imported.wave.as_ref(), Some(&chain.waves[wave].code));
        type Row = (BranchCode, Option<StaffGroup>, Vec<u8>);
        let mut found: Vec<Row> = (0..imported.class.len())
            .map(|row| {
                let class = &imported.classes[usize::from(imported.class[row])];
                let values = imported.columns.iter().map(|column| column[row]).collect();
                (class.branch.clone(), class.group, values)
            })
            .collect();
        let mut expected: Vec<Row> = sheets
            .iter()
            .map(|sheet| {
                let code = chain.branches[sheet.branch].code.clone();
                (code, Some(sheet.group), sheet.values.clone())
            })
            .collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected);
    }
}
