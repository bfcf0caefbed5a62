//! Settings, by hand or from environment variables.

use payments_core::{Account, Error, Result, Secret};
use payments_provider::settings::Connection;

use crate::{DateFormat, PROVIDER, SETTINGS, ScheduleWords, StartDatePlace, schedule};

/// Settings of the client. Secrets never print.
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
            connection: Connection::to(SETTINGS.host(false)?),
            schedule: schedule::Form::default(),
            deprecated_correlation_id: true,
        })
    }

    /// The provider's own sandbox in place of the live host.
    pub fn sandbox(mut self) -> Result<Self> {
        self.connection.base_url = SETTINGS.host(true)?;
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

    /// The account that these settings are about.
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
