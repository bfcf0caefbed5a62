// Generated from specs/digiswitch by `cargo xtask regen`. Do not edit.

use payments_core::{EarlierTry, ErrorKind, Outcome, SuggestedAction};
use payments_provider::operation::{CodeInfo, HttpRule, Listing};
/// A code of the provider's refusals and failures. Each says what it means, whether money may have moved, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Code {
    /// <span id="code.03"></span>`03`: The transaction is pending.
    ///
    /// Unknown: the request may have had an effect, so money may have moved. An earlier request with the same reference did arrive.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V03,
    /// <span id="code.99"></span>`99`: The router has a fault; the transaction is pending.
    ///
    /// Unknown: the request may have had an effect, so money may have moved. An earlier request with the same reference did arrive.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V99,
    /// <span id="code.01"></span>`01`: The transaction timed out.
    ///
    /// Unknown: the request may have had an effect, so money may have moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V01,
    /// <span id="code.70"></span>`70`: The biller timed out.
    ///
    /// Unknown: the request may have had an effect, so money may have moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V70,
    /// <span id="code.49"></span>`49`: The ref_id is not unique.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference did arrive.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`Duplicate`](ErrorKind::Duplicate).
    ///
    /// In the provider's document: response codes.
    V49,
    /// <span id="code.02"></span>`02`: The transaction failed.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V02,
    /// <span id="code.51"></span>`51`: The customer number is blocked.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V51,
    /// <span id="code.52"></span>`52`: The prefix of the number does not fit the operator.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: response codes.
    V52,
    /// <span id="code.53"></span>`53`: The seller does not have the product at present.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V53,
    /// <span id="code.54"></span>`54`: The customer number is wrong.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: response codes.
    V54,
    /// <span id="code.55"></span>`55`: The product is disrupted.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V55,
    /// <span id="code.57"></span>`57`: The number of digits of the customer number is wrong.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: response codes.
    V57,
    /// <span id="code.58"></span>`58`: The product is in its daily cut-off.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V58,
    /// <span id="code.59"></span>`59`: The number is outside of the product's region.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Unsupported`](ErrorKind::Unsupported).
    ///
    /// In the provider's document: response codes.
    V59,
    /// <span id="code.60"></span>`60`: There is no bill to pay, or it is paid already.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V60,
    /// <span id="code.71"></span>`71`: The product is unstable.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V71,
    /// <span id="code.72"></span>`72`: The customer must first give up another package.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V72,
    /// <span id="code.73"></span>`73`: The meter's limit of energy is exceeded.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V73,
    /// <span id="code.74"></span>`74`: The transaction was given back.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`AskCustomer`](SuggestedAction::AskCustomer). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V74,
    /// <span id="code.84"></span>`84`: The amount is not valid.
    ///
    /// Refused: the request had no effect, so no money has moved. An earlier request with the same reference has failed.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: response codes.
    V84,
    /// <span id="code.50"></span>`50`: There is no such transaction.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`NotFound`](ErrorKind::NotFound).
    ///
    /// In the provider's document: response codes.
    V50,
    /// <span id="code.85"></span>`85`: Too many transactions.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`RateLimited`](ErrorKind::RateLimited).
    ///
    /// In the provider's document: response codes.
    V85,
    /// <span id="code.86"></span>`86`: Too many checks of PLN numbers.
    ///
    /// Unknown: the request may have had an effect, so money may have moved.
    ///
    /// What to do: [`AskByReference`](SuggestedAction::AskByReference). Kind: [`RateLimited`](ErrorKind::RateLimited).
    ///
    /// In the provider's document: response codes.
    V86,
    /// <span id="code.40"></span>`40`: The request is malformed.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: response codes.
    V40,
    /// <span id="code.41"></span>`41`: The signature is wrong, or the key is that of the other mode.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixCredentials`](SuggestedAction::FixCredentials). Kind: [`Unauthorized`](ErrorKind::Unauthorized).
    ///
    /// In the provider's document: response codes.
    V41,
    /// <span id="code.42"></span>`42`: The user name is wrong.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixCredentials`](SuggestedAction::FixCredentials). Kind: [`Unauthorized`](ErrorKind::Unauthorized).
    ///
    /// In the provider's document: response codes.
    V42,
    /// <span id="code.43"></span>`43`: The product does not exist or is not active.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Unsupported`](ErrorKind::Unsupported).
    ///
    /// In the provider's document: response codes.
    V43,
    /// <span id="code.44"></span>`44`: The deposit is too low.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`RetryLater`](SuggestedAction::RetryLater). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V44,
    /// <span id="code.45"></span>`45`: The request comes from an address that is not registered.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixCredentials`](SuggestedAction::FixCredentials). Kind: [`Forbidden`](ErrorKind::Forbidden).
    ///
    /// In the provider's document: response codes.
    V45,
    /// <span id="code.47"></span>`47`: The same transaction was made by another buyer.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V47,
    /// <span id="code.61"></span>`61`: There was never a deposit.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V61,
    /// <span id="code.63"></span>`63`: The product cannot be bought twice for one number.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Unsupported`](ErrorKind::Unsupported).
    ///
    /// In the provider's document: response codes.
    V63,
    /// <span id="code.82"></span>`82`: The account is not verified.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Forbidden`](ErrorKind::Forbidden).
    ///
    /// In the provider's document: response codes.
    V82,
    /// <span id="code.87"></span>`87`: An e-money amount is no multiple of 1,000.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Invalid`](ErrorKind::Invalid).
    ///
    /// In the provider's document: response codes.
    V87,
    /// <span id="code.88"></span>`88`: The account may not do this.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Forbidden`](ErrorKind::Forbidden).
    ///
    /// In the provider's document: response codes.
    V88,
    /// <span id="code.56"></span>`56`: The seller's balance is too low.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`RetryLater`](SuggestedAction::RetryLater). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V56,
    /// <span id="code.62"></span>`62`: The seller has trouble.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`RetryLater`](SuggestedAction::RetryLater). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V62,
    /// <span id="code.65"></span>`65`: The limit of transactions for one number is reached.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V65,
    /// <span id="code.66"></span>`66`: The seller is in a cut-off or repairs its system.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`RetryLater`](SuggestedAction::RetryLater). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V66,
    /// <span id="code.67"></span>`67`: The seller is not verified.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V67,
    /// <span id="code.68"></span>`68`: The product is out of stock.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`RetryLater`](SuggestedAction::RetryLater). Kind: [`Unavailable`](ErrorKind::Unavailable).
    ///
    /// In the provider's document: response codes.
    V68,
    /// <span id="code.69"></span>`69`: The seller's price is above the limit.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V69,
    /// <span id="code.80"></span>`80`: The seller has blocked this account.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Forbidden`](ErrorKind::Forbidden).
    ///
    /// In the provider's document: response codes.
    V80,
    /// <span id="code.81"></span>`81`: This account has blocked the seller.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`ContactProvider`](SuggestedAction::ContactProvider). Kind: [`Forbidden`](ErrorKind::Forbidden).
    ///
    /// In the provider's document: response codes.
    V81,
    /// <span id="code.64"></span>`64`: The deposit ticket could not be made.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`FixRequest`](SuggestedAction::FixRequest). Kind: [`Rejected`](ErrorKind::Rejected).
    ///
    /// In the provider's document: response codes.
    V64,
    /// <span id="code.83"></span>`83`: Too many requests for the price list.
    ///
    /// Refused: the request had no effect, so no money has moved.
    ///
    /// What to do: [`RetryLater`](SuggestedAction::RetryLater). Kind: [`RateLimited`](ErrorKind::RateLimited).
    ///
    /// In the provider's document: response codes.
    V83,
    /// A word that this version does not know.
    Other(::std::string::String),
}
impl Code {
    /// Every word that this version knows.
    pub const KNOWN: &'static [&'static str] = &[
        "03",
        "99",
        "01",
        "70",
        "49",
        "02",
        "51",
        "52",
        "53",
        "54",
        "55",
        "57",
        "58",
        "59",
        "60",
        "71",
        "72",
        "73",
        "74",
        "84",
        "50",
        "85",
        "86",
        "40",
        "41",
        "42",
        "43",
        "44",
        "45",
        "47",
        "61",
        "63",
        "82",
        "87",
        "88",
        "56",
        "62",
        "65",
        "66",
        "67",
        "68",
        "69",
        "80",
        "81",
        "64",
        "83",
    ];
    /// The word as it is sent.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::V03 => "03",
            Self::V99 => "99",
            Self::V01 => "01",
            Self::V70 => "70",
            Self::V49 => "49",
            Self::V02 => "02",
            Self::V51 => "51",
            Self::V52 => "52",
            Self::V53 => "53",
            Self::V54 => "54",
            Self::V55 => "55",
            Self::V57 => "57",
            Self::V58 => "58",
            Self::V59 => "59",
            Self::V60 => "60",
            Self::V71 => "71",
            Self::V72 => "72",
            Self::V73 => "73",
            Self::V74 => "74",
            Self::V84 => "84",
            Self::V50 => "50",
            Self::V85 => "85",
            Self::V86 => "86",
            Self::V40 => "40",
            Self::V41 => "41",
            Self::V42 => "42",
            Self::V43 => "43",
            Self::V44 => "44",
            Self::V45 => "45",
            Self::V47 => "47",
            Self::V61 => "61",
            Self::V63 => "63",
            Self::V82 => "82",
            Self::V87 => "87",
            Self::V88 => "88",
            Self::V56 => "56",
            Self::V62 => "62",
            Self::V65 => "65",
            Self::V66 => "66",
            Self::V67 => "67",
            Self::V68 => "68",
            Self::V69 => "69",
            Self::V80 => "80",
            Self::V81 => "81",
            Self::V64 => "64",
            Self::V83 => "83",
            Self::Other(word) => word,
        }
    }
}
impl ::std::convert::From<&str> for Code {
    fn from(word: &str) -> Self {
        match word {
            "03" => Self::V03,
            "99" => Self::V99,
            "01" => Self::V01,
            "70" => Self::V70,
            "49" => Self::V49,
            "02" => Self::V02,
            "51" => Self::V51,
            "52" => Self::V52,
            "53" => Self::V53,
            "54" => Self::V54,
            "55" => Self::V55,
            "57" => Self::V57,
            "58" => Self::V58,
            "59" => Self::V59,
            "60" => Self::V60,
            "71" => Self::V71,
            "72" => Self::V72,
            "73" => Self::V73,
            "74" => Self::V74,
            "84" => Self::V84,
            "50" => Self::V50,
            "85" => Self::V85,
            "86" => Self::V86,
            "40" => Self::V40,
            "41" => Self::V41,
            "42" => Self::V42,
            "43" => Self::V43,
            "44" => Self::V44,
            "45" => Self::V45,
            "47" => Self::V47,
            "61" => Self::V61,
            "63" => Self::V63,
            "82" => Self::V82,
            "87" => Self::V87,
            "88" => Self::V88,
            "56" => Self::V56,
            "62" => Self::V62,
            "65" => Self::V65,
            "66" => Self::V66,
            "67" => Self::V67,
            "68" => Self::V68,
            "69" => Self::V69,
            "80" => Self::V80,
            "81" => Self::V81,
            "64" => Self::V64,
            "83" => Self::V83,
            other => Self::Other(other.to_owned()),
        }
    }
}
impl ::std::str::FromStr for Code {
    type Err = ::std::convert::Infallible;
    fn from_str(word: &str) -> ::std::result::Result<Self, Self::Err> {
        Ok(Self::from(word))
    }
}
impl ::std::fmt::Display for Code {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl ::serde::Serialize for Code {
    fn serialize<S: ::serde::Serializer>(
        &self,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> ::serde::Deserialize<'de> for Code {
    fn deserialize<D: ::serde::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Self, D::Error> {
        let word = <::std::string::String as ::serde::Deserialize>::deserialize(
            deserializer,
        )?;
        Ok(Self::from(word.as_str()))
    }
}
impl Code {
    /// What the code means; `None` for one that no table lists.
    #[must_use]
    pub fn info(&self) -> Option<&'static CodeInfo> {
        match self {
            Self::V03 => ALL.get(0usize),
            Self::V99 => ALL.get(1usize),
            Self::V01 => ALL.get(2usize),
            Self::V70 => ALL.get(3usize),
            Self::V49 => ALL.get(4usize),
            Self::V02 => ALL.get(5usize),
            Self::V51 => ALL.get(6usize),
            Self::V52 => ALL.get(7usize),
            Self::V53 => ALL.get(8usize),
            Self::V54 => ALL.get(9usize),
            Self::V55 => ALL.get(10usize),
            Self::V57 => ALL.get(11usize),
            Self::V58 => ALL.get(12usize),
            Self::V59 => ALL.get(13usize),
            Self::V60 => ALL.get(14usize),
            Self::V71 => ALL.get(15usize),
            Self::V72 => ALL.get(16usize),
            Self::V73 => ALL.get(17usize),
            Self::V74 => ALL.get(18usize),
            Self::V84 => ALL.get(19usize),
            Self::V50 => ALL.get(20usize),
            Self::V85 => ALL.get(21usize),
            Self::V86 => ALL.get(22usize),
            Self::V40 => ALL.get(23usize),
            Self::V41 => ALL.get(24usize),
            Self::V42 => ALL.get(25usize),
            Self::V43 => ALL.get(26usize),
            Self::V44 => ALL.get(27usize),
            Self::V45 => ALL.get(28usize),
            Self::V47 => ALL.get(29usize),
            Self::V61 => ALL.get(30usize),
            Self::V63 => ALL.get(31usize),
            Self::V82 => ALL.get(32usize),
            Self::V87 => ALL.get(33usize),
            Self::V88 => ALL.get(34usize),
            Self::V56 => ALL.get(35usize),
            Self::V62 => ALL.get(36usize),
            Self::V65 => ALL.get(37usize),
            Self::V66 => ALL.get(38usize),
            Self::V67 => ALL.get(39usize),
            Self::V68 => ALL.get(40usize),
            Self::V69 => ALL.get(41usize),
            Self::V80 => ALL.get(42usize),
            Self::V81 => ALL.get(43usize),
            Self::V64 => ALL.get(44usize),
            Self::V83 => ALL.get(45usize),
            Self::Other(_) => None,
        }
    }
}
/// Every code, in the order of `codes.toml`.
pub const ALL: &[CodeInfo] = &[
    CodeInfo::new(
        "03",
        "The transaction is pending.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Exists,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "99",
        "The router has a fault; the transaction is pending.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Exists,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "01",
        "The transaction timed out.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Failed,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "70",
        "The biller timed out.",
        (
            ErrorKind::Unavailable,
            Outcome::Unknown,
            EarlierTry::Failed,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "49",
        "The ref_id is not unique.",
        (
            ErrorKind::Duplicate,
            Outcome::Refused,
            EarlierTry::Exists,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "02",
        "The transaction failed.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "51",
        "The customer number is blocked.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "52",
        "The prefix of the number does not fit the operator.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "53",
        "The seller does not have the product at present.",
        (
            ErrorKind::Unavailable,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "54",
        "The customer number is wrong.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "55",
        "The product is disrupted.",
        (
            ErrorKind::Unavailable,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "57",
        "The number of digits of the customer number is wrong.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "58",
        "The product is in its daily cut-off.",
        (
            ErrorKind::Unavailable,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "59",
        "The number is outside of the product's region.",
        (
            ErrorKind::Unsupported,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "60",
        "There is no bill to pay, or it is paid already.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "71",
        "The product is unstable.",
        (
            ErrorKind::Unavailable,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "72",
        "The customer must first give up another package.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "73",
        "The meter's limit of energy is exceeded.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "74",
        "The transaction was given back.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::AskCustomer,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "84",
        "The amount is not valid.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Failed,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "50",
        "There is no such transaction.",
        (
            ErrorKind::NotFound,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "85",
        "Too many transactions.",
        (
            ErrorKind::RateLimited,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "86",
        "Too many checks of PLN numbers.",
        (
            ErrorKind::RateLimited,
            Outcome::Unknown,
            EarlierTry::Nothing,
            SuggestedAction::AskByReference,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "40",
        "The request is malformed.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "41",
        "The signature is wrong, or the key is that of the other mode.",
        (
            ErrorKind::Unauthorized,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixCredentials,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "42",
        "The user name is wrong.",
        (
            ErrorKind::Unauthorized,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixCredentials,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "43",
        "The product does not exist or is not active.",
        (
            ErrorKind::Unsupported,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "44",
        "The deposit is too low.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::RetryLater,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "45",
        "The request comes from an address that is not registered.",
        (
            ErrorKind::Forbidden,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixCredentials,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "47",
        "The same transaction was made by another buyer.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "61",
        "There was never a deposit.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "63",
        "The product cannot be bought twice for one number.",
        (
            ErrorKind::Unsupported,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "82",
        "The account is not verified.",
        (
            ErrorKind::Forbidden,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "87",
        "An e-money amount is no multiple of 1,000.",
        (
            ErrorKind::Invalid,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "88",
        "The account may not do this.",
        (
            ErrorKind::Forbidden,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "56",
        "The seller's balance is too low.",
        (
            ErrorKind::Unavailable,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::RetryLater,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "62",
        "The seller has trouble.",
        (
            ErrorKind::Unavailable,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::RetryLater,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "65",
        "The limit of transactions for one number is reached.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "66",
        "The seller is in a cut-off or repairs its system.",
        (
            ErrorKind::Unavailable,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::RetryLater,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "67",
        "The seller is not verified.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "68",
        "The product is out of stock.",
        (
            ErrorKind::Unavailable,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::RetryLater,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "69",
        "The seller's price is above the limit.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "80",
        "The seller has blocked this account.",
        (
            ErrorKind::Forbidden,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "81",
        "This account has blocked the seller.",
        (
            ErrorKind::Forbidden,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::ContactProvider,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "64",
        "The deposit ticket could not be made.",
        (
            ErrorKind::Rejected,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::FixRequest,
        ),
        &[Listing::new("response codes", None)],
    ),
    CodeInfo::new(
        "83",
        "Too many requests for the price list.",
        (
            ErrorKind::RateLimited,
            Outcome::Refused,
            EarlierTry::Nothing,
            SuggestedAction::RetryLater,
        ),
        &[Listing::new("response codes", None)],
    ),
];
/// What a status without a known code means, where the provider's rule differs from the general one.
pub const HTTP: &[HttpRule] = &[];
