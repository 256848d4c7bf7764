//! Hugging Face Parquet with the `Audio` feature: one file a shard, the audio files inside.
//!
//! `datasets` knows the feature by the key `huggingface` of the file's metadata and by the exact form of the column: a nullable
//! struct of nullable `bytes` and `path`. Every clip is a page of its own, so that a clip has the same bytes wherever it
//! stands, and storage that goes by content keeps it once over releases. Nothing is compressed: PCM hardly gets smaller.
//! Form: <https://huggingface.co/docs/datasets/audio_dataset>, and `Features` of `datasets` 3 to 5.

use super::{Container, Files, Shard, ShardWriter, Unit};
use crate::corpus::catalogue::Row;
use crate::corpus::format::{Format, Nothing, Writer};
use crate::corpus::split::Split;
use crate::error::{Error, ErrorKind, Result};
use crate::ids::Locale;
use parquet::basic::{Compression, Encoding};
use parquet::data_type::{ByteArray, ByteArrayType, DataType, DoubleType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterVersion};
use parquet::file::writer::{SerializedColumnWriter, SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use parquet::schema::types::ColumnPath;
use serde_json::json;
use std::borrow::Cow;
use std::io::{self, Write};
use std::mem;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of audio from which a row group is written; a reader takes a whole one at a time.
pub(super) const GROUP_BYTES: usize = 8 << 20;

/// `parquet/<locale>/<split>-<number>.parquet`.
pub struct Parquet;

/// The name of the split that Hugging Face uses.
fn name_of(split: Split) -> &'static str {
    if split == Split::Dev { "validation" } else { split.name() }
}

impl Format for Parquet {
    fn name(&self) -> &'static str {
        "parquet"
    }

    fn purpose(&self) -> &'static str {
        "Hugging Face datasets, its hub and viewer; Polars, DuckDB"
    }

    fn proof(&self) -> &'static str {
        "datasets 5.2.0 and 3.6.0 and pyarrow 26.0.1, every clip, text and slot"
    }

    fn limits(&self) -> &'static [&'static str] {
        &["Nothing but the audio can be compressed, and that by FLAC alone."]
    }

    fn how_to_load(&self) -> &'static str {
        "Hugging Face `datasets` reads `load_dataset(\".\", \"all\")` or one locale, such as `load_dataset(\".\", \"fr-FR\")`, with \
         the feature `Audio`.\n"
    }

    fn writer(&self) -> Box<dyn Writer + Send> {
        Box::new(Nothing)
    }

    fn hugging_face_of(&self, locale: Option<&Locale>, split: Split) -> Option<String> {
        let folder = locale.map_or("*", Locale::as_str);
        Some(format!("parquet/{folder}/{}-*.parquet", name_of(split)))
    }

    fn container(&self) -> Option<&dyn Container> {
        Some(self)
    }
}

/// A column with one value a row.
struct Column {
    name: &'static str,
    value: Value,
}

/// How the value of a column comes from a row.
enum Value {
    Text(fn(&Row) -> Option<Cow<'_, str>>),
    Whole(fn(&Row) -> i32),
    Number(fn(&Row) -> Option<f64>),
}

impl Value {
    /// The type in a message of Parquet, and the `dtype` of the feature.
    fn types(&self) -> (&'static str, &'static str) {
        match self {
            Self::Text(_) => ("BYTE_ARRAY", "string"),
            Self::Whole(_) => ("INT32", "int32"),
            Self::Number(_) => ("DOUBLE", "float64"),
        }
    }
}

const fn text(name: &'static str, value: fn(&Row) -> Option<Cow<'_, str>>) -> Column {
    Column { name, value: Value::Text(value) }
}

/// The columns before the slots.
static BEFORE: [Column; 7] = [
    text("id", |row| Some(row.id.as_str().into())),
    text("text", |row| Some(row.text.as_str().into())),
    text("printed", |row| row.printed.as_deref().map(Cow::from)),
    text("normalised", |row| Some(row.normalised.as_str().into())),
    text("annotated", |row| row.annotated.as_deref().map(Cow::from)),
    text("intent", |row| row.intent.as_deref().map(Cow::from)),
    text("domain", |row| row.domain.as_deref().map(Cow::from)),
];

/// The columns after them.
static AFTER: [Column; 14] = [
    text("locale", |row| Some(row.locale.as_str().into())),
    text("speaker", |row| Some(row.speaker.as_str().into())),
    text("gender", |row| row.gender.as_deref().map(Cow::from)),
    text("age", |row| row.age.as_deref().map(Cow::from)),
    text("accent", |row| row.accent.as_deref().map(Cow::from)),
    text("native_language", |row| row.native_language.as_deref().map(Cow::from)),
    text("sheet", |row| Some(row.sheet.as_str().into())),
    text("prompt", |row| Some(row.prompt.as_str().into())),
    Column { name: "repetition", value: Value::Whole(|row| i32::from(row.repetition)) },
    text("session", |row| Some(row.session.as_str().into())),
    Column { name: "duration", value: Value::Number(|row| Some(row.duration)) },
    Column { name: "snr_db", value: Value::Number(|row| row.source.snr_db) },
    text("verdict", |row| Some(row.verdict.to_string().into())),
    text("licence", |row| row.licence.as_deref().map(Cow::from)),
];

/// Returns the schema as a message of Parquet.
fn message() -> String {
    let mut message = "message schema { OPTIONAL group audio { OPTIONAL BYTE_ARRAY bytes; OPTIONAL BYTE_ARRAY path (STRING); } "
        .to_owned();
    let column = |column: &Column| {
        let (physical, dtype) = column.value.types();
        let logical = if dtype == "string" { " (STRING)" } else { "" };
        format!("OPTIONAL {physical} {}{logical}; ", column.name)
    };
    message.extend(BEFORE.iter().map(column));
    message.push_str(
        "OPTIONAL group slots (LIST) { REPEATED group list { OPTIONAL group element { OPTIONAL BYTE_ARRAY slot (STRING); \
         OPTIONAL BYTE_ARRAY value (STRING); } } } ",
    );
    message.extend(AFTER.iter().map(column));
    message.push('}');
    message
}

/// Returns what the key `huggingface` says, in the form that old and new versions of `datasets` read.
fn features(rate: u32) -> String {
    let value = |dtype: &str| json!({ "dtype": dtype, "_type": "Value" });
    let mut features = serde_json::Map::new();
    features.insert("audio".to_owned(), json!({ "sampling_rate": rate, "_type": "Audio" }));
    let mut add = |columns: &[Column]| {
        for column in columns {
            features.insert(column.name.to_owned(), value(column.value.types().1));
        }
    };
    add(&BEFORE);
    add(&AFTER);
    features.insert("slots".to_owned(), json!([{ "slot": value("string"), "value": value("string") }]));
    json!({ "info": { "features": features } }).to_string()
}

impl Container for Parquet {
    fn files(&self, shard: &Shard) -> Vec<String> {
        let Shard { locale, split, number, .. } = shard;
        vec![format!("parquet/{locale}/{}-{number:05}.parquet", name_of(*split))]
    }

    fn open(&self, shard: &Shard) -> Result<Box<dyn ShardWriter>> {
        Ok(Box::new(Rows {
            shard: shard.clone(),
            pipe: Pipe::default(),
            writer: None,
            group: Group::default(),
        }))
    }
}

/// What was written and is still to be handed on.
#[derive(Clone, Default)]
struct Pipe(Arc<Mutex<Vec<u8>>>);

impl Pipe {
    /// Hands on what was written.
    fn drain(&self, files: &mut dyn Files) -> Result<()> {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.append(0, &written)?;
        written.clear();
        Ok(())
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The rows of a group that is not written yet.
#[derive(Default)]
struct Group {
    rows: Vec<Row>,
    clips: Vec<ByteArray>,
    bytes: usize,
}

struct Rows {
    shard: Shard,
    pipe: Pipe,
    writer: Option<SerializedFileWriter<Pipe>>,
    group: Group,
}

fn failed(error: &ParquetError) -> Error {
    Error::new(ErrorKind::Corpus, format!("Parquet cannot be written: {error}"))
}

impl Rows {
    /// Returns the writer, which is begun with the rate of the first row.
    fn begun(&mut self, rate: u32) -> Result<&mut SerializedFileWriter<Pipe>, ParquetError> {
        if self.writer.is_none() {
            let schema = Arc::new(parse_message_type(&message())?);
            let audio = ColumnPath::from(vec!["audio".to_owned(), "bytes".to_owned()]);
            let properties = WriterProperties::builder()
                // Without the version of the library, which would change the bytes.
                .set_created_by("booth".to_owned())
                .set_writer_version(WriterVersion::PARQUET_1_0)
                .set_compression(Compression::UNCOMPRESSED)
                .set_statistics_enabled(EnabledStatistics::Chunk)
                .set_column_statistics_enabled(audio.clone(), EnabledStatistics::None)
                .set_column_dictionary_enabled(audio.clone(), false)
                .set_column_encoding(audio.clone(), Encoding::PLAIN)
                .set_column_data_page_row_count_limit(audio, 1)
                .set_write_batch_size(1)
                .set_key_value_metadata(Some(vec![KeyValue::new("huggingface".to_owned(), features(rate))]))
                .build();
            self.writer = Some(SerializedFileWriter::new(self.pipe.clone(), schema, Arc::new(properties))?);
        }
        self.writer.as_mut().ok_or_else(|| ParquetError::General("it was not begun".to_owned()))
    }

    fn write_group(&mut self, files: &mut dyn Files) -> Result<()> {
        let Some(first) = self.group.rows.first() else { return Ok(()) };
        let rate = first.rate.hz();
        let Group { rows, clips, .. } = mem::take(&mut self.group);
        let names: Vec<ByteArray> =
            rows.iter().map(|row| ByteArray::from(self.shard.audio(row).as_str())).collect();
        let pipe = self.pipe.clone();
        let failed = |error| failed(&error);
        let mut group = self.begun(rate).and_then(SerializedFileWriter::next_row_group).map_err(failed)?;
        let mut audio = next(&mut group).map_err(failed)?;
        for clip in clips {
            // Clip by clip, so that none is held twice.
            write::<ByteArrayType>(&mut audio, &[clip], &[2], None).map_err(failed)?;
            pipe.drain(files)?;
        }
        audio.close().map_err(failed)?;
        each(&mut group, |column| write::<ByteArrayType>(column, &names, &vec![2; names.len()], None))
            .map_err(failed)?;
        columns(&mut group, &rows).map_err(failed)?;
        group.close().map_err(failed)?;
        pipe.drain(files)
    }
}

/// Writes all columns but those of the audio, which come first.
fn columns(group: &mut SerializedRowGroupWriter<'_, Pipe>, rows: &[Row]) -> Result<(), ParquetError> {
    for column in &BEFORE {
        plain(group, column, rows)?;
    }
    slots(group, rows, |slot| &slot.name)?;
    slots(group, rows, |slot| &slot.value)?;
    for column in &AFTER {
        plain(group, column, rows)?;
    }
    Ok(())
}

/// Begins the next column.
fn next<'a>(
    group: &'a mut SerializedRowGroupWriter<'_, Pipe>,
) -> Result<SerializedColumnWriter<'a>, ParquetError> {
    group.next_column()?.ok_or_else(|| ParquetError::General("there is no such column".to_owned()))
}

/// Gives the next column to `fill` and closes it.
fn each(
    group: &mut SerializedRowGroupWriter<'_, Pipe>,
    fill: impl FnOnce(&mut SerializedColumnWriter<'_>) -> Result<(), ParquetError>,
) -> Result<(), ParquetError> {
    let mut column = next(group)?;
    fill(&mut column)?;
    column.close()
}

fn write<T: DataType>(
    column: &mut SerializedColumnWriter<'_>,
    values: &[T::T],
    definitions: &[i16],
    repetitions: Option<&[i16]>,
) -> Result<(), ParquetError> {
    column.typed::<T>().write_batch(values, Some(definitions), repetitions)?;
    Ok(())
}

/// Writes a column with at most one value a row.
fn plain(
    group: &mut SerializedRowGroupWriter<'_, Pipe>,
    column: &Column,
    rows: &[Row],
) -> Result<(), ParquetError> {
    fn parts<T>(rows: &[Row], value: impl Fn(&Row) -> Option<T>) -> (Vec<T>, Vec<i16>) {
        let all: Vec<Option<T>> = rows.iter().map(value).collect();
        let definitions = all.iter().map(|value| i16::from(value.is_some())).collect();
        (all.into_iter().flatten().collect(), definitions)
    }
    each(group, |out| match column.value {
        Value::Text(of) => {
            let (values, definitions) = parts(rows, |row| of(row).map(|text| ByteArray::from(&*text)));
            write::<ByteArrayType>(out, &values, &definitions, None)
        }
        Value::Whole(of) => {
            let (values, definitions) = parts(rows, |row| Some(of(row)));
            write::<Int32Type>(out, &values, &definitions, None)
        }
        Value::Number(of) => {
            let (values, definitions) = parts(rows, of);
            write::<DoubleType>(out, &values, &definitions, None)
        }
    })
}

/// Writes one field of the slots: an empty list is there and holds nothing.
fn slots(
    group: &mut SerializedRowGroupWriter<'_, Pipe>,
    rows: &[Row],
    field: fn(&crate::sheet::Slot) -> &str,
) -> Result<(), ParquetError> {
    let (mut values, mut definitions, mut repetitions) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        if row.slots.is_empty() {
            definitions.push(1);
            repetitions.push(0);
        }
        for (at, slot) in row.slots.iter().enumerate() {
            values.push(ByteArray::from(field(slot)));
            definitions.push(4);
            repetitions.push(i16::from(at > 0));
        }
    }
    each(group, |column| write::<ByteArrayType>(column, &values, &definitions, Some(&repetitions)))
}

impl ShardWriter for Rows {
    fn push(&mut self, Unit { row, audio }: Unit<'_>, files: &mut dyn Files) -> Result<()> {
        self.group.rows.push(row.clone());
        self.group.clips.push(ByteArray::from(audio.clone()));
        self.group.bytes += audio.len();
        if self.group.bytes >= GROUP_BYTES { self.write_group(files) } else { Ok(()) }
    }

    fn finish(&mut self, files: &mut dyn Files) -> Result<()> {
        self.write_group(files)?;
        if let Some(writer) = self.writer.take() {
            writer.close().map_err(|error| failed(&error))?;
        }
        self.pipe.drain(files)
    }
}
