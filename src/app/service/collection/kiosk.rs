//! A station on this computer: the workspace is closed before anybody answers.

use crate::app::Reply;
use crate::app::service::Service;
use crate::domain::WaveCode;
use crate::error::{Field, Kind, Result};

impl Service {
    pub(in crate::app::service) fn start_kiosk(
        &mut self,
        wave: &WaveCode,
        station: &str,
    ) -> Result<Reply> {
        // No wave is ready for a kiosk until its packs are written here.
        Err(Kind::NotFound {
            field: Field::Wave,
            name: format!("{} {station}", wave.as_str()),
        }
        .into())
    }
}
