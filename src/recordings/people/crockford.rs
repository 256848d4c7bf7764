//! Crockford's base 32: letters and digits that people can say to each other without a mistake.

const CHARACTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Writes each 5 bytes as 8 characters.
pub(crate) fn write<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut text = [b'0'; N];
    for (group, five) in text.chunks_mut(8).zip(bytes.chunks(5)) {
        let bits = five.iter().fold(0u64, |bits, &byte| bits << 8 | u64::from(byte));
        for (at, character) in group.iter_mut().enumerate() {
            *character = CHARACTERS[(bits >> (35 - 5 * at)) as usize & 31];
        }
    }
    text
}

/// Reads so many characters as people write them: in any case, with hyphens and spaces anywhere, `O` for 0, `I` and `L` for 1;
/// `None` when it is anything else.
pub(crate) fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut code = [0u8; N];
    let mut count = 0;
    for character in text.chars().filter(|&c| c != '-' && !c.is_whitespace()) {
        let byte = match character.to_ascii_uppercase() {
            'O' => b'0',
            'I' | 'L' => b'1',
            other => u8::try_from(other).ok()?,
        };
        *code.get_mut(count).filter(|_| CHARACTERS.contains(&byte))? = byte;
        count += 1;
    }
    (count == N).then_some(code)
}
