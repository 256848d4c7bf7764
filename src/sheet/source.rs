//! Where a sheet is read from: a folder, or the program itself.

use super::inside::{self, Shipped};
use super::media::{MEDIA, Media};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio::{self, Kind};
use crate::ids::Locale;
use crate::msg;
use std::fmt;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};

/// The name of a sheet's head.
pub const HEAD: &str = "sheet.toml";
/// The folder of a sheet with the values of templates.
pub const VALUES: &str = "values";

/// Where a sheet is read from. What is read is the same bytes either way, and so are their hashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetSource {
    /// A folder.
    Folder(PathBuf),
    /// A sheet that is in the program.
    Inside(&'static Shipped),
}

impl SheetSource {
    /// Finds the sheet that a person means by `place`: a folder; where there is none, and `place` is a name and no path, the
    /// sheet of that name in the program.
    ///
    /// # Errors
    /// [`ErrorKind::Sheet`] when there is neither; [`ErrorKind::Io`] when the folder cannot be looked at.
    pub fn named(place: &Path) -> Result<Self> {
        let there = fsio::look_named(place)?;
        if there.as_ref().is_some_and(|entry| entry.kind == Kind::Folder) {
            return Ok(Self::Folder(place.to_path_buf()));
        }
        if let Some(shipped) = bare_name(place).and_then(inside::shipped_named) {
            return Ok(Self::Inside(shipped));
        }
        let unknown = msg!(
            "sheet-unknown",
            place = place.display().to_string(),
            names = inside::shipped_names().collect::<Vec<_>>().join(", "),
        );
        let error = Error::of(ErrorKind::Sheet, unknown.clone());
        let Some(entry) = there else { return Err(error.with_path(place)) };
        let what = format!("this is {}, not the folder of a sheet", entry.kind.words());
        let hint = error.hint().unwrap_or_default().to_owned();
        Err(Error::new(ErrorKind::Sheet, what).with_path(place).with_hint(hint).with_message(unknown))
    }

    /// Returns the folder, where it is one.
    pub fn folder(&self) -> Option<&Path> {
        match self {
            Self::Folder(dir) => Some(dir),
            Self::Inside(_) => None,
        }
    }

    /// Returns what errors and lists call it: the folder's path, or the sheet's name and that it is in the program. The files of
    /// the sheet are called by their names below that.
    pub fn place(&self) -> PathBuf {
        match self {
            Self::Folder(dir) => dir.clone(),
            Self::Inside(shipped) => PathBuf::from(format!("{} (in the program)", shipped.name())),
        }
    }

    /// Returns what a command line calls it.
    pub(super) fn argument(&self) -> String {
        match self {
            Self::Folder(dir) => dir.display().to_string(),
            Self::Inside(shipped) => shipped.name().to_owned(),
        }
    }

    /// Returns the name that the sheet's id is to be; `None` for a folder that is given without one, such as `..`.
    pub(super) fn name(&self) -> Option<String> {
        match self {
            Self::Folder(dir) => dir.file_name().map(|name| name.to_string_lossy().into_owned()),
            Self::Inside(shipped) => Some(shipped.name().to_owned()),
        }
    }

    /// Lists the files, in no order.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the folder cannot be read.
    pub(super) fn files(&self) -> Result<Vec<PathBuf>> {
        match self {
            Self::Folder(dir) => {
                let mut files = Vec::new();
                for path in fsio::paths_in(dir)? {
                    if fsio::is_named_file(&path)? {
                        files.push(path);
                    }
                }
                Ok(files)
            }
            Self::Inside(shipped) => {
                let place = self.place();
                Ok(shipped
                    .files()
                    .iter()
                    .filter(|(name, _)| !name.contains('/'))
                    .map(|(name, _)| place.join(name))
                    .collect())
            }
        }
    }

    /// Lists the files of values, in order.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the folder cannot be read.
    pub(super) fn values_files(&self) -> Result<Vec<PathBuf>> {
        let is_table = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "tsv");
        let mut files = match self {
            Self::Folder(dir) => {
                let dir = dir.join(VALUES);
                if !fsio::is_named_folder(&dir)? {
                    return Ok(Vec::new());
                }
                fsio::paths_in(&dir)?
            }
            Self::Inside(shipped) => {
                let place = self.place();
                let inside = shipped.files().iter().filter(|(name, _)| Path::new(name).starts_with(VALUES));
                inside.map(|(name, _)| place.join(name)).collect()
            }
        };
        files.retain(is_table);
        files.sort();
        Ok(files)
    }

    /// Returns the file with the values of a locale, where there is one.
    ///
    /// # Errors
    /// As [`SheetSource::values_files`].
    pub(super) fn values(&self, locale: &Locale) -> Result<Option<PathBuf>> {
        let name = format!("{locale}.tsv");
        Ok(self
            .values_files()?
            .into_iter()
            .find(|path| path.file_name().is_some_and(|found| found == name.as_str())))
    }

    /// Reads one of the [`SheetSource::files`], but of a folder at most one byte more than `max`, which tells that it is too large.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when it is not there or cannot be read.
    pub(super) fn read(&self, path: &Path, max: usize) -> Result<Vec<u8>> {
        match self {
            Self::Folder(_) => {
                let mut bytes = Vec::new();
                let file = fsio::open_named(path, fsio::MOST_STREAMED)?;
                let read = file.take(max as u64 + 1).read_to_end(&mut bytes);
                read.map(|_| bytes).map_err(|error| Error::io("read", path, error))
            }
            Self::Inside(shipped) => {
                let name = path.strip_prefix(self.place()).ok().and_then(Path::to_str).unwrap_or_default();
                let text = shipped.file(name);
                text.map(|text| text.as_bytes().to_vec())
                    .ok_or_else(|| Error::io("read", path, std::io::ErrorKind::NotFound.into()))
            }
        }
    }

    /// Returns where a file of a prompt lies; a sheet in the program has none.
    ///
    /// # Errors
    /// [`ErrorKind::Sheet`] for a sheet in the program.
    pub fn media_path(&self, media: &Media) -> Result<PathBuf> {
        let folder = self.folder().ok_or_else(|| {
            Error::new(ErrorKind::Sheet, format!("there is no file `{MEDIA}/{}` in the program", media.name))
        })?;
        Ok(folder.join(MEDIA).join(&media.name))
    }

    /// Reads a file that a prompt names, at most one byte more than `max`; `None` when there is none.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when it cannot be read.
    pub fn media(&self, media: &Media, max: usize) -> Result<Option<Vec<u8>>> {
        let Self::Folder(dir) = self else { return Ok(None) };
        let path = dir.join(MEDIA).join(&media.name);
        if fsio::is_named_file(&path)? { self.read(&path, max).map(Some) } else { Ok(None) }
    }

    /// Reads the head, and says where it is; nothing where the sheet has none.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when the folder is not there, or the head cannot be read.
    pub(super) fn head(&self, max: usize) -> Result<(PathBuf, Option<Vec<u8>>)> {
        let path = self.place().join(HEAD);
        if let Self::Folder(dir) = self {
            if fsio::look_named(dir)?.is_none() {
                return Err(Error::io("read", dir, std::io::ErrorKind::NotFound.into()));
            }
            if !fsio::is_named_file(&path)? {
                return Ok((path, None));
            }
        }
        let bytes = self.read(&path, max)?;
        Ok((path, Some(bytes)))
    }
}

impl From<&Path> for SheetSource {
    fn from(dir: &Path) -> Self {
        Self::Folder(dir.to_path_buf())
    }
}

impl From<PathBuf> for SheetSource {
    fn from(dir: PathBuf) -> Self {
        Self::Folder(dir)
    }
}

impl fmt::Display for SheetSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.place().display().fmt(f)
    }
}

/// Returns `place` as a name, where it is one: `assistant`, and neither `./assistant` nor `assistant/`.
fn bare_name(place: &Path) -> Option<&str> {
    let mut components = place.components();
    let Some(Component::Normal(name)) = components.next() else { return None };
    let is_whole = components.next().is_none() && name == place.as_os_str();
    name.to_str().filter(|_| is_whole)
}
