//! `booth studio`: the page as a browser meets it, without a browser. The real ones are in tests/real/page.sh.

#![expect(clippy::disallowed_types, reason = "the test is the browser")]

use super::main_job::{sheet, speech};
use super::{Booth, Record, first_session, read_session, tree};
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

/// How long something may take that comes at once on a machine that is not busy.
const PATIENCE: Duration = Duration::from_secs(60);

/// The running program, and what it printed.
struct Studio {
    child: Child,
    port: u16,
    code: String,
}

impl Studio {
    /// Starts it over the small sheet, with files as the microphone.
    fn start(booth: &Booth, device: &str) -> Self {
        let args = ["studio", "sheet", "--no-open", "--into", "recordings", "--language", "en"];
        let more = ["--speaker", "anna", "--file-speed", "30", "--device", device];
        let mut child = booth.command(&[&args[..], &more].concat()).stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let link = lines.map(Result::unwrap).find(|line| line.contains("/enter?code=")).expect("a link");
        let (host, code) = link.trim().split_once("/enter?code=").unwrap();
        let port = host.rsplit_once(':').unwrap().1.parse().unwrap();
        Self { child, port, code: code.to_owned() }
    }

    /// Sends the head of a request and returns the answer, as far as it comes before the connection is closed.
    fn ask(&self, head: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(stream, "{head}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8(answer).unwrap()
    }

    fn get(&self, path: &str, headers: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{}{headers}", self.port))
    }

    /// Uses up the code, and returns the cookie.
    fn enter(&self) -> String {
        let answer = self.get(&format!("/enter?code={}", self.code), "\r\nSec-Fetch-Site: cross-site");
        assert_eq!(status(&answer), 200, "{answer}");
        let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        for attribute in ["HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(cookie.contains(attribute), "{cookie}");
        }
        format!("\r\nCookie: {}", cookie.split(';').next().unwrap())
    }

    /// Ends it as a closed terminal does, and returns its exit code.
    fn end(mut self) -> i32 {
        let id = self.child.id().to_string();
        std::process::Command::new("kill").arg(&id).status().unwrap();
        self.child.wait().unwrap().code().unwrap_or(-1)
    }
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|code| code.parse().ok()).unwrap_or_default()
}

/// A page over its socket.
struct Page {
    stream: TcpStream,
    scene: Value,
    words: Value,
}

impl Page {
    fn open(studio: &Studio, cookie: &str) -> Self {
        let html = studio.get("/", cookie);
        let nonce = html.split_once("name=\"booth-nonce\" content=\"").unwrap().1.split('"').next().unwrap();
        Self::with_nonce(studio, cookie, nonce).expect("it is let in")
    }

    fn with_nonce(studio: &Studio, cookie: &str, nonce: &str) -> Option<Self> {
        let port = studio.port;
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(
            stream,
            "GET /live HTTP/1.1\r\nHost: 127.0.0.1:{port}{cookie}\r\nOrigin: http://127.0.0.1:{port}\r\n\
             Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
        .unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            stream.read_exact(&mut byte).unwrap();
            head.extend(byte);
        }
        assert!(head.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&head));
        let mut page = Self { stream, scene: Value::Null, words: Value::Null };
        page.send(&json!({ "do": "hello", "nonce": nonce }));
        page.read().then_some(page)
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let length = u16::try_from(text.len()).unwrap().to_be_bytes();
        // A mask of zeros changes nothing.
        let mut frame = vec![0x81, 0xfe, length[0], length[1], 0, 0, 0, 0];
        frame.extend(text.as_bytes());
        self.stream.write_all(&frame).unwrap();
    }

    /// Reads the next message; says whether there was one.
    fn read(&mut self) -> bool {
        let mut head = [0u8; 2];
        if self.stream.read_exact(&mut head).is_err() || head[0] & 0x0f == 8 {
            return false;
        }
        let length = match head[1] {
            126 => {
                let mut more = [0u8; 2];
                self.stream.read_exact(&mut more).unwrap();
                usize::from(u16::from_be_bytes(more))
            }
            127 => {
                let mut more = [0u8; 8];
                self.stream.read_exact(&mut more).unwrap();
                u64::from_be_bytes(more) as usize
            }
            length => usize::from(length),
        };
        let mut text = vec![0; length];
        self.stream.read_exact(&mut text).unwrap();
        let message: Value = serde_json::from_slice(&text).unwrap_or_default();
        match message["kind"].as_str() {
            Some("scene") => self.scene = message,
            Some("words") => self.words = message,
            _ => {}
        }
        true
    }

    /// Waits for a scene.
    #[track_caller]
    fn until(&mut self, what: impl Fn(&Value) -> bool) {
        let since = Instant::now();
        while !what(&self.scene) {
            assert!(self.read() && since.elapsed() < PATIENCE, "the last scene is {}", self.scene);
        }
        let state = self.scene["state"].clone();
        self.send(&json!({ "do": "drawn", "state": state }));
    }

    /// Does something after a look at the scene.
    fn act(&mut self, act: &str) {
        std::thread::sleep(Duration::from_millis(250));
        let state = self.scene["state"].clone();
        self.send(&json!({ "do": act, "state": state, "age": 1.5 }));
    }

    /// From the start to the first sentence, with all that is needed ticked.
    fn sit_down(&mut self) {
        self.until(|scene| scene["view"] == "start");
        self.act("begin");
        self.until(|scene| scene["view"] == "consent");
        let fields = self.scene["fields"].as_array().unwrap().clone();
        assert!(fields.iter().all(|field| field.get("value").is_none()), "nothing is ticked beforehand");
        self.act("agree");
        self.until(|scene| scene["view"] == "consent" && !scene["error"].is_null());
        let needed = fields.iter().filter(|field| field["needed"] == true);
        let ticks: serde_json::Map<String, Value> =
            needed.map(|field| (field["id"].as_str().unwrap().to_owned(), json!(true))).collect();
        let state = self.scene["state"].clone();
        self.send(&json!({ "do": "agree", "state": state, "ticks": ticks, "words": {} }));
        self.until(|scene| scene["view"] == "booth" && scene["phase"] == "showing");
    }

    fn is(&mut self, phase: &str) {
        self.until(|scene| scene["phase"] == phase);
    }
}

/// The sounds that were recorded, by the name of their file.
fn sounds(booth: &Booth, folder: &str) -> Vec<(String, Vec<u8>)> {
    let takes = tree(&booth.path(folder)).into_iter().filter(|(path, _)| path.ends_with(".wav"));
    takes.map(|(path, bytes)| (path.rsplit('/').next().unwrap().to_owned(), bytes)).collect()
}

/// Oracle: the same files read by `booth record`.
#[test]
fn takes_through_the_page_are_those_of_the_terminal_byte_for_byte() {
    let booth = Booth::new();
    sheet(&booth);
    let device = speech(&booth, 1);
    let studio = Studio::start(&booth, &device);
    let cookie = studio.enter();
    let mut page = Page::open(&studio, &cookie);
    page.sit_down();
    for kept in 1..=3 {
        page.act("record");
        page.is("verdict");
        assert_eq!(
            (&page.scene["take"]["verdict"], &page.scene["primary"]),
            (&json!("pass"), &json!("keep"))
        );
        assert!(page.scene["take"]["wave"]["peaks"].as_array().unwrap().len() > 100);
        page.act("keep");
        page.until(|scene| scene["counts"]["kept"] == kept);
    }
    page.is("done");
    // Taken back and kept again; what was decided is on the disk each time.
    page.act("undo");
    page.is("verdict");
    assert_eq!(page.scene["counts"]["kept"], 2);
    page.act("keep");
    page.is("done");
    page.act("quit");
    page.until(|scene| scene["view"] == "end");
    assert!(page.scene["receipt"]["code"].as_str().unwrap().len() > 15);
    page.act("finish");
    page.until(|scene| scene["view"] == "over");
    let mut child = studio.child;
    assert!(child.wait().unwrap().success());

    booth.run_with(&Record::from(&device).with(&["--into", "lines"]).args(), "\n\n\n\n\n\n").exits(0);
    let (page, lines) = (sounds(&booth, "recordings"), sounds(&booth, "lines"));
    assert_eq!(page.len(), 3);
    assert!(page == lines, "the same sound in other files");
    booth.run(&["check", "recordings", "--quiet"]).exits(0).quiet();
}

/// Oracle: docs/STUDIO.md, "Who is let in".
#[test]
fn strangers_are_refused_and_one_tab_is_in_control() {
    let booth = Booth::new();
    sheet(&booth);
    let studio = Studio::start(&booth, &speech(&booth, 1));
    assert_eq!(status(&studio.get("/", "")), 401);
    assert_eq!(status(&studio.get("/enter?code=00", "")), 401);
    let cookie = studio.enter();
    assert_eq!(status(&studio.get(&format!("/enter?code={}", studio.code), "")), 401, "used up");
    let page = studio.get("/", &cookie);
    assert_eq!(status(&page), 200);
    for header in
        ["content-security-policy: default-src 'none'", "x-content-type-options: nosniff", "no-store"]
    {
        assert!(page.contains(header), "{page}");
    }
    let port = studio.port;
    for (head, expected) in [
        (format!("GET / HTTP/1.1\r\nHost: evil.example:{port}{cookie}"), 421),
        (format!("GET / HTTP/1.1\r\nHost: {cookie}"), 421),
        (format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil.example{cookie}"), 400),
        (format!("GET http://127.0.0.1:{port}/ HTTP/1.1\r\nHost: 127.0.0.1:{port}{cookie}"), 400),
        (format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: null{cookie}"), 403),
        (format!("GET /live HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket{cookie}"), 403),
        (format!("POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}{cookie}"), 403),
        (format!("GET /..%2f..%2fetc/passwd HTTP/1.1\r\nHost: 127.0.0.1:{port}{cookie}"), 404),
    ] {
        assert_eq!(status(&studio.ask(&head)), expected, "{head}");
    }
    assert!(Page::with_nonce(&studio, &cookie, &"0".repeat(64)).is_none(), "another page's nonce");

    let mut first = Page::open(&studio, &cookie);
    first.until(|scene| scene["view"] == "start");
    assert_eq!(first.words["words"]["page-keep"], "Keep");
    let mut second = Page::open(&studio, &cookie);
    second.until(|scene| scene["view"] == "elsewhere");
    second.act("take-over");
    second.until(|scene| scene["view"] == "start");
    first.until(|scene| scene["view"] == "elsewhere");
    // What is none of ours ends the page that sent it, and the other one has the control.
    second.send(&json!({ "do": "format-disk" }));
    first.until(|scene| scene["view"] == "start");
    assert_eq!(studio.end(), 130);
}

/// Only one of the five reasons, of the sentence that is on the screen, is written down.
#[test]
fn a_report_through_the_page_is_written_down_and_what_is_none_is_not() {
    let booth = Booth::new();
    sheet(&booth);
    let studio = Studio::start(&booth, &speech(&booth, 1));
    let cookie = studio.enter();
    let mut page = Page::open(&studio, &cookie);
    page.sit_down();
    let reasons: Vec<Value> =
        page.scene["reports"].as_array().unwrap().iter().map(|reason| reason["id"].clone()).collect();
    assert_eq!(reasons, ["spelling", "unnatural", "unclear", "unfit", "other"]);
    let can = |scene: &Value| scene["acts"].as_array().unwrap().contains(&json!("report"));
    assert!(can(&page.scene));
    let state = page.scene["state"].as_u64().unwrap();
    for (reason, state) in [
        ("format-disk", state),
        ("unknown", state),
        ("", state),
        ("../unfit", state),
        ("spelling", state + 7),
        ("spelling", 0),
        ("unfit", state),
    ] {
        std::thread::sleep(Duration::from_millis(250));
        page.send(&json!({ "do": "report", "reason": reason, "words": "more", "state": state, "age": 1.5 }));
    }
    let thanks = |scene: &Value| scene["notes"].to_string().contains("Thank you: passed on.");
    page.until(thanks);
    assert_eq!((&page.scene["phase"], can(&page.scene)), (&json!("showing"), true));
    page.act("quit");
    page.until(|scene| scene["view"] == "end");
    page.act("finish");
    page.until(|scene| scene["view"] == "over");
    let mut child = studio.child;
    assert!(child.wait().unwrap().success());
    let (_, log) = read_session(&first_session(&booth));
    let reports: Vec<_> = log.iter().filter(|line| line["event"] == "reported").collect();
    assert_eq!(reports.len(), 1, "{reports:?}");
    assert_eq!((&reports[0]["reason"], reports[0].get("words")), (&json!("unfit"), None));
}

/// A browser that is gone, and a terminal that is closed: what ran is there.
#[test]
fn a_page_that_closes_ends_the_recording_and_comes_back_to_it() {
    let booth = Booth::new();
    sheet(&booth);
    let studio = Studio::start(&booth, &speech(&booth, 1));
    let cookie = studio.enter();
    let mut page = Page::open(&studio, &cookie);
    page.sit_down();
    page.act("record");
    page.until(|scene| scene["phase"] != "showing");
    drop(page);
    let mut page = Page::open(&studio, &cookie);
    page.is("verdict");
    assert_eq!(page.scene["counts"]["kept"], 0, "nobody has kept it");
    page.act("keep");
    page.until(|scene| scene["counts"]["kept"] == 1);
    page.act("record");
    page.until(|scene| scene["phase"] != "showing");
    assert_eq!(studio.end(), 130);
    booth.run(&["status", "recordings", "--quiet"]).exits(0).says(&[]);
    assert!(sounds(&booth, "recordings").len() >= 2, "what ran was saved");
}

#[test]
fn what_cannot_be_served_is_told_before_there_is_a_page() {
    let booth = Booth::new();
    booth.run(&["studio", "nowhere", "--no-open"]).exits(3).says(&["nowhere"]);
    booth.write("empty/readme.txt", "nothing");
    booth.run(&["studio", "empty", "--no-open"]).exits(3).says(&["there is no sheet here"]);
    sheet(&booth);
    let studio = Studio::start(&booth, &speech(&booth, 1));
    // Over the same recordings the page of the first program is the one.
    let args = ["studio", "sheet", "--no-open", "--into", "recordings", "--language", "en"];
    booth.run(&args).exits(0).says(&["open already"]);
    assert_eq!(studio.end(), 130);
}
