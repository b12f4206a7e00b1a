//! The invented chain: names of cafés, regions, formats, positions, waves, in both languages.
//!
//! Only names and head counts; nothing is drawn here.

use crate::domain::{Date, Lang, StaffGroup};

/// A name in both languages.
pub(super) struct Name {
    ru: &'static str,
    en: &'static str,
}

impl Name {
    pub(super) const fn new(ru: &'static str, en: &'static str) -> Self {
        Self { ru, en }
    }

    pub(super) fn get(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.ru.to_owned(),
            Lang::En => self.en.to_owned(),
        }
    }
}

/// How large a café is; what staff it has follows from it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Size {
    /// A café with a kitchen: a back office of eight and more.
    Kitchen,
    /// A coffee point: nearly all contact staff.
    Point,
    /// A counter with four or five people, too few for a report of its own.
    Counter,
}

impl Size {
    pub(super) fn format(self) -> Name {
        match self {
            Self::Kitchen => Name::new("Кафе с кухней", "Café with a kitchen"),
            Self::Point => Name::new("Кофейня", "Coffee shop"),
            Self::Counter => Name::new("Кофейная стойка", "Coffee counter"),
        }
    }
}

/// A café before anything is drawn.
pub(super) struct Place {
    pub(super) name: Name,
    pub(super) region: usize,
    pub(super) size: Size,
    pub(super) contact: u32,
    pub(super) back_office: u32,
}

pub(super) const COMPANY: Name = Name::new("Бодрый день", "Bright Day");

pub(super) const REGIONS: [Name; 4] = [
    Name::new("Центр", "Center"),
    Name::new("Север", "North"),
    Name::new("Юг", "South"),
    Name::new("Восток", "East"),
];

const fn place(
    names: (&'static str, &'static str),
    region: usize,
    size: Size,
    staff: (u32, u32),
) -> Place {
    let name = Name::new(names.0, names.1);
    Place {
        name,
        region,
        size,
        contact: staff.0,
        back_office: staff.1,
    }
}

/// The cafés; the code is the position from 1, with two digits.
pub(super) const PLACES: [Place; 24] = [
    place(("Центральная", "Tsentralnaya"), 0, Size::Kitchen, (30, 10)),
    place(("Вокзал", "Vokzal"), 0, Size::Kitchen, (26, 9)),
    place(("Набережная", "Naberezhnaya"), 3, Size::Kitchen, (24, 9)),
    place(("Лесная", "Lesnaya"), 1, Size::Point, (16, 2)),
    place(("Старый парк", "Stary Park"), 2, Size::Point, (18, 2)),
    place(("Университет", "Universitet"), 0, Size::Kitchen, (27, 10)),
    place(("Речной порт", "Rechnoy Port"), 3, Size::Kitchen, (30, 11)),
    place(("Садовая", "Sadovaya"), 2, Size::Kitchen, (22, 8)),
    place(("Аэропорт", "Aeroport"), 1, Size::Kitchen, (32, 11)),
    place(("Кленовая", "Klenovaya"), 2, Size::Point, (15, 2)),
    place(
        ("Северный рынок", "Severny Rynok"),
        1,
        Size::Kitchen,
        (22, 9),
    ),
    place(("Заводская", "Zavodskaya"), 3, Size::Point, (12, 1)),
    place(("Каштановая", "Kashtanovaya"), 2, Size::Kitchen, (23, 9)),
    place(("Театр", "Teatr"), 0, Size::Kitchen, (21, 8)),
    place(("ТЦ «Орбита»", "Orbita Mall"), 1, Size::Kitchen, (25, 9)),
    place(("Студенческая", "Studencheskaya"), 0, Size::Point, (14, 2)),
    place(("Озёрная", "Ozyornaya"), 1, Size::Counter, (4, 0)),
    place(("Юбилейная", "Yubileynaya"), 2, Size::Kitchen, (20, 8)),
    place(("Каменный мост", "Kamenny Most"), 3, Size::Point, (13, 1)),
    place(("Восточная", "Vostochnaya"), 3, Size::Kitchen, (21, 8)),
    place(("Липовая", "Lipovaya"), 2, Size::Counter, (4, 1)),
    place(("Полевая", "Polevaya"), 2, Size::Point, (12, 1)),
    place(("ТЦ «Маяк»", "Mayak Mall"), 3, Size::Kitchen, (24, 9)),
    place(("Горный", "Gorny"), 1, Size::Counter, (4, 0)),
];

/// Positions with how many of ten people of the group hold them.
pub(super) const POSITIONS: [(Name, StaffGroup, u32); 8] = [
    (Name::new("Бариста", "Barista"), StaffGroup::Contact, 5),
    (Name::new("Кассир", "Cashier"), StaffGroup::Contact, 2),
    (Name::new("Курьер", "Courier"), StaffGroup::Contact, 2),
    (
        Name::new("Старший смены", "Shift lead"),
        StaffGroup::Contact,
        1,
    ),
    (Name::new("Повар", "Cook"), StaffGroup::BackOffice, 5),
    (
        Name::new("Кладовщик", "Storekeeper"),
        StaffGroup::BackOffice,
        2,
    ),
    (
        Name::new("Бухгалтер", "Bookkeeper"),
        StaffGroup::BackOffice,
        2,
    ),
    (Name::new("Техник", "Technician"), StaffGroup::BackOffice, 1),
];

/// A wave: code, name, first and last day, first month of its customer scores.
pub(super) struct WavePlan {
    pub(super) code: &'static str,
    pub(super) name: Name,
    pub(super) opens: Date,
    pub(super) closes: Date,
    pub(super) customers_from: (i16, i8),
}

/// Months of customer scores in a wave.
pub(super) const CUSTOMER_MONTHS: i16 = 3;

pub(super) const WAVES: [WavePlan; 3] = [
    WavePlan {
        code: "2025-autumn",
        name: Name::new("Осень 2025", "Autumn 2025"),
        opens: Date::constant(2025, 10, 6),
        closes: Date::constant(2025, 10, 24),
        customers_from: (2025, 8),
    },
    WavePlan {
        code: "2026-spring",
        name: Name::new("Весна 2026", "Spring 2026"),
        opens: Date::constant(2026, 4, 6),
        closes: Date::constant(2026, 4, 24),
        customers_from: (2026, 2),
    },
    WavePlan {
        code: "2026-autumn",
        name: Name::new("Осень 2026", "Autumn 2026"),
        opens: Date::constant(2026, 10, 5),
        closes: Date::constant(2026, 10, 23),
        customers_from: (2026, 8),
    },
];

/// The customer measure beside NPS.
pub(super) const REPEAT_VISITS: Name = Name::new("Повторные визиты, %", "Repeat visits, %");
