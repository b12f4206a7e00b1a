//! Invented people of the chain: names put together from lists, nobody in particular.

use super::draws::Draws;
use super::places::Name;
use crate::domain::rating::{Person, PersonId};
use crate::domain::{Branch, Lang, StaffGroup};

/// The position of a branch's manager.
pub(super) const MANAGER_POSITION: Name = Name::new("Управляющий", "Branch manager");

/// Positions of a team, in the order in which seats are filled.
const SEATS: [Name; 7] = [
    Name::new("Старший смены", "Shift manager"),
    Name::new("Бариста", "Barista"),
    Name::new("Кассир", "Cashier"),
    Name::new("Бариста", "Barista"),
    Name::new("Курьер", "Courier"),
    Name::new("Бариста", "Barista"),
    Name::new("Кассир", "Cashier"),
];

const FIRST: [Name; 24] = [
    Name::new("Анна", "Anna"),
    Name::new("Вера", "Vera"),
    Name::new("Дарья", "Darya"),
    Name::new("Елена", "Yelena"),
    Name::new("Жанна", "Zhanna"),
    Name::new("Инна", "Inna"),
    Name::new("Кира", "Kira"),
    Name::new("Лидия", "Lidia"),
    Name::new("Майя", "Maya"),
    Name::new("Нина", "Nina"),
    Name::new("Ольга", "Olga"),
    Name::new("Рита", "Rita"),
    Name::new("Светлана", "Svetlana"),
    Name::new("Тамара", "Tamara"),
    Name::new("Ульяна", "Ulyana"),
    Name::new("Фаина", "Faina"),
    Name::new("Эмма", "Emma"),
    Name::new("Юлия", "Yulia"),
    Name::new("Яна", "Yana"),
    Name::new("Алина", "Alina"),
    Name::new("Галина", "Galina"),
    Name::new("Зоя", "Zoya"),
    Name::new("Полина", "Polina"),
    Name::new("Раиса", "Raisa"),
];

const LAST: [Name; 20] = [
    Name::new("Берёзкина", "Beryozkina"),
    Name::new("Ветрова", "Vetrova"),
    Name::new("Горошина", "Goroshina"),
    Name::new("Дальняя", "Dalnyaya"),
    Name::new("Ежевикина", "Yezhevikina"),
    Name::new("Журавушкина", "Zhuravushkina"),
    Name::new("Зимняя", "Zimnyaya"),
    Name::new("Искрина", "Iskrina"),
    Name::new("Калинкина", "Kalinkina"),
    Name::new("Лучинина", "Luchinina"),
    Name::new("Малинкина", "Malinkina"),
    Name::new("Небылицина", "Nebylitsina"),
    Name::new("Облакова", "Oblakova"),
    Name::new("Перелеская", "Pereleskaya"),
    Name::new("Ручейкина", "Rucheykina"),
    Name::new("Снежкина", "Snezhkina"),
    Name::new("Тростникова", "Trostnikova"),
    Name::new("Утренняя", "Utrennyaya"),
    Name::new("Ферязина", "Feryazina"),
    Name::new("Ясенкова", "Yasenkova"),
];

/// People in order of number.
pub(super) struct RatedPeople {
    pub(super) people: Vec<Person>,
}

impl RatedPeople {
    /// A manager and a team per branch; names are drawn without repetition.
    pub(super) fn draw(draws: &mut Draws, branches: &[Branch], lang: Lang) -> Self {
        let mut names: Vec<(usize, usize)> = (0..LAST.len())
            .flat_map(|last| (0..FIRST.len()).map(move |first| (last, first)))
            .collect();
        draws.shuffle(&mut names);
        let mut names = names.into_iter();
        let mut people: Vec<Person> = Vec::new();
        let mut add = |branch: &Branch, position: String, manager| {
            let (last, first) = names.next().expect("480 names");
            let id = PersonId(u32::try_from(people.len() + 1).expect("some hundred"));
            people.push(Person {
                id,
                name: format!("{} {}", LAST[last].get(lang), FIRST[first].get(lang)),
                position,
                branch: branch.code.clone(),
                group: StaffGroup::Contact,
                manager,
                left: None,
            });
            id
        };
        for branch in branches {
            let manager = add(branch, MANAGER_POSITION.get(lang), None);
            // A counter has three besides its manager: two peers each.
            let seats = if branch.contact < 6 { 3 } else { SEATS.len() };
            for seat in SEATS.iter().take(seats) {
                add(branch, seat.get(lang), Some(manager));
            }
        }
        Self { people }
    }
}
