"""Error rates of `booth check`: builds defects of real prompts, runs the program on them, and prints one table.

Each row is one defect: `n` takes of the voices that the limits were chosen on (tune) and of others (test); how many were
named by a right check as a warning or worse, and as a reject; how many had any finding; the study's figures; what other
programs find on the same files. A figure that is short of what is asked for and not in accepted.toml fails the run.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time
import tomllib

import numpy
import soundfile
from scipy import stats

import defects
import peers
import prompts
import sound

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BOOTH = pathlib.Path(os.environ.get("BOOTH", ROOT / "target/release/booth")).resolve()
# What `booth explain` shows of the last full run.
RATES = ROOT / "src/quality/accuracy.tsv"
# Takes of each voice: of a defect, of these for the peers, of the count of false alarms, known of a known speaker.
SIZES = {"full": (24, 8, 120), "quick": (4, 2, 20)}
KNOWN = 10
# Folders of a row about copies, in the order in which they are checked.
EARLIER, LATER = "earlier", "later"
LIMIT_OF_FALSE_ALARMS = 2.0
KNOWN_CLEAN = "clean takes, speaker becomes known"
Stop = prompts.Stop


def generator(*words):
    """Random numbers of their own for each take of each row."""
    return numpy.random.default_rng(list("/".join(map(str, words)).encode()))


def write(path, made, text):
    samples, rate = made if isinstance(made, tuple) else (made, sound.RATE)
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, sound.to_16_bits(samples), rate, subtype="PCM_16")
    if text:
        path.with_suffix(".txt").write_text(text + "\n", encoding="utf-8")


def build(job):
    """Makes one file. The row is given by its number, since a function cannot be sent to another process."""
    number, prompt, other, pool, path = job
    row = defects.ROWS[number]
    take = defects.Take(prompt, generator(row.name, prompt.language, prompt.key), pool)
    if row.heard == "copy":
        # What was there before: the recording that the copy is made of, or that of another reading.
        before = other or prompt
        earlier = defects.Take(before, generator(row.name, before.language, before.key), pool)
        write(path.parent.parent / EARLIER / path.name, earlier.recorded(), None)
    # The reading times of clean takes are counted apart, under the false alarms.
    text = prompt.text if prompt.said and row.kind != "clean" else None
    write(path, row.make(take, other) if other else row.make(take), text)


def build_clean(job):
    prompt, snr, path = job
    rng = generator("clean", prompt.language, prompt.key)
    take = defects.Take(prompt, rng, [])
    made = take.recorded(lead=0.4, trail=0.5, snr=rng.uniform(28, 50) if snr is None else snr)
    write(path, made, prompt.text if prompt.said else None)


def booth(*words):
    """Runs the program; returns its lines of JSON. Exit code 1 says that takes were rejected, which is no failure."""
    done = subprocess.run([BOOTH, *map(str, words)], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise Stop(f"booth {' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr[-1000:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def check(path, language):
    """Checks files or sessions; returns the lines of takes."""
    lines = booth("--threads", 2, "check", path, "--json", "--locale", prompts.LOCALES[language])
    return [line for line in lines if line["type"] == "take"]


def import_takes(folder, language, into, speaker):
    booth("import", "--layout", "pairs", folder, "--into", into, "--locale", prompts.LOCALES[language], "--speaker", speaker,
          "--json", "--consent-statement", f"Debian package asterisk-core-sounds-{language}, CC-BY-SA-3.0")


class Accuracy:
    def __init__(self, data, mode, only):
        self.data, self.mode, self.only = data, mode, only
        self.each, self.for_peers, self.for_alarms = SIZES[mode]
        self.work = data / "work"
        self.voices = {language: prompts.voice(language, data) for language in prompts.FOLDERS}
        self.pairs = {language: prompts.second_readings(found) for language, found in self.voices.items()}
        self.told = data / "peers.json"
        self.heard = json.loads(self.told.read_text()) if self.told.exists() else {}
        self.pool = concurrent.futures.ProcessPoolExecutor(2)

    def chosen(self, row, language):
        """Returns the takes of a row: pairs of a prompt and, where it takes one, another recording of its text."""
        if row.pairs:
            return self.pairs[language][: 4 * self.each]
        # Known takes and false alarms come from the other end of the list.
        candidates = [prompt for prompt in self.voices[language] if prompt.said or not row.reads]
        return [(prompt, None) for prompt in candidates[: self.each]]

    def run_row(self, number):
        """Returns, for each set of voices, the findings of each take and what the peers say of some of them."""
        row, heard = defects.ROWS[number], {}
        shutil.rmtree(self.work, ignore_errors=True)
        jobs, files = [], []
        for group, languages in prompts.SETS.items():
            for language in languages:
                for at, (prompt, other) in enumerate(self.chosen(row, language)):
                    name = f"{at:03}-{prompt.path.stem}.wav"
                    if row.heard == "known":
                        # In a session the take comes after those that are known.
                        name = f"{at:03}/z-{prompt.path.stem}.wav"
                    elif row.heard == "copy":
                        name = f"{LATER}/{name}"
                    path = self.work / language / name
                    jobs.append((number, prompt, other, self.voices[language][:40], path))
                    files.append((group, language, prompt, path, at < self.for_peers))
        list(self.pool.map(build, jobs, chunksize=4))
        results = self.known(files) if row.heard == "known" else self.files()
        said = self.ask_peers(row, files)
        for group, _, _, path, _ in files:
            of_set = heard.setdefault(group, dict(booth=[], peers=[]))
            of_set["booth"].append(results[str(path)])
            if str(path) in said:
                of_set["peers"].append(said[str(path)])
        return heard

    def files(self):
        """Checks the files of each language by themselves: the speaker is unknown."""
        found = {}
        for language in prompts.FOLDERS:
            if (self.work / language).exists():
                found.update({take["path"]: take["findings"] for take in check(self.work / language, language)})
        return found

    def known(self, files):
        """Puts each take behind ten clean ones of its speaker, in a session of its own."""
        for language in prompts.FOLDERS:
            clean = self.work / "clean" / language
            learnt = [prompt for prompt in self.voices[language][::-1] if prompt.said][:KNOWN]
            list(self.pool.map(build_clean, [(prompt, 40, clean / f"{at:02}.wav") for at, prompt in enumerate(learnt)]))
            for path in clean.iterdir():
                for _, of, _, take, _ in files:
                    if of == language:
                        os.link(path, take.parent / path.name)

        def heard(job):
            number, (_, language, _, path, _) = job
            into = self.work / "sessions" / f"{number:04}"
            import_takes(path.parent, language, into, f"known{number}")
            last = check(into, language)[-1]
            if last["measurements"].get("read_spread", 1) > 0.06:
                raise Stop(f"{path}: the speaker's rate was not learnt: {last['measurements']}")
            return str(path), last["findings"]

        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            return dict(pool.map(heard, enumerate(files)))

    def ask_peers(self, row, files):
        """Returns what the peers say of the first files of each voice; an answer is kept, as it never changes."""
        asked, names = [], {}
        for _, _, prompt, path, some in files:
            if some:
                text = prompt.text if path.with_suffix(".txt").exists() else None
                name = f"{row.name}/{prompt.language}/{prompt.key}/{hash_of(path)}"
                names[str(path)] = name
                if name not in self.heard:
                    asked.append((name, (str(path), text)))
        for (name, _), said in zip(asked, self.pool.map(peers.all_of, [job for _, job in asked], chunksize=4)):
            self.heard[name] = said
        self.told.write_text(json.dumps(self.heard))
        return {path: self.heard[name] for path, name in names.items()}

    def alarms(self, known):
        """Findings on clean takes: of plain files, or of sessions in which the speaker becomes known."""
        shutil.rmtree(self.work, ignore_errors=True)
        jobs, found = [], {}
        for language, voice in self.voices.items():
            some = [prompt for prompt in voice[::-1] if prompt.said or not known][: self.for_alarms]
            snr = {"en": 45, "fr": 40, "es": 36, "it": 32, "ru": 38}[language] if known else None
            for at, prompt in enumerate(some):
                jobs.append((prompt, snr, self.work / language / f"{at:03}-{prompt.path.stem}.wav"))
        list(self.pool.map(build_clean, jobs, chunksize=8))
        for group, languages in prompts.SETS.items():
            found[group] = dict(booth=[], peers=[], files=[])
            for language in languages:
                takes = self.work / language
                if known:
                    import_takes(takes, language, self.work / "sessions" / language, f"known{language}")
                    takes = self.work / "sessions" / language
                for take in check(takes, language):
                    found[group]["booth"].append(take["findings"])
                    found[group]["files"].append(f"{language} {pathlib.Path(take['path']).stem}")
            if not known:
                row = defects.Row("false alarms", None, set(), kind="clean")
                files = [(group, prompt.language, prompt, path, True) for prompt, _, path in jobs
                         if prompt.language in languages]
                found[group]["peers"] = list(self.ask_peers(row, files).values())
        return found


def hash_of(path):
    import hashlib

    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def share(count, all_):
    return 100.0 * count / all_ if all_ else 0.0


def loud(findings):
    """The findings that count: warnings and rejects."""
    return {finding["id"]: finding["severity"] for finding in findings if finding["severity"] != "info"}


def summary(row, takes):
    """Counts of one row and set: takes, any finding, a right one, a right one as reject, and all by id."""
    found = [loud(findings) for findings in takes["booth"]]
    right = [of for of in found if row.ids & of.keys()]
    ids = collections.Counter(name for of in found for name in of)
    rejects = collections.Counter(name for of in found for name, severity in of.items() if severity == "reject")
    counts = dict(n=len(found), any=sum(map(bool, found)), right=len(right), rejects=dict(rejects),
                  reject=sum(any(of.get(name) == "reject" for name in row.ids) for of in right), ids=dict(ids))
    for peer in peers.NAMES:
        mine = getattr(row, peer, set())
        said = [set(one[peer]) for one in takes["peers"]]
        counts[peer] = dict(n=len(said), any=sum(map(bool, said)), right=sum(bool(one & mine) for one in said),
                            able=bool(mine))
    return counts


def is_short(good, n, needed, few):
    """Says whether too few of `n` takes are as they should be; `needed` is in per cent.

    Of few takes, only where chance would give so few less than once in a hundred runs.
    """
    return stats.binom.cdf(good, n, needed / 100) < 0.01 if few else share(good, n) < needed


def judge(row, counts, few):
    """Returns what is short of the row's aims: figure, aim, takes that are as they should be, takes."""
    n = counts["n"]
    if row.kind == "clean":
        held = [("alarm", row.aims()[0], n - (counts["right"] if row.ids else counts["any"]))]
    else:
        held = [("found", row.aims()[0], counts["right"]), ("reject", row.aims()[1], counts["reject"])]
        held = [one for one in held if one[1]]
    return [(figure, aim, good, n) for figure, aim, good in held if is_short(good, n, needed(figure, aim), few)]


def needed(figure, bound):
    """Returns the share of takes that must be as they should be, of an alarm those that are left in peace."""
    return 100 - bound if figure == "alarm" else bound


def cells(row, counts):
    n = counts["n"]
    others = {name: count for name, count in sorted(counts["ids"].items(), key=lambda one: -one[1]) if name not in row.ids}
    also = ", ".join(f"{name} {share(count, n):.0f}" for name, count in list(others.items())[:3])
    said = []
    for peer in peers.NAMES:
        told = counts[peer]
        if row.kind == "clean":
            what = told["right"] if row.ids and told["able"] else 0 if row.ids else told["any"]
        else:
            what = told["right"]
        said.append("-" if not told["n"] or (row.kind != "clean" and not told["able"]) else f"{share(what, told['n']):.0f}")
    right = counts["right"] if row.ids else counts["any"]
    return [str(n), f"{share(right, n):.0f}", f"{share(counts['reject'], n):.0f}", f"{share(counts['any'], n):.0f}", also, *said]


def table(head, rows):
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    line = lambda row: "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |"
    return "\n".join([line(head), "|" + "|".join("-" * (width + 2) for width in widths) + "|", *map(line, rows)])


def percent(pair):
    return "-" if pair[0] is None else f"{pair[0]} ({pair[1]})"


def rates(record):
    """The counts on all voices, by check and defect; clean takes are those of the sessions, where every check is at work."""
    totals = {}
    checks = [line["id"] for line in booth("checks", "--json") if "id" in line]
    for one in record:
        row = next((row for row in defects.ROWS if row.name == one["row"] and row.kind == "defect"), None)
        clean = one["row"] == KNOWN_CLEAN and one["set"] != "all"
        for check in row.ids if row else checks if clean else ():
            counts = totals.setdefault((check, row.name if row else "clean"), [0, 0, 0])
            for place, more in enumerate((one["n"], one["ids"].get(check, 0), one["rejects"].get(check, 0))):
                counts[place] += more
    lines = ["\t".join(map(str, (*key, *counts))) for key, counts in sorted(totals.items())]
    return "\n".join(["check\tdefect\ttakes\tfound\trejected", *lines]) + "\n"


def accepted_misses():
    """Returns the bounds of the figures that may be short, by row, set and figure."""
    with open(HERE / "accepted.toml", "rb") as file:
        misses = tomllib.load(file).get("miss", [])
    return {(one["row"], one["set"], one["figure"]): one.get("at_least", one.get("at_most")) for one in misses}


def tell(text):
    print(f"accuracy: {text}", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mode", choices=sorted(SIZES), default=os.environ.get("ACCURACY") or "full")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / "target/accuracy", help="kept between runs")
    parser.add_argument("--only", action="append", default=[], help="part of the name of a row, or `alarms`")
    parser.add_argument("--no-peers", action="store_true", help="leave the other programs out")
    parser.add_argument("--keep", action="store_true", help="keep the audio of the last row")
    args = parser.parse_args()
    started = time.monotonic()
    if not BOOTH.exists():
        sys.exit(f"accuracy: {BOOTH} is missing; run make build")
    args.data.mkdir(parents=True, exist_ok=True)
    try:
        report, missed = run(args)
    except (Stop, RuntimeError) as error:
        sys.exit(f"accuracy: {error}")
    finally:
        if not args.keep:
            shutil.rmtree(args.data / "work", ignore_errors=True)
    tell(f"{time.monotonic() - started:.0f} s")
    print(report)
    sys.exit(1 if missed else 0)


def run(args):
    bench = Accuracy(args.data, args.mode, args.only)
    if args.no_peers:
        bench.for_peers = 0
    wanted = lambda name: not args.only or any(part in name for part in args.only)
    few = args.mode == "quick"
    accepted, used, lines, misses, record = accepted_misses(), set(), [], [], []
    for number, row in enumerate(defects.ROWS):
        if not wanted(row.name):
            continue
        tell(row.name)
        for group, takes in bench.run_row(number).items():
            counts = summary(row, takes)
            short = judge(row, counts, few)
            words = verdict(row.name, group, short, accepted, used, misses, few)
            lines.append([row.name if group == "tune" else "", group, *cells(row, counts)[:5], percent(row.study),
                          percent(row.goal) if row.goal else "", words, *cells(row, counts)[5:]])
            record.append(dict(row=row.name, set=group, **counts, short=short))
    text = table(("defect", "voices", "n", "found %", "as reject", "any", "also found", "study", "goal", "met", "adqt",
                  "speech-quality", "sox"), lines)
    if wanted("alarms"):
        text += "\n\n" + false_alarms(bench, accepted, used, misses, record, args.no_peers)
    (args.data / f"result-{args.mode}.json").write_text(json.dumps(record, indent=1))
    if not args.only and args.mode == "full":
        RATES.write_text(rates(record), encoding="utf-8")
    text += f"\n\n{len(misses)} figures short of their aim and not accepted: {'; '.join(misses) or 'none'}"
    if not args.only and args.mode == "full":
        # Quick runs forgive too much to say that a miss is gone.
        gone = [" ".join(key) for key in accepted if key not in used]
        text += f"\nAccepted misses that are met now, to be taken off the list: {'; '.join(gone) or 'none'}"
    return text, misses


def verdict(name, group, short, accepted, used, misses, few):
    if not short:
        return "yes"
    words = []
    for figure, aim, good, n in short:
        key = (name, group, figure)
        if key in accepted and not is_short(good, n, needed(figure, accepted[key]), few):
            used.add(key)
            words.append(f"accepted: {figure}")
        else:
            measured = share(n - good if figure == "alarm" else good, n)
            misses.append(f"{name}, {group}: {figure} {measured:.1f} %, asked {aim} %")
            words.append(f"NO: {figure}")
    return ", ".join(words)


def false_alarms(bench, accepted, used, misses, record, no_peers):
    lines = []
    if no_peers:
        bench.ask_peers = lambda row, files: {}
    for known, name in ((False, "clean takes, speaker unknown"), (True, KNOWN_CLEAN)):
        tell(name)
        row = defects.Row(name, None, set(), kind="clean", study=(LIMIT_OF_FALSE_ALARMS, 0))
        found = bench.alarms(known)
        found["all"] = {part: found["tune"][part] + found["test"][part] for part in ("booth", "peers", "files")}
        for group, takes in found.items():
            counts = summary(row, takes)
            n = counts["n"]
            # The limit is on all voices together.
            few = bench.mode == "quick"
            short = judge(row, counts, few) if group == "all" else []
            ids = ", ".join(f"{id} {share(count, n):.2f}" for id, count in
                            sorted(counts["ids"].items(), key=lambda one: -one[1]))
            said = [f"{share(counts[peer]['any'], counts[peer]['n']):.0f}" if counts[peer]["n"] else "-"
                    for peer in peers.NAMES]
            words = verdict(name, group, short, accepted, used, misses, few) if group == "all" else ""
            lines.append([name if group == "tune" else "", group, str(n), f"{share(counts['any'], n):.2f}", ids,
                          "2.50" if group == "all" else "", "<= 2" if group == "all" else "", words, *said])
            named = [f"{file}: {', '.join(sorted(loud(of)))}" for file, of in zip(takes["files"], takes["booth"]) if loud(of)]
            record.append(dict(row=name, set=group, **counts, short=short, files=named))
    return table(("false alarms", "voices", "n", "any %", "by check, %", "study", "goal", "met", "adqt", "speech-quality",
                  "sox"), lines)


if __name__ == "__main__":
    main()
