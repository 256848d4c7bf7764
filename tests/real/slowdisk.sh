#!/usr/bin/env bash
# A disk that takes its time: who speaks right after the key is recorded whole. READINGS of each delay (3), DELAYS in ms (600).
. "$(dirname "$0")/lib.sh"

command -v cc >/dev/null || fail "no C compiler"
cc -shared -fPIC -o "$work/slowsync.so" "$root/tests/real/slowsync.c" -ldl
small_sheet 1
sox "$work/speech/"*.wav -r 48000 -b 16 "$work/voice.wav" silence 1 0.02 1% reverse silence 1 0.02 1% reverse gain -n -6
for delay in ${DELAYS:-600}; do
    SLOW_SYNC_SO=$work/slowsync.so SLOW_SYNC_MS=$delay "$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" \
        "$root/tests/real/slowdisk.py" "$booth" "$work/sheet" "$work/voice.wav" "$work/run-$delay" "${READINGS:-3}" || fail "$delay ms"
done
