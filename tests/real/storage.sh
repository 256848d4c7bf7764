#!/usr/bin/env bash
# At least 200 kills at random instants, and a disk that fills up.
. "$(dirname "$0")/lib.sh"

# A sheet of ten of the shipped prompts, so that a speaker is through in a few seconds.
mkdir -p "$work/sheet" "$work/speech" "$work/storage"
cp "$root/prompts/assistant/sheet.toml" "$work/sheet/"
head -11 "$root/prompts/assistant/en-US.tsv" >"$work/sheet/en-US.tsv"
"$booth" prompts show "$work/sheet" --locale en-US | awk 'NR > 1' | while read -r id text; do
    espeak-ng -v en-us -w "$work/speech/$id.wav" "$text"
done
python3 "$root/tests/real/storage.py" "$booth" "$work/sheet" "$work/speech" "$work/storage" "${KILLS:-200}"
