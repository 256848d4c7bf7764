//! What a Parquet file says of itself at its end: its columns, and where the values of each lie.
//!
//! Read by ourselves, since the crate `parquet` takes a file at its word: it makes room for as many children as a column claims
//! to have, and goes as deep as columns lie in each other, so that a hundred bytes can end the process.
//! <https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift>

use super::thrift::{Compact, Fault, Kind};

/// The key under which Hugging Face's `datasets` writes what the columns mean.
const FEATURES: &[u8] = b"huggingface";
/// The most columns that a file may have.
const MOST_COLUMNS: usize = 10_000;
/// The most bytes in the name of a column.
const MOST_NAME: usize = 1024;
/// How deep columns may lie in each other.
const DEEPEST: usize = 32;

/// What a column holds, as far as it can become a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Holds {
    Bool,
    /// Of 32 bits.
    Int,
    /// Of 64 bits.
    Long,
    /// Of 32 bits, without a sign.
    Unsigned,
    /// Of 64 bits, without a sign.
    UnsignedLong,
    Float,
    Double,
    Text,
    /// Bytes of which nothing is said.
    Binary,
    /// Moments, decimals, and whatever else is no cell.
    Other,
}

/// A column of values.
#[derive(Debug, Clone)]
pub(in super::super) struct Column {
    /// The name of the outermost column that it is in, or its own.
    pub root: String,
    /// Its own name.
    pub name: String,
    /// How many names lead to it.
    pub depth: usize,
    pub holds: Holds,
    /// The level at which a value is there, above 0 where there may be none.
    pub levels: u32,
    /// Whether a row may have any number of values.
    pub repeated: bool,
}

/// How the pages of a chunk are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Codec {
    Plain,
    Snappy,
    Gzip,
    Lz4,
    Zstd,
    /// One that is not read, by its name.
    Unread(&'static str),
}

/// The values of one column in one group of rows.
#[derive(Debug, Clone)]
pub(super) struct Chunk {
    pub codec: Codec,
    /// Where its pages begin, and how many bytes they are.
    pub start: u64,
    pub bytes: u64,
    pub values: u64,
    /// How many values are not there, where that is said.
    pub nulls: Option<u64>,
}

/// A group of rows.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub rows: u64,
    /// One a column.
    pub chunks: Vec<Chunk>,
}

/// All that is said.
#[derive(Debug, Clone)]
pub(super) struct Footer {
    pub columns: Vec<Column>,
    pub groups: Vec<Group>,
    /// What `datasets` says of the columns, as JSON.
    pub features: Option<Vec<u8>>,
}

/// An element of the schema, which is written from the root on, each before what is in it.
#[derive(Default)]
struct Element {
    physical: Option<i64>,
    repetition: Option<i64>,
    name: String,
    children: u64,
    converted: Option<i64>,
    logical: Option<Logical>,
}

/// The newer word for what values mean: its number, and for integers whether they have a sign.
struct Logical {
    number: i64,
    signed: bool,
}

impl Footer {
    /// Reads the footer of a file in which `limit` bytes lie before it.
    pub fn read(bytes: &[u8], limit: u64) -> Result<Self, Fault> {
        let input = &mut Compact::new(bytes);
        let (mut columns, mut groups, mut features) = (None, Vec::new(), None);
        let mut last = 0;
        while let Some((field, kind)) = input.field(&mut last)? {
            match (field, kind) {
                (2, Kind::List) if columns.is_none() => columns = Some(schema(input)?),
                (4, Kind::List) => {
                    let columns = columns.as_deref().ok_or("its rows stand before its columns")?;
                    let count = input.structs()?;
                    groups =
                        (0..count).map(|_| group(input, columns, limit)).collect::<Result<_, Fault>>()?;
                }
                (5, Kind::List) => {
                    for _ in 0..input.structs()? {
                        features = key_value(input)?.or(features);
                    }
                }
                (8, Kind::Struct) => return Err("it is encrypted"),
                (_, kind) => input.skip(kind)?,
            }
        }
        // Who reads all columns reads no more than the file; a few bytes could send them to the same pages again and again.
        let chunks = groups.iter().flat_map(|group: &Group| &group.chunks);
        if chunks.map(|chunk| u128::from(chunk.bytes)).sum::<u128>() > limit.into() {
            return Err("its columns are longer than it is");
        }
        Ok(Self { columns: columns.ok_or("it has no columns")?, groups, features })
    }
}

fn schema(input: &mut Compact<'_>) -> Result<Vec<Column>, Fault> {
    // The groups that are open: children to come, the level inside, whether repeated, and the name below the root.
    let mut open: Vec<(u64, u32, bool)> = Vec::new();
    let mut root = String::new();
    let mut columns = Vec::new();
    let count = input.structs()?;
    for at in 0..count {
        let element = Element::read(input)?;
        if at == 0 {
            open.push((element.children, 0, false));
            continue;
        }
        while open.last().is_some_and(|(left, ..)| *left == 0) {
            open.pop();
        }
        let depth = open.len();
        let (left, level, repeated) = open.last_mut().ok_or("its columns are more than it counts")?;
        *left -= 1;
        let level = *level + u32::from(element.repetition != Some(0));
        let repeated = *repeated || element.repetition == Some(2);
        if depth == 1 {
            root.clone_from(&element.name);
        }
        if element.physical.is_none() {
            if depth >= DEEPEST {
                return Err("its columns lie too deep in each other");
            }
            open.push((element.children, level, repeated));
            continue;
        }
        if columns.len() == MOST_COLUMNS {
            return Err("it has more than 10000 columns");
        }
        let holds = element.holds();
        columns.push(Column {
            root: root.clone(),
            name: element.name,
            depth,
            holds,
            levels: level,
            repeated,
        });
    }
    if open.iter().any(|(left, ..)| *left > 0) {
        return Err("its columns are fewer than it counts");
    }
    Ok(columns)
}

impl Element {
    fn read(input: &mut Compact<'_>) -> Result<Self, Fault> {
        let mut element = Self::default();
        let mut last = 0;
        while let Some((field, kind)) = input.field(&mut last)? {
            match (field, kind) {
                (1, Kind::Int) => element.physical = Some(input.int()?),
                (3, Kind::Int) => element.repetition = Some(input.int()?),
                (4, Kind::Bytes) => {
                    let name = input.bytes()?;
                    if name.len() > MOST_NAME {
                        return Err("the name of a column is longer than 1024 bytes");
                    }
                    element.name = String::from_utf8_lossy(name).into_owned();
                }
                (5, Kind::Int) => element.children = input.count()?,
                (6, Kind::Int) => element.converted = Some(input.int()?),
                (10, Kind::Struct) => element.logical = Logical::read(input)?,
                (_, kind) => input.skip(kind)?,
            }
        }
        Ok(element)
    }

    fn holds(&self) -> Holds {
        // STRING, ENUM and JSON; INTEGER; UNKNOWN, of which all are null.
        let logical = self.logical.as_ref().map(|logical| logical.number);
        let is_text = matches!(logical, Some(1 | 4 | 12))
            || logical.is_none() && matches!(self.converted, Some(0 | 4 | 19));
        let is_whole = matches!(logical, Some(10 | 11))
            || logical.is_none() && matches!(self.converted, None | Some(11..=18));
        let unsigned = match &self.logical {
            Some(logical) => logical.number == 10 && !logical.signed,
            None => matches!(self.converted, Some(11..=14)),
        };
        let is_plain = logical.is_none() && self.converted.is_none();
        match self.physical {
            Some(0) => Holds::Bool,
            Some(1) if is_whole => {
                if unsigned {
                    Holds::Unsigned
                } else {
                    Holds::Int
                }
            }
            Some(2) if is_whole => {
                if unsigned {
                    Holds::UnsignedLong
                } else {
                    Holds::Long
                }
            }
            Some(4) => Holds::Float,
            Some(5) => Holds::Double,
            Some(6) if is_text => Holds::Text,
            Some(6) if is_plain => Holds::Binary,
            _ => Holds::Other,
        }
    }
}

impl Logical {
    /// Reads which of the fields of the union is there.
    fn read(input: &mut Compact<'_>) -> Result<Option<Self>, Fault> {
        let mut logical = None;
        let mut last = 0;
        while let Some((number, kind)) = input.field(&mut last)? {
            let mut signed = true;
            if kind == Kind::Struct && number == 10 {
                let mut inner = 0;
                while let Some((field, kind)) = input.field(&mut inner)? {
                    if let (2, Kind::Bool(value)) = (field, kind) {
                        signed = value;
                    }
                    input.skip(kind)?;
                }
            } else {
                input.skip(kind)?;
            }
            logical = Some(Self { number, signed });
        }
        Ok(logical)
    }
}

fn group(input: &mut Compact<'_>, columns: &[Column], limit: u64) -> Result<Group, Fault> {
    let (mut rows, mut chunks) = (None, Vec::new());
    let mut last = 0;
    while let Some((field, kind)) = input.field(&mut last)? {
        match (field, kind) {
            (1, Kind::List) => {
                let count = input.structs()?;
                if count != columns.len() {
                    return Err("a group of rows has not all columns");
                }
                chunks = (0..count).map(|_| chunk(input, limit)).collect::<Result<_, Fault>>()?;
            }
            (3, Kind::Int) => rows = Some(input.count()?),
            (_, kind) => input.skip(kind)?,
        }
    }
    let rows = rows.ok_or("a group of rows has no count")?;
    if chunks.len() != columns.len() {
        return Err("a group of rows has not all columns");
    }
    let flat = columns.iter().zip(&chunks).filter(|(column, _)| !column.repeated);
    if flat.into_iter().any(|(_, chunk)| chunk.values != rows) {
        return Err("a column has another number of values than its group has rows");
    }
    Ok(Group { rows, chunks })
}

fn chunk(input: &mut Compact<'_>, limit: u64) -> Result<Chunk, Fault> {
    let mut chunk = None;
    let mut last = 0;
    while let Some((field, kind)) = input.field(&mut last)? {
        match (field, kind) {
            (1, Kind::Bytes) => {
                if !input.bytes()?.is_empty() {
                    return Err("its values lie in another file");
                }
            }
            (3, Kind::Struct) => chunk = Some(chunk_data(input, limit)?),
            (8 | 9, _) => return Err("a column is encrypted"),
            (_, kind) => input.skip(kind)?,
        }
    }
    chunk.ok_or("it does not say where a column lies")
}

fn chunk_data(input: &mut Compact<'_>, limit: u64) -> Result<Chunk, Fault> {
    let (mut codec, mut values, mut bytes, mut nulls) = (None, None, None, None);
    let (mut data, mut dictionary) = (None, None);
    let mut last = 0;
    while let Some((field, kind)) = input.field(&mut last)? {
        match (field, kind) {
            (4, Kind::Int) => codec = Some(input.int()?),
            (5, Kind::Int) => values = Some(input.count()?),
            (7, Kind::Int) => bytes = Some(input.count()?),
            (9, Kind::Int) => data = Some(input.count()?),
            (11, Kind::Int) => dictionary = Some(input.count()?),
            (12, Kind::Struct) => nulls = null_count(input)?,
            (_, kind) => input.skip(kind)?,
        }
    }
    let (Some(codec), Some(values), Some(bytes), Some(data)) = (codec, values, bytes, data) else {
        return Err("it does not say where a column lies");
    };
    // Some writers give 0 where there is no dictionary.
    let start = dictionary.filter(|&at| at > 0).map_or(data, |at: u64| at.min(data));
    if start.checked_add(bytes).is_none_or(|end| end > limit) {
        return Err("a column lies beyond the end of the file");
    }
    let codec = match codec {
        0 => Codec::Plain,
        1 => Codec::Snappy,
        2 => Codec::Gzip,
        3 => Codec::Unread("LZO"),
        4 => Codec::Unread("Brotli"),
        5 => Codec::Unread("the older LZ4 of Hadoop"),
        6 => Codec::Zstd,
        7 => Codec::Lz4,
        _ => Codec::Unread("one that is not known"),
    };
    Ok(Chunk { codec, start, bytes, values, nulls })
}

fn null_count(input: &mut Compact<'_>) -> Result<Option<u64>, Fault> {
    let mut nulls = None;
    let mut last = 0;
    while let Some((field, kind)) = input.field(&mut last)? {
        match (field, kind) {
            (3, Kind::Int) => nulls = Some(input.count()?),
            (_, kind) => input.skip(kind)?,
        }
    }
    Ok(nulls)
}

/// Reads a key and its value, and returns the value where it is the one that we look for.
fn key_value(input: &mut Compact<'_>) -> Result<Option<Vec<u8>>, Fault> {
    let (mut key, mut value) = (&[][..], None);
    let mut last = 0;
    while let Some((field, kind)) = input.field(&mut last)? {
        match (field, kind) {
            (1, Kind::Bytes) => key = input.bytes()?,
            (2, Kind::Bytes) => value = Some(input.bytes()?),
            (_, kind) => input.skip(kind)?,
        }
    }
    Ok(value.filter(|_| key == FEATURES).map(<[u8]>::to_vec))
}
