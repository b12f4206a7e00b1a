//! The parts of a workbook beside its cells: properties, notes, hidden rows, pictures, footers,
//! formulas. Reports have few of them, and each says little; everything else is noticed.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::known::Known;
use super::raw::{RawSheet, Value};
use super::{Fault, Released};
use crate::error::{Kind, Result};

/// Beginnings of the names of the parts that reports have.
const PARTS: [&str; 13] = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/theme/theme",
    "xl/worksheets/",
    "xl/drawings/",
    "xl/charts/chart",
    "xl/tables/table",
];

/// What a sheet of a report never has: notes, choices, objects, signatures of printers.
const FORBIDDEN: [&str; 6] = [
    "<legacyDrawing",
    "<oleObject",
    "<control",
    "<webPublishItem",
    "<customSheetView",
    "<scenario",
];

/// What the parts are compared with.
pub(super) struct Expected<'a> {
    /// Texts that a report may hold.
    pub(super) known: &'a Known,
    /// The cells.
    pub(super) sheets: &'a [RawSheet],
    /// The title that the first sheet shows.
    pub(super) title: &'a str,
    /// The name of the wave.
    pub(super) wave: &'a str,
    /// The footer of every sheet, with holes for title and threshold.
    pub(super) footer: &'a super::pattern::Pattern,
    /// The words of the one choice that a report offers.
    pub(super) statuses: &'a [String; 6],
}

/// Notices what does not belong.
pub(super) fn check(bytes: &[u8], expected: &Expected<'_>, out: &mut Released) -> Result<()> {
    let damaged = |error: &dyn std::fmt::Display| Kind::FileDamaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let (mut numbers, mut texts) = (BTreeSet::new(), BTreeSet::new());
    for value in expected
        .sheets
        .iter()
        .flat_map(|sheet| sheet.cells.values())
    {
        match value {
            Value::Number(value) => {
                numbers.insert(value.to_bits());
            }
            Value::Text(text) | Value::Odd(text) => {
                texts.insert(text.as_str());
            }
        }
    }
    let mut part = Part {
        expected,
        numbers,
        texts,
        out,
    };
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| damaged(&error))?;
        let name = entry.name().map_err(|error| damaged(&error))?.into_owned();
        let mut content = Vec::new();
        entry
            .read_to_end(&mut content)
            .map_err(|error| damaged(&error))?;
        part.look(&name, &String::from_utf8_lossy(&content));
    }
    Ok(())
}

struct Part<'a> {
    expected: &'a Expected<'a>,
    numbers: BTreeSet<u64>,
    texts: BTreeSet<&'a str>,
    out: &'a mut Released,
}

impl Part<'_> {
    fn look(&mut self, name: &str, text: &str) {
        if !PARTS.iter().any(|part| name.starts_with(part)) {
            self.notice(name, name, Fault::Part);
            return;
        }
        match name {
            "docProps/core.xml" => self.core(name, text),
            "docProps/app.xml" => self.app(name, text),
            "xl/workbook.xml" => self.book(name, text),
            "xl/sharedStrings.xml" => self.strings(name, text),
            _ if name.ends_with(".rels") => self.relations(name, text),
            _ if name.starts_with("xl/worksheets/") => self.sheet(name, text),
            _ if name.starts_with("xl/charts/") => self.chart(name, text),
            _ if name.starts_with("xl/drawings/") => self.drawing(name, text),
            _ => {}
        }
    }

    fn notice(&mut self, place: &str, text: &str, fault: Fault) {
        self.out.unknown(place.to_owned(), text, fault);
    }

    /// Title, wave and the day alone.
    fn core(&mut self, name: &str, text: &str) {
        for (tag, value) in elements(text) {
            let is_told = match tag.as_str() {
                "dc:title" => value == self.expected.title,
                "dc:subject" => value == self.expected.wave,
                "dcterms:created" | "dcterms:modified" => value.ends_with("T00:00:00Z"),
                _ => false,
            };
            if !is_told {
                self.notice(name, &format!("{tag}: {value}"), Fault::Property);
            }
        }
    }

    fn app(&mut self, name: &str, text: &str) {
        for (tag, value) in elements(text) {
            let is_told = match tag.as_str() {
                "Application" => value == "Microsoft Excel",
                "vt:lpstr" => {
                    let of_sheet = |sheet: &RawSheet| {
                        let quoted = format!("'{}'!", sheet.name);
                        value == sheet.name
                            || value.starts_with(&quoted)
                            || value.starts_with(&format!("{}!", sheet.name))
                    };
                    !value.chars().any(|c| c.is_ascii_digit())
                        || self.expected.sheets.iter().any(of_sheet)
                }
                "DocSecurity" | "ScaleCrop" | "LinksUpToDate" | "SharedDoc"
                | "HyperlinksChanged" | "AppVersion" | "vt:i4" => true,
                _ => false,
            };
            if !is_told {
                self.notice(name, &format!("{tag}: {value}"), Fault::Property);
            }
        }
    }

    /// Names of areas may only be areas.
    fn book(&mut self, name: &str, text: &str) {
        for (tag, value) in elements(text) {
            if tag != "definedName" || !value.contains("!$") {
                self.notice(name, &format!("{tag}: {value}"), Fault::Part);
            }
        }
        for piece in text.split("<definedName ").skip(1) {
            if !piece.starts_with("name=\"_xlnm.") {
                let piece: String = piece.chars().take(60).collect();
                self.notice(name, &piece, Fault::Part);
            }
        }
    }

    /// Every text of the file must stand in a cell.
    fn strings(&mut self, name: &str, text: &str) {
        for piece in text.split("<si>").skip(1) {
            let item = piece.split("</si>").next().unwrap_or_default();
            let whole: String = elements(item).into_iter().map(|(_, text)| text).collect();
            if !whole.is_empty() && !self.texts.contains(whole.as_str()) {
                self.notice(name, &whole, Fault::Part);
            }
        }
    }

    fn relations(&mut self, name: &str, text: &str) {
        if text.contains("TargetMode=\"External\"") {
            self.notice(name, "External", Fault::Part);
        }
    }

    fn sheet(&mut self, name: &str, text: &str) {
        for (kind, tag) in [("row", "<row "), ("column", "<col ")] {
            for piece in text.split(tag).skip(1) {
                let attributes = format!(" {}", piece.split('>').next().unwrap_or_default());
                let is_hidden = [
                    " hidden=\"1\"",
                    " hidden=\"true\"",
                    " ht=\"0\"",
                    " width=\"0\"",
                ];
                if is_hidden.iter().any(|sign| attributes.contains(sign)) {
                    self.notice(name, kind, Fault::Hidden);
                }
            }
        }
        for sign in FORBIDDEN {
            if text.contains(sign) {
                self.notice(name, sign, Fault::Part);
            }
        }
        self.choices(name, text);
        for formula in between(text, "<f>", "</f>") {
            if !is_plain(&formula) {
                self.notice(name, &formula, Fault::Number);
            }
        }
        for footer in between(text, "<oddFooter>", "</oddFooter>") {
            let title = self.expected.title.replace('&', "&&");
            let told = self.expected.footer.read(&footer);
            let is_told = told.is_some_and(|told| told.first() == Some(&title.as_str()));
            if !is_told {
                self.notice(name, &footer, Fault::Text);
            }
        }
        let heads = [
            "<oddHeader>",
            "<evenHeader>",
            "<evenFooter>",
            "<firstHeader>",
        ];
        if heads.iter().any(|head| text.contains(head)) {
            self.notice(name, "header", Fault::Text);
        }
        for rule in between(text, "<formula>", "</formula>") {
            let is_limit = rule
                .parse::<f64>()
                .is_ok_and(|limit| LIMITS.contains(&limit));
            if !is_limit && !rule.starts_with("ISTEXT(") && !self.is_overdue_rule(&rule) {
                self.notice(name, &rule, Fault::Number);
            }
        }
    }

    /// The choice of a status, and nothing else: no hint, no other list.
    fn choices(&mut self, name: &str, text: &str) {
        let list = format!("\"{}\"", self.expected.statuses.join(","));
        for piece in text.split("<dataValidation ").skip(1) {
            let whole = piece.split("</dataValidation>").next().unwrap_or_default();
            let (attributes, inside) = whole.split_once('>').unwrap_or((whole, ""));
            let says = ["prompt", "error=", "promptTitle", "errorTitle"];
            let is_mute = !says.iter().any(|sign| attributes.contains(sign));
            let told = between(inside, "<formula1>", "</formula1>");
            if !is_mute || told != [list.as_str()] || inside.contains("<formula2>") {
                self.notice(name, inside, Fault::Part);
            }
        }
    }

    /// The rule that marks overdue actions: its rows aside it is always the same.
    fn is_overdue_rule(&self, rule: &str) -> bool {
        let bare: String = rule.chars().filter(|c| !c.is_ascii_digit()).collect();
        let [planned, doing, ..] = self.expected.statuses;
        bare == format!("AND($F<$C$,OR($G=\"{planned}\",$G=\"{doing}\"))")
    }

    /// A picture draws what stands in cells.
    fn chart(&mut self, name: &str, text: &str) {
        for value in between(text, "<c:v>", "</c:v>") {
            let is_drawn = match value.parse::<f64>() {
                Ok(number) => self.numbers.contains(&number.to_bits()),
                Err(_) => self.is_told(&value),
            };
            if !is_drawn && !self.texts.contains(value.as_str()) {
                self.notice(name, &value, Fault::Chart);
            }
        }
        self.drawing(name, text);
    }

    fn drawing(&mut self, name: &str, text: &str) {
        let told = between(text, "<a:t>", "</a:t>");
        for value in told.into_iter().chain(between(text, " descr=\"", "\"")) {
            if !self.is_told(&value) {
                self.notice(name, &value, Fault::Chart);
            }
        }
    }

    fn is_told(&self, text: &str) -> bool {
        let bare = text.trim_start_matches(['◆', ' ']);
        self.texts.contains(text) || self.expected.known.holds(bare)
    }
}

/// The limits of the scale of colours.
const LIMITS: [f64; 6] = [2.6, 2.9, 3.2, 3.6, 3.9, 4.2];

/// Cells, a difference of two cells, or the median of some: nothing else is ever computed.
fn is_plain(formula: &str) -> bool {
    let inside = formula
        .strip_prefix("MEDIAN(")
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or(formula);
    let is_cell = |text: &str| {
        let digits = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let letters = text.chars().count() - digits.chars().count();
        letters > 0 && !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
    };
    inside.split(['-', ':']).all(is_cell)
}

/// The texts between two signs.
fn between(text: &str, open: &str, close: &str) -> Vec<String> {
    let pieces = text.split(open).skip(1);
    let inside = pieces.filter_map(|piece| piece.split_once(close));
    inside.map(|(inside, _)| plain(inside)).collect()
}

/// Every element that has a text of its own: its name and that text.
fn elements(text: &str) -> Vec<(String, String)> {
    let pieces = text.split('<').skip(1);
    let found = pieces.filter_map(|piece| {
        let (tag, value) = piece.split_once('>')?;
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        let is_element = !name.starts_with(['/', '?', '!']);
        (is_element && !value.trim().is_empty()).then(|| (name.to_owned(), plain(value)))
    });
    found.collect()
}

/// Text without the marks of XML.
fn plain(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}
