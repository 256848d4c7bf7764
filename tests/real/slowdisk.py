"""Speaks right after the key while each fsync takes long, and looks for the whole of it in the take.

usage: slowdisk.py BOOTH SHEET VOICE WORK READINGS      (inside with-fake-mic.sh)

SLOW_SYNC_SO is a library that slows fsync down by SLOW_SYNC_MS. The voice begins as soon as the key is sent, which is before the
program has written down that a take begins. All of the voice must be in each take, no nearer to its start than to the pre-roll
of half a second, less what a null sink and the time of a key on the tape make uncertain.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import waves

booth, sheet, voice, work = (Path(argument).resolve() for argument in sys.argv[1:5])
readings = int(sys.argv[5])
delay_ms = int(os.environ["SLOW_SYNC_MS"])
RATE, LEAST_LEAD_S = 48_000, 0.45


def main():
    work.mkdir()
    slow = {**os.environ, "LD_PRELOAD": os.environ["SLOW_SYNC_SO"]}
    run = subprocess.Popen(
        [booth, "record", sheet, "--locale", "en-US", "--into", work / "recordings", "--speaker", "anna1", "--device", "default",
         "--yes", "--room-check", "0"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=slow)

    def wait_for(words):
        said = ""
        for line in run.stderr:
            said += line
            if words in line:
                return time.monotonic()
        sys.exit(f"FAILED: the recorder ended without saying {words!r}:\n{said}")

    def key(text=""):
        run.stdin.write(text + "\n")
        run.stdin.flush()
        return time.monotonic()

    begun = []
    for _ in range(readings):
        wait_for("Enter: record")
        time.sleep(1)
        pressed = key()
        reading = waves.play(voice)
        begun.append(wait_for("RECORDING") - pressed)
        reading.wait()
        time.sleep(0.3)
        key()
        wait_for("Enter: ")
        key("r")
    wait_for("Enter: record")
    key("q")
    said = run.stderr.read()
    assert run.wait() == 0, said

    session = next((work / "recordings").glob("*/session.json")).parent
    takes = [json.loads(line) for line in (session / "takes.jsonl").read_text().splitlines()]
    takes = [entry for entry in takes if entry["event"] == "take"]
    assert len(takes) == readings, f"{len(takes)} takes"
    said, leads = waves.read(voice, RATE), []
    for take in takes:
        correlation, lead, _ = waves.place(said, waves.read(session / take["file"], RATE), RATE)
        assert correlation >= 0.95, f"{take['file']}: correlation {correlation:.4f}: words are missing"
        assert lead >= LEAST_LEAD_S, f"{take['file']}: the voice begins {lead:.3f} s into the take"
        facts = take["capture"]
        assert facts["lost_frames"] == 0 and facts["pre_roll_frames"] == RATE // 2, facts
        leads.append(lead)
    print(f"slowdisk: {delay_ms} ms: {readings} of {readings} readings whole, from {min(leads):.3f} to {max(leads):.3f} s into the "
          f"take; RECORDING was shown {min(begun):.2f} to {max(begun):.2f} s after the key")


main()
