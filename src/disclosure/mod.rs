//! What may be published: the published-or-hidden type, detail that grows with the number of
//! answers, merging of small groups, and rows that would give another row away.
//!
//! No number leaves the analysis except inside [`Published`], and only [`Publisher`], which holds
//! the threshold, makes a shown one (a tidy test looks for others). Knows nothing of files, screens
//! or sentences.

pub mod audit;
mod classes;
mod comments;
pub mod marks;
mod plan;
mod proof;
mod protect;
mod published;
mod publisher;
mod together;
mod told;
mod withdraw;
mod withdrawn;

pub use classes::{PoolFault, check_pools, classes_of_pool, propose_pools};
pub use comments::{COMMENTS_FROM, CommentPlace, CommentPlaces, PlaceKind, comment_places};
pub use plan::{ClassPlan, merge_small_groups, visible_rows};
pub use proof::Proof;
pub use protect::{Parts, Protection, protect, protect_withdrawn};
pub use published::{Favourable, NpsFigure, Published, Reason, Score, ShownCount};
pub use publisher::{
    EXACT_FROM, Publisher, SHARES_FROM, Tally, plain, share_interval, standard_error,
};
pub use together::{Index, Segments};
pub use told::{
    COUNT_FROM, CommentCount, KeptComment, Mask, Piece, Told, ToldComment, ToldPlace, destroyed,
    hidden, tell, with_mask,
};
pub use withdraw::{Withdrawal, next_to_withdraw};
pub use withdrawn::{RowPlace, Subject, Withdrawn};
