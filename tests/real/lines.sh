#!/usr/bin/env bash
# A whole sitting in plain lines at a real terminal, in Spanish and in Urdu, side by side: what each waits for is time.
. "$(dirname "$0")/lib.sh"

# sitting LANGUAGE LOCALE VOICE: twelve sentences of the shipped sheet, spoken.
sitting() {
    local language=$1 locale=$2 voice=$3 dir=$work/$1
    mkdir -p "$dir/sheet" "$dir/speech" "$dir/run"
    sed '/^\[titles\]/,$d' "$root/prompts/assistant/sheet.toml" >"$dir/sheet/sheet.toml"
    head -13 "$root/prompts/assistant/$locale.tsv" >"$dir/sheet/$locale.tsv"
    "$booth" prompts show "$dir/sheet" --locale "$locale" | awk 'NR > 1' | while read -r id text; do
        espeak-ng -v "$voice" -w "$dir/raw.wav" "$text"
        # As loud as near a microphone.
        sox "$dir/raw.wav" -r 48000 "$dir/speech/$id.wav" gain -n -8
    done
    sox -n -r 48000 -c 1 -b 16 "$dir/run/room.wav" synth 300 pinknoise gain -48
    "$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/lines.py" "$booth" "$dir/sheet" "$dir/speech" \
        "$dir/run" "$language" "$locale"
}

sitting es es-MX es-419 &
spanish=$!
sitting ur ur-PK ur || fail "Urdu"
wait "$spanish" || fail "Spanish"
