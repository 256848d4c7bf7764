//! Names: of a bundle, of its parts, and of the files in it, of which there are no others.

use crate::archive::bag::{DATA, DECLARATION, INFO, MANIFEST, TAG_MANIFEST};
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::{PromptId, SessionId, SpeakerId};
use crate::recordings::people::crockford;
use crate::recordings::session::layout::{AUDIO, CONSENT, JOURNAL, RECORD, parse_file_name};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The most files of a bundle.
pub const MOST_FILES: usize = 1_000_000;
/// The most bytes of a bundle.
pub const MOST_BYTES: u64 = 1 << 40;
/// The most bytes of a list, a record or a journal in it, and of a take.
const MOST_SMALL: u64 = 4 << 20;
const MOST_LIST: u64 = 1 << 30;
const MOST_TAKE: u64 = 4 << 30;

/// By what two people on the telephone know that they mean the same bundle: 40 bits of its digest as eight characters of
/// Crockford's base 32 (`K7QF-2M9X`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; 8]);

impl Code {
    /// Returns the code of the bundle whose tag manifest has this digest.
    pub fn of(tag_manifest: &Sha256) -> Self {
        let mut five = [0; 5];
        five.copy_from_slice(&tag_manifest.bytes()[..5]);
        Self(crockford::write(&five))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text: String = self.0.iter().map(|&byte| char::from(byte)).collect();
        write!(f, "{}-{}", &text[..4], &text[4..])
    }
}

impl FromStr for Code {
    type Err = Error;

    /// Reads a code as people say and write it: in any case, with or without the hyphen, `O` for 0, `I` and `L` for 1.
    fn from_str(text: &str) -> Result<Self> {
        crockford::read(text).map(Self).ok_or_else(|| {
            let what = format!("`{}` is no code of a bundle", text.escape_debug());
            Error::new(ErrorKind::Usage, what)
                .with_hint("it has two groups of four letters and digits, such as K7QF-2M9X")
        })
    }
}

impl TryFrom<String> for Code {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        match text.parse::<Self>() {
            Ok(code) if code.to_string() == text => Ok(code),
            _ => Err(format!("`{}` is no code of a bundle", text.escape_debug())),
        }
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.to_string()
    }
}

/// Returns the file name of a bundle: `booth-<speaker>-<code>.tar`.
pub fn file_name(speaker: &SpeakerId, code: Code) -> String {
    format!("booth-{speaker}-{}.tar", code.to_string().replace('-', "").to_ascii_lowercase())
}

/// Returns the file name of a part of a bundle, from 1.
pub fn part_name(bundle: &str, number: u32, count: u32) -> String {
    format!("{bundle}.part-{number}-of-{count}")
}

/// How a take is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coding {
    /// As FLAC, out of which the WAV is made again, byte for byte.
    Flac,
    /// As it is.
    Wav,
}

impl Coding {
    fn ending(self) -> &'static str {
        match self {
            Self::Flac => ".flac",
            Self::Wav => ".wav",
        }
    }
}

/// A file of a bundle; ordered as the files of a bundle are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Member {
    /// `bagit.txt`.
    Declaration,
    /// `bag-info.txt`.
    Info,
    /// `manifest-sha256.txt`.
    Manifest,
    /// `tagmanifest-sha256.txt`.
    TagManifest,
    /// `data/bundle.json`: what the bundle says of itself.
    About,
    /// `data/personal.age`: how to reach and to thank the person, for the key of the project alone.
    Personal,
    /// `data/<session>/session.json`.
    Record(SessionId),
    /// `data/<session>/consent/<name>`: the receipt, or the text that was shown.
    Consent(SessionId, String),
    /// `data/<session>/takes.jsonl`.
    Journal(SessionId),
    /// `data/<session>/audio/<prompt>_<take>.flac` or `.wav`.
    Take(SessionId, PromptId, u16, Coding),
}

/// `data/bundle.json`.
const ABOUT: &str = "bundle.json";
/// `data/personal.age`.
const PERSONAL: &str = "personal.age";

impl Member {
    /// Reads a name; `None` when no file of a bundle has it. Each file has one spelling.
    pub fn parse(name: &str) -> Option<Self> {
        let tag = [
            (DECLARATION, Self::Declaration),
            (INFO, Self::Info),
            (MANIFEST, Self::Manifest),
            (TAG_MANIFEST, Self::TagManifest),
        ];
        let Some(payload) = name.strip_prefix(DATA).and_then(|rest| rest.strip_prefix('/')) else {
            return tag.into_iter().find(|(it, _)| *it == name).map(|(_, member)| member);
        };
        if payload == ABOUT {
            return Some(Self::About);
        }
        if payload == PERSONAL {
            return Some(Self::Personal);
        }
        let (session, file) = payload.split_once('/')?;
        let session: SessionId = session.parse().ok()?;
        if file == RECORD {
            return Some(Self::Record(session));
        }
        if file == JOURNAL {
            return Some(Self::Journal(session));
        }
        let (folder, file) = file.split_once('/')?;
        if folder == CONSENT {
            return is_consent(file).then(|| Self::Consent(session, file.to_owned()));
        }
        if folder != AUDIO {
            return None;
        }
        let (stem, coding) = [Coding::Flac, Coding::Wav]
            .into_iter()
            .find_map(|coding| Some((file.strip_suffix(coding.ending())?, coding)))?;
        let (prompt, take) = parse_file_name(&format!("{stem}.wav"))?;
        Some(Self::Take(session, prompt, take, coding))
    }

    /// Returns the most bytes that such a file may have.
    pub fn most_bytes(&self) -> u64 {
        match self {
            Self::Manifest | Self::Journal(_) => MOST_LIST,
            Self::Take(..) => MOST_TAKE,
            _ => MOST_SMALL,
        }
    }

    /// Says whether it is one of the files around what the bundle carries.
    pub fn is_tag(&self) -> bool {
        matches!(self, Self::Declaration | Self::Info | Self::Manifest | Self::TagManifest)
    }
}

/// Says whether a file may lie in the folder of a consent: `<receipt>.json` or `<digest>.<locale>.txt`. Which of them it has is
/// said by the record of the session.
fn is_consent(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    name.len() <= 128
        && !name.starts_with('.')
        && name.bytes().all(is_plain)
        && [".json", ".txt"].iter().any(|ending| name.ends_with(ending))
}

impl fmt::Display for Member {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Declaration => f.write_str(DECLARATION),
            Self::Info => f.write_str(INFO),
            Self::Manifest => f.write_str(MANIFEST),
            Self::TagManifest => f.write_str(TAG_MANIFEST),
            Self::About => write!(f, "{DATA}/{ABOUT}"),
            Self::Personal => write!(f, "{DATA}/{PERSONAL}"),
            Self::Record(session) => write!(f, "{DATA}/{session}/{RECORD}"),
            Self::Journal(session) => write!(f, "{DATA}/{session}/{JOURNAL}"),
            Self::Consent(session, name) => write!(f, "{DATA}/{session}/{CONSENT}/{name}"),
            Self::Take(session, prompt, take, coding) => {
                write!(f, "{DATA}/{session}/{AUDIO}/{prompt}_{take}{}", coding.ending())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_read_as_it_is_said() {
        let code = Code::of(&Sha256::of("x"));
        let text = code.to_string();
        assert_eq!((text.len(), &text[4..5]), (9, "-"));
        for said in [text.clone(), text.to_lowercase(), text.replace('-', ""), text.replace('-', " ")] {
            assert_eq!(said.parse::<Code>().unwrap(), code, "{said}");
        }
        assert_eq!("OIL0-0000".parse::<Code>().unwrap().to_string(), "0110-0000");
        for bad in ["", "K7QF", "K7QF-2M9", "K7QF-2M9XX", "K7QF-2M9U", "K7QF-2M9é"] {
            let error = bad.parse::<Code>().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Usage, "{bad}");
        }
        assert!(serde_json::from_str::<Code>("\"k7qf2m9x\"").is_err(), "written in one way");
    }

    #[test]
    fn a_name_is_of_one_file_and_of_none_beside() {
        let session = "20261124-054614-k3v9";
        let names = [
            "bagit.txt".to_owned(),
            "bag-info.txt".to_owned(),
            "manifest-sha256.txt".to_owned(),
            "tagmanifest-sha256.txt".to_owned(),
            "data/bundle.json".to_owned(),
            "data/personal.age".to_owned(),
            format!("data/{session}/session.json"),
            format!("data/{session}/consent/r-abc.json"),
            format!("data/{session}/takes.jsonl"),
            format!("data/{session}/audio/alarm-1_2.flac"),
            format!("data/{session}/audio/alarm-1_2.wav"),
        ];
        let members: Vec<Member> = names.iter().map(|name| Member::parse(name).unwrap()).collect();
        assert!(members.is_sorted());
        for (name, member) in names.iter().zip(&members) {
            assert_eq!(member.to_string(), *name);
        }
        for bad in [
            "",
            "/bagit.txt",
            "./bagit.txt",
            "Bagit.txt",
            "data",
            "data/",
            "data/../bagit.txt",
            "data//bundle.json",
            "data/BUNDLE.json",
            "data/20261124-054614-k3v9/transcripts.jsonl",
            "data/20261124-054614-k3v9/consent/../../x.json",
            "data/20261124-054614-k3v9/consent/.json",
            "data/20261124-054614-k3v9/consent/a/b.json",
            "data/20261124-054614-k3v9/consent/a\\b.json",
            "data/20261124-054614-k3v9/audio/alarm-1_02.wav",
            "data/20261124-054614-k3v9/audio/alarm-1_0.wav",
            "data/20261124-054614-k3v9/audio/Alarm-1_1.wav",
            "data/20261124-054614-k3v9/audio/../x_1.wav",
            "data/20261124-054614-k3v9/audio/con_1.wav",
            "data/20261124-054614-k3v9/audio/alarm-1_1.flac.wav",
            "data/20261124-054614-k3v9/audio/x/alarm-1_1.wav",
            "data/CON/session.json",
        ] {
            assert_eq!(Member::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_the_same(name in "(data/)?[a-z0-9./_-]{0,60}") {
            if let Some(member) = Member::parse(&name) {
                prop_assert_eq!(member.to_string(), name);
            }
        }
    }
}
