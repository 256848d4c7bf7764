#!/usr/bin/env bash
# Failing system calls, one at a time, in record, import and pack.
. "$(dirname "$0")/lib.sh"

mkdir -p "$work/speech" "$work/pairs"
"$booth" prompts show "$root/prompts/assistant" --locale en-US | awk 'NR > 1 && NR <= 4' | while read -r id text; do
    espeak-ng -v en-us -w "$work/speech/$id.wav" "$text"
    cp "$work/speech/$id.wav" "$work/pairs/"
    printf '%s\n' "$text" >"$work/pairs/$id.txt"
done
python3 "$root/tests/real/faults.py" "$booth" "$work" "$@"
