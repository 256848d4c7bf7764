//! Second opinions on a take by models that the user gives as files; only with the cargo feature `models`.

use crate::error::Result;
use crate::quality::{FrameGrid, Measurements};
use std::path::Path;

#[cfg(feature = "models")]
mod with {
    use crate::audio::decode;
    use crate::audio::resample::Resampler;
    use crate::error::{Error, Result};
    use crate::fsio;
    use crate::quality::neural::{QualityModel, SpeechModel};
    use crate::quality::{FrameGrid, Measurements};
    use crate::units::SampleRate;
    use std::path::Path;

    /// The rate that the models hear, in hertz.
    const RATE_HZ: u32 = 16_000;

    /// The models that were given.
    #[derive(Debug, Default)]
    pub struct Models {
        speech: Option<SpeechModel>,
        quality: Option<QualityModel>,
    }

    impl Models {
        pub(super) fn read(vad: Option<&Path>, mos: Option<&Path>) -> Result<Self> {
            let bytes = |path: &Path| fsio::read_named(path, fsio::MOST_LIST);
            let wrong = |error: Error, path: &Path, package: &str| {
                error.with_path(path).with_hint(format!("the Python package {package} carries that file"))
            };
            Ok(Self {
                speech: vad
                    .map(|path| {
                        SpeechModel::from_bytes(&bytes(path)?)
                            .map_err(|error| wrong(error, path, "silero-vad"))
                    })
                    .transpose()?,
                quality: mos
                    .map(|path| {
                        QualityModel::from_bytes(&bytes(path)?)
                            .map_err(|error| wrong(error, path, "speechmos"))
                    })
                    .transpose()?,
            })
        }

        pub(super) fn hear(&self, measured: &mut Measurements, grid: &FrameGrid, path: &Path) -> Result<()> {
            if self.speech.is_none() && self.quality.is_none() || measured.frames == 0 {
                return Ok(());
            }
            let mut source = decode::open(path)?;
            let channels = usize::from(source.channels());
            let mut resampler = Resampler::new(source.rate(), SampleRate::new(RATE_HZ)?)?;
            let (mut block, mut wide, mut heard) = (Vec::new(), Vec::new(), Vec::new());
            while source.next_block(&mut block)? {
                wide.clear();
                // As the meter takes them, of 32 bits.
                let one = block.iter().skip(usize::from(measured.channel)).step_by(channels);
                wide.extend(one.map(|&sample| f64::from(sample as f32)));
                resampler.push(&wide, &mut heard)?;
            }
            resampler.finish(&mut heard)?;
            let samples: Vec<f32> = heard.iter().map(|&sample| sample as f32).collect();
            if let Some(model) = &self.speech {
                measured.neural_share = model.agreement(&samples, grid.speech())?;
                if measured.neural_share.is_none() {
                    measured.unmeasured.insert("neural_share".to_owned(), "no speech was found".to_owned());
                }
            }
            if let Some(model) = &self.quality {
                measured.mos_ovrl = model.overall(&samples)?;
            }
            Ok(())
        }
    }
}

#[cfg(not(feature = "models"))]
mod without {
    use crate::error::{Error, ErrorKind, Result};
    use crate::quality::{FrameGrid, Measurements};
    use std::path::Path;

    /// No models: this build cannot run any.
    #[derive(Debug, Default)]
    pub struct Models(());

    impl Models {
        pub(super) fn read(vad: Option<&Path>, mos: Option<&Path>) -> Result<Self> {
            match vad.or(mos) {
                None => Ok(Self(())),
                Some(path) => Err(Error::new(ErrorKind::Unsupported, "this build cannot run models")
                    .with_path(path)
                    .with_hint("build it with: cargo build --release --features models")),
            }
        }

        #[expect(clippy::unnecessary_wraps, clippy::unused_self, reason = "as with models")]
        pub(super) fn hear(&self, _: &mut Measurements, _: &FrameGrid, _: &Path) -> Result<()> {
            Ok(())
        }
    }
}

#[cfg(feature = "models")]
pub use with::Models;
#[cfg(not(feature = "models"))]
pub use without::Models;

impl Models {
    /// Reads the models that were given: Silero VAD and DNSMOS P.835.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Unsupported`] when a file is not that model, or this build has no models;
    /// [`crate::ErrorKind::Io`].
    pub fn load(vad: Option<&Path>, mos: Option<&Path>) -> Result<Self> {
        Self::read(vad, mos)
    }

    /// Fills `neural_share` and `mos_ovrl` of a file that was measured; `grid` is what [`measure_file`] gave with it.
    ///
    /// [`measure_file`]: super::measure::measure_file
    ///
    /// # Errors
    /// Those of reading the file again, and [`crate::ErrorKind::Unsupported`] when a model cannot be run.
    pub fn apply(&self, measured: &mut Measurements, grid: &FrameGrid, path: &Path) -> Result<()> {
        if measured.unmeasured.contains_key(Measurements::UNREADABLE) {
            return Ok(());
        }
        self.hear(measured, grid, path)
    }
}
