//! Pages that follow one another: rows go out as they come, so memory does not grow with them.

use crate::error::{Error, Result};
use crate::fsio::PartialFile;
use crate::numbers::plural;
use crate::report::frame;
use crate::report::html::escape;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Bytes held back before they are written.
const BUFFER: usize = 64 * 1024;

/// A table of any length, in files `<name>-0001.html` and on.
pub struct Pager {
    folder: PathBuf,
    name: String,
    title: String,
    head: &'static str,
    rows_a_page: u64,
    page: u64,
    rows: u64,
    open: Option<PartialFile>,
    buffer: String,
}

impl Pager {
    /// Creates a table that writes nothing before its first row; `name` must be safe in a file name.
    pub fn new(folder: &Path, name: &str, title: &str, head: &'static str, rows_a_page: u64) -> Self {
        Self {
            folder: folder.to_path_buf(),
            name: name.to_owned(),
            title: title.to_owned(),
            head,
            rows_a_page,
            page: 0,
            rows: 0,
            open: None,
            buffer: String::new(),
        }
    }

    /// Returns the file name of a page.
    pub fn file_name(name: &str, page: u64) -> String {
        format!("{name}-{page:04}.html")
    }

    /// Returns the number of the page that the next row goes to.
    pub fn next_page(&self) -> u64 {
        if self.open.is_some() && self.rows < self.rows_a_page { self.page } else { self.page + 1 }
    }

    /// Adds a row, written by `row`.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) when the system refuses.
    pub fn add(&mut self, row: impl FnOnce(&mut String)) -> Result<()> {
        if self.open.is_some() && self.rows >= self.rows_a_page {
            self.close(true)?;
        }
        if self.open.is_none() {
            self.page += 1;
            self.rows = 0;
            self.open = Some(PartialFile::create(&self.folder.join(Self::file_name(&self.name, self.page)))?);
            let mut header =
                "<nav aria-label=\"Report\"><ul><li><a href=\"index.html\">Back to the report</a></li>"
                    .to_owned();
            self.turn(&mut header, false);
            header.push_str("</ul></nav>\n");
            let title = format!("{}, page {}", self.title, self.page);
            frame::begin(&mut self.buffer, &title, &header);
            let _ = write!(
                self.buffer,
                "<div class=\"wide\" role=\"region\" aria-label=\"{0}\" tabindex=\"0\"><table class=\"sorts roomy\">\n\
                 <caption><span>{0}</span></caption>\n{1}<tbody>\n",
                escape(&self.title),
                self.head
            );
        }
        row(&mut self.buffer);
        self.rows += 1;
        if self.buffer.len() >= BUFFER { self.flush() } else { Ok(()) }
    }

    /// Finishes the last page and returns the number of pages.
    ///
    /// # Errors
    /// As [`Pager::add`].
    pub fn finish(mut self) -> Result<u64> {
        if self.open.is_some() {
            self.close(false)?;
        }
        Ok(self.page)
    }

    /// Links to the pages before and, where there is one, after.
    fn turn(&self, html: &mut String, more: bool) {
        if self.page > 1 {
            let _ = write!(
                html,
                "<li><a rel=\"prev\" href=\"{}\">Page {}</a></li>",
                Self::file_name(&self.name, self.page - 1),
                self.page - 1
            );
        }
        if more {
            let _ = write!(
                html,
                "<li><a rel=\"next\" href=\"{}\">Page {}</a></li>",
                Self::file_name(&self.name, self.page + 1),
                self.page + 1
            );
        }
    }

    fn close(&mut self, more: bool) -> Result<()> {
        self.buffer.push_str("</tbody></table></div>\n<nav aria-label=\"Pages\"><ul>");
        let mut links = String::new();
        self.turn(&mut links, more);
        if links.is_empty() {
            links.push_str("<li><a href=\"index.html\">Back to the report</a></li>");
        }
        self.buffer.push_str(&links);
        self.buffer.push_str("</ul></nav>\n");
        let note = format!("<p>{} on this page.</p>\n", plural(self.rows, "row"));
        frame::end(&mut self.buffer, &note);
        self.flush()?;
        self.open.take().map_or(Ok(()), PartialFile::publish_unsynced)
    }

    fn flush(&mut self) -> Result<()> {
        let Some(file) = &mut self.open else { return Ok(()) };
        let outcome = file.write_all(self.buffer.as_bytes());
        self.buffer.clear();
        outcome.map_err(|error| Error::io("write", file.partial(), error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_turn_the_page_and_pages_know_their_neighbours() {
        let dir = tempfile::tempdir().unwrap();
        let mut pager = Pager::new(dir.path(), "takes", "All", "<thead></thead>", 2);
        for row in 0..5 {
            assert_eq!(pager.next_page(), row / 2 + 1);
            pager.add(|html| html.push_str(&format!("<tr><td>row{row}</td></tr>\n"))).unwrap();
        }
        assert_eq!(pager.finish().unwrap(), 3);
        let read =
            |page: u64| std::fs::read_to_string(dir.path().join(Pager::file_name("takes", page))).unwrap();
        let (first, second, third) = (read(1), read(2), read(3));
        assert!(first.contains("row1") && !first.contains("row2") && first.contains("takes-0002.html"));
        assert!(second.contains("takes-0001.html") && second.contains("takes-0003.html"));
        assert!(third.contains("row4") && !third.contains("takes-0004.html") && third.ends_with("</html>\n"));
        assert_eq!(Pager::new(dir.path(), "x", "X", "", 2).finish().unwrap(), 0);
    }
}
