//! One take on a page: as a card with its picture, or as a row.

use crate::fsio::way;
use crate::numbers::{number, plural, short};
use crate::quality::{Finding, Place, Policy, Severity, Verdict, explain};
use crate::recordings::tally::row::{Kept, Numbers, TakeRow};
use crate::recordings::transcribe::transcripts::Heard;
use crate::report::english::{title, words};
use crate::report::html::{escape, href};
use crate::report::picture::{HALF, Picture, WIDTH, height_of};
use crate::report::png::base64;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Places of one fault that are drawn.
const DRAWN: usize = 60;
/// Places of one fault that are told in words.
const TOLD: usize = 4;

/// How takes are linked from the pages of a report.
#[derive(Debug, Clone)]
pub struct Links {
    /// Where the report will stand.
    pub target: PathBuf,
    /// What the paths of takes are relative to.
    pub base: PathBuf,
}

impl Links {
    /// Returns the address of a take's audio, safe as the value of an attribute.
    pub fn to(&self, path: &Path) -> String {
        escape(&href(&way(&self.base.join(&self.target), &self.base.join(path))))
    }
}

/// A verdict in words, with its colour.
pub fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => "<span class=\"verdict pass\">pass</span>",
        Verdict::Warn => "<span class=\"verdict warn\">warn</span>",
        Verdict::Reject => "<span class=\"verdict reject\">reject</span>",
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "<span class=\"verdict info\">note</span>",
        Severity::Warn => verdict(Verdict::Warn),
        Severity::Reject => verdict(Verdict::Reject),
    }
}

/// Appends the findings in plain words, the numbers last and small.
pub fn findings(html: &mut String, list: &[Finding], policy: &Policy) {
    html.push_str("<ul class=\"findings\">");
    for finding in list {
        let _ = write!(html, "<li>{} ", severity(finding.severity));
        match words(&finding.id) {
            Some(words) => {
                let _ = write!(
                    html,
                    "<strong>{}.</strong> {} {}",
                    escape(&words.title),
                    escape(&words.problem),
                    escape(&words.fix)
                );
            }
            None => {
                let _ = write!(html, "<strong>{}</strong>", escape(&finding.id));
            }
        }
        if let Some(detail) = detail(finding, policy) {
            let _ = write!(html, " <small>{}</small>", escape(&detail));
        }
        html.push_str("</li>");
    }
    html.push_str("</ul>");
}

/// The numbers of a finding: what was measured, and the limit.
fn detail(finding: &Finding, policy: &Policy) -> Option<String> {
    let value = finding.value?;
    let Some(limit) = finding.limit else { return Some(format!("Measured {}.", short(value))) };
    let limits = explain(&finding.id).map_or(&[][..], |check| check.limits);
    // A sheet may have moved the limit; its unit is then that of the first one of this severity.
    let is_same = |name: &str| policy.limit(&finding.id, name) == Some(limit);
    let word = finding.severity.to_string();
    let known = limits
        .iter()
        .find(|one| is_same(one.name) && one.name.contains(&word))
        .or_else(|| limits.iter().find(|one| is_same(one.name)))
        .or_else(|| limits.iter().find(|one| one.name.contains(&word)));
    let unit = known.map_or(String::new(), |one| match one.unit {
        unit if unit.len() <= 5 => format!(" {unit}"),
        unit => format!(" ({unit})"),
    });
    Some(format!("Measured {}{unit}; the limit is {}.", short(value), short(limit)))
}

/// Appends a take as a card. `picture` is the picture, or why there is none.
pub fn card(
    html: &mut String,
    take: &Kept,
    picture: &Result<Picture, String>,
    links: &Links,
    policy: &Policy,
) {
    let name = name(take);
    let url = links.to(&take.path);
    let _ = write!(
        html,
        "<article class=\"take\">\n<div class=\"head\">{}<h4>{}</h4></div>\n",
        verdict(take.verdict),
        escape(&name)
    );
    html.push_str("<div class=\"about\">");
    if let Some(text) = take.text.as_deref().filter(|text| !text.is_empty()) {
        said(html, text, &take.locale, "p");
    }
    if let Some(other) = &take.heard {
        html.push_str("<p class=\"small\">");
        heard(html, other, &take.locale);
        html.push_str("</p>");
    }
    html.push_str("<p class=\"small\">");
    if let Some(speaker) = &take.speaker {
        let _ = write!(html, "Speaker <bdi>{}</bdi> \u{b7} ", escape(speaker));
    }
    let _ = write!(
        html,
        "<a href=\"{url}\"><bdi>{}</bdi></a></p></div>\n<div class=\"shown\">",
        escape(&take.path.to_string_lossy())
    );
    match picture {
        Ok(picture) => draw(html, picture, take),
        Err(reason) => {
            let _ = writeln!(html, "<p class=\"none\">No picture: {}.</p>", escape(reason));
        }
    }
    let _ = write!(
        html,
        "</div>\n<div class=\"play\"><audio controls=\"\" preload=\"none\" src=\"{url}\" aria-label=\"Listen to {}\"></audio></div>\n\
         <div class=\"found\">",
        escape(&name)
    );
    findings(html, &take.findings, policy);
    let _ = writeln!(html, "<p class=\"small\">{}</p></div>\n</article>", numbers(&take.numbers));
}

/// A text that was to be read, kept apart from what is around it in whichever direction it runs.
fn said(html: &mut String, text: &str, locale: &str, element: &str) {
    let _ = write!(
        html,
        "<{element} class=\"said\" lang=\"{}\" dir=\"auto\"><bdi>{}</bdi></{element}>",
        escape(locale),
        escape(text)
    );
}

/// What a recogniser heard instead.
fn heard(html: &mut String, heard: &Heard, locale: &str) {
    let recogniser = escape(&heard.recogniser);
    if heard.text.trim().is_empty() {
        let _ = write!(html, "<bdi>{recogniser}</bdi> heard nothing");
        return;
    }
    let _ = write!(html, "<bdi>{recogniser}</bdi> heard: ");
    said(html, &heard.text, locale, "span");
}

fn name(take: &Kept) -> String {
    match &take.prompt {
        Some((prompt, attempt)) => format!("{prompt}, take {attempt}"),
        None => take.path.file_name().unwrap_or(take.path.as_os_str()).to_string_lossy().into_owned(),
    }
}

fn numbers(numbers: &Numbers) -> String {
    let part = |name: &str, value: Option<f64>, unit: &str| match value {
        Some(value) => format!("{name} {} {unit}", number(value, 1)),
        None => format!("{name} not measured"),
    };
    let length = format!("{} s", number(numbers.milliseconds as f64 / 1000.0, 2));
    let rate = if numbers.rate_hz > 0 {
        format!("{} kHz", short(f64::from(numbers.rate_hz) / 1000.0))
    } else {
        "no rate".to_owned()
    };
    let parts = [
        length,
        rate,
        part("voice over noise", numbers.snr_db, "dB"),
        part("voice", numbers.active_dbov, "dBov"),
        part("noise", numbers.noise_dbfs, "dBFS"),
        part("peak", numbers.peak_dbfs, "dBFS"),
    ];
    parts.map(|part| format!("<span class=\"nb\">{part}</span>")).join(" \u{b7} ")
}

fn draw(html: &mut String, picture: &Picture, take: &Kept) {
    let percent = |seconds: f64| (seconds / picture.shown_s.max(1e-9) * 100.0).clamp(0.0, 100.0);
    let _ = write!(
        html,
        "<figure class=\"pic\"><div class=\"plot\" role=\"img\" aria-label=\"Waveform above, spectrogram below, {} s.\">\n\
         <svg class=\"wave\" viewBox=\"0 0 {WIDTH} {}\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\"{}\"></path>",
        number(picture.shown_s, 1),
        2.0 * HALF + 6.0,
        picture.waveform
    );
    if !picture.speech.is_empty() {
        html.push_str("<path class=\"speech\" d=\"");
        for place in &picture.speech {
            let (from, to) =
                (percent(place.from_s) * WIDTH as f64 / 100.0, percent(place.to_s) * WIDTH as f64 / 100.0);
            let _ = write!(html, "M{from:.1} {}H{to:.1}v4H{from:.1}z", 2.0 * HALF + 2.0);
        }
        html.push_str("\"></path>");
    }
    html.push_str("</svg><img class=\"spec\" alt=\"\" src=\"data:image/png;base64,");
    base64(html, &picture.spectrogram);
    html.push_str("\"/>\n");
    for khz in [0.5, 1.0, 2.0, 4.0, 8.0, 16.0] {
        let hz = khz * 1000.0;
        if hz < picture.nyquist_hz * 0.9 {
            // The spectrogram is 7rem high and stands on 1.35rem of time.
            let _ = write!(
                html,
                "<span class=\"hz\" style=\"bottom:{:.2}rem\">{} kHz</span>",
                1.35 + 7.0 * height_of(hz, picture.nyquist_hz),
                short(khz)
            );
        }
    }
    bands(html, picture, take);
    for (kind, (_, places)) in picture.marks.iter().enumerate() {
        let letter = letter(kind);
        for place in places.iter().take(DRAWN) {
            let from = percent(place.from_s);
            let _ = write!(
                html,
                "<i class=\"place\" style=\"left:{:.2}%;width:{:.2}%\"></i>",
                from.min(99.5),
                (percent(place.to_s) - from).max(0.0)
            );
        }
        let tagged = if places.len() <= 3 { places.len() } else { 1 };
        for place in &places[..tagged] {
            let from = percent(place.from_s);
            let (at, class) = if from > 94.0 { (percent(place.to_s), "tag last") } else { (from, "tag") };
            let _ = write!(
                html,
                "<b class=\"{class}\" style=\"left:{at:.2}%;top:{:.2}rem\">{letter}</b>",
                kind as f64 * 1.3
            );
        }
    }
    axis(html, picture.shown_s);
    html.push_str("</div>\n<figcaption>");
    legend(html, picture);
    html.push_str("</figcaption></figure>\n");
}

/// Marks where the sound ends, for faults of the band.
fn bands(html: &mut String, picture: &Picture, take: &Kept) {
    let band = take
        .findings
        .iter()
        .filter(|finding| matches!(finding.id.as_str(), "narrowband" | "upsampled"))
        .find_map(|finding| finding.value.filter(|&hz| hz > 500.0));
    if let Some(hz) = band {
        let _ = write!(
            html,
            "<i class=\"band\" style=\"bottom:{:.2}rem\"></i>",
            1.35 + 7.0 * height_of(hz, picture.nyquist_hz)
        );
    }
}

fn axis(html: &mut String, shown_s: f64) {
    let rough = shown_s / 5.0;
    let ten = libm::pow(10.0, libm::floor(libm::log10(rough.max(1e-6))));
    let step =
        [1.0, 2.0, 5.0, 10.0].map(|step| step * ten).into_iter().find(|step| *step >= rough).unwrap_or(rough);
    let places = if step < 0.1 { 2 } else { usize::from(step < 1.0) };
    let mut tick = 0u32;
    while f64::from(tick) * step <= shown_s * 0.93 && tick < 12 {
        let at = f64::from(tick) * step;
        let _ = write!(
            html,
            "<span class=\"t{}\" style=\"left:{:.2}%\">{} s</span>",
            if tick == 0 { " first" } else { "" },
            at / shown_s.max(1e-9) * 100.0,
            number(at, if tick == 0 { 0 } else { places })
        );
        tick += 1;
    }
    html.push('\n');
}

fn legend(html: &mut String, picture: &Picture) {
    if !picture.marks.is_empty() {
        html.push_str("<ul class=\"marks\">");
        for (kind, (id, places)) in picture.marks.iter().enumerate() {
            let told: Vec<String> = places.iter().take(TOLD).map(when).collect();
            let more = match places.len().saturating_sub(TOLD) {
                0 => String::new(),
                more => format!(" and {}", plural(more as u64, "more place")),
            };
            let _ = write!(
                html,
                "<li><b>{}</b>{}: {}{more}</li>",
                letter(kind),
                escape(&title(id)),
                told.join(", ")
            );
        }
        html.push_str("</ul>");
    }
    let mut notes = Vec::new();
    if picture.zoom > 1 {
        notes.push(format!("The waveform is drawn {} times taller than it is.", picture.zoom));
    }
    if picture.length_s > picture.shown_s + 0.001 {
        notes.push(format!(
            "Only the first {} s of {} s are drawn.",
            number(picture.shown_s, 0),
            number(picture.length_s, 0)
        ));
    }
    if !notes.is_empty() {
        let _ = write!(html, "<span class=\"small\">{}</span>", notes.join(" "));
    }
}

fn letter(kind: usize) -> char {
    (b'A' + (kind % 26) as u8) as char
}

fn when(place: &Place) -> String {
    if place.to_s - place.from_s < 0.05 {
        format!("at {} s", number(place.from_s, 2))
    } else {
        format!("{} to {} s", number(place.from_s, 2), number(place.to_s, 2))
    }
}

/// The head of a table of takes as rows.
pub const ROW_HEAD: &str = "<thead><tr><th scope=\"col\">Take</th><th scope=\"col\">Speaker</th><th scope=\"col\">Verdict</th>\
<th scope=\"col\">What is wrong, and what to do</th><th scope=\"col\" class=\"n\">Length, s</th>\
<th scope=\"col\" class=\"n\">Voice over noise, dB</th><th scope=\"col\" class=\"n\">Voice, dBov</th>\
<th scope=\"col\" class=\"still\">Listen</th></tr></thead>\n";

/// Appends a take as a row of a table; `anchor` is an id that is unique on the page.
pub fn row(html: &mut String, row: &TakeRow<'_>, anchor: Option<&str>, links: &Links, policy: &Policy) {
    let url = links.to(row.path);
    let take = row.take;
    let name = match take {
        Some(take) => format!("{}, take {}", take.prompt, take.take),
        None => row.path.file_name().unwrap_or(row.path.as_os_str()).to_string_lossy().into_owned(),
    };
    let id = anchor.map_or(String::new(), |anchor| format!(" id=\"{}\"", escape(anchor)));
    let _ = write!(html, "<tr{id}><th scope=\"row\" class=\"name\"><bdi>{}</bdi>", escape(&name));
    if let Some(text) = row.text.filter(|text| !text.is_empty()) {
        html.push_str("<br/>");
        said(html, text, row.locale, "span");
    }
    if let Some(other) = row.heard {
        html.push_str("<br/><span class=\"small\">");
        heard(html, other, row.locale);
        html.push_str("</span>");
    }
    if let Some(take) = take {
        let _ = write!(html, "<br/><span class=\"small\">{}</span>", escape(take.session));
    }
    let verdict_order = match row.judgement.verdict {
        Verdict::Pass => 0,
        Verdict::Warn => 1,
        Verdict::Reject => 2,
    };
    let _ = write!(
        html,
        "</th><td><bdi>{}</bdi></td><td data-v=\"{verdict_order}\">{}</td><td class=\"why\">",
        escape(take.map_or("", |take| take.speaker)),
        verdict(row.judgement.verdict)
    );
    findings(html, &row.judgement.findings, policy);
    html.push_str("</td>");
    let numbers = Numbers::of(row);
    cell(html, Some(numbers.milliseconds as f64 / 1000.0), 2);
    cell(html, numbers.snr_db, 1);
    cell(html, numbers.active_dbov, 1);
    let _ = writeln!(
        html,
        "<td><a class=\"listen\" href=\"{url}\" aria-label=\"Listen to {}\">Listen</a></td></tr>",
        escape(&name)
    );
}

/// Appends a cell with a number, which sorts by it; a dash where there is none.
pub fn cell(html: &mut String, value: Option<f64>, places: usize) {
    let _ = match value {
        Some(value) => {
            write!(html, "<td class=\"n\" data-v=\"{value:.places$}\">{}</td>", number(value, places))
        }
        None => write!(html, "<td class=\"n\" data-v=\"\"><span title=\"not measured\">\u{2013}</span></td>"),
    };
}
