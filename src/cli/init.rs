//! `booth init`.

use crate::cli::args::InitArgs;
use crate::cli::exit::Exit;
use crate::face::line::out::{Context, data, data_json, tell};
use booth::digest::Sha256;
use booth::project::{NAME, ProjectRow, TEMPLATE};
use booth::rows::{Bare, Line};
use booth::text::escape_for_terminal as safe;
use booth::{Error, ErrorKind, Result, fsio};

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
    fsio::create_dir_all(&args.dir)?;
    fsio::write_new(&path, TEMPLATE.as_bytes())?;
    if args.json {
        let row = ProjectRow { path: path.display().to_string(), sha256: Sha256::of(TEMPLATE) };
        data_json(&Line::new("project", &row))?;
        data_json(&Line::new("summary", &Bare {}))?;
        return Ok(Exit::Done);
    }
    data(&safe(&path.display().to_string()))?;
    if !context.quiet {
        tell!(
            "Next: open it and say who collects, which uses are asked for, and under which licence. It promises nothing so far."
        );
        tell!(
            "Keep the recordings in this folder or below; `record`, `import`, `check` and `pack` find the file from there."
        );
    }
    Ok(Exit::Done)
}
