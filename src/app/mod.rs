//! Use cases: what the window and the command line can ask for, and what they hear back.
//!
//! One [`Command`] in, exactly one [`Event::Done`] or [`Event::Failed`] out, with progress between.
//! The [`Worker`] runs commands one after another on a thread of its own and wakes whoever listens;
//! it does not know egui. Time and randomness come in through [`Surroundings`].

mod actions;
pub mod audit;
mod collection;
mod command;
mod comments;
mod dataset;
pub mod demo;
mod demo_files;
mod export_request;
pub mod extensions;
mod files;
mod import_view;
mod imported;
mod keys;
pub mod kiosk;
mod one_shot;
mod one_shot_files;
mod one_shot_ratings;
mod overview;
mod proof;
mod ratings;
mod ratings_files;
mod service;
mod settings;
mod stage;
mod surroundings;
mod wave_months;
mod worker;

pub use actions::{
    ActionBoard, ActionCommand, ActionDeed, ActionReply, ActionUndo, action_library, known_model,
};
pub use collection::{
    BatchView, CodesRequest, Collection, DAYS_KEPT, DesignChange, MergedFile, SealedState, Station,
    Verified, WitnessInfo, WitnessView,
};
pub use command::{Command, Event, ImportPlan, ImportStart, Reply, Ticket, WaveDraft, WitnessDeed};
pub use comments::{CommentDeed, CommentsState, CommentsView};
pub use dataset::{WaveInput, build_dataset};
pub use demo_files::write_demo;
pub use export_request::{ExportRequest, ExportScope};
pub use import_view::{
    AskedOrigin, AskedView, ImportColumn, ImportKindView, ImportReport, ImportRow, ImportView,
    RefusalGroupView, RefusalView, RoleView,
};
pub use keys::{
    BackupInfo, DEMO_PASSPHRASE, KeysInfo, LockedInfo, LockedKind, Passphrase, RECOVERY_WORDS,
    RecoveryWords, SlotInfo, SlotKind, Unlock, offered_passphrase, read_passphrase,
};
pub use one_shot::{Analyzed, OneShot, RefusedRows, analyze_files};
pub use one_shot_files::{one_shot_json, write_one_shot};
pub use one_shot_ratings::RatedFile;
pub use overview::{
    Overview, Participation, QuestionnaireInfo, QuestionnaireOrigin, ReleaseInfo, WaveInfo,
};
pub use ratings::{
    BridgeLine, PersonDraft, RaterList, RaterListLine, RatingCommand, RatingOverview, RatingReply,
    Retention, RoundDraft, RoundInfo, RoundResults, RoundView, SheetView, round_json,
    write_round_json,
};
pub use ratings_files::{RaterPair, RatingFile, RatingFileKind};
pub use service::{CheckedReport, DEFAULT_SEED, Service, mapping_roles, report_sheets};
pub use settings::{AUTO_LOCK_CHOICES, Settings, ThemeChoice};
pub use stage::Stage;
pub use surroundings::Surroundings;
pub use worker::{Wake, Watch, Worker};
