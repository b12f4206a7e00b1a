//! The project's own rules: what they publish passes the auditor.

use std::collections::BTreeMap;

use frontline::domain::MinGroup;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::breaches;
use super::chain::{Chain, Own, Shape, Withdrawn, publish, release};

#[test]
fn probe() {
    for k in [5, 7, 10] {
        let mut random = ChaCha8Rng::seed_from_u64(5);
        let (mut kinds, mut own, mut rows) = (BTreeMap::<String, usize>::new(), 0, 0);
        let mut cells = [(0, 0); 2];
        let mut rounds = vec![];
        for i in 0..30 {
            let shape = Shape { branches: [12, 40, 100][i % 3], staff: 18.0, items: 4, response: 0.75, missing: 0.02, agreement: 0.1 };
            let chain = Chain::random(&mut random, shape);
            let rules = Own(MinGroup::new(k).expect("offered"));
            let first = publish(&chain, &rules, &Withdrawn::default());
            cells[0].0 += first.cells.0;
            cells[0].1 += first.cells.1;
            for b in breaches(&first.case) {
                *kinds.entry(format!("{:?} n{} {}", b.kind, b.people, if b.question == 4 {"dim"} else {"item"})).or_default() += 1;
            }
            let Some((last, r)) = release(&chain, &rules) else { println!("{i} refused"); continue };
            rounds.push(r);
            own += last.rows.iter().filter(|x| **x).count();
            rows += last.rows.len();
            cells[1].0 += last.cells.0;
            cells[1].1 += last.cells.1;
        }
        println!("k {k}: own {own}/{rows}; cells {cells:?}; rounds {rounds:?} {kinds:?}");
    }
}
