//! For each lint, the smallest sheet that it alone is found in, and where.

use super::lints::{LINTS, LintFinding};
use super::{SheetDefaults, lint, lint_for, lint_tsv, lint_tsv_for, load, load_for, load_head, target_named};
use crate::error::ErrorKind;
use crate::fsio;
use crate::ids::Locale;
use crate::severity::Severity;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// A whole file and what is found in it.
const FILES: &[(&str, &str, &[u8], u64, u64)] = &[
    ("not-utf8", "de-DE", b"id\ttext\na\tGr\xfc\xdfe\n", 2, 5),
    ("not-utf8", "de-DE", b"\xff\xfei\0d\0", 1, 1),
    ("byte-order-mark", "de-DE", b"\xef\xbb\xbfid\ttext\na\tweck mich\n", 1, 1),
    ("carriage-return", "de-DE", b"id\ttext\r\na\tweck mich\r\n", 1, 8),
    ("carriage-return", "de-DE", b"id\ttext\na\tweck\rmich\n", 2, 7),
    ("no-final-newline", "de-DE", b"id\ttext\na\tweck mich", 2, 12),
    ("blank-line", "de-DE", b"id\ttext\n\n  \na\tweck mich\n", 2, 1),
    ("blank-line", "de-DE", b"id\ttext\na\tweck mich\n\n", 3, 1),
    ("bad-header", "de-DE", b"", 1, 1),
    ("bad-header", "de-DE", b"\n", 1, 1),
    ("bad-header", "de-DE", b"a\tweck mich\n", 1, 1),
    ("bad-header", "de-DE", b"id\tintent\na\tb\n", 1, 1),
    ("unknown-column", "de-DE", b"id\ttext\tnote\na\tweck mich\tx\n", 1, 9),
    ("unknown-column", "de-DE", b"id\ttext\tIntent \na\tweck mich\tx\n", 1, 9),
    ("duplicate-column", "de-DE", b"id\ttext\ttext\na\tweck mich\tweck uns\n", 1, 9),
    ("no-prompts", "de-DE", b"id\ttext\n", 1, 1),
    ("cell-count", "de-DE", b"id\ttext\na\tweck\tmich\n", 2, 8),
    ("cell-count", "de-DE", b"id\ttext\thint\na\tweck mich\n", 2, 12),
    ("missing-id", "de-DE", b"id\ttext\n\tweck mich\n", 2, 1),
    ("unsafe-id", "de-DE", b"id\ttext\nA\tweck mich\n", 2, 1),
    ("unsafe-id", "de-DE", b"id\ttext\nalarm-test\tweck mich\n", 2, 1),
    ("unsafe-id", "de-DE", b"text\tid\nweck mich\tnul\n", 2, 11),
    ("unsafe-id", "de-DE", b"id\ttext\n../a\tweck mich\n", 2, 1),
    ("duplicate-id", "de-DE", b"id\ttext\na\tweck mich\na\tweck uns\n", 3, 1),
    ("bad-intent", "de-DE", b"id\ttext\tintent\na\tweck mich\talarm-set\n", 2, 13),
    ("bad-domain", "de-DE", b"id\ttext\tdomain\na\tweck mich\tAlarm\n", 2, 13),
    ("bad-repeat", "de-DE", b"id\ttext\trepeat\na\tweck mich\t0\n", 2, 13),
    ("bad-media", "de-DE", b"id\ttext\tmedia\na\tweck mich\tA B.wav\n", 2, 13),
    ("bad-media", "de-DE", b"id\ttext\tmedia\na\tweck mich\t../a.wav\n", 2, 13),
    ("bad-media", "de-DE", b"id\ttext\tmedia\na\tweck mich\ta.svg\n", 2, 13),
    ("bad-repeat", "de-DE", b"id\ttext\trepeat\na\tweck mich\t+3\n", 2, 13),
    ("bad-repeat", "de-DE", b"id\ttext\trepeat\na\tweck mich\t1001\n", 2, 13),
    ("control-character", "de-DE", b"id\ttext\thint\na\tweck mich\tlei\x07se\n", 2, 16),
];

/// A text, and the column inside the text at which something is found.
const TEXTS: &[(&str, &str, &str, u64)] = &[
    ("empty-text", "de-DE", "", 1),
    ("empty-text", "de-DE", "…!", 1),
    ("not-nfc", "fr-FR", "re\u{301}veille-moi", 2),
    ("not-nfc", "fr-FR", "d [time : e\u{301}té]", 11),
    ("control-character", "de-DE", "weck\u{7f} mich", 5),
    ("control-character", "de-DE", "weck\u{2028}mich", 5),
    ("bidi-control", "ar-EG", "صحيني \u{202e}بدري", 7),
    ("bidi-control", "ar-EG", "صحيني \u{2067}بدري", 7),
    ("invisible-character", "de-DE", "weck\u{200b} mich", 5),
    ("invisible-character", "de-DE", "weck \u{feff}mich", 6),
    ("unreadable-character", "de-DE", "weck m\u{fffd}ch", 7),
    ("unreadable-character", "de-DE", "weck mich \u{e001}", 11),
    ("odd-space", "fr-FR", "où est\u{a0}il", 7),
    ("odd-space", "en-US", "where is it\u{a0}?", 12),
    ("spreadsheet-quotes", "en-US", "\"Wake me up, will you?\"", 1),
    ("spreadsheet-quotes", "en-US", "She said \"\"stop\"\" twice", 10),
    ("lone-quote", "en-US", "\"Turn on the light", 1),
    ("printed-shape", "en-US", "the o\u{fb03}ce", 6),
    ("extra-space", "de-DE", " weck mich", 1),
    ("extra-space", "de-DE", "weck mich ", 10),
    ("extra-space", "de-DE", "weck  mich", 6),
    ("unbalanced-annotation", "de-DE", "weck mich [time : um neun", 11),
    ("unbalanced-annotation", "de-DE", "weck mich um neun]", 18),
    ("nested-annotation", "de-DE", "weck mich [time : um [date : neun]]", 22),
    ("malformed-annotation", "de-DE", "weck mich [time: um neun]", 16),
    ("malformed-annotation", "de-DE", "weck mich [time : um neun ]", 26),
    ("malformed-annotation", "de-DE", "weck mich [Zeit : um neun]", 12),
    ("malformed-annotation", "de-DE", "weck mich [time : ]", 17),
    ("literal-bracket", "de-DE", "weck [leise] mich", 6),
    ("colon-in-slot", "de-DE", "sag [message_text : also: komm]", 25),
    ("wrong-script", "en-US", "разбуди меня", 1),
    ("wrong-script", "zh-Latn", "明天叫我", 1),
    ("mixed-script-word", "en-US", "wаke me up", 2),
    ("mixed-script", "ru-RU", "включи [device : Radio]", 18),
    ("mixed-script", "ja-JP", "Tシャツを買う", 1),
    ("digit", "de-DE", "weck mich [time : um 9]", 22),
    ("digit", "ar-EG", "صحيني الساعة ٩", 14),
    ("digit", "hi-IN", "मुझे ९ बजे जगाना", 6),
    ("symbol", "de-DE", "stell auf neunzig %", 19),
    ("symbol", "bn-BD", "দশ ৳ পাঠাও", 4),
    ("symbol", "de-DE", "weck mich 😀", 11),
    ("symbol", "de-DE", "weck mich (leise)", 11),
    ("abbreviation", "de-DE", "mach den TV an", 10),
    ("abbreviation", "en-US", "buy two PCs", 9),
    ("abbreviation", "en-US", "wake me at nine a.m. sharp", 17),
    ("length", "de-DE", "a b c d e f g h i j k l m n o p q r s t u", 1),
    (
        "length",
        "ja-JP",
        "ああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああ",
        1,
    ),
];

/// The files of a sheet, and the file, line and column of the finding.
type Folder = (&'static str, &'static [(&'static str, &'static str)], &'static str, u64, u64);

const HEAD: &str = "id = \"demo\"\nversion = \"1.0.0\"\ntitle = \"Demo\"\nlicence = \"CC0-1.0\"\nsource = \"us\"\n\
                    [instructions]\nde-DE = \"Lies.\"\n";
const HEAD_TWO: &str = "id = \"demo\"\nversion = \"1.0.0\"\ntitle = \"Demo\"\nlicence = \"CC0-1.0\"\nsource = \"us\"\n\
                    [instructions]\nde-DE = \"Lies.\"\nfr-FR = \"Lisez.\"\n";
const GERMAN: &str = "id\ttext\tintent\trepeat\na\tweck [person : mich]\talarm_set\t2\nb\tlicht aus\t\t\n";

const FOLDERS: &[Folder] = &[
    ("no-sheet-toml", &[("de-DE.tsv", GERMAN)], "sheet.toml", 1, 1),
    ("toml-syntax", &[("sheet.toml", "id = \n"), ("de-DE.tsv", GERMAN)], "sheet.toml", 1, 6),
    (
        "unknown-field",
        &[
            (
                "sheet.toml",
                "id = \"demo\"\nversion = \"1.0.0\"\ntitle = \"Demo\"\nlicense = \"MIT\"\nlicence = \"MIT\"\n\
                 source = \"us\"\n[instructions]\nde-DE = \"Lies.\"\n",
            ),
            ("de-DE.tsv", GERMAN),
        ],
        "sheet.toml",
        4,
        1,
    ),
    (
        "missing-field",
        &[
            (
                "sheet.toml",
                "id = \"demo\"\nversion = \"1.0.0\"\ntitle = \"Demo\"\nsource = \"us\"\n\
                 [instructions]\nde-DE = \"Lies.\"\n",
            ),
            ("de-DE.tsv", GERMAN),
        ],
        "sheet.toml",
        1,
        1,
    ),
    (
        "bad-field",
        &[
            (
                "sheet.toml",
                "id = \"demo\"\nversion = \"1\"\ntitle = \"Demo\"\nlicence = \"MIT\"\nsource = \"us\"\n\
                 [instructions]\nde-DE = \"Lies.\"\n",
            ),
            ("de-DE.tsv", GERMAN),
        ],
        "sheet.toml",
        2,
        11,
    ),
    (
        "bad-field",
        &[
            (
                "sheet.toml",
                "id = \"demo\"\nversion = \"1.9.0\"\ntitle = \"Demo\"\nlicence = \"MIT\"\nsource = \"us\"\n\
                 [mended.\"1.10.0\"]\na = \"nobody says so\"\n[mended.\"1.8.11\"]\nb = \"a typo\"\n\
                 [instructions]\nde-DE = \"Lies.\"\n",
            ),
            ("de-DE.tsv", GERMAN),
        ],
        "sheet.toml",
        6,
        9,
    ),
    (
        "no-contact",
        &[
            (
                "sheet.toml",
                "# Nobody asks.\nid = \"demo\"\nversion = \"1.0.0\"\ntitle = \"Demo\"\nlicence = \"MIT\"\n\
                 source = \"us\"\n[instructions]\nde-DE = \"Lies.\"\n",
            ),
            ("de-DE.tsv", GERMAN),
        ],
        "sheet.toml",
        1,
        1,
    ),
    (
        "id-is-not-folder",
        &[
            (
                "sheet.toml",
                "id = \"other\"\nversion = \"1.0.0\"\ntitle = \"Demo\"\nlicence = \"MIT\"\nsource = \"us\"\n\
                 [instructions]\nde-DE = \"Lies.\"\n",
            ),
            ("de-DE.tsv", GERMAN),
        ],
        "sheet.toml",
        1,
        6,
    ),
    ("instructions-without-locale", &[("sheet.toml", HEAD_TWO), ("de-DE.tsv", GERMAN)], "sheet.toml", 8, 1),
    (
        "locale-without-instructions",
        &[("sheet.toml", HEAD), ("de-DE.tsv", GERMAN), ("sr-RS.tsv", GERMAN)],
        "sheet.toml",
        1,
        1,
    ),
    (
        "no-locales",
        &[(
            "sheet.toml",
            "id = \"demo\"\nversion = \"1.0.0\"\ntitle = \"D\"\nlicence = \"MIT\"\nsource = \"us\"\n",
        )],
        "sheet.toml",
        1,
        1,
    ),
    (
        "bad-locale-name",
        &[("sheet.toml", HEAD), ("de-DE.tsv", GERMAN), ("fr_FR.tsv", GERMAN)],
        "fr_FR.tsv",
        1,
        1,
    ),
    (
        "bad-locale-name",
        &[("sheet.toml", HEAD), ("de-DE.tsv", GERMAN), ("fr-fr.tsv", GERMAN)],
        "fr-fr.tsv",
        1,
        1,
    ),
    (
        "duplicate-text",
        &[("sheet.toml", HEAD), ("de-DE.tsv", "id\ttext\na\tweck mich\nb\tweck [person : mich]\n")],
        "de-DE.tsv",
        3,
        3,
    ),
    (
        "similar-text",
        &[("sheet.toml", HEAD), ("de-DE.tsv", "id\ttext\na\tweck mich\nb\tWeck mich!\n")],
        "de-DE.tsv",
        3,
        3,
    ),
    (
        "missing-prompt",
        &[
            ("sheet.toml", HEAD_TWO),
            ("de-DE.tsv", GERMAN),
            ("fr-FR.tsv", "id\ttext\tintent\trepeat\na\tréveille-[person : moi]\talarm_set\t2\n"),
        ],
        "fr-FR.tsv",
        1,
        1,
    ),
    (
        "intent-differs",
        &[
            ("sheet.toml", HEAD_TWO),
            ("de-DE.tsv", GERMAN),
            ("fr-FR.tsv", "id\ttext\tintent\trepeat\na\tréveille-[person : moi]\talarm\t2\nb\téteins\t\t\n"),
        ],
        "fr-FR.tsv",
        2,
        27,
    ),
    (
        "slots-differ",
        &[
            ("sheet.toml", HEAD_TWO),
            ("de-DE.tsv", GERMAN),
            ("fr-FR.tsv", "id\ttext\tintent\trepeat\na\tréveille-moi\talarm_set\t2\nb\téteins\t\t\n"),
        ],
        "fr-FR.tsv",
        2,
        3,
    ),
    (
        "repeat-differs",
        &[
            ("sheet.toml", HEAD_TWO),
            ("de-DE.tsv", GERMAN),
            (
                "fr-FR.tsv",
                "id\ttext\tintent\trepeat\na\tréveille-[person : moi]\talarm_set\t3\nb\téteins\t\t\n",
            ),
        ],
        "fr-FR.tsv",
        2,
        37,
    ),
];

fn places(findings: &[LintFinding]) -> Vec<(&'static str, u64, u64)> {
    findings.iter().map(|finding| (finding.id, finding.line, finding.column)).collect()
}

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn write(dir: &Path, files: &[(&str, &str)]) {
    fsio::create_dir_all(dir).unwrap();
    for (name, text) in files {
        let mut text = (*text).to_owned();
        if *name == "sheet.toml" && !text.starts_with("# Nobody asks.") {
            text.push_str("[controller]\nname = \"us\"\ncontact = \"us@example.org\"\n");
        }
        fsio::write_new(&dir.join(name), text.as_bytes()).unwrap();
    }
}

#[test]
fn each_file_has_exactly_its_finding() {
    let defaults = SheetDefaults::default();
    for &(id, tag, bytes, line, column) in FILES {
        let report = lint_tsv(bytes, &locale(tag), &defaults);
        assert_eq!(places(&report.findings), [(id, line, column)], "{}", bytes.escape_ascii());
        assert_eq!(report.findings[0].path, Path::new("-"));
    }
}

#[test]
fn each_text_has_exactly_its_finding() {
    let defaults = SheetDefaults::default();
    for &(id, tag, text, column) in TEXTS {
        let file = format!("id\ttext\thint\na\t{text}\tx\n");
        let report = lint_tsv(file.as_bytes(), &locale(tag), &defaults);
        assert_eq!(places(&report.findings), [(id, 2, column + 2)], "{text:?}: {:?}", report.findings);
        let kept = report.findings[0].severity != Severity::Reject;
        assert_eq!(report.prompts.values().sum::<usize>(), usize::from(kept), "{text:?}");
    }
}

#[test]
fn each_folder_has_exactly_its_finding_and_loads_only_without_a_refusal() {
    for &(id, files, file, line, column) in FOLDERS {
        let root = tempfile::tempdir().unwrap();
        let dir = root.path().join("demo");
        write(&dir, files);
        let report = lint(&dir.clone().into()).unwrap();
        let found: Vec<_> =
            report.findings.iter().map(|f| (f.id, f.path.clone(), f.line, f.column)).collect();
        assert_eq!(found, [(id, dir.join(file), line, column)], "{:?}", report.findings);

        let finding = &report.findings[0];
        // A file that is not named after a locale, or not there, hinders no other locale.
        let refused = finding.severity == Severity::Reject && id != "bad-locale-name";
        let loaded = load(&dir.clone().into(), &locale("de-DE"));
        assert_eq!(loaded.is_err(), refused, "{id}");
        if let Err(error) = loaded {
            assert_eq!(error.kind(), ErrorKind::Sheet);
            if id != "no-locales" {
                assert_eq!((error.line(), error.column()), (Some(line), Some(column)));
                assert_eq!(error.path(), Some(dir.join(file).as_path()));
                assert!(error.hint().unwrap().contains("booth prompts check"), "{error}");
            }
        }
    }
}

#[test]
fn an_extra_prompt_is_one_that_the_longest_locale_lacks() {
    let root = tempfile::tempdir().unwrap();
    let dir = root.path().join("demo");
    let french = "id\ttext\tintent\trepeat\na\tréveille-[person : moi]\talarm_set\t2\nc\téteins\t\t\n";
    write(&dir, &[("sheet.toml", HEAD_TWO), ("de-DE.tsv", GERMAN), ("fr-FR.tsv", french)]);
    let report = lint(&dir.clone().into()).unwrap();
    assert_eq!(places(&report.findings), [("missing-prompt", 1, 1), ("extra-prompt", 3, 1)]);
    assert!(report.findings.iter().all(|finding| finding.message.contains("de-DE")));
}

#[test]
fn too_large_and_too_long_are_said_once() {
    let defaults = SheetDefaults::default();
    let lint = |bytes: &[u8]| places(&lint_tsv(bytes, &locale("de-DE"), &defaults).findings);
    assert_eq!(lint(&vec![b'x'; 16 * 1024 * 1024 + 1]), [("file-too-large", 1, 1)]);
    let long = format!("id\ttext\na\t{}\n", "ü".repeat(9_999));
    assert_eq!(lint(long.as_bytes()), [("line-too-long", 2, 10_001)]);
    // Each row asks for a thousand readings; the limit is that of all together, told where it is passed.
    let asked = |rows: u32| {
        let rows: Vec<String> = (0..rows).map(|n| format!("p{n}\tweck mich um {n}\t1000\n")).collect();
        let found = lint(format!("id\ttext\trepeat\n{}", rows.concat()).as_bytes());
        found.into_iter().filter(|(id, ..)| *id == "too-many-readings").collect::<Vec<_>>()
    };
    assert_eq!(asked(200), []);
    assert_eq!(asked(203), [("too-many-readings", 202, 23)]);
    let many = format!("id\ttext\n{}", "\n".repeat(100_001));
    assert_eq!(
        lint(many.as_bytes()),
        [("no-prompts", 1, 1), ("blank-line", 2, 1), ("file-too-large", 100_001, 1)]
    );
}

#[test]
fn findings_of_a_broken_head_and_a_broken_locale_come_together() {
    let root = tempfile::tempdir().unwrap();
    let dir = root.path().join("demo");
    write(&dir, &[("sheet.toml", "id = \"demo\"\nversion = \n"), ("de-DE.tsv", "id\ttext\nA\tweck [x\n")]);
    let report = lint(&dir.clone().into()).unwrap();
    let expected = [("unsafe-id", 2, 1), ("unbalanced-annotation", 2, 8), ("toml-syntax", 2, 11)];
    assert_eq!(places(&report.findings), expected);
    assert_eq!(load_head(&dir.clone().into()).unwrap_err().kind(), ErrorKind::Sheet);
}

#[test]
fn a_missing_locale_names_those_that_are_there() {
    let root = tempfile::tempdir().unwrap();
    let dir = root.path().join("demo");
    write(&dir, &[("sheet.toml", HEAD), ("de-DE.tsv", GERMAN)]);
    let error = load(&dir.clone().into(), &locale("fr-FR")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Sheet);
    assert!(error.hint().unwrap().contains("de-DE"), "{error}");
    assert_eq!(load(&dir.join("no").into(), &locale("fr-FR")).unwrap_err().kind(), ErrorKind::Io);
    let sheet = load(&dir.clone().into(), &locale("de-DE")).unwrap();
    let prompt = &sheet.prompts[0];
    assert_eq!((prompt.text.as_str(), prompt.annotated.as_str()), ("weck mich", "weck [person : mich]"));
    assert_eq!((prompt.repeat, prompt.line, prompt.slots[0].start, prompt.slots[0].end), (2, 2, 5, 9));
    assert_eq!(super::find(root.path()).unwrap(), [dir.clone().into()]);
    assert_eq!(super::locales(&dir.into()).unwrap(), [locale("de-DE")]);
}

#[test]
fn what_a_target_breaks_on_is_found_at_its_place_and_not_loaded_for_it() {
    let targets = ["nemo", "common-voice", "massive"].map(|name| target_named(name).unwrap());
    let text =
        "id\ttext\tintent\nfive\twake [person : me] at [time : 5 am] please\talarm_set\nsong\tnext song\t\n";
    let report = lint_tsv_for(text.as_bytes(), &locale("en-US"), &SheetDefaults::default(), &targets);
    let found: Vec<_> = report.findings.iter().map(|f| (f.id, f.line, f.column)).collect();
    let expected =
        [("digit", 2, 36), ("target-breaks", 2, 36), ("target-alters", 3, 6), ("target-alters", 3, 16)];
    assert_eq!(found, expected, "{:?}", report.findings);
    assert!(report.findings[1].message.starts_with("common-voice: the text has the digit `5`, and Corpora"));
    assert_eq!(report.findings[1].hint, "write the number in words");
    assert_eq!(report.prompts[&locale("en-US")], 1);
    let root = tempfile::tempdir().unwrap();
    let dir = root.path().join("demo");
    write(&dir, &[("sheet.toml", HEAD), ("de-DE.tsv", "id\ttext\na\tweck mich um 9\n")]);
    assert_eq!(load_for(&dir.clone().into(), &locale("de-DE"), &targets[..1]).unwrap().prompts.len(), 1);
    let error = load_for(&dir.clone().into(), &locale("de-DE"), &targets).unwrap_err();
    assert_eq!((error.kind(), error.line(), error.column()), (ErrorKind::Sheet, Some(2), Some(16)));
    assert!(lint_for(&dir.clone().into(), &targets).unwrap().worst() == Some(Severity::Reject));
}

#[test]
fn every_lint_has_a_case() {
    let mut seen: BTreeSet<&str> = FILES.iter().map(|case| case.0).collect();
    seen.extend(TEXTS.iter().map(|case| case.0));
    seen.extend(FOLDERS.iter().map(|case| case.0));
    seen.extend(["extra-prompt", "file-too-large", "line-too-long", "too-many-readings"]);
    seen.extend(["target-alters", "target-breaks"]);
    // In template_cases.rs.
    seen.extend(super::template_cases::CASES.iter().map(|case| case.0));
    seen.insert("values-without-locale");
    // In media_files.rs.
    seen.extend(["missing-media", "media-too-large", "media-without-licence"]);
    assert_eq!(LINTS.iter().map(|lint| lint.id).collect::<BTreeSet<_>>(), seen);
}

fn hostile_bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        Just(b"id\ttext\tintent\tdomain\trepeat\thint\tmedia\n".to_vec()),
        Just(b"\n".to_vec()),
        Just(b"\t".to_vec()),
        Just(b"\r\n".to_vec()),
        Just(b"\xef\xbb\xbf".to_vec()),
        Just(b"[a : b]".to_vec()),
        Just("wаke e\u{301} \u{202e}९".as_bytes().to_vec()),
        prop::collection::vec(any::<u8>(), 0..12),
        "[ -~]{0,12}".prop_map(String::into_bytes),
    ];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_are_read_and_places_lie_inside_the_file(bytes in hostile_bytes()) {
        let report = lint_tsv(&bytes, &locale("en-US"), &SheetDefaults::default());
        let text = String::from_utf8_lossy(&bytes);
        let lines: Vec<&str> = text.split('\n').collect();
        for finding in &report.findings {
            prop_assert!(finding.line >= 1 && finding.line as usize <= lines.len());
            let length = lines[finding.line as usize - 1].chars().count() as u64;
            prop_assert!(finding.column >= 1 && finding.column <= length + 1, "{:?}", finding);
            prop_assert!(!finding.message.chars().any(char::is_control));
        }
    }
}
