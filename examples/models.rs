//! What the two models say of 16 kHz WAV files, one line of JSON each; `tests/real/models.sh` compares it.
//!
//! usage: `cargo run --release --features models --example models -- VAD.onnx MOS.onnx FILE.wav…`

#![expect(clippy::disallowed_methods, reason = "an example is a program: it reads its arguments and prints")]

use booth::audio::WavReader;
use booth::quality::{QualityModel, SpeechModel};
use std::io::Write as _;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [vad, mos, files @ ..] = &paths[..] else { return Err("usage: VAD MOS FILE…".into()) };
    let vad = SpeechModel::from_bytes(&std::fs::read(vad)?)?;
    let mos = QualityModel::from_bytes(&std::fs::read(mos)?)?;
    for path in files {
        let mut reader = WavReader::open(Path::new(path))?;
        let mut samples = vec![0f32; reader.info().frames as usize];
        let mut filled = 0;
        while filled < samples.len() {
            match reader.read(0, &mut samples[filled..])? {
                0 => break,
                count => filled += count,
            }
        }
        let line = serde_json::json!({
            "path": path, "probabilities": vad.probabilities(&samples)?, "overall": mos.overall(&samples)?,
        });
        writeln!(std::io::stdout(), "{line}")?;
    }
    Ok(())
}
