//! The sheets that are in the program, so that a person can record from them wherever they stand.

use crate::error::Result;
use crate::fsio::StagingDir;
use std::fmt;
use std::path::{Path, PathBuf};

/// A sheet that is in the program: that of `prompts/`, byte for byte.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Shipped {
    name: &'static str,
    files: &'static [(&'static str, &'static str)],
}

macro_rules! file {
    ($sheet:literal, $($part:literal),+) => {
        (concat!($($part),+), include_str!(concat!("../../prompts/", $sheet, "/", $($part),+)))
    };
}

macro_rules! sheet {
    ($name:literal: $($locale:literal),+ $(; values: $($values:literal),+)? $(,)?) => {
        Shipped {
            name: $name,
            files: &[
                $(file!($name, $locale, ".tsv"),)+
                file!($name, "sheet.toml"),
                $($(file!($name, "values/", $values, ".tsv"),)+)?
            ],
        }
    };
}

/// The sheets in the program, by name.
pub static SHIPPED: [Shipped; 2] = [
    sheet!(
        "assistant": "ar-EG", "bn-BD", "de-DE", "en-US", "es-MX", "fil-PH", "fr-FR", "hi-IN", "it-IT", "ja-JP", "pt-BR",
        "ru-RU", "tr-TR", "ur-PK", "zh-CN"; values: "ar-EG", "bn-BD", "de-DE", "en-US", "es-MX", "fil-PH", "fr-FR", "hi-IN", "it-IT",
        "ja-JP", "pt-BR", "ru-RU", "tr-TR", "ur-PK", "zh-CN",
    ),
    sheet!(
        "wake-word": "ar-EG", "bn-BD", "de-DE", "en-US", "es-MX", "fil-PH", "fr-FR", "hi-IN", "it-IT", "ja-JP", "pt-BR",
        "ru-RU", "tr-TR", "ur-PK", "zh-CN",
    ),
];

/// Returns the sheet in the program that is called `name`.
pub fn shipped_named(name: &str) -> Option<&'static Shipped> {
    SHIPPED.iter().find(|shipped| shipped.name == name)
}

/// Returns the names of the sheets in the program, in order.
pub fn shipped_names() -> impl Iterator<Item = &'static str> {
    SHIPPED.iter().map(|shipped| shipped.name)
}

impl Shipped {
    /// Returns its name, which is its id.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Returns its files by their names in its folder, each with its text.
    pub fn files(&self) -> &'static [(&'static str, &'static str)] {
        self.files
    }

    /// Returns the text of a file.
    pub(super) fn file(&self, name: &str) -> Option<&'static str> {
        self.files.iter().find(|(file, _)| *file == name).map(|(_, text)| *text)
    }

    /// Writes the sheet into a folder of its name in `into`, which appears whole or not at all, and returns where that is.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Exists`] when something of that name is there, which is left as it is; [`crate::ErrorKind::Locked`] when
    /// another process copies it there now; [`crate::ErrorKind::Io`] when the system refuses.
    pub fn copy(&self, into: &Path) -> Result<PathBuf> {
        let target = into.join(self.name);
        let folder = StagingDir::create(&target, "booth prompts copy")?;
        for (name, text) in self.files {
            folder.create_file(name)?.write(text.as_bytes())?;
        }
        folder.publish()?;
        Ok(target)
    }
}

/// The name alone: the texts would fill a screen.
impl fmt::Debug for Shipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Shipped").field(&self.name).finish()
    }
}
