#!/usr/bin/env bash
# A corpus of two locales and three speakers, whose texts have quotes, bars and scripts, is described to catalogues and archives and
# packed as a bag; the programs that the descriptions are for read all of it, and a fault in any of their files is named.
. "$(dirname "$0")/lib.sh"

mkdir -p "$work/odd" "$work/said"
cat >"$work/odd/sheet.toml" <<'T'
id = "odd"
version = "1.0.0"
title = "Texts that formats stumble over"
licence = "CC0-1.0"
source = "Written for a check"
controller = { name = "A check", contact = "check@example.org" }
[instructions]
en-US = "Read aloud."
hi-IN = "ज़ोर से पढ़ें।"
T
# rows LOCALE: quotes at the beginning and a slot, a bar, braces, and a phrase that is read nine times, so that a sample leaves some out.
rows() {
    local quote bar brace phrase
    IFS='~' read -r quote bar brace phrase
    printf 'id\ttext\tintent\tdomain\trepeat\nquote\t%s\tsay_that\tsay\t\nbar\t%s\talarm_set\talarm\t\nbrace\t%s\t\t\t\nphrase\t%s\twake_word\twake\t9\n' \
        "$quote" "$bar" "$brace" "$phrase" >"$work/odd/$1.tsv"
}
rows en-US <<<'"Stop" is what [person : Ann] said~This | that, and [time : half past nine].~A {data_root} costs $5~Hey Booth'
rows hi-IN <<<'"रुको" [person : ऐन] ने कहा~यह | वह, [time : साढ़े नौ बजे]।~एक {data_root} का दाम $5~हे बूथ'
cat >"$work/booth.toml" <<'T'
schema = 1
[collector]
name = "The Voices: \"A & B\""
contact = "voices@example.org"
[consent]
uses = ["asr", "share-gated", "share-open"]
[licence]
id = "CC-BY-4.0"
access = "open"
[release]
url = "https://example.org/voices"
describe = ["croissant", "citation", "frictionless", "mdc"]
T
for speaker in 1 2 3; do
    for locale in en-US hi-IN; do
        dir=$work/said/$speaker-$locale
        mkdir "$dir"
        for prompt in quote bar brace phrase; do
            espeak-ng -v "en-us+m$speaker" -p $((speaker * 12)) -w "$dir/$prompt.wav" "the $prompt as read by number $speaker in $locale"
        done
        "$booth" record "$work/odd" --locale "$locale" --into "$work/recordings" --speaker "spk$speaker" --device "file:$dir" \
            --file-speed 20 --room-check 0.3 --yes --grant asr,share-gated,share-open --about gender=female --auto \
            </dev/null >"$dir/log" 2>&1 || { tail -5 "$dir/log" >&2; fail "recording of $speaker in $locale"; }
    done
done

# What is lacking is told before anything is done, with its flag and its field.
expect 2 "$booth" pack "$work/recordings" --out "$work/none" --min-verdict reject --version 1.0.0
grep -q 'needs its date' "$work/err" && grep -q -- '--date YYYY-MM-DD' "$work/err" || fail "a date that is lacking"
[ ! -e "$work/none" ] || fail "there is something after a refusal"

pack() {
    expect 0 "$booth" pack "$work/recordings" --min-verdict reject --name Voices --version 1.0.0 --date 2026-11-30 --format kaldi,parquet "$@"
}
pack --out "$work/corpus"
pack --out "$work/bag" --bag --threads 1
diff -r "$work/corpus" "$work/bag/data" || fail "the corpus in a bag is another one"
for made in corpus bag; do
    expect 0 "$booth" verify "$work/$made"
done
catalogues=$root/.venv/catalogues/bin/python
"$catalogues" "$root/tests/real/describe.py" "$work/corpus" "$work/unpacked" 2>"$work/err" || { tail -30 "$work/err" >&2; fail "a description"; }
"$catalogues" "$root/tests/real/describe.py" --bag "$work/bag" 2>"$work/err" || { tail -30 "$work/err" >&2; fail "the bag"; }
"$root/.venv/catalogues/bin/mlcroissant" validate --jsonld "$work/corpus/croissant.json" >"$work/out" 2>&1 || { cat "$work/out" >&2; fail "mlcroissant"; }
"$root/.venv/citation/bin/cffconvert" --validate --infile "$work/corpus/CITATION.cff" >"$work/out" 2>&1 || { cat "$work/out" >&2; fail "cffconvert"; }
"$root/.venv/citation/bin/cffconvert" --infile "$work/corpus/CITATION.cff" -f bibtex 2>&1 | grep -qF 'The Voices: "A & B"' || fail "the citation"
expect 0 "$booth" verify "$work/corpus"

# A changed byte in any file of a description or of the bag is told by the file's name.
changed() {
    local folder=$1 name=$2 keep=$work/kept
    cp "$folder/$name" "$keep"
    printf '\x00' | dd of="$folder/$name" bs=1 seek=$(($(stat -c %s "$keep") / 2)) conv=notrunc status=none
    expect 1 "$booth" verify "$folder"
    grep -qF "$name" "$work/out" || fail "the changed $name is not named"
    cp "$keep" "$folder/$name"
}
for name in CITATION.cff croissant.json datapackage.json $(cd "$work/corpus" && find mdc -type f); do
    changed "$work/corpus" "$name"
done
for name in bagit.txt bag-info.txt manifest-sha256.txt tagmanifest-sha256.txt data/croissant.json; do
    changed "$work/bag" "$name"
done
# Every verb that takes a corpus takes a bag.
sed -n 's/.*"id":"\([^"]*\)".*"text":"\(Hey Booth\)".*/\1\t\2/p' "$work/bag/data/catalogue.jsonl" >"$work/heard"
expect 0 "$booth" score "$work/bag" --hypotheses "$work/heard" --partial
expect 0 "$booth" diff "$work/corpus" "$work/bag" --delta "$work/delta"
expect 0 "$booth" patch "$work/bag" "$work/delta" --out "$work/patched"
diff -r "$work/corpus" "$work/patched" || fail "a patched bag"
expect 0 "$booth" pack "$work/recordings" --min-verdict reject --name Voices --version 1.0.1 --date 2026-12-01 --previous "$work/bag" --out "$work/next" --bag
expect 0 "$booth" verify "$work/next" --from "$work/recordings" --every 1
