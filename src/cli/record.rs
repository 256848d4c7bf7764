//! `booth record`: from a sheet and a microphone to a session, in plain lines.

use crate::cli::args::{RecordArgs, SurroundingsArgs};
use crate::cli::exit::Exit;
use crate::cli::recording;
use crate::cli::{project, state};
use crate::face::clock::{SystemClock, fill_random};
use crate::face::line::drive::{Drive, POLL, drive};
use crate::face::line::input::Input;
use crate::face::line::out::{Context, data_json};
use crate::face::line::screen::{End, Screen, Who};
use crate::face::line::{ask, interrupt, speech};
use booth::audio::{DeviceSpec, SourceKind, Tape};
use booth::ids::{Locale, SpeakerId};
use booth::project::Project;
use booth::recordings::RoomNoise;
use booth::recordings::session::SetupStep;
use booth::rows::Line;
use booth::sheet::{self, Sheet, SheetSource};
use booth::sitting::{
    self, CloseReason, ConsentWish, Desk, Listening, Mode, Outside, Request, Seated, SummaryRow, Wanted,
    about_from, clean,
};
use booth::{Error, ErrorKind, Result};
use std::path::Path;
use std::sync::Arc;

pub(crate) fn run(args: &RecordArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let clock = Arc::new(SystemClock::new());
    let mut input = Input::start(context.no_input, &clock);
    speech::choose(args.booth.language, args.booth.locale.as_ref().filter(|_| input.may_ask()));
    let is_hands_free = args.mode() == Mode::HandsFree;
    // Nobody can read what is not shown: only hands-free and for programs there is silence.
    let silent = args.json || (context.quiet && is_hands_free);
    let mut screen = Screen::new(context, !is_hands_free, silent, args.plain);
    let random = Box::new(fill_random);
    let outside = Outside { clock: clock.clone(), random, aside: Box::new(sitting::on_a_thread) };
    let ledger = state::ledger_to_add_to().map(Arc::new);
    let source = SheetSource::named(&args.sheet)?;
    let locale = args.booth.locale.clone().or_else(|| locale_of_system(&source).filter(|_| input.may_ask()));
    let project = project::load(&args.booth.project, &[&args.into], args.json, context)?;
    let request =
        Request { ledger: ledger.clone(), locale, ..request(args, source, project.as_ref(), context)? };
    let mut desk = Desk::open(&args.into, request, outside)?;
    screen.recovered(desk.recovered());
    screen.unreadable(desk.unreadable());
    ask::speaker(&mut desk, &input)?;
    screen.unreadable_feedback(desk.unreadable_feedback());
    let sheet = desk.sheet().clone();
    let microphone = recording::microphone(&args.booth, &sheet.locale)?;
    // Found before anybody is asked for consent, started only after.
    let source = microphone.find()?;
    ask::consent(&mut desk, &input, context)?;

    let tape = microphone.start(source)?;
    desk.done(SetupStep::Device);
    let room = listen_to_room(args, &tape, &input, &mut screen)?;
    if room.is_some() {
        desk.done(SetupStep::Room);
    }
    let plays_files = tape.info().kind == SourceKind::File;
    let speaker =
        desk.speaker().cloned().ok_or_else(|| Error::new(ErrorKind::Usage, "there is no speaker"))?;
    // Files cannot go away; a microphone that does is opened again.
    let again = (!plays_files).then(|| microphone.opener(tape.info().clone()));
    let microphone_name = tape.info().name.clone();
    let Seated { mut sitting, resumed, other_microphone, signed, feedback } =
        desk.sit(Box::new(tape), room, again)?;
    if let Some(signed) = signed {
        ask::receipt(&signed, context);
    }
    let who = Who { speaker: speaker.as_str(), device: &microphone_name, is_live: !plays_files };
    screen.welcome(&sheet, &who, &sitting.view(), resumed, sitting.longest());
    if let Some(feedback) = &feedback {
        screen.feedback(feedback);
    }
    if let Some(before) = other_microphone {
        screen.another(&before, &microphone_name);
    }
    screen.remarks(&sitting.remarks());
    let how = Drive { plays_files, json: args.json };
    let reason = drive(how, &mut sitting, &mut input, &mut screen, &clock);
    state::finish(ledger.as_deref(), context);
    let reason = reason?;
    let view = sitting.view();
    if args.json {
        let session = &sitting.session().record().id;
        let row = SummaryRow { session, speaker: &speaker, reason, counts: view.counts };
        data_json(&Line::new("summary", &row))?;
    }
    let bundle = bundle_command(args, &speaker);
    let end = End { folder: &args.into, controller: sheet.head.controller.as_ref(), bundle: &bundle };
    screen.farewell(&view, reason, &again_command(args, &sheet, &speaker), &end);
    match (sitting.into_failure(), reason) {
        // A person was told when it happened; a program reads the end.
        (Some(error), _) if args.json || !input.is_by_hand() => Err(error),
        (Some(error), _) => Ok(Exit::of(&error)),
        (None, CloseReason::Interrupted) => Ok(Exit::Interrupted),
        (None, _) => Ok(Exit::Done),
    }
}

/// The locale of the sheet that the system speaks, or the only one of its language.
fn locale_of_system(source: &SheetSource) -> Option<Locale> {
    let system = speech::system()?;
    let all = sheet::locales(source).ok()?;
    let mut same = all.iter().filter(|locale| locale.language() == system.language());
    all.iter()
        .find(|locale| **locale == system)
        .or_else(|| same.next().filter(|_| same.next().is_none()))
        .cloned()
}

/// What the flags ask the desk for.
fn request(
    args: &RecordArgs,
    source: SheetSource,
    project: Option<&Project>,
    context: &Context,
) -> Result<Request> {
    let contact = args.contact.as_ref().map(|contact| clean("contact", contact)).transpose()?;
    let request = recording::request(&args.booth, source, project, context)?;
    Ok(Request {
        from: args.from.clone(),
        wanted: Wanted { again: args.again.clone(), ..request.wanted },
        mode: args.mode(),
        consent: match &args.consent {
            Some(path) => ConsentWish::File(path.clone()),
            None if args.yes && args.grant.is_empty() => ConsentWish::Given(vec!["asr".to_owned()]),
            None if args.yes => ConsentWish::Given(args.grant.clone()),
            None => ConsentWish::Ask,
        },
        about: about_from(&args.about)?,
        contact,
        ..request
    })
}

/// Listens to the room, and asks whether to go on where it is loud or nothing arrives.
fn listen_to_room(
    args: &RecordArgs,
    tape: &Tape,
    input: &Input,
    screen: &mut Screen<'_>,
) -> Result<Option<RoomNoise>> {
    if args.room_check <= 0.0 {
        return Ok(None);
    }
    loop {
        screen.listening_to_room(args.room_check);
        let mut listening = Listening::start(tape, (args.room_check * 1000.0).round() as u64);
        let room = loop {
            interrupt::check()?;
            if let Some(room) = listening.poll(tape) {
                break room?;
            }
            std::thread::sleep(POLL);
        };
        let is_fit = screen.room(&room);
        if is_fit || !input.may_ask() || ask::go_on_in_this_room(input)? {
            return Ok(Some(room));
        }
    }
}

/// The command that makes one file of what the speaker recorded.
fn bundle_command(args: &RecordArgs, speaker: &SpeakerId) -> String {
    let is_usual = args.into == Path::new("recordings");
    let folder = if is_usual { String::new() } else { format!(" {}", args.into.display()) };
    format!("booth bundle{folder} --speaker {speaker}")
}

/// The command that goes on with this sitting.
fn again_command(args: &RecordArgs, sheet: &Sheet, speaker: &SpeakerId) -> String {
    let mut command = format!("booth record {} --locale {}", args.sheet.display(), sheet.locale);
    if args.into != Path::new("recordings") {
        command.push_str(&format!(" --into {}", args.into.display()));
    }
    command.push_str(&format!(" --speaker {speaker}"));
    // Without them the consent text is another one, and consent is asked for anew.
    let file = args.booth.project.project.as_ref().map(|path| path.display().to_string());
    let SurroundingsArgs { room, distance, microphone } = &args.booth.surroundings;
    let distance = distance.map(|distance| format!("{}m", distance.metres()));
    let [room, microphone] = [room, microphone].map(|label| label.as_ref().map(ToString::to_string));
    for (flag, value) in [
        ("controller", &args.booth.controller),
        ("controller-contact", &args.booth.controller_contact),
        ("licence", &args.booth.licence),
        ("room", &room),
        ("distance", &distance),
        ("microphone", &microphone),
        ("project", &file),
    ] {
        if let Some(Ok(value)) = value.as_ref().map(|value| shlex::try_quote(value)) {
            command.push_str(&format!(" --{flag} {value}"));
        }
    }
    if let Some(feedback) = &args.booth.feedback {
        command.push_str(&format!(" --feedback {}", feedback.display()));
    }
    if let Some(language) = args.booth.language {
        command.push_str(&format!(" --language {}", language.tag()));
    }
    if args.booth.project.no_project {
        command.push_str(" --no-project");
    }
    for device in args.booth.device.iter().filter(|device| **device != DeviceSpec::Default) {
        command.push_str(&format!(" --device {device}"));
    }
    command
}
