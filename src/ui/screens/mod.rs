//! The screens of the HR window. Each owns its form; [`Screen::prepare`] lets it sort and format
//! when something changed, so that a frame only draws.

mod actions;
mod against;
mod common;
mod competencies;
mod customers;
mod deeds;
mod home;
mod import;
mod keys;
mod linkage;
mod linked;
mod organisation;
mod participation;
mod parts;
mod questionnaires;
mod reports;
mod results;
mod settings;
mod verified;
mod waves;
mod welcome;
mod witness;

pub(in crate::ui) use common::upper_first;

use egui::Ui;

use super::action::Actions;
use super::cx::Cx;
use super::icons::Icon;

/// A screen of the window.
pub trait Screen {
    /// Something changed (workspace, findings, chosen wave, language): sort and format anew.
    fn prepare(&mut self, cx: &Cx<'_>);

    /// Draws, and pushes what the user wants.
    fn ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, actions: &mut Actions);
}

/// Which screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ScreenId {
    /// No workspace is open.
    Welcome,
    /// What to do next.
    Home,
    /// Branches and head counts.
    Organisation,
    /// Questionnaires.
    Questionnaires,
    /// Waves.
    Waves,
    /// How a draft will be collected.
    Design,
    /// Stations, codes and sealed answers of a wave.
    Collection,
    /// Heat map and dimension panel.
    Results,
    /// Competencies of people.
    Competencies,
    /// Raters at a shared computer; nothing else of the workspace is shown.
    RaterDesk,
    /// Customer outcomes.
    Customers,
    /// Staff against customers.
    Linkage,
    /// What is done about findings.
    Actions,
    /// Reports and their ledger.
    Reports,
    /// Language, theme, threshold.
    Settings,
    /// The import wizard.
    Import,
    /// Choose a passphrase for a workspace that is to be made or encrypted.
    NewKeys,
    /// Give the key of a workspace.
    Unlock,
    /// The recovery words, shown once.
    Words,
    /// The witness, with a key file and no workspace.
    Witness,
}

impl ScreenId {
    /// Is it about an open workspace?
    #[must_use]
    pub fn needs_workspace(self) -> bool {
        !matches!(
            self,
            Self::Welcome
                | Self::Settings
                | Self::Witness
                | Self::NewKeys
                | Self::Unlock
                | Self::Words
        )
    }

    /// The row of the side bar that it belongs to.
    #[must_use]
    pub fn place(self) -> Self {
        match self {
            Self::Design | Self::Collection => Self::Waves,
            other @ (Self::Welcome
            | Self::Home
            | Self::Organisation
            | Self::Questionnaires
            | Self::Waves
            | Self::Results
            | Self::Competencies
            | Self::RaterDesk
            | Self::Customers
            | Self::Linkage
            | Self::Actions
            | Self::Reports
            | Self::Settings
            | Self::Import
            | Self::Witness
            | Self::NewKeys
            | Self::Unlock
            | Self::Words) => other,
        }
    }
}

/// The side bar, top to bottom: screen, Fluent key, icon.
pub const NAVIGATION: &[(ScreenId, &str, Icon)] = &[
    (ScreenId::Home, "nav-home", Icon::House),
    (ScreenId::Organisation, "nav-organisation", Icon::Store),
    (
        ScreenId::Questionnaires,
        "nav-questionnaires",
        Icon::ClipboardList,
    ),
    (ScreenId::Waves, "nav-waves", Icon::CalendarRange),
    (ScreenId::Results, "nav-results", Icon::Table),
    (ScreenId::Competencies, "nav-competencies", Icon::Radar),
    (ScreenId::Customers, "nav-customers", Icon::Star),
    (ScreenId::Linkage, "nav-linkage", Icon::Link2),
    (ScreenId::Actions, "nav-actions", Icon::ListChecks),
    (ScreenId::Reports, "nav-reports", Icon::FileSpreadsheet),
    (ScreenId::Settings, "nav-settings", Icon::Settings),
];

/// All screens, alive as long as the window.
#[derive(Default)]
pub struct Screens {
    welcome: welcome::Welcome,
    home: home::Home,
    organisation: organisation::Organisation,
    questionnaires: questionnaires::Questionnaires,
    waves: waves::Waves,
    results: results::Results,
    competencies: competencies::Competencies,
    desk: competencies::RaterDesk,
    customers: customers::Customers,
    linkage: linkage::Linkage,
    actions: actions::ActionsScreen,
    reports: reports::Reports,
    settings: settings::SettingsScreen,
    import: import::Import,
    new_keys: keys::NewKeysPage,
    unlock: keys::UnlockPage,
    words: keys::WordsPage,
    design: waves::design::Design,
    collection: waves::collect::CollectionScreen,
    witness: witness::Witness,
}

impl Screens {
    /// The screen of an id.
    pub fn get(&mut self, id: ScreenId) -> &mut dyn Screen {
        match id {
            ScreenId::Welcome => &mut self.welcome,
            ScreenId::Home => &mut self.home,
            ScreenId::Organisation => &mut self.organisation,
            ScreenId::Questionnaires => &mut self.questionnaires,
            ScreenId::Waves => &mut self.waves,
            ScreenId::Results => &mut self.results,
            ScreenId::Competencies => &mut self.competencies,
            ScreenId::RaterDesk => &mut self.desk,
            ScreenId::Customers => &mut self.customers,
            ScreenId::Linkage => &mut self.linkage,
            ScreenId::Actions => &mut self.actions,
            ScreenId::Reports => &mut self.reports,
            ScreenId::Settings => &mut self.settings,
            ScreenId::Import => &mut self.import,
            ScreenId::NewKeys => &mut self.new_keys,
            ScreenId::Unlock => &mut self.unlock,
            ScreenId::Words => &mut self.words,
            ScreenId::Design => &mut self.design,
            ScreenId::Collection => &mut self.collection,
            ScreenId::Witness => &mut self.witness,
        }
    }

    /// Forgets what was typed on pages about keys.
    pub(super) fn forget_secrets(&mut self) {
        self.new_keys = keys::NewKeysPage::default();
        self.unlock = keys::UnlockPage::default();
        self.words = keys::WordsPage::default();
        self.settings.forget_secrets();
    }
}
