//! The demo chain «Бодрый день» / "Bright Day": 24 cafés, about 600 staff, three waves, customer
//! scores by channel. A pure generator: the same seed gives the same chain, no file is touched.
//!
//! # What is planted
//!
//! | truth | size | where a reader meets it |
//! | --- | --- | --- |
//! | Contact staff's empowerment goes with NPS | latent correlation .88 over the 20 cafés with a report of their own, 07 aside; about .7 is left after chance | Linkage |
//! | Back-office empowerment does not | latent correlation 0 over the 13 cafés with a kitchen, 07 aside | Linkage, contact against back office |
//! | Empowerment is the lowest dimension, and one of its items is the first dissatisfier | mean about 2.5, the next dimension 3.2 | Results |
//! | The weakest lever is control, the strongest is training | control items 0.3 lower, training items 0.15 higher | Results, five levers |
//! | The weakest of want, know, can is can | follows from empowerment, conditions and rest | Results, want–know–can |
//! | Branch 07 «Речной порт»: staff get more satisfied, customers leave | staff +1.0 in all dimensions but empowerment, NPS about −50, from wave 2 to wave 3 | Divergence |
//! | Empowerment rises a little in the company | +0.22 from wave 2 to wave 3 | Trend |
//! | For a person, engagement goes with empowerment, then with the manager | weights .6 and .4 | Drivers |
//! | Voice and engagement of contact staff go with NPS weakly | latent correlation about .3 | Linkage |
//! | Repeat visits go with NPS | latent correlation .6 | Customers |
//! | Three counters (17, 21, 24) have fewer than 5 answers | 4 or 5 people each | "< 5" everywhere |

mod actions;
mod comments;
mod csv;
mod customers;
mod draws;
mod places;
mod planted;
mod rated_people;
mod round;
mod round_csv;
mod staff;

use std::collections::BTreeMap;

use std::sync::Arc;

use crate::domain::{
    Answers, Block, BlockContent, Branch, BranchCode, Class, Dataset, Dimension, Item, ItemKind,
    Lang, MinGroup, Outcome, Position, Questionnaire, SheetBlock, SheetClass, StaffGroup,
    StoredAnswers, Wave, WaveCode, WaveData, WaveState,
};
use crate::import::questionnaire::embedded_by_id;

pub use actions::demo_actions;
pub use planted::{
    DIVERGING_BRANCH, EMPOWERMENT_GAIN, EMPOWERMENT_WITH_CUSTOMERS, STRONGEST_LEVER, WEAKEST_LEVER,
};
pub use round::{
    DemoRound, LENIENT_BRANCH, SEVERITY, STRICT_BRANCH, WEAKEST_BRANCH, WEAKEST_COMPETENCY,
};

/// Id of the eNPS item.
const ENPS: &str = "enps";

/// One person's answers, as a file from another tool would hold them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Position in [`DemoChain::branches`].
    pub branch: usize,
    /// The person's group.
    pub group: StaffGroup,
    /// Position in [`DemoChain::positions`].
    pub position: usize,
    /// Raw answers, parallel to [`asked_items`]; [`crate::domain::MISSING`] where left out.
    pub values: Vec<u8>,
}

/// The whole chain.
#[derive(Debug, Clone, PartialEq)]
pub struct DemoChain {
    /// Name of the company.
    pub company: String,
    /// Branches in order of code.
    pub branches: Vec<Branch>,
    /// Positions, contact staff first.
    pub positions: Vec<Position>,
    /// Waves in order of time, all closed.
    pub waves: Vec<Wave>,
    /// Sheets per wave, in a random order.
    pub sheets: Vec<Vec<Sheet>>,
    /// Customer outcomes of all waves.
    pub outcomes: Vec<Outcome>,
    /// A finished round of assessment, apart from everything above.
    pub round: DemoRound,
}

/// The questionnaire of all three waves.
#[must_use]
pub fn questionnaire() -> &'static Questionnaire {
    embedded_by_id("engagement").expect("the engagement survey is embedded")
}

/// The items that are answered with a number, in the order of the questionnaire: the columns of a
/// sheet.
pub fn asked_items() -> impl Iterator<Item = &'static Item> {
    questionnaire()
        .items
        .iter()
        .filter(|item| item.kind.range().is_some())
}

impl DemoChain {
    /// The chain of a seed, with names in a language. The numbers do not depend on the language.
    #[must_use]
    pub fn generate(seed: u64, lang: Lang) -> Self {
        let latents = planted::Latents::draw(seed);
        let branches = branches(seed, lang);
        let waves: Vec<Wave> = (0..places::WAVES.len())
            .map(|wave| make_wave(wave, lang))
            .collect();
        let sheets = (0..waves.len())
            .map(|wave| staff::sheets(seed, &latents, &branches, wave))
            .collect();
        let outcomes = (0..waves.len())
            .flat_map(|wave| customers::outcomes(seed, &latents, &branches, wave, lang))
            .collect();
        let positions = places::POSITIONS
            .iter()
            .map(|(name, group, _)| Position {
                title: name.get(lang),
                group: *group,
            })
            .collect();
        Self {
            company: places::COMPANY.get(lang),
            round: round::round(seed, &latents, &branches, lang),
            branches,
            positions,
            waves,
            sheets,
            outcomes,
        }
    }

    /// The answers of a wave as whole sheets, one block per dimension and one for eNPS.
    ///
    /// # Panics
    /// When there is no such wave.
    #[must_use]
    pub fn answers(&self, wave: usize) -> Answers {
        let classes = self.classes();
        let sheets = &self.sheets[wave];
        let class_of = |sheet: &Sheet| {
            let position = classes.iter().position(|class| {
                class.branches == [sheet.branch] && class.group == Some(sheet.group)
            });
            let position = position.expect("whoever answers belongs to a class");
            u16::try_from(position).expect("48 classes")
        };
        let class: Arc<[u16]> = sheets.iter().map(class_of).collect();
        let column = |asked: usize| sheets.iter().map(|sheet| sheet.values[asked]).collect();
        let mut blocks = Vec::new();
        for (position, dimension) in dimensions().into_iter().enumerate() {
            blocks.push(Block {
                content: BlockContent::Dimension(position),
                columns: dimension.items.iter().map(|item| column(*item)).collect(),
                items: dimension.items,
                class: Arc::clone(&class),
            });
        }
        let enps = asked_items().position(|item| item.id == ENPS);
        blocks.push(Block {
            content: BlockContent::Enps,
            items: Vec::new(),
            class,
            columns: enps.into_iter().map(column).collect(),
        });
        Answers {
            classes,
            blocks,
            is_linked: true,
            company_view: None,
        }
    }

    /// The same answers by codes and ids, as the workspace keeps them.
    ///
    /// # Panics
    /// When there is no such wave.
    #[must_use]
    pub fn stored_answers(&self, wave: usize) -> StoredAnswers {
        let Answers {
            classes,
            blocks,
            is_linked,
            company_view: _,
        } = self.answers(wave);
        let asked: Vec<&Item> = asked_items().collect();
        let code = |branch: &usize| self.branches[*branch].code.clone();
        let stored_class = |class: Class| SheetClass {
            branches: class.branches.iter().map(code).collect(),
            group: class.group,
            invited_contact: class.invited_contact,
            invited_back_office: class.invited_back_office,
        };
        let stored_block = |block: Block| match block.content {
            BlockContent::Dimension(position) => SheetBlock {
                dimension: questionnaire().dimensions[position].id.clone(),
                items: block
                    .items
                    .iter()
                    .map(|item| asked[*item].id.clone())
                    .collect(),
                class: block.class,
                columns: block.columns,
            },
            BlockContent::Enps => SheetBlock {
                dimension: String::new(),
                items: vec![ENPS.to_owned()],
                class: block.class,
                columns: block.columns,
            },
        };
        StoredAnswers {
            classes: classes.into_iter().map(stored_class).collect(),
            blocks: blocks.into_iter().map(stored_block).collect(),
            is_linked,
            company_view: None,
        }
    }

    /// Everything that the analysis reads.
    #[must_use]
    pub fn dataset(&self) -> Dataset {
        let wave_data = |(position, wave): (usize, &Wave)| WaveData {
            wave: wave.clone(),
            answers: self.answers(position),
        };
        Dataset {
            branches: self.branches.clone(),
            dimensions: dimensions(),
            items: rated_items().cloned().collect(),
            waves: self.waves.iter().enumerate().map(wave_data).collect(),
            pools: BTreeMap::new(),
            staff_scores: Vec::new(),
            outcomes: self.outcomes.clone(),
            levels: Vec::new(),
        }
    }

    /// Each group of each branch that has people in it.
    fn classes(&self) -> Vec<Class> {
        let mut classes = Vec::new();
        for (position, branch) in self.branches.iter().enumerate() {
            for group in StaffGroup::ALL {
                let (contact, back_office) = match group {
                    StaffGroup::Contact => (branch.contact, 0),
                    StaffGroup::BackOffice => (0, branch.back_office),
                };
                if contact + back_office > 0 {
                    classes.push(Class {
                        branches: vec![position],
                        group: Some(group),
                        invited_contact: Some(contact),
                        invited_back_office: Some(back_office),
                    });
                }
            }
        }
        classes
    }
}

/// The items of all dimensions. They stand before the eNPS item, so that a position here is also a
/// column of a sheet.
fn rated_items() -> impl Iterator<Item = &'static Item> {
    asked_items().filter(|item| item.kind != ItemKind::Recommend)
}

fn dimensions() -> Vec<Dimension> {
    let of = |id: &str| {
        let items = rated_items()
            .enumerate()
            .filter(|(_, item)| item.dimension == id);
        items.map(|(position, _)| position).collect()
    };
    questionnaire()
        .dimensions
        .iter()
        .map(|dimension| Dimension {
            id: dimension.id.clone(),
            title: dimension.title.clone(),
            items: of(&dimension.id),
            is_outcome: dimension.is_outcome,
        })
        .collect()
}

fn branches(seed: u64, lang: Lang) -> Vec<Branch> {
    places::PLACES
        .iter()
        .zip(staff::head_counts(seed))
        .zip(1..)
        .map(
            |((place, (contact, back_office)), number): (_, u32)| Branch {
                code: BranchCode::new(&format!("{number:02}")).expect("two digits"),
                name: place.name.get(lang),
                region: places::REGIONS[place.region].get(lang),
                format: place.size.format().get(lang),
                contact,
                back_office,
            },
        )
        .collect()
}

fn make_wave(wave: usize, lang: Lang) -> Wave {
    let plan = &places::WAVES[wave];
    Wave {
        code: WaveCode::new(plan.code).expect("a constant of the plan"),
        name: plan.name.get(lang),
        state: WaveState::Closed,
        questionnaire: questionnaire().id.clone(),
        opens: Some(plan.opens),
        closes: Some(plan.closes),
        customers: Some(customers::customer_months(wave)),
        min_group: MinGroup::default(),
    }
}
