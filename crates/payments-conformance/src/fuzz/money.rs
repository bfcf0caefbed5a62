//! Any bytes as an amount: what is read can be written, and is read as the same amount again.

use std::{fmt::Debug, str::FromStr};

use payments_core::{Currency, Money};
use payments_provider::wire::{Amount, AmountDigits, AmountInteger, AmountTwoDigits};
use serde::{Serialize, de::DeserializeOwned};

/// Treats an input as an amount in each form, as text and as JSON, and as a currency.
pub fn money(bytes: &[u8]) {
    form::<Amount>(bytes, true);
    form::<AmountInteger>(bytes, false);
    form::<AmountDigits>(bytes, false);
    form::<AmountTwoDigits>(bytes, false);
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    if let Ok(amount) = text.parse::<AmountTwoDigits>()
        && let Ok(json) = serde_json::to_string(&amount)
    {
        let digits = json.rsplit_once('.').map(|(_, digits)| digits.len());
        assert_eq!(digits, Some(2), "{json}");
    }
    if let Ok(currency) = text.parse::<Currency>() {
        assert_eq!(currency.to_string(), text);
    }
    if let Ok(money) = serde_json::from_str::<Money>(text) {
        whole(money);
    }
    if let Ok(amount) = text.parse::<Amount>() {
        // What `Amount` is within is another crate's type: by way of its text.
        let json = format!(r#"{{"amount": {text:?}, "currency": "IDR"}}"#);
        let money = serde_json::from_str::<Money>(&json);
        let debt = text.starts_with('-') && amount != "0".parse().unwrap();
        assert_eq!(money.is_err(), debt, "{text}");
        if let Ok(money) = money {
            assert_eq!(money.to_string(), format!("IDR {amount}"));
            whole(money);
        }
    }
}

fn whole(money: Money) {
    assert!(!money.amount().is_sign_negative() || money.amount().is_zero());
    let json = serde_json::to_string(&money).expect("money can be written");
    let read: Money = serde_json::from_str(&json).expect("it was written so");
    assert_eq!(read, money);
}

/// `always`: any amount of this form can be written; of the others, those that can be sent so.
fn form<F>(bytes: &[u8], always: bool)
where
    F: Copy + Debug + PartialEq + ToString + FromStr + Serialize + DeserializeOwned,
{
    if let Ok(amount) = serde_json::from_slice::<F>(bytes) {
        again(amount, always);
        exactly(amount, bytes);
    }
    if let Ok(text) = str::from_utf8(bytes)
        && let Ok(amount) = text.parse::<F>()
    {
        again(amount, always);
        let json = serde_json::Value::from(text);
        assert_eq!(serde_json::from_value::<F>(json).unwrap(), amount);
    }
}

fn again<F>(amount: F, always: bool)
where
    F: Copy + Debug + PartialEq + ToString + FromStr + Serialize + DeserializeOwned,
{
    let text = amount.to_string();
    let Ok(read) = text.parse::<F>() else {
        panic!("{amount:?} is printed {text}");
    };
    assert_eq!(read, amount, "{text}");
    match serde_json::to_string(&amount) {
        // A long number with a point may be refused, but never misread.
        Ok(json) => match serde_json::from_str::<F>(&json) {
            Ok(read) => assert_eq!(read, amount, "{json}"),
            Err(error) => assert!(json.contains('.') && !always, "{json}: {error}"),
        },
        Err(error) => assert!(!always, "{amount:?}: {error}"),
    }
}

/// A JSON number of at most 15 digits is read exactly.
fn exactly<F>(amount: F, bytes: &[u8])
where
    F: Debug + PartialEq + FromStr,
{
    let Ok(text) = str::from_utf8(bytes.trim_ascii()) else {
        return;
    };
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-');
    if digits <= 15 && text.bytes().all(plain) {
        assert_eq!(text.parse::<F>().ok(), Some(amount), "{text}");
    }
}
