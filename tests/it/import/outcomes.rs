//! Customers' scores in all their shapes, good rows and bad ones.

use std::collections::{BTreeMap, BTreeSet};

use frontline::domain::{CustomerValue, Outcome};
use frontline::import::{
    Accepted, Checked, Context, ImportKind, Note, OutcomeKey, RefusalReason, UnknownBranches,
};

use super::make::{branches, code, dropped, refusals, table, take};

fn outcomes(checked: &Checked) -> &[Outcome] {
    let Accepted::Outcomes(outcomes) = &checked.accepted else {
        panic!("outcomes were asked for")
    };
    outcomes
}

/// `branch period channel measure = value`.
fn lines(checked: &Checked) -> Vec<String> {
    let value = |outcome: &Outcome| match outcome.value {
        CustomerValue::Counts(counts) => {
            format!(
                "{}/{}/{}",
                counts.promoters, counts.passives, counts.detractors
            )
        }
        CustomerValue::Value { value, n } => format!("{value} ({n:?})"),
    };
    outcomes(checked)
        .iter()
        .map(|o| {
            format!(
                "{} {} {} {} = {}",
                o.branch.as_str(),
                o.period.code(),
                o.channel.as_str(),
                o.measure.as_str(),
                value(o)
            )
        })
        .collect()
}

const FILE: &str = "Точка;Дата визита;Оценка 0-10;Источник;ФИО гостя;Комментарий\n\
    Садовая;03.06.2026;9;СМС;Анна;вкусно\n\
    садовая;03.06.2026;4;смс;Пётр;\n\
    Вокзал №2;04.06.2026;8;СМС;;\n\
    Мира;04.06.2026;11;СМС;;\n\
    Мира;31.06.2026;10;Киоск;;\n\
    Мира;05.06.2026;;Киоск;;\n\
    Склад;05.06.2026;7;Киоск;;\n\
    03 Мира;30.06.2026;10;Киоск;;\n\
    вокзал №2;04.06.2026;8;СМС;;\n\
    Садовая;01.07.2026;десять;СМС;;\n";

#[test]
fn scores_are_counted_per_branch_month_and_channel_and_bad_rows_listed() {
    let known = branches(&["01 Садовая", "02 Вокзал", "03 Мира"]);
    let checked = take(&table(FILE), ImportKind::Outcomes, &Context::new(&known));
    assert_eq!(
        lines(&checked),
        ["01 2026-06 СМС nps = 1/0/1", "03 2026-06 Киоск nps = 1/0/0"]
    );
    assert_eq!(
        refusals(&checked),
        [
            "4 Точка Вокзал №2 unknown-branch",
            "5 Оценка 0-10 11 score-range",
            "6 Дата визита 31.06.2026 no-such-date",
            "7 Оценка 0-10  empty-cell",
            "8 Точка Склад unknown-branch",
            "10 Точка вокзал №2 unknown-branch",
            "11 Оценка 0-10 десять text-where-number",
        ]
    );
    assert_eq!(
        checked.refused[0].reason,
        RefusalReason::UnknownBranch {
            close: Some(code("02"))
        }
    );
    assert_eq!(
        checked.refused[4].reason,
        RefusalReason::UnknownBranch { close: None }
    );
    assert_eq!(
        dropped(&checked),
        ["ФИО гостя: name", "Комментарий: free-text"]
    );
    let summary = &checked.summary;
    assert_eq!((summary.rows, summary.ready, summary.refused), (10, 3, 7));
    assert_eq!((summary.branches_seen, summary.branches_known), (2, 3));
    let days = summary
        .span
        .map(|(first, last)| (first.to_string(), last.to_string()));
    assert_eq!(
        days,
        Some(("2026-06-03".to_owned(), "2026-06-30".to_owned()))
    );
    assert_eq!(checked.notes, [Note::DaysToMonths]);
}

#[test]
fn one_fix_mends_all_rows_of_that_name() {
    let known = branches(&["01 Садовая", "02 Вокзал", "03 Мира"]);
    let fixes = BTreeMap::from([("Вокзал №2".to_owned(), code("02"))]);
    let context = Context {
        fixes: &fixes,
        ..Context::new(&known)
    };
    let checked = take(&table(FILE), ImportKind::Outcomes, &context);
    assert_eq!(checked.summary.refused, 5);
    assert!(lines(&checked).contains(&"02 2026-06 СМС nps = 0/2/0".to_owned()));
}

#[test]
fn refusals_are_grouped_by_reason_with_the_first_row() {
    let known = branches(&["01 Садовая"]);
    let text = "branch,score\nСадовая,11\nСадовая,12\nСклад,1\nСклад,2\nПорт,3\n";
    let checked = take(&table(text), ImportKind::Outcomes, &Context::new(&known));
    let groups: Vec<_> = checked
        .groups
        .iter()
        .map(|group| (group.first.row, group.first.value.as_str(), group.count))
        .collect();
    assert_eq!(groups, [(2, "11", 2), (4, "Склад", 2), (6, "Порт", 1)]);
}

#[test]
fn taking_the_same_file_again_is_recognised_by_its_keys() {
    let known = branches(&["01 Садовая", "02 Вокзал", "03 Мира"]);
    let first = take(&table(FILE), ImportKind::Outcomes, &Context::new(&known));
    let existing: BTreeSet<OutcomeKey> = outcomes(&first).iter().map(OutcomeKey::of).collect();
    let context = Context {
        existing: &existing,
        ..Context::new(&known)
    };
    let second = take(&table(FILE), ImportKind::Outcomes, &context);
    assert_eq!(outcomes(&second), outcomes(&first));
    assert_eq!((second.summary.existing, second.summary.ready), (3, 3));
}

#[test]
fn counts_need_all_three_and_a_period_stands_once() {
    let text = "branch,period,channel,promoters,passives,detractors\nB1,2026-Q2,sms,\"1,200\",300,40\nB1,2026-Q2,kiosk,5,,1\nB1,2026-Q2,sms,1,1,1\nB1,someday,sms,1,1,1\nB1,июль 2026,sms,-1,1,1\n";
    let checked = take(
        &table(text),
        ImportKind::Outcomes,
        &Context::new(&branches(&["B1"])),
    );
    assert_eq!(
        lines(&checked),
        ["B1 2026-04..2026-06 sms nps = 1200/300/40"]
    );
    assert_eq!(
        refusals(&checked),
        [
            "3 passives  counts-missing",
            "4 branch B1 duplicate-row",
            "5 period someday not-a-period",
            "6 promoters -1 count-range",
        ]
    );
}

#[test]
fn any_measure_comes_long_or_wide() {
    let known = branches(&["B1", "B2"]);
    let long = "branch,period,measure,value,n\nB1,2026-06,Repeat visits,\"31,5\",200\nB1,2026-06,nps,45,80\nB2,2026-06,Repeat visits,n/a,5\n";
    let checked = take(&table(long), ImportKind::Outcomes, &Context::new(&known));
    assert_eq!(
        lines(&checked),
        [
            "B1 2026-06  Repeat visits = 31.5 (Some(200))",
            "B1 2026-06  nps = 45 (Some(80))"
        ]
    );
    assert_eq!(refusals(&checked), ["4 value n/a text-where-number"]);
    let wide = "branch,period,CSAT,Returns\nB1,2026-06,81.5,3\nB2,2026-06,,4\nB2,2026-07,,\n";
    let checked = take(&table(wide), ImportKind::Outcomes, &Context::new(&known));
    assert_eq!(
        lines(&checked),
        [
            "B1 2026-06  CSAT = 81.5 (None)",
            "B1 2026-06  Returns = 3 (None)",
            "B2 2026-06  Returns = 4 (None)"
        ]
    );
    assert_eq!(refusals(&checked), ["4 CSAT  empty-cell"]);
}

#[test]
fn days_of_one_month_are_averaged_by_their_weight() {
    let text = "branch,date,measure,value,n\nB1,2026-06-01,CSAT,80,10\nB1,2026-06-20,CSAT,90,30\n";
    let checked = take(
        &table(text),
        ImportKind::Outcomes,
        &Context::new(&branches(&["B1"])),
    );
    assert_eq!(lines(&checked), ["B1 2026-06  CSAT = 87.5 (Some(40))"]);
}

#[test]
fn a_value_on_no_answers_keeps_its_value_and_a_single_one_its_last_bit() {
    let text = "branch,period,measure,value,n\nB1,2026-06,CSAT,80.1,0\nB2,2026-06,CSAT,0.971,7\n";
    let checked = take(
        &table(text),
        ImportKind::Outcomes,
        &Context::new(&branches(&["B1", "B2"])),
    );
    assert_eq!(
        lines(&checked),
        [
            "B1 2026-06  CSAT = 80.1 (Some(0))",
            "B2 2026-06  CSAT = 0.971 (Some(7))"
        ]
    );
}

#[test]
fn a_wave_names_the_period_and_no_period_belongs_to_all() {
    let context = Context {
        unknown_branches: UnknownBranches::Accept,
        ..Context::new(&[])
    };
    let waves = take(
        &table("branch,wave,score\nB1,1,9\nB1,2,3\nb1,1,10\n"),
        ImportKind::Outcomes,
        &context,
    );
    assert_eq!(
        lines(&waves),
        ["B1 wave:1  nps = 2/0/0", "B1 wave:2  nps = 0/0/1"]
    );
    let none = take(
        &table("branch,score\nB1,9\n"),
        ImportKind::Outcomes,
        &context,
    );
    assert_eq!(lines(&none), ["B1   nps = 1/0/0"]);
    assert_eq!(none.notes, [Note::NoPeriod]);
}

#[test]
fn one_date_that_is_clear_settles_the_whole_column() {
    let known = branches(&["B1"]);
    let clear = take(
        &table("branch,date,score\nB1,6/3/2026,9\nB1,6/23/2026,9\n"),
        ImportKind::Outcomes,
        &Context::new(&known),
    );
    assert_eq!(lines(&clear), ["B1 2026-06  nps = 2/0/0"]);
    let unclear = take(
        &table("branch,date,score\nB1,6/3/2026,9\n"),
        ImportKind::Outcomes,
        &Context::new(&known),
    );
    assert_eq!(refusals(&unclear), ["2 date 6/3/2026 ambiguous-date"]);
}

#[test]
fn branches_are_known_by_code_name_and_number_that_excel_shortened() {
    let known = branches(&["08 Ёлочная", "11 Речной порт"]);
    for call in [
        "08",
        "8",
        "Ёлочная",
        "елочная ",
        "08 Ёлочная",
        "Ёлочная (08)",
    ] {
        let checked = take(
            &table(&format!("branch,score\n{call},9\n")),
            ImportKind::Outcomes,
            &Context::new(&known),
        );
        assert_eq!(
            outcomes(&checked).first().map(|o| o.branch.as_str()),
            Some("08"),
            "{call}"
        );
    }
    let near = take(
        &table("branch,score\nРечной прот,9\n"),
        ImportKind::Outcomes,
        &Context::new(&known),
    );
    assert_eq!(
        near.refused[0].reason,
        RefusalReason::UnknownBranch {
            close: Some(code("11"))
        }
    );
}

#[test]
fn a_column_of_addresses_never_becomes_a_channel() {
    let mut mapping = frontline::import::Mapping::new(ImportKind::Outcomes);
    for (head, role) in [
        ("branch", frontline::import::Role::Branch),
        ("score", frontline::import::Role::Score),
        ("who", frontline::import::Role::Channel),
    ] {
        mapping.set(head, role);
    }
    let table = table("branch,score,who\nB1,9,anna@example.org\nB1,3,piotr@example.org\n");
    let checked = super::make::take_as(&table, &mapping, &Context::new(&branches(&["B1"])));
    assert_eq!(lines(&checked), ["B1   nps = 1/0/1"]);
    assert_eq!(dropped(&checked), ["who: email"]);
}
