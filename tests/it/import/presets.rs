//! Files as other programs write them, with made-up people in them.

use frontline::domain::{
    Item, ItemKind, Questionnaire, QuestionnaireDimension, QuestionnaireKind, Text,
};
use frontline::import::{Context, ImportKind, Preset, RawTable, guess};

use super::answers::{answers, sheets};
use super::make::{branches, dropped, refusals, table, take};

fn item(id: &str, dimension: &str, kind: ItemKind, ru: &str, en: &str) -> Item {
    Item {
        id: id.to_owned(),
        dimension: dimension.to_owned(),
        kind,
        text: Text::new(ru, en),
        short: Text::default(),
        is_reversed: false,
        motive: None,
        lever: None,
    }
}

fn questionnaire() -> Questionnaire {
    let dimension = |id: &str| QuestionnaireDimension {
        id: id.to_owned(),
        title: Text::same(id),
        about: Text::default(),
        is_outcome: false,
    };
    Questionnaire {
        id: "test".to_owned(),
        version: 1,
        kind: QuestionnaireKind::Staff,
        title: Text::default(),
        about: Text::default(),
        minutes: 1,
        scale: [
            Text::new("Совсем нет", "Not at all"),
            Text::new("Скорее нет", "Rather not"),
            Text::new("И да, и нет", "Yes and no"),
            Text::new("Скорее да", "Rather yes"),
            Text::new("Да, полностью", "Yes, fully"),
        ],
        dimensions: vec![dimension("pay"), dimension("team")],
        items: vec![
            item(
                "pay_1",
                "pay",
                ItemKind::Agreement,
                "Мне платят справедливо.",
                "I am paid fairly.",
            ),
            item(
                "team_1",
                "team",
                ItemKind::Agreement,
                "На коллег можно положиться.",
                "I can rely on my colleagues.",
            ),
            item(
                "enps",
                "",
                ItemKind::Recommend,
                "Порекомендуете ли вы нас как место работы?",
                "Would you recommend us as a place to work?",
            ),
            item(
                "open_1",
                "",
                ItemKind::Open,
                "Что нам улучшить?",
                "What should we improve?",
            ),
        ],
    }
}

/// Preset, sheets and dropped heads of a file.
fn run(table: &RawTable, preset: Preset) -> (Vec<String>, Vec<String>) {
    let known = branches(&["01 Садовая", "02 Вокзал"]);
    let questionnaire = questionnaire();
    let context = Context {
        questionnaire: Some(&questionnaire),
        ..Context::new(&known)
    };
    assert_eq!(Preset::of(table), Some(preset));
    let guessed = guess(table, None, &context);
    assert_eq!(
        (guessed.mapping.kind, guessed.preset),
        (ImportKind::Answers, Some(preset))
    );
    let checked = take(table, ImportKind::Answers, &context);
    assert_eq!(refusals(&checked), Vec::<String>::new());
    (sheets(answers(&checked)), dropped(&checked))
}

const TWO: [&str; 2] = ["01 contact 5 4 10", "02 back_office 1 . 3"];

#[test]
fn google_forms_in_russian() {
    let text = "Отметка времени,Адрес электронной почты,В каком филиале вы работаете?,Группа персонала,Оцените [Мне платят справедливо.],Оцените [На коллег можно положиться.],Порекомендуете ли вы нас как место работы?,Что нам улучшить?\n\
        2026/06/03 10:20:33 AM GMT+3,a@example.org,Садовая,Контактный,Полностью согласен,Скорее согласна,10,Кофе\n\
        2026/06/03 10:25:00 AM GMT+3,b@example.org,Вокзал,Бэк-офис,Совсем нет,Затрудняюсь ответить,3,\n";
    let (sheets, dropped) = run(&table(text), Preset::GoogleForms);
    assert_eq!(sheets, TWO);
    assert_eq!(
        dropped,
        [
            "Отметка времени: time",
            "Адрес электронной почты: email",
            "Что нам улучшить?: free-text"
        ]
    );
}

#[test]
fn google_forms_in_english() {
    let text = "Timestamp,Username,Your branch,Staff group,I am paid fairly,I can rely on my colleagues,Would you recommend us as a place to work?\n\
        6/3/2026 10:20:33,a@example.org,Садовая,Contact,Strongly agree,4 – Agree,10\n\
        6/3/2026 10:21:33,b@example.org,02,Back office,Strongly disagree,N/A,3\n";
    let (sheets, dropped) = run(&table(text), Preset::GoogleForms);
    assert_eq!(sheets, TWO);
    assert_eq!(dropped, ["Timestamp: time", "Username: name"]);
}

#[test]
fn microsoft_forms_in_both_languages() {
    let russian = "ID;Время начала;Время выполнения;Адрес электронной почты;Имя;Филиал;Группа;Мне платят справедливо.;На коллег можно положиться.;Порекомендуете ли вы нас как место работы?\n\
        1;6/3/26 10:20:00;6/3/26 10:24:00;anonymous;Анна;Садовая;контактный;Да, полностью;Скорее да;10\n\
        2;6/3/26 10:21:00;6/3/26 10:29:00;anonymous;;Вокзал;бэк-офис;Совсем нет;;3\n";
    let (found, dropped) = run(&table(russian), Preset::MicrosoftForms);
    assert_eq!(found, TWO);
    assert_eq!(
        dropped,
        [
            "ID: token",
            "Время начала: time",
            "Время выполнения: time",
            "Адрес электронной почты: email",
            "Имя: name"
        ]
    );
    let english = "ID,Start time,Completion time,Email,Name,Branch,Group,I am paid fairly.,I can rely on my colleagues.,Would you recommend us as a place to work?\n\
        1,6/3/26 10:20,6/3/26 10:24,anonymous,,Садовая,Contact,5,4,10\n2,6/3/26 10:20,6/3/26 10:24,anonymous,,Вокзал,Back office,1,,3\n";
    let (found, dropped) = run(&table(english), Preset::MicrosoftForms);
    assert_eq!(found, TWO);
    assert_eq!(dropped.len(), 5);
}

#[test]
fn limesurvey_with_codes_and_with_texts() {
    let codes = "id,submitdate,lastpage,startlanguage,seed,token,ipaddr,branch,group,pay[1],team[1],enps,open[1]\n\
        7,2026-06-03 10:20:00,5,ru,123,abc,10.0.0.1,01,contact,5,4,10,text\n\
        8,2026-06-03 10:20:00,5,ru,123,abd,10.0.0.2,02,back_office,1,,3,\n";
    let (found, dropped) = run(&table(codes), Preset::LimeSurvey);
    assert_eq!(found, TWO);
    assert_eq!(
        dropped,
        [
            "id: token",
            "submitdate: time",
            "lastpage: time",
            "startlanguage: time",
            "seed: token",
            "token: token",
            "ipaddr: address",
            "open[1]: not-taken"
        ]
    );
    let texts = "\"id. Response ID\",\"submitdate. Date submitted\",\"lastpage. Last page\",\"startlanguage. Start language\",\"G1Q1. Branch\",\"G1Q2. Group\",\"G2Q1[SQ001]. I am paid fairly.\",\"G2Q1[SQ002]. I can rely on my colleagues.\",\"enps. Would you recommend us as a place to work?\"\n\
        7,2026-06-03,5,en,Садовая,contact,5,4,10\n8,2026-06-03,5,en,Вокзал,back office,1,,3\n";
    let (found, dropped) = run(&table(texts), Preset::LimeSurvey);
    assert_eq!(found, TWO);
    assert_eq!(dropped.len(), 4, "{dropped:?}");
}

#[test]
fn surveymonkey_has_two_rows_of_heads() {
    let text = "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Your branch,Group,How far do you agree?,,Would you recommend us as a place to work?\n\
        ,,,,,,,Response,Response,I am paid fairly.,I can rely on my colleagues.,Response\n\
        11,22,06/03/2026,06/03/2026,10.0.0.1,a@example.org,Ann,Садовая,contact,Strongly agree,Agree,10\n\
        12,22,06/03/2026,06/03/2026,10.0.0.1,b@example.org,Bob,Вокзал,back office,Strongly disagree,,3\n";
    let table = table(text);
    assert_eq!(table.head_rows(), 2);
    assert_eq!(table.row_number(0), 3);
    let (found, dropped) = run(&table, Preset::SurveyMonkey);
    assert_eq!(found, TWO);
    assert_eq!(dropped.len(), 7, "{dropped:?}");
}

#[test]
fn yandex_forms_and_kobo() {
    let yandex = "ID,Время создания,Филиал,Группа,Мне платят справедливо.,На коллег можно положиться.,Порекомендуете ли вы нас как место работы?\n\
        1,2026-06-03 10:20,Садовая,контактный,5,4,10\n2,2026-06-03 10:20,Вокзал,бэк-офис,1,,3\n";
    let (found, dropped) = run(&table(yandex), Preset::YandexForms);
    assert_eq!(
        (found.as_slice(), dropped.len()),
        (&TWO.map(str::to_owned)[..], 2)
    );
    let kobo = "start,end,branch,group,block/pay_1,block/team_1,enps,_id,_uuid,_submission_time\n\
        2026-06-03T10:20,2026-06-03T10:22,01,contact,5,4,10,1,aa,2026-06-03\n2026-06-03T10:20,2026-06-03T10:22,02,back_office,1,,3,2,ab,2026-06-03\n";
    let (found, dropped) = run(&table(kobo), Preset::Kobo);
    assert_eq!(
        (found.as_slice(), dropped.len()),
        (&TWO.map(str::to_owned)[..], 5)
    );
}
