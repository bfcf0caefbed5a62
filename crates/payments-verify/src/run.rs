//! Plays the scenarios that are allowed.

use std::{fmt, net::SocketAddr, time::Duration};

use crate::{
    receiver::Receiver,
    scenarios::{Scenario, scenarios},
    session::{Place, Session},
    stage::Stage,
    target::Target,
};

/// How a session is held.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The largest sum that a scenario may ask for, in rupiah; any in a sandbox or a test mode if
    /// absent.
    pub limit: Option<u64>,
    /// A person says that a host with real money is meant.
    pub knows: bool,
    /// Where callbacks are received; nowhere if absent.
    pub listen: Option<SocketAddr>,
    /// The URL at which the provider reaches that.
    pub public_url: Option<String>,
    /// How long to wait for each customer at a provider's host.
    pub patience: Duration,
}

/// Why no session is held.
#[derive(Debug)]
#[non_exhaustive]
pub enum Refused {
    /// It is a host with real money.
    Live(String),
    /// The client cannot be made.
    Client(payments::Error),
    /// Callbacks cannot be received.
    Listen(std::io::Error),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Live(host) => write!(
                f,
                "{host} moves real money, or nothing shows that it does not: only a test account \
                 is verified"
            ),
            Self::Client(error) => write!(f, "{error}"),
            Self::Listen(error) => write!(f, "callbacks cannot be received: {error}"),
        }
    }
}

impl std::error::Error for Refused {}

/// Each scenario, and why it is not played if it is not.
///
/// # Errors
/// If it is a host with real money, and nobody has said that this is known, with a limit.
pub fn plan(
    target: &Target,
    options: &Options,
) -> Result<Vec<(&'static Scenario, Option<String>)>, Refused> {
    let is_live = target.place == Place::Live;
    if is_live && !(options.knows && options.limit.is_some()) {
        return Err(Refused::Live(target.base_url.host().to_owned()));
    }
    let planned = scenarios(target.provider).iter().map(|scenario| {
        let why = match options.limit {
            _ if is_live && !scenario.reads => Some("it writes, and the host is live".to_owned()),
            Some(limit) if scenario.rupiah > limit => Some(format!("it is above Rp {limit}")),
            _ => None,
        };
        (scenario, why)
    });
    Ok(planned.collect())
}

/// Plays what [`plan`] allows. `told` hears of each scenario before it begins.
///
/// # Errors
/// As [`plan`]; or if the client cannot be made, or no callbacks can be received. What goes wrong
/// later is in the session.
pub async fn run(
    target: Target,
    options: &Options,
    mut told: impl FnMut(&Scenario),
) -> Result<Session, Refused> {
    let planned = plan(&target, options)?;
    let receiver = match options.listen {
        Some(address) => Some(Receiver::start(address).await.map_err(Refused::Listen)?),
        None => None,
    };
    let public_url = options.public_url.clone();
    let mut stage =
        Stage::new(target, receiver, public_url, options.patience).map_err(Refused::Client)?;
    stage.look_at_clock().await;
    stage.direct_callbacks().await;
    for (scenario, why) in planned {
        match why {
            Some(why) => {
                stage.session.skipped.insert(scenario.name.to_owned(), why);
            }
            None => {
                told(scenario);
                stage.enter(scenario.name);
                (scenario.play)(&mut stage).await;
            }
        }
    }
    stage.end().await;
    Ok(stage.session)
}
