#!/usr/bin/env bash
# A whole sitting in plain lines at a real terminal, in Spanish and in Urdu.
. "$(dirname "$0")/lib.sh"
for one in "es es-MX es-419" "ur ur-PK ur"; do
    read -r language locale voice <<<"$one"
    mkdir -p "$work/$language/sheet" "$work/$language/speech" "$work/$language/run"
    cp "$root/prompts/assistant/sheet.toml" "$work/$language/sheet/"
    sed -i '/^\[titles\]/,$d' "$work/$language/sheet/sheet.toml"
    head -13 "$root/prompts/assistant/$locale.tsv" >"$work/$language/sheet/$locale.tsv"
    "$booth" prompts show "$work/$language/sheet" --locale "$locale" | awk 'NR > 1' | while read -r id text; do
        espeak-ng -v "$voice" -w "$work/raw.wav" "$text"
        # The voice alone, as loud as near a microphone.
        sox "$work/raw.wav" -r 48000 "$work/$language/speech/$id.wav" gain -n -8
    done
    sox -n -r 48000 -c 1 -b 16 "$work/$language/run/room.wav" synth 300 pinknoise gain -48
    "$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/lines.py" "$booth" "$work/$language/sheet" \
        "$work/$language/speech" "$work/$language/run" "$language" "$locale" || fail "$language"
done
