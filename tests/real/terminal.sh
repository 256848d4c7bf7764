#!/usr/bin/env bash
# A sitting at a real terminal, with a real sound server and a hand that slips. Arguments are cases; all without.
. "$(dirname "$0")/lib.sh"

small_sheet 3
mkdir "$work/run"
# A room for the whole of a case: pink noise near -65 dBFS, as behind a quiet voice.
sox -n -r 48000 -c 2 -b 16 "$work/run/room.wav" synth 90 pinknoise gain -48
"$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/terminal.py" "$booth" "$work/sheet" "$work/speech" \
    "$work/run" "$@"
