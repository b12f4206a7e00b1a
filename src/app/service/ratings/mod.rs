//! People and their ratings: one named method per command.

use super::Service;
use crate::app::{RatingCommand, Reply, Watch};
use crate::error::{Kind, Result};

impl Service {
    pub(super) fn ratings(&mut self, command: RatingCommand, _watch: &mut Watch) -> Result<Reply> {
        drop(command);
        Err(Kind::NoData.into())
    }
}
