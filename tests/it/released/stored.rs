//! What the ledger keeps of a release: whole, small, and refused where it is damaged.

use frontline::app::audit::{Told, count_answers};
use frontline::domain::Lang;
use frontline::export::Scope;

use super::demo;

fn told() -> Told {
    let demo = demo(Lang::Ru);
    let released = demo.book(&demo.bytes(demo.last(), Scope::Full));
    let (tables, _) = count_answers(&demo.dataset);
    Told::new(released.figures, tables)
}

#[test]
fn a_release_comes_back_as_it_was() {
    let told = told();
    assert!(told.figures.len() > 1_000);
    let bytes = told.to_bytes();
    assert_eq!(Told::from_bytes(&bytes).expect("it can be read"), told);
    let per_figure = bytes.len() / told.figures.len();
    assert!(per_figure < 60, "{per_figure} bytes a figure");
    let none = Told::default();
    assert_eq!(
        Told::from_bytes(&none.to_bytes()).expect("it can be read"),
        none
    );
}

#[test]
fn a_figure_is_kept_once() {
    let told = told();
    let twice = [told.figures.clone(), told.figures.clone()].concat();
    assert_eq!(Told::new(twice, told.tables.clone()), told);
}

#[test]
fn damaged_bytes_are_refused() {
    let demo = demo(Lang::Ru);
    let (tables, _) = count_answers(&demo.dataset);
    let mut told = told();
    told.figures.truncate(40);
    told.tables = tables.into_iter().take(1).collect();
    let bytes = told.to_bytes();
    for cut in 0..bytes.len() {
        assert!(Told::from_bytes(&bytes[..cut]).is_err(), "cut at {cut}");
    }
    let longer = [&bytes[..], &[0]].concat();
    assert!(Told::from_bytes(&longer).is_err());
    let mut newer = bytes.clone();
    newer[4] = 2;
    assert!(Told::from_bytes(&newer).is_err());
    // A list that claims to be long takes no memory.
    let claims = [b"FLTD\x01".as_slice(), &[0xff; 8], &[0x7f]].concat();
    assert!(Told::from_bytes(&claims).is_err());
    for at in 0..bytes.len() {
        let mut other = bytes.clone();
        other[at] ^= 0x55;
        // Whatever comes of it, it ends and fits what it says.
        if let Ok(read) = Told::from_bytes(&other) {
            assert_eq!(
                Told::from_bytes(&read.to_bytes()).expect("it can be read"),
                read
            );
        }
    }
}
