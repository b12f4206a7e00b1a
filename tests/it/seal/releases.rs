//! The witness: what is seen, what is merged, what is released, and how often.

use frontline::error::SealFault;
use frontline::seal::batch::Batch;
use frontline::seal::bundle::BundleContent;
use frontline::seal::groups::{ClassSize, merge_small};
use frontline::seal::merge::RecordSet;
use frontline::seal::opened::open_level_one;
use frontline::seal::pack::Pack;
use frontline::seal::plan::COMPANY;
use frontline::seal::record::Sealer;
use frontline::seal::release::open_release;

use super::kit::{
    Given, LEVEL_ONE, LEVEL_TWO, Seeded, Shape, World, by_group, fault, go_on, sheet,
};

/// Records of so many sheets per class, straight from the sealer, and what was given.
fn filled(
    world: &World,
    pack: &Pack,
    people: &[(u16, usize)],
    seed: &str,
) -> (RecordSet, Vec<Given>) {
    let sealer = Sealer {
        plan: &world.plan,
        pack: pack.hash(),
    };
    let layout = &world.plan.layout;
    let mut entropy = Seeded::new(seed);
    let mut given = vec![Given::default(); world.plan.classes.len()];
    let (mut small, mut comments) = (Vec::new(), Vec::new());
    for (class, count) in people {
        for number in 0..*count {
            let sheet = sheet(layout, &format!("{seed} {class} {number}"));
            given[usize::from(*class)].add(layout, &sheet);
            let records = sheet.records(layout).unwrap();
            let sealed = sealer.sheet(*class, &records, &mut entropy).unwrap();
            small.extend(sealed.small);
            comments.extend(sealed.comments);
        }
    }
    let mut set = RecordSet::empty(pack);
    let content = BundleContent {
        pack: pack.hash(),
        unspent: vec![0; pack.parts().classes.len()],
        small: set.small().with(&small).unwrap(),
        comments: set.comments().with(&comments).unwrap(),
    };
    set.merge(&content, pack).unwrap();
    (set, given)
}

#[test]
fn a_wave_of_level_one_opens_with_hrs_key() {
    let world = World::new("level one", &LEVEL_ONE);
    let (file, _) = world.issue("Café 1", &[(0, 9), (1, 9)]);
    let (set, given) = filled(&world, &file.pack, &[(0, 7), (1, 5)], "one");
    let batch = Batch::seal(&world.plan, &[(&file.pack, &set)], &world.company).unwrap();
    let batch = Batch::decode(&batch).unwrap();
    let opened = open_level_one(&batch, &world.wave, &go_on).unwrap();
    let groups = by_group(&opened);
    assert_eq!(groups.len(), 2);
    for (class, given) in given.into_iter().enumerate() {
        assert_eq!(groups[&vec![u16::try_from(class).unwrap()]], given.sorted());
    }
    assert_eq!((opened.company_view.len(), opened.refused), (12, 0));
    let stored = opened.stored(&world.plan).unwrap();
    assert_eq!((stored.blocks.len(), stored.classes.len()), (4, 2));
    assert_eq!(stored.blocks[0].columns.len(), 3);
    assert_eq!(stored.blocks[0].class.len(), 12);
    assert!(!stored.is_linked);
}

#[test]
fn a_witness_sees_counts_and_releases_once() {
    let mut world = World::new("level two", &LEVEL_TWO);
    let (file, _) = world.issue("Café 1", &[(0, 9), (1, 9)]);
    let (set, given) = filled(&world, &file.pack, &[(0, 7), (1, 3)], "two");
    let batch = Batch::seal(&world.plan, &[(&file.pack, &set)], &world.company).unwrap();
    let hr = open_level_one(&Batch::decode(&batch).unwrap(), &world.wave, &go_on);
    assert_eq!(fault(hr), SealFault::NotTheWitness);
    let witness = &mut world.witnesses[0];
    let reading = witness.read(&batch, &go_on).unwrap();
    assert_eq!(reading.sessions(), [7, 3]);
    assert_eq!(
        reading.groups(),
        [vec![0, 1]],
        "three answers are not shown alone"
    );
    let release = witness.release(reading).unwrap();
    let opened = open_release(&release, &world.plan, &world.wave, &go_on).unwrap();
    let mut all = given[0].clone();
    all.join(given[1].clone());
    assert_eq!(by_group(&opened)[&vec![0, 1]], all.sorted());
    // Lost on the way: the same batch gives the same file.
    let reading = witness.read(&batch, &go_on).unwrap();
    assert!(witness.release(reading).unwrap() == release);
    // One answer more would show that answer.
    let (more, _) = filled(&world, &file.pack, &[(0, 8), (1, 3)], "two");
    let batch = Batch::seal(&world.plan, &[(&file.pack, &more)], &world.company).unwrap();
    let witness = &mut world.witnesses[0];
    let reading = witness.read(&batch, &go_on).unwrap();
    assert_eq!(fault(witness.release(reading)), SealFault::ReleasedBefore);
    // The memory survives the program.
    let mut witness =
        frontline::seal::witness::Witness::decode(&witness.encode().unwrap()).unwrap();
    let reading = witness.read(&batch, &go_on).unwrap();
    assert_eq!(fault(witness.release(reading)), SealFault::ReleasedBefore);
    assert!(witness.has_released(world.plan.id()));
}

/// A plan with another title has another identity, so "once per wave" could be walked around if the
/// records did not name their wave.
#[test]
fn records_cannot_be_released_again_under_another_plan() {
    let mut world = World::new("replan", &LEVEL_TWO);
    let (file, _) = world.issue("Café 1", &[(0, 9)]);
    let (set, _) = filled(&world, &file.pack, &[(0, 7)], "replan");
    let batch = Batch::seal(&world.plan, &[(&file.pack, &set)], &world.company).unwrap();
    let witness = &mut world.witnesses[0];
    let reading = witness.read(&batch, &go_on).unwrap();
    witness.release(reading).unwrap();
    let mut plan = (*world.plan).clone();
    plan.title = "Весна 2026, ещё раз".to_owned();
    let plan = plan.freeze().unwrap();
    // HR writes the old packs and records into a batch of the new plan and signs it.
    let old = world.plan.bytes();
    let at = batch.windows(old.len()).position(|w| w == old).unwrap();
    let length = u32::try_from(plan.bytes().len()).unwrap().to_le_bytes();
    let tail = &batch[at + old.len()..batch.len() - 64];
    let mut forged = [&batch[..at - 4], &length, plan.bytes(), tail].concat();
    let signature = world.company.sign(&forged);
    forged.extend_from_slice(&signature);
    assert!(
        Batch::decode(&forged).is_ok(),
        "the batch itself is well made"
    );
    let station = SealFault::CountsDisagree("Café 1".to_owned());
    assert_eq!(fault(world.witnesses[0].read(&forged, &go_on)), station);
}

#[test]
fn forged_releases_are_refused() {
    let mut world = World::new("forged release", &LEVEL_TWO);
    let (file, _) = world.issue("Café 1", &[(0, 9)]);
    let (set, _) = filled(&world, &file.pack, &[(0, 7)], "forged");
    let batch = Batch::seal(&world.plan, &[(&file.pack, &set)], &world.company).unwrap();
    let witness = &mut world.witnesses[0];
    let reading = witness.read(&batch, &go_on).unwrap();
    let release = witness.release(reading).unwrap();
    let mut random = Seeded::new("flips");
    for _ in 0..200 {
        let mut altered = release.clone();
        altered[random.index(release.len())] ^= 1 << random.below(8);
        assert!(open_release(&altered, &world.plan, &world.wave, &go_on).is_err());
    }
    let other = World::new("another", &LEVEL_TWO);
    let elsewhere = open_release(&release, &other.plan, &other.wave, &go_on);
    assert_eq!(fault(elsewhere), SealFault::OtherWave);
    let stranger = other.witnesses[0].read(&batch, &go_on);
    assert_eq!(fault(stranger), SealFault::NotTheWitness);
    let hr = [
        &release[..release.len() - 64],
        &world.company.sign(&release[..release.len() - 64]),
    ];
    let by_hr = open_release(&hr.concat(), &world.plan, &world.wave, &go_on);
    assert_eq!(fault(by_hr), SealFault::SignatureWrong);
}

#[test]
fn records_of_a_class_that_does_not_use_the_station_are_refused_by_its_name() {
    let world = World::new("other class", &LEVEL_TWO);
    let (file, _) = world.issue("Café 1", &[(0, 9)]);
    let named = SealFault::CountsDisagree("Café 1".to_owned());
    let refused = |people: &[(u16, usize)]| {
        let (set, _) = filled(&world, &file.pack, people, "odd");
        let batch = Batch::seal(&world.plan, &[(&file.pack, &set)], &world.company).unwrap();
        fault(world.witnesses[0].read(&batch, &go_on))
    };
    assert_eq!(
        refused(&[(0, 5), (1, 1)]),
        named,
        "a class of another station"
    );
    assert_eq!(refused(&[(0, 5), (COMPANY - 1, 0), (1, 3)]), named);
}

#[test]
fn a_wave_with_too_few_answers_is_not_opened() {
    let world = World::new("few", &LEVEL_TWO);
    let (file, _) = world.issue("Café 1", &[(0, 9)]);
    let (set, _) = filled(&world, &file.pack, &[(0, 4)], "few");
    let batch = Batch::seal(&world.plan, &[(&file.pack, &set)], &world.company).unwrap();
    assert_eq!(
        fault(world.witnesses[0].read(&batch, &go_on)),
        SealFault::TooFewAnswers
    );
}

#[test]
fn tampered_records_are_counted_and_left_out() {
    let world = World::new("tampered", &LEVEL_ONE);
    let (file, _) = world.issue("Café 1", &[(0, 9)]);
    let layout = &world.plan.layout;
    let sealer = Sealer {
        plan: &world.plan,
        pack: file.pack.hash(),
    };
    let mut entropy = Seeded::new("tampered");
    let (mut small, mut comments) = (Vec::new(), Vec::new());
    for number in 0..6 {
        let mut records = sheet(layout, &number.to_string()).records(layout).unwrap();
        if number == 0 {
            records.small[0].bytes[8] = 9;
            records.comments[0][8] = 0xFF;
        }
        let sealed = sealer.sheet(0, &records, &mut entropy).unwrap();
        small.extend(sealed.small);
        comments.extend(sealed.comments);
    }
    let mut set = RecordSet::empty(&file.pack);
    let content = BundleContent {
        pack: file.pack.hash(),
        unspent: vec![3],
        small: set.small().with(&small).unwrap(),
        comments: set.comments().with(&comments).unwrap(),
    };
    set.merge(&content, &file.pack).unwrap();
    let batch = Batch::seal(&world.plan, &[(&file.pack, &set)], &world.company).unwrap();
    let opened = open_level_one(&Batch::decode(&batch).unwrap(), &world.wave, &go_on).unwrap();
    assert_eq!(opened.refused, 2);
    assert_eq!(opened.groups[0].blocks[0].len(), 5);
    assert_eq!(opened.groups[0].blocks[1].len(), 6);
}

#[test]
fn small_classes_are_merged_inside_the_region_with_the_smallest_neighbour() {
    let sizes = |counts: &[(&'static str, u32)]| {
        let sizes = counts.iter().map(|(region, sessions)| ClassSize {
            region,
            sessions: *sessions,
        });
        sizes.collect::<Vec<_>>()
    };
    let groups = merge_small(
        &sizes(&[("N", 9), ("N", 3), ("N", 6), ("S", 20), ("S", 0)]),
        5,
    );
    assert_eq!(groups.unwrap(), [vec![0], vec![1, 2], vec![3, 4]]);
    let groups = merge_small(&sizes(&[("N", 2), ("N", 2), ("S", 7), ("S", 20)]), 5);
    assert_eq!(
        groups.unwrap(),
        [vec![0, 1, 2], vec![3]],
        "a region too small joins another"
    );
    assert_eq!(
        fault(merge_small(&sizes(&[("N", 2), ("S", 2)]), 5)),
        SealFault::TooFewAnswers
    );
}

#[test]
fn merged_groups_cover_every_class_once_and_are_large_enough() {
    let mut random = Seeded::new("groups");
    for _ in 0..500 {
        let regions = ["A", "B", "C", ""];
        let count = random.index(30) + 1;
        let sizes = (0..count).map(|_| ClassSize {
            region: regions[random.index(4)],
            sessions: random.below(14),
        });
        let sizes = sizes.collect::<Vec<_>>();
        let total = sizes.iter().map(|s| s.sessions).sum::<u32>();
        let Ok(groups) = merge_small(&sizes, 5) else {
            assert!(total < 5);
            continue;
        };
        let mut all = groups.concat();
        all.sort_unstable();
        assert!(all.iter().map(|c| usize::from(*c)).eq(0..count));
        for group in &groups {
            let own = group
                .iter()
                .map(|c| sizes[usize::from(*c)].sessions)
                .sum::<u32>();
            assert!(own >= 5, "{group:?} has {own}");
        }
    }
}

#[test]
fn a_second_witness_can_release_alone() {
    let shape = Shape {
        witnesses: 2,
        ..LEVEL_TWO
    };
    let mut world = World::new("two witnesses", &shape);
    let (file, _) = world.issue("Café 1", &[(0, 9)]);
    let (set, _) = filled(&world, &file.pack, &[(0, 7)], "both");
    let batch = Batch::seal(&world.plan, &[(&file.pack, &set)], &world.company).unwrap();
    let mut opened = Vec::new();
    let mut digests = Vec::new();
    for witness in &mut world.witnesses {
        let reading = witness.read(&batch, &go_on).unwrap();
        digests.push(reading.digest());
        let release = witness.release(reading).unwrap();
        opened.push(open_release(&release, &world.plan, &world.wave, &go_on).unwrap());
    }
    assert_eq!(opened[0], opened[1]);
    assert_eq!(digests[0], digests[1], "what they compare before releasing");
}
