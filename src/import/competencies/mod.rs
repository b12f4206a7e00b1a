//! Models of competencies from TOML, checked; and the one that the program brings along. Given the
//! text; never opens a file.

mod shape;

use std::sync::{Arc, LazyLock};

use self::shape::RawModel;
use super::toml_text;
use crate::domain::rating::{
    AppraisalQuestion, Competency, CompetencyModel, Level, RoleProfile, Sin,
};
use crate::domain::{Lang, Text};
use crate::error::{Error, ModelFault, Result};

/// The text of the model that the program brings along.
pub const CUSTOMER_ORIENTATION: &str =
    include_str!("../../../questionnaires/customer-orientation.toml");

/// The word that tells such a file from a questionnaire.
const FORMAT: &str = "frontline-competencies";
/// The most competencies of a model.
const MAX_COMPETENCIES: usize = 40;
/// The most characters of a text.
const MAX_TEXT: usize = 1_000;

/// The model that the program brings along, parsed once.
#[must_use]
pub fn customer_orientation() -> Arc<CompetencyModel> {
    static PARSED: LazyLock<Arc<CompetencyModel>> = LazyLock::new(|| {
        let model = parse_competencies(CUSTOMER_ORIENTATION);
        Arc::new(model.expect("a test parses it"))
    });
    Arc::clone(&PARSED)
}

/// Reads a model of competencies.
///
/// # Errors
/// The first fault, with its line where the parser knows one.
pub fn parse_competencies(text: &str) -> Result<CompetencyModel> {
    let raw: RawModel = toml_text::parse(text, ModelFault::Format)?;
    if raw.format != FORMAT {
        return Err(ModelFault::Format(raw.format).into());
    }
    let model = into_domain(raw)?;
    check_ids(&model)?;
    check_texts(&model)?;
    Ok(model)
}

fn into_domain(raw: RawModel) -> Result<CompetencyModel> {
    if raw.competencies.is_empty() || raw.competencies.len() > MAX_COMPETENCIES {
        return Err(ModelFault::Format("competency".to_owned()).into());
    }
    let competencies: Vec<Competency> = raw
        .competencies
        .into_iter()
        .map(|raw| {
            let name = raw.name.get(Lang::Ru).to_owned();
            let anchors: Result<[Text; Level::COUNT], _> = raw.anchors.try_into();
            Ok(Competency {
                id: raw.id,
                name: raw.name,
                definition: raw.definition,
                evidence: raw.evidence,
                anchors: anchors.map_err(|_| ModelFault::Anchors(name))?,
            })
        })
        .collect::<Result<_>>()?;
    let profiles = raw.profiles.into_iter().map(|raw| {
        let fault = || Error::from(ModelFault::Profile(raw.name.get(Lang::Ru).to_owned()));
        if raw.required.len() != competencies.len() {
            return Err(fault());
        }
        let level = |competency: &Competency| {
            let level = raw.required.get(&competency.id).ok_or_else(fault)?;
            Level::new(*level).map_err(|_| fault())
        };
        Ok(RoleProfile {
            id: raw.id.clone(),
            required: competencies.iter().map(level).collect::<Result<_>>()?,
            name: raw.name.clone(),
        })
    });
    let profiles = profiles.collect::<Result<_>>()?;
    Ok(CompetencyModel {
        id: raw.id,
        version: raw.version,
        title: raw.title,
        source: raw.source,
        profiles,
        competencies,
        sins: raw
            .sins
            .into_iter()
            .map(|raw| Sin {
                id: raw.id,
                name: raw.name,
                sign: raw.sign,
            })
            .collect(),
        appraisal: raw
            .appraisal
            .into_iter()
            .map(|raw| AppraisalQuestion {
                id: raw.id,
                text: raw.text,
            })
            .collect(),
    })
}

/// Ids are words of files: `a-z0-9_-`, each once in its list.
fn check_ids(model: &CompetencyModel) -> Result<()> {
    let lists: [Vec<&str>; 5] = [
        vec![&model.id],
        model.competencies.iter().map(|it| it.id.as_str()).collect(),
        model.sins.iter().map(|it| it.id.as_str()).collect(),
        model.appraisal.iter().map(|it| it.id.as_str()).collect(),
        model.profiles.iter().map(|it| it.id.as_str()).collect(),
    ];
    for list in lists {
        let mut seen = std::collections::BTreeSet::new();
        for id in list {
            let is_word = !id.is_empty()
                && id.chars().count() <= 64
                && id
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c));
            if !is_word || !seen.insert(id) {
                return Err(ModelFault::IdTwice(id.to_owned()).into());
            }
        }
    }
    Ok(())
}

/// Every text stands in both languages and is no longer than a page bears.
fn check_texts(model: &CompetencyModel) -> Result<()> {
    let mut texts: Vec<(&str, &Text)> = vec![(&model.id, &model.title), (&model.id, &model.source)];
    for it in &model.competencies {
        let all = [&it.name, &it.definition, &it.evidence]
            .into_iter()
            .chain(&it.anchors);
        texts.extend(all.map(|text| (it.id.as_str(), text)));
    }
    for it in &model.sins {
        texts.extend([(it.id.as_str(), &it.name), (it.id.as_str(), &it.sign)]);
    }
    texts.extend(model.appraisal.iter().map(|it| (it.id.as_str(), &it.text)));
    texts.extend(model.profiles.iter().map(|it| (it.id.as_str(), &it.name)));
    let is_fit = |text: &str| !text.trim().is_empty() && text.chars().count() <= MAX_TEXT;
    for (id, text) in texts {
        if !Lang::ALL.into_iter().all(|lang| is_fit(text.get(lang))) {
            return Err(ModelFault::Language(id.to_owned()).into());
        }
    }
    Ok(())
}
