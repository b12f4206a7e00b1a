//! “Change…”: the branches of a pool, and where each of them goes. Shows what comes of it before it
//! is done.

use egui::Ui;

use super::modal::{Ending, Frames, dialog};
use super::pools::{Target, moved, people, targets};
use crate::app::WaveInfo;
use crate::disclosure::check_pools;
use crate::domain::{Branch, BranchCode, Lang, MinGroup, Pool, min_invited};
use crate::i18n::message;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Tone, Type, measures};
use crate::ui::widgets::{Dropdown, Kit as _, note};

/// The dialog with the pools as they would be.
pub(super) struct MoveDialog {
    lang: Lang,
    branches: Vec<Branch>,
    min_group: MinGroup,
    members: Vec<BranchCode>,
    pools: Vec<Pool>,
    words: Words,
    lines: Vec<Line>,
    outcome: Vec<(String, bool)>,
    is_fit: bool,
    is_changed: bool,
}

struct Words {
    title: String,
    line: String,
    deed: String,
    cancel: String,
    outcome: String,
    unfit: String,
    same: String,
}

/// A branch and the places it may go to; the first is where it is.
struct Line {
    name: String,
    options: Vec<String>,
    targets: Vec<Target>,
}

/// What was decided.
pub(super) enum Moved {
    Open,
    Done(Vec<Pool>),
    Cancel,
}

impl MoveDialog {
    /// The dialog for a pool of a wave's design.
    pub(super) fn of_wave(
        (lang, branches, info): (Lang, &[Branch], &WaveInfo),
        pool: &Pool,
    ) -> Option<Self> {
        let pools = &info.collection.as_ref()?.design.pools;
        let about = (branches, info.wave.min_group);
        Some(Self::new(lang, about, pools, pool))
    }

    fn new(
        lang: Lang,
        (branches, min_group): (&[Branch], MinGroup),
        pools: &[Pool],
        pool: &Pool,
    ) -> Self {
        let word = |key| message(lang, key);
        let mut dialog = Self {
            lang,
            branches: branches.to_vec(),
            min_group,
            members: pool.clone(),
            pools: pools.to_vec(),
            words: Words {
                title: String::new(),
                line: tr!(
                    lang,
                    "design-move-line",
                    need = i64::from(min_invited(min_group))
                ),
                deed: word("design-move-deed"),
                cancel: word("cancel"),
                outcome: word("design-move-outcome"),
                unfit: word("design-move-unfit"),
                same: word("design-move-same"),
            },
            lines: Vec::new(),
            outcome: Vec::new(),
            is_fit: true,
            is_changed: false,
        };
        dialog.words.title = tr!(lang, "design-move-title", names = dialog.names(pool));
        dialog.prepare();
        dialog
    }

    fn names(&self, pool: &[BranchCode]) -> String {
        let members = self.branches.iter().filter(|it| pool.contains(&it.code));
        let names: Vec<&str> = members.map(|branch| branch.name.as_str()).collect();
        names.join(", ")
    }

    /// What is said of the pools as they are now.
    fn prepare(&mut self) {
        let need = min_invited(self.min_group);
        let members = self.members.iter();
        self.lines = members.map(|code| self.line(code, need)).collect();
        let touched = self
            .pools
            .iter()
            .filter(|pool| self.members.iter().any(|code| pool.contains(code)));
        self.outcome = touched
            .map(|pool| {
                let people = people(&self.branches, pool);
                let words = tr!(
                    self.lang,
                    "design-move-pool",
                    names = self.names(pool),
                    count = i64::from(people)
                );
                (words, people >= need)
            })
            .collect();
        self.is_fit = check_pools(&self.branches, &self.pools, self.min_group).is_ok();
    }

    fn line(&self, code: &BranchCode, need: u32) -> Line {
        let found = self.branches.iter().find(|branch| branch.code == *code);
        let pool = self.pools.iter().find(|pool| pool.contains(code));
        let rest: Pool = pool
            .into_iter()
            .flatten()
            .filter(|it| *it != code)
            .cloned()
            .collect();
        let now = if rest.is_empty() {
            message(self.lang, "design-move-own")
        } else {
            tr!(self.lang, "design-move-with", names = self.names(&rest))
        };
        let targets = targets(&self.branches, &self.pools, code, need);
        let words = targets.iter().map(|target| match target {
            Target::Own => message(self.lang, "design-move-own"),
            Target::With(pool) => tr!(self.lang, "design-move-with", names = self.names(pool)),
        });
        Line {
            name: found.map_or_else(String::new, |branch| {
                tr!(
                    self.lang,
                    "design-move-branch",
                    code = branch.code.as_str(),
                    name = branch.name.as_str(),
                    count = i64::from(branch.head_count())
                )
            }),
            options: std::iter::once(now).chain(words).collect(),
            targets,
        }
    }

    /// Draws the dialog.
    pub(super) fn show(&mut self, ui: &Ui) -> Moved {
        let mut chosen = None;
        let reason = if !self.is_fit {
            Some(self.words.unfit.as_str())
        } else if !self.is_changed {
            Some(self.words.same.as_str())
        } else {
            None
        };
        let frames = Frames {
            id: "move",
            title: &self.words.title,
            line: &self.words.line,
            deed: &self.words.deed,
            cancel: &self.words.cancel,
            reason,
        };
        let ending = dialog(ui, frames, |ui| {
            for (position, line) in self.lines.iter().enumerate() {
                ui.push_id(position, |ui| {
                    ui.text_weak(Type::Small, &line.name);
                    let width = ui.available_width();
                    let list = Dropdown::new("target", &line.name, &line.options, Some(0));
                    if let Some(option) = list.width(width).show(ui) {
                        chosen = Some((position, option));
                    }
                });
            }
            ui.add_space(measures::GAP_XS);
            ui.text(Type::Strong, &self.words.outcome);
            for (words, is_enough) in &self.outcome {
                if *is_enough {
                    note(ui, Icon::Check, Tone::Ok, words);
                } else {
                    note(ui, Icon::CircleAlert, Tone::Bad, words);
                }
            }
        });
        if let Some((line, option)) = chosen {
            self.choose(line, option);
        }
        match ending {
            Ending::Open => Moved::Open,
            Ending::Deed => Moved::Done(self.pools.clone()),
            Ending::Cancel => Moved::Cancel,
        }
    }

    fn choose(&mut self, line: usize, option: usize) {
        let target = self
            .lines
            .get(line)
            .and_then(|line| line.targets.get(option.checked_sub(1)?));
        if let (Some(code), Some(target)) = (self.members.get(line), target) {
            self.pools = moved(&self.pools, code, target);
            self.is_changed = true;
            self.prepare();
        }
    }
}
