//! `booth record`: from a sheet and a microphone to a session, in plain lines.

use crate::cli::args::{OnReject, OrderArg, RecordArgs};
use crate::cli::exit::Exit;
use crate::cli::policy;
use crate::face::clock::{SystemClock, random};
use crate::face::line::consent::{Consent, consent};
use crate::face::line::input::{Input, Line};
use crate::face::line::interrupt;
use crate::face::line::out::{Context, data_json};
use crate::face::line::screen::Screen;
use booth::TOOL;
use booth::audio::capture::{DeviceSpec, FileOptions, SourceInfo, SourceKind, Tape, TapeOptions};
use booth::audio::open::{OpenOptions, open};
use booth::audio::playback::{Playing, play_wav};
use booth::ids::{SessionId, SpeakerId};
use booth::quality::{Policy, Verdict};
use booth::recordings::session::recover::is_needed;
use booth::recordings::session::view::{SessionView, find_sessions};
use booth::recordings::session::writer::{Clock, RootLock, SessionWriter};
use booth::recordings::{Order, RoomNoise, SCHEMA, SessionRecord, SheetRef, SourceRecord, Speaker};
use booth::sheet::{self, Sheet};
use booth::sitting::driver::{Notice, Parts, Sitting, judge_recovered, room_noise};
use booth::sitting::history::last_order;
use booth::sitting::{CloseReason, Command, Phase};
use booth::units::{SampleRate, Utc};
use booth::{Error, ErrorKind, Result};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// How often the microphone and the keyboard are looked at.
const POLL: Duration = Duration::from_millis(10);
/// How often the level meter is drawn, in polls.
const METER_POLLS: u32 = 8;

impl Clock for SystemClock {
    fn utc(&self) -> Utc {
        Self::now()
    }
    fn mono_ms(&self) -> u64 {
        self.elapsed_ms()
    }
}

pub(crate) fn run(args: &RecordArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    let clock = Arc::new(SystemClock::new());
    let sheet = load_sheet(args)?;
    let policy = policy::policy(&args.policy, &sheet.head.policy)?;
    let input = Input::start(context.no_input);
    let mut screen = Screen::new(context, !args.auto, args.json || context.quiet);

    let lock = RootLock::acquire(&args.into, "booth record")?;
    let lock = recover_all(lock, &args.into, &policy, &clock, &mut screen)?;
    let all = open_all(&args.into)?;
    let speaker = choose_speaker(args, &all, &input)?;
    let mut mine: Vec<SessionView> =
        all.into_iter().filter(|session| session.record().speaker.id == speaker).collect();
    mine.sort_by_key(|session| session.record().created);
    // Found before anybody is asked for consent, started only after.
    let source = open(
        &args.device,
        &OpenOptions {
            rate: args.rate.map(SampleRate::new).transpose()?,
            channel: args.channel,
            locale: Some(sheet.locale.clone()),
            file: FileOptions { speed: args.file_speed, ..FileOptions::default() },
        },
    )?;
    let given = consent(args, context, &input, &lock, &sheet, &speaker, &mine)?;

    let tape = Tape::start(
        source,
        TapeOptions {
            pre_roll_ms: u64::from(args.pre_roll),
            post_roll_ms: u64::from(args.post_roll),
            channel: args.channel,
            ..TapeOptions::default()
        },
    )?;
    let room = listen_to_room(args, &tape, &mut screen)?;
    let device = tape.info().device.clone();
    let (session, resumed) =
        open_session(args, lock, &sheet, &speaker, given, &tape, room.clone(), &mine, &policy, &clock)?;
    if !resumed {
        mine.push(SessionView::open(session.dir())?);
    }
    let mut sitting = Sitting::new(Parts {
        session,
        sheet: &sheet,
        sessions: &mine,
        tape,
        policy,
        limit: args.limit.map(|limit| limit as usize),
        room_dbfs: room.and_then(|room| room.noise_floor_dbfs),
        hands_free: args.auto,
    })?;
    screen.welcome(&sheet, speaker.as_str(), &device, &sitting.view(), resumed);
    let reason = drive(args, &mut sitting, &input, &mut screen, &clock)?;
    let view = sitting.view();
    if args.json {
        data_json(&serde_json::json!({
            "schema": 1, "type": "summary", "session": sitting.session().record().id, "speaker": speaker,
            "reason": reason, "counts": view.counts,
        }))?;
    }
    screen.farewell(&view, reason, &again(args, &sheet, &speaker));
    match (sitting.into_failure(), reason) {
        (Some(error), _) => Err(error),
        (None, CloseReason::Interrupted) => Ok(Exit::Interrupted),
        (None, _) => Ok(Exit::Done),
    }
}

fn load_sheet(args: &RecordArgs) -> Result<Sheet> {
    let locales = sheet::locales(&args.sheet)?;
    let locale = match (&args.locale, locales.as_slice()) {
        (Some(locale), _) => locale.clone(),
        (None, [only]) => only.clone(),
        (None, _) => {
            let names: Vec<&str> = locales.iter().map(booth::ids::Locale::as_str).collect();
            return Err(Error::new(
                ErrorKind::Usage,
                format!("the sheet has several languages: {}", names.join(", ")),
            )
            .with_path(&args.sheet)
            .with_hint("say which one to read with --locale"));
        }
    };
    let mut sheet = sheet::load(&args.sheet, &locale)?;
    if let Some(from) = &args.from {
        let Some(at) = sheet.prompts.iter().position(|prompt| prompt.id == *from) else {
            return Err(Error::new(ErrorKind::Usage, format!("the sheet has no prompt `{from}`"))
                .with_path(&args.sheet)
                .with_hint("`booth prompts show` lists the ids"));
        };
        sheet.prompts.rotate_left(at);
    }
    Ok(sheet)
}

fn open_all(root: &Path) -> Result<Vec<SessionView>> {
    find_sessions(root)?.iter().map(|dir| SessionView::open(dir)).collect()
}

/// Puts in order whatever a crash has left in any session, whoever recorded it.
fn recover_all(
    mut lock: RootLock,
    root: &Path,
    policy: &Policy,
    clock: &Arc<SystemClock>,
    screen: &mut Screen<'_>,
) -> Result<RootLock> {
    let (mut saved, mut torn) = (0, 0);
    for dir in find_sessions(root)? {
        let view = SessionView::open(&dir)?;
        if !is_needed(&view)? {
            continue;
        }
        let record = view.record().clone();
        let mut judge = judge_recovered(policy, &record);
        let clock: Arc<dyn Clock> = clock.clone();
        let (session, recovery) = SessionWriter::resume_in(lock, &dir, TOOL, clock, &mut judge)?;
        saved += recovery.saved.len();
        torn += recovery.torn_lines.len();
        lock = session.into_lock();
    }
    screen.recovered(saved, torn);
    Ok(lock)
}

/// The speaker of the flag; else the only one who has recorded here; else a new pseudonym.
fn choose_speaker(args: &RecordArgs, sessions: &[SessionView], input: &Input) -> Result<SpeakerId> {
    if let Some(speaker) = &args.speaker {
        return Ok(speaker.clone());
    }
    let mut known: Vec<&SpeakerId> = sessions.iter().map(|session| &session.record().speaker.id).collect();
    known.sort();
    known.dedup();
    match known.as_slice() {
        [] => new_speaker(),
        [only] => Ok((*only).clone()),
        several => {
            let names: Vec<&str> = several.iter().map(|speaker| speaker.as_str()).collect();
            let question = format!("Which speaker are you: {}? (Enter: a new one)", names.join(", "));
            match input.ask(&question, "--speaker")?.as_str() {
                "" => new_speaker(),
                answer => answer.parse(),
            }
        }
    }
}

fn new_speaker() -> Result<SpeakerId> {
    format!("s{}", random_letters::<7>()?).parse()
}

/// Letters and digits that are not mistaken for one another.
fn random_letters<const N: usize>() -> Result<String> {
    const LETTERS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";
    Ok(random::<N>()?.iter().map(|byte| char::from(LETTERS[usize::from(*byte) % 32])).collect())
}

fn listen_to_room(args: &RecordArgs, tape: &Tape, screen: &mut Screen<'_>) -> Result<Option<RoomNoise>> {
    if args.room_check <= 0.0 {
        return Ok(None);
    }
    screen.listening_to_room(args.room_check);
    let mut pending = tape.start_listening((args.room_check * 1000.0).round() as u64);
    let samples = loop {
        interrupt::check()?;
        if let Some(fault) = tape.fault() {
            return Err(fault);
        }
        if let Some(samples) = pending.poll() {
            break samples?;
        }
        std::thread::sleep(POLL);
    };
    let room = room_noise(&samples, tape);
    screen.room(&room);
    Ok(Some(room))
}

fn source_record(info: &SourceInfo) -> SourceRecord {
    let (rate, channels, channel) = (info.rate, info.channels, info.channel);
    match info.kind {
        SourceKind::File => SourceRecord::File { rate, channels, channel },
        SourceKind::Device => SourceRecord::Device {
            device: info.device.clone(),
            name: info.name.clone(),
            host: info.host.clone(),
            rate,
            channels,
            channel,
            format: info.format.clone(),
        },
    }
}

/// Goes on with the latest session of the same task, device and consent; else makes a new one.
#[expect(clippy::too_many_arguments, reason = "what a session is made of, used once")]
fn open_session(
    args: &RecordArgs,
    lock: RootLock,
    sheet: &Sheet,
    speaker: &SpeakerId,
    given: Consent,
    tape: &Tape,
    room: Option<RoomNoise>,
    mine: &[SessionView],
    policy: &Policy,
    clock: &Arc<SystemClock>,
) -> Result<(SessionWriter, bool)> {
    let source = source_record(tape.info());
    let clock: Arc<dyn Clock> = clock.clone();
    let same = |record: &SessionRecord| {
        record.locale == sheet.locale
            && record.sheet.id == sheet.head.id
            && record.sheet.sha256 == sheet.sha256
            && record.source == source
            && record.consent.as_ref().is_some_and(|receipt| receipt.id == given.receipt.id)
            && !matches!((args.order, record.order), (OrderArg::Shuffled, Order::Sheet))
    };
    if let Some(last) = mine.iter().rev().find(|session| same(session.record())) {
        let record = last.record().clone();
        let mut judge = judge_recovered(policy, &record);
        let (session, _) = SessionWriter::resume_in(lock, last.dir(), TOOL, clock, &mut judge)?;
        return Ok((session, true));
    }
    let now = SystemClock::now();
    let mut record = SessionRecord {
        schema: SCHEMA,
        id: new_session_id(now)?,
        created: now,
        tool: TOOL.to_owned(),
        speaker: Speaker { id: speaker.clone(), metadata: given.about },
        locale: sheet.locale.clone(),
        sheet: SheetRef {
            id: sheet.head.id.clone(),
            version: sheet.head.version.clone(),
            sha256: sheet.sha256,
            licence: sheet.head.licence.clone(),
            policy: sheet.head.policy.clone(),
        },
        order: Order::Sheet,
        source,
        room_noise: room,
        consent: Some(given.receipt),
    };
    record.order = match (args.order, args.seed) {
        (OrderArg::Sheet, _) => Order::Sheet,
        (OrderArg::Shuffled, Some(seed)) => Order::Shuffled { seed },
        // A speaker who goes on with another microphone goes on in the same order.
        (OrderArg::Shuffled, None) => match last_order(&record, mine) {
            Some(order @ Order::Shuffled { .. }) => order,
            _ => Order::Shuffled { seed: u64::from_le_bytes(random()?) },
        },
    };
    Ok((SessionWriter::create_in(lock, record, &given.text, clock)?, false))
}

fn new_session_id(now: Utc) -> Result<SessionId> {
    let text = now.to_string();
    let digits: String = text.chars().take(19).filter(char::is_ascii_digit).collect();
    format!("{}-{}-{}", &digits[..8], &digits[8..], random_letters::<8>()?).parse()
}

/// Runs the sitting to its end.
fn drive(
    args: &RecordArgs,
    sitting: &mut Sitting,
    input: &Input,
    screen: &mut Screen<'_>,
    clock: &SystemClock,
) -> Result<CloseReason> {
    let plays_files = args.device.iter().any(|device| matches!(device, DeviceSpec::File(_)));
    let mut shown = None;
    let mut stopping = false;
    let mut attempts = 0u16;
    let mut polls = 0u32;
    let mut playing: Option<Playing> = None;
    let mut notices = sitting.start(clock.elapsed_ms());
    loop {
        for notice in std::mem::take(&mut notices) {
            match notice {
                Notice::Take(take) => {
                    if args.json {
                        data_json(&serde_json::json!({
                            "schema": 1, "type": "take", "prompt": take.prompt, "take": take.take,
                            "path": sitting.session().dir().join(&take.file).display().to_string(),
                            "text": take.text, "verdict": take.verdict, "measurements": take.measurements,
                            "findings": take.findings, "capture": take.capture,
                        }))?;
                    }
                    screen.capture(&take);
                }
                Notice::NoTake(error) => screen.trouble(&error),
                Notice::DeviceLost(error) => {
                    screen.trouble(&error);
                    stopping = true;
                }
                Notice::Play(path) => {
                    playing = Some(play_wav(&path, 0, &DeviceSpec::Default));
                }
                Notice::Refused(why) => screen.refused(why),
                Notice::Closed(reason) => return Ok(reason),
            }
        }
        if let Some(outcome) = playing.as_mut().and_then(Playing::poll) {
            playing = None;
            if let Err(error) = outcome {
                screen.trouble(&error);
            }
        }
        let view = sitting.view();
        let at = (view.phase, view.prompt.as_ref().map(|prompt| (prompt.number, prompt.attempts)));
        if shown.as_ref() != Some(&at) {
            screen.draw(&view);
            shown = Some(at);
        }
        let now_ms = clock.elapsed_ms();
        if interrupt::seen() && !stopping {
            stopping = true;
            playing = None;
            notices = sitting.command(&Command::Interrupt, now_ms);
            continue;
        }
        if stopping && view.phase != Phase::Recording && view.phase != Phase::Judging && !interrupt::seen() {
            // The microphone is gone: what was recorded is safe by now.
            notices = sitting.command(&Command::Quit, now_ms);
            continue;
        }
        let command = if args.auto {
            pilot(args, &view, &mut attempts)
        } else {
            keyboard(input, view.phase, &view, plays_files, screen)
        };
        notices = if let Some(command) = command {
            // Whatever comes next, it is not to be listened to above an earlier take.
            playing = None;
            sitting.command(&command, now_ms)
        } else {
            std::thread::sleep(POLL);
            sitting.poll(clock.elapsed_ms())
        };
        polls = polls.wrapping_add(1);
        if sitting.phase() == Phase::Recording && polls.is_multiple_of(METER_POLLS) {
            screen.meter(sitting.level());
        }
    }
}

/// The commands of hands-free mode.
fn pilot(args: &RecordArgs, view: &booth::sitting::ViewState, attempts: &mut u16) -> Option<Command> {
    match view.phase {
        Phase::Showing => {
            *attempts += 1;
            if *attempts > args.attempts {
                *attempts = 0;
                return Some(Command::Skip { reason: "could not be recorded".to_owned() });
            }
            Some(Command::Record)
        }
        Phase::Verdict => {
            let judgement = &view.take.as_ref()?.judgement;
            let is_last = *attempts >= args.attempts;
            let command = match (judgement.verdict, args.on_reject) {
                (Verdict::Reject, _) if !is_last => {
                    let reason = judgement.findings.first().map_or("self", |finding| finding.id.as_str());
                    return Some(Command::Redo { reason: reason.to_owned() });
                }
                (Verdict::Reject, OnReject::Skip) => Command::Skip { reason: "rejected".to_owned() },
                _ => Command::Keep,
            };
            *attempts = 0;
            Some(command)
        }
        _ => None,
    }
}

/// The command of a line typed, if it is one here.
fn keyboard(
    input: &Input,
    phase: Phase,
    view: &booth::sitting::ViewState,
    plays_files: bool,
    screen: &mut Screen<'_>,
) -> Option<Command> {
    // While a take is judged, keys wait: they are meant for what comes next. So they do while a file is
    // played as the microphone, which ends by itself.
    if phase == Phase::Judging || (phase == Phase::Recording && plays_files) {
        return None;
    }
    let line = match input.poll()? {
        Line::Text(line) => line,
        Line::End => return Some(if phase == Phase::Recording { Command::Stop } else { Command::Quit }),
    };
    let (key, rest) = match line.trim().split_once(' ') {
        Some((key, rest)) => (key, rest.trim()),
        None => (line.trim(), ""),
    };
    let own = || "self".to_owned();
    let judgement = view.take.as_ref().map(|take| &take.judgement);
    let asked = || judgement.and_then(|j| j.findings.first()).map_or_else(own, |finding| finding.id.clone());
    let is_rejected = judgement.is_some_and(|judgement| judgement.verdict == Verdict::Reject);
    Some(match key {
        "" => match phase {
            Phase::Showing => Command::Record,
            Phase::Recording => Command::Stop,
            Phase::Verdict if is_rejected => Command::Redo { reason: asked() },
            Phase::Verdict => Command::Keep,
            Phase::Paused => Command::Resume,
            Phase::Idle | Phase::Judging | Phase::Finished => return None,
        },
        "k" => Command::Keep,
        "r" => Command::Redo { reason: if is_rejected { asked() } else { own() } },
        "p" => Command::Play,
        "s" => {
            Command::Skip { reason: if rest.is_empty() { "none given".to_owned() } else { rest.to_owned() } }
        }
        "b" => Command::Back,
        "w" => Command::Pause,
        "q" => Command::Quit,
        "g" => match rest.parse() {
            Ok(prompt) => Command::Goto { prompt },
            Err(error) => {
                screen.trouble(&error);
                return None;
            }
        },
        "?" | "h" => {
            screen.help();
            return None;
        }
        other => {
            screen.unknown(other);
            return None;
        }
    })
}

/// The command that goes on with this sitting.
fn again(args: &RecordArgs, sheet: &Sheet, speaker: &SpeakerId) -> String {
    let mut command = format!("booth record {} --locale {}", args.sheet.display(), sheet.locale);
    if args.into != Path::new("recordings") {
        command.push_str(&format!(" --into {}", args.into.display()));
    }
    command.push_str(&format!(" --speaker {speaker}"));
    for device in args.device.iter().filter(|device| **device != DeviceSpec::Default) {
        command.push_str(&format!(" --device {device}"));
    }
    command
}
