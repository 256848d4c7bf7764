"""What a careful engineer writes in Python: soundfile and soxr VHQ. usage: soxr_package.py CLIPS OUT PROCESSES [measure]

Per clip: read, resample to 16 kHz, write 16-bit WAV, SHA-256 of the file, one manifest line. With `measure` also the
five numbers without which nobody should pack a clip: peak, RMS, clipped samples, silence before and after.
"""

import hashlib
import io
import json
import multiprocessing
import pathlib
import sys

import numpy
import soundfile
import soxr


def measure(samples, rate):
    frame = rate // 100
    whole = samples[: len(samples) // frame * frame].reshape(-1, frame)
    loud = numpy.flatnonzero(numpy.sqrt(numpy.mean(whole * whole, axis=1)) > 0.01)
    magnitude = numpy.abs(samples)
    return {
        "peak": float(magnitude.max()),
        "rms": float(numpy.sqrt(numpy.mean(samples * samples))),
        "clipped": int(numpy.count_nonzero(magnitude >= 32767 / 32768)),
        "before_s": float(loud[0] / 100) if len(loud) else None,
        "after_s": float((len(whole) - 1 - loud[-1]) / 100) if len(loud) else None,
    }


def package(job):
    source, target, wanted = job
    samples, rate = soundfile.read(source, dtype="float32")
    numbers = measure(samples, rate) if wanted else {}
    made = soxr.resample(samples, rate, 16_000, quality="VHQ")
    buffer = io.BytesIO()
    soundfile.write(buffer, made, 16_000, subtype="PCM_16", format="WAV")
    data = buffer.getvalue()
    with open(target, "wb") as out:
        out.write(data)
    text = pathlib.Path(source).with_suffix(".txt").read_text(encoding="utf-8").strip()
    digest = hashlib.sha256(data).hexdigest()
    return json.dumps({"audio": str(target), "text": text, "frames": len(made), "sha256": digest, **numbers})


def main():
    clips, out, processes = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    jobs = []
    for source in sorted(clips.rglob("*.wav")):
        target = out / source.relative_to(clips)
        target.parent.mkdir(parents=True, exist_ok=True)
        jobs.append((source, target, sys.argv[4:] == ["measure"]))
    with open(out / "manifest.jsonl", "w", encoding="utf-8") as manifest:
        if processes == 1:
            manifest.writelines(package(job) + "\n" for job in jobs)
        else:
            with multiprocessing.Pool(processes) as pool:
                manifest.writelines(line + "\n" for line in pool.imap(package, jobs, chunksize=16))


if __name__ == "__main__":
    main()
