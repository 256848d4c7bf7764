"""Plants marks in sound, text and name, withdraws them, and looks for them in every byte; then kills withdrawals at random instants.

usage: withdraw.py BOOTH WORK KILLS
"""

import hashlib
import io
import json
import random
import shutil
import signal
import struct
import subprocess
import sys
import tarfile
import time
import wave
from pathlib import Path

import pyarrow.parquet
import soundfile

booth, work, kills = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
RATE = 16_000
TEXT = b"xylophone quagmire zephyr"
NAME = b"Zelda Planted"
random.seed(5)
# 64 bytes of samples, and the same as a decoder gives them.
SOUND = struct.pack("<32h", *[random.randrange(-9_000, 9_000) for _ in range(32)])


def run(*args, code=0):
    done = subprocess.run([booth, *map(str, args)], capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=work)
    assert done.returncode == code, f"{args}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def speaker(name, marked):
    folder = work / "clips" / name
    folder.mkdir(parents=True)
    for number in range(4):
        samples = [int(random.gauss(0, 2_500)) for _ in range(RATE)]
        data = struct.pack(f"<{RATE}h", *[max(-32_000, min(32_000, sample)) for sample in samples])
        text = f"{name} reads sentence number {number} aloud"
        if marked:
            data = data[: RATE] + SOUND + data[RATE + len(SOUND):]
            text += f" {TEXT.decode()}"
        with wave.open(str(folder / f"c{number}.wav"), "wb") as out:
            out.setparams((1, 2, RATE, 0, "NONE", ""))
            out.writeframes(data)
        (folder / f"c{number}.txt").write_text(text + "\n")
    run("import", folder, "--locale", "en-US", "--speaker", name, "--consent-statement", f"{name} agreed",
        "--into", "recordings")


def digests():
    return [hashlib.sha256(path.read_bytes()).hexdigest().encode() for path in (work / "recordings").rglob("*.wav")]


class Search:
    """Looks for marks in files, in what archives have in them, and in what codecs decode."""

    def __init__(self, marks):
        self.marks, self.places, self.bytes, self.found = marks, 0, 0, []

    def look(self, where, data):
        self.places += 1
        self.bytes += len(data)
        self.found += [f"{where}: {name}" for name, mark in self.marks if mark in data]
        if data[:4] == b"fLaC" or data[:4] == b"RIFF":
            samples, _ = soundfile.read(io.BytesIO(data), dtype="int16", always_2d=True)
            self.places += 1
            self.found += [f"{where} (decoded): {name}" for name, mark in self.marks if mark in samples.tobytes()]
        if data[257:262] == b"ustar":
            for member in tarfile.open(fileobj=io.BytesIO(data)):
                self.look(f"{where}!{member.name}", tarfile.open(fileobj=io.BytesIO(data)).extractfile(member).read())
        if data[:4] == b"PAR1":
            for row in pyarrow.parquet.read_table(io.BytesIO(data)).to_pylist():
                self.value(where, row)

    def value(self, where, value):
        if isinstance(value, dict):
            for key, inner in value.items():
                self.value(f"{where}[{key}]", inner)
        elif isinstance(value, bytes):
            self.look(where, value)
        elif value is not None:
            self.look(where, str(value).encode())

    def tree(self, *folders):
        for folder in folders:
            for path in sorted(Path(folder).rglob("*")):
                self.look(f"{path.relative_to(work)} (name)", str(path.relative_to(folder)).encode())
                if path.is_file():
                    self.look(str(path.relative_to(work)), path.read_bytes())
        return self


def pack(out, version):
    run("pack", "recordings", "--out", out, "--version", version, "--name", "Marks", "--min-verdict", "reject", "--format",
        "kaldi,nemo,parquet,webdataset", "--embed", "flac")


def handed_in():
    """A bundle of the marked, as it lies around where it was taken in: spoilt in quarantine, and a part that waits for others."""
    # The report among the recordings is told, as what it is not.
    run("bundle", "recordings", "--speaker", "zq7marked", "--out", "sent", code=1)
    bundle, = (work / "sent").iterdir()
    spoilt = bytearray(bundle.read_bytes())
    spoilt[spoilt.index(b"takes.jsonl") + 2000] ^= 1
    (work / "spoilt.tar").write_bytes(spoilt)
    run("ingest", "spoilt.tar", "--into", "recordings", code=1)
    run("bundle", "recordings", "--speaker", "zq7marked", "--since", "all", "--part", "65536", "--out", "parts", code=1)
    for part in sorted((work / "parts").iterdir())[:-1]:
        run("ingest", part, "--into", "recordings")
    for left in (work / "spoilt.tar", *(work / "parts").iterdir()):
        left.unlink()


def planted():
    speaker("zq7marked", True)
    speaker("other", False)
    speaker("third", False)
    (work / "receipts").mkdir(exist_ok=True)
    (work / "receipts/personal.jsonl").write_text(json.dumps({
        "schema": 1, "at": "2026-01-01T00:00:00.000Z", "speaker": "zq7marked", "credit": NAME.decode()}) + "\n")
    session = next(path.parent for path in (work / "recordings").glob("*/session.json") if b'"zq7marked"' in path.read_bytes())
    takes = [json.loads(line) for line in (session / "takes.jsonl").read_text().splitlines()]
    takes = [line for line in takes if line["event"] == "take"]
    heard = "".join(json.dumps({"audio_filepath": str(session / line["file"]), "pred_text": TEXT.decode()}) + "\n" for line in takes)
    (work / "heard.jsonl").write_text(heard)
    run("transcribe", "recordings", "--import", "heard.jsonl")
    (work / "heard.jsonl").unlink()
    pack("one", "1.0.0")
    run("check", "recordings", "--report", "recordings/report", code=1)
    digest = digests()
    handed_in()
    marks = [("sound", SOUND), ("text", TEXT), ("name", NAME), ("session", session.name.encode())]
    marks += [("digest", hashlib.sha256((session / line["file"]).read_bytes()).hexdigest().encode()) for line in takes]
    assert len(digest) == 12
    where = ["recordings", "receipts", "one"]
    before = Search(marks[:3]).tree(*[work / name for name in where])
    kinds = {kind for kind in ("recordings/", "receipts/", "report", ".tar", ".parquet", "(decoded)", "quarantine/", ".ingest.parts/") if
             any(kind in place for place in before.found)}
    assert len(kinds) == 8, f"planted in {kinds} only"

    # What is said to go is what goes, and nothing else.
    shutil.copytree(work / "recordings", work / "copy")
    run("withdraw", "zq7marked", "recordings")
    pack("two", "1.1.0")
    run("check", "recordings", "--report", "recordings/report", code=1)
    run("bundle", "recordings", "--since", "all", "--out", "since", code=1)
    old = next((work / "sent").glob("booth-zq7marked-*"))
    run("ingest", old, "--into", "recordings")
    run("withdraw", "one", "--apply", "two/withdrawn.tsv")
    run("verify", "one", "--withdrawn", "two/withdrawn.tsv")
    run("verify", "two")
    for path in (work / "copy").rglob("*"):
        relative = path.relative_to(work / "copy")
        if path.is_file() and relative.parts[0] not in (session.name, "quarantine", ".ingest.parts", "report", "releases.jsonl", "splits.lock", ".booth.lock"):
            assert (work / "recordings" / relative).read_bytes() == path.read_bytes(), relative
    shutil.rmtree(work / "copy")
    accounts = ("withdrawn.jsonl", "releases.jsonl", "handed-in.jsonl")
    everywhere = Search(marks[:3] + marks[4:]).tree(*[work / name for name in [*where, "two", "since"]])
    assert not everywhere.found, everywhere.found
    named = Search(marks[3:4]).tree(*[work / name for name in [*where, "two"]])
    assert all(any(account in place for account in accounts) for place in named.found), named.found
    print(f"withdraw: {len(before.found)} marks in {before.places} places before; 0 in {everywhere.places} places "
          f"({everywhere.bytes} bytes, archives and codecs looked into) after")


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*")
            if path.is_file() and path.name != ".booth.lock"}


def killed():
    """Kills a withdrawal, lets another verb end it, and looks at what there is."""
    home = work / "killed"
    home.mkdir()
    for name, locale, clips in (("anna", "en-US", "other"), ("anna", "de-DE", "zq7marked"), ("ben", "en-US", "third")):
        run("import", work / "clips" / clips, "--locale", locale, "--speaker", name, "--sheet", "small", "--consent-statement", "agreed",
            "--into", home / "before")
    before = files(home / "before")
    sessions = {}
    for name, data in before.items():
        if name.endswith("session.json"):
            sessions.setdefault(json.loads(data)["speaker"]["id"], []).append(name.split("/")[0])
    ends = [["check", "--rejudge"], ["pack", "--out", "out", "--min-verdict", "reject"], ["mine", "ben", "--to", "mine"],
            ["withdraw", "nobody"]]
    counts = {"before": 0, "between": 0, "after": 0}
    longest = 0.05
    for number in range(kills):
        root = home / "recordings"
        shutil.rmtree(root, ignore_errors=True)
        shutil.rmtree(home / "receipts", ignore_errors=True)
        shutil.copytree(home / "before", root)
        first = sessions["anna"][0]
        take = next(name.split("/")[2][:-4] for name in before if name.startswith(f"{first}/audio/"))
        what = ["anna", first, f"{first}/{take}"][number % 3]
        started = time.monotonic()
        child = subprocess.Popen([booth, "withdraw", what, str(root)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, cwd=home)
        try:
            child.wait(timeout=random.uniform(0, longest))
            longest = max(0.03, min(longest, (time.monotonic() - started) * 1.2))
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
            longest = min(longest * 1.05, 1.0)
        path = root / "withdrawn.jsonl"
        lines = [line for line in (path.read_text().split("\n") if path.exists() else []) if line.endswith("}")]
        planned = any('"planned"' in line for line in lines)
        counts["after" if any('"done"' in line for line in lines) else "between" if planned else "before"] += 1
        verb, *more = ends[number % len(ends)]
        named = [verb, more[0], root, *more[1:]] if verb in ("mine", "withdraw") else [verb, root, *more]
        for left in ("out", "mine"):
            shutil.rmtree(home / left, ignore_errors=True)
        done = subprocess.run([booth, *map(str, named)], capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=home)
        assert done.returncode in (0, 1, 2), f"kill {number}: {named}: {done.returncode}\n{done.stderr}"
        now = files(root)
        gone = {"anna": sessions["anna"], first: [first]}.get(what, [])
        if not planned:
            kept = before
        else:
            assert '"done"' in path.read_text(), f"kill {number}: not at its end\n{done.stderr}"
            kept = {name: data for name, data in before.items() if name.split("/")[0] not in gone}
            assert not [name for name in now if any(session in name for session in gone)], f"kill {number}"
            if what.endswith(take):
                kept = {name: data for name, data in kept.items() if name not in (f"{first}/audio/{take}.wav", f"{first}/takes.jsonl")}
                journal = now[f"{first}/takes.jsonl"].decode()
                assert f"{first}/audio/{take}.wav" not in now and f"audio/{take}.wav" not in journal, f"kill {number}"
        lost = [name for name, data in kept.items() if now.get(name) != data]
        assert not lost, f"kill {number}: {what}: lost or changed: {lost}"
        # Of a key that was never used, the next withdrawal makes another.
        left = [name for name in now if name.endswith(".partial") and name != ".withdrawn.key.partial" or ".withdrawn/" in name]
        assert not left, f"kill {number}: left over: {left}"
        run("status", root)
    print(f"withdraw: {kills} kills, {counts['before']} before the tombstone, {counts['between']} between it and the end, "
          f"{counts['after']} after; ended by another verb, nothing left and nothing else lost")


def killed_at_a_holder():
    """Kills the deletion from an earlier release; run again, it ends."""
    home = work / "holder"
    home.mkdir()
    shutil.copytree(work / "killed/before", home / "recordings")
    pack_of = ["--min-verdict", "reject", "--name", "Held", "--format", "kaldi"]
    run("pack", home / "recordings", "--out", home / "old", "--version", "1.0.0", *pack_of)
    run("withdraw", "anna", home / "recordings")
    run("pack", home / "recordings", "--out", home / "new", "--version", "1.1.0", *pack_of)
    between = 0
    for number in range(max(1, kills // 2)):
        shutil.rmtree(home / "one", ignore_errors=True)
        shutil.copytree(home / "old", home / "one")
        apply = [booth, "withdraw", str(home / "one"), "--apply", str(home / "new/withdrawn.tsv")]
        child = subprocess.Popen(apply, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            child.wait(timeout=random.uniform(0, 0.25))
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
            between += 1
        run(*apply[1:])
        run("verify", home / "one", "--withdrawn", home / "new/withdrawn.tsv")
        assert not [name for name in files(home / "one") if "anna" in name]
        left = [path.name for path in home.iterdir() if path.name not in ("recordings", "receipts", "old", "new", "one")]
        assert not left, f"kill {number}: left over: {left}"
    print(f"withdraw: {max(1, kills // 2)} deletions at a holder's, {between} of them killed, all ended by running them again")


planted()
killed()
killed_at_a_holder()
