//! The names of layouts on the command line.

use booth::recordings::import as layouts;
use clap::ValueEnum;

/// How existing recordings are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layout {
    /// It is found out, and said
    Auto,
    /// Audio files with a .txt of the same name beside each
    Pairs,
    /// A table such as metadata.csv, of LJSpeech, Piper, Coqui or a spreadsheet, and its audio in wavs/, wav/ or beside it
    Ljspeech,
    /// A Common Voice locale folder or one of its .tsv files, with clips/ or audios/
    CommonVoice,
    /// LibriSpeech, LibriTTS or MLS: .trans.txt beside audio, or transcripts.txt above audio/
    Librispeech,
    /// txt/ with texts, and audio at the same paths in a folder beside it
    Vctk,
    /// Data directories of Kaldi and ESPnet: wav.scp, text, utt2spk, segments
    Kaldi,
    /// Manifests of NeMo: a JSON object a line that names its audio
    Nemo,
    /// metadata.csv, .jsonl or .parquet of a folder of Hugging Face, or Parquet files with the recordings inside
    Huggingface,
    /// SPEAKER-metadata.txt of Mimic Recording Studio, beside its audio
    Mimic,
    /// Folders that are called as what is said in them, as in Speech Commands
    Folders,
}

impl Layout {
    /// Returns the layout that was named, if one was.
    pub(crate) fn chosen(self) -> Option<layouts::Layout> {
        match self {
            Self::Auto => None,
            Self::Pairs => Some(layouts::Layout::Pairs),
            Self::Ljspeech => Some(layouts::Layout::LjSpeech),
            Self::CommonVoice => Some(layouts::Layout::CommonVoice),
            Self::Librispeech => Some(layouts::Layout::LibriSpeech),
            Self::Vctk => Some(layouts::Layout::Vctk),
            Self::Kaldi => Some(layouts::Layout::Kaldi),
            Self::Nemo => Some(layouts::Layout::Nemo),
            Self::Huggingface => Some(layouts::Layout::HuggingFace),
            Self::Mimic => Some(layouts::Layout::Mimic),
            Self::Folders => Some(layouts::Layout::Folders),
        }
    }
}
