//! What a person comes in with: a sheet, wishes, and how they give consent.

use super::agenda::Wanted;
use super::model::Mode;
use super::pilot::{OnReject, Pilot};
use crate::audio::capture::DeviceSpec;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{Locale, PromptId, SpeakerId, Surroundings};
use crate::msg;
use crate::project::Terms;
use crate::quality::Policy;
use crate::recordings::ledger::Ledger;
use crate::sheet::{self, Controller, Sheet, SheetSource, Target};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// In which order the prompts are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OrderWish {
    /// Each reader gets sentences of their own, where the sheet deals; else as they stand in the sheet.
    #[default]
    Deal,
    /// As they stand in the sheet.
    Sheet,
    /// Shuffled: by this seed, else by that of the speaker's last session, else by a new one.
    Shuffled(Option<u64>),
}

/// How consent is given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ConsentWish {
    /// By asking, unless one that was given before still holds.
    #[default]
    Ask,
    /// To these uses, without being asked.
    Given(Vec<String>),
    /// By the receipt in this file.
    File(PathBuf),
}

/// What a person is asked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// Lines at a terminal.
    Terminal,
    /// A page in a browser.
    Page,
}

impl Asker {
    /// Returns the method of the receipt, one of [`METHODS`](crate::recordings::consent::METHODS).
    pub fn method(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Page => "page",
        }
    }

    /// Returns what holds the folder of recordings meanwhile.
    pub(super) fn holder(self) -> &'static str {
        match self {
            Self::Terminal => "booth record",
            Self::Page => "booth studio",
        }
    }
}

/// What a person comes in with.
#[derive(Debug, Clone)]
pub struct Request {
    /// The sheet.
    pub sheet: SheetSource,
    /// The language to read; may be left out when the sheet has one only.
    pub locale: Option<Locale>,
    /// The prompt to begin at.
    pub from: Option<PromptId>,
    /// The speaker, if they said who they are.
    pub speaker: Option<SpeakerId>,
    /// The limits that were set on purpose; those of each session's sheet come below them.
    pub policy: Policy,
    /// The order of the prompts.
    pub order: OrderWish,
    /// How many prompts a speaker is dealt, where that is another number than the sheet says.
    pub deal: Option<u32>,
    /// Whether the collection is for evaluation: nothing that is for training only is dealt.
    pub is_evaluation: bool,
    /// What the sitting asks for.
    pub wanted: Wanted,
    /// A feedback to go by; else the one of the speaker that lies beside the recordings.
    pub feedback: Option<PathBuf>,
    /// The loudspeaker that takes are listened to with.
    pub output: DeviceSpec,
    /// Who says when a reading begins and ends.
    pub mode: Mode,
    /// Gives the commands where that is hands-free.
    pub pilot: Pilot,
    /// What the person is asked by.
    pub asker: Asker,
    /// How consent is given.
    pub consent: ConsentWish,
    /// What the speaker says of themselves ([`about_from`](super::about_from)).
    pub about: BTreeMap<String, String>,
    /// Where and with what it is recorded, as far as somebody says it.
    pub surroundings: Surroundings,
    /// Who asks for the recordings, where that is another one than the sheet says.
    pub controller: Option<Controller>,
    /// What the speaker is asked to agree to.
    pub terms: Terms,
    /// What the corpus is to be read by: a prompt that one of these breaks on is not recorded.
    pub targets: Vec<&'static Target>,
    /// How to reach the speaker again.
    pub contact: Option<String>,
    /// Threads that read the speaker's sessions.
    pub threads: usize,
    /// Where it is noted what this machine has measured.
    pub ledger: Option<Arc<Ledger>>,
}

impl Request {
    /// Makes a request for a sheet, with everything else as it is by default.
    pub fn new(sheet: impl Into<SheetSource>, policy: Policy) -> Self {
        Self {
            sheet: sheet.into(),
            locale: None,
            from: None,
            speaker: None,
            policy,
            order: OrderWish::default(),
            deal: None,
            is_evaluation: false,
            wanted: Wanted::default(),
            feedback: None,
            output: DeviceSpec::Default,
            mode: Mode::Manual,
            pilot: Pilot::new(2, OnReject::Skip),
            asker: Asker::Terminal,
            consent: ConsentWish::default(),
            about: BTreeMap::new(),
            surroundings: Surroundings::default(),
            controller: None,
            terms: Terms::default(),
            targets: Vec::new(),
            contact: None,
            threads: 1,
            ledger: None,
        }
    }
}

/// Loads the sheet that is asked for, in its language, from the prompt to begin at.
pub(super) fn load_sheet(request: &Request) -> Result<Sheet> {
    let locales = sheet::locales(&request.sheet)?;
    let locale = match (&request.locale, locales.as_slice()) {
        (Some(locale), _) => locale.clone(),
        (None, [only]) => only.clone(),
        (None, []) => {
            // A folder without a head is no sheet, and says so itself.
            sheet::load_head(&request.sheet)?;
            return Err(Error::of(ErrorKind::Sheet, msg!("sheet-empty")).with_path(request.sheet.place()));
        }
        (None, _) => {
            let names: Vec<&str> = locales.iter().map(Locale::as_str).collect();
            let message = msg!("sheet-languages", languages = names.join(", "));
            return Err(Error::of(ErrorKind::Usage, message).with_path(request.sheet.place()));
        }
    };
    let mut sheet = sheet::load_for(&request.sheet, &locale, &request.targets)?;
    let of_sheet = sheet.head.controller.take();
    sheet.head.controller =
        request.controller.clone().or(of_sheet).or_else(|| request.terms.collector.clone());
    // What is dealt is known when it is known who reads.
    if !deals(&sheet, request) {
        sheet = arranged(sheet.undealt(), request)?;
    }
    Ok(sheet)
}

/// Says whether the speaker is dealt sentences of their own.
pub(super) fn deals(sheet: &Sheet, request: &Request) -> bool {
    sheet.is_dealt() && request.order == OrderWish::Deal
}

/// Returns the sheet from the prompt to begin at.
///
/// # Errors
/// [`ErrorKind::Usage`] where a prompt that is asked for is not in it.
pub(super) fn arranged(mut sheet: Sheet, request: &Request) -> Result<Sheet> {
    let place = |wanted: &PromptId| {
        sheet.prompts.iter().position(|prompt| prompt.id == *wanted).ok_or_else(|| {
            let message = msg!("sheet-no-prompt", prompt = wanted.to_string());
            Error::of(ErrorKind::Usage, message).with_path(request.sheet.place())
        })
    };
    request.wanted.again.iter().try_for_each(|again| place(again).map(drop))?;
    if let Some(at) = request.from.as_ref().map(place).transpose()? {
        sheet.prompts.rotate_left(at);
    }
    Ok(sheet)
}
