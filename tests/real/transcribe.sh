#!/usr/bin/env bash
# A real recogniser on real speech: 30 English prompts with their own texts, and the same recordings with each other's.
# The check has to find every wrong sentence and to leave the right ones alone. The wideband prompts are used: the model
# was trained on 16 kHz.
. "$(dirname "$0")/lib.sh"
python=$root/.venv/bin/python

pairs en en_US_f_Allison "$work/en"
# Sentences of some length without digits, each given the text of another one in `wrong`; silence around, as in a take.
python3 - "$work" <<'P'
import re, subprocess, sys, wave
from pathlib import Path

work = Path(sys.argv[1])
wideband = Path("/usr/share/asterisk/sounds/en_US_f_Allison")
texts = {}
for text in sorted((work / "en").glob("*.txt")):
    words = text.read_text().strip()
    with wave.open(str(text.with_suffix(".wav"))) as file:
        seconds = file.getnframes() / file.getframerate()
    if len(words) >= 20 and not re.search(r"\d|[()#*]", words)\
            and 1.5 <= seconds <= 4 and words not in texts.values() and (wideband / f"{text.stem}.g722").exists():
        texts[text.stem] = words
names = list(texts)[:: max(1, len(texts) // 30)][:30]
assert len(names) == 30, len(names)
for at, name in enumerate(names):
    for folder, words in (("right", texts[name]), ("wrong", texts[names[(at + 11) % 30]])):
        target = work / folder / f"{name}.wav"
        target.parent.mkdir(exist_ok=True)
        # Silence of 400 and 500 ms around.
        subprocess.run(
            ["ffmpeg", "-v", "error", "-nostdin", "-f", "g722", "-i", wideband / f"{name}.g722", "-ac", "1",
             "-af", "adelay=400,apad=pad_dur=0.5", "-c:a", "pcm_s16le", target], check=True)
        target.with_suffix(".txt").write_text(words + "\n")
P
for set in right wrong; do
    expect 0 "$booth" import --layout pairs "$work/$set" --into "$work/recordings" --locale en-US --speaker "$set" \
        --limit-of format-low.rate_reject_hz=8000
done

sessions=("$work"/recordings/imported-*)
expect 0 "$booth" transcribe "${sessions[0]}" --rate 16000 --recogniser pocketsphinx --json \
    --asr-command "$python $root/tests/real/asr.py {list}"
grep -q '"transcribed":30' "$work/out" || fail "not all was heard: $(tail -1 "$work/out")"
expect 0 "$booth" transcribe "${sessions[0]}" --rate 16000 --recogniser pocketsphinx --json --asr-command "false {wav}"
grep -q '"known":30' "$work/out" || fail "what was heard is heard again"

# The other session holds the same recordings: what was heard in them comes by a trainer's manifest.
python3 - "$work/manifest.json" "${sessions[@]}" <<'P'
import json, sys
from pathlib import Path

heard, other = map(Path, sys.argv[2:])
texts = {}
for line in map(json.loads, open(heard / "transcripts.jsonl")):
    texts[line["pcm_sha256"]] = line["text"]
with open(sys.argv[1], "w") as out:
    for line in map(json.loads, open(other / "takes.jsonl")):
        if line["event"] == "take":
            text = texts[line["measurements"]["pcm_sha256"]]
            out.write(json.dumps({"audio_filepath": str(other / line["file"]), "text": "", "pred_text": text}) + "\n")
P
expect 0 "$booth" transcribe "$work/recordings" --recogniser pocketsphinx --json --import "$work/manifest.json"
grep -q '"transcribed":30' "$work/out" || fail "not all was imported: $(tail -1 "$work/out")"

expect 1 "$booth" check "$work/recordings" --json
python3 - "$work/out" <<'P'
import json, statistics, sys

takes = [row for row in map(json.loads, open(sys.argv[1])) if row["type"] == "take"]
counts = {}
for name in ("right", "wrong"):
    mine = [take for take in takes if take["speaker"] == name]
    rates = [take["measurements"]["cer"] for take in mine]
    found = [f["severity"] for take in mine for f in take["findings"] if f["id"] == "prompt-mismatch"]
    counts[name] = (len(mine), len(found), found.count("reject"))
    print(f"transcribe: {name}: {len(mine)} takes, error rate of characters {statistics.median(rates):.2f} (median), "
          f"{len(found)} found, {found.count('reject')} of them rejected")
assert counts["wrong"] == (30, 30, 30), counts
assert counts["right"][0] == 30 and counts["right"][2] <= 2, counts
P
