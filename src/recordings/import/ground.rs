//! The folder that is imported, as it lies there.

use super::folder::{Folder, has_ending, last_part};
use super::found::File;
use super::request::ImportRequest;
use super::table::Table;
use crate::error::{Error, Result};
use crate::fsio;
use std::path::{Component, Path, PathBuf};

/// How the names of Parquet files end, which are tables but no texts.
const PARQUET: &str = "parquet";

/// What the readers of layouts look at.
pub(super) struct Ground<'a> {
    pub request: &'a ImportRequest,
    pub root: PathBuf,
    /// The table that was named, when that was no folder.
    pub named: Option<File>,
    pub folder: Folder,
}

impl<'a> Ground<'a> {
    /// Looks through what the request names: a folder, or a table in one.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Io`] when it is not there or cannot be read.
    pub fn look(request: &'a ImportRequest) -> Result<Self> {
        let path = &request.path;
        if fsio::look_named(path)?.is_none() {
            return Err(Error::io("read what is to be imported", path, std::io::ErrorKind::NotFound.into()));
        }
        if fsio::is_named_folder(path)? {
            return Ok(Self { request, root: path.clone(), named: None, folder: Folder::scan(path)? });
        }
        let root = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
            _ => PathBuf::from("."),
        };
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let folder = Folder::scan(&root)?;
        // Its recordings are opened where they lie, and nothing that was found is opened through a link.
        let is_link = has_ending(&name, PARQUET) && !fsio::is_file(path)?;
        let lies = is_link.then(|| path.canonicalize()).transpose();
        let lies = lies.map_err(|error| Error::io("read what is to be imported", path, error))?;
        let named = Some(File::at(name, lies.unwrap_or_else(|| path.clone())));
        Ok(Self { request, root, named, folder })
    }

    /// Reads a table.
    pub fn table(&self, file: &File) -> Result<Table> {
        let is_named = self.named.as_ref().is_some_and(|named| named.path == file.path);
        Table::read(&file.path, is_named, self.request.encoding)
    }

    /// Returns the tables of text that a layout can look at: the one that was named, else all whose names pass.
    pub fn tables(&self, pass: impl Fn(&str) -> bool) -> Vec<&File> {
        let pass = |name: &str| !has_ending(name, PARQUET) && pass(name);
        self.files(pass)
    }

    /// Returns the Parquet files: the one that was named, else all.
    pub fn parquet_files(&self) -> Vec<&File> {
        self.files(|name| has_ending(name, PARQUET))
    }

    fn files(&self, pass: impl Fn(&str) -> bool) -> Vec<&File> {
        match &self.named {
            Some(named) if pass(last_part(&named.relative)) => vec![named],
            Some(_) => Vec::new(),
            None => self.folder.named(pass),
        }
    }

    /// Whether a layout was asked for.
    pub fn asked(&self) -> bool {
        self.request.layout.is_some()
    }

    /// Returns an absolute path as it stands below the root, with `/`; `None` when it lies elsewhere.
    pub fn below_root(&self, path: &Path) -> Option<String> {
        let real = self.root.canonicalize().ok();
        let below = path.strip_prefix(&self.root).ok().or_else(|| path.strip_prefix(real?).ok())?;
        let parts = below.components().map(|part| match part {
            Component::Normal(part) => part.to_str(),
            _ => None,
        });
        parts.collect::<Option<Vec<&str>>>().map(|parts| parts.join("/"))
    }
}
