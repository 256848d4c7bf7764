#!/usr/bin/env bash
# Microphones of many kinds behind a real sound server, and what may become of them in the middle of a take.
# MICROPHONES=long tries each loss three times, and waits for a microphone that does not come back.
. "$(dirname "$0")/lib.sh"

sox "/usr/share/asterisk/sounds/en_US_f_Allison/agent-loginok.wav" -b 16 -r 96000 "$work/speech.wav" gain -3
"$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/microphones.py" "$booth" "$root/prompts/assistant" \
    "$work/speech.wav" "$work/run" || fail "microphones"
