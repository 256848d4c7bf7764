//! `booth formats`.

use crate::cli::args::FormatsArgs;
use crate::cli::exit::Exit;
use crate::face::line::out::{data, data_json};
use booth::Result;
use booth::corpus::describe::KINDS;
use booth::corpus::format::{DEFAULT, FORMATS, FormatRow, FormatsSummary};
use booth::rows::Line;

/// Lists every manifest format and every description.
pub(crate) fn run(args: &FormatsArgs) -> Result<Exit> {
    if args.json {
        for format in FORMATS {
            data_json(&Line::new("format", &FormatRow::of(format)))?;
        }
        for about in &KINDS {
            data_json(&Line::new("description", about))?;
        }
        let (formats, descriptions) = (FORMATS.len() as u64, KINDS.len() as u64);
        data_json(&Line::new("summary", &FormatsSummary { formats, descriptions }))?;
        return Ok(Exit::Done);
    }
    let width = FORMATS.iter().map(|format| format.name().len()).max().unwrap_or(0);
    for format in FORMATS {
        let default =
            if DEFAULT.contains(&format.name()) { " (written unless you say otherwise)" } else { "" };
        data(&format!("{:width$}  {}{default}", format.name(), format.purpose()))?;
        data(&format!("{:width$}  held to: {}", "", format.proof()))?;
        for limit in format.limits() {
            data(&format!("{:width$}  - {limit}", ""))?;
        }
    }
    data("")?;
    data("`booth pack --format NAME` writes one; the flag can be repeated.")?;
    data("")?;
    data("For catalogues and archives:")?;
    data("")?;
    let width = KINDS.iter().map(|about| about.name.id().len()).max().unwrap_or(0);
    for about in &KINDS {
        data(&format!("{:width$}  {} ({})", about.name, about.purpose, about.path))?;
        data(&format!("{:width$}  held to: {}", "", about.proof))?;
        for limit in about.limits {
            data(&format!("{:width$}  - {limit}", ""))?;
        }
    }
    data("")?;
    data(
        "`booth pack --describe NAME` writes one; the flag can be repeated. `--bag` makes the whole a bag (BagIt 1.0).",
    )?;
    Ok(Exit::Done)
}
