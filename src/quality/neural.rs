//! Second opinions of neural models that the user supplies: Silero VAD and DNSMOS P.835, run by tract.
//!
//! Tract picks its kernels by the CPU, so the last digits may differ between machines; what is stored is rounded. The
//! models hear 16 kHz.

use crate::error::{Error, ErrorKind, Result};
use crate::units::rounded;
use std::sync::Arc;
use tract_onnx::prelude::{
    Datum as _, Framework as _, InferenceFact, InferenceModelExt as _, IntoRunnable as _, TValue, Tensor,
    TractResult, TypedRunnableModel, tvec,
};

/// Samples of a frame of the speech model (32 ms).
const FRAME: usize = 512;
/// Samples of the frame before that it is shown with each.
const CONTEXT: usize = 64;
/// Frames that the speech model hears at a time.
const FRAMES: usize = 32;
/// Size of its memory.
const MEMORY: usize = 128;
/// A frame is speech from this probability on (the model's own default).
const SPEECH: f32 = 0.5;
/// Samples of a window of the quality model (9.01 s).
const WINDOW: usize = 144_160;
/// Samples from one window to the next.
const HOP: usize = 16_000;
/// The quality model hears no more than this of a recording, samples (60 s).
const MOST_HEARD: usize = 960_000;

fn unsupported(what: &str, error: &dyn std::fmt::Display) -> Error {
    Error::new(ErrorKind::Unsupported, format!("this is not the {what}: {error:#}"))
}

fn wrong_output() -> tract_onnx::prelude::TractError {
    tract_onnx::prelude::TractError::msg("it gives other outputs")
}

/// Prepares a model that takes numbers in these shapes.
fn planned(mut bytes: &[u8], shapes: &[&[usize]]) -> TractResult<Arc<TypedRunnableModel>> {
    let mut model = tract_onnx::onnx().model_for_read(&mut bytes)?;
    if model.input_outlets()?.len() != shapes.len() {
        return Err(tract_onnx::prelude::TractError::msg("it takes other inputs"));
    }
    for (at, shape) in shapes.iter().enumerate() {
        model.set_input_fact(at, InferenceFact::dt_shape(f32::datum_type(), *shape))?;
    }
    model.into_optimized()?.into_runnable()
}

/// Silero VAD, `silero_vad_16k_sequence.onnx` of the Python package `silero-vad` 6.
#[derive(Debug)]
pub struct SpeechModel {
    plan: Arc<TypedRunnableModel>,
}

impl SpeechModel {
    /// What the file has to be.
    pub const FILE: &'static str = "Silero VAD model silero_vad_16k_sequence.onnx";

    /// Reads a model.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] when the bytes are not this model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let shapes = [&[FRAMES, CONTEXT + FRAME][..], &[1, 1, MEMORY], &[1, 1, MEMORY]];
        let plan = planned(bytes, &shapes).map_err(|error| unsupported(Self::FILE, &error))?;
        let model = Self { plan };
        // A model of other inputs or outputs fails here, not in the middle of a check.
        model.probabilities(&[0.0; FRAME]).map_err(|error| unsupported(Self::FILE, &error.message()))?;
        Ok(model)
    }

    /// Returns the probability of speech for each 32 ms of 16 kHz samples, the last frame filled up with silence.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] when the model cannot be run.
    pub fn probabilities(&self, samples: &[f32]) -> Result<Vec<f32>> {
        self.run(samples).map_err(|error| unsupported(Self::FILE, &error))
    }

    fn run(&self, samples: &[f32]) -> TractResult<Vec<f32>> {
        let count = samples.len().div_ceil(FRAME);
        let nothing = || Tensor::zero::<f32>(&[1, 1, MEMORY]);
        let mut memory: [TValue; 2] = [nothing()?.into(), nothing()?.into()];
        let mut all = Vec::with_capacity(count.next_multiple_of(FRAMES));
        for first in (0..count).step_by(FRAMES) {
            let mut block = vec![0f32; FRAMES * (CONTEXT + FRAME)];
            for (at, frame) in block.chunks_exact_mut(CONTEXT + FRAME).enumerate() {
                // What lies before the first and after the last sample is silence.
                let start = ((first + at) * FRAME) as isize - CONTEXT as isize;
                let from = start.max(0) as usize;
                let to = ((start + (CONTEXT + FRAME) as isize) as usize).min(samples.len());
                if from < to {
                    let offset = (from as isize - start) as usize;
                    frame[offset..offset + to - from].copy_from_slice(&samples[from..to]);
                }
            }
            let input = Tensor::from_shape(&[FRAMES, CONTEXT + FRAME], &block)?;
            let [hidden, cell] = memory;
            let out = self.plan.run(tvec!(input.into(), hidden, cell))?;
            let [probabilities, hidden, cell] = &out[..] else {
                return Err(wrong_output());
            };
            let probabilities = probabilities.to_plain_array_view::<f32>()?;
            if probabilities.len() != FRAMES {
                return Err(wrong_output());
            }
            all.extend(probabilities.iter());
            memory = [hidden.clone(), cell.clone()];
        }
        all.truncate(count);
        Ok(all)
    }

    /// Returns the share of the speech frames that this model calls speech too, 0 to 1; `None` without speech.
    ///
    /// `speech` marks the frames of our own detector, 20 ms each, 10 ms apart.
    ///
    /// # Errors
    /// As [`SpeechModel::probabilities`].
    pub fn agreement(&self, samples: &[f32], speech: &[bool]) -> Result<Option<f64>> {
        let probabilities = self.probabilities(samples)?;
        Ok(share(&probabilities, speech))
    }
}

fn share(probabilities: &[f32], speech: &[bool]) -> Option<f64> {
    let marked = speech.iter().enumerate().filter(|(_, speech)| **speech);
    let agreed =
        |at: usize| probabilities.get((160 * at + 160) / FRAME).is_some_and(|&value| value >= SPEECH);
    let (count, both) =
        marked.fold((0u64, 0u64), |(count, both), (at, _)| (count + 1, both + u64::from(agreed(at))));
    (count > 0).then(|| rounded(both as f64 / count as f64, 3))
}

/// DNSMOS P.835, `sig_bak_ovr.onnx` (not the personalised one) of the Python package `speechmos`.
#[derive(Debug)]
pub struct QualityModel {
    plan: Arc<TypedRunnableModel>,
}

impl QualityModel {
    /// What the file has to be.
    pub const FILE: &'static str = "DNSMOS P.835 model sig_bak_ovr.onnx";

    /// Reads a model.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] when the bytes are not this model.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let plan = planned(bytes, &[&[1, WINDOW]]).map_err(|error| unsupported(Self::FILE, &error))?;
        Ok(Self { plan })
    }

    /// Returns the predicted overall quality of 16 kHz samples, 1 to 5; `None` without samples.
    ///
    /// As published (Reddy, Gopal & Cutler, ICASSP 2022, and its script): a short recording is doubled until it fills a
    /// window; the mean over windows one second apart. Of recordings over 60 s the first 60 s are heard.
    ///
    /// # Errors
    /// [`ErrorKind::Unsupported`] when the model cannot be run.
    pub fn overall(&self, samples: &[f32]) -> Result<Option<f64>> {
        if samples.is_empty() {
            return Ok(None);
        }
        let audio = filled(samples);
        let starts = windows(audio.len());
        let mut sum = 0.0;
        for &start in &starts {
            let raw =
                self.raw(&audio[start..start + WINDOW]).map_err(|error| unsupported(Self::FILE, &error))?;
            sum += (-0.067_662_83 * raw + 1.115_464_68) * raw + 0.046_025_35;
        }
        Ok(Some(rounded(sum / starts.len() as f64, 3)))
    }

    fn raw(&self, window: &[f32]) -> TractResult<f64> {
        let out = self.plan.run(tvec!(Tensor::from_shape(&[1, WINDOW], window)?.into()))?;
        let [scores] = &out[..] else { return Err(wrong_output()) };
        let scores = scores.to_plain_array_view::<f32>()?;
        scores.iter().nth(2).map(|&overall| f64::from(overall)).ok_or_else(wrong_output)
    }
}

/// Doubles a recording until it fills a window, and cuts it to what is heard.
fn filled(samples: &[f32]) -> Vec<f32> {
    let mut audio = samples[..samples.len().min(MOST_HEARD)].to_vec();
    while audio.len() < WINDOW {
        audio.extend_from_within(..);
    }
    audio
}

/// Returns where windows begin: one second apart, as many as the published script takes.
fn windows(length: usize) -> Vec<usize> {
    let count = (length / HOP).saturating_sub(10) + 1;
    (0..count).map(|at| at * HOP).filter(|start| start + WINDOW <= length).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_counts_marked_frames_alone() {
        // Frames 0 to 5 are in the first 32 ms as far as their middles go: (160 t + 160) / 512 is 0 for t of 0 to 2.
        let speech = [true, true, false, true, true, false];
        assert_eq!(share(&[0.5, 0.49], &speech), Some(0.5));
        assert_eq!(share(&[0.9, 0.9], &speech), Some(1.0));
        assert_eq!(share(&[0.9], &[false; 4]), None);
    }

    #[test]
    fn windows_are_those_of_the_published_script() {
        // Oracle: int(floor(n / 16000) - 9.01) + 1 windows of 144160 samples, in Python.
        for (length, count) in [(144_160, 1), (160_000, 1), (176_000, 2), (288_320, 9), (960_000, 51)] {
            assert_eq!(windows(length).len(), count, "{length}");
        }
        let filled = filled(&[0.1, 0.2, 0.3]);
        assert!(filled.len() >= WINDOW && filled.len().is_multiple_of(3) && filled[3..6] == [0.1, 0.2, 0.3]);
    }

    #[test]
    fn bytes_that_are_no_model_are_refused_with_the_name_of_the_right_one() {
        for bytes in [&b""[..], b"no model", &[8; 4096]] {
            let error = SpeechModel::from_bytes(bytes).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Unsupported);
            assert!(error.message().contains("silero_vad_16k_sequence.onnx"), "{error}");
            assert!(QualityModel::from_bytes(bytes).unwrap_err().message().contains("sig_bak_ovr.onnx"));
        }
    }
}
