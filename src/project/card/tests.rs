use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Result<Option<Part>> {
    Part::read(&KINDS[0], text.as_bytes())
}

fn on_card(text: &str) -> String {
    read(text).unwrap().unwrap().on_card()
}

#[test]
fn a_template_says_nothing_and_what_is_written_under_it_says_that() {
    for kind in &KINDS {
        let template = kind.template();
        assert_eq!(Part::read(kind, template.as_bytes()).unwrap(), None, "{}", kind.id);
        assert!(template.lines().all(|line| line.len() < 140), "{template}");
        let written = Part::read(kind, format!("\u{feff}{template}\r\nWe were bored.\r\n").as_bytes());
        assert_eq!(written.unwrap().unwrap().text(), "We were bored.\n");
        assert_eq!(PartKind::find(kind.id), Some(kind));
    }
}

#[test]
fn what_is_said_stays_below_its_heading_and_is_only_text() {
    let text = "# One\n\n> ## Two\n\n- ### Three\n\n###### Six\n\nSNR < 20 dB, \\<b> and `<i>`, <https://a.example>.\n\n```\n# <u>\n```\n";
    let card = "#### One\n\n> ##### Two\n\n- ###### Three\n\n###### Six\n\nSNR &lt; 20 dB, \\<b> and `<i>`, <https://a.example>.\n\n```\n# <u>\n```\n";
    assert_eq!(on_card(text), card);
    assert_eq!(on_card("a <!-- not this --> b\n"), "a  b\n");
    assert_eq!(on_card("| a | b |\n|---|---|\n| 1 < 2 | c |\n"), "| a | b |\n|---|---|\n| 1 &lt; 2 | c |\n");
    // What is stored is what is read again.
    let part = read(text).unwrap().unwrap();
    assert_eq!(Part::stored(&KINDS[0], part.text().as_bytes()).unwrap(), part);
    assert!(Part::stored(&KINDS[0], b"x").is_err() && Part::stored(&KINDS[0], b"<!-- x -->\n").is_err());
}

#[test]
fn what_would_break_the_card_is_refused_at_its_line() {
    for (text, line, says) in [
        ("a\n\n<script>alert(1)</script>\n", 3, "HTML"),
        ("a <img src=x onerror=y> b", 1, "HTML"),
        ("<details>\n\nx\n", 1, "HTML"),
        ("| a |\n|---|\n| <b>x</b> |\n", 3, "HTML"),
        ("<scr<!-- -->ipt>", 1, "HTML"),
        ("<!-- open\nfor ever", 1, "no end"),
        ("<!-- a --> b", 1, "its line"),
        ("x\n\n```\nopen\n", 0, "does not end"),
        ("x\n\n~~~~\nopen\n~~~\n", 0, "does not end"),
        ("[a](javascript:alert)", 1, "`javascript:`"),
        ("[a](java&#10;script:alert)", 1, "control"),
        ("[a](JaVaScRiPt&colon;alert)", 1, "`JaVaScRiPt:`"),
        ("<data:text/html,x>", 1, "`data:`"),
        ("[a][b]\n\n[b]: https://a.example\n", 3, "reference"),
        ("a[^1]\n\n[^1]: x\n", 1, "footnote"),
        ("![a](https://a.example/x.png)", 1, "picture"),
        ("Heading\n---\n", 1, "underlined"),
        ("a\u{202e}b", 1, "bidirectional"),
        ("a\n\u{200b}b", 2, "shows nothing"),
        ("a\u{1b}[31m", 1, "control"),
        ("a\rb", 1, "cannot be shown"),
    ] {
        let error = read(text).expect_err(text);
        assert_eq!(error.kind(), ErrorKind::Project, "{text}");
        assert_eq!(error.line().unwrap_or(0), line, "{text}: {error:?}");
        assert!(error.message().contains(says) && error.hint().is_some(), "{text}: {error:?}");
    }
    let error = Part::read(&KINDS[0], b"good\n\xff\n").unwrap_err();
    assert_eq!((error.line(), error.message()), (Some(2), "the part is not UTF-8"));
    let error = read(&"a".repeat(MOST_PART + 1)).unwrap_err();
    assert!(error.message().contains("65537 bytes; allowed are 65536"), "{error}");
}

/// Signs that open and do not close are the worst for a parser; a part of them costs no more than another.
#[test]
fn a_part_of_nothing_but_signs_is_read_at_once() {
    for sign in
        ["<", "[", "`", "*a ", "> ", "![", "<!-- -->", "&", "\\<", "| ", "- ", "a<", "``` ", "[](", "<a "]
    {
        let text = sign.repeat(MOST_PART / sign.len());
        let begun = std::time::Instant::now();
        let _ = read(&text).map(|part| part.map(|part| part.on_card()));
        assert!(begun.elapsed().as_secs() < 20, "{sign}: {:?}", begun.elapsed());
    }
}

#[test]
fn the_folder_is_read_as_it_is_and_strange_names_are_told() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join(FOLDER);
    assert_eq!(read_folder(&folder).unwrap(), Parts::default());
    std::fs::create_dir(&folder).unwrap();
    for (name, text) in [
        ("changes.md", "Three voices more.\n"),
        ("motivation.md", "Why not?\n"),
        ("limitations.md", "<!-- nothing yet -->\n"),
        ("motivaton.md", "x"),
        (".DS_Store", "x"),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let found = read_folder(&folder).unwrap();
    let ids: Vec<&str> = found.parts.iter().map(|part| part.kind().id).collect();
    assert_eq!((ids, found.strange), (vec!["motivation", "changes"], vec!["motivaton.md".to_owned()]));
    #[cfg(unix)]
    {
        // A link could lead to what was never meant to be published.
        std::os::unix::fs::symlink(dir.path().join("secret"), folder.join("ethics.md")).unwrap();
        let error = read_folder(&folder).unwrap_err();
        assert!(error.kind() == ErrorKind::Project && error.message().contains("a link"), "{error}");
        std::os::unix::fs::symlink(&folder, dir.path().join("other")).unwrap();
        let error = read_folder(&dir.path().join("other")).unwrap_err();
        assert!(error.message().contains("a link"), "{error}");
    }
}

proptest! {
    /// Whatever is written, what is let through holds no HTML, and what stands around it stands by itself.
    #[test]
    fn no_text_breaks_out(
        text in prop::collection::vec(
            prop_oneof![
                Just("<"), Just("!--"), Just("-->"), Just("script>"), Just("\n"), Just("\n\n"), Just("```"), Just("~~~"), Just("#"),
                Just(" "), Just("> "), Just("- "), Just("a"), Just("["), Just("]"), Just("("), Just(")"), Just(":"), Just("\\"),
                Just("`"), Just("|"), Just("---"), Just("&lt;"), Just("    "), Just("\t"), Just("/b>"), Just("=\"x\""),
            ],
            0..24,
        ),
    ) {
        use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
        if let Ok(Some(part)) = read(&text.concat()) {
            prop_assert_eq!(&Part::stored(&KINDS[0], part.text().as_bytes()).unwrap(), &part);
            let whole = format!("before\n\n### Heading\n\n{}\n### Next\n\nafter\n", part.on_card());
            let events: Vec<Event<'_>> = Parser::new_ext(&whole, Options::ENABLE_TABLES).collect();
            prop_assert!(!events.iter().any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_))), "{}", whole);
            let tail: Vec<&Event<'_>> = events.iter().rev().take(6).collect();
            prop_assert!(matches!(tail[..], [
                Event::End(TagEnd::Paragraph), Event::Text(_), Event::Start(Tag::Paragraph),
                Event::End(TagEnd::Heading(_)), Event::Text(_), Event::Start(Tag::Heading { .. }),
            ]), "{}", whole);
        }
    }
}
