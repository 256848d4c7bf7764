//! Who may ask this page for anything: the browser that was given its link, and nobody else on this machine or in a web page.
//!
//! A page anywhere can make a browser send requests to this address, and a name can be pointed at it; a cookie goes to every
//! port. So the host is compared with two exact strings, the origin with the host, what the browser says of the sender with
//! what a page of ours sends, and every path but the entrance needs the cookie that the one-time code gave.

use axum::http::header::{CONNECTION, COOKIE, HOST, ORIGIN, UPGRADE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, Method, StatusCode};
use booth::Result;
use std::sync::{Mutex, PoisonError};
use subtle::ConstantTimeEq as _;

/// The path of the entrance, with a code behind it.
pub(super) const ENTRANCE: &str = "/enter";
/// Bytes of a secret: 256 bits.
const SECRET: usize = 32;

/// Fills a buffer with random bytes.
pub(super) type Fill = fn(&mut [u8]) -> Result<()>;

/// What guards one server.
pub(super) struct Guard {
    hosts: [String; 2],
    cookie_name: String,
    cookie: String,
    /// The code that opens the entrance once.
    code: Mutex<String>,
    /// What a page says first over its socket, so that a cookie that another server on this machine was sent is of no use.
    pub nonce: String,
    fill: Fill,
}

impl Guard {
    /// Makes the guard of a server on this port of the loopback address.
    pub(super) fn new(port: u16, fill: Fill) -> Result<Self> {
        Ok(Self {
            hosts: [format!("127.0.0.1:{port}"), format!("localhost:{port}")],
            cookie_name: format!("booth-{port}"),
            cookie: secret(fill)?,
            code: Mutex::new(secret(fill)?),
            nonce: secret(fill)?,
            fill,
        })
    }

    /// Returns the link that opens the entrance once.
    pub(super) fn link(&self) -> String {
        let code = self.code.lock().unwrap_or_else(PoisonError::into_inner);
        format!("http://{}{ENTRANCE}?code={code}", self.hosts[0])
    }

    /// Returns the address of the page, for a browser that was let in.
    pub(super) fn address(&self) -> String {
        format!("http://{}/", self.hosts[0])
    }

    /// Returns the cookie that lets a browser in, as it is set.
    pub(super) fn set_cookie(&self) -> String {
        format!("{}={}; HttpOnly; SameSite=Strict; Path=/", self.cookie_name, self.cookie)
    }

    /// Uses up a code; says whether it was the one.
    pub(super) fn let_in(&self, query: Option<&str>) -> bool {
        let given = query.and_then(|query| query.strip_prefix("code=")).unwrap_or_default();
        let mut code = self.code.lock().unwrap_or_else(PoisonError::into_inner);
        if !same(given, &code) {
            return false;
        }
        // Without random bytes nobody is let in any more.
        *code = secret(self.fill).unwrap_or_default();
        true
    }

    /// Checks the head of a request.
    ///
    /// # Errors
    /// The status to answer with: 400 for two hosts or a target with a host of its own, 421 for another host, 403 for another
    /// origin or sender, 405 for a method that is none of ours, 401 without the cookie.
    pub(super) fn check(&self, head: &Parts) -> std::result::Result<(), StatusCode> {
        if head.uri.authority().is_some() || head.headers.get_all(HOST).iter().count() > 1 {
            return Err(StatusCode::BAD_REQUEST);
        }
        let host = text(&head.headers, &HOST).unwrap_or_default();
        if !self.hosts.iter().any(|own| own == host) {
            return Err(StatusCode::MISDIRECTED_REQUEST);
        }
        let origins = head.headers.get_all(ORIGIN).iter().count();
        let is_own_origin = text(&head.headers, &ORIGIN).is_some_and(|origin| {
            origin.strip_prefix("http://").is_some_and(|origin| origin == host) && origins == 1
        });
        let needs_origin = is_upgrade(&head.headers) || head.method != Method::GET;
        if !is_own_origin && (origins > 0 || needs_origin) {
            return Err(StatusCode::FORBIDDEN);
        }
        let is_entrance = head.uri.path() == ENTRANCE;
        let sender = text(&head.headers, &HeaderName::from_static("sec-fetch-site"));
        let is_own_sender = matches!(sender, None | Some("same-origin" | "none"));
        // The entrance is opened from a file, which is another site.
        if !is_own_sender && !is_entrance {
            return Err(StatusCode::FORBIDDEN);
        }
        if head.method != Method::GET {
            return Err(StatusCode::METHOD_NOT_ALLOWED);
        }
        if is_entrance || self.has_cookie(&head.headers) { Ok(()) } else { Err(StatusCode::UNAUTHORIZED) }
    }

    /// Says whether the cookie is there.
    pub(super) fn has_cookie(&self, headers: &HeaderMap) -> bool {
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        cookies
            .flat_map(|cookies| cookies.split(';'))
            .filter_map(|cookie| cookie.trim().split_once('='))
            .any(|(name, value)| name == self.cookie_name && same(value, &self.cookie))
    }

    /// Says whether this is the nonce of the page.
    pub(super) fn is_nonce(&self, given: &str) -> bool {
        same(given, &self.nonce)
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn is_upgrade(headers: &HeaderMap) -> bool {
    headers.contains_key(UPGRADE)
        || text(headers, &CONNECTION).is_some_and(|value| value.to_ascii_lowercase().contains("upgrade"))
}

/// Compares in a time that depends on the lengths alone; what is empty is the same as nothing.
fn same(given: &str, own: &str) -> bool {
    !own.is_empty() && bool::from(given.as_bytes().ct_eq(own.as_bytes()))
}

fn secret(fill: Fill) -> Result<String> {
    let mut bytes = [0u8; SECRET];
    fill(&mut bytes)?;
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
    Ok(bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn guard() -> Guard {
        Guard::new(4321, |bytes| {
            bytes.fill(7);
            Ok(())
        })
        .unwrap()
    }

    fn status(guard: &Guard, method: &str, target: &str, headers: &[(&str, &str)]) -> u16 {
        let mut request = Request::builder().method(method).uri(target);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let (head, ()) = request.body(()).unwrap().into_parts();
        guard.check(&head).map_or_else(|status| status.as_u16(), |()| 200)
    }

    /// Oracle: what each attack is, and the status that docs/STUDIO.md lists for it.
    #[test]
    fn every_stranger_is_refused_and_the_page_is_not() {
        let guard = guard();
        let cookie = format!("other=1; booth-4321={}", "07".repeat(32));
        let host = ("host", "127.0.0.1:4321");
        let let_in = ("cookie", cookie.as_str());
        let own = ("origin", "http://127.0.0.1:4321");
        let upgrade = ("upgrade", "websocket");
        for (headers, expected) in [
            (vec![host, let_in], 200),
            (vec![("host", "localhost:4321"), let_in], 200),
            (vec![host, let_in, ("sec-fetch-site", "same-origin")], 200),
            (vec![host, let_in, upgrade, own], 200),
            (vec![let_in], 421),
            (vec![("host", ""), let_in], 421),
            (vec![("host", ":4321"), let_in], 421),
            (vec![("host", "127.0.0.1"), let_in], 421),
            (vec![("host", "127.0.0.1:80"), let_in], 421),
            (vec![("host", "127.0.0.1.:4321"), let_in], 421),
            (vec![("host", "LOCALHOST:4321"), let_in], 421),
            (vec![("host", "evil.example:4321"), let_in], 421),
            (vec![("host", "[::1]:4321"), let_in], 421),
            (vec![host, ("host", "evil.example"), let_in], 400),
            (vec![host, let_in, ("origin", "http://evil.example")], 403),
            (vec![host, let_in, ("origin", "null")], 403),
            (vec![host, let_in, ("origin", "http://127.0.0.1:4322")], 403),
            (vec![host, let_in, ("origin", "http://localhost:4321")], 403),
            (vec![host, let_in, own, ("origin", "http://evil.example")], 403),
            (vec![host, let_in, upgrade], 403),
            (vec![host, let_in, upgrade, ("origin", "https://127.0.0.1:4321")], 403),
            (vec![host, let_in, ("sec-fetch-site", "cross-site")], 403),
            (vec![host, let_in, ("sec-fetch-site", "same-site")], 403),
            (vec![host], 401),
            (vec![host, ("cookie", "booth-4321=07")], 401),
            (vec![host, ("cookie", "booth-4320=070707")], 401),
        ] {
            assert_eq!(status(&guard, "GET", "/", &headers), expected, "{headers:?}");
        }
        assert_eq!(status(&guard, "GET", "http://127.0.0.1:4321/", &[host, let_in]), 400);
        assert_eq!(status(&guard, "POST", "/", &[host, let_in]), 403);
        assert_eq!(status(&guard, "POST", "/", &[host, let_in, own]), 405);
        assert_eq!(status(&guard, "GET", "/enter?code=1", &[host, ("sec-fetch-site", "cross-site")]), 200);
    }

    #[test]
    fn a_code_lets_in_once() {
        use std::sync::atomic::{AtomicU8, Ordering};
        static DRAWN: AtomicU8 = AtomicU8::new(1);
        let guard = Guard::new(1, |bytes| {
            bytes.fill(DRAWN.fetch_add(1, Ordering::Relaxed));
            Ok(())
        })
        .unwrap();
        let link = guard.link();
        let query = link.split_once('?').unwrap().1.to_owned();
        for wrong in
            [None, Some(""), Some("code="), Some("code=00"), Some("x=1"), Some(&query[..query.len() - 1])]
        {
            assert!(!guard.let_in(wrong), "{wrong:?}");
        }
        assert!(guard.let_in(Some(&query)));
        assert!(!guard.let_in(Some(&query)), "used");
        assert_ne!(guard.link(), link, "the next browser has a code of its own");
    }
}
