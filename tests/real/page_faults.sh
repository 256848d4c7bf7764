#!/usr/bin/env bash
# In the middle of a take on the page the sound server is killed, the program is stopped for STOPPED (20) seconds, the disk is full.
. "$(dirname "$0")/lib.sh"
small_sheet 1
awk -F'\t' -v OFS='\t' 'NR == 1 { print "id", "text", "repeat"; next } { gsub(/\[[a-z_]+ : |\]/, "", $2); print $1, $2, 50 }' \
    "$work/sheet/en-US.tsv" >"$work/en-US.tsv"
mv "$work/en-US.tsv" "$work/sheet/en-US.tsv"
sox "$work/speech/"*.wav -r 48000 -b 16 "$work/voice.wav" silence 1 0.02 1% reverse silence 1 0.02 1% reverse gain -n -6
"$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/page_faults.py" "$booth" "$work/sheet" "$work/voice.wav" "$work/page" ||
    fail "the page"
