//! A small company with known randomness: plan, stations, sheets, and quick ways through the format.

use std::collections::BTreeMap;

use frontline::domain::{
    BranchCode, Item, ItemKind, MinGroup, ProtectionLevel, Questionnaire, QuestionnaireDimension,
    QuestionnaireKind, Text, WaveCode,
};
use frontline::error::{Error, Kind, Result, SealFault};
use frontline::seal::bundle::open_bundle;
use frontline::seal::code::{Code, CodeHash, Verifier};
use frontline::seal::issue::{IssuedCode, Issuer, StationOrder};
use frontline::seal::keys::{PrivateKey, SigningKey};
use frontline::seal::layout::RecordLayout;
use frontline::seal::merge::RecordSet;
use frontline::seal::opened::OpenedAnswers;
use frontline::seal::pack::{Pack, PackFile};
use frontline::seal::plan::{FrozenPlan, Plan, PlanClass, Policy};
use frontline::seal::secret::{Cost, Entropy};
use frontline::seal::sheet::SheetAnswers;
use frontline::seal::witness::Witness;

/// Bytes that follow from a seed.
pub(crate) struct Seeded(blake3::OutputReader);

impl Seeded {
    pub(crate) fn new(seed: &str) -> Self {
        Self(
            blake3::Hasher::new_derive_key("frontline tests")
                .update(seed.as_bytes())
                .finalize_xof(),
        )
    }

    pub(crate) fn below(&mut self, below: u32) -> u32 {
        frontline::seal::secret::random_below(self, below).unwrap()
    }

    pub(crate) fn index(&mut self, below: usize) -> usize {
        self.below(u32::try_from(below).unwrap()) as usize
    }

    pub(crate) fn shuffle<T>(&mut self, things: &mut [T]) {
        frontline::seal::secret::shuffle(things, self).unwrap();
    }
}

impl Entropy for Seeded {
    fn fill(&mut self, out: &mut [u8]) -> Result<()> {
        self.0.fill(out);
        Ok(())
    }
}

/// A verifier that costs nothing, for tests with hundreds of codes.
#[derive(Clone, Copy)]
pub(crate) struct FastHash;

impl CodeHash for FastHash {
    fn verifier(&self, labelled: &[u8], salt: &[u8; 16], _: Cost) -> Result<Verifier> {
        let mut hasher = blake3::Hasher::new();
        hasher.update(salt).update(labelled);
        let mut verifier = [0; 16];
        hasher.finalize_xof().fill(&mut verifier);
        Ok(verifier)
    }
}

pub(crate) fn go_on(_: usize, _: usize) -> bool {
    true
}

pub(crate) fn day(text: &str) -> frontline::domain::Date {
    text.parse().unwrap()
}

/// A day on which the waves of this kit are open, and one on which they are over.
pub(crate) const OPEN: &str = "2026-04-10";
pub(crate) const OVER: &str = "2026-06-01";

pub(crate) fn item(id: &str, dimension: &str, kind: ItemKind) -> Item {
    Item {
        id: id.to_owned(),
        dimension: dimension.to_owned(),
        kind,
        text: Text::same(id),
        short: Text::same(id),
        is_reversed: id.ends_with('r'),
        motive: None,
        lever: None,
    }
}

/// Three dimensions, eNPS and two open questions.
pub(crate) fn questionnaire() -> Questionnaire {
    let mut items = Vec::new();
    let mut dimensions = Vec::new();
    for (dimension, count) in [("pay", 3), ("team", 2), ("tools", 4)] {
        dimensions.push(QuestionnaireDimension {
            id: dimension.to_owned(),
            title: Text::same(dimension),
            about: Text::same(dimension),
            is_outcome: false,
        });
        for number in 1..=count {
            let mark = if number == 2 { "r" } else { "" };
            items.push(item(
                &format!("{dimension}_{number}{mark}"),
                dimension,
                ItemKind::Agreement,
            ));
        }
    }
    items.push(item("enps", "", ItemKind::Recommend));
    items.push(item("better", "", ItemKind::Open));
    items.push(item("thanks", "", ItemKind::Open));
    Questionnaire {
        id: "kit".to_owned(),
        version: 1,
        kind: QuestionnaireKind::Staff,
        title: Text::same("Kit"),
        about: Text::same("Kit"),
        minutes: 5,
        scale: std::array::from_fn(|_| Text::same("·")),
        dimensions,
        items,
    }
}

/// A wave with all its keys.
pub(crate) struct World {
    pub(crate) company: SigningKey,
    pub(crate) wave: PrivateKey,
    pub(crate) witnesses: Vec<Witness>,
    pub(crate) plan: FrozenPlan,
}

/// How a world is to be.
pub(crate) struct Shape {
    pub(crate) level: ProtectionLevel,
    pub(crate) witnesses: usize,
    pub(crate) classes: u16,
    pub(crate) company_view: bool,
}

pub(crate) const LEVEL_ONE: Shape = Shape {
    level: ProtectionLevel::OneKey,
    witnesses: 0,
    classes: 2,
    company_view: true,
};
pub(crate) const LEVEL_TWO: Shape = Shape {
    level: ProtectionLevel::TwoKeys,
    witnesses: 1,
    classes: 2,
    company_view: true,
};

pub(crate) fn draft(seed: &str, shape: &Shape) -> (SigningKey, PrivateKey, Vec<Witness>, Plan) {
    let mut entropy = Seeded::new(seed);
    let company = SigningKey::random(&mut entropy).unwrap();
    let wave = PrivateKey::random(&mut entropy).unwrap();
    let witnesses = (0..shape.witnesses)
        .map(|number| Witness::random(&format!("Witness {number}"), &mut entropy).unwrap())
        .collect::<Vec<_>>();
    let classes = (0..shape.classes).map(|number| PlanClass {
        label: format!("Class {number}"),
        region: format!("Region {}", number % 3),
        branches: vec![BranchCode::new(&format!("{number:03}")).unwrap()],
        group: None,
        invited_contact: Some(20),
        invited_back_office: Some(5),
    });
    let plan = Plan {
        company_key: company.verify_key(),
        company_name: "Кофе и Ко".to_owned(),
        wave: WaveCode::new("2026-spring").unwrap(),
        title: "Весна 2026".to_owned(),
        questionnaire: "id = \"kit\"".to_owned(),
        layout: RecordLayout::of(&questionnaire(), shape.company_view).unwrap(),
        classes: classes.collect(),
        policy: Policy {
            min_group: MinGroup::new(5).unwrap(),
            level: shape.level,
            opens: day("2026-04-01"),
            closes: day("2026-04-30"),
        },
        wave_key: wave.public(),
        witnesses: witnesses.iter().map(Witness::card).collect(),
    };
    (company, wave, witnesses, plan)
}

impl World {
    pub(crate) fn new(seed: &str, shape: &Shape) -> Self {
        let (company, wave, witnesses, plan) = draft(seed, shape);
        Self {
            company,
            wave,
            witnesses,
            plan: plan.freeze().unwrap(),
        }
    }

    pub(crate) fn issue(&self, name: &str, codes: &[(u16, u32)]) -> (PackFile, Vec<IssuedCode>) {
        let issuer = Issuer {
            plan: &self.plan,
            company: &self.company,
            hash: &FastHash,
        };
        let order = StationOrder {
            name,
            codes,
            exit_password: "уходим",
            staff: &["Иванова Мария Петровна".to_owned()],
            cost: Cost::FLOOR,
        };
        issuer
            .issue(&order, &mut Seeded::new(name), &go_on)
            .unwrap()
    }

    pub(crate) fn merge(&self, set: &mut RecordSet, bundle: &[u8], pack: &Pack) -> Result<u32> {
        let content = open_bundle(bundle, pack, &self.wave)?;
        set.merge(&content, pack).map(|merged| merged.added)
    }
}

/// The codes of a class, in the order they were issued.
pub(crate) fn codes_of(codes: Vec<IssuedCode>, class: u16) -> Vec<Code> {
    codes
        .into_iter()
        .filter(|issued| issued.class == class)
        .map(|issued| issued.code)
        .collect()
}

/// A sheet that follows from a seed; every third question left open.
pub(crate) fn sheet(layout: &RecordLayout, seed: &str) -> SheetAnswers {
    let mut random = Seeded::new(&format!("sheet {seed}"));
    let mut sheet = SheetAnswers::new(layout);
    for block in layout.class_blocks() {
        for column in &block.columns {
            let drawn = random.below(3);
            let span = u32::from(column.highest - column.lowest) + 1;
            let answer = column.lowest + u8::try_from(random.below(span)).unwrap();
            sheet
                .set(&column.id, (drawn > 0).then_some(answer))
                .unwrap();
        }
    }
    for comment in layout.comments() {
        if random.below(2) == 0 {
            let text = format!("Комментарий {seed} {comment}");
            sheet.set_comment(comment, &text).unwrap();
        }
    }
    sheet
}

/// What was given in a class or group, in no order: per block the rows, and the comments.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) rows: Vec<Vec<Vec<u8>>>,
    pub(crate) comments: Vec<(usize, String)>,
}

impl Given {
    pub(crate) fn add(&mut self, layout: &RecordLayout, sheet: &SheetAnswers) {
        self.rows.resize(layout.class_blocks().len(), Vec::new());
        for (rows, block) in self.rows.iter_mut().zip(layout.class_blocks()) {
            let answers = block
                .columns
                .iter()
                .map(|c| sheet.answer(&c.id).unwrap_or(255));
            rows.push(answers.collect());
        }
        for (index, id) in layout.comments().iter().enumerate() {
            if !sheet.comment(id).is_empty() {
                self.comments.push((index, sheet.comment(id).to_owned()));
            }
        }
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.rows
            .resize(other.rows.len().max(self.rows.len()), Vec::new());
        for (own, other) in self.rows.iter_mut().zip(other.rows) {
            own.extend(other);
        }
        self.comments.extend(other.comments);
    }

    pub(crate) fn sorted(mut self) -> Self {
        self.rows.iter_mut().for_each(|rows| rows.sort());
        self.comments.sort();
        self
    }
}

/// Opened answers by group of classes.
pub(crate) fn by_group(opened: &OpenedAnswers) -> BTreeMap<Vec<u16>, Given> {
    let groups = opened.groups.iter().map(|group| {
        let given = Given {
            rows: group.blocks.clone(),
            comments: group.comments.clone(),
        };
        (group.classes.clone(), given.sorted())
    });
    groups.collect()
}

/// The fault of a refusal.
pub(crate) fn fault<T: std::fmt::Debug>(result: Result<T>) -> SealFault {
    let error: Error = result.expect_err("this must be refused");
    let Kind::Seal(fault) = error.kind() else {
        panic!("refused for another reason: {error:?}");
    };
    fault.clone()
}
