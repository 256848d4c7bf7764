"""Kills the sound server in the middle of a take and starts it again; the sitting must go on in the next session.

usage: lost.py BOOTH SHEET VOICE WORK      (inside with-fake-mic.sh)

One prompt is read and kept; while the next is read, the server is killed. The take must be saved and marked, the recorder
must say that it looks for the microphone, and go on by itself when the server is back: a second session of the same speaker,
with a whole take in it. Both sessions must check as whole, and close with the right reasons.
"""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

booth, sheet, voice, work = (Path(argument).resolve() for argument in sys.argv[1:5])
server_dir = Path(os.environ["FAKE_MIC_DIR"])


def main():
    work.mkdir()
    run = subprocess.Popen(
        [booth, "record", sheet, "--locale", "en-US", "--into", work / "recordings", "--speaker", "anna1",
         "--device", "default", "--yes", "--room-check", "0"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def wait_for(words):
        said = ""
        for line in run.stderr:
            said += line
            if words in line:
                return said
        sys.exit(f"FAILED: the recorder ended without saying {words!r}:\n{said}")

    def key(text=""):
        run.stdin.write(text + "\n")
        run.stdin.flush()

    def read():
        key()
        wait_for("RECORDING")
        subprocess.run(["paplay", "-d", "mic", voice], check=True)
        key()
        wait_for("Enter: ")

    wait_for("Enter: record")
    read()
    key("k")
    wait_for("Enter: record")
    key()
    wait_for("RECORDING")
    time.sleep(1)
    os.kill(int((server_dir / "server.pid").read_text()), signal.SIGKILL)
    wait_for("The microphone is looked for")
    (server_dir / "run/pulse/native").unlink(missing_ok=True)
    server = subprocess.Popen(
        ["pulseaudio", "-n", "-F", server_dir / "server.pa", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
         "--disallow-exit", "--disable-shm=yes", "--realtime=no", "--high-priority=no"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for("There is a microphone again")
        key("r")
        wait_for("Enter: record")
        read()
        key("k")
        wait_for("Enter: record")
        key("q")
        said = run.stderr.read()
        assert run.wait() == 0, said
    finally:
        server.kill()
        server.wait()

    sessions = sorted((work / "recordings").glob("*/takes.jsonl"))
    journals = [[json.loads(line) for line in path.read_text().splitlines()] for path in sessions]
    journals.sort(key=lambda journal: journal[0]["at"])
    assert len(journals) == 2, f"{len(journals)} sessions"
    first, second = journals
    assert first[-1]["event"] == "closed" and first[-1]["reason"] == "device-changed", first[-1]
    assert second[-1]["event"] == "closed" and second[-1]["reason"] == "quit", second[-1]
    waits = [line["ms"] for line in first if line["event"] == "waiting"]
    assert len(waits) == 1 and 0 < waits[0] < 60_000, waits
    lost = [line for line in first if line["event"] == "take"][1]
    assert lost["capture"]["device_lost"] and lost["verdict"] == "reject", lost["capture"]
    kept = [sum(line["event"] == "kept" for line in journal) for journal in journals]
    assert kept == [1, 1], kept
    whole = [line for line in second if line["event"] == "take"][0]
    facts = whole["capture"]
    assert not facts["device_lost"] and facts["lost_frames"] == 0, facts
    # The voice has 2 s and a peak near -9 dBFS; a take of silence or of a part of it has not.
    assert whole["frames"] >= 2 * whole["rate"] and whole["measurements"]["peak_dbfs"] > -12, whole["measurements"]
    subprocess.run([booth, "status", work / "recordings", "--quiet"], check=True, stdout=subprocess.DEVNULL)
    print(f"lost: the sitting went on after {waits[0]} ms without a microphone, 2 sessions, 1 kept take in each")


main()
