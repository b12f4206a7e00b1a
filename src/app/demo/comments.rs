//! What the invented people wrote in their own words. Some of them name people, days and shifts, so
//! that HR sees what is marked and how it is hidden. Says nothing that the planted effects do not.

use super::{DemoChain, ItemKind, questionnaire};
use crate::domain::Lang;

/// One in so many people writes something.
const WRITES: usize = 5;

const FIRST: [(&str, &str); 14] = [
    (
        "Гость просит заменить напиток, а без старшего нельзя",
        "A guest asks for another drink, and without the supervisor I may not",
    ),
    (
        "Любой возврат только через управляющую, гости ждут и злятся",
        "Every refund needs the manager; guests wait and get angry",
    ),
    (
        "Не хватает людей на кассе в обед",
        "Too few people at the till at lunch",
    ),
    (
        "Кофемашина ломается каждую неделю",
        "The coffee machine breaks every week",
    ),
    (
        "В ночную смену 5 марта мы работали вдвоём",
        "On the night shift, March 5th, there were two of us",
    ),
    (
        "Правила меняют в чате, и никто не объясняет",
        "Rules change in the chat and nobody explains",
    ),
    (
        "Стажёров учить некогда, их бросают сразу в зал",
        "There is no time to teach trainees, they are thrown on the floor",
    ),
    (
        "Жалобы гостей мы слышим последними",
        "We are the last to hear of complaints",
    ),
    (
        "График узнаём за день, планировать жизнь нельзя",
        "We learn the rota a day before and cannot plan anything",
    ),
    (
        "Сергей Иванович кричит при гостях",
        "Paul Brown shouts in front of guests",
    ),
    (
        "Склад присылает не то, что заказали",
        "Supplies bring what we did not order",
    ),
    (
        "На кухне жарко, вытяжка не работает с осени",
        "The kitchen is hot, the hood has been out since autumn",
    ),
    (
        "Премия непонятна: стараешься или нет, одинаково",
        "The bonus is a riddle: try or not, it is the same",
    ),
    (
        "Коллеги хорошие, держимся друг за друга",
        "Good colleagues, we hold on to each other",
    ),
];

const THEN: [(&str, &str); 11] = [
    ("", ""),
    (
        "Дайте нам самим решать до 500 рублей.",
        "Let us decide ourselves up to ten pounds.",
    ),
    (
        "Говорили об этом в прошлую пятницу, ничего не изменилось.",
        "We raised it last Friday and nothing has changed.",
    ),
    (
        "Спросите Олю с кассы, она расскажет.",
        "Ask Olga at the till, she will tell you.",
    ),
    (
        "Из-за этого уходят постоянные гости.",
        "Regular guests leave because of it.",
    ),
    ("Хочется, чтобы нас слушали.", "I wish somebody listened."),
    (
        "Мой телефон 8 912 000-11-22, позвоните.",
        "My number is +44 7700 900123, call me.",
    ),
    ("Особенно по выходным.", "At weekends above all."),
    (
        "В остальном работать можно.",
        "Otherwise it is a fine place to work.",
    ),
    (
        "Старший смены помогает, но он один на всех.",
        "The shift leader helps, but there is one for all.",
    ),
    (
        "Обещали исправить к лету.",
        "They promised to mend it by summer.",
    ),
];

const CHANGE: [(&str, &str); 13] = [
    (
        "Разрешить менять блюдо без звонка управляющей",
        "Let us change a dish without calling the manager",
    ),
    (
        "Поставить ещё одного человека на обед",
        "One more person at lunch",
    ),
    ("График за две недели", "The rota two weeks ahead"),
    ("Новая кофемашина", "A new coffee machine"),
    (
        "Обучение до выхода в зал, а не после",
        "Training before the floor, not after",
    ),
    (
        "Собрание раз в месяц, где отвечают на вопросы",
        "A meeting each month where questions get answers",
    ),
    (
        "Рассказывать нам, что пишут гости",
        "Tell us what guests write",
    ),
    (
        "Чтобы Мария Петровна извинилась за вчера",
        "I want Jenny to say sorry for yesterday",
    ),
    ("Повысить ставку за выходные", "Better pay for weekends"),
    ("Починить вытяжку", "Mend the hood"),
    (
        "Понятная премия: за что и сколько",
        "A clear bonus: what for and how much",
    ),
    (
        "Больше доверия к тем, кто стоит перед гостем",
        "More trust in those who face the guest",
    ),
    ("Ничего, всё хорошо", "Nothing, it is fine"),
];

impl DemoChain {
    /// The comments of a wave: class as in [`Self::stored_answers`], id of the question, and words.
    ///
    /// # Panics
    /// When there is no such wave.
    #[must_use]
    pub fn comments(&self, wave: usize, lang: Lang) -> Vec<(usize, String, String)> {
        let classes = self.classes();
        let open: Vec<&str> = questionnaire()
            .items
            .iter()
            .filter(|item| item.kind == ItemKind::Open)
            .map(|item| item.id.as_str())
            .collect();
        let mut comments = Vec::new();
        for (person, sheet) in self.sheets[wave].iter().enumerate() {
            let draw = draw(person, wave);
            if !draw.is_multiple_of(WRITES) {
                continue;
            }
            let class = classes.iter().position(|class| {
                class.branches == [sheet.branch] && class.group == Some(sheet.group)
            });
            let class = class.expect("whoever answers belongs to a class");
            let turn = draw / WRITES;
            if let Some(first) = open.first() {
                let words = [
                    pick(&FIRST, turn, lang),
                    pick(&THEN, turn / FIRST.len(), lang),
                ];
                let words = words.join(". ");
                let words = words.trim_end_matches([' ', '.']);
                comments.push((class, (*first).to_owned(), words.to_owned()));
            }
            if let Some(second) = open.get(1)
                && turn.is_multiple_of(2)
            {
                let words = pick(&CHANGE, turn / 2, lang).to_owned();
                comments.push((class, (*second).to_owned(), words));
            }
        }
        comments
    }
}

fn pick(list: &[(&'static str, &'static str)], turn: usize, lang: Lang) -> &'static str {
    let (ru, en) = list[turn % list.len()];
    match lang {
        Lang::Ru => ru,
        Lang::En => en,
    }
}

/// A number that depends on nothing but the place.
fn draw(person: usize, wave: usize) -> usize {
    let mixed = (person + 1).wrapping_mul(2_654_435_761) ^ (wave + 3).wrapping_mul(40_503);
    (mixed >> 7) % 1_000_003
}
