//! What containers write, read back by readers of other hands: the `parquet` crate's, and a tar reader of a few lines.

use super::*;
use crate::corpus::catalogue::tests::row;
use crate::sheet::Slot;
use ::parquet::file::metadata::RowGroupMetaData;
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use serde_json::{Value, json};

#[derive(Default)]
struct Memory(Vec<Vec<u8>>);

impl Files for Memory {
    fn append(&mut self, file: usize, bytes: &[u8]) -> Result<()> {
        self.0.resize(self.0.len().max(file + 1), Vec::new());
        self.0[file].extend_from_slice(bytes);
        Ok(())
    }
}

fn rows() -> Vec<Row> {
    let mut rows = vec![
        row("a1", "fr-FR", "p1", "dis \"bonjour\" à 5 h", Split::Train),
        row("a1", "fr-FR", "p2", "réveille-moi", Split::Train),
        row("b2", "fr-FR", "p1", "un | deux", Split::Train),
    ];
    let slot =
        |name: &str, value: &str| Slot { name: name.to_owned(), value: value.to_owned(), start: 0, end: 1 };
    rows[0].slots = vec![slot("word", "bonjour"), slot("time", "5 h")];
    rows[0].gender = Some("female".to_owned());
    rows[2].source.snr_db = None;
    rows
}

fn audio(at: usize) -> Vec<u8> {
    vec![at as u8 + 1; 700 + at]
}

fn shard() -> Shard {
    Shard { locale: "fr-FR".parse().unwrap(), split: Split::Train, number: 3, coding: Coding::Wav }
}

fn made(container: &dyn Container, rows: &[Row]) -> Vec<(String, Vec<u8>)> {
    let mut files = Memory::default();
    let mut writer = container.open(&shard()).unwrap();
    for (at, row) in rows.iter().enumerate() {
        writer.push(Unit { row, audio: &audio(at).into() }, &mut files).unwrap();
    }
    writer.finish(&mut files).unwrap();
    container.files(&shard()).into_iter().zip(files.0).collect()
}

/// Returns the members of an archive without long names.
fn members(archive: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut members = Vec::new();
    let mut at = 0;
    while archive[at] != 0 {
        let text = |range: std::ops::Range<usize>| {
            let bytes = &archive[at + range.start..at + range.end];
            String::from_utf8(bytes.split(|byte| *byte == 0).next().unwrap().to_vec()).unwrap()
        };
        let size = usize::from_str_radix(&text(124..136), 8).unwrap();
        members.push((text(0..100), archive[at + 512..at + 512 + size].to_vec()));
        at += 512 + size.next_multiple_of(512);
    }
    assert_eq!(archive.len(), at + 1024, "two empty blocks end it");
    members
}

fn names(members: &[(String, Vec<u8>)]) -> Vec<&str> {
    members.iter().map(|(name, _)| name.as_str()).collect()
}

fn json_lines(bytes: &[u8]) -> Vec<Value> {
    std::str::from_utf8(bytes).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn parquet_holds_every_clip_whole_under_the_feature_audio() {
    let rows = rows();
    let [(path, bytes)] = made(&Parquet, &rows).try_into().unwrap();
    assert_eq!(path, "parquet/fr-FR/train-00003.parquet");
    let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
    let metadata = reader.metadata().file_metadata();
    assert_eq!(metadata.created_by(), Some("booth"), "the version of a library would change the bytes");
    let key = &metadata.key_value_metadata().unwrap()[0];
    let features: Value = serde_json::from_str(key.value.as_ref().unwrap()).unwrap();
    let features = features["info"]["features"].as_object().unwrap();
    assert_eq!(features["audio"], json!({ "sampling_rate": 16_000, "_type": "Audio" }));
    let value = json!({ "dtype": "string", "_type": "Value" });
    assert_eq!(features["slots"], json!([{ "slot": value, "value": value }]));
    let columns: Vec<&str> = metadata.schema().get_fields().iter().map(|field| field.name()).collect();
    assert_eq!(columns.len(), features.len());
    assert!(columns.iter().all(|name| features.contains_key(*name)), "{columns:?}");
    let read: Vec<Value> =
        reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_json_value()).collect();
    assert_eq!(read.len(), rows.len());
    for (at, (read, row)) in read.iter().zip(&rows).enumerate() {
        assert_eq!(read["audio"]["path"], format!("{}.wav", row.id));
        assert_eq!(read["id"], row.id.as_str());
        assert_eq!(read["text"], row.text);
        assert_eq!(read["gender"], json!(row.gender));
        assert_eq!(read["duration"], json!(row.duration));
        assert_eq!(read["snr_db"], json!(row.source.snr_db));
        assert_eq!(read["repetition"], json!(1));
        let slots: Vec<Value> =
            row.slots.iter().map(|slot| json!({ "slot": slot.name, "value": slot.value })).collect();
        assert_eq!(read["slots"], json!(slots), "{at}");
    }
    // A page a clip: the same bytes wherever it stands.
    let column = reader.metadata().row_group(0).column(0);
    assert_eq!(column.column_path().string(), "audio.bytes");
    let mut pages = reader.get_row_group(0).unwrap().get_column_page_reader(0).unwrap();
    for at in 0..rows.len() {
        let page = pages.get_next_page().unwrap().unwrap();
        assert_eq!(page.num_values(), 1);
        assert!(page.buffer().ends_with(&audio(at)), "clip {at}");
    }
    assert!(pages.get_next_page().unwrap().is_none());
}

#[test]
fn groups_of_parquet_are_bounded() {
    let row = rows().remove(0);
    let clip = bytes::Bytes::from(vec![7; parquet::GROUP_BYTES / 2 + 1]);
    let mut files = Memory::default();
    let mut writer = Parquet.open(&shard()).unwrap();
    for _ in 0..3 {
        writer.push(Unit { row: &row, audio: &clip }, &mut files).unwrap();
    }
    assert!(files.0[0].len() > 2 * clip.len(), "a full group is handed on");
    writer.finish(&mut files).unwrap();
    let reader = SerializedFileReader::new(bytes::Bytes::from(files.0.remove(0))).unwrap();
    let groups: Vec<i64> = reader.metadata().row_groups().iter().map(RowGroupMetaData::num_rows).collect();
    assert_eq!(groups, [2, 1]);
}

#[test]
fn webdataset_keeps_the_members_of_a_key_together() {
    let rows = rows();
    let [(path, bytes)] = made(&WebDataset, &rows).try_into().unwrap();
    assert_eq!(path, "webdataset/fr-FR/train-000003.tar");
    let members = members(&bytes);
    let expected: Vec<String> =
        rows.iter().flat_map(|row| ["json", "txt", "wav"].map(|end| format!("{}.{end}", row.id))).collect();
    assert_eq!(names(&members), expected);
    for (at, row) in rows.iter().enumerate() {
        let about: Value = serde_json::from_slice(&members[3 * at].1).unwrap();
        assert_eq!((&about["text"], &about["speaker"]), (&json!(row.text), &json!(row.speaker.as_str())));
        assert_eq!(members[3 * at + 1].1, row.text.as_bytes());
        assert_eq!(members[3 * at + 2].1, audio(at));
    }
}

#[test]
fn shar_has_the_audio_of_each_cut_in_the_order_of_the_cuts() {
    let rows = rows();
    let [(cuts, lines), (path, archive), (of_cuts, cut_index), (of_audio, audio_index)] =
        made(&Shar, &rows).try_into().unwrap();
    assert_eq!(cuts, "shar/fr-FR/train/cuts.000003.jsonl");
    assert_eq!(path, "shar/fr-FR/train/recording.000003.tar");
    let members = members(&archive);
    for (at, (cut, row)) in json_lines(&lines).iter().zip(&rows).enumerate() {
        assert_eq!(cut["id"], row.id.as_str());
        assert_eq!(cut["supervisions"][0]["text"], row.text);
        assert_eq!(cut["recording"]["num_samples"], json!(row.frames));
        assert_eq!(members[2 * at], (format!("{}.wav", row.id), audio(at)));
        assert_eq!(members[2 * at + 1].0, format!("{}.json", row.id));
        assert_eq!(serde_json::from_slice::<Value>(&members[2 * at + 1].1).unwrap(), cut["recording"]);
    }
    assert_eq!(members.len(), 2 * rows.len());
    // The index of Lhotse 2: where each cut begins, in either file, and where the file ends.
    assert_eq!(of_cuts, "shar/index/fr-FR/train/cuts.000003.jsonl.idx");
    assert_eq!(of_audio, "shar/index/fr-FR/train/recording.000003.tar.idx");
    let places = |index: &[u8]| -> Vec<usize> {
        index.chunks(8).map(|place| u64::from_le_bytes(place.try_into().unwrap()) as usize).collect()
    };
    let (of_cuts, of_audio) = (places(&cut_index), places(&audio_index));
    assert_eq!((of_cuts.len(), of_audio.len()), (rows.len() + 1, rows.len() + 1));
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(json_lines(&lines[of_cuts[at]..of_cuts[at + 1]])[0]["id"], row.id.as_str());
        // Two empty blocks end an archive.
        let end: &[u8] = if at + 1 < rows.len() { &[0; 1024] } else { &[] };
        let of_cut = self::members(&[&archive[of_audio[at]..of_audio[at + 1]], end].concat());
        assert_eq!(of_cut, members[2 * at..2 * at + 2]);
    }
    assert_eq!((of_cuts[rows.len()], of_audio[rows.len()]), (lines.len(), archive.len()));
}

#[test]
fn nemo_names_members_and_shards_in_its_manifests() {
    let rows = rows();
    let [(path, archive), (manifest, lines)] = made(&NemoTarred, &rows).try_into().unwrap();
    assert_eq!(path, "nemo-tarred/fr-FR/train/audio_3.tar");
    assert_eq!(manifest, "nemo-tarred/fr-FR/train/sharded_manifests/manifest_3.json");
    let members = members(&archive);
    let lines_of = json_lines(&lines);
    for (line, (name, _)) in lines_of.iter().zip(&members) {
        assert_eq!((&line["audio_filepath"], &line["shard_id"]), (&json!(name), &json!(3)));
    }
    assert_eq!(lines_of.len(), rows.len());
    let mut noted = crate::corpus::format::tests::Memory::default();
    for row in &rows {
        NemoTarred.note(&shard(), row, &mut noted).unwrap();
    }
    let noted = &noted.files["nemo-tarred/fr-FR/train/tarred_audio_manifest.json"];
    assert_eq!(noted.as_bytes(), lines, "one manifest of all shards");
}
