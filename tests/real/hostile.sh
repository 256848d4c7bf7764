#!/usr/bin/env bash
# What a stranger's folder may hold, and a disk that cannot be read. SHARE is the part of the cases that is run.
. "$(dirname "$0")/lib.sh"

# A sheet of two of the shipped prompts.
mkdir -p "$work/sheet/consent" "$work/speech" "$work/pairs"
cp "$root/prompts/assistant/sheet.toml" "$work/sheet/"
head -3 "$root/prompts/assistant/en-US.tsv" >"$work/sheet/en-US.tsv"
echo "We keep what you read to train recognisers." >"$work/sheet/consent/en-US.txt"
"$booth" prompts show "$work/sheet" --locale en-US | awk 'NR > 1' | while read -r id text; do
    espeak-ng -v en-us -w "$work/speech/$id.wav" "$text"
    cp "$work/speech/$id.wav" "$work/pairs/"
    printf '%s\n' "$text" >"$work/pairs/$id.txt"
done
python3 "$root/tests/real/hostile.py" "$booth" "$work" "${SHARE:-0.1}"
