//! How a measurement is spread over all takes, drawn with the limits in it.

use crate::chart::{Counts, Scale};
use crate::numbers::{count, plural};
use crate::quality::{Measurements, Policy, Severity, band_end_hz};
use crate::recordings::tally::row::TakeRow;
use std::fmt::Write as _;

/// The size of a drawing, in its own units, and the place of the bars in it.
const SIZE: (f64, f64) = (360.0, 188.0);
const LEFT: f64 = 8.0;
const RIGHT: f64 = 352.0;
const TOP: f64 = 36.0;
const BOTTOM: f64 = 150.0;

/// A measurement that is drawn.
pub struct Chart {
    id: &'static str,
    title: &'static str,
    /// What the numbers mean, in plain words.
    note: &'static str,
    unit: &'static str,
    scale: Scale,
    value: fn(&Measurements, &Policy) -> Option<f64>,
    /// Checks that colour the bars.
    checks: &'static [&'static str],
    /// The limits to draw: check, limit, whether it rejects.
    limits: &'static [(&'static str, &'static str, bool)],
}

/// What is drawn, in this order.
pub const CHARTS: &[Chart] = &[
    Chart {
        id: "snr",
        title: "Voice over background noise",
        note: "The higher, the cleaner (signal-to-noise ratio).",
        unit: "dB",
        scale: Scale { from: 0.0, to: 60.0, step: 2.0, tick: 10.0, unit: 1.0 },
        value: |measured, _| measured.snr_db,
        checks: &["noisy"],
        limits: &[("noisy", "warn_db", false), ("noisy", "reject_db", true)],
    },
    Chart {
        id: "level",
        title: "How loud the voice is",
        note: "0 is the loudest that a file can hold (active speech level).",
        unit: "dBov",
        scale: Scale { from: -60.0, to: 0.0, step: 2.0, tick: 10.0, unit: 1.0 },
        value: |measured, _| measured.active_dbov,
        checks: &["too-quiet"],
        limits: &[("too-quiet", "warn_dbov", false), ("too-quiet", "reject_dbov", true)],
    },
    Chart {
        id: "noise",
        title: "How loud the background is",
        note: "Outside the words. It has no limit of its own: what counts is the voice over it.",
        unit: "dBFS",
        scale: Scale { from: -100.0, to: -20.0, step: 2.5, tick: 20.0, unit: 1.0 },
        value: |measured, _| measured.noise_floor_dbfs,
        checks: &[],
        limits: &[],
    },
    Chart {
        id: "duration",
        title: "Reading time against the text",
        note: "1 is the time that this speaker needs for a text of this length; half is 0.5.",
        unit: "times",
        scale: Scale { from: 0.0, to: 3.0, step: 0.1, tick: 0.5, unit: 1.0 },
        value: |measured, _| measured.dur_ratio,
        checks: &["read-incomplete", "read-too-long"],
        limits: &[],
    },
    Chart {
        id: "reading",
        title: "How unusual the reading time is",
        note: "0 is as expected. Limits are those for speakers whose pace is known; others are judged by their own.",
        unit: "standard deviations",
        scale: Scale { from: -6.0, to: 6.0, step: 0.4, tick: 2.0, unit: 1.0 },
        value: |measured, _| measured.read_z,
        checks: &["read-incomplete", "read-too-long"],
        limits: &[
            ("read-incomplete", "known_warn_z", false),
            ("read-incomplete", "known_reject_z", true),
            ("read-too-long", "known_warn_z", false),
            ("read-too-long", "known_reject_z", true),
        ],
    },
    Chart {
        id: "band",
        title: "Where the sound ends",
        note: "The highest frequency with sound in it; half the sample rate when nothing is missing.",
        unit: "kHz",
        scale: Scale { from: 0.0, to: 24_000.0, step: 500.0, tick: 4000.0, unit: 1000.0 },
        value: band_end_hz,
        checks: &["narrowband", "upsampled"],
        limits: &[("narrowband", "warn_hz", false), ("narrowband", "reject_hz", true)],
    },
];

/// Counts of one measurement: takes that its checks pass, warn of, reject.
#[derive(Clone)]
pub struct Distribution {
    chart: &'static Chart,
    counts: Counts<3>,
}

impl Distribution {
    /// Creates one empty distribution for each chart.
    pub fn all() -> Vec<Self> {
        CHARTS.iter().map(|chart| Self { chart, counts: Counts::new(&chart.scale) }).collect()
    }

    /// Counts a take; a value beyond the drawing counts in its first or last bar.
    pub fn add(&mut self, row: &TakeRow<'_>, policy: &Policy) {
        let chart = self.chart;
        let findings = row.judgement.findings.iter();
        let severity = findings
            .filter(|finding| chart.checks.contains(&finding.id.as_str()))
            .map(|finding| finding.severity)
            .max();
        let kind = match severity {
            Some(Severity::Reject) => 2,
            Some(Severity::Warn) => 1,
            Some(Severity::Info) | None => 0,
        };
        self.counts.add((chart.value)(row.measured, policy), kind);
    }

    /// Appends the drawing, its words and its table.
    pub fn render(&self, html: &mut String, policy: &Policy) {
        let chart = self.chart;
        let _ = writeln!(
            html,
            "<figure class=\"chart\" id=\"spread-{}\">\n<figcaption><h3>{}</h3><p>{}",
            chart.id, chart.title, chart.note
        );
        let counted = self.counts.counted();
        if counted > 0 {
            let (low, high) = (self.counts.shown(0.05), self.counts.shown(0.95));
            let _ = if low == high {
                write!(html, " Nine in ten are at {low} {}.", chart.unit)
            } else {
                let middle = self.counts.shown(0.5);
                write!(
                    html,
                    " The middle is {middle}; nine in ten lie between {low} and {high} {}.",
                    chart.unit
                )
            };
        }
        if self.counts.missing > 0 {
            let _ = write!(html, " Not measured in {}.", plural(self.counts.missing, "take"));
        }
        html.push_str("</p></figcaption>\n");
        if counted == 0 {
            html.push_str(
                "<p class=\"none\">Nothing to draw: no take has this measurement.</p>\n</figure>\n",
            );
            return;
        }
        self.draw(html, policy);
        self.table(html);
        html.push_str("</figure>\n");
    }

    fn x(&self, value: f64) -> f64 {
        LEFT + self.chart.scale.share(value) * (RIGHT - LEFT)
    }

    fn draw(&self, html: &mut String, policy: &Policy) {
        let chart = self.chart;
        let bars = self.counts.bars();
        let highest = bars.iter().map(|bar| bar.iter().sum::<u64>()).max().unwrap_or(0).max(1);
        let _ = write!(
            html,
            "<svg viewBox=\"0 0 {} {}\" role=\"img\" aria-label=\"Histogram: {}. The table below has the numbers.\">\n\
             <path class=\"axis\" d=\"M{LEFT} {BOTTOM}H{RIGHT}M{LEFT} {TOP}V{BOTTOM}\"></path>\n",
            SIZE.0, SIZE.1, chart.title,
        );
        let width = (RIGHT - LEFT) / bars.len() as f64;
        for (index, bar) in bars.iter().enumerate() {
            let mut y = BOTTOM;
            for (kind, class) in ["ok", "warn", "reject"].into_iter().enumerate() {
                if bar[kind] == 0 {
                    continue;
                }
                // A single take among many thousands is still seen.
                let height = (bar[kind] as f64 / highest as f64 * (BOTTOM - TOP)).max(1.5);
                y -= height;
                let _ = write!(
                    html,
                    "<rect class=\"b-{class}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{height:.1}\"></rect>",
                    LEFT + index as f64 * width + 0.5,
                    y.max(0.0),
                    width - 1.0,
                );
            }
        }
        html.push('\n');
        self.limits(html, policy);
        for tick in chart.scale.ticks(&self.counts) {
            let _ = write!(
                html,
                "<path class=\"axis\" d=\"M{0:.1} {BOTTOM}v4\"></path>\
                 <text x=\"{0:.1}\" y=\"{1}\" text-anchor=\"{2}\">{3}</text>",
                self.x(tick.value),
                BOTTOM + 17.0,
                tick.anchor,
                tick.label,
            );
        }
        let _ = writeln!(
            html,
            "<text x=\"{}\" y=\"{}\">{}</text><text x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text></svg>",
            LEFT + 5.0,
            TOP + 10.0,
            plural(highest, "take"),
            f64::midpoint(LEFT, RIGHT),
            BOTTOM + 33.0,
            chart.unit
        );
    }

    fn limits(&self, html: &mut String, policy: &Policy) {
        // Words over lines, also where two limits are close.
        let mut words = String::new();
        for &(check, name, rejects) in self.chart.limits {
            let Some(limit) = policy.limit(check, name).filter(|_| policy.is_enabled(check)) else {
                continue;
            };
            if limit < self.chart.scale.from || limit > self.chart.scale.to {
                continue;
            }
            let (class, row) = if rejects { ("reject", 26.0) } else { ("warn", 12.0) };
            let x = self.x(limit);
            // Limits of bad things that are low have their words on the low side.
            let (anchor, shift) =
                if x < 70.0 || x > SIZE.0 / 2.0 && x < RIGHT - 70.0 { ("start", 3.0) } else { ("end", -3.0) };
            let _ = write!(
                html,
                "<path class=\"limit l-{class}\" d=\"M{x:.1} {:.1}V{BOTTOM}\"></path>",
                row - 9.0
            );
            let _ = writeln!(
                words,
                "<text class=\"l-{class}\" x=\"{:.1}\" y=\"{row}\" text-anchor=\"{anchor}\">{class} {}</text>",
                x + shift,
                crate::numbers::short(limit / self.chart.scale.unit),
            );
        }
        html.push_str(&words);
    }

    fn table(&self, html: &mut String) {
        let chart = self.chart;
        let _ = write!(
            html,
            "<details><summary>The numbers</summary><table><caption>{}: takes by {}</caption><thead><tr>\
             <th scope=\"col\">{}</th><th scope=\"col\" class=\"n\">Good</th><th scope=\"col\" class=\"n\">Warn</th>\
             <th scope=\"col\" class=\"n\">Reject</th></tr></thead><tbody>",
            chart.title, chart.unit, chart.unit,
        );
        for (index, bar) in
            self.counts.bars().iter().enumerate().filter(|(_, bar)| bar.iter().any(|&takes| takes > 0))
        {
            let Scale { from, step, .. } = chart.scale;
            let from = from + index as f64 * step;
            let _ = write!(
                html,
                "<tr><th scope=\"row\">{} to {}</th><td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td></tr>",
                chart.scale.show(from),
                chart.scale.show(from + step),
                count(bar[0]),
                count(bar[1]),
                count(bar[2]),
            );
        }
        let _ = writeln!(html, "</tbody></table></details>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recordings::tally::testing::{finding, take};

    #[test]
    fn takes_are_counted_where_they_lie_and_coloured_by_their_checks() {
        let policy = Policy::default();
        let mut all = Distribution::all();
        for (snr, findings) in [
            (Some(11.0), vec![finding("noisy", Severity::Reject)]),
            (Some(19.9), vec![finding("noisy", Severity::Warn)]),
            (Some(30.0), vec![finding("too-quiet", Severity::Reject)]),
            (Some(31.0), vec![]),
            (Some(99.0), vec![]),
            (None, vec![]),
            (Some(f64::NAN), vec![]),
        ] {
            let mut take = take("a.wav", "anna", findings);
            take.measured.snr_db = snr;
            for one in &mut all {
                one.add(&take.row(), &policy);
            }
        }
        let bars = all[0].counts.bars();
        assert_eq!((bars[5], bars[9], bars[15], bars[29]), ([0, 0, 1], [0, 1, 0], [2, 0, 0], [1, 0, 0]));
        assert_eq!((all[0].counts.missing, all[0].counts.above, all[0].counts.below), (2, 1, 0));
        assert!((all[0].counts.quantile(0.5) - 30.0).abs() <= 0.5, "{}", all[0].counts.quantile(0.5));
        let mut html = String::new();
        all[0].render(&mut html, &policy);
        assert!(
            html.contains(">warn 20<")
                && html.contains(">reject 12<")
                && html.contains("Not measured in 2 takes")
        );
        html.clear();
        all[1].render(&mut html, &policy);
        assert!(html.contains("Nothing to draw"));
        // Oracle: a take of 48 kHz without a cliff has its band up to 24 kHz.
        assert_eq!(all[5].counts.bars()[47], [7, 0, 0]);
    }

    #[test]
    fn every_check_and_limit_that_is_drawn_is_there() {
        let policy = Policy::default();
        for chart in CHARTS {
            assert!(chart.checks.iter().all(|id| crate::quality::explain(id).is_some()), "{}", chart.id);
            for (check, limit, _) in chart.limits {
                assert!(policy.limit(check, limit).is_some(), "{check}.{limit}");
            }
        }
    }
}
