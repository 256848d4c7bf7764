"""Where a key lands on the tape, against a moment that is known.

usage: keys.py BOOTH SHEET WORK TAKES HOST      (inside with-fake-mic.sh)

HOST is how the microphone is reached: `pulseaudio`, the server itself, or `alsa`, through alsa-lib's plug-in.

The microphone is a pipe into which this test writes a counter in real time, each sample its own number, and notes when
it wrote which. So each sample of a take tells when it was captured. Of every take:

- each sample is the one before plus one: nothing is lost, doubled or changed;
- the sample at the end of the pre-roll was captured between the moment that the key was sent and the moment that the
  recorder said RECORDING; the sample at the start of the post-roll at or after the second key, by a poll at most.

The tape finds the frame of a key by the time stamps of the blocks around it, the median of half a second. What is left is the
sound server's own estimate of its delay, which is off by some milliseconds: in 80 takes on two cores with a load of twelve
the first key was up to 9 ms too early and 10 ms too late, the second up to 14 ms too early and 26 ms too late, the recorder's
own waiting for a core included. TOLERANCE_S is above that, and a third of what the smallest mistake would shift: the delay
left out (ALSA's buffer of 100 ms and more), the clock's window (250 ms), the roll (500 ms). A machine that keeps this test
itself from running may keep the server, too: what it was late by at that time is allowed besides.
"""

import json
import os
import subprocess
import sys
import threading
import time
import wave
from pathlib import Path

import numpy as np

TOLERANCE_S = 0.03
# The recorder looks for a key so often.
POLL_S = 0.01
RATE = 48000

booth, sheet, work = (Path(argument).resolve() for argument in sys.argv[1:4])
count, host = int(sys.argv[4]), sys.argv[5]


class Counter(threading.Thread):
    """Writes sample number n (as 16 bits) about n / RATE seconds after the start, and notes when it did."""

    def __init__(self, path):
        super().__init__(daemon=True)
        self.path, self.written, self.done = path, [], False

    def run(self):
        pipe = os.open(self.path, os.O_WRONLY)
        start, frame = time.monotonic(), 0
        while not self.done:
            due = int((time.monotonic() - start) * RATE)
            if due > frame:
                data = memoryview((np.arange(frame, due) & 0xFFFF).astype("<u2").tobytes())
                self.written.append((time.monotonic(), due))
                while data:
                    data = data[os.write(pipe, data):]
                frame = due
            time.sleep(0.002)

    def stop(self):
        self.done = True
        self.join(5)
        self.when, self.ends = (np.array(column) for column in zip(*self.written))

    def frame_near(self, moment, low):
        """The number whose lowest 16 bits are `low` that was written nearest to a moment."""
        near = int(self.ends[min(np.searchsorted(self.when, moment), len(self.ends) - 1)])
        return low + 65536 * round((near - low) / 65536)

    def moment(self, frame):
        return float(self.when[np.searchsorted(self.ends, frame, side="right")])

    def late_s(self, start, end):
        """The longest pause between two writes around a time."""
        inside = self.when[(self.when > start - 1) & (self.when < end + 1)]
        return float(np.diff(inside).max())


def counts(path):
    """The lowest 16 bits of each sample's number."""
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels()) == (RATE, 1), path
        width = file.getsampwidth()
        data = np.frombuffer(file.readframes(file.getnframes()), np.uint8).reshape(-1, width)
    # The two highest bytes; whatever is below them must be nothing.
    assert not data[:, :-2].any(), f"{path}: more than the 16 bits that were written"
    return data[:, -2].astype(int) | data[:, -1].astype(int) << 8


def main():
    pipe = f"{os.environ['FAKE_MIC_DIR']}/counter"
    with open(os.environ["ALSA_CONFIG_PATH"], "a", encoding="utf-8") as config:
        config.write('pcm.counter { type pulse device "counter" hint { show on description "Counter" } }\n')
    subprocess.run(["pactl", "load-module", "module-pipe-source", "source_name=counter", f"file={pipe}", "format=s16le",
                    f"rate={RATE}", "channels=1"], check=True, stdout=subprocess.DEVNULL)
    counter = Counter(pipe)
    counter.start()
    run = subprocess.Popen(
        [booth, "record", sheet, "--locale", "en-US", "--into", work / "recordings", "--speaker", "counter1", "--device",
         f"{host}:counter", "--yes", "--room-check", "0", "--limit", str(count)],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0)

    def wait_for(words):
        said = b""
        for line in iter(run.stderr.readline, b""):
            said += line
            if words in line:
                return time.monotonic()
        sys.exit(f"FAILED: the recorder ended without saying {words!r}:\n{said.decode()}")

    def press(key=b"\n"):
        moment = time.monotonic()
        run.stdin.write(key)
        return moment

    keys = []
    for _ in range(count):
        wait_for(b"Enter: record")
        # So long that the history holds more than the pre-roll.
        time.sleep(0.7)
        start = press()
        said = wait_for(b"RECORDING")
        time.sleep(0.8)
        stop = press()
        wait_for(b"Enter: ")
        # A counter is no voice, so that it cannot be kept; left out, it is there all the same.
        press(b"s\n")
        keys.append((start, said, stop))
    press(b"q\n")
    said = run.stderr.read()
    assert run.wait() == 0, said.decode()
    counter.stop()

    session = next((work / "recordings").glob("*/session.json")).parent
    entries = [json.loads(line) for line in (session / "takes.jsonl").read_text().splitlines()]
    takes = [entry for entry in entries if entry["event"] == "take"]
    assert len(takes) == count, f"{len(takes)} takes in place of {count}"
    early = late = 0.0
    for take, (start, said, stop) in zip(takes, keys):
        name, facts, low = take["file"], take["capture"], counts(session / take["file"])
        broken = np.flatnonzero(np.diff(low) % 65536 != 1)
        assert not len(broken), f"{name}: {len(broken)} samples do not follow the one before, the first at {broken[0]}"
        roll = RATE // 2
        assert (facts["pre_roll_frames"], facts["post_roll_frames"]) == (roll, roll), f"{name}: {facts}"
        first = counter.frame_near(start - 0.5, int(low[0]))
        pressed = counter.moment(first + roll)
        released = counter.moment(first + len(low) - roll)
        allowed = TOLERANCE_S + counter.late_s(start, stop)
        told = (f"the first key was sent at 0, RECORDING said at {said - start:.4f}, the key is on the tape at "
                f"{pressed - start:.4f}; the second is there {released - stop:+.4f} s after it was sent; allowed are "
                f"{allowed:.4f} s")
        if "SHOW" in os.environ:
            print(f"keys: {told}")
        early = max(early, start - pressed, stop - released)
        late = max(late, pressed - said, released - stop - POLL_S)
        assert start - allowed <= pressed <= said + allowed, f"{name}: {told}"
        assert stop - allowed <= released <= stop + POLL_S + allowed, f"{name}: {told}"
    print(f"keys through {host}: {count} takes, every sample in its place, keys at most {1e3 * early:.1f} ms too early and "
          f"{1e3 * late:.1f} ms too late on the tape")


main()
