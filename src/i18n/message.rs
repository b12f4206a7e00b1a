//! Messages by key. Both languages are parsed once and live as long as the program.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::number;
use crate::domain::Lang;

type Bundle = FluentBundle<FluentResource>;

macro_rules! locale_files {
    ($($name:literal),+ $(,)?) => {
        /// The message files, the same in both languages: name, Russian text, English text.
        pub const FILES: &[(&str, &str, &str)] = &[$((
            $name,
            include_str!(concat!("../../assets/locales/ru/", $name)),
            include_str!(concat!("../../assets/locales/en/", $name)),
        )),+];
    };
}

locale_files![
    "actions.ftl",
    "cli.ftl",
    "comments.ftl",
    "common.ftl",
    "competencies.ftl",
    "customers.ftl",
    "error.ftl",
    "home.ftl",
    "import.ftl",
    "keys.ftl",
    "kiosk-paper.ftl",
    "kiosk.ftl",
    "linkage.ftl",
    "method.ftl",
    "organisation.ftl",
    "phrases.ftl",
    "print.ftl",
    "questionnaires.ftl",
    "rated-book.ftl",
    "ratings.ftl",
    "reports.ftl",
    "results.ftl",
    "seal-errors.ftl",
    "seal-verify.ftl",
    "settings.ftl",
    "shell.ftl",
    "staff.ftl",
    "stations.ftl",
    "verify.ftl",
    "waves-design.ftl",
    "waves.ftl",
    "welcome.ftl",
    "witness.ftl",
    "wizard.ftl",
    "workbook.ftl",
];

fn bundle(lang: Lang) -> &'static Bundle {
    static RU: OnceLock<Bundle> = OnceLock::new();
    static EN: OnceLock<Bundle> = OnceLock::new();
    match lang {
        Lang::Ru => RU.get_or_init(|| build(lang)),
        Lang::En => EN.get_or_init(|| build(lang)),
    }
}

fn build(lang: Lang) -> Bundle {
    let id = lang
        .code()
        .parse()
        .expect("our two codes are valid language tags");
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Isolation marks are invisible characters that Excel and search fields stumble over.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(if lang == Lang::Ru {
        format_number_ru
    } else {
        format_number_en
    }));
    for (name, ru, en) in FILES {
        let text = match lang {
            Lang::Ru => ru,
            Lang::En => en,
        };
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) => resource,
            // A test parses every file; a fault here loses that message, not the program.
            Err((resource, _)) => resource,
        };
        debug_assert!(!name.is_empty());
        drop(bundle.add_resource(resource));
    }
    bundle
}

fn format_number_ru<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    format_number(Lang::Ru, value)
}

fn format_number_en<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    format_number(Lang::En, value)
}

fn format_number(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else {
        return None;
    };
    (value.fract() == 0.0).then(|| number::decimal(lang, *value, 0))
}

/// Does the language have this message?
#[must_use]
pub fn has_message(lang: Lang, key: &str) -> bool {
    bundle(lang).has_message(key)
}

/// A message without variables. A missing key shows itself.
#[must_use]
pub fn message(lang: Lang, key: &str) -> String {
    message_with(lang, key, &[])
}

/// A message with variables.
#[must_use]
pub fn message_with(lang: Lang, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
    let bundle = bundle(lang);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        args.set(*name, value.clone());
    }
    let mut faults = Vec::new();
    bundle
        .format_pattern(pattern, Some(&args), &mut faults)
        .into_owned()
}
