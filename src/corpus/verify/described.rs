//! Descriptions, made again from the head and the catalogue and compared.

use super::shards::{Compared, made, unmade};
use super::texts::Outcome;
use super::{Check, Depth, Witness};
use crate::corpus::describe::{Archives, Submission, archive};
use crate::corpus::shards::Poured;
use crate::corpus::{catalogue, release};
use crate::error::Result;

impl Check<'_> {
    /// Says whether a file that was read has the digest that is listed for it.
    fn holds(&self, name: &str) -> bool {
        self.hashes.get(name).is_some_and(|(found, _)| self.listing.digest(name) == Some(*found))
    }

    /// Takes what came of a text of a description.
    pub(super) fn described(&mut self, name: String, text: Outcome, rows_ok: bool) {
        let is_listed = self.listing.digest(&name) == Some(text.sha256);
        // Where what it follows from is not what is listed, and it is itself, it is not the one that changed.
        let sources_hold = self.holds(release::NAME) && self.holds(catalogue::NAME);
        let is_judged = self.is_ours() && rows_ok && (sources_hold || !is_listed);
        let witness = match text.is_equal {
            true => Witness::For,
            false if is_judged => Witness::Against,
            false => Witness::None,
        };
        if text.is_there {
            self.hashes.insert(name, (text.sha256, witness));
        }
        let Some(mut fault) = text.fault else { return };
        if !text.is_there {
            "the description is missing, or is no plain file".clone_into(&mut fault.message);
        } else if is_judged {
            fault.id = "description";
            "it is not what follows from the head and the catalogue".clone_into(&mut fault.message);
        } else {
            return;
        }
        self.faults.push(fault);
    }

    /// Checks the archives of descriptions.
    pub(super) fn archives(&mut self, archives: &Archives) -> Result<()> {
        if self.depth == Depth::Structure {
            return self.are_there(archives.submissions.iter().flat_map(Submission::files));
        }
        let (dir, watch, is_ours) = (self.dir, self.watch, self.is_ours());
        // What is in an archive and at fault itself says nothing of the archive.
        let is_good = |part: &String| matches!(self.hashes.get(part), Some((_, Witness::For)));
        let work: Vec<(&Submission, bool)> = archives
            .submissions
            .iter()
            .map(|one| (one, is_ours && one.parts().iter().all(is_good)))
            .collect();
        let check = |(submission, is_sound): (&Submission, bool)| {
            if is_sound
                && let Poured::Whole(files) =
                    archive(submission, dir, watch, |name| Compared::open(dir, name))?
            {
                return made(files);
            }
            unmade(dir, submission.files().into_iter())
        };
        self.each(work.into_iter(), check)
    }
}
