# Shared by the real tests: where things are, and how a failure is told. Sourced, never run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
booth=${BOOTH:-$root/target/quick/booth}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# What is measured here is remembered no longer than the test.
export BOOTH_STATE=$work/state

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# expect CODE COMMAND...: runs it with output kept in $work/out and $work/err, and fails on another exit code.
expect() {
    local want=$1 code=0
    shift
    "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
    if [ "$code" -ne "$want" ]; then
        tail -5 "$work/out" >&2
        tail -20 "$work/err" >&2
        fail "exit code $code in place of $want: $*"
    fi
}

# pairs LANGUAGE VOICE OUT: Debian's Asterisk prompts with their texts, as audio files with a .txt beside each.
pairs() {
    local language=$1 voice=$2 out=$3
    mkdir -p "$out"
    zcat "/usr/share/doc/asterisk-core-sounds-$language/core-sounds-$language.txt.gz" | tr -d '\r' |
        awk -F: -v sounds="/usr/share/asterisk/sounds/$voice" '
            /^;/ || !/:/ { next }
            {
                key = $1; text = substr($0, index($0, ":") + 1)
                gsub(/^[ \t]+|[ \t]+$/, "", key); gsub(/^[ \t]+|[ \t]+$/, "", text)
                # Tones, beeps and stage directions have no words to say.
                if (key == "" || text == "" || text ~ /[][<>]/) next
                print sounds "/" key ".wav" "\t" key "\t" text
            }' |
        while IFS=$'\t' read -r wav key text; do
            [ -f "$wav" ] || continue
            name=${key//\//-}
            cp "$wav" "$out/$name.wav"
            printf '%s\n' "$text" >"$out/$name.txt"
        done
}

# small_sheet COUNT [pairs]: the first COUNT of the shipped prompts in $work/sheet, each spoken in $work/speech, and with a .txt
# beside each in $work/pairs where that is asked for.
small_sheet() {
    mkdir -p "$work/sheet" "$work/speech" ${2:+"$work/$2"}
    cp "$root/prompts/assistant/sheet.toml" "$work/sheet/"
    head -$(($1 + 1)) "$root/prompts/assistant/en-US.tsv" >"$work/sheet/en-US.tsv"
    "$booth" prompts show "$work/sheet" --locale en-US | awk 'NR > 1' | while read -r id text; do
        espeak-ng -v en-us -w "$work/speech/$id.wav" "$text"
        if [ -n "${2:-}" ]; then
            cp "$work/speech/$id.wav" "$work/$2/"
            printf '%s\n' "$text" >"$work/$2/$id.txt"
        fi
    done
}
