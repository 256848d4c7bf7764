#!/usr/bin/env bash
# The statistics of sox, clip by clip. usage: sox_stats.sh CLIPS OUT
set -euo pipefail
clips=$1 out=$2
mkdir -p "$out"
find "$clips" -name '*.wav' | sort | while read -r clip; do
    sox "$clip" -n stats 2>>"$out/stats.txt"
done
