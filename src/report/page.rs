//! The HTML page of a check: one file that opens from disk, without network, and every take as JSON Lines beside it.

use crate::error::{Error, Result};
use crate::fsio::PartialFile;
use crate::quality::{Judgement, Measurements, Policy, explain};
use crate::report::summary::{Summary, Verdicts, title};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};

/// How many of the worst takes the page lists; all takes are in `takes.jsonl`.
const LISTED: usize = 200;
/// Bytes held back before they are written.
const BUFFER: usize = 64 * 1024;

/// A report that is being written; memory does not grow with the number of takes.
pub struct Page {
    folder: PathBuf,
    target: PathBuf,
    lines: PartialFile,
    buffer: Vec<u8>,
    listed: Summary,
}

impl Page {
    /// Starts the report in `folder`, which will be published as `target` (links are relative to that).
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) when the system refuses.
    pub fn create(folder: &Path, target: &Path) -> Result<Self> {
        Ok(Self {
            folder: folder.to_path_buf(),
            target: target.to_path_buf(),
            lines: PartialFile::create(&folder.join("takes.jsonl"))?,
            buffer: Vec::with_capacity(BUFFER * 2),
            listed: Summary::new(LISTED),
        })
    }

    /// Adds a take; `line` is what `takes.jsonl` gets.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) when the system refuses.
    pub fn add(
        &mut self,
        path: &Path,
        speaker: Option<&str>,
        text: Option<&str>,
        measured: &Measurements,
        judgement: &Judgement,
        line: &serde_json::Value,
    ) -> Result<()> {
        let shown = link(path, &self.target);
        self.listed.add(&shown, speaker, text, measured, judgement);
        self.push(line)
    }

    fn push(&mut self, line: &serde_json::Value) -> Result<()> {
        self.buffer.extend_from_slice(line.to_string().as_bytes());
        self.buffer.push(b'\n');
        if self.buffer.len() >= BUFFER { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> Result<()> {
        let outcome = self.lines.write_all(&self.buffer);
        self.buffer.clear();
        outcome.map_err(|error| Error::io("write", self.lines.partial(), error))
    }

    /// Writes the page and the last line of `takes.jsonl`.
    ///
    /// # Errors
    /// [`ErrorKind::Io`](crate::ErrorKind::Io) when the system refuses.
    pub fn finish(mut self, policy: &Policy, totals: &serde_json::Value) -> Result<()> {
        self.push(totals)?;
        self.flush()?;
        let html = render(&self.listed, policy);
        self.lines.publish_unsynced()?;
        let path = self.folder.join("index.html");
        let mut file = PartialFile::create(&path)?;
        file.write_all(html.as_bytes()).map_err(|error| Error::io("write", &path, error))?;
        file.publish_unsynced()
    }
}

/// The way from the report's folder to a file, when both are written from the same place; else the path as it is.
fn link(path: &Path, target: &Path) -> String {
    let plain =
        |path: &Path| path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    let text = |path: &Path| path.to_string_lossy().replace('\\', "/");
    if path.is_absolute() || !plain(target) || !plain(path) {
        return text(path);
    }
    let depth = target.components().filter(|part| matches!(part, Component::Normal(_))).count();
    "../".repeat(depth) + &text(path)
}

fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

/// A path as the value of a link: percent-encoded but for the separators.
fn href(path: &str) -> String {
    let mut url = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                url.push(byte as char);
            }
            _ => {
                // Writing to a string cannot fail.
                let _ = write!(url, "%{byte:02X}");
            }
        }
    }
    url
}

const STYLE: &str = "\
:root{color-scheme:light dark;--line:#8884;--pass:#1a7f37;--warn:#9a6700;--reject:#cf222e}\
@media(prefers-color-scheme:dark){:root{--pass:#3fb950;--warn:#d29922;--reject:#f85149}}\
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;padding:1.5rem;max-width:70rem}\
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}\
.note{opacity:.75}.bar{display:flex;height:1.1rem;border-radius:.3rem;overflow:hidden;margin:.75rem 0}\
.bar span{display:block}.pass{background:var(--pass)}.warn{background:var(--warn)}.reject{background:var(--reject)}\
.count{white-space:nowrap;margin-right:1em}.key{display:inline-block;width:.8em;height:.8em;border-radius:.2em;margin-right:.4em}\
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}\
th,td{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}\
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}td.path{overflow-wrap:anywhere;min-width:14rem}\
audio{height:2rem;width:16rem;max-width:100%}\
@media print{audio{display:none}body{max-width:none;padding:0}}";

fn render(summary: &Summary, policy: &Policy) -> String {
    let counts = summary.verdicts;
    let mut html = String::with_capacity(64 * 1024);
    let _ = write!(
        html,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Booth check</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>Booth check</h1>\n\
         <p class=\"note\">{} takes, {:.1} minutes, profile {}, limits <code>{}</code></p>\n",
        counts.total(),
        summary.milliseconds as f64 / 60_000.0,
        policy.profile(),
        &policy.sha256().to_string()[..12],
    );
    bar(&mut html, counts);
    html.push_str("<h2>Reasons</h2>\n");
    let reasons = summary.ranked_reasons();
    if reasons.is_empty() {
        html.push_str("<p>Nothing to complain of.</p>\n");
    } else {
        html.push_str(
            "<div class=\"wide\"><table>\n<thead><tr><th>Check</th><th class=\"n\">Reject</th>\
             <th class=\"n\">Warn</th></tr></thead>\n<tbody>\n",
        );
        for (id, reason) in reasons {
            let words = explain(id).map_or(String::new(), |check| format!("{} {}", check.problem, check.fix));
            let _ = writeln!(
                html,
                "<tr><td><strong>{}</strong> <code>{}</code><br>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
                escape(title(id)),
                escape(id),
                escape(&words),
                reason.reject,
                reason.warn
            );
        }
        html.push_str("</tbody></table></div>\n");
    }
    if !summary.speakers.is_empty() {
        html.push_str(
            "<h2>Speakers</h2>\n<div class=\"wide\"><table>\n<thead><tr><th>Speaker</th><th class=\"n\">Takes</th>\
             <th class=\"n\">Pass</th><th class=\"n\">Warn</th><th class=\"n\">Reject</th></tr></thead>\n<tbody>\n",
        );
        for (speaker, counts) in &summary.speakers {
            let _ = writeln!(
                html,
                "<tr><td>{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
                escape(speaker),
                counts.total(),
                counts.pass,
                counts.warn,
                counts.reject
            );
        }
        html.push_str("</tbody></table></div>\n");
    }
    worst(&mut html, summary);
    html.push_str("</main>\n</body>\n</html>\n");
    html
}

fn bar(html: &mut String, counts: Verdicts) {
    let all = counts.total().max(1) as f64;
    let parts = [("pass", counts.pass), ("warn", counts.warn), ("reject", counts.reject)];
    html.push_str("<div class=\"bar\" aria-hidden=\"true\">");
    for (name, count) in parts {
        let _ =
            write!(html, "<span class=\"{name}\" style=\"width:{:.2}%\"></span>", count as f64 * 100.0 / all);
    }
    html.push_str("</div>\n<p>");
    for (name, count) in parts {
        let _ = write!(
            html,
            "<span class=\"count\"><span class=\"key {name}\"></span>{name} {count} ({:.1} %)</span> ",
            count as f64 * 100.0 / all
        );
    }
    html.push_str("</p>\n");
}

fn worst(html: &mut String, summary: &Summary) {
    let takes = summary.worst();
    if takes.is_empty() {
        return;
    }
    let _ = writeln!(
        html,
        "<h2>Worst takes</h2>\n<p class=\"note\">{} of {} with a finding; every take is in \
         <a href=\"takes.jsonl\">takes.jsonl</a>.</p>",
        takes.len(),
        summary.verdicts.warn + summary.verdicts.reject
    );
    html.push_str(
        "<div class=\"wide\"><table>\n<thead><tr><th>Take</th><th>Findings</th><th>Listen</th></tr></thead>\n<tbody>\n",
    );
    for take in takes {
        let titles: Vec<String> = take.findings.iter().map(|id| escape(title(id))).collect();
        let url = escape(&href(&take.path));
        let _ = writeln!(
            html,
            "<tr><td class=\"path\"><a href=\"{url}\">{}</a><br><span dir=\"auto\">{}</span></td><td>{}</td>\
             <td><audio controls preload=\"none\" src=\"{url}\"></audio></td></tr>",
            escape(&take.path),
            escape(take.text.as_deref().unwrap_or("")),
            titles.join("<br>"),
        );
    }
    html.push_str("</tbody></table></div>\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quality::{Finding, Severity};

    #[test]
    fn links_lead_from_the_report_to_the_take() {
        assert_eq!(
            link(Path::new("recordings/s/a.wav"), Path::new("out/report")),
            "../../recordings/s/a.wav"
        );
        assert_eq!(link(Path::new("/data/a.wav"), Path::new("report")), "/data/a.wav");
        assert_eq!(href("a b/ü%.wav"), "a%20b/%C3%BC%25.wav");
    }

    #[test]
    fn what_people_wrote_cannot_become_markup() {
        let mut summary = Summary::new(5);
        let finding = Finding { id: "noisy".to_owned(), severity: Severity::Warn, value: None, limit: None };
        let judgement = Judgement::of(vec![finding]);
        let text = "<script>alert('x')</script>";
        summary.add("a\"><b>.wav", Some("<i>"), Some(text), &Measurements::default(), &judgement);
        let html = render(&summary, &Policy::default_for("asr").unwrap());
        assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("<i>"), "{html}");
        assert!(html.contains("&lt;script&gt;"));
    }

    #[test]
    fn a_report_has_a_page_and_a_line_a_take() {
        let dir = tempfile::tempdir().unwrap();
        let mut page = Page::create(dir.path(), Path::new("report")).unwrap();
        let (measured, judgement) = (Measurements::default(), Judgement::of(Vec::new()));
        let line = serde_json::json!({"type": "take"});
        page.add(Path::new("a.wav"), None, None, &measured, &judgement, &line).unwrap();
        let policy = Policy::default_for("asr").unwrap();
        page.finish(&policy, &serde_json::json!({"type": "summary"})).unwrap();
        let lines = std::fs::read_to_string(dir.path().join("takes.jsonl")).unwrap();
        assert_eq!(lines, "{\"type\":\"take\"}\n{\"type\":\"summary\"}\n");
        let html = std::fs::read_to_string(dir.path().join("index.html")).unwrap();
        assert!(html.starts_with("<!doctype html>") && html.ends_with("</html>\n"));
    }
}
