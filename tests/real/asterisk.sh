#!/usr/bin/env bash
# Over a thousand real human clips: import, check, pack, verify; the counts add up, real loaders read the corpus, the
# bytes are the same again, on other thread counts and on CPUs without AVX, and any flipped byte is found and named.
. "$(dirname "$0")/lib.sh"

pairs en en_US_f_Allison "$work/en"
pairs fr fr_CA_f_June "$work/fr"
clips=$(find "$work/en" "$work/fr" -name '*.wav' | wc -l)
[ "$clips" -ge 1000 ] || fail "only $clips clips with texts"

import() { # RECORDINGS
    expect 0 "$booth" import --layout pairs "$work/en" --into "$1" --locale en-US --speaker allison1 \
        --consent-statement "Debian package asterisk-core-sounds-en, CC-BY-SA-3.0" --limit-of format-low.rate_reject_hz=8000
    expect 0 "$booth" import --layout pairs "$work/fr" --into "$1" --locale fr-CA --speaker june1 \
        --consent-statement "Debian package asterisk-core-sounds-fr, CC-BY-SA-3.0" --limit-of format-low.rate_reject_hz=8000
}
import "$work/recordings"

# These are 8 kHz prompts without silence around them: the check says so, and its exit code is 1.
expect 1 "$booth" check "$work/recordings" --json
counted=$(grep -c '"type":"take"' "$work/out")
[ "$counted" -eq "$clips" ] || fail "check counted $counted of $clips"
python3 - "$work/out" "$clips" <<'P'
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1])]
summary = rows[-1]
assert summary["type"] == "summary", summary
takes = [row for row in rows if row["type"] == "take"]
for verdict in ("pass", "warn", "reject"):
    have = sum(take["verdict"] == verdict for take in takes)
    assert have == summary[verdict], (verdict, have, summary)
assert summary["takes"] == int(sys.argv[2]), summary
P

# Formats of text, of linked audio and of embedded audio, in shards of a few hundred clips.
form=(--name asterisk --min-verdict reject --json --shard-bytes 10000000)
form+=(--format audiofolder,kaldi,lhotse,nemo,nemo-tarred,parquet,shar,webdataset)
pack() { # RECORDINGS CORPUS [FLAGS...]
    expect 0 "$booth" pack "$1" --out "$2" "${form[@]}" "${@:3}"
}
pack "$work/recordings" "$work/corpus"
packed=$(wc -l <"$work/corpus/catalogue.jsonl")
[ "$packed" -eq "$clips" ] || fail "packed $packed of $clips"
expect 0 "$booth" verify "$work/corpus"
(cd "$work/corpus" && sha256sum --quiet -c SHA256SUMS) || fail "sha256sum does not accept the corpus"
"$root/.venv/bin/python" "$root/tests/real/loaders.py" "$work/corpus" "$root/.venv/nemo" 2>"$work/loaders.err" ||
    { tail -5 "$work/loaders.err" >&2; fail "a loader refused the corpus"; }

same() { diff -r "$work/corpus" "$1" >/dev/null || fail "other bytes: $2"; }
import "$work/again"
pack "$work/again" "$work/corpus2" --threads 1
same "$work/corpus2" "a second import and pack, 1 thread"
pack "$work/recordings" "$work/corpus3" --threads 3
same "$work/corpus3" "3 threads"
if command -v qemu-x86_64 >/dev/null && [ "$(uname -m)" = x86_64 ]; then
    expect 0 qemu-x86_64 -cpu Nehalem "$booth" pack "$work/recordings" --out "$work/corpus4" "${form[@]}"
    same "$work/corpus4" "a CPU without AVX"
    # Every measure too, at the rates of microphones; AVX2 is what most people have, whatever this machine is.
    mkdir "$work/native"
    find "$work/en" -name '*.wav' | sort | awk 'NR % 25 == 1' | while read -r clip; do
        for rate in 44100 48000; do
            sox -R "$clip" "$work/native/$(basename "$clip" .wav)-$rate.wav" rate -v "$rate"
        done
    done
    expect 1 "$booth" check "$work/native" --json
    mv "$work/out" "$work/measured"
    [ "$(grep -c '"type":"take"' "$work/measured")" -ge 40 ] || fail "too few clips were measured"
    for cpu in Nehalem Haswell; do
        expect 1 qemu-x86_64 -cpu "$cpu" "$booth" check "$work/native" --json
        cmp "$work/measured" "$work/out" || fail "other measurements on a $cpu"
    done
    echo "asterisk: the same bytes and measurements on CPUs without AVX and without AVX-512"
fi

# Flip one byte in files of every kind, at the start, inside and at the end; each must be named.
python3 - "$booth" "$work/corpus" <<'P'
import random, subprocess, sys
from pathlib import Path

booth, corpus = sys.argv[1], Path(sys.argv[2])
random.seed(1)
files = [p for p in sorted(corpus.rglob("*")) if p.is_file()]
audio = [p for p in files if p.suffix == ".wav"]
others = [p for p in files if p.suffix != ".wav"]
chosen = random.sample(others, min(len(others), 16)) + random.sample(audio, 6)
flips = 0
for path in chosen:
    good = path.read_bytes()
    for at in sorted({0, len(good) - 1, random.randrange(len(good))}):
        bad = bytearray(good)
        bad[at] ^= 1 << random.randrange(8)
        path.write_bytes(bad)
        run = subprocess.run([booth, "verify", corpus], capture_output=True, text=True)
        name = str(path.relative_to(corpus))
        assert run.returncode == 1, f"byte {at} of {name}: exit code {run.returncode}"
        assert name in run.stdout + run.stderr, f"byte {at} of {name}: not named"
        flips += 1
    path.write_bytes(good)
assert subprocess.run([booth, "verify", corpus], capture_output=True).returncode == 0
print(f"asterisk: {flips} flipped bytes, each found and named")
P
echo "asterisk: $clips clips imported, checked, packed, verified and loaded; the same bytes 3 times"
