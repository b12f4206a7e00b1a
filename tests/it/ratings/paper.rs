//! Prints about people: a profile stands on one page, a form gives every anchor a box; nothing leaves
//! its place, and no peer below three is on paper.

use frontline::analysis::ratings::RoundFindings;
use frontline::app::{Command, RatingCommand, RatingFile, RatingFileKind};
use frontline::domain::rating::{
    DevelopmentGoal, GoalId, GoalState, Level, Person, PersonId, Source,
};
use frontline::domain::{Date, Lang};
use frontline::error::{Kind, RatingFault};
use frontline::export::print::{Langs, Pages, ProfileSheet, RaterForm, Sheet, pages};
use frontline::i18n::number;

use super::kit::{Desk, model, round};
use super::office::Office;

/// Rounding, in points.
const SLACK: f32 = 0.05;
/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;

/// Person 1 with a manager, so many peers and a self-rating.
fn desk(peers: u32) -> Desk {
    let mut desk = Desk::with(peers + 2);
    desk.rate(1, 1, Source::Itself, [5, 5, 4, 3, 3, 2, 4, 5]);
    desk.rate(1, 2, Source::Manager, [2, 3, 4, 3, 0, 2, 3, 4]);
    for peer in 0..peers {
        let last = u8::try_from(1 + peer % 5).unwrap();
        desk.rate(1, 3 + peer, Source::Peer, [3, 3, 2, 4, 4, 5, 3, last]);
    }
    desk
}

fn goals(text: &str) -> Vec<DevelopmentGoal> {
    (1..=4)
        .map(|number| DevelopmentGoal {
            id: GoalId(number),
            person: PersonId(1),
            competency: "availability".to_owned(),
            goal: text.to_owned(),
            action: text.to_owned(),
            due: Some(Date::constant(2027, 3, 1)),
            follow_up: String::new(),
            state: GoalState::Planned,
        })
        .collect()
}

fn profile(
    (findings, person): (&RoundFindings, &Person),
    goals: &[DevelopmentGoal],
    lang: Lang,
) -> Pages {
    let found = &findings.people[0];
    let sheet = ProfileSheet {
        company: "Кофейни «Бодрый день»".to_owned(),
        branch: "Садовая".to_owned(),
        manager: Some("Вера Лучинина".to_owned()),
        findings,
        profile: found,
        person,
        goals: goals.iter().collect(),
        made_on: Date::constant(2026, 11, 21),
    };
    pages(Sheet::Profile(&sheet), Langs::One(lang)).unwrap()
}

fn forms(lang: Lang, name: &str) -> Pages {
    let form = RaterForm {
        company: "Кофейни «Бодрый день»".to_owned(),
        round: round(),
        model: model(),
        ratee: name.to_owned(),
        position: "Бариста".to_owned(),
        rater: "Вера Лучинина".to_owned(),
        source: Source::Manager,
    };
    pages(Sheet::RaterForms(&[form.clone(), form]), Langs::One(lang)).unwrap()
}

/// Everything that can be printed of people, usual and unusual.
fn prints() -> Vec<(String, Pages)> {
    let long = "Константинопольская-Задунайская Александра Владимировна".to_owned();
    let mut prints = Vec::new();
    for lang in Lang::ALL {
        for peers in [0, 2, 3, 6] {
            let mut desk = desk(peers);
            let findings = desk.findings();
            let label = format!("{peers} peers, {}", lang.code());
            let print = profile((&findings, &desk.people[0]), &goals("Держит срок"), lang);
            prints.push((label, print));
            desk.roles.clear();
            desk.people[0].name.clone_from(&long);
            desk.people[0].position = "Управляющий филиалом выходного дня".repeat(4);
            let findings = desk.findings();
            let text = "Две смены рядом со старшим, потом разговор о трёх случаях. ".repeat(8);
            let print = profile((&findings, &desk.people[0]), &goals(&text), lang);
            prints.push((format!("long, {peers} peers, {}", lang.code()), print));
        }
        prints.push((
            format!("form, {}", lang.code()),
            forms(lang, "Инна Снежкина"),
        ));
        prints.push((format!("long form, {}", lang.code()), forms(lang, &long)));
    }
    prints
}

#[test]
fn every_line_stays_in_its_box_and_no_two_lie_on_each_other() {
    for (name, print) in prints() {
        let texts = print.texts();
        for (index, text) in texts.iter().enumerate() {
            let (place, frame) = (text.place, text.frame);
            let inside = place.x >= frame.x - SLACK
                && place.right() <= frame.right() + SLACK
                && place.y >= frame.y - SLACK
                && place.bottom() <= frame.bottom() + SLACK;
            assert!(inside, "{name}: «{}» leaves its box", text.text);
            let (width, height) = print.size(text.page).unwrap();
            let margin = 8.0 * MM;
            let reach = place.x >= margin
                && place.y >= margin
                && place.right() <= width - margin
                && place.bottom() <= height - margin;
            assert!(reach, "{name}: «{}» is out of reach", text.text);
            assert!(text.size >= 5.0, "{name}: «{}» is too small", text.text);
            for other in texts.iter().skip(index + 1) {
                let apart = other.page != text.page
                    || place.right() <= other.place.x + SLACK
                    || other.place.right() <= place.x + SLACK
                    || place.bottom() <= other.place.y + SLACK
                    || other.place.bottom() <= place.y + SLACK;
                assert!(apart, "{name}: «{}» and «{}»", text.text, other.text);
            }
        }
    }
}

#[test]
fn a_profile_is_one_page_with_name_levels_and_words_in_its_language() {
    let desk = desk(3);
    let findings = desk.findings();
    for lang in Lang::ALL {
        let print = profile((&findings, &desk.people[0]), &goals("Держит срок"), lang);
        assert_eq!(print.count(), 1);
        let texts: Vec<String> = print.texts().into_iter().map(|it| it.text).collect();
        let joined = texts.join(" ");
        assert!(joined.contains("Person 1"));
        for competency in &model().competencies {
            let last = competency.name.get(lang).split(' ').next_back().unwrap();
            assert!(joined.contains(last), "{last}");
        }
        let raw = texts
            .iter()
            .find(|it| it.contains("rated-") || it.contains("profile-"));
        assert_eq!(raw, None);
        assert!(texts.iter().all(|it| !it.ends_with('…')), "{texts:?}");
        let level = findings.people[0].competencies[0].others.unwrap().value;
        assert!(texts.contains(&number::decimal(lang, level, 1)));
        assert!(print.to_pdf().unwrap().starts_with(b"%PDF"));
    }
}

#[test]
fn two_peers_leave_nothing_on_paper() {
    // The same sheets with and without the two peers print the same, but for the words on peers.
    let (with, without) = (desk(2).findings(), desk(0).findings());
    let person = desk(0).people[0].clone();
    for lang in Lang::ALL {
        let lines = |findings: &RoundFindings| -> Vec<String> {
            let print = profile((findings, &person), &[], lang);
            print.texts().into_iter().map(|it| it.text).collect()
        };
        let hidden = frontline::i18n::message(lang, "rated-short-peers");
        let digits = |lines: Vec<String>| -> Vec<String> {
            let has_digit = |line: &String| line.contains(|c: char| c.is_ascii_digit());
            let shown = lines.into_iter().filter(|line| !line.contains(&hidden));
            shown.filter(has_digit).collect()
        };
        let said = lines(&with);
        assert!(said.contains(&hidden), "that there are peers is said");
        assert_eq!(digits(said), digits(lines(&without)));
    }
}

#[test]
fn a_form_has_every_anchor_in_full_and_a_name_on_every_page() {
    let squeeze = |text: &str| text.split_whitespace().collect::<String>();
    for lang in Lang::ALL {
        let print = forms(lang, "Инна Снежкина");
        let texts = print.texts();
        let half = print.count() / 2;
        assert_eq!(half, 2, "one sheet of paper, printed on both sides");
        let first: String = texts
            .iter()
            .filter(|it| it.page < half)
            .map(|it| squeeze(&it.text))
            .collect();
        for competency in &model().competencies {
            for level in Level::all() {
                let anchor = squeeze(competency.anchor(level).get(lang));
                assert!(first.contains(&anchor), "{anchor}");
            }
        }
        for page in 0..print.count() {
            let own = texts.iter().filter(|it| it.page == page);
            let has_name = own.into_iter().any(|it| it.text.contains("Инна Снежкина"));
            assert!(has_name, "page {page}");
        }
    }
}

#[test]
fn prints_come_out_of_a_workspace() {
    let mut office = Office::staffed(4);
    let (code, _) = office.open_round();
    let write = |office: &mut Office, what, name: &str| {
        let path = office.path(name);
        let file = RatingFile {
            round: code.clone(),
            what,
            lang: Lang::Ru,
            path: path.clone(),
        };
        let done = office
            .service
            .run(Command::Ratings(RatingCommand::Write(file)));
        done.map(|_| std::fs::read(path).unwrap())
    };
    let pdf = write(&mut office, RatingFileKind::Forms, "forms.pdf").unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    let person = RatingFileKind::Profile(PersonId(2));
    let early = write(&mut office, person, "profile.pdf").unwrap_err();
    assert_eq!(*early.kind(), Kind::Rating(RatingFault::RoundState));
    office.ask(RatingCommand::CloseRound(code.clone()));
    // Nobody handed in, so nobody has a profile.
    let nobody = write(&mut office, person, "profile.pdf").unwrap_err();
    assert!(matches!(nobody.kind(), Kind::NotFound { .. }));
    let late = write(&mut office, RatingFileKind::Forms, "forms.pdf").unwrap_err();
    assert_eq!(*late.kind(), Kind::Rating(RatingFault::RoundState));
}
