//! The whole way without a window: 40 stations, 900 people, two witnesses, random order, crashes,
//! bundles repeated and in any order. What is opened is what was given.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use frontline::domain::ProtectionLevel;
use frontline::seal::batch::Batch;
use frontline::seal::code::Code;
use frontline::seal::merge::RecordSet;
use frontline::seal::pack::PackFile;
use frontline::seal::release::open_release;
use frontline::seal::station::Station;

use super::disk::{LoggedDisk, crash_states};
use super::kit::{FastHash, Given, OPEN, OVER, Seeded, Shape, World, by_group, day, go_on, sheet};

const STATIONS: u16 = 40;
const PEOPLE: usize = 900;
const PATH: &str = "a.flstation";

struct Site {
    file: PackFile,
    codes: Vec<(u16, Code)>,
    disk: LoggedDisk,
    bundles: Vec<Vec<u8>>,
}

/// Codes for 900 people: 22 or 23 per class; every third station serves a second class.
fn sites(world: &World) -> Vec<Site> {
    let per_class = |class: u16| 22 + u32::from(class < 20);
    let sites = (0..STATIONS).map(|number| {
        let mut codes = vec![(number, per_class(number) - 5)];
        codes.push(((number + 1) % STATIONS, 5));
        codes.sort_unstable();
        let (file, issued) = world.issue(&format!("Café {number}"), &codes);
        let disk = LoggedDisk::default();
        drop(Station::create(disk.clone(), Path::new(PATH), &file).unwrap());
        Site {
            file,
            codes: issued
                .into_iter()
                .map(|issued| (issued.class, issued.code))
                .collect(),
            disk,
            bundles: Vec::new(),
        }
    });
    sites.collect()
}

fn open(disk: &LoggedDisk) -> Station<LoggedDisk> {
    let station = Station::open(disk.clone(), Path::new(PATH)).unwrap();
    station.with_hash(Box::new(FastHash))
}

/// The power goes while somebody answers; the disk is left in any state that it may be in.
fn crash(site: &mut Site, random: &mut Seeded) {
    let states = crash_states(&site.disk.calls(), random);
    let mut states = states
        .into_iter()
        .filter(|s| s.contains_key(&PathBuf::from(PATH)))
        .collect::<Vec<_>>();
    let choice = random.index(states.len());
    site.disk = LoggedDisk::of(states.swap_remove(choice));
    // From here on the log starts with what is there.
    use frontline::seal::storage::Storage;
    let bytes = site.disk.file(PATH);
    site.disk.write(Path::new(PATH), &bytes).unwrap();
    site.disk.sync(Path::new(PATH)).unwrap();
    site.disk.sync_dir(Path::new("")).unwrap();
}

/// One person at a station: now and then the power goes in the middle, and the code tells whether the
/// answers were stored.
fn answer(site: &mut Site, code: usize, who: usize, random: &mut Seeded) -> (u16, Option<Given>) {
    let (class, code) = &site.codes[code];
    let class = *class;
    let layout = site.file.pack.plan().layout.clone();
    let given = sheet(&layout, &who.to_string());
    let mut station = open(&site.disk);
    if random.below(6) == 0 {
        site.disk.cut_after(random.index(4) + 1);
    }
    let ticket = station.check_code(code, day(OPEN)).unwrap();
    assert_eq!(ticket.class(), class);
    let mut entropy = Seeded::new(&format!("sealing {who}"));
    let is_told = station.commit(&ticket, &given, &mut entropy).is_ok();
    drop(station);
    let code = Code::parse(&code.shown()).unwrap();
    if site.disk.is_cut() {
        crash(site, random);
    }
    let is_stored = open(&site.disk).check_code(&code, day(OPEN)).is_err();
    assert!(is_stored || !is_told, "acknowledged and lost");
    if !is_stored {
        // The code still works; the person answers again.
        let mut station = open(&site.disk);
        let ticket = station.check_code(&code, day(OPEN)).unwrap();
        station.commit(&ticket, &given, &mut entropy).unwrap();
    }
    let mut kept = Given::default();
    kept.add(&layout, &given);
    (class, Some(kept))
}

#[test]
fn what_nine_hundred_people_gave_at_forty_stations_is_what_is_opened() {
    let shape = Shape {
        level: ProtectionLevel::TwoKeys,
        witnesses: 2,
        classes: STATIONS,
        company_view: true,
    };
    let mut world = World::new("forty", &shape);
    let mut random = Seeded::new("forty");
    let mut sites = sites(&world);
    let mut slips = Vec::new();
    for (site, own) in sites.iter().enumerate() {
        slips.extend((0..own.codes.len()).map(|code| (site, code)));
    }
    assert_eq!(slips.len(), PEOPLE);
    random.shuffle(&mut slips);
    // Most answer; one class hardly does.
    let mut given = BTreeMap::<u16, Given>::new();
    let mut sessions = vec![0_u32; usize::from(STATIONS)];
    for (who, (site, code)) in slips.into_iter().enumerate() {
        let class = sites[site].codes[code].0;
        let answers = if class == 7 {
            sessions[7] < 3
        } else {
            random.below(20) > 0
        };
        if !answers {
            continue;
        }
        let (class, kept) = answer(&mut sites[site], code, who, &mut random);
        sessions[usize::from(class)] += 1;
        given.entry(class).or_default().join(kept.unwrap());
        if random.below(6) == 0 {
            let mut station = open(&sites[site].disk);
            if let Ok(bundle) = station.export_bundle(day(OPEN)) {
                sites[site].bundles.push(bundle);
            }
        }
    }
    let total = sessions.iter().sum::<u32>();
    assert!(total > 800, "{total}");
    let sets = merged(&world, &mut sites, &mut random);
    let stations = sites
        .iter()
        .zip(&sets)
        .map(|(site, set)| (&site.file.pack, set));
    let batch = Batch::seal(&world.plan, &stations.collect::<Vec<_>>(), &world.company).unwrap();
    let reading = world.witnesses[1].read(&batch, &go_on).unwrap();
    assert_eq!(reading.sessions(), sessions);
    let groups = reading.groups().to_vec();
    assert!(
        groups
            .iter()
            .any(|group| group.len() > 1 && group.contains(&7))
    );
    let release = world.witnesses[1].release(reading).unwrap();
    let opened = open_release(&release, &world.plan, &world.wave, &go_on).unwrap();
    assert_eq!(
        (opened.refused, opened.company_view.len()),
        (0, total as usize)
    );
    let found = by_group(&opened);
    assert_eq!(found.len(), groups.len());
    for group in groups {
        let mut all = Given::default();
        for class in &group {
            all.join(given.remove(class).unwrap_or_default());
        }
        assert!(found[&group] == all.sorted(), "group {group:?} differs");
    }
    assert!(given.is_empty());
    println!(
        "{total} of {PEOPLE} answered; {} groups of {STATIONS} classes",
        found.len()
    );
}

/// Every station's last bundle and all earlier ones, some twice, in any order.
fn merged(world: &World, sites: &mut [Site], random: &mut Seeded) -> Vec<RecordSet> {
    let mut sent = Vec::new();
    for (number, site) in sites.iter_mut().enumerate() {
        site.bundles
            .push(open(&site.disk).export_bundle(day(OVER)).unwrap());
        sent.extend(site.bundles.iter().map(|bundle| (number, bundle.clone())));
        sent.push((number, site.bundles[0].clone()));
    }
    random.shuffle(&mut sent);
    let mut sets = sites
        .iter()
        .map(|site| RecordSet::empty(&site.file.pack))
        .collect::<Vec<_>>();
    for (number, bundle) in sent {
        world
            .merge(&mut sets[number], &bundle, &sites[number].file.pack)
            .unwrap();
    }
    sets
}
