//! Errors as sentences: what happened, where, and what to do.

use crate::domain::Lang;
use crate::error::{
    ActionFault, CompareFault, Error, Field, Kind, Limit, Place, PlanFault, QuestionnaireFault,
    ReportFault, SealFault,
};
use crate::tr;

use super::message;

/// The error as one or two sentences for the user, places included.
#[must_use]
pub fn error_sentence(lang: Lang, error: &Error) -> String {
    let sentence = kind_sentence(lang, error.kind());
    let places = error
        .places()
        .iter()
        .rev()
        .map(|place| place_words(lang, place));
    let places = places.collect::<Vec<_>>().join(", ");
    if places.is_empty() {
        sentence
    } else {
        format!("{places} — {sentence}")
    }
}

/// What "copy details" puts on the clipboard: for whoever helps, not for the user.
#[must_use]
pub fn error_details(error: &Error) -> String {
    format!(
        "Frontline {}\n{error}\n{error:?}",
        env!("CARGO_PKG_VERSION")
    )
}

fn place_words(lang: Lang, place: &Place) -> String {
    match place {
        Place::File(name) => tr!(lang, "place-file", name = name.as_str()),
        Place::Sheet(name) => tr!(lang, "place-sheet", name = name.as_str()),
        Place::Row(row) => tr!(lang, "place-row", row = row.to_string()),
        Place::Column(name) => tr!(lang, "place-column", name = name.as_str()),
        Place::Line(line) => tr!(lang, "place-line", line = line.to_string()),
    }
}

fn kind_sentence(lang: Lang, kind: &Kind) -> String {
    match kind {
        Kind::FileMissing(name) => tr!(lang, "error-file-missing", name = name.as_str()),
        Kind::FileUnreadable(name) => tr!(lang, "error-file-unreadable", name = name.as_str()),
        Kind::FileUnwritable(name) => tr!(lang, "error-file-unwritable", name = name.as_str()),
        Kind::FileEmpty => message(lang, "error-file-empty"),
        Kind::UnknownFileType => message(lang, "error-unknown-file-type"),
        Kind::PasswordProtected => message(lang, "error-password-protected"),
        Kind::FileDamaged(_) => message(lang, "error-file-damaged"),
        Kind::FileTooLarge { what, limit } => limit_sentence(lang, *what, *limit),
        Kind::UnknownEncoding => message(lang, "error-unknown-encoding"),
        Kind::ColumnMissing(name) => tr!(lang, "error-column-missing", name = name.as_str()),
        Kind::ColumnTwice(name) => tr!(lang, "error-column-twice", name = name.as_str()),
        Kind::RowsRefused { refused, first } => rows_refused(lang, *refused, first),
        Kind::Invalid { field, value } => {
            tr!(
                lang,
                "error-invalid",
                field = field_word(lang, *field),
                value = value.as_str()
            )
        }
        Kind::Questionnaire(fault) => questionnaire_fault(lang, fault),
        Kind::NotFound { field, name } => {
            tr!(
                lang,
                "error-not-found",
                field = field_word(lang, *field),
                name = name.as_str()
            )
        }
        Kind::Exists { field, name } => {
            tr!(
                lang,
                "error-exists",
                field = field_word(lang, *field),
                name = name.as_str()
            )
        }
        Kind::CommentsReleased => message(lang, "error-comments-released"),
        Kind::WaveState => message(lang, "error-wave-state"),
        Kind::Report(fault) => report_fault(lang, fault),
        Kind::NoData => message(lang, "error-no-data"),
        Kind::NewerWorkspace { .. } => message(lang, "error-newer-workspace"),
        Kind::NotAWorkspace => message(lang, "error-not-a-workspace"),
        Kind::NothingOpen => message(lang, "error-nothing-open"),
        Kind::WorkspaceInUse => message(lang, "error-workspace-in-use"),
        Kind::Store(_) => message(lang, "error-store"),
        Kind::Seal(fault) => seal_fault(lang, fault),
        Kind::Vault(fault) => super::vault::vault_fault(lang, fault),
        Kind::Rating(fault) => super::rating::rating_fault(lang, fault),
        Kind::Action(fault) => action_fault(lang, fault),
        Kind::Compare(fault) => compare_fault(lang, fault),
        Kind::NoDisplay(_) => message(lang, "error-no-display"),
        Kind::Cancelled => message(lang, "error-cancelled"),
        Kind::Internal(_) => message(lang, "error-internal"),
    }
}

fn rows_refused(lang: Lang, refused: usize, first: &(u32, String, String, String)) -> String {
    let (row, column, value, reason) = first;
    tr!(
        lang,
        "error-rows-refused",
        refused = refused,
        row = row.to_string(),
        column = column.as_str(),
        value = value.as_str(),
        reason = reason.as_str()
    )
}

fn limit_sentence(lang: Lang, what: Limit, limit: u64) -> String {
    let shown = i64::try_from(limit).unwrap_or(i64::MAX);
    match what {
        Limit::FileBytes => tr!(lang, "error-limit-file", limit = shown / (1 << 20)),
        Limit::UnpackedBytes => tr!(lang, "error-limit-unpacked", limit = shown / (1 << 20)),
        Limit::Entries => message(lang, "error-limit-entries"),
        Limit::Rows => tr!(lang, "error-limit-rows", limit = shown),
        Limit::Columns => tr!(lang, "error-limit-columns", limit = shown),
        Limit::Cells => tr!(lang, "error-limit-cells", limit = shown),
    }
}

fn field_word(lang: Lang, field: Field) -> String {
    let key = match field {
        Field::Branch => "field-branch",
        Field::Wave => "field-wave",
        Field::Group => "field-group",
        Field::Questionnaire => "field-questionnaire",
        Field::Dimension => "field-dimension",
        Field::Item => "field-item",
        Field::Answer => "field-answer",
        Field::Score => "field-score",
        Field::Count => "field-count",
        Field::Date => "field-date",
        Field::Period => "field-period",
        Field::Number => "field-number",
        Field::Level => "field-level",
        Field::MinGroup => "field-min-group",
        Field::Channel => "field-channel",
        Field::Measure => "field-measure",
        Field::Name => "field-name",
        Field::Language => "field-language",
        Field::Person => "field-person",
        Field::Round => "field-round",
        Field::Model => "field-model",
        Field::Competency => "field-competency",
        Field::Role => "field-role",
        Field::Weight => "field-weight",
        Field::Code => "field-code",
        Field::Rating => "field-rating",
    };
    message(lang, key)
}

fn questionnaire_fault(lang: Lang, fault: &QuestionnaireFault) -> String {
    match fault {
        QuestionnaireFault::Syntax(detail) => tr!(lang, "fault-syntax", detail = detail.as_str()),
        QuestionnaireFault::TextMissing {
            place,
            lang: missing,
        } => tr!(
            lang,
            "fault-text-missing",
            place = place.as_str(),
            language = message(
                lang,
                if missing == "ru" {
                    "fault-in-ru"
                } else {
                    "fault-in-en"
                }
            )
        ),
        QuestionnaireFault::IdTwice(id) => tr!(lang, "fault-id-twice", id = id.as_str()),
        QuestionnaireFault::IdShape(id) => tr!(lang, "fault-id-shape", id = id.as_str()),
        QuestionnaireFault::UnknownDimension(id) => {
            tr!(lang, "fault-unknown-dimension", id = id.as_str())
        }
        QuestionnaireFault::DimensionEmpty(id) => {
            tr!(lang, "fault-dimension-empty", id = id.as_str())
        }
        QuestionnaireFault::TextTooLong { place, limit } => {
            tr!(
                lang,
                "fault-text-too-long",
                place = place.as_str(),
                limit = *limit
            )
        }
        QuestionnaireFault::TooManyItems(limit) => {
            tr!(lang, "fault-too-many-items", limit = *limit)
        }
        QuestionnaireFault::AllReversed(id) => tr!(lang, "fault-all-reversed", id = id.as_str()),
        QuestionnaireFault::KindUnfit(id) => tr!(lang, "fault-kind-unfit", id = id.as_str()),
    }
}

fn seal_fault(lang: Lang, fault: &SealFault) -> String {
    match fault {
        SealFault::NoRandomness => message(lang, "seal-no-randomness"),
        SealFault::NotEnoughMemory => message(lang, "seal-not-enough-memory"),
        SealFault::OtherKind => message(lang, "seal-other-kind"),
        SealFault::NewerFormat(_) => message(lang, "seal-newer-format"),
        SealFault::NotAsPromised => message(lang, "seal-not-as-promised"),
        SealFault::Damaged => message(lang, "seal-damaged"),
        SealFault::TooLarge => message(lang, "seal-too-large"),
        SealFault::SignatureWrong => message(lang, "seal-signature-wrong"),
        SealFault::WeakCost => message(lang, "seal-weak-cost"),
        SealFault::KeyRefused => message(lang, "seal-key-refused"),
        SealFault::CannotOpen => message(lang, "seal-cannot-open"),
        SealFault::CodeMisread => message(lang, "seal-code-misread"),
        SealFault::CodeUnknown => message(lang, "seal-code-unknown"),
        SealFault::CodeSpent => message(lang, "seal-code-spent"),
        SealFault::ExitRefused => message(lang, "seal-exit-refused"),
        SealFault::Plan(fault) => plan_fault(lang, fault),
        SealFault::OtherWave => message(lang, "seal-other-wave"),
        SealFault::NotOpen => message(lang, "seal-not-open"),
        SealFault::SheetUnfit => message(lang, "seal-sheet-unfit"),
        SealFault::CommentTooLong(bytes) => {
            tr!(lang, "seal-comment-too-long", letters = *bytes / 2)
        }
        SealFault::StationInUse => message(lang, "seal-station-in-use"),
        SealFault::NotStored(_) => message(lang, "seal-not-stored"),
        SealFault::TooFewNew(needed) => tr!(lang, "seal-too-few-new", needed = *needed),
        SealFault::CountsDisagree(station) => {
            tr!(lang, "seal-counts-disagree", station = station.as_str())
        }
        SealFault::TooFewAnswers => message(lang, "seal-too-few-answers"),
        SealFault::ReleasedBefore => message(lang, "seal-released-before"),
        SealFault::NotTheWitness => message(lang, "seal-not-the-witness"),
    }
}

fn plan_fault(lang: Lang, fault: &PlanFault) -> String {
    match fault {
        PlanFault::ClassTooSmall(label, needed) => tr!(
            lang,
            "plan-class-too-small",
            label = label.as_str(),
            needed = *needed
        ),
        PlanFault::ClassTwice(label) => tr!(lang, "plan-class-twice", label = label.as_str()),
        PlanFault::BlockTooLong(id) => tr!(lang, "plan-block-too-long", id = id.as_str()),
        PlanFault::Count => message(lang, "plan-count"),
        PlanFault::Witnesses => message(lang, "plan-witnesses"),
        PlanFault::Days => message(lang, "plan-days"),
        PlanFault::Text => message(lang, "plan-text"),
    }
}

fn compare_fault(lang: Lang, fault: &CompareFault) -> String {
    match fault {
        CompareFault::Unknown { asked, offered } => tr!(
            lang,
            "compare-unknown",
            asked = asked.as_str(),
            offered = offered.join("; ")
        ),
        CompareFault::NoWaveBefore => message(lang, "compare-no-wave-before"),
        CompareFault::OneBranch => message(lang, "compare-one-branch"),
        CompareFault::NoRegion => message(lang, "compare-no-region"),
        CompareFault::NothingImported => message(lang, "compare-nothing-imported"),
        CompareFault::SeveralSources(offered) => {
            tr!(lang, "compare-several", offered = offered.join("; "))
        }
        CompareFault::OtherBranches => message(lang, "compare-other-branches"),
    }
}

fn action_fault(lang: Lang, fault: &ActionFault) -> String {
    match fault {
        ActionFault::Stale => message(lang, "action-refused-stale"),
        ActionFault::Format(_) => message(lang, "action-library-format"),
        ActionFault::Fits(id) => tr!(lang, "action-library-fits", id = id.as_str()),
        ActionFault::Steps(id) => tr!(lang, "action-library-steps", id = id.as_str()),
        ActionFault::Weeks(id) => tr!(lang, "action-library-weeks", id = id.as_str()),
        ActionFault::Language(id) => tr!(lang, "action-library-language", id = id.as_str()),
        ActionFault::IdTwice(id) => tr!(lang, "action-library-id", id = id.as_str()),
    }
}

fn report_fault(lang: Lang, fault: &ReportFault) -> String {
    let at = |key: &str, cell: &str| tr!(lang, key, cell = cell);
    match fault {
        ReportFault::Misread(cell) => at("error-report-misread", cell),
        ReportFault::Unsafe(cell) => at("error-report-unsafe", cell),
        ReportFault::Unproven => message(lang, "error-report-unproven"),
        ReportFault::Foreign(cell) => at("error-report-foreign", cell),
        ReportFault::Revealing(cell) => at("error-report-revealing", cell),
    }
}
