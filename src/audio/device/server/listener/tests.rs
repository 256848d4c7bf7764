//! Tests of the listener against a scripted server at the other end of a pair of sockets.

use super::*;
use crate::audio::capture::{Drain, ring};
use crate::units::SampleRate;
use pulseaudio::protocol::stream::BufferAttr;
use pulseaudio::protocol::{
    DESCRIPTOR_SIZE, Descriptor, DescriptorFlags, MAX_VERSION, RecordStreamMovedParams, SampleFormat,
    StreamSuspendedParams, SubscriptionEvent, encode_reply_message, read_command_message,
    write_command_message, write_descriptor,
};
use std::io::{BufReader, Write as _};
use std::os::unix::net::UnixStream;

const SOURCE: u32 = 7;
const CHANNEL: u32 = 3;

/// A server that answers what it is asked, and does something when it was asked for its buffers the third time.
struct Server {
    socket: UnixStream,
    /// `None` when the source is gone.
    source: Option<SourceInfo>,
    default: CString,
    /// Whether it ends.
    ends: bool,
}

impl Server {
    fn event(&mut self, event: &Command) {
        write_command_message(&mut self.socket, u32::MAX, event, MAX_VERSION).unwrap();
    }

    fn audio(&mut self, frames: std::ops::Range<i16>) {
        let bytes: Vec<u8> = frames.flat_map(i16::to_le_bytes).collect();
        let descriptor = Descriptor {
            length: bytes.len() as u32,
            channel: CHANNEL,
            offset: 0,
            flags: DescriptorFlags::empty(),
        };
        let mut message = Vec::with_capacity(DESCRIPTOR_SIZE + bytes.len());
        write_descriptor(&mut message, &descriptor).unwrap();
        message.extend(bytes);
        // In two pieces, as sockets may give it.
        let (first, second) = message.split_at(9);
        self.socket.write_all(first).unwrap();
        self.socket.write_all(second).unwrap();
    }

    fn reply(&mut self, sequence: u32, reply: &impl pulseaudio::protocol::CommandReply) {
        let mut bytes = Vec::new();
        encode_reply_message(&mut bytes, sequence, reply, MAX_VERSION).unwrap();
        // Who has heard enough has gone.
        let _ = self.socket.write_all(&bytes);
    }

    /// Answers until nobody asks any more.
    fn serve(mut self, mut happen: impl FnMut(&mut Self)) {
        let mut asked = BufReader::new(self.socket.try_clone().unwrap());
        let mut latencies = 0;
        while !self.ends
            && let Ok((sequence, command)) = read_command_message(&mut asked, MAX_VERSION)
        {
            match command {
                Command::GetSourceInfo(_) => {
                    if let Some(source) = self.source.clone() {
                        self.reply(sequence, &source);
                    } else {
                        let refusal = Command::Error(PulseError::NoEntity);
                        let _ = write_command_message(&mut self.socket, sequence, &refusal, MAX_VERSION);
                    }
                }
                Command::GetServerInfo => {
                    let default_source_name = Some(self.default.clone());
                    self.reply(sequence, &ServerInfo { default_source_name, ..ServerInfo::default() });
                }
                Command::GetRecordLatency(_) => {
                    self.reply(
                        sequence,
                        &RecordLatency {
                            sink_usec: 0,
                            source_usec: 20_000,
                            playing: true,
                            local_time: UNIX_EPOCH,
                            remote_time: UNIX_EPOCH,
                            write_offset: 0,
                            read_offset: 0,
                        },
                    );
                    latencies += 1;
                    if latencies == 3 {
                        happen(&mut self);
                    }
                }
                other => panic!("{other:?} is not asked"),
            }
        }
    }
}

/// Lets something happen to a stream, and returns why it was lost, and what came of it.
fn lost(
    follows_default: bool,
    happen: impl FnMut(&mut Server) + Send + 'static,
) -> (Option<Loss>, Arc<Health>, Drain) {
    let (ours, theirs) = UnixStream::pair().unwrap();
    let spec = SampleSpec { format: SampleFormat::S16Le, channels: 1, sample_rate: 8000 };
    let source = SourceInfo {
        index: SOURCE,
        name: c"mic".to_owned(),
        state: SourceState::Running,
        sample_spec: spec,
        ..SourceInfo::default()
    };
    let server = Server { socket: theirs, source: Some(source), default: c"mic".to_owned(), ends: false };
    let thread = std::thread::spawn(move || server.serve(happen));
    let (feed, drain) = ring(SampleRate::new(8000).unwrap(), 1);
    let health = Arc::clone(feed.health());
    let stream = Stream { channel: CHANNEL, source: SOURCE, name: c"mic".to_owned(), spec, follows_default };
    Listener::new(Wire::over(ours).unwrap(), stream, feed, Arc::default()).run();
    thread.join().unwrap();
    (health.loss(), health, drain)
}

fn source_event(kind: SubscriptionEventType) -> Command {
    let event_facility = SubscriptionEventFacility::Source;
    Command::SubscribeEvent(SubscriptionEvent { event_facility, event_type: kind, index: Some(SOURCE) })
}

fn default_event() -> Command {
    let event_facility = SubscriptionEventFacility::Server;
    let event_type = SubscriptionEventType::Changed;
    Command::SubscribeEvent(SubscriptionEvent { event_facility, event_type, index: None })
}

/// Oracle: what happened, as the server's own commands have it.
#[test]
fn every_loss_is_told_by_its_cause() {
    let suspended = |suspended| {
        Command::RecordStreamSuspended(StreamSuspendedParams { stream_index: CHANNEL, suspended })
    };
    let killed = Command::RecordStreamKilled(CHANNEL);
    let cause = |follows_default, happen: fn(&mut Server, &Command), event: Command| {
        lost(follows_default, move |server| happen(server, &event)).0
    };
    let gone: fn(&mut Server, &Command) = |server, event| {
        server.source = None;
        server.event(event);
    };
    let ended: fn(&mut Server, &Command) = |server, event| server.event(event);
    // Unplugged, by each of the words that may come first.
    assert_eq!(cause(false, gone, killed.clone()), Some(Loss::Gone));
    assert_eq!(cause(false, gone, source_event(SubscriptionEventType::Removed)), Some(Loss::Gone));
    let another: fn(&mut Server, &Command) = |server, event| {
        server.source = None;
        server.default = c"other".to_owned();
        server.event(event);
    };
    assert_eq!(cause(true, another, default_event()), Some(Loss::Gone));
    // Still there, and ended all the same.
    assert_eq!(cause(false, ended, killed), Some(Loss::Invalidated));
    let chosen: fn(&mut Server, &Command) = |server, event| {
        server.default = c"other".to_owned();
        server.event(event);
    };
    assert_eq!(cause(true, chosen, default_event()), Some(Loss::Changed));
    let moved = RecordStreamMovedParams {
        stream_index: CHANNEL,
        device_index: 8,
        device_name: c"other".to_owned(),
        device_suspended: false,
        buffer_attr: BufferAttr::default(),
        configured_source_latency: 0,
    };
    assert_eq!(cause(false, ended, Command::RecordStreamMoved(moved)), Some(Loss::Changed));
    let asleep: fn(&mut Server, &Command) = |server, event| {
        server.source.as_mut().unwrap().state = SourceState::Suspended;
        server.event(event);
    };
    assert_eq!(cause(false, asleep, suspended(true)), Some(Loss::Suspended));
    let hangs_up: fn(&mut Server, &Command) = |server, _| server.ends = true;
    assert_eq!(cause(false, hangs_up, default_event()), Some(Loss::Host));
}

#[test]
fn who_pinned_a_microphone_is_not_told_of_another_default_and_a_mute_loses_nothing() {
    let (loss, health, mut drain) = lost(false, |server| {
        server.default = c"other".to_owned();
        server.event(&default_event());
        server.source.as_mut().unwrap().muted = true;
        server.event(&source_event(SubscriptionEventType::Changed));
        server.audio(0..100);
        server.audio(100..250);
        // The end of the test.
        server.event(&Command::RecordStreamKilled(CHANNEL));
    });
    assert_eq!((loss, health.is_muted()), (Some(Loss::Invalidated), true));
    let (mut all, mut samples) = (Vec::new(), Vec::new());
    while drain.next(&mut samples).is_some() {
        all.extend(samples.iter().map(|sample| (sample * 32_768.0) as i16));
    }
    assert_eq!(all, (0..250).collect::<Vec<i16>>());
}

#[test]
fn a_server_that_says_nothing_hangs() {
    // It was asked for the third time, and does not answer any more.
    let (loss, ..) = lost(false, |server| {
        let mut asked = BufReader::new(server.socket.try_clone().unwrap());
        while read_command_message(&mut asked, MAX_VERSION).is_ok() {}
    });
    assert_eq!(loss, Some(Loss::Silent));
}
