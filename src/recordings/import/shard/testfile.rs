//! Parquet files for tests, written by the crate `parquet`.

use parquet::basic::Compression;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{WriterProperties, WriterPropertiesBuilder};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use std::sync::Arc;

/// The values of a column; `None` where there is none.
#[derive(Debug, Clone)]
pub(in super::super) enum Values {
    Bool(Vec<Option<bool>>),
    Int(Vec<Option<i32>>),
    Long(Vec<Option<i64>>),
    Float(Vec<Option<f32>>),
    Double(Vec<Option<f64>>),
    Bytes(Vec<Option<Vec<u8>>>),
    /// The samples of a row in a list: each is a row of its own here, as far as levels go.
    List(Vec<i32>),
}

impl Values {
    /// Makes a column of texts, none of which is null.
    pub fn texts(texts: &[&str]) -> Self {
        Self::Bytes(texts.iter().map(|text| Some(text.as_bytes().to_vec())).collect())
    }
}

/// Returns usual properties: snappy and dictionaries, as most writers have them.
pub(in super::super) fn usual() -> WriterPropertiesBuilder {
    WriterProperties::builder().set_compression(Compression::SNAPPY)
}

/// Writes groups of rows, in each of which stand the values of all columns.
pub(in super::super) fn file(
    schema: &str,
    groups: &[Vec<Values>],
    properties: WriterPropertiesBuilder,
    features: Option<&str>,
) -> Vec<u8> {
    let schema = Arc::new(parse_message_type(&format!("message schema {{ {schema} }}")).unwrap());
    let keys = features.map(|json| vec![KeyValue::new("huggingface".to_owned(), json.to_owned())]);
    let properties = properties.set_key_value_metadata(keys).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, Arc::new(properties)).unwrap();
    for group in groups {
        let mut rows = writer.next_row_group().unwrap();
        for values in group {
            let mut column = rows.next_column().unwrap().expect("a column for all values");
            write(column.untyped(), values);
            column.close().unwrap();
        }
        assert!(rows.next_column().unwrap().is_none(), "values for all columns");
        rows.close().unwrap();
    }
    writer.into_inner().unwrap()
}

fn write(column: &mut ColumnWriter<'_>, values: &Values) {
    macro_rules! write {
        ($writer:expr, $values:expr, $make:expr) => {{
            let highest = $writer.get_descriptor().max_def_level();
            let levels: Vec<i16> = $values
                .iter()
                .map(|value| if value.is_some() { highest } else { highest.max(1) - 1 })
                .collect();
            let there: Vec<_> = $values.iter().flatten().cloned().map($make).collect();
            $writer.write_batch(&there, (highest > 0).then_some(&levels), None).unwrap();
        }};
    }
    match (column, values) {
        (ColumnWriter::BoolColumnWriter(writer), Values::Bool(values)) => {
            write!(writer, values, |value| value);
        }
        (ColumnWriter::Int32ColumnWriter(writer), Values::Int(values)) => {
            write!(writer, values, |value| value);
        }
        (ColumnWriter::Int64ColumnWriter(writer), Values::Long(values)) => {
            write!(writer, values, |value| value);
        }
        (ColumnWriter::FloatColumnWriter(writer), Values::Float(values)) => {
            write!(writer, values, |value| value);
        }
        (ColumnWriter::DoubleColumnWriter(writer), Values::Double(values)) => {
            write!(writer, values, |value| value);
        }
        (ColumnWriter::ByteArrayColumnWriter(writer), Values::Bytes(values)) => {
            write!(writer, values, ByteArray::from);
        }
        (ColumnWriter::Int32ColumnWriter(writer), Values::List(values)) => {
            let highest = writer.get_descriptor().max_def_level();
            let (definition, repetition) = (vec![highest; values.len()], vec![0; values.len()]);
            writer.write_batch(values, Some(&definition), Some(&repetition)).unwrap();
        }
        (_, values) => panic!("a column is of another type than {values:?}"),
    }
}
