"""Stops two recorders for a while, one at its prompt and one inside of a take, and reads on with both.

usage: freeze.py BOOTH SHEET VOICE WORK SECONDS      (inside with-fake-mic.sh)

The take that was running must be rejected as one that the computer slept in; the takes that begin 2 s after it goes on must be whole,
with the pre-roll before the key and a verdict within 1.5 s of the second key. No clock is blamed.
"""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import waves

booth, sheet, voice, work = (Path(argument).resolve() for argument in sys.argv[1:5])
seconds = int(sys.argv[5])
RATE, LATEST_S, LEAST_LEAD_S = 48_000, 1.5, 0.45


class Recorder:
    def __init__(self, speaker):
        self.root = work / speaker
        self.said = ""
        self.run = subprocess.Popen(
            [booth, "record", sheet, "--locale", "en-US", "--into", self.root, "--speaker", speaker, "--device", "default",
             "--yes", "--room-check", "0"],
            stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.wait_for("Enter: record")

    def wait_for(self, words):
        for line in self.run.stderr:
            self.said += line
            if words in line:
                return time.monotonic()
        sys.exit(f"FAILED: the recorder ended without saying {words!r}:\n{self.said}")

    def key(self, text=""):
        self.run.stdin.write(text + "\n")
        self.run.stdin.flush()
        return time.monotonic()

    def end(self):
        """Ends the take, and returns how long the verdict took."""
        pressed = self.key()
        return self.wait_for("Enter: ") - pressed

    def takes(self):
        self.wait_for("Enter: record")
        self.key("q")
        self.said += self.run.stderr.read()
        assert self.run.wait() == 0, self.said
        session = next(self.root.glob("*/session.json")).parent
        lines = [json.loads(line) for line in (session / "takes.jsonl").read_text().splitlines()]
        return [(entry, session / entry["file"]) for entry in lines if entry["event"] == "take"]


def read(recorder):
    """Reads the sentence with one recorder; returns how long the verdict took."""
    recorder.key()
    recorder.wait_for("RECORDING")
    waves.play(voice).wait()
    time.sleep(0.3)
    took = recorder.end()
    recorder.key("r")
    return took


def main():
    work.mkdir()
    waves.write(work / "room.wav", waves.pink(60 + 2 * seconds, -65, RATE, 1), RATE)
    room = waves.play(work / "room.wav")
    waiting, taking = Recorder("waits1"), Recorder("reads1")
    time.sleep(2)
    taking.key()
    taking.wait_for("RECORDING")
    time.sleep(1)
    for recorder in (waiting, taking):
        recorder.run.send_signal(signal.SIGSTOP)
    time.sleep(seconds)
    for recorder in (waiting, taking):
        recorder.run.send_signal(signal.SIGCONT)
    time.sleep(2)
    took = [taking.end()]
    taking.key("r")
    taking.wait_for("Enter: record")
    took += [read(waiting), read(taking)]
    said = waves.read(voice, RATE)
    leads = []
    for recorder, frozen in ((waiting, 0), (taking, 1)):
        takes = recorder.takes()
        assert "clock" not in recorder.said, recorder.said
        assert len(takes) == frozen + 1, f"{len(takes)} takes"
        for entry, _ in takes[:frozen]:
            first = entry["findings"][0]
            facts = entry["capture"]
            slept, took_s = facts.get("slept_ms", 0), entry["frames"] / RATE
            # Where the sound server has kept all of it, nothing is missing: from a second before to two after, and the rolls.
            if "slept_ms" in facts:
                assert first["id"] == "computer-slept" and entry["verdict"] == "reject", entry["findings"]
                assert abs(slept - 1000 * seconds) < 1000, f"{slept} ms in place of {seconds} s"
            else:
                assert abs(took_s - seconds - 4) < 0.5 and facts["lost_frames"] == 0, f"{took_s:.2f} s, {facts}"
            became = "told" if "slept_ms" in facts else f"whole, {took_s:.1f} s"
        entry, path = takes[frozen]
        correlation, lead, _ = waves.place(said, waves.read(path, RATE), RATE)
        assert correlation >= 0.95 and lead >= LEAST_LEAD_S, f"correlation {correlation:.4f}, {lead:.3f} s into the take"
        assert "slept_ms" not in entry["capture"] and "clock_rate_hz" not in entry["capture"], entry["capture"]
        leads.append(lead)
    room.kill()
    assert max(took) <= LATEST_S, f"a verdict after {max(took):.2f} s"
    print(f"freeze: {seconds} s: the take in it is {became}; the next are whole, {min(leads):.3f} to {max(leads):.3f} s into the take; "
          f"verdicts after {min(took):.2f} to {max(took):.2f} s")


main()
