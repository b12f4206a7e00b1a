//! Opening sealed answers, and destroying what is no longer needed.

use std::path::Path;

use crate::app::service::Service;
use crate::app::{Reply, Watch};
use crate::domain::WaveCode;
use crate::error::{Kind, Result};

impl Service {
    pub(in crate::app::service) fn export_batch(
        &mut self,
        wave: &WaveCode,
        path: &Path,
    ) -> Result<Reply> {
        drop((wave, path));
        Err(Kind::WaveState.into())
    }

    pub(in crate::app::service) fn import_release(
        &mut self,
        path: &Path,
        watch: &mut Watch,
    ) -> Result<Reply> {
        drop((path, watch));
        Err(Kind::WaveState.into())
    }

    pub(in crate::app::service) fn destroy_records(&mut self, wave: &WaveCode) -> Result<Reply> {
        drop(wave);
        Err(Kind::WaveState.into())
    }

    pub(in crate::app::service) fn verify_file(&mut self, path: &Path) -> Result<Reply> {
        drop(path);
        Err(Kind::WaveState.into())
    }
}
