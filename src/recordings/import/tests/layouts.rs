//! A small tree of each layout, found out and imported: texts, speakers, parts, and what is said of the rest.

use super::*;

/// A folder to import that nobody says anything about.
pub(super) fn ground(speaker: Option<&str>) -> Bench {
    let mut bench = Bench::new(Layout::Pairs);
    bench.request.layout = None;
    bench.request.speaker = speaker.map(|speaker| speaker.parse().unwrap());
    bench
}

impl Bench {
    pub(super) fn tone(&self, path: &str, seed: u32) {
        self.put(path, tone(seed, 1, OutputFormat::Int16));
    }

    /// Imports, and returns what is kept: the path and part of each recording to speaker, text and text as printed.
    pub(super) fn taken(&self) -> BTreeMap<String, (String, String, Option<String>)> {
        let report = self.import().unwrap();
        assert_eq!(report.failed, 0, "{:?}", report.findings);
        let mut taken = BTreeMap::new();
        for view in self.sessions() {
            assert_eq!(view.faults(), []);
            for take in view.kept() {
                let origin = take.origin.clone().unwrap();
                let part = origin.part.map_or(String::new(), |part| format!(" {part}"));
                let value = (view.record().speaker.id.to_string(), take.text.clone(), take.printed.clone());
                taken.insert(format!("{}{part}", origin.path.unwrap()), value);
            }
        }
        taken
    }

    pub(super) fn layout(&self) -> Layout {
        self.plan().unwrap_or_else(|error| panic!("{error}")).layout
    }
}

pub(super) fn is(
    taken: &BTreeMap<String, (String, String, Option<String>)>,
    expected: &[(&str, &str, &str)],
) {
    let taken: Vec<(&str, &str, &str)> = taken
        .iter()
        .map(|(path, (speaker, text, _))| (path.as_str(), speaker.as_str(), text.as_str()))
        .collect();
    assert_eq!(taken, expected);
}

#[test]
fn tables_of_speech_tools_are_read_whatever_they_look_like() {
    for (table, text, files) in [
        // Piper's multi-speaker list, the LibriTTS-R way round, VITS's numbers.
        (
            "metadata.csv",
            "c1|anna|Wake me\nc2|ben|Lamp on\nc3|anna|Stop it\n",
            ["wavs/c1", "wavs/c2", "wavs/c3"],
        ),
        (
            "metadata.csv",
            "anna|c1.wav|Wake me\nben|c2.wav|Lamp on\nanna|c3.wav|Stop it\n",
            ["c1", "c2", "c3"],
        ),
        (
            "list.txt",
            "wavs/c1.wav|anna|Wake me\n./wavs/c2.wav|ben|Lamp on\nwavs/c3.wav|anna|Stop it\n",
            ["wavs/c1", "wavs/c2", "wavs/c3"],
        ),
        // Of Windows.
        (
            "metadata.csv",
            "wavs\\c1.wav|anna|Wake me\nwavs\\c2.wav|ben|Lamp on\nwavs\\c3.wav|anna|Stop it\n",
            ["wavs/c1", "wavs/c2", "wavs/c3"],
        ),
        // Coqui's header, a spreadsheet's semicolons and quotes, tabs with CRLF.
        (
            "metadata.csv",
            "audio_file|text|speaker_name\nwavs/c1.wav|Wake me|anna\nwavs/c2.wav|Lamp on|ben\nwavs/c3.wav|Stop it|anna\n",
            ["wavs/c1", "wavs/c2", "wavs/c3"],
        ),
        (
            "clips.csv",
            "\"File\";\"Speaker\";\"Sentence\"\n\"a/c1.wav\";\"anna\";\"Wake me\"\n\"a/c2.wav\";\"ben\";\"Lamp on\"\n\"b/c3.wav\";\"anna\";\"Stop it\"\n",
            ["wav/a/c1", "wav/a/c2", "wav/b/c3"],
        ),
        (
            "prompts.tsv",
            "c1\tanna\tWake me\r\nc2\tben\tLamp on\r\nc3\tanna\tStop it\r\n",
            ["audio/c1", "audio/c2", "audio/c3"],
        ),
    ] {
        let bench = ground(None);
        bench.put(table, text);
        for (index, file) in files.iter().enumerate() {
            bench.tone(&format!("{file}.wav"), index as u32);
        }
        assert_eq!(bench.layout(), Layout::LjSpeech, "{text}");
        let taken = bench.taken();
        let taken: Vec<(&str, &str)> =
            taken.values().map(|(who, text, _)| (who.as_str(), text.as_str())).collect();
        assert_eq!(taken, [("anna", "Wake me"), ("ben", "Lamp on"), ("anna", "Stop it")], "{text}");
    }
}

#[test]
fn a_table_keeps_both_forms_of_a_text_and_says_which_is_read_aloud() {
    let bench = ground(Some("anna"));
    bench.put("metadata.csv", "c1|Dr. No @ 7|Doctor No at seven\nc2|Lamp on|Lamp on\nc3|Stop it|\n");
    (1..=3).for_each(|i| bench.tone(&format!("wavs/c{i}.wav"), i));
    let taken = bench.taken();
    assert_eq!(taken["wavs/c1.wav"].1, "Doctor No at seven");
    assert_eq!(taken["wavs/c1.wav"].2.as_deref(), Some("Dr. No @ 7"));
    assert_eq!((taken["wavs/c2.wav"].2.as_deref(), taken["wavs/c3.wav"].1.as_str()), (None, "Stop it"));
    let seen = bench.plan().unwrap().seen;
    assert_eq!(seen.tables[0].columns, ["audio", "text", "normalised"]);
    assert!(
        seen.because.iter().any(|said| said.contains("read aloud") && said.contains("1 of 3")),
        "{seen:?}"
    );
    // The user has the last word.
    let mut bench = bench;
    bench.request.columns = Some("audio,text,-".parse().unwrap());
    assert_eq!(bench.plan().unwrap().first(1)[0].text, "Dr. No @ 7");
}

#[test]
fn what_is_odd_in_a_table_is_told_and_nothing_is_chosen_in_silence() {
    let told = |table: &str| {
        let bench = ground(Some("anna"));
        bench.put("metadata.csv", table);
        (1..=4).for_each(|i| bench.tone(&format!("wavs/c{i}.wav"), i));
        bench.plan().map(|plan| {
            plan.findings.iter().map(|found| (found.id, found.line.unwrap_or(0))).collect::<Vec<_>>()
        })
    };
    let conflict = told("c1|Wake me\nc1|Close the window\nc2|Lamp on\nc3|Off\nc4|On\n").unwrap();
    assert_eq!(conflict, [("text-conflict", 1), ("text-conflict", 2)]);
    assert_eq!(told("c1|Stop now\nc2|Stop now\nc3|Stop now\nc4|Stop now\n").unwrap(), [("same-text", 0)]);
    assert_eq!(told("c1|anna\nc2|anna\nc3|ben\nc4|ben\n").unwrap(), [("text-like-names", 0)]);
    let lints =
        told("c1|Wake &quot;me&quot; now\nc2|Lаmp on\nc3|See https://example.org/x\nc4|On\n").unwrap();
    let lines: BTreeSet<u64> = lints.iter().map(|(_, line)| *line).collect();
    assert_eq!(lines, BTreeSet::from([1, 2, 3]), "{lints:?}");
    // Texts written in capitals are no abbreviations.
    assert_eq!(told("c1|WAKE ME\nc2|LAMP ON\nc3|STOP IT\nc4|GO ON\n").unwrap(), []);
    let missing = told("x1;One\nx2;Two\nc1;Three\nc2;Four\nc3;Five\nc4;Six\n").unwrap();
    assert_eq!(missing, [("audio-missing", 1), ("audio-missing", 2)]);
    for (table, words) in [
        ("c1|ben|Wake me\nc2|ida|Lamp on\n", "names 2 speakers"),
        ("c1|Wake me|Weck mich bitte\nc2|Lamp on|Licht an\n", "unclear"),
        ("Wake me\nLamp on\n", "nothing that separates"),
    ] {
        let error = told(table).unwrap_err();
        assert!(error.message().contains(words) && error.hint().is_some(), "{error}");
    }
}

#[test]
fn encodings_are_said_and_converted_only_on_request() {
    let mut bench = ground(Some("anna"));
    let text = "c1|Wecke mich früh\nc2|Licht über\n";
    bench.tone("wavs/c1.wav", 1);
    bench.tone("wavs/c2.wav", 2);
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let narrow: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for (bytes, name) in [(wide, "utf-16le"), (narrow, "windows-1252")] {
        bench.put("metadata.csv", bytes);
        bench.request.encoding = None;
        let error = bench.plan().unwrap_err();
        assert!(error.hint().unwrap().contains(&format!("--encoding {name}")), "{error}");
        bench.request.encoding = Some(name.parse().unwrap());
        let plan = bench.plan().unwrap();
        assert_eq!(plan.first(1)[0].text, "Wecke mich früh");
        assert!(plan.seen.tables[0].encoding.eq_ignore_ascii_case(name));
    }
}

#[test]
fn two_layouts_that_fit_equally_are_named() {
    let bench = ground(Some("anna"));
    for stem in ["c1", "c2"] {
        bench.pair(stem, 1);
    }
    bench.put("metadata.csv", "c1|Wake me\nc2|Lamp on\n");
    let error = bench.plan().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Usage);
    assert!(error.hint().unwrap().contains("--layout ljspeech or --layout pairs"), "{error}");
    // A page about the recordings is no table of them.
    bench.put("metadata.csv", "c1|Wake me\n");
    fs::rename(bench.request.path.join("metadata.csv"), bench.request.path.join("readme.txt")).unwrap();
    bench.put("readme.txt", "These are two clips, read by Anna; see the web.\nThank you, all.\n");
    assert_eq!(bench.layout(), Layout::Pairs);
}

#[test]
fn a_plain_folder_says_what_lies_there() {
    let bench = ground(Some("anna"));
    bench.tone("one.wav", 1);
    bench.put("about.md", "x");
    bench.put("readme.txt", "Two clips, by Anna; see below.\n");
    let error = bench.plan().unwrap_err();
    let told = error.to_string();
    assert!(
        told.contains("1 audio file (one.wav)") && told.contains("1 .md") && told.contains("wav.scp"),
        "{told}"
    );
}

#[test]
fn common_voice_of_spontaneous_speech_is_read() {
    let bench = ground(None);
    bench.fixture("tone.mp3", "audios/c1.mp3");
    bench.fixture("tone.mp3", "clips/c1.mp3");
    bench.put(
        "ss-corpus-en.tsv",
        "client_id\taudio_id\taudio_file\tduration_ms\tprompt_id\tprompt\ttranscription\tvotes\tage\tgender\tlanguage\n\
         k1\t1\tc1.mp3\t900\t4\tSay something\tWake me\t1\t\t\ten\n\
         k1\t2\tc1.mp3\t900\t4\tSay more\t\t1\t\t\ten\n",
    );
    assert_eq!(bench.layout(), Layout::CommonVoice);
    let taken = bench.taken();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken["audios/c1.mp3"].1, "Wake me");
}

#[test]
fn librispeech_and_its_kin_are_read() {
    let bench = ground(None);
    bench.fixture("tone-16-bit.flac", "LibriSpeech/dev/84/121/84-121-0000.flac");
    bench.fixture("tone-24-bit-stereo.flac", "LibriSpeech/dev/84/121/84-121-0001.flac");
    bench.put(
        "LibriSpeech/dev/84/121/84-121.trans.txt",
        "84-121-0000 GO DO YOU HEAR\n84-121-0001 BUT IN LESS\n",
    );
    bench.put("LibriSpeech/SPEAKERS.TXT", "; some\n84 | F | dev | 8.02 | Name\n");
    assert_eq!(bench.layout(), Layout::LibriSpeech);
    is(
        &bench.taken(),
        &[
            ("LibriSpeech/dev/84/121/84-121-0000.flac", "s84", "GO DO YOU HEAR"),
            ("LibriSpeech/dev/84/121/84-121-0001.flac", "s84", "BUT IN LESS"),
        ],
    );
    assert!(bench.plan().unwrap().findings.is_empty());

    let mls = ground(None);
    mls.tone("train/audio/84/121/84_121_000000.wav", 1);
    mls.put("train/transcripts.txt", "84_121_000000\tgo do you hear\n");
    assert_eq!(mls.layout(), Layout::LibriSpeech);
    is(&mls.taken(), &[("train/audio/84/121/84_121_000000.wav", "s84", "go do you hear")]);

    let tts = ground(None);
    tts.tone("84/121/84_121_000000_000000.wav", 1);
    tts.put("84/121/84_121.trans.tsv", "84_121_000000_000000\tGo, Mr. Do!\tGo, Mister Do!\n");
    let taken = tts.taken();
    let (_, text, printed) = &taken["84/121/84_121_000000_000000.wav"];
    assert_eq!((text.as_str(), printed.as_deref()), ("Go, Mister Do!", Some("Go, Mr. Do!")));
}

#[test]
fn vctk_is_read_from_its_first_microphone() {
    let bench = ground(None);
    for (index, name) in ["p225_001_mic1", "p225_001_mic2", "p225_002_mic2"].into_iter().enumerate() {
        bench.tone(&format!("wav48_silence_trimmed/p225/{name}.wav"), index as u32);
    }
    bench.put("txt/p225/p225_001.txt", "Please call Stella.\n");
    bench.put("txt/p225/p225_002.txt", "Ask her.\n");
    assert_eq!(bench.layout(), Layout::Vctk);
    is(
        &bench.taken(),
        &[
            ("wav48_silence_trimmed/p225/p225_001_mic1.wav", "p225", "Please call Stella."),
            ("wav48_silence_trimmed/p225/p225_002_mic2.wav", "p225", "Ask her."),
        ],
    );
}

#[test]
fn a_list_in_another_encoding_is_told_by_it_and_not_as_nothing() {
    let bench = ground(Some("anna"));
    for index in 1..4 {
        bench.tone(&format!("c{index}.wav"), index);
    }
    bench.put("filelist.txt", b"c1|caf\xe9 au lait\nc2|d\xe9j\xe0 vu\nc3|stop\n");
    let error = bench.plan().unwrap_err();
    assert!(error.message().contains("Windows-1252"), "{error}");
    assert!(error.path().unwrap().ends_with("filelist.txt"), "{error}");
}

#[test]
fn folders_are_taken_for_words_where_their_files_say_so_or_somebody_does() {
    let bench = ground(None);
    for (index, name) in
        ["yes/0a7c_nohash_0", "yes/0a7c_nohash_1", "no/1b2d_nohash_0"].into_iter().enumerate()
    {
        bench.tone(&format!("{name}.wav"), index as u32);
    }
    bench.tone("_background_noise_/tap.wav", 7);
    assert_eq!(bench.layout(), Layout::Folders);
    let taken = bench.taken();
    let said: Vec<_> =
        taken.iter().map(|(file, (who, text, _))| (file.as_str(), who.as_str(), text.as_str())).collect();
    let [(_, ben, "no"), (_, anna, "yes"), (_, again, "yes")] = said[..] else { panic!("{said:?}") };
    assert!(anna == again && anna != ben, "{said:?}");

    // Other folders are nobody's words until somebody says so.
    let mut plain = ground(Some("anna"));
    plain.tone("turn_on/one.wav", 1);
    plain.tone("turn_on/two.wav", 2);
    assert!(plain.plan().is_err());
    plain.request.layout = Some(Layout::Folders);
    is(&plain.taken(), &[("turn_on/one.wav", "anna", "turn on"), ("turn_on/two.wav", "anna", "turn on")]);
}

#[test]
fn data_directories_of_kaldi_are_read_with_their_parts_and_no_command_is_run() {
    let bench = ground(None);
    let tone = tone(1, 1, OutputFormat::Int16);
    let path = bench.put("wav/a.wav", &tone);
    bench.tone("wav/b.wav", 2);
    bench.put("data/train/wav.scp", format!("ra {}\nrb wav/b.wav\n", path.canonicalize().unwrap().display()));
    bench.put("data/train/segments", "anna-1 ra 0.05 0.15\nanna-2 ra 0.15 0.2500625\nben-1 rb 0 -1\n");
    bench.put("data/train/text", "anna-1 wake me\nanna-2 wake me\nben-1 lamp on\n");
    bench.put("data/train/utt2spk", "anna-1 anna\nanna-2 anna\nben-1 ben\n");
    assert_eq!(bench.layout(), Layout::Kaldi);
    is(
        &bench.taken(),
        &[
            ("wav/a.wav 150000+100063", "anna", "wake me"),
            ("wav/a.wav 50000+100000", "anna", "wake me"),
            ("wav/b.wav 0+", "ben", "lamp on"),
        ],
    );
    // The samples are those of the source, from 0.05 s for 0.1 s at 16 kHz.
    let sessions = bench.sessions();
    let view = sessions.iter().find(|view| view.takes().len() == 2).unwrap();
    let of = |start: u64| {
        let take = view
            .kept()
            .into_iter()
            .find(|take| take.origin.as_ref().unwrap().part.unwrap().start_us == start);
        fs::read(view.path_of(take.unwrap())).unwrap()[44..].to_vec()
    };
    assert_eq!(of(50_000), tone[44 + 2 * 800..44 + 2 * 2400]);
    assert_eq!(of(150_000), tone[44 + 2 * 2400..44 + 2 * 4001]);
    assert_eq!(bench.import().unwrap().imported, 0);

    let wav = bench.request.path.join("data/train/wav.scp");
    fs::write(&wav, "ra sox wav/a.wav -t wav - |\nrb /etc/passwd\n").unwrap();
    let plan = bench.plan().unwrap();
    assert_eq!(ids(&plan.findings, Severity::Reject), ["audio-command", "unsafe-path"]);
}

#[test]
fn manifests_of_nemo_are_read_from_where_they_lie() {
    let bench = ground(None);
    bench.tone("wav/a.wav", 1);
    bench.tone("nemo/b.wav", 2);
    let lines = [
        r#"{"audio_filepath":"../wav/a.wav","duration":0.1,"offset":0.1,"text":"wake me","speaker":"anna","lang":"en"}"#,
        r#"{"audio_filepath":"b.wav","duration":0.3,"text":"Dr. No","normalized_text":"Doctor No","speaker":7}"#,
        r#"{"audio_filepath":"b.wav","duration":0.3,"text":"licht an","speaker":7,"_skipme":true}"#,
    ];
    bench.put("nemo/train_manifest.json", lines.join("\n"));
    assert_eq!(bench.layout(), Layout::Nemo);
    is(&bench.taken(), &[("nemo/b.wav", "s7", "Doctor No"), ("wav/a.wav 100000+100000", "anna", "wake me")]);
    bench.put("nemo/train_manifest.json", "{\"audio_filepath\":\"../../x.wav\",\"text\":\"a\"}\n{\n");
    assert_eq!(ids(&bench.plan().unwrap().findings, Severity::Reject), ["unsafe-path", "row-broken"]);
}

#[test]
fn folders_of_hugging_face_are_read_with_all_their_splits() {
    let bench = ground(None);
    bench.tone("train/a/1.wav", 1);
    bench.tone("test/2.wav", 2);
    bench.put(
        "train/metadata.csv",
        "file_name,transcription,speaker_id\na/1.wav,\"Wake me, \"\"now\"\"\",anna\n",
    );
    bench.put(
        "test/metadata.jsonl",
        "{\"file_name\":\"2.wav\",\"transcription\":\"Lamp on\",\"speaker_id\":5}\n",
    );
    assert_eq!(bench.layout(), Layout::HuggingFace);
    is(&bench.taken(), &[("test/2.wav", "s5", "Lamp on"), ("train/a/1.wav", "anna", "Wake me, \"now\"")]);
}

#[test]
fn recording_studios_are_read() {
    let mimic = ground(None);
    mimic.tone("7af1/c1.wav", 1);
    mimic.tone("7af1/c2.wav", 2);
    mimic.put("7af1/7af1-metadata.txt", "c1.wav|Wake me|7\nc2.wav|Lamp on, please|15\n");
    assert_eq!(mimic.layout(), Layout::Mimic);
    is(&mimic.taken(), &[("7af1/c1.wav", "s7af1", "Wake me"), ("7af1/c2.wav", "s7af1", "Lamp on, please")]);

    let piper = ground(Some("anna"));
    piper.tone("en-US/0001_General/1.wav", 1);
    piper.put("en-US/0001_General/1.txt", "Wake me");
    assert_eq!(piper.layout(), Layout::Pairs);
    is(&piper.taken(), &[("en-US/0001_General/1.wav", "anna", "Wake me")]);
}
