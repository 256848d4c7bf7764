"""Measures Booth beside the programs that people use today, and prints one table of ratios, goal by goal.

Commands of a group run in turn (A B C, A B C, ...), each into a new folder, the disk synced before each, and nothing is
deleted in between: creating files just after a removal costs up to three times more on ext4. Ratios are taken round by
round; their median and their least and greatest are what to quote, since a shared machine drifts.
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import bench_data

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = ROOT / "benches/peers"
PYTHON = ROOT / ".venv/bin/python"
BOOTH = pathlib.Path(os.environ.get("BOOTH", ROOT / "target/release/booth")).resolve()


class Stop(Exception):
    """A command that failed, told to the user as it is."""


class Run:
    """One run of a command: seconds, seconds of processor time, megabytes."""

    def __init__(self, wall, cpu, peak):
        self.wall, self.cpu, self.peak = wall, cpu, peak


class Bench:
    def __init__(self, data, rounds, quick):
        self.data, self.rounds, self.quick = data, rounds, quick
        self.out = data / "out"
        self.made = 0
        self.rows, self.details, self.notes = [], [], []

    def new_folder(self):
        self.made += 1
        return self.out / f"{self.made:04}"

    def run(self, command):
        """Runs a command with its memory and processor time measured."""
        os.sync()
        with tempfile.NamedTemporaryFile("r") as report, tempfile.TemporaryFile() as errors:
            timed = ["/usr/bin/time", "-q", "-f", "%M %U %S", "-o", report.name, *map(str, command)]
            started = time.perf_counter()
            done = subprocess.run(timed, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)
            wall = time.perf_counter() - started
            # A check that rejects takes has done its work.
            if done.returncode not in ((0, 1) if "check" in timed else (0,)):
                errors.seek(0)
                raise Stop(f"{' '.join(timed[6:])}: exit {done.returncode}\n{errors.read().decode()[-2000:]}")
            peak, user, system = report.read().split()[-3:]
        return Run(wall, float(user) + float(system), int(peak) / 1024)

    def group(self, title, commands, rounds=None):
        """Runs commands in turn; each is a function from a new folder to its arguments. Returns the runs by name."""
        runs = {name: [] for name in commands}
        for number in range(rounds or self.rounds):
            tell(f"{title}: round {number + 1}")
            for name, command in commands.items():
                runs[name].append(self.run(command(self.new_folder())))
        for name, series in runs.items():
            wall = [run.wall for run in series]
            self.details.append((
                title, name, f"{statistics.median(wall):.3f}", f"{min(wall):.3f}..{max(wall):.3f}",
                f"{statistics.median(run.cpu for run in series):.2f}", f"{max(run.peak for run in series):.1f}",
            ))
        return runs

    def row(self, goal, what, measured, target, met):
        word = {True: "yes", False: "NO", None: "-"}[met]
        self.rows.append((str(goal), what, measured, target, word))

    def ratio(self, goal, what, runs, over, under, least=None, most=None, scale=1.0):
        """Adds the ratio of two commands' times, `over` by `under`, round by round."""
        if over not in runs or under not in runs:
            return
        ratios = [scale * a.wall / b.wall for a, b in zip(runs[over], runs[under])]
        middle = statistics.median(ratios)
        target = f">= {least:g} x" if least is not None else f"<= {most:g} x"
        met = middle >= least if least is not None else middle <= most
        self.row(goal, what, f"{middle:.2f} x ({min(ratios):.2f}..{max(ratios):.2f})", target, met)

    # The commands.

    def pack(self, recordings, threads, before=()):
        path = self.data / "sessions" / recordings
        return lambda out: [*before, BOOTH, "--threads", threads, "pack", path, "--out", out, "--name", "bench",
                            "--min-verdict", "reject", "--quiet"]

    def plan(self, recordings):
        path = self.data / "sessions" / recordings
        return lambda out: [BOOTH, "pack", path, "--out", out, "--name", "bench", "--min-verdict", "reject", "--dry-run"]

    def corpus(self, recordings):
        """Packs once, untimed: something to verify and to copy."""
        folder = self.out / f"corpus-{recordings}"
        if not folder.exists():
            self.run(self.pack(recordings, 2)(folder))
        return folder

    def clips(self, name):
        return self.data / "clips" / name

    def peer(self, script, clips, *rest):
        program = [PYTHON] if script.endswith(".py") else []
        return lambda out: [*program, PEERS / script, self.clips(clips), out, *rest]

    def copy(self, mode, source, *rest):
        return lambda out: [PEERS / "copy.sh", mode, source, out, *rest]

    def can(self, *modules):
        """Says whether the environment of the peers has Python modules."""
        if not PYTHON.exists():
            return False
        return subprocess.run([PYTHON, "-c", f"import {', '.join(modules)}"], capture_output=True).returncode == 0

    def check(self, folder, threads):
        return lambda _: [BOOTH, "--threads", threads, "check", folder, "--json", "--quiet"]

    def seconds(self, name):
        """Returns how long the clips of a set are: 48 kHz, 16 bits, one channel."""
        return sum(path.stat().st_size - 44 for path in self.clips(name).rglob("*.wav")) / 96_000

    # The goals.

    def checks(self, size):
        """Goals 1 and 2: the whole default set of checks against programs that measure less."""
        clips = self.clips(size)
        commands = {"check 1t": self.check(clips, 1), "check 2t": self.check(clips, 2)}
        if self.can("soundfile", "numpy"):
            commands["python, five numbers"] = self.peer("five_numbers.py", size, 2)
        runs = self.group(f"check, {size}", commands)
        sound = self.seconds(size)
        fast = [sound / run.wall for run in runs["check 1t"]]
        middle = statistics.median(fast)
        self.row(1, "check, times real time, one thread, whole program", f"{middle:,.0f} x ({min(fast):,.0f}..{max(fast):,.0f})",
                 ">= 1,000 x", middle >= 1000)
        self.ratio(1, "check, 1 thread / 2 threads", runs, "check 1t", "check 2t", least=1.7)
        self.ratio(2, "Python soundfile + numpy, five numbers, 2 processes / check, 2 threads", runs, "python, five numbers",
                   "check 2t", least=1)
        for name, what, script, words, most, least in (
            ("tenth", "audio-data-quality-toolkit, 2 workers", "adqt_check.py", ["2"], 3, 30),
            ("tenth", "sox stats loop", "sox_stats.sh", [], None, 1.5),
            ("fiftieth", "ffmpeg astats and silencedetect loop", "ffmpeg_stats.sh", [], 3, 20),
        ):
            has = self.can("audio_qa") if script.endswith(".py") else shutil.which(script.split("_")[0])
            if has:
                runs = self.group(f"check against {what}", {
                    "check 2t": self.check(self.clips(name), 2), "peer": self.peer(script, name, *words),
                }, most and min(most, self.rounds))
                self.ratio(2, f"{what} / check, 2 threads, {len(list(self.clips(name).rglob('*.wav')))} clips", runs, "peer",
                           "check 2t", least=least)
        sizes = {"tenth": "284 clips"} if self.quick else {"tenth": "284 clips", "full": "2,830 clips", "many": "20,000 clips"}
        peaks = {}
        for name, words in sizes.items():
            tell(f"memory of check, {words}")
            peaks[name] = self.run(self.check(self.data / "sessions" / name, 2)(None)).peak
            more = f", {peaks[name] - peaks['tenth']:+.1f} MB" if name != "tenth" else ""
            self.row(9, f"peak memory of check, 2 threads, {words}", f"{peaks[name]:.1f} MB{more}", "<= 16 MB, +2 MB",
                     peaks[name] <= 16 and peaks[name] - peaks["tenth"] <= 2)

    def package(self, size):
        """Goals 4, 6, 7 and 11: the main job against the same in Python, and against copying."""
        # The sessions, since a text beside each clip would be a file more to copy.
        made, sessions = self.corpus(size) / "audio", self.data / "sessions" / size
        commands = {"booth 2t": self.pack(size, 2), "booth 1t": self.pack(size, 1)}
        commands["plan alone"] = self.plan(size)
        if self.can("soundfile", "soxr"):
            commands["python 1p"] = self.peer("soxr_package.py", size, 1)
            commands["python 2p"] = self.peer("soxr_package.py", size, 2)
            commands["python 1p, measuring"] = self.peer("soxr_package.py", size, 1, "measure")
            commands["python 2p, measuring"] = self.peer("soxr_package.py", size, 2, "measure")
        commands["cp + sha256sum"] = self.copy("copy-sha256sum", sessions)
        commands["cp + openssl"] = self.copy("copy-openssl", sessions)
        commands["floor"] = self.copy("floor", sessions, made)
        runs = self.group(f"package, {size}", commands)
        for name, words in ((", measuring", " with five measurements"), ("", ", resampling only")):
            python = f"Python soundfile + soxr VHQ{words}"
            self.ratio(4, f"{python}, 1 process / pack, 1 thread", runs, f"python 1p{name}", "booth 1t", least=2.7)
            self.ratio(4, f"{python}, 2 processes / 2 threads", runs, f"python 2p{name}", "booth 2t", least=2.5)
        self.ratio(6, "pack, 2 threads / (cp -r + sha256sum)", runs, "booth 2t", "cp + sha256sum", most=0.40)
        self.ratio(6, "pack, 2 threads / (cp -r + openssl)", runs, "booth 2t", "cp + openssl", most=0.75)
        self.ratio(7, "pack, 2 threads / (cat in, cp and openssl of the output)", runs, "booth 2t", "floor", most=1.35)
        self.ratio(11, "pack, 1 thread / 2 threads", runs, "booth 1t", "booth 2t", least=1.65)
        share = statistics.median(a.wall / b.wall for a, b in zip(runs["plan alone"], runs["booth 2t"]))
        self.notes.append(f"planning (`pack --dry-run`) takes {share:.0%} of pack with 2 threads, {size}")

    def same_bytes(self, size):
        """The rest of goal 11: the same checksums for any number of threads."""
        sums = []
        for threads in (1, 2, 3):
            folder = self.new_folder()
            self.run(self.pack(size, threads)(folder))
            sums.append((folder / "SHA256SUMS").read_bytes())
        self.row(11, "SHA256SUMS with 1, 2, 3 threads", "equal" if len(set(sums)) == 1 else "DIFFERENT", "equal",
                 len(set(sums)) == 1)

    def slow_peers(self):
        """Goal 5, start-up included."""
        commands = {"booth 2t": self.pack("tenth", 2)}
        if shutil.which("sox"):
            commands["sox loop"] = self.peer("sox_loop.sh", "tenth")
        if self.can("lhotse"):
            commands["lhotse"] = self.peer("lhotse_package.py", "tenth")
        if self.can("librosa"):
            commands["librosa"] = self.peer("librosa_package.py", "tenth")
        runs = self.group("slow peers, tenth", commands)
        self.ratio(5, "sox loop / pack, 2 threads", runs, "sox loop", "booth 2t", least=16)
        self.ratio(5, "lhotse resample + save / pack", runs, "lhotse", "booth 2t", least=10)
        self.ratio(5, "librosa load, trim, write / pack", runs, "librosa", "booth 2t", least=10)

    def proof(self, size):
        """Goal 3: reading and hashing, and nothing more."""
        corpus = self.corpus(size)
        sessions = self.data / "sessions" / size
        commands = {
            "verify 1t": lambda _: [BOOTH, "--threads", 1, "verify", corpus, "--quiet"],
            "verify 2t": lambda _: [BOOTH, "--threads", 2, "verify", corpus, "--quiet"],
            "cat + openssl": self.copy("read-openssl", corpus / "audio"),
            "status": lambda _: [BOOTH, "status", sessions],
            "cat + openssl, sessions": self.copy("read-openssl", sessions),
        }
        runs = self.group(f"proof, {size}", commands)
        self.ratio(3, "verify, 1 thread / (cat + openssl of the corpus)", runs, "verify 1t", "cat + openssl", most=1.2)
        self.ratio(3, "verify, 2 threads / the same", runs, "verify 2t", "cat + openssl", most=0.7)
        self.ratio(3, "status / (cat + openssl of the recordings)", runs, "status", "cat + openssl, sessions", most=1.2)

    def durable(self, size):
        """Goal 8: the time that the syncs take, as strace counts it, out of the time of a run without strace."""
        what, target = "pack / the same without its syncs", "<= 1.15 x"
        if not shutil.which("strace"):
            self.row(8, what, "no strace here", target, None)
            return
        ratios = []
        for plain in self.group(f"durable, {size}", {"pack": self.pack(size, 2)})["pack"]:
            with tempfile.NamedTemporaryFile("r") as log:
                trace = ["strace", "-f", "-T", "--seccomp-bpf", "-o", log.name, "-e", "trace=fsync,fdatasync,syncfs"]
                self.run(self.pack(size, 2, trace)(self.new_folder()))
                synced = sum(map(float, re.findall(r"<([0-9.]+)>$", log.read(), re.MULTILINE)))
            ratios.append(plain.wall / max(plain.wall - synced, 1e-9))
        middle = statistics.median(ratios)
        self.row(8, what, f"{middle:.2f} x ({min(ratios):.2f}..{max(ratios):.2f})", target, middle <= 1.15)

    def scale(self):
        """Goals 9 and 10: memory and time against the number of clips and the length of one."""
        sizes = ["tenth", "hour"] if self.quick else ["tenth", "hour", "full", "many"]
        runs = self.group("scale, 2 threads", {size: self.pack(size, 2) for size in sizes}, min(self.rounds, 3))
        peaks = {size: max(run.peak for run in series) for size, series in runs.items()}
        words = {"tenth": "284 clips", "hour": "one clip of 1 h", "full": "2,830 clips",
                 "many": "20,000 clips of 36 speakers"}
        for size, peak in peaks.items():
            self.row(9, f"peak memory of pack, 2 threads, {words[size]}", f"{peak:.1f} MB", "<= 16 MB", peak <= 16)
        for size in [size for size in ("hour", "many") if size in peaks]:
            more = peaks[size] - peaks["tenth"]
            self.row(9, f"more than for 284 clips: {words[size]}", f"{more:+.1f} MB", "<= +2 MB", more <= 2)
        if self.quick:
            return
        lone = self.run(self.pack("lone", 2)(self.new_folder())).peak
        self.row(9, "peak memory of pack, 20,000 clips of one speaker", f"{lone:.1f} MB", "<= 16 MB", lone <= 16)
        proof = self.run([BOOTH, "--threads", 2, "verify", self.out / f"{self.made:04}", "--quiet"]).peak
        self.row(9, "peak memory of verify, 20,000 clips", f"{proof:.1f} MB", "<= 16 MB", proof <= 16)
        ratios = [(a.wall / 20_000) / (b.wall / 2_830) for a, b in zip(runs["many"], runs["full"])]
        middle = statistics.median(ratios)
        self.row(10, "time per clip, 20,000 / 2,830 clips", f"{middle:.2f} x ({min(ratios):.2f}..{max(ratios):.2f})",
                 "0.90..1.10 x", 0.9 <= middle <= 1.1)

    def resampler(self):
        """Goals 12 and 13, from the bench of the resampler."""
        if self.quick:
            self.row("12, 13", "the resampler alone", "left out by --quick", "", None)
            return
        tell("resampler: cargo bench")
        done = subprocess.run(["cargo", "bench", "--locked", "--quiet", "--bench", "resample"], cwd=ROOT, text=True,
                              capture_output=True)
        if done.returncode != 0:
            raise Stop(f"cargo bench --bench resample:\n{done.stderr[-2000:]}")
        soxr = {}
        if self.can("numpy", "soxr"):
            told = subprocess.run([PYTHON, PEERS / "soxr_speed.py"], text=True, capture_output=True, check=True).stdout
            soxr = {int(rate): float(fast) for rate, fast in map(str.split, told.splitlines())}
        for rate, least in ((48_000, 0.75), (44_100, 1.1)):
            table = done.stdout.split(f"| {rate} -> ")[1].split("\n\n")[0]
            lines = {cells[1].strip(): [float(cell) for cell in cells[2:-1]] for cells in
                     (line.split("|") for line in table.splitlines()[2:]) if len(cells) == 9}
            f64 = next(cells for name, cells in lines.items() if name.startswith("Booth"))
            f32 = next(cells for name, cells in lines.items() if "f32" in name)
            fast, gain, alias, edge, _, offset = f64
            khz = f"{rate / 1000:g} -> 16 kHz"
            self.row(12, f"f64, {khz}, times real time, one core", f"{fast:,.0f} x", ">= 3,500 x", fast >= 3500)
            self.row(12, f"f32, {khz}", f"{f32[0]:,.0f} x", ">= 6,000 x", f32[0] >= 6000)
            if soxr:
                self.row(12, f"f64 / float soxr VHQ, {khz}", f"{fast / soxr[rate]:.2f} x", f">= {least:g} x",
                         fast / soxr[rate] >= least)
                self.row(12, f"f32 / float soxr VHQ, {khz}", f"{f32[0] / soxr[rate]:.2f} x", ">= 1.3 x",
                         f32[0] / soxr[rate] >= 1.3)
            self.row(13, f"gain to 7.6 kHz, {khz}", f"{gain:.5f} dB", "<= 0.001 dB", gain <= 0.001)
            self.row(13, f"alias above 8.4 kHz, {khz}", f"{alias:.1f} dB", "<= -170 dB", alias <= -170)
            self.row(13, f"alias from 8.0 kHz, {khz}", f"{edge:.1f} dB", "<= -150 dB", edge <= -150)
            self.row(13, f"place of an impulse, {khz}", f"{offset:.3f} frame", "<= 0.05 frame", abs(offset) <= 0.05)

    def start_up(self):
        """Goal 14, spawned straight from here, without the timing program."""
        if not shutil.which("sox"):
            return
        empty = self.out / "empty"
        empty.mkdir()
        commands = {
            "--version": [BOOTH, "--version"], "--help": [BOOTH, "--help"],
            "status": [BOOTH, "status", empty], "check": [BOOTH, "check", empty],
            "prompts list": [BOOTH, "prompts", "list", empty],
        }
        peer = [shutil.which("sox"), "--version"]
        null = os.open(os.devnull, os.O_RDWR)
        actions = [(os.POSIX_SPAWN_DUP2, null, number) for number in (0, 1, 2)]

        def spawn(command):
            words = [str(word) for word in command]
            started = time.perf_counter()
            os.waitpid(os.posix_spawn(words[0], words, os.environ, file_actions=actions), 0)
            return time.perf_counter() - started

        for _ in range(5):
            spawn(peer)
        times = {name: [] for name in [*commands, "sox"]}
        for _ in range(25 if self.quick else 75):
            for name, command in [*commands.items(), ("sox", peer)]:
                times[name].append(spawn(command))
        os.close(null)
        middle = {name: statistics.median(series) for name, series in times.items()}
        for name in commands:
            ratio, most = middle[name] / middle["sox"], 0.7 if name.startswith("--") else 1.0
            what = f"booth {name}" + ("" if name.startswith("--") else ", empty folder")
            self.row(14, f"{what} / sox --version", f"{ratio:.2f} x ({middle[name] * 1000:.2f} ms)", f"<= {most:g} x",
                     ratio <= most)

    def report(self):
        head = ("goal", "what", "measured: median (least..greatest)", "target", "met")
        print()
        print_table(head, sorted(self.rows, key=lambda row: int(re.match(r"\d+", row[0])[0])))
        print()
        print_table(("group", "command", "median s", "least..greatest", "cpu s", "peak MB"), self.details)
        print()
        for note in self.notes:
            print(note)
        missed = sum(row[4] == "NO" for row in self.rows)
        print(f"{len(self.rows)} figures, {missed} short of their goal")


def print_table(head, rows):
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    line = lambda row: "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
    print(line(head))
    print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    for row in rows:
        print(line(row))


def tell(text):
    print(f"bench: {text} (load {os.getloadavg()[0]:.1f})", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="284 clips and few rounds: about two minutes")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / "target/bench-data", help="kept between runs")
    parser.add_argument("--rounds", type=int, help="rounds of each group [default: 5, with --quick 3]")
    parser.add_argument("--only", action="append", help="check, package, bytes, slow, proof, durable, scale, resampler or start")
    args = parser.parse_args()
    bench = Bench(args.data.resolve(), args.rounds or (3 if args.quick else 5), args.quick)
    size = "tenth" if args.quick else "full"
    groups = {
        "start": bench.start_up, "check": lambda: bench.checks(size), "package": lambda: bench.package(size), "proof": lambda: bench.proof(size),
        "durable": lambda: bench.durable(size), "slow": bench.slow_peers, "scale": bench.scale,
        "bytes": lambda: bench.same_bytes(size), "resampler": bench.resampler,
    }
    for name in args.only or []:
        if name not in groups:
            parser.error(f"unknown group {name}; there are {', '.join(groups)}")
    if not pathlib.Path("/usr/bin/time").exists():
        sys.exit("bench: GNU time is missing (Debian package: time)")
    started = time.monotonic()
    # What is measured here is no business of the user's own ledger; the data has been measured when it was imported.
    os.environ["BOOTH_STATE"] = str(bench.data / "state")
    try:
        bench_data.build(bench.data, BOOTH, args.quick, tell)
        # What an earlier run left goes first, and the disk gets a moment to forget it.
        shutil.rmtree(bench.out, ignore_errors=True)
        bench.out.mkdir()
        os.sync()
        time.sleep(0 if args.quick else 5)
        before = os.getloadavg()
        for name, group in groups.items():
            if not args.only or name in args.only:
                group()
    except (Stop, bench_data.Stop) as error:
        sys.exit(f"bench: {error}")
    finally:
        shutil.rmtree(bench.out, ignore_errors=True)
    bench.notes.insert(0, f"{os.cpu_count()} cores; load average {before[0]:.2f} at the start, "
                          f"{os.getloadavg()[0]:.2f} at the end; {time.monotonic() - started:.0f} s in all")
    bench.report()


if __name__ == "__main__":
    main()
