//! The demo chain: its shape, and that what is planted can be found.

mod drivers;
mod files;
mod found;
mod measure;

use std::collections::BTreeSet;

use frontline::app::demo::{
    DIVERGING_BRANCH, DemoChain, EMPOWERMENT_GAIN, STRONGEST_LEVER, Sheet, WEAKEST_LEVER,
    asked_items, questionnaire,
};
use frontline::domain::{
    Audience, CustomerValue, ItemKind, Lang, Lever, MISSING, Motive, StaffGroup, WaveState,
};
use measure::{
    LAST, SEEDS, SMALLEST_GROUP, branch_means, chain, company_mean, lowest, lowest_end, mean, nps,
    pairs, spearman, unfavourable,
};

#[test]
fn the_chain_has_24_cafes_600_people_and_three_closed_waves() {
    for seed in SEEDS {
        let chain = chain(seed);
        assert_eq!(chain.branches.len(), 24);
        let codes: Vec<&str> = chain.branches.iter().map(|b| b.code.as_str()).collect();
        assert!(codes.is_sorted() && codes[0] == "01" && codes[23] == "24");
        let regions: BTreeSet<&str> = chain.branches.iter().map(|b| b.region.as_str()).collect();
        assert_eq!(regions.len(), 4);
        let staff: u32 = chain
            .branches
            .iter()
            .map(|branch| branch.head_count())
            .sum();
        let contact: u32 = chain.branches.iter().map(|branch| branch.contact).sum();
        assert!((560..=640).contains(&staff), "seed {seed}: {staff} people");
        let share = f64::from(contact) / f64::from(staff);
        assert!(
            (0.72..0.85).contains(&share),
            "seed {seed}: {share} contact staff"
        );
        let codes: Vec<&str> = chain.waves.iter().map(|wave| wave.code.as_str()).collect();
        assert_eq!(codes, ["2025-autumn", "2026-spring", "2026-autumn"]);
        assert!(
            chain
                .waves
                .iter()
                .all(|wave| wave.state == WaveState::Closed)
        );
    }
}

#[test]
fn two_thirds_to_four_fifths_answer_and_three_counters_stay_below_five() {
    for seed in SEEDS {
        let chain = chain(seed);
        for sheets in &chain.sheets {
            let staff: u32 = chain
                .branches
                .iter()
                .map(|branch| branch.head_count())
                .sum();
            let rate = sheets.len() as f64 / f64::from(staff);
            assert!((0.65..0.80).contains(&rate), "seed {seed}: {rate}");
            let answered = |branch: usize| sheets.iter().filter(|s| s.branch == branch).count();
            let small: Vec<usize> = (0..24)
                .filter(|branch| answered(*branch) < SMALLEST_GROUP)
                .collect();
            assert_eq!(small, [16, 20, 23], "seed {seed}");
            let with_back_office = (0..24).filter(|branch| {
                let of_group =
                    |s: &&Sheet| s.branch == *branch && s.group == StaffGroup::BackOffice;
                sheets.iter().filter(of_group).count() >= SMALLEST_GROUP
            });
            assert_eq!(with_back_office.count(), 14, "seed {seed}");
        }
    }
}

#[test]
fn answers_are_valid_and_two_in_a_hundred_are_missing() {
    let chain = chain(1);
    let mut missing = 0;
    let mut all = 0;
    for sheet in chain.sheets.iter().flatten() {
        assert_eq!(sheet.values.len(), 46);
        for (item, value) in asked_items().zip(&sheet.values) {
            let (low, high) = item.kind.range().expect("asked items have a range");
            assert!(
                *value == MISSING || (low..=high).contains(value),
                "{}: {value}",
                item.id
            );
            missing += usize::from(*value == MISSING);
            all += 1;
        }
        assert_eq!(chain.positions[sheet.position].group, sheet.group);
    }
    let share = f64::from(u32::try_from(missing).expect("few")) / f64::from(all);
    assert!((0.015..0.025).contains(&share), "{share}");
}

#[test]
fn each_branch_has_60_to_150_customers_a_wave_in_three_months_and_channels() {
    let chain = chain(2);
    for wave in &chain.waves {
        for branch in &chain.branches {
            let here = chain
                .outcomes
                .iter()
                .filter(|outcome| outcome.branch == branch.code && wave.covers(&outcome.period));
            let mut customers = 0;
            let mut cells = BTreeSet::new();
            let mut measures = 0;
            for outcome in here {
                match outcome.value {
                    CustomerValue::Counts(counts) => {
                        customers += counts.n();
                        assert!(cells.insert((outcome.period.code(), outcome.channel.clone())));
                    }
                    CustomerValue::Value { value, n } => {
                        measures += 1;
                        assert!((5.0..=95.0).contains(&value) && n.is_some());
                    }
                }
            }
            assert!(
                (60..=150).contains(&customers),
                "{}: {customers}",
                branch.code.as_str()
            );
            assert!((6..=9).contains(&cells.len()), "{cells:?}");
            assert_eq!(measures, 1);
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_chain_and_another_seed_another() {
    assert_eq!(chain(5), chain(5));
    assert_eq!(chain(5).csv_files(), chain(5).csv_files());
    assert_ne!(chain(5).sheets, chain(6).sheets);
    let english = DemoChain::generate(5, Lang::En);
    assert_eq!(
        english.sheets,
        chain(5).sheets,
        "numbers do not depend on the language"
    );
    assert_eq!(english.branches[DIVERGING_BRANCH].name, "Rechnoy Port");
    assert_eq!(chain(5).branches[DIVERGING_BRANCH].name, "Речной порт");
    assert!(
        english
            .csv_files()
            .iter()
            .all(|(_, text)| text.is_ascii() || text.contains("Café"))
    );
}

#[test]
fn answers_and_data_set_follow_the_questionnaire() {
    let chain = chain(3);
    let data = chain.dataset();
    let asked: Vec<&str> = questionnaire()
        .dimensions
        .iter()
        .map(|d| d.id.as_str())
        .collect();
    let found: Vec<&str> = data.dimensions.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(found, asked);
    assert_eq!(data.items.len(), 45);
    for (dimension, block) in data.dimensions.iter().zip(&data.waves[0].answers.blocks) {
        assert_eq!(block.items, dimension.items);
        assert!(
            dimension
                .items
                .iter()
                .all(|item| data.items[*item].dimension == dimension.id)
        );
    }
    for (wave, sheets) in data.waves.iter().zip(&chain.sheets) {
        assert!(wave.answers.is_linked);
        assert_eq!(wave.answers.blocks.len(), 13);
        assert_eq!(wave.answers.rows(), sheets.len());
        for (row, sheet) in sheets.iter().enumerate() {
            let mut values = sheet.values.iter();
            for block in &wave.answers.blocks {
                let class = &wave.answers.classes[usize::from(block.class[row])];
                assert_eq!(
                    (&class.branches[..], class.group),
                    (&[sheet.branch][..], Some(sheet.group))
                );
                for column in &block.columns {
                    assert_eq!(Some(&column[row]), values.next());
                }
            }
            assert_eq!(values.next(), None);
        }
    }
    let stored = chain.stored_answers(LAST);
    let answers = &data.waves[LAST].answers;
    assert_eq!(
        (stored.classes.len(), stored.is_linked),
        (answers.classes.len(), true)
    );
    for (stored, block) in stored.blocks.iter().zip(&answers.blocks) {
        assert_eq!(
            (&stored.class, &stored.columns),
            (&block.class, &block.columns)
        );
        let ids = block.items.iter().map(|item| data.items[*item].id.as_str());
        assert!(stored.items == ["enps"] || ids.eq(stored.items.iter().map(String::as_str)));
    }
    let enps = asked_items().position(|item| item.kind == ItemKind::Recommend);
    assert_eq!(enps, Some(45), "eNPS is the last column");
}

#[test]
fn csv_files_hold_what_the_chain_holds() {
    let chain = chain(4);
    let files = chain.csv_files();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "branches.csv",
            "responses-2025-autumn.csv",
            "responses-2026-spring.csv",
            "responses-2026-autumn.csv",
            "outcomes-nps.csv",
            "outcomes-repeat-visits.csv",
            "people.csv",
            "ratings.csv",
        ]
    );
    let read = |position: usize| -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(files[position].1.as_bytes());
        let rows = reader
            .records()
            .map(|row| row.expect("every line has the same fields"));
        rows.map(|row| row.iter().map(str::to_owned).collect())
            .collect()
    };
    let responses = read(1);
    assert_eq!(
        responses[0][..5],
        ["branch", "group", "wave", "role", "empowerment_1"]
    );
    assert_eq!(responses[0].last().map(String::as_str), Some("enps"));
    assert_eq!(responses.len(), chain.sheets[0].len() + 1);
    for (row, sheet) in responses.iter().skip(1).zip(&chain.sheets[0]) {
        assert_eq!(row[1], sheet.group.code());
        let values: Vec<u8> = row[4..]
            .iter()
            .map(|v| v.parse().unwrap_or(MISSING))
            .collect();
        assert_eq!(values, sheet.values);
    }
    assert_eq!(read(0).len(), 25);
    let measures = read(5);
    assert_eq!(
        measures[1][2], "Повторные визиты, %",
        "the comma in the name is quoted"
    );
    assert_eq!(read(4).len() + measures.len(), chain.outcomes.len() + 2);
}

#[test]
fn contact_staff_empowerment_goes_with_nps_and_back_office_does_not() {
    let mut contact_rhos = Vec::new();
    let mut back_rhos = Vec::new();
    for seed in SEEDS {
        let data = chain(seed).dataset();
        for wave in 0..=LAST {
            let contact = pairs(&data, wave, Audience::Contact, "empowerment");
            assert_eq!(contact.len(), 21, "seed {seed}, wave {wave}");
            let low = lowest_end(&contact);
            assert!(
                low > 0.0,
                "seed {seed}, wave {wave}: contact staff from {low:.2}"
            );
            contact_rhos.push(spearman(&contact));
            let back = pairs(&data, wave, Audience::BackOffice, "empowerment");
            assert_eq!(back.len(), 14, "seed {seed}, wave {wave}");
            let rho = spearman(&back);
            assert!(
                rho.abs() < 0.6,
                "seed {seed}, wave {wave}: back office {rho:.2}"
            );
            back_rhos.push(rho);
        }
    }
    let (contact, back) = (mean(&contact_rhos), mean(&back_rhos));
    assert!(
        (0.65..0.85).contains(&contact),
        "contact staff on average {contact:.2}"
    );
    assert!(back.abs() < 0.1, "back office on average {back:.2}");
}

#[test]
fn empowerment_is_the_lowest_dimension_and_the_first_dissatisfier() {
    for seed in SEEDS {
        let data = chain(seed).dataset();
        for wave in 0..=LAST {
            let dimensions = data.dimensions.iter().map(|d| d.id.as_str());
            let of = |id: &str| company_mean(&data, wave, |item| item.dimension == id);
            assert_eq!(
                lowest(dimensions, of),
                "empowerment",
                "seed {seed}, wave {wave}"
            );
            let items = data.items.iter().map(|item| item.id.as_str());
            let worst = lowest(items, |id| -unfavourable(&data, wave, id));
            assert!(
                worst.starts_with("empowerment_"),
                "seed {seed}, wave {wave}: {worst}"
            );
        }
    }
}

#[test]
fn control_is_the_weakest_lever_training_the_strongest_and_can_the_weakest_motive() {
    for seed in SEEDS {
        let data = chain(seed).dataset();
        for wave in 0..=LAST {
            let of = |lever: Lever| company_mean(&data, wave, |item| item.lever == Some(lever));
            assert_eq!(
                lowest(Lever::ALL, of),
                WEAKEST_LEVER,
                "seed {seed}, wave {wave}"
            );
            assert_eq!(
                lowest(Lever::ALL, |l| -of(l)),
                STRONGEST_LEVER,
                "seed {seed}, wave {wave}"
            );
            let of = |motive: Motive| company_mean(&data, wave, |item| item.motive == Some(motive));
            assert_eq!(
                lowest(Motive::ALL, of),
                Motive::Can,
                "seed {seed}, wave {wave}"
            );
        }
    }
}

#[test]
fn at_the_river_port_staff_get_more_satisfied_while_customers_leave() {
    for seed in SEEDS {
        let data = chain(seed).dataset();
        let staff = |wave: usize| {
            branch_means(&data, wave, Audience::Contact, "engagement")[DIVERGING_BRANCH]
        };
        let (before, after) = (staff(1).expect("shown"), staff(2).expect("shown"));
        assert!(
            after - before > 0.5,
            "seed {seed}: staff {before:.2} → {after:.2}"
        );
        let (before, after) = (
            nps(&data, 1)[DIVERGING_BRANCH],
            nps(&data, 2)[DIVERGING_BRANCH],
        );
        assert!(
            after - before < -28.0,
            "seed {seed}: NPS {before:.0} → {after:.0}"
        );
    }
}

#[test]
fn empowerment_rises_a_little_from_the_second_to_the_third_wave() {
    let mut gains = Vec::new();
    for seed in SEEDS {
        let data = chain(seed).dataset();
        let of = |wave: usize| company_mean(&data, wave, |item| item.dimension == "empowerment");
        let gain = of(2) - of(1);
        assert!((0.05..0.4).contains(&gain), "seed {seed}: {gain:.2}");
        gains.push(gain);
    }
    assert!(
        (mean(&gains) - EMPOWERMENT_GAIN).abs() < 0.06,
        "{:.2}",
        mean(&gains)
    );
}
