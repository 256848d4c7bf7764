"""A sitting on storage that takes its time: no first word is lost, and the screen answers at once.

usage: slow.py BOOTH SHEET SPEECH WORK SHIM TAKES MS...      (inside with-fake-mic.sh)

SHIM delays each fsync and fdatasync by so many milliseconds, as a card or a busy disk may. For each delay TAKES takes are read:
the speech is played in the moment in which Enter is pressed, on a terminal, and must lie behind the pre-roll, whole. Told are
the times from Enter to RECORDING on the screen, and from the end of the post-roll to the verdict: median and worst.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

sys.argv[1:], shim, takes, delays = sys.argv[1:5], sys.argv[5], int(sys.argv[6]), sys.argv[7:]

from terminal import PROMPTS, Terminal, sheet, speech, work  # noqa: E402
from waves import compare  # noqa: E402

# Between the fake microphone and the clock of the keys, as in capture.py.
AHEAD_S = 0.03
POST_ROLL_S = 0.5


def sitting(delay):
    into = work / f"slow-{delay}" / "recordings"
    into.parent.mkdir(parents=True)
    env = {"LD_PRELOAD": shim, "SLOW_SYNC_MS": delay}
    terminal = Terminal(into, "--speaker", "ana1", "--room-check", "0", env=env)
    terminal.wait("Enter: record", 60)
    prompt = PROMPTS[0]
    shown, judged = [], []
    for _ in range(takes):
        terminal.read(0.3)
        # Begun before the key, since it needs some time to be heard: speech and key are one moment.
        playing = subprocess.Popen(["paplay", "-d", "mic", speech / f"{prompt}.wav"])
        at = time.monotonic()
        os.write(terminal.tty, b"\n")
        terminal.wait("RECORDING", 30)
        shown.append(time.monotonic() - at)
        playing.wait()
        terminal.read(0.2)
        at = time.monotonic()
        os.write(terminal.tty, b"\n")
        terminal.wait("Enter: stop", 30)
        terminal.wait("Enter: ", 60)
        judged.append(time.monotonic() - at - POST_ROLL_S)
        terminal.key("r")
        terminal.wait("Enter: record", 60)
    terminal.key("q")
    assert terminal.end(60) == 0, terminal.said
    journal = next(into.glob("*/takes.jsonl"))
    entries = [json.loads(line) for line in journal.read_text().splitlines()]
    entries = [entry for entry in entries if entry["event"] == "take"]
    assert len(entries) == takes, f"{len(entries)} of {takes} takes"
    whole, least = 0, 1.0
    for entry in entries:
        correlation, _, block, lead = compare(speech / f"{prompt}.wav", journal.parent / entry["file"])
        least = min(least, block)
        is_whole = correlation > 0.99 and block > 0.95 and lead >= POST_ROLL_S - AHEAD_S
        whole += is_whole
        if not is_whole:
            print(f"  {entry['file']}: correlation {correlation:.4f}, 100 ms {block:.4f}, from {lead:.3f} s")
    told = [f"{statistics.median(times) * 1000:.0f} (worst {max(times) * 1000:.0f})" for times in (shown, judged)]
    print(f"slow: syncs +{delay} ms: {whole} of {takes} whole from the first word, 100 ms at least {least:.4f}; "
          f"key to RECORDING {told[0]} ms, post-roll to verdict {told[1]} ms", flush=True)
    return whole == takes


def main():
    done = [sitting(delay) for delay in delays]
    if not all(done):
        sys.exit("FAILED: words were lost")


main()
