#!/usr/bin/env bash
# Failing system calls, one at a time, in record, import and pack.
. "$(dirname "$0")/lib.sh"

# A sheet of three of the shipped prompts.
mkdir -p "$work/sheet" "$work/speech" "$work/pairs"
cp "$root/prompts/assistant/sheet.toml" "$work/sheet/"
head -4 "$root/prompts/assistant/en-US.tsv" >"$work/sheet/en-US.tsv"
"$booth" prompts show "$work/sheet" --locale en-US | awk 'NR > 1' | while read -r id text; do
    espeak-ng -v en-us -w "$work/speech/$id.wav" "$text"
    cp "$work/speech/$id.wav" "$work/pairs/"
    printf '%s\n' "$text" >"$work/pairs/$id.txt"
done
python3 "$root/tests/real/faults.py" "$booth" "$work" "$@"
