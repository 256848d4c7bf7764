#!/usr/bin/env bash
# Makes what people on Linux download, in target/dist (or where OUT says): an archive and a Debian package of the program that ships, with
# manual pages, completions, menu entry and icon, and their SHA256SUMS. usage: dist.sh [PROGRAM]
# PROGRAM is one that is built already; without it the release is built. The same program, sources and commit give the same
# bytes. Needs what `setup.sh dist` installs.
set -euo pipefail
umask 022
export LC_ALL=C TZ=UTC
program=${1:+$(realpath "$1")}
cd "$(dirname "$0")/.."
root=$PWD
out=$(realpath -m "${OUT:-target/dist}")
[ -n "${SOURCE_DATE_EPOCH:-}" ] || SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

if [ -z "$program" ]; then
    "${CARGO:-cargo}" build --release --locked
    program=$root/target/release/booth
fi
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -1)
told=$("$program" --version)
[ "$told" = "booth $version" ] || {
    echo "dist.sh: $program is '$told', and the sources are booth $version" >&2
    exit 1
}
# The package manager has a `booth` of its own, a manager of cluster tickets, which it would take for the newer version.
package=booth-recorder
# What a distribution's own package of the same version would come after.
revision=$version-1
architecture=$(dpkg --print-architecture)
name=booth-$version-$(uname -m)-linux
maintainer=${MAINTAINER:-$(git log -1 --format='%an <%ae>')}

mkdir -p "$out"
rm -f "$out"/booth-*-linux.tar.gz "$out"/${package}_*.deb "$out/SHA256SUMS"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

# What both have, laid out as below /usr or /usr/local.
tree=$stage/tree
install -D -m 755 "$program" "$tree/bin/booth"
strip --strip-all --remove-section=.comment --remove-section=.note "$tree/bin/booth"
"$program" man --out "$stage/man" >/dev/null
mkdir -p "$tree/share/man"
mv "$stage/man" "$tree/share/man/man1"
complete() { # SHELL FILE
    mkdir -p "$tree/share/$(dirname "$2")"
    "$program" completions "$1" >"$tree/share/$2"
}
complete bash bash-completion/completions/booth
complete zsh zsh/site-functions/_booth
complete fish fish/vendor_completions.d/booth.fish
install -D -m 644 packaging/linux/booth.desktop "$tree/share/applications/booth.desktop"
install -D -m 644 packaging/linux/booth.svg "$tree/share/icons/hicolor/scalable/apps/booth.svg"
python3 scripts/notices.py >"$stage/THIRD-PARTY.txt"

# The archive.
archive=$stage/$name
mkdir "$archive"
cp -R "$tree/." "$archive"
cp README.md docs/INSTALL.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE "$stage/THIRD-PARTY.txt" "$archive"
tar --create --sort=name --format=gnu --owner=0 --group=0 --numeric-owner --mode='u=rwX,go=rX' \
    --mtime="@$SOURCE_DATE_EPOCH" --directory="$stage" "$name" | gzip -9n >"$out/$name.tar.gz"

# The package.
deb=$stage/deb
mkdir -p "$deb/DEBIAN" "$deb/usr"
cp -R "$tree/." "$deb/usr"
mv "$deb/usr/share/zsh/site-functions" "$deb/usr/share/zsh/vendor-completions"
doc=$deb/usr/share/doc/$package
install -D -m 644 packaging/linux/copyright "$doc/copyright"
install -m 644 README.md "$stage/THIRD-PARTY.txt" "$doc"
install -m 644 CHANGELOG.md "$doc/changelog"
cat >"$doc/changelog.Debian" <<END
$package ($revision) unstable; urgency=medium

  * As its authors release it; what is new stands in changelog.gz.

 -- $maintainer  $(date -R -d "@$SOURCE_DATE_EPOCH")
END
gzip -9n "$doc/changelog" "$doc/changelog.Debian" "$doc/THIRD-PARTY.txt" "$deb"/usr/share/man/man1/*.1
# Which packages have the libraries that the program is linked to, from which version on.
mkdir "$stage/debian"
printf 'Source: %s\n\nPackage: %s\nArchitecture: any\n' "$package" "$package" >"$stage/debian/control"
depends=$(cd "$stage" && dpkg-shlibdeps -O "$deb/usr/bin/booth" | sed -n 's/^shlibs:Depends=//p')
[ -n "$depends" ] || {
    echo "dist.sh: no package is known to have what the program is linked to" >&2
    exit 1
}
size=$(du --apparent-size -k -s "$deb/usr" | cut -f1)
cat >"$deb/DEBIAN/control" <<END
Package: $package
Version: $revision
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $size
Depends: $depends
Recommends: pipewire-pulse | pulseaudio
Conflicts: booth
Section: sound
Priority: optional
Description: recording booth for speech corpora
 Booth records people who read prompts aloud, checks each recording at once,
 and packs what is good into a corpus for training a voice assistant.
 Contributors read at home with an ordinary microphone and are told in plain
 words, in fifteen languages, what was wrong and what to try. Managers write
 the prompt sheets, check what comes in, and publish a corpus that trainers
 load unchanged. It works offline.
END
(cd "$deb" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$deb" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$deb" "$out/${package}_${revision}_$architecture.deb" >/dev/null

(cd "$out" && sha256sum -- "$name.tar.gz" "${package}_${revision}_$architecture.deb" >SHA256SUMS)
cat "$out/SHA256SUMS"
