#!/usr/bin/env bash
# The README's first command, and what it promises: every split holds something, and the corpus verifies.
. "$(dirname "$0")/lib.sh"

(cd "$root" && scripts/demo.sh "$work/demo") >"$work/out" 2>"$work/err" || {
    tail -20 "$work/err" >&2
    fail "the demo"
}
for split in train dev test; do
    [ -s "$work/demo/corpus/nemo/${split}_manifest.json" ] || fail "the demo's $split is empty"
done
expect 0 "$booth" verify "$work/demo/corpus"
echo "demo: 3 speakers, 2 locales, every split holds something"
