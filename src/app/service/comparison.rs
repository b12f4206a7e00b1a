//! What the means of a report are compared with, as somebody asks for it in words: “before”,
//! “company”, “region”, “best”, “imported”, or the name of a source. Knows no command line.

use std::time::Duration;

use super::Service;
use super::report_make::wave_position;
use crate::analysis::{Comparisons, Yardstick};
use crate::app::Watch;
use crate::domain::{Lang, WaveCode};
use crate::error::{CompareFault, Result};
use crate::phrases;

/// The word for figures of the only source that was imported.
const IMPORTED: &str = "imported";

impl Service {
    /// The comparison that a word names, and how long the proof of the findings took.
    ///
    /// # Errors
    /// When there is no such closed wave, or it cannot be compared like this; the reason says what it
    /// can be compared with.
    pub fn comparison(&mut self, wave: &WaveCode, asked: &str) -> Result<(Yardstick, Duration)> {
        let (findings, took) = self.timed_findings(&mut Watch::silent())?;
        let outside = self.workspace()?.benchmarks()?;
        let comparisons = Comparisons {
            findings: &findings,
            outside: &outside,
        };
        let offered = comparisons.offered(wave_position(&findings, wave)?);
        let lang = self.settings.lang.unwrap_or_default();
        Ok((named(&offered, asked.trim(), lang)?, took))
    }
}

/// The one that is asked for, of those that a wave offers.
fn named(offered: &[Yardstick], asked: &str, lang: Lang) -> Result<Yardstick, CompareFault> {
    let plain = [
        (Yardstick::PreviousWave, CompareFault::NoWaveBefore),
        (Yardstick::Company, CompareFault::OneBranch),
        (Yardstick::Region, CompareFault::NoRegion),
        (Yardstick::BestBranch, CompareFault::OneBranch),
    ];
    for (yardstick, fault) in plain {
        if word(&yardstick) == asked {
            let is_offered = offered.contains(&yardstick);
            return if is_offered {
                Ok(yardstick)
            } else {
                Err(fault)
            };
        }
    }
    let names = |it: &&Yardstick| is_called(it, asked, lang);
    let found: Vec<&Yardstick> = offered.iter().filter(names).collect();
    let list = |them: &mut dyn Iterator<Item = &Yardstick>| -> Vec<String> {
        them.map(|it| phrase(it, lang)).collect()
    };
    match found.as_slice() {
        [one] => Ok((*one).clone()),
        [] if asked == IMPORTED => Err(CompareFault::NothingImported),
        [] => Err(CompareFault::Unknown {
            asked: asked.to_owned(),
            offered: list(&mut offered.iter()),
        }),
        several => Err(CompareFault::SeveralSources(list(
            &mut several.iter().copied(),
        ))),
    }
}

/// Do imported figures go by this name? Their source alone is enough, where it is one.
fn is_called(yardstick: &Yardstick, asked: &str, lang: Lang) -> bool {
    let Yardstick::Imported { source, .. } = yardstick else {
        return false;
    };
    let same = |name: &str| name.to_lowercase() == asked.to_lowercase();
    asked == IMPORTED || same(source) || same(&phrases::yardstick(lang, yardstick))
}

/// What it is asked for by.
fn phrase(yardstick: &Yardstick, lang: Lang) -> String {
    match yardstick {
        Yardstick::Imported { .. } => phrases::yardstick(lang, yardstick),
        Yardstick::PreviousWave
        | Yardstick::Company
        | Yardstick::Region
        | Yardstick::BestBranch => word(yardstick).to_owned(),
    }
}

const fn word(yardstick: &Yardstick) -> &'static str {
    match yardstick {
        Yardstick::PreviousWave => "before",
        Yardstick::Company => "company",
        Yardstick::Region => "region",
        Yardstick::BestBranch => "best",
        Yardstick::Imported { .. } => IMPORTED,
    }
}
