//! A workspace with people, and short words for what is asked of it.

use std::path::PathBuf;
use std::sync::Arc;

use frontline::app::{
    Command, ImportPlan, ImportStart, ImportView, PersonDraft, RatingCommand, RatingOverview,
    RatingReply, Reply, RoundDraft, RoundView, Service, Surroundings,
};
use frontline::domain::rating::{PersonId, RoundCode, Weights};
use frontline::domain::{Branch, BranchCode, Date, StaffGroup};
use frontline::error::Kind;

pub(crate) const TODAY: Date = Date::constant(2026, 11, 21);

pub(crate) struct Office {
    pub(crate) folder: tempfile::TempDir,
    pub(crate) service: Service,
}

impl Office {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let surroundings = Surroundings::fixed(TODAY, 1, folder.path());
        let mut office = Self {
            service: Service::new(surroundings).with_quick_keys(),
            folder,
        };
        let path = office.path("own.frontline");
        office.run(Command::CreateWorkspace {
            path,
            company: "Own".to_owned(),
            passphrase: crate::keyring::passphrase(),
        });
        for code in ["01", "02"] {
            let branch = Branch::from_code(BranchCode::new(code).expect("a code"));
            office.run(Command::SaveBranch {
                branch,
                previous: None,
            });
        }
        office
    }

    /// A manager (1) and so many baristas of branch 01 under her.
    pub(crate) fn staffed(baristas: u32) -> Self {
        let mut office = Self::new();
        office.person("Boss", "Branch manager", None);
        for number in 1..=baristas {
            office.person(&format!("Barista {number}"), "Barista", Some(PersonId(1)));
        }
        office
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn run(&mut self, command: Command) -> Reply {
        self.service.run(command).expect("the command is fine")
    }

    pub(crate) fn ask(&mut self, command: RatingCommand) -> RatingReply {
        let Reply::Ratings(reply) = self.run(Command::Ratings(command)) else {
            panic!("another answer");
        };
        reply
    }

    pub(crate) fn fault(&mut self, command: RatingCommand) -> Kind {
        let refused = self.service.run(Command::Ratings(command));
        refused.expect_err("it is refused").kind().clone()
    }

    pub(crate) fn overview(&mut self) -> Arc<RatingOverview> {
        let RatingReply::Overview(overview) = self.ask(RatingCommand::Open) else {
            panic!("another answer");
        };
        overview
    }

    pub(crate) fn draft(name: &str, position: &str, manager: Option<PersonId>) -> PersonDraft {
        PersonDraft {
            id: None,
            name: name.to_owned(),
            position: position.to_owned(),
            branch: BranchCode::new("01").expect("a code"),
            group: StaffGroup::Contact,
            manager,
            left: None,
        }
    }

    pub(crate) fn person(&mut self, name: &str, position: &str, manager: Option<PersonId>) {
        self.ask(RatingCommand::SavePerson(Self::draft(
            name, position, manager,
        )));
    }

    /// A round over everybody, open.
    pub(crate) fn open_round(&mut self) -> (RoundCode, Arc<RoundView>) {
        self.ask(RatingCommand::CreateRound(RoundDraft {
            name: "Autumn".to_owned(),
            model: "customer-orientation".to_owned(),
            opens: Date::constant(2026, 11, 1),
            closes: Date::constant(2026, 11, 30),
            keep_until: None,
            weights: Weights::default(),
        }));
        let code = RoundCode::new("autumn").expect("a code");
        let ratees = Vec::new();
        let round = code.clone();
        let planned = self.ask(RatingCommand::ProposeRaters { round, ratees });
        let RatingReply::Round(view) = planned else {
            panic!("another answer");
        };
        self.ask(RatingCommand::OpenRound(code.clone()));
        (code, view)
    }

    pub(crate) fn round(&mut self, code: &RoundCode) -> Arc<RoundView> {
        let RatingReply::Round(view) = self.ask(RatingCommand::Round(code.clone())) else {
            panic!("another answer");
        };
        view
    }

    pub(crate) fn start(&mut self, kind: &str, text: &str) -> Arc<ImportView> {
        let path = self.path("file.csv");
        std::fs::write(&path, text).expect("a temporary file");
        let start = ImportStart {
            path,
            kind: Some(kind.to_owned()),
            sheet: None,
            wave: None,
        };
        let Reply::Import(view) = self.run(Command::StartImport(start)) else {
            panic!("another answer");
        };
        view
    }

    /// Row and reason of every refusal.
    pub(crate) fn refusals(view: &ImportView) -> Vec<(u32, &'static str)> {
        let refusals = view.refusals.iter();
        refusals
            .map(|refusal| (refusal.row, refusal.reason_key))
            .collect()
    }

    pub(crate) fn take(&mut self, view: &ImportView) -> usize {
        let plan: ImportPlan = view.plan.clone();
        let Reply::Imported { report, .. } = self.run(Command::CommitImport(plan)) else {
            panic!("another answer");
        };
        report.taken
    }
}
