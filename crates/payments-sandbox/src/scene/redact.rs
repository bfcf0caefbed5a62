//! A scene without secrets and personal data, which can be attached to a bug report and still be
//! played.
//!
//! Each value has one substitute in the whole scene. The scene is played as it was and as it
//! becomes, side by side: a token that the one world handed out stands for that of the other.

use std::{collections::BTreeMap, sync::Arc};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value};

use super::{DIGISWITCH_KEY, DIGISWITCH_SECRET, Input, Scene, Start, answered::Answered};
use crate::{
    digiswitch,
    reply::Sent,
    request::{Kept, Request},
    settings::Settings,
    signature,
    telling::hide::{SHOWN_HEADERS, is_hidden},
};

/// The sandbox's own name for an account.
const OWN: &str = "sandbox";

pub(super) struct Redacted {
    pub(super) scene: Scene,
    /// What each step is answered now.
    pub(super) answers: Vec<Option<Answered>>,
    /// What is no longer as it was.
    pub(super) notes: Vec<String>,
}

pub(super) fn redacted(scene: &Scene) -> Redacted {
    let mut substitutes = Substitutes::new(&scene.start.settings);
    let start = Start {
        settings: substitutes.settings(),
        ..scene.start.clone()
    };
    let (mut was, mut is) = (scene.start.world(), start.world());
    let mut steps = Vec::new();
    let mut answers = Vec::new();
    let mut notes = Vec::new();
    for (number, step) in (1..).zip(&scene.steps) {
        let mut clean = step.clone();
        if let Input::Request(kept) = &step.input {
            clean.input = Input::Request(Arc::new(substitutes.request(kept)));
        }
        let (before, now) = (step.play(&mut was), clean.play(&mut is));
        if let (Some(before), Some(now)) = (&before, &now) {
            substitutes.tokens(before.as_ref(), now.as_ref());
            let status = |sent: &Option<Sent>| sent.as_ref().map(|sent| sent.status);
            if let (true, Some(was)) = (status(before) != status(now), status(before)) {
                notes.push(format!(
                    "step {number} was answered {was} with what was taken out of it"
                ));
            }
        }
        answers.push(now.map(|sent| Answered::of(sent.as_ref())));
        steps.push(clean);
    }
    let scene = Scene {
        start,
        steps,
        ..scene.clone()
    };
    Redacted {
        scene,
        answers,
        notes,
    }
}

struct Substitutes<'a> {
    settings: &'a Settings,
    /// Accounts: keys without what tells their kind, clients, users.
    accounts: BTreeMap<String, String>,
    tokens: BTreeMap<String, String>,
    values: BTreeMap<String, String>,
}

impl<'a> Substitutes<'a> {
    fn new(settings: &'a Settings) -> Self {
        let mut this = Self {
            settings,
            accounts: BTreeMap::new(),
            tokens: BTreeMap::new(),
            values: BTreeMap::new(),
        };
        // Those of the page's shop, which has them from the settings.
        let own = [OWN, &settings.digiswitch_user].into_iter();
        for own in own.chain(settings.token.as_deref()) {
            this.accounts.insert(own.to_owned(), OWN.to_owned());
        }
        this
    }

    fn settings(&mut self) -> Settings {
        let mut clean = Settings::new()
            .digiswitch_user(OWN)
            .digiswitch_key(DIGISWITCH_KEY);
        clean.seed = None;
        clean.clock_start = self.settings.clock_start;
        clean.digiswitch_balance = self.settings.digiswitch_balance;
        clean.digiswitch_refuses_with_400 = self.settings.digiswitch_refuses_with_400;
        clean.digiswitch_pay_without_inquiry = self.settings.digiswitch_pay_without_inquiry;
        clean.ciputra_expires_in_seconds = self.settings.ciputra_expires_in_seconds;
        for (user, _) in &self.settings.digiswitch_accounts {
            let user = self.account(user);
            clean = clean.digiswitch_account(user, DIGISWITCH_KEY);
        }
        if self.settings.callback_secrets.contains_key("digiswitch") {
            clean = clean.callback_secret("digiswitch", DIGISWITCH_SECRET);
        }
        for (provider, url) in &self.settings.callback_urls {
            clean = clean.callback_url(provider, self.text(url));
        }
        if !self.settings.callback_hosts.is_empty() {
            clean = clean.allow_callback_host(ALLOWED);
        }
        clean
    }

    fn account(&mut self, raw: &str) -> String {
        let others = self.accounts.values().filter(|name| *name != OWN);
        let next = format!("{OWN}-{}", others.count() + 2);
        let known = self.accounts.entry(raw.to_owned());
        known.or_insert(next).clone()
    }

    /// A key; what tells of which kind it is stays.
    fn key(&mut self, raw: &str) -> String {
        let kinds = ["xnd_development_", "test_"];
        let kind = kinds.into_iter().find(|kind| raw.starts_with(kind));
        let kind = kind.unwrap_or_default();
        format!(
            "{kind}{}",
            self.account(raw.get(kind.len()..).unwrap_or_default())
        )
    }

    /// The tokens that both worlds have handed out.
    fn tokens(&mut self, before: Option<&Sent>, now: Option<&Sent>) {
        let body = |sent: Option<&Sent>| serde_json::from_slice::<Value>(&sent?.body).ok();
        let (Some(before), Some(now)) = (body(before), body(now)) else {
            return;
        };
        for name in ["access_token", "accessToken"] {
            let text = |body: &Value| Some(body.get(name)?.as_str()?.to_owned());
            if let (Some(before), Some(now)) = (text(&before), text(&now)) {
                self.tokens.insert(before, now);
            }
        }
    }

    fn request(&mut self, kept: &Kept) -> Kept {
        let request = kept.request();
        let mut headers = Vec::new();
        for (name, value) in request.headers() {
            let value = String::from_utf8_lossy(value.as_bytes());
            if let Some(value) = self.header(&request, name.as_str(), &value) {
                headers.push((name.as_str().to_owned(), value));
            }
        }
        let target = match request.target().split_once('?') {
            Some((path, query)) => format!("{path}?{}", self.form(query.as_bytes())),
            None => request.target().to_owned(),
        };
        let body = self.body(&request);
        let clean = Kept::new(request.method(), &target, &headers, body);
        // What cannot be written again was no request either.
        clean.unwrap_or_else(|| Request::nothing().kept())
    }

    /// None: it is left out.
    fn header(&mut self, request: &Request, name: &str, value: &str) -> Option<String> {
        const OF_A_MACHINE: [&str; 4] = ["host", "origin", "user-agent", "content-length"];
        match name {
            "authorization" => {
                if let Some((user, password)) = request.basic() {
                    let password = if password.is_empty() { "" } else { OWN };
                    let pair = format!("{}:{password}", self.key(&user));
                    return Some(format!("Basic {}", STANDARD.encode(pair)));
                }
                let (scheme, credentials) = value.split_once(' ')?;
                let token = self.tokens.get(credentials.trim());
                let token = token.map_or("unknown", String::as_str);
                Some(format!("{scheme} {token}"))
            }
            "api-key" | "api-secret" if value.is_empty() => Some(String::new()),
            "api-key" => Some(self.key(value)),
            "api-secret" => Some(OWN.to_owned()),
            name if OF_A_MACHINE.contains(&name) || !SHOWN_HEADERS.contains(&name) => None,
            _ => Some(self.text(value)),
        }
    }

    fn body(&mut self, request: &Request) -> Vec<u8> {
        let body = request.body();
        let blank = body.iter().all(u8::is_ascii_whitespace);
        if let (false, Ok(mut json)) = (blank, serde_json::from_slice::<Value>(body)) {
            let sign = self.sign(&json);
            self.value("", &mut json);
            if let (Some(sign), Some(members)) = (sign, json.as_object_mut()) {
                let signed = sign.map(|word| self.text_of(&word, members));
                let user = member(members, "username");
                let sign = match signed {
                    Some(word) => signature::md5(&format!("{user}{DIGISWITCH_KEY}{word}")),
                    None => "wrong".to_owned(),
                };
                members.insert("sign".to_owned(), sign.into());
            }
            return json.to_string().into_bytes();
        }
        match request.is_form() {
            true => self.form(body).into_bytes(),
            // Nobody knows what is in it, and nobody can read it afterwards either.
            false if blank => body.to_vec(),
            false => vec![b'?'; body.len()],
        }
    }

    /// Of a body that is signed in Digiswitch's way: over which member, or None if wrongly.
    fn sign(&self, json: &Value) -> Option<Option<Word>> {
        let members = json.as_object()?;
        let sign = members.get("sign")?.as_str()?;
        let user = member(members, "username");
        let main = (
            &self.settings.digiswitch_user,
            &self.settings.digiswitch_key,
        );
        let more = self.settings.digiswitch_accounts.iter();
        let mut known = more.map(|(user, key)| (user, key)).chain([main]);
        let key = known.find(|(known, _)| **known == user).map(|(_, key)| key);
        let words = ["depo", "pricelist"].map(Word::Fixed);
        let members_of = ["ref_id", "customer_no"].map(Word::Member);
        let found = words.into_iter().chain(members_of).find(|word| {
            let word = self.text_of(word, members);
            key.is_some_and(|key| signature::md5(&format!("{user}{key}{word}")) == sign)
        });
        Some(found)
    }

    fn text_of(&self, word: &Word, members: &Map<String, Value>) -> String {
        match word {
            Word::Fixed(word) => (*word).to_owned(),
            Word::Member(name) => member(members, name),
        }
    }

    fn form(&mut self, bytes: &[u8]) -> String {
        let mut form = form_urlencoded::Serializer::new(String::new());
        for (name, value) in form_urlencoded::parse(bytes) {
            form.append_pair(&name, &self.named(&name, &value));
        }
        form.finish()
    }

    fn value(&mut self, name: &str, value: &mut Value) {
        match value {
            Value::Object(members) => {
                for (name, member) in members {
                    self.value(name, member);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(name, item)),
            Value::String(text) => *text = self.named(name, text),
            Value::Number(number) if is_hidden(name) => {
                let clean = self.named(name, &number.to_string());
                if let Ok(clean) = serde_json::from_str(&clean) {
                    *value = clean;
                }
            }
            _ => {}
        }
    }

    /// The text of a member of that name.
    fn named(&mut self, name: &str, text: &str) -> String {
        match name {
            "username" | "client_id" => self.account(text),
            "client_secret" if !text.is_empty() => OWN.to_owned(),
            _ if !is_hidden(name) => self.text(text),
            _ if digiswitch::is_documented(text) => text.to_owned(),
            _ => {
                let count = self.values.len() + 1;
                let known = self.values.entry(text.to_owned());
                known.or_insert_with(|| shaped_like(text, count)).clone()
            }
        }
    }

    /// Of an address, only what says whether it is this machine's, and the path.
    fn text(&self, text: &str) -> String {
        let Some((scheme, rest)) = text.split_once("://") else {
            return text.to_owned();
        };
        let place = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(place);
        let host = authority.rsplit('@').next().unwrap_or_default();
        let (bare, port) = match host.rsplit_once(':') {
            Some((bare, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => {
                (bare, format!(":{port}"))
            }
            _ => (host, String::new()),
        };
        let bare_of_brackets = bare.trim_start_matches('[').trim_end_matches(']');
        let is_here = bare_of_brackets == "localhost"
            || bare_of_brackets
                .parse()
                .is_ok_and(|ip: std::net::IpAddr| ip.is_loopback());
        let mut allowed = self.settings.callback_hosts.iter();
        let bare = match is_here {
            true => bare,
            false if allowed.any(|host| host.eq_ignore_ascii_case(bare_of_brackets)) => ALLOWED,
            false => "elsewhere.invalid",
        };
        let path = path.split(['?', '#']).next().unwrap_or_default();
        format!("{scheme}://{bare}{port}{path}")
    }
}

/// Stands for every host that the settings let callbacks go to.
const ALLOWED: &str = "shop.invalid";

/// What is signed.
enum Word {
    Fixed(&'static str),
    Member(&'static str),
}

fn member(members: &Map<String, Value>, name: &str) -> String {
    match members.get(name) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Another text of the same shape, another one for each count. The first characters of a number
/// stay, for they say what it is: `0812`, `+62`.
fn shaped_like(text: &str, count: usize) -> String {
    let is_number = text
        .chars()
        .all(|one| one.is_ascii_digit() || "+-. ,".contains(one));
    let kept = if is_number { 3 } else { 0 };
    let mut count = count;
    let mut shaped: Vec<char> = text.chars().collect();
    for one in shaped.iter_mut().skip(kept).rev() {
        let (first, base) = match one {
            '0'..='9' => ('0', 10),
            'A'..='Z' => ('A', 26),
            _ if one.is_alphabetic() => ('a', 26),
            _ => continue,
        };
        let place = u32::try_from(count % base).unwrap_or_default();
        *one = char::from_u32(u32::from(first) + place).unwrap_or(first);
        count /= base;
    }
    shaped.into_iter().collect()
}
