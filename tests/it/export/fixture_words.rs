//! Names and questions of the invented chain.

use frontline::domain::{Item, ItemKind, Lever, Motive, Text};

pub(super) const DIMENSIONS: [(&str, &str, &str); 12] = [
    ("empowerment", "Полномочия", "Empowerment"),
    ("voice", "Право голоса", "Voice"),
    ("engagement", "Вовлечённость", "Engagement"),
    ("pay", "Оплата", "Pay"),
    ("conditions", "Условия труда", "Conditions"),
    ("rest", "Отдых в смене", "Rest and facilities"),
    ("manager", "Руководитель", "Manager"),
    ("growth", "Развитие", "Growth"),
    ("tools", "Стандарты и инструменты", "Standards and tools"),
    (
        "team",
        "Команда и внутренний сервис",
        "Team and internal service",
    ),
    ("recognition", "Признание", "Recognition"),
    ("focus", "Внимание к клиенту", "Customer focus"),
];

pub(super) const BRANCHES: [&str; 24] = [
    "Центральная",
    "Вокзал",
    "Набережная",
    "Лесная",
    "Парк Победы",
    "Университет",
    "Речной порт",
    "Садовая",
    "Аэропорт",
    "Мира",
    "Северный рынок",
    "Заводская",
    "Гагарина",
    "Театр",
    "ТЦ «Орбита»",
    "Студенческая",
    "Озёрная",
    "Юбилейная",
    "Каменный мост",
    "Восточная",
    "Пушкина",
    "Полевая",
    "ТЦ «Маяк»",
    "Горный",
];

pub(super) fn question(item: usize, per_dimension: usize) -> Item {
    const SAID: [(&str, &str); 4] = [
        (
            "Я могу сам решить жалобу гостя, не спрашивая старшего",
            "I may settle a guest's complaint myself",
        ),
        (
            "Моё мнение учитывают, когда решают, как обслуживать гостей",
            "My view counts in how guests are served",
        ),
        (
            "Мне понятно, чего от меня ждут в смене",
            "I know what is expected of me on a shift",
        ),
        (
            "У меня под рукой всё, чтобы обслужить гостя хорошо",
            "I have all it takes to serve a guest well",
        ),
    ];
    let (id, ..) = DIMENSIONS[item / per_dimension];
    let (ru, en) = SAID[item % SAID.len()];
    Item {
        id: format!("{id}_{}", item % per_dimension + 1),
        dimension: id.to_owned(),
        kind: ItemKind::Agreement,
        text: Text::new(ru, en),
        short: Text::new(ru, en),
        is_reversed: item % 5 == 4,
        motive: Some(Motive::ALL[item % 3]),
        lever: Some(Lever::ALL[item % 5]),
    }
}
