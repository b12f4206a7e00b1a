//! What the user changed in the design, turned into commands. Every change is sent whole.
//! Must not draw.

use super::pools::proposal;
use crate::app::{Command, DesignChange, Overview, WaveInfo};
use crate::domain::{Lang, MinGroup, Pool, ProtectionLevel, StationDesign, Wave, WaveDesign};
use crate::i18n::message;
use crate::ui::action::{Action, Actions};

/// A change of the design.
pub(super) enum Wish {
    /// Collect with the program.
    Collect,
    /// Answers will be imported.
    Import,
    /// Ask where the branches of this pool should go.
    Ask(Pool),
    /// Branches report together so.
    Pools(Vec<Pool>),
    /// The pools that the program proposes.
    Reset,
    Level(ProtectionLevel),
    Threshold(MinGroup),
    CompanyView(bool),
    Stations(Vec<StationDesign>),
    RemoveWitness(usize),
    /// Ask what has changed since the last survey, or no longer.
    AskChanges(bool),
}

/// Pushes what the wish asks for.
pub(super) fn carry_out(
    lang: Lang,
    (overview, info): (&Overview, &WaveInfo),
    wish: Wish,
    actions: &mut Actions,
) {
    let code = &info.wave.code;
    let change = |change| Command::DesignWave {
        wave: code.clone(),
        change,
    };
    if let Wish::AskChanges(is_asked) = wish {
        let wave = code.clone();
        return actions.run(Command::AskChanges { wave, is_asked });
    }
    let Some(design) = info.collection.as_ref().map(|it| &it.design) else {
        if matches!(wish, Wish::Collect) {
            actions.run(change(DesignChange::Propose));
        }
        return;
    };
    let with_pools = |pools| WaveDesign {
        pools,
        ..design.clone()
    };
    let after = match wish {
        Wish::Collect | Wish::Ask(_) | Wish::AskChanges(_) => return,
        Wish::Import => {
            actions.run(change(DesignChange::Drop));
            let back = change(DesignChange::Set(design.clone()));
            return offer(lang, "design-undo-import", back, actions);
        }
        Wish::RemoveWitness(position) => {
            actions.run(change(DesignChange::RemoveWitness(position)));
            return;
        }
        Wish::Threshold(min_group) => return threshold(overview, info, min_group, actions),
        Wish::Pools(pools) => {
            actions.run(change(DesignChange::Set(with_pools(pools))));
            let back = change(DesignChange::Set(design.clone()));
            return offer(lang, "design-undo-pools", back, actions);
        }
        Wish::Reset => match proposal(overview, code, info.wave.min_group) {
            Some(pools) if pools != design.pools => {
                actions.run(change(DesignChange::Set(with_pools(pools))));
                let back = change(DesignChange::Set(design.clone()));
                return offer(lang, "design-undo-reset", back, actions);
            }
            Some(_) | None => return,
        },
        Wish::Level(level) => WaveDesign {
            level,
            ..design.clone()
        },
        Wish::CompanyView(has_company_view) => WaveDesign {
            has_company_view,
            ..design.clone()
        },
        Wish::Stations(stations) => WaveDesign {
            stations,
            ..design.clone()
        },
    };
    actions.run(change(DesignChange::Set(after)));
}

/// Another threshold needs other pools, unless the user has made them by hand.
fn threshold(overview: &Overview, info: &WaveInfo, min_group: MinGroup, actions: &mut Actions) {
    let code = &info.wave.code;
    actions.run(Command::UpdateWave(Wave {
        min_group,
        ..info.wave.clone()
    }));
    let Some(design) = info.collection.as_ref().map(|it| &it.design) else {
        return;
    };
    let is_proposed =
        proposal(overview, code, info.wave.min_group).is_some_and(|it| it == design.pools);
    if let Some(pools) = proposal(overview, code, min_group).filter(|_| is_proposed)
        && pools != design.pools
    {
        actions.run(Command::DesignWave {
            wave: code.clone(),
            change: DesignChange::Set(WaveDesign {
                pools,
                ..design.clone()
            }),
        });
    }
}

fn offer(lang: Lang, key: &str, undo: Command, actions: &mut Actions) {
    actions.push(Action::OfferUndo {
        done: message(lang, key),
        undo: Box::new(undo),
    });
}
