//! The import wizard and the command line agree: the same files give the same numbers, and bad
//! files leave the workspace as it was.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use frontline::analysis::Findings;
use frontline::app::{
    Command, ImportPlan, ImportStart, ImportView, OneShot, Overview, Reply, Service, Surroundings,
    analyze_files,
};
use frontline::domain::{Date, Lang, MinGroup, WaveCode};
use frontline::error::Kind;

const TODAY: Date = Date::constant(2026, 11, 21);

struct Desk {
    folder: tempfile::TempDir,
    service: Service,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let surroundings = Surroundings::fixed(TODAY, 1, folder.path());
        let mut desk = Self {
            service: Service::new(surroundings).with_quick_keys(),
            folder,
        };
        let path = desk.path("own.frontline");
        desk.run(Command::CreateWorkspace {
            path,
            company: "Own".to_owned(),
            passphrase: crate::keyring::passphrase(),
        });
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).expect("a temporary file");
        path
    }

    fn run(&mut self, command: Command) -> Reply {
        self.service.run(command).expect("the command is fine")
    }

    fn start(&mut self, path: &Path, kind: &str, wave: Option<&str>) -> Arc<ImportView> {
        let wave = wave.map(|wave| WaveCode::new(wave).expect("a valid code"));
        let start = ImportStart {
            path: path.to_owned(),
            kind: Some(kind.to_owned()),
            sheet: None,
            wave,
        };
        let Reply::Import(view) = self.run(Command::StartImport(start)) else {
            panic!("another answer");
        };
        view
    }

    fn commit(&mut self, plan: ImportPlan) -> Arc<Overview> {
        let Reply::Imported { overview, .. } = self.run(Command::CommitImport(plan)) else {
            panic!("another answer");
        };
        overview
    }

    fn take(&mut self, path: &Path, kind: &str) -> Arc<Overview> {
        let view = self.start(path, kind, None);
        self.commit(ImportPlan {
            add_branches: true,
            ..view.plan.clone()
        })
    }

    fn findings(&mut self) -> Arc<Findings> {
        let Reply::Findings(findings) = self.run(Command::Analyze) else {
            panic!("another answer");
        };
        findings
    }

    fn overview(&mut self) -> Arc<Overview> {
        let path = self.path("own.frontline");
        let Reply::Overview(overview) = self.run(Command::OpenWorkspace(path)) else {
            panic!("another answer");
        };
        overview
    }
}

/// Bronx schools as staff scores and outcomes.
fn schools(desk: &Desk) -> (PathBuf, PathBuf) {
    let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/nyc2015_linkage.csv");
    let text = std::fs::read_to_string(data).expect("our own data");
    let mut rows = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let heads = rows.next().expect("heads");
    let column = |name: &str| {
        heads
            .iter()
            .position(|head| *head == name)
            .expect("a known head")
    };
    let mut scores = "branch,wave,dimension,value\n".to_owned();
    let mut outcomes = "branch,measure,value\n".to_owned();
    for row in rows.filter(|row| row[column("borough")] == "Bronx") {
        let branch = row[column("dbn")];
        scores.push_str(&format!(
            "{branch},2015,commitment,{}\n",
            row[column("t_commitment")]
        ));
        outcomes.push_str(&format!(
            "{branch},trust,{}\n",
            row[column("s_trust_teacher")]
        ));
    }
    (
        desk.write("scores.csv", &scores),
        desk.write("outcomes.csv", &outcomes),
    )
}

#[test]
fn wizard_and_command_line_give_the_same_correlation() {
    let mut desk = Desk::new();
    let (scores, outcomes) = schools(&desk);
    desk.take(&scores, "staff_scores");
    desk.take(&outcomes, "outcomes");
    let by_wizard = desk.findings();
    let by_files = analyze_files(&OneShot {
        responses: None,
        staff_scores: Some(scores),
        ratings: None,
        questionnaire: None,
        outcomes: vec![outcomes],
        branches: None,
        seed: by_wizard.seed,
        min_group: MinGroup::default(),
        draws: 10_000,
        is_proven: false,
        lang: Lang::En,
    })
    .expect("the files are fine")
    .findings;
    let [wizard, files] = [&by_wizard, &by_files].map(|findings| &findings.waves[0].links[0]);
    assert_eq!(wizard.points.len(), 134);
    assert_eq!(wizard.spearman, files.spearman);
    assert_eq!(wizard.pearson, files.pearson);
    assert_eq!(wizard.bca, files.bca);
    let rho = wizard.spearman.expect("134 schools");
    assert!((rho.value - 0.395_496_568_975_513).abs() < 1e-6, "{rho:?}");
}

#[test]
fn taking_a_file_twice_changes_nothing() {
    let mut desk = Desk::new();
    let (scores, outcomes) = schools(&desk);
    desk.take(&scores, "staff_scores");
    let first = desk.take(&outcomes, "outcomes");
    let view = desk.start(&outcomes, "outcomes", None);
    assert_eq!(view.known, view.ready, "every row is known");
    let second = desk.commit(view.plan.clone());
    assert_eq!(first.outcomes, second.outcomes);
}

#[test]
fn bad_rows_are_named_and_good_ones_taken_only_if_wanted() {
    let mut desk = Desk::new();
    let branches = desk.write("branches.csv", "code;name\n01;Центральная\n02;Вокзал\n");
    desk.take(&branches, "branches");
    let scores = desk.write(
        "nps.csv",
        "Точка;Дата визита;Оценка;Источник;ФИО гостя\n01;03.06.2026;9;СМС;Иванов\n\
         Вокзал №2;04.06.2026;8;СМС;Петров\n02;04.06.2026;11;СМС;Сидоров\n02;31.06.2026;7;Киоск;Кто-то\n",
    );
    let view = desk.start(&scores, "outcomes", None);
    assert_eq!((view.row_count, view.ready, view.refused), (4, 1, 3));
    assert_eq!(view.dropped, ["ФИО гостя"]);
    assert!(
        view.rows
            .iter()
            .all(|row| !row.cells.iter().any(|cell| cell.contains("Иванов")))
    );
    let rows: Vec<u32> = view.refusals.iter().map(|refusal| refusal.row).collect();
    assert_eq!(rows, [3, 4, 5]);
    let unknown = view
        .groups
        .iter()
        .find_map(|group| group.unknown_branch.clone());
    assert_eq!(unknown.as_deref(), Some("Вокзал №2"));
    // All or nothing: nothing.
    let strict = ImportPlan {
        accept_good_rows: false,
        ..view.plan.clone()
    };
    let error = desk
        .service
        .run(Command::CommitImport(strict))
        .expect_err("refused");
    assert!(
        matches!(error.kind(), Kind::RowsRefused { refused: 3, .. }),
        "{error}"
    );
    assert!(desk.overview().outcomes.is_empty());
    // The unknown branch is explained: two rows can be taken.
    let view = desk.start(&scores, "outcomes", None);
    let mut plan = view.plan.clone();
    let code = frontline::domain::BranchCode::new("02").expect("a valid code");
    plan.fixes.insert("Вокзал №2".to_owned(), code);
    let Reply::Import(view) = desk.run(Command::CheckImport(plan)) else {
        panic!("a view")
    };
    assert_eq!((view.ready, view.refused), (2, 2));
    assert_eq!(desk.commit(view.plan.clone()).outcomes.len(), 2);
}

#[test]
fn answers_go_into_an_open_wave_only_and_results_open_after_closing() {
    let mut desk = Desk::new();
    let draft = frontline::app::WaveDraft {
        name: "Spring".to_owned(),
        questionnaire: "pulse".to_owned(),
        opens: None,
        closes: None,
        customers: None,
        min_group: MinGroup::default(),
    };
    desk.run(Command::CreateWave(draft));
    let mut text = "branch,group,empowerment_1,voice_1,enps,E-mail\n".to_owned();
    let pulse = desk.overview().waves[0].questionnaire.clone();
    let items: Vec<&str> = pulse.items.iter().map(|item| item.id.as_str()).collect();
    text = text
        .replace("empowerment_1", items[0])
        .replace("voice_1", items[1]);
    for row in 0..24 {
        let group = if row % 3 == 0 {
            "back_office"
        } else {
            "contact"
        };
        text.push_str(&format!(
            "A,{group},{},{},{},x{row}@example.org\n",
            row % 5 + 1,
            row % 4 + 1,
            row % 11
        ));
    }
    let answers = desk.write("answers.csv", &text);
    let code = WaveCode::new("spring").expect("a valid code");
    let view = desk.start(&answers, "answers", Some("spring"));
    assert_eq!(
        (view.ready, view.refused),
        (24, 0),
        "{:?}",
        view.refusals.first()
    );
    assert_eq!(view.dropped, ["E-mail"]);
    let refused = desk
        .service
        .run(Command::CommitImport(view.plan.clone()))
        .expect_err("a draft");
    assert_eq!(refused.kind(), &Kind::WaveState);
    desk.run(Command::OpenWave(code.clone()));
    let view = desk.start(&answers, "answers", Some("spring"));
    desk.commit(view.plan.clone());
    assert_eq!(
        desk.service
            .run(Command::Analyze)
            .expect_err("locked")
            .kind(),
        &Kind::NoData
    );
    desk.run(Command::CloseWave(code));
    let findings = desk.findings();
    let company = &findings.waves[0].audiences[0].company;
    assert_eq!(
        company
            .sheets
            .n()
            .and_then(frontline::disclosure::ShownCount::exact),
        Some(24)
    );
    // Nothing personal in the database behind the key.
    desk.run(Command::CloseWorkspace);
    let bytes = std::fs::read(desk.path("own.frontline")).expect("the workspace");
    let unlock = frontline::app::Unlock::Passphrase(crate::keyring::passphrase());
    let opened = frontline::seal::container::Vault::open(&bytes, &unlock).expect("it opens");
    let image = opened.sections.into_values().next().expect("the database");
    let has = |needle: &[u8]| image.windows(needle.len()).any(|window| window == needle);
    assert!(
        !has(b"example.org"),
        "an e-mail address got into the workspace"
    );
    assert!(has(b"spring"));
}

#[test]
fn the_same_answers_are_not_added_twice() {
    let mut desk = Desk::new();
    desk.run(Command::CreateWave(frontline::app::WaveDraft {
        name: "Spring".to_owned(),
        questionnaire: "pulse".to_owned(),
        opens: None,
        closes: None,
        customers: None,
        min_group: MinGroup::default(),
    }));
    desk.run(Command::OpenWave(
        WaveCode::new("spring").expect("a valid code"),
    ));
    let item = desk.overview().waves[0].questionnaire.items[0].id.clone();
    let file = |name: &str, desk: &Desk, score: u8| {
        desk.write(
            name,
            &format!("branch,{item}\n{}", format!("A,{score}\n").repeat(6)),
        )
    };
    let (first, second) = (file("first.csv", &desk, 4), file("second.csv", &desk, 2));
    let add = |desk: &mut Desk, path: &Path| {
        let view = desk.start(path, "answers", Some("spring"));
        let plan = ImportPlan {
            replace_answers: false,
            add_branches: true,
            ..view.plan.clone()
        };
        desk.service.run(Command::CommitImport(plan))
    };
    add(&mut desk, &first).expect("taken");
    add(&mut desk, &second).expect("added");
    let returned = desk.overview().waves[0].returned;
    assert_eq!(
        returned
            .n()
            .and_then(frontline::disclosure::ShownCount::exact),
        Some(12)
    );
    let twice = add(&mut desk, &first).expect_err("the same file");
    assert!(matches!(twice.kind(), Kind::Exists { .. }));
}

#[test]
fn the_example_never_replaces_somebody_elses_workspace() {
    let mut desk = Desk::new();
    let dir = desk.path("mine");
    std::fs::create_dir_all(&dir).expect("a temporary folder");
    let path = dir.join("chain.frontline");
    let company = "Mine".to_owned();
    desk.run(Command::CreateWorkspace {
        path: path.clone(),
        company,
        passphrase: crate::keyring::passphrase(),
    });
    desk.run(Command::CloseWorkspace);
    let before = std::fs::read(&path).expect("the workspace");
    let open = |dir: &Path| Command::OpenDemo {
        dir: Some(dir.to_owned()),
        lang: Lang::En,
        seed: 7,
    };
    let refused = desk.service.run(open(&dir)).expect_err("not an example");
    assert!(matches!(refused.kind(), Kind::Exists { .. }), "{refused}");
    assert_eq!(std::fs::read(&path).expect("the workspace"), before);
    let free = desk.path("free");
    desk.run(open(&free));
    desk.run(open(&free));
}
