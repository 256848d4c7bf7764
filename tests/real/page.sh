#!/usr/bin/env bash
# The page, in two real browsers: whole sittings by keyboard, with real voices through a real sound server; every view against
# the rules of accessibility; and what must not come in. RUNS repeats the sittings.
. "$(dirname "$0")/lib.sh"
"$root/scripts/browsers.sh"
export FAKE_MIC_RATE=16000
runs=${RUNS:-1}
sheet=$work/sheet speech=$work/speech
mkdir -p "$sheet" "$speech"

cat >"$sheet/sheet.toml" <<'T'
id = "page"
version = "1.0.0"
title = "What a telephone says"
licence = "CC-BY-SA-3.0"
source = "Debian package asterisk-core-sounds-en"
sample = true
T
# The words alone, at a level of their own: what is quieter than 1 % is the silence around them.
words_alone() { sox "$1" "$speech/$2.wav" silence 1 0.02 1% reverse silence 1 0.02 1% reverse rate 16000 channels 1 gain -n -6; }
printf 'id\ttext\n' >"$sheet/en-US.tsv"
for name in all-circuits-busy-now conf-extended check-number-dial-again conf-now-recording conf-leaderhasleft conf-onlyone; do
    ffmpeg -nostdin -v error -y -f g722 -i "/usr/share/asterisk/sounds/en_US_f_Allison/$name.g722" -ar 16000 -ac 1 "$work/raw.wav"
    words_alone "$work/raw.wav" "$name"
    text=$(zcat /usr/share/doc/asterisk-core-sounds-en/core-sounds-en.txt.gz | tr -d '\r' | sed -n "s/^$name: *//p" | head -1 | sed 's/ *$//')
    printf '%s\t%s\n' "$name" "$text" >>"$sheet/en-US.tsv"
done
# From right to left, and in other letters.
printf 'id\ttext\n' >"$sheet/ar-EG.tsv"
"$booth" prompts show "$root/prompts/assistant" --locale ar-EG | sed -n '2,7p' | while read -r id text; do
    espeak-ng -v ar -s 140 -w "$work/raw.wav" "$text"
    words_alone "$work/raw.wav" "$id"
    printf '%s\t%s\n' "$id" "$text" >>"$sheet/ar-EG.tsv"
done
"$root/.venv/bin/python" "$root/tests/real/page.py" room "$speech/room.wav"

# job NAME WHAT: one visit of tests/real/page.mjs with a sound server of its own.
jobs=()
job() {
    local dir=$work/$1
    mkdir -p "$dir"
    BOOTH_STATE=$dir/state "$root/tests/real/with-fake-mic.sh" node "$root/tests/real/page.mjs" "$2" "$booth" "$sheet" "$speech" "$dir" \
        >"$dir/out" 2>"$dir/err" &
    jobs+=("$!:$1")
}
finish() {
    local one failed=()
    for one in "${jobs[@]}"; do wait "${one%%:*}" || failed+=("${one#*:}"); done
    jobs=()
    for one in ${failed[@]+"${failed[@]}"}; do tail -n 40 "$work/$one/out" "$work/$one/err" >&2; done
    [ ${#failed[@]} -eq 0 ] || fail "${failed[*]}"
}
# What a sitting waits for is time, so that the three go on side by side.
job views views
for run in $(seq "$runs"); do
    for browser in chromium firefox; do job "$browser-$run" "$browser"; done
    finish
    [ "$run" -gt 1 ] || cat "$work/views/out"
    for browser in chromium firefox; do
        "$root/.venv/bin/python" "$root/tests/real/page.py" takes "$booth" "$speech" "$work/$browser-$run" || fail "$browser, run $run"
    done
done
