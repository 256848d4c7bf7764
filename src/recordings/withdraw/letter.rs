//! What a person gets in the hand when what they gave is gone.

use crate::error::Result;
use crate::fsio;
use crate::messages::{Language, Message, say};
use crate::msg;
use crate::recordings::people::consent::scope_in_words;
use crate::recordings::people::receipts::Receipts;
use crate::recordings::tombstones::{Extent, Tombstone};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Returns the receipt of a withdrawal, in the language in which the person was asked.
pub fn letter(tombstone: &Tombstone) -> String {
    let tag = tombstone.locale.as_ref().map_or("en", |locale| locale.as_str());
    let language = Language::for_tag(tag);
    let said = |message: Message| say(language, &message);
    let mut text = String::new();
    let mut line = |message: Message| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{}", said(message));
    };
    line(msg!("gone-head", date = tombstone.at.date(), id = tombstone.id.as_str()));
    line(msg!("copy-speaker-said", speaker = tombstone.speaker.as_str()));
    line(match tombstone.extent {
        Extent::Speaker => msg!("gone-speaker"),
        Extent::Session => msg!("gone-session"),
        Extent::Take => msg!("gone-take"),
    });
    if let Some(scope) = &tombstone.scope {
        line(msg!("gone-scope", scope = scope_in_words(language, scope, None)));
    } else {
        let seconds: u64 = tombstone.takes.iter().map(|take| take.ms).sum::<u64>().div_ceil(1000);
        line(msg!("gone-deleted", takes = tombstone.takes.len(), seconds = seconds));
    }
    if tombstone.releases.is_empty() {
        line(msg!("gone-no-release"));
    } else {
        line(msg!("gone-releases", releases = tombstone.releases.join(", ")));
        line(msg!("gone-models"));
    }
    line(msg!("gone-next"));
    text
}

/// Writes the receipt among those of the people, where it is not there yet.
pub(super) fn write(receipts: &Receipts, tombstone: &Tombstone) -> Result<PathBuf> {
    receipts.make()?;
    let path = receipts.folder().join(format!("withdrawn-{}-{}.txt", tombstone.speaker, tombstone.id));
    if fsio::look(&path)?.is_none() {
        fsio::write_private(&path, letter(tombstone).as_bytes())?;
    }
    Ok(path)
}
