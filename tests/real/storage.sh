#!/usr/bin/env bash
# At least 200 kills at random instants, and a disk that fills up.
. "$(dirname "$0")/lib.sh"

# A sheet of ten of the shipped prompts, so that a speaker is through in a few seconds.
small_sheet 10
mkdir -p "$work/storage"
python3 "$root/tests/real/storage.py" "$booth" "$work/sheet" "$work/speech" "$work/storage" "${KILLS:-200}"
