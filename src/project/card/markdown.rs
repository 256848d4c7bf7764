//! Markdown of strangers' hands inside a text of ours: what it may hold, and how it is set so that it stays inside.
//!
//! It is read as `CommonMark` with the tables, footnotes and strikes of GitHub. What would be HTML is refused, and each `<` that is
//! only a sign is written as an entity, so that a reader with other rules finds no HTML either.

use super::MOST_PART;
use crate::error::{Error, ErrorKind, Result};
use crate::tables::Places;
use crate::text::unsafe_line;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The heading under which a part stands, by its level.
const ABOVE: usize = 3;
/// What is put behind a part to see whether it stays by itself.
const BEHIND: &str = "behind";

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}

/// What stands where in a text.
#[derive(Default)]
struct Found {
    comments: Vec<Range<usize>>,
    /// What may not be, with what to do instead.
    faults: Vec<(usize, String, &'static str)>,
    /// The `#`s of headings.
    headings: Vec<Range<usize>>,
    /// Each `<` that is a sign among words.
    signs: Vec<usize>,
}

/// Returns the text without comments, with LF line ends, and with one at its end; `None` when there is no other.
///
/// # Errors
/// Those of [`super::Part::read`].
pub(super) fn clean(bytes: &[u8]) -> Result<Option<String>> {
    let refused = |message: String| Error::new(ErrorKind::Project, message);
    if bytes.len() > MOST_PART {
        let message = format!("the part has {} bytes; allowed are {MOST_PART}", bytes.len());
        return Err(refused(message).with_hint("put the long of it elsewhere, and a link here"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes[..error.valid_up_to()].split(|&byte| byte == b'\n').count() as u64;
        refused("the part is not UTF-8".to_owned()).at_line(line).with_hint("save it as UTF-8")
    })?;
    // As editors of Windows save it.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    for (line, number) in text.split('\n').zip(1u64..) {
        let fault = Some(line).filter(|line| !line.trim_matches([' ', '\t']).is_empty());
        if let Some(fault) = fault.and_then(|line| unsafe_line(&line.replace('\t', " "))) {
            let error = refused(format!("the line cannot be shown: {fault}"));
            return Err(error.at_line(number).with_hint("remove the character"));
        }
    }
    let found = look(&text);
    let told = |faults: Vec<(usize, String, &'static str)>, text: &str| {
        let first = faults.into_iter().min_by_key(|fault| fault.0);
        first.map_or(Ok(()), |(at, message, hint)| {
            let (line, column) = Places::new(text).of(at);
            Err(refused(message).at(line, column).with_hint(hint))
        })
    };
    told(found.faults, &text)?;
    let rest = replaced(&text, found.comments.into_iter().map(|range| (range, "")));
    let lines = rest.split('\n').map(|line| if line.trim().is_empty() { "" } else { line });
    let rest = lines.collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned();
    if rest.is_empty() {
        return Ok(None);
    }
    let rest = rest + "\n";
    // Where a comment was, its two sides may have become something else.
    let again = look(&rest);
    told(again.faults, &rest)?;
    if let Some(comment) = again.comments.first() {
        let fault = (comment.start, "a comment stands inside of another".to_owned(), "end each with -->");
        told(vec![fault], &rest)?;
    }
    if !stays_inside(&set(&rest, look(&rest))) {
        let message =
            "the part does not end where its text ends, so that it would take in what stands below it";
        return Err(refused(message.to_owned()).with_hint("close the block of code with the same fence"));
    }
    Ok(Some(rest))
}

/// Returns a clean text with its headings below [`ABOVE`] and its signs as entities.
pub(super) fn on_card(text: &str) -> String {
    set(text, look(text))
}

fn set(text: &str, found: Found) -> String {
    const SIGNS: &str = "######";
    let heading = |range: Range<usize>| {
        let level = (range.len() + ABOVE).min(SIGNS.len());
        (range, &SIGNS[..level])
    };
    let sign = |at: usize| (at..at + 1, "&lt;");
    let mut edits: Vec<(Range<usize>, &str)> =
        found.headings.into_iter().map(heading).chain(found.signs.into_iter().map(sign)).collect();
    edits.sort_by_key(|(range, _)| range.start);
    replaced(text, edits.into_iter())
}

/// Returns a text with other words in some places, which rise.
fn replaced<'w>(text: &str, edits: impl Iterator<Item = (Range<usize>, &'w str)>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut behind = 0;
    for (range, words) in edits {
        out.push_str(&text[behind..range.start.max(behind)]);
        out.push_str(words);
        behind = range.end.max(behind);
    }
    out.push_str(&text[behind..]);
    out
}

/// Tells whether a paragraph that follows a text is read as one.
fn stays_inside(text: &str) -> bool {
    let whole = format!("{text}\n{BEHIND}\n");
    let events: Vec<Event<'_>> = Parser::new_ext(&whole, options()).collect();
    let mut depth = 0usize;
    let mut outside = false;
    for event in &events {
        match event {
            Event::Start(Tag::Paragraph) => outside = depth == 0,
            _ => outside &= !matches!(event, Event::Start(_)),
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    let last: Vec<&Event<'_>> = events.iter().rev().take(3).collect();
    outside
        && matches!(last[..], [Event::End(TagEnd::Paragraph), Event::Text(words), Event::Start(Tag::Paragraph)]
            if words.as_ref() == BEHIND)
}

/// Says why a link may not lead where it leads.
fn link_fault(to: &str) -> Option<String> {
    if to.chars().any(char::is_control) {
        return Some("a link has a control character".to_owned());
    }
    let scheme = to.split_once(':').map(|(scheme, _)| scheme)?;
    let is_scheme = scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let allowed = ["http", "https", "mailto"].iter().any(|one| scheme.eq_ignore_ascii_case(one));
    (is_scheme && !allowed).then(|| format!("a link leads to `{}:`", scheme.escape_debug()))
}

fn look(text: &str) -> Found {
    let mut found = Found::default();
    let events = Parser::new_ext(text, options()).into_offset_iter();
    for (label, definition) in events.reference_definitions().iter() {
        let message =
            format!("`[{}]` is a reference, which would hold for the whole card", label.escape_debug());
        found.faults.push((definition.span.start, message, "write the link where it is: [words](https://…)"));
    }
    // Words between the signs of a block of code, or of an address in angles, are what they are.
    let mut as_it_is = false;
    for (event, range) in events {
        let at = range.start;
        match event {
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => html(text, range, &mut found),
            Event::Start(Tag::Heading { .. }) => {
                let signs = text[range].bytes().take_while(|&byte| byte == b'#').count();
                if signs == 0 {
                    let message = "the line is underlined, which makes it a heading";
                    let hint = "begin the heading with `## `, or leave a line empty before the rule";
                    found.faults.push((at, message.to_owned(), hint));
                }
                found.headings.push(at..at + signs);
            }
            Event::Start(Tag::Image { .. }) => {
                let message = "a picture would not be in the corpus".to_owned();
                found.faults.push((at, message, "link to it: [words](https://…), without `!`"));
            }
            Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) => {
                let message = "a footnote would hold for the whole card".to_owned();
                found.faults.push((at, message, "write it where it belongs"));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                if let Some(fault) = link_fault(&dest_url) {
                    let hint = "link to a page (https:), an address (mailto:) or a file of the corpus";
                    found.faults.push((at, fault, hint));
                }
                as_it_is |= matches!(link_type, LinkType::Autolink | LinkType::Email);
            }
            Event::Start(Tag::CodeBlock(_)) => as_it_is = true,
            Event::End(TagEnd::CodeBlock | TagEnd::Link) => as_it_is = false,
            Event::Text(_) if !as_it_is => {
                let signs = text[range.clone()].match_indices('<').map(|(offset, _)| at + offset);
                found.signs.extend(signs.filter(|&sign| sign == 0 || text.as_bytes()[sign - 1] != b'\\'));
            }
            _ => {}
        }
    }
    found
}

/// Takes a piece of HTML for a comment, or for a fault.
fn html(text: &str, range: Range<usize>, found: &mut Found) {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    let piece = piece.trim();
    let mut fault = |at, message: &str, hint| found.faults.push((at, message.to_owned(), hint));
    if !piece.starts_with("<!--") {
        let hint = "write it in Markdown; a sign that is only a sign is `\\<`";
        return fault(start, "HTML cannot stand on the card", hint);
    }
    match piece[4..].find("-->").map(|end| 4 + end + 3) {
        None => fault(start, "the comment has no end", "end it with -->"),
        Some(end) if end < piece.len() => {
            fault(start + end, "a comment has its line for itself", "begin a line behind -->");
        }
        Some(end) => found.comments.push(start..start + end),
    }
}
