#!/usr/bin/env bash
# A corpus of three locales and seven speakers, whose texts have quotes, bars, braces and scripts, is packed into every manifest
# format, verified, and loaded by the formats' own loaders: rows, texts and counts of samples are those of the catalogue.
. "$(dirname "$0")/lib.sh"

mkdir -p "$work/odd"
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
ja-JP = "声に出して読んでください。"
T
# rows LOCALE: quotes at the beginning, a bar, braces and a dollar, a wake phrase that is read twice, a near miss, a triple.
rows() {
    local quote bar brace wake near lamp
    IFS='~' read -r quote bar brace wake near lamp
    printf 'id\ttext\tintent\tdomain\trepeat\n' >"$work/odd/$1.tsv"
    printf '%s\t%s\t%s\t%s\t%s\n' quote "$quote" say_that say '' bar "$bar" alarm_set alarm '' brace "$brace" '' '' '' \
        wake "$wake" wake_word wake 2 near "$near" wake_negative wake '' \
        lamp "$lamp" activate__lights__living_room lights '' >>"$work/odd/$1.tsv"
}
rows en-US <<<'"Stop" is what [person : Ann] said~This | that, and [time : half past nine].~A {data_root} costs $5~Hey Booth~Hey, Ruth!~Please, the "big" lights'
rows hi-IN <<<'"रुको" [person : ऐन] ने कहा~यह | वह, [time : साढ़े नौ बजे]।~एक {data_root} का दाम $5~हे बूथ~हे रूथ~"बड़ी" बत्ती, कृपया'
rows ja-JP <<<'"止まって"と[person : アン]が言った~これ|それ、[time : 九時半]に。~{data_root}は$5です~ねえ、ブース~ねえ、ルース~"居間",電気をつけて'

# Every reading sounds otherwise; what is said is no matter here.
mkdir "$work/said"
speak() {
    local speaker=$1 locale=$2 prompt dir=$work/said/$1-$2
    mkdir "$dir"
    for prompt in quote bar brace wake near lamp; do
        espeak-ng -v "en-us+m$((speaker % 7 + 1))" -p $((speaker * 12)) -w "$dir/$prompt.wav" "the $prompt, as it is read aloud by number $speaker"
    done
    "$booth" record "$work/odd" --locale "$locale" --into "$work/recordings/$locale" --speaker "spk$speaker" --device "file:$dir" \
        --file-speed 20 --room-check 0.3 --yes --about "gender=$([ $((speaker % 2)) = 0 ] && echo female || echo male)" --auto \
        </dev/null >"$dir/log" 2>&1 || { tail -5 "$dir/log" >&2; fail "recording of $speaker in $locale"; }
}
# Two processes do not record into one folder.
readers() {
    local locale=$1 speaker
    shift
    for speaker in "$@"; do
        speak "$speaker" "$locale"
    done
}
readers en-US 1 2 3 4 5 6 7 &
english=$!
readers hi-IN 1 2 3 &
hindi=$!
readers ja-JP 5 6 7
wait $english
wait $hindi

embedding='nemo-tarred parquet shar webdataset'
formats=$("$booth" formats --json | grep '"type":"format"' | grep -o '"name":"[^"]*"' | cut -d'"' -f4 | grep -vxF "${embedding// /$'\n'}")
expect 0 "$booth" pack "$work"/recordings/* --out "$work/corpus" --min-verdict reject $(printf -- '--format %s ' $formats)
expect 0 "$booth" verify "$work/corpus"
(cd "$work/corpus" && sha256sum --quiet -c SHA256SUMS) || fail "a checksum"
# A copy without hard links is the same corpus, and a changed copy of a clip is told.
cp -r "$work/corpus" "$work/copied"
expect 0 "$booth" verify "$work/copied"
clip=$(find "$work/copied/mfa" -name '*.wav' -print -quit)
printf 'x' | dd of="$clip" bs=1 seek=1000 conv=notrunc status=none
expect 1 "$booth" verify "$work/copied"
grep -q "${clip#"$work/copied/"}" "$work/out" || fail "the changed clip is not named"

"$root/.venv/bin/python" "$root/tests/real/formats.py" "$work/corpus" "$root/.venv" "$work" 2>"$work/err" || {
    tail -30 "$work/err" >&2
    fail "a format"
}
"$root/.venv/bin/python" "$root/tests/real/loaders.py" "$work/corpus" "$root/.venv/nemo" >/dev/null 2>"$work/err" || {
    tail -30 "$work/err" >&2
    fail "Kaldi or NeMo"
}
# Shards of a few clips each, so that there are several; changed ones are told.
expect 0 "$booth" pack "$work"/recordings/* --out "$work/shards" --min-verdict reject --shard-bytes 400000 \
    $(printf -- '--format %s ' $embedding)
[ "$(find "$work/shards/parquet" -name '*.parquet' | wc -l)" -gt 9 ] || fail "there are few shards"
"$root/.venv/bin/python" "$root/tests/real/containers.py" "$work/shards" "$root/.venv/nemo" "$work/cache" 2>"$work/err" || {
    tail -30 "$work/err" >&2
    fail "a format that embeds audio"
}
# The same with FLAC inside, loaded as well.
expect 0 "$booth" pack "$work"/recordings/* --out "$work/flac" --min-verdict reject --embed flac $(printf -- '--format %s ' $embedding)
expect 0 "$booth" verify "$work/flac"
"$root/.venv/bin/python" "$root/tests/real/containers.py" "$work/flac" "$root/.venv/nemo" "$work/cache" 2>"$work/err" || {
    tail -30 "$work/err" >&2
    fail "a format that embeds FLAC"
}
for shard in "$(find "$work/shards/parquet" -name '*.parquet' -print -quit)" "$(find "$work/shards/shar" -name '*.tar' -print -quit)"; do
    printf 'x' | dd of="$shard" bs=1 seek=3000 conv=notrunc status=none
    expect 1 "$booth" verify "$work/shards"
    grep -q "${shard#"$work/shards/"}" "$work/out" || fail "the changed shard is not named"
done
