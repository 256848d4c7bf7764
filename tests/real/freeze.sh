#!/usr/bin/env bash
# The program is stopped for a while, as by Ctrl-Z, at the prompt and inside of a take: one take is lost at most, and it is said.
# FREEZES are the seconds (20).
. "$(dirname "$0")/lib.sh"

small_sheet 1
sox "$work/speech/"*.wav -r 48000 -b 16 "$work/voice.wav" silence 1 0.02 1% reverse silence 1 0.02 1% reverse gain -n -6
for seconds in ${FREEZES:-20}; do
    "$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/freeze.py" "$booth" "$work/sheet" \
        "$work/voice.wav" "$work/run-$seconds" "$seconds" || fail "$seconds s"
done
