//! From the workspace to the report: read, hide, take back, release, destroy.

use std::io::{Cursor, Read};
use std::path::PathBuf;
use std::sync::Arc;

use frontline::analysis::Yardstick;
use frontline::app::{
    Command, CommentDeed, CommentsState, CommentsView, ExportRequest, ExportScope, Reply, Service,
    Surroundings,
};
use frontline::disclosure::{Piece, PlaceKind};
use frontline::domain::{
    Branch, BranchCode, Lang, MinGroup, Position, SheetBlock, SheetClass, StaffGroup,
    StoredAnswers, Wave, WaveCode, WaveState,
};
use frontline::error::Kind;
use frontline::import::questionnaire::embedded;
use frontline::seal::container::Unlock;
use frontline::store::{StoredComment, Workspace};

use crate::keyring;

const SECRET: &str = "Zebediah";

struct Desk {
    folder: tempfile::TempDir,
    service: Service,
}

fn code(text: &str) -> BranchCode {
    BranchCode::new(text).expect("a code")
}

fn wave_code() -> WaveCode {
    WaveCode::new("2026").expect("a code")
}

/// 01 and 04 stand on their own; 02 and 03 answered together, six of them; 05 has five answers and
/// stands with them in the region.
fn answers() -> StoredAnswers {
    let class = |codes: &[&str], group| SheetClass {
        branches: codes.iter().map(|text| code(text)).collect(),
        group,
        invited_contact: Some(20),
        invited_back_office: Some(10),
    };
    let classes = vec![
        class(&["01"], Some(StaffGroup::Contact)),
        class(&["01"], Some(StaffGroup::BackOffice)),
        class(&["02", "03"], None),
        class(&["04"], None),
        class(&["05"], None),
    ];
    let sizes = [12_u16, 11, 6, 30, 5];
    let rows: Vec<u16> = (0..)
        .zip(sizes)
        .flat_map(|(class, n)| vec![class; n.into()])
        .collect();
    let questionnaire = embedded().iter().find(|it| it.id == "engagement");
    let questionnaire = questionnaire.expect("the engagement survey");
    let dimension = &questionnaire.dimensions[0];
    let items: Vec<String> = questionnaire
        .items_of(&dimension.id)
        .filter(|item| item.kind.range().is_some())
        .map(|item| item.id.clone())
        .collect();
    let column = |at: usize| {
        (0..rows.len())
            .map(|row| 1 + u8::try_from((row * 7 + at) % 5).expect("small"))
            .collect()
    };
    StoredAnswers {
        classes,
        blocks: vec![SheetBlock {
            dimension: dimension.id.clone(),
            columns: (0..items.len()).map(column).collect(),
            items,
            class: rows.into(),
        }],
        is_linked: false,
        company_view: None,
    }
}

fn comments() -> Vec<StoredComment> {
    let mut all = Vec::new();
    for (class, n) in [6, 5, 3, 7, 2].into_iter().enumerate() {
        for turn in 0..n {
            all.push(StoredComment {
                class: u32::try_from(class).expect("small"),
                item: if turn % 2 == 0 { "open_1" } else { "open_2" }.to_owned(),
                words: format!("branch{class} says {turn}"),
            });
        }
    }
    all[0].words = format!("Mr {SECRET} shouts. Call +44 20 7946 0123");
    all[1].words = "=HYPERLINK(\"http://x\",\"y\") at Cafe Harbour".to_owned();
    all
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("chain.frontline");
        let mut workspace = keyring::create(&path).expect("created");
        let branch = |text: &str, region: &str| Branch {
            name: format!("Cafe {text}"),
            region: region.to_owned(),
            contact: 20,
            back_office: 10,
            ..Branch::from_code(code(text))
        };
        let wave = Wave {
            code: wave_code(),
            name: "Autumn".to_owned(),
            state: WaveState::Closed,
            questionnaire: "engagement".to_owned(),
            opens: None,
            closes: None,
            customers: None,
            min_group: MinGroup::default(),
        };
        let source = frontline::import::questionnaire::embedded_source("engagement");
        workspace
            .change("set up", |tx| {
                let branches = ["01", "02", "03", "04", "05"];
                let branches =
                    branches.map(|text| branch(text, if text == "04" { "South" } else { "North" }));
                Workspace::put_branches(tx, &branches)?;
                Workspace::put_positions(
                    tx,
                    &[Position {
                        title: "Barista".to_owned(),
                        group: StaffGroup::Contact,
                    }],
                )?;
                Workspace::add_wave(tx, &wave, source.expect("embedded"))?;
                Workspace::put_answers(tx, &wave.code, &answers())?;
                Workspace::put_comments(tx, &wave.code, comments())
            })
            .expect("changed");
        drop(workspace);
        let surroundings = Surroundings::fixed(keyring::TODAY, 7, folder.path());
        let mut desk = Self {
            service: Service::without_memory(surroundings, Lang::En),
            folder,
        };
        desk.unlock();
        desk
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("chain.frontline")
    }

    fn unlock(&mut self) {
        let unlock = Command::Unlock {
            path: self.path(),
            unlock: Unlock::Words(keyring::words().clone()),
            accepts_older: true,
        };
        self.service.run(unlock).expect("unlocked");
    }

    fn deed(&mut self, deed: CommentDeed) -> Arc<CommentsView> {
        let wave = wave_code();
        let reply = self.service.run(Command::Comments(wave, deed));
        let Reply::Comments(view) = reply.expect("done") else {
            panic!("comments");
        };
        view
    }

    /// All files inside the reports of this scope, as text.
    fn export(&mut self, scope: ExportScope, sheets: &[&str]) -> String {
        let request = ExportRequest {
            wave: wave_code(),
            scope,
            lang: Lang::En,
            sheets: sheets.iter().map(|key| (*key).to_owned()).collect(),
            compare: Yardstick::default(),
            folder: self.folder.path().join("reports"),
        };
        std::fs::create_dir_all(&request.folder).expect("a folder");
        let reply = self
            .service
            .run(Command::Export(request))
            .expect("exported");
        let Reply::Exported { files, .. } = reply else {
            panic!("exported");
        };
        files.iter().map(|path| unpacked(path)).collect()
    }
}

fn unpacked(path: &std::path::Path) -> String {
    let bytes = std::fs::read(path).expect("a report");
    if path.extension().is_some_and(|it| it == "csv") {
        return String::from_utf8(bytes).expect("text");
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("an entry");
        file.read_to_string(&mut all).expect("XML is text");
    }
    all
}

/// Everything that a view says, as text.
fn said(view: &CommentsView) -> String {
    let comments = view.told.places.iter().flat_map(|place| &place.comments);
    let pieces = comments.flat_map(|comment| &comment.pieces);
    let words = pieces.map(|piece| match piece {
        Piece::Words { text, .. } => text.clone(),
        Piece::Hidden(_) => "[hidden]".to_owned(),
    });
    words.collect::<Vec<_>>().join("\n")
}

/// The comment with these words, and where they stand in it.
fn find(view: &CommentsView, words: &str) -> (usize, std::ops::Range<usize>) {
    let comments = view.told.places.iter().flat_map(|place| &place.comments);
    for comment in comments {
        for piece in &comment.pieces {
            if let Piece::Words { at, text } = piece
                && let Some((before, _)) = text.split_once(words)
            {
                let first = at + before.chars().count();
                return (comment.number, first..first + words.chars().count());
            }
        }
    }
    panic!("{words} is not there");
}

fn hide(view: &CommentsView, words: &str) -> CommentDeed {
    let (comment, range) = find(view, words);
    CommentDeed::Hide {
        comment,
        ranges: vec![range],
    }
}

#[test]
fn comments_stand_in_their_places_with_what_is_marked() {
    let mut desk = Desk::new();
    let view = desk.deed(CommentDeed::Read);
    assert_eq!(view.state, CommentsState::Shown);
    let kinds: Vec<(&PlaceKind, usize)> = view
        .told
        .places
        .iter()
        .map(|told| (&told.place.kind, told.comments.len()))
        .collect();
    let region = PlaceKind::Region("North".to_owned());
    assert_eq!(
        kinds,
        [
            (&PlaceKind::Branch, 11),
            (&PlaceKind::Branch, 7),
            (&region, 5)
        ]
    );
    let (number, range) = find(&view, SECRET);
    assert!(view.marks[number].iter().any(|mark| mark.range == range));
    assert_eq!(view.questions.len(), 2);
    // The order does not change from one reading to the next, nor from one day to another.
    assert_eq!(desk.deed(CommentDeed::Read), view);
    desk.service.run(Command::CloseWorkspace).expect("closed");
    desk.unlock();
    assert_eq!(desk.deed(CommentDeed::Read), view);
}

#[test]
fn what_is_hidden_is_in_no_view_and_no_file_until_it_is_taken_back() {
    let mut desk = Desk::new();
    let view = desk.deed(CommentDeed::Read);
    let (comment, range) = find(&view, SECRET);
    let hidden = desk.deed(hide(&view, SECRET));
    assert!(!said(&hidden).contains(SECRET));
    assert!(!format!("{hidden:?}").contains(SECRET));
    assert_eq!(hidden.told.hidden(), (1, 1));
    assert!(
        hidden.marks[comment]
            .iter()
            .all(|mark| mark.range.start >= range.end || mark.range.end <= range.start)
    );
    // A report without the sheet of comments takes none of them out.
    let without = desk.export(ExportScope::Full, &["sheet-summary"]);
    assert!(!without.contains("branch3 says"));
    let csv = desk.export(ExportScope::Csv, &[]);
    assert!(!csv.contains("branch3 says") && !csv.contains(SECRET));
    let back = CommentDeed::Restore {
        comment,
        ranges: vec![range],
    };
    assert_eq!(desk.deed(back), view);
    let again = desk.deed(hide(&view, SECRET));
    assert_eq!(again, hidden);

    let book = desk.export(ExportScope::Full, &[]);
    assert!(!book.contains(SECRET));
    assert!(book.contains("▇▇▇ [hidden by HR]") && book.contains("1 passage in 1 comment"));
    assert!(book.contains("branch3 says") && book.contains("North: small branches"));
}

#[test]
fn once_released_the_hidden_stays_hidden_and_more_can_be_hidden() {
    let mut desk = Desk::new();
    let view = desk.deed(CommentDeed::Read);
    let (comment, range) = find(&view, SECRET);
    desk.deed(hide(&view, SECRET));
    desk.export(ExportScope::Full, &[]);
    let released = desk.deed(CommentDeed::Read);
    assert!(released.is_exported);
    let back = CommentDeed::Restore {
        comment,
        ranges: vec![range],
    };
    let wave = wave_code();
    let refused = desk.service.run(Command::Comments(wave, back));
    assert_eq!(
        *refused.expect_err("refused").kind(),
        Kind::CommentsReleased
    );
    let more = desk.deed(hide(&released, "+44 20 7946 0123"));
    assert!(!said(&more).contains("7946"));
}

#[test]
fn destroyed_words_are_gone_from_the_workspace_too() {
    let mut desk = Desk::new();
    let view = desk.deed(CommentDeed::Read);
    let (comment, _) = find(&view, SECRET);
    desk.deed(hide(&view, SECRET));
    let after = desk.deed(CommentDeed::Destroy { comment });
    assert_eq!(after.told.hidden(), (1, 1));
    let everything = 0..100;
    let back = CommentDeed::Restore {
        comment,
        ranges: vec![everything],
    };
    assert_eq!(said(&desk.deed(back)), said(&after));
    // Other passages of the comment can be hidden as before.
    let more = desk.deed(hide(&after, "+44 20 7946 0123"));
    assert_eq!(more.told.hidden(), (2, 1));
    desk.service.run(Command::CloseWorkspace).expect("closed");
    let workspace = keyring::open(&desk.path()).expect("opened");
    let kept = workspace.comments(&wave_code()).expect("comments");
    assert!(kept.iter().all(|comment| !comment.words.contains(SECRET)));
    assert!(
        kept.iter()
            .any(|comment| comment.words.starts_with("Mr ▇▇▇ shouts"))
    );
}

#[test]
fn a_cut_holds_the_comments_of_its_own_branch_alone() {
    let mut desk = Desk::new();
    let own = desk.export(ExportScope::Branches(vec![code("04")]), &[]);
    assert!(own.contains("branch3 says"));
    for other in [
        "branch0", "branch1", "branch2", "branch4", SECRET, "Cafe 01",
    ] {
        assert!(!own.contains(other), "{other}");
    }
    let small = desk.export(ExportScope::Branches(vec![code("05")]), &[]);
    for class in 0..5 {
        assert!(!small.contains(&format!("branch{class} says")));
    }
    assert!(small.contains("The comments of your branch are not shown apart"));
    assert!(!small.contains("Cafe 02"));
}

#[test]
fn a_comment_that_looks_like_a_formula_is_text() {
    let mut desk = Desk::new();
    let book = desk.export(ExportScope::Branches(vec![code("01")]), &["sheet-comments"]);
    assert!(book.contains("=HYPERLINK("), "as a shared string");
    assert!(!book.contains("<f>") && !book.contains("<hyperlink ref=\"D"));
}

#[test]
fn ranges_outside_a_comment_are_refused_and_change_nothing() {
    let mut desk = Desk::new();
    let view = desk.deed(CommentDeed::Read);
    let wave = wave_code();
    for (comment, range) in [(0, 5..4_000), (0, 3..3), (99, 0..1)] {
        let deed = CommentDeed::Hide {
            comment,
            ranges: vec![range],
        };
        let wave = wave.clone();
        assert!(desk.service.run(Command::Comments(wave, deed)).is_err());
    }
    assert_eq!(desk.deed(CommentDeed::Read), view);
}
