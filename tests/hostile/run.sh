#!/usr/bin/env bash
# What a stranger's folder may hold, a disk that cannot be read, file systems that lack something, a loss of power, two verbs
# at once, and spoilt files. SHARE is the part of the cases that is run; all of them are more, and on more prompts.
. "$(dirname "$0")/../real/lib.sh"
share=${SHARE:-0.1}
rounds=3

try() { # TRIAL [MORE...]
    python3 "$root/tests/hostile/$1.py" "$booth" "$work" "$share" "${@:2}"
}
# A sheet of the first of the shipped prompts.
world() { # PROMPTS
    small_sheet "$1" pairs
    mkdir -p "$work/sheet/consent"
    echo "We keep what you read to train recognisers." >"$work/sheet/consent/en-US.txt"
}

world 2
try planted
try without
try spoilt
if [ "$share" = 1 ]; then
    world 12
    rounds=30
fi
try power
try together "$rounds"
