#!/usr/bin/env bash
# The main job end to end on a machine without a microphone: three synthetic speakers read the shipped sheet in two
# languages through a file-played microphone; then check, pack, verify. Everything lands in the folder given (demo/).
set -euo pipefail
cd "$(dirname "$0")/.."
booth=${BOOTH:-target/quick/booth}
out=${1:-demo}
prompts_each=8

if [ -e "$out" ]; then
    echo "demo: removing the former $out/" >&2
    rm -rf "$out"
fi
mkdir -p "$out/speech"

say() { printf '\n== %s\n' "$1" >&2; }

say "The sheet: $("$booth" prompts check prompts/assistant 2>&1 | tail -1)"

# speaker, espeak-ng variant, pitch, words a minute: three voices that differ.
voices=("ada1 f2 55 150" "ben2 m3 40 160" "cleo3 f4 70 170")
locales=("en-US en-us" "fr-FR fr-fr")

for locale_and_voice in "${locales[@]}"; do
    read -r locale voice <<<"$locale_and_voice"
    for speaker_line in "${voices[@]}"; do
        read -r speaker variant pitch speed <<<"$speaker_line"
        dir="$out/speech/$speaker-$locale"
        mkdir -p "$dir"
        # The sheet's own plain text goes to the synthesiser, one WAV per prompt id.
        "$booth" prompts show prompts/assistant --locale "$locale" | awk -v n="$prompts_each" 'NR > 1 && NR <= n + 1' |
            while read -r id text; do
                espeak-ng -v "$voice+$variant" -p "$pitch" -s "$speed" -a 90 -w "$out/said.wav" "$text"
                # A microphone's noise: a synthesiser gives the same samples twice, which is a fault in a recording.
                sox "$out/said.wav" "$dir/$id.wav" gain -1 dither
            done
        rm "$out/said.wav"
        say "$speaker reads $prompts_each prompts in $locale"
        "$booth" record prompts/assistant --locale "$locale" --into "$out/recordings" --speaker "$speaker" \
            --device "file:$dir" --file-speed 8 --yes --about gender=synthetic \
            --order sheet --limit "$prompts_each" --auto </dev/null
    done
done

say "Check: every take is measured again"
"$booth" check "$out/recordings" --report "$out/report"
say "Pack"
"$booth" pack "$out/recordings" --out "$out/corpus"
say "Verify"
"$booth" verify "$out/corpus"

cat >&2 <<TEXT

The corpus is in $out/corpus, its card in $out/corpus/README.md, the report in $out/report/index.html.
The same with your own microphone, in your own language (booth devices lists what there is):

    $booth record prompts/assistant --locale en-US --into recordings
    $booth check recordings
    $booth pack recordings --out corpus
    $booth verify corpus
TEXT
