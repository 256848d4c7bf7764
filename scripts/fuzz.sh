#!/usr/bin/env bash
# Runs each fuzz target for a short time over its kept corpus. FUZZ_SECONDS sets the time for each (default 8).
# With a nightly toolchain the address sanitizer is on; without one the stable compiler is used, which works as well.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${FUZZ_SECONDS:-8}

command -v cargo-fuzz >/dev/null || cargo install --locked --quiet cargo-fuzz
if cargo +nightly --version >/dev/null 2>&1; then
    fuzz=(cargo +nightly fuzz)
    flags=()
else
    export RUSTC_BOOTSTRAP=1
    fuzz=(cargo fuzz)
    flags=(-s none)
fi

# cargo-fuzz asks for one unit of code, which one core builds while the others wait; what is found is the same with more.
export RUSTFLAGS="${RUSTFLAGS:-} -Ccodegen-units=16"

for path in fuzz/fuzz_targets/*.rs; do
    target=$(basename "$path" .rs)
    # What fuzzing finds goes to a copy, so that a run changes nothing in the repository.
    work=$(mktemp -d)
    mkdir -p "fuzz/corpus/$target"
    cp -r "fuzz/corpus/$target" "$work/corpus"
    if ! "${fuzz[@]}" run "${flags[@]}" "$target" "$work/corpus" -- -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
        -verbosity=0 -print_final_stats=0 >"$work/log" 2>&1; then
        tail -40 "$work/log" >&2
        echo "fuzz: $target failed; the input is in fuzz/artifacts/$target" >&2
        exit 1
    fi
    echo "fuzz: $target, $seconds s over $(find "fuzz/corpus/$target" -type f | wc -l) kept inputs, nothing found"
    rm -rf "$work"
done
