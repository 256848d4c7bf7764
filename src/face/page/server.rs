//! The server of the page: three files, one socket, on the loopback address and nowhere else.

#![expect(clippy::disallowed_types, reason = "the one place that listens, on the loopback address alone")]

use super::guard::{ENTRANCE, Guard};
use super::stage::{Part, Stage, Text};
use axum::Router;
use axum::body::Body;
use axum::extract::ws::{Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::extract::{Path as UrlPath, Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use axum::serve::ListenerExt as _;
use booth::msg;
use booth::{Error, ErrorKind, Result};
use serde_json::{Value, json};
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;

/// The greatest message that a page sends, in bytes.
const MOST_MESSAGE: usize = 4096;
/// Sockets that are open at once; a person has one or two tabs.
const MOST_SOCKETS: usize = 8;
/// A page that does not say who it is within this is none.
const HELLO: Duration = Duration::from_secs(5);
/// How long the last scene has to reach the page.
const FAREWELL: Duration = Duration::from_millis(400);

/// What the headers of every answer say, besides its kind.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; \
         connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (CACHE_CONTROL, "no-store"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "microphone=(), camera=()"),
];

const PAGE: &str = include_str!("assets/index.html");
const STYLE: &str = include_str!("assets/booth.css");
const SCRIPT: &str = include_str!("assets/booth.js");
/// The answer of the entrance: a hop, so that the browser comes to the page from the page's own site, with the cookie.
const HOP: &str = include_str!("assets/hop.html");

/// What all requests share.
struct House {
    guard: Guard,
    stage: Arc<Stage>,
    sockets: AtomicUsize,
    /// Called when a code was used up, and the link is another one.
    relink: Box<dyn Fn(&str) + Send + Sync>,
}

/// The running server.
pub(super) struct Server {
    house: Arc<House>,
    stop: watch::Sender<bool>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Starts to listen on a free port of the loopback address; `relink` is told each new link, the first one too.
    pub(super) fn start(
        stage: Arc<Stage>,
        fill: super::guard::Fill,
        relink: impl Fn(&str) + Send + Sync + 'static,
    ) -> Result<Self> {
        let failed = |error: std::io::Error| {
            Error::of(ErrorKind::Io, msg!("page-no-server", cause = error.to_string()))
        };
        let runtime = Builder::new_current_thread().enable_all().build().map_err(failed)?;
        let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))).map_err(failed)?;
        let port = listener.local_addr().map_err(failed)?.port();
        let guard = Guard::new(port, fill)?;
        relink(&guard.link());
        let house = Arc::new(House { guard, stage, sockets: AtomicUsize::new(0), relink: Box::new(relink) });
        let (stop, stopped) = watch::channel(false);
        let router = router(Arc::clone(&house), &stopped);
        let thread = std::thread::Builder::new()
            .name("booth-page".to_owned())
            .spawn(move || serve(runtime, listener, router, stopped))
            .map_err(failed)?;
        Ok(Self { house, stop, thread: Some(thread) })
    }

    /// Returns the link that opens the page once.
    pub(super) fn link(&self) -> String {
        self.house.guard.link()
    }

    /// Returns the address of the page for a browser that was let in.
    pub(super) fn address(&self) -> String {
        self.house.guard.address()
    }
}

impl Drop for Server {
    /// Lets the last scene reach the page, and stops.
    fn drop(&mut self) {
        self.stop.send_replace(true);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve(runtime: Runtime, listener: TcpListener, router: Router, mut stopped: watch::Receiver<bool>) {
    runtime.block_on(async move {
        // Meter and answers are small, and each is worth its own packet at once.
        let listener = listener.tap_io(|io| {
            let _ = io.set_nodelay(true);
        });
        let serving = axum::serve(listener, router);
        tokio::select! {
            _ = async { serving.await } => {}
            () = async {
                let _ = stopped.wait_for(|stopped| *stopped).await;
                tokio::time::sleep(FAREWELL).await;
            } => {}
        }
    });
    runtime.shutdown_background();
}

fn router(house: Arc<House>, stopped: &watch::Receiver<bool>) -> Router {
    let page = PAGE.replace("{{nonce}}", &house.guard.nonce);
    let stopped = stopped.clone();
    let live = move |State(house): State<Arc<House>>, upgrade: WebSocketUpgrade| async move {
        let open = house.sockets.fetch_add(1, Ordering::Relaxed);
        let guest = Guest(Arc::clone(&house));
        if open >= MOST_SOCKETS {
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
        let upgrade = upgrade.max_message_size(MOST_MESSAGE).max_frame_size(MOST_MESSAGE);
        upgrade.on_upgrade(move |socket| attend(guest, socket, stopped))
    };
    Router::new()
        .route("/", get(move || async move { file("text/html; charset=utf-8", page) }))
        .route("/booth.css", get(|| async { file("text/css; charset=utf-8", STYLE) }))
        .route("/booth.js", get(|| async { file("text/javascript; charset=utf-8", SCRIPT) }))
        .route("/live", get(live))
        .route(ENTRANCE, get(enter))
        .route("/media/{name}", get(picture))
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(from_fn_with_state(Arc::clone(&house), keep_out))
        .with_state(house)
}

fn file(kind: &'static str, body: impl Into<Body>) -> Response {
    ([(CONTENT_TYPE, kind)], body.into()).into_response()
}

/// Checks every request, and puts the headers on every answer.
async fn keep_out(State(house): State<Arc<House>>, request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    let mut answer = match house.guard.check(&head) {
        Ok(()) => next.run(Request::from_parts(head, body)).await,
        Err(status) => status.into_response(),
    };
    for (name, value) in HEADERS {
        answer.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    answer
}

/// Lets in whoever has the code, or was let in before.
async fn enter(State(house): State<Arc<House>>, request: Request) -> Response {
    if !house.guard.has_cookie(request.headers()) {
        if !house.guard.let_in(request.uri().query()) {
            return StatusCode::UNAUTHORIZED.into_response();
        }
        (house.relink)(&house.guard.link());
    }
    let mut answer = file("text/html; charset=utf-8", HOP);
    if let Ok(cookie) = HeaderValue::from_str(&house.guard.set_cookie()) {
        answer.headers_mut().insert(SET_COOKIE, cookie);
    }
    answer
}

/// The picture that is on the page now, and no other.
async fn picture(State(house): State<Arc<House>>, UrlPath(name): UrlPath<String>) -> Response {
    match house.stage.picture(&name) {
        Some(picture) => file(picture.content_type, picture.bytes.to_vec()),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// A socket that is open; dropped, it is counted no more.
struct Guest(Arc<House>);

impl Drop for Guest {
    fn drop(&mut self) {
        self.0.sockets.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A page that is in the house; dropped, it has left.
struct Visit<'a> {
    stage: &'a Stage,
    page: u64,
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        self.stage.leave(self.page);
    }
}

/// Attends to one page until it leaves.
async fn attend(guest: Guest, mut socket: WebSocket, mut stopped: watch::Receiver<bool>) {
    let house = &guest.0;
    let hello = tokio::time::timeout(HELLO, socket.recv()).await;
    let Ok(Some(Ok(Message::Text(hello)))) = hello else { return };
    if !is_hello(&house.guard, &hello) {
        // A page of a program that ran before: it is told so, and fetches this one's.
        let _ = socket.send(Message::Close(None)).await;
        return;
    }
    let stage = house.stage.as_ref();
    let visit = Visit { stage, page: stage.enter() };
    let mut control = stage.follow_control();
    let mut parts = Part::ALL.map(|part| stage.follow(part));
    let mut is_shown = None;
    loop {
        let is_in_control = stage.is_in_control(visit.page);
        if is_shown != Some(is_in_control) {
            is_shown = Some(is_in_control);
            let sent = if is_in_control {
                send_all(&mut socket, &mut parts).await
            } else {
                let words = parts[Part::Words as usize].borrow_and_update().clone();
                let elsewhere = json!({ "kind": "scene", "view": "elsewhere", "state": 0, "notes": [] });
                send(&mut socket, &words).await && send(&mut socket, &Text::from(elsewhere.to_string())).await
            };
            if !sent {
                return;
            }
        }
        let [words, scene, readings, meter] = &mut parts;
        let changed = tokio::select! {
            biased;
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => {
                    if is_in_control {
                        if !stage.hear(&text) { return }
                    } else if is_take_over(&text) {
                        stage.take_over(visit.page);
                    }
                    None
                }
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => None,
                // Nothing else is sent by a page of ours.
                _ => return,
            },
            changed = control.changed() => { if changed.is_err() { return } None }
            changed = words.changed(), if is_in_control => changed.ok().map(|()| words),
            changed = scene.changed(), if is_in_control => changed.ok().map(|()| scene),
            changed = readings.changed(), if is_in_control => changed.ok().map(|()| readings),
            changed = meter.changed(), if is_in_control => changed.ok().map(|()| meter),
            _ = stopped.changed() => {
                send_all(&mut socket, &mut parts).await;
                return;
            }
        };
        if let Some(part) = changed {
            let text = part.borrow_and_update().clone();
            if !send(&mut socket, &text).await {
                return;
            }
        }
    }
}

fn is_hello(guard: &Guard, message: &str) -> bool {
    let given: Value = serde_json::from_str(message).unwrap_or_default();
    given["do"] == "hello" && given["nonce"].as_str().is_some_and(|nonce| guard.is_nonce(nonce))
}

fn is_take_over(message: &str) -> bool {
    serde_json::from_str::<Value>(message).is_ok_and(|given| given["do"] == "take-over")
}

/// Sends what is on the stage.
async fn send_all(socket: &mut WebSocket, parts: &mut [watch::Receiver<Text>]) -> bool {
    for part in parts {
        let text = part.borrow_and_update().clone();
        if !send(socket, &text).await {
            return false;
        }
    }
    true
}

/// Sends a text, unless it is empty; says whether the page is still there.
async fn send(socket: &mut WebSocket, text: &Text) -> bool {
    text.is_empty() || socket.send(Message::Text(Utf8Bytes::from(&**text))).await.is_ok()
}
