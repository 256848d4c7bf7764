//! The picture of a take in numbers: its outline, where speech is, and where its faults are.

use crate::audio::is_sound;
use crate::audio::wav::WavReader;
use crate::error::Result;
use crate::quality::{Finding, Meter, MeterSpec, Place};
use serde::Serialize;
use std::path::Path;

/// Columns of the outline.
pub const WAVE_COLUMNS: usize = 240;

/// The outline of a take.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Wave {
    /// Its length, in milliseconds.
    pub ms: u64,
    /// The least and the greatest sample of each column, full scale 1, to three digits.
    pub peaks: Vec<[f64; 2]>,
    /// From where to where there is speech, in milliseconds; `None` when there is none.
    pub speech: Option<[u64; 2]>,
    /// Where the faults are that have a place.
    pub faults: Vec<FaultMark>,
}

/// A place of a fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FaultMark {
    /// The finding.
    pub id: String,
    /// Where it begins, in milliseconds.
    pub from: u64,
    /// Where it ends, in milliseconds.
    pub to: u64,
}

impl Wave {
    /// Reads the file of a take, which has one channel, and draws it with its findings; `None` when it holds nothing.
    ///
    /// # Errors
    /// Those of reading the file.
    pub fn of(path: &Path, findings: &[Finding]) -> Result<Option<Self>> {
        let mut reader = WavReader::open(path)?;
        let (rate, bits) = (reader.info().rate, reader.info().bits);
        let frames = reader.info().frames as usize;
        if frames == 0 {
            return Ok(None);
        }
        let mut meter = Meter::new(MeterSpec::new(rate, bits));
        meter.note_places();
        let mut peaks = vec![[0f32; 2]; WAVE_COLUMNS.min(frames)];
        let (columns, mut at) = (peaks.len(), 0);
        let mut block = [0f32; 4096];
        loop {
            let count = reader.read(0, &mut block)?;
            if count == 0 {
                break;
            }
            for sample in &mut block[..count] {
                // As the meter takes them.
                *sample = if is_sound(*sample) { *sample } else { 0.0 };
                let [least, most] = &mut peaks[(at * columns / frames).min(columns - 1)];
                (*least, *most) = (least.min(*sample), most.max(*sample));
                at += 1;
            }
            meter.push(&block[..count]);
        }
        let (_, places) = meter.finish_with_places();
        let ms = |seconds: f64| (seconds * 1000.0).round() as u64;
        let speech = places.speech.first().zip(places.speech.last());
        let mark = |finding: &Finding, place: Place| FaultMark {
            id: finding.id.clone(),
            from: ms(place.from_s),
            to: ms(place.to_s),
        };
        let faults = findings
            .iter()
            .flat_map(|finding| places.of(finding).into_iter().map(move |place| mark(finding, place)));
        let short = |sample: f32| (f64::from(sample) * 1000.0).round() / 1000.0;
        Ok(Some(Self {
            ms: ms(places.length_s),
            peaks: peaks.iter().map(|[least, most]| [short(*least), short(*most)]).collect(),
            speech: speech.map(|(first, last)| [ms(first.from_s), ms(last.to_s)]),
            faults: faults.collect(),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::{OutputFormat, WavWriter};
    use crate::quality::Severity;
    use crate::units::SampleRate;

    /// Oracle: the samples that were written.
    #[test]
    fn the_outline_is_that_of_the_samples_and_faults_are_where_they_are() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.wav");
        let rate = SampleRate::new(8_000).unwrap();
        // Silence, a tone of a second at half scale, silence.
        let samples: Vec<f64> = (0..24_000)
            .map(|n| if (8_000..16_000).contains(&n) { 0.5 * libm::sin(f64::from(n) * 0.7) } else { 0.0 })
            .collect();
        let file = std::fs::File::create(&path).unwrap();
        let mut wav = WavWriter::new(file, rate, 1, OutputFormat::Int16, None).unwrap();
        wav.write_f64(&samples).unwrap();
        wav.finish().unwrap();
        let finding =
            Finding { id: "peak-hot".to_owned(), severity: Severity::Warn, value: None, limit: None };
        let wave = Wave::of(&path, &[finding]).unwrap().unwrap();
        assert_eq!((wave.ms, wave.peaks.len()), (3_000, WAVE_COLUMNS));
        for (at, [least, most]) in wave.peaks.iter().enumerate() {
            let is_tone = (80..160).contains(&at);
            assert_eq!((*least < -0.45, *most > 0.45), (is_tone, is_tone), "{at}");
        }
        assert_eq!(wave.faults.len(), 1);
        assert!((1_000..2_000).contains(&wave.faults[0].from), "{:?}", wave.faults);
        assert!(Wave::of(&dir.path().join("none.wav"), &[]).is_err());
    }
}
