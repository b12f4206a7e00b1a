//! The printed sheets, read from the list that the PDF is written from: what stands where, that
//! nothing leaves its box, that nothing secret stands where it must not.

mod form;
mod layout;
mod qr;
mod sheets;
mod slips;

use std::sync::LazyLock;

use frontline::domain::{Date, Lang, MinGroup};
use frontline::export::print::{
    BoxCover, Holder, Langs, Pages, PaperForm, Poster, PrintedStation, PrintedText, PrintedWave,
    Protection, RecoverySheet, Sheet, SixWords, SlipSheet, pages,
};
use frontline::import::questionnaire::embedded_by_id;

/// Points in a millimetre.
const MM: f32 = 72.0 / 25.4;
const EVERY: [Langs; 3] = [Langs::One(Lang::Ru), Langs::One(Lang::En), Langs::Both];

fn wave(protection: Protection) -> PrintedWave {
    PrintedWave {
        company: "Кофейни «Бодрый день»".into(),
        title: "Опрос осени 2026".into(),
        closes: Date::constant(2026, 10, 23),
        min_group: MinGroup::new(5).expect("five is allowed"),
        min_invited: 8,
        protection,
    }
}

fn two_keys() -> Protection {
    Protection::TwoKeys(vec!["Мария Петрова".into()])
}

/// Names as long as a register of companies has them, and one without a single space.
fn long_wave() -> PrintedWave {
    PrintedWave {
        company: "Общество с ограниченной ответственностью «Объединённая сеть семейных кофеен, \
                  кондитерских и пекарен Бодрый день и Компания»"
            .into(),
        title: "Опрос о том, что помогает и что мешает нам хорошо обслуживать гостей, осень 2026 \
                года, все филиалы, склады и ночная смена"
            .into(),
        protection: Protection::TwoKeys(vec![
            "Константинопольская-Задунайская Александра Владимировна (профсоюз)".into(),
            "Щ".repeat(120),
        ]),
        ..wave(Protection::OneKey)
    }
}

fn station(name: &str) -> PrintedStation {
    let own = |words: [&str; 6]| words.map(str::to_owned);
    PrintedStation {
        name: name.into(),
        words: SixWords {
            ru: own(["берег", "лампа", "окно", "сахар", "туча", "якорь"]),
            en: own(["shore", "lantern", "window", "sugar", "cloud", "anchor"]),
        },
    }
}

const LONG_STATION: &str = "Торгово-развлекательный центр «Северное сияние у Каменного моста», \
                            третий этаж, комната отдыха персонала, вход со двора";

/// Codes of the right shape; the same for the same seed.
fn codes(count: usize, seed: u64) -> Vec<String> {
    let letters: Vec<char> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().collect();
    let mut state = seed;
    let mut letter = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        letters[usize::try_from(state >> 59).expect("five bits")]
    };
    let mut code = || -> String {
        (0..14)
            .map(|at| if at == 4 || at == 9 { '-' } else { letter() })
            .collect()
    };
    (0..count).map(|_| code()).collect()
}

fn is_code(text: &str) -> bool {
    text.len() == 14
        && text.chars().enumerate().all(|(at, c)| {
            if at == 4 || at == 9 {
                c == '-'
            } else {
                c.is_ascii_digit() || c.is_ascii_uppercase()
            }
        })
}

fn recovery_words() -> Vec<String> {
    (1..=24).map(|number| format!("word{number:02}x")).collect()
}

/// One of everything.
struct Samples {
    name: &'static str,
    slips: SlipSheet,
    covers: Vec<BoxCover>,
    poster: Poster,
    form: PaperForm,
    workspace: RecoverySheet,
    witness: RecoverySheet,
}

impl Samples {
    fn new(name: &'static str, wave: &PrintedWave, station_name: &str) -> Self {
        let questionnaire = embedded_by_id("engagement")
            .expect("it is embedded")
            .clone();
        let recovery = |holder| RecoverySheet {
            company: wave.company.clone(),
            file_name: format!("{station_name}.frontline"),
            holder,
            words: recovery_words(),
        };
        Self {
            name,
            slips: SlipSheet {
                wave: wave.clone(),
                station: station(station_name),
                codes: codes(13, 7),
            },
            covers: vec![BoxCover {
                wave: wave.clone(),
                class: format!("{station_name}, контактный персонал"),
                invited: 31,
                stations: (1..=11_u32)
                    .map(|number| (format!("{station_name} {number}"), number))
                    .collect(),
            }],
            poster: Poster {
                wave: wave.clone(),
                station: station(station_name),
                minutes: questionnaire.minutes,
            },
            form: PaperForm {
                wave: wave.clone(),
                questionnaire,
            },
            workspace: recovery(Holder::Workspace),
            witness: recovery(Holder::Witness(station_name.to_owned())),
        }
    }

    /// Usual and unusual names at both levels.
    fn all() -> [Self; 3] {
        [
            Self::new("level 1", &wave(Protection::OneKey), "Садовая"),
            Self::new("level 2", &wave(two_keys()), "Садовая, комната отдыха"),
            Self::new("long names", &long_wave(), LONG_STATION),
        ]
    }

    fn sheets(&self) -> [Sheet<'_>; 7] {
        [
            Sheet::Slips(&self.slips),
            Sheet::Covers(&self.covers),
            Sheet::Poster(&self.poster),
            Sheet::Form(&self.form),
            Sheet::Recovery(&self.workspace),
            Sheet::Recovery(&self.witness),
            Sheet::Leaflet(&self.slips.wave),
        ]
    }
}

fn print_name(sample: &Samples, number: usize, langs: Langs) -> String {
    format!("{}, sheet {number}, {langs:?}", sample.name)
}

/// Every kind of sheet in every choice of languages, laid out and written once for all tests: a name
/// for messages, the pages, the PDF.
fn prints() -> &'static [(String, Pages, Vec<u8>)] {
    static PRINTS: LazyLock<Vec<(String, Pages, Vec<u8>)>> = LazyLock::new(|| {
        let mut prints = Vec::new();
        for sample in &Samples::all() {
            for (number, sheet) in sample.sheets().into_iter().enumerate() {
                for langs in EVERY {
                    let print = pages(sheet, langs).expect("the samples can be printed");
                    let pdf = print.to_pdf().expect("the sheet can be written");
                    prints.push((print_name(sample, number, langs), print, pdf));
                }
            }
        }
        prints
    });
    &PRINTS
}

/// All lines of a print as one text.
fn joined(texts: &[PrintedText]) -> String {
    let lines: Vec<&str> = texts.iter().map(|text| text.text.as_str()).collect();
    lines.join(" ")
}
