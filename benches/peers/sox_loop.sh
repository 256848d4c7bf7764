#!/usr/bin/env bash
# The shell loop of many a corpus: statistics, resample, checksum, clip by clip. usage: sox_loop.sh CLIPS OUT
set -euo pipefail
clips=$1 out=$2
mkdir -p "$out"
find "$clips" -name '*.wav' | sort | while read -r clip; do
    name=${clip#"$clips"/}
    mkdir -p "$out/$(dirname "$name")"
    sox "$clip" -n stats 2>>"$out/stats.txt"
    sox "$clip" -b 16 "$out/$name" rate -v 16000
    sha256sum "$out/$name" >>"$out/SHA256SUMS"
done
