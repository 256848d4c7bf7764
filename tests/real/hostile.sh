#!/usr/bin/env bash
# What a stranger's folder may hold, and a disk that cannot be read. SHARE is the part of the cases that is run.
. "$(dirname "$0")/lib.sh"

# A sheet of two of the shipped prompts.
small_sheet 2 pairs
mkdir -p "$work/sheet/consent"
echo "We keep what you read to train recognisers." >"$work/sheet/consent/en-US.txt"
python3 "$root/tests/real/hostile.py" "$booth" "$work" "${SHARE:-0.1}"
