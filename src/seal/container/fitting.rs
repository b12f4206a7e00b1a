//! What a passphrase costs on this computer. Has no clock: whoever measures hands the time in.

use std::time::Duration;

use crate::error::Result;
use crate::seal::secret::Cost;

/// What a new workspace's passphrase costs before it is fitted to the computer: 128 MiB, three
/// passes.
const USUAL_KIBIBYTES: u32 = 128 << 10;
const USUAL_PASSES: u32 = 3;

/// What is hashed at creation to learn how fast this computer is.
///
/// # Errors
/// Never: the numbers are within what is allowed.
pub fn usual_cost() -> Result<Cost> {
    Cost::new(USUAL_KIBIBYTES, USUAL_PASSES, 1)
}

/// The cost that comes near to a second without passing it, from the time that [`usual_cost`] took
/// here. A slow computer gets the floor. Memory stays, so that smaller computers can open the file.
///
/// # Errors
/// Never: the numbers are within what is allowed.
pub fn fitting_cost(usual_took: Duration) -> Result<Cost> {
    const GOAL: f64 = 1.0;
    let took = usual_took.as_secs_f64().max(0.001);
    if took > 1.5 * GOAL {
        return Ok(Cost::FLOOR);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 3 and 24"
    )]
    let passes = (f64::from(USUAL_PASSES) * GOAL / took).clamp(3.0, 24.0) as u32;
    Cost::new(USUAL_KIBIBYTES, passes, 1)
}
