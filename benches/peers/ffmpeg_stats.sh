#!/usr/bin/env bash
# The statistics and silences of ffmpeg, clip by clip. usage: ffmpeg_stats.sh CLIPS OUT
set -euo pipefail
clips=$1 out=$2
mkdir -p "$out"
find "$clips" -name '*.wav' | sort | while read -r clip; do
    ffmpeg -nostdin -hide_banner -i "$clip" -af astats,silencedetect=n=-40dB:d=0.3 -f null - 2>>"$out/stats.txt"
done
