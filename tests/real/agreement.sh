#!/usr/bin/env bash
# The plain definitions of the measurements and checks, stored for over a thousand real prompts and the synthetic voices,
# against the program: levels, edges, noise, findings.
. "$(dirname "$0")/lib.sh"

"$root/.venv/bin/python" "$root/tests/fixtures/quality/agreement.py" compare "$booth" ||
    fail "the program and the definitions disagree"
