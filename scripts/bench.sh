#!/usr/bin/env bash
# Measures Booth beside its peers and prints ratios, goal by goal. usage: bench.sh [--quick] [--data DIR] [--rounds N]
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 scripts/bench.py "$@"
