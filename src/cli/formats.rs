//! `booth formats`.

use crate::cli::args::FormatsArgs;
use crate::cli::exit::Exit;
use crate::face::line::out::{data, data_json};
use booth::Result;
use booth::corpus::format::{DEFAULT, FORMATS, FormatRow, FormatsSummary};
use booth::rows::Line;

/// Lists every manifest format.
pub(crate) fn run(args: &FormatsArgs) -> Result<Exit> {
    if args.json {
        for format in FORMATS {
            data_json(&Line::new("format", &FormatRow::of(format)))?;
        }
        data_json(&Line::new("summary", &FormatsSummary { formats: FORMATS.len() as u64 }))?;
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
    Ok(Exit::Done)
}
