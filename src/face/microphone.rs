//! A microphone as a face opens it, and opens it again.

use booth::Result;
use booth::audio::capture::SourceInfo;
use booth::audio::{DeviceSpec, OpenOptions, Source, Tape, TapeOptions, open};
use booth::sitting::{Deck, Opener};

/// Which microphone, and how it is opened.
#[derive(Clone)]
pub(crate) struct Microphone {
    specs: Vec<DeviceSpec>,
    open: OpenOptions,
    tape: TapeOptions,
}

impl Microphone {
    /// Makes one of what was asked for; of nothing, that of the system.
    pub(crate) fn new(specs: Vec<DeviceSpec>, open: OpenOptions, tape: TapeOptions) -> Self {
        Self { specs, open, tape }
    }

    /// The device with this id, opened as this one would be.
    pub(crate) fn with_id(&self, id: &str) -> Self {
        Self { specs: vec![DeviceSpec::Id(id.to_owned())], ..self.clone() }
    }

    /// Says whether files are played as the microphone.
    pub(crate) fn plays_files(&self) -> bool {
        self.specs.iter().any(|spec| matches!(spec, DeviceSpec::File(_)))
    }

    /// Says whether one was asked for by name.
    pub(crate) fn is_named(&self) -> bool {
        self.specs.iter().any(|spec| *spec != DeviceSpec::Default)
    }

    /// Finds it.
    pub(crate) fn find(&self) -> Result<Box<dyn Source>> {
        open(&self.specs, &self.open)
    }

    /// Starts what was found.
    pub(crate) fn start(&self, source: Box<dyn Source>) -> Result<Tape> {
        Tape::start(source, self.tape)
    }

    /// What finds it again after `before` went away.
    pub(crate) fn opener(&self, before: SourceInfo) -> Opener {
        let mut microphone = self.clone();
        microphone.open.before = Some(before);
        Box::new(move || Ok(Box::new(microphone.start(microphone.find()?)?) as Box<dyn Deck>))
    }
}
