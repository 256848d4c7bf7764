//! What was taken out of a release after it was made, since people took it back: accepted where a list says so, and nowhere else.

use super::{Check, Fault};
use crate::archive::bag;
use crate::corpus::catalogue;
use crate::corpus::read::Corpus;
use crate::corpus::release;
use crate::corpus::withdrawn::{self, WithdrawnList};
use crate::error::Result;
use crate::fsio;
use std::collections::BTreeSet;
use std::path::Path;

/// Says where the gaps of the corpus in `dir` are not those of `list`: an utterance that was taken out and is not on it, or one
/// that is on it and still there. Without a list every gap is a fault.
///
/// # Errors
/// [`crate::ErrorKind::Io`] when the system fails. A corpus that cannot be read is told by [`super::verify`].
pub fn gaps(dir: &Path, list: Option<&WithdrawnList>) -> Result<Vec<Fault>> {
    let Ok(corpus) = Corpus::open(dir) else { return Ok(Vec::new()) };
    let is_bag = bag::is_bag(dir)?;
    let at = |name: &str| if is_bag { format!("{}/{name}", bag::DATA) } else { name.to_owned() };
    let head = corpus.release();
    let listed = match list {
        // Of the release that ships it, it tells nothing.
        Some(list) if own_list(corpus.dir())?.as_deref() == Some(&*list.to_text()) => BTreeSet::new(),
        Some(list) => list.of_release(head.settings.version.as_deref()),
        None => BTreeSet::new(),
    };
    let mut faults = Vec::new();
    for id in head.withdrawn.iter().filter(|id| !listed.contains(id)) {
        let why = if list.is_some() { "is not on the list" } else { "no list was given with --withdrawn" };
        let message = format!("utterance {id} was taken out of the release, and {why}");
        faults.push(Fault::new("withdrawn", at(release::NAME), message));
    }
    if listed.is_empty() {
        return Ok(faults);
    }
    // What cannot be read is told elsewhere.
    for (line, utterance) in (1..).zip(corpus.utterances()?.map_while(Result::ok)) {
        if listed.contains(utterance.id()) {
            let message = format!("utterance {} is withdrawn, and still there", utterance.id());
            faults.push(Fault::new("withdrawn", at(catalogue::NAME), message).at(line));
        }
    }
    Ok(faults)
}

/// Returns the list that a corpus ships.
fn own_list(corpus: &Path) -> Result<Option<String>> {
    let bytes = fsio::read_found(&corpus.join(withdrawn::NAME), fsio::MOST_LIST)?;
    Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
}

impl Check<'_> {
    /// Reads the list of what was withdrawn from earlier releases, which a release need not have.
    pub(super) fn list(&mut self) -> Result<()> {
        if fsio::look(&self.dir.join(withdrawn::NAME))?.is_none() {
            return Ok(());
        }
        if let Some(text) = self.text(withdrawn::NAME)?
            && let Err(error) = WithdrawnList::parse(&text)
        {
            let mut fault = Fault::new("withdrawn", withdrawn::NAME, error.message());
            fault.line = error.line();
            self.faults.push(fault);
        }
        Ok(())
    }
}
