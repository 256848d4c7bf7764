#!/usr/bin/env bash
# Every test against real parts, one after the other; the first failure stops.
set -euo pipefail
cd "$(dirname "$0")/.."
for test in real/{keys,capture,lost,microphones,terminal,lines,slow,freeze,handsfree,asterisk,layouts,formats,describe,levels,kinds,agreement,transcribe,storage,faults,page,page_kills,page_faults,deals,withdraw,ingest} hostile/run real/demo; do
    start=$SECONDS
    "./$test.sh"
    echo "$test passed in $((SECONDS - start)) s"
done
