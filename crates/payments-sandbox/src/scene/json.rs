//! A scene as JSON text.

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Map, Value, json};

use super::{
    DIGISWITCH_KEY, DIGISWITCH_SECRET, Input, MOST_BYTES, MOST_STEPS, Scene, Start, Step,
    answered::Answered, redact::Redacted,
};
use crate::{
    clock,
    request::Kept,
    settings::{CALLBACK_URLS, Settings},
};

/// The form of the file; another one is refused.
const VERSION: u64 = 1;

/// No scene is longer than that.
pub(crate) const LARGEST: usize = 4 * MOST_BYTES;

pub(super) fn write(redacted: &Redacted) -> String {
    let Redacted {
        scene,
        answers,
        notes,
    } = redacted;
    let steps = scene.steps.iter().zip(answers);
    let steps = steps.map(|(step, answer)| step_json(step, scene.start.at, answer.as_ref()));
    let settings = &scene.start.settings;
    let shown = json!({
        "scene": VERSION,
        "sandbox": env!("CARGO_PKG_VERSION"),
        "notes": notes,
        "seed": scene.start.seed,
        "begins": clock::utc_text(scene.start.at),
        "clock": if settings.clock_start.is_some() { "by hand" } else { "real" },
        "base_url": scene.start.base_url,
        "settings": {
            "digiswitch_accounts": settings.digiswitch_accounts.iter().map(|(user, _)| user).collect::<Vec<_>>(),
            "digiswitch_balance": settings.digiswitch_balance,
            "digiswitch_refuses_with_400": settings.digiswitch_refuses_with_400,
            "digiswitch_pay_without_inquiry": settings.digiswitch_pay_without_inquiry,
            "digiswitch_signs": settings.callback_secrets.contains_key("digiswitch"),
            "ciputra_expires_in_seconds": settings.ciputra_expires_in_seconds,
            "callback_urls": settings.callback_urls,
            "callback_hosts": settings.callback_hosts,
        },
        "steps": steps.collect::<Value>(),
    });
    format!("{shown:#}\n")
}

fn step_json(step: &Step, start: DateTime<Utc>, answer: Option<&Answered>) -> Value {
    let mut members = Map::new();
    let mut put = |name: &str, value: Value| members.insert(name.to_owned(), value);
    put("at", (step.at - start).num_milliseconds().into());
    match &step.input {
        Input::Tick => drop(put("does", "tick".into())),
        Input::Due => drop(put("does", "due".into())),
        Input::Told(id, result) => {
            put("does", "told".into());
            put("callback", (*id).into());
            match result {
                Ok(status) => put("status", (*status).into()),
                Err(error) => put("error", error.as_str().into()),
            };
        }
        Input::Request(kept) => {
            let request = kept.request();
            put("does", "request".into());
            put("method", request.method().into());
            put("target", request.target().into());
            let headers = request.headers().iter().map(|(name, value)| {
                let value = String::from_utf8_lossy(value.as_bytes());
                json!([name.as_str(), value])
            });
            put("headers", headers.collect());
            match std::str::from_utf8(request.body()) {
                Ok(text) => put("body", text.into()),
                Err(_) => put("body_base64", STANDARD.encode(request.body()).into()),
            };
        }
    }
    if let Some(answer) = answer {
        put("answered", answer.status.into());
        put("answer", answer.digest.as_str().into());
    }
    members.into()
}

/// The scene, and what each of its steps was answered.
pub(super) fn read(text: &str) -> Result<(Scene, Vec<Option<Answered>>), String> {
    if text.len() > LARGEST {
        return Err(format!("a scene has at most {} MiB", LARGEST >> 20));
    }
    let json: Value =
        serde_json::from_str(text).map_err(|error| format!("a scene is JSON: {error}"))?;
    if json.get("scene") != Some(&VERSION.into()) {
        return Err(format!("it is not a scene of version {VERSION}"));
    }
    let start = start(&json).ok_or("the beginning of the scene cannot be read")?;
    let listed = json.get("steps").and_then(Value::as_array);
    let listed = listed.filter(|steps| steps.len() <= MOST_STEPS);
    let listed = listed.ok_or(format!("a scene has \"steps\", at most {MOST_STEPS}"))?;
    let mut steps = Vec::new();
    let mut answers = Vec::new();
    let mut before = start.at;
    for (number, one) in (1..).zip(listed) {
        let step = step(one, start.at).filter(|step| step.at >= before);
        let step = step.ok_or(format!("step {number} of the scene cannot be read"))?;
        before = step.at;
        answers.push(answered(one));
        steps.push(step);
    }
    let scene = Scene {
        start,
        steps,
        bytes: 0,
        is_given_up: false,
        is_kept: true,
    };
    Ok((scene, answers))
}

fn start(json: &Value) -> Option<Start> {
    let text = |name: &str| json.get(name)?.as_str();
    let at = clock::parse(text("begins")?)?;
    let given = json.get("settings")?;
    let is = |name: &str| given.get(name)?.as_bool();
    let mut settings = Settings::new()
        .digiswitch_balance(given.get("digiswitch_balance")?.as_u64()?)
        .digiswitch_refuses_with_400(is("digiswitch_refuses_with_400")?)
        .digiswitch_pay_without_inquiry(is("digiswitch_pay_without_inquiry")?)
        .ciputra_expires_in_seconds(is("ciputra_expires_in_seconds")?);
    if is("digiswitch_signs")? {
        settings = settings.callback_secret("digiswitch", DIGISWITCH_SECRET);
    }
    for user in given.get("digiswitch_accounts")?.as_array()? {
        settings = settings.digiswitch_account(user.as_str()?, DIGISWITCH_KEY);
    }
    for (provider, url) in given.get("callback_urls")?.as_object()? {
        CALLBACK_URLS.iter().find(|known| *known == provider)?;
        settings = settings.callback_url(provider, url.as_str()?);
    }
    for host in given.get("callback_hosts")?.as_array()? {
        settings = settings.allow_callback_host(host.as_str()?);
    }
    if text("clock")? == "by hand" {
        settings = settings.manual_clock(at);
    }
    Some(Start {
        seed: json.get("seed")?.as_u64()?,
        at,
        base_url: text("base_url")?.to_owned(),
        settings,
    })
}

fn step(json: &Value, start: DateTime<Utc>) -> Option<Step> {
    let text = |name: &str| json.get(name)?.as_str();
    let status = |name: &str| u16::try_from(json.get(name)?.as_u64()?).ok();
    let after = TimeDelta::try_milliseconds(json.get("at")?.as_i64()?)?;
    let input = match text("does")? {
        "tick" => Input::Tick,
        "due" => Input::Due,
        "told" => {
            let id = usize::try_from(json.get("callback")?.as_u64()?).ok()?;
            let result = match text("error") {
                Some(error) => Err(error.to_owned()),
                None => Ok(status("status")?),
            };
            Input::Told(id, result)
        }
        "request" => {
            let headers = json.get("headers")?.as_array()?.iter();
            let headers = headers.map(|pair| match pair.as_array()?.as_slice() {
                [name, value] => Some((name.as_str()?.to_owned(), value.as_str()?.to_owned())),
                _ => None,
            });
            let headers = headers.collect::<Option<Vec<_>>>()?;
            let body = match text("body_base64") {
                Some(body) => STANDARD.decode(body).ok()?,
                None => text("body")?.as_bytes().to_vec(),
            };
            let kept = Kept::new(text("method")?, text("target")?, &headers, body)?;
            Input::Request(Arc::new(kept))
        }
        _ => return None,
    };
    let at = clock::later(start, after)?;
    Some(Step { at, input })
}

fn answered(json: &Value) -> Option<Answered> {
    let status = json.get("answered")?.as_u64();
    Some(Answered {
        status: status.and_then(|status| u16::try_from(status).ok()),
        digest: json.get("answer")?.as_str()?.to_owned(),
    })
}
