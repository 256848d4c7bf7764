"""Kills `booth ingest` at random instants, and compares the collection with one into which the same bundles came in peace.

Before that, bundles of homes that were killed while they were made are the bundles of homes that were not, and what comes out of
a collection is what comes out of the homes.

usage: ingest.py BOOTH WORK KILLS BUNDLES
"""

import random
import resource
import shutil
import signal
import struct
import subprocess
import sys
import time
import wave
from pathlib import Path

booth, work, kills, bundles = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
RATE = 16_000
random.seed(11)


def run(*args, code=0, cwd=work):
    done = subprocess.run([booth, *map(str, args)], capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=cwd)
    assert done.returncode == code, f"{args}: exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def clips(folder, names, seconds=1.0):
    folder.mkdir(parents=True)
    for name in names:
        with wave.open(str(folder / f"{name}.wav"), "wb") as out:
            out.setparams((1, 2, RATE, 0, "NONE", ""))
            samples = [max(-32_000, min(32_000, int(random.gauss(0, 2_500)))) for _ in range(int(RATE * seconds))]
            out.writeframes(struct.pack(f"<{len(samples)}h", *samples))
        (folder / f"{name}.txt").write_text(f"sentence {name} read aloud\n")


def speaker(home, name, locale, folder):
    run("import", folder, "--locale", locale, "--speaker", name, "--sheet", "small", "--consent-statement", "agreed",
        "--into", home / "recordings")


def files(folder):
    """All sessions; what is apart, and the lock, do not count."""
    apart = ("quarantine", ".ingest.partial", ".ingest.parts", ".booth.lock")
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {name: data for name, data in found.items() if name.split("/")[0] not in apart}


def handed_in(home, out, *more):
    run("bundle", home / "recordings", "--out", out, *more)
    return sorted(out.iterdir())


def homes():
    """Two homes that hand in twice each: whole, in parts, and what came since."""
    sent = []
    for name, locales in (("anna", ("en-US", "de-DE")), ("ben", ("en-US",))):
        home = work / name
        for number, locale in enumerate(locales):
            clips(work / "clips" / f"{name}{number}", [f"c{at}" for at in range(6)])
            speaker(home, name, locale, work / "clips" / f"{name}{number}")
        sent += handed_in(home, work / f"sent-{name}-1", *(["--part", "70000"] if name == "anna" else []))
        clips(work / "clips" / f"{name}-more", [f"d{at}" for at in range(4)])
        speaker(home, name, "fr-FR", work / "clips" / f"{name}-more")
        sent += handed_in(home, work / f"sent-{name}-2")
    return sent


def killed(sent):
    expected = {name: data for who in ("anna", "ben") for name, data in files(work / who / "recordings").items()}
    counts = {"nothing yet": 0, "some of it": 0, "all of it": 0}
    longest = 0.3
    for number in range(kills):
        root = work / "collection"
        shutil.rmtree(root, ignore_errors=True)
        order = random.sample(sent, len(sent)) + random.sample(sent, 2)
        started = time.monotonic()
        child = subprocess.Popen([booth, "ingest", *map(str, order), "--into", str(root)], stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            child.wait(timeout=random.uniform(0, longest))
            longest = max(0.03, min(longest, (time.monotonic() - started) * 1.1))
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
            longest = min(longest * 1.1, 3.0)
        there = files(root) if root.exists() else {}
        # What is in is in whole: each session that is there has its record, and no file that is not what was recorded.
        for name, data in there.items():
            if not name.endswith(".partial"):
                assert expected[name] == data or name.endswith("takes.jsonl") and expected[name].startswith(data), name
        counts["nothing yet" if not there else "all of it" if there == expected else "some of it"] += 1
        if root.exists():
            run("status", root)
        run("ingest", *random.sample(sent, len(sent)), "--into", root)
        assert files(root) == expected, f"kill {number}"
        left = [path.name for path in root.iterdir() if path.name.startswith(".ingest.partial")]
        assert not left and not any((root / ".ingest.parts").glob("*")), f"kill {number}: {left}"
    print(f"ingest: {kills} runs killed ({', '.join(f'{count} with {what} in' for what, count in counts.items())}); "
          f"each collection is the one that nobody killed, byte for byte")


def together(sent):
    """Two at once: one of them is told that the other is at work, or both come through."""
    root = work / "together"
    expected = {name: data for who in ("anna", "ben") for name, data in files(work / who / "recordings").items()}
    both = [subprocess.Popen([booth, "ingest", *map(str, sent), "--into", str(root)], stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    codes = sorted(child.wait() for child in both)
    assert codes in ([0, 0], [0, 5]), codes
    assert files(root) == expected
    print(f"ingest: two at once end with {codes[0]} and {codes[1]}, and nothing is lost")


def round_trip(sent):
    """Three sessions of two speakers, in parts, shuffled and one of them twice: what is packed is what the homes would have packed."""
    root = work / "round"
    parts = [path for who in ("anna", "ben") for path in handed_in(work / who, work / f"round-{who}", "--since", "all", "--part", "70000")]
    random.shuffle(parts)
    run("ingest", *parts, random.choice(parts), "--into", root)
    pack = ["--min-verdict", "reject", "--name", "Round", "--format", "kaldi,nemo,parquet", "--splits"]
    run("pack", root, "--out", work / "of-collection", *pack, work / "one.lock")
    run("pack", work / "anna/recordings", work / "ben/recordings", "--out", work / "of-homes", *pack, work / "two.lock")
    collection, homes_ = (files(work / name) for name in ("of-collection", "of-homes"))
    assert collection == homes_ and len(collection) > 20, [name for name in homes_ if homes_[name] != collection.get(name)]
    print(f"ingest: {len(parts)} parts, shuffled and one of them twice: {len(collection)} files of the corpus are those of the homes")


def bundles_killed():
    """`booth bundle`, killed: run again, it makes the very files, and remembers them once."""
    home = work / "killed-home"
    shutil.copytree(work / "anna/recordings", home / "recordings")
    recordings = files(home / "recordings")
    expected = None
    cut = 0
    longest = 0.2
    for number in range(-1, kills):
        for left in ("out", "receipts"):
            shutil.rmtree(home / left, ignore_errors=True)
        command = ["bundle", "recordings", "--part", "70000", "--out", "out"]
        if number >= 0:
            started = time.monotonic()
            child = subprocess.Popen([booth, *command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL, cwd=home)
            try:
                child.wait(timeout=random.uniform(0, longest))
                longest = max(0.02, min(longest, (time.monotonic() - started) * 1.1))
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGKILL)
                child.wait()
                cut += 1
                longest = min(longest * 1.1, 2.0)
            # What has the name of a part is whole.
            whole = {path.name: path.read_bytes() for path in (home / "out").glob("*") if not path.name.endswith(".partial")}
            assert all(expected[name] == data for name, data in whole.items()), f"kill {number}"
        run(*command, cwd=home)
        made = {path.name: path.read_bytes() for path in (home / "out").iterdir()}
        expected = expected or made
        assert made == expected, f"kill {number}: {sorted(made)}"
        remembered = (home / "receipts/handed-in.jsonl").read_text().splitlines()
        assert len(remembered) == 1, f"kill {number}: {len(remembered)} lines"
        assert files(home / "recordings") == recordings
    print(f"bundle: {kills} runs, {cut} of them killed; run again, each made the {len(expected)} files that nobody killed, remembered once")


def pace():
    """Many bundles into one collection: time for each, first and last, and memory."""
    folder = work / "many"
    clips(folder / "clips", [f"p{at}" for at in range(100)], 0.25)
    speaker(folder / "first", "s0", "en-US", folder / "clips")
    took, most = [], 0
    for number in range(bundles):
        home = folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        speaker(home, f"s{number}", "en-US", folder / "clips")
        one, = handed_in(home, home / "out")
        started = time.monotonic()
        run("ingest", one, "--into", folder / "collection")
        took.append(time.monotonic() - started)
        most = max(most, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    tenth = max(1, bundles // 10)
    first, last = (1000 * sum(part) / len(part) for part in (took[:tenth], took[-tenth:]))
    assert last < 3 * first + 50, f"{first:.0f} ms first, {last:.0f} ms last"
    print(f"ingest: {bundles} bundles of 100 takes, {first:.0f} ms for each of the first, {last:.0f} ms for each of the last; "
          f"no run of any verb over {most // 1024} MiB")


sent = homes()
round_trip(sent)
bundles_killed()
killed(sent)
together(sent)
pace()
