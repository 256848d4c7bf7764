//! Deals: each reader gets sentences of their own from a sheet with templates.
//!
//! A deal is a pure function of the sheet, the speaker, what the speaker was dealt before and what the collection has so far
//! ([`Gathered`]); docs/FORMAT.md states it. The session keeps it ([`Deal`]), so that it is not made again when the collection has grown.

mod forecast;
mod gathered;
mod greedy;
#[cfg(test)]
mod tests;

pub use forecast::{Crowd, Forecast, forecast};
pub use gathered::Gathered;
pub use greedy::{Wish, deal};

use super::loaded::Sheet;
use super::model::Prompt;
use super::pool::Pool;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::PromptId;
use serde::{Deserialize, Serialize};

/// What a speaker was dealt, in the order in which it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Deal {
    /// The prompts.
    pub prompts: Vec<Dealt>,
}

/// A prompt of a deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dealt {
    /// The prompt.
    pub prompt: PromptId,
    /// The template that it was made of; none for a sentence that stands in the sheet as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<PromptId>,
    /// Its words with their slots marked.
    pub annotated: String,
    /// Whose recordings of it are packed.
    #[serde(default, skip_serializing_if = "Pool::is_shared")]
    pub pool: Pool,
}

impl Sheet {
    /// Says whether each reader gets sentences of their own: the sheet has templates, or its head says how it is dealt.
    pub fn is_dealt(&self) -> bool {
        !self.templates.is_empty() || self.head.deal.is_some()
    }

    /// Returns the sheet with the prompts of a deal and no others, in their order.
    ///
    /// # Errors
    /// [`ErrorKind::Sheet`] where the sheet has not what was dealt.
    pub fn dealt(&self, deal: &Deal) -> Result<Self> {
        let prompt_of = |dealt: &Dealt| {
            self.prompt_of(dealt).ok_or_else(|| {
                let message = format!("the sheet has not the prompt `{}` that was dealt of it", dealt.prompt);
                Error::new(ErrorKind::Sheet, message)
                    .with_path(self.source.place())
                    .with_hint("read on with the sheet as it was, or begin anew in another folder")
            })
        };
        let prompts = deal.prompts.iter().map(prompt_of).collect::<Result<Vec<Prompt>>>()?;
        Ok(Self { prompts, ..self.clone() })
    }

    /// Returns the sheet in which every template is a prompt, filled with the first values that go together: what is read in the order of
    /// the sheet.
    #[must_use]
    pub fn undealt(&self) -> Self {
        let filled = self.templates.iter().filter_map(|template| {
            let [first, ..] =
                super::template::samples(&template.pieces, &self.values, template.pool, &self.locale)?;
            template.prompt(&first.annotated, first.pool)
        });
        let mut prompts: Vec<Prompt> = self.prompts.iter().cloned().chain(filled).collect();
        prompts.sort_by_key(|prompt| prompt.line);
        Self { prompts, ..self.clone() }
    }
}
