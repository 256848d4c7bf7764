"""Replays losses of power: every state that the disk may be in when it goes, after each call of a verb that changes it.

usage: power.py BOOTH WORK [SHARE]

Each verb is run once under strace. From its calls a model of the file system is built that knows what was made durable (fsync
of a file: its bytes; fsync of a folder: the names in it; syncfs: everything) and what only seems to be there. After each call
the power goes in three ways: `synced`, only what was made durable is there; `names`, all names are there and the bytes that
were synced; `zeros`, names and lengths are there and what was not synced is zeros. A rename is on the disk as a whole or not.
SHARE is the part of the states that is tried (1 for all), chosen by a fixed seed.

Oracles. What the program had said to be kept (a `kept` line that an fsync made durable, a corpus or transcripts once it ended)
is there, byte by byte. A corpus or session that has its name is whole. The next run of the verb ends well, completes the job,
and nothing hidden, and no receipt of a session that there is not, is left.
"""

import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CALLS = ["open", "openat", "creat", "close", "write", "pwrite64", "writev", "lseek", "ftruncate", "fsync", "fdatasync", "syncfs",
         "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir", "mkdirat", "link", "linkat", "execve"]
# None of these is used on files that last; a test that does not know them must not pass when they are.
UNKNOWN = ["truncate", "fallocate", "copy_file_range", "sendfile", "splice", "pwritev", "pwritev2", "symlink", "symlinkat", "dup",
           "dup2", "dup3"]
MODELS = ("synced", "names", "zeros")
PATIENCE = 60


class File:
    def __init__(self, data=b""):
        self.data, self.synced = bytearray(data), bytes(data)

    def left(self, model):
        if model == "zeros":
            return self.synced[:len(self.data)] + bytes(max(0, len(self.data) - len(self.synced)))
        return self.synced


class Folder:
    def __init__(self):
        self.names, self.durable = {}, {}


class Disk:
    """The file system below one folder, as a verb makes it, and as it would be after the power went."""

    def __init__(self, root):
        self.root = str(root)
        self.top = Folder()
        self.open = {}
        self.renames = []
        for path in sorted(Path(root).rglob("*")):
            folder, name = self.place(str(path))
            folder.names[name] = Folder() if path.is_dir() else File(path.read_bytes())
        self.sync_all(self.top)

    def place(self, path):
        """The folder and the name in it; nothing for what lies elsewhere."""
        path = os.path.normpath(path)
        if not path.startswith(self.root + "/"):
            return None
        *parents, name = path[len(self.root) + 1:].split("/")
        folder = self.top
        for parent in parents:
            folder = folder.names[parent]
        return folder, name

    def node(self, path):
        if os.path.normpath(path) == self.root:
            return self.top
        place = self.place(path)
        return place and place[0].names.get(place[1])

    def sync_all(self, node):
        if isinstance(node, File):
            node.synced = bytes(node.data)
            return
        node.durable = dict(node.names)
        for child in node.names.values():
            self.sync_all(child)

    def sync_folder(self, folder):
        folder.durable = dict(folder.names)
        for rename in list(self.renames):
            (source, old), (target, new), node = rename
            if folder in (source, target):
                if source.durable.get(old) is node and source.names.get(old) is not node:
                    del source.durable[old]
                if target.names.get(new) is node:
                    target.durable[new] = node
                self.renames.remove(rename)

    def call(self, name, line, result):
        """Takes a call that succeeded into account; returns whether it changed anything."""
        strings = [text(one) for one in re.findall(r'"((?:\\x..)*)"', line)]
        folders = [text(one) for one in re.findall(r"<([^<>]*)>", line)]

        def path(at):
            base = folders[at] if at < len(folders) and "at(" in line or name == "renameat2" else self.root
            return os.path.join(base, strings[at])

        if name in ("open", "openat", "creat"):
            number = int(re.match(r"\d+", result).group())
            whole = path(0)
            node = self.node(whole)
            if node is None and "O_CREAT" in line and self.place(whole):
                folder, last = self.place(whole)
                node = folder.names[last] = File()
            self.open.pop(number, None)
            if node is not None:
                self.open[number] = [node, 0, "O_APPEND" in line]
            if node is not None and "O_TRUNC" in line:
                del node.data[:]
            return node is not None and ("O_CREAT" in line or "O_TRUNC" in line)
        if name in ("rename", "renameat", "renameat2"):
            source, target = self.place(path(0)), self.place(path(1))
            if source is None or target is None:
                return False
            node = source[0].names.pop(source[1])
            target[0].names[target[1]] = node
            self.renames.append((source, target, node))
            return True
        if name in ("unlink", "unlinkat", "rmdir"):
            place = self.place(path(0))
            if place is not None:
                del place[0].names[place[1]]
            return place is not None
        if name in ("mkdir", "mkdirat"):
            place = self.place(path(0))
            if place is not None:
                place[0].names[place[1]] = Folder()
            return place is not None
        if name in ("link", "linkat"):
            source, target = self.node(path(0)), self.place(path(1))
            if source is not None and target is not None:
                target[0].names[target[1]] = source
            return target is not None
        number = int(re.match(r"\w+\((\d+)", line).group(1))
        if name == "close":
            self.open.pop(number, None)
            return False
        if name == "syncfs":
            self.sync_all(self.top)
            self.renames.clear()
            return True
        if number not in self.open:
            return False
        handle = self.open[number]
        node = handle[0]
        if name in ("fsync", "fdatasync"):
            if isinstance(node, Folder):
                self.sync_folder(node)
            else:
                node.synced = bytes(node.data)
            return True
        if name == "lseek":
            handle[1] = int(result.split()[0])
            return False
        if name == "ftruncate":
            length = int(line.rsplit(",", 1)[1].split(")")[0])
            del node.data[length:]
            node.data.extend(bytes(length - len(node.data)))
            return True
        written = int(result.split()[0])
        data = b"".join(raw(one) for one in re.findall(r'"((?:\\x..)*)"', line))[:written]
        assert len(data) == written, line[:200]
        at = handle[1]
        if handle[2]:
            at = len(node.data)
        if name == "pwrite64":
            at = int(line.rsplit(",", 1)[1].split(")")[0])
        else:
            handle[1] = at + written
        node.data.extend(bytes(max(0, at - len(node.data))))
        node.data[at:at + written] = data
        return True

    def left(self, model, folder=None, below=""):
        """What would be there: path to bytes, None for a folder."""
        folder = folder or self.top
        found = {}
        for name, node in (folder.durable if model == "synced" else folder.names).items():
            if isinstance(node, Folder):
                found[f"{below}{name}"] = None
                found.update(self.left(model, node, f"{below}{name}/"))
            else:
                found[f"{below}{name}"] = bytes(node.left(model))
        return found


def raw(escaped):
    return bytes.fromhex(escaped.replace("\\x", ""))


def text(escaped):
    return os.fsdecode(raw(escaped)) if escaped.startswith("\\x") else escaped


def calls(log):
    """The calls of the program itself, in the order in which they were done: name, line, result."""
    begun, lines, others, first = {}, [], set(), None
    for line in log.read_text(errors="replace").splitlines():
        pid, rest = line.split(None, 1)
        first = first or pid
        if rest.endswith("<unfinished ...>"):
            begun[pid] = rest[:-len("<unfinished ...>")].rstrip()
            continue
        resumed = re.match(r"<\.\.\. \w+ resumed>(.*)", rest)
        if resumed:
            rest = begun.pop(pid, "") + resumed.group(1)
        call = re.match(r"(\w+)\(", rest)
        if not call:
            continue
        if call.group(1) == "execve" and pid != first:
            others.add(pid)
        lines.append((pid, call.group(1), rest))
    for pid, name, rest in lines:
        if pid in others or name == "execve":
            continue
        rest, _, result = rest.rpartition(" = ")
        if result.startswith(("-", "?")):
            continue
        yield name, rest, result


def promised(journal):
    """What a journal says to be kept: file to digest."""
    takes, kept = {}, {}
    for line in journal.split(b"\n"):
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if entry.get("event") == "take":
            takes[entry["prompt"], entry["take"]] = (entry["file"], entry["sha256"])
        elif entry.get("event") == "kept":
            file, sha256 = takes[entry["prompt"], entry["take"]]
            kept[file] = sha256
    return kept


class Verb:
    """A verb, and the world that it is run in."""

    def __init__(self, booth, work, name):
        self.booth, self.work, self.name = booth, work, name
        self.base = work / f"{name}-base"
        self.base.mkdir()
        for folder in ("sheet", "speech", "pairs"):
            shutil.copytree(work / folder, self.base / folder)
        (self.base / "words.sh").write_text("echo some words\n")
        # Another voice: the same words upside down.
        (self.base / "speech-2").mkdir()
        for spoken in (work / "speech").iterdir():
            head, samples = spoken.read_bytes()[:44], spoken.read_bytes()[44:]
            (self.base / "speech-2" / spoken.name).write_bytes(head + bytes(byte ^ 0xff for byte in samples))
        record = ["record", "sheet", "--locale", "en-US", "--file-speed", "200", "--yes", "--auto",
                  "--room-check", "0", "--attempts", "1", "--threads", "1", "--into", "recordings", "--speaker"]
        self.args = {
            "record": [*record, "anna1", "--device", "file:speech"],
            "import": ["import", "--layout", "pairs", "pairs", "--into", "recordings", "--locale", "en-US", "--speaker", "bert2",
                       "--consent-statement", "a test", "--threads", "1"],
            "transcribe": ["transcribe", "recordings", "--asr-command", "sh words.sh {wav}", "--recogniser", "one", "--threads",
                           "1"],
            "pack": ["pack", "recordings", "--out", "corpus", "--min-verdict", "reject", "--threads", "1"],
        }[name]
        self.state = "state"
        if name in ("transcribe", "pack"):
            for speaker, folder in (("anna1", "speech"), ("carl3", "speech-2")):
                self.expect(self.base, [*record, speaker, "--device", f"file:{folder}"], 0)

    def run(self, where, args, strace=()):
        env = {"PATH": os.environ["PATH"], "HOME": str(where / "home"), "COLUMNS": "100", "TMPDIR": str(self.work),
               "BOOTH_STATE": str(where / self.state)}
        return subprocess.run([*strace, self.booth, *args], cwd=where, env=env, stdin=subprocess.DEVNULL, text=True,
                              capture_output=True, timeout=PATIENCE)

    def expect(self, where, args, *codes):
        run = self.run(where, args)
        if run.returncode not in codes or "panicked" in run.stderr:
            raise Fault(f"{' '.join(args[:2])}: exit {run.returncode}\n{run.stderr[-800:]}")
        return run

    def states(self):
        """All states after a loss of power, without those that are alike: when, how, files, what was promised by then."""
        where, log = self.work / f"{self.name}-traced", self.work / f"{self.name}.log"
        shutil.copytree(self.base, where)
        disk = Disk(where)
        run = self.run(where, self.args, ["strace", "-f", "-qq", "-y", "-xx", "-s", "100000000", "-o", str(log), "-e",
                                          "trace=" + ",".join(f"?{one}" for one in CALLS + UNKNOWN)])
        if run.returncode != 0:
            sys.exit(f"FAILED: {self.name}: exit {run.returncode} in peace\n{run.stderr}")
        kept, seen, step, found = {}, set(), 0, []
        for name, line, result in calls(log):
            if name in UNKNOWN:
                # A copy of stdout, or a pipe to a recogniser, is no file that lasts.
                if str(where).encode().hex() in line.replace("\\x", ""):
                    sys.exit(f"FAILED: {self.name}: {name} is not known to the model: {line[:200]}")
                continue
            if not disk.call(name, line, result):
                continue
            step += 1
            if name in ("fsync", "fdatasync", "syncfs"):
                kept = self.kept(disk) or kept
            for model in MODELS:
                files = disk.left(model)
                digest = hashlib.sha256(repr(sorted(files.items(), key=str)).encode()).hexdigest() + str(sorted(kept))
                if digest not in seen:
                    seen.add(digest)
                    found.append((f"{self.name}: call {step} ({name}), {model}", files, dict(kept)))
        # The model has to end where the program did.
        there = {str(path.relative_to(where)): None if path.is_dir() else path.read_bytes() for path in where.rglob("*")}
        ended = {path: None if node is None else bytes(node) for path, node in self.now(disk.top).items()}
        if there != ended:
            other = sorted(path for path in there.keys() | ended.keys() if there.get(path, 0) != ended.get(path, 0))
            sys.exit(f"FAILED: {self.name}: the model differs from the disk: {other}")
        whole = {path: data for path, data in ended.items() if self.lasts(path)}
        found.append((f"{self.name}: ended", disk.left("synced"), {**kept, **whole}))
        shutil.rmtree(where)
        return found

    def now(self, folder, below=""):
        found = {}
        for name, node in folder.names.items():
            found[f"{below}{name}"] = None if isinstance(node, Folder) else node.data
            if isinstance(node, Folder):
                found.update(self.now(node, f"{below}{name}/"))
        return found

    def lasts(self, path):
        """What must be there, as it is, once the verb has ended."""
        return path.startswith("corpus/") or path.endswith(("splits.lock", "transcripts.jsonl", "session.json"))

    def kept(self, disk):
        """The takes that the journals, as far as they were synced, say to be kept."""
        found = {}
        recordings = disk.top.names.get("recordings", Folder())
        for session, node in recordings.names.items():
            journal = isinstance(node, Folder) and not session.startswith(".") and node.names.get("takes.jsonl")
            for file, sha256 in (promised(journal.synced) if journal else {}).items():
                found[f"recordings/{session}/{file}"] = sha256
        return found

    def hold(self, where, kept, when):
        for path, what in kept.items():
            whole = where / path
            if what is None:
                good = whole.is_dir()
            elif isinstance(what, bytes):
                good = whole.is_file() and (whole.read_bytes() == what or self.grown(path, whole.read_bytes(), what))
            else:
                good = whole.is_file() and hashlib.sha256(whole.read_bytes()).hexdigest() == what
            if not good:
                raise Fault(f"{when}: {path} is not what was kept")
        for session in where.glob("recordings/[!.]*/takes.jsonl"):
            for file in promised(session.read_bytes()):
                if not (session.parent / file).is_file():
                    raise Fault(f"{when}: the journal of {session.parent.name} keeps {file}, and it is not there")

    def grown(self, path, now, then):
        return path.endswith("transcripts.jsonl") and now.startswith(then)

    def replay(self, case):
        number, (when, files, kept) = case
        where = self.work / f"{self.name}-{number}"
        where.mkdir()
        try:
            for path, data in files.items():
                if data is None:
                    (where / path).mkdir(parents=True, exist_ok=True)
            for path, data in files.items():
                if data is not None:
                    (where / path).write_bytes(data)
            self.hold(where, kept, "after the loss")
            if (where / "corpus").exists():
                self.expect(where, ["verify", "corpus"], 0)
            self.expect(where, ["status", "recordings"], *((0, 1, 3) if (where / "recordings").exists() else (3,)))
            self.expect(where, self.args, *((5,) if (where / "corpus").exists() else (0,)))
            self.hold(where, kept, "after the next run")
            self.whole(where)
            return None
        except (Fault, subprocess.TimeoutExpired) as fault:
            return f"{when}: {fault}"
        finally:
            shutil.rmtree(where)

    def whole(self, where):
        """What holds once the verb was run again in peace."""
        takes = [path for path in where.glob("recordings/*/audio/*.wav")]
        texts = (where / "sheet/en-US.tsv").read_text().count("\n") - 1
        wanted = texts * (2 if self.name in ("transcribe", "pack") else 1)
        if len(takes) < wanted:
            raise Fault(f"{len(takes)} takes of {wanted}")
        hidden = [str(path.relative_to(where)) for path in where.rglob("*")
                  if path.name.startswith(".") and path.name != ".booth.lock" or path.name.endswith(".partial")]
        if hidden:
            raise Fault(f"left behind: {hidden}")
        told = "".join(path.read_text() for path in where.glob("recordings/*/session.json"))
        for receipt in where.glob("receipts/*"):
            if not any(part in told for part in re.findall(r"r[a-z0-9]{24}", receipt.name + receipt.read_text())):
                raise Fault(f"{receipt.name} is the receipt of no session")
        self.expect(where, ["status", "recordings", "--deep"], 0, 1)
        rows = [json.loads(line) for line in self.run(where, ["status", "recordings", "--deep", "--json"]).stdout.splitlines()]
        faults = [fault for row in rows for fault in (row.get("faults") or []) if fault["severity"] == "reject"]
        faults += [row for row in rows if row["type"] == "unreadable"]
        if faults:
            raise Fault(f"faults: {faults}")
        if self.name == "transcribe":
            heard = sum(path.read_text().count("\n") for path in where.glob("recordings/*/transcripts.jsonl"))
            if heard < wanted:
                raise Fault(f"{heard} transcripts of {wanted}")
        if self.name == "pack":
            self.expect(where, ["verify", "corpus"], 0)


class Fault(Exception):
    pass


def main():
    booth, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve() / "power"
    share = float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
    names = sys.argv[4:] or ["record", "import", "transcribe", "pack"]
    work.mkdir()
    for folder in ("sheet", "speech", "pairs"):
        shutil.copytree(work.parent / folder, work / folder)
    chance, problems, tried, states = random.Random(11), [], 0, 0
    for name in names:
        verb = Verb(booth, work, name)
        found = verb.states()
        states += len(found)
        chosen = [case for case in enumerate(found) if chance.random() < share]
        tried += len(chosen)
        with ThreadPoolExecutor(2) as pool:
            problems += [problem for problem in pool.map(verb.replay, chosen) if problem]
    for problem in problems[:40]:
        print(problem, "\n", file=sys.stderr)
    if problems:
        sys.exit(f"FAILED: power: {len(problems)} of {tried} states")
    print(f"power: {tried} of {states} states of the disk after a loss: nothing kept was lost, and each next run completed the job")


if __name__ == "__main__":
    main()
