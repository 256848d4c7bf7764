//! A progress bar on stderr, only where somebody watches.

use crate::face::line::out::{Context, said};
use booth::msg;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Starts a bar over `total` things called `unit`; hidden when stderr is no terminal, or with `--quiet`.
pub(crate) fn bar(context: &Context, hidden: bool, total: u64, unit: &str) -> ProgressBar {
    if hidden || context.quiet || !context.style.terminal {
        return ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::hidden());
    }
    let bar = ProgressBar::new(total);
    let template = said(&msg!("progress-bar", unit = unit));
    if let Ok(style) = ProgressStyle::with_template(&template) {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}
