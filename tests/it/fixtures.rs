//! Small data sets that several modules test with. Made by a fixed rule: the same in every run.

#![allow(
    clippy::unwrap_used,
    reason = "a fixture that breaks must stop the test"
)]

use std::sync::Arc;

use frontline::domain::{
    Answers, Block, BlockContent, Branch, BranchCode, Channel, Class, CustomerValue, Dataset,
    Dimension, Item, ItemKind, Lever, MISSING, Measure, MinGroup, Motive, NpsCounts, Outcome,
    Period, StaffGroup, Text, Wave, WaveCode, WaveData, WaveState,
};

/// A small generator of even numbers, so that fixtures need no crate and never change.
pub(crate) struct Dice(u64);

impl Dice {
    /// A generator from a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1))
    }

    /// A number from 0 to below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }

    /// About normal around 0 with a deviation of 1.
    pub(crate) fn normal(&mut self) -> f64 {
        let sum: u64 = (0..12).map(|_| self.below(1000)).sum();
        f64::from(u32::try_from(sum).unwrap()) / 1000.0 - 6.0
    }
}

/// A branch with head counts.
pub(crate) fn branch(code: &str, contact: u32, back_office: u32) -> Branch {
    let mut branch = Branch::from_code(BranchCode::new(code).unwrap());
    branch.name = format!("Cafe {code}");
    branch.contact = contact;
    branch.back_office = back_office;
    branch
}

/// An agreement item.
pub(crate) fn item(id: &str, dimension: &str, is_reversed: bool) -> Item {
    Item {
        id: id.to_owned(),
        dimension: dimension.to_owned(),
        kind: ItemKind::Agreement,
        text: Text::new(format!("Утверждение {id}"), format!("Statement {id}")),
        short: Text::same(id),
        is_reversed,
        motive: None,
        lever: None,
    }
}

/// A closed wave; `customers` names the outcome periods by wave code alone.
pub(crate) fn wave(code: &str) -> Wave {
    Wave {
        code: WaveCode::new(code).unwrap(),
        name: format!("Wave {code}"),
        state: WaveState::Closed,
        questionnaire: "engagement".to_owned(),
        opens: None,
        closes: None,
        customers: None,
        min_group: MinGroup::default(),
    }
}

/// A class of one branch and group with its head count.
pub(crate) fn class(branch: usize, group: Option<StaffGroup>, invited: (u32, u32)) -> Class {
    Class {
        branches: vec![branch],
        group,
        invited_contact: (group != Some(StaffGroup::BackOffice)).then_some(invited.0),
        invited_back_office: (group != Some(StaffGroup::Contact)).then_some(invited.1),
    }
}

/// NPS counts of a branch in a wave through a channel.
pub(crate) fn nps(code: &str, wave: &str, channel: &str, counts: (u64, u64, u64)) -> Outcome {
    let (promoters, passives, detractors) = counts;
    Outcome {
        branch: BranchCode::new(code).unwrap(),
        period: Period::Wave(WaveCode::new(wave).unwrap()),
        channel: Channel::new(channel),
        measure: Measure::nps(),
        value: CustomerValue::Counts(NpsCounts {
            promoters,
            passives,
            detractors,
        }),
    }
}

/// Another measure of a branch, for every wave.
pub(crate) fn measure(code: &str, name: &str, value: f64, n: Option<u64>) -> Outcome {
    Outcome {
        branch: BranchCode::new(code).unwrap(),
        period: Period::Any,
        channel: Channel::default(),
        measure: Measure::new(name).unwrap(),
        value: CustomerValue::Value { value, n },
    }
}

/// Who answered in a wave: (contact staff, back office) per branch of [`small_dataset`].
///
/// Branch 03 has a back office of three, whose answers are merged with its contact staff; branch 07
/// has four answers in all, and branch 06, the smallest, is hidden with it; nobody answered in branch
/// 08.
pub(crate) const ANSWERED: [(u32, u32); 10] = [
    (24, 8),
    (12, 6),
    (16, 3),
    (9, 7),
    (30, 10),
    (10, 5),
    (4, 0),
    (0, 0),
    (14, 6),
    (20, 12),
];

/// Ten cafés, two waves of whole sheets in two groups, four dimensions of which one is the outcome,
/// eNPS, NPS through two channels and a measure of another kind.
///
/// Planted: contact staff's empowerment goes with NPS; empowerment is the weakest dimension.
pub(crate) fn small_dataset() -> Dataset {
    let branches: Vec<Branch> = ANSWERED
        .iter()
        .enumerate()
        .map(|(place, (contact, back))| {
            branch(
                &format!("{:02}", place + 1),
                contact + 6,
                back + u32::from(*back > 0) + 1,
            )
        })
        .collect();
    let (dimensions, items) = questions();
    let mut dice = Dice::new(5);
    let mut outcomes = Vec::new();
    let mut waves = Vec::new();
    for (code, shift) in [("2025", 0.0), ("2026", 0.25)] {
        waves.push(WaveData {
            wave: wave(code),
            answers: answers(&dimensions, code, shift),
        });
        for (place, branch) in branches.iter().enumerate() {
            let liked = 40 + 3 * u64::try_from(mood_rank(place)).unwrap() + dice.below(14);
            let code_of_branch = branch.code.as_str();
            outcomes.push(nps(
                code_of_branch,
                code,
                "sms",
                (liked, 30, 60 - liked / 2),
            ));
            outcomes.push(nps(code_of_branch, code, "kiosk", (liked / 3, 12, 14)));
        }
    }
    for (place, branch) in branches.iter().enumerate().take(9) {
        let value = 30.0 + f64::from(u32::try_from(mood_rank(place)).unwrap());
        outcomes.push(measure(
            branch.code.as_str(),
            "repeat visits, %",
            value,
            Some(200),
        ));
    }
    Dataset {
        pools: std::collections::BTreeMap::new(),
        branches,
        dimensions,
        items,
        waves,
        staff_scores: Vec::new(),
        outcomes,
        levels: Vec::new(),
    }
}

/// The answers of [`small_dataset`] as own collection stores them: a block per dimension, each with
/// its rows in another order.
pub(crate) fn blocks_dataset() -> Dataset {
    let mut dataset = small_dataset();
    for wave in &mut dataset.waves {
        wave.answers.is_linked = false;
        for (place, block) in wave.answers.blocks.iter_mut().enumerate() {
            let mut dice = Dice::new(77 + u64::try_from(place).unwrap());
            let mut order: Vec<usize> = (0..block.rows()).collect();
            for last in (1..order.len()).rev() {
                let other = dice.below(u64::try_from(last).unwrap() + 1);
                order.swap(last, usize::try_from(other).unwrap());
            }
            block.class = order.iter().map(|row| block.class[*row]).collect();
            for column in &mut block.columns {
                *column = order.iter().map(|row| column[*row]).collect();
            }
        }
    }
    dataset
}

/// How the mood of a branch ranks, 0 to 9: the planted relation.
fn mood_rank(branch: usize) -> usize {
    (branch * 7 + 3) % 10
}

fn questions() -> (Vec<Dimension>, Vec<Item>) {
    let mut dimensions = Vec::new();
    let mut items = Vec::new();
    for (id, is_outcome) in [
        ("empowerment", false),
        ("conditions", false),
        ("manager", false),
        ("engagement", true),
    ] {
        let first = items.len();
        for number in 1..=3_usize {
            let mut item = item(&format!("{id}_{number}"), id, number == 2);
            item.motive = Some(Motive::ALL[number - 1]);
            item.lever = Some(Lever::ALL[(first + number) % 5]);
            items.push(item);
        }
        dimensions.push(Dimension {
            id: id.to_owned(),
            title: Text::same(id),
            items: (first..items.len()).collect(),
            is_outcome,
        });
    }
    (dimensions, items)
}

/// The answers of a wave; everybody answers, one answer in thirty is missing.
fn answers(dimensions: &[Dimension], code: &str, shift: f64) -> Answers {
    let mut dice = Dice::new(code.bytes().map(u64::from).sum());
    let mut classes = Vec::new();
    let mut people = Vec::new();
    for (place, (contact, back)) in ANSWERED.iter().enumerate() {
        let invited = (contact + 6, back + u32::from(*back > 0) + 1);
        for (group, n) in [
            (StaffGroup::Contact, *contact),
            (StaffGroup::BackOffice, *back),
        ] {
            let number = u16::try_from(classes.len()).unwrap();
            classes.push(class(place, Some(group), invited));
            for _ in 0..n {
                people.push((number, place, group, 0.6 * dice.normal()));
            }
        }
    }
    let class: Arc<[u16]> = people.iter().map(|(class, ..)| *class).collect();
    let mut blocks = Vec::new();
    for (place, dimension) in dimensions.iter().enumerate() {
        let center = [2.4, 3.4, 3.2, 3.3][place] + if place == 3 { shift } else { 0.0 };
        let mut columns = vec![Vec::new(); dimension.items.len()];
        for (_, branch, group, person) in &people {
            let rank = f64::from(u32::try_from(mood_rank(*branch)).unwrap());
            let mood = match group {
                StaffGroup::Contact => 0.12 * (rank - 4.5),
                StaffGroup::BackOffice => 0.0,
            };
            for (number, column) in columns.iter_mut().enumerate() {
                let level = (center + mood + person + 0.5 * dice.normal())
                    .round()
                    .clamp(1.0, 5.0);
                let level = (1..=5_u8).find(|l| f64::from(*l) >= level).unwrap_or(5);
                let raw = if number == 1 { 6 - level } else { level };
                column.push(if dice.below(30) == 0 { MISSING } else { raw });
            }
        }
        blocks.push(Block {
            content: BlockContent::Dimension(place),
            items: dimension.items.clone(),
            class: Arc::clone(&class),
            columns,
        });
    }
    let enps = people
        .iter()
        .map(|_| u8::try_from(dice.below(11)).unwrap())
        .collect();
    blocks.push(Block {
        content: BlockContent::Enps,
        items: Vec::new(),
        class,
        columns: vec![enps],
    });
    Answers {
        classes,
        blocks,
        is_linked: true,
        company_view: None,
    }
}
