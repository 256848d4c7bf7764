//! The meter: samples of one channel in, block by block, measurements out.

use super::longest::Longest;
use super::measure::{
    Dropouts, EdgeLevels, Edges, FrameGrid, FrameMeter, Heard, Loudness, RailFacts, RailPlaces, Rails,
    Repeats, Spectrum, SpectrumFacts, Speech, TopFacts, Totals, TruePeak, decay60_db, level_db, near_speech,
    pauses, runs,
};
use super::metrics::cut_off;
use super::model::Measurements;
use super::places::{Place, Places};
use crate::audio::is_sound;
use crate::audio::pcm_hash::PcmHasher;
use crate::units::{SampleRate, rounded, seconds};
use std::ops::Range;

/// Samples that are measured together, whatever the blocks they come in.
const CHUNK: usize = 1024;

/// What is measured: one channel of a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeterSpec {
    /// The native rate.
    pub rate: SampleRate,
    /// Bits per sample of the device or file.
    pub bits: u16,
    /// Channels of the device or file.
    pub channels: u16,
    /// The channel that is measured, from 0.
    pub channel: u16,
    /// Whether samples are linear integers, so that unused bits can be told.
    pub integer: bool,
}

impl MeterSpec {
    /// Describes one channel of integer samples of `bits` bits.
    pub fn new(rate: SampleRate, bits: u16) -> Self {
        Self { rate, bits, channels: 1, channel: 0, integer: true }
    }
}

/// Measures one channel in one pass. Memory grows by 35 kB a second of audio, whatever the rate, as far as a take may be long
/// ([`Meter::up_to`]); what is longer is read to its end, and only its length, form, peak and hash are told.
///
/// ```
/// use booth::quality::{Meter, MeterSpec, Policy, Verdict, judge};
/// use booth::units::SampleRate;
///
/// let mut meter = Meter::new(MeterSpec::new(SampleRate::new(16_000)?, 16));
/// meter.push(&[0.0; 16_000]);
/// let measured = meter.finish();
/// assert_eq!(measured.duration_s, 1.0);
///
/// let judgement = judge(&measured, &Policy::default());
/// assert_eq!(judgement.verdict, Verdict::Reject);
/// assert!(judgement.findings.iter().any(|finding| finding.id == "digital-silence"));
/// # Ok::<(), booth::Error>(())
/// ```
pub struct Meter {
    spec: MeterSpec,
    chunk: Vec<f32>,
    not_finite: u64,
    totals: Totals,
    true_peak: TruePeak,
    hasher: PcmHasher,
    longest: Longest,
    /// What all else comes from; `None` once the take is longer than takes may be.
    analysis: Option<Box<Analysis>>,
    /// The greatest magnitude and its place, where places are noted.
    peak: Option<(f32, u64)>,
}

/// The detectors, most of which remember all of a take.
struct Analysis {
    edges: Edges,
    rails: Rails,
    frames: FrameMeter,
    spectrum: Spectrum,
    dropouts: Dropouts,
    repeats: Repeats,
    loudness: Loudness,
    /// The first sample, which the 16 kHz stream is without.
    first: Option<f32>,
}

impl Meter {
    /// Creates a meter that has heard nothing, of takes that are as long as any may be ([`Longest::MOST`]).
    pub fn new(spec: MeterSpec) -> Self {
        let rate_hz = spec.rate.hz();
        let analysis = Analysis {
            edges: Edges::new(rate_hz),
            rails: Rails::new(rate_hz),
            frames: FrameMeter::new(rate_hz),
            spectrum: Spectrum::new(rate_hz),
            dropouts: Dropouts::new(rate_hz),
            repeats: Repeats::new(rate_hz),
            loudness: Loudness::new(rate_hz),
            first: None,
        };
        Self {
            spec,
            chunk: Vec::with_capacity(CHUNK),
            not_finite: 0,
            totals: Totals::new(spec.integer.then_some(spec.bits)),
            true_peak: TruePeak::new(),
            hasher: PcmHasher::new(),
            longest: Longest::MOST,
            analysis: Some(Box::new(analysis)),
            peak: None,
        }
    }

    /// Sets, before any sample, how long the take may be.
    #[must_use]
    pub fn up_to(self, longest: Longest) -> Self {
        Self { longest, ..self }
    }

    /// Notes from here on where the faults are, for [`Meter::finish_with_places`]; what is measured stays the same.
    pub fn note_places(&mut self) {
        self.peak = Some((0.0, 0));
        if let Some(analysis) = &mut self.analysis {
            analysis.rails.note_places();
            analysis.dropouts.note_places();
            analysis.repeats.note_places();
        }
    }

    /// Makes room for a take of this length, where it is known: else its record, 35 kB a second, grows by doubling. A take that
    /// is too long is not analysed at all.
    pub fn reserve(&mut self, frames: u64) {
        if self.longest.is_exceeded_by(frames, self.spec.rate.hz()) {
            self.analysis = None;
        }
        if let Some(analysis) = &mut self.analysis {
            analysis.frames.reserve(seconds(frames, self.spec.rate));
            analysis.spectrum.reserve(frames as usize);
        }
    }

    /// Takes in samples of the channel, full scale 1. The result does not depend on how they are cut into
    /// blocks. Samples that are not finite, or over 1e9, are counted as not finite and taken as 0.
    pub fn push(&mut self, mut samples: &[f32]) {
        while !samples.is_empty() {
            let (now, later) = samples.split_at(samples.len().min(CHUNK - self.chunk.len()));
            let from = self.chunk.len();
            self.chunk.extend_from_slice(now);
            if !is_all_sound(now) {
                for sample in self.chunk[from..].iter_mut().filter(|sample| !is_sound(**sample)) {
                    *sample = 0.0;
                    self.not_finite += 1;
                }
            }
            samples = later;
            if self.chunk.len() == CHUNK {
                self.take_chunk();
            }
        }
    }

    /// Returns what was measured.
    pub fn finish(self) -> Measurements {
        self.finish_with_grid().0
    }

    /// Returns what was measured, and the frame grid with its speech marks for checks across takes and pictures.
    pub fn finish_with_grid(self) -> (Measurements, FrameGrid) {
        let (measured, grid, _) = self.finish_all();
        (measured, grid)
    }

    /// Returns what was measured, and where: those places that come from samples only as far as
    /// [`Meter::note_places`] was called before them.
    pub fn finish_with_places(self) -> (Measurements, Places) {
        let peak = self.peak.filter(|(height, _)| *height > 0.0);
        let rate_hz = self.spec.rate.hz();
        let (measured, grid, found) = self.finish_all();
        let of_samples = |spans: &[Range<u64>]| -> Vec<Place> {
            spans.iter().map(|span| Place::of_samples(span, rate_hz)).collect()
        };
        let of_frames = |spans: &[(usize, usize)]| spans.iter().map(Place::of_frames).collect();
        let words = runs(grid.speech(), true);
        let length_s = measured.frames as f64 / f64::from(rate_hz.max(1));
        let trail = words
            .last()
            .map(|last| Place { from_s: Place::of_frames(last).to_s.min(length_s), to_s: length_s });
        let places = Places {
            length_s,
            speech: words.iter().map(|word| Place::of_speech(word, length_s)).collect(),
            trail,
            flat_tops: of_samples(&found.rails.flat_tops),
            tops: of_samples(&found.rails.tops),
            peak: peak.map(|(_, at)| Place::of_samples(&(at..at + 1), rate_hz)),
            gaps: of_samples(&found.gaps),
            repeats: of_samples(&found.repeats),
            bursts: of_frames(&found.bursts),
            dead_pauses: of_frames(&found.dead_pauses),
            pauses: pauses(&words).map(|pause| Place::of_frames(&pause)).collect(),
        };
        (measured, places)
    }

    fn finish_all(mut self) -> (Measurements, FrameGrid, Found) {
        self.take_chunk();
        let mut found = Found::default();
        let spec = self.spec;
        let frames = self.totals.frames();
        let mut measured = Measurements {
            duration_s: seconds(frames, spec.rate),
            frames,
            sr: spec.rate.hz(),
            bits: spec.bits,
            channels: spec.channels,
            channel: spec.channel,
            not_finite: self.not_finite,
            pcm_sha256: Some(self.hasher.finish()),
            ..Measurements::default()
        };
        if frames == 0 {
            measured.unmeasured.insert("all".to_owned(), "nothing was recorded".to_owned());
            return (measured, FrameGrid::default(), found);
        }
        measure_samples(&mut measured, &self.totals, self.true_peak);
        let Some(analysis) = self.analysis else {
            return (cut_off(measured, self.longest), FrameGrid::default(), found);
        };
        let Analysis { edges, rails, frames, spectrum, dropouts, repeats, loudness, first } = *analysis;
        let offset = f64::from(first.unwrap_or(0.0));
        let mut heard = frames.finish();
        let (rails, at_rails) = rails.finish(self.totals.mean());
        measure_rails(&mut measured, rails);
        let edges = edges.finish(self.totals.mean());
        measure_speech(&mut measured, &mut heard.grid, heard.active, edges);
        found.bursts = measure_pauses(&mut measured, &heard);
        if self.peak.is_some() && heard.grid.speech().contains(&true) {
            found.dead_pauses = heard.silences.stretches(heard.grid.speech());
        }
        let mean = self.totals.mean() - offset;
        measure_tops(&mut measured, heard.active.and_then(|(active, _)| heard.tops.finish(active, mean)));
        let (dropouts, gaps) = dropouts.finish();
        let (repeats, repeated) = repeats.finish();
        (measured.dropouts, measured.repeats) = (Some(dropouts), Some(repeats));
        (found.rails, found.gaps, found.repeats) = (at_rails, gaps, repeated);
        measured.lufs = level(loudness.finish());
        if measured.lufs.is_none() {
            let reason = "shorter than 0.4 s, or too quiet";
            measured.unmeasured.insert("lufs".to_owned(), reason.to_owned());
        }
        measure_spectrum(&mut measured, &spectrum.finish());
        (measured, heard.grid, found)
    }

    fn take_chunk(&mut self) {
        let mut chunk = std::mem::take(&mut self.chunk);
        let peak = self.totals.push(&chunk);
        if let Some((height, at)) = self.peak.as_mut().filter(|known| peak > known.0)
            && let Some(index) = chunk.iter().position(|sample| sample.abs() == peak)
        {
            (*height, *at) = (peak, self.totals.frames() - (chunk.len() - index) as u64);
        }
        self.true_peak.push(&chunk);
        if self.longest.is_exceeded_by(self.totals.frames(), self.spec.rate.hz()) {
            self.analysis = None;
        }
        if let Some(analysis) = &mut self.analysis {
            analysis.push(&chunk);
        }
        self.hasher.push(&chunk);
        chunk.clear();
        self.chunk = chunk;
    }
}

impl Analysis {
    fn push(&mut self, chunk: &[f32]) {
        self.first = self.first.or(chunk.first().copied());
        self.edges.push(chunk);
        self.rails.push(chunk);
        self.frames.push(chunk);
        self.spectrum.push(chunk);
        self.dropouts.push(chunk);
        self.repeats.push(chunk);
        self.loudness.push(chunk);
    }
}

/// Where the detectors found something, in samples and frames.
#[derive(Default)]
struct Found {
    rails: RailPlaces,
    gaps: Vec<Range<u64>>,
    repeats: Vec<Range<u64>>,
    bursts: Vec<(usize, usize)>,
    dead_pauses: Vec<(usize, usize)>,
}

/// Says whether all samples can be a sound.
fn is_all_sound(samples: &[f32]) -> bool {
    // Without leaving early, so that it vectorises.
    samples.chunks(64).all(|part| part.iter().fold(true, |all, &sample| all & is_sound(sample)))
}

/// Fills the numbers of the plain samples.
fn measure_samples(measured: &mut Measurements, totals: &Totals, true_peak: TruePeak) {
    let peak = f64::from(totals.peak());
    let sampled_peak = level_db(peak * peak);
    let true_peak = true_peak.finish().max(peak);
    measured.peak_dbfs = level(sampled_peak);
    measured.true_peak_dbtp = level(level_db(true_peak * true_peak));
    measured.rms_dbfs = level(level_db(totals.power()));
    measured.dc = Some(rounded(totals.mean(), 7));
    measured.max_lsb = Some(rounded(peak * 32_768.0, 0));
    measured.used_bits = totals.used_bits(measured.bits);
    if sampled_peak.is_none() {
        for metric in ["peak_dbfs", "true_peak_dbtp", "rms_dbfs"] {
            measured.unmeasured.insert(metric.to_owned(), "digital silence".to_owned());
        }
    }
    if measured.used_bits.is_none() {
        let reason = if peak == 0.0 { "digital silence" } else { "not an integer format" };
        measured.unmeasured.insert("used_bits".to_owned(), reason.to_owned());
    }
}

/// Fills the numbers of what is at the rails.
fn measure_rails(measured: &mut Measurements, rails: RailFacts) {
    measured.slope = rails.slope.map(|slope| rounded(slope, 4));
    if rails.slope.is_none() {
        measured.unmeasured.insert("slope".to_owned(), "too few samples near the peak".to_owned());
    }
    measured.flat = Some(rounded(rails.flat, 7));
    measured.edge = Some(rounded(rails.edge, 4));
    measured.clip_runs = Some(rails.runs);
    measured.hard_clip_runs = Some(rails.hard_runs);
}

/// Fills the numbers of speech and noise.
fn measure_speech(
    measured: &mut Measurements,
    grid: &mut FrameGrid,
    active: Option<(f64, f64)>,
    edges: Option<EdgeLevels>,
) {
    let mut missing = |metrics: &[&str], reason: &str| {
        for metric in metrics {
            measured.unmeasured.insert((*metric).to_owned(), reason.to_owned());
        }
    };
    let speech = Speech::find(grid);
    if active.is_none() {
        missing(&["active_dbov", "activity", "crest_db"], "too quiet for a speech level");
    }
    let noise = speech.noise.filter(|&power| power > 1e-20);
    if noise.is_none() {
        let reason = if speech.noise.is_some() {
            "digital silence outside speech"
        } else {
            "too little time outside speech"
        };
        missing(&["noise_floor_dbfs"], reason);
    }
    match &speech.found {
        None => missing(
            &[
                "snr_db",
                "lead_ms",
                "trail_ms",
                "lead_edge_db",
                "trail_edge_db",
                "lead_step_db",
                "trail_step_db",
                "quiet_db",
                "said_s",
                "span_s",
                "longest_pause_ms",
            ],
            "no speech was found",
        ),
        Some(found) if found.snr_db.is_none() => missing(&["snr_db"], "too quiet for a speech level"),
        Some(_) => {}
    }
    missing(&["dur_ratio", "read_z"], "no text was given");

    measured.active_dbov = level(active.map(|(level, _)| level));
    measured.activity = active.map(|(_, activity)| rounded(activity, 4));
    measured.crest_db = match (measured.peak_dbfs, measured.active_dbov) {
        (Some(peak), Some(active)) => level(Some(peak - active)),
        _ => None,
    };
    measured.noise_floor_dbfs = level(noise.and_then(level_db));
    measured.speech_s = Some(rounded(speech.spoken_s, 2));
    if let Some(found) = speech.found {
        measured.snr_db = level(found.snr_db);
        measured.snr_method = found.snr_db.map(|_| found.snr_method.to_owned());
        measured.lead_ms = Some(rounded(found.lead_ms, 0));
        measured.trail_ms = Some(rounded(found.trail_ms, 0));
        measured.lead_edge_db = level(Some(found.lead_edge_db));
        measured.trail_edge_db = level(Some(found.trail_edge_db));
        measured.quiet_db = level(Some(found.quiet_db));
        measured.lead_step_db = level(edges.map(|edges| edges.start_db - found.speech_db));
        measured.trail_step_db = level(edges.map(|edges| edges.end_db - found.speech_db));
        measured.span_s = Some(rounded(found.span_s, 2));
        measured.said_s = Some(rounded(found.said_s, 2));
        measured.longest_pause_ms = Some(rounded(found.longest_pause_ms, 0));
    }
}

/// Fills the numbers of the pauses; the noise outside speech must have been measured. Returns the bursts.
fn measure_pauses(measured: &mut Measurements, heard: &Heard) -> Vec<(usize, usize)> {
    let Heard { grid, low, silences, .. } = heard;
    let near = near_speech(grid.speech());
    let quiet = near.iter().enumerate().filter(|(_, near)| !**near).map(|(frame, _)| frame);
    let hum = low.hum(grid.speech());
    measured.hum50 = level(hum.map(|[hum, _]| hum.level_db));
    measured.hum50_prominence_db = level(hum.map(|[hum, _]| hum.prominence_db));
    measured.hum60 = level(hum.map(|[_, hum]| hum.level_db));
    measured.hum60_prominence_db = level(hum.map(|[_, hum]| hum.prominence_db));
    measured.gate_share = silences.gate_share(grid.speech()).map(|share| rounded(share, 4));
    measured.decay60_db = level(decay60_db(grid));
    let mut bursts = Vec::new();
    if let Some(noise) = measured.noise_floor_dbfs {
        measured.rumble_dbfs = level(low.rumble_db(quiet));
        bursts = grid.bursts(noise);
        measured.bursts = Some(bursts.len() as u64);
    }
    let hums = ["hum50", "hum50_prominence_db", "hum60", "hum60_prominence_db"];
    let no_noise = "too little time outside speech, or silence in it";
    for (metrics, is_there, reason) in [
        (&hums[..], measured.hum50.is_some(), "no pause of 0.2 s, or digital silence in it"),
        (&["gate_share"], measured.gate_share.is_some(), "too little time outside speech"),
        (&["rumble_dbfs"], measured.rumble_dbfs.is_some(), no_noise),
        (&["bursts"], measured.bursts.is_some(), no_noise),
        (&["decay60_db"], measured.decay60_db.is_some(), "too little speech that stands out of the noise"),
    ] {
        for metric in metrics.iter().filter(|_| !is_there) {
            measured.unmeasured.insert((*metric).to_owned(), reason.to_owned());
        }
    }
    bursts
}

/// Fills the numbers of the highest peaks.
fn measure_tops(measured: &mut Measurements, tops: Option<TopFacts>) {
    measured.tail99_95 = level(tops.map(|tops| tops.tail99_95));
    measured.tail98_80 = level(tops.map(|tops| tops.tail98_80));
    measured.crest4_db = level(tops.map(|tops| tops.crest_db));
    if tops.is_none() {
        for metric in ["tail99_95", "tail98_80", "crest4_db"] {
            measured.unmeasured.insert(metric.to_owned(), "too few loud moments".to_owned());
        }
    }
}

/// Fills the numbers of the spectrum.
fn measure_spectrum(measured: &mut Measurements, facts: &SpectrumFacts) {
    measured.cliff_hz = facts.cliff.map(|(hz, _)| hz);
    measured.cliff_step = facts.cliff.map(|(_, step)| rounded(step, 2));
    measured.hf_ratio_db = level(facts.hf_ratio_db);
    measured.mirror = facts.mirror.map(|(coherence, _)| rounded(coherence, 4));
    measured.mirror_hz = facts.mirror.map(|(_, hz)| hz);
    let mut missing = |metrics: &[&str], reason: &str| {
        for metric in metrics {
            measured.unmeasured.insert((*metric).to_owned(), reason.to_owned());
        }
    };
    if facts.cliff.is_none() {
        missing(&["cliff_hz", "cliff_step"], "the sample rate is unusual");
    }
    if facts.hf_ratio_db.is_none() {
        missing(&["hf_ratio_db"], "no band above 4.5 kHz can be told");
    }
    if facts.mirror.is_none() {
        missing(&["mirror", "mirror_hz"], "the sample rate is too low or unusual");
    }
}

/// Rounds a level to 0.01 dB.
fn level(level_db: Option<f64>) -> Option<f64> {
    level_db.map(|level| rounded(level, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::metrics::{known_under, lacks_metrics};
    use crate::quality::{Fingerprint, Policy, judge};
    use crate::testing::Noise;

    /// Six seconds at 16 kHz with words, pauses, a gap and a repeat, of 24 bits.
    fn sound() -> Vec<f32> {
        let mut noise = Noise::new(5);
        let mut samples: Vec<f32> = (0..96_000)
            .map(|n| {
                let buzz = 1.0 - 2.0 * (n * 137 % 16_000) as f32 / 16_000.0;
                let level = if n / 4_000 % 3 == 1 { 0.3 * buzz } else { 0.0 };
                ((level + 0.002 * noise.sample()) * 8_388_608.0).round() / 8_388_608.0
            })
            .collect();
        samples[5_000..5_100].fill(0.2);
        samples.copy_within(17_000..17_500, 17_800);
        samples
    }

    fn meter() -> Meter {
        Meter::new(MeterSpec::new(SampleRate::new(16_000).unwrap(), 24))
    }

    fn measured(mut meter: Meter, samples: &[f32], block: usize) -> (Measurements, FrameGrid) {
        samples.chunks(block).for_each(|block| meter.push(block));
        meter.finish_with_grid()
    }

    #[test]
    fn a_take_that_may_just_be_so_long_is_measured_to_the_last_bit_as_by_a_meter_without_an_end() {
        let (samples, two_s) = (sound(), Longest::new(2.0));
        for frames in [1_024, 20_000, 31_743, 31_744, 31_999, 32_000] {
            let whole = measured(meter(), &samples[..frames], 32_000);
            assert!(whole.0.dropouts == Some(1) || frames < 6_000, "{:?}", whole.0);
            for block in [1, 1_000, 1_024, 96_000] {
                assert_eq!(measured(meter().up_to(two_s), &samples[..frames], block), whole, "{frames}");
            }
            let mut known = meter().up_to(two_s);
            known.reserve(frames as u64);
            assert_eq!(measured(known, &samples[..frames], 1_024), whole, "{frames}");
        }
    }

    #[test]
    fn a_longer_take_is_read_to_its_end_and_held_no_longer_than_that() {
        let (samples, two_s) = (sound(), Longest::new(2.0));
        let mut meter_of_2_s = meter().up_to(two_s);
        meter_of_2_s.note_places();
        let (mut most, mut at_the_end) = (0, 0);
        for block in samples.chunks(160) {
            meter_of_2_s.push(block);
            at_the_end = meter_of_2_s.analysis.as_ref().map_or(0, |analysis| analysis.frames.hops());
            most = most.max(at_the_end);
        }
        // Hops of 10 ms, and the last chunk is not whole.
        assert!(most > 180 && most <= 200 && at_the_end == 0, "{most}");
        let (found, places) = meter_of_2_s.finish_with_places();
        assert!(places.speech.is_empty(), "{places:?}");

        for frames in [32_001, 33_000, 96_000] {
            let samples = &samples[..frames];
            let (whole, _) = measured(meter(), samples, 1_024);
            for block in [1, 1_024, 96_000] {
                let (cut, grid) = measured(meter().up_to(two_s), samples, block);
                // What is left of it is what a meter without an end says, and no more.
                assert_eq!(cut, known_under(two_s, whole.clone()), "{frames}");
                assert_eq!((cut.frames, cut.pcm_sha256), (whole.frames, whole.pcm_sha256));
                assert_eq!((cut.peak_dbfs, cut.dc, cut.used_bits), (whole.peak_dbfs, whole.dc, Some(24)));
                assert!(cut.is_cut_off() && cut.speech_s.is_none() && !lacks_metrics(&cut), "{cut:?}");
                assert_eq!(cut.unmeasured["snr_db"], "longer than 2 s");
                assert!(grid.is_empty() && Fingerprint::of(&grid).is_none());
                let ids = |policy: &Policy| -> Vec<String> {
                    judge(&cut, policy).findings.into_iter().map(|finding| finding.id).collect()
                };
                // Also where more is allowed than when it was measured.
                assert_eq!(ids(&Policy::default()), ["take-long"]);
            }
            let mut known = meter().up_to(two_s);
            known.reserve(frames as u64);
            assert!(known.analysis.is_none(), "it is known to be too long");
            assert_eq!(measured(known, samples, 1_024).0, known_under(two_s, whole.clone()));
            assert_eq!(known_under(Longest::new(6.0), whole.clone()), whole);
        }
        assert_eq!(found.frames, 96_000);
        // A length that was promised and did not come is no reason to think well of a take.
        let mut promised = meter().up_to(two_s);
        promised.reserve(33_000);
        assert!(measured(promised, &samples[..16_000], 1_024).0.is_cut_off());
    }
}
