//! What every step of the page needs: to show a scene, to wait for a hand, and to know when nobody is there any more.

use super::scene::{Head, Note, Tone, direction};
use super::stage::{Act, Part, Picture, Stage, Told};
use super::words;
use crate::face::clock::SystemClock;
use crate::face::line::interrupt;
use booth::audio::Level;
use booth::digest::Sha256;
use booth::messages::{Language, Message, say, wait};
use booth::msg;
use booth::sheet::Media;
use booth::sitting::DeviceRemark;
use booth::{Error, ErrorKind, Result};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// How long a step waits before it looks around.
pub(super) const LOOK: Duration = Duration::from_millis(40);
/// The meter is sent this often, in milliseconds.
const METER_MS: u64 = 40;
/// As many things stand beside a scene at once.
const MOST_NOTES: usize = 4;
/// With no page for so long the program ends: a microphone is not left open for nobody.
const ALONE_MS: u64 = 10 * 60_000;

/// What comes of a step.
pub(super) enum Step<T> {
    /// It is done.
    Done(T),
    /// The one before it is wanted again.
    Back,
    /// Nothing more is wanted.
    Finish,
}

/// The page, as the steps use it.
pub(super) struct Studio {
    stage: Arc<Stage>,
    heard: Receiver<Told>,
    pub clock: Arc<SystemClock>,
    language: Language,
    /// Whether somebody has chosen the language, so that nothing else changes it.
    is_chosen: bool,
    state: u64,
    /// The view that is shown, and its first state: what was done before belongs to another view.
    view: (&'static str, u64),
    shown: Map<String, Value>,
    metered_ms: u64,
    /// What is said beside the scene, until somebody does something; the latest ones.
    notes: Vec<Note>,
    /// How often something was said or taken away, so that it is known when it is to be drawn.
    noted: u64,
}

/// The state of the microphone, as it is sent.
#[derive(Serialize)]
struct MeterRow {
    kind: &'static str,
    peak: Option<f64>,
    rms: Option<f64>,
    hold: Option<f64>,
    floor: Option<f64>,
    clipped: bool,
    ms: Option<u64>,
}

impl Studio {
    pub(super) fn new(
        stage: Arc<Stage>,
        heard: Receiver<Told>,
        clock: Arc<SystemClock>,
        language: Language,
        is_chosen: bool,
    ) -> Self {
        let shown = Map::new();
        let mut studio = Self {
            stage,
            heard,
            clock,
            language,
            is_chosen,
            state: 0,
            view: ("", 0),
            shown,
            metered_ms: 0,
            notes: Vec::new(),
            noted: 0,
        };
        studio.tell_words();
        studio
    }

    /// Returns the language of the page.
    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// Says a message in the language of the page.
    pub(super) fn say(&self, message: &Message) -> String {
        say(self.language, message)
    }

    /// Speaks the language of what the person reads, unless they have chosen another.
    pub(super) fn follow_reader(&mut self, tag: &str) {
        let language = Language::for_tag(tag);
        let is_known = tag.split('-').next() == Some(language.tag());
        if is_known && !self.is_chosen && language != self.language {
            self.language = language;
            self.tell_words();
        }
    }

    fn tell_words(&mut self) {
        let all: BTreeMap<String, String> =
            words::all().iter().map(|message| (message.id().to_owned(), self.say(message))).collect();
        let tag = self.language.tag();
        let words = json!({ "kind": "words", "language": tag, "dir": direction(tag), "words": all });
        self.stage.show(Part::Words, &words);
    }

    /// Says something beside the scene.
    pub(super) fn note(&mut self, tone: Tone, text: String) {
        // What is said again stands once, as what was said last.
        self.notes.retain(|note| note.text != text);
        // Hands-free, nobody need do anything for an hour.
        if self.notes.len() == MOST_NOTES {
            self.notes.remove(0);
        }
        self.notes.push(Note { tone, text });
        self.noted += 1;
    }

    /// Returns what was said last and still stands.
    pub(super) fn last_note(&self) -> Option<&Note> {
        self.notes.last()
    }

    /// Returns a number that is another one when other things are said beside the scene.
    pub(super) fn noted(&self) -> u64 {
        self.noted
    }

    fn clear_notes(&mut self) {
        self.notes.clear();
        self.noted += 1;
    }

    /// Says trouble beside the scene, in the error's own words.
    pub(super) fn trouble(&mut self, error: &Error) {
        let text = error.to_contributor(self.language).0;
        let text = self.hint(error).map_or_else(|| text.clone(), |hint| format!("{text} — {hint}"));
        self.note(Tone::Bad, text);
    }

    /// Says what to do about an error here, where nobody types flags and verbs.
    pub(super) fn hint(&self, error: &Error) -> Option<String> {
        let message = match error.kind() {
            ErrorKind::DeviceBusy => msg!("page-device-busy"),
            ErrorKind::DevicePermission => msg!("page-device-denied"),
            ErrorKind::DeviceMissing | ErrorKind::DeviceLost => msg!("page-device-advice"),
            _ => return error.to_contributor(self.language).1,
        };
        Some(self.say(&message))
    }

    /// Says what to do about what holds for a microphone.
    pub(super) fn remedy(&self, remark: DeviceRemark) -> Option<String> {
        match remark {
            DeviceRemark::Monitor | DeviceRemark::Unplugged => Some(self.say(&msg!("page-device-advice"))),
            remark => wait(self.language, &remark.message()),
        }
    }

    /// Shows a scene; returns its state, which is another one when anything in it is.
    pub(super) fn show(
        &mut self,
        view: &'static str,
        (title, status): (String, String),
        back: bool,
        body: &impl Serialize,
    ) -> u64 {
        let head = Head { view, title, status, notes: &self.notes, back };
        let mut scene = object(&head);
        scene.extend(object(body));
        if scene != self.shown {
            self.state += 1;
            if self.view.0 != view {
                self.view = (view, self.state);
            }
            self.shown.clone_from(&scene);
            scene.insert("kind".to_owned(), json!("scene"));
            scene.insert("state".to_owned(), json!(self.state));
            self.stage.show(Part::Scene, &scene);
        }
        self.state
    }

    /// Shows how loud it is, at most 25 times a second; `ms` is the length of a recording that runs.
    pub(super) fn meter(&mut self, level: Level, ms: Option<u64>) {
        let now_ms = self.clock.elapsed_ms();
        if now_ms < self.metered_ms + METER_MS {
            return;
        }
        self.metered_ms = now_ms;
        let of = |magnitude: f32| Level { peak: magnitude, ..Level::default() }.peak_dbfs();
        let row = MeterRow {
            kind: "meter",
            peak: level.peak_dbfs(),
            rms: level.rms_dbfs(),
            hold: of(level.peak_hold),
            floor: of(level.floor),
            clipped: level.clipped,
            ms,
        };
        self.stage.show(Part::Meter, &row);
    }

    /// Shows the list of all readings.
    pub(super) fn readings(&self, rows: &impl Serialize) {
        self.stage.show(Part::Readings, &json!({ "kind": "readings", "rows": rows }));
    }

    /// Shows the picture of a prompt, and returns where the page finds it.
    pub(super) fn picture(&self, media: &Media, bytes: Vec<u8>) -> String {
        let name = Sha256::of(&bytes).to_string();
        let url = format!("/media/{name}");
        self.stage.show_picture(Picture { name, content_type: media.content_type(), bytes: bytes.into() });
        url
    }

    /// Takes the list away, so that a page that comes in does not open it.
    pub(super) fn close_readings(&self) {
        self.stage.clear(Part::Readings);
    }

    /// For how long nobody has looked, in milliseconds; `None` while somebody does.
    pub(super) fn alone_ms(&self) -> Option<u64> {
        self.stage.alone_ms()
    }

    /// Waits for a hand, no longer than `wait`. Another language is seen to here, and told so that the scene is drawn anew.
    ///
    /// # Errors
    /// [`ErrorKind::Interrupted`] when somebody ends the program, or nobody has looked for long.
    pub(super) fn next(&mut self, wait: Duration) -> Result<Option<Told>> {
        interrupt::check()?;
        if self.stage.alone_ms().is_some_and(|alone| alone >= ALONE_MS) {
            return Err(Error::of(ErrorKind::Interrupted, msg!("page-alone")));
        }
        let told = match self.heard.recv_timeout(wait) {
            Ok(told) => told,
            Err(RecvTimeoutError::Timeout) => return Ok(None),
            Err(RecvTimeoutError::Disconnected) => {
                return Err(Error::of(ErrorKind::Interrupted, msg!("interrupted")));
            }
        };
        if let Act::Language { tag } = &told.act {
            self.language = Language::for_tag(tag);
            self.is_chosen = true;
            self.tell_words();
        }
        // A second press of a finger that meant one, at what has come on since.
        if told.state < self.view.1 {
            return Ok(None);
        }
        if told.act != Act::Drawn {
            self.clear_notes();
        }
        Ok(Some(told))
    }

    /// Shows what stops all, until somebody wants to try again; `false` when nobody does.
    pub(super) fn try_again(&mut self, error: &Error) -> Result<bool> {
        loop {
            let text = error.to_contributor(self.language).0;
            let hint = self.hint(error);
            let body = super::scene::Trouble { text: &text, hint: hint.as_deref() };
            let title = self.say(&msg!("page-trouble"));
            self.show("trouble", (title, text.clone()), false, &body);
            match self.next(LOOK)?.map(|told| told.act) {
                Some(Act::Retry) => return Ok(true),
                Some(Act::Finish) => return Ok(false),
                _ => {}
            }
        }
    }

    /// Shows that the program has ended.
    pub(super) fn over(&mut self, message: &Message) {
        self.clear_notes();
        let (title, text) = (self.say(&msg!("page-over")), self.say(message));
        self.show("over", (title, text.clone()), false, &super::scene::Over { text });
    }
}

/// A value of ours as the object that it is written as.
fn object(value: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(value) {
        Ok(Value::Object(object)) => object,
        _ => Map::new(),
    }
}
