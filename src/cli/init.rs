//! `booth init`.

use crate::cli::args::InitArgs;
use crate::cli::exit::Exit;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::digest::Sha256;
use booth::project::{CARD_FOLDER, CARD_PARTS, NAME, ProjectRow, TEMPLATE};
use booth::rows::{Bare, Line};
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result, fsio};
use serde::Serialize;

/// A part of the card that was laid out to be written, as a line of `--json`.
#[derive(Serialize)]
struct PartRow {
    path: String,
    part: &'static str,
    required: bool,
}

pub(crate) fn run(args: &InitArgs, context: &Context) -> Result<Exit> {
    let path = args.dir.join(NAME);
    if fsio::look(&path)?.is_some() {
        return Err(Error::new(
            ErrorKind::Exists,
            "there is a project file already, and it is left as it is",
        )
        .with_path(&path)
        .with_hint("change it, or give another folder"));
    }
    let folder = args.dir.join(CARD_FOLDER);
    fsio::create_dir_all(&folder)?;
    let mut parts = Vec::new();
    for kind in &CARD_PARTS {
        let path = folder.join(kind.file());
        // What somebody has written already stays.
        if fsio::look(&path)?.is_none() {
            fsio::write_new(&path, kind.template().as_bytes())?;
            parts.push(PartRow {
                path: path.display().to_string(),
                part: kind.id,
                required: kind.is_required,
            });
        }
    }
    fsio::write_new(&path, TEMPLATE.as_bytes())?;
    if args.json {
        let row = ProjectRow { path: path.display().to_string(), sha256: Sha256::of(TEMPLATE) };
        data_json(&Line::new("project", &row))?;
        for part in &parts {
            data_json(&Line::new("part", part))?;
        }
        data_json(&Line::new("summary", &Bare {}))?;
        return Ok(Exit::Done);
    }
    data(&safe(&path.display().to_string()))?;
    data(&safe(&folder.display().to_string()))?;
    if !context.quiet {
        tell!(
            "Next: open it and say who collects, which uses are asked for, and under which licence. It promises nothing so far."
        );
        tell!(
            "Write what a user of the corpus must know into the files of {CARD_FOLDER}: they stand on its card, and a release needs {} of them.",
            CARD_PARTS.iter().filter(|kind| kind.is_required).count()
        );
        tell!(
            "Keep the recordings in this folder or below; `record`, `import`, `check` and `pack` find the file from there."
        );
    }
    Ok(Exit::Done)
}
