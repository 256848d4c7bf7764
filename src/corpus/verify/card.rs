//! The card, its drawings and its parts: made again from head, rows and parts, and compared.

use super::{Check, Fault};
use crate::TOOL;
use crate::corpus::{card, catalogue, release};
use crate::digest::Sha256;
use crate::error::Result;
use crate::fsio;
use crate::project::{CARD_FOLDER, Part, PartKind};
use std::path::Path;

impl Check<'_> {
    /// Checks the card and what lies beside it.
    pub(super) fn card(&mut self) -> Result<()> {
        let text = self.text(card::NAME)?;
        let parts = self.parts()?;
        let Some(release) = self.release.clone() else { return self.drawings() };
        // What is made again from other rows says nothing of the card, and another version's card has other words; checksums
        // hold all the same.
        let is_named = self.sum_of(catalogue::NAME) == Some(release.catalogue_sha256);
        let (Some(survey), Some(parts), true, true) =
            (self.survey.take(), parts, is_named, release.tool == TOOL)
        else {
            return self.drawings();
        };
        let made = card::make(&release, &survey, &parts)?;
        for (path, svg) in made.plots {
            if let Some(found) = self.text(&path)? {
                let is_equal = found == svg;
                self.witness(&path, is_equal);
                if !is_equal {
                    let message = "the drawing is not the one that follows from the catalogue";
                    self.faults.push(Fault::new("card", path, message));
                }
            }
        }
        let Some(text) = text else { return Ok(()) };
        let holds = |check: &Self, name: &str| {
            check.sum_of(name).is_some() && check.sum_of(name) == check.listing.digest(name)
        };
        // The card quotes the digest of the head, so when they differ the checksums tell which changed.
        let (card_holds, release_holds) = (holds(self, card::NAME), holds(self, release::NAME));
        if made.text == text {
            self.witness(card::NAME, true);
            self.witness(release::NAME, true);
        } else if release_holds || !card_holds {
            self.witness(card::NAME, false);
            let message = "the card is not the one that follows from the head, the catalogue and its parts";
            self.faults.push(Fault::new("card", card::NAME, message));
        } else {
            self.witness(release::NAME, false);
        }
        Ok(())
    }

    /// Reads the parts that the head names; `None` when one of them is not what it should be.
    fn parts(&mut self) -> Result<Option<Vec<Part>>> {
        let named = self.release.as_ref().map(|release| release.settings.card.clone()).unwrap_or_default();
        let mut parts = Vec::new();
        let mut is_whole = true;
        for (id, digest) in named {
            let Some(kind) = PartKind::find(&id) else { continue };
            let path = kind.path();
            let text = self.text(&path)?;
            let Some(found) = self.sum_of(&path) else {
                is_whole = false;
                continue;
            };
            self.witness(&path, found == digest);
            if found != digest {
                is_whole = false;
                self.named(&path, digest, found);
                continue;
            }
            match text.map(|text| Part::stored(kind, text.as_bytes())) {
                Some(Ok(part)) => parts.push(part),
                Some(Err(error)) => {
                    is_whole = false;
                    let mut fault = Fault::new("card", path, error.message());
                    fault.line = error.line();
                    self.faults.push(fault);
                }
                None => is_whole = false,
            }
        }
        Ok(is_whole.then_some(parts))
    }

    /// Takes the drawings that are there for what the list of checksums says of them; and the parts, where no head names them.
    fn drawings(&mut self) -> Result<()> {
        let folder = self.dir.join(CARD_FOLDER);
        if !fsio::is_folder(&folder)? {
            return Ok(());
        }
        for path in fsio::paths_in(&folder)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let ending = Path::new(&name).extension().and_then(|ending| ending.to_str());
            let is_meant = ending == Some("svg") || ending == Some("md") && self.release.is_none();
            if is_meant && fsio::is_file(&path)? {
                self.text(&format!("{CARD_FOLDER}/{name}"))?;
            }
        }
        Ok(())
    }

    /// Returns the digest of a text file that was read.
    pub(super) fn sum_of(&self, name: &str) -> Option<Sha256> {
        self.hashes.get(name).map(|(digest, _)| *digest)
    }
}
