//! People, ratings and visits from files: what is taken, what is refused by row, nothing halfway.

use frontline::app::{Command, RatingCommand};
use frontline::domain::rating::{Mark, Rater, SheetState, Source};

use super::office::Office;

const HEAD: &str = "person,rater,source,customer_first,positive_attitude,professionalism,\
                    people_orientation,availability,personal_response,respect,reliability\n";

#[test]
fn people_come_with_managers_that_stand_anywhere_in_the_file() {
    let mut office = Office::new();
    let text = "ФИО;Должность;Филиал;Руководитель;Последний рабочий день\n\
                Ветрова Анна;Бариста;01;Лучинина Вера;\n\
                Лучинина Вера;Управляющий филиалом;01;;\n\
                Снежкина Инна;Бариста;02;Лучинина Вера;31.10.2026\n\
                Ветрова Анна;Бариста;01;;\n\
                Искрина Зоя;Бариста;01;Никто Такой;\n\
                Облакова Яна;Бариста;99;;\n";
    let view = office.start("people", text);
    assert_eq!(
        Office::refusals(&view),
        [
            (5, "refused-duplicate-person"),
            (6, "refused-unknown-manager"),
            (7, "refused-unknown-branch"),
        ]
    );
    assert_eq!((view.ready, view.refused), (3, 3));
    assert_eq!(office.take(&view), 3);
    let people = office.overview().people.clone();
    assert_eq!(people.len(), 3);
    let anna = people
        .iter()
        .find(|person| person.name == "Ветрова Анна")
        .unwrap();
    let boss = people
        .iter()
        .find(|person| Some(person.id) == anna.manager)
        .unwrap();
    assert_eq!(boss.name, "Лучинина Вера");
    // The same file again changes nothing.
    let view = office.start("people", text);
    assert_eq!(view.known, 3);
    office.take(&view);
    assert_eq!(office.overview().people.clone(), people);
}

#[test]
fn bad_ratings_are_refused_by_row_with_their_reason() {
    let mut office = Office::staffed(3);
    office.open_round();
    let text = format!(
        "{HEAD}\
         Barista 1,Boss,manager,3,3,3,3,3,3,3,3\n\
         Barista 1,Barista 2,peer,6,3,3,3,3,3,3,3\n\
         Barista 1,Barista 3,peer,\"3,5\",3,3,3,3,3,3,3\n\
         Nobody Here,Boss,manager,3,3,3,3,3,3,3,3\n\
         Barista 1,Boss,manager,4,4,4,4,4,4,4,4\n\
         Barista 2,Barista 1,self,3,3,3,3,3,3,3,3\n\
         Barista 2,Stranger,peer,3,3,3,3,3,3,3,3\n\
         Barista 2,Boss,aunt,3,3,3,3,3,3,3,3\n\
         Barista 3,Boss,manager,often,3,3,3,3,3,3,3\n\
         Barista 3,Boss,manager,,,,,,,,\n\
         Barista 2,,self,Сильный,strong,н/о,,5,2,1,4\n"
    );
    let view = office.start("ratings", &text);
    assert_eq!(
        Office::refusals(&view),
        [
            (3, "refused-level-range"),
            (4, "refused-level-half"),
            (5, "refused-unknown-person"),
            (6, "refused-duplicate-rating"),
            (7, "refused-self-other"),
            (8, "refused-unknown-rater"),
            (9, "refused-unknown-source"),
            (10, "refused-level-word"),
            (11, "refused-nothing-rated"),
        ]
    );
    assert_eq!(office.take(&view), 2);
    let code = frontline::domain::rating::RoundCode::new("autumn").unwrap();
    let round = office.round(&code);
    assert_eq!(round.info.handed_in.0, 2);
    let own = round
        .assignments
        .iter()
        .find(|it| it.source == Source::Itself && it.state == SheetState::HandedIn);
    let own = own.unwrap().id;
    let frontline::app::RatingReply::Sheet(sheet) = office.ask(RatingCommand::OpenSheet(own))
    else {
        panic!("another answer");
    };
    let levels: Vec<Option<u8>> = sheet
        .sheet
        .marks
        .iter()
        .map(|mark| mark.level().map(|level| level.get()))
        .collect();
    assert_eq!(
        levels,
        [4, 4, 0, 0, 5, 2, 1, 4].map(|level| (level > 0).then_some(level))
    );
    assert_eq!(sheet.sheet.marks[2], Mark::NotObserved);
}

#[test]
fn all_or_nothing_takes_nothing_of_a_file_with_a_bad_row() {
    let mut office = Office::staffed(3);
    let (code, _) = office.open_round();
    let text = format!(
        "{HEAD}Barista 1,Boss,manager,3,3,3,3,3,3,3,3\nBarista 2,Boss,manager,7,3,3,3,3,3,3,3\n"
    );
    let view = office.start("ratings", &text);
    let mut plan = view.plan.clone();
    plan.accept_good_rows = false;
    assert!(office.service.run(Command::CommitImport(plan)).is_err());
    assert_eq!(office.round(&code).info.handed_in.0, 0);
}

#[test]
fn heads_in_either_language_are_known_and_a_third_is_refused_by_column() {
    let mut office = Office::staffed(2);
    let (code, _) = office.open_round();
    let russian = "Кого оценивают;Кто оценивает;Источник;Компетенция;Уровень;Обоснование\n\
                   Barista 1;Boss;руководитель;Надёжность;4;всегда вовремя\n\
                   Barista 1;Boss;руководитель;Уважение;3;\n\
                   Barista 1;Boss;руководитель;Пунктуальность;3;\n";
    let model = super::kit::model();
    let named = |id: &str| {
        let place = model.position(id).unwrap();
        model.competencies[place].name.ru.clone()
    };
    let russian = russian
        .replace("Надёжность", &named("reliability"))
        .replace("Уважение", &named("respect"));
    let view = office.start("ratings", &russian);
    assert_eq!(Office::refusals(&view), [(4, "refused-unknown-competency")]);
    office.take(&view);
    assert_eq!(
        office.round(&code).info.handed_in.0,
        1,
        "two rows are one sheet"
    );
    let german = "Mitarbeiterin;Bewertet von;Stufe\nBarista 1;Boss;4\n";
    let view = office.start("ratings", german);
    assert!(view.missing_roles.contains(&"column-person"));
    assert!(
        office
            .service
            .run(Command::CommitImport(view.plan.clone()))
            .is_err()
    );
}

#[test]
fn visits_name_shopper_and_day_and_are_repeatable() {
    let mut office = Office::staffed(2);
    let (code, _) = office.open_round();
    let text = "person,date,shopper,customer_first,respect,sins\n\
                Barista 1,2026-11-05,Outlook,4,3,\n\
                Barista 1,2026-11-12,Outlook,2,3,apathy\n\
                Barista 1,,Outlook,2,3,\n\
                Barista 1,2026-11-13,Outlook,2,3,sloth\n";
    for _ in 0..2 {
        let view = office.start("visits", text);
        assert_eq!(
            Office::refusals(&view),
            [(4, "refused-empty-cell"), (5, "refused-unknown-sin")]
        );
        office.take(&view);
    }
    let round = office.round(&code);
    let visits = round
        .assignments
        .iter()
        .filter(|it| it.source == Source::MysteryShopper);
    let visits: Vec<_> = visits.collect();
    assert_eq!(visits.len(), 2);
    assert_eq!(visits[0].rater, Rater::Shopper("Outlook".to_owned()));
    assert!(visits.iter().all(|it| it.visit.is_some()));
}

#[test]
fn a_round_that_is_not_open_takes_no_file() {
    let mut office = Office::staffed(2);
    let text = format!("{HEAD}Barista 1,Boss,manager,3,3,3,3,3,3,3,3\n");
    let (code, _) = office.open_round();
    office.ask(RatingCommand::CloseRound(code));
    let view = office.start("ratings", &text);
    assert_eq!(Office::refusals(&view), [(2, "refused-round-not-open")]);
}
