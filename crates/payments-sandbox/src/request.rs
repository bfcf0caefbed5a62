//! A request as the world sees it: already received and leniently parsed.

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header},
};
use base64::{
    Engine,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::form;

/// Real clients leave the padding out at times.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &base64::alphabet::STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What a client asked.
#[derive(Debug)]
pub(crate) struct Request {
    method: Method,
    /// As it came.
    uri: Uri,
    path: Vec<String>,
    query: Vec<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
}

/// A request that was answered, in one piece.
#[derive(Debug)]
pub(crate) struct Kept {
    method: Method,
    /// Where the body begins.
    head: usize,
    /// A line for the target, one for each header, and the body.
    bytes: Vec<u8>,
}

impl Kept {
    /// Of these parts; None if they are none of a request.
    pub(crate) fn new(
        method: &str,
        target: &str,
        headers: &[(String, String)],
        body: Vec<u8>,
    ) -> Option<Self> {
        let uri = Uri::try_from(target).ok()?;
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let name = HeaderName::from_bytes(name.as_bytes()).ok()?;
            map.append(name, HeaderValue::from_bytes(value.as_bytes()).ok()?);
        }
        let method = Method::from_bytes(method.as_bytes()).ok()?;
        Some(Request::new(method, &uri, map, body.into()).kept())
    }

    pub(crate) fn size(&self) -> usize {
        self.bytes.capacity()
    }

    /// As it was.
    pub(crate) fn request(&self) -> Request {
        let (head, body) = self.bytes.split_at_checked(self.head).unwrap_or_default();
        let mut lines = head.split(|byte| *byte == b'\n');
        let target = lines.next().unwrap_or_default();
        let pairs = lines.filter_map(|line| {
            let colon = line.iter().position(|byte| *byte == b':')?;
            let (name, value) = line.split_at_checked(colon)?;
            let name = HeaderName::from_bytes(name).ok()?;
            Some((name, HeaderValue::from_bytes(value.get(1..)?).ok()?))
        });
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(name, value);
        }
        let uri = Uri::try_from(target).unwrap_or_default();
        Request::new(
            self.method.clone(),
            &uri,
            headers,
            Bytes::copy_from_slice(body),
        )
    }
}

impl Request {
    pub(crate) fn new(method: Method, uri: &Uri, headers: HeaderMap, body: Bytes) -> Self {
        // Empty segments go: Python sends `//ewallets`, Java `/ewallets/?…`.
        let path = uri
            .path()
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
            .collect();
        let query = form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes())
            .into_owned()
            .collect();
        Self {
            method,
            uri: uri.clone(),
            path,
            query,
            headers,
            body,
        }
    }

    /// One that this program makes; `None` if its parts are none of a request.
    pub(crate) fn of(
        method: Method,
        target: &str,
        headers: Vec<(&'static str, String)>,
        body: &Value,
    ) -> Option<Self> {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            let value = HeaderValue::try_from(value).ok()?;
            map.insert(HeaderName::from_static(name), value);
        }
        let body = match body {
            Value::Null => String::new(),
            body => body.to_string(),
        };
        let uri = target.parse().ok()?;
        Some(Self::new(method, &uri, map, body.into()))
    }

    /// Where nothing else is known of it.
    pub(crate) fn nothing() -> Self {
        Self::new(Method::GET, &Uri::default(), HeaderMap::new(), Bytes::new())
    }

    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Path and query as they came.
    pub(crate) fn target(&self) -> &str {
        let target = self.uri.path_and_query();
        target.map_or("/", |target| target.as_str())
    }

    pub(crate) fn body(&self) -> &[u8] {
        &self.body
    }

    /// A copy of it in one piece. Its own parts belong to the connection, which reads into them
    /// again once nobody holds them.
    pub(crate) fn kept(&self) -> Kept {
        let mut bytes = Vec::with_capacity(512 + self.body.len());
        bytes.extend_from_slice(self.target().as_bytes());
        for (name, value) in &self.headers {
            for part in [b"\n", name.as_str().as_bytes(), b":", value.as_bytes()] {
                bytes.extend_from_slice(part);
            }
        }
        let head = bytes.len();
        bytes.extend_from_slice(&self.body);
        Kept {
            method: self.method.clone(),
            head,
            bytes,
        }
    }

    /// As if it had come without a key, whichever header holds that.
    pub(crate) fn without_credentials(mut self) -> Self {
        let kind = self.headers.remove(header::CONTENT_TYPE);
        self.headers = kind
            .into_iter()
            .map(|kind| (header::CONTENT_TYPE, kind))
            .collect();
        self
    }

    pub(crate) fn verb(&self) -> &Method {
        &self.method
    }

    pub(crate) fn method(&self) -> &str {
        self.method.as_str()
    }

    /// The path's segments, decoded, without empty ones.
    pub(crate) fn path(&self) -> Vec<&str> {
        self.path.iter().map(String::as_str).collect()
    }

    /// The first segment of the path.
    pub(crate) fn place(&self) -> Option<&str> {
        self.path.first().map(String::as_str)
    }

    /// The path's segments below the provider's own.
    pub(crate) fn path_below_provider(&self) -> Vec<&str> {
        self.path.iter().skip(1).map(String::as_str).collect()
    }

    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok().map(str::trim)
    }

    /// What follows `scheme` in the Authorization header.
    pub(crate) fn credentials(&self, scheme: &str) -> Option<&str> {
        let (given, credentials) = self
            .header(header::AUTHORIZATION.as_str())?
            .split_once(' ')?;
        given
            .eq_ignore_ascii_case(scheme)
            .then(|| credentials.trim())
    }

    /// User and password of HTTP Basic.
    pub(crate) fn basic(&self) -> Option<(String, String)> {
        let decoded = BASE64.decode(self.credentials("Basic")?).ok()?;
        let decoded = String::from_utf8(decoded).ok()?;
        let (user, password) = decoded.split_once(':')?;
        Some((user.to_owned(), password.to_owned()))
    }

    /// The members of the body, from JSON or from a form; none when it is neither. An empty body
    /// has no members.
    pub(crate) fn members(&self) -> Option<Map<String, Value>> {
        if self.is_form() {
            return Some(form::parse(&self.body));
        }
        self.json_members()
    }

    /// The members of a JSON body whatever its type claims to be: `curl -d '{…}'` claims a form.
    pub(crate) fn json_members(&self) -> Option<Map<String, Value>> {
        if self.body.iter().all(u8::is_ascii_whitespace) {
            return Some(Map::new());
        }
        match serde_json::from_slice(&self.body) {
            Ok(Value::Object(members)) => Some(members),
            _ => None,
        }
    }

    pub(crate) fn is_form(&self) -> bool {
        let kind = self
            .header(header::CONTENT_TYPE.as_str())
            .unwrap_or_default()
            .to_ascii_lowercase();
        if kind.contains("x-www-form-urlencoded") {
            return true;
        }
        // Without a usable content-type the first byte decides; JSON members start with a brace.
        let first = self.body.iter().find(|byte| !byte.is_ascii_whitespace());
        !kind.contains("json") && !matches!(first, None | Some(b'{' | b'['))
    }
}
