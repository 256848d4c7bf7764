"""Reads hands-free for a long time while every core is busy (tests/real/hour.sh).

usage: hour.py BOOTH SHEET SPEECH WORK MINUTES      (inside with-fake-mic.sh, one channel at 16 kHz)

Oracles: a second recording of the same microphone, made by the sound server's own tool, in which every take must stand sample for sample;
what was played, which must be in the take whole; and the journal, which must tell of every loss that the first two find.
"""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np

import waves

booth, sheet, speech, work = sys.argv[1], *(Path(argument).resolve() for argument in sys.argv[2:5])
minutes = float(sys.argv[5])
RATE = 16000


def resident(pid):
    """Megabytes in memory."""
    text = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("VmRSS"))


def samples(path):
    import wave

    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getframerate()) == (1, RATE), path
        width, raw = file.getsampwidth(), file.readframes(file.getnframes())
    if width == 2:
        return np.frombuffer(raw, "<i2")
    whole = np.frombuffer(raw, np.uint8).reshape(-1, 3)
    assert not whole[:, 0].any(), f"{path}: more than the 16 bits of the microphone"
    return whole[:, 1:].copy().view("<i2")[:, 0]


def differing(take, witness):
    """How many samples of the take are not those of the witness at the place that most of it stands at; `None` without a place."""
    whole, raw = witness.tobytes(), take.tobytes()
    for at in (len(take) // 2, len(take) // 4, 3 * len(take) // 4):
        found = whole.find(raw[2 * at : 2 * at + 256])
        if found >= 0 and found % 2 == 0:
            begin = found // 2 - at
            if begin >= 0 and begin + len(take) <= len(witness):
                return int(np.count_nonzero(witness[begin : begin + len(take)] != take))
    return None


def main():
    texts = dict(line.split("\t")[1::-1] for line in (sheet / "en-US.tsv").read_text().splitlines()[1:])
    waves.write(work / "room.wav", waves.pink(60 * minutes + 300, -65, RATE, 1), RATE)
    noise = waves.play(work / "room.wav")
    raw = open(work / "witness.raw", "wb")
    witness = subprocess.Popen(["parec", "-d", "mic.monitor", "--format=s16le", f"--rate={RATE}", "--channels=1", "--latency-msec=2000"], stdout=raw)
    busy = [subprocess.Popen(["nice", "-n", os.environ.get("BUSY_NICE", "0"), "sh", "-c", "while :; do :; done"]) for _ in range(os.cpu_count())]
    time.sleep(1)
    run = subprocess.Popen(
        [booth, "record", sheet, "--locale", "en-US", "--into", work / "recordings", "--speaker", "reader1", "--device", "default",
         "--yes", "--room-check", "2", "--mode", "hands-free", "--rate", str(RATE)],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    begun, memory, heard = time.monotonic(), [], []
    shown = 0

    def answer(name):
        time.sleep(0.6)
        waves.play(speech / f"{name}.wav").wait()

    def watch():
        while run.poll() is None:
            try:
                memory.append((time.monotonic() - begun, resident(run.pid)))
            except (OSError, StopIteration):
                return
            time.sleep(10)

    threading.Thread(target=watch, daemon=True).start()
    for line in run.stderr:
        heard.append(line)
        name = texts.get(line.strip()) if line.startswith("    ") else None
        if name is None:
            continue
        if time.monotonic() - begun >= 60 * minutes:
            run.stdin.write("q\n")
            run.stdin.flush()
            continue
        shown += 1
        threading.Thread(target=answer, args=(name,), daemon=True).start()
    code = run.wait()
    took = time.monotonic() - begun
    for one in (*busy, witness, noise):
        one.kill()
        one.wait()
    (work / "heard.txt").write_text("".join(heard))
    assert code == 0, "".join(heard[-20:])

    recorded = np.fromfile(work / "witness.raw", "<i2")
    session = next((work / "recordings").glob("*/session.json")).parent
    journal = [json.loads(line) for line in (session / "takes.jsonl").read_text().splitlines()]
    takes = [line for line in journal if line["event"] == "take"]
    kept = {(line["prompt"], line["take"]) for line in journal if line["event"] == "kept"}
    equal, told, unplaced, cut, lost = 0, 0, 0, 0, 0
    least, verdicts = 1.0, {}
    for take in takes:
        verdicts[take["verdict"]] = verdicts.get(take["verdict"], 0) + 1
        capture = take["capture"]
        losses = capture["lost_frames"] + capture["xruns"] + capture["stalls"] + capture["clock_missing_frames"]
        lost += capture["lost_frames"]
        told += losses > 0
        got = samples(session / take["file"])
        other = differing(got, recorded)
        equal += other == 0
        is_kept = (take["prompt"], take["take"]) in kept
        played = speech / f"{take['prompt']}.wav"
        is_long_enough = len(got) >= len(samples(played))
        correlation, _, block, _ = waves.compare(played, session / take["file"]) if is_long_enough else (0.0, 0.0, 0.0, 0.0)
        # The last one is ended by the test.
        if not capture["interrupted"] and (not is_kept or correlation < 0.99):
            print(f"  {take['at']} {take['file']}: kept {is_kept}, correlation {correlation:.4f}, {len(got) / RATE:.2f} s, "
                  f"{[finding['id'] for finding in take['findings']]}, {capture}", file=sys.stderr)
        if is_kept:
            least = min(least, block)
            cut += correlation < 0.99
        if other != 0:
            unplaced += other is None
            # Where the second recording differs, what was played decides, and a loss must have been told of.
            assert losses > 0 or block >= 0.98 or capture["interrupted"], f"{take['file']}: {other} samples differ, a block correlates {block:.3f}, and nothing was told: {capture}"
    late = [size for at, size in memory if at > took / 6]
    first, last = float(np.median(late[: len(late) // 5])), float(np.median(late[-len(late) // 5 :]))
    print(f"hour: {took / 60:.1f} minutes with {os.cpu_count()} cores busy: {shown} shown, {len(takes)} takes {verdicts}, {len(kept)} kept, {cut} cut; "
          f"{equal} equal to the second recording in every sample, {len(takes) - equal} not ({unplaced} not found in it); frames lost {lost}, takes that tell of a loss {told}; "
          f"least block {least:.4f}; memory {first:.1f} MB after a sixth, {last:.1f} MB at the end, most {max(late):.1f}")
    assert cut == 0 and len(kept) >= 0.9 * shown
    assert last <= 1.1 * first + 1, memory


main()
