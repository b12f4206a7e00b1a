//! The project's own rules: what they publish passes the auditor.

use std::collections::{BTreeMap, BTreeSet};

use frontline::domain::MinGroup;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::breaches;
use super::chain::{Chain, Own, Shape, publish};

#[test]
fn probe() {
    for k in [5, 7, 10] {
        let mut random = ChaCha8Rng::seed_from_u64(5);
        let (mut kinds, mut questions, mut fails, mut own, mut rows) = (BTreeMap::<String, usize>::new(), 0, 0, 0, 0);
        let mut cells = (0, 0);
        for i in 0..30 {
            let shape = Shape { branches: [12, 40, 100][i % 3], staff: 18.0, items: 4, response: 0.75, missing: 0.02, agreement: 0.1 };
            let chain = Chain::random(&mut random, shape);
            let release = publish(&chain, &Own(MinGroup::new(k).expect("offered")), &BTreeSet::new());
            own += release.rows.iter().filter(|x| **x).count();
            rows += release.rows.len();
            cells.0 += release.cells.0;
            cells.1 += release.cells.1;
            questions += 5;
            let start = std::time::Instant::now(); let found = breaches(&release.case); if start.elapsed().as_secs_f64() > 0.5 { println!("{i} {:?}", start.elapsed()); }
            let mut failed = BTreeSet::new();
            for b in &found {
                failed.insert(b.question);
                *kinds.entry(format!("{:?} n{} {}", b.kind, b.people, if b.question == 4 {"dim"} else {"item"})).or_default() += 1;
                if b.people < k { 
                    let places: Vec<_> = b.statements.iter().take(3).map(|s| (&release.case.statements[*s].place, release.case.statements[*s].fact)).collect();
                    println!("{i} {:?} q{} atoms {:?} people {} {places:?} {}", b.kind, b.question, b.atoms, b.people, b.statements.len()); }
            }
            fails += failed.len();
        }
        println!("k {k}: failed {fails} of {questions}; own {own}/{rows}; cells {cells:?}; {kinds:?}");
    }
}
