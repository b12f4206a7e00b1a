//! Findings in words: the sentences and cell texts that screens, reports and the command line share.
//!
//! Decides how a finding is said, never what is found: every number comes from
//! [`Findings`](crate::analysis::Findings), every word from the Fluent files. A branch means its
//! position in `Findings::branches`. Never writes “drives”, “causes” or “leads to”.

mod actions;
mod attention;
mod cell;
mod change;
mod comments;
mod company;
mod drivers;
mod extras;
mod proof;
mod ratings;
mod title;
mod verdict;

pub use actions::{
    action_check, action_place, check_word, due_in_words, due_kind, finding_line, linked_figure,
    linked_places, start_name,
};
pub use attention::{Attention, attention};
pub use cell::{
    favourable, hidden, hidden_short, n_equals, published_mean, published_nps, shown_n, undefined,
};
pub use change::{
    Sentence, against, alone, alone_short, change, change_word, compared, compared_word,
    difference_marked, divergence, divergences_by_chance, source_name, yardstick,
};
pub use comments::{
    comment_count, comment_place, comment_place_why, comment_text, hidden_count, hidden_words,
};
pub use company::{branches_differ, effect_word, matched, points, segments, segments_rule};
pub use drivers::{driver_flag, drivers, no_model, nps_drivers, share_interval};
pub use extras::{link_extras, mixed, shrunken_note};
pub use proof::{proof, proof_sentences};
pub use ratings::{gap_word, profile_sentences, rating_why, shortfall};
pub use title::{
    audience, audience_short, branch_title, lever, motive, outcome_in_sentence, outcome_places,
    outcome_title, outcome_value,
};
pub use verdict::{
    comparison, comparison_word, is_corrected, verdict, verdict_unnamed, verdict_word,
};
