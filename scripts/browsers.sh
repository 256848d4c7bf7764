#!/usr/bin/env bash
# Installs what the tests of the page need: two browsers and Noto's fonts of Debian, Node.js, and the driver and the checker
# that tests/real/browser/package-lock.json pins, under target/browser. usage: browsers.sh
# Fast when all is there; packages are installed with sudo when not root.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=target/browser

need=(chromium firefox-esr fonts-noto-core)
# A Node.js of another origin does as well.
command -v node >/dev/null || need+=(nodejs)
command -v npm >/dev/null || need+=(npm)
missing=()
for package in "${need[@]}"; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "browsers.sh: as root, run: apt-get install ${missing[*]}" >&2
            exit 3
        }
        as_root=(sudo)
    fi
    echo "browsers.sh: installing ${missing[*]}" >&2
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } \
        >"$log" 2>&1; then
        tail -20 "$log" >&2
        rm -f "$log"
        echo "browsers.sh: the packages could not be installed" >&2
        exit 3
    fi
    rm -f "$log"
fi

stamp=$folder/.done-$(cat tests/real/browser/package.json tests/real/browser/package-lock.json | sha256sum | cut -c1-8)
[ ! -e "$stamp" ] || exit 0
mkdir -p "$folder"
rm -f "$folder"/.done-*
cp tests/real/browser/package.json tests/real/browser/package-lock.json "$folder/"
npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund --silent
touch "$stamp"
