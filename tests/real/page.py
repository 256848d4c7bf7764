"""Holds what a visit to the page has recorded against what was played.

usage: page.py room FILE                        writes the noise of a quiet room
       page.py takes BOOTH SPEECH WORK          after page.mjs

Every take that was kept has the whole utterance in it: normalised cross-correlation at least 0.99 with what was played, every
100 ms of it at its place, and something before and after; nothing else that could be heard. The counts are those that the page
said, and the folder is without fault.
"""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np

import waves

RATE = 16000
ROOM_DBFS = -65
# Ten decibels more than the room is something that was played or said.
OTHER_DBFS = ROOM_DBFS + 10
BLOCK = RATE // 20


def accepted(recordings):
    """The takes that stand at the end: `(prompt, file, line)`, in the order in which they were kept."""
    found = {}
    for path in recordings.glob("*/takes.jsonl"):
        lines = [json.loads(line) for line in path.read_text().splitlines()]
        takes = {(line["prompt"], line["take"]): line for line in lines if line["event"] == "take"}
        for line in lines:
            key = (path.parent, line.get("prompt"), line.get("take"))
            if line["event"] == "kept":
                found[key] = (line["at"], key[1], path.parent / takes[key[1:]]["file"], takes[key[1:]])
            elif line["event"] in ("undone", "redone", "deleted"):
                found.pop(key, None)
    return [rest for _, *rest in sorted(found.values(), key=lambda one: one[0])]


def loudest_other(played, take, lead):
    """The level in dBFS of the loudest 50 ms of a take when what was played is taken out of it."""
    at = round(lead * RATE)
    part = take[at : at + len(played)]
    rest = take.copy()
    rest[at : at + len(played)] -= played * (np.dot(played, part) / np.dot(played, played))
    blocks = rest[: len(rest) // BLOCK * BLOCK].reshape(-1, BLOCK)
    return float(10 * np.log10(np.max(np.mean(blocks**2, axis=1)) + 1e-20))


def json_lines(*command):
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, f"{command[1]}: exit code {run.returncode}\n{run.stdout[-2000:]}{run.stderr[-2000:]}"
    return [json.loads(line) for line in run.stdout.splitlines()]


def takes(booth, speech, work):
    page = json.loads((work / "page.json").read_text())
    recordings = work / "recordings"
    kept = accepted(recordings)
    prompts = [prompt for prompt, *_ in kept]
    assert len(prompts) == len(set(prompts)) == 12, prompts
    worst, level, block, leads, tails, other = 1.0, 0.0, 1.0, [], [], -200.0
    for prompt, path, line in kept:
        facts = line["capture"]
        assert not facts["device_lost"] and facts["lost_frames"] == 0 and facts["xruns"] == 0, f"{prompt}: {facts}"
        correlation, gain, least, lead = waves.compare(speech / f"{prompt}.wav", path)
        played, take = waves.read(speech / f"{prompt}.wav", RATE), waves.read(path, RATE)
        tail = (len(take) - len(played)) / RATE - lead
        assert correlation >= 0.99, f"{prompt}: correlation {correlation:.4f} in {path}"
        assert least >= 0.98, f"{prompt}: a block correlates only {least:.4f}: a gap in {path}"
        assert lead >= 0.1 and tail >= 0.1, f"{prompt}: {lead:.3f} s before the speech and {tail:.3f} s after it in {path}"
        rest = loudest_other(played, take, lead)
        assert rest <= OTHER_DBFS, f"{prompt}: something else of {rest:.1f} dBFS in {path}"
        worst, level, block, other = min(worst, correlation), max(level, abs(gain)), min(block, least), max(other, rest)
        leads.append(lead), tails.append(tail)

    status = json_lines(booth, "status", "--json", recordings)
    total = status[-1]["total"]
    assert total["kept"] == 12 == sum(sitting["kept"] for sitting in page["said"]), (total, page["said"])
    faults = ("missing", "altered", "left", "orphans", "unfinished", "faults", "unproved", "undecided")
    assert all(total[fault] == 0 for fault in faults), total
    checked = json_lines(booth, "check", "--json", recordings)
    summary = checked[-1]
    for verdict in ("pass", "warn", "reject"):
        assert summary[verdict] == total[verdict], (verdict, summary, total)
    assert total["warn"] >= 1 and total["reject"] == 0, total
    minutes = total["kept_ms"] / 60_000
    assert abs(minutes - sum(sitting["minutes"] for sitting in page["said"])) <= 0.1 + 1e-9, (minutes, page["said"])
    figures = page["figures"]
    print(f"page, {figures['browser']}: 12 takes kept, correlation at least {worst:.5f}, every 100 ms at least {block:.4f}, level within "
          f"{level:.3f} dB, {min(leads):.2f} to {max(leads):.2f} s before and {min(tails):.2f} to {max(tails):.2f} s after, else at most {other:.1f} dBFS")
    ways = ", ".join(f"{way['seconds']} s and {way['decisions']} decisions in {way['locale']}" for way in figures["setUp"])
    print(f"  to the first sentence {ways}; link to live meter {figures['meterAfterLink']} s; key to recording "
          f"{figures['keyToRecordingMs']['median']} ms (worst {figures['keyToRecordingMs']['worst']}), stop to verdict "
          f"{figures['stopToVerdictMs']['median']} ms (worst {figures['stopToVerdictMs']['worst']}); CPU {figures['cpuWaiting']} % waiting, "
          f"{figures['cpuRecording']} % recording; memory {figures['memoryStart']} to {figures['memoryEnd']} MB; {figures['looks']} looks from right to left without a fault")


def main():
    what, *rest = sys.argv[1:]
    if what == "room":
        waves.write(rest[0], waves.pink(600, ROOM_DBFS, RATE, 1), RATE)
    else:
        takes(*(Path(argument).resolve() for argument in rest))


main()
