//! The workspaces that screens are tested and looked at with: the demo chain in several states, a
//! file on its way in, and a driver of the shell without a worker. No expectations live here.
#![allow(dead_code, reason = "each user of the fixture takes a part of it")]

use std::path::PathBuf;
use std::sync::Arc;

use frontline::analysis::{Findings, Options, analyze};
use frontline::app::demo::{DemoChain, questionnaire};
use frontline::app::{
    Command, Event, ImportColumn, ImportKindView, ImportPlan, ImportRow, ImportView, Overview,
    Participation, QuestionnaireInfo, QuestionnaireOrigin, RefusalGroupView, RefusalView, Reply,
    RoleView, Settings, Ticket, WaveInfo,
};
use frontline::disclosure::{Publisher, visible_rows};
use frontline::domain::{
    Branch, BranchCode, Date, Lang, MinGroup, Month, Outcome, Wave, WaveCode, WaveState,
};
use frontline::import::questionnaire::embedded;
use frontline::ui::shell::{Outward, Shell};

/// The seed of all pictures.
pub(crate) const SEED: u64 = 7;

/// Today, in every fixture.
pub(crate) const TODAY: Date = Date::constant(2026, 11, 21);

/// A workspace with nothing in it.
pub(crate) fn empty(lang: Lang) -> Overview {
    let info = |questionnaire: &frontline::domain::Questionnaire| QuestionnaireInfo {
        questionnaire: Arc::new(questionnaire.clone()),
        origin: QuestionnaireOrigin::Embedded,
    };
    Overview {
        path: PathBuf::from("/data/chain.frontline"),
        company: DemoChain::generate(SEED, lang).company,
        is_demo: false,
        branches: Vec::new(),
        positions: Vec::new(),
        questionnaires: embedded().iter().map(info).collect(),
        waves: Vec::new(),
        outcomes: Arc::from(Vec::new()),
        benchmarks: Vec::new(),
        releases: Vec::new(),
        today: TODAY,
        reports_folder: PathBuf::from("/data/reports"),
    }
}

/// The chain with its branches and positions, before the first wave.
pub(crate) fn organised(lang: Lang) -> Overview {
    let chain = DemoChain::generate(SEED, lang);
    Overview {
        branches: chain.branches,
        positions: chain.positions,
        ..empty(lang)
    }
}

/// The demo chain: three closed waves with customer scores.
pub(crate) fn demo(lang: Lang) -> Overview {
    let chain = DemoChain::generate(SEED, lang);
    let waves = (0..chain.waves.len()).map(|wave| {
        let of_branch = |branch: usize| {
            let own = chain.sheets[wave]
                .iter()
                .filter(|sheet| sheet.branch == branch);
            u32::try_from(own.count()).expect("a small chain")
        };
        let counts: Vec<u32> = (0..chain.branches.len()).map(of_branch).collect();
        wave_info(chain.waves[wave].clone(), &chain.branches, &counts)
    });
    let outcomes: Vec<Outcome> = chain.outcomes.clone();
    Overview {
        waves: waves.collect(),
        outcomes: Arc::from(outcomes),
        is_demo: true,
        ..organised(lang)
    }
}

/// The demo chain with a fourth wave in this state; answers of most people while it is open.
pub(crate) fn with_wave(lang: Lang, state: WaveState) -> Overview {
    let mut overview = demo(lang);
    let wave = next_wave(lang, state);
    let share = |position: usize| match position % 6 {
        0 => 0.35,
        1 => 0.55,
        2 => 0.8,
        3 => 0.62,
        4 => 0.42,
        _ => 0.72,
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a head count"
    )]
    let count = |(position, branch): (usize, &Branch)| {
        if state == WaveState::Draft {
            return 0;
        }
        (f64::from(branch.head_count()) * share(position)) as u32
    };
    let counts: Vec<u32> = overview.branches.iter().enumerate().map(count).collect();
    overview
        .waves
        .push(wave_info(wave, &overview.branches, &counts));
    overview
}

/// The open wave before the first answer.
pub(crate) fn without_answers(lang: Lang) -> Overview {
    let mut overview = demo(lang);
    let none = vec![0; overview.branches.len()];
    let wave = next_wave(lang, WaveState::Open);
    overview
        .waves
        .push(wave_info(wave, &overview.branches, &none));
    overview
}

/// A closed wave that no customer scores belong to.
pub(crate) fn without_customers(lang: Lang) -> Overview {
    let mut overview = demo(lang);
    overview.outcomes = Arc::from(Vec::new());
    overview
}

fn next_wave(lang: Lang, state: WaveState) -> Wave {
    let month = |number| Month::new(2026, number).expect("a month");
    Wave {
        code: WaveCode::new("2026-winter").expect("a code"),
        name: match lang {
            Lang::Ru => "Зима 2026".to_owned(),
            Lang::En => "Winter 2026".to_owned(),
        },
        state,
        questionnaire: questionnaire().id.clone(),
        opens: Some(Date::constant(2026, 11, 9)),
        closes: Some(Date::constant(2026, 11, 27)),
        customers: Some((month(10), month(12))),
        min_group: MinGroup::default(),
    }
}

fn wave_info(wave: Wave, branches: &[Branch], counts: &[u32]) -> WaveInfo {
    let publisher = Publisher::new(wave.min_group);
    let visible = visible_rows(counts, wave.min_group);
    let of_branch = |((branch, n), visible): ((&Branch, &u32), Result<(), _>)| {
        let returned = match visible {
            Ok(()) => publisher.sheets(*n),
            Err(reason) => frontline::disclosure::Published::Hidden(reason),
        };
        let invited = branch.head_count();
        let rate = returned
            .value()
            .and_then(|()| publisher.response_rate(*n, invited));
        Participation {
            invited,
            returned,
            rate,
        }
    };
    let all: u32 = counts.iter().sum();
    let invited: u32 = branches.iter().map(Branch::head_count).sum();
    WaveInfo {
        questionnaire: Arc::new(questionnaire().clone()),
        returned: publisher.sheets(all),
        invited,
        rate: publisher.response_rate(all, invited),
        participation: branches
            .iter()
            .zip(counts)
            .zip(visible)
            .map(of_branch)
            .collect(),
        has_means: false,
        wave,
    }
}

/// Findings of the three closed waves of the demo chain.
pub(crate) fn findings(lang: Lang) -> Findings {
    let chain = DemoChain::generate(SEED, lang);
    let options = Options {
        draws: 200,
        ..Options::default()
    };
    analyze(&chain.dataset(), &options, &mut |_| Ok(())).expect("the demo chain can be analysed")
}

/// A shell with this workspace, as if the worker had opened it.
pub(crate) fn shell(overview: Option<Overview>, findings: Option<Findings>, lang: Lang) -> Shell {
    let settings = Settings {
        lang: Some(lang),
        ..Settings::default()
    };
    let mut shell = Shell::new(settings, lang);
    if let Some(overview) = overview {
        let open = Command::OpenWorkspace(overview.path.clone());
        answer(&mut shell, open, Reply::Overview(Arc::new(overview)));
    }
    if let Some(findings) = findings {
        answer(
            &mut shell,
            Command::Analyze,
            Reply::Findings(Arc::new(findings)),
        );
    }
    shell
}

/// Sends a command as the window would and answers it at once.
pub(crate) fn answer(shell: &mut Shell, command: Command, reply: Reply) -> Vec<Outward> {
    shell.on_sent(Ticket(0), command);
    shell.on_event(Event::Done {
        ticket: Ticket(0),
        reply,
    })
}

/// Customer scores on their way in: two columns are never read, five reasons are refused.
pub(crate) fn import_view(lang: Lang) -> ImportView {
    let chain = DemoChain::generate(SEED, lang);
    let ru = lang == Lang::Ru;
    let heads = if ru {
        [
            "Точка",
            "Дата визита",
            "Оценка 0-10",
            "Источник",
            "ФИО гостя",
            "Комментарий",
        ]
    } else {
        [
            "Place",
            "Visit date",
            "Score 0-10",
            "Source",
            "Guest name",
            "Comment",
        ]
    };
    let roles = ["branch", "date", "score", "channel", "", ""];
    let column = |(position, head): (usize, &str)| ImportColumn {
        head: head.to_owned(),
        role: roles[position].to_owned(),
        is_personal: position > 3,
        is_numeric: position == 2,
    };
    let columns: Vec<ImportColumn> = heads.into_iter().enumerate().map(column).collect();
    let known = |position: usize| chain.branches[position].name.clone();
    let rows = import_rows(&known);
    let groups = refusal_groups(ru, heads);
    let refusals = groups
        .iter()
        .flat_map(|group| {
            (0..group.count).map(move |step| (group, u32::try_from(step).unwrap_or(0)))
        })
        .map(|(group, step)| RefusalView {
            row: group.first.row + 31 * step,
            ..group.first.clone()
        })
        .collect();
    ImportView {
        file: if ru {
            "nps_октябрь_2026.xlsx"
        } else {
            "nps_october_2026.xlsx"
        }
        .to_owned(),
        sheets: vec![
            if ru { "Выгрузка" } else { "Export" }.to_owned(),
            "Лист2".to_owned(),
        ],
        sheet: Some(if ru { "Выгрузка" } else { "Export" }.to_owned()),
        format_note: String::new(),
        kind: outcomes_kind(),
        kinds: vec![
            outcomes_kind(),
            kind("branches", "import-kind-branches"),
            kind("answers", "import-kind-answers"),
        ],
        preset_key: None,
        rows,
        row_count: 1248,
        missing_roles: Vec::new(),
        ready: 1231,
        refused: 17,
        known: 0,
        span: Some((Date::constant(2026, 10, 3), Date::constant(2026, 10, 30))),
        branches_seen: 24,
        branches_known: 24,
        dropped: heads[4..].iter().map(|head| (*head).to_owned()).collect(),
        groups,
        refusals,
        wave: None,
        is_known_file: false,
        plan: ImportPlan {
            kind: "outcomes".to_owned(),
            roles: columns.iter().map(|column| column.role.clone()).collect(),
            accept_good_rows: true,
            remember: true,
            ..ImportPlan::default()
        },
        columns,
    }
}

/// Five reasons; an unknown branch with a suggestion, another without.
fn refusal_groups(ru: bool, heads: [&str; 6]) -> Vec<RefusalGroupView> {
    let refusal = |row, column: usize, value: &str, reason_key| RefusalView {
        row,
        column: heads[column].to_owned(),
        value: value.to_owned(),
        reason_key,
        reason_values: Vec::new(),
    };
    let station = if ru {
        "Вокзал №2"
    } else {
        "Vokzal no. 2"
    };
    let depot = if ru { "Склад" } else { "Depot" };
    let group = |first: RefusalView, count| RefusalGroupView {
        first,
        count,
        unknown_branch: None,
        suggestion: None,
    };
    let station_group = RefusalGroupView {
        unknown_branch: Some(station.to_owned()),
        suggestion: BranchCode::new("02").ok(),
        ..group(refusal(5, 0, station, "refused-unknown-branch"), 9)
    };
    let depot_group = RefusalGroupView {
        unknown_branch: Some(depot.to_owned()),
        ..group(refusal(977, 0, depot, "refused-unknown-branch"), 1)
    };
    vec![
        station_group,
        group(refusal(7, 2, "11", "refused-score-range"), 3),
        group(refusal(402, 2, "", "refused-empty-cell"), 3),
        group(refusal(118, 1, "31.06.2026", "refused-no-such-date"), 1),
        depot_group,
    ]
}

fn import_rows(known: &dyn Fn(usize) -> String) -> Vec<ImportRow> {
    let wrong_branch = format!("{} №2", known(1));
    let line = |number: u32, branch: String, day: u32, score: &str, source: &str| ImportRow {
        number,
        bad: match (number, score) {
            (5, _) => vec![0],
            (_, "11") => vec![2],
            _ => Vec::new(),
        },
        cells: vec![
            branch,
            format!("{day:02}.10.2026"),
            score.to_owned(),
            source.to_owned(),
            String::new(),
            String::new(),
        ],
    };
    vec![
        line(2, known(7), 3, "9", "sms"),
        line(3, known(7), 3, "4", "sms"),
        line(4, known(6), 3, "10", "kiosk"),
        line(5, wrong_branch, 4, "8", "sms"),
        line(6, known(9), 4, "7", "call"),
        line(7, known(8), 4, "11", "sms"),
        line(8, known(13), 5, "10", "kiosk"),
        line(9, known(3), 5, "6", "sms"),
        line(10, known(11), 5, "9", "kiosk"),
        line(11, known(21), 6, "8", "sms"),
    ]
}

fn outcomes_kind() -> ImportKindView {
    let role = |key: &str, title: &str, is_required| RoleView {
        key: key.to_owned(),
        title: title.to_owned(),
        is_message: true,
        is_required,
    };
    ImportKindView {
        roles: vec![
            role("branch", "column-branch", true),
            role("date", "column-date", false),
            role("score", "column-score", false),
            role("channel", "column-channel", false),
        ],
        ..kind("outcomes", "import-kind-outcomes")
    }
}

fn kind(key: &'static str, title_key: &'static str) -> ImportKindView {
    ImportKindView {
        key,
        title_key,
        roles: Vec::new(),
    }
}

/// The same view for answers to the open wave.
pub(crate) fn answers_view(lang: Lang) -> ImportView {
    let view = import_view(lang);
    let kind = kind("answers", "import-kind-answers");
    let wave = WaveCode::new("2026-winter").ok();
    let plan = ImportPlan {
        kind: "answers".to_owned(),
        wave: wave.clone(),
        ..view.plan.clone()
    };
    ImportView {
        kind,
        plan,
        wave,
        preset_key: Some("import-preset-google-forms"),
        ..view
    }
}
