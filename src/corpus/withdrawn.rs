//! `withdrawn.tsv`: what earlier releases had and this one has no longer, since a person took it back. It ships with the
//! release, so that whoever holds an earlier one knows what to delete there. docs/FORMAT.md is the normative text.

use crate::corpus::plan::Plan;
use crate::corpus::refusal::Reason;
use crate::corpus::release::{Settings, numbers_of};
use crate::error::{Error, ErrorKind, Result};
use crate::fsio;
use crate::ids::{PromptId, SessionId, UtteranceId};
use crate::recordings::Tombstones;
use crate::recordings::releases::Releases;
use crate::sheet::version_fault;
use std::collections::BTreeSet;
use std::path::Path;

/// The file's name inside a corpus.
pub const NAME: &str = "withdrawn.tsv";
/// The first line.
const HEAD: &str = "id\tfirst_without";
/// What stands for a release without a version.
const UNNAMED: &str = "-";

/// Utterances with the version of the first release without them, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WithdrawnList(BTreeSet<(UtteranceId, String)>);

impl WithdrawnList {
    /// Gathers what the release of `plan` has to tell: by the ledger, what earlier releases of this name and use had and what
    /// was withdrawn since, or has no consent to that use any longer.
    ///
    /// # Errors
    /// [`ErrorKind::Io`] when what the plan leaves out cannot be read.
    pub fn of(ledger: &Releases, plan: &Plan, tombstones: &[Tombstones]) -> Result<Self> {
        let mut lost: BTreeSet<(SessionId, PromptId, u16)> = BTreeSet::new();
        if !ledger.all().is_empty() {
            for refusal in plan.refused.iter() {
                let refusal = refusal?;
                if matches!(refusal.reason, Reason::Withdrawn | Reason::ConsentExpired | Reason::ConsentScope)
                {
                    lost.insert((refusal.session, refusal.prompt, refusal.take));
                }
            }
        }
        let is_withdrawn = |session: &SessionId, prompt: &PromptId, take: u16| {
            lost.contains(&(session.clone(), prompt.clone(), take))
                || tombstones.iter().any(|tombstones| tombstones.covers_take(session, prompt, take))
        };
        let Settings { title, scope, version, .. } = &plan.settings;
        Ok(Self(ledger.withdrawn(title, scope, version.as_deref(), is_withdrawn)))
    }

    /// Says whether there is nothing on it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns how many utterances are on it.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns those that a release of this version may have: of a version that comes before the first release without them.
    pub fn of_release(&self, version: Option<&str>) -> BTreeSet<UtteranceId> {
        let is_meant = |first: &str| match version {
            Some(version) if first != UNNAMED => numbers_of(first) > numbers_of(version),
            _ => true,
        };
        self.0.iter().filter(|(_, first)| is_meant(first)).map(|(id, _)| id.clone()).collect()
    }

    /// Returns the text.
    pub fn to_text(&self) -> String {
        let mut text = format!("{HEAD}\n");
        for (id, first) in &self.0 {
            text.push_str(&format!("{id}\t{first}\n"));
        }
        text
    }

    /// Reads a text, strictly.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] with the line, without a path.
    pub fn parse(text: &str) -> Result<Self> {
        let bad = |line: usize, what: String| {
            Error::new(ErrorKind::Corpus, what).at_line(line as u64).with_hint(format!(
                "give the {NAME} that ships with a release: `{}` and a line for each utterance",
                HEAD.escape_debug()
            ))
        };
        let Some(rest) = text.strip_prefix(HEAD).and_then(|rest| rest.strip_prefix('\n')) else {
            return Err(bad(1, "the list does not begin with its names of columns".to_owned()));
        };
        let mut list = BTreeSet::new();
        for (number, line) in (2..).zip(rest.split_inclusive('\n')) {
            let Some((id, first)) = line.strip_suffix('\n').and_then(|line| line.split_once('\t')) else {
                return Err(bad(number, "the line is not an utterance, a tab and a version".to_owned()));
            };
            let id: UtteranceId =
                id.parse().map_err(|error: Error| bad(number, error.message().to_owned()))?;
            if let Some(fault) = version_fault(first).filter(|_| first != UNNAMED) {
                return Err(bad(number, format!("`{}` is not a version: {fault}", first.escape_debug())));
            }
            let entry = (id, first.to_owned());
            if list.last().is_some_and(|last| *last >= entry) {
                return Err(bad(number, "the line is out of order or twice".to_owned()));
            }
            list.insert(entry);
        }
        Ok(Self(list))
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`ErrorKind::Corpus`] when it is no such list; [`ErrorKind::Io`].
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = fsio::read_named(path, fsio::MOST_LIST)?;
        let text = String::from_utf8(bytes)
            .map_err(|_| Error::new(ErrorKind::Corpus, "the list is not UTF-8").with_path(path))?;
        Self::parse(&text).map_err(|error| error.with_path(path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_and_says_which_release_may_have_what() {
        let text = "id\tfirst_without\na-1\t-\nb-1\t1.10.0\nb-1\t1.2.0\n";
        let list = WithdrawnList::parse(text).unwrap();
        assert_eq!((list.len(), list.to_text()), (3, text.to_owned()));
        let of = |version| list.of_release(version).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(of(Some("1.9.0")), ["a-1", "b-1"]);
        assert_eq!(of(Some("1.10.0")), ["a-1"]);
        assert_eq!(of(None), ["a-1", "b-1"]);
        for (bad, line) in [
            ("", 1),
            ("id\n", 1),
            ("id\tfirst_without\na-1\n", 2),
            ("id\tfirst_without\nA\t1.0.0\n", 2),
            ("id\tfirst_without\na-1\tone\n", 2),
            ("id\tfirst_without\na-1\t1.0.0", 2),
            ("id\tfirst_without\na-1\t1.0.0\na-1\t1.0.0\n", 3),
        ] {
            let error = WithdrawnList::parse(bad).unwrap_err();
            assert_eq!((error.kind(), error.line()), (ErrorKind::Corpus, Some(line)), "{bad:?}");
        }
    }
}
