#!/usr/bin/env bash
# Real human speech through a real sound server: played into its microphone, recorded by the real program, then
# checked, packed and verified. RUNS repeats it, each time with a sound server of its own.
. "$(dirname "$0")/lib.sh"

prompts=(agent-loginok auth-incorrect basic-pbx-ivr-main)
mkdir -p "$work/sheet" "$work/speech"
sed '/^\[instructions\]/,$d' "$root/prompts/assistant/sheet.toml" | sed 's/^id = .*/id = "capture"/; s/^max_words.*/max_words = 60/' \
    >"$work/sheet/sheet.toml"
printf 'id\ttext\n' >"$work/sheet/en-US.tsv"
for name in "${prompts[@]}"; do
    # 48 kHz, as the server runs, so that no resampler of the server stands between.
    sox "/usr/share/asterisk/sounds/en_US_f_Allison/$name.wav" -b 16 -r 48000 "$work/speech/$name.wav" gain -3
    text=$(zcat /usr/share/doc/asterisk-core-sounds-en/core-sounds-en.txt.gz | tr -d '\r' | sed -n "s/^$name: *//p" | head -1 | tr -s ' ' |
        sed 's/ *$//')
    printf '%s\t%s\n' "$name" "$text" >>"$work/sheet/en-US.tsv"
done
for run in $(seq "${RUNS:-1}"); do
    "$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/capture.py" "$booth" "$work/sheet" \
        "$work/speech" "$work/run-$run" || fail "run $run"
done
