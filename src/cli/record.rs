//! `booth record`: from a sheet and a microphone to a session, in plain lines.

use crate::cli::args::{OnReject, OrderArg, RecordArgs, SurroundingsArgs};
use crate::cli::exit::Exit;
use crate::cli::{project, state};
use crate::face::clock::{SystemClock, fill_random};
use crate::face::line::drive::{Drive, POLL, drive};
use crate::face::line::input::Input;
use crate::face::line::out::{Context, data_json};
use crate::face::line::screen::{End, Screen, Who};
use crate::face::line::{ask, interrupt, speech};
use booth::audio::capture::SourceInfo;
use booth::audio::{DeviceSpec, FileOptions, Source, SourceKind, Tape, TapeOptions};
use booth::audio::{OpenOptions, open};
use booth::ids::{Locale, SpeakerId};
use booth::project::{Licence, Project};
use booth::recordings::RoomNoise;
use booth::recordings::session::SetupStep;
use booth::rows::Line;
use booth::sheet::{self, Controller, Sheet, SheetSource};
use booth::sitting::Listening;
use booth::sitting::SummaryRow;
use booth::sitting::{
    self, CloseReason, ConsentWish, Deck, Desk, Opener, OrderWish, Outside, Pilot, Request, Seated, Wanted,
    about_from, clean,
};
use booth::units::SampleRate;
use booth::{Error, ErrorKind, Result};
use std::path::Path;
use std::sync::Arc;

pub(crate) fn run(args: &RecordArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let clock = Arc::new(SystemClock::new());
    let mut input = Input::start(context.no_input, &clock);
    speech::choose(args.language, args.locale.as_ref().filter(|_| input.may_ask()));
    // Nobody can read what is not shown: only hands-free and for programs there is silence.
    let silent = args.json || (context.quiet && args.auto);
    let mut screen = Screen::new(context, !args.auto, silent, args.plain);
    let random = Box::new(fill_random);
    let outside = Outside { clock: clock.clone(), random, aside: Box::new(sitting::on_a_thread) };
    let ledger = state::ledger_to_add_to().map(Arc::new);
    let source = SheetSource::named(&args.sheet)?;
    let locale = args.locale.clone().or_else(|| locale_of_system(&source).filter(|_| input.may_ask()));
    let project = project::load(&args.project, &[&args.into], args.json, context)?;
    let request =
        Request { ledger: ledger.clone(), locale, ..request(args, source, project.as_ref(), context)? };
    let mut desk = Desk::open(&args.into, request, outside)?;
    screen.recovered(desk.recovered());
    screen.unreadable(desk.unreadable());
    ask::speaker(&mut desk, &input)?;
    let sheet = desk.sheet().clone();
    let microphone = Microphone::of(args, &sheet.locale)?;
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
    let Seated { mut sitting, resumed, other_microphone, signed } = desk.sit(Box::new(tape), room, again)?;
    if let Some(signed) = signed {
        ask::receipt(&signed, context);
    }
    let who = Who { speaker: speaker.as_str(), device: &microphone_name, is_live: !plays_files };
    screen.welcome(&sheet, &who, &sitting.view(), resumed, sitting.longest());
    if let Some(before) = other_microphone {
        screen.another(&before, &microphone_name);
    }
    screen.remarks(&sitting.remarks());
    let how = Drive { keys: !args.auto, plays_files, json: args.json };
    let reason = drive(how, &mut sitting, &mut input, &mut screen, &clock);
    state::finish(ledger.as_deref(), context);
    let reason = reason?;
    let view = sitting.view();
    if args.json {
        let session = &sitting.session().record().id;
        let row = SummaryRow { session, speaker: &speaker, reason, counts: view.counts };
        data_json(&Line::new("summary", &row))?;
    }
    let end = End { folder: &args.into, controller: sheet.head.controller.as_ref() };
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
    let mut terms = project::terms(project)?;
    if let Some(id) = &args.licence {
        terms.licence = Some(Licence::listed(id)?);
    }
    let contact = args.contact.as_ref().map(|contact| clean("contact", contact)).transpose()?;
    let on_reject = match args.on_reject {
        OnReject::Keep => sitting::OnReject::Keep,
        OnReject::Skip => sitting::OnReject::Skip,
    };
    Ok(Request {
        from: args.from.clone(),
        speaker: args.speaker.clone(),
        order: match args.order {
            OrderArg::Sheet => OrderWish::Sheet,
            OrderArg::Shuffled => OrderWish::Shuffled(args.seed),
        },
        wanted: Wanted { limit: args.limit.map(|limit| limit as usize), again: args.again.clone() },
        pilot: args.auto.then(|| Pilot::new(args.attempts, on_reject)),
        consent: match &args.consent {
            Some(path) => ConsentWish::File(path.clone()),
            None if args.yes && args.grant.is_empty() => ConsentWish::Given(vec!["asr".to_owned()]),
            None if args.yes => ConsentWish::Given(args.grant.clone()),
            None => ConsentWish::Ask,
        },
        about: about_from(&args.about)?,
        surroundings: args
            .surroundings
            .or(&project.map(|project| project.surroundings.clone()).unwrap_or_default()),
        controller: controller(args)?,
        terms,
        targets: project.map(|project| project.targets.clone()).unwrap_or_default(),
        contact,
        threads: context.threads,
        ..Request::new(source, project::limits(&args.policy, project)?)
    })
}

/// Who asks for the recordings, as the flags say.
fn controller(args: &RecordArgs) -> Result<Option<Controller>> {
    let Some((name, contact)) = args.controller.as_ref().zip(args.controller_contact.as_ref()) else {
        return Ok(None);
    };
    Ok(Some(Controller { name: clean("controller", name)?, contact: clean("controller-contact", contact)? }))
}

/// Which microphone, and how it is opened.
#[derive(Clone)]
struct Microphone {
    specs: Vec<DeviceSpec>,
    open: OpenOptions,
    tape: TapeOptions,
}

impl Microphone {
    fn of(args: &RecordArgs, locale: &Locale) -> Result<Self> {
        Ok(Self {
            specs: args.device.clone(),
            open: OpenOptions {
                rate: args.rate.map(SampleRate::new).transpose()?,
                channel: args.channel,
                before: None,
                locale: Some(locale.clone()),
                file: FileOptions { speed: args.file_speed, ..FileOptions::default() },
            },
            tape: TapeOptions {
                pre_roll_ms: u64::from(args.pre_roll),
                post_roll_ms: u64::from(args.post_roll),
                channel: args.channel,
                ..TapeOptions::default()
            },
        })
    }

    fn find(&self) -> Result<Box<dyn Source>> {
        open(&self.specs, &self.open)
    }

    fn start(&self, source: Box<dyn Source>) -> Result<Tape> {
        Tape::start(source, self.tape)
    }

    /// What finds a microphone again after `before` went away.
    fn opener(&self, before: SourceInfo) -> Opener {
        let mut microphone = self.clone();
        microphone.open.before = Some(before);
        Box::new(move || Ok(Box::new(microphone.start(microphone.find()?)?) as Box<dyn Deck>))
    }
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

/// The command that goes on with this sitting.
fn again_command(args: &RecordArgs, sheet: &Sheet, speaker: &SpeakerId) -> String {
    let mut command = format!("booth record {} --locale {}", args.sheet.display(), sheet.locale);
    if args.into != Path::new("recordings") {
        command.push_str(&format!(" --into {}", args.into.display()));
    }
    command.push_str(&format!(" --speaker {speaker}"));
    // Without them the consent text is another one, and consent is asked for anew.
    let file = args.project.project.as_ref().map(|path| path.display().to_string());
    let SurroundingsArgs { room, distance, microphone } = &args.surroundings;
    let distance = distance.map(|distance| format!("{}m", distance.metres()));
    let [room, microphone] = [room, microphone].map(|label| label.as_ref().map(ToString::to_string));
    for (flag, value) in [
        ("controller", &args.controller),
        ("controller-contact", &args.controller_contact),
        ("licence", &args.licence),
        ("room", &room),
        ("distance", &distance),
        ("microphone", &microphone),
        ("project", &file),
    ] {
        if let Some(Ok(value)) = value.as_ref().map(|value| shlex::try_quote(value)) {
            command.push_str(&format!(" --{flag} {value}"));
        }
    }
    if let Some(language) = args.language {
        command.push_str(&format!(" --language {}", language.tag()));
    }
    if args.project.no_project {
        command.push_str(" --no-project");
    }
    for device in args.device.iter().filter(|device| **device != DeviceSpec::Default) {
        command.push_str(&format!(" --device {device}"));
    }
    command
}
