//! Any bytes as an audio file: an error or finite samples, never a panic or an endless loop.

#![no_main]

use booth::audio::decode;
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut decoded) = decode::from_input(Cursor::new(bytes.to_vec())) else { return };
    let mut block = Vec::new();
    while let Ok(true) = decoded.next_block(&mut block) {
        assert!(block.len() % usize::from(decoded.channels()) == 0);
        assert!(block.iter().all(|value| value.is_finite()));
    }
});
