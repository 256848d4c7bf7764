//! The limits that takes are judged by, from flags, files and the sheet.

use crate::cli::args::PolicyArgs;
use booth::fsio;
use booth::quality::{Overrides, PROFILES, Policy};
use booth::{Error, ErrorKind, Result};

/// Makes the limits that were set on purpose: built-in, then the file, then single limits. Those of a session's own
/// sheet come in between ([`Policy::over_sheet`]), which each session knows for itself.
pub(crate) fn policy(args: &PolicyArgs) -> Result<Policy> {
    let base = match (&args.profile, &args.policy) {
        (Some(profile), _) => Policy::default_for(profile)?,
        (None, None) => Policy::default_for(PROFILES[0])?,
        (None, Some(path)) => {
            let text = read(path)?;
            // Only for its profile; its limits are set after the sheet's.
            let profile = Policy::from_toml(&text).map_err(|error| error.with_path(path))?.profile();
            Policy::default_for(profile)?
        }
    };
    let mut policy = base;
    if let Some(path) = &args.policy {
        policy = policy.with_toml(&read(path)?).map_err(|error| error.with_path(path))?;
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
