//! Layouts: one file each, which tells whether a folder is laid out so and reads what it holds.

mod common_voice;
mod folders;
mod huggingface;
mod kaldi;
mod librispeech;
mod ljspeech;
mod mimic;
mod nemo;
mod pairs;
mod vctk;

use super::found::{ImportFinding, Reading};
use super::ground::Ground;
use super::request::Layout;
use crate::error::{Error, ErrorKind, Result};

/// Reads a layout; `None` when nothing looks like it.
fn read(layout: Layout, ground: &Ground<'_>) -> Result<Option<Reading>> {
    match layout {
        Layout::Pairs => Ok(pairs::read(ground)),
        Layout::LjSpeech => ljspeech::read(ground),
        Layout::CommonVoice => common_voice::read(ground),
        Layout::LibriSpeech => librispeech::read(ground),
        Layout::Vctk => Ok(vctk::read(ground)),
        Layout::Kaldi => kaldi::read(ground),
        Layout::Nemo => nemo::read(ground),
        Layout::HuggingFace => huggingface::read(ground),
        Layout::Mimic => mimic::read(ground),
        Layout::Folders => Ok(folders::read(ground)),
    }
}

/// Reads the layout that was asked for, else the one that fits.
///
/// # Errors
/// [`ErrorKind::Corpus`] when nothing fits or a table is unclear; [`ErrorKind::Usage`] when two layouts fit equally;
/// [`ErrorKind::Io`].
pub(super) fn find(ground: &Ground<'_>) -> Result<(Layout, Reading)> {
    if let Some(layout) = ground.request.layout {
        let reading =
            read(layout, ground)?.filter(|reading| !(reading.rows.is_empty() && reading.findings.is_empty()));
        return reading.map(|reading| (layout, reading)).ok_or_else(|| nothing(ground, Some(layout)));
    }
    let mut fits: Vec<(Layout, Reading)> = Vec::new();
    let mut fault: Option<Error> = None;
    for layout in Layout::ALL {
        match read(layout, ground) {
            Ok(Some(reading)) => fits.push((layout, reading)),
            Ok(None) => {}
            Err(error) => fault = fault.or(Some(error)),
        }
    }
    // Most recordings with a text first; without any, what says most about why.
    fits.sort_by_key(|(_, reading)| std::cmp::Reverse((reading.rows.len(), reading.tables.len())));
    let best = fits.first().map_or(0, |(_, reading)| reading.rows.len());
    let equal: Vec<&(Layout, Reading)> =
        fits.iter().filter(|(_, reading)| best > 0 && 10 * reading.rows.len() >= 9 * best).collect();
    if let [(one, first), (two, second), ..] = equal.as_slice() {
        let why = |reading: &Reading| reading.because.first().cloned().unwrap_or_default();
        return Err(Error::new(
            ErrorKind::Usage,
            format!("two layouts fit: {one} ({}) and {two} ({})", why(first), why(second)),
        )
        .with_path(&ground.root)
        .with_hint(format!("give --layout {one} or --layout {two}")));
    }
    // A table that cannot be read weighs more than a few files beside it.
    let few = best == 0 || 2 * best < ground.folder.audio_files().count();
    if let Some(fault) = fault.filter(|_| few) {
        return Err(fault);
    }
    // That a text or an audio file has no partner tells of no layout; a text that cannot be used does.
    let tells = |reading: &Reading| {
        let other = |finding: &ImportFinding| !matches!(finding.id, "text-missing" | "audio-missing");
        !reading.rows.is_empty() || !reading.tables.is_empty() || reading.findings.iter().any(other)
    };
    fits.into_iter().find(|(_, reading)| tells(reading)).ok_or_else(|| nothing(ground, None))
}

/// Says that there is nothing to import: what was looked for, and what lies there.
fn nothing(ground: &Ground<'_>, asked: Option<Layout>) -> Error {
    let contents = ground.folder.contents();
    let message = match asked {
        Some(layout) => {
            format!(
                "there is no recording in the layout {layout}: {} is looked for; there lie: {contents}",
                layout.signs()
            )
        }
        None => format!("there is no recording with a text in a layout that is known; there lie: {contents}"),
    };
    let error = Error::new(ErrorKind::Corpus, message).with_path(&ground.request.path);
    let known = Layout::ALL.map(|layout| format!("{layout}: {}", layout.signs())).join("; ");
    error.with_hint(match asked {
        Some(_) => "leave out --layout to have the layout found out".to_owned(),
        None => format!("these are looked for: {known}"),
    })
}
