//! The parts of the main page, in the order in which they are read.

use crate::error::Result;
use crate::numbers::{count, duration, percent, plural, short};
use crate::quality::{Policy, limit_words};
use crate::recordings::tally::across::{GroupRow, told, unlike};
use crate::recordings::tally::counts::{Reason, Verdicts};
use crate::recordings::tally::group::{Group, ranked, stand_out};
use crate::recordings::tally::mostly::mostly;
use crate::recordings::tally::row::Kept;
use crate::report::distribution::Distribution;
use crate::report::english::{title, words};
use crate::report::finish::Finish;
use crate::report::frame;
use crate::report::html::escape;
use crate::report::pager::Pager;
use crate::report::picture::Picture;
use crate::report::take::{self, Links, cell};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Rows of a table of speakers or devices on the main page.
const SHOWN: usize = 200;
/// Rows of a further page of speakers or devices.
const ROWS: u64 = 1000;
/// Speakers or devices that stand out and are named.
const NAMED: usize = 5;
/// Faults of records that are listed.
const FAULTS: usize = 50;

/// Everything that the main page is made of.
pub(super) struct Sections<'a> {
    pub distributions: &'a [Distribution],
    pub policy: &'a Policy,
    pub links: &'a Links,
    /// Speaker to the page of the list with the first take.
    pub speakers: &'a BTreeMap<String, u64>,
    /// Where further pages are written.
    pub folder: &'a Path,
    pub finish: Finish<'a>,
}

/// Returns the name, without number and ending, of the list of takes with a finding.
pub(super) fn reason_file(id: &str) -> String {
    let safe: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    format!("reason-{safe}")
}

/// Returns the anchor of a speaker's first take in the list.
pub(super) fn speaker_anchor(speaker: &str) -> String {
    format!("speaker-{speaker}")
}

impl Sections<'_> {
    /// Renders the page; `pictures` belong to the takes in `chosen`.
    pub(super) fn render(&self, chosen: &[&Kept], pictures: &[Result<Picture, String>]) -> Result<String> {
        let mut html = String::with_capacity(4 << 20);
        frame::begin(&mut html, "Booth check", &self.header());
        self.totals(&mut html);
        self.reasons(&mut html);
        self.distributions(&mut html);
        self.groups(&mut html)?;
        self.worst(&mut html, chosen, pictures);
        frame::end(&mut html, &self.footer());
        Ok(html)
    }

    fn header(&self) -> String {
        let tally = self.finish.tally;
        let mut html = String::from("<p>");
        let _ = write!(html, "{}", plural(tally.verdicts.total(), "take"));
        if self.finish.sessions > 0 {
            let _ = write!(html, " of {}", plural(self.finish.sessions, "session"));
        }
        if !tally.speakers.is_empty() {
            let _ = write!(html, " by {}", plural(tally.speakers.len() as u64, "speaker"));
        }
        let _ = write!(html, ", {}", duration(tally.milliseconds));
        if !self.finish.checked.is_empty() {
            let paths: Vec<String> = self
                .finish
                .checked
                .iter()
                .map(|path| format!("<code><bdi>{}</bdi></code>", escape(path)))
                .collect();
            let _ = write!(html, ", in {}", paths.join(", "));
        }
        html.push_str(".</p>\n");
        self.one_cause(&mut html);
        let mut parts = vec![("totals", "Totals"), ("reasons", "Reasons")];
        if tally.verdicts.total() > 0 {
            parts.push(("spread", "Measurements"));
        }
        if !tally.speakers.is_empty() {
            parts.extend([("speakers", "Speakers"), ("devices", "Devices")]);
        }
        if tally.verdicts.warn + tally.verdicts.reject > 0 {
            parts.push(("worst", "Worst takes"));
        }
        html.push_str("<nav aria-label=\"On this page\"><ul>");
        for (id, name) in parts {
            let _ = write!(html, "<li><a href=\"#{id}\">{name}</a></li>");
        }
        html.push_str("</ul></nav>\n");
        html
    }

    /// Checks that take most of the takes, before all else.
    fn one_cause(&self, html: &mut String) {
        for found in mostly(self.finish.tally) {
            let _ = writeln!(
                html,
                "<p><strong>{}: {}.</strong> Likely {}{}.</p>",
                escape(&found.counted()),
                escape(&title(&found.check)),
                escape(found.cause),
                escape(&found.remedy().map_or(String::new(), |remedy| format!("; {remedy}")))
            );
        }
    }

    fn totals(&self, html: &mut String) {
        let verdicts = self.finish.tally.verdicts;
        let all = verdicts.total();
        html.push_str("<section aria-labelledby=\"totals\">\n<h2 id=\"totals\">Totals</h2>\n");
        if all == 0 {
            html.push_str("<p>Nothing was checked.</p>\n</section>\n");
            return;
        }
        html.push_str("<ul class=\"tiles\">");
        let _ = write!(
            html,
            "<li><strong>{}</strong>{}, {}</li>",
            count(all),
            if all == 1 { "take" } else { "takes" },
            duration(self.finish.tally.milliseconds)
        );
        for (class, takes, meaning) in [
            ("pass", verdicts.pass, "good"),
            ("warn", verdicts.warn, "usable, with a fault"),
            ("reject", verdicts.reject, "not usable"),
        ] {
            let _ = write!(
                html,
                "<li class=\"{class}\"><strong>{}</strong>{} <b>{class}</b>: {meaning}</li>",
                count(takes),
                percent(takes, all)
            );
        }
        html.push_str("</ul>\n");
        share(html, verdicts, "share");
        html.push('\n');
        let faults = self.finish.faults;
        if !faults.is_empty() {
            let _ = write!(
                html,
                "<p>The records themselves have {}:</p><ul>",
                plural(faults.len() as u64, "fault")
            );
            for (dir, severity, message) in faults.iter().take(FAULTS) {
                let _ = write!(
                    html,
                    "<li><b>{severity}</b> <code><bdi>{}</bdi></code>: {}</li>",
                    escape(dir),
                    escape(message)
                );
            }
            if faults.len() > FAULTS {
                let _ = write!(html, "<li>and {}</li>", plural((faults.len() - FAULTS) as u64, "more fault"));
            }
            html.push_str("</ul>\n");
        }
        self.own_limits(html);
        html.push_str("</section>\n");
    }

    /// The sessions that were judged by limits of their own.
    fn own_limits(&self, html: &mut String) {
        let all = self.finish.own_limits;
        if all.is_empty() {
            return;
        }
        html.push_str("<p>Judged by limits of their own:</p><ul>");
        for own in all.iter().take(FAULTS) {
            let limits = escape(&limit_words(&own.limits));
            let _ = write!(html, "<li><code>{}</code>: {limits}</li>", own.session);
        }
        if all.len() > FAULTS {
            let _ = write!(html, "<li>and {}</li>", plural((all.len() - FAULTS) as u64, "more session"));
        }
        html.push_str("</ul>\n");
    }

    fn reasons(&self, html: &mut String) {
        html.push_str("<section aria-labelledby=\"reasons\">\n<h2 id=\"reasons\">Reasons</h2>\n");
        let reasons = self.finish.tally.ranked_reasons();
        if reasons.is_empty() {
            html.push_str("<p>Nothing to complain of.</p>\n</section>\n");
            return;
        }
        html.push_str(
            "<div class=\"wide\" role=\"region\" aria-label=\"Reasons\" tabindex=\"0\"><table class=\"sorts\">\n\
             <caption><span>What is wrong, the most frequent first. A take may have several reasons.</span></caption>\n\
             <thead><tr><th scope=\"col\">What is wrong, and what to do</th><th scope=\"col\" class=\"n\">Reject</th>\
             <th scope=\"col\" class=\"n\">Warn</th><th scope=\"col\" class=\"n of-all\">Of all takes</th>\
             <th scope=\"col\" class=\"still\">Takes</th></tr></thead>\n<tbody>\n",
        );
        let all = self.finish.tally.verdicts.total();
        for (id, reason) in reasons {
            let said = words(id).map_or(String::new(), |words| format!("{} {}", words.problem, words.fix));
            let takes = reason.reject + reason.warn;
            let _ = writeln!(
                html,
                "<tr><th scope=\"row\" class=\"why\">{} <small>{}</small></th><td class=\"n\" data-v=\"{}\">{}</td>\
                 <td class=\"n\" data-v=\"{}\">{}</td><td class=\"n of-all\" data-v=\"{takes}\">{}</td>\
                 <td><a href=\"{}\" aria-label=\"All takes: {}\">All&#160;{}</a></td></tr>",
                escape(&title(id)),
                escape(&said),
                reason.reject,
                count(reason.reject),
                reason.warn,
                count(reason.warn),
                percent(takes, all),
                Pager::file_name(&reason_file(id), 1),
                escape(&title(id)),
                count(takes),
            );
        }
        html.push_str("</tbody></table></div>\n</section>\n");
    }

    fn distributions(&self, html: &mut String) {
        if self.finish.tally.verdicts.total() == 0 {
            return;
        }
        html.push_str(
            "<section aria-labelledby=\"spread\">\n<h2 id=\"spread\">Measurements</h2>\n\
             <p>How many takes (upwards) have which value (sideways). Lines are the limits of this check; a sheet may set \
             its own.</p>\n\
             <ul class=\"key\"><li><i class=\"p-ok\"></i>within the limits</li><li><i class=\"p-warn\"></i>warned of</li>\
             <li><i class=\"p-reject\"></i>rejected</li></ul>\n\
             <svg class=\"hidden\" aria-hidden=\"true\"><defs>\
             <pattern id=\"hatch-warn\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <rect width=\"4\" height=\"4\"></rect><path d=\"M1.3 0v4\"></path></pattern>\
             <pattern id=\"hatch-reject\" width=\"3\" height=\"3\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\">\
             <rect width=\"3\" height=\"3\"></rect><path d=\"M0 0v3\"></path></pattern></defs></svg>\n<div class=\"charts\">\n",
        );
        for distribution in self.distributions {
            distribution.render(html, self.policy);
        }
        html.push_str("</div>\n</section>\n");
    }

    fn groups(&self, html: &mut String) -> Result<()> {
        for (id, title, one, groups, rows) in [
            ("speakers", "Speakers", "Speaker", &self.finish.tally.speakers, self.finish.speakers),
            ("devices", "Devices", "Device", &self.finish.tally.devices, self.finish.devices),
        ] {
            if groups.is_empty() {
                continue;
            }
            let _ = writeln!(html, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>");
            self.standing_out(html, groups);
            unlike_the_others(html, rows);
            let rows = ranked(groups);
            let pages = if rows.len() > SHOWN { self.group_pages(id, title, &rows)? } else { 0 };
            let _ = write!(
                html,
                "<div class=\"wide\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\"><table class=\"sorts roomy\">\n<caption><span>"
            );
            if pages > 0 {
                let _ = write!(
                    html,
                    "The {SHOWN} with the most rejected takes of {}; <a href=\"{}\">all of them</a>. Levels are means.",
                    count(rows.len() as u64),
                    Pager::file_name(id, 1)
                );
            } else {
                html.push_str("Those with the most rejected takes first; levels are means.");
            }
            let _ = write!(html, "</span></caption>\n{}<tbody>\n", head(one));
            for (name, group) in rows.iter().take(SHOWN) {
                self.group_row(html, name, group);
            }
            html.push_str("</tbody></table></div>\n</section>\n");
        }
        Ok(())
    }

    /// What a person should look into first.
    fn standing_out(&self, html: &mut String, groups: &BTreeMap<String, Group>) {
        let found = stand_out(groups, self.finish.tally.verdicts);
        if found.is_empty() {
            return;
        }
        html.push_str("<p>Far more faults than the others:</p>\n<ul>\n");
        for one in found.iter().take(NAMED) {
            let verdicts = one.group.verdicts;
            let _ = write!(
                html,
                "<li><bdi><b>{}</b></bdi>: {} of {} with a fault",
                escape(one.name),
                count(verdicts.warn + verdicts.reject),
                plural(verdicts.total(), "take")
            );
            if let Some((reason, takes)) = one.group.main_reason() {
                let _ =
                    write!(html, ", mostly \u{201c}{}\u{201d} ({})", escape(&title(reason)), count(takes));
            }
            html.push_str(".</li>\n");
        }
        more(html, found.len());
        html.push_str("</ul>\n");
    }

    fn group_pages(&self, id: &str, title: &str, rows: &[(&str, &Group)]) -> Result<u64> {
        // The head of a table on further pages is that of the first column's name.
        let head: &'static str = if id == "speakers" { SPEAKER_HEAD } else { DEVICE_HEAD };
        let mut pager = Pager::new(self.folder, id, title, head, ROWS);
        for (name, group) in rows {
            pager.add(|html| self.group_row(html, name, group))?;
        }
        pager.finish()
    }

    fn group_row(&self, html: &mut String, name: &str, group: &Group) {
        let verdicts = group.verdicts;
        let all = verdicts.total();
        let shown = escape(name);
        html.push_str("<tr><th scope=\"row\" class=\"name\">");
        let _ = match self.speakers.get(name) {
            Some(page) => write!(
                html,
                "<a href=\"{}#{}\"><bdi>{shown}</bdi></a></th>",
                Pager::file_name("takes", *page),
                escape(&speaker_anchor(name))
            ),
            None => write!(html, "<bdi>{shown}</bdi></th>"),
        };
        whole(html, all);
        cell(
            html,
            Some(group.milliseconds as f64 / 60_000.0),
            if group.milliseconds < 600_000 { 2 } else { 1 },
        );
        html.push_str("<td>");
        share(html, verdicts, "share mini");
        html.push_str("</td>");
        whole(html, verdicts.reject);
        whole(html, verdicts.warn);
        cell(html, Some(verdicts.pass as f64 * 100.0 / all.max(1) as f64), 1);
        cell(html, group.snr_db(), 1);
        cell(html, group.level_dbov(), 1);
        cell(html, group.noise_dbfs(), 1);
        let _ = match group.main_reason() {
            Some((reason, takes)) => {
                writeln!(html, "<td>{} ({})</td></tr>", escape(&title(reason)), count(takes))
            }
            None => writeln!(html, "<td>none</td></tr>"),
        };
    }

    fn worst(&self, html: &mut String, chosen: &[&Kept], pictures: &[Result<Picture, String>]) {
        let verdicts = self.finish.tally.verdicts;
        let faulty = verdicts.warn + verdicts.reject;
        if chosen.is_empty() {
            return;
        }
        html.push_str("<section aria-labelledby=\"worst\">\n<h2 id=\"worst\">Worst takes</h2>\n<p>");
        let list = Pager::file_name("takes", 1);
        let _ = if (chosen.len() as u64) < faulty {
            write!(
                html,
                "{} of the {} with a fault, the worst of each reason. <a href=\"{list}\">All of them are listed</a>, in the order of the check.",
                plural(chosen.len() as u64, "take"),
                count(faulty)
            )
        } else {
            write!(html, "{} with a fault, by reason; also <a href=\"{list}\">as a list</a>.", all(faulty))
        };
        html.push_str(
            "</p>\n<p class=\"soft\">The pictures: above the waveform, below it which frequencies sound when (bright is loud). The \
             thin green bar between them is where speech was found. Letters mark where a fault is.</p>\n",
        );
        let missing = Err("it was not drawn".to_owned());
        let mut open = "";
        for (index, &kept) in chosen.iter().enumerate() {
            let reason = kept.reason();
            if reason != open {
                self.reason_head(html, reason);
                open = reason;
            }
            take::card(html, kept, pictures.get(index).unwrap_or(&missing), self.links, self.policy);
        }
        html.push_str("</section>\n");
    }

    fn reason_head(&self, html: &mut String, id: &str) {
        let Reason { warn, reject } = self.finish.tally.reasons.get(id).copied().unwrap_or_default();
        let _ = write!(html, "<h3 class=\"reason\">{}</h3>\n<p>", escape(&title(id)));
        if let Some(words) = words(id) {
            let _ = write!(html, "{} {} ", escape(&words.problem), escape(&words.fix));
        }
        let _ = writeln!(
            html,
            "<a href=\"{}\">{} with it</a>.</p>",
            Pager::file_name(&reason_file(id), 1),
            all(warn + reject)
        );
    }

    fn footer(&self) -> String {
        let limits = self.policy.sha256().to_string();
        format!(
            "<p>Limits: profile <b>{}</b>, <code>{}</code>. Every take and every number, for programs: \
             <a href=\"takes.jsonl\">takes.jsonl</a>.</p>\n<p>Audio plays while the recordings stay where they are, seen from \
             this page. Nothing here needs a network.</p>\n",
            escape(self.policy.profile()),
            &limits[..12]
        )
    }
}

/// A bar of three parts; the words beside it say the same.
fn share(html: &mut String, verdicts: Verdicts, class: &str) {
    let all = verdicts.total().max(1) as f64;
    let _ = write!(html, "<div class=\"{class}\" aria-hidden=\"true\">");
    for (name, takes) in [("pass", verdicts.pass), ("warn", verdicts.warn), ("reject", verdicts.reject)] {
        if takes > 0 {
            let _ = write!(
                html,
                "<i class=\"p-{name}\" style=\"width:{}%\"></i>",
                short(takes as f64 * 100.0 / all)
            );
        }
    }
    html.push_str("</div>");
}

fn whole(html: &mut String, number: u64) {
    let _ = write!(html, "<td class=\"n\" data-v=\"{number}\">{}</td>", count(number));
}

macro_rules! group_head {
    ($one:literal) => {
        concat!(
            "<thead><tr><th scope=\"col\">",
            $one,
            "</th><th scope=\"col\" class=\"n\">Takes</th><th scope=\"col\" class=\"n\">Minutes</th>",
            "<th scope=\"col\" class=\"still\">Verdicts</th><th scope=\"col\" class=\"n\">Reject</th>",
            "<th scope=\"col\" class=\"n\">Warn</th><th scope=\"col\" class=\"n\">Pass, %</th>",
            "<th scope=\"col\" class=\"n\">Voice over noise, dB</th><th scope=\"col\" class=\"n\">Voice, dBov</th>",
            "<th scope=\"col\" class=\"n\">Noise, dBFS</th><th scope=\"col\">Most frequent reason</th></tr></thead>\n"
        )
    };
}
const SPEAKER_HEAD: &str = group_head!("Speaker");
const DEVICE_HEAD: &str = group_head!("Device");

fn head(one: &str) -> &'static str {
    if one == "Speaker" { SPEAKER_HEAD } else { DEVICE_HEAD }
}

/// Speakers or devices that sound unlike the others; not a fault.
fn unlike_the_others(html: &mut String, rows: &[GroupRow]) {
    let found = unlike(rows);
    if found.is_empty() {
        return;
    }
    html.push_str("<p>Unlike the others, which need not be a fault:</p>\n<ul>\n");
    for (row, outlier) in found.iter().take(NAMED) {
        let _ = writeln!(
            html,
            "<li><bdi><b>{}</b></bdi>: {}.</li>",
            escape(&row.name),
            escape(&told(row, outlier))
        );
    }
    more(html, found.len());
    html.push_str("</ul>\n");
}

/// Says how many items a list of `found` does not name.
fn more(html: &mut String, found: usize) {
    if found > NAMED {
        let _ = writeln!(html, "<li>and {} more.</li>", count((found - NAMED) as u64));
    }
}

/// Returns so many takes as all that there are.
fn all(takes: u64) -> String {
    if takes == 1 { "The one take".to_owned() } else { format!("All {}", plural(takes, "take")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_a_name_that_is_safe() {
        assert_eq!(reason_file("noisy"), "reason-noisy");
        assert_eq!(reason_file("../x"), "reason----x");
    }
}
