//! Codes: packs, slips, posters and paper forms of stations.

use crate::app::service::Service;
use crate::app::{CodesRequest, Reply, Watch};
use crate::error::{Kind, Result};

impl Service {
    pub(in crate::app::service) fn make_codes(
        &mut self,
        request: &CodesRequest,
        watch: &mut Watch,
    ) -> Result<Reply> {
        drop((request, watch));
        Err(Kind::WaveState.into())
    }
}
