#!/usr/bin/env bash
# Audio that people have: every kind that is decoded, against ffmpeg's own decoding of the same file; every kind that is not,
# named with the command that converts it; and damaged files of the new kinds under a limit of memory and time.
# BOOTH_DAMAGED=2000 damages that many (default: 120).
set -euo pipefail
cd "$(dirname "$0")"
. ./lib.sh
python3 kinds.py "$booth" "$work" "${BOOTH_DAMAGED:-120}"
