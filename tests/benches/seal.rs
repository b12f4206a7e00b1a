//! Sealing, storing, merging and opening at the sizes of a large company. Prints one line a figure;
//! `cargo bench --bench seal`.

#![expect(clippy::print_stdout, reason = "a benchmark tells its figures")]

use std::path::Path;
use std::time::{Duration, Instant};

use frontline::domain::{
    BranchCode, Item, ItemKind, MinGroup, ProtectionLevel, Questionnaire, QuestionnaireDimension,
    QuestionnaireKind, Text, WaveCode,
};
use frontline::error::Result;
use frontline::seal::batch::Batch;
use frontline::seal::bundle::BundleContent;
use frontline::seal::code::{CodeHash, Verifier};
use frontline::seal::issue::{IssuedCode, Issuer, StationOrder};
use frontline::seal::keys::{PrivateKey, SigningKey};
use frontline::seal::layout::RecordLayout;
use frontline::seal::merge::RecordSet;
use frontline::seal::opened::open_level_one;
use frontline::seal::pack::PackFile;
use frontline::seal::plan::{FrozenPlan, Plan, PlanClass, Policy};
use frontline::seal::record::Sealer;
use frontline::seal::secret::{Cost, SystemEntropy};
use frontline::seal::sheet::SheetAnswers;
use frontline::seal::station::Station;
use frontline::seal::station_file::StationFile;
use frontline::seal::storage::Disk;

/// Codes are not what is measured here.
struct FastHash;

impl CodeHash for FastHash {
    fn verifier(&self, labelled: &[u8], salt: &[u8; 16], _: Cost) -> Result<Verifier> {
        let hash = *blake3::Hasher::new()
            .update(salt)
            .update(labelled)
            .finalize()
            .as_bytes();
        Ok(hash.first_chunk().copied().expect("a hash has 32 bytes"))
    }
}

fn main() -> Result<()> {
    let company = SigningKey::random(&mut SystemEntropy)?;
    let wave = PrivateKey::random(&mut SystemEntropy)?;
    let plan = plan(&company, &wave)?;
    let (file, codes) = issue(&plan, &company, 2_100)?;
    let sheet = SheetAnswers::new(&plan.layout);
    let small = plan.layout.blocks().len();
    println!(
        "one sheet: {small} small records, {} comments",
        plan.layout.comments().len()
    );

    let records = sheet.records(&plan.layout)?;
    let sealer = Sealer {
        plan: &plan,
        pack: file.pack.hash(),
    };
    let seal = time(50, || {
        sealer.sheet(0, &records, &mut SystemEntropy).map(drop)
    })?;
    println!("seal one respondent's records (level 1): {seal:.2?}");

    commit(&file, &codes, &sealer, &sheet)?;
    open(&plan, &company, &wave)
}

/// A commit beside 2,000 sessions.
fn commit(
    file: &PackFile,
    codes: &[IssuedCode],
    sealer: &Sealer<'_>,
    sheet: &SheetAnswers,
) -> Result<()> {
    let mut content = StationFile::fresh(file);
    let records = sheet.records(&sealer.plan.layout)?;
    let (mut small, mut comments) = (Vec::new(), Vec::new());
    let checking = file.pack.checking(&FastHash);
    for issued in codes.iter().take(2_000) {
        content.unspent.iter_mut().for_each(|left| {
            left.remove(
                &checking
                    .code(&issued.code)
                    .expect("hashing costs nothing here"),
            );
        });
        let sealed = sealer.sheet(0, &records, &mut SystemEntropy)?;
        small.extend(sealed.small);
        comments.extend(sealed.comments);
    }
    content.small = content.small.with(&small)?;
    content.comments = content.comments.with(&comments)?;
    let bytes = content.encode()?;
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("a.flstation");
    std::fs::write(&path, &bytes).expect("a temporary file");
    let start = Instant::now();
    let mut station = Station::open(Disk, Path::new(&path))?.with_hash(Box::new(FastHash));
    println!(
        "open a station file of {} MB: {:.2?}",
        bytes.len() >> 20,
        start.elapsed()
    );
    let policy = station.pack().plan().policy.clone();
    let mut next = codes.iter().skip(2_000);
    let commit = time(10, || {
        let issued = next.next().expect("enough codes");
        let ticket = station.check_code(&issued.code, policy.opens)?;
        station.commit(&ticket, sheet, &mut SystemEntropy)
    })?;
    println!("commit beside 2,000 sessions: {commit:.2?}");
    let start = Instant::now();
    let bundle = station.export_bundle(policy.opens)?;
    println!(
        "make the bundle ({} MB): {:.2?}",
        bundle.len() >> 20,
        start.elapsed()
    );
    Ok(())
}

/// 100,000 small records from ten stations: merged and opened.
fn open(plan: &FrozenPlan, company: &SigningKey, wave: &PrivateKey) -> Result<()> {
    let blocks = plan.layout.blocks().len();
    let each = 10_000_usize.div_ceil(blocks);
    let records = SheetAnswers::new(&plan.layout).records(&plan.layout)?;
    let mut stations = Vec::new();
    let mut merging = Duration::ZERO;
    let mut opened = 0;
    for _ in 0..10 {
        let (file, _) = issue(plan, company, u32::try_from(each).unwrap_or(u32::MAX))?;
        let sealer = Sealer {
            plan,
            pack: file.pack.hash(),
        };
        let mut content = BundleContent {
            pack: file.pack.hash(),
            unspent: vec![0],
            small: RecordSet::empty(&file.pack).small().clone(),
            comments: RecordSet::empty(&file.pack).comments().clone(),
        };
        let (mut small, mut comments) = (Vec::new(), Vec::new());
        for _ in 0..each {
            let sealed = sealer.sheet(0, &records, &mut SystemEntropy)?;
            small.extend(sealed.small);
            comments.extend(sealed.comments);
        }
        content.small = content.small.with(&small)?;
        content.comments = content.comments.with(&comments)?;
        let mut set = RecordSet::empty(&file.pack);
        let start = Instant::now();
        set.merge(&content, &file.pack)?;
        merging += start.elapsed();
        opened += set.small().len() + set.comments().len();
        stations.push((file, set));
    }
    println!("merge {opened} records: {merging:.2?}");
    let pairs = stations
        .iter()
        .map(|(file, set)| (&file.pack, set))
        .collect::<Vec<_>>();
    let batch = Batch::decode(&Batch::seal(plan, &pairs, company)?)?;
    let start = Instant::now();
    let answers = open_level_one(&batch, wave, &|_, _| true)?;
    let opening = start.elapsed();
    assert_eq!(answers.refused, 0, "every record opens");
    let rate = raw_rate(company)?;
    let needed = rate * f64::from(u32::try_from(2 * opened).unwrap_or(u32::MAX));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("open {opened} records, both layers: {opening:.2?} on {cores} cores");
    println!(
        "raw X25519: {:.1} µs each; two for each record on one core: {needed:.2} s",
        rate * 1e6
    );
    println!(
        "ratio to raw X25519 on all cores: {:.2}",
        opening.as_secs_f64() * cores as f64 / needed
    );
    Ok(())
}

/// Seconds of one Montgomery ladder, which is all that X25519 is.
fn raw_rate(key: &SigningKey) -> Result<f64> {
    let seed = key.seed();
    let key = ed25519_dalek::SigningKey::from_bytes(seed.expose());
    let (scalar, point) = (key.to_scalar(), key.verifying_key().to_montgomery());
    let each = time(2_000, || {
        std::hint::black_box(point * std::hint::black_box(scalar));
        Ok(())
    })?;
    Ok(each.as_secs_f64())
}

/// The mean time of so many runs.
fn time(runs: u32, mut run: impl FnMut() -> Result<()>) -> Result<Duration> {
    let start = Instant::now();
    for _ in 0..runs {
        run()?;
    }
    Ok(start.elapsed() / runs)
}

fn issue(
    plan: &FrozenPlan,
    company: &SigningKey,
    codes: u32,
) -> Result<(PackFile, Vec<IssuedCode>)> {
    let issuer = Issuer {
        plan,
        company,
        hash: &FastHash,
    };
    let order = StationOrder {
        name: "Café",
        codes: &[(0, codes)],
        exit_password: "out",
        staff: &[],
        cost: Cost::FLOOR,
    };
    issuer.issue(&order, &mut SystemEntropy, &|_, _| true)
}

/// Twelve dimensions of four items, eNPS, two open questions.
fn plan(company: &SigningKey, wave: &PrivateKey) -> Result<FrozenPlan> {
    let item = |id: String, dimension: &str, kind| Item {
        text: Text::same(&id),
        short: Text::same(&id),
        id,
        dimension: dimension.to_owned(),
        kind,
        is_reversed: false,
        motive: None,
        lever: None,
    };
    let names = (0..12)
        .map(|number| format!("dimension_{number}"))
        .collect::<Vec<_>>();
    let mut items = Vec::new();
    for name in &names {
        items.extend((1..=4).map(|n| item(format!("{name}_{n}"), name, ItemKind::Agreement)));
    }
    items.push(item("enps".to_owned(), "", ItemKind::Recommend));
    items.extend((1..=2).map(|n| item(format!("open_{n}"), "", ItemKind::Open)));
    let dimensions = names.iter().map(|name| QuestionnaireDimension {
        id: name.clone(),
        title: Text::same(name),
        about: Text::same(name),
        is_outcome: false,
    });
    let questionnaire = Questionnaire {
        id: "bench".to_owned(),
        version: 1,
        kind: QuestionnaireKind::Staff,
        title: Text::same("Bench"),
        about: Text::same("Bench"),
        minutes: 5,
        scale: std::array::from_fn(|_| Text::same("·")),
        dimensions: dimensions.collect(),
        items,
    };
    let opens = frontline::domain::Date::constant(2026, 4, 1);
    Plan {
        company_key: company.verify_key(),
        company_name: "Bench".to_owned(),
        wave: WaveCode::new("bench")?,
        title: "Bench".to_owned(),
        questionnaire: "bench".to_owned(),
        layout: RecordLayout::of(&questionnaire, true)?,
        classes: vec![PlanClass {
            label: "All".to_owned(),
            region: String::new(),
            branches: vec![BranchCode::new("1")?],
            group: None,
            invited_contact: Some(9_000),
            invited_back_office: None,
        }],
        policy: Policy {
            min_group: MinGroup::default(),
            level: ProtectionLevel::OneKey,
            opens,
            closes: opens,
        },
        wave_key: wave.public(),
        witnesses: Vec::new(),
    }
    .freeze()
}
