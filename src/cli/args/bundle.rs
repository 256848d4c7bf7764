//! The command line of what goes from a home to the collection.

use crate::cli::args::ProjectArgs;
use booth::ids::SpeakerId;
use booth::recordings::bundle::Since;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct BundleArgs {
    /// The folder of recordings
    #[arg(value_name = "DIR", default_value = "recordings")]
    pub dir: PathBuf,
    /// Hand in of this speaker alone [default: a bundle for each speaker]
    #[arg(long, value_name = "SPEAKER")]
    pub speaker: Option<SpeakerId>,
    /// Leave out what was handed in: `last` (all that was), `all` (leave out nothing), or up to the bundle with this code
    #[arg(long, value_name = "SINCE", default_value = "last")]
    pub since: Since,
    /// Cut the bundle into parts of at most this size, for mail and sticks: 20MB, 700MiB, or bytes
    #[arg(long, value_name = "SIZE", value_parser = size)]
    pub part: Option<u64>,
    /// The folder to write to
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub out: PathBuf,
    /// Say what would be handed in, and write nothing
    #[arg(long, short = 'n')]
    pub dry_run: bool,
    /// Print JSON Lines
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub project: ProjectArgs,
}

/// Reads a size: bytes, or a number of kB, MB, GB (powers of ten) or KiB, MiB, GiB (of two).
fn size(text: &str) -> Result<u64, String> {
    let bad = || format!("`{text}` is no size; write bytes, or such as 20MB, 700MiB, 2GB");
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let number: u64 = digits.trim_end().parse().map_err(|_| bad())?;
    let unit: u64 = match text[digits.len()..].to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "k" | "kb" => 1_000,
        "m" | "mb" => 1_000_000,
        "g" | "gb" => 1_000_000_000,
        "kib" => 1 << 10,
        "mib" => 1 << 20,
        "gib" => 1 << 30,
        _ => return Err(bad()),
    };
    number.checked_mul(unit).filter(|&bytes| bytes > 0).ok_or_else(bad)
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn a_size_is_bytes_or_has_a_unit() {
        for (text, bytes) in
            [("65536", 65_536), ("20MB", 20_000_000), ("20 mb", 20_000_000), ("1GiB", 1 << 30)]
        {
            assert_eq!(size(text), Ok(bytes), "{text}");
        }
        for bad in ["", "MB", "0", "-1", "1.5MB", "20TB", "20MBs", "99999999999GB", "２０MB"] {
            assert!(size(bad).is_err(), "{bad}");
        }
    }
}
