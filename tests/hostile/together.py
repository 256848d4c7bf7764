"""Runs two verbs at once on one folder of recordings, half of the time with one of them killed.

usage: together.py BOOTH WORK [SHARE [ROUNDS]]

Every verb meets every other and itself, and is killed alone, at moments that a fixed seed chooses, ROUNDS times. SHARE is the
part of the rounds that is run.

Oracles. Each run that is not killed ends in time with a documented exit code: it does its work, or says that the folder is in
use. Whatever a journal says to be kept before and after is there, byte by byte. No speaker is in two splits of the corpora
that were made, and each of them verifies. Afterwards everything can be done as if nothing had been: the next runs end well,
and leave nothing hidden.
"""

import hashlib
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from power import Fault, promised

# Done; findings; unreadable or failed, e.g. for a file that was there a moment ago; in use or there already; interrupted.
DOCUMENTED = {0, 1, 3, 5, 130}
KILLED = -signal.SIGKILL
PATIENCE = 60


class World:
    def __init__(self, booth, work):
        self.booth, self.work, self.base = booth, work, work / "base"
        self.base.mkdir(parents=True)
        for name in ("sheet", "speech", "pairs"):
            shutil.copytree(work.parent / name, self.base / name)
        (self.base / "words.sh").write_text("echo some words\n")
        for number, name in itertools.product((1, 2, 3, 4), ("speech", "pairs")):
            self.voice(name, number)
        self.record = ["record", "sheet", "--locale", "en-US", "--file-speed", "200", "--yes", "--auto", "--room-check", "0",
                       "--attempts", "1", "--threads", "1", "--into", "recordings"]
        self.verbs = {
            "record": [*self.record, "--speaker", "dora4", "--device", "file:speech-4"],
            "record again": [*self.record, "--speaker", "anna1", "--device", "file:speech-1"],
            "import": self.imported("emil5", "pairs-3"),
            "transcribe": ["transcribe", "recordings", "--again", "--asr-command", "sh words.sh {wav}", "--recogniser", "one"],
            "check": ["check", "recordings", "--json"],
            "status": ["status", "recordings", "--deep"],
            "pack": ["pack", "recordings", "--out", "corpus-a", "--min-verdict", "reject"],
            "pack again": ["pack", "recordings", "--out", "corpus-b", "--min-verdict", "reject"],
        }
        for args in ([*self.record, "--speaker", "anna1", "--device", "file:speech-1"],
                     [*self.record, "--speaker", "carl3", "--device", "file:speech-2"], self.imported("bert2", "pairs-1")):
            run = self.run(self.base, args)
            if run.returncode != 0:
                sys.exit(f"FAILED: {args}: {run.returncode}\n{run.stderr}")
        self.before = kept(self.base)

    def voice(self, name, number):
        """The words of another: a little shorter, so that no two recordings have the same bytes."""
        to = self.base / f"{name}-{number}"
        shutil.copytree(self.base / name, to)
        for wav in to.glob("*.wav"):
            data = wav.read_bytes()
            samples = data[44:-400 * number]
            wav.write_bytes(data[:4] + (36 + len(samples)).to_bytes(4, "little") + data[8:40]
                            + len(samples).to_bytes(4, "little") + samples)

    def imported(self, speaker, folder):
        return ["import", "--layout", "pairs", folder, "--into", "recordings", "--locale", "en-US", "--speaker", speaker,
                "--consent-statement", "a test"]

    def start(self, where, args):
        env = {"PATH": os.environ["PATH"], "HOME": str(where / "home"), "COLUMNS": "100", "TMPDIR": str(self.work)}
        return subprocess.Popen([self.booth, *args], cwd=where, env=env, stdin=subprocess.DEVNULL, text=True, errors="replace",
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)

    def run(self, where, args):
        child = self.start(where, args)
        return end(child, args)

    def round(self, case):
        number, (one, other), delay, kill = case
        where = self.work / f"round-{number}"
        shutil.copytree(self.base, where)
        try:
            started = [(one, self.start(where, self.verbs[one]))]
            if other is not None:
                time.sleep(delay)
                started.append((other, self.start(where, self.verbs[other])))
            if kill is not None:
                time.sleep(kill)
                started[number % len(started)][1].kill()
            for name, child in started:
                run = end(child, name)
                allowed = DOCUMENTED | ({KILLED} if kill is not None else set())
                if run.returncode not in allowed or "panicked" in run.stderr:
                    raise Fault(f"{name}: exit {run.returncode}\n{run.stderr[-800:]}")
            self.hold(where)
            self.afterwards(where)
            return None
        except Fault as fault:
            return f"{one} and {other}, {delay:.3f} s apart, killed after {kill}: {fault}"
        finally:
            shutil.rmtree(where)

    def hold(self, where):
        for path, sha256 in {**self.before, **kept(where)}.items():
            if not (where / path).is_file() or hashlib.sha256((where / path).read_bytes()).hexdigest() != sha256:
                raise Fault(f"{path} is not what was kept")

    def afterwards(self, where):
        for name in ("record", "record again", "import", "transcribe"):
            run = self.run(where, self.verbs[name])
            if run.returncode != 0:
                raise Fault(f"afterwards, {name}: exit {run.returncode}\n{run.stderr[-800:]}")
        for corpus in ("corpus-a", "corpus-b", "corpus-c"):
            # One that is there is refused, and the lock of who was killed behind it goes.
            wanted = 5 if (where / corpus).exists() else 0
            run = self.run(where, ["pack", "recordings", "--out", corpus, "--min-verdict", "reject"])
            if run.returncode != wanted:
                raise Fault(f"afterwards, pack {corpus}: exit {run.returncode}\n{run.stderr[-800:]}")
            run = self.run(where, ["verify", corpus])
            if run.returncode != 0:
                raise Fault(f"{corpus} does not verify\n{run.stderr[-800:]}")
        placed = {}
        for catalogue in where.glob("corpus-*/catalogue.jsonl"):
            for row in map(json.loads, catalogue.read_text().splitlines()):
                placed.setdefault(row["speaker"], set()).add(row["split"])
        moved = {speaker: splits for speaker, splits in placed.items() if len(splits) > 1}
        if moved or set(placed) != {"anna1", "bert2", "carl3", "dora4", "emil5"}:
            raise Fault(f"speakers and splits: {placed}")
        self.hold(where)
        hidden = [str(path.relative_to(where)) for path in where.rglob("*")
                  if path.name.startswith(".") and path.name != ".booth.lock" and ".local" not in path.parts
                  or path.name.endswith(".partial")]
        if hidden:
            raise Fault(f"left behind: {hidden}")


def end(child, what):
    try:
        _, err = child.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        raise Fault(f"{what} does not end") from None
    return subprocess.CompletedProcess(what, child.returncode, "", err)


def kept(where):
    found = {}
    for journal in where.glob("recordings/[!.]*/takes.jsonl"):
        for file, sha256 in promised(journal.read_bytes()).items():
            found[f"recordings/{journal.parent.name}/{file}"] = sha256
    return found


def main():
    booth, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve() / "together"
    share = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    world = World(booth, work)
    chance = random.Random(11)
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    pairs = [*itertools.combinations_with_replacement(world.verbs, 2), *((verb, None) for verb in world.verbs)]
    cases = [(number, pair, chance.uniform(0, 0.15), chance.uniform(0, 0.3) if kill or pair[1] is None else None)
             for number, (pair, kill) in enumerate((pair, turn % 2) for turn in range(rounds) for pair in pairs)]
    chosen = [case for case in cases if chance.random() < share]
    with ThreadPoolExecutor(2) as pool:
        problems = [problem for problem in pool.map(world.round, chosen) if problem]
    for problem in problems[:40]:
        print(problem, "\n", file=sys.stderr)
    if problems:
        sys.exit(f"FAILED: together: {len(problems)} of {len(chosen)} rounds")
    killed = sum(case[3] is not None for case in chosen)
    print(f"together: {len(chosen)} of {len(cases)} rounds, {killed} of them with a verb killed: nothing was lost, no speaker "
          "moved, and all could be done afterwards")


if __name__ == "__main__":
    main()
