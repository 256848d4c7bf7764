//! How a microphone does before the first prompt: each is listened to while somebody speaks, and one is tried with a sentence.

use super::model::is_silent;
use super::recorder::Deck;
use super::remark::DeviceRemark;
use super::room::spec_of;
use crate::audio::capture::{Ended, EndpointSpec, Pending, SourceInfo, TakeOptions};
use crate::error::{Error, ErrorKind, Result};
use crate::ids::Locale;
use crate::messages::Message;
use crate::msg;
use crate::quality::reading::expected_ms;
use crate::quality::{Finding, Judgement, Measurements, Meter, Policy, Verdict, band_end_hz, judge};
use crate::recordings::assess::assessor::{Assessor, Told};
use crate::recordings::{CaptureFacts, RoomNoise};
use crate::sheet::Prompt;
use std::any::Any;
use std::cmp::Reverse;

/// A room louder than this at the microphone's setting is worth a word, dBFS.
pub const LOUD_ROOM_DBFS: f64 = -50.0;
/// Speech is strong from this level on, dBov (ITU-T P.56).
const STRONG_DBOV: f64 = -32.0;
/// Below this it is faint, dBov.
const FAINT_DBOV: f64 = -45.0;
/// A room below this is quiet at the microphone, dBFS.
const QUIET_DBFS: f64 = -60.0;
/// Up to here all that is spoken lies, and what a recogniser for wide-band speech hears, hertz.
const WIDE_HZ: f64 = 7_000.0;
/// Where a telephone ends, hertz.
const TELEPHONE_HZ: f64 = 4_300.0;
/// A sentence to try takes from so many milliseconds to so many.
const TRIED_MS: std::ops::RangeInclusive<u64> = 2_000..=5_000;
/// A try may last so many milliseconds.
const MOST_MS: u64 = 20_000;

/// What a microphone brought while somebody spoke.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// What was measured.
    pub measured: Measurements,
    /// What the checks say of it.
    pub judgement: Judgement,
    /// What holds for the microphone, whoever speaks.
    pub remarks: Vec<DeviceRemark>,
    /// Where the band ends, hertz.
    pub band_hz: Option<f64>,
}

/// A figure of a microphone, in words: what it is of, what it is, and whether that is good.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it is of.
    pub name: Message,
    /// What it is.
    pub value: Message,
    /// Whether nothing need be done about it.
    pub is_good: bool,
}

impl Heard {
    /// Measures what a microphone brought; what depends on a text is not judged.
    pub fn of(samples: &[f32], info: &SourceInfo, policy: &Policy) -> Self {
        let mut meter = Meter::new(spec_of(info));
        meter.push(samples);
        let measured = meter.finish();
        let judgement = judge(&measured, policy);
        Self::judged(measured, judgement, info, policy)
    }

    fn judged(measured: Measurements, judgement: Judgement, info: &SourceInfo, policy: &Policy) -> Self {
        let band_hz = band_end_hz(&measured, policy);
        Self { measured, judgement, remarks: DeviceRemark::all_of(info, policy), band_hz }
    }

    /// Says whether a voice was heard.
    pub fn has_voice(&self) -> bool {
        !is_silent(&self.judgement)
    }

    /// Returns the weightiest thing that was found and does not only hold for the microphone itself.
    pub fn first_finding(&self) -> Option<&Finding> {
        let known: Vec<&str> = self.remarks.iter().flat_map(|remark| remark.findings()).copied().collect();
        let findings = &self.judgement.findings;
        findings.iter().find(|finding| !known.contains(&finding.id.as_str())).or_else(|| findings.first())
    }

    /// Says whether one can record like this.
    pub fn passes(&self) -> bool {
        self.judgement.verdict == Verdict::Pass
    }

    /// Returns the figures that a person chooses by: voice, room, band.
    pub fn figures(&self) -> Vec<Figure> {
        let figure = |name, (value, is_good)| Figure { name, value, is_good };
        let voice = match self.measured.active_dbov.filter(|_| self.has_voice()) {
            None => (msg!("figure-voice-none"), false),
            Some(_) if self.is_clipped() => (msg!("figure-voice-loud"), false),
            Some(level) if level >= STRONG_DBOV => (msg!("figure-voice-strong"), true),
            Some(level) if level >= FAINT_DBOV => (msg!("figure-voice-good"), true),
            Some(_) => (msg!("figure-voice-faint"), false),
        };
        let mut figures = vec![figure(msg!("figure-voice"), voice)];
        if let Some(floor) = self.measured.noise_floor_dbfs {
            let room = match floor {
                floor if floor < QUIET_DBFS => (msg!("figure-room-quiet"), true),
                floor if floor <= LOUD_ROOM_DBFS => (msg!("figure-room-heard"), true),
                _ => (msg!("figure-room-loud"), false),
            };
            figures.push(figure(msg!("figure-room"), room));
        }
        if let Some(hz) = self.band_hz.filter(|_| self.has_voice()) {
            let band = match hz {
                hz if hz >= WIDE_HZ => (msg!("figure-band-full"), true),
                hz if hz > TELEPHONE_HZ => (msg!("figure-band-narrow"), false),
                _ => (msg!("figure-band-telephone"), false),
            };
            figures.push(figure(msg!("figure-band"), band));
        }
        figures
    }

    fn is_clipped(&self) -> bool {
        self.judgement.findings.iter().any(|finding| finding.id == "clipped")
    }

    /// By what microphones are put in order, the best first: one that is a microphone and is switched on, one that heard a
    /// voice and did not break it, the width of its band, and how far the voice stands above the room.
    fn rank(&self) -> (bool, bool, bool, Reverse<u8>, Reverse<i64>) {
        let barred = self.remarks.iter().any(|remark| {
            matches!(remark, DeviceRemark::Monitor | DeviceRemark::Muted | DeviceRemark::Unplugged)
        });
        let band = match self.band_hz.unwrap_or_default() {
            hz if hz >= WIDE_HZ => 2,
            hz if hz > TELEPHONE_HZ => 1,
            _ => 0,
        };
        let above_room = self.measured.snr_db.map_or(i64::MIN, |snr| snr.round() as i64);
        (barred, !self.has_voice(), self.is_clipped(), Reverse(band), Reverse(above_room))
    }
}

/// Returns the places of microphones from the best to the worst; those that are alike stay in their order.
pub fn ranked(heard: &[Option<Heard>]) -> Vec<usize> {
    let mut places: Vec<usize> = (0..heard.len()).collect();
    places.sort_by_key(|&at| (heard[at].is_none(), heard[at].as_ref().map(Heard::rank)));
    places
}

/// Returns the sentence of a sheet to try a microphone with: one that is neither short nor long.
pub fn sentence_to_try(prompts: &[Prompt]) -> Option<&Prompt> {
    let fits = |prompt: &&Prompt| TRIED_MS.contains(&expected_ms(&prompt.text).0);
    prompts.iter().find(fits).or_else(|| prompts.iter().max_by_key(|prompt| expected_ms(&prompt.text).0))
}

/// What a room sounds like, and what to do about it.
pub fn room_remark(room: &RoomNoise) -> Option<(Message, Message)> {
    match room.noise_floor_dbfs {
        None => Some((msg!("room-silent"), msg!("room-silent-advice"))),
        Some(level) if level > LOUD_ROOM_DBFS => Some((msg!("room-loud"), msg!("room-loud-advice"))),
        Some(_) => None,
    }
}

/// A microphone that is tried with a sentence; nothing of it is kept.
pub struct Trial {
    assessor: Assessor,
    locale: Locale,
    text: String,
    ending: Option<Pending<Ended>>,
}

impl Trial {
    /// Begins to listen to the sentence `text`, under the limits of its sheet; it ends by itself with the speech. `room_dbfs` is
    /// the level of the room, if it was measured.
    ///
    /// # Errors
    /// Those of [`Deck::begin`].
    pub fn begin(
        deck: &dyn Deck,
        (text, locale): (&str, &Locale),
        policy: Policy,
        room_dbfs: Option<f64>,
    ) -> Result<Self> {
        let info = deck.info();
        let (expected_ms, has_pauses) = expected_ms(text);
        let endpoint = EndpointSpec { room_dbfs, expected_ms: Some(expected_ms), has_pauses };
        let longest = Some(crate::units::frames_in_ms(MOST_MS, info.rate));
        let options = TakeOptions { endpoint: Some(endpoint), longest, ..TakeOptions::default() };
        deck.begin(Box::new(Listener(Meter::new(spec_of(info)))), options)?;
        let assessor = Assessor::new(policy, locale.clone());
        Ok(Self { assessor, locale: locale.clone(), text: text.to_owned(), ending: None })
    }

    /// Says whether its end was asked for.
    pub fn is_ending(&self) -> bool {
        self.ending.is_some()
    }

    /// Ends it now.
    pub fn end(&mut self, deck: &dyn Deck) {
        if self.ending.is_none() {
            self.ending = Some(deck.start_ending(None));
        }
    }

    /// Returns what was heard, once it is; never waits.
    pub fn poll(&mut self, deck: &dyn Deck) -> Option<Result<Heard>> {
        if let Some(fault) = deck.fault() {
            return Some(Err(fault));
        }
        if self.ending.is_none() && (deck.heard_end() || deck.is_too_long()) {
            self.end(deck);
        }
        let ended = self.ending.as_mut()?.poll()?;
        Some(ended.and_then(|ended| self.judge(ended, deck.info())))
    }

    fn judge(&self, ended: Ended, info: &SourceInfo) -> Result<Heard> {
        let capture = CaptureFacts::from(&ended.facts);
        let sink: Box<dyn Any> = ended.sink;
        let listener =
            sink.downcast::<Listener>().map_err(|_| Error::of(ErrorKind::Io, msg!("take-changed")))?;
        let (mut measured, grid) = listener.0.finish_with_grid();
        Assessor::hear(&mut measured, &grid, &self.text, &self.locale);
        let judgement = self.assessor.assess(&mut measured, Told::of(&self.text, &capture));
        Ok(Heard::judged(measured, judgement, info, self.assessor.policy()))
    }
}

/// Measures what is heard, and keeps nothing.
struct Listener(Meter);

impl crate::audio::capture::TakeSink for Listener {
    fn write(&mut self, samples: &[f32]) -> Result<()> {
        self.0.push(samples);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::capture::DeviceSetting;
    use crate::sitting::testing::Script;
    use crate::testing::Noise;
    use crate::testing::voice::Voice;

    const TEXT: &str = "Wake me at seven in the morning, and read me the news.";

    fn info(setting: DeviceSetting) -> SourceInfo {
        SourceInfo { setting, ..Script::new("mic", 48_000).info().clone() }
    }

    /// A voice with this peak over a room with this level, dBFS.
    fn sound(peak_db: f64, noise_db: f64) -> Vec<f32> {
        let words =
            vec![(0.6, 0.45, 120.0, 0), (1.15, 0.4, 118.0, 1), (1.65, 0.45, 115.0, 2), (2.2, 0.4, 112.0, 3)];
        let noise_db = Some(noise_db);
        let (clip, dc, after, seed, letters) = ((-1.0, 1.0), 0.0, 1.0, 5, None);
        Voice { rate: 48_000, length_s: 3.3, words, peak_db, noise_db, dc, clip, after, seed, letters }
            .speak()
    }

    fn room(level_db: f64) -> Vec<f32> {
        let (mut noise, level) = (Noise::new(9), libm::pow(10.0, level_db / 20.0) as f32);
        (0..96_000).map(|_| level * noise.sample()).collect()
    }

    fn values(heard: &Heard) -> Vec<String> {
        heard.figures().iter().map(|figure| figure.value.id().to_owned()).collect()
    }

    /// Oracle: what was put in.
    #[test]
    fn microphones_are_ranked_by_what_was_heard() {
        let policy = Policy::default();
        let of = |samples: &[f32], setting| Some(Heard::of(samples, &info(setting), &policy));
        let usual = DeviceSetting::default;
        let heard = [
            None,
            of(&sound(-9.0, -40.0), usual()),
            of(&vec![0.0; 96_000], usual()),
            of(&sound(-9.0, -70.0), usual()),
            of(&sound(-9.0, -70.0), DeviceSetting { monitor: true, ..usual() }),
            of(&sound(12.0, -70.0), usual()),
        ];
        assert_eq!(ranked(&heard), [3, 1, 5, 2, 4, 0]);
        assert_eq!(values(heard[3].as_ref().unwrap())[..2], ["figure-voice-strong", "figure-room-quiet"]);
        assert_eq!(values(heard[2].as_ref().unwrap())[..1], ["figure-voice-none"]);
        assert_eq!(values(heard[5].as_ref().unwrap())[..1], ["figure-voice-loud"]);
        assert_eq!(values(heard[1].as_ref().unwrap())[1], "figure-room-loud");
    }

    #[test]
    fn a_trial_says_the_one_thing_to_change() {
        let deck = Script::new("mic", 48_000);
        let locale: Locale = "en-US".parse().unwrap();
        for (samples, expected) in [(room(-66.0), "no-speech"), (sound(12.0, -70.0), "clipped")] {
            deck.said().samples = samples;
            let mut trial = Trial::begin(&deck, (TEXT, &locale), Policy::default(), None).unwrap();
            assert!(trial.poll(&deck).is_none(), "it has not ended");
            trial.end(&deck);
            let heard = trial.poll(&deck).unwrap().unwrap();
            assert_eq!(heard.first_finding().map(|finding| finding.id.as_str()), Some(expected));
            assert!(!heard.passes());
        }
    }

    #[test]
    fn the_sentence_to_try_is_neither_short_nor_long() {
        let prompt = |id: &str, text: &str| Prompt {
            id: id.parse().unwrap(),
            text: text.to_owned(),
            annotated: text.to_owned(),
            slots: Vec::new(),
            intent: None,
            domain: None,
            pool: crate::sheet::Pool::Shared,
            repeat: 1,
            hint: None,
            media: None,
            line: 2,
        };
        let prompts = [prompt("a", "Stop."), prompt("b", TEXT), prompt("c", &TEXT.repeat(9))];
        assert_eq!(sentence_to_try(&prompts).map(|prompt| prompt.id.as_str()), Some("b"));
        assert_eq!(sentence_to_try(&prompts[..1]).map(|prompt| prompt.id.as_str()), Some("a"));
    }
}
