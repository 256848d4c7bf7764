//! `booth checks` and `booth explain`.

use crate::cli::args::{ChecksArgs, ExplainArgs};
use crate::cli::exit::Exit;
use crate::cli::policy;
use crate::face::line::out::{Context, data, data_json};
use booth::messages::{FindingText, Language};
use booth::quality::{
    CHECKS, CLEAN, Check, CheckRow, ChecksSummary, ErrorRate, Policy, error_rates, explain,
};
use booth::rows::Line;
use booth::{Error, ErrorKind, Result};

/// What managers read.
const ENGLISH: Language = Language::ENGLISH;
/// Columns of a line of text.
const WIDTH: usize = 80;

/// Lists every check with its limits.
pub(crate) fn list(args: &ChecksArgs) -> Result<Exit> {
    let policy = policy::policy(&args.policy, None, None)?;
    if args.json {
        for check in CHECKS {
            data_json(&Line::new("check", &CheckRow::of(check, &policy)))?;
        }
        return summary(CHECKS.len(), &policy);
    }
    let width = CHECKS.iter().map(|check| check.id.len()).max().unwrap_or(0);
    for check in CHECKS {
        let off = if policy.is_enabled(check.id) { "" } else { " (switched off)" };
        data(&format!("{:width$}  {}{off}", check.id, check.say(ENGLISH, FindingText::Title)))?;
        for line in wrap(&limits(check, &policy).join(", "), WIDTH - width - 2) {
            data(&format!("{:width$}  {line}", ""))?;
        }
    }
    data("")?;
    data(&format!("Profile {}. `booth explain CHECK` says more about one.", policy.profile()))?;
    Ok(Exit::Done)
}

/// Says what one check means.
pub(crate) fn one(args: &ExplainArgs, context: &Context) -> Result<Exit> {
    let policy = policy::policy(&args.policy, None, None)?;
    let check = explain(&args.check).ok_or_else(|| unknown(&args.check))?;
    if args.json {
        data_json(&Line::new("check", &CheckRow::of(check, &policy)))?;
        return summary(1, &policy);
    }
    data(&format!("{}: {}", check.id, check.say(ENGLISH, FindingText::Title)))?;
    for (title, text) in [
        ("What it means", FindingText::Problem),
        ("What to try", FindingText::Fix),
        ("Why it matters", FindingText::Why),
    ] {
        section(title, &check.say(ENGLISH, text))?;
    }
    data("\nHow it is measured")?;
    for line in wrap(&format!("{}.", capitalised(check.source)), WIDTH - 2) {
        data(&format!("  {line}"))?;
    }
    if !check.metrics.is_empty() {
        data(&format!("  Reads {}.", check.metrics.join(", ")))?;
    }
    if !check.limits.is_empty() {
        data(&format!("\nLimits, profile {}", policy.profile()))?;
        let width = check.limits.iter().map(|limit| limit.name.len()).max().unwrap_or(0);
        for limit in check.limits {
            let value = policy.limit(check.id, limit.name).unwrap_or(f64::NAN);
            data(&format!("  {:width$}  {value} {}: {}", limit.name, limit.unit, limit.meaning))?;
        }
        data(&format!("  Change one with --limit-of {}.{}=VALUE.", check.id, check.limits[0].name))?;
    }
    data("\nHow often it is right")?;
    let rates = error_rates(check.id);
    if rates.is_empty() && !context.quiet {
        data("  Not measured on corrupted speech.")?;
    }
    for rate in rates {
        data(&format!("  {}", rate_line(rate)))?;
    }
    Ok(Exit::Done)
}

fn summary(checks: usize, policy: &Policy) -> Result<Exit> {
    let row = ChecksSummary { checks, profile: policy.profile(), policy: policy.sha256() };
    data_json(&Line::new("summary", &row))?;
    Ok(Exit::Done)
}

fn section(title: &str, text: &str) -> Result<()> {
    data(&format!("\n{title}"))?;
    wrap(text, WIDTH - 2).iter().try_for_each(|line| data(&format!("  {line}")))
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn rate_line(rate: ErrorRate) -> String {
    let share = |count: u32| format!("{:.1} %", 100.0 * f64::from(count) / f64::from(rate.takes));
    if rate.defect == CLEAN {
        format!(
            "Clean takes: {} of {} wrongly found ({}), {} wrongly rejected.",
            rate.found,
            rate.takes,
            share(rate.found),
            rate.rejected
        )
    } else {
        format!(
            "{}: {} of {} takes found ({}), {} rejected.",
            capitalised(rate.defect),
            rate.found,
            rate.takes,
            share(rate.found),
            rate.rejected
        )
    }
}

fn limits(check: &Check, policy: &Policy) -> Vec<String> {
    let value = |name| policy.limit(check.id, name).unwrap_or(f64::NAN);
    check.limits.iter().map(|limit| format!("{}={}", limit.name, value(limit.name))).collect()
}

fn unknown(id: &str) -> Error {
    // Ids that share a word with what was given are what was meant, if any are.
    let near: Vec<&str> = CHECKS
        .iter()
        .map(|check| check.id)
        .filter(|known| {
            known.split('-').any(|word| id.split('-').any(|given| given.len() > 2 && word.starts_with(given)))
        })
        .collect();
    let all: Vec<&str> = CHECKS.iter().map(|check| check.id).collect();
    let hint = if near.is_empty() {
        format!("known are {}", all.join(", "))
    } else {
        format!("did you mean {}? `booth checks` lists them all", near.join(" or "))
    };
    Error::new(ErrorKind::Usage, format!("there is no check `{}`", id.escape_debug())).with_hint(hint)
}

/// Breaks a text into lines of at most `width` characters, at spaces.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
