//! `README.md`: the dataset card, with its drawings. Every number is counted from the catalogue; what only a person can know
//! is taken from what a person wrote, and stands as a heading that is marked as open where nobody did.

mod audit;
mod groups;
mod head;
mod plots;
mod sections;
mod survey;
mod words;
mod writing;

pub use survey::{Survey, Surveying};
pub(super) use words::hours;

use crate::corpus::format::{self, Format};
use crate::corpus::release::Release;
use crate::error::Result;
use crate::project::{CARD_PARTS, Part};
use plots::Plots;
use std::fmt::Write as _;

/// The file's name inside a corpus.
pub const NAME: &str = "README.md";

const BY_HAND: &str = "_To be written by the publisher._";

/// A card.
pub struct Card {
    /// The text of `README.md`.
    pub text: String,
    /// The drawings that it shows: path inside the corpus, and SVG.
    pub plots: Vec<(String, String)>,
}

/// Makes the card of a release, whose rows were surveyed and whose parts, in any order, were written by hand.
///
/// # Errors
/// Those of [`Release::to_text`]; [`ErrorKind::Usage`](crate::ErrorKind::Usage) when a manifest's name is no format's.
pub fn make(release: &Release, survey: &Survey, parts: &[Part]) -> Result<Card> {
    let named = release.settings.manifests.iter().map(|name| format::find(name));
    let formats: Vec<&dyn Format> = named.collect::<Result<_>>()?;
    let plots = Plots::of(release, survey);
    let mut out = String::new();
    head::front_matter(&mut out, release, &formats);
    sections::introduction(&mut out, release);
    sections::contents(&mut out, release, &plots);
    sections::speakers(&mut out, release, survey, &plots);
    sections::audio(&mut out, release, survey, &plots);
    sections::selection(&mut out, release);
    sections::quality(&mut out, release, survey, &plots);
    sections::splits(&mut out, release, survey);
    audit::audit(&mut out, release, survey);
    sections::consent(&mut out, release);
    sections::loading(&mut out, release, &formats)?;
    by_hand(&mut out, parts);
    Ok(Card { text: out, plots: plots.files() })
}

/// Writes what a person wrote, and names what is lacking.
fn by_hand(out: &mut String, parts: &[Part]) {
    out.push_str("## From the publisher\n");
    for kind in &CARD_PARTS {
        let written = parts.iter().find(|part| part.kind() == kind).map(Part::on_card);
        if let Some(text) = written.or_else(|| kind.is_required.then(|| format!("{BY_HAND}\n"))) {
            let _ = write!(out, "\n### {}\n\n{text}", kind.heading);
        }
    }
}

#[cfg(test)]
mod tests;
