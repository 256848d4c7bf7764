//! What every page of a report begins and ends with.

use crate::digest::Sha256;
use crate::report::html::escape;
use crate::report::png::base64;
use std::fmt::Write as _;
use std::sync::OnceLock;

/// The style of every page, as it stands between its tags.
const STYLE: &str = concat!("\n", include_str!("page.css"));
/// The one script, as it stands between its tags.
const SCRIPT: &str = concat!("\n", include_str!("page.js"));

/// What a browser lets a page do (Content Security Policy, level 3): the one style and the one script, which are named by
/// their digests, the pictures that are inside the page, and takes to listen to. Nothing is fetched, nothing is sent.
///
/// The style attributes hold numbers of our own, which have no digest; `style-src` is for browsers that do not know the two
/// parts of it.
fn policy() -> &'static str {
    static POLICY: OnceLock<String> = OnceLock::new();
    POLICY.get_or_init(|| {
        let digest = |text: &str| {
            let mut digest = "'sha256-".to_owned();
            base64(&mut digest, Sha256::of(text).bytes());
            digest.push('\'');
            digest
        };
        format!(
            "default-src 'none'; script-src {}; style-src 'unsafe-inline'; style-src-elem {}; \
             style-src-attr 'unsafe-inline'; img-src data:; media-src 'self' file:; base-uri 'none'; form-action 'none'",
            digest(SCRIPT),
            digest(STYLE)
        )
    })
}

/// Appends everything before the content: `title` is text, `header` is HTML.
pub fn begin(html: &mut String, title: &str, header: &str) {
    let title = escape(title);
    // Written so that a reader of XML can read it too, which tells a lost quote or tag from a page that only looks right.
    let _ = write!(
        html,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <meta name=\"referrer\" content=\"no-referrer\"/>\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header>\n<h1>{title}</h1>\n{header}</header>\n\
         <main id=\"content\">\n",
        policy()
    );
}

/// Appends everything after the content; `footer` is HTML.
pub fn end(html: &mut String, footer: &str) {
    let _ =
        write!(html, "</main>\n<footer>\n{footer}</footer>\n<script>{SCRIPT}</script>\n</body>\n</html>\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_allows_its_own_style_and_script_and_nothing_from_elsewhere() {
        let mut page = String::new();
        begin(&mut page, "T", "");
        end(&mut page, "");
        let policy =
            page.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
        let parts: Vec<(&str, &str)> = policy.split("; ").map(|part| part.split_once(' ').unwrap()).collect();
        let of = |name: &str| parts.iter().find(|part| part.0 == name).unwrap().1;
        assert_eq!((of("default-src"), of("base-uri"), of("form-action")), ("'none'", "'none'", "'none'"));
        assert!(!policy.contains("http") && !policy.contains('*'), "{policy}");
        // The digest is of what stands between the tags, byte by byte.
        for (name, tag) in [("script-src", "script"), ("style-src-elem", "style")] {
            let content =
                page.split(&format!("<{tag}>")).nth(1).unwrap().split(&format!("</{tag}>")).next().unwrap();
            let mut digest = String::new();
            base64(&mut digest, Sha256::of(content).bytes());
            assert_eq!(of(name), format!("'sha256-{digest}'"));
            assert_eq!(page.matches(&format!("<{tag}")).count(), 1);
        }
    }

    #[test]
    fn style_and_script_hold_nothing_that_markup_would_read() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains(['<', '&']) && !text.contains("]]>") && !text.contains("http"), "{text}");
        }
    }
}
