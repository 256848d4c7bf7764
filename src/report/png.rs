//! Small PNG files: sixteen colours from a palette, two pixels a byte (PNG 1.2, ISO/IEC 15948).

use std::fmt::Write as _;

/// Colours of a picture.
pub const COLOURS: usize = 16;
/// From dark to bright, in the order of lightness, so that it reads in grey too.
const PALETTE: [[u8; 3]; COLOURS] = [
    [0, 0, 4],
    [11, 8, 36],
    [28, 16, 68],
    [51, 16, 102],
    [79, 18, 123],
    [104, 28, 129],
    [129, 37, 129],
    [155, 46, 127],
    [181, 54, 122],
    [206, 64, 113],
    [229, 80, 100],
    [244, 105, 92],
    [251, 135, 97],
    [254, 167, 118],
    [254, 200, 148],
    [252, 253, 191],
];

/// Encodes `pixels`, colours row by row from the top, as a PNG file of this width.
pub fn encode(width: usize, pixels: &[u8]) -> Vec<u8> {
    let rows: Vec<&[u8]> = pixels.chunks_exact(width.max(1)).collect();
    let mut raw = Vec::with_capacity(rows.len() * (width / 2 + 2));
    for row in &rows {
        // Filter 0: none.
        raw.push(0);
        raw.extend(row.chunks(2).map(|pair| (pair[0] & 15) << 4 | pair.get(1).map_or(0, |low| low & 15)));
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = Vec::with_capacity(13);
    header.extend((width as u32).to_be_bytes());
    header.extend((rows.len() as u32).to_be_bytes());
    // Bit depth 4, palette, deflate, no interlace.
    header.extend([4, 3, 0, 0, 0]);
    chunk(&mut file, *b"IHDR", &header);
    chunk(&mut file, *b"PLTE", PALETTE.as_flattened());
    chunk(&mut file, *b"IDAT", &miniz_oxide::deflate::compress_to_vec_zlib(&raw, 9));
    chunk(&mut file, *b"IEND", &[]);
    file
}

fn chunk(file: &mut Vec<u8>, kind: [u8; 4], body: &[u8]) {
    file.extend((body.len() as u32).to_be_bytes());
    let from = file.len();
    file.extend(kind);
    file.extend(body);
    let sum = crc32(&file[from..]);
    file.extend(sum.to_be_bytes());
}

/// The CRC of PNG chunks (ISO 3309), bit by bit: pictures are small.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    })
}

/// Appends bytes as base64 (RFC 4648, section 4).
pub fn base64(into: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for part in bytes.chunks(3) {
        let word =
            part.iter().fold(0u32, |word, &byte| word << 8 | u32::from(byte)) << (8 * (3 - part.len()));
        for digit in 0..4 {
            let at = (word >> (18 - 6 * digit)) as usize & 63;
            // Writing to a string cannot fail.
            let _ = into.write_char(if digit <= part.len() { DIGITS[at] as char } else { '=' });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_digits_are_those_of_the_standards() {
        // Oracles: the check value of CRC-32, the test vectors of RFC 4648 section 10.
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("foobar", "Zm9vYmFy"),
        ] {
            let mut found = String::new();
            base64(&mut found, bytes.as_bytes());
            assert_eq!(found, text);
        }
    }

    #[test]
    fn pixels_come_back_out_of_the_file() {
        let pixels: Vec<u8> = (0..21).map(|n| n % 16).collect();
        let file = encode(7, &pixels);
        assert_eq!(&file[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(&file[16..29], [0, 0, 0, 7, 0, 0, 0, 3, 4, 3, 0, 0, 0]);
        let at = file.windows(4).position(|window| window == b"IDAT").unwrap();
        let length = u32::from_be_bytes(file[at - 4..at].try_into().unwrap()) as usize;
        let raw = miniz_oxide::inflate::decompress_to_vec_zlib(&file[at + 4..at + 4 + length]).unwrap();
        let mut found = Vec::new();
        for row in raw.chunks(5) {
            found.extend(row[1..].iter().flat_map(|byte| [byte >> 4, byte & 15]).take(7));
        }
        assert_eq!(found, pixels);
    }
}
