#!/usr/bin/env bash
# Installs what the tests of the page need: two browsers and Noto's fonts of Debian, Node.js, and the driver and the checker
# that tests/real/browser/package-lock.json pins, under target/browser. usage: browsers.sh
# Fast when all is there.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=target/browser

scripts/setup.sh browsers

stamp=$folder/.done-$(cat tests/real/browser/package.json tests/real/browser/package-lock.json | sha256sum | cut -c1-8)
[ ! -e "$stamp" ] || exit 0
mkdir -p "$folder"
rm -f "$folder"/.done-*
cp tests/real/browser/package.json tests/real/browser/package-lock.json "$folder/"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --silent
touch "$stamp"
