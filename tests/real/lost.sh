#!/usr/bin/env bash
# The sound server dies in the middle of a take and comes back: the sitting waits and goes on. RUNS repeats it.
. "$(dirname "$0")/lib.sh"

sox -n -r 48000 -b 16 "$work/voice.wav" synth 2 sawtooth 140 tremolo 4 90 gain -9
for run in $(seq "${RUNS:-1}"); do
    "$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/lost.py" "$booth" "$root/prompts/assistant" \
        "$work/voice.wav" "$work/run-$run" || fail "run $run"
done
