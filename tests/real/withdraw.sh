#!/usr/bin/env bash
# What is withdrawn is found nowhere, whatever file, archive or codec it was in, and a run that is killed is brought to its end by
# another verb. KILLS says how many runs are killed: 20, or 200 where that is asked for.
. "$(dirname "$0")/lib.sh"

mkdir -p "$work/withdraw"
"$root/.venv/bin/python" "$root/tests/real/withdraw.py" "$booth" "$work/withdraw" "${KILLS:-20}"
