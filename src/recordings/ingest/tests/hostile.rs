//! Bundles of strangers: each is refused for what it is, and nothing is written outside of the quarantine.

use super::super::testing::{Members, archive};
use super::*;
use crate::archive::{bag, checksums, tar};
use crate::audio::quantise::OutputFormat;
use crate::audio::{flac, wav};
use crate::digest::Sha256;
use crate::recordings::bundle::Withdrawn;
use crate::recordings::session::{SessionView, chain::reseal};
use crate::recordings::tombstones::{By, Extent, TombstoneId};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Changes the first header of an archive, and makes its sum anew.
fn header(mut bytes: Vec<u8>, change: impl Fn(&mut [u8])) -> Vec<u8> {
    change(&mut bytes[..512]);
    bytes[148..156].fill(b' ');
    let sum: u32 = bytes[..512].iter().map(|&byte| u32::from(byte)).sum();
    bytes[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    bytes
}

/// Makes the digest of the manifest anew after a change of the lists.
fn retagged(mut members: Members) -> Vec<u8> {
    let info = String::from_utf8(members[1].1.clone()).unwrap();
    members[3].1 = bag::tag_manifest(&Sha256::of(&members[2].1), &info).into_bytes();
    archive(&members)
}

fn with_info(made: &Made, oxum: &str) -> Vec<u8> {
    let mut members = made.members();
    members[1].1 = format!("Payload-Oxum: {oxum}\n").into_bytes();
    retagged(members)
}

/// What is changed of what a bundle says of itself, and why it is refused.
type Said<'a> = (&'a str, &'static str, &'a dyn Fn(&mut Value));

struct Bench {
    made: Made,
    cases: Vec<(String, &'static str, Vec<u8>)>,
}

impl Bench {
    fn add(&mut self, what: impl Into<String>, reason: &'static str, bytes: Vec<u8>) {
        self.cases.push((what.into(), reason, bytes));
    }

    /// Changes the payload, and makes all lists anew.
    fn spoil(&mut self, what: &str, reason: &'static str, change: impl Fn(&mut Made)) {
        let mut made = self.made.clone();
        change(&mut made);
        self.add(what, reason, made.bytes());
    }

    /// Changes the text of a file of the payload, and makes all lists anew.
    fn edit(&mut self, what: &str, reason: &'static str, ending: &str, from: &str, to: &str) {
        self.spoil(what, reason, |made| {
            let name = made.name(ending);
            let text = String::from_utf8(made.payload[&name].clone()).unwrap();
            assert!(text.contains(from), "{text}");
            made.payload.insert(name, text.replacen(from, to, 1).into_bytes());
        });
    }

    fn archives(&mut self) {
        let good = self.made.bytes();
        for (what, bytes) in [
            ("nothing", Vec::new()),
            ("text", b"hello\n".to_vec()),
            ("zeros", vec![0; 4096]),
            ("a gzip", [&[0x1f, 0x8b, 8, 0][..], &[0; 600]].concat()),
            ("cut in the first header", good[..200].to_vec()),
        ] {
            self.add(what, "not-a-bundle", bytes);
        }
        let members = self.made.members();
        let payload: usize = members[4..].iter().map(|(_, bytes)| bytes.len()).sum();
        let told = 3 * 512 + members[1].1.len();
        for cut in (262..good.len() - 1024).step_by(499).chain([512, 1024, 2048, good.len() - 1025]) {
            // As soon as it is known how many bytes there should be.
            let reason = if (told..payload).contains(&cut) { "too-large" } else { "archive" };
            self.add(format!("cut at {cut}"), reason, good[..cut].to_vec());
        }
        self.add("cut in its end", "archive", good[..good.len() - 512].to_vec());
        self.add("something after its end", "archive", [&good[..], &[0; 512]].concat());
        self.add("itself twice", "archive", good.repeat(2));
        for (kind, what) in [
            (b'1', "a hard link"),
            (b'2', "a link"),
            (b'3', "a character device"),
            (b'4', "a block device"),
            (b'5', "a folder"),
            (b'6', "a pipe"),
            (b'7', "a contiguous file"),
            (b'L', "a long name of GNU"),
            (b'K', "a long link of GNU"),
            (b'S', "a sparse file"),
            (b'g', "a global header"),
            (b'x', "an extended header"),
            (0, "an old file"),
        ] {
            self.add(what, "archive", header(good.clone(), |block| block[156] = kind));
        }
        for (what, at, bytes) in [
            ("set user", 100, &b"0004644"[..]),
            ("an owner", 108, b"0001750"),
            ("a time", 136, b"14000000000"),
            ("a link's name", 157, b"/etc/passwd"),
            ("an owner's name", 265, b"root"),
            ("a prefix", 345, b"../.."),
            ("a negative size", 124, b"\xff\xff\xff\xff"),
            ("a size of GNU", 124, b"\x80\0\0\0\x7f"),
        ] {
            let bytes = header(good.clone(), |block| block[at..at + bytes.len()].copy_from_slice(bytes));
            self.add(what, "archive", bytes);
        }
        let record = "21 SCHILY.xattr.a=bc\n";
        let mut pax = tar::before(&"n".repeat(120), 0).unwrap();
        pax[512..512 + record.len()].copy_from_slice(record.as_bytes());
        self.add("attributes", "archive", [&pax[..], &good].concat());
        self.add("a list of 8 GiB", "too-large", tar::before("bagit.txt", (8 << 30) - 1).unwrap());
    }

    fn names(&mut self) {
        for name in [
            "../x",
            "/etc/passwd",
            "data/../../x",
            "data/./s1/session.json",
            "data/s1/audio/../../../x_1.wav",
            "data/s1/transcripts.jsonl",
            "data/s1/withdrawn.jsonl",
            "data/S1/session.json",
            "data/s1/AUDIO/a_1.wav",
            "data/s1/Takes.jsonl",
            "data/CON/session.json",
            "data/.hidden/session.json",
            "data/s1/audio/a_01.wav",
            "data/s1/audio/a_1.wav/x",
            "data\\s1\\session.json",
            "data/s1/deep/er/and/deeper/x",
            &format!("data/{}/session.json", "n".repeat(200)),
        ] {
            // A list cannot name what has a backslash.
            let reason = if name.contains('\\') { "digest" } else { "member" };
            self.spoil(name, reason, |made| drop(made.payload.insert(name.to_owned(), b"x".to_vec())));
            // Not listed, and where the first file belongs.
            let mut members = self.made.members();
            members.insert(0, (name.to_owned(), b"x".to_vec()));
            self.add(format!("{name} first"), "member", archive(&members));
        }
        let members = self.made.members();
        for at in 0..members.len() {
            let mut twice = members.clone();
            twice.insert(at, members[at].clone());
            self.add(format!("`{}` twice", members[at].0), "member", archive(&twice));
            let mut without = members.clone();
            without.remove(at);
            let is_list =
                at < 5 || members[at].0.ends_with("takes.jsonl") || members[at].0.ends_with("session.json");
            let reason = match members[at].0.as_str() {
                name if name.contains("/consent/") => "consent",
                name if name.ends_with("session.json") => "about",
                _ if is_list => "member",
                _ => "digest",
            };
            self.add(format!("`{}` away", members[at].0), reason, archive(&without));
        }
        let mut swapped = members.clone();
        swapped.swap(0, 1);
        self.add("lists in another order", "member", archive(&swapped));
        let mut swapped = members.clone();
        let last = members.len() - 1;
        swapped.swap(last, last - 1);
        self.add("takes in another order", "member", archive(&swapped));
        let mut more = members.clone();
        more.push(("data/s3/audio/a_1.wav".to_owned(), b"x".to_vec()));
        self.add("a file that is on no list", "too-large", archive(&more));
    }

    fn lists(&mut self) {
        let members = self.made.members();
        for at in 4..members.len() {
            let mut flipped = members.clone();
            *flipped[at].1.last_mut().unwrap() ^= 1;
            self.add(format!("a bit of `{}`", members[at].0), "digest", archive(&flipped));
        }
        let mut bag = members.clone();
        bag[0].1 = b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n".to_vec();
        self.add("an older bag", "member", archive(&bag));
        for at in [1, 2, 3] {
            let mut flipped = members.clone();
            flipped[at].1[0] ^= 1;
            let bytes = archive(&flipped);
            self.add(format!("a bit of `{}`", members[at].0), "digest", bytes);
        }
        let manifest = String::from_utf8(members[2].1.clone()).unwrap();
        let lines: Vec<&str> = manifest.split_inclusive('\n').collect();
        let digest = Sha256::of("x");
        for (what, reason, list) in [
            ("a line twice", "digest", format!("{}{manifest}", lines[0])),
            ("lines in another order", "digest", lines.iter().rev().copied().collect()),
            ("a line less", "digest", lines[1..].concat()),
            ("a line that is none", "digest", manifest.replacen("  data", " *data", 1)),
            ("no end of the last line", "digest", manifest.trim_end().to_owned()),
            ("upper case", "digest", manifest.to_uppercase()),
            (
                "a list that is not the payload",
                "member",
                checksums::line(&digest, "bagit.txt") + &lines[1..].concat(),
            ),
            ("a very long line", "digest", format!("{digest}  data/{}\n", "n".repeat(5_000))),
        ] {
            let mut other = members.clone();
            other[2].1 = list.into_bytes();
            self.add(what, reason, retagged(other));
        }
        let files = members.len() - 4;
        let bytes: usize = members[4..].iter().map(|(_, bytes)| bytes.len()).sum();
        for (what, reason, oxum) in [
            ("10^6 files", "too-large", format!("{bytes}.1000000")),
            ("more files than there can be", "too-large", format!("{bytes}.{}", u64::MAX)),
            ("2^60 bytes", "too-large", format!("{}.{files}", 1u64 << 60)),
            ("a byte more", "about", format!("{}.{files}", bytes + 1)),
            ("a byte less", "too-large", format!("{}.{files}", bytes - 1)),
            ("a file more", "digest", format!("{bytes}.{}", files + 1)),
            ("a file less", "too-large", format!("{bytes}.{}", files - 1)),
            ("no files", "member", format!("{bytes}")),
            ("a sign", "member", format!("+{bytes}.{files}")),
            ("zeros before", "member", format!("0{bytes}.{files}")),
        ] {
            let bytes = with_info(&self.made, &oxum);
            self.add(what, reason, bytes);
        }
    }

    fn about(&mut self) {
        let said = |made: &Made, change: &dyn Fn(&mut Value)| {
            let mut value = serde_json::to_value(&made.about).unwrap();
            change(&mut value);
            serde_json::to_vec(&value).unwrap()
        };
        let cases: [Said<'_>; 15] = [
            ("a session with the name of a folder of ours", "about", &|value| {
                value["sessions"][0]["session"] = json!("quarantine");
            }),
            ("a newer schema", "schema", &|value| value["schema"] = json!(2)),
            ("a field more", "about", &|value| value["more"] = json!(1)),
            ("no speaker", "about", &|value| value["speaker"] = json!("")),
            ("another speaker", "speaker", &|value| value["speaker"] = json!("ben")),
            ("a session less", "about", &|value| drop(value["sessions"].as_array_mut().unwrap().pop())),
            ("a session of another name", "about", &|value| value["sessions"][0]["session"] = json!("s0")),
            ("a session with a path for a name", "about", &|value| {
                value["sessions"][0]["session"] = json!("../s1");
            }),
            ("sessions in another order", "about", &|value| {
                value["sessions"].as_array_mut().unwrap().reverse();
            }),
            ("a line more", "about", &|value| value["sessions"][0]["lines"] = json!(1_000)),
            ("a take less", "about", &|value| value["sessions"][0]["takes"] = json!(1)),
            ("a take more", "about", &|value| value["sessions"][0]["before"] = json!(1)),
            ("a take that is lacking", "about", &|value| value["sessions"][0]["lacking"] = json!(u64::MAX)),
            ("a take instead of another", "about", &|value| {
                value["sessions"][0]["takes"] = json!(2);
                value["sessions"][0]["lacking"] = json!(1);
            }),
            ("a command for a use", "about", &|value| {
                let withdrawn = Withdrawn {
                    tombstone: TombstoneId::new([1; 8]),
                    at: now(),
                    by: By::Code,
                    extent: Extent::Session,
                    scope: Some("asr; rm -rf /".to_owned()),
                    sessions: vec!["s1".parse().unwrap()],
                    take: None,
                };
                value["withdrawn"] = json!([withdrawn]);
            }),
        ];
        for (what, reason, change) in cases {
            let bytes = said(&self.made, change);
            self.spoil(what, reason, |made| {
                drop(made.payload.insert("data/bundle.json".to_owned(), bytes.clone()));
            });
        }
        self.spoil("nothing said", "about", |made| {
            drop(made.payload.insert("data/bundle.json".to_owned(), b"{}".to_vec()));
        });
    }

    fn sessions(&mut self) {
        self.edit("a changed record", "session", "s1/session.json", "en-US", "en-GB");
        self.edit(
            "a record of a newer schema",
            "schema",
            "s1/session.json",
            "\"schema\": 2",
            "\"schema\": 9",
        );
        self.spoil("the record of another session", "session", |made| {
            let other = made.payload["data/s2/session.json"].clone();
            made.payload.insert("data/s1/session.json".to_owned(), other);
        });
        self.edit("a changed line", "journal", "s1/takes.jsonl", "say a", "say c");
        self.edit("a changed checksum", "journal", "s1/takes.jsonl", "\"sum\":\"", "\"sum\":\"0");
        self.spoil("a line less", "journal", |made| {
            let name = made.name("s1/takes.jsonl");
            let text = String::from_utf8(made.payload[&name].clone()).unwrap();
            let lines: Vec<&str> = text.split_inclusive('\n').collect();
            made.payload.insert(name, [&lines[..2], &lines[3..]].concat().concat().into_bytes());
        });
        self.spoil("the journal of another session", "journal", |made| {
            let other = made.payload["data/s2/takes.jsonl"].clone();
            made.payload.insert("data/s1/takes.jsonl".to_owned(), other);
        });
        // With its checksums made anew, it is still no journal that Booth writes.
        for (what, reason, from, to) in [
            ("a take with another's path", "journal", "audio/a_1.wav", "audio/../../x.wav"),
            ("a take with the path of another take", "journal", "audio/a_1.wav", "audio/b_1.wav"),
            ("a take of 2^60 frames", "journal", "\"frames\":", "\"frames\":1152921504606846976,\"frame\":"),
            ("lines of a newer schema", "schema", "{\"v\":2", "{\"v\":7"),
        ] {
            self.spoil(what, reason, |made| {
                let record = made.payload["data/s1/session.json"].clone();
                let text = String::from_utf8(made.payload["data/s1/takes.jsonl"].clone()).unwrap();
                let is_take = |line: &&str| line.contains("\"event\":\"take\"");
                let line = text.lines().find(is_take).unwrap().to_owned();
                assert!(line.contains(from), "{line}");
                let text = text.replace(&line, &line.replacen(from, to, 1));
                let journal = reseal(&record, &text).into_bytes();
                made.payload.insert("data/s1/takes.jsonl".to_owned(), journal);
            });
        }
        self.edit("another text of consent", "consent", ".txt", "May we", "We may");
        self.edit("another receipt", "consent", ".json", "The Project", "Another Project");
        self.spoil("a paper more", "consent", |made| {
            drop(made.payload.insert("data/s1/consent/more.json".to_owned(), b"{}".to_vec()));
        });
        self.spoil("a line of 16 MiB", "journal", |made| {
            let journal = made.payload.get_mut("data/s1/takes.jsonl").unwrap();
            journal.extend(vec![b' '; 16 << 20]);
            journal.push(b'\n');
        });
    }

    fn sounds(&mut self, home: &Place) {
        let flac_name = self.made.name("s1/audio/a_1.flac");
        let wav_name = flac_name.replace(".flac", ".wav");
        let sound = fs::read(home.root().join("s1/audio/a_1.wav")).unwrap();
        let take = SessionView::open(&home.root().join("s1")).unwrap().takes()[0].record.clone();
        let mut other = sound.clone();
        other[60] ^= 1;
        let file = |frames: u64, samples: &[u8]| {
            [&wav::header(take.rate, 1, OutputFormat::Int16, frames).unwrap()[..], samples].concat()
        };
        let longer = file(take.frames + 1, &[&sound[44..], &[0, 0]].concat());
        // Very many frames in few bytes.
        let bomb = flac::encode(&file(4_000_000, &vec![0; 8_000_000])).unwrap();
        let good = self.made.payload[&flac_name].clone();
        for (what, name, bytes) in [
            ("FLAC of other samples", &flac_name, flac::encode(&other).unwrap()),
            ("FLAC of more frames", &flac_name, flac::encode(&longer).unwrap()),
            ("FLAC of very many frames", &flac_name, bomb),
            ("FLAC that is cut off", &flac_name, good[..good.len() - 4].to_vec()),
            ("no FLAC", &flac_name, b"fLaC".to_vec()),
            ("nothing", &flac_name, Vec::new()),
            ("FLAC larger than the file", &flac_name, [&good[..], &vec![0; sound.len()]].concat()),
            ("a WAV for FLAC", &flac_name, sound[..sound.len() - 1].to_vec()),
            ("another WAV", &wav_name, other),
            ("a longer WAV", &wav_name, longer),
            ("nothing for a WAV", &wav_name, Vec::new()),
        ] {
            self.spoil(what, "audio", |made| {
                made.payload.remove(&flac_name);
                made.payload.insert(name.clone(), bytes.clone());
            });
        }
        self.spoil("a take twice", "audio", |made| {
            drop(made.payload.insert(wav_name.clone(), sound.clone()));
        });
        self.spoil("a take that no line names", "audio", |made| {
            drop(made.payload.insert(flac_name.replace("a_1", "a_2"), good.clone()));
        });
        self.spoil("a take of a session that is not there", "about", |made| {
            drop(made.payload.insert(flac_name.replace("s1", "s3"), good.clone()));
        });
        self.spoil("20,000 empty files", "audio", |made| {
            for number in 2..20_002 {
                made.payload.insert(flac_name.replace("a_1", &format!("a_{number}")), Vec::new());
            }
        });
    }
}

#[test]
fn each_spoilt_bundle_is_refused_for_what_it_is_and_nothing_is_written_elsewhere() {
    let (home, collection) = (Place::new(), Place::new());
    home.record("s1", &["a", "b"]);
    let _ = collection.give(home.made(&[]).bytes());
    home.record("s1", &["c"]);
    home.record("s2", &["a"]);
    let mut bench = Bench { made: home.made(&[]), cases: Vec::new() };
    bench.archives();
    bench.names();
    bench.lists();
    bench.about();
    bench.sessions();
    bench.sounds(&home);
    assert!(bench.cases.len() >= 150, "{}", bench.cases.len());
    let before = collection.tree();
    let mut wrong = Vec::new();
    let mut kept = std::collections::BTreeSet::new();
    for (what, reason, bytes) in bench.cases {
        kept.insert(Sha256::of(&bytes));
        let row = collection.give(bytes);
        if refused_for(&row) != [reason] {
            wrong.push(format!("{what}: {:?}, not {reason}", row.refused));
        }
        assert_eq!(collection.tree(), before, "{what}");
        assert_eq!((row.sessions.new, row.takes.new), (0, 0), "{what}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Each is kept once, with a note, and no verb takes it for a recording.
    assert_eq!(collection.quarantine().len(), 2 * kept.len());
    let note: Value = {
        let name =
            collection.quarantine().into_iter().find(|name| name.strip_suffix(".json").is_some()).unwrap();
        serde_json::from_slice(&fs::read(collection.root().join("quarantine").join(name)).unwrap()).unwrap()
    };
    assert!(
        note["schema"] == 1 && note["refused"][0]["reason"].is_string() && note["file"] == "f0",
        "{note}"
    );
    let found = crate::recordings::find_sessions(&collection.root()).unwrap();
    assert_eq!((found.sessions.len(), found.unreadable.len()), (1, 0));
    // What they were made of is good.
    assert!(collection.give(bench.made.bytes()).is_whole());
    assert_eq!(collection.tree(), home.tree());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn a_bundle_of_which_one_bit_is_another_is_refused(at in any::<prop::sample::Index>(), bit in 0u8..8) {
        use std::sync::LazyLock;
        static GOOD: LazyLock<Vec<u8>> = LazyLock::new(|| {
            let home = Place::new();
            home.record("s1", &["a", "b"]);
            home.made(&[]).bytes()
        });
        let mut bytes = GOOD.clone();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        let collection = Place::new();
        let (summary, outcomes) = collection.give_all(&[bytes], true);
        prop_assert_eq!((summary.refused, summary.takes.new), (1, 0), "bit {} of byte {}: {:?}", bit, at, outcomes);
        prop_assert!(collection.tree().is_empty());
    }
}
