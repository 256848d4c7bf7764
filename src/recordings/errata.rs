//! What readers said is wrong with prompts, collected over sessions, and what became of it in a sheet.

use crate::digest::Sha256;
use crate::error::Result;
use crate::ids::{Locale, PromptId, SessionId, SheetId, SpeakerId, named};
use crate::recordings::session::event::{Event, Report};
use crate::recordings::session::layout::find_sessions;
use crate::recordings::session::reason::ReportReason;
use crate::recordings::session::record::SessionRecord;
use crate::recordings::session::{SessionView, TakeState, Unreadable};
use crate::sheet::{Sheet, version_key};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

named! {
    /// What became of the words of a prompt in the sheet.
    WordsState {
        /// The sheet has them still.
        StillThere = "still-there",
        /// The sheet has them no longer, and says which version mended them.
        Mended = "mended",
        /// The sheet has them no longer.
        Gone = "gone",
    }
}

/// What readers said of a prompt with certain words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ErratumRow {
    /// The sheet.
    pub sheet: SheetId,
    /// The language.
    pub locale: Locale,
    /// The prompt.
    pub prompt: PromptId,
    /// The words that were shown.
    pub text: String,
    /// Their SHA-256.
    pub text_sha256: Sha256,
    /// The versions of the sheet that it was reported of, the oldest first.
    pub versions: Vec<String>,
    /// How many speakers reported it.
    pub readers: usize,
    /// How many gave each reason.
    pub reasons: BTreeMap<ReportReason, usize>,
    /// What they wrote.
    pub words: Vec<Remark>,
    /// What became of the words; `None` without the sheet.
    pub state: Option<WordsState>,
    /// The version that mended it, where the sheet says so.
    pub mended_in: Option<String>,
    /// What the sheet says was wrong.
    pub mended: Option<String>,
}

/// What a reader wrote of a prompt.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Remark {
    /// The reason that they gave.
    pub reason: ReportReason,
    /// Their words.
    pub words: String,
}

/// Kept takes of a prompt whose words the sheet no longer has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StaleRow {
    /// The sheet.
    pub sheet: SheetId,
    /// The language.
    pub locale: Locale,
    /// The prompt.
    pub prompt: PromptId,
    /// The takes.
    pub takes: usize,
    /// Their speakers.
    pub speakers: usize,
    /// The version that mended the prompt, where the sheet says so.
    pub mended_in: Option<String>,
    /// What the sheet says was wrong.
    pub mended: Option<String>,
}

/// The sums of [`Errata`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ErrataSummary {
    /// Sessions that were read.
    pub sessions: usize,
    /// Prompts with certain words that were reported.
    pub prompts: usize,
    /// Speakers who reported something.
    pub readers: usize,
    /// Those prompts whose words the sheet has still.
    pub still_there: usize,
    /// Those that the sheet mended.
    pub mended: usize,
    /// Those whose words the sheet has no longer.
    pub gone: usize,
    /// Kept takes whose words the sheet no longer has.
    pub stale: usize,
}

/// What readers said is wrong, and what became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Errata {
    /// The reports, by sheet, locale, prompt and words.
    pub reports: Vec<ErratumRow>,
    /// Kept takes whose words the sheet no longer has, by sheet, locale and prompt; none without sheets.
    pub stale: Vec<StaleRow>,
    /// Sessions that cannot be read or relied on, sorted by path.
    pub unreadable: Vec<Unreadable>,
    /// The sums.
    pub summary: ErrataSummary,
}

/// Collects the reports of the sessions at and below `roots`; `sheets` say what became of them, and which takes they made stale. A session
/// that is there twice counts once.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when a folder cannot be read. A session that cannot be read is told in the outcome.
pub fn errata(roots: &[PathBuf], sheets: &[Sheet]) -> Result<Errata> {
    let known = sheets.iter().map(|sheet| Known {
        sheet,
        texts: sheet.undealt().prompts.into_iter().map(|prompt| (prompt.id, prompt.text)).collect(),
    });
    let mut gathered = Gathered { known: known.collect(), ..Gathered::default() };
    let mut unreadable = BTreeSet::new();
    for root in roots {
        let found = find_sessions(root)?;
        unreadable.extend(found.unreadable);
        for dir in found.sessions {
            let read = SessionView::open(&dir).and_then(|view| match view.broken() {
                Some(fault) => Err(fault.to_error(&dir)),
                None => Ok(view),
            });
            match read {
                Ok(view) => gathered.session(&view),
                Err(error) => drop(unreadable.insert(Unreadable::session(&dir, error)?)),
            }
        }
    }
    Ok(gathered.finish(unreadable.into_iter().collect()))
}

/// A sheet with the words of its prompts, templates filled with the first values that go together.
struct Known<'a> {
    sheet: &'a Sheet,
    texts: BTreeMap<PromptId, String>,
}

impl Known<'_> {
    /// Says whether the sheet has these words of a prompt that was read in the session `record`.
    fn has(&self, record: &SessionRecord, prompt: &PromptId, text: &str) -> bool {
        let is_dealt = || {
            let mut dealt = record.deal.iter().flat_map(|deal| &deal.prompts);
            let dealt = dealt.find(|dealt| dealt.prompt == *prompt)?;
            Some(self.sheet.prompt_of(dealt)?.text)
        };
        self.texts.get(prompt).is_some_and(|known| known == text) || is_dealt().as_deref() == Some(text)
    }

    /// Returns the version that mended a prompt after the newest of those in which it was read, and what was wrong.
    fn mended<'v>(
        &self,
        versions: impl Iterator<Item = &'v String>,
        prompt: &PromptId,
    ) -> Option<(String, String)> {
        let newest = versions.max_by_key(|version| version_key(version))?;
        let (version, wrong) = self.sheet.head.mended_after(newest, prompt)?;
        Some((version.to_owned(), wrong.to_owned()))
    }
}

/// A prompt of a sheet in a language.
type PromptOf = (SheetId, Locale, PromptId);

#[derive(Default)]
struct Gathered<'a> {
    known: Vec<Known<'a>>,
    sessions: BTreeSet<SessionId>,
    /// By prompt and words.
    reports: BTreeMap<(PromptOf, String), Told>,
    stale: BTreeMap<PromptOf, Stale>,
}

/// What was told of a prompt with certain words; each speaker counts once for each reason.
#[derive(Default)]
struct Told {
    versions: BTreeSet<String>,
    readers: BTreeSet<SpeakerId>,
    reasons: BTreeSet<(ReportReason, SpeakerId)>,
    words: BTreeSet<(Remark, SpeakerId)>,
    /// Whether the sheet has the words; `None` without the sheet.
    is_there: Option<bool>,
}

#[derive(Default)]
struct Stale {
    versions: BTreeSet<String>,
    takes: usize,
    speakers: BTreeSet<SpeakerId>,
}

impl Gathered<'_> {
    fn session(&mut self, view: &SessionView) {
        let record = view.record();
        if !self.sessions.insert(record.id.clone()) {
            return;
        }
        let (sheet, locale) = (&record.sheet.id, &record.locale);
        let known = find(&self.known, sheet, locale);
        let of = |prompt: &PromptId| (sheet.clone(), locale.clone(), prompt.clone());
        for line in view.lines() {
            let Event::Reported(report) = &line.event else { continue };
            let Report { prompt, text, reason, words, .. } = report.as_ref();
            let told = self.reports.entry((of(prompt), text.clone())).or_default();
            let speaker = &record.speaker.id;
            told.versions.insert(record.sheet.version.clone());
            told.readers.insert(speaker.clone());
            told.reasons.insert((*reason, speaker.clone()));
            if let Some(words) = words {
                told.words.insert((Remark { reason: *reason, words: words.clone() }, speaker.clone()));
            }
            if let Some(known) = known {
                let is_there = told.is_there == Some(true) || known.has(record, prompt, text);
                told.is_there = Some(is_there);
            }
        }
        let Some(known) = known else { return };
        for take in view.takes().iter().filter(|take| take.state == TakeState::Kept) {
            let take = &take.record;
            if !known.has(record, &take.prompt, &take.text) {
                let stale = self.stale.entry(of(&take.prompt)).or_default();
                stale.versions.insert(record.sheet.version.clone());
                stale.takes += 1;
                stale.speakers.insert(record.speaker.id.clone());
            }
        }
    }

    fn finish(self, unreadable: Vec<Unreadable>) -> Errata {
        let Self { known, sessions, reports, stale } = self;
        let mut summary =
            ErrataSummary { sessions: sessions.len(), prompts: reports.len(), ..Default::default() };
        let mut readers: BTreeSet<SpeakerId> = BTreeSet::new();
        let reports = reports.into_iter().map(|(((sheet, locale, prompt), text), told)| {
            readers.extend(told.readers.iter().cloned());
            let mended = find(&known, &sheet, &locale)
                .filter(|_| told.is_there == Some(false))
                .and_then(|known| known.mended(told.versions.iter(), &prompt));
            let state = told.is_there.map(|is_there| match &mended {
                _ if is_there => WordsState::StillThere,
                Some(_) => WordsState::Mended,
                None => WordsState::Gone,
            });
            match state {
                Some(WordsState::StillThere) => summary.still_there += 1,
                Some(WordsState::Mended) => summary.mended += 1,
                Some(WordsState::Gone) => summary.gone += 1,
                None => {}
            }
            let mut reasons = BTreeMap::new();
            for (reason, _) in &told.reasons {
                *reasons.entry(*reason).or_default() += 1;
            }
            let (mended_in, mended) = mended.unzip();
            ErratumRow {
                sheet,
                locale,
                prompt,
                // What a journal says of it is not believed.
                text_sha256: Sha256::of(&text),
                text,
                versions: in_order(told.versions),
                readers: told.readers.len(),
                reasons,
                words: told.words.into_iter().map(|(remark, _)| remark).collect(),
                state,
                mended_in,
                mended,
            }
        });
        let reports: Vec<ErratumRow> = reports.collect();
        let stale = stale.into_iter().map(|((sheet, locale, prompt), stale)| {
            summary.stale += stale.takes;
            let mended =
                find(&known, &sheet, &locale).and_then(|known| known.mended(stale.versions.iter(), &prompt));
            let (mended_in, mended) = mended.unzip();
            let (takes, speakers) = (stale.takes, stale.speakers.len());
            StaleRow { sheet, locale, prompt, takes, speakers, mended_in, mended }
        });
        let stale = stale.collect();
        summary.readers = readers.len();
        Errata { reports, stale, unreadable, summary }
    }
}

fn find<'k, 's>(known: &'k [Known<'s>], sheet: &SheetId, locale: &Locale) -> Option<&'k Known<'s>> {
    known.iter().find(|known| known.sheet.head.id == *sheet && known.sheet.locale == *locale)
}

/// Versions, the oldest first.
fn in_order(versions: BTreeSet<String>) -> Vec<String> {
    let mut versions: Vec<String> = versions.into_iter().collect();
    versions.sort_by_key(|version| version_key(version));
    versions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fsio;
    use crate::recordings::testing::*;
    use std::path::Path;

    fn reported(
        writer: &mut crate::recordings::SessionWriter,
        prompt: &str,
        text: &str,
        reason: ReportReason,
        words: Option<&str>,
    ) {
        let report = Report {
            prompt: prompt.parse().unwrap(),
            // A journal may say anything.
            text_sha256: Sha256::of("something else"),
            text: text.to_owned(),
            reason,
            words: words.map(str::to_owned),
        };
        writer.append(Event::Reported(Box::new(report))).unwrap();
    }

    fn writer(root: &Path, id: &str, speaker: &str, version: &str) -> crate::recordings::SessionWriter {
        let mut record = session(id);
        record.speaker.id = speaker.parse().unwrap();
        record.consent.as_mut().unwrap().speaker = record.speaker.id.clone();
        record.sheet.version = version.to_owned();
        create_record(root, record)
    }

    /// The sheet `assistant` in version 1.10.0 with these rows.
    fn sheet(rows: &str) -> Sheet {
        let dir = tempfile::tempdir().unwrap();
        let head = "id = 'assistant'\nversion = '1.10.0'\ntitle = 'T'\nlicence = 'CC0-1.0'\nsource = 'us'\n\
                    [mended.'1.9.0']\nb = 'a typo'\n[mended.'1.10.0']\nb = 'nobody says so'\n";
        fsio::write_new(&dir.path().join("sheet.toml"), head.as_bytes()).unwrap();
        fsio::write_new(&dir.path().join("en-US.tsv"), format!("id\ttext\n{rows}").as_bytes()).unwrap();
        crate::sheet::load(&dir.path().into(), &"en-US".parse().unwrap()).unwrap()
    }

    /// Two speakers and three sessions; what is kept is `say a`, `say b` and, twice, `say c`.
    fn recordings(root: &Path) {
        let mut first = writer(root, "s1", "anna", "1.8.0");
        reported(&mut first, "b", "say b", ReportReason::Unnatural, Some("who talks so?"));
        reported(&mut first, "b", "say b", ReportReason::Spelling, None);
        for id in ["a", "b", "c"] {
            let take = record_take(&mut first, &prompt(id, 1), 1, 1_000);
            keep(&mut first, &take);
        }
        drop(first);
        let mut second = writer(root, "s2", "anna", "1.9.0");
        reported(&mut second, "b", "say b", ReportReason::Unnatural, Some("who talks so?"));
        reported(&mut second, "a", "say a", ReportReason::Other, None);
        drop(second);
        let mut third = writer(root, "s3", "ben", "1.9.0");
        reported(&mut third, "c", "say c", ReportReason::Unknown, None);
        reported(&mut third, "b", "say b", ReportReason::Unnatural, None);
        for _ in 0..2 {
            // The first of them is given up for the second.
            let take = record_take(&mut third, &prompt("c", 1), 1, 1_000);
            keep(&mut third, &take);
        }
        drop(third);
    }

    #[test]
    fn a_reader_counts_once_and_the_sheet_says_what_became_of_it() {
        let root = tempfile::tempdir().unwrap();
        recordings(root.path());
        let roots = [root.path().to_path_buf()];
        let found = errata(&roots, &[]).unwrap();
        let told: Vec<_> =
            found.reports.iter().map(|row| (row.prompt.as_str(), row.readers, row.state)).collect();
        assert_eq!(told, [("a", 1, None), ("b", 2, None), ("c", 1, None)]);
        let b = &found.reports[1];
        assert_eq!((b.text.as_str(), b.text_sha256), ("say b", Sha256::of("say b")));
        assert_eq!(b.versions, ["1.8.0", "1.9.0"]);
        assert_eq!(b.reasons, BTreeMap::from([(ReportReason::Spelling, 1), (ReportReason::Unnatural, 2)]));
        let said = Remark { reason: ReportReason::Unnatural, words: "who talks so?".to_owned() };
        assert_eq!(b.words, [said], "anna said it twice");
        assert_eq!((found.stale.len(), found.summary.readers, found.summary.sessions), (0, 2, 3));

        // `b` was mended after the newest version in which it was reported, `c` has other words, `a` is as it was.
        let now = sheet("a\tsay a\nb\tsay it\nc\tsay c now\n");
        let found = errata(&roots, std::slice::from_ref(&now)).unwrap();
        let states: Vec<_> =
            found.reports.iter().map(|row| (row.state.unwrap(), row.mended_in.as_deref())).collect();
        let expected =
            [(WordsState::StillThere, None), (WordsState::Mended, Some("1.10.0")), (WordsState::Gone, None)];
        assert_eq!(states, expected);
        assert_eq!(found.reports[1].mended.as_deref(), Some("nobody says so"));
        let stale: Vec<_> = found
            .stale
            .iter()
            .map(|row| (row.prompt.as_str(), row.takes, row.speakers, row.mended_in.as_deref()))
            .collect();
        // Kept in 1.8.0, `b` was mended in the version after it.
        assert_eq!(stale, [("b", 1, 1, Some("1.9.0")), ("c", 2, 2, None)]);
        let sums = &found.summary;
        assert_eq!((sums.still_there, sums.mended, sums.gone, sums.stale), (1, 1, 1, 3));

        // A copy of the recordings, or the same folder again, tells nothing new; no order of the folders does.
        let copy = tempfile::tempdir().unwrap();
        recordings(copy.path());
        let twice = [copy.path().to_path_buf(), root.path().to_path_buf(), root.path().join("s1")];
        assert_eq!(errata(&twice, std::slice::from_ref(&now)).unwrap(), found);
        // Another sheet, and the same in another language, say nothing of these.
        let mut other = now.clone();
        other.locale = "en-GB".parse().unwrap();
        assert!(errata(&roots, &[other]).unwrap().reports.iter().all(|row| row.state.is_none()));
    }

    #[test]
    fn a_session_that_is_not_what_was_written_is_told_and_not_counted() {
        let root = tempfile::tempdir().unwrap();
        recordings(root.path());
        let journal = root.path().join("s3/takes.jsonl");
        let text = std::fs::read_to_string(&journal).unwrap().replacen("unnatural", "unfit", 1);
        fsio::replace(&journal, text.as_bytes()).unwrap();
        fsio::replace(&root.path().join("s2/session.json"), b"{").unwrap();
        let found = errata(&[root.path().to_path_buf()], &[]).unwrap();
        let names: Vec<_> = found.unreadable.iter().map(|broken| broken.path.file_name().unwrap()).collect();
        assert_eq!(names, ["s2", "s3"]);
        assert_eq!((found.summary.sessions, found.reports.len(), found.reports[0].readers), (1, 1, 1));
    }
}
