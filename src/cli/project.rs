//! The project file of a verb: named, found or passed over, said once, and what flags take from it.

use crate::cli::args::{PolicyArgs, ProjectArgs};
use crate::cli::policy;
use crate::face::clock::SystemClock;
use crate::face::line::out::{Context, data_json, tell};
use crate::face::line::speech::said;
use booth::Result;
use booth::ids::{Locale, SheetId};
use booth::msg;
use booth::numbers::plural;
use booth::project::{self, Project, ProjectRow, Terms};
use booth::quality::{Policy, switched_off};
use booth::rows::Line;
use booth::text::escape_for_terminal as safe;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Finds the project file that applies to `starts`, and says which it is.
pub(super) fn load(
    args: &ProjectArgs,
    starts: &[&Path],
    json: bool,
    context: &Context,
) -> Result<Option<Project>> {
    let found = match &args.project {
        Some(path) => Some(project::read_named(path)?),
        None if args.no_project => None,
        None => project::find(starts, home().as_deref())?,
    };
    if let Some(project) = &found {
        if json {
            data_json(&Line::new("project", &ProjectRow::of(project)))?;
        }
        if !context.quiet && !json {
            tell!("{}", said(&msg!("project-used", path = safe(&project.path.display().to_string()))));
        }
    }
    Ok(found)
}

/// Says what a manager has to know of a project's limits before a verdict is believed.
pub(super) fn tell_limits(project: Option<&Project>, context: &Context) {
    let off = project.map(|project| switched_off(&project.limits)).unwrap_or_default();
    if !off.is_empty() {
        let note = context.style.doubtful("note");
        tell!("{note}: the project file switches checks off: {}", off.join(", "));
    }
}

/// What is read outside of a project: a sheet in a language.
#[derive(Serialize)]
struct OutsideRow<'a> {
    sheet: &'a SheetId,
    locale: &'a Locale,
    sessions: u64,
}

/// Tells which sheets and languages are none of the project's.
pub(super) fn tell_outside(
    project: Option<&Project>,
    read: &BTreeMap<(SheetId, Locale), u64>,
    json: bool,
    context: &Context,
) -> Result<()> {
    let Some(project) = project else { return Ok(()) };
    for ((sheet, locale), &sessions) in read {
        let what = match (project.has_sheet(sheet), project.has_language(locale)) {
            (true, true) => continue,
            (true, false) => format!("the language {locale} is"),
            (false, true) => format!("the sheet {sheet} is"),
            (false, false) => format!("the sheet {sheet} and the language {locale} are"),
        };
        if json {
            data_json(&Line::new("outside", &OutsideRow { sheet, locale, sessions }))?;
        }
        let (note, count) = (context.style.doubtful("note"), plural(sessions, "session"));
        tell!("{note}: {what} none of the project's: {count} of {sheet} in {locale}");
    }
    Ok(())
}

/// What contributors are asked to agree to, as of now.
pub(super) fn terms(project: Option<&Project>) -> Result<Terms> {
    let Some(project) = project else { return Ok(Terms::default()) };
    let terms = project.terms();
    terms.check(SystemClock::now()).map_err(|error| error.with_path(&project.path))?;
    Ok(terms)
}

/// Makes the limits that takes are judged by: the project's below those of each sheet, and those of flags above.
pub(super) fn limits(args: &PolicyArgs, project: Option<&Project>) -> Result<Policy> {
    let profile = project.and_then(|project| project.profile);
    policy::policy(args, profile, project.map(|project| &project.limits))
}

/// The folder above which no project file is looked for.
#[expect(clippy::disallowed_methods, reason = "the program knows where its user is at home")]
fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| home.is_absolute())
}
