"""without.py BOOTH WORK SHARE: file systems that lack what others have (locks, exchange-free renames, syncing a folder, modes),
as the errors of strace say: the work goes on and comes out whole, with one note where there are no locks, or is refused."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# Which calls fail, with which errors, and what has to be said once.
LACKING = [
    ("flock", ["EOPNOTSUPP", "ENOLCK", "ENOSYS", "EINVAL"], "cannot lock"),
    ("renameat2", ["EINVAL", "ENOSYS"], None),
    ("syncfs", ["ENOSYS", "EINVAL"], None),
    ("fchmod", ["EPERM", "EOPNOTSUPP"], None),
]


def run(command, where, call=None, error=None):
    prefix = []
    if call:
        prefix = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:error={error}"]
    return subprocess.run(prefix + command, cwd=where, capture_output=True, text=True, timeout=120)


def road(booth, pairs, call, error, words):
    where = Path(tempfile.mkdtemp())
    try:
        imported = [booth, "import", "--layout", "pairs", pairs, "--locale", "en-US", "--speaker", "p1",
                    "--into", "rec", "--consent-statement", "Signed forms lie in a folder."]
        packed = [booth, "pack", "rec", "--out", "corpus", "--min-verdict", "reject"]
        for command in (imported, packed):
            done = run(command, where, call, error)
            told = f"{command[1]} with {call} {error}: exit {done.returncode}\n{done.stderr[-600:]}"
            if done.returncode != 0 or "panicked" in done.stderr:
                return told
            if words and done.stderr.count(words) != 1:
                return f"{told}\n`{words}` is to be said once"
        left = [str(path) for path in where.rglob("*.held")]
        if left:
            return f"{call} {error}: {left} stayed"
        proved = run([booth, "verify", "corpus", "--quiet"], where)
        return f"{call} {error}: {proved.stdout}{proved.stderr}" if proved.returncode else None
    finally:
        shutil.rmtree(where)


def second(booth, pairs):
    """Where nothing can be locked, the file of a holder keeps others out until it is taken away."""
    where = Path(tempfile.mkdtemp())
    try:
        command = [booth, "import", "--layout", "pairs", pairs, "--locale", "en-US", "--speaker", "p1",
                   "--into", "rec", "--consent-statement", "Signed forms lie in a folder."]
        held = where / "rec/.booth.lock.held"
        held.parent.mkdir()
        held.write_text("booth record (process 7)\nunknown\n")
        for call, error in ((None, None), ("flock", "ENOLCK")):
            done = run(command, where, call, error)
            if done.returncode != 5 or str(held.relative_to(where)) not in done.stderr:
                return f"a second one was not kept out ({call}): exit {done.returncode}\n{done.stderr}"
        held.unlink()
        done = run(command, where, "flock", "ENOLCK")
        return f"exit {done.returncode}\n{done.stderr}" if done.returncode else None
    finally:
        shutil.rmtree(where)


def main():
    booth, work = str(Path(sys.argv[1]).resolve()), Path(sys.argv[2]).resolve()
    pairs = str(work / "pairs")
    roads = [(call, error, words) for call, errors, words in LACKING for error in errors]
    failed = [told for told in (road(booth, pairs, *way) for way in roads) if told]
    failed += [told for told in [second(booth, pairs)] if told]
    for told in failed:
        print(f"FAILED: {told}", file=sys.stderr)
    print(f"{len(roads)} file systems that lack something, {len(failed)} failures")
    sys.exit(bool(failed))


main()
