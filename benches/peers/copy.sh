#!/usr/bin/env bash
# Limits: what copying and hashing alone cost. usage: copy.sh MODE FROM OUT [MADE]
set -euo pipefail
mode=$1 from=$2 out=$3 made=${4:-}
files() { find "$1" -name '*.wav' -print0; }
case $mode in
copy-sha256sum) # Copies everything, hashes the copy.
    cp -r "$from" "$out"
    files "$out" | xargs -0 sha256sum >"$out/SHA256SUMS"
    ;;
copy-openssl)
    cp -r "$from" "$out"
    files "$out" | xargs -0 openssl dgst -sha256 -r >"$out/SHA256SUMS"
    ;;
read-openssl) # Reads everything twice: once to throw it away, once to hash it.
    files "$from" | xargs -0 cat >/dev/null
    files "$from" | xargs -0 openssl dgst -sha256 -r >/dev/null
    ;;
floor) # Reads the input, copies what is made of it and hashes that: no sample is touched.
    files "$from" | xargs -0 cat >/dev/null
    cp -r "$made" "$out"
    files "$out" | xargs -0 openssl dgst -sha256 -r >/dev/null
    ;;
*)
    echo "copy.sh: unknown mode $mode" >&2
    exit 2
    ;;
esac
