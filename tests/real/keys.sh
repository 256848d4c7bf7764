#!/usr/bin/env bash
# Where the keys of a speaker land on the tape: a microphone that counts, and the real program. RUNS repeats it.
. "$(dirname "$0")/lib.sh"

for run in $(seq "${RUNS:-1}"); do
    for host in pulseaudio alsa; do
        "$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/keys.py" "$booth" "$root/prompts/assistant" \
        "$work/run-$run-$host" "${TAKES:-4}" "$host" || fail "run $run through $host"
    done
done
