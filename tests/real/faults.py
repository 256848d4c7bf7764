"""Makes every write, fsync, rename and mkdir of a run fail in turn, and looks at what is left.

usage: faults.py BOOTH WORK [record|import|pack ...]

The program is run under strace with one system call of one index failing, once with EIO and once with ENOSPC; a pack is
also killed at each. After each run: a clear error and a documented exit code (or success, when the failure was
harmless), nothing that had been accepted is gone, and the next run, undisturbed, completes the job and leaves no
left-overs. Whatever a pack meets, the lock has the speakers of the corpus once the next one has looked at it, and without
a corpus it has nobody.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CALLS = ["write", "fsync", "fdatasync", "syncfs", "rename", "renameat2", "mkdir", "ftruncate"]
ALLOWED = {0, 1, 3, 4, 5}


def main():
    booth, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    jobs = sys.argv[3:] or ["record", "import", "pack"]
    total = 0
    for job in jobs:
        total += Job(booth, work, job).run()
    print(f"faults: {total} failing system calls, nothing accepted lost, every next run recovered")


class Job:
    def __init__(self, booth, work, name):
        self.booth, self.name = booth, name
        self.base = work / f"{name}-base"
        self.work = work
        self.base.mkdir(parents=True)
        self.speech = work / "speech"
        if name == "pack":
            self.call(self.base, self.record_args())

    def record_args(self):
        return ["record", str(self.work / "sheet"), "--locale", "en-US", "--into", "recordings", "--speaker", "anna1",
                "--device", f"file:{self.speech}", "--file-speed", "100", "--yes", "--auto", "--room-check", "0.5",
                "--attempts", "1"]

    def args(self):
        if self.name == "record":
            return self.record_args()
        if self.name == "import":
            return ["import", "--layout", "pairs", str(self.work / "pairs"), "--into", "recordings", "--locale", "en-US",
                    "--speaker", "anna1", "--consent-statement", "a test", "--threads", "1"]
        return ["pack", "recordings", "--out", "corpus", "--min-verdict", "reject", "--threads", "1"]

    def call(self, where, args, strace=()):
        return subprocess.run([*strace, self.booth, *args], cwd=where, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=120)

    def counts(self):
        """How often each call is made by the thread that makes it most, since strace counts by thread."""
        where = self.fresh("count")
        log = self.work / f"{self.name}.log"
        run = self.call(where, self.args(), ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={','.join(CALLS)}"])
        assert run.returncode == 0, run.stderr
        counts = {}
        for line in log.read_text(errors="replace").splitlines():
            match = re.match(r"(\d+) +(\w+)\(", line)
            if match:
                key = (match[2], match[1])
                counts[key] = counts.get(key, 0) + 1
        most = {}
        for (call, _), count in counts.items():
            most[call] = max(most.get(call, 0), count)
        self.whole = self.state(where)
        return most

    def fresh(self, name):
        where = self.work / f"{self.name}-{name}"
        shutil.rmtree(where, ignore_errors=True)
        shutil.copytree(self.base, where)
        return where

    def run(self):
        cases = [(call, k, error) for call, count in sorted(self.counts().items()) for k in range(1, count + 1)
                 for error in ("EIO", "ENOSPC", *(["KILL"] if self.name == "pack" else []))]
        with ThreadPoolExecutor(2) as pool:
            outcomes = list(pool.map(self.case, cases))
        problems = [outcome for outcome in outcomes if isinstance(outcome, str)]
        if problems:
            sys.exit(f"FAILED: {self.name}: {len(problems)} of {len(cases)} cases, the first: {problems[0]}")
        # A failing write to the screen is no failure; most others must be one, else nothing was injected.
        told = sum(outcomes)
        if told < len(cases) // 3:
            sys.exit(f"FAILED: {self.name}: only {told} of {len(cases)} failing calls had an effect")
        print(f"faults: {self.name}: {len(cases)} cases, {told} ended with an error that says so")
        return len(cases)

    def case(self, case):
        call, k, error = case
        name = f"{call}-{k}-{error}"
        where = self.fresh(name)
        log = self.work / f"{self.name}-{name}.strace"
        effect = "signal=SIGKILL" if error == "KILL" else f"error={error}"
        run = self.call(where, self.args(), ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call}", "-e",
                                             f"inject={call}:{effect}:when={k}"])
        killed = error == "KILL" and run.returncode in (-9, 137)
        if "panicked" in run.stderr or run.returncode not in ALLOWED and not killed:
            return f"{name}: exit code {run.returncode}\n{run.stderr}"
        if run.returncode != 0 and "error:" not in run.stderr and "write" != call and not killed:
            return f"{name}: exit code {run.returncode} without a word\n{run.stderr}"
        accepted = self.accepted(where)
        missing = self.missing(where, accepted)
        if missing:
            return f"{name}: accepted and gone: {missing}\n{run.stderr}"
        if self.name == "pack":
            # A dry run, which settles nothing, sees whom the corpora have placed.
            plan = self.call(where, ["other" if arg == "corpus" else arg for arg in self.args()] + ["--dry-run", "--json"])
            placed = json.loads(plan.stdout.splitlines()[0])["placed"]
            if bool(placed) == (where / "corpus").is_dir():
                return f"{name}: placed anew: {placed}, though the corpus is there or is not\n{run.stderr}"
        again = self.call(where, self.args())
        if again.returncode not in (0, 5) or (again.returncode == 5 and run.returncode != 0 and self.name != "pack"):
            return f"{name}: the next run gives {again.returncode}\n{again.stderr}\nafter\n{run.stderr}"
        missing = self.missing(where, accepted)
        if missing:
            return f"{name}: the next run lost {missing}"
        left = [str(p.relative_to(where)) for p in where.rglob("*") if ".partial" in p.name or p.name.startswith(".splits.lock.")]
        if left:
            return f"{name}: left over: {left}"
        if self.state(where) != self.whole:
            return f"{name}: the job is not complete after the next run: {self.state(where)} in place of {self.whole}"
        shutil.rmtree(where)
        log.unlink()
        return run.returncode != 0

    def journals(self, where):
        for path in sorted(where.glob("recordings/*/takes.jsonl")):
            takes = {}
            for line in path.read_bytes().split(b"\n"):
                try:
                    entry = json.loads(line)
                except ValueError:
                    continue
                if entry.get("event") == "take":
                    takes[(entry["prompt"], entry["take"])] = entry
                elif entry.get("event") == "kept":
                    yield path.parent, takes[(entry["prompt"], entry["take"])]

    def accepted(self, where):
        return {(str(s.relative_to(where)), t["file"], t["sha256"]) for s, t in self.journals(where)}

    def missing(self, where, accepted):
        gone = []
        for session, file, digest in accepted:
            path = where / session / file
            if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                gone.append(str(path))
        return gone

    def state(self, where):
        """What the finished job must look like, whatever happened before."""
        if self.name == "pack":
            verify = self.call(where, ["verify", "corpus"])
            lock, copy = (where / "recordings/splits.lock").read_bytes(), (where / "corpus/splits.lock").read_bytes()
            return [verify.returncode, lock == copy, hashlib.sha256((where / "corpus/catalogue.jsonl").read_bytes()).hexdigest()]
        kept = sorted({t["prompt"] for _, t in self.journals(where)})
        status = self.call(where, ["status", "recordings", "--deep"])
        return [status.returncode, kept]


if __name__ == "__main__":
    main()
