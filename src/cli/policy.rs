//! The limits that takes are judged by, from flags, files and the sheet.

use crate::cli::args::PolicyArgs;
use booth::fsio;
use booth::quality::{Overrides, PROFILES, Policy};
use booth::{Error, ErrorKind, Result};

/// Makes the limits: built-in, then those of a project, then the file, then single limits. Those of a session's own sheet
/// come behind the project's ([`Policy::over_sheet`]), which each session knows for itself. The profile is that of the flag,
/// else of the file, else of the project.
pub(crate) fn policy(
    args: &PolicyArgs,
    profile: Option<&'static str>,
    project: Option<&Overrides>,
) -> Result<Policy> {
    let file = args.policy.as_deref().map(|path| Ok((path, read(path)?))).transpose()?;
    let in_file = match &file {
        Some((path, text)) => Policy::profile_in(text).map_err(|error| error.with_path(path))?,
        None => None,
    };
    let profile = args.profile.as_deref().or(in_file).or(profile).unwrap_or(PROFILES[0]);
    let mut policy = Policy::default_for(profile)?;
    if let Some(limits) = project {
        policy = policy.of_project(limits)?;
    }
    if let Some((path, text)) = &file {
        policy = policy.with_toml(text).map_err(|error| error.with_path(path))?;
    }
    let mut single = Overrides::new();
    for limit in &args.limits {
        let (check, name, value) = parse(limit)?;
        single.entry(check).or_default().insert(name, value);
    }
    policy.with_overrides(&single)
}

fn read(path: &std::path::Path) -> Result<String> {
    let bytes = fsio::read_named(path, fsio::MOST_SMALL)?;
    String::from_utf8(bytes).map_err(|error| {
        Error::new(ErrorKind::Usage, "the policy is not UTF-8").with_path(path).with_source(error)
    })
}

fn parse(text: &str) -> Result<(String, String, f64)> {
    let parts = text.split_once('=').and_then(|(key, value)| {
        let (check, name) = key.split_once('.')?;
        Some((check.to_owned(), name.to_owned(), value.parse::<f64>().ok()?))
    });
    parts.ok_or_else(|| {
        Error::new(
            ErrorKind::Usage,
            format!("`{text}` is no limit; write CHECK.LIMIT=VALUE, such as noisy.warn_db=15"),
        )
    })
}
