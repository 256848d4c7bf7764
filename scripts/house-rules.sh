#!/usr/bin/env bash
# Rules that no compiler knows: no loose ends, no file that grew two subjects.
set -euo pipefail
cd "$(dirname "$0")/.."
fault=0
say() {
    echo "house-rules: $*" >&2
    fault=1
}
# The words are spelled apart, so that this file does not find itself.
loose=$(git grep -nE 'TO''DO|FIX''ME|XX''X|dbg''!|todo''!|unimplemented''!|#\[ig''nore' -- '*.rs' '*.sh' '*.py' '*.md' '*.toml' || true)
[ -z "$loose" ] || say "loose ends:"$'\n'"$loose"
long=$(git ls-files '*.rs' '*.py' '*.sh' | xargs wc -l | awk '$2 != "total" && $1 > 600 { print $1, $2 }')
[ -z "$long" ] || say "files over 600 lines:"$'\n'"$long"
for script in $(git ls-files '*.sh' .ci/run); do
    bash -n "$script" || say "$script does not parse"
done
exit $fault
