//! A drawing as a file of its own: SVG that says what it shows, can be read in the dark, and reaches for nothing.
//!
//! It has a ground of its own, since a page that is dark by its own choice may hold it in front of a reader whose system
//! is light. It is drawn narrow, so that its letters are still letters on a telephone.

use super::scale::Counts;
use crate::numbers::count;
use std::fmt::Write as _;

/// The width of a drawing, in its own units, and on a page that has room.
const WIDTH: f64 = 400.0;
const SHOWN: f64 = 600.0;
/// Where bars begin and end.
const LEFT: f64 = 14.0;
const RIGHT: f64 = WIDTH - 14.0;
/// Where the title stands, and what is below it begins.
const TITLE: f64 = 26.0;
const TOP: f64 = 42.0;
/// The bars of a histogram.
const HIGH: f64 = 130.0;
/// A horizontal bar with its words above it.
const ROW: f64 = 36.0;
const THICK: f64 = 11.0;
/// The least of a bar: a single one among many thousands is still seen.
const LEAST: f64 = 1.5;

/// A colour by day and by night.
struct Colour {
    class: &'static str,
    property: &'static str,
    light: &'static str,
    dark: &'static str,
}

const fn colour(
    class: &'static str,
    property: &'static str,
    light: &'static str,
    dark: &'static str,
) -> Colour {
    Colour { class, property, light, dark }
}

/// All colours; blue, orange and grey are told apart by who does not see red or green.
const COLOURS: [Colour; 7] = [
    colour("page", "fill", "#ffffff", "#0d1117"),
    colour("word", "fill", "#1f2328", "#e6edf3"),
    colour("soft", "fill", "#57606a", "#9da7b3"),
    colour("axis", "stroke", "#57606a", "#9da7b3"),
    colour("b0", "fill", "#0969da", "#58a6ff"),
    colour("b1", "fill", "#bc4c00", "#f0883e"),
    colour("b2", "fill", "#57606a", "#c9d1d9"),
];

/// A horizontal bar.
pub struct Bar {
    /// What it is of.
    pub label: String,
    /// Its parts, in the order of the legend; lengths are to each other as these numbers are.
    pub parts: Vec<u64>,
    /// What it comes to, in words.
    pub value: String,
}

/// Escapes what is markup in SVG.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // No control is a character of XML.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Begins a drawing of a height.
fn begin(title: &str, description: &str, height: f64) -> String {
    let mut out = String::new();
    let shown = height / WIDTH * SHOWN;
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{SHOWN}\" height=\"{shown:.0}\" \
         role=\"img\" aria-labelledby=\"title description\">\n<title id=\"title\">{}</title>\n<desc id=\"description\">{}</desc>",
        escaped(title),
        escaped(description)
    );
    out.push_str("<style>\ntext{font:13px system-ui,sans-serif}\n.head{font-weight:600;font-size:15px}\n.axis{fill:none}\n");
    for colour in &COLOURS {
        let _ = writeln!(out, ".{}{{{}:{}}}", colour.class, colour.property, colour.light);
    }
    out.push_str("@media (prefers-color-scheme:dark){\n");
    for colour in &COLOURS {
        let _ = writeln!(out, ".{}{{{}:{}}}", colour.class, colour.property, colour.dark);
    }
    out.push_str("}\n</style>\n");
    let _ = writeln!(out, "<rect class=\"page\" width=\"{WIDTH}\" height=\"{height}\"/>");
    words(&mut out, "word head", (LEFT, TITLE), "start", title);
    out
}

fn words(out: &mut String, class: &str, (x, y): (f64, f64), anchor: &str, text: &str) {
    let anchor = if anchor == "start" { String::new() } else { format!(" text-anchor=\"{anchor}\"") };
    let _ =
        writeln!(out, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\"{anchor}>{}</text>", escaped(text));
}

fn area(out: &mut String, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
    let _ = writeln!(
        out,
        "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
    );
}

/// Draws how often each value is. `unit` stands under the axis, and `noun` is what is counted, for more than one.
pub fn histogram(title: &str, description: &str, unit: &str, noun: &str, counts: &Counts<1>) -> String {
    let top = TOP + 20.0;
    let bottom = top + HIGH;
    let mut out = begin(title, description, bottom + 48.0);
    let bars = counts.bars();
    let highest = bars.iter().map(|[bar]| *bar).max().unwrap_or(0).max(1);
    // Above the bars, so that none is in its way.
    words(&mut out, "soft", (LEFT, TOP + 6.0), "start", &format!("highest bar: {} {noun}", count(highest)));
    let width = (RIGHT - LEFT) / bars.len() as f64;
    for (index, &[bar]) in bars.iter().enumerate().filter(|(_, bar)| bar[0] > 0) {
        let height = (bar as f64 / highest as f64 * HIGH).max(LEAST);
        area(&mut out, "b0", (LEFT + index as f64 * width + 0.5, bottom - height), (width - 1.0, height));
    }
    let _ = writeln!(out, "<path class=\"axis\" d=\"M{LEFT} {top}V{bottom}H{RIGHT}\"/>");
    let x = |value: f64| LEFT + counts.scale().share(value) * (RIGHT - LEFT);
    for tick in counts.scale().ticks(counts) {
        let at = x(tick.value);
        let _ = writeln!(out, "<path class=\"axis\" d=\"M{at:.1} {bottom}v4\"/>");
        words(&mut out, "word", (at, bottom + 18.0), tick.anchor, &tick.label);
    }
    words(&mut out, "soft", (f64::midpoint(LEFT, RIGHT), bottom + 37.0), "middle", unit);
    out.push_str("</svg>\n");
    out
}

/// Draws bars below each other, in the order given; with more than one name in the legend, their parts are told apart.
pub fn bars(title: &str, description: &str, legend: &[&str], rows: &[Bar]) -> String {
    let has_legend = legend.len() > 1;
    let top = if has_legend { TOP + 22.0 } else { TOP };
    let mut out = begin(title, description, top + rows.len() as f64 * ROW + 6.0);
    if has_legend {
        let mut at = LEFT;
        for (part, name) in legend.iter().enumerate() {
            area(&mut out, &format!("b{part}"), (at, TOP - 2.0), (11.0, 11.0));
            words(&mut out, "word", (at + 16.0, TOP + 8.0), "start", name);
            // Room for the widest letters.
            at += 38.0 + 9.0 * name.len() as f64;
        }
    }
    let sum = |bar: &Bar| bar.parts.iter().fold(0u64, |sum, part| sum.saturating_add(*part));
    let longest = rows.iter().map(sum).max().unwrap_or(0).max(1);
    for (index, bar) in rows.iter().enumerate() {
        let y = top + index as f64 * ROW;
        words(&mut out, "word", (LEFT, y + 12.0), "start", &bar.label);
        words(&mut out, "word", (RIGHT, y + 12.0), "end", &bar.value);
        let mut x = LEFT;
        for (part, &amount) in bar.parts.iter().enumerate().filter(|(_, amount)| **amount > 0) {
            let length = (amount as f64 / longest as f64 * (RIGHT - LEFT)).max(LEAST);
            let length = length.min(RIGHT - x).max(0.5);
            // A gap parts what colours may not.
            let gap = if length > 3.0 { 1.0 } else { 0.0 };
            area(&mut out, &format!("b{part}"), (x, y + 17.0), (length - gap, THICK));
            x = (x + length).min(RIGHT - 0.5);
        }
    }
    out.push_str("</svg>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Scale;

    /// The contrast of two colours (WCAG 2.2, relative luminance).
    fn contrast(a: &str, b: &str) -> f64 {
        let luminance = |colour: &str| {
            let channel = |at: usize| {
                let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
            };
            0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
        };
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn all_that_is_drawn_can_be_read_by_day_and_by_night() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        for colour in &COLOURS[1..] {
            for (name, on, page) in
                [("light", colour.light, COLOURS[0].light), ("dark", colour.dark, COLOURS[0].dark)]
            {
                // Bars need 3 and have what letters need as well.
                assert!(contrast(on, page) >= 4.5, "{} {name}: {}", colour.class, contrast(on, page));
            }
        }
    }

    static SCALE: Scale = Scale { from: 0.0, to: 3.0, step: 1.0, tick: 1.0, unit: 1.0 };

    #[test]
    fn a_histogram_has_these_bytes() {
        let mut counts = Counts::new(&SCALE);
        for value in [Some(0.5), Some(1.0), Some(1.5), Some(7.0), None] {
            counts.add(value, 0);
        }
        assert_eq!((counts.counted(), counts.missing, counts.above), (4, 1, 1));
        let svg = histogram("Length", "Four <values>.", "seconds", "utterances", &counts);
        let drawn = svg.split("</style>\n").nth(1).unwrap();
        assert_eq!(
            drawn,
            "<rect class=\"page\" width=\"400\" height=\"240\"/>\n\
             <text class=\"word head\" x=\"14.0\" y=\"26.0\">Length</text>\n\
             <text class=\"soft\" x=\"14.0\" y=\"48.0\">highest bar: 2 utterances</text>\n\
             <rect class=\"b0\" x=\"14.5\" y=\"127.0\" width=\"123.0\" height=\"65.0\"/>\n\
             <rect class=\"b0\" x=\"138.5\" y=\"62.0\" width=\"123.0\" height=\"130.0\"/>\n\
             <rect class=\"b0\" x=\"262.5\" y=\"127.0\" width=\"123.0\" height=\"65.0\"/>\n\
             <path class=\"axis\" d=\"M14 62V192H386\"/>\n\
             <path class=\"axis\" d=\"M14.0 192v4\"/>\n<text class=\"word\" x=\"14.0\" y=\"210.0\">0</text>\n\
             <path class=\"axis\" d=\"M138.0 192v4\"/>\n<text class=\"word\" x=\"138.0\" y=\"210.0\" text-anchor=\"middle\">1</text>\n\
             <path class=\"axis\" d=\"M262.0 192v4\"/>\n<text class=\"word\" x=\"262.0\" y=\"210.0\" text-anchor=\"middle\">2</text>\n\
             <path class=\"axis\" d=\"M386.0 192v4\"/>\n<text class=\"word\" x=\"386.0\" y=\"210.0\" text-anchor=\"end\">\u{2265}3</text>\n\
             <text class=\"soft\" x=\"200.0\" y=\"229.0\" text-anchor=\"middle\">seconds</text>\n</svg>\n"
        );
        assert!(svg.contains("<desc id=\"description\">Four &lt;values&gt;.</desc>"), "{svg}");
        // The name of the language is the only address in it.
        let rest = svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assert!(!rest.contains("http") && !rest.contains("<script") && !rest.contains("url("), "{svg}");
    }

    #[test]
    fn bars_stay_inside_whatever_their_lengths_are() {
        let bar = |label: &str, parts: &[u64]| Bar {
            label: label.to_owned(),
            parts: parts.to_vec(),
            value: "x".to_owned(),
        };
        let rows = [bar("a", &[1, 1, 1_000_000]), bar("b", &[u64::MAX, 1, 1]), bar("c", &[0, 0, 0])];
        let svg = bars("Hours", "By language.", &["train", "dev", "test"], &rows);
        for line in svg.lines().filter(|line| line.starts_with("<rect class=\"b")) {
            let number = |name: &str| -> f64 {
                line.split(&format!(" {name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
            };
            let (x, width) = (number("x"), number("width"));
            assert!(x >= LEFT && width > 0.0 && x + width <= RIGHT + 0.05, "{line}");
        }
        assert_eq!(svg.matches(">x</text>").count(), 3);
    }
}
