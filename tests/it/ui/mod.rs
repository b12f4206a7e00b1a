//! Every screen without a display: state, language, theme, clicks.

mod actions;
mod comments;
mod competencies;
mod competencies_files;
mod competencies_rate;
mod competencies_rounds;
mod customers;
mod fixture;
mod harness;
mod home;
mod import_wizard;
mod keys;
mod linkage;
mod lock;
mod organisation;
mod questionnaires;
mod readable;
mod reports;
mod results;
mod settings;
mod stage;
mod waves;
mod waves_collect;
mod waves_design;
mod welcome;
mod witness;
