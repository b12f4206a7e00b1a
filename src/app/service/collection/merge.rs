//! Bundles of stations: taken whole or refused.

use std::path::PathBuf;

use crate::app::service::Service;
use crate::app::{Reply, Watch};
use crate::error::{Kind, Result};

impl Service {
    pub(in crate::app::service) fn merge_bundles(
        &mut self,
        paths: &[PathBuf],
        watch: &mut Watch,
    ) -> Result<Reply> {
        drop((paths, watch));
        Err(Kind::WaveState.into())
    }
}
