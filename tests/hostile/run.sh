#!/usr/bin/env bash
# What a stranger's folder may hold, a disk that cannot be read, a loss of power, and two at once. SHARE is the part of the
# cases that is run.
. "$(dirname "$0")/../real/lib.sh"

# A sheet of two of the shipped prompts.
small_sheet 2 pairs
mkdir -p "$work/sheet/consent"
echo "We keep what you read to train recognisers." >"$work/sheet/consent/en-US.txt"
for trial in planted power together; do
    python3 "$root/tests/hostile/$trial.py" "$booth" "$work" "${SHARE:-0.1}"
done
