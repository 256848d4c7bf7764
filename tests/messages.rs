//! The words of contributors come from the catalogue, all of them and nothing else.

use booth::messages::{FindingText, Language, Message, words};
use booth::quality::{CHECKS, Verdict};
use booth::recordings::INTERRUPTED;
use booth::recordings::check::{FILE_ALTERED, FILE_MISSING};
use booth::recordings::consent::{SCOPES, scope_message};
use booth::sitting::{
    ABOUT, CloseReason, Mode, Phase, ReadingState, Refusal, ReportReason, StopReason, about_message,
};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What a file of Rust says, without its tests, attributes and comments.
#[derive(Default)]
struct Said {
    /// Each `msg!`: its id and the names of its arguments.
    messages: Vec<(String, BTreeSet<String>)>,
    /// Each string: its line and its text.
    strings: Vec<(usize, String)>,
}

impl Said {
    fn of(source: &str) -> Self {
        let mut said = Self::default();
        said.read(source.parse().expect("the source is Rust"));
        said
    }

    fn read(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1);
            match token {
                TokenTree::Punct(hash) if hash.as_char() == '#' => {
                    let inner = matches!(next, Some(TokenTree::Punct(bang)) if bang.as_char() == '!');
                    let attribute = tokens.get(at + 1 + usize::from(inner));
                    at += 2 + usize::from(inner);
                    if attribute.is_some_and(|tokens| tokens.to_string().replace(' ', "") == "[cfg(test)]") {
                        // The item behind it ends with its braces, or with a semicolon.
                        while let Some(token) = tokens.get(at) {
                            at += 1;
                            let ends = match token {
                                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                                TokenTree::Punct(mark) => mark.as_char() == ';',
                                _ => false,
                            };
                            if ends {
                                break;
                            }
                        }
                    }
                    continue;
                }
                TokenTree::Ident(name) if name == "msg" => {
                    if let (Some(TokenTree::Punct(bang)), Some(TokenTree::Group(group))) =
                        (next, tokens.get(at + 2))
                        && bang.as_char() == '!'
                    {
                        self.message(&group.stream());
                    }
                }
                TokenTree::Literal(literal) => {
                    if let Some(text) = unquoted(&literal.to_string()) {
                        self.strings.push((literal.span().start().line, text));
                    }
                }
                TokenTree::Group(group) => self.read(group.stream()),
                _ => {}
            }
            at += 1;
        }
    }

    fn message(&mut self, call: &TokenStream) {
        let tokens: Vec<TokenTree> = call.clone().into_iter().collect();
        let Some(TokenTree::Literal(id)) = tokens.first() else { return };
        let Some(id) = unquoted(&id.to_string()) else { return };
        let is = |token: &TokenTree, mark: char| matches!(token, TokenTree::Punct(p) if p.as_char() == mark);
        let named = tokens.windows(3).filter_map(|three| match three {
            [comma, TokenTree::Ident(name), equals] if is(comma, ',') && is(equals, '=') => {
                Some(name.to_string())
            }
            _ => None,
        });
        self.messages.push((id, named.collect()));
    }
}

/// The text of a string as the compiler reads it; `None` for another literal.
fn unquoted(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        return Some(raw.trim_matches('#').trim_matches('"').to_owned());
    }
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::new();
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('x') => text.extend(chars.by_ref().take(2).last().map(|_| '\u{1}')),
            Some('u') => text.extend(chars.by_ref().find(|c| *c == '}').map(|_| '\u{1}')),
            Some('\n') => while chars.next_if(|c| c.is_whitespace()).is_some() {},
            Some(other) => text.push(other),
            None => {}
        }
    }
    Some(text)
}

/// Strings with a space that are no words of a person, and why they stand there.
const NO_WORDS: [(&str, &str); 8] = [
    ("booth record", "the command's own name, for who meets its lock"),
    ("booth studio", "the command's own name, for who meets its lock"),
    ("{}={}; HttpOnly; SameSite=Strict; Path=/", "a header for the browser"),
    (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "a header for the browser",
    ),
    ("microphone=(), camera=()", "a header for the browser"),
    ("text/html; charset=utf-8", "a kind of file, for the browser"),
    ("text/css; charset=utf-8", "a kind of file, for the browser"),
    ("text/javascript; charset=utf-8", "a kind of file, for the browser"),
];

/// Whether a string holds words: a letter and a space outside of what a format fills in.
fn is_words(text: &str) -> bool {
    let mut bare = String::new();
    let mut depth = 0u32;
    for c in text.replace("{{", "").replace("}}", "").chars() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            c if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    bare.contains(char::is_whitespace) && bare.contains(char::is_alphabetic)
}

fn rust_files(dir: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.file_stem().is_some_and(|stem| stem == "tests" || stem == "testing") {
            continue;
        }
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

/// What the program says below these folders of `src`, by file.
fn said(folders: &[&str]) -> Vec<(String, Said)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for folder in folders {
        rust_files(&src.join(folder), &mut files);
    }
    files.sort();
    let name = |path: &Path| path.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
    files.iter().map(|path| (name(path), Said::of(&fs::read_to_string(path).unwrap()))).collect()
}

fn arguments(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let inline = match expression {
            Expression::Inline(inline) => inline,
            Expression::Select { selector, variants } => {
                for variant in variants {
                    arguments(&variant.value, found);
                }
                selector
            }
        };
        if let InlineExpression::VariableReference { id } = inline {
            found.insert(id.name.to_owned());
        }
    }
}

/// Each message of the English catalogue with the arguments that it takes; the other languages have the same.
fn catalogue() -> BTreeMap<String, BTreeSet<String>> {
    let resource =
        fluent_syntax::parser::parse(Language::ENGLISH.source()).expect("the catalogue has no fault");
    let messages = resource.body.iter().filter_map(|entry| {
        let Entry::Message(message) = entry else { return None };
        let mut found = BTreeSet::new();
        let texts = message.attributes.iter().map(|attribute| &attribute.value).chain(&message.value);
        for pattern in texts {
            arguments(pattern, &mut found);
        }
        Some((message.id.name.to_owned(), found))
    });
    messages.collect()
}

/// Every finding that a take can have.
fn findings() -> Vec<&'static str> {
    let others = [INTERRUPTED, FILE_ALTERED, FILE_MISSING];
    CHECKS.iter().map(|check| check.id).chain(others).collect()
}

/// The messages of every value that is shown by its own word.
fn shown() -> Vec<Message> {
    let mut all: Vec<Message> = Vec::new();
    for finding in findings() {
        all.extend(FindingText::ALL.map(|text| text.of(finding)));
    }
    all.extend(Verdict::ALL.map(Verdict::message));
    all.extend(Refusal::ALL.iter().map(|refusal| refusal.message()));
    all.extend(Phase::ALL.iter().map(|phase| phase.message()));
    all.extend(Mode::ALL.iter().map(|mode| mode.message()));
    all.extend(ReadingState::ALL.iter().map(|state| state.message()));
    all.extend(StopReason::ALL.iter().map(|reason| reason.message()));
    all.extend(CloseReason::ALL.iter().map(|reason| reason.message()));
    all.extend(ReportReason::GIVEN.map(ReportReason::message));
    all.extend(SCOPES.map(|scope| scope_message(scope, None)));
    all.extend(ABOUT.map(about_message));
    all
}

#[test]
fn every_message_is_there_and_every_one_is_used_with_its_arguments() {
    let catalogue = catalogue();
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut faults = Vec::new();
    let mut hold = |place: &str, id: &str, given: &BTreeSet<String>| {
        used.insert(id.to_owned());
        match catalogue.get(id) {
            None => faults.push(format!("{place}: the catalogue has no `{id}`")),
            Some(taken) if taken != given => {
                faults.push(format!("{place}: `{id}` takes {taken:?}, and is given {given:?}"));
            }
            Some(_) => {}
        }
    };
    for (file, said) in said(&[""]) {
        // The macro itself, and its example.
        for (id, given) in said.messages.iter().filter(|_| file != "messages/mod.rs") {
            hold(&file, id, given);
        }
    }
    for message in shown() {
        hold(
            "a value that is shown",
            message.id(),
            &message.args().map(|(name, _)| name.to_owned()).collect(),
        );
    }
    faults.extend(catalogue.keys().filter(|id| !used.contains(*id)).map(|id| format!("nothing says `{id}`")));
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_finding_has_what_a_contributor_needs() {
    for finding in findings() {
        for language in Language::all() {
            // The title says the same in less words: nobody wants to read it twice.
            let words = words(language, finding).unwrap_or_else(|| panic!("{finding} has no words"));
            let shown = booth::messages::finding(language, finding);
            let ends = |text: &str| text.ends_with(['.', '!', '?', '。', '！', '？', '؟', '۔', '।']);
            assert!(shown.starts_with(words.problem.as_ref()) && !ends(&words.title), "{shown}");
            for sentence in [words.problem, words.fix] {
                assert!(ends(&sentence) && !sentence.contains("dB"), "{finding}: {sentence}");
                assert!(shown.contains(sentence.as_ref()), "{finding} is shown as: {shown}");
            }
        }
    }
}

#[test]
fn faces_hold_no_words() {
    let mut faults = Vec::new();
    for (file, said) in said(&["face", "sitting"]) {
        for (line, text) in said.strings.iter().filter(|(_, text)| is_words(text)) {
            if NO_WORDS.iter().any(|(known, _)| known == text) {
                continue;
            }
            faults.push(format!("src/{file}:{line}: {text:?} belongs into the catalogue"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_reader_of_sources_sees_what_it_is_to_see() {
    let said = Said::of(
        r##"
        //! Words of a comment.
        #[doc = "words of an attribute"]
        fn one() { let x = msg!("an-id", name = f("in here"), other = 2); crate::msg!("bare"); }
        #[cfg(test)]
        mod tests { const X: &str = "words of a test"; }
        const Y: &str = "after \
                         tests\n"; const Z: char = 'c'; const R: &str = r#"raw words"#;
        "##,
    );
    let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(
        said.messages,
        [("an-id".to_owned(), names(&["name", "other"])), ("bare".to_owned(), names(&[]))]
    );
    let strings: Vec<&str> = said.strings.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(strings, ["an-id", "in here", "bare", "after tests\n", "raw words"]);
    for words in ["two words", "{} of {}", "\n{a} b", "é é"] {
        assert!(is_words(words), "{words:?}");
    }
    for bare in ["{word:<8} {}", "kebab-case", "\r  [{}{}] ", ", ", "{{}} {x}"] {
        assert!(!is_words(bare), "{bare:?}");
    }
}
