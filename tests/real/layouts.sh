#!/usr/bin/env bash
# A small tree of each layout, of synthetic speech: its layout is found out, it is imported, checked, packed and verified, and
# texts, speakers and counts of samples are those that the layout's own readers find.
. "$(dirname "$0")/lib.sh"

mkdir "$work/speech"
while IFS=$'\t' read -r name text; do
    espeak-ng -v en-us -w "$work/speech/$name.wav" "$text"
done <<'T'
one	Please wake me up at seven o'clock in the morning.
two	Turn on the light in the kitchen, would you?
three	The weather will be fine in the afternoon.
four	Play some quiet music for half an hour.
T
"$root/.venv/bin/python" "$root/tests/real/layouts.py" "$booth" "$work" "$root/.venv/nemo" 2>"$work/err" || {
    tail -30 "$work/err" >&2
    fail "a layout"
}
