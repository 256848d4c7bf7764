//! The summary of a check in at most twenty lines of eighty columns.

use crate::numbers::{count, duration, percent, plural};
use crate::recordings::tally::Tally;
use crate::recordings::tally::across::{GroupRow, told, unlike};
use crate::recordings::tally::counts::Verdicts;
use crate::recordings::tally::group::{Group, stand_out};
use crate::recordings::tally::mostly::{Mostly, mostly};
use crate::recordings::tally::row::Kept;
use crate::report::english::{title, words};
use crate::text::escape_for_terminal;
use std::collections::BTreeMap;

/// Columns of a line; only a path may be cut to fit, and keeps its end.
pub const COLUMNS: usize = 80;
/// Reasons that are told in words.
const REASONS: usize = 3;
/// Checks that take most, told first.
const CAUSES: usize = 2;

/// Returns the summary as lines, safe to show; `sessions` is 0 for plain files, whose speakers and devices are not known.
///
/// ```
/// use booth::recordings::tally::Tally;
///
/// // Every take that was checked goes to `Tally::add`; here there is none.
/// let tally = Tally::new(3);
/// let lines = booth::report::terminal::lines(&tally, 2, &tally.speaker_rows(), &tally.device_rows());
/// assert_eq!(lines[0], "0 takes of 2 sessions, 0.0 s");
/// ```
pub fn lines(tally: &Tally, sessions: u64, speakers: &[GroupRow], devices: &[GroupRow]) -> Vec<String> {
    let verdicts = tally.verdicts;
    let all = verdicts.total();
    let mut out = Vec::new();
    let of = if sessions > 0 { format!(" of {}", plural(sessions, "session")) } else { String::new() };
    out.push(format!("{}{of}, {}", plural(all, "take"), duration(tally.milliseconds)));
    let causes = mostly(tally);
    let causes = &causes[..causes.len().min(CAUSES)];
    let mut cause = "";
    for found in causes {
        one_cause(&mut out, found, found.cause != cause);
        cause = found.cause;
    }
    for (word, takes) in [("pass", verdicts.pass), ("warn", verdicts.warn), ("reject", verdicts.reject)] {
        out.push(format!("  {word:<6} {:>9}  {}", count(takes), percent(takes, all)));
    }
    let mut reasons = tally.ranked_reasons();
    // What was told above is not told again.
    reasons.retain(|(id, _)| !causes.iter().any(|found| found.device.is_none() && found.check == *id));
    let told = REASONS - causes.len();
    if !reasons.is_empty() {
        out.push("Reasons".to_owned());
        for (id, reason) in reasons.iter().take(told) {
            let counts: Vec<String> = [("reject", reason.reject), ("warn", reason.warn)]
                .into_iter()
                .filter(|(_, takes)| *takes > 0)
                .map(|(word, takes)| format!("{} {word}", count(takes)))
                .collect();
            out.push(format!("  {}: {}", title(id), counts.join(", ")));
            if let Some(words) = words(id) {
                out.push(cut_end(&format!("      {}", words.fix)));
            }
        }
        if reasons.len() > told {
            out.push(format!("  and {}", plural((reasons.len() - told) as u64, "more reason")));
        }
    }
    standing_out(&mut out, "Speaker", &tally.speakers, speakers, tally.verdicts);
    standing_out(&mut out, "Device", &tally.devices, devices, tally.verdicts);
    let worst = tally.worst();
    if !worst.is_empty() {
        out.push("Worst takes".to_owned());
        out.extend(worst.into_iter().map(take));
    }
    out
}

/// A check that takes most: once, before all else, with what to do where that is no fault.
fn one_cause(out: &mut Vec<String>, found: &Mostly, is_new: bool) {
    let counted = escape_for_terminal(&found.counted());
    out.push(cut_end(&format!("{counted}: {}", title(&found.check))));
    if is_new {
        let end = if found.flag.is_some() { ';' } else { '.' };
        out.push(cut_end(&format!("      Likely {}{end}", found.cause)));
    }
    out.extend(found.remedy().map(|remedy| cut_end(&format!("      {remedy}"))));
}

/// The speaker or device that should be looked into first: for its faults, or else for being unlike the others.
fn standing_out(
    out: &mut Vec<String>,
    kind: &str,
    groups: &BTreeMap<String, Group>,
    rows: &[GroupRow],
    all: Verdicts,
) {
    let found = stand_out(groups, all);
    if let Some(first) = found.first() {
        let verdicts = first.group.verdicts;
        let others =
            if found.len() > 1 { format!("; {} more stand out", found.len() - 1) } else { String::new() };
        let line = format!(
            "{kind} {} stands out: {} of {} with a fault{others}",
            escape_for_terminal(first.name),
            count(verdicts.warn + verdicts.reject),
            plural(verdicts.total(), "take"),
        );
        out.push(cut_end(&line));
    } else if let Some((row, outlier)) = unlike(rows).first() {
        let name = escape_for_terminal(&row.name);
        out.push(cut_end(&format!("{kind} {name} is unlike the others: {}", told(row, outlier))));
    }
}

fn take(kept: &Kept) -> String {
    let titles: Vec<_> = kept.findings.iter().map(|finding| title(&finding.id)).take(2).collect();
    let more = kept.findings.len().saturating_sub(2);
    let more = if more > 0 { format!(", {more} more") } else { String::new() };
    let reasons = format!(": {}{more}", titles.join(", "));
    let path = escape_for_terminal(&kept.path.to_string_lossy());
    let room = COLUMNS.saturating_sub(reasons.chars().count() + 2).max(20);
    let length = path.chars().count();
    if length <= room {
        return format!("  {path}{reasons}");
    }
    let end: String = path.chars().skip(length - (room - 1)).collect();
    format!("  \u{2026}{end}{reasons}")
}

fn cut_end(line: &str) -> String {
    if line.chars().count() <= COLUMNS {
        return line.to_owned();
    }
    let start: String = line.chars().take(COLUMNS - 1).collect();
    let end = start.rfind(' ').map_or(start.len(), |space| space + 1);
    format!("{}\u{2026}", if end > COLUMNS / 2 { &start[..end] } else { &start })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::{CHECKS, Severity};
    use crate::recordings::tally::testing::{finding, loud_background, take};

    #[test]
    fn the_longest_story_fits_twenty_lines_of_eighty_columns() {
        let mut tally = Tally::new(3);
        for round in 0..50 {
            for check in CHECKS {
                let bad = vec![
                    finding(check.id, Severity::Reject),
                    finding("noisy", Severity::Warn),
                    finding("rumble", Severity::Warn),
                ];
                let path = format!("{}/{}.wav", "long-folder/".repeat(12), check.id);
                tally.add(&take(&path, "bad-speaker", bad).row());
                tally.add(&take("good.wav", &format!("speaker-{round}"), vec![]).row());
                tally.add(&take("good.wav", &format!("speaker-{round}"), vec![]).row());
            }
        }
        let lines = lines(&tally, 12, &[], &[]);
        // One more line is the verdict itself.
        assert!(lines.len() <= 19, "{}", lines.join("\n"));
        for line in &lines {
            assert!(line.chars().count() <= COLUMNS, "{line}");
        }
        let text = lines.join("\n");
        let bad = count(50 * CHECKS.len() as u64);
        for part in [
            format!("{} takes of 12 sessions", count(150 * CHECKS.len() as u64)),
            format!("  reject     {bad}  33.3 %"),
            format!("and {} more reasons", CHECKS.len() - 3),
            format!("Speaker bad-speaker stands out: {bad} of {bad} takes"),
        ] {
            assert!(text.contains(&part), "`{part}` is missing:\n{text}");
        }
    }

    #[test]
    fn what_most_takes_have_is_told_first_and_once() {
        let all: Vec<Vec<String>> = CHECKS
            .iter()
            .map(|check| {
                let mut tally = Tally::new(3);
                for _ in 0..20 {
                    let mut bad = vec![finding(check.id, Severity::Reject), finding("noisy", Severity::Warn)];
                    bad.dedup_by_key(|finding| finding.id.clone());
                    tally.add(&take("a.wav", "anna", bad).row());
                }
                lines(&tally, 1, &[], &[])
            })
            .collect();
        for (check, lines) in CHECKS.iter().zip(&all) {
            let text = lines.join("\n");
            assert!(lines[1] == format!("20 of 20 takes have one cause: {}", title(check.id)), "{text}");
            let is_lost = check.id == "unreadable-file" || check.id == "take-long";
            assert!(!is_lost || lines[2].ends_with('.') && lines[3].contains("Background noise"), "{text}");
            let flag = format!("      --limit-of {}.enabled=0 leaves it out", check.id);
            assert!(check.id != "start-cut" || lines[3].starts_with(&flag), "{text}");
            assert!(lines.len() <= 19 && !text.contains("Reasons"), "{text}");
            assert!(
                lines.iter().all(|line| !line.ends_with('\u{2026}') || line.starts_with("  a.wav")),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_too_long_ends_after_a_word() {
        let cut = cut_end(&"word ".repeat(30));
        assert!(cut.ends_with(" word \u{2026}") && cut.chars().count() <= COLUMNS, "{cut}");
        assert_eq!(cut_end(&"x".repeat(90)).chars().count(), COLUMNS);
        assert_eq!(cut_end("short"), "short");
    }

    #[test]
    fn a_path_cannot_change_the_terminal() {
        let mut tally = Tally::new(1);
        tally.add(&take("a\u{1b}[2J\u{202e}.wav", "anna", vec![finding("noisy", Severity::Warn)]).row());
        let speakers = [loud_background("a\u{1b}[2J")];
        let text = lines(&tally, 0, &speakers, &[]).join("\n");
        assert!(text.contains("is unlike the others: a louder background in en-US"), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{202e}']) && text.contains(".wav: "), "{text}");
    }
}
