#!/usr/bin/env bash
# Failing system calls, one at a time, in record, import and pack.
. "$(dirname "$0")/lib.sh"

# A sheet of three of the shipped prompts.
small_sheet 3 pairs
python3 "$root/tests/real/faults.py" "$booth" "$work" "$@"
