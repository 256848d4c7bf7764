#!/usr/bin/env bash
# Hands-free, with real voices in a real room noise: clean readings pass, no word is cut, and nothing is kept of an empty room.
# HANDSFREE=long reads twenty prompts with three voices in every scene, which takes some minutes.
. "$(dirname "$0")/lib.sh"
long=${HANDSFREE:-}
export FAKE_MIC_RATE=16000

# voice LANGUAGE VOICE LOCALE COUNT: a sheet of texts whose recording is without fault beside half a second of the room.
voice() {
    local language=$1 voice=$2 locale=$3 count=$4 dir=$work/$3
    mkdir -p "$dir/sheet" "$dir/speech" "$dir/pairs"
    sed '/^\[instructions\]/,$d' "$root/prompts/assistant/sheet.toml" | sed 's/^id = .*/id = "handsfree"/; s/^max_words.*/max_words = 60/' \
        >"$dir/sheet/sheet.toml"
    zcat "/usr/share/doc/asterisk-core-sounds-$language/core-sounds-$language.txt.gz" | tr -d '\r' |
        sed -n 's/^\([a-z][a-z0-9-]*\): *\([^][<>()0-9]*[^][<>()0-9 ]\) *$/\1\t\2/p' | tr -s ' ' |
        awk -F'\t' '!seen[$2]++ && split($2, words, " ") >= 3 && length($1) <= 40' |
        while IFS=$'\t' read -r name text; do
            local sound=/usr/share/asterisk/sounds/$voice/$name.g722
            [ -f "$sound" ] || continue
            ffmpeg -nostdin -v error -y -f g722 -i "$sound" -ar 16000 -ac 1 "$work/raw.wav" || fail "ffmpeg cannot decode $name"
            # The words alone: what is quieter than 1 % is the silence around them.
            sox "$work/raw.wav" "$dir/speech/$name.wav" silence 1 0.02 1% reverse silence 1 0.02 1% reverse gain -n -6
            sox -R "$dir/speech/$name.wav" "$dir/pairs/$name.wav" pad 0.5 0.5
            sox -R "$dir/pairs/$name.wav" "$work/noise.wav" synth pinknoise gain -n -53
            sox -R -m -v 1 "$dir/pairs/$name.wav" -v 1 "$work/noise.wav" "$work/mixed.wav" && mv "$work/mixed.wav" "$dir/pairs/$name.wav"
            printf '%s\n' "$text" >"$dir/pairs/$name.txt"
            printf '%s\t%s\n' "$name" "$text" >>"$dir/all.tsv"
            [ "$(wc -l <"$dir/all.tsv")" -lt $((4 * count)) ] || break
        done
    expect 0 "$booth" import --layout pairs "$dir/pairs" --into "$dir/known" --locale "$locale" --speaker reader1 --ids names \
        --consent-statement "Debian package asterisk-core-sounds-$language, CC-BY-SA-3.0"
    "$booth" check "$dir/known" --json >"$work/checked" 2>/dev/null || true
    python3 - "$work/checked" "$dir" "$locale" "$count" <<'P'
import json, sys
checked, folder, locale, count = sys.argv[1:]
rows = [json.loads(line) for line in open(checked)]
good = {row["prompt"] for row in rows if row["type"] == "take" and row["verdict"] == "pass"}
lines = [line for line in open(f"{folder}/all.tsv") if line.split("\t")[0] in good][: int(count)]
assert len(lines) == int(count), f"only {len(lines)} recordings of {locale} are without fault"
open(f"{folder}/sheet/{locale}.tsv", "w").write("id\ttext\n" + "".join(lines))
P
}

scene() { # LOCALE SCENE
    "$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/handsfree.py" "$booth" "$work/$1/sheet" "$1" \
        "$work/$1/speech" "$work/$1/$2" "$2" >"$work/$1-$2.json" || fail "$2 in $1"
}

jobs=()
start() { scene "$@" & jobs+=($!); }
finish() {
    for job in "${jobs[@]}"; do wait "$job" || fail "a scene failed"; done
    jobs=()
}
if [ -n "$long" ]; then
    voice en en_US_f_Allison en-US 20
    voice fr fr_CA_f_June fr-FR 20
    voice it it_IT_m_Carlo it-IT 20
    for what in clean louder pauses; do
        for locale in en-US fr-FR it-IT; do start "$locale" "$what"; done
        finish
    done
    start en-US nobody
    start fr-FR thinks
    finish
else
    voice en en_US_f_Allison en-US 3
    voice fr fr_CA_f_June fr-FR 3
    start en-US louder
    start fr-FR pauses
    start en-US nobody
    finish
fi
cat "$work"/*-*.json
python3 - "$work"/*-*.json <<'P'
import json, sys
scenes = [json.load(open(path)) for path in sys.argv[1:]]
for scene in scenes:
    if scene["scene"] == "nobody":
        assert scene["kept"] == 0 and scene["takes"] == 2, scene
        continue
    assert scene["cut"] == 0 and scene["code"] == 0, scene
    assert 0.35 <= scene["lead"][0] and scene["lead"][1] <= 0.65, scene
# A long pause is told as one; all else is without fault.
clean = [scene for scene in scenes if scene["scene"] in ("clean", "louder", "thinks")]
takes, passed = (sum(scene[key] for scene in clean) for key in ("takes", "pass"))
assert passed >= 0.95 * takes, f"only {passed} of {takes} clean takes passed"
print(f"handsfree: {passed} of {takes} clean takes passed, no word was cut, nothing was kept of an empty room")
P
