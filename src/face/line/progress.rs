//! A progress bar on stderr, only where somebody watches.

use crate::face::line::interrupt;
use crate::face::line::out::Context;
use crate::face::line::speech::said;
use booth::Result;
use booth::msg;
use booth::progress::Watch;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Starts a bar over `total` things called `unit`; hidden when stderr is no terminal, or with `--quiet`.
pub(crate) fn bar(context: &Context, hidden: bool, total: u64, unit: &str) -> ProgressBar {
    if hidden || context.quiet || !context.style.draws {
        return ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::hidden());
    }
    let bar = ProgressBar::new(total);
    let template = said(&msg!("progress-bar", unit = unit));
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}

/// Shows work on a bar, and stops it when the user asks.
pub(crate) struct Shown<'a>(pub &'a ProgressBar);

impl Watch for Shown<'_> {
    fn at(&self, done: u64, of: u64) -> Result<()> {
        self.0.set_length(of);
        self.0.set_position(done);
        interrupt::check()
    }

    fn stopped(&self) -> bool {
        interrupt::seen()
    }
}
