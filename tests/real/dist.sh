#!/usr/bin/env bash
# What people download, in a plain Debian that has nothing of ours: the package is installed with what it depends on, a reader
# without a checkout records from a sheet in the program, and nothing is left when it is removed. The archive holds the same
# program, and both are the same bytes when they are made again. usage: dist.sh, as root; `make dist-test` builds first.
# The plain Debian is made once and kept in target/dist-test; MIRROR names another mirror than Debian's.
. "$(dirname "$0")/lib.sh"

[ "$(id -u)" -eq 0 ] || fail "root is needed to make and enter a system of its own"
dist=$root/target/dist
kept=$root/target/dist-test
suite=$(. /etc/os-release && echo "${VERSION_CODENAME:?}")
deb=$(echo "$dist"/booth-recorder_*.deb)
archive=$(echo "$dist"/booth-*-linux.tar.gz)
[ -f "$deb" ] && [ -f "$archive" ] || fail "there is nothing in $dist: make dist"

(cd "$dist" && sha256sum --quiet --check SHA256SUMS) || fail "the checksums"
sums=$(cat "$dist/SHA256SUMS")
mkdir "$work/unpacked"
tar -xzf "$archive" -C "$work/unpacked" --strip-components=1
# Another place, mask and time zone, and the program that came out: it has no more to be stripped of.
(cd / && umask 077 && OUT=$work/again TZ=Asia/Tokyo "$root/scripts/dist.sh" "$work/unpacked/bin/booth" >/dev/null)
[ "$(cat "$work/again/SHA256SUMS")" = "$sums" ] || fail "made again, it is other bytes"

# What Debian asks of a package; there is no bug to close in a distribution that it is not in.
lintian --allow-root --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs "$deb" || fail "lintian"
desktop-file-validate "$root/packaging/linux/booth.desktop" || fail "the menu entry is not valid"
# As far as Linux can tell.
python3 -c 'import plistlib, sys; [plistlib.load(open(path, "rb")) for path in sys.argv[1:]]' "$root"/packaging/macos/*.plist ||
    fail "a property list of the app for macOS"

# A plain Debian with manual pages and completions, which people have.
mkdir -p "$kept"
base=$kept/$suite.tar
if [ ! -s "$base" ]; then
    mmdebstrap --quiet --variant=minbase --include=man-db,bash-completion "$suite" "$base.part.tar" ${MIRROR:+"$MIRROR"}
    mv "$base.part.tar" "$base"
fi
plain=$work/plain
mkdir "$plain"
tar -xf "$base" -C "$plain"
cp /etc/resolv.conf "$plain/etc/resolv.conf"
inside() { chroot "$plain" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
reader() { chroot --userspec=reader:reader "$plain" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/home/reader LC_ALL=C.UTF-8 "$@"; }

inside useradd --create-home reader
cp "$deb" "$plain/srv/booth.deb"
chmod 644 "$plain/srv/booth.deb"
# What it needs to run and no more: a sound server is recommended, and is not for a system without a desktop.
expect 0 inside apt-get update -qq
expect 0 inside apt-get install -y -qq --no-install-recommends /srv/booth.deb
inside dpkg -L booth-recorder | sort >"$work/files"

# Whoever reads has no checkout: two sentences, spoken; what is dealt is another matter.
mkdir "$plain/home/reader/voices"
for at in 1 2; do
    espeak-ng -v en-us -w "$plain/home/reader/voices/$at.wav" "Turn on the lamp in the living room, this is number $at."
done
chown -R "$(stat -c %u:%g "$plain/home/reader")" "$plain/home/reader/voices"
in_home() { reader /bin/sh -c 'cd && exec "$@"' sh "$@"; }
expect 0 in_home booth --version
grep -q "^booth [0-9]" "$work/out" || fail "the version"
expect 0 in_home booth prompts list assistant
grep -q "ja-JP" "$work/out" || fail "the sheet in the program"
expect 0 in_home booth record assistant --locale en-US --speaker k3v9 --yes --auto --limit 2 --room-check 0 --file-speed 8 \
    --device file:voices/1.wav --device file:voices/2.wav
expect 0 in_home booth status recordings --prompts assistant
grep -q "2 kept (2 pass" "$work/out" || fail "two readings are not kept: $(cat "$work/out")"
grep -q "58 left to read" "$work/out" || fail "58 of the 60 that were dealt are not left: $(cat "$work/out")"

# What a desktop, a shell and `man` find.
for page in booth booth-record booth-prompts-copy; do
    expect 0 in_home man -w "$page"
done
expect 0 in_home man booth-record
grep -q -- "--file-speed" "$work/out" || fail "the manual page of record"
completed='. /usr/share/bash-completion/bash_completion && _completion_loader booth; COMP_WORDS=(booth rec) COMP_CWORD=1
    COMP_LINE="booth rec" COMP_POINT=9; _booth booth rec booth && printf "%s\n" "${COMPREPLY[@]}"'
expect 0 in_home bash -euc "set +eu; $completed"
[ "$(cat "$work/out")" = record ] || fail "bash completes 'rec' as: $(cat "$work/out" "$work/err")"
[ -s "$plain/usr/share/applications/booth.desktop" ] || fail "the menu entry"
[ -s "$plain/usr/share/icons/hicolor/scalable/apps/booth.svg" ] || fail "the icon"

# The command of the menu entry, with a microphone in which somebody speaks, reaches a meter that moves, over the sheets that it
# brought. The network is that of the machine.
command=$(sed -n 's/^Exec=//p' "$plain/usr/share/applications/booth.desktop")
[ "$command" = "booth studio" ] || fail "the menu entry runs: $command"
studio_answers() {
    mkdir -p "$plain/run/pulse"
    # The reader inside is another user than the server's.
    chmod -R a+rwX "$XDG_RUNTIME_DIR/pulse"
    mount --bind "$XDG_RUNTIME_DIR/pulse" "$plain/run/pulse"
    # What a sink plays is no microphone: one is made of it.
    pactl load-module module-remap-source source_name=desk master=mic.monitor source_properties=device.description=Desk >/dev/null
    pactl set-default-source desk
    sox -n -r 48000 -c 1 "$work/hum.wav" synth 30 pinknoise vol 0.1 tremolo 3 90
    paplay -d mic "$work/hum.wav" &
    in_home /usr/bin/env PULSE_SERVER=unix:/run/pulse/native timeout 60 $command --no-open >"$work/studio" 2>&1 &
    local link=
    for _ in $(seq 100); do
        link=$(grep -om1 'http://[^[:space:]]*/enter?code=[0-9a-f]*' "$work/studio" || true)
        [ -z "$link" ] || break
        sleep 0.1
    done
    [ -n "$link" ] && python3 "$root/tests/real/live_meter.py" "$link"
    local code=$?
    umount "$plain/run/pulse"
    [ $code -eq 0 ] || { cat "$work/studio" >&2; return 1; }
}
export -f studio_answers in_home reader
export plain work root command
"$root/tests/real/with-fake-mic.sh" bash -c studio_answers || fail "the studio shows no live meter"

# Removed, it leaves nothing but what the reader made.
expect 0 inside dpkg --remove booth-recorder
while read -r file; do
    [ ! -f "$plain$file" ] || fail "$file is left"
done <"$work/files"
left=$(find "$plain" -xdev -iname '*booth*' -not -path "$plain/home/*" -not -path "$plain/srv/booth.deb" -not -path "$plain/var/log/*")
[ -z "$left" ] || fail "left behind: $left"
[ -d "$plain/home/reader/recordings" ] || fail "the recordings are gone"

# The archive is used where it was unpacked, by its own program.
expect 0 "$work/unpacked/bin/booth" prompts check assistant
cmp "$work/unpacked/bin/booth" <(dpkg-deb --fsys-tarfile "$deb" | tar -xO ./usr/bin/booth) || fail "the two programs differ"
echo "dist: installed in a plain $suite, recorded, removed; made again it is the same bytes"
