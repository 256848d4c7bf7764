//! A corpus that was packed, read again; and corpora that lie.

use super::*;
use crate::corpus::tests::{Fixture, settings};
use crate::fsio;

#[test]
fn a_finished_corpus_reads_as_what_was_packed() {
    let fixture = Fixture::small();
    for (name, format) in
        [("i16", OutputFormat::Int16), ("i24", OutputFormat::Int24), ("f32", OutputFormat::Float32)]
    {
        let plan = fixture.plan(&Settings { format, ..settings() }, None);
        fixture.build(&plan, name, 2).unwrap();
        let corpus = Corpus::open(fixture.path(name)).unwrap();
        assert_eq!((corpus.len(), corpus.release().settings.format), (7, format));
        let all: Vec<Utterance> = corpus.utterances().unwrap().map(Result::unwrap).collect();
        assert!(all.iter().map(Utterance::id).is_sorted());
        for utterance in &all {
            let row = utterance.row();
            // The recording is the second channel of the take's file.
            let source =
                fixture.sessions.iter().find(|(session, _)| session.record.id == row.session).unwrap();
            let take = source.1.iter().find(|take| take.prompt == row.prompt).unwrap();
            assert_eq!(utterance.text(), take.text);
            assert_eq!(utterance.locale(), &source.0.record.locale);
            let audio = utterance.audio().unwrap();
            assert_eq!((audio.rate.hz(), audio.samples.len() as u64), (16_000, row.frames));
            assert_eq!(utterance.duration(), row.frames as f64 / 16_000.0);
            if take.rate.hz() == 16_000 {
                let mut reader = WavReader::open(&source.0.dir.join(&take.file)).unwrap();
                let mut expected = vec![0.0f32; take.frames as usize];
                reader.read(1, &mut expected).unwrap();
                assert_eq!(audio.samples, expected, "{format:?}");
            }
        }
        for split in Split::ALL {
            let ids: Vec<_> =
                corpus.utterances().unwrap().only(split).map(|one| one.unwrap().id().clone()).collect();
            let expected: Vec<_> =
                all.iter().filter(|one| one.split() == split).map(|one| one.id().clone()).collect();
            assert_eq!(ids, expected);
        }
    }
}

#[test]
fn a_corpus_that_lies_is_an_error_with_its_line() {
    let fixture = Fixture::small();
    fixture.build(&fixture.plan(&settings(), None), "corpus", 2).unwrap();
    let dir = fixture.path("corpus");
    let (catalogue, head) = (dir.join("catalogue.jsonl"), dir.join("corpus.json"));
    let (rows, text) =
        (std::fs::read_to_string(&catalogue).unwrap(), std::fs::read_to_string(&head).unwrap());
    let lines: Vec<&str> = rows.split_inclusive('\n').collect();
    // How many can be read, then the error.
    let read = |changed: &str| {
        fsio::replace(&catalogue, changed.as_bytes()).unwrap();
        let mut utterances = Corpus::open(&dir).unwrap().utterances().unwrap();
        let good = utterances.by_ref().take_while(Result::is_ok).count();
        assert!(utterances.next().is_none(), "it ends after an error");
        let error = Corpus::open(&dir).unwrap().utterances().unwrap().find_map(Result::err).unwrap();
        assert_eq!((error.kind(), error.path()), (ErrorKind::Corpus, Some(catalogue.as_path())));
        (good, error.line().unwrap(), error.message().to_owned())
    };
    let third = |from: &str, to: &str| {
        let changed: Vec<String> = lines
            .iter()
            .enumerate()
            .map(|(at, line)| if at == 2 { line.replacen(from, to, 1) } else { (*line).to_owned() })
            .collect();
        assert_ne!(changed.concat(), rows, "{from}");
        read(&changed.concat())
    };
    for (from, to, says) in [
        ("\"rate\":16000", "\"rate\":8000", "disagrees with itself"),
        ("words of", "Words of", "disagrees with itself"),
        ("\"audio\":\"audio/", "\"audio\":\"../", "disagrees with itself"),
        ("{\"schema\":4", "{\"schema\":7", "schema 7"),
        ("{", "{ ", "canonical"),
    ] {
        let (good, line, message) = third(from, to);
        assert_eq!((good, line), (2, 3), "{from}");
        assert!(message.contains(says), "{from}: {message}");
    }
    assert_eq!(
        read(&lines[..6].concat()),
        (6, 7, "the catalogue has 6 utterances, the head says 7".to_owned())
    );
    assert_eq!(read(&[lines[1], lines[0]].concat()).1, 2);
    assert_eq!(read(&rows[..rows.len() - 1]).1, 7);
    fsio::replace(&catalogue, rows.as_bytes()).unwrap();

    // What a row says of its file is held against the file.
    let third = || Corpus::open(&dir).unwrap().utterances().unwrap().nth(2).unwrap().unwrap();
    let path = third().path();
    let bytes = std::fs::read(&path).unwrap();
    let audio = |bytes: &[u8]| {
        fsio::replace(&path, bytes).unwrap();
        third().audio().unwrap_err()
    };
    let spoilt = |at: usize, value: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = value;
        bytes
    };
    // The rate stands at byte 24 of the header.
    for (bytes, says) in
        [(bytes[..bytes.len() - 1].to_vec(), "bytes, its row says"), (spoilt(24, 0x81), "as its rate")]
    {
        let error = audio(&bytes);
        assert_eq!(
            (error.kind(), error.path(), error.line()),
            (ErrorKind::Corpus, Some(catalogue.as_path()), Some(3))
        );
        assert!(error.message().contains(says), "{says}: {error}");
    }
    let error = audio(&vec![b'x'; bytes.len()]);
    assert_eq!((error.kind(), error.path()), (ErrorKind::Audio, Some(path.as_path())));
    fsio::remove_leftover(&path).unwrap();
    let error = third().audio().unwrap_err();
    assert_eq!((error.kind(), error.line()), (ErrorKind::Corpus, Some(3)));
    assert!(error.message().contains("is missing"), "{error}");

    // And the head.
    for (from, to) in [("\"kaldi\"", "\"other\""), ("\"schema\": 1", "\"schema\": 2")] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text);
        fsio::replace(&head, changed.as_bytes()).unwrap();
        let error = Corpus::open(&dir).unwrap_err();
        assert_eq!((error.kind(), error.path()), (ErrorKind::Corpus, Some(head.as_path())));
        assert!(error.hint().is_some_and(|hint| hint.contains("the version of Booth")), "{error}");
    }
    fsio::remove_leftover(&head).unwrap();
    assert!(Corpus::open(&dir).unwrap_err().message().contains("no corpus.json"));
}
