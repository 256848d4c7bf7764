//! The compact protocol of Thrift, in which Parquet says everything but its values, read from bytes that are not trusted.
//!
//! What a length claims is never more than the bytes that are left, each element of a list takes one byte at least, and what is
//! passed over is no deeper than [`DEEPEST`]. So neither time nor memory is more than a few times the bytes themselves.
//! <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>

/// How deep in each other the lists and structs may be that are passed over.
const DEEPEST: usize = 16;

/// The types of a field or an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A truth, which in a field is a part of its head.
    Bool(bool),
    Byte,
    /// 16, 32 or 64 bits.
    Int,
    Double,
    Bytes,
    List,
    Map,
    Struct,
    Uuid,
}

/// What is wrong with the bytes, for a sentence about what was being read.
pub(super) type Fault = &'static str;

const SHORT: Fault = "it ends too early";
const TYPE: Fault = "a field has no type that there is";

/// Bytes that are read from their beginning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Compact<'a> {
    left: &'a [u8],
}

impl<'a> Compact<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { left: bytes }
    }

    /// Returns how many bytes have not been read.
    pub fn left(&self) -> usize {
        self.left.len()
    }

    fn byte(&mut self) -> Result<u8, Fault> {
        let (first, rest) = self.left.split_first().ok_or(SHORT)?;
        self.left = rest;
        Ok(*first)
    }

    fn unsigned(&mut self) -> Result<u64, Fault> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err("a number is longer than 64 bits")
    }

    /// Reads a number of 16, 32 or 64 bits.
    pub fn int(&mut self) -> Result<i64, Fault> {
        let value = self.unsigned()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// Reads a number that counts something.
    pub fn count(&mut self) -> Result<u64, Fault> {
        u64::try_from(self.int()?).map_err(|_| "a count is negative")
    }

    /// Reads bytes with their length before them.
    pub fn bytes(&mut self) -> Result<&'a [u8], Fault> {
        let length = usize::try_from(self.unsigned()?).map_err(|_| SHORT)?;
        self.take(length)
    }

    fn take(&mut self, length: usize) -> Result<&'a [u8], Fault> {
        let (bytes, rest) = self.left.split_at_checked(length).ok_or(SHORT)?;
        self.left = rest;
        Ok(bytes)
    }

    /// Reads the head of the next field of a struct, its number and type; `None` at the end of the struct.
    pub fn field(&mut self, last: &mut i64) -> Result<Option<(i64, Kind)>, Fault> {
        let head = self.byte()?;
        let number = head & 0x0f;
        if number == 0 {
            return Ok(None);
        }
        *last = match head >> 4 {
            0 => self.int()?,
            step => last.saturating_add(i64::from(step)),
        };
        let kind = if number == 1 { Kind::Bool(true) } else { kind_of(number)? };
        Ok(Some((*last, kind)))
    }

    /// Reads the head of a list: the type of its elements, and how many there are.
    pub fn list(&mut self) -> Result<(Kind, usize), Fault> {
        let head = self.byte()?;
        let count = match head >> 4 {
            15 => usize::try_from(self.unsigned()?).map_err(|_| SHORT)?,
            count => usize::from(count),
        };
        if count == 0 {
            return Ok((Kind::Byte, 0));
        }
        if count > self.left.len() {
            return Err(SHORT);
        }
        Ok((kind_of(head & 0x0f)?, count))
    }

    /// Reads the head of a list of structs.
    pub fn structs(&mut self) -> Result<usize, Fault> {
        match self.list()? {
            (Kind::Struct, count) | (_, count @ 0) => Ok(count),
            _ => Err("a list holds other things than it should"),
        }
    }

    /// Passes over what a field holds.
    pub fn skip(&mut self, kind: Kind) -> Result<(), Fault> {
        // The truth of a field stands in its head.
        if matches!(kind, Kind::Bool(_)) { Ok(()) } else { self.skip_inside(kind, DEEPEST) }
    }

    fn skip_inside(&mut self, kind: Kind, deeper: usize) -> Result<(), Fault> {
        let deeper = deeper.checked_sub(1).ok_or("its structs lie too deep in each other")?;
        match kind {
            Kind::Bool(_) | Kind::Byte => self.byte().map(drop),
            Kind::Int => self.unsigned().map(drop),
            Kind::Double => self.take(8).map(drop),
            Kind::Uuid => self.take(16).map(drop),
            Kind::Bytes => self.bytes().map(drop),
            Kind::List => {
                let (kind, count) = self.list()?;
                (0..count).try_for_each(|_| self.skip_inside(kind, deeper))
            }
            Kind::Map => {
                let count = usize::try_from(self.unsigned()?).map_err(|_| SHORT)?;
                if count == 0 {
                    return Ok(());
                }
                if count > self.left.len() {
                    return Err(SHORT);
                }
                let kinds = self.byte()?;
                let (key, value) = (kind_of(kinds >> 4)?, kind_of(kinds & 0x0f)?);
                (0..count).try_for_each(|_| {
                    self.skip_inside(key, deeper)?;
                    self.skip_inside(value, deeper)
                })
            }
            Kind::Struct => {
                let mut last = 0;
                while let Some((_, kind)) = self.field(&mut last)? {
                    if !matches!(kind, Kind::Bool(_)) {
                        self.skip_inside(kind, deeper)?;
                    }
                }
                Ok(())
            }
        }
    }
}

/// Returns the type of a number; a truth in a list is a byte of its own, whichever of both numbers stands for it.
fn kind_of(number: u8) -> Result<Kind, Fault> {
    Ok(match number {
        1 | 2 => Kind::Bool(false),
        3 => Kind::Byte,
        4..=6 => Kind::Int,
        7 => Kind::Double,
        8 => Kind::Bytes,
        9 | 10 => Kind::List,
        11 => Kind::Map,
        12 => Kind::Struct,
        13 => Kind::Uuid,
        _ => return Err(TYPE),
    })
}
