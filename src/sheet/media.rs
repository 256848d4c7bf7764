//! What belongs to a prompt besides its words: a sound that is heard or a picture that is seen before it is spoken, for who
//! cannot read it.

use crate::ids::{id_fault, named};
use serde::Serialize;

/// The folder of a sheet in which they lie.
pub const MEDIA: &str = "media";
/// The greatest size of one, in bytes.
pub const MAX_MEDIA_BYTES: usize = 10 * 1024 * 1024;
/// The longest name without its ending, in characters.
const LONGEST_NAME: usize = 64;

named! {
    /// What a file is for.
    MediaKind {
        /// It is heard.
        Sound = "sound",
        /// It is seen.
        Picture = "picture",
    }
}

/// The endings that a file may have, what it is then, and its kind on the web.
const ENDINGS: [(&str, MediaKind, &str); 5] = [
    ("wav", MediaKind::Sound, "audio/wav"),
    ("png", MediaKind::Picture, "image/png"),
    ("jpg", MediaKind::Picture, "image/jpeg"),
    ("jpeg", MediaKind::Picture, "image/jpeg"),
    ("webp", MediaKind::Picture, "image/webp"),
];

/// The sound or the picture of a prompt.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Media {
    /// Its name in the folder [`MEDIA`] of the sheet.
    pub name: String,
    /// What it is for.
    pub kind: MediaKind,
}

impl Media {
    /// Reads the name of a file: `a-z`, digits and single hyphens inside, and one of the endings.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub(super) fn named(text: &str) -> Result<Self, String> {
        let endings: Vec<&str> = ENDINGS.iter().map(|(ending, ..)| *ending).collect();
        let ends = || format!("it must end in .{}", endings.join(", ."));
        let (stem, ending) = text.rsplit_once('.').ok_or_else(ends)?;
        let (_, kind, _) = ENDINGS.iter().find(|(known, ..)| *known == ending).ok_or_else(ends)?;
        if let Some(fault) = id_fault(stem, LONGEST_NAME, true) {
            return Err(fault);
        }
        Ok(Self { name: text.to_owned(), kind: *kind })
    }

    /// Returns its kind as the web names it (`image/png`).
    pub fn content_type(&self) -> &'static str {
        let ending = self.name.rsplit('.').next().unwrap_or_default();
        ENDINGS.iter().find(|(known, ..)| *known == ending).map_or("application/octet-stream", |row| row.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_nowhere_else() {
        for name in ["a.wav", "the-cat-2.png", "x.jpeg", "y.webp"] {
            assert_eq!(Media::named(name).unwrap().name, name);
        }
        for name in [
            "", "a", ".wav", "a.exe", "a.svg", "../a.wav", "a/b.wav", "A.wav", "a..wav", "a.wav ", "con.wav",
            "-a.wav",
        ] {
            assert!(Media::named(name).is_err(), "{name}");
        }
    }
}
