//! Findings that are proven: computed, written, read back, audited with every earlier release, and
//! cut down until nothing small follows from them.
//!
//! Knows the order of the work. What may be shown is decided by the publisher, what follows from it
//! by the auditor, and neither knows the other.

mod judge;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use self::judge::{Judged, judge, marked, release_of, unsafe_report};
use super::audit::{Counted, Told, Translated, translate};
use super::{Stage, Watch};
use crate::analysis::{Findings, Options, Yardstick, analyze};
use crate::disclosure::audit::{Breach, BreachKind, Case, Certificate, Memory};
use crate::disclosure::{Proof, Reason, Subject, Withdrawal, Withdrawn, next_to_withdraw};
use crate::domain::{Dataset, Date, Lang, MinGroup};
use crate::error::{Kind, ReportFault, Result};
use crate::export::{Scope, WorkbookRequest, to_csv, write_workbook};
use crate::import::ReadLimits;
use crate::import::released::{
    About, BookReader, Figure, Names, Place, Released, Subject as Asked, read_csv,
};

/// After so many rounds of taking back, nothing is released.
const ROUNDS: usize = 20;

/// After so many, whole questions are taken back.
const PATIENCE: usize = 12;

/// Findings with their proof.
#[derive(Debug, Clone)]
pub(super) struct Proven {
    /// The findings; their proof is set.
    pub(super) findings: Arc<Findings>,
    /// What was taken back for it.
    pub(super) withdrawn: Withdrawn,
    /// Everything that any report of them says; none where nothing is proven.
    pub(super) told: Told,
    /// How long reading back and proving took, beside the findings themselves.
    pub(super) took: Duration,
}

/// What is to be proven.
pub(super) struct Prover<'a> {
    pub(super) dataset: &'a Dataset,
    /// The same, counted.
    pub(super) counted: &'a Counted,
    pub(super) options: Options,
    /// What was released before, oldest first, with the number of the release.
    pub(super) earlier: &'a [(u32, Told)],
}

impl Prover<'_> {
    /// Computes, and proves where that can be done. Findings without a proof say so wherever they are
    /// shown.
    ///
    /// # Errors
    /// When it is cancelled, or a report cannot be read back.
    pub(super) fn prove_or_tell(self, watch: &mut Watch) -> Result<Proven> {
        let (dataset, options) = (self.dataset, self.options.clone());
        match self.prove(watch) {
            Err(failed)
                if matches!(
                    failed.kind(),
                    Kind::Report(ReportFault::Unsafe(_) | ReportFault::Unproven)
                ) => {}
            proven => return proven,
        }
        let findings = analyze(dataset, &options, &mut |share| {
            watch.step(Stage::Computing, Some(share))
        })?;
        Ok(Proven {
            findings: Arc::new(findings),
            withdrawn: options.withdrawn,
            told: Told::default(),
            took: Duration::ZERO,
        })
    }

    /// Computes and proves.
    ///
    /// # Errors
    /// When it is cancelled, a report cannot be read back, or the proof fails for good.
    pub(super) fn prove(mut self, watch: &mut Watch) -> Result<Proven> {
        let Counted {
            names,
            tables,
            truth,
        } = self.counted;
        let earlier: Vec<Told> = self.earlier.iter().map(marked).collect();
        let mut causes = BTreeSet::new();
        let mut start = Instant::now();
        let memory = Memory::default();
        for round in 0..=ROUNDS {
            let findings = analyze(self.dataset, &self.options, &mut |share| {
                watch.step(Stage::Computing, Some(share))
            })?;
            if round == 0 {
                // The findings would have been computed without a proof as well.
                start = Instant::now();
            }
            watch.step(Stage::Proving, None)?;
            let told = Told::new(everything(&findings, names)?, tables.clone());
            let releases: Vec<&Told> = earlier.iter().chain([&told]).collect();
            let k = self.options.min_group.get();
            let Translated { case, misfits, .. } = translate(&releases, k, Some(truth));
            // An old release whose people are gone cannot be checked against them any more.
            let own = misfits.iter().find(|it| it.release == earlier.len());
            if let Some(misfit) = own {
                return Err(Kind::Report(ReportFault::Misread(misfit.cell.clone())).into());
            }
            let Judged {
                open,
                out_before,
                certificate,
            } = judge(&case, &memory, watch)?;
            if open.is_empty() {
                let proof = Proof {
                    withdrawn: self.options.withdrawn.count(),
                    out_before,
                    causes: causes.into_iter().collect(),
                    ..proof_of(&certificate, &told, earlier.len())
                };
                let findings = Arc::new(Findings {
                    proof: Some(proof),
                    ..findings
                });
                return Ok(Proven {
                    findings,
                    withdrawn: self.options.withdrawn,
                    told,
                    took: start.elapsed(),
                });
            }
            self.withdraw(&case, &open, (&told, round >= PATIENCE))?;
            let statements = open.iter().flat_map(|it| &it.statements);
            let places = statements.map(|at| case.statements[*at].place.as_str());
            causes.extend(places.filter_map(release_of));
        }
        Err(Kind::Report(ReportFault::Unproven).into())
    }

    /// Takes back, for each breach, the figure whose loss helps most; or, when that has been tried long
    /// enough or leads nowhere, every figure of its question.
    fn withdraw(
        &mut self,
        case: &Case,
        breaches: &[Breach],
        (told, wholly): (&Told, bool),
    ) -> Result<()> {
        let mut places: BTreeMap<&str, &About> = BTreeMap::new();
        for figure in &told.figures {
            places.entry(&figure.cell).or_insert(&figure.about);
        }
        let about = |at: usize| places.get(case.statements[at].place.as_str()).copied();
        let may_go = |at: usize| about(at).is_some();
        let mut gone: BTreeSet<usize> = BTreeSet::new();
        let mut is_news = false;
        for breach in breaches.iter().filter(|_| !wholly) {
            if breach.statements.iter().any(|at| gone.contains(at)) {
                continue;
            }
            let next = next_to_withdraw(case, std::slice::from_ref(breach), &may_go);
            let next = next.and_then(|found| found.first().copied());
            let (Some(next), Some(about)) = (next, next.and_then(|it| about(it.statement())))
            else {
                continue;
            };
            gone.insert(next.statement());
            is_news |= self.take_back(next, about, reason_of(breach.kind));
        }
        if !is_news {
            for breach in breaches {
                let of_question = case.statements.iter().enumerate();
                let of_question = of_question
                    .filter(|(_, it)| (it.wave, it.question) == (breach.wave, breach.question));
                for (at, about) in of_question.filter_map(|(at, _)| Some((at, about(at)?))) {
                    is_news |= self.take_back(Withdrawal::Cell(at), about, reason_of(breach.kind));
                }
            }
        }
        let first = breaches.first().filter(|_| !is_news);
        first.map_or(Ok(()), |breach| Err(unsafe_report(case, breach)))
    }

    fn take_back(&mut self, what: Withdrawal, about: &About, reason: Reason) -> bool {
        let branches = &self.dataset.branches;
        let mut waves = self.dataset.waves.iter();
        let Some(wave) = waves.position(|it| it.wave.code.as_str() == &*about.wave) else {
            return false;
        };
        let branch = match &about.place {
            Place::Company => None,
            Place::Branch(code) => match branches.iter().position(|it| it.code.as_str() == &**code)
            {
                Some(position) => Some(position),
                None => return false,
            },
        };
        let place = (wave, branch, about.audience);
        let withdrawn = &mut self.options.withdrawn;
        match (self.dataset, what, &about.subject) {
            (_, _, Asked::Sheets) => withdrawn.row(place, reason),
            (dataset, Withdrawal::Cell(_), asked) => {
                subject(dataset, asked).is_some_and(|it| withdrawn.cell(place, it, reason))
            }
            (dataset, Withdrawal::Detail(_), asked) => {
                subject(dataset, asked).is_some_and(|it| withdrawn.detail(place, it))
            }
        }
    }
}

/// Proves a finished report together with everything told before, as it stands.
///
/// # Errors
/// When it says what nobody understands, figures that are not of these people, or too much.
pub(super) fn prove_figures(
    (counted, min_group): (&Counted, MinGroup),
    earlier: &[(u32, Told)],
    figures: Vec<Figure>,
    watch: &mut Watch,
) -> Result<Proof> {
    let told = Told::new(figures, counted.tables.clone());
    let earlier: Vec<Told> = earlier.iter().map(marked).collect();
    let releases: Vec<&Told> = earlier.iter().chain([&told]).collect();
    let Translated { case, misfits, .. } =
        translate(&releases, min_group.get(), Some(&counted.truth));
    if let Some(misfit) = misfits.iter().find(|it| it.release == earlier.len()) {
        return Err(Kind::Report(ReportFault::Misread(misfit.cell.clone())).into());
    }
    let judged = judge(&case, &Memory::default(), watch)?;
    match judged.open.first() {
        Some(breach) => Err(unsafe_report(&case, breach)),
        None => Ok(Proof {
            out_before: judged.out_before,
            ..proof_of(&judged.certificate, &told, earlier.len())
        }),
    }
}

fn proof_of(certificate: &Certificate, told: &Told, earlier: usize) -> Proof {
    Proof {
        figures: told.figures.len(),
        questions: certificate.questions,
        groups: certificate.sets,
        earlier,
        withdrawn: 0,
        out_before: 0,
        agreeing: certificate.residual.len(),
        causes: Vec::new(),
    }
}

/// Everything that any report of the findings says: the whole workbook of every wave, and the CSV.
///
/// # Errors
/// When one of them cannot be read back.
pub(super) fn everything(findings: &Findings, names: &Names) -> Result<Vec<Figure>> {
    let waves = 0..findings.waves.len();
    let (books, table) = rayon::join(
        || -> Vec<Result<Vec<Figure>>> {
            let books = waves.into_par_iter();
            let reader = BookReader::new(names);
            books.map(|wave| of_book(findings, wave, &reader)).collect()
        },
        || {
            let csv = to_csv(findings, Lang::En, None);
            known(read_csv(csv.as_bytes(), names, &own_limits())?)
        },
    );
    let mut figures = Vec::new();
    for book in books {
        figures.extend(book?);
    }
    figures.extend(table?);
    Ok(figures)
}

/// What the whole workbook of a wave says.
fn of_book(findings: &Findings, wave: usize, reader: &BookReader<'_>) -> Result<Vec<Figure>> {
    let request = WorkbookRequest {
        lang: Lang::En,
        wave,
        scope: Scope::Full,
        sheets: BTreeSet::new(),
        company: String::new(),
        made_on: Date::constant(2000, 1, 1),
        questionnaires: Vec::new(),
        comments: None,
        actions: None,
        compare: Yardstick::default(),
        outside: Vec::new(),
    };
    let bytes = write_workbook(findings, &request, &mut |_| Ok(()))?;
    let read = known(reader.read(&bytes, &own_limits())?)?;
    // The same cell of two workbooks is not the same place.
    let code = findings.waves[wave].wave.code.as_str();
    let read = read.into_iter().map(|figure| Figure {
        cell: format!("{code}: {}", figure.cell),
        ..figure
    });
    Ok(read.collect())
}

/// The figures of a file in which every number is understood.
///
/// # Errors
/// When a number is not: then nobody knows what it gives away.
pub(super) fn known(released: Released) -> Result<Vec<Figure>> {
    match released.other.unknown.first() {
        Some(unknown) => Err(Kind::Report(ReportFault::Misread(unknown.cell.clone())).into()),
        None => Ok(released.figures),
    }
}

/// Our own files may be as long as they are; they are in memory already.
pub(super) fn own_limits() -> ReadLimits {
    ReadLimits {
        file_bytes: u64::MAX,
        entry_bytes: u64::MAX,
        unpacked_bytes: u64::MAX,
        rows: u32::MAX,
        cells: u64::MAX,
        ..ReadLimits::default()
    }
}

const fn reason_of(kind: BreachKind) -> Reason {
    match kind {
        BreachKind::SmallSet | BreachKind::Count => Reason::Difference,
        BreachKind::Answer
        | BreachKind::Side
        | BreachKind::Unanimous
        | BreachKind::ExactCount
        | BreachKind::Undecided => Reason::ProvesAnswer,
        BreachKind::Changed => Reason::Changed,
    }
}

fn subject(dataset: &Dataset, asked: &Asked) -> Option<Subject> {
    Some(match asked {
        Asked::Sheets => return None,
        Asked::Dimension(id) => {
            Subject::Dimension(dataset.dimensions.iter().position(|it| it.id == **id)?)
        }
        Asked::Item(id) => Subject::Item(dataset.items.iter().position(|it| it.id == **id)?),
        Asked::Motive(motive) => Subject::Motive(*motive),
        Asked::Lever(lever) => Subject::Lever(*lever),
        Asked::Enps => Subject::Enps,
    })
}
