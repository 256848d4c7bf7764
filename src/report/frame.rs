//! What every page of a report begins and ends with.

use crate::report::html::escape;
use std::fmt::Write as _;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Appends everything before the content: `title` is text, `header` is HTML.
pub fn begin(html: &mut String, title: &str, header: &str) {
    let title = escape(title);
    // Written so that a reader of XML can read it too, which tells a lost quote or tag from a page that only looks right.
    let _ = write!(
        html,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"referrer\" content=\"no-referrer\"/>\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header>\n<h1>{title}</h1>\n{header}</header>\n\
         <main id=\"content\">\n"
    );
}

/// Appends everything after the content; `footer` is HTML.
pub fn end(html: &mut String, footer: &str) {
    let _ =
        write!(html, "</main>\n<footer>\n{footer}</footer>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn style_and_script_hold_nothing_that_markup_would_read() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains(['<', '&']) && !text.contains("]]>") && !text.contains("http"), "{text}");
        }
    }
}
