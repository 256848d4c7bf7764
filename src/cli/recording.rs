//! What the verbs that record have in common: what their flags ask the desk for, and the microphone.

use crate::cli::args::{BoothArgs, OnReject, OrderArg};
use crate::cli::project;
use crate::face::line::out::Context;
use crate::face::microphone::Microphone;
use booth::audio::{FileOptions, OpenOptions, TapeOptions};
use booth::corpus::EVALUATION;
use booth::ids::Locale;
use booth::project::{Licence, Project};
use booth::sheet::{Controller, SheetSource};
use booth::sitting::{self, OrderWish, Pilot, Request, Wanted, clean};
use booth::units::SampleRate;
use booth::{Error, ErrorKind, Result};

/// What the flags ask the desk for.
pub(super) fn request(
    args: &BoothArgs,
    sheet: SheetSource,
    project: Option<&Project>,
    context: &Context,
) -> Result<Request> {
    if args.deal.is_some() && !matches!(args.order, OrderArg::Deal) {
        let message = "--deal says how many sentences are dealt, and with another --order none are";
        return Err(Error::new(ErrorKind::Usage, message).with_hint("leave one of the two out"));
    }
    let mut terms = project::terms(project)?;
    if let Some(id) = &args.licence {
        terms.licence = Some(Licence::listed(id)?);
    }
    let on_reject = match args.on_reject {
        OnReject::Keep => sitting::OnReject::Keep,
        OnReject::Skip => sitting::OnReject::Skip,
    };
    Ok(Request {
        locale: args.locale.clone(),
        speaker: args.speaker.clone(),
        order: match args.order {
            OrderArg::Deal => OrderWish::Deal,
            OrderArg::Sheet => OrderWish::Sheet,
            OrderArg::Shuffled => OrderWish::Shuffled(args.seed),
        },
        deal: args.deal,
        is_evaluation: project.is_some_and(|project| project.release.purpose == Some(EVALUATION)),
        wanted: Wanted { limit: args.limit.map(|limit| limit as usize), ..Wanted::default() },
        feedback: args.feedback.clone(),
        mode: args.mode.into(),
        pilot: Pilot::new(args.attempts, on_reject),
        surroundings: args
            .surroundings
            .or(&project.map(|project| project.surroundings.clone()).unwrap_or_default()),
        controller: controller(args)?,
        terms,
        targets: project.map(|project| project.targets.clone()).unwrap_or_default(),
        threads: context.threads,
        ..Request::new(sheet, project::limits(&args.policy, project)?)
    })
}

/// Who asks for the recordings, as the flags say.
fn controller(args: &BoothArgs) -> Result<Option<Controller>> {
    let Some((name, contact)) = args.controller.as_ref().zip(args.controller_contact.as_ref()) else {
        return Ok(None);
    };
    Ok(Some(Controller { name: clean("controller", name)?, contact: clean("controller-contact", contact)? }))
}

/// The microphone of the flags; files are those of the locale.
pub(super) fn microphone(args: &BoothArgs, locale: &Locale) -> Result<Microphone> {
    let open = OpenOptions {
        rate: args.rate.map(SampleRate::new).transpose()?,
        channel: args.channel,
        before: None,
        locale: Some(locale.clone()),
        file: FileOptions { speed: args.file_speed, ..FileOptions::default() },
    };
    let tape = TapeOptions {
        pre_roll_ms: u64::from(args.pre_roll),
        post_roll_ms: u64::from(args.post_roll),
        channel: args.channel,
        ..TapeOptions::default()
    };
    Ok(Microphone::new(args.device.clone(), open, tape))
}
