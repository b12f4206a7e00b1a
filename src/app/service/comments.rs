//! Comments of closed waves: read, hidden, taken back, destroyed; handed to the reports.

use std::ops::Range;
use std::sync::Arc;

use super::Service;
use super::overview::questionnaire_of;
use crate::app::{CommentDeed, CommentsState, CommentsView, ExportRequest, ExportScope, Reply};
use crate::disclosure::marks::{Mark, Marker};
use crate::disclosure::{
    COMMENTS_FROM, CommentPlaces, KeptComment, Mask, comment_places, destroyed, tell, with_mask,
};
use crate::domain::{ItemKind, SheetClass, Text, Wave, WaveCode};
use crate::error::{Error, Field, Kind, Result};
use crate::export::BookComments;
use crate::stats::order_by_lot;
use crate::store::{Change, CommentKeeping, StoredMask, Workspace};

/// A wave's comments as they are kept.
struct Kept {
    comments: Vec<KeptComment>,
    keeping: CommentKeeping,
}

impl Service {
    /// Does something with the comments of a wave; the answer is what may be read then.
    pub(super) fn comments(&mut self, wave: &WaveCode, deed: CommentDeed) -> Result<Reply> {
        match deed {
            CommentDeed::Read => {}
            CommentDeed::Hide { comment, ranges } => self.hide(wave, comment, &ranges)?,
            CommentDeed::Restore { comment, ranges } => self.restore(wave, comment, &ranges)?,
            CommentDeed::Destroy { comment } => self.destroy_hidden(wave, comment)?,
        }
        Ok(Reply::Comments(Arc::new(self.comments_view(wave)?)))
    }

    fn comments_view(&self, code: &WaveCode) -> Result<CommentsView> {
        let (wave, source) = self.wave_and_source(code)?;
        let (classes, rows) = self.workspace()?.class_rows(code)?;
        let kept = self.kept(code)?;
        let told = tell(
            &kept.comments,
            &self.places(&wave, (&classes, &rows))?,
            kept.keeping.seed,
        );
        let marker = self.marker()?;
        let marks = order_by_lot(kept.comments.len(), kept.keeping.seed)
            .into_iter()
            .map(|at| open_marks(&marker, &kept.comments[at]));
        let state = if !told.places.is_empty() {
            CommentsState::Shown
        } else if told.is_withheld {
            CommentsState::Withheld
        } else if self.workspace()?.design(code)?.is_none() {
            CommentsState::NotCollected
        } else if classes.is_empty() {
            CommentsState::Sealed
        } else {
            CommentsState::Nobody
        };
        Ok(CommentsView {
            wave: code.clone(),
            state,
            marks: marks.collect(),
            told,
            questions: open_questions(&source)?,
            is_exported: kept.keeping.is_exported,
            least: COMMENTS_FROM.max(wave.min_group.get()),
        })
    }

    /// What reports may print of a wave's comments; none where there are none to speak of.
    pub(super) fn book_comments(&self, code: &WaveCode) -> Result<Option<Arc<BookComments>>> {
        let view = self.comments_view(code)?;
        if view.state == CommentsState::NotCollected {
            return Ok(None);
        }
        Ok(Some(Arc::new(BookComments {
            told: view.told,
            questions: view.questions,
            least: view.least,
        })))
    }

    fn wave_and_source(&self, code: &WaveCode) -> Result<(Wave, String)> {
        let waves = self.workspace()?.waves()?;
        let found = waves.into_iter().find(|(wave, _)| wave.code == *code);
        found.ok_or_else(|| {
            let name = code.as_str().to_owned();
            let field = Field::Wave;
            Kind::NotFound { field, name }.into()
        })
    }

    fn places(
        &self,
        wave: &Wave,
        (classes, rows): (&[SheetClass], &[Vec<u32>]),
    ) -> Result<CommentPlaces> {
        let branches = self.workspace()?.branches()?;
        let sheets = sheets_of_classes(classes.len(), rows);
        Ok(comment_places(classes, &sheets, &branches, wave.min_group))
    }

    fn kept(&self, code: &WaveCode) -> Result<Kept> {
        let workspace = self.workspace()?;
        let mut masks = workspace.comment_masks(code)?;
        let comments = workspace.comments(code)?.into_iter().enumerate();
        let comments = comments.map(|(at, stored)| KeptComment {
            class: stored.class as usize,
            item: stored.item,
            words: stored.words,
            masks: masks
                .remove(&at)
                .unwrap_or_default()
                .into_iter()
                .map(mask)
                .collect(),
        });
        let none = CommentKeeping {
            seed: 0,
            is_exported: false,
        };
        Ok(Kept {
            comments: comments.collect(),
            keeping: workspace.comment_keeping(code)?.unwrap_or(none),
        })
    }

    /// The comment of this number: its position in the workspace, and itself.
    fn numbered(&self, wave: &WaveCode, number: usize) -> Result<(usize, KeptComment, bool)> {
        let Kept { comments, keeping } = self.kept(wave)?;
        let order = order_by_lot(comments.len(), keeping.seed);
        let missing = || -> Error {
            let (field, name) = (Field::Answer, number.to_string());
            Kind::NotFound { field, name }.into()
        };
        let at = *order.get(number).ok_or_else(missing)?;
        let comment = comments.into_iter().nth(at).ok_or_else(missing)?;
        Ok((at, comment, keeping.is_exported))
    }

    fn hide(&mut self, wave: &WaveCode, number: usize, ranges: &[Range<usize>]) -> Result<()> {
        let (at, comment, _) = self.numbered(wave, number)?;
        let length = comment.words.chars().count();
        let mut masks = comment.masks;
        for range in ranges {
            if range.start >= range.end || range.end > length {
                return Err(Error::invalid(Field::Number, range.end.to_string()));
            }
            masks = with_mask(&masks, range.clone());
        }
        self.put_masks(wave, at, masks)
    }

    /// What has left the program hidden stays hidden: beside the earlier file the passage would stand
    /// out.
    fn restore(&mut self, wave: &WaveCode, number: usize, ranges: &[Range<usize>]) -> Result<()> {
        let (at, comment, is_exported) = self.numbered(wave, number)?;
        if is_exported {
            return Err(Kind::CommentsReleased.into());
        }
        let comes_back = |mask: &Mask| {
            let lies_in =
                |range: &Range<usize>| mask.range.start < range.end && range.start < mask.range.end;
            !mask.is_destroyed && ranges.iter().any(lies_in)
        };
        let mut masks = comment.masks;
        masks.retain(|mask| !comes_back(mask));
        self.put_masks(wave, at, masks)
    }

    fn destroy_hidden(&mut self, wave: &WaveCode, number: usize) -> Result<()> {
        let (at, comment, _) = self.numbered(wave, number)?;
        let (words, masks) = destroyed(&comment.words, &comment.masks);
        let masks: Vec<StoredMask> = masks.into_iter().map(stored).collect();
        self.workspace_mut()?.change("destroy hidden words", |tx| {
            Workspace::replace_words(tx, wave, at, &words)?;
            Workspace::put_masks(tx, wave, at, &masks)
        })
    }

    fn put_masks(&mut self, wave: &WaveCode, at: usize, masks: Vec<Mask>) -> Result<()> {
        let masks: Vec<StoredMask> = masks.into_iter().map(stored).collect();
        self.workspace_mut()?.change("hide words", |tx| {
            Workspace::put_masks(tx, wave, at, &masks)
        })
    }

    fn marker(&self) -> Result<Marker> {
        let branches = self.workspace()?.branches()?;
        let positions = self.workspace()?.positions()?;
        let names: Vec<&str> = branches.iter().map(|branch| branch.name.as_str()).collect();
        let titles: Vec<&str> = positions.iter().map(|it| it.title.as_str()).collect();
        Ok(Marker::new(&names, &titles))
    }
}

/// Notes that a report took comments out of the program.
pub(super) fn note_exported(tx: &Change<'_>, request: &ExportRequest) -> Result<()> {
    let has_sheet = request.sheets.is_empty()
        || request
            .sheets
            .iter()
            .any(|key| key == crate::export::COMMENTS_KEY);
    match request.scope {
        ExportScope::Full | ExportScope::Branches(_) if has_sheet => {
            Workspace::note_comments_exported(tx, &request.wave)
        }
        ExportScope::Full
        | ExportScope::Branches(_)
        | ExportScope::Csv
        | ExportScope::Sav
        | ExportScope::Short
        | ExportScope::Staff => Ok(()),
    }
}

fn mask(stored: StoredMask) -> Mask {
    let StoredMask {
        range,
        is_destroyed,
    } = stored;
    Mask {
        range,
        is_destroyed,
    }
}

fn stored(mask: Mask) -> StoredMask {
    let Mask {
        range,
        is_destroyed,
    } = mask;
    StoredMask {
        range,
        is_destroyed,
    }
}

/// Marks that touch nothing hidden: what is hidden is not to be guessed at.
fn open_marks(marker: &Marker, comment: &KeptComment) -> Vec<Mark> {
    let mut marks = marker.marks(&comment.words);
    marks.retain(|mark| {
        let touches =
            |mask: &Mask| mask.range.start < mark.range.end && mark.range.start < mask.range.end;
        !comment.masks.iter().any(touches)
    });
    marks
}

fn open_questions(source: &str) -> Result<Vec<(String, Text)>> {
    let items = questionnaire_of(source)?.items.into_iter();
    let open = items.filter(|item| item.kind == ItemKind::Open);
    Ok(open.map(|item| (item.id, item.text)).collect())
}

/// Sheets of each class: rows of its longest block.
fn sheets_of_classes(classes: usize, blocks: &[Vec<u32>]) -> Vec<u32> {
    let of = |class: usize| blocks.iter().filter_map(|rows| rows.get(class)).max();
    (0..classes)
        .map(|class| of(class).copied().unwrap_or(0))
        .collect()
}
