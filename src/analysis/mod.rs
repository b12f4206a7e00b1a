//! From a [`Dataset`](crate::domain::Dataset) to [`Findings`]: pure, no files, no words for users.
//!
//! Everything a reader could be shown sits in [`Published`](crate::disclosure::Published); the
//! statistics between branches are computed from the published branch means, so that the workbook
//! holds all it takes to compute them again.

pub mod actions;
mod benchmarks;
mod changes;
mod column;
mod company;
mod customers;
mod divergence;
mod driver_findings;
mod driver_view;
mod drivers;
mod findings;
mod hidden;
mod layout;
mod link;
mod link_checks;
mod link_extras;
mod link_findings;
mod linkage;
mod means;
pub mod ratings;
mod rows;
mod run;
mod scoring;
mod spread;
mod staff_findings;
mod unit;
mod wave_tests;

pub use benchmarks::{
    Against, Alone, Compared, Comparisons, FigurePlace, FigureSubject, Yardstick,
};
pub use changes::enps_change;
pub use driver_findings::{
    DriverLine, DriverModel, Drivers, EngagementDrivers, NoModel, NpsDrivers, SharesBy,
};
pub use findings::{
    CustomerFigure, CustomerFindings, Findings, HiddenNote, HiddenWhat, OutcomeInfo, Source,
    WaveFindings,
};
pub use link_extras::{
    CorrectedLink, Held, LagTests, LaggedLink, LinkExtras, PartialLink, RegionSplit, Shrinkage,
    TEST_LAG_FROM, WeightedLink,
};
pub use link_findings::{
    Coefficient, Divergence, GroupComparison, Influence, Link, LinkPoint, TrendLine, Verdict,
};
pub use run::{Options, analyze};
pub use staff_findings::{
    AudienceFindings, Between, Change, Dissatisfier, ItemStatistics, Reliability, Row, ShareChange,
    Tested, WaveTests,
};
