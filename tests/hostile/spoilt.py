"""Spoils files: every byte of a corpus in turn, and audio of every kind by flips, cuts, splices and lying headers.

usage: spoilt.py BOOTH WORK [SHARE]

SHARE is the part of the bytes, and of 1,500 files a kind, that is tried (1 for all), chosen by a fixed seed.

Oracles. A corpus with one byte changed does not verify, and the file with that byte is named. A folder of spoilt audio is
checked and imported within 1 GB, in time, with a documented exit code and without a panic; each file is measured or named,
a damaged lossless file is never taken for other samples than it had, and nothing half made is left.
"""

import json
import os
import random
import resource
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

KINDS = ("wav", "flac", "mp3", "ogg")
FILES = 1500
PATIENCE = 600
MEMORY = 1 << 30


def run(booth, where, args):
    def limits():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))

    env = {"PATH": os.environ["PATH"], "HOME": str(where / "home"), "COLUMNS": "100", "BOOTH_STATE": str(where / "state")}
    return subprocess.run([booth, *args], cwd=where, env=env, stdin=subprocess.DEVNULL, text=True, errors="replace",
                          capture_output=True, timeout=PATIENCE, preexec_fn=limits)


def demand(holds, what):
    if not holds:
        sys.exit(f"FAILED: spoilt: {what}")


def corpus_bytes(booth, work, share):
    """Every byte of a small corpus, changed by one bit."""
    imported = run(booth, work, ["import", "--layout", "pairs", "pairs", "--into", "recordings", "--locale", "en-US", "--speaker",
                                 "bert2", "--consent-statement", "a test"])
    demand(imported.returncode == 0, imported.stderr)
    packed = run(booth, work, ["pack", "recordings", "--out", "corpus", "--rate", "8000", "--min-verdict", "reject"])
    demand(packed.returncode == 0, packed.stderr)
    files = sorted(path for path in (work / "corpus").rglob("*") if path.is_file())
    # Samples are all alike: ten thousand of each file stand for the others.
    chance = random.Random(11)
    cases = []
    for path in files:
        size = path.stat().st_size
        places = range(size) if path.suffix != ".wav" else [*range(44), *sorted(chance.sample(range(44, size), min(10_000, size - 44)))]
        cases += [(path, at, 1 << chance.randrange(8)) for at in places]
    chosen = [case for case in cases if chance.random() < share]

    def tried(part):
        where = work / f"corpora-{part}"
        where.mkdir()
        shutil.copytree(work / "corpus", where / "corpus")
        for path, at, bit in chosen[part::2]:
            name = str(path.relative_to(work / "corpus"))
            copy = where / "corpus" / name
            with open(copy, "r+b") as file:
                file.seek(at)
                good = file.read(1)
                file.seek(at)
                file.write(bytes([good[0] ^ bit]))
                file.flush()
                verified = run(booth, where, ["verify", "corpus"])
                file.seek(at)
                file.write(good)
            if verified.returncode != 1 or name not in verified.stdout + verified.stderr:
                return f"byte {at} of {name}: exit {verified.returncode}\n{verified.stdout}{verified.stderr}"
        return None

    with ThreadPoolExecutor(2) as pool:
        for problem in pool.map(tried, (0, 1)):
            demand(problem is None, problem)
    return len(chosen), len(cases)


def spoil(good, other, chance):
    data = bytearray(good)
    how = chance.randrange(5)
    if how == 0:
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    elif how == 1:
        del data[chance.randrange(len(data)):]
    elif how == 2:
        at = chance.randrange(len(data))
        data[at:at + chance.randint(1, 4096)] = other[:chance.randint(0, 4096)]
    elif how == 3:
        # Where sizes, rates, counts and channels stand.
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(min(64, len(data) - 4))
            data[at:at + 4] = chance.choice([b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\xff\xff\xff\x7f", b"\x01\x00\x00\x00"])
    else:
        at, to = sorted(chance.randrange(len(data)) for _ in range(2))
        data[at:at] = data[at:to]
    return bytes(data)


def audio(booth, work, kind, share):
    """Spoilt files of one kind, in one folder."""
    chance = random.Random(f"{kind}-11")
    sounds = sorted((work / "pairs").glob("*.wav"))
    good = []
    for sound in sounds:
        made = work / f"{sound.stem}.{kind}"
        codec = {"ogg": ["-c:a", "libvorbis"], "wav": ["-c:a", "pcm_s16le"]}.get(kind, [])
        subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-y", "-i", sound, *codec, made], check=True)
        good.append(made.read_bytes())
    where = work / kind
    folder = where / "old"
    folder.mkdir(parents=True)
    count = max(20, round(FILES * share * (0.4 if share < 1 else 1)))
    for number in range(count):
        at = chance.randrange(len(good))
        (folder / f"s{number}.{kind}").write_bytes(spoil(good[at], good[at - 1], chance))
        (folder / f"s{number}.txt").write_text("some words\n")
    told = []
    if kind == "wav":
        checked = run(booth, where, ["check", "old", "--json", "--locale", "en-US"])
        demand(checked.returncode in (0, 1) and "panicked" not in checked.stderr, f"check {kind}: {checked.stderr[-800:]}")
        told = [row for row in map(json.loads, checked.stdout.splitlines()) if row["type"] == "take"]
        demand(len(told) == count, f"check told of {len(told)} of {count} files of {kind}")
    imported = run(booth, where, ["import", "--layout", "pairs", "old", "--into", "recordings", "--locale", "en-US", "--speaker",
                                  "bert2", "--json"])
    demand(imported.returncode in (0, 3) and "panicked" not in imported.stderr,
           f"import {kind}: exit {imported.returncode}\n{imported.stderr[-800:]}")
    rows = list(map(json.loads, imported.stdout.splitlines()))
    summary = rows[-1]
    twice = sum(row.get("id") == "duplicate" for row in rows)
    demand(summary["imported"] + summary["failed"] + twice == count, f"import {kind}: {summary} of {count}")
    if kind == "flac":
        # Frames carry checksums and the head the digest of all samples: what came in is what was there.
        whole = {samples(sound) for sound in sounds}
        for take in where.glob("recordings/*/audio/*.wav"):
            demand(samples(take) in whole, f"{take.name}: a damaged FLAC was taken for other samples")
    left = [path.name for path in where.rglob("*") if path.name.endswith(".partial")]
    demand(not left, f"import {kind}: left {left}")
    return count


def samples(wav):
    done = subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-i", wav, "-f", "s16le", "-"], check=True, capture_output=True)
    return done.stdout


def main():
    booth, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve() / "spoilt"
    share = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    work.mkdir()
    shutil.copytree(work.parent / "pairs", work / "pairs")
    flipped, bytes_ = corpus_bytes(booth, work, share / 50 if share < 1 else 1)
    files = sum(audio(booth, work, kind, share) for kind in KINDS)
    print(f"spoilt: {flipped} of {bytes_} bytes of a corpus flipped, each named; {files} spoilt files of audio, each measured or named")


if __name__ == "__main__":
    main()
