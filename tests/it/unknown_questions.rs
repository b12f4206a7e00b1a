//! Answers to questions that no questionnaire here has: the heads of the file make one, and a report has
//! its topics. Questions that are known keep their own questionnaire.

use std::path::Path;
use std::sync::Arc;

use calamine::Reader as _;
use frontline::app::{
    AskedOrigin, Command, ImportPlan, ImportStart, ImportView, Overview, Reply, Service,
    Surroundings,
};
use frontline::domain::{Date, ItemKind, Lang, WaveCode, WaveState};
use frontline::import::{embedded, parse_questionnaire, write_questionnaire};

use crate::cli::{folder, ok, write};

const TODAY: Date = Date::constant(2026, 11, 21);

/// Thirty sheets of three branches under these heads.
fn answers(heads: &str) -> String {
    let count = heads.split(',').count();
    let mut text = format!("branch,wave,{heads}\n");
    for row in 0..90_usize {
        let cells: Vec<String> = (0..count)
            .map(|column| ((row * 7 + column * row + column) % 5 + 1).to_string())
            .collect();
        text.push_str(&format!("B{},2025,{}\n", row % 3, cells.join(",")));
    }
    text
}

struct Desk {
    folder: tempfile::TempDir,
    service: Service,
}

impl Desk {
    fn new() -> Self {
        let folder = folder();
        let surroundings = Surroundings::fixed(TODAY, 1, folder.path());
        let mut service = Service::new(surroundings).with_quick_keys();
        service
            .run(Command::CreateWorkspace {
                path: folder.path().join("own.frontline"),
                company: "Own".to_owned(),
                passphrase: crate::keyring::passphrase(),
            })
            .expect("a new workspace");
        Self { folder, service }
    }

    fn start(&mut self, text: &str, wave: Option<&str>) -> Arc<ImportView> {
        write(self.folder.path(), "former.csv", text);
        let start = ImportStart {
            path: self.folder.path().join("former.csv"),
            kind: Some("answers".to_owned()),
            sheet: None,
            wave: wave.map(|wave| WaveCode::new(wave).expect("a valid code")),
        };
        let Ok(Reply::Import(view)) = self.service.run(Command::StartImport(start)) else {
            panic!("no view of the file");
        };
        view
    }

    fn commit(&mut self, plan: &ImportPlan) -> Arc<Overview> {
        let plan = ImportPlan {
            add_branches: true,
            ..plan.clone()
        };
        match self.service.run(Command::CommitImport(plan)) {
            Ok(Reply::Imported { overview, .. }) => overview,
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn heads_of_a_file_become_the_questionnaire_of_its_wave() {
    let mut desk = Desk::new();
    let heads =
        "Лидерство_1,Лидерство_2,liderstvo_1,Pay-day_1,Pay-day_2,engagement_1,eNPS,Индекс eNPS";
    let view = desk.start(&answers(heads), None);
    let asked = view.asked.as_ref().expect("answers");
    assert_eq!(asked.origin, AskedOrigin::Inferred);
    assert_eq!((asked.dimensions, asked.items), (4, 7));
    let overview = desk.commit(&view.plan);
    let info = &overview.waves[0];
    assert_eq!(info.wave.state, WaveState::Closed);
    let questionnaire = &info.questionnaire;
    let dimensions: Vec<(&str, &str, bool)> = questionnaire
        .dimensions
        .iter()
        .map(|it| (it.id.as_str(), it.title.get(Lang::Ru), it.is_outcome))
        .collect();
    assert_eq!(
        dimensions,
        [
            ("liderstvo", "Лидерство", false),
            ("liderstvo_2", "liderstvo", false),
            ("pay_day", "Pay-day", false),
            ("engagement", "engagement", true),
        ]
    );
    let asks = |kind| {
        questionnaire
            .items
            .iter()
            .filter(move |item| item.kind == kind)
    };
    assert_eq!(asks(ItemKind::Agreement).count(), 6);
    assert_eq!(asks(ItemKind::Recommend).count(), 1);
    assert_eq!(
        questionnaire.title.get(Lang::En),
        "Questions of the file “former.csv”"
    );
    let Ok(Reply::Findings(findings)) = desk.service.run(Command::Analyze) else {
        panic!("nothing was found");
    };
    let titles: Vec<&str> = findings
        .dimensions
        .iter()
        .map(|dimension| dimension.title.get(Lang::Ru))
        .collect();
    assert_eq!(titles, ["Лидерство", "liderstvo", "Pay-day", "engagement"]);
}

#[test]
fn questions_of_a_known_questionnaire_keep_its_titles() {
    let mut desk = Desk::new();
    let pulse = embedded().iter().find(|it| it.id == "pulse").expect("ours");
    let rated = pulse
        .items
        .iter()
        .filter(|it| it.kind == ItemKind::Agreement);
    let heads: Vec<&str> = rated.map(|item| item.id.as_str()).collect();
    let view = desk.start(&answers(&heads.join(",")), Some("Spring"));
    let asked = view.asked.as_ref().expect("answers");
    assert_eq!(asked.origin, AskedOrigin::Known);
    assert_eq!(asked.items, heads.len());
    let overview = desk.commit(&view.plan);
    assert_eq!(overview.waves[0].wave.code.as_str(), "Spring");
    assert_eq!(*overview.waves[0].questionnaire, *pulse);
}

#[test]
fn a_questionnaire_written_and_read_is_the_same() {
    for ours in embedded() {
        let text = write_questionnaire(ours);
        let read = parse_questionnaire(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(read, *ours);
    }
}

#[test]
fn a_report_on_an_imported_file_has_its_topics() {
    let dir = folder();
    let at = dir.path();
    write(at, "former.csv", &answers("Lead_1,Lead_2,Trust_1,Trust_2"));
    ok(
        at,
        &["new", "own.frontline", "--company", "Own", "--quick-key"],
    );
    let said = ok(
        at,
        &[
            "--lang",
            "en",
            "import",
            "own.frontline",
            "answers",
            "former.csv",
            "--add-branches",
        ],
    );
    assert!(said.contains("4 questions, 2 topics"), "{said}");
    ok(
        at,
        &[
            "--lang",
            "en",
            "report",
            "own.frontline",
            "--wave",
            "2025",
            "--xlsx",
            "r.xlsx",
        ],
    );
    let shown = texts(&at.join("r.xlsx"));
    for topic in ["Lead", "Trust"] {
        assert!(
            shown.iter().any(|text| text == topic),
            "no {topic}: {shown:?}"
        );
    }
}

/// Every text of a workbook.
fn texts(path: &Path) -> Vec<String> {
    let mut workbook = calamine::open_workbook_auto(path).expect("a workbook");
    let sheets = workbook.worksheets();
    let cells = sheets.iter().flat_map(|(_, range)| range.used_cells());
    cells.map(|(_, _, cell)| cell.to_string()).collect()
}
