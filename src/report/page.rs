//! The report of a check: one HTML page that opens from disk without network, lists that it links to, and every
//! take as JSON Lines.

use crate::error::{Error, Result};
use crate::fsio::PartialFile;
use crate::parallel;
use crate::quality::{Policy, Severity};
use crate::recordings::tally::row::{Badness, Kept, TakeRow, WorstOf, examples};
use crate::report::distribution::Distribution;
use crate::report::english::title;
use crate::report::finish::Finish;
use crate::report::pager::Pager;
use crate::report::picture::Picture;
use crate::report::sections::{self, Sections};
use crate::report::take::{self, Links};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// Takes with a picture on the page.
const PICTURED: usize = 200;
/// Rows of a further page.
const ROWS: u64 = 500;
/// Bytes held back before they are written.
const BUFFER: usize = 64 * 1024;

/// A report that is being written; memory does not grow with the number of takes.
pub struct Page {
    folder: PathBuf,
    links: Links,
    policy: Policy,
    lines: PartialFile,
    buffer: Vec<u8>,
    distributions: Vec<Distribution>,
    /// First finding to the worst takes with it.
    worst: BTreeMap<String, WorstOf>,
    takes: Pager,
    /// Finding to the list of all takes with it.
    reasons: BTreeMap<String, Pager>,
    /// Speaker to the page of the first take with a finding.
    speakers: BTreeMap<String, u64>,
}

impl Page {
    /// Starts the report in `folder`; `links` say where it will stand.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) when the system refuses.
    pub fn create(folder: &Path, links: Links, policy: &Policy) -> Result<Self> {
        Ok(Self {
            folder: folder.to_path_buf(),
            links,
            policy: policy.clone(),
            lines: PartialFile::create(&folder.join("takes.jsonl"))?,
            buffer: Vec::with_capacity(BUFFER * 2),
            distributions: Distribution::all(),
            worst: BTreeMap::new(),
            takes: Pager::new(folder, "takes", "All takes with a finding", take::ROW_HEAD, ROWS),
            reasons: BTreeMap::new(),
            speakers: BTreeMap::new(),
        })
    }

    /// Adds a take; `badness` is what the tally said of it, and `line` what `takes.jsonl` gets, without its end.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) when the system refuses.
    pub fn add(&mut self, row: &TakeRow<'_>, badness: Option<Badness>, line: &str) -> Result<()> {
        for distribution in &mut self.distributions {
            distribution.add(row, &self.policy);
        }
        if let Some(badness) = badness {
            let first = row.judgement.findings.first().map_or("", |finding| finding.id.as_str());
            if !self.worst.contains_key(first) {
                self.worst.insert(first.to_owned(), WorstOf::new(PICTURED));
            }
            if let Some(worst) = self.worst.get_mut(first) {
                worst.add(row, badness);
            }
            self.list(row)?;
        }
        self.push(line)
    }

    /// Writes the take into the lists.
    fn list(&mut self, row: &TakeRow<'_>) -> Result<()> {
        let (links, policy) = (&self.links, &self.policy);
        let speaker = row.take.map(|take| take.speaker);
        let anchor = speaker.filter(|speaker| !self.speakers.contains_key(*speaker)).map(|speaker| {
            self.speakers.insert(speaker.to_owned(), self.takes.next_page());
            sections::speaker_anchor(speaker)
        });
        self.takes.add(|html| take::row(html, row, anchor.as_deref(), links, policy))?;
        for finding in row.judgement.findings.iter().filter(|finding| finding.severity > Severity::Info) {
            let pager = self.reasons.entry(finding.id.clone()).or_insert_with(|| {
                let name = sections::reason_file(&finding.id);
                Pager::new(&self.folder, &name, &title(&finding.id), take::ROW_HEAD, ROWS)
            });
            pager.add(|html| take::row(html, row, None, links, policy))?;
        }
        Ok(())
    }

    fn push(&mut self, line: &str) -> Result<()> {
        self.buffer.extend_from_slice(line.as_bytes());
        self.buffer.push(b'\n');
        if self.buffer.len() >= BUFFER { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<()> {
        let outcome = self.lines.write_all(&self.buffer);
        self.buffer.clear();
        outcome.map_err(|error| Error::io("write", self.lines.partial(), error))
    }

    /// Draws the pictures, which reads the worst takes once more, and writes the page.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) when the system refuses. A take that cannot be read is no error.
    pub fn finish(mut self, finish: Finish<'_>) -> Result<()> {
        self.push(finish.totals)?;
        self.flush()?;
        self.lines.publish_unsynced()?;
        self.takes.finish()?;
        for (_, pager) in std::mem::take(&mut self.reasons) {
            pager.finish()?;
        }
        let order: Vec<&str> = finish.tally.ranked_reasons().into_iter().map(|(id, _)| id).collect();
        let chosen = examples(&order, &self.worst, PICTURED);
        let pictures = pictures(&chosen, finish.threads, finish.stop);
        let html = Sections {
            distributions: &self.distributions,
            policy: &self.policy,
            links: &self.links,
            speakers: &self.speakers,
            folder: &self.folder,
            finish,
        }
        .render(&chosen, &pictures)?;
        let path = self.folder.join("index.html");
        let mut file = PartialFile::create(&path)?;
        file.write_all(html.as_bytes()).map_err(|error| Error::io("write", &path, error))?;
        file.publish_unsynced()
    }
}

/// Draws takes on several threads; the order is that of the takes.
fn pictures(takes: &[&Kept], threads: usize, stop: Option<&AtomicBool>) -> Vec<Result<Picture, String>> {
    let mut pictures = Vec::with_capacity(takes.len());
    parallel::ordered(
        takes,
        threads,
        || (),
        |(), _, take| match Picture::of(&take.path, take.channel, &take.findings) {
            Ok(Some(picture)) => Ok(picture),
            Ok(None) => Err("the file holds no sound".to_owned()),
            Err(error) => Err(error.message().to_owned()),
        },
        |_, picture| {
            pictures.push(picture);
            let stopped = stop.is_some_and(|stop| stop.load(Ordering::Relaxed));
            if stopped { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    );
    pictures
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::check::OwnLimits;
    use crate::recordings::tally::Tally;
    use crate::recordings::tally::testing::{TestTake, finding, take};

    /// The files of a report on these takes, by name.
    fn report(takes: &[TestTake]) -> BTreeMap<String, String> {
        let dir = tempfile::tempdir().unwrap();
        let links = Links { target: "report".into(), base: "/data".into() };
        let mut page = Page::create(dir.path(), links, &Policy::default()).unwrap();
        let mut tally = Tally::new(0);
        for take in takes {
            let row = take.row();
            page.add(&row, tally.add(&row), "{\"type\":\"take\"}").unwrap();
        }
        let faults = [("dir<i>".to_owned(), Severity::Warn, "<b>".to_owned())];
        let checked = ["rec</title><script>".to_owned()];
        let speakers = [crate::recordings::tally::testing::loud_background("an<na>")];
        let limits = [("noisy".to_owned(), [("enabled".to_owned(), 0.0)].into())].into();
        let own_limits = [OwnLimits { session: "s1".parse().unwrap(), limits }];
        let finish = Finish {
            own_limits: &own_limits,
            checked: &checked,
            speakers: &speakers,
            sessions: 1,
            faults: &faults,
            threads: 2,
            ..Finish::new(&tally, "{\"type\":\"summary\"}")
        };
        page.finish(finish).unwrap();
        std::fs::read_dir(dir.path())
            .unwrap()
            .map(|entry| {
                let entry = entry.unwrap();
                (entry.file_name().into_string().unwrap(), std::fs::read_to_string(entry.path()).unwrap())
            })
            .collect()
    }

    #[test]
    fn a_report_has_a_page_lists_and_a_line_a_take() {
        let takes = [
            take("a.wav", "anna", vec![]),
            take(
                "b.wav",
                "anna",
                vec![finding("noisy", Severity::Reject), finding("too-quiet", Severity::Warn)],
            ),
        ];
        let files = report(&takes);
        let names: Vec<&str> = files.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "index.html",
                "reason-noisy-0001.html",
                "reason-too-quiet-0001.html",
                "takes-0001.html",
                "takes.jsonl"
            ]
        );
        assert_eq!(
            files["takes.jsonl"],
            "{\"type\":\"take\"}\n{\"type\":\"take\"}\n{\"type\":\"summary\"}\n"
        );
        let index = &files["index.html"];
        assert!(index.contains("../b.wav") && !index.contains("../a.wav"));
        assert!(index.contains("No picture: "), "a file that is not there");
        assert!(index.contains("takes-0001.html#speaker-anna"));
        assert!(index.contains("<li><code>s1</code>: noisy.enabled=0</li>"), "limits of its own");
        assert!(files["takes-0001.html"].contains("id=\"speaker-anna\""));
        assert!(index.contains(
            "<bdi><b>an&lt;na&gt;</b></bdi>: a louder background in en-US: \u{2212}35 dBFS, the middle of all is \u{2212}60."
        ));
        assert_eq!(files, report(&takes), "the same takes give the same bytes");
    }

    #[test]
    fn nothing_to_complain_of_is_said() {
        let files = report(&[take("a.wav", "anna", vec![])]);
        assert_eq!(files.keys().map(String::as_str).collect::<Vec<_>>(), ["index.html", "takes.jsonl"]);
        assert!(files["index.html"].contains("Nothing to complain of"));
        assert!(report(&[])["index.html"].contains("Nothing was checked"));
    }

    #[test]
    fn what_people_wrote_stays_text_on_every_page() {
        let mut hostile = take("x\"><img src=x>.wav", "anna\"><b>", vec![finding("noisy", Severity::Warn)]);
        hostile.text = Some("</style></script><script>alert(1)</script>\u{202e}".to_owned());
        for (name, text) in report(&[hostile]) {
            if name == "takes.jsonl" {
                continue;
            }
            assert_eq!(text.matches("<script").count(), 1, "{name}");
            assert_eq!(text.matches("</style").count(), 1, "{name}");
            assert!(
                !text.contains("<img src=x") && !text.contains("<b>\"") && !text.contains("<i>"),
                "{name}"
            );
            assert!(!text.contains('\u{202e}') && text.contains("&lt;script&gt;alert(1)"), "{name}");
        }
    }
}
