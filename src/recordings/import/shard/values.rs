//! The values in a page of Parquet: levels, ids of a dictionary, and values as they stand.
//! <https://github.com/apache/parquet-format/blob/master/Encodings.md>

use super::footer::Holds;
use super::thrift::Fault;
use std::ops::Range;
use std::sync::Arc;

const SHORT: Fault = "a page ends before its values do";

/// Bytes inside a page, which is kept for as long as they are.
#[derive(Clone)]
pub(in super::super) struct Slice {
    page: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl AsRef<[u8]> for Slice {
    fn as_ref(&self) -> &[u8] {
        &self.page[self.range.clone()]
    }
}

/// One value.
#[derive(Clone)]
pub(in super::super) enum Value {
    Null,
    Bool(bool),
    Int(i64),
    Unsigned(u64),
    Float(f32),
    Double(f64),
    Bytes(Slice),
}

/// A part of a page, read from its beginning.
pub(super) struct Input {
    page: Arc<Vec<u8>>,
    range: Range<usize>,
}

impl Input {
    pub fn new(page: Vec<u8>) -> Self {
        let range = 0..page.len();
        Self { page: Arc::new(page), range }
    }

    fn take(&mut self, count: usize) -> Result<Slice, Fault> {
        if count > self.range.len() {
            return Err(SHORT);
        }
        let start = self.range.start;
        self.range.start += count;
        Ok(Slice { page: self.page.clone(), range: start..start + count })
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Fault> {
        let bytes = self.page[self.range.clone()].first_chunk::<N>().ok_or(SHORT)?;
        self.range.start += N;
        Ok(*bytes)
    }

    /// Takes as many bytes as the number before them says.
    fn counted(&mut self) -> Result<Slice, Fault> {
        let count = u32::from_le_bytes(self.array()?);
        self.take(usize::try_from(count).map_err(|_| SHORT)?)
    }

    fn rest(&mut self) -> Slice {
        let range = std::mem::replace(&mut self.range, 0..0);
        Slice { page: self.page.clone(), range }
    }

    /// Reads `count` values as they stand one after another.
    pub fn plain(&mut self, holds: Holds, count: usize) -> Result<Vec<Value>, Fault> {
        // What they need at least is there, or no room is made for them.
        let least = match holds {
            Holds::Bool => count.div_ceil(8),
            Holds::Long | Holds::UnsignedLong | Holds::Double => count.saturating_mul(8),
            _ => count.saturating_mul(4),
        };
        if least > self.range.len() {
            return Err(SHORT);
        }
        if holds == Holds::Bool {
            let bits = self.take(least)?;
            let bits = bits.as_ref();
            return Ok((0..count).map(|at| Value::Bool(bits[at / 8] >> (at % 8) & 1 == 1)).collect());
        }
        let mut values = Vec::with_capacity(count);
        for _ in 0..count {
            values.push(match holds {
                Holds::Int => Value::Int(i32::from_le_bytes(self.array()?).into()),
                Holds::Unsigned => Value::Unsigned(u32::from_le_bytes(self.array()?).into()),
                Holds::Long => Value::Int(i64::from_le_bytes(self.array()?)),
                Holds::UnsignedLong => Value::Unsigned(u64::from_le_bytes(self.array()?)),
                Holds::Float => Value::Float(f32::from_le_bytes(self.array()?)),
                Holds::Double => Value::Double(f64::from_le_bytes(self.array()?)),
                Holds::Text | Holds::Binary => Value::Bytes(self.counted()?),
                Holds::Bool | Holds::Other => return Err("a column is of a type that is not read"),
            });
        }
        Ok(values)
    }

    /// Reads the ids of `count` values of a dictionary.
    pub fn of_dictionary(&mut self, dictionary: &[Value], count: usize) -> Result<Vec<Value>, Fault> {
        if count == 0 {
            return Ok(Vec::new());
        }
        let [width] = self.array()?;
        let ids = hybrid(self.rest().as_ref(), width.into(), count)?;
        let value = |id: u32| dictionary.get(id as usize).cloned();
        let values = ids.into_iter().map(value).collect::<Option<_>>();
        values.ok_or("a value is not in the dictionary of its column")
    }

    /// Reads truths in runs, their length before them.
    pub fn runs_of_bools(&mut self, count: usize) -> Result<Vec<Value>, Fault> {
        let bits = hybrid(self.counted()?.as_ref(), 1, count)?;
        Ok(bits.into_iter().map(|bit| Value::Bool(bit == 1)).collect())
    }

    /// Reads whether each of `count` values is there: where its level is the highest.
    ///
    /// `bytes` is how many there are, where that does not stand before them.
    pub fn levels(
        &mut self,
        highest: u32,
        bytes: Option<usize>,
        count: usize,
    ) -> Result<Option<Vec<bool>>, Fault> {
        if highest == 0 {
            self.take(bytes.unwrap_or(0))?;
            return Ok(None);
        }
        let levels = match bytes {
            Some(bytes) => self.take(bytes)?,
            None => self.counted()?,
        };
        let levels = hybrid(levels.as_ref(), 32 - highest.leading_zeros(), count)?;
        if levels.iter().any(|&level| level > highest) {
            return Err("a level is higher than its column has");
        }
        Ok(Some(levels.into_iter().map(|level| level == highest).collect()))
    }

    /// Passes over bytes.
    pub fn pass(&mut self, count: usize) -> Result<(), Fault> {
        self.take(count).map(drop)
    }
}

/// Reads `count` numbers of `width` bits, in runs of one number and in groups of eight packed ones.
fn hybrid(mut bytes: &[u8], width: u32, count: usize) -> Result<Vec<u32>, Fault> {
    if width > 32 {
        return Err("a page has numbers of more than 32 bits");
    }
    let mut numbers = Vec::new();
    while numbers.len() < count {
        let left = count - numbers.len();
        let (head, rest) = varint(bytes)?;
        bytes = rest;
        if head & 1 == 0 {
            let (value, rest) = bytes.split_at_checked(width.div_ceil(8) as usize).ok_or(SHORT)?;
            bytes = rest;
            let mut whole = [0; 4];
            whole[..value.len()].copy_from_slice(value);
            let run = usize::try_from(head >> 1).unwrap_or(usize::MAX);
            numbers.resize(numbers.len() + run.min(left), u32::from_le_bytes(whole));
        } else {
            let groups = usize::try_from(head >> 1).unwrap_or(usize::MAX);
            let wanted = groups.saturating_mul(8).min(left);
            let packed = groups.saturating_mul(width as usize).min(bytes.len());
            if packed.saturating_mul(8) < wanted.saturating_mul(width as usize) {
                return Err(SHORT);
            }
            unpack(&bytes[..packed], width, wanted, &mut numbers);
            bytes = &bytes[packed..];
        }
    }
    Ok(numbers)
}

/// Adds `count` numbers of `width` bits, the lowest bit of each first; so many bits are there.
fn unpack(bytes: &[u8], width: u32, count: usize, numbers: &mut Vec<u32>) {
    let (mut held, mut bits) = (0u64, 0u32);
    let mut bytes = bytes.iter();
    let mask = (1u64 << width) - 1;
    for _ in 0..count {
        while bits < width {
            held |= u64::from(bytes.next().copied().unwrap_or(0)) << bits;
            bits += 8;
        }
        numbers.push((held & mask) as u32);
        held >>= width;
        bits -= width;
    }
}

fn varint(bytes: &[u8]) -> Result<(u64, &[u8]), Fault> {
    let mut value = 0u64;
    for (at, &byte) in bytes.iter().enumerate().take(10) {
        value |= u64::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Ok((value, &bytes[at + 1..]));
        }
    }
    Err(SHORT)
}
