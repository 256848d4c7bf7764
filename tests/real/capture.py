"""Records real human speech through a real sound server with the real program, and compares the waveform.

usage: capture.py BOOTH SHEET SPEECH WORK      (inside with-fake-mic.sh)

SHEET has one prompt per WAV of SPEECH. Each is played into the microphone with paplay while the program records
through the sound server; then the takes are checked, packed and verified, and each is compared with what was played:
normalised cross-correlation at least 0.9999, level within 0.01 dB, and no gap: every 100 ms of speech correlates at its place.
The server converts nothing, so that only what is lost or changed could make it less than 1.

The speech is played after the key, so it must lie after the pre-roll, by the time that paplay needs to start (2 to 140 ms were
met). But a null sink renders a block ahead of its clock and its monitor hands that out at once, so that the speech may seem to
come before it was played; and the key is found on the tape to some milliseconds only. AHEAD_S is what both may be together;
where exactly a key lands is held by keys.py, in which every sample tells when it was captured.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from waves import compare

AHEAD_S = 0.03

booth, sheet, speech, work = (Path(argument).resolve() for argument in sys.argv[1:5])


def devices(**changed):
    """The microphones of the sound server, in an environment that is changed."""
    environment = {name: value for name, value in {**os.environ, **changed}.items() if value is not None}
    said = subprocess.run([booth, "devices", "--json"], env=environment, check=True, capture_output=True, text=True).stdout
    rows = [json.loads(line) for line in said.splitlines()]
    return [row["id"] for row in rows if row["type"] == "device" and row["direction"] == "input"]


def main():
    # Whoever cannot have a cookie of the sound server is known to it by the socket.
    known = devices()
    unknown = devices(HOME="/proc/nobody", XDG_CONFIG_HOME=None, PULSE_COOKIE=None)
    assert known and known == unknown, (known, unknown)
    names = [line.split("\t")[0] for line in (sheet / "en-US.tsv").read_text().splitlines()[1:]]
    run = subprocess.Popen(
        [booth, "record", sheet, "--locale", "en-US", "--into", work / "recordings", "--speaker", "allison1",
         "--device", "default", "--yes", "--room-check", "0.5"],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def wait_for(words):
        said = ""
        for line in run.stderr:
            said += line
            if words in line:
                return said
        sys.exit(f"FAILED: the recorder ended without saying {words!r}:\n{said}")

    def press():
        run.stdin.write("\n")
        run.stdin.flush()

    for name in names:
        wait_for("Enter: record")
        press()
        wait_for("RECORDING")
        subprocess.run(["paplay", "-d", "mic", speech / f"{name}.wav"], check=True)
        press()
        wait_for("Enter: ")
        run.stdin.write("k\n")
        run.stdin.flush()
    said = run.stderr.read()
    assert run.wait() == 0, said

    session = next((work / "recordings").glob("*/session.json")).parent
    takes = [json.loads(line) for line in (session / "takes.jsonl").read_text().splitlines()]
    takes = {entry["prompt"]: entry for entry in takes if entry["event"] == "take"}
    assert set(takes) == set(names), f"{set(names) - set(takes)} were not recorded"
    worst, leads = [1.0, 0.0, 1.0], []
    for name in names:
        facts = takes[name]["capture"]
        quiet = all(facts[key] == 0 for key in ("xruns", "lost_frames", "stalls", "clock_missing_frames"))
        assert quiet and not facts["device_lost"], f"{name}: the recorder noticed {facts}"
        correlation, level, block, lead = compare(speech / f"{name}.wav", session / takes[name]["file"])
        assert correlation >= 0.9999, f"{name}: correlation {correlation:.4f}"
        assert abs(level) <= 0.01, f"{name}: level {level:+.2f} dB"
        assert block >= 0.999, f"{name}: a block correlates only {block:.4f}: a gap"
        assert lead >= 0.5 - AHEAD_S, f"{name}: the speech begins {lead:.3f} s into the take, inside the pre-roll"
        leads.append(lead)
        worst = [min(worst[0], correlation), max(worst[1], abs(level)), min(worst[2], block)]
    subprocess.run([booth, "check", work / "recordings"], check=False, stdout=subprocess.DEVNULL)
    subprocess.run([booth, "pack", work / "recordings", "--out", work / "corpus", "--min-verdict", "reject", "--quiet"],
                   check=True, stdout=subprocess.DEVNULL)
    subprocess.run([booth, "verify", work / "corpus", "--quiet"], check=True)
    rows = len((work / "corpus/catalogue.jsonl").read_text().splitlines())
    assert rows == len(names), f"{rows} of {len(names)} packed"
    print(f"capture: {len(names)} takes, correlation at least {worst[0]:.6f}, level within {worst[1]:.3f} dB, "
          f"every 100 ms at least {worst[2]:.6f}, speech from {min(leads):.3f} to {max(leads):.3f} s into the take")


main()
