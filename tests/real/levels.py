"""Compares the levels in the rows of `booth check --json` with the ITU's figures and with ffmpeg. usage: levels.py ROWS"""

import array
import json
import math
import re
import subprocess
import sys
import wave
from pathlib import Path

# `actlev` of the ITU-T Software Tool Library (block size 1, 16 kHz), dBov, of the prompts as they are.
ITU = {"vm-review": -19.135, "vm-repeat": -21.208, "vm-newuser": -17.554, "vm-rec-name": -20.220, "ascii36": -17.021}
ACTIVE_DB, LOUDNESS_LU, PEAK_DB = 0.05, 0.1, 0.2
# ffmpeg prints tenths.
PRINTED = 0.05


def samples_of(path):
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (16000, 1, 2), path
        return [sample / 32768 for sample in array.array("h", file.readframes(file.getnframes()))]


def highpass(x):
    """Butterworth, second order, 80 Hz at 16 kHz, at rest on the first sample: what Booth's active level is after."""
    k = math.tan(math.pi * 80 / 16000)
    norm = 1 / (1 + math.sqrt(2) * k + k * k)
    a1, a2 = 2 * (k * k - 1) * norm, (1 - math.sqrt(2) * k + k * k) * norm
    out, s1, s2 = [], 0.0, 0.0
    for sample in x:
        v = norm * (sample - x[0])
        y = v + s1
        s1, s2 = s2 - 2 * v - a1 * y, v - a2 * y
        out.append(y)
    return out


def active_level(x):
    """ITU-T P.56, method B, sample by sample."""
    g = math.exp(-1 / (16000 * 0.03))
    thresholds = [2.0**power for power in range(-15, 0)]
    active, left, p, q = [0] * 15, [0] * 15, 0.0, 0.0
    for sample in x:
        p = g * p + (1 - g) * abs(sample)
        q = g * q + (1 - g) * p
        for j, threshold in enumerate(thresholds):
            if q >= threshold:
                active[j], left[j] = active[j] + 1, 3200
            elif left[j] > 0:
                active[j], left[j] = active[j] + 1, left[j] - 1
    energy = sum(sample * sample for sample in x)
    levels = [10 * math.log10(energy / count) for count in active if count]
    over = [level - 20 * math.log10(c) - 15.9 for level, c in zip(levels, thresholds)]
    j = next(j for j in range(1, len(over)) if over[j] <= 0)
    return levels[j - 1] + over[j - 1] / (over[j - 1] - over[j]) * (levels[j] - levels[j - 1])


def ffmpeg_says(path):
    run = subprocess.run(
        ["ffmpeg", "-nostdin", "-hide_banner", "-i", path, "-af", "ebur128=peak=true", "-f", "null", "-"],
        capture_output=True, text=True, check=True,
    )
    summary = run.stderr[run.stderr.rindex("Summary:") :]
    return [float(re.search(rf"{name}:\s+(\S+)", summary)[1]) for name in ("I", "Peak")]


def main():
    faults, worst = [], {"active level": 0.0, "loudness": 0.0, "true peak": 0.0}

    def compare(what, path, booth, other, tolerance):
        apart = math.inf if booth is None else abs(booth - other)
        worst[what] = max(worst[what], apart)
        if apart > tolerance:
            faults.append(f"{path.name}: {what} is {booth}, the other meter says {other:.3f}")

    count = 0
    for line in Path(sys.argv[1]).read_text().splitlines():
        row = json.loads(line)
        if row["type"] == "summary":
            continue
        count += 1
        path, measured = Path(row["path"]), row["measurements"]
        if path.parent.name == "active":
            samples = samples_of(path)
            # The ITU's figures are of the prompts as they are, Booth's of what a high-pass leaves of them: one plain
            # form of the Recommendation is held to the first, and Booth to the same form after the high-pass.
            compare("active level", path, active_level(samples), ITU[path.stem], ACTIVE_DB)
            compare("active level", path, measured["active_dbov"], active_level(highpass(samples)), ACTIVE_DB)
        else:
            loudness, peak = ffmpeg_says(str(path))
            compare("loudness", path, measured["lufs"], loudness, LOUDNESS_LU + PRINTED)
            compare("true peak", path, measured["true_peak_dbtp"], peak, PEAK_DB + PRINTED)
    print("\n".join(faults))
    assert count == len(ITU) + 60, f"{count} files"
    print("levels: apart at most", ", ".join(f"{what} {apart:.3f}" for what, apart in worst.items()))
    return 1 if faults else 0


sys.exit(main())
