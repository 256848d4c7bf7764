//! The page: a sitting in the browser, served by this program to this machine alone; the microphone stays in the program.

mod acts;
mod booth;
mod guard;
mod link;
mod microphone;
mod scene;
mod server;
mod stage;
mod steps;
mod studio;
mod words;

pub(crate) use steps::Offer;

use self::booth::Drawing;
use self::link::LinkFile;
use self::server::Server;
use self::stage::{Act, Stage};
use self::studio::{LOOK, Step, Studio};
use crate::face::clock::{SystemClock, fill_random};
use crate::face::line::out::tell;
use crate::face::line::speech::said;
use crate::face::microphone::Microphone;
use ::booth::ids::{Locale, SpeakerId};
use ::booth::messages::{Arg, Language};
use ::booth::msg;
use ::booth::recordings::Unreadable;
use ::booth::recordings::bundle::HandedOver;
use ::booth::sheet::SheetSource;
use ::booth::sitting::{Asker, CloseReason, Desk, Outside, Request, Seated, ViewState, on_a_thread};
use ::booth::text::escape_for_terminal as safe;
use ::booth::{Error, ErrorKind, Result};
use scene::{End, ReceiptCard};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the page is opened with.
pub(crate) struct Opening<'a> {
    pub clock: Arc<SystemClock>,
    /// The sheets to choose from, at least one.
    pub offers: Vec<Offer>,
    /// The language of the page, and whether it was asked for.
    pub language: (Language, bool),
    /// The language to read that is offered first.
    pub locale: Option<Locale>,
    /// Where sessions land.
    pub into: PathBuf,
    /// The file for the link.
    pub link: Option<PathBuf>,
    /// Whether the browser is opened.
    pub opens: bool,
    /// Whether the speaker was named at the start.
    pub speaker_is_named: bool,
    /// What is asked of the desk for a sheet.
    pub request: &'a dyn Fn(&SheetSource) -> Result<Request>,
    /// Makes the file that hands in what a speaker recorded.
    pub hand_in: &'a dyn Fn(&SpeakerId) -> Result<HandedOver>,
    /// The microphone that was asked for, in a language.
    pub microphone: &'a dyn Fn(&Locale) -> Result<Microphone>,
}

/// Serves the page until nothing more is wanted.
///
/// # Errors
/// [`ErrorKind::Interrupted`] when somebody ends the program; those of starting the server. What goes wrong after that is shown
/// on the page.
pub(crate) fn run(opening: &Opening<'_>) -> Result<()> {
    let link = match &opening.link {
        None => None,
        Some(path) => match LinkFile::take(path) {
            Ok(link) => Some(link),
            // The page is there already: it is opened once more, by the next code.
            Err(error) if error.kind() == ErrorKind::Locked => {
                tell!("{}", said(&msg!("page-running")));
                return if opening.opens { open_in_browser(path) } else { Ok(()) };
            }
            Err(error) => return Err(error),
        },
    };
    let (stage, heard) = Stage::new(Arc::clone(&opening.clock));
    let path = link.as_ref().map(|link| link.path().to_path_buf());
    let relink = move |link: &str| {
        // Without the file there is still the link in the terminal.
        let _ = path.as_ref().map(|path| LinkFile::write(path, link));
    };
    let (language, is_chosen) = opening.language;
    let mut studio = Studio::new(Arc::clone(&stage), heard, Arc::clone(&opening.clock), language, is_chosen);
    let server = Server::start(stage, fill_random, relink)?;
    tell!("{}\n\n    {}\n", said(&msg!("page-link")), server.link());
    tell!("{}", said(&msg!("page-address", address = server.address())));
    if let Some(link) = link.as_ref().filter(|_| opening.opens) {
        // Whoever has no browser that opens has the link.
        if let Err(error) = open_in_browser(link.path()) {
            tell!("{}", safe(&error.to_contributor(language).0));
        }
    }
    let outcome = sittings(&mut studio, opening);
    studio.over(&match &outcome {
        Ok(()) => msg!("page-over-said"),
        Err(error) => error.contributor_message().cloned().unwrap_or_else(|| msg!("page-over-said")),
    });
    outcome
}

fn open_in_browser(path: &Path) -> Result<()> {
    open::that_detached(path)
        .map_err(|error| Error::of(ErrorKind::Io, msg!("page-no-browser", cause = error.to_string())))
}

/// One sitting after another, until nothing more is wanted.
fn sittings(studio: &mut Studio, opening: &Opening<'_>) -> Result<()> {
    let mut before = None;
    loop {
        let choice = steps::start(studio, &opening.offers, opening.locale.as_ref(), before.take())?;
        let goes_on = match sitting(studio, opening, &choice) {
            Err(error) if error.kind() != ErrorKind::Interrupted => studio.try_again(&error)?,
            goes_on => goes_on?,
        };
        if !goes_on {
            return Ok(());
        }
        before = Some(choice);
    }
}

/// One sitting, from who reads to the end; says whether it is asked again what to read.
fn sitting(studio: &mut Studio, opening: &Opening<'_>, choice: &steps::Choice) -> Result<bool> {
    let sheet = opening.offers[choice.sheet].source();
    let random = Box::new(fill_random);
    let outside = Outside { clock: opening.clock.clone(), random, aside: Box::new(on_a_thread) };
    let request = (opening.request)(sheet)?;
    let request = Request { locale: Some(choice.locale.clone()), asker: Asker::Page, ..request };
    let policy = request.policy.clone();
    let mut desk = Desk::open(&opening.into, request, outside)?;
    recovered(studio, &desk);
    let policy = policy.over_sheet(&desk.sheet().head.policy)?;
    let named = (opening.microphone)(&choice.locale)?;
    loop {
        if !opening.speaker_is_named {
            match steps::who(studio, &mut desk)? {
                Step::Done(()) => {}
                Step::Back => return Ok(true),
                Step::Finish => return Ok(false),
            }
        }
        match steps::consent(studio, &mut desk)? {
            Step::Done(()) => break,
            Step::Back if opening.speaker_is_named => return Ok(true),
            Step::Back => {}
            Step::Finish => return Ok(false),
        }
    }
    let (microphone, tape, room) = loop {
        let microphone = match microphone::choose(studio, &named, &policy)? {
            Step::Done(microphone) => microphone,
            // Nothing is written so far, and all of it is asked again.
            Step::Back => return Ok(true),
            Step::Finish => return Ok(false),
        };
        let tape = match microphone.find().and_then(|source| microphone.start(source)) {
            Ok(tape) => tape,
            Err(error) if studio.try_again(&error)? => continue,
            Err(_) => return Ok(false),
        };
        if microphone.plays_files() {
            break (microphone, tape, None);
        }
        match microphone::check(studio, &tape, desk.sheet(), &policy) {
            Ok(Step::Done(room)) => break (microphone, tape, room),
            Ok(Step::Back) if named.is_named() => return Ok(true),
            Ok(Step::Back) => tape.close(),
            Ok(Step::Finish) => return Ok(false),
            // A microphone that went away is chosen anew.
            Err(error) if error.kind() == ErrorKind::DeviceLost => {
                if !studio.try_again(&error)? {
                    return Ok(false);
                }
            }
            Err(error) => return Err(error),
        }
    };
    steps::set_up(&mut desk, room.is_some());
    let sheet = desk.sheet().clone();
    let again = (!microphone.plays_files()).then(|| microphone.opener(tape.info().clone()));
    let name = tape.info().name.clone();
    let (speaker, unreadable) = (desk.speaker().cloned(), desk.unreadable_feedback().cloned());
    let Seated { mut sitting, other_microphone, signed, feedback, .. } =
        desk.sit(Box::new(tape), room, again)?;
    if let Some(before) = other_microphone {
        let text = studio.say(&msg!("welcome-another", before = before, now = name));
        studio.note(scene::Tone::Info, text);
    }
    if let Some(Unreadable { path, message }) = &unreadable {
        let path = path.display().to_string();
        let text = studio.say(&msg!("feedback-unreadable", path = path, cause = message.as_str()));
        studio.note(scene::Tone::Info, text);
    }
    if let Some(feedback) = feedback {
        let text = feedback.lines(studio.language()).join("\n");
        studio.note(scene::Tone::Info, text);
    }
    let receipt = signed.map(|signed| steps::receipt_card(studio, &signed));
    if let Some(receipt) = &receipt {
        // Whoever ends in another way than by the last page has seen it.
        let text = studio.say(&msg!("receipt-code", code = receipt.code.as_str()));
        studio.note(scene::Tone::Info, text);
    }
    let reason = Drawing::new(studio, &sheet).run(&mut sitting)?;
    let view = sitting.view();
    let failure = sitting.into_failure();
    if reason == CloseReason::Interrupted {
        return Err(Error::of(ErrorKind::Interrupted, msg!("interrupted")));
    }
    let lines = handed_over(studio, opening, &sheet);
    let hand_in =
        || speaker.as_ref().map_or_else(|| Ok(HandedOver::default()), |speaker| (opening.hand_in)(speaker));
    let last = Last { view: &view, reason, lines: &lines, receipt: receipt.as_ref(), hand_in: &hand_in };
    end(studio, &last, failure.as_ref())
}

/// Says what a crash had left, and what cannot be read.
fn recovered(studio: &mut Studio, desk: &Desk) {
    let recovered = desk.recovered();
    let message = match (recovered.saved, recovered.torn) {
        (0, 0) => None,
        (0, _) => Some(msg!("recovered-torn")),
        (saved, _) => Some(msg!("recovered-saved", count = saved)),
    };
    let unreadable = desk.unreadable().iter().map(|session| {
        let path = session.path.display().to_string();
        msg!("session-unreadable", path = path, cause = session.message.as_str())
    });
    for message in message.into_iter().chain(unreadable) {
        let text = studio.say(&message);
        studio.note(scene::Tone::Info, text);
    }
}

/// Where the recordings are, and whom to give them to.
fn handed_over(studio: &Studio, opening: &Opening<'_>, sheet: &::booth::sheet::Sheet) -> Vec<String> {
    let path = opening.into.display().to_string();
    let contact = match &sheet.head.controller {
        Some(who) => msg!("farewell-contact", name = who.name.as_str(), contact = who.contact.as_str()),
        None => msg!("farewell-contact-unnamed"),
    };
    vec![studio.say(&msg!("farewell-where", path = path)), studio.say(&contact)]
}

/// What the end of a sitting shows and offers.
struct Last<'a> {
    view: &'a ViewState,
    reason: CloseReason,
    lines: &'a [String],
    receipt: Option<&'a ReceiptCard>,
    hand_in: &'a dyn Fn() -> Result<HandedOver>,
}

/// The end of a sitting, until it is gone on or ended; says which.
fn end(studio: &mut Studio, last: &Last<'_>, failure: Option<&Error>) -> Result<bool> {
    let Last { view, reason, lines, receipt, hand_in } = *last;
    if let Some(error) = failure {
        studio.trouble(error);
    }
    loop {
        let counts = view.counts;
        let minutes = Arg::decimal(counts.kept_ms as f64 / 60_000.0, 1);
        let given = studio.say(&msg!(
            "farewell-given",
            count = counts.kept_now,
            all = counts.kept,
            minutes = minutes
        ));
        let left = counts.readings - counts.kept;
        let thanks = studio.say(&if left == 0 { msg!("farewell-done") } else { reason.message() });
        let body = End {
            given: given.clone(),
            thanks,
            lines: if counts.kept > 0 { lines } else { &[] },
            receipt,
            left: (left > 0).then(|| studio.say(&msg!("page-end-left", count = left))),
            withdraw: studio.say(&msg!("page-end-withdraw")),
            offers_bundle: counts.kept > 0,
        };
        let title = studio.say(&msg!("page-end"));
        studio.show("end", (title, given), false, &body);
        match studio.next(LOOK)?.map(|told| told.act) {
            Some(Act::Again) => return Ok(true),
            Some(Act::Finish) => return Ok(false),
            Some(Act::HandIn) => match hand_in() {
                Ok(over) => tell_handed_in(studio, &over),
                Err(error) => studio.trouble(&error),
            },
            _ => {}
        }
    }
}

/// Says where the file to hand in is, and its code.
fn tell_handed_in(studio: &mut Studio, over: &HandedOver) {
    let mut lacking = over.left_out.len();
    for bundle in &over.bundles {
        let files: Vec<String> = bundle.files.iter().map(|path| path.display().to_string()).collect();
        let made = msg!("hand-in-made", files = files.join(", "), code = bundle.code.to_string());
        let text = studio.say(&made);
        studio.note(scene::Tone::Info, text);
        lacking += bundle.lacking.len();
    }
    let others = [
        over.bundles.is_empty().then(|| msg!("hand-in-nothing")),
        (lacking > 0).then(|| msg!("hand-in-lacking", count = lacking)),
    ];
    for message in others.into_iter().flatten() {
        let text = studio.say(&message);
        studio.note(scene::Tone::Info, text);
    }
}
