"""Five numbers of each clip with soundfile and numpy, one line of JSON each. usage: five_numbers.py CLIPS OUT PROCESSES"""

import json
import multiprocessing
import pathlib
import sys

import numpy
import soundfile


def measure(path):
    samples, rate = soundfile.read(path, dtype="float32")
    frame = rate // 100
    whole = samples[: len(samples) // frame * frame].reshape(-1, frame)
    loud = numpy.flatnonzero(numpy.sqrt(numpy.mean(whole * whole, axis=1)) > 0.01)
    magnitude = numpy.abs(samples)
    return json.dumps({
        "audio": str(path),
        "peak": float(magnitude.max()),
        "rms": float(numpy.sqrt(numpy.mean(samples * samples))),
        "clipped": int(numpy.count_nonzero(magnitude >= 32767 / 32768)),
        "before_s": float(loud[0] / 100) if len(loud) else None,
        "after_s": float((len(whole) - 1 - loud[-1]) / 100) if len(loud) else None,
    })


def main():
    clips, out, processes = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    out.mkdir(parents=True)
    with open(out / "measured.jsonl", "w", encoding="utf-8") as lines, multiprocessing.Pool(processes) as pool:
        lines.writelines(line + "\n" for line in pool.imap(measure, sorted(clips.rglob("*.wav")), chunksize=16))


if __name__ == "__main__":
    main()
