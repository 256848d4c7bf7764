#!/usr/bin/env bash
# Bundles of two homes, in parts and out of order, become one collection, also when the runs that take them in are killed at random
# instants; and many bundles go into one collection at a steady pace. KILLS says how many runs are killed (20, or 200 where that is
# asked for), BUNDLES how many go into one collection (60, or 1000).
. "$(dirname "$0")/lib.sh"

mkdir -p "$work/ingest"
"$root/.venv/bin/python" "$root/tests/real/ingest.py" "$booth" "$work/ingest" "${KILLS:-20}" "${BUNDLES:-60}"
