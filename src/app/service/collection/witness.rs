//! The witness: an own key file, a batch in, counts seen, one release out.

use crate::app::service::Service;
use crate::app::{Reply, Watch, WitnessDeed};
use crate::error::{Kind, Result};

impl Service {
    pub(in crate::app::service) fn witness(
        &mut self,
        deed: WitnessDeed,
        watch: &mut Watch,
    ) -> Result<Reply> {
        drop((deed, watch));
        Err(Kind::WaveState.into())
    }
}
