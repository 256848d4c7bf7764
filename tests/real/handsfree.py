"""Reads a sheet hands-free: real voices answer each prompt that is shown, through a real sound server.

usage: handsfree.py BOOTH SHEET LOCALE SPEECH WORK SCENE      (inside with-fake-mic.sh)

SHEET has one prompt per WAV of SPEECH, whose samples begin and end with the words. Pink noise at -65 dBFS is behind everything.
SCENE is `clean`; `louder`, where the noise gets 9 dB louder in the middle of the reading in the middle; `pauses`, where each long
text has 1.4 s of silence inside; `thinks`, where the reader waits 10 s before each; or `nobody`. Each take is held against what was
played: all of it must be there (correlation at least 0.95), half a second after the beginning and half a second before the end.
Prints one line of figures as JSON.
"""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np

import waves

booth, sheet, locale, speech, work, scene = sys.argv[1:7]
sheet, speech, work = Path(sheet).resolve(), Path(speech).resolve(), Path(work).resolve()
RATE = int(os.environ["FAKE_MIC_RATE"])
# A text with fewer is a short command, after which nobody waits for long.
LONG_LETTERS = 22


def with_pause(samples, seconds):
    """Puts silence into the quietest 60 ms of the middle."""
    window = int(0.06 * RATE)
    level = np.convolve(samples**2, np.ones(window), "same")
    third = len(samples) // 3
    at = third + int(np.argmin(level[third : 2 * third]))
    return np.concatenate([samples[:at], np.zeros(int(seconds * RATE)), samples[at:]])


def main():
    work.mkdir(parents=True)
    rows = [line.split("\t") for line in (sheet / f"{locale}.tsv").read_text().splitlines()[1:]]
    texts = {text: name for name, text in rows}
    said = {}
    for name, text in rows:
        samples = waves.read(speech / f"{name}.wav", RATE)
        is_long = sum(letter.isalnum() for letter in text) >= LONG_LETTERS
        said[name] = with_pause(samples, 1.4) if scene == "pauses" and is_long else samples
        waves.write(work / f"{name}.wav", said[name], RATE)
    waves.write(work / "room.wav", waves.pink(900, -65, RATE, 1), RATE)
    # Beside the first it makes -56.
    waves.write(work / "fan.wav", waves.pink(900, -56.6, RATE, 2), RATE)

    def play(name):
        return waves.play(work / f"{name}.wav")

    noises = [play("room")]
    time.sleep(0.5)
    started = time.monotonic()
    run = subprocess.Popen(
        [booth, "record", sheet, "--locale", locale, "--into", work / "recordings", "--speaker", "reader1", "--device", "default",
         "--yes", "--room-check", "2", "--auto", "--rate", str(RATE)],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    late = threading.Timer(30 + 30 * len(rows), run.kill)
    late.start()
    random = np.random.default_rng(7)
    shown, heard, ends, waits = [], [], [], []
    for line in run.stderr:
        heard.append(line)
        name = texts.get(line.strip()) if line.startswith("    ") else None
        if "Enter" in line and scene == "nobody" and shown:
            run.stdin.write("q\n")
            run.stdin.flush()
        if name is None:
            continue
        if ends:
            waits.append(time.monotonic() - ends[-1])
        shown.append(name)
        if scene == "nobody":
            continue

        def answer(name=name, nth=len(shown)):
            time.sleep(10 if scene == "thinks" else random.uniform(0.3, 1.5))
            reading = play(name)
            if scene == "louder" and nth == (len(rows) + 1) // 2:
                time.sleep(len(said[name]) / RATE / 2)
                noises.append(play("fan"))
            reading.wait()
            ends.append(time.monotonic())

        threading.Thread(target=answer, daemon=True).start()
    code = run.wait()
    late.cancel()
    for noise in noises:
        noise.kill()
    took = time.monotonic() - started
    (work / "heard.txt").write_text("".join(heard))

    session = next((work / "recordings").glob("*/session.json")).parent
    journal = [json.loads(line) for line in (session / "takes.jsonl").read_text().splitlines()]
    takes, kept = ([entry for entry in journal if entry["event"] == event] for event in ("take", "kept"))
    figures = {"scene": scene, "locale": locale, "code": code, "takes": len(takes), "kept": len(kept),
               "pass": sum(take["verdict"] == "pass" for take in takes), "cut": 0, "seconds": round(took, 1)}
    if scene == "nobody":
        print(json.dumps(figures))
        return
    leads, tails = [], []
    for take in takes:
        correlation, lead, tail = waves.place(said[take["prompt"]], waves.read(session / take["file"], RATE), RATE)
        leads.append(lead), tails.append(tail)
        whole = correlation >= 0.95
        figures["cut"] += not whole
        if not whole or take["verdict"] != "pass":
            ids = [finding["id"] for finding in take["findings"]]
            print(f"  {scene} {locale} {take['prompt']} {take['take']}: {take['verdict']} {ids} correlation {correlation:.3f} "
                  f"lead {lead:.2f} tail {tail:.2f} length {len(said[take['prompt']]) / RATE:.2f}", file=sys.stderr)
    figures |= {"lead": [round(min(leads), 2), round(max(leads), 2)], "tail": [round(min(tails), 2), round(max(tails), 2)],
                "wait": [round(min(waits), 2), round(float(np.median(waits)), 2), round(max(waits), 2)]}
    print(json.dumps(figures))


main()
