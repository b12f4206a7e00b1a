//! From a [`Dataset`](crate::domain::Dataset) to [`Findings`]: pure, no files, no words for users.
//!
//! Everything a reader could be shown sits in [`Published`](crate::disclosure::Published); the
//! statistics between branches are computed from the published branch means, so that the workbook
//! holds all it takes to compute them again.

mod changes;
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
mod linkage;
mod means;
mod rows;
mod run;
mod scoring;

pub use changes::enps_change;
pub use driver_findings::{
    DriverLine, DriverModel, Drivers, EngagementDrivers, NoModel, NpsDrivers,
};
pub use findings::{
    AudienceFindings, Change, Coefficient, CustomerFigure, CustomerFindings, Dissatisfier,
    Divergence, Findings, GroupComparison, HiddenNote, HiddenWhat, Influence, ItemStatistics, Link,
    LinkPoint, OutcomeInfo, Reliability, Row, Source, TrendLine, Verdict, WaveFindings,
};
pub use link_extras::{
    CorrectedLink, Held, LagTests, LaggedLink, LinkExtras, PartialLink, RegionSplit, Shrinkage,
    TEST_LAG_FROM, WeightedLink,
};
pub use run::{Options, analyze};
