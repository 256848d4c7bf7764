#!/usr/bin/env bash
# Installs what Booth's build, demo and tests need on Debian and Ubuntu. usage: setup.sh build|dist|dist-test|demo|test|browsers|bench|accuracy
# Only missing packages are installed, with sudo when not root. Rust is expected to be there (https://rustup.rs).
set -euo pipefail
what=${1:?usage: setup.sh build|dist|dist-test|demo|test|browsers|bench|accuracy}

build=(gcc libc6-dev pkg-config libasound2-dev)
dist=(binutils dpkg-dev git gzip python3 xz-utils)
dist_test=(desktop-file-utils espeak-ng lintian mmdebstrap)
demo=(espeak-ng sox)
test=(pulseaudio pulseaudio-utils libasound2-plugins asterisk-core-sounds-en asterisk-core-sounds-en-wav
    asterisk-core-sounds-fr asterisk-core-sounds-fr-wav
    asterisk-core-sounds-it asterisk-core-sounds-it-g722
    asterisk-core-sounds-en-g722 asterisk-core-sounds-fr-g722 ffmpeg
    espeak-ng strace qemu-user sox flac lame vorbis-tools python3 python3-venv python3-torch)
browsers=(chromium firefox-esr fonts-noto-core)
# A Node.js of another origin does as well.
command -v node >/dev/null || browsers+=(nodejs)
command -v npm >/dev/null || browsers+=(npm)
bench=(asterisk-core-sounds-en-wav asterisk-core-sounds-fr-wav asterisk-core-sounds-es-wav
    asterisk-core-sounds-it-wav asterisk-core-sounds-ru-wav sox ffmpeg openssl time strace python3 python3-venv python3-torch)
accuracy=(sox ffmpeg lame opus-tools python3 python3-venv python3-torch)
for language in en fr es it ru; do
    accuracy+=("asterisk-core-sounds-$language" "asterisk-core-sounds-$language-g722")
done

case $what in
build) packages=("${build[@]}") ;;
dist) packages=("${build[@]}" "${dist[@]}") ;;
dist-test) packages=("${build[@]}" "${dist[@]}" "${dist_test[@]}") ;;
demo) packages=("${build[@]}" "${demo[@]}") ;;
test) packages=("${build[@]}" "${test[@]}") ;;
browsers) packages=("${browsers[@]}") ;;
bench) packages=("${build[@]}" "${bench[@]}") ;;
accuracy) packages=("${build[@]}" "${accuracy[@]}") ;;
*)
    echo "setup.sh: unknown '$what'; build, dist, dist-test, demo, test, browsers, bench and accuracy are known" >&2
    exit 2
    ;;
esac

if ! command -v cargo >/dev/null; then
    echo "setup.sh: Rust is missing; install it from https://rustup.rs and run this again" >&2
    exit 3
fi
if ! command -v apt-get >/dev/null; then
    case $(uname -s) in
    Darwin) echo "setup.sh: on macOS the build needs nothing more; the demo needs: brew install espeak-ng" >&2 ;;
    *) echo "setup.sh: no apt-get here; install the equivalents of: ${packages[*]}" >&2 ;;
    esac
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    # A trailing "installed" is the only state that counts; removed packages keep their configuration.
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
        echo "setup.sh: as root, run: apt-get install ${missing[*]}" >&2
        exit 3
    }
    as_root=(sudo)
fi
echo "setup.sh: installing ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
if ! { "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -20 "$log" >&2
    rm -f "$log"
    echo "setup.sh: the packages could not be installed" >&2
    exit 3
fi
rm -f "$log"
