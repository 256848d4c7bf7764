"""The clips of the bench: Debian's Asterisk prompts, 2,830 clips of five human voices, as 48 kHz mono 16-bit WAV.

Sets: `full` (all), `tenth` (every tenth: 284), `fiftieth` (57), `hour` (one clip of an hour), and, made of `full`, `many` (20,000 clips of 36
speakers, whose last samples differ, since no two speakers have one recording) and `lone` (20,000 of one speaker, by hard links).
Sessions are made by `booth import`, once.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import shutil
import subprocess

SOUNDS = pathlib.Path("/usr/share/asterisk/sounds")
VOICES = {
    "en-US": ("en_US_f_Allison", "allison1"), "es-MX": ("es_MX_f_Allison", "allison2"),
    "fr-CA": ("fr_CA_f_June", "june1"), "it-IT": ("it_IT_m_Carlo", "carlo1"),
    "ru-RU": ("ru_RU_f_IvrvoiceRU", "ivrvoice1"),
}
MANY = 20_000
# Another number for data that is made otherwise.
FORM = 2
HOUR_S = 3600


class Stop(Exception):
    """Something is missing, told to the user as it is."""


def sources():
    """Returns (locale, source) of all clips, in order of locale and path."""
    found = []
    for locale, (folder, _) in VOICES.items():
        paths = sorted((SOUNDS / folder).rglob("*.wav"))
        if not paths:
            raise Stop(f"no clips in {SOUNDS / folder}; run scripts/setup.sh bench")
        found += [(locale, path) for path in paths]
    return found


def convert(job):
    """Makes a clip, and the text that an import asks for: the words of the clip's name; none of an empty source."""
    locale, source, folder = job
    if source.stat().st_size <= 44:
        return None
    name = "-".join(source.relative_to(SOUNDS / VOICES[locale][0]).with_suffix("").parts)
    target = folder / locale / f"{name}.wav"
    if target.exists():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part.wav")
    sox(source, "-c", 1, "-b", 16, part, "gain", "-1", "rate", "-v", 48_000)
    target.with_suffix(".txt").write_text(f"the clip {name.replace('-', ' ').replace('_', ' ')}\n", encoding="utf-8")
    part.rename(target)
    return target


def sox(*arguments):
    done = subprocess.run(["sox", "-R", *map(str, arguments)], capture_output=True, text=True)
    if done.returncode != 0:
        raise Stop(f"sox {' '.join(map(str, arguments))}: {done.stderr.strip()[-500:]}")


def link_tree(paths, source, target):
    """Hard-links clips and their texts into another folder."""
    for path in paths:
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        for ending in (".wav", ".txt"):
            if not place.with_suffix(ending).exists():
                os.link(path.with_suffix(ending), place.with_suffix(ending))


def import_folder(booth, folder, into, speaker):
    """Imports the clips of a locale, whose name the folder has, as those of a speaker."""
    command = [
        booth, "import", "--layout", "pairs", folder, "--into", into, "--locale", folder.name, "--speaker", speaker,
        "--quiet", "--consent-statement", f"Debian package asterisk-core-sounds-{folder.name[:2]}, CC-BY-SA-3.0",
    ]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode != 0:
        raise Stop(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stderr[-2000:]}")


def import_set(data, booth, name):
    """Imports a set into sessions, one speaker for each voice."""
    for folder in sorted((data / "clips" / name).iterdir()):
        import_folder(booth, folder, data / "sessions" / name, VOICES[folder.name][1])


def half(text):
    """The checksum of records and journals (docs/FORMAT.md): half of a SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def clone(session, target, change, most):
    """Hard-links a session under another name, with at most so many takes; returns how many it has."""
    record = json.loads((session / "session.json").read_text(encoding="utf-8"))
    del record["sum"]
    change(record)
    record["id"] = f"{record['id']}-{target.name}"
    folder = target.parent / record["id"]
    (folder / "audio").mkdir(parents=True)
    shutil.copytree(session / "consent", folder / "consent")
    receipt = record["consent"]
    (folder / "consent" / f"{receipt['id']}.json").write_text(json.dumps(receipt, indent=2) + "\n", encoding="utf-8")
    text = json.dumps(record, indent=2)[:-2]
    total = half(text)
    (folder / "session.json").write_text(f'{text},\n  "sum": "{total}"\n}}\n', encoding="utf-8")
    kept = 0
    with open(session / "takes.jsonl", encoding="utf-8") as lines, open(folder / "takes.jsonl", "w", encoding="utf-8") as out:
        for line in lines:
            entry = json.loads(line)
            if entry["event"] == "kept":
                kept += 1
            if entry["event"] == "take":
                os.link(session / entry["file"], folder / entry["file"])
            line = line.rpartition(',"sum":"')[0]
            total = half(total + line)
            out.write(f'{line},"sum":"{total}"}}\n')
            if kept == most:
                break
    return kept


def lone(data):
    """Makes 20,000 clips of the full set, of a single speaker."""

    def change(record):
        # Other sheets, so that the same prompts are other utterances.
        record["sheet"]["id"] = f"sheet{copy}"
        record["speaker"]["id"] = record["consent"]["speaker"] = "lone1"

    sessions = sorted(path.parent for path in (data / "sessions/full").glob("*/session.json"))
    (data / "sessions/lone").mkdir(parents=True)
    total = copy = 0
    while total < MANY:
        for session in sessions:
            if total < MANY:
                total += clone(session, data / "sessions/lone" / f"c{copy}", change, MANY - total)
        copy += 1


def many(data, booth):
    """Makes 20,000 clips of the full set, of many speakers; no two have one recording."""
    total = copy = 0
    while total < MANY:
        for source in sorted((data / "clips/full").iterdir()):
            folder = data / "clips/many" / source.name
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            for clip in sorted(source.glob("*.wav"))[:MANY - total]:
                samples = bytearray(clip.read_bytes())
                samples[-2] ^= copy
                (folder / clip.name).write_bytes(samples)
                shutil.copy(clip.with_suffix(".txt"), folder)
                total += 1
            if any(folder.iterdir()):
                import_folder(booth, folder, data / "sessions/many", f"{VOICES[source.name][1]}x{copy}")
            shutil.rmtree(folder)
        copy += 1


def once(data, name, make):
    """Makes a part of the data unless it is there; half a part is made anew."""
    stamp = data / f".done-{name}-{FORM}"
    if stamp.exists():
        return
    shutil.rmtree(data / "sessions" / name, ignore_errors=True)
    make()
    stamp.touch()


def hour(data, booth, paths):
    folder = data / "clips/hour/en-US"
    folder.mkdir(parents=True, exist_ok=True)
    length = sum(path.stat().st_size - 44 for path in paths) / 96_000
    sox(*(paths * (int(HOUR_S / length) + 1)), folder / "hour.wav", "trim", 0, HOUR_S)
    (folder / "hour.txt").write_text("one hour of clips\n", encoding="utf-8")
    import_set(data, booth, "hour")


def build(data, booth, quick, tell):
    """Builds what is missing in the folder `data`."""
    if not shutil.which("sox"):
        raise Stop("sox is missing; run scripts/setup.sh bench")
    tell(f"clips in {data}")
    data.mkdir(parents=True, exist_ok=True)
    full = data / "clips/full"
    chosen = sources()
    chosen = chosen[::10] if quick else chosen
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        made = list(pool.map(convert, [(locale, path, full) for locale, path in chosen]))
    tenth = [path for path in (made if quick else made[::10]) if path]
    link_tree(tenth, full, data / "clips/tenth")
    link_tree(tenth[::5], full, data / "clips/fiftieth")
    once(data, "tenth", lambda: import_set(data, booth, "tenth"))
    once(data, "hour", lambda: hour(data, booth, tenth))
    if not quick:
        tell("importing the full set")
        once(data, "full", lambda: import_set(data, booth, "full"))
        once(data, "many", lambda: many(data, booth))
        once(data, "lone", lambda: lone(data))
