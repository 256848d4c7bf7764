//! What stands between the thread of the sitting and the one of the server: the scene that is on, and what a hand does.
//!
//! The latest of each is all that a page needs: one that comes late, or comes back, draws what is there now.

use crate::face::clock::SystemClock;
use booth::sitting::Mode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::watch;

/// Acts that wait to be followed; a page that sends more is not a hand.
const MOST_ACTS: usize = 64;
/// An act is believed to be at most this old, in milliseconds.
const OLDEST_MS: f64 = 2_000.0;

/// A message as it is sent.
pub(super) type Text = Arc<str>;

/// What a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Part {
    /// The fixed words, in the language of the page.
    Words,
    /// The scene.
    Scene,
    /// The list of readings, when it was asked for.
    Readings,
    /// How loud it is.
    Meter,
}

impl Part {
    /// In the order in which a page that comes in is sent them.
    pub(super) const ALL: [Self; 4] = [Self::Words, Self::Scene, Self::Readings, Self::Meter];
}

/// What a hand does on the page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub(super) enum Act {
    /// The scene is on the screen.
    Drawn,
    Language {
        tag: String,
    },
    Sheet {
        id: String,
    },
    Locale {
        tag: String,
    },
    Begin,
    BackStep,
    Speaker {
        name: String,
    },
    Agree {
        #[serde(default)]
        ticks: BTreeMap<String, bool>,
        #[serde(default)]
        words: BTreeMap<String, String>,
    },
    Refuse,
    Listen,
    GoOn,
    Check,
    /// A microphone by its id, or a take by its place.
    Choose {
        id: Option<String>,
        attempt: Option<usize>,
    },
    Record,
    Stop {
        /// A key was let go; what it began ends, however short it was.
        #[serde(default)]
        held: bool,
    },
    Keep,
    Redo,
    Skip {
        #[serde(default)]
        reason: String,
    },
    /// Something is wrong with the sentence.
    Report {
        reason: String,
    },
    Back,
    Play,
    Hear,
    Undo,
    Delete,
    Cancel,
    Pause,
    Resume,
    Quit,
    Goto {
        prompt: String,
    },
    List,
    Mode {
        mode: Mode,
    },
    AutoPlay {
        on: bool,
    },
    Again,
    HandIn,
    Finish,
    Retry,
}

/// An act as it came.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Told {
    pub act: Act,
    /// The state of the scene that was on the screen.
    pub state: u64,
    /// When it was done, by the program's clock, in milliseconds.
    pub at_ms: u64,
}

/// What comes over the socket, besides the act.
#[derive(Deserialize)]
struct Given {
    #[serde(default)]
    state: u64,
    /// How long ago it was done, in milliseconds.
    #[serde(default)]
    age: f64,
    #[serde(flatten)]
    act: Act,
}

/// A picture that is on the page, for the browser to fetch by its name.
#[derive(Clone)]
pub(super) struct Picture {
    pub name: String,
    pub content_type: &'static str,
    pub bytes: Arc<[u8]>,
}

/// The stage.
pub(super) struct Stage {
    clock: Arc<SystemClock>,
    parts: [watch::Sender<Text>; Part::ALL.len()],
    acts: SyncSender<Told>,
    /// The number of the page that is in control; 0 for none.
    control: watch::Sender<u64>,
    /// The picture of the prompt that is shown.
    picture: Mutex<Option<Picture>>,
    /// Pages that came in so far.
    pages: AtomicU64,
    /// Since when no page is in control, by the program's clock; 0 while one is.
    alone_since_ms: AtomicU64,
}

impl Stage {
    /// Makes a stage, and what hears the acts.
    pub(super) fn new(clock: Arc<SystemClock>) -> (Arc<Self>, Receiver<Told>) {
        let (acts, heard) = sync_channel(MOST_ACTS);
        let alone_since_ms = AtomicU64::new(clock.elapsed_ms().max(1));
        let stage = Self {
            clock,
            parts: Part::ALL.map(|_| watch::Sender::new(Text::from(""))),
            acts,
            control: watch::Sender::new(0),
            picture: Mutex::new(None),
            pages: AtomicU64::new(0),
            alone_since_ms,
        };
        (Arc::new(stage), heard)
    }

    /// Shows something, in place of what was shown of it before.
    pub(super) fn show(&self, part: Part, what: &impl Serialize) {
        // Of our own types, none of which has a key that is no text.
        if let Ok(text) = serde_json::to_string(what) {
            self.parts[part as usize].send_replace(Text::from(text));
        }
    }

    /// Shows nothing of it any more.
    pub(super) fn clear(&self, part: Part) {
        self.parts[part as usize].send_replace(Text::from(""));
    }

    /// Shows a picture, in place of the one before.
    pub(super) fn show_picture(&self, picture: Picture) {
        *self.picture.lock().unwrap_or_else(PoisonError::into_inner) = Some(picture);
    }

    /// Returns the picture that is shown, if it has this name.
    pub(super) fn picture(&self, name: &str) -> Option<Picture> {
        let picture = self.picture.lock().unwrap_or_else(PoisonError::into_inner);
        picture.clone().filter(|picture| picture.name == name)
    }

    /// Follows what is shown.
    pub(super) fn follow(&self, part: Part) -> watch::Receiver<Text> {
        self.parts[part as usize].subscribe()
    }

    /// For how long nobody has looked, in milliseconds; `None` while somebody does.
    pub(super) fn alone_ms(&self) -> Option<u64> {
        let since = self.alone_since_ms.load(Ordering::Relaxed);
        (since > 0).then(|| self.clock.elapsed_ms().saturating_sub(since))
    }

    /// Lets a page in, and returns its number.
    pub(super) fn enter(&self) -> u64 {
        self.pages.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Follows which page is in control.
    pub(super) fn follow_control(&self) -> watch::Receiver<u64> {
        self.control.subscribe()
    }

    /// Says whether the page is in control now; it is when no other is.
    pub(super) fn is_in_control(&self, page: u64) -> bool {
        self.control.send_if_modified(|control| {
            let is_free = *control == 0;
            if is_free {
                *control = page;
            }
            is_free
        });
        let is_in_control = *self.control.borrow() == page;
        if is_in_control {
            self.alone_since_ms.store(0, Ordering::Relaxed);
        }
        is_in_control
    }

    /// Puts a page in control, in place of another.
    pub(super) fn take_over(&self, page: u64) {
        self.control.send_replace(page);
        self.alone_since_ms.store(0, Ordering::Relaxed);
    }

    /// Takes note that a page is gone.
    pub(super) fn leave(&self, page: u64) {
        let was_in_control = self.control.send_if_modified(|control| {
            let is_own = *control == page;
            if is_own {
                *control = 0;
            }
            is_own
        });
        if was_in_control {
            self.alone_since_ms.store(self.clock.elapsed_ms().max(1), Ordering::Relaxed);
        }
    }

    /// Takes in a message of the page in control; says whether it was one.
    pub(super) fn hear(&self, message: &str) -> bool {
        let now_ms = self.clock.elapsed_ms();
        let Ok(Given { state, age, act }) = serde_json::from_str(message) else { return false };
        // Not a number is no age.
        let age_ms = if age > 0.0 { age.min(OLDEST_MS) as u64 } else { 0 };
        // Where so many wait, one more is no hand's.
        let _ = self.acts.try_send(Told { act, state, at_ms: now_ms.saturating_sub(age_ms) });
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_are_read_as_the_page_writes_them_and_nothing_else_is() {
        let (stage, heard) = Stage::new(Arc::new(SystemClock::new()));
        for (message, expected) in [
            (r#"{"do":"drawn","state":3}"#, Act::Drawn),
            (r#"{"do":"stop","state":3,"age":12.5}"#, Act::Stop { held: false }),
            (r#"{"do":"choose","attempt":2}"#, Act::Choose { id: None, attempt: Some(2) }),
            (r#"{"do":"mode","mode":"hands-free"}"#, Act::Mode { mode: Mode::HandsFree }),
            (r#"{"do":"skip"}"#, Act::Skip { reason: String::new() }),
            (r#"{"do":"report","reason":"spelling"}"#, Act::Report { reason: "spelling".to_owned() }),
            (r#"{"do":"back-step"}"#, Act::BackStep),
        ] {
            assert!(stage.hear(message), "{message}");
            assert_eq!(heard.try_recv().unwrap().act, expected);
        }
        for message in [
            "",
            "{}",
            "[]",
            r#"{"do":"format-disk"}"#,
            r#"{"do":"goto"}"#,
            r#"{"do":"report"}"#,
            r#"{"do":"report","reason":7}"#,
            r#"{"do":"stop","age":"x"}"#,
        ] {
            assert!(!stage.hear(message), "{message}");
        }
        assert!(
            (0..1000).all(|_| stage.hear(r#"{"do":"keep"}"#)),
            "a flood is no fault, and most of it is not heard"
        );
        assert_eq!(heard.try_iter().count(), MOST_ACTS);
    }

    #[test]
    fn one_page_is_in_control_and_the_next_one_has_it_when_that_is_gone() {
        let (stage, _heard) = Stage::new(Arc::new(SystemClock::new()));
        assert!(stage.alone_ms().is_some());
        let (first, second) = (stage.enter(), stage.enter());
        assert!(stage.is_in_control(first) && !stage.is_in_control(second));
        assert_eq!(stage.alone_ms(), None);
        stage.leave(second);
        assert!(stage.is_in_control(first));
        stage.take_over(second);
        assert!(stage.is_in_control(second) && !stage.is_in_control(first));
        stage.leave(second);
        assert!(stage.alone_ms().is_some());
        assert!(stage.is_in_control(first));
    }
}
