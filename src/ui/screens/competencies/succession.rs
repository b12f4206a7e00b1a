//! Succession: posts, named successors with their readiness, coverage per branch, and the posts
//! without a successor. Readiness is what the manager says; the gap to the post stands beside it.

use egui::Ui;

use super::Wish;
use super::ground::Ground;
use super::posts::{Named, PostRow, post_row};
use crate::app::{Command, RatingCommand};
use crate::domain::rating::{PersonId, Post, Readiness, Successor};
use crate::i18n::{message, number};
use crate::tr;
use crate::ui::action::{Action, Actions};
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::chart::Bar;
use crate::ui::widgets::{
    Button, Card, CardHead, Cell, Chip, Column, Density, Dropdown, Kit as _, SentenceCard, Side,
    Table, TextField, empty_state, two_columns,
};

/// Width of the column beside the posts.
const SIDE: f32 = 372.0;
/// Names offered while a successor is looked for.
const MOST_FOUND: usize = 8;

/// The page of successors.
#[derive(Default)]
pub(super) struct SuccessionPage {
    headline: String,
    is_covered: bool,
    caption: String,
    words: Vec<String>,
    heads: [String; 4],
    coverage_heads: [String; 2],
    posts: Vec<PostRow>,
    branches: Vec<(String, Bar, String)>,
    selected: Option<Post>,
    place: Option<usize>,
    readiness: Vec<String>,
    choice: usize,
    search: String,
    everybody: Vec<(PersonId, String, String)>,
}

const KEYS: [&str; 8] = [
    "succession-title",
    "succession-add",
    "succession-note",
    "people-search",
    "succession-remove",
    "succession-none",
    "succession-choose",
    "succession-readiness",
];

impl SuccessionPage {
    pub(super) fn prepare(&mut self, ground: Ground<'_>) {
        let lang = ground.lang;
        let word = |key| message(lang, key);
        let found = &ground.overview.succession;
        let (covered, all) = found.covered;
        let bare = all.saturating_sub(covered);
        self.is_covered = bare == 0;
        self.headline = tr!(lang, "succession-headline", count = bare);
        self.words = KEYS.iter().map(|key| message(lang, key)).collect();
        self.heads = [
            "succession-post",
            "succession-holder",
            "succession-successor",
            "succession-readiness",
        ]
        .map(word);
        self.coverage_heads = ["person-branch", "succession-coverage"].map(word);
        self.readiness = Readiness::ALL.map(|it| word(it.key())).to_vec();
        self.posts = found
            .posts
            .iter()
            .map(|line| post_row(ground, line))
            .collect();
        // What is missing stands first.
        self.posts.sort_by_key(|row| row.tone != Tone::Warn);
        self.branches = found
            .branches
            .iter()
            .map(|it| {
                let name = ground.branch(&it.branch);
                #[expect(clippy::cast_precision_loss, reason = "counts of posts")]
                let share = it.covered as f64 / it.posts.max(1) as f64;
                let bar = Bar {
                    share,
                    target: None,
                    is_flagged: it.covered < it.posts,
                };
                let words = tr!(lang, "matrix-met-of", n = it.covered, all = it.posts);
                (name, bar, words)
            })
            .collect();
        #[expect(clippy::cast_precision_loss, reason = "counts of posts")]
        let share = covered as f64 / all.max(1) as f64;
        let count = tr!(
            lang,
            "succession-coverage-of",
            n = covered,
            all = all,
            share = number::percent(lang, share)
        );
        self.caption = format!("{} – {count}", message(lang, "succession-caption"));
        let today = ground.overview.today;
        let here = ground
            .overview
            .people
            .iter()
            .filter(|it| it.is_here_on(today));
        self.everybody = here
            .map(|it| {
                (
                    it.id,
                    format!("{} · {}", it.name, it.position),
                    it.name.to_lowercase(),
                )
            })
            .collect();
        let chosen = self.selected.as_ref();
        self.place = self.posts.iter().position(|row| Some(&row.post) == chosen);
    }

    pub(super) fn show(&mut self, ui: &mut Ui, ground: Ground<'_>, actions: &mut Actions) -> Wish {
        if self.posts.is_empty() {
            Card::new().show(ui, |ui| {
                empty_state(ui, Icon::Users, &self.words[5], None);
            });
            return Wish::Nothing;
        }
        let card = if self.is_covered {
            SentenceCard::proof(&self.headline)
        } else {
            SentenceCard::finding(&self.headline)
        };
        card.line(&self.caption).plain(ui);
        let mut wish = Wish::Nothing;
        two_columns(ui, SIDE, measures::GAP_M, |ui, side| {
            ui.spacing_mut().item_spacing.y = measures::GAP_M;
            match side {
                Side::Left => {
                    if let Some(row) = self.posts_ui(ui) {
                        self.selected = self.posts.get(row).map(|row| row.post.clone());
                        self.place = Some(row);
                        self.search.clear();
                    }
                }
                Side::Right => {
                    if let Some(person) = self.post_ui(ui, ground, actions) {
                        wish = Wish::Profile(person);
                    }
                    self.coverage_ui(ui);
                }
            }
        });
        ui.text_weak(Type::Small, &self.words[2]);
        wish
    }

    fn posts_ui(&self, ui: &mut Ui) -> Option<usize> {
        let mut picked = None;
        Card::flush().show(ui, |ui| {
            let columns = [
                Column::text(&self.heads[0]).share(1.0, 150.0),
                Column::text(&self.heads[1]).share(0.8, 120.0),
                Column::text(&self.heads[2]).share(0.8, 120.0),
                Column::text(&self.heads[3]),
            ];
            let cell = |row: usize, column: usize| match (self.posts.get(row), column) {
                (Some(row), 0) => Cell::TwoLines(&row.title, &row.branch),
                (Some(row), 1) => Cell::Text(&row.holder),
                (Some(row), 2) if row.successors.is_empty() => Cell::Weak(&row.successor),
                (Some(row), 2) => Cell::Text(&row.successor),
                (Some(row), _) => Cell::Chip(Chip::new(&row.state).tone(row.tone)),
                (None, _) => Cell::Empty,
            };
            picked = Table::new("posts", &self.words[0], &columns)
                .density(Density::Tall)
                .selected(self.place)
                .rounded()
                .max_height(560.0)
                .show(ui, self.posts.len(), &cell)
                .selected;
        });
        picked
    }

    /// The chosen post with its successors; the answer is whose profile is wanted.
    fn post_ui(
        &mut self,
        ui: &mut Ui,
        ground: Ground<'_>,
        actions: &mut Actions,
    ) -> Option<PersonId> {
        let mut wants = None;
        let Some(row) = self.place.and_then(|place| self.posts.get(place)) else {
            Card::new().show(ui, |ui| {
                ui.text_weak(Type::Body, &self.words[6]);
            });
            return None;
        };
        let mut picked = None;
        Card::new().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = measures::GAP_S;
            CardHead::new(&row.title).caption(&row.branch).plain(ui);
            for (place, named) in row.successors.iter().enumerate() {
                let profile = ui.push_id(place, |ui| {
                    named_ui(ui, (row, named), (&self.readiness, &self.words), actions)
                });
                wants = wants.or(profile.inner.then_some(named.person));
            }
            ui.rule();
            ui.text(Type::Strong, &self.words[1]);
            let name = &self.words[7];
            let choice = Dropdown::new("readiness", name, &self.readiness, Some(self.choice));
            self.choice = choice.small().show(ui).unwrap_or(self.choice);
            let field = TextField::search("find", &self.words[3]).width(f32::INFINITY);
            field.show(ui, &mut self.search);
            let wanted = self.search.trim().to_lowercase();
            if wanted.is_empty() {
                return;
            }
            let found = self
                .everybody
                .iter()
                .filter(|(_, _, name)| name.contains(&wanted));
            for (id, words, _) in found.take(MOST_FOUND) {
                let button = Button::quiet(words).icon(Icon::Plus).small();
                if ui.push_id(id, |ui| ui.add(button)).inner.clicked() {
                    picked = Some(*id);
                }
            }
        });
        if let Some(person) = picked {
            let readiness = Readiness::ALL.get(self.choice).copied();
            actions.rate(RatingCommand::SaveSuccessor(Successor {
                post: row.post.clone(),
                person,
                readiness: readiness.unwrap_or(Readiness::Later),
            }));
            self.search.clear();
        }
        wants.filter(|_| ground.results.is_some())
    }

    fn coverage_ui(&self, ui: &mut Ui) {
        Card::flush().show(ui, |ui| {
            let columns = [
                Column::text(&self.coverage_heads[0]).share(1.0, 110.0),
                Column::text(&self.coverage_heads[1]).width(110.0),
                Column::number("").width(80.0),
            ];
            let cell = |row: usize, column: usize| match (self.branches.get(row), column) {
                (Some((name, _, _)), 0) => Cell::Text(name),
                (Some((_, bar, words)), 1) => Cell::Bar(*bar, words),
                (Some((_, _, words)), _) => Cell::Text(words),
                (None, _) => Cell::Empty,
            };
            // Branches are looked at and not chosen.
            let _seen = Table::new("coverage", &self.coverage_heads[1], &columns)
                .rounded()
                .max_height(320.0)
                .show(ui, self.branches.len(), &cell);
        });
    }
}

/// Draws a successor; true when their profile is wanted.
fn named_ui(
    ui: &mut Ui,
    (row, named): (&PostRow, &Named),
    (readiness, words): (&[String], &[String]),
    actions: &mut Actions,
) -> bool {
    let mut wants = false;
    let successor = |readiness| Successor {
        post: row.post.clone(),
        person: named.person,
        readiness,
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = measures::GAP_S;
        wants = ui.add(Button::quiet(&named.name).small()).clicked();
        let now = Readiness::ALL.iter().position(|it| *it == named.readiness);
        let choice = Dropdown::new("when", &words[7], readiness, now).small();
        let picked = choice
            .show(ui)
            .and_then(|at| Readiness::ALL.get(at).copied());
        if let Some(readiness) = picked {
            actions.rate(RatingCommand::SaveSuccessor(successor(readiness)));
        }
        let remove = Button::quiet(&words[4])
            .icon(Icon::Trash2)
            .icon_only()
            .small();
        if ui.add(remove).clicked() {
            actions.rate(RatingCommand::RemoveSuccessor {
                post: row.post.clone(),
                person: named.person,
            });
            let back = RatingCommand::SaveSuccessor(successor(named.readiness));
            actions.push(Action::OfferUndo {
                done: format!("{}: {}", words[4], named.name),
                undo: Box::new(Command::Ratings(back)),
            });
        }
    });
    for line in &named.lines {
        ui.text_weak(Type::Small, line);
    }
    wants
}
