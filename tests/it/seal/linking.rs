//! Putting one person's records back together. HR holds every opened record; the attack looks for
//! anything that records of one sheet share and records of others do not.

use std::collections::BTreeMap;

use frontline::seal::layout::{RecordLayout, SMALL_BYTES};
use frontline::seal::record::{ClassOpener, Sealer, open_inner};

use super::kit::{LEVEL_ONE, Seeded, World, sheet};

const PEOPLE: usize = 20;

/// A record as HR can see it: sealed bytes, and the plaintext once all keys are used.
struct Seen {
    person: usize,
    sealed: Vec<u8>,
    plain: Vec<u8>,
}

/// Seals everybody's records; `spoil` may change a plaintext before it is sealed.
fn seen(world: &World, spoil: impl Fn(usize, &mut [u8; SMALL_BYTES])) -> Vec<Seen> {
    let (file, _) = world.issue("Café 1", &[(0, 25)]);
    let sealer = Sealer {
        plan: &world.plan,
        pack: file.pack.hash(),
    };
    let opener = ClassOpener {
        wave: world.plan.id(),
        pack: file.pack.hash(),
        recipients: 1,
        slot: 0,
        key: &world.wave,
    };
    let mut entropy = Seeded::new("linking");
    let mut all = Vec::new();
    for person in 0..PEOPLE {
        let given = sheet(&world.plan.layout, &person.to_string());
        let mut records = given.records(&world.plan.layout).unwrap();
        for record in &mut records.small {
            spoil(person, &mut record.bytes);
        }
        let class_blocks = world.plan.layout.class_blocks().len();
        for sealed in sealer
            .sheet(0, &records, &mut entropy)
            .unwrap()
            .small
            .into_iter()
            .take(class_blocks)
        {
            let (_, inner) = opener.open(&sealed).unwrap();
            let plain = open_inner(&world.wave, world.plan.id(), &inner)
                .unwrap()
                .to_vec();
            all.push(Seen {
                person,
                sealed,
                plain,
            });
        }
    }
    all.sort_by(|left, right| left.sealed.cmp(&right.sealed));
    all
}

/// A stretch of bytes of a record.
type Feature = Box<dyn Fn(&Seen) -> Vec<u8>>;

/// The attack: for every stretch of bytes outside the answers, does having it in common tell that two
/// records are one person's? Returns the best stretch's lead over chance, from 0 to 1.
fn best_lead(layout: &RecordLayout, all: &[Seen]) -> f64 {
    let mut best = 0.0_f64;
    let sealed = all.first().map_or(0, |seen| seen.sealed.len());
    let columns = |plain: &[u8]| layout.blocks()[usize::from(plain[1])].columns.len();
    let mut features: Vec<Feature> = Vec::new();
    for place in 0..sealed - 3 {
        features.push(Box::new(move |seen| seen.sealed[place..place + 4].to_vec()));
    }
    // Behind the head and the answers of the widest block there is only padding.
    let widest = layout
        .blocks()
        .iter()
        .map(|b| b.columns.len())
        .max()
        .unwrap_or(0);
    for place in 8 + widest..SMALL_BYTES {
        features.push(Box::new(move |seen| vec![seen.plain[place]]));
    }
    features.push(Box::new(|seen| seen.plain[4..8].to_vec()));
    assert!(all.iter().all(|seen| columns(&seen.plain) <= widest));
    for feature in &features {
        let mut groups = BTreeMap::<Vec<u8>, Vec<usize>>::new();
        for seen in all {
            groups.entry(feature(seen)).or_default().push(seen.person);
        }
        let (mut together, mut same) = (0.0, 0.0);
        for people in groups.values() {
            for (place, one) in people.iter().enumerate() {
                for other in &people[..place] {
                    together += 1.0;
                    same += f64::from(u8::from(one == other));
                }
            }
        }
        // Stretches that are shared by a handful of pairs prove nothing.
        if together >= 40.0 {
            best = best.max(same / together);
        }
    }
    best
}

#[test]
fn records_of_one_person_share_nothing() {
    let world = World::new("linking", &LEVEL_ONE);
    let layout = &world.plan.layout;
    let honest = best_lead(layout, &seen(&world, |_, _| {}));
    // Sabotage: every record carries the number of its session.
    let sequence = |person: usize, record: &mut [u8; SMALL_BYTES]| {
        record[SMALL_BYTES - 1] = u8::try_from(person).unwrap();
    };
    let sabotaged = best_lead(layout, &seen(&world, sequence));
    println!("pairs linked rightly: {honest:.3} honest, {sabotaged:.3} with a sequence");
    assert!(
        sabotaged > 0.999,
        "the attack wins where records carry a sequence"
    );
    // Chance: 3 of the 79 other records are of the same person.
    assert!(honest < 0.08, "{honest}");
}

#[test]
fn a_record_with_anything_in_its_padding_is_refused_when_opened() {
    let world = World::new("padding", &LEVEL_ONE);
    let layout = &world.plan.layout;
    for seen in seen(&world, |_, record| record[SMALL_BYTES - 1] = 1) {
        assert!(frontline::seal::sheet::small_content(layout, &seen.plain).is_err());
    }
}
