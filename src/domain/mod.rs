//! Nouns and rules of the field, checked when they are made. Pure: no clock, no files, no SQL, no
//! words for users. A value of these types that exists is valid.

pub mod action;
mod branch;
mod code;
mod collection;
mod dataset;
mod outcome;
pub mod passage;
mod questionnaire;
pub mod rating;
pub mod strength;
mod text;
mod wave;

pub use branch::{Audience, Branch, BranchCode, Position, StaffGroup};
pub use collection::{Pool, ProtectionLevel, StationDesign, WaveDesign, min_invited};
pub use dataset::{
    Answers, Block, BlockContent, BranchLevel, CONTACT_SHARE_MIN, Class, CompanyBands, CompanyView,
    Dataset, Dimension, MISSING, SheetBlock, SheetClass, StaffScore, StoredAnswers, WaveData,
};
pub use outcome::{Benchmark, Channel, CustomerValue, Measure, NpsCounts, NpsScore, Outcome};
pub use questionnaire::{
    CHANGES_DIMENSION, CHANGES_ITEM, Item, ItemKind, Lever, Motive, Questionnaire,
    QuestionnaireDimension, QuestionnaireKind,
};
pub use text::{Lang, Text};
pub use wave::{Date, MinGroup, Month, Period, Wave, WaveCode, WaveState};
