//! The gates as properties over random organisations: every comment in one place, no place too small,
//! no place that tells groups apart, nothing to subtract.

use std::collections::BTreeMap;

use frontline::disclosure::{
    COMMENTS_FROM, CommentCount, CommentPlaces, KeptComment, Mask, Piece, PlaceKind,
    comment_places, tell,
};
use frontline::domain::{Branch, BranchCode, MinGroup, SheetClass, StaffGroup};
use proptest::collection::vec;
use proptest::prelude::*;

/// An organisation after a wave: branches, classes, sheets of each class.
#[derive(Debug, Clone)]
struct Wave {
    branches: Vec<Branch>,
    classes: Vec<SheetClass>,
    sheets: Vec<u32>,
    min_group: MinGroup,
}

impl Wave {
    fn places(&self) -> CommentPlaces {
        comment_places(&self.classes, &self.sheets, &self.branches, self.min_group)
    }

    fn least(&self) -> u32 {
        COMMENTS_FROM.max(self.min_group.get())
    }
}

fn code(at: usize) -> BranchCode {
    BranchCode::new(&format!("{at:02}")).expect("two digits")
}

fn branch(at: usize, region: u8) -> Branch {
    Branch {
        region: match region {
            0 => String::new(),
            number => format!("Region {number}"),
        },
        ..Branch::from_code(code(at))
    }
}

fn class(branches: &[usize], group: Option<StaffGroup>) -> SheetClass {
    SheetClass {
        branches: branches.iter().map(|at| code(*at)).collect(),
        group,
        invited_contact: None,
        invited_back_office: None,
    }
}

/// Branches in regions or none; pools of one to three neighbours, split by group or not; now and then
/// a class that a release has merged with the next pool's.
fn waves() -> impl Strategy<Value = Wave> {
    let pool = (1..4_usize, any::<bool>(), 0..24_u32, 0..24_u32, 0..8_u8);
    (vec(pool, 1..12), vec(0..4_u8, 40), 5..14_u32).prop_map(|(pools, regions, k)| {
        let mut wave = Wave {
            branches: Vec::new(),
            classes: Vec::new(),
            sheets: Vec::new(),
            min_group: MinGroup::new(k).expect("5 to 13"),
        };
        let mut before: Vec<usize> = Vec::new();
        for (size, is_split, first, second, merged) in pools {
            let start = wave.branches.len();
            let members: Vec<usize> = (start..start + size).collect();
            wave.branches
                .extend(members.iter().map(|at| branch(*at, regions[*at])));
            if is_split {
                wave.classes
                    .push(class(&members, Some(StaffGroup::Contact)));
                wave.sheets.push(first);
                let mut both = members.clone();
                if merged == 0 {
                    both.extend(&before);
                    both.sort_unstable();
                }
                wave.classes
                    .push(class(&both, Some(StaffGroup::BackOffice)));
                wave.sheets.push(second);
            } else {
                wave.classes.push(class(&members, None));
                wave.sheets.push(first);
            }
            before = members;
        }
        wave
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_answer_belongs_to_one_place_of_at_least_ten(wave in waves()) {
        let places = wave.places();
        prop_assert_eq!(places.of_class.len(), wave.classes.len());
        let mut answers = vec![0; places.places.len()];
        for ((class, n), place) in wave.classes.iter().zip(&wave.sheets).zip(&places.of_class) {
            if let Some(place) = place {
                answers[*place] += n;
                let own = &places.places[*place].branches;
                prop_assert!(class.branches.iter().all(|code| own.contains(code)));
            }
        }
        for n in &answers {
            prop_assert!(*n >= wave.least(), "{answers:?}");
        }
        // Nobody is left out where the company has answers enough.
        let all: u32 = wave.sheets.iter().sum();
        for (n, place) in wave.sheets.iter().zip(&places.of_class) {
            prop_assert!(*n == 0 || place.is_some() == (all >= wave.least()));
        }
    }

    #[test]
    fn no_two_places_share_a_branch_and_no_place_tells_groups_apart(wave in waves()) {
        let places = wave.places();
        let mut owner: BTreeMap<&BranchCode, usize> = BTreeMap::new();
        for (at, place) in places.places.iter().enumerate() {
            for code in &place.branches {
                prop_assert_eq!(owner.insert(code, at), None);
            }
        }
        for (class, place) in wave.classes.iter().zip(&places.of_class) {
            for code in &class.branches {
                prop_assert_eq!(owner.get(code).copied(), *place);
            }
        }
    }

    #[test]
    fn a_place_is_what_it_says(wave in waves()) {
        let region = |code: &BranchCode| {
            let found = wave.branches.iter().find(|branch| branch.code == *code);
            found.expect("a branch of the wave").region.as_str()
        };
        let places = wave.places();
        for place in &places.places {
            match &place.kind {
                PlaceKind::Branch => prop_assert_eq!(place.branches.len(), 1),
                PlaceKind::Pool => prop_assert!(place.branches.len() > 1),
                PlaceKind::Region(name) => {
                    prop_assert!(place.branches.iter().all(|code| region(code) == name));
                    prop_assert!(!name.is_empty());
                }
                PlaceKind::Company => prop_assert!(place.branches.len() > 1),
            }
        }
        let of_company = places.places.iter().filter(|place| place.kind == PlaceKind::Company);
        prop_assert!(of_company.count() <= 1);
    }

    #[test]
    fn neither_order_nor_group_of_classes_moves_anything(wave in waves()) {
        let mut turned = wave.clone();
        turned.classes.reverse();
        turned.sheets.reverse();
        for class in &mut turned.classes {
            class.group = match class.group {
                Some(StaffGroup::Contact) => Some(StaffGroup::BackOffice),
                Some(StaffGroup::BackOffice) | None => Some(StaffGroup::Contact),
            };
        }
        let mut places = turned.places();
        places.of_class.reverse();
        prop_assert_eq!(places, wave.places());
    }

    #[test]
    fn every_comment_stands_in_one_place_or_nowhere(wave in waves(), seed in any::<u64>()) {
        let places = wave.places();
        let mut kept = Vec::new();
        for (class, n) in wave.sheets.iter().enumerate() {
            for turn in 0..*n / 2 {
                kept.push(comment(class, &format!("c{class} t{turn}")));
            }
        }
        let told = tell(&kept, &places, seed);
        let mut seen: Vec<String> = Vec::new();
        for place in &told.places {
            prop_assert!(!place.comments.is_empty());
            for comment in &place.comments {
                let words = words(&comment.pieces);
                let class = words.trim_start_matches('c').split(' ').next();
                let class = class.expect("a class");
                let class: usize = class.parse().expect("a number");
                let own = places.of_class[class].expect("shown");
                prop_assert_eq!(&places.places[own], &place.place);
                seen.push(words);
            }
            prop_assert_eq!(place.count() == CommentCount::Few, place.comments.len() < 5);
        }
        seen.sort();
        let mut wanted: Vec<String> = kept
            .iter()
            .filter(|comment| places.of_class[comment.class].is_some())
            .map(|comment| comment.words.clone())
            .collect();
        wanted.sort();
        prop_assert_eq!(told.is_withheld, wanted.len() < kept.len());
        prop_assert_eq!(seen, wanted);
    }
}

fn comment(class: usize, words: &str) -> KeptComment {
    KeptComment {
        class,
        item: "open_1".to_owned(),
        words: words.to_owned(),
        masks: Vec::new(),
    }
}

fn words(pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Words { text, .. } => text.as_str(),
        Piece::Hidden(_) => "#",
    });
    words.collect()
}

#[test]
fn a_small_branch_beside_large_ones_takes_the_smallest_with_it() {
    let wave = Wave {
        branches: (0..3).map(|at| branch(at, 1)).collect(),
        classes: (0..3).map(|at| class(&[at], None)).collect(),
        sheets: vec![40, 4, 22],
        min_group: MinGroup::default(),
    };
    let places = wave.places();
    // The region's rest is the small branch alone, and so would be the company's.
    assert_eq!(places.of_class, [Some(0), Some(1), Some(1)]);
    assert_eq!(places.places[0].kind, PlaceKind::Branch);
    assert_eq!(places.places[1].kind, PlaceKind::Company);
}

#[test]
fn small_branches_of_a_region_stand_together() {
    let wave = Wave {
        branches: (0..4).map(|at| branch(at, 1 + u8::from(at == 3))).collect(),
        classes: (0..4).map(|at| class(&[at], None)).collect(),
        sheets: vec![6, 40, 5, 12],
        min_group: MinGroup::default(),
    };
    let places = wave.places();
    let region = PlaceKind::Region("Region 1".to_owned());
    let at = places.places.iter().position(|place| place.kind == region);
    assert_eq!(places.of_class[0], at);
    assert_eq!(places.of_class[2], at);
    assert_eq!(
        places.places[at.expect("a region")].branches,
        [code(0), code(2)]
    );
    assert_eq!(places.places.len(), 3);
}

#[test]
fn below_ten_answers_nothing_is_shown() {
    let wave = Wave {
        branches: (0..2).map(|at| branch(at, 1)).collect(),
        classes: (0..2).map(|at| class(&[at], None)).collect(),
        sheets: vec![5, 4],
        min_group: MinGroup::default(),
    };
    assert_eq!(wave.places().of_class, [None, None]);
    let told = tell(&[comment(0, "words")], &wave.places(), 1);
    assert!(told.is_withheld && told.places.is_empty());
}

/// One branch with two classes; comments of the second are longer, and all lie sorted by class.
fn two_classes() -> (Vec<KeptComment>, CommentPlaces) {
    let wave = Wave {
        branches: vec![branch(0, 0)],
        classes: vec![
            class(&[0], Some(StaffGroup::Contact)),
            class(&[0], Some(StaffGroup::BackOffice)),
        ],
        sheets: vec![20, 20],
        min_group: MinGroup::default(),
    };
    let kept = (0..40).map(|at| {
        let class = usize::from(at >= 20);
        comment(class, &format!("{at:02}{}", "x".repeat(at)))
    });
    (kept.collect(), wave.places())
}

#[test]
fn the_order_is_drawn_by_lot_and_says_nothing_of_class_or_length() {
    let (kept, places) = two_classes();
    let mut mean = 0.0;
    for seed in 0..400 {
        let told = tell(&kept, &places, seed);
        let order = &told.places[0].comments;
        let ranks = order
            .iter()
            .enumerate()
            .filter(|(_, it)| *words(&it.pieces) < *"20");
        let sum: usize = ranks.map(|(rank, _)| rank).sum();
        mean += f64::from(u32::try_from(sum).expect("small")) / 20.0 / 400.0;
    }
    // The middle of 40 ranks is 19.5; the mean of 400 draws strays by less than half a rank.
    assert!((mean - 19.5).abs() < 0.5, "{mean}");
    assert_eq!(tell(&kept, &places, 9), tell(&kept, &places, 9));
    assert_ne!(tell(&kept, &places, 9), tell(&kept, &places, 10));
}

#[test]
fn a_mask_moves_no_comment_and_leaves_nothing_of_the_words() {
    let (mut kept, places) = two_classes();
    let before: Vec<usize> = numbers(&tell(&kept, &places, 3));
    kept[7].words = "secret and more".to_owned();
    kept[7].masks = vec![Mask {
        range: 0..6,
        is_destroyed: false,
    }];
    let told = tell(&kept, &places, 3);
    assert_eq!(numbers(&told), before);
    let all: String = told.places[0]
        .comments
        .iter()
        .map(|it| words(&it.pieces))
        .collect();
    assert!(!all.contains("secret") && all.contains("# and more"));
    assert!(
        !format!("{told:?} {kept:?}").contains("and more"),
        "not even in a log"
    );
    assert_eq!(told.hidden(), (1, 1));
}

fn numbers(told: &frontline::disclosure::Told) -> Vec<usize> {
    told.places[0].comments.iter().map(|it| it.number).collect()
}
