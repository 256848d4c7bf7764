"""Plants what a stranger's folder may hold at every place that a verb looks at, and has every look and read fail in turn.

usage: planted.py BOOTH WORK [SHARE]

Which places there are is not written down here: each verb is run once under strace, and every path in its world that it
opened, looked at, renamed or removed is a place, so that a new one is tried as soon as the program knows it. SHARE is the
part of the cases that is run (1 for all), chosen by a fixed seed.

Oracles. Planted (a link to a private file, a link to an endless device, a pipe, a folder): the verb ends in time with a
documented exit code, the private file is as it was, and its words are in nothing that was written. Failing (EIO, EACCES,
ESTALE): the verb gives what it gives undisturbed, or it exits with another code than 0 and says why.
"""

import hashlib
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PRIVATE = "the private diary of somebody else"
CALLS = "open,openat,creat,stat,lstat,newfstatat,statx,access,faccessat,faccessat2,readlink,readlinkat,unlink,unlinkat," \
        "rename,renameat,renameat2,mkdir,mkdirat,rmdir"
FAILING = {"look": "stat,lstat,newfstatat,statx,access,faccessat,faccessat2", "open": "open,openat",
           "read": "read,pread64,getdents64"}
ERRORS = ("EIO", "EACCES", "ESTALE")
DOCUMENTED = {0, 1, 2, 3, 5, 130}
PATIENCE = 60
MEMORY = 3 << 30


def limits():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    # What is written through a link to a device would never end either.
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 28, 1 << 28))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


class World:
    """A folder with a sheet, recordings of two speakers, transcripts, a corpus and what else the verbs are given."""

    def __init__(self, booth, work):
        self.booth, self.work, self.base = booth, work, work / "base"
        self.made = 0
        record = ["record", "sheet", "--locale", "en-US", "--device", "file:speech", "--file-speed", "200", "--yes", "--auto",
                  "--room-check", "0", "--attempts", "1", "--threads", "1", "--speaker"]
        self.verbs = {
            "status": ["status", "recordings", "--deep", "--json"],
            "check": ["check", "recordings", "--json", "--threads", "1"],
            "rejudge": ["check", "recordings", "--rejudge", "--json", "--threads", "1"],
            "files": ["check", "pairs", "--json", "--threads", "1", "--policy", "policy.toml"],
            "pack": ["pack", "recordings", "--out", "corpus-2", "--min-verdict", "reject", "--threads", "1", "--json"],
            "verify": ["verify", "corpus", "--json", "--threads", "1"],
            "transcribe": ["transcribe", "recordings", "--again", "--asr-command", "sh words.sh {wav}", "--json",
                           "--threads", "1", "--recogniser", "two"],
            "hypotheses": ["transcribe", "recordings", "--import", "heard.jsonl", "--json", "--threads", "1"],
            "import": ["import", "--layout", "pairs", "pairs", "--into", "recordings", "--locale", "en-US", "--speaker",
                       "carl3", "--consent-statement", "a test", "--threads", "1", "--json"],
            "prompts": ["prompts", "check", "sheet", "--json"],
            "record": [*record, "dora4", "--into", "recordings"],
            "record again": [*record, "anna1", "--into", "recordings"],
        }
        self.make(record)

    def make(self, record):
        self.base.mkdir()
        for name in ("sheet", "speech", "pairs"):
            shutil.copytree(self.work / name, self.base / name)
        (self.base / "policy.toml").write_text('[clipped]\nenabled = 1\n')
        (self.base / "words.sh").write_text("echo some words\n")
        for args in ([*record, "anna1", "--into", "recordings"],
                     ["import", "--layout", "pairs", "pairs", "--into", "recordings", "--locale", "en-US", "--speaker", "bert2",
                      "--consent-statement", "a test", "--threads", "1"],
                     ["transcribe", "recordings", "--asr-command", "sh words.sh {wav}", "--recogniser", "one"],
                     ["pack", "recordings", "--out", "corpus", "--min-verdict", "reject", "--threads", "1"]):
            run = self.run(self.base, args)
            if run.returncode not in (0, 1):
                sys.exit(f"FAILED: {args}: {run.returncode}\n{run.stderr}")
        take = next(self.base.glob("recordings/*/audio/*.wav"))
        row = {"audio_filepath": str(take.relative_to(self.base)), "pred_text": "some words"}
        (self.base / "heard.jsonl").write_text(json.dumps(row) + "\n")

    def fresh(self):
        self.made += 1
        where = self.work / f"world-{self.made}"
        shutil.copytree(self.base, where, symlinks=True)
        return where

    def run(self, where, args, strace=()):
        env = {"PATH": os.environ["PATH"], "HOME": str(where / "home"), "COLUMNS": "100", "TMPDIR": str(self.work)}
        # A group of its own, so that nothing of it outlives its time.
        child = subprocess.Popen([*strace, self.booth, *args], cwd=where, env=env, stdin=subprocess.DEVNULL, text=True,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE, errors="replace", preexec_fn=limits,
                                 start_new_session=True)
        try:
            out, err = child.communicate(timeout=PATIENCE)
            return subprocess.CompletedProcess(args, child.returncode, out, err)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            out, err = child.communicate()
            return subprocess.CompletedProcess(args, "does not end", out, err)

    def places(self, verb):
        """Every path of the world that the verb has to do with, relative to it, and what it gives undisturbed."""
        where, log = self.fresh(), self.work / "places.log"
        run = self.run(where, self.verbs[verb], ["strace", "-f", "-qq", "-y", "-s", "4096", "-o", str(log), "-e", f"trace={CALLS}"])
        found = set()
        for line in log.read_text(errors="replace").splitlines():
            for folder, path in re.findall(r'(?:<([^>]*)>, )?"([^"]*)"', line):
                whole = os.path.normpath(os.path.join(folder or str(where), path))
                if whole.startswith(f"{where}/"):
                    found.add(whole[len(str(where)) + 1:])
        outcome = self.outcome(verb, where, run)
        if run.returncode not in (0, 1):
            sys.exit(f"FAILED: {verb}: exit {run.returncode} in peace\n{run.stderr}")
        shutil.rmtree(where)
        # New sessions have names that nobody can plant anything at.
        known = {path.name for path in self.base.glob("recordings/*")}
        known |= {"splits.lock", "splits.lock.partial", ".booth.lock", "personal.jsonl"}
        # The recogniser reads its own script, which is no business of the program's.
        places = [place for place in sorted(found - {"words.sh"}) if self.can_be_known(place, known)]
        return places, outcome

    def can_be_known(self, place, known):
        parts = Path(place).parts
        if parts[0] == "recordings" and len(parts) > 1:
            return parts[1] in known or parts[1].startswith(".booth")
        return True

    def outcome(self, verb, where, run):
        """What the verb gives, without what differs from run to run."""
        if verb == "pack":
            made = where / "corpus-2/SHA256SUMS"
            return [run.returncode, made.read_text() if made.exists() else None]
        if verb.startswith("record"):
            return [run.returncode, sum(1 for _ in where.glob("recordings/*/audio/*.wav"))]
        if verb == "import":
            return [run.returncode, sum(1 for _ in where.glob("recordings/*/audio/*.wav"))]
        return [run.returncode, run.stdout]


def plant(kind, at, private):
    """Puts something at a path in place of what is there, and returns whether the place can hold it."""
    was_folder = at.is_dir() and not at.is_symlink()
    if was_folder:
        moved = private.parent / "moved"
        shutil.move(at, moved)
    elif at.exists():
        # What the link leads to is as good as what was there, so that only the link can be the reason to refuse it.
        private.write_bytes(at.read_bytes() + (PRIVATE.encode() if at.suffix in (".txt", ".tsv") else b""))
        at.unlink()
    if not at.parent.is_dir():
        return False
    if kind == "link":
        at.symlink_to(private.parent / "moved" if was_folder else private)
    elif kind == "endless":
        at.symlink_to("/dev/zero")
    elif kind == "pipe":
        os.mkfifo(at)
    else:
        at.mkdir()
    return True


def digest(path):
    if path.is_dir():
        return sorted((str(p.relative_to(path)), digest(p)) for p in path.rglob("*") if p.is_file())
    return hashlib.sha256(path.read_bytes()).hexdigest()


def planted(world, case):
    verb, place, kind = case
    # The folder of recordings is named on the command line, its neighbour and the home are the user's own: their links count.
    if kind == "link" and (place in ("recordings", "receipts") or place.startswith("home")):
        return None
    where = world.fresh()
    away = where.parent / f"{where.name}-private"
    away.mkdir()
    private = away / "diary.txt"
    private.write_text(PRIVATE)
    try:
        if not plant(kind, where / place, private):
            return None
        before = digest(away)
        words = PRIVATE in private.read_text(errors="replace")
        run = world.run(where, world.verbs[verb])
        told = f"{verb}: {kind} at {place}: exit {run.returncode}\n{run.stderr[-600:]}"
        if run.returncode not in DOCUMENTED or "panicked" in run.stderr:
            return told
        if digest(away) != before:
            return f"{told}\nwhat the link leads to was changed"
        named = place in ("policy.toml", "heard.jsonl", "sheet/en-US.tsv", "sheet/sheet.toml")
        if words and kind == "link" and not named:
            spread = [str(p) for p in where.rglob("*") if p.is_file() and not p.is_symlink()
                      and PRIVATE.encode() in p.read_bytes()]
            if spread or PRIVATE in run.stdout:
                return f"{told}\nthe private words are now in {spread or 'its output'}"
        return None
    finally:
        shutil.rmtree(where)
        shutil.rmtree(away)


def failing(world, outcomes, case):
    verb, place, calls, error = case
    where = world.fresh()
    try:
        run = world.run(where, world.verbs[verb],
                        ["strace", "-f", "-qq", "-o", "/dev/null", "-P", str(where / place), "-e", f"trace={FAILING[calls]}",
                         "-e", f"inject={FAILING[calls]}:error={error}"])
        told = f"{verb}: {calls} of {place} fails with {error}: exit {run.returncode}\n{run.stderr[-600:]}"
        if run.returncode not in DOCUMENTED or "panicked" in run.stderr:
            return told
        if world.outcome(verb, where, run) == outcomes[verb]:
            return None
        if run.returncode == 0:
            return f"{told}\nanother outcome, and nobody is told"
        if place.split("/")[-1] not in run.stderr + run.stdout:
            return f"{told}\nthe place is not named"
        return None
    finally:
        shutil.rmtree(where)


def main():
    booth, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    share = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    world = World(booth, work)
    plants, fails, outcomes = [], [], {}
    for verb in world.verbs:
        places, outcomes[verb] = world.places(verb)
        if len(places) < 2:
            sys.exit(f"FAILED: {verb} has only {places} to do with; strace saw nothing")
        plants += [(verb, place, kind) for place in places for kind in ("link", "endless", "pipe", "folder")]
        # A program that can't look at its own folder of outcomes is told so by the faults of writing.
        reading = verb in ("status", "check", "rejudge", "files", "pack", "verify", "hypotheses", "prompts")
        fails += [(verb, place, calls, error) for place in places for calls in FAILING for error in ERRORS if reading]
    counts = {"planted": len(plants), "failing": len(fails)}
    chance = random.Random(11)
    chosen = [[case for case in cases if chance.random() < share] for cases in (plants, fails)]
    with ThreadPoolExecutor(2) as pool:
        problems = list(pool.map(lambda case: planted(world, case), chosen[0]))
        problems += list(pool.map(lambda case: failing(world, outcomes, case), chosen[1]))
    problems = [problem for problem in problems if problem]
    for problem in problems[:40]:
        print(problem, "\n", file=sys.stderr)
    if problems:
        by_verb = Counter(problem.split(":")[0] for problem in problems)
        sys.exit(f"FAILED: planted: {len(problems)} of {sum(map(len, chosen))} cases: {dict(by_verb)}")
    print(f"planted: {len(chosen[0])} of {counts['planted']} planted, {len(chosen[1])} of {counts['failing']} failing: "
          "none followed, none waited for, none passed over in silence")


if __name__ == "__main__":
    main()
