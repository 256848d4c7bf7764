//! The parts of a corpus card that a person writes: files in the folder `card` beside the project file, one a subject.
//!
//! Which there are follows the datasheets of Gebru et al. (2021) and the data statements of Bender and Friedman (2018); what Booth
//! counts itself is no part. A file in which nothing but comments stands is empty, so an untouched template says nothing.

mod kinds;
mod markdown;

pub use kinds::{KINDS, PartKind};

use super::Project;
use crate::digest::Sha256;
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, Kind};
use std::collections::BTreeMap;
use std::path::Path;

/// The name of the folder, beside the project file and in a corpus.
pub const FOLDER: &str = "card";
/// The most bytes of a part.
pub const MOST_PART: usize = 64 * 1024;

/// A part that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    kind: &'static PartKind,
    text: String,
}

/// What the folder holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// Whether there is such a folder.
    pub is_begun: bool,
    /// The parts that say something, in the order of [`KINDS`].
    pub parts: Vec<Part>,
    /// Names in the folder that are no part's, in their order.
    pub strange: Vec<String>,
}

impl PartKind {
    /// Returns the name of the part's file.
    pub fn file(&self) -> String {
        format!("{}.md", self.id)
    }

    /// Returns the path of the part's file from the project file's folder, and inside a corpus, with `/`.
    pub fn path(&self) -> String {
        format!("{FOLDER}/{}", self.file())
    }

    /// Returns the file that `booth init` writes: what is asked, as a comment, and nothing else.
    pub fn template(&self) -> String {
        let need = if self.is_required { "a release must have it" } else { "may be left empty" };
        format!(
            "<!--\n{} ({need})\n\n{}\n\nWrite below this comment, in Markdown: headings, lists, links and tables, no HTML and no \
             pictures.\nComments are not published, and a file with nothing else in it counts as empty.\n-->\n",
            self.heading, self.asks
        )
    }
}

impl Part {
    /// Reads the bytes of a part; `None` when nothing but comments stands in them.
    ///
    /// # Errors
    /// [`ErrorKind::Project`], with the line where there is one, for more than [`MOST_PART`] bytes, what is not UTF-8, characters
    /// that hide what is said, HTML, pictures, links to anything but the web, mail and files, and what would change the card
    /// around it: a reference, a footnote, a fence that does not end.
    pub fn read(kind: &'static PartKind, bytes: &[u8]) -> Result<Option<Self>> {
        Ok(markdown::clean(bytes)?.map(|text| Self { kind, text }))
    }

    /// Takes a part out of a corpus, where it stands as [`Part::text`] gave it.
    ///
    /// # Errors
    /// Those of [`Part::read`]; [`ErrorKind::Project`] when it would be stored in another form.
    pub fn stored(kind: &'static PartKind, bytes: &[u8]) -> Result<Self> {
        match Self::read(kind, bytes)? {
            Some(part) if part.text.as_bytes() == bytes => Ok(part),
            _ => Err(Error::new(ErrorKind::Project, "the part is not in the form in which Booth stores it")),
        }
    }

    /// Returns what it is about.
    pub fn kind(&self) -> &'static PartKind {
        self.kind
    }

    /// Returns its text without comments, as a corpus keeps it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the digest of [`Part::text`].
    pub fn sha256(&self) -> Sha256 {
        Sha256::of(&self.text)
    }

    /// Returns the text as it stands on a card, below a heading of the third level: its own headings are below that one.
    pub fn on_card(&self) -> String {
        markdown::on_card(&self.text)
    }
}

/// Returns the digests of parts, by the stems of their files.
pub fn digests(parts: &[Part]) -> BTreeMap<String, Sha256> {
    parts.iter().map(|part| (part.kind.id.to_owned(), part.sha256())).collect()
}

impl Project {
    /// Reads the parts of the card that stand beside the project file; none where there is no such folder.
    ///
    /// # Errors
    /// Those of [`Part::read`], with the file; [`ErrorKind::Project`] when the folder, or a part, is a link or no plain
    /// file; [`ErrorKind::Io`] when it cannot be read.
    pub fn card_parts(&self) -> Result<Parts> {
        read_folder(&self.path.parent().unwrap_or(Path::new("")).join(FOLDER))
    }
}

fn read_folder(folder: &Path) -> Result<Parts> {
    let mut found = Parts::default();
    let wrong = |path: &Path, kind: Kind, needed: &str| {
        let message = format!("it is {}, and the card is written in {needed}", kind.words());
        let hint = "put the text itself there: what is packed is published";
        Err(Error::new(ErrorKind::Project, message).with_path(path).with_hint(hint))
    };
    match fsio::look(folder)? {
        None => return Ok(found),
        Some(entry) if entry.kind != Kind::Folder => return wrong(folder, entry.kind, "a folder"),
        Some(_) => found.is_begun = true,
    }
    for path in fsio::paths_in(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // What file managers and editors leave behind is nobody's part.
        if !KINDS.iter().any(|kind| kind.file() == name) && !name.starts_with('.') {
            found.strange.push(name);
        }
    }
    for kind in &KINDS {
        let path = folder.join(kind.file());
        match fsio::look(&path)? {
            None => continue,
            Some(entry) if entry.kind != Kind::File => return wrong(&path, entry.kind, "plain files"),
            Some(_) => {}
        }
        let Some(bytes) = fsio::read_found(&path, fsio::MOST_SMALL)? else { continue };
        found.parts.extend(Part::read(kind, &bytes).map_err(|error| error.with_path(&path))?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
