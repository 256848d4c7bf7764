#!/usr/bin/env bash
# Fifty readers who do not exist are dealt sixty sentences each of the shipped sheet in each of its languages, and once more ten of them
# stop somewhere: what two have in common, every intent, what test reads that nobody trained on, and every sound of the language, as
# espeak-ng, pypinyin and pykakasi pronounce it. A choice of sentences from a pile covers more than one by chance.
. "$(dirname "$0")/lib.sh"
"$root/.venv/bin/python" "$root/tests/real/deals.py" "$booth" "$root/prompts/assistant" "$work"
