//! Settings, from code or from environment variables.

use payments_core::{Account, Error, Result, Secret};
use payments_provider::settings::Connection;

use crate::{DateFormat, PROVIDER, SETTINGS, ScheduleWords, StartDatePlace, schedule};

/// Settings of the client. Secrets never print.
///
/// ```
/// use payments_rpi::{Config, Rpi};
///
/// # fn main() -> payments_rpi::core::Result<()> {
/// let config = Config::new("client", "secret", "SHOP01", "WEB")?
///     .sandbox()?
///     .account("books");
/// let rpi = Rpi::new(config)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    pub(crate) client_id: Secret,
    pub(crate) client_secret: Secret,
    pub(crate) merchant_code: String,
    pub(crate) channel_id: String,
    pub(crate) connection: Connection,
    pub(crate) schedule: schedule::Form,
    pub(crate) deprecated_correlation_id: bool,
}

impl Config {
    /// Takes the client's id and secret, the merchant's code of 6 letters and digits, and the
    /// channel's id of 1 to 20 characters. The host is the live one.
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
            connection: Connection::to(SETTINGS.host(false)?),
            schedule: schedule::Form::default(),
            deprecated_correlation_id: true,
        })
    }

    /// Uses the provider's own sandbox instead of the live host.
    pub fn sandbox(mut self) -> Result<Self> {
        self.connection.base_url = SETTINGS.host(true)?;
        Ok(self)
    }

    /// Sets the format of dates.
    #[must_use]
    pub fn date_format(mut self, format: DateFormat) -> Self {
        self.schedule.dates = format;
        self
    }

    /// Sets where an instruction holds the date of the first charge.
    #[must_use]
    pub fn start_date(mut self, place: StartDatePlace) -> Self {
        self.schedule.start = place;
        self
    }

    /// Sets the names of a schedule's members, which no page shows.
    #[must_use]
    pub fn schedule_words(mut self, words: ScheduleWords) -> Self {
        self.schedule.words = words;
        self
    }

    /// Sets whether a create and a change also send their correlation id under its deprecated name
    /// `A-Correlation-ID`; true by default. The document requires the header, and says that it will
    /// be removed.
    #[must_use]
    pub fn deprecated_correlation_id(mut self, sent: bool) -> Self {
        self.deprecated_correlation_id = sent;
        self
    }

    /// The account of these settings.
    pub(crate) fn account_of(&self) -> Result<Account> {
        let test = SETTINGS.host(true)?;
        let url = self.connection.base_url.as_str();
        self.connection
            .account(PROVIDER, url.starts_with(test.as_str()))
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
        assert_eq!(config.connection.base_url.as_str(), SETTINGS.live.unwrap());
        assert_eq!(config.schedule.dates, DateFormat::Digits);
        assert_eq!(
            config.sandbox().unwrap().connection.base_url.as_str(),
            SETTINGS.test.unwrap()
        );
        let config = Config::from_variables(|name| match name {
            "RPI_BASE_URL" => Some("http://127.0.0.1:4010/rpi/".into()),
            "RPI_DATE_FORMAT" => Some("DD-MMM-YYYY".into()),
            "RPI_START_DATE" => Some("inside".into()),
            "RPI_SCHEDULE" => Some("a,b,c,d,e,f".into()),
            name => variables(name),
        });
        let config = config.unwrap();
        assert_eq!(
            config.connection.base_url.as_str(),
            "http://127.0.0.1:4010/rpi"
        );
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
