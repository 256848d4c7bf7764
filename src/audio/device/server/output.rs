//! Playing samples through a loudspeaker of the sound server.

use super::devices;
use super::error_of;
use super::wire::{Fault, Message, Wire};
use crate::audio::device::{Direction, STALL, at_rate, stopped};
use crate::error::Result;
use crate::units::SampleRate;
use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{
    ChannelMap, Command, CreatePlaybackStreamReply, PlaybackStreamParams, Prop, Props, Request, SampleFormat,
    SampleSpec,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long a message is waited for at once; a stop is followed as soon.
const PATIENCE: Duration = Duration::from_millis(20);
/// How much lies ready in the server.
const AHEAD_MS: u32 = 200;

/// Plays `samples` through the sink with this name, or the default one.
pub fn play(
    name: Option<&str>,
    samples: Arc<[f32]>,
    rate: SampleRate,
    asked: &str,
    stop: &AtomicBool,
) -> Result<()> {
    let failed = |fault| error_of(fault, Direction::Output, asked);
    let mut wire = Wire::connect().map_err(failed)?;
    let sink = devices::sink(&mut wire, name).map_err(failed)?;
    // Ours is the better resampler.
    let sink_rate = SampleRate::new(sink.sample_spec.sample_rate)?;
    let samples = at_rate(samples, rate, sink_rate)?;
    let bytes: Vec<u8> = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect();
    let stream = open(&mut wire, sink.index, sink_rate).map_err(failed)?;
    let mut playing = Playing { bytes: &bytes, sent: 0, drained: None };
    match playing.run(&mut wire, &stream, stop) {
        Ok(true) => Ok(()),
        Ok(false) | Err(_) => Err(stopped(asked, playing.sent as u64 / 4, samples.len() as u64)),
    }
}

fn open(
    wire: &mut Wire,
    sink: u32,
    rate: SampleRate,
) -> std::result::Result<CreatePlaybackStreamReply, Fault> {
    let mut props = Props::new();
    props.set(Prop::MediaName, c"Listening to a recording");
    let params = PlaybackStreamParams {
        sample_spec: SampleSpec { format: SampleFormat::Float32Le, channels: 1, sample_rate: rate.hz() },
        // Every loudspeaker gets it.
        channel_map: ChannelMap::mono(),
        sink_index: Some(sink),
        buffer_attr: BufferAttr { target_length: rate.hz() / 1000 * AHEAD_MS * 4, ..BufferAttr::default() },
        flags: StreamFlags::default(),
        props,
        ..PlaybackStreamParams::default()
    };
    let reply = wire.ask(&Command::CreatePlaybackStream(params))?;
    wire.wait_at_most(PATIENCE)?;
    Ok(reply)
}

struct Playing<'a> {
    bytes: &'a [u8],
    sent: usize,
    /// The number of the wish to be told when all has sounded.
    drained: Option<u32>,
}

impl Playing<'_> {
    /// Sends what is asked for; returns whether all has sounded, or nobody wants to hear more.
    fn run(
        &mut self,
        wire: &mut Wire,
        stream: &CreatePlaybackStreamReply,
        stop: &AtomicBool,
    ) -> std::result::Result<bool, Fault> {
        self.send(wire, stream.channel, stream.requested_bytes)?;
        let mut since = Instant::now();
        while !stop.load(Ordering::Relaxed) {
            let wanted = match wire.receive()? {
                None if since.elapsed() > STALL => return Ok(false),
                None => continue,
                Some(Message::Reply { sequence, .. }) if self.drained == Some(sequence) => return Ok(true),
                Some(Message::Refusal { sequence, .. }) if self.drained == Some(sequence) => {
                    return Ok(false);
                }
                Some(Message::Event(event)) => match *event {
                    Command::PlaybackStreamKilled(_) => return Ok(false),
                    Command::Request(Request { channel, length }) if channel == stream.channel => length,
                    _ => 0,
                },
                Some(_) => 0,
            };
            if wanted > 0 {
                since = Instant::now();
                self.send(wire, stream.channel, wanted)?;
            }
        }
        Ok(true)
    }

    fn send(&mut self, wire: &mut Wire, channel: u32, wanted: u32) -> std::result::Result<(), Fault> {
        let part = &self.bytes[self.sent..self.bytes.len().min(self.sent + wanted as usize)];
        if !part.is_empty() {
            wire.send_audio(channel, part)?;
            self.sent += part.len();
        }
        if self.sent == self.bytes.len() && self.drained.is_none() {
            self.drained = Some(wire.send(&Command::DrainPlaybackStream(channel))?);
        }
        Ok(())
    }
}
