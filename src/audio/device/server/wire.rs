//! The wire to the sound server: messages out, messages in, on its local socket.

use crate::fsio;
use pulseaudio::protocol::{
    AuthParams, AuthReply, Command, CommandReply, DESCRIPTOR_SIZE, Descriptor, DescriptorFlags, MAX_VERSION,
    Prop, Props, PulseError, SetClientNameReply, TagStructReader, encode_command_message, read_descriptor,
    write_descriptor,
};
use std::io::{Cursor, ErrorKind, Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// How long the server may take to answer before it counts as hung.
const ANSWER: Duration = Duration::from_secs(2);
/// What is read at once; more than any message but a burst after a pause.
const READ: usize = 64 << 10;
/// A message longer than this is none of the protocol's.
const MAX_MESSAGE: usize = 32 << 20;

/// Why there is no answer.
#[derive(Debug)]
pub enum Fault {
    /// There is no server, or not any more.
    Gone,
    /// It does not answer in time.
    Hung,
    /// It refuses what was asked.
    Refused(PulseError),
    /// It does not speak the protocol.
    Nonsense(String),
}

/// A message of the server.
pub enum Message<'a> {
    /// Audio of a stream.
    Audio { channel: u32, bytes: &'a [u8] },
    /// The answer to what was sent under this number.
    Reply { sequence: u32, body: Body<'a> },
    /// What was sent under this number is refused.
    Refusal { sequence: u32, error: PulseError },
    /// Something happened.
    Event(Box<Command>),
    /// Nothing that we know.
    Unknown,
}

/// The content of an answer.
pub struct Body<'a> {
    bytes: &'a [u8],
    version: u16,
}

impl Body<'_> {
    /// Reads it as the answer to the command that was sent.
    pub fn read<R: CommandReply>(&self) -> Result<R, Fault> {
        let mut bytes = Cursor::new(self.bytes);
        TagStructReader::new(&mut bytes, self.version)
            .read()
            .map_err(|error| Fault::Nonsense(error.to_string()))
    }
}

/// The length of a cookie (`PA_NATIVE_COOKIE_LENGTH`).
const COOKIE_BYTES: usize = 256;

/// A connection to the sound server of this desktop.
pub struct Wire {
    socket: UnixStream,
    version: u16,
    next: u32,
    buffer: Vec<u8>,
    filled: usize,
    /// The length of the message that was handed out last.
    taken: usize,
}

impl Wire {
    /// Says whether there is a socket; a server need not be behind it.
    pub fn is_there() -> bool {
        pulseaudio::socket_path_from_env().is_some()
    }

    /// Connects and says who we are.
    pub fn connect() -> Result<Self, Fault> {
        let path = pulseaudio::socket_path_from_env().ok_or(Fault::Gone)?;
        let socket = UnixStream::connect(path).map_err(|_| Fault::Gone)?;
        let mut wire = Self::over(socket)?;
        let mut cookie = pulseaudio::cookie_path_from_env()
            .and_then(|path| fsio::read_plain(&path, fsio::MOST_SMALL).ok())
            .unwrap_or_default();
        // A server hangs up on any other length before it asks who we are; by far the most know us by our user and not by a cookie.
        cookie.resize(COOKIE_BYTES, 0);
        let auth = AuthParams { version: MAX_VERSION, supports_shm: false, supports_memfd: false, cookie };
        let reply: AuthReply = wire.ask(&Command::Auth(auth))?;
        wire.version = reply.version.min(MAX_VERSION);
        let mut props = Props::new();
        props.set(Prop::ApplicationName, c"Booth");
        let _: SetClientNameReply = wire.ask(&Command::SetClientName(props))?;
        Ok(wire)
    }

    /// Makes a wire of a socket over which nothing was said so far.
    pub fn over(socket: UnixStream) -> Result<Self, Fault> {
        socket.set_write_timeout(Some(ANSWER)).map_err(|_| Fault::Gone)?;
        let wire = Self { socket, version: MAX_VERSION, next: 0, buffer: vec![0; READ], filled: 0, taken: 0 };
        wire.wait_at_most(ANSWER)?;
        Ok(wire)
    }

    /// Sets how long [`Wire::receive`] waits.
    pub fn wait_at_most(&self, limit: Duration) -> Result<(), Fault> {
        self.socket.set_read_timeout(Some(limit)).map_err(|_| Fault::Gone)
    }

    /// Sends a command and returns its number.
    pub fn send(&mut self, command: &Command) -> Result<u32, Fault> {
        let sequence = self.next;
        self.next = self.next.wrapping_add(1);
        let mut bytes = Vec::new();
        encode_command_message(&mut bytes, sequence, command, self.version)
            .map_err(|error| Fault::Nonsense(error.to_string()))?;
        self.write(&bytes)?;
        Ok(sequence)
    }

    /// Sends audio of a stream.
    pub fn send_audio(&mut self, channel: u32, audio: &[u8]) -> Result<(), Fault> {
        let descriptor =
            Descriptor { length: audio.len() as u32, channel, offset: 0, flags: DescriptorFlags::empty() };
        let mut bytes = Vec::with_capacity(DESCRIPTOR_SIZE + audio.len());
        write_descriptor(&mut bytes, &descriptor).map_err(|error| Fault::Nonsense(error.to_string()))?;
        bytes.extend_from_slice(audio);
        self.write(&bytes)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Fault> {
        self.socket.write_all(bytes).map_err(|error| match error.kind() {
            ErrorKind::WouldBlock | ErrorKind::TimedOut => Fault::Hung,
            _ => Fault::Gone,
        })
    }

    /// Returns the next message; `None` when none came in time.
    pub fn receive(&mut self) -> Result<Option<Message<'_>>, Fault> {
        self.buffer.copy_within(self.taken..self.filled, 0);
        self.filled -= std::mem::take(&mut self.taken);
        let (descriptor, length) = loop {
            if let Some(mut head) = self.buffer[..self.filled].get(..DESCRIPTOR_SIZE) {
                let descriptor =
                    read_descriptor(&mut head).map_err(|error| Fault::Nonsense(error.to_string()))?;
                let length = DESCRIPTOR_SIZE + descriptor.length as usize;
                if length > MAX_MESSAGE {
                    return Err(Fault::Nonsense(format!("a message of {length} bytes")));
                }
                if self.filled >= length {
                    break (descriptor, length);
                }
                if self.buffer.len() < length {
                    self.buffer.resize(length, 0);
                }
            }
            match self.socket.read(&mut self.buffer[self.filled..]) {
                Ok(0) => return Err(Fault::Gone),
                Ok(count) => self.filled += count,
                Err(error) => match error.kind() {
                    ErrorKind::WouldBlock | ErrorKind::TimedOut => return Ok(None),
                    ErrorKind::Interrupted => {}
                    _ => return Err(Fault::Gone),
                },
            }
        };
        self.taken = length;
        let bytes = &self.buffer[DESCRIPTOR_SIZE..length];
        if descriptor.channel != u32::MAX {
            return Ok(Some(Message::Audio { channel: descriptor.channel, bytes }));
        }
        let mut cursor = Cursor::new(bytes);
        Ok(Some(match Command::read_tag_prefixed(&mut cursor, self.version) {
            Ok((sequence, Command::Reply)) => {
                let body = Body { bytes: &bytes[cursor.position() as usize..], version: self.version };
                Message::Reply { sequence, body }
            }
            Ok((sequence, Command::Error(error))) => Message::Refusal { sequence, error },
            Ok((_, command)) => Message::Event(Box::new(command)),
            Err(_) => Message::Unknown,
        }))
    }

    /// Sends a command and waits for its answer; what else comes meanwhile is dropped.
    pub fn ask<R: CommandReply>(&mut self, command: &Command) -> Result<R, Fault> {
        let sent = self.send(command)?;
        loop {
            match self.receive()? {
                None => return Err(Fault::Hung),
                Some(Message::Reply { sequence, body }) if sequence == sent => return body.read(),
                Some(Message::Refusal { sequence, error }) if sequence == sent => {
                    return Err(Fault::Refused(error));
                }
                Some(_) => {}
            }
        }
    }
}
