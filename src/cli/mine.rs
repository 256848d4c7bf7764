//! `booth mine`.

use crate::cli::args::MineArgs;
use crate::cli::exit::Exit;
use crate::cli::grouped::{self, Told};
use crate::face::clock::SystemClock;
use crate::face::line::out::{Context, data, data_json, tell};
use crate::face::line::progress::Shown;
use crate::face::line::{interrupt, progress};
use booth::Result;
use booth::numbers::plural;
use booth::recordings::mine::mine;
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;

pub(crate) fn run(args: &MineArgs, context: &Context) -> Result<Exit> {
    interrupt::install()?;
    super::withdraw::are_folders(&args.dirs)?;
    let bar = progress::bar(context, args.json, 0, "sessions");
    let mine = mine(&args.dirs, &args.speaker, &args.to, SystemClock::now(), &Shown(&bar));
    bar.finish_and_clear();
    let mine = mine?;
    if args.json {
        data_json(&Line::new("summary", &mine))?;
    } else {
        let told = mine.unreadable.iter().map(|broken| Told::unreadable(&broken.path, &broken.message));
        for line in grouped::lines(told) {
            data(&line)?;
        }
        data(&format!(
            "{} with {}, {} of {}",
            plural(mine.sessions, "session"),
            plural(mine.files, "file"),
            plural(mine.receipts, "paper"),
            args.speaker
        ))?;
        if !context.quiet {
            let to = safe(&args.to.display().to_string());
            tell!(
                "{}  {to}. It has the code to withdraw, where there is one: give it to nobody but the person",
                context.style.good("DONE")
            );
        }
    }
    Ok(if mine.unreadable.is_empty() { Exit::Done } else { Exit::DataFailed })
}
