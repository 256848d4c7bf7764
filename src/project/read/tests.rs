use super::*;
use crate::project::TEMPLATE;
use crate::project::description::Kind;
use proptest::prelude::*;

fn read(text: &str) -> Result<Project> {
    project(Path::new("nowhere/booth.toml"), text.as_bytes())
}

/// Line, column, message and hint of the fault that is told.
fn fault(text: &str) -> (u64, u64, String, String) {
    let error = read(text).expect_err(text);
    assert_eq!(error.kind(), ErrorKind::Project, "{text}");
    let hint = error.hint().expect("a hint").to_owned();
    (error.line().unwrap(), error.column().unwrap(), error.message().to_owned(), hint)
}

/// The template with every example said.
fn said() -> String {
    let say = |line: &str| {
        let bare = line.strip_prefix("# ").unwrap_or(line);
        let is_field = bare
            .split_once(" = ")
            .is_some_and(|(name, _)| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
        // Of the two that exclude each other, the first.
        let is_said = (is_field || bare.starts_with('[')) && !bare.starts_with("keep_until");
        format!("{}\n", if is_said { bare } else { line })
    };
    TEMPLATE.lines().map(say).collect()
}

#[test]
fn the_template_promises_nothing_and_each_of_its_examples_can_be_said() {
    let bare = read(TEMPLATE).unwrap();
    let nothing = Project { sha256: bare.sha256, ..read("schema = 1\n").unwrap() };
    assert_eq!(bare, nothing);
    let all = read(&said()).unwrap();
    assert_eq!(all.collector.unwrap().contact, "voices@example.org");
    assert_eq!(all.uses.unwrap(), ["asr", "evaluation", "share-open"]);
    assert_eq!((all.kept, all.profile), (Some(Kept::Years(5)), Some("asr")));
    assert_eq!(all.licence.unwrap(), (Licence::listed("CC-BY-4.0").unwrap(), Access::Open));
    assert_eq!((all.languages.len(), all.sheets.len(), all.targets.len()), (2, 1, 3));
    assert_eq!(all.limits["noisy"]["warn_db"], 20.0);
    assert_eq!(all.release.rate.unwrap().hz(), 16_000);
    let audio = all.release.audio;
    let levels = (audio.loudness_lufs, audio.true_peak_dbtp);
    assert_eq!((audio.trim_ms, levels), (Some(300), (Some(-23.0), Some(-1.0))));
    let select = all.release.select;
    assert_eq!((select.locales.len(), select.speakers.len(), select.devices.len()), (1, 2, 1));
    assert_eq!(select.most_per_prompt.map(std::num::NonZeroU64::get), Some(20));
    assert_eq!((all.release.scope, all.release.shares), (Some("asr"), Some([80, 10, 10])));
    assert_eq!(all.release.url.as_deref(), Some("https://example.org/voices"));
    assert_eq!(all.release.describe.len(), Kind::ALL.len());
    assert_eq!(all.pay.as_deref(), Some("https://example.org/pay"));
    // Every field that there is stands in the template.
    for field in ["keep_until", "sample_format", "min_verdict", "title", "[policy.noisy]", "access"] {
        assert!(TEMPLATE.contains(&format!("# {field}")), "{field}");
    }
}

#[test]
fn every_fault_is_told_at_its_place_with_what_is_allowed() {
    for (line, at, words) in [
        ("colour = 1", (2, 1), "there is no field `colour`"),
        ("release.audio.trim_ms = 20", (2, 25), "from 100 to 60000"),
        ("release.audio.loudness_lufs = \"loud\"", (2, 31), "a number of LUFS"),
        ("release.audio.true_peak_dbtp = 1", (2, 9), "1 dBTP cannot be reached"),
        ("release.select.colour = 1", (2, 16), "there is no field `colour`"),
        ("release.select.most_per_prompt = 0", (2, 34), "from 1 to 1000000000"),
        ("release.select.intents = [\"Alarm set\"]", (2, 27), "no intent or domain"),
        (
            "release.select = { speakers = [\"a\"], without_speakers = [\"a\"] }",
            (2, 9),
            "chosen and left out",
        ),
        ("schema = 1", (2, 1), "not TOML"),
        ("[release]\nurl = \"example.org\"", (3, 7), "https://"),
        (
            "[release]\ndescribe = [\"croissant\", \"dcat\"]",
            (3, 26),
            "citation, croissant, frictionless, mdc",
        ),
        ("languages = \"en-US\"", (2, 13), "an array of strings"),
        ("languages = [\"en-US\", \"english!\"]", (2, 23), "english!"),
        ("languages = [\"en-US\", \"en-US\"]", (2, 23), "twice"),
        ("languages = [1]", (2, 14), "a number"),
        ("sheets = [\"My Sheet\"]", (2, 11), "My Sheet"),
        ("targets = [\"nemo\", \"tensorflow\"]", (2, 20), "kaldi, nemo"),
        ("profile = \"music\"", (2, 11), "asr, tts, wake-word"),
        ("collector = 1", (2, 13), "must be a table"),
        ("[collector]\nname = \"A\"", (2, 2), "no field `contact`"),
        ("[collector]\nname = \"A\"\ncontact = \"a\\nb\"", (4, 11), "control character"),
        ("[consent]\nuses = [\"tts\"]", (3, 8), "no `asr`"),
        ("[consent]\nuses = [\"asr\", \"resale\"]", (3, 16), "share-gated"),
        ("[consent]\nkeep_years = 0", (3, 14), "1 to 100"),
        ("[consent]\nkeep_until = 2035-02-30", (3, 14), "not TOML"),
        ("[consent]\nkeep_until = \"2035-2-3\"", (3, 14), "2035-12-31"),
        ("[consent]\nkeep_until = 2035-12-31T10:00:00Z", (3, 14), "2035-12-31"),
        ("[consent]\nkeep_years = 5\nkeep_until = 2035-12-31", (2, 2), "both"),
        ("[licence]\nid = \"CC-BY-4.0\"", (2, 2), "no field `access`"),
        ("[licence]\nid = \"CC-BY\"\naccess = \"open\"", (3, 6), "SPDX list"),
        ("[licence]\nid = \"LicenseRef-x\"\naccess = \"open\"", (3, 6), "beside the project file"),
        ("[licence]\nid = \"MIT\"\ntext = \"L\"\naccess = \"open\"", (4, 8), "is known"),
        ("[licence]\nid = \"LicenseRef-x\"\ntext = \"../L\"\naccess = \"open\"", (4, 8), "name of a file"),
        ("[licence]\nid = \"LicenseRef-x\"\ntext = \"L\"\naccess = \"open\"", (4, 8), "no file `L`"),
        ("[licence]\nid = \"MIT\"\naccess = \"sold\"", (4, 10), "open, gated"),
        ("[policy.noisy]\nwarn_db = \"low\"", (3, 11), "must be a number"),
        ("[policy.nosy]\nwarn_db = 1", (2, 9), "no check `nosy`"),
        ("[release]\nrate = 12", (3, 8), "1000 to 768000"),
        ("[release]\nscope = \"resale\"", (3, 9), "share-open"),
        ("[release]\ntrain = 80", (2, 2), "belong together"),
        ("[release]\ntrain = 80\ndev = 10\ntest = 20", (2, 2), "add up to 100"),
        ("[release]\ntrain = 100\ndev = 1\ntest = 1", (3, 9), "1 to 98"),
        ("[pay]\nreference = \"\"", (3, 13), "no words"),
        ("[consent]\nuses = [\"asr\", \"share-open\"]", (3, 8), "no licence is named"),
        (
            "[consent]\nuses = [\"asr\"]\n[licence]\nid = \"MIT\"\naccess = \"open\"",
            (6, 10),
            "nothing could be released",
        ),
        (
            "[consent]\nuses = [\"asr\"]\n[licence]\nid = \"MIT\"\naccess = \"gated\"",
            (6, 10),
            "no `share-gated`",
        ),
        ("[consent]\nuses = [\"asr\"]\n[release]\nscope = \"tts\"", (5, 9), "`scope` is `tts`"),
    ] {
        let (at_line, at_column, message, _) = fault(&format!("schema = 1\n{line}\n"));
        assert!(message.contains(words), "{line}: {message}");
        assert_eq!((at_line, at_column), at, "{line}: {message}");
    }
    assert_eq!(fault("").2, "the project file has no field `schema`");
    assert!(fault("schema = 2\n").2.contains("another schema"));
    let (line, column, message, hint) = fault("schema = 1\nb = 1\na = 2\n");
    assert_eq!((line, column, message.as_str()), (2, 1, "there is no field `b` here"));
    assert!(hint.contains("languages") && hint.ends_with("1 more fault after this one"), "{hint}");
    assert_eq!(project(Path::new("x"), b"schema = 1\n\xff").unwrap_err().line(), Some(2));
}

#[test]
fn a_licence_of_ones_own_is_read_with_its_text() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("booth.toml");
    let text = "schema = 1\n[licence]\nid = \"LicenseRef-ours\"\ntext = \"LICENCE\"\naccess = \"gated\"\n";
    std::fs::write(dir.path().join("LICENCE"), "Ask the elders.\n").unwrap();
    let (licence, access) = project(&path, text.as_bytes()).unwrap().licence.unwrap();
    assert_eq!((licence.text_sha256, access), (Some(Sha256::of("Ask the elders.\n")), Access::Gated));
    std::fs::write(dir.path().join("LICENCE"), "Ask\u{202e} the elders.\n").unwrap();
    let error = project(&path, text.as_bytes()).unwrap_err();
    assert_eq!((error.path().unwrap(), error.line()), (dir.path().join("LICENCE").as_path(), Some(1)));
    #[cfg(unix)]
    {
        std::fs::remove_file(dir.path().join("LICENCE")).unwrap();
        std::os::unix::fs::symlink("/etc/hostname", dir.path().join("LICENCE")).unwrap();
        assert_eq!(project(&path, text.as_bytes()).unwrap_err().kind(), ErrorKind::Io);
    }
}

proptest! {
    /// Whatever stands in a file, it is a project or an error with a place.
    #[test]
    fn anything_is_read_or_refused(lines in proptest::collection::vec("[a-z_]{1,10}( = )?[\\[\\]\"0-9a-z.{}-]{0,12}|\\[[a-z.]{1,12}\\]|.{0,20}", 0..8)) {
        let text = format!("schema = 1\n{}\n", lines.join("\n"));
        if let Err(error) = read(&text) {
            prop_assert!(error.line().is_some() && error.hint().is_some(), "{}", error);
        }
    }

    /// A file with any one character lost is a project or an error with a place.
    #[test]
    fn a_cut_character_is_no_panic(at in 0usize..4_000) {
        let mut text = said();
        let at = at % text.len();
        if text.is_char_boundary(at) {
            text.remove(at);
        }
        if let Err(error) = read(&text) {
            prop_assert!(error.line().is_some());
        }
    }
}
