"""librosa as its tutorials use it. usage: librosa_package.py CLIPS OUT

Per clip: load at 16 kHz, trim silence, write 16-bit WAV, SHA-256, one manifest line.
"""

import hashlib
import json
import pathlib
import sys

import librosa
import soundfile

clips, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
out.mkdir(parents=True)
with open(out / "manifest.jsonl", "w", encoding="utf-8") as manifest:
    for source in sorted(clips.rglob("*.wav")):
        samples, _ = librosa.load(source, sr=16_000)
        trimmed, _ = librosa.effects.trim(samples)
        target = out / source.relative_to(clips)
        target.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(target, trimmed, 16_000, subtype="PCM_16")
        digest = hashlib.sha256(target.read_bytes()).hexdigest()
        manifest.write(json.dumps({"audio": str(target), "frames": len(trimmed), "sha256": digest}) + "\n")
