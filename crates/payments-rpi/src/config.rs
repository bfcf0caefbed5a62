//! Settings, by hand or from environment variables.

use payments_core::{Account, Error, Result, Secret};
use payments_provider::http::{BaseUrl, Client, LARGEST_ANSWER, Timeouts};

use crate::{DateFormat, PROVIDER, ScheduleWords, StartDatePlace, schedule};

const LIVE: &str = "https://api.of.ayoconnect.id";
const SANDBOX: &str = "https://sandbox.api.of.ayoconnect.id";

/// Settings of the client. Secrets never print.
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) client_id: Secret,
    pub(crate) client_secret: Secret,
    pub(crate) merchant_code: String,
    pub(crate) channel_id: String,
    pub(crate) base_url: BaseUrl,
    pub(crate) schedule: schedule::Form,
    pub(crate) deprecated_correlation_id: bool,
    pub(crate) timeouts: Timeouts,
    pub(crate) largest_answer: usize,
    account: String,
}

impl Config {
    /// The pair that gives a token, the merchant's code of 6 letters and digits, and the channel's
    /// id of 1 to 20 characters. The host is the live one.
    pub fn new(
        client_id: impl Into<String>,
        client_secret: impl Into<String>,
        merchant_code: impl Into<String>,
        channel_id: impl Into<String>,
    ) -> Result<Self> {
        let (merchant_code, channel_id) = (merchant_code.into(), channel_id.into());
        let is_code = merchant_code
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric());
        if merchant_code.len() != 6 || !is_code {
            return Err(Error::configuration(format!(
                "the RPI merchant code: expected 6 ASCII letters and digits, got {merchant_code:?}"
            )));
        }
        let is_printable = channel_id.bytes().all(|byte| byte.is_ascii_graphic());
        if !(1..=20).contains(&channel_id.len()) || !is_printable {
            return Err(Error::configuration(format!(
                "the RPI channel id: expected 1 to 20 printable ASCII characters, got {channel_id:?}"
            )));
        }
        Ok(Self {
            client_id: Secret::new("the RPI client id", client_id)?,
            client_secret: Secret::new("the RPI client secret", client_secret)?,
            merchant_code,
            channel_id,
            base_url: LIVE.parse()?,
            schedule: schedule::Form::default(),
            deprecated_correlation_id: true,
            timeouts: Timeouts::default(),
            largest_answer: LARGEST_ANSWER,
            account: Account::DEFAULT.to_owned(),
        })
    }

    /// Reads `RPI_CLIENT_ID`, `RPI_CLIENT_SECRET`, `RPI_MERCHANT_CODE`, `RPI_CHANNEL_ID` and, where
    /// they are set, `RPI_ACCOUNT`, `RPI_BASE_URL`, `RPI_DATE_FORMAT` (`DD-MM-YYYY` or
    /// `DD-MMM-YYYY`), `RPI_START_DATE` (`beside`, `inside` or `both`), `RPI_SCHEDULE` (six words,
    /// see [`ScheduleWords`]) and `RPI_DEPRECATED_CORRELATION_ID` (`true` or `false`).
    pub fn from_env() -> Result<Self> {
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// As [`from_env`](Self::from_env), from any source of variables.
    pub fn from_variables(variable: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let needed = |name: &str| {
            variable(name).ok_or_else(|| Error::configuration(format!("{name} is not set")))
        };
        let mut config = Self::new(
            needed("RPI_CLIENT_ID")?,
            needed("RPI_CLIENT_SECRET")?,
            needed("RPI_MERCHANT_CODE")?,
            needed("RPI_CHANNEL_ID")?,
        )?;
        if let Some(name) = variable("RPI_ACCOUNT") {
            config = config.account(name);
        }
        if let Some(url) = variable("RPI_BASE_URL") {
            config = config.base_url(&url)?;
        }
        if let Some(format) = variable("RPI_DATE_FORMAT") {
            config = config.date_format(format.parse()?);
        }
        if let Some(place) = variable("RPI_START_DATE") {
            config = config.start_date(place.parse()?);
        }
        if let Some(words) = variable("RPI_SCHEDULE") {
            config = config.schedule_words(words.parse()?);
        }
        if let Some(sent) = variable("RPI_DEPRECATED_CORRELATION_ID") {
            config.deprecated_correlation_id = sent.parse().map_err(|_| {
                Error::configuration(format!(
                    "RPI_DEPRECATED_CORRELATION_ID: expected true or false, got {sent:?}"
                ))
            })?;
        }
        Ok(config)
    }

    /// The provider's own sandbox in place of the live host.
    pub fn sandbox(self) -> Result<Self> {
        self.base_url(SANDBOX)
    }

    /// Another host: https, or http on this machine.
    pub fn base_url(mut self, url: &str) -> Result<Self> {
        self.base_url = url.parse()?;
        Ok(self)
    }

    /// How dates are sent.
    #[must_use]
    pub fn date_format(mut self, format: DateFormat) -> Self {
        self.schedule.dates = format;
        self
    }

    /// Where the date of the first charge stands in an instruction.
    #[must_use]
    pub fn start_date(mut self, place: StartDatePlace) -> Self {
        self.schedule.start = place;
        self
    }

    /// How the members of a schedule are called, which no page shows.
    #[must_use]
    pub fn schedule_words(mut self, words: ScheduleWords) -> Self {
        self.schedule.words = words;
        self
    }

    /// Whether a create and a change send their correlation id under its deprecated name
    /// `A-Correlation-ID`, too. They do unless this says otherwise: the document requires the
    /// header, and says that it goes away.
    #[must_use]
    pub fn deprecated_correlation_id(mut self, sent: bool) -> Self {
        self.deprecated_correlation_id = sent;
        self
    }

    /// The merchant's own name for the account, where there are several; `default` if nothing is
    /// said.
    #[must_use]
    pub fn account(mut self, name: impl Into<String>) -> Self {
        self.account = name.into();
        self
    }

    /// The account that these settings are about.
    pub(crate) fn account_of(&self) -> Result<Account> {
        self.base_url.account(
            PROVIDER,
            self.base_url.as_str().starts_with(SANDBOX),
            &self.account,
        )
    }

    /// Time-outs.
    #[must_use]
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.timeouts = timeouts;
        self
    }

    /// How many bytes of an answer are read at most, [`LARGEST_ANSWER`] unless this says otherwise.
    /// A larger one is cut off: what a request that writes has done is unknown then.
    #[must_use]
    pub fn largest_answer(mut self, bytes: usize) -> Self {
        self.largest_answer = bytes;
        self
    }

    pub(crate) fn client(&self) -> Result<Client> {
        Client::new(&self.base_url, self.timeouts, self.largest_answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(name: &str) -> Option<String> {
        let value = match name {
            "RPI_CLIENT_ID" => "id",
            "RPI_CLIENT_SECRET" => "secret",
            "RPI_MERCHANT_CODE" => "SHOP01",
            "RPI_CHANNEL_ID" => "WEB",
            _ => return None,
        };
        Some(value.to_owned())
    }

    #[test]
    fn the_host_is_the_live_one_unless_another_is_named() {
        let config = Config::from_variables(variables).unwrap();
        assert_eq!(config.base_url.as_str(), LIVE);
        assert_eq!(config.schedule.dates, DateFormat::Digits);
        assert_eq!(config.sandbox().unwrap().base_url.as_str(), SANDBOX);
        let config = Config::from_variables(|name| match name {
            "RPI_BASE_URL" => Some("http://127.0.0.1:4010/rpi/".into()),
            "RPI_DATE_FORMAT" => Some("DD-MMM-YYYY".into()),
            "RPI_START_DATE" => Some("inside".into()),
            "RPI_SCHEDULE" => Some("a,b,c,d,e,f".into()),
            name => variables(name),
        });
        let config = config.unwrap();
        assert_eq!(config.base_url.as_str(), "http://127.0.0.1:4010/rpi");
        assert_eq!(config.schedule.dates, DateFormat::MonthName);
        assert_eq!(config.schedule.start, StartDatePlace::Inside);
        assert_eq!(config.schedule.words.month, "f");
    }

    #[test]
    fn a_missing_or_wrong_setting_is_named() {
        for (wrong, value, named) in [
            ("RPI_CLIENT_SECRET", None, "RPI_CLIENT_SECRET"),
            ("RPI_MERCHANT_CODE", Some("SHOP1"), "merchant code"),
            ("RPI_MERCHANT_CODE", Some("SHOP-1"), "merchant code"),
            ("RPI_CHANNEL_ID", Some(""), "channel id"),
            ("RPI_CHANNEL_ID", Some("a b"), "channel id"),
            (
                "RPI_CHANNEL_ID",
                Some("123456789012345678901"),
                "channel id",
            ),
            ("RPI_DATE_FORMAT", Some("YYYY-MM-DD"), "date format"),
            ("RPI_START_DATE", Some("above"), "startDate"),
            ("RPI_SCHEDULE", Some("DAY"), "schedule"),
            ("RPI_BASE_URL", Some("http://example.com"), "base URL"),
            (
                "RPI_DEPRECATED_CORRELATION_ID",
                Some("no"),
                "RPI_DEPRECATED_CORRELATION_ID",
            ),
        ] {
            let error = Config::from_variables(|name| match name == wrong {
                true => value.map(str::to_owned),
                false => variables(name),
            });
            let error = error.unwrap_err().to_string();
            assert!(error.contains(named), "{error}");
        }
    }
}
