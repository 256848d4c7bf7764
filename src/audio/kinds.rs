//! The kinds of files that hold sound: one list for all who meet them.
//!
//! A name says whether a file is meant to be audio ([`is_audio_name`]); what it is, its first bytes say
//! (`audio::decode`). Some kinds are decoded; the others have a name and the command that converts them, so that nobody is
//! told "not an audio file" of a recording, and none is passed over in silence.

use std::fmt;
use std::path::Path;

/// A kind of file that is meant to hold sound, and some that are taken for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileKind {
    /// RIFF WAVE, also RF64 and BW64.
    Wav,
    /// Free Lossless Audio Codec.
    Flac,
    /// MPEG audio: MP3, MP2, MP1.
    Mp3,
    /// Ogg with Vorbis, Opus or FLAC.
    Ogg,
    /// MPEG-4 and `QuickTime` with AAC, ALAC, Opus, FLAC, MP3 or PCM.
    Mp4,
    /// Matroska and `WebM` with the same.
    Matroska,
    /// A bare stream of AAC (ADTS).
    Aac,
    /// Audio Interchange File Format, also AIFF-C.
    Aiff,
    /// Core Audio Format.
    Caf,
    /// Adaptive Multi-Rate, of telephones.
    Amr,
    /// NIST SPHERE.
    Sphere,
    /// Windows Media (ASF).
    Wma,
    /// Sun and `NeXT` audio.
    Au,
    /// Sony Wave64.
    Wave64,
    /// WAV with the high byte first.
    Rifx,
    /// Creative Voice.
    Voc,
    /// `WavPack`.
    WavPack,
    /// Monkey's Audio.
    Ape,
    /// Musepack.
    Musepack,
    /// True Audio.
    Tta,
    /// Shorten.
    Shorten,
    /// Direct Stream Digital.
    Dsd,
    /// Speex in Ogg.
    Speex,
    /// Dolby Digital.
    Ac3,
    /// DTS.
    Dts,
    /// `RealAudio`.
    Real,
    /// QCELP and EVRC of telephones.
    Qcp,
    /// Dictation machines: DSS and DS2.
    Dss,
    /// Flash video.
    Flash,
    /// AVI.
    Avi,
    /// Samples without a header.
    Raw,
    /// Coded samples without a header, of telephone exchanges.
    RawCoded,
    /// Notes, not sound.
    Midi,
}

/// What a user can do with a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It is decoded.
    Decoded,
    /// ffmpeg reads it as it is.
    Ffmpeg,
    /// This command reads it.
    By(&'static str),
}

struct Row {
    kind: FileKind,
    name: &'static str,
    /// Endings in small letters, the usual one first.
    endings: &'static [&'static str],
    way: Way,
}

const fn row(kind: FileKind, name: &'static str, way: Way, endings: &'static [&'static str]) -> Row {
    Row { kind, name, endings, way }
}

/// How SPHERE is read: its compressed form only by the tool of those who publish it.
const BY_SPH2PIPE: Way = Way::By("sph2pipe -f wav clip.sph clip.wav");
const BY_RAW: Way = Way::By("ffmpeg -f s16le -ar RATE -ac CHANNELS -i clip.raw clip.wav");
const BY_RAW_CODED: Way =
    Way::By("ffmpeg -f FORMAT -ar 8000 -i clip.gsm clip.wav, with the FORMAT gsm, g722, g729, mulaw or alaw");
const BY_DSS: Way = Way::By("ffmpeg -i clip.dss clip.wav, or for DS2 the program of the dictation machine");
const BY_MIDI: Way = Way::By("fluidsynth -F clip.wav FONT.sf2 clip.mid, if a synthesiser is what you want");

const KINDS: &[Row] = &[
    row(FileKind::Wav, "WAV", Way::Decoded, &["wav", "wave", "bwf", "rf64"]),
    row(FileKind::Flac, "FLAC", Way::Decoded, &["flac", "fla"]),
    row(FileKind::Mp3, "MP3", Way::Decoded, &["mp3", "mp2", "mp1", "mpga", "mpa", "m2a"]),
    row(FileKind::Ogg, "Ogg", Way::Decoded, &["ogg", "oga", "opus", "ogx"]),
    row(
        FileKind::Mp4,
        "MP4",
        Way::Decoded,
        &["m4a", "mp4", "m4b", "m4r", "m4v", "mov", "qt", "3gp", "3gpp", "3ga", "3g2", "alac"],
    ),
    row(FileKind::Matroska, "Matroska", Way::Decoded, &["webm", "mka", "mkv", "weba"]),
    row(FileKind::Aac, "AAC", Way::Decoded, &["aac", "adts"]),
    row(FileKind::Aiff, "AIFF", Way::Decoded, &["aiff", "aif", "aifc", "afc"]),
    row(FileKind::Caf, "CAF", Way::Decoded, &["caf", "caff"]),
    row(FileKind::Amr, "AMR", Way::Ffmpeg, &["amr", "awb"]),
    row(FileKind::Sphere, "NIST SPHERE", BY_SPH2PIPE, &["sph", "nist", "wv1", "wv2"]),
    row(FileKind::Wma, "Windows Media", Way::Ffmpeg, &["wma", "asf", "wmv"]),
    row(FileKind::Au, "Sun audio (AU)", Way::Ffmpeg, &["au", "snd"]),
    row(FileKind::Wave64, "Wave64", Way::Ffmpeg, &["w64"]),
    row(FileKind::Rifx, "big-endian WAV (RIFX)", Way::By("sox clip.rifx clip.wav"), &["rifx"]),
    row(FileKind::Voc, "Creative Voice", Way::Ffmpeg, &["voc"]),
    row(FileKind::WavPack, "WavPack", Way::Ffmpeg, &["wv"]),
    row(FileKind::Ape, "Monkey's Audio", Way::Ffmpeg, &["ape"]),
    row(FileKind::Musepack, "Musepack", Way::Ffmpeg, &["mpc"]),
    row(FileKind::Tta, "True Audio", Way::Ffmpeg, &["tta"]),
    row(FileKind::Shorten, "Shorten", Way::Ffmpeg, &["shn"]),
    row(FileKind::Dsd, "DSD", Way::Ffmpeg, &["dsf", "dff"]),
    row(FileKind::Speex, "Speex", Way::Ffmpeg, &["spx"]),
    row(FileKind::Ac3, "Dolby Digital", Way::Ffmpeg, &["ac3", "eac3"]),
    row(FileKind::Dts, "DTS", Way::Ffmpeg, &["dts"]),
    row(FileKind::Real, "RealAudio", Way::Ffmpeg, &["ra", "rm", "ram"]),
    row(FileKind::Qcp, "QCP", Way::Ffmpeg, &["qcp"]),
    row(FileKind::Dss, "dictation (DSS)", BY_DSS, &["dss", "ds2"]),
    row(FileKind::Flash, "Flash", Way::Ffmpeg, &["flv", "f4a"]),
    row(FileKind::Avi, "AVI", Way::Ffmpeg, &["avi"]),
    row(FileKind::Raw, "raw samples", BY_RAW, &["raw", "pcm", "sln", "s16"]),
    row(
        FileKind::RawCoded,
        "coded samples without a header",
        BY_RAW_CODED,
        &["gsm", "g722", "g729", "ulaw", "alaw", "ul", "al", "vox"],
    ),
    row(FileKind::Midi, "MIDI", BY_MIDI, &["mid", "midi"]),
];

impl FileKind {
    fn row(self) -> &'static Row {
        // The list has every kind: a test walks it.
        KINDS.iter().find(|row| row.kind == self).unwrap_or(&KINDS[0])
    }

    /// Returns the kind that a file's name says it is.
    pub fn of_name(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        KINDS.iter().find(|row| row.endings.contains(&ending.as_str())).map(|row| row.kind)
    }

    /// Says whether files of this kind are decoded.
    pub fn is_decoded(self) -> bool {
        self.row().way == Way::Decoded
    }

    /// Returns the endings of its files, in small letters, the usual one first.
    pub fn endings(self) -> &'static [&'static str] {
        self.row().endings
    }

    /// Says how a file of this kind is made one that is decoded.
    pub fn remedy(self) -> String {
        let ending = self.row().endings[0];
        match self.row().way {
            Way::By(command) => format!("convert it first: {command}"),
            Way::Ffmpeg | Way::Decoded => format!("convert it first: ffmpeg -i clip.{ending} clip.wav"),
        }
    }

    /// Returns the endings of all files that are decoded, `wav` first.
    pub fn decoded_endings() -> impl Iterator<Item = &'static str> {
        KINDS.iter().filter(|row| row.way == Way::Decoded).flat_map(|row| row.endings.iter().copied())
    }

    /// Names the kinds that are decoded, in a sentence.
    pub fn decoded_kinds() -> String {
        let names: Vec<&str> =
            KINDS.iter().filter(|row| row.way == Way::Decoded).map(|row| row.name).collect();
        names.join(", ")
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.row().name)
    }
}

/// Says whether a file's name ends as those of audio do, whether or not it can be decoded.
pub fn is_audio_name(path: &Path) -> bool {
    FileKind::of_name(path).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_by_their_endings_in_any_case() {
        for (name, kind) in [
            ("a.wav", Some(FileKind::Wav)),
            ("clips/A.B.FLAC", Some(FileKind::Flac)),
            ("voice.opus", Some(FileKind::Ogg)),
            ("Memo 3.M4A", Some(FileKind::Mp4)),
            ("x.webm", Some(FileKind::Matroska)),
            ("sx12.WV1", Some(FileKind::Sphere)),
            ("a.txt", None),
            ("wav", None),
            (".wav", None),
            ("a.wav.bak", None),
        ] {
            assert_eq!(FileKind::of_name(Path::new(name)), kind, "{name}");
            assert_eq!(is_audio_name(Path::new(name)), kind.is_some(), "{name}");
        }
    }

    #[test]
    fn every_kind_has_one_row_and_every_ending_one_kind() {
        let mut endings = std::collections::BTreeSet::new();
        for row in KINDS {
            assert_eq!(KINDS.iter().filter(|other| other.kind == row.kind).count(), 1, "{}", row.name);
            assert!(!row.endings.is_empty(), "{}", row.name);
            for ending in row.endings {
                assert!(endings.insert(ending), "{ending} stands twice");
                assert_eq!(ending.to_ascii_lowercase(), *ending);
            }
            assert_eq!(row.kind.to_string(), row.name);
        }
        // The last of the enumeration: one that was added has a row.
        assert_eq!(KINDS.len(), FileKind::Midi as usize + 1);
    }
}
