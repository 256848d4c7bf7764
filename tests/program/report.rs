//! `booth check --report`: pages that a strict reader accepts, that hold what was found, and that need nothing
//! but the files beside them.

use super::Booth;
use super::voice::Voice;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// An element with its attributes.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
}

/// Undoes the escaping of markup.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let end = rest[at..].find(';').unwrap_or_else(|| panic!("a bare & in {text:?}")) + at;
        match &rest[at + 1..end] {
            "amp" => out.push('&'),
            "lt" => out.push('<'),
            "gt" => out.push('>'),
            "quot" => out.push('"'),
            code if code.starts_with('#') => {
                out.push(char::from_u32(code[1..].parse().unwrap()).unwrap());
            }
            other => panic!("the entity &{other}; is not one of XML"),
        }
        rest = &rest[end + 1..];
    }
    out + rest
}

/// Reads a page as XML: every element closed in order, every attribute once and in quotes, every `&` and `<` escaped,
/// ids unique. Returns the elements and all text outside style and script.
fn parse(page: &str) -> (Vec<Element>, String) {
    let mut rest = page.strip_prefix("<!DOCTYPE html>\n").expect("a doctype");
    let (mut elements, mut open, mut text) = (Vec::new(), Vec::<String>::new(), String::new());
    assert!(!page.chars().any(|c| c.is_control() && c != '\n'), "control characters");
    while let Some(at) = rest.find('<') {
        let inside = open.last().map_or("", String::as_str);
        if !matches!(inside, "style" | "script") {
            text.push_str(&plain(&rest[..at]));
            text.push(' ');
        }
        assert!(!open.is_empty() || rest[..at].trim().is_empty(), "text outside of the page");
        rest = &rest[at + 1..];
        let mut quoted = false;
        let end = rest
            .find(|c| {
                quoted ^= c == '"';
                assert!(c != '<', "a bare < near {:?}", rest.chars().take(80).collect::<String>());
                c == '>' && !quoted
            })
            .expect("an end of the tag");
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "closed out of order");
            continue;
        }
        let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric()), "the element {name:?}");
        let mut element = Element { name: name.to_owned(), attributes: BTreeMap::new() };
        while !attributes.trim().is_empty() {
            let (key, after) = attributes.trim_start().split_once("=\"").expect("a value in quotes");
            let (value, after) = after.split_once('"').expect("a closing quote");
            assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "the attribute {key:?}");
            assert!(element.attributes.insert(key.to_owned(), plain(value)).is_none(), "{key} twice");
            attributes = after;
        }
        if !empty {
            assert!(!matches!(name, "meta" | "img" | "br"), "{name} is never closed");
            open.push(name.to_owned());
        }
        elements.push(element);
    }
    assert!(open.is_empty() && rest.trim().is_empty(), "left open: {open:?}");
    let ids: Vec<&String> = elements.iter().filter_map(|element| element.attributes.get("id")).collect();
    let unique: std::collections::BTreeSet<&&String> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "an id is there twice");
    (elements, text)
}

/// The file that an address on a page leads to.
fn target(page: &Path, address: &str) -> PathBuf {
    let address = address.split('#').next().unwrap();
    let mut bytes = Vec::new();
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    #[cfg(unix)]
    let path =
        std::ffi::OsString::from(<std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(&bytes));
    #[cfg(not(unix))]
    let path = String::from_utf8(bytes).unwrap();
    page.parent().unwrap().join(path)
}

const HOSTILE: &str =
    "</title></style></script><script>alert('x')</script><img src=x onerror=alert(1)> & مرحبا \u{202e}cod";

/// Takes of every kind: good, clipped, cut, silent, broken, under names that are hard to write in an address.
fn takes(booth: &Booth) -> usize {
    let voice = Voice::default();
    let good = voice.samples();
    let loud: Vec<i16> = good.iter().map(|&sample| sample.saturating_mul(8)).collect();
    let cut = good[24_000..].to_vec();
    let names = ["good", "a b#1?", "per%cent", "ü \"quoted\"", "javascript:alert(1)", "<b>"];
    let sounds = [&good, &loud, &cut, &vec![0; 48_000], &loud, &cut];
    for (name, samples) in names.iter().zip(sounds) {
        let bytes = samples.iter().flat_map(|sample| sample.to_le_bytes()).collect::<Vec<u8>>();
        booth.write(&format!("in/{name}.wav"), super::bad_input::wav(1, 1, 48_000, 16, &bytes));
        booth.write(&format!("in/{name}.txt"), HOSTILE);
    }
    booth.write("in/broken.wav", b"RIFF and nothing else");
    names.len() + 1
}

#[test]
fn every_page_is_well_formed_complete_and_stands_alone() {
    let booth = Booth::new();
    let count = takes(&booth);
    booth.run(&["check", "in", "--report", "out/report"]).exits(1).says(&["REJECT", "index.html"]);
    let lines = std::fs::read_to_string(booth.path("out/report/takes.jsonl")).unwrap();
    let rows: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), count + 1);
    let mut pages = 0;
    for (name, bytes) in super::tree(&booth.path("out/report")) {
        if !name.ends_with(".html") {
            continue;
        }
        pages += 1;
        let page = String::from_utf8(bytes).unwrap();
        let (elements, text) = parse(&page);
        assert_eq!(elements.iter().filter(|element| element.name == "script").count(), 1, "{name}");
        let elsewhere = page.replacen("http-equiv", "", 1).contains("http");
        assert!(!elsewhere && !page.contains("@import") && !page.contains('\u{202e}'), "{name}");
        let path = booth.path("out/report").join(&name);
        for element in &elements {
            for (key, value) in &element.attributes {
                assert!(!key.starts_with("on"), "{name}: {key}");
                if matches!(key.as_str(), "src" | "href") && !value.starts_with("data:image/png;base64,") {
                    assert!(!value.contains("//") && !value.contains(':'), "{name}: {value}");
                    let leads = value.starts_with('#') || target(&path, value).is_file();
                    assert!(leads, "{name}: {value} leads nowhere");
                }
            }
        }
        if name == "index.html" {
            for row in rows.iter().filter(|row| row["verdict"] == "reject") {
                let path = row["path"].as_str().unwrap();
                assert!(text.contains(path), "{path} is not on the page");
            }
            for word in
                ["Reasons", "Measurements", "Worst takes", "Too loud, distorted", "No picture", "alert('x')"]
            {
                assert!(text.contains(word), "{word}");
            }
            let named = |name: &str| elements.iter().filter(|element| element.name == name).count();
            assert!(named("audio") >= 5 && named("img") >= 4 && named("svg") >= 6, "pictures and sound");
        }
    }
    assert!(pages >= 4, "{pages}");
}

#[test]
fn a_report_is_the_same_for_any_thread_count_and_leads_from_anywhere() {
    let booth = Booth::new();
    takes(&booth);
    booth.run(&["check", "in", "--report", "one", "--threads", "1"]).exits(1).says(&["one/index.html"]);
    booth.run(&["check", "in", "--report", "two", "--threads", "3"]).exits(1).says(&["two/index.html"]);
    assert!(super::tree(&booth.path("one")) == super::tree(&booth.path("two")), "other bytes");
    // From an absolute path into a deep folder: the links are still relative and lead there.
    let absolute = booth.path("in");
    booth
        .run(&["check", absolute.to_str().unwrap(), "--report", "a/b/c"])
        .exits(1)
        .says(&["a/b/c/index.html"]);
    let page = std::fs::read_to_string(booth.path("a/b/c/index.html")).unwrap();
    let (elements, _) = parse(&page);
    for element in elements.iter().filter(|element| element.name == "audio") {
        let source = &element.attributes["src"];
        assert!(source.starts_with("../../../in/"), "{source}");
        assert!(target(&booth.path("a/b/c/index.html"), source).is_file(), "{source}");
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_linked_all_the_same() {
    use std::os::unix::ffi::OsStrExt as _;
    let booth = Booth::new();
    let name = std::ffi::OsStr::from_bytes(b"in/\xff\xfe.wav");
    std::fs::create_dir_all(booth.path("in")).unwrap();
    if std::fs::write(booth.path(".").join(name), b"no audio").is_err() {
        // Some file systems hold text only.
        return;
    }
    booth.run(&["check", "in", "--report", "report"]).exits(1).says(&["report/index.html"]);
    let page = std::fs::read_to_string(booth.path("report/index.html")).unwrap();
    let (elements, _) = parse(&page);
    let audio = elements.iter().find(|element| element.name == "audio").unwrap();
    assert_eq!(audio.attributes["src"], "../in/%FF%FE.wav");
    assert!(target(&booth.path("report/index.html"), &audio.attributes["src"]).is_file());
}
