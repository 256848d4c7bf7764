//! Bytes to samples, in bulk.

use super::Encoding;
use super::format::Layout;

/// How the bits of a sample lie in a wider container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Justify {
    /// In the high bits, the low ones being zero (Microsoft's rule).
    High,
    /// In the low bits; what is above them is not looked at, since ALSA leaves it undefined (`S24_LE`, hound).
    Low,
}

/// A sample type that files are read into.
pub(super) trait Target: Copy {
    const ZERO: Self;
    fn from_i32(value: i32, scale: f64) -> Self;
    fn from_float(value: f64) -> Self;
}

impl Target for f32 {
    const ZERO: Self = 0.0;
    fn from_i32(value: i32, scale: f64) -> Self {
        // Exact to 24 bits; `scale` is a power of two.
        value as f32 * scale as f32
    }
    fn from_float(value: f64) -> Self {
        value as f32
    }
}

impl Target for f64 {
    const ZERO: Self = 0.0;
    fn from_i32(value: i32, scale: f64) -> Self {
        f64::from(value) * scale
    }
    fn from_float(value: f64) -> Self {
        value
    }
}

/// Applies `convert` to the `N` bytes at `offset` of each frame of `stride` bytes.
fn each<const N: usize, T>(
    bytes: &[u8],
    stride: usize,
    offset: usize,
    out: &mut [T],
    convert: impl Fn([u8; N]) -> T,
) {
    if stride == N {
        for (slot, raw) in out.iter_mut().zip(bytes.as_chunks::<N>().0) {
            *slot = convert(*raw);
        }
    } else {
        for (slot, frame) in out.iter_mut().zip(bytes.chunks_exact(stride)) {
            if let Some(raw) = frame.get(offset..).and_then(|rest| rest.first_chunk::<N>()) {
                *slot = convert(*raw);
            }
        }
    }
}

fn le24(raw: [u8; 3]) -> i32 {
    i32::from_le_bytes([0, raw[0], raw[1], raw[2]]) >> 8
}

/// Converts the samples at `offset` of frames of `stride` bytes; returns how many were not finite and
/// became zero.
///
/// For all channels in turn give the container's size as `stride` and 0 as `offset`.
pub(super) fn convert<T: Target>(
    layout: &Layout,
    justify: Justify,
    bytes: &[u8],
    stride: usize,
    offset: usize,
    out: &mut [T],
) -> u64 {
    let container_bits = layout.container_bytes * 8;
    // An 8-bit container always holds offset binary of 8 bits.
    let low_bits = if container_bits > 8 && justify == Justify::Low { layout.bits } else { container_bits };
    let scale = 1.0 / f64::from(1u32 << (low_bits - 1).min(31));
    // Nothing, unless samples lie low: then their own sign is that of the number.
    let above = 32u32.saturating_sub(u32::from(low_bits));
    let mut bad = 0u64;
    match (layout.encoding, layout.container_bytes) {
        (Encoding::Int, 1) => {
            each(bytes, stride, offset, out, |[byte]: [u8; 1]| T::from_i32(i32::from(byte) - 128, scale));
        }
        (Encoding::Int, 2) => {
            each(bytes, stride, offset, out, |raw| {
                T::from_i32(i32::from(i16::from_le_bytes(raw)) << above >> above, scale)
            });
        }
        (Encoding::Int, 3) => {
            each(bytes, stride, offset, out, |raw| T::from_i32(le24(raw) << above >> above, scale));
        }
        (Encoding::Int, _) => {
            each(bytes, stride, offset, out, |raw| {
                T::from_i32(i32::from_le_bytes(raw) << above >> above, scale)
            });
        }
        (Encoding::Float, 4) => {
            let read = |raw| f64::from(f32::from_le_bytes(raw));
            bad = each_float(bytes, stride, offset, out, read);
        }
        (Encoding::Float, _) => bad = each_float(bytes, stride, offset, out, f64::from_le_bytes),
        (Encoding::ALaw, _) => each(bytes, stride, offset, out, |[byte]: [u8; 1]| {
            T::from_i32(i32::from(A_LAW[usize::from(byte)]), 1.0 / 32_768.0)
        }),
        (Encoding::MuLaw, _) => each(bytes, stride, offset, out, |[byte]: [u8; 1]| {
            T::from_i32(i32::from(MU_LAW[usize::from(byte)]), 1.0 / 32_768.0)
        }),
    }
    bad
}

fn each_float<const N: usize, T: Target>(
    bytes: &[u8],
    stride: usize,
    offset: usize,
    out: &mut [T],
    read: impl Fn([u8; N]) -> f64,
) -> u64 {
    let bad = std::cell::Cell::new(0u64);
    each(bytes, stride, offset, out, |raw| {
        let value = read(raw);
        // What no f32 can hold counts as not finite as well, so that both sample types agree.
        let good = value.abs() <= f64::from(f32::MAX);
        bad.set(bad.get() + u64::from(!good));
        if good { T::from_float(value) } else { T::ZERO }
    });
    bad.get()
}

/// Decodes A-law to 16-bit scale (ITU-T G.711, 13 bits used).
const fn a_law(byte: u8) -> i32 {
    let code = byte ^ 0x55;
    let (exponent, mantissa) = ((code >> 4) & 7, (code & 15) as i32);
    let magnitude = match exponent {
        0 => (mantissa << 4) + 8,
        _ => ((mantissa << 4) + 0x108) << (exponent - 1),
    };
    if code & 0x80 == 0 { -magnitude } else { magnitude }
}

/// Decodes mu-law to 16-bit scale (ITU-T G.711, 14 bits used).
const fn mu_law(byte: u8) -> i32 {
    let code = !byte;
    let (exponent, mantissa) = ((code >> 4) & 7, (code & 15) as i32);
    let magnitude = (((mantissa << 3) + 0x84) << exponent) - 0x84;
    if code & 0x80 == 0 { magnitude } else { -magnitude }
}

static A_LAW: [i16; 256] = {
    let mut table = [0; 256];
    let mut code = 0;
    while code < 256 {
        table[code] = a_law(code as u8) as i16;
        code += 1;
    }
    table
};

static MU_LAW: [i16; 256] = {
    let mut table = [0; 256];
    let mut code = 0;
    while code < 256 {
        table[code] = mu_law(code as u8) as i16;
        code += 1;
    }
    table
};

/// How samples lie in a container, as far as some of them tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placement {
    /// These are all zero.
    Unknown,
    /// As the header says, at this end.
    At(Justify),
    /// Over the whole container, whatever the header says.
    Whole,
}

/// Tells from samples how they lie in a container that is wider than they are.
///
/// Headers do not say it and writers differ: samples in the high bits leave the low ones zero.
pub(super) fn placement(layout: &Layout, bytes: &[u8]) -> Placement {
    let spare_bits = (1i64 << (layout.container_bytes * 8 - layout.bits)) - 1;
    let limit = 1i64 << (layout.bits - 1);
    let (mut any, mut low_bits_used, mut beyond, mut above) = (false, false, false, false);
    for raw in bytes.chunks_exact(usize::from(layout.container_bytes)) {
        let mut wide = [0u8; 4];
        wide[4 - raw.len()..].copy_from_slice(raw);
        let value = i64::from(i32::from_le_bytes(wide) >> (32 - 8 * raw.len() as u32));
        any |= value != 0;
        low_bits_used |= value & spare_bits != 0;
        beyond |= !(-limit..limit).contains(&value);
        // Also of negative samples, with ALSA's zeros on top.
        above |= !(0..2 * limit).contains(&value);
    }
    match (any, low_bits_used, beyond && above) {
        (false, _, _) => Placement::Unknown,
        (_, false, _) => Placement::At(Justify::High),
        (_, true, false) => Placement::At(Justify::Low),
        (_, true, true) => Placement::Whole,
    }
}
