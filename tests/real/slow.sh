#!/usr/bin/env bash
# A sitting on slow storage. SLOW=long reads twenty takes at each delay, forty without one; else SLOW says how many and the
# delays in ms (3 600).
. "$(dirname "$0")/lib.sh"

prompt=agent-loginok
mkdir -p "$work/sheet" "$work/speech" "$work/run"
sed '/^\[instructions\]/,$d' "$root/prompts/assistant/sheet.toml" | sed 's/^max_words.*/max_words = 60/' >"$work/sheet/sheet.toml"
printf 'id\ttext\n%s\tAgent logged in.\n' $prompt >"$work/sheet/en-US.tsv"
sox "/usr/share/asterisk/sounds/en_US_f_Allison/$prompt.wav" -b 16 -r 48000 "$work/speech/$prompt.wav" gain -3
command -v cc >/dev/null || fail "no C compiler"
cc -shared -fPIC -O1 -o "$work/shim.so" "$root/tests/real/slowsync.c" -ldl
run() {
    "$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/slow.py" "$booth" "$work/sheet" "$work/speech" \
        "$work/run" "$work/shim.so" "$@" || fail "slow storage"
}
if [ "${SLOW:-}" = long ]; then
    run 40 0
    run 20 100 300 600
else
    # Words: takes, and the delays.
    read -ra words <<<"${SLOW:-3 600}"
    run "${words[@]}"
fi
