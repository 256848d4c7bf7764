"""What other checkers say of the same files: names of the findings of each, with their default limits.

- `adqt`: PyPI audio-data-quality-toolkit, its ten checks of a file, and its check of the text against the length.
- `speech-quality`: PyPI speech-quality, the measures that it calls not in order.
- `sox`: what many a corpus script does with `sox stats`: |DC offset| >= 0.01 `dc`; Flat factor > 0 at a peak above
  -0.1 dB `clipped`; RMS Pk under -40 dB `quiet`; RMS Pk minus RMS Tr under 20 dB `noise`; more than 1 s under 1 % of full
  scale at either end (`silence 1 0.1 1%`) `silence`.
"""

import re
import subprocess

NAMES = ("adqt", "speech_quality", "sox")


def adqt(path, text):
    from audio_qa.checks.transcript_ratio import check_transcript_ratio
    from audio_qa.pipeline import check_file

    found = check_file(str(path))
    checks = found["checks"]
    if text:
        checks = [*checks, check_transcript_ratio(found.get("duration_s", 0.0), text)]
    names = {check["check"] for check in checks if not check["passed"]}
    return names | ({"error"} if found.get("error") else set())


def speech_quality(path, _):
    from speech_quality import assess

    metrics = assess(str(path)).to_dict()["metrics"]
    return {name for name, metric in metrics.items() if metric["measured"] and not metric["ok"]}


def sox(path, _):
    def told(*words):
        return subprocess.run(["sox", path, *words], capture_output=True, text=True, check=True).stderr

    found = set()
    stats = {name.strip(): value for name, value in re.findall(r"^(\D+?)\s+(-?[\d.]+|-?inf)", told("-n", "stats"), re.M)}
    number = lambda name: float(stats.get(name, "nan"))
    if abs(number("DC offset")) >= 0.01:
        found.add("dc")
    if number("Flat factor") > 0 and number("Pk lev dB") > -0.1:
        found.add("clipped")
    if number("RMS Pk dB") < -40:
        found.add("quiet")
    if number("RMS Pk dB") - number("RMS Tr dB") < 20:
        found.add("noise")
    whole = number("Length s")
    for turned in ([], ["reverse"]):
        left = re.search(r"Length s\s+([\d.]+)", told("-n", *turned, "silence", "1", "0.1", "1%", "stats"))
        if whole - float(left.group(1) if left else 0) > 1.0:
            found.add("silence")
    return found


def all_of(job):
    """Runs every peer over one file."""
    path, text = job
    return {name: sorted(globals()[name](path, text)) for name in NAMES}
