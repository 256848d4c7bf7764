"""Kills the recorder at random instants, and fills its disk; nothing that was accepted may be lost.

usage: storage.py BOOTH SHEET SPEECH WORK KILLS
"""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

booth, sheet, speech, work, kills = sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]), int(sys.argv[5])


def args(into, speaker, *more):
    return [booth, "record", sheet, "--locale", "en-US", "--into", str(into), "--speaker", speaker, "--device",
            f"file:{speech}", "--file-speed", "25", "--yes", "--auto", "--attempts", "1", "--room-check", "0.2", *more]


def accepted(into):
    found = {}
    for journal in into.glob("*/takes.jsonl"):
        takes = {}
        for line in journal.read_bytes().split(b"\n"):
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if entry.get("event") == "take":
                takes[(entry["prompt"], entry["take"])] = entry
            elif entry.get("event") == "kept":
                take = takes[(entry["prompt"], entry["take"])]
                found[f"{journal.parent.name}/{take['file']}"] = take["sha256"]
    return found


def must_hold(into, before, when):
    now = accepted(into)
    gone = set(before) - set(now)
    assert not gone, f"{when}: no longer accepted: {sorted(gone)}"
    for file, digest in now.items():
        data = (into / file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest, f"{when}: {file} has other bytes"
    return now


def kill_at_random():
    random.seed(7)
    into = work / "killed"
    held, speaker, most = {}, 1, 0
    for number in range(kills):
        started = time.monotonic()
        run = subprocess.Popen(args(into, f"spk{speaker:04}"), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True)
        try:
            _, err = run.communicate(timeout=random.uniform(0.005, 1.2))
            assert run.returncode in (0, 1), f"run {number}: exit code {run.returncode}\n{err}"
            speaker += 1  # this speaker has read everything
        except subprocess.TimeoutExpired:
            run.send_signal(signal.SIGKILL)
            run.communicate()
        held = must_hold(into, held, f"kill {number} after {time.monotonic() - started:.3f} s")
        most = max(most, len(held))
    for last in range(1, speaker + 1):
        run = subprocess.run(args(into, f"spk{last:04}"), stdin=subprocess.DEVNULL, capture_output=True, text=True)
        assert run.returncode in (0, 1), f"after the kills: exit code {run.returncode}\n{run.stderr}"
    held = must_hold(into, held, "after the kills")
    left = [str(path) for path in into.rglob("*.partial")]
    assert not left, f"left over: {left}"
    status = subprocess.run([booth, "status", str(into), "--deep"], capture_output=True, text=True)
    assert status.returncode == 0, status.stdout + status.stderr
    print(f"storage: {kills} kills, {len(held)} accepted takes, none lost")


def fill_the_disk():
    if os.geteuid() != 0:
        print("storage: the full disk needs root to mount a small tmpfs; left out")
        return
    disk = work / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(disk)], check=True)
    try:
        into = disk / "recordings"
        full = subprocess.run(args(into, "spk0001"), stdin=subprocess.DEVNULL, capture_output=True, text=True)
        assert full.returncode == 3 and "the disk is full" in full.stderr, f"{full.returncode}\n{full.stderr}"
        held = must_hold(into, {}, "on the full disk")
        assert held, "the disk was full before anything was accepted"
        again = subprocess.run(args(into, "spk0001"), stdin=subprocess.DEVNULL, capture_output=True, text=True)
        assert again.returncode == 3 and "the disk is full" in again.stderr, f"{again.returncode}\n{again.stderr}"
        held = must_hold(into, held, "on the disk that is still full")
        # A check has no room there either, and does not leave out what it could not lay aside.
        takes = [str(path) for path in into.glob("*/audio/*.wav")] * 40
        check = subprocess.run([booth, "check", *takes, "--json"], stdin=subprocess.DEVNULL, capture_output=True,
                               text=True, env={**os.environ, "TMPDIR": str(disk)})
        assert check.returncode == 3 and "the disk is full" in check.stderr, f"{check.returncode}\n{check.stderr}"
        assert not check.stdout and "set TMPDIR" in check.stderr, check.stdout + check.stderr
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        done = subprocess.run(args(into, "spk0001"), stdin=subprocess.DEVNULL, capture_output=True, text=True)
        assert done.returncode in (0, 1), f"{done.returncode}\n{done.stderr}"
        now = must_hold(into, held, "with room again")
        assert len(now) > len(held)
        assert not list(into.rglob("*.partial"))
        print(f"storage: disk full after {len(held)} takes, none lost, {len(now)} with room again")
    finally:
        subprocess.run(["umount", str(disk)], check=False)


kill_at_random()
fill_the_disk()
shutil.rmtree(work, ignore_errors=True)
