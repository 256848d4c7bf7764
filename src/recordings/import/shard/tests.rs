//! What the crate `parquet` writes is read back by our own reader, and what is damaged is an error.

#![expect(clippy::disallowed_methods, reason = "the tests write the files that are read")]

use super::testfile::{Values, file, usual};
use super::*;
use parquet::basic::{Compression, Encoding, GzipLevel, ZstdLevel};
use parquet::file::properties::{WriterPropertiesBuilder, WriterVersion};
use proptest::prelude::*;
use std::fs;

const SCHEMA: &str = "optional boolean b; optional int32 i; required int64 l; optional int64 u (INTEGER(64,false)); \
                      optional float f; optional double d; optional binary t (STRING); \
                      optional group audio { optional binary bytes; optional binary path (STRING); } \
                      optional group xs (LIST) { repeated group list { optional int32 element; } }";

/// Rows of all types; some values come again, so that a dictionary pays.
fn group(rows: usize, seed: u32) -> Vec<Values> {
    fn some<T>(rows: usize, seed: u32, make: impl Fn(u32) -> T) -> Vec<Option<T>> {
        let number = |row: usize| (row as u32).wrapping_add(seed).wrapping_mul(2_654_435_761) >> 7;
        (0..rows).map(|row| Some(number(row)).filter(|number| number % 5 != 0).map(&make)).collect()
    }
    vec![
        Values::Bool(some(rows, seed, |n| n % 3 == 0)),
        Values::Int(some(rows, seed + 1, |n| (n % 7) as i32 - 3)),
        Values::Long((0..rows as i64).map(|row| Some(row * 1_000_000_007 - 5)).collect()),
        Values::Long(some(rows, seed + 2, |n| -i64::from(n))),
        Values::Float(some(rows, seed + 3, |n| n as f32 / 8.0)),
        Values::Double(some(rows, seed + 4, |n| f64::from(n) / 3.0)),
        Values::Bytes(some(rows, seed + 5, |n| format!("text {} ö", n % 11).into_bytes())),
        Values::Bytes(some(rows, seed + 6, |n| vec![n as u8; (n % 300) as usize])),
        Values::Bytes(some(rows, seed + 7, |n| format!("{n}.wav").into_bytes())),
        Values::List(vec![7; rows]),
    ]
}

/// Says a value so that all kinds can be compared.
fn said(value: &Value) -> String {
    match value {
        Value::Null => "-".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::Unsigned(value) => value.to_string(),
        Value::Float(value) => value.to_string(),
        Value::Double(value) => value.to_string(),
        Value::Bytes(bytes) => format!("{:?}", bytes.as_ref()),
    }
}

fn expected(groups: &[Vec<Values>], column: usize) -> Vec<String> {
    fn all<T>(values: &[Option<T>], say: impl Fn(&T) -> String) -> Vec<String> {
        values.iter().map(|value| value.as_ref().map_or("-".to_owned(), &say)).collect()
    }
    let said = groups.iter().map(|group| match &group[column] {
        Values::Bool(values) => all(values, ToString::to_string),
        Values::Int(values) => all(values, ToString::to_string),
        Values::Long(values) if column == 3 => all(values, |value| (*value as u64).to_string()),
        Values::Long(values) => all(values, ToString::to_string),
        Values::Float(values) => all(values, ToString::to_string),
        Values::Double(values) => all(values, ToString::to_string),
        Values::Bytes(values) => all(values, |value| format!("{value:?}")),
        Values::List(_) => Vec::new(),
    });
    said.flatten().collect()
}

fn at(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a.parquet");
    fs::write(&path, bytes).unwrap();
    (dir, path)
}

fn all(shard: &Shard, column: usize) -> Result<Vec<String>> {
    let mut values = Vec::new();
    shard.read(column, |value| {
        values.push(said(&value));
        Ok(true)
    })?;
    Ok(values)
}

fn properties(codec: u8, version: bool, dictionary: bool, page: usize) -> WriterPropertiesBuilder {
    let codec = match codec {
        0 => Compression::UNCOMPRESSED,
        1 => Compression::SNAPPY,
        2 => Compression::GZIP(GzipLevel::default()),
        3 => Compression::LZ4_RAW,
        _ => Compression::ZSTD(ZstdLevel::default()),
    };
    let version = if version { WriterVersion::PARQUET_2_0 } else { WriterVersion::PARQUET_1_0 };
    let properties =
        usual().set_compression(codec).set_writer_version(version).set_dictionary_enabled(dictionary);
    // The newer version has other encodings where there is no dictionary.
    let properties = (0..9).fold(properties, |properties, column| {
        let path = ["b", "i", "l", "u", "f", "d", "t", "audio.bytes", "audio.path"][column];
        let encoding = if column == 0 && version == WriterVersion::PARQUET_2_0 {
            Encoding::RLE
        } else {
            Encoding::PLAIN
        };
        properties
            .set_column_encoding(path.split('.').map(str::to_owned).collect::<Vec<_>>().into(), encoding)
    });
    properties.set_data_page_row_count_limit(page).set_write_batch_size(page.min(8))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_is_written_is_read(
        codec in 0u8..5, version: bool, dictionary: bool, page in 1usize..200, rows in prop::collection::vec(0usize..120, 1..4),
        order in prop::collection::vec((0usize..9, 0usize..400), 1..30),
    ) {
        let groups: Vec<_> = rows.iter().zip(1..).map(|(&rows, seed)| group(rows, seed)).collect();
        let (_dir, path) = at(&file(SCHEMA, &groups, properties(codec, version, dictionary, page), Some("{}")));
        let shard = Shard::open(&path).unwrap();
        let columns: Vec<_> = shard.columns().iter().map(|column| (column.root.as_str(), column.name.as_str())).collect();
        prop_assert_eq!(&columns[6..], &[("t", "t"), ("audio", "bytes"), ("audio", "path"), ("xs", "element")]);
        prop_assert_eq!(shard.rows() as usize, rows.iter().sum::<usize>());
        prop_assert_eq!(shard.features(), Some(&b"{}"[..]));
        let expected: Vec<Vec<String>> = (0..9).map(|column| expected(&groups, column)).collect();
        for (column, expected) in expected.iter().enumerate() {
            prop_assert_eq!(&all(&shard, column).unwrap(), expected);
            prop_assert!(!shard.is_full(column) || !expected.contains(&"-".to_owned()));
        }
        let mut reader = Reader::new(shard);
        for (column, row) in order {
            let value = reader.value(column, row as u64).map(|value| said(&value)).ok();
            prop_assert_eq!(value.as_ref(), expected[column].get(row));
        }
    }
}

/// Reads all that can be read.
fn drain(path: &Path) {
    let Ok(shard) = Shard::open(path) else { return };
    for column in 0..shard.columns().len() {
        if !shard.columns()[column].repeated {
            let _ = all(&shard, column);
            let _ = shard.is_full(column);
        }
    }
    let rows = shard.rows();
    let mut reader = Reader::new(shard);
    for row in [0, rows / 2, rows.saturating_sub(1), rows] {
        let _ = reader.value(7, row);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_damaged_is_an_error_and_nothing_else(
        codec in 0u8..5, version: bool, dictionary: bool, cut in prop::option::of(0.0..1.0f64), tail: bool,
        flips in prop::collection::vec((0.0..1.0f64, any::<u8>()), 1..6),
    ) {
        let mut bytes = file(SCHEMA, &[group(40, 1), group(9, 2)], properties(codec, version, dictionary, 16), None);
        // Half of the time what the file says of itself is hit, which is its smaller part.
        let footer = bytes.len() - 8 - u32::from_le_bytes(*bytes[..bytes.len() - 4].last_chunk().unwrap()) as usize;
        let from = if tail { footer } else { 0 };
        for (at, value) in flips {
            let at = from + ((bytes.len() - from) as f64 * at) as usize;
            bytes[at] = value;
        }
        if let Some(cut) = cut.filter(|cut| *cut < 0.3) {
            bytes.drain(4..4 + (bytes.len() as f64 * cut) as usize);
        }
        let (_dir, path) = at(&bytes);
        let begun = std::time::Instant::now();
        drain(&path);
        prop_assert!(begun.elapsed().as_secs() < 10, "it took {:?}", begun.elapsed());
    }
}

/// Puts a footer behind nothing.
fn with_footer(footer: &[u8]) -> Vec<u8> {
    [b"PAR1", footer, &(footer.len() as u32).to_le_bytes(), b"PAR1"].concat()
}

#[test]
fn what_is_claimed_costs_nothing() {
    let refused = |bytes: &[u8]| {
        let (_dir, path) = at(bytes);
        Shard::open(&path).err().map(|error| error.message().to_owned()).unwrap_or_default()
    };
    // A schema of a root that has one child, which has one child, and so on; and a root of 2^31 - 1 children.
    let nested = |count: usize| {
        let element: &[u8] = &[0x35, 0x00, 0x18, 0x01, b'a', 0x15, 0x02, 0x00];
        let head = [
            &[0x29, 0xfc][..],
            &[(count & 0x7f) as u8 | 0x80, (count >> 7) as u8 & 0x7f | 0x80, (count >> 14) as u8],
        ]
        .concat();
        [&head[..], &element.repeat(count), &[0x00]].concat()
    };
    assert!(refused(&with_footer(&nested(200_000))).contains("too deep"));
    let crowded = [0x29, 0x1c, 0x48, 0x01, b'a', 0x15, 0xfe, 0xff, 0xff, 0xff, 0x0f, 0x00, 0x00];
    assert!(refused(&with_footer(&crowded)).contains("fewer"));
    // A list of as many truths as a number can count, and an unknown field of bytes without end.
    assert!(refused(&with_footer(&[0x99, 0xf2, 0xff, 0xff, 0xff, 0xff, 0x07, 0x00])).contains("too early"));
    assert!(refused(&with_footer(&[0x98, 0xff, 0xff, 0xff, 0xff, 0x0f, 0x00])).contains("too early"));
    // More rows than bytes: nulls take no room in the file, but in memory.
    let column = |rows: usize| vec![Values::Bytes(vec![None; rows])];
    let nulls = file("optional binary t (STRING);", &[column(100_000)], usual(), None);
    assert!(nulls.len() < 2000 && refused(&nulls).contains("more rows"), "{}", refused(&nulls));
    assert!(refused(b"PAR1PAR1").contains("no Parquet file"));
    assert!(refused(&[b"PAR1", &[0xff; 4][..], b"PAR1"].concat()).contains("cut short"));
}

#[test]
fn other_ways_to_write_are_refused_by_name() {
    let told = |schema: &str, values: Values, properties: WriterPropertiesBuilder| {
        let (_dir, path) = at(&file(schema, &[vec![values]], properties, None));
        let error = all(&Shard::open(&path).unwrap(), 0).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Unsupported);
        assert!(error.hint().unwrap().contains("write the file again"));
        error.message().to_owned()
    };
    let delta = usual().set_dictionary_enabled(false).set_encoding(Encoding::DELTA_BYTE_ARRAY);
    let message = told("required binary t (STRING);", Values::texts(&["a", "ab"]), delta);
    assert!(message.contains("`t`") && message.contains("DELTA_BYTE_ARRAY"), "{message}");
    let packed = usual().set_dictionary_enabled(false).set_encoding(Encoding::DELTA_BINARY_PACKED);
    let message = told("required int64 n;", Values::Long(vec![Some(1), Some(2)]), packed);
    assert!(message.contains("`n`") && message.contains("DELTA_BINARY_PACKED"), "{message}");
}

#[test]
fn a_page_that_is_longer_than_it_says_is_refused_before_it_is_held() {
    // Gzip says nothing of its length before its end: 64 MB of nothing are 64 kB.
    let zeros = Values::Bytes(vec![Some(vec![0; 64 << 20])]);
    let gzip = usual().set_compression(Compression::GZIP(GzipLevel::default())).set_dictionary_enabled(false);
    let mut bytes = file("required binary b;", &[vec![zeros]], gzip, None);
    // The page's own length without compression, the second field of its head, becomes a small number of as many digits.
    let at_size = 4 + 3;
    assert_eq!((bytes[4], bytes[6]), (0x15, 0x15));
    bytes[at_size..at_size + 5].copy_from_slice(&[0x80, 0x80, 0x80, 0x80, 0x00]);
    let (_dir, path) = at(&bytes);
    let error = all(&Shard::open(&path).unwrap(), 0).unwrap_err();
    assert!(error.message().contains("damaged"), "{error}");
}
