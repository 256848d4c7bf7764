//! From a sheet to a verified corpus, by the real program.

use super::voice::Voice;
use super::{Booth, Record, tree};
use std::fs;

/// A small sheet of three prompts in two locales, and a voice for each of three speakers.
pub fn sheet(booth: &Booth) {
    booth.write(
        "sheet/sheet.toml",
        "id = \"tiny\"\nversion = \"1.0.0\"\ntitle = \"Three requests\"\nlicence = \"CC0-1.0\"\nsource = \"Written for a check\"\n\
         controller = { name = \"A check\", contact = \"check@example.org\" }\n\
         [instructions]\nen-US = \"Read aloud.\"\nde-DE = \"Lies laut.\"\n",
    );
    let head = "id\ttext\tintent\tdomain\trepeat\thint\n";
    let rows = [
        (
            "alarm-one",
            "Wake me at [time : seven] please.",
            "Weck mich bitte um [time : sieben].",
            "alarm_set",
            "alarm",
        ),
        (
            "light-on",
            "Turn on [device : the lamp] now.",
            "Mach jetzt [device : die Lampe] an.",
            "home_on",
            "home",
        ),
        ("music-stop", "Stop the music in here.", "Mach hier die Musik aus.", "music_stop", "music"),
    ];
    let (mut english, mut german) = (head.to_owned(), head.to_owned());
    for (id, en, de, intent, domain) in rows {
        english.push_str(&format!("{id}\t{en}\t{intent}\t{domain}\t\t\n"));
        german.push_str(&format!("{id}\t{de}\t{intent}\t{domain}\t\t\n"));
    }
    booth.write("sheet/en-US.tsv", english);
    booth.write("sheet/de-DE.tsv", german);
}

pub fn speech(booth: &Booth, speaker: u64) -> String {
    for (at, id) in ["alarm-one", "light-on", "music-stop"].iter().enumerate() {
        let voice = Voice { seed: speaker * 100 + at as u64, ..Voice::default() };
        voice.write(&booth.path(&format!("speech-{speaker}/{id}.wav")));
    }
    format!("file:speech-{speaker}")
}

pub fn record(booth: &Booth, locale: &str, speaker: u64) {
    // Another reading for each language, or the second would be a copy of the first.
    let reading = speaker + if locale == "en-US" { 0 } else { 50 };
    let (device, name) = (speech(booth, reading), format!("spk{speaker}"));
    let about = ["--about", "gender=robot"];
    let record =
        Record::from(&device).set("--locale", locale).set("--speaker", &name).set("--room-check", "0.3");
    booth.record(&record.with(&about).auto()).exits(0);
}

#[test]
fn three_speakers_two_locales_every_split_and_the_same_bytes_again() {
    let booth = Booth::new();
    sheet(&booth);
    booth.run(&["prompts", "check", "sheet"]).exits(0);
    for speaker in 1..=3 {
        for locale in ["en-US", "de-DE"] {
            record(&booth, locale, speaker);
        }
    }
    let checked = booth.run(&["check", "--json"]).exits(0).json();
    let summary = checked.last().unwrap();
    assert_eq!((summary["type"].as_str(), summary["takes"].as_u64()), (Some("summary"), Some(18)));
    assert_eq!(summary["sessions"], 6);

    booth.pack("corpus", &[]);
    booth.run(&["verify", "corpus"]).exits(0).says(&["PASS", "18 utterances"]);
    for split in ["train", "dev", "test"] {
        let manifest = fs::read_to_string(booth.path(&format!("corpus/nemo/{split}_manifest.json"))).unwrap();
        assert_eq!(manifest.lines().count(), 6, "{split}");
    }
    let first = tree(&booth.path("corpus"));
    for threads in ["1", "3"] {
        booth.pack("again", &["--name", "corpus", "--threads", threads]);
        assert!(tree(&booth.path("again")) == first, "other bytes with {threads} threads");
        fs::remove_dir_all(booth.path("again")).unwrap();
    }
    // A new speaker moves nobody.
    record(&booth, "en-US", 4);
    booth.pack("more", &[]);
    let lock = |dir: &str| fs::read_to_string(booth.path(&format!("{dir}/splits.lock"))).unwrap();
    let (before, after) = (lock("corpus"), lock("more"));
    for line in before.lines().filter(|line| line.contains("spk")) {
        assert!(after.contains(line), "{line} is gone from\n{after}");
    }
    let status = booth.run(&["status", "--deep", "--prompts", "sheet", "--json"]).exits(0).json();
    assert_eq!(status.last().unwrap()["total"]["kept"], 21);
}
