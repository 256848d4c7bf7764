//! The pages of a column in one group of rows: their heads, their compression, their values.

use super::footer::{Chunk, Codec, Column, Holds};
use super::thrift::{Compact, Fault, Kind};
use super::values::{Input, Value};
use crate::fsio::SeekingFile;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;

/// The most bytes in a page, as it lies there and decompressed. Writers go by the number of values, and some put the
/// recordings of a whole group of rows into one dictionary.
const MOST_PAGE: u64 = 1 << 30;
/// Bytes that the head of a page is looked for in at first, and at most: it can hold the least and the greatest value.
const HEAD: u64 = 4096;
const MOST_HEAD: u64 = 1 << 20;

/// Why a page cannot be read.
pub(super) enum Broken {
    /// The system refuses.
    Io(io::Error),
    /// It is damaged, or not what it should be.
    Bad(String),
    /// It is written in a way that is not read.
    Unread(String),
}

impl From<Fault> for Broken {
    fn from(fault: Fault) -> Self {
        Self::Bad(fault.to_owned())
    }
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::UnexpectedEof {
            return Self::Bad("the file became shorter while it was read".to_owned());
        }
        Self::Io(error)
    }
}

/// The most bytes that a page may be decompressed to that has not a thousandth of them.
const MOST_OF_LITTLE: usize = 64 << 20;

/// What the head of a page says.
#[derive(Debug, Default)]
struct Head {
    kind: i64,
    /// Bytes behind the head, and what they are without their compression.
    packed: u64,
    bytes: u64,
    values: u64,
    encoding: i64,
    level_encoding: Option<i64>,
    /// Bytes of levels that stand before the compressed ones, in the newer kind of page.
    repetition_bytes: u64,
    level_bytes: u64,
    is_plain: bool,
}

const DATA: i64 = 0;
const DICTIONARY: i64 = 2;
const DATA_V2: i64 = 3;

/// The values of a page with a place.
#[derive(Default)]
pub(super) struct Run {
    /// The row of the first one in its group, from 0.
    pub first: u64,
    pub values: Vec<Value>,
}

impl Run {
    pub fn rows(&self) -> Range<u64> {
        self.first..self.first + self.values.len() as u64
    }
}

/// Where the dictionary of a chunk is.
enum Dictionary {
    None,
    /// Not read so far: its head, and where it lies behind that.
    At(Head, u64),
    Read(Vec<Value>),
}

/// The pages of a chunk, one after another.
pub(super) struct Pages {
    file: SeekingFile,
    codec: Codec,
    holds: Holds,
    levels: u32,
    /// Where the next page begins, and where the chunk ends.
    at: u64,
    end: u64,
    /// The first row of the next page, and how many rows there are.
    row: u64,
    rows: u64,
    dictionary: Dictionary,
    /// The first row of each page that was passed, and where it begins.
    passed: Vec<(u64, u64)>,
}

impl Pages {
    /// Begins at the first page of a column without repetition.
    pub fn new(file: SeekingFile, chunk: &Chunk, column: &Column) -> Self {
        Self {
            file,
            codec: chunk.codec,
            holds: column.holds,
            levels: column.levels,
            at: chunk.start,
            end: chunk.start + chunk.bytes,
            row: 0,
            rows: chunk.values,
            dictionary: Dictionary::None,
            passed: Vec::new(),
        }
    }

    /// Returns the first row that has not been passed.
    pub fn row(&self) -> u64 {
        self.row
    }

    /// Reads the values of the page that holds a row; pages before are passed over by their heads. `None` when there is no such row.
    pub fn holding(&mut self, wanted: u64) -> Result<Option<Run>, Broken> {
        if wanted < self.row {
            let known = self.passed.partition_point(|&(first, _)| first <= wanted);
            if let Some(&(first, at)) = known.checked_sub(1).and_then(|known| self.passed.get(known)) {
                (self.row, self.at) = (first, at);
            }
        }
        while self.row < self.rows {
            let begin = self.at;
            let (head, body) = self.head()?;
            self.at = body + head.packed;
            match head.kind {
                DICTIONARY => {
                    if !matches!(self.dictionary, Dictionary::None) || !self.passed.is_empty() {
                        return Err("a column has two dictionaries".into());
                    }
                    self.dictionary = Dictionary::At(head, body);
                }
                DATA | DATA_V2 => {
                    let first = self.row;
                    if self.passed.last().is_none_or(|&(_, at)| at < begin) {
                        self.passed.push((first, begin));
                    }
                    // A page without values may be there; one with more than are left may not.
                    self.row = first.saturating_add(head.values);
                    if self.row > self.rows {
                        return Err("a column has more values than its group has rows".into());
                    }
                    if self.row > wanted && head.values > 0 {
                        let values = self.values(&head, body)?;
                        return Ok(Some(Run { first, values }));
                    }
                }
                // Indexes and whatever else has no values.
                _ => {}
            }
        }
        Ok(None)
    }

    /// Reads the head of the page at hand, and returns where its body begins.
    fn head(&mut self) -> Result<(Head, u64), Broken> {
        let there = self.end.saturating_sub(self.at);
        let mut look = HEAD;
        loop {
            let bytes = self.read(self.at, look.min(there))?;
            let mut input = Compact::new(&bytes);
            match Head::read(&mut input) {
                Ok(head) => {
                    let body = self.at + (bytes.len() - input.left()) as u64;
                    if head.packed > self.end - body {
                        return Err("a page is longer than its column".into());
                    }
                    if head.packed > MOST_PAGE || head.bytes > MOST_PAGE {
                        return Err(Broken::Unread(format!(
                            "a page has {} bytes; {MOST_PAGE} are allowed",
                            head.bytes.max(head.packed)
                        )));
                    }
                    return Ok((head, body));
                }
                Err(_) if look < there.min(MOST_HEAD) => look *= 16,
                Err(fault) => return Err(Broken::Bad(format!("the head of a page is damaged: {fault}"))),
            }
        }
    }

    /// Reads bytes that lie in the file.
    fn read(&mut self, at: u64, count: u64) -> Result<Vec<u8>, Broken> {
        self.file.seek(SeekFrom::Start(at))?;
        let mut bytes = vec![0; usize::try_from(count).map_err(|_| "a page is too long")?];
        self.file.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    /// Reads the values of a page of data.
    fn values(&mut self, head: &Head, body: u64) -> Result<Vec<Value>, Broken> {
        let count = usize::try_from(head.values).map_err(|_| "a page has too many values")?;
        let page = self.page(head, body)?;
        let mut input = Input::new(page);
        let there = if head.kind == DATA_V2 {
            input.pass(usize_of(head.repetition_bytes)?)?;
            input.levels(self.levels, Some(usize_of(head.level_bytes)?), count)?
        } else {
            if self.levels > 0 && head.level_encoding.is_some_and(|encoding| encoding != RLE) {
                return Err(Broken::Unread(
                    "levels are written in an encoding that is no longer used".to_owned(),
                ));
            }
            input.levels(self.levels, None, count)?
        };
        let present = there.as_ref().map_or(count, |there| there.iter().filter(|&&is| is).count());
        let values = match head.encoding {
            PLAIN => input.plain(self.holds, present)?,
            PLAIN_DICTIONARY | RLE_DICTIONARY => {
                self.read_dictionary()?;
                match &self.dictionary {
                    Dictionary::Read(dictionary) => input.of_dictionary(dictionary, present)?,
                    _ if present == 0 => Vec::new(),
                    _ => return Err("a column has no dictionary, and its values are from one".into()),
                }
            }
            RLE if self.holds == Holds::Bool => input.runs_of_bools(present)?,
            other => return Err(unread(other)),
        };
        let Some(there) = there else { return Ok(values) };
        let mut values = values.into_iter();
        Ok(there.into_iter().map(|is| values.next_if(is)).collect())
    }

    fn read_dictionary(&mut self) -> Result<(), Broken> {
        let Dictionary::At(head, body) = &mut self.dictionary else { return Ok(()) };
        let (head, body) = (std::mem::take(head), *body);
        if !matches!(head.encoding, PLAIN | PLAIN_DICTIONARY) {
            return Err(unread(head.encoding));
        }
        // Each is the value of a row at least.
        if head.values > self.rows {
            return Err("a dictionary has more values than its column".into());
        }
        let count = usize_of(head.values)?;
        let page = self.page(&head, body)?;
        self.dictionary = Dictionary::Read(Input::new(page).plain(self.holds, count)?);
        Ok(())
    }

    /// Reads a page and takes off its compression.
    fn page(&mut self, head: &Head, body: u64) -> Result<Vec<u8>, Broken> {
        let mut packed = self.read(body, head.packed)?;
        // The levels of the newer pages are never compressed.
        let levels =
            if head.kind == DATA_V2 { head.repetition_bytes.saturating_add(head.level_bytes) } else { 0 };
        if levels > head.packed || levels > head.bytes {
            return Err("the levels of a page are longer than the page".into());
        }
        let levels = usize_of(levels)?;
        let size = usize_of(head.bytes)? - levels;
        if head.is_plain || self.codec == Codec::Plain {
            if packed.len() != levels + size {
                return Err("a page is not as long as it says".into());
            }
            return Ok(packed);
        }
        let rest = packed.split_off(levels);
        // Of values that are all null, some writers compress nothing to nothing.
        let plain = if size == 0 { Vec::new() } else { decompress(self.codec, &rest, size)? };
        if levels == 0 {
            return Ok(plain);
        }
        packed.extend_from_slice(&plain);
        Ok(packed)
    }
}

/// Takes a value where there is one.
trait NextIf {
    fn next_if(&mut self, is: bool) -> Value;
}

impl<I: Iterator<Item = Value>> NextIf for I {
    fn next_if(&mut self, is: bool) -> Value {
        if is { self.next().unwrap_or(Value::Null) } else { Value::Null }
    }
}

fn usize_of(count: u64) -> Result<usize, Fault> {
    usize::try_from(count).map_err(|_| "a page is too long")
}

const PLAIN: i64 = 0;
const PLAIN_DICTIONARY: i64 = 2;
const RLE: i64 = 3;
const RLE_DICTIONARY: i64 = 8;

fn unread(encoding: i64) -> Broken {
    let name = match encoding {
        4 => "BIT_PACKED",
        5 => "DELTA_BINARY_PACKED",
        6 => "DELTA_LENGTH_BYTE_ARRAY",
        7 => "DELTA_BYTE_ARRAY",
        9 => "BYTE_STREAM_SPLIT",
        _ => "one that is not known",
    };
    Broken::Unread(format!("its values are in the encoding {name}; PLAIN, RLE and RLE_DICTIONARY are read"))
}

/// Takes off a compression; `size` bytes must come of it, and no room is made for more.
fn decompress(codec: Codec, bytes: &[u8], size: usize) -> Result<Vec<u8>, Broken> {
    let damaged =
        |error: &dyn std::fmt::Display| Broken::Bad(format!("a page cannot be decompressed: {error}"));
    // More than this nothing of that length decompresses to.
    let most = |times: usize| bytes.len().saturating_mul(times).saturating_add(64);
    let plain = match codec {
        Codec::Plain => bytes.to_vec(),
        Codec::Snappy => {
            let said = snap::raw::decompress_len(bytes).map_err(|error| damaged(&error))?;
            if said != size || size > most(64) {
                return Err("a page is not as long as it says".into());
            }
            snap::raw::Decoder::new().decompress_vec(bytes).map_err(|error| damaged(&error))?
        }
        Codec::Lz4 => {
            if size > most(256) {
                return Err("a page is not as long as it says".into());
            }
            lz4_flex::block::decompress(bytes, size).map_err(|error| damaged(&error))?
        }
        Codec::Gzip => {
            let mut plain = Vec::new();
            let input = flate2::read::MultiGzDecoder::new(bytes);
            input.take(size as u64 + 1).read_to_end(&mut plain).map_err(|error| damaged(&error))?;
            plain
        }
        Codec::Zstd if size > most(1024).max(MOST_OF_LITTLE) => {
            return Err("a page is not as long as it says".into());
        }
        Codec::Zstd => zstd::bulk::decompress(bytes, size).map_err(|error| damaged(&error))?,
        Codec::Unread(name) => return Err(Broken::Unread(format!("its compression is {name}"))),
    };
    if plain.len() != size {
        return Err("a page is not as long as it says".into());
    }
    Ok(plain)
}

impl Head {
    fn read(input: &mut Compact<'_>) -> Result<Self, Fault> {
        let mut head = Self { kind: -1, ..Self::default() };
        let (mut bytes, mut packed) = (None, None);
        let mut of_kind = None;
        let mut last = 0;
        while let Some((field, kind)) = input.field(&mut last)? {
            match (field, kind) {
                (1, Kind::Int) => head.kind = input.int()?,
                (2, Kind::Int) => bytes = Some(input.count()?),
                (3, Kind::Int) => packed = Some(input.count()?),
                (5, Kind::Struct) => of_kind = Some((DATA, head.data(input)?)),
                (7, Kind::Struct) => of_kind = Some((DICTIONARY, head.dictionary(input)?)),
                (8, Kind::Struct) => of_kind = Some((DATA_V2, head.newer(input)?)),
                (_, kind) => input.skip(kind)?,
            }
        }
        (head.bytes, head.packed) = bytes.zip(packed).ok_or("it has no length")?;
        if matches!(head.kind, DATA | DICTIONARY | DATA_V2)
            && of_kind.map(|(kind, ())| kind) != Some(head.kind)
        {
            return Err("it does not say what it holds");
        }
        Ok(head)
    }

    fn data(&mut self, input: &mut Compact<'_>) -> Result<(), Fault> {
        let mut last = 0;
        while let Some((field, kind)) = input.field(&mut last)? {
            match (field, kind) {
                (1, Kind::Int) => self.values = input.count()?,
                (2, Kind::Int) => self.encoding = input.int()?,
                (3, Kind::Int) => self.level_encoding = Some(input.int()?),
                (_, kind) => input.skip(kind)?,
            }
        }
        Ok(())
    }

    fn dictionary(&mut self, input: &mut Compact<'_>) -> Result<(), Fault> {
        let mut last = 0;
        while let Some((field, kind)) = input.field(&mut last)? {
            match (field, kind) {
                (1, Kind::Int) => self.values = input.count()?,
                (2, Kind::Int) => self.encoding = input.int()?,
                (_, kind) => input.skip(kind)?,
            }
        }
        Ok(())
    }

    fn newer(&mut self, input: &mut Compact<'_>) -> Result<(), Fault> {
        let mut last = 0;
        while let Some((field, kind)) = input.field(&mut last)? {
            match (field, kind) {
                (1, Kind::Int) => self.values = input.count()?,
                (4, Kind::Int) => self.encoding = input.int()?,
                (5, Kind::Int) => self.level_bytes = input.count()?,
                (6, Kind::Int) => self.repetition_bytes = input.count()?,
                (7, Kind::Bool(is_compressed)) => self.is_plain = !is_compressed,
                (_, kind) => input.skip(kind)?,
            }
        }
        Ok(())
    }
}
