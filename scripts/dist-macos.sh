#!/usr/bin/env bash
# Makes what people on macOS download, in target/dist: Booth.app, zipped, with its SHA256SUMS. Runs on macOS with Rust and the
# command-line tools of Xcode. usage: dist-macos.sh
# SIGN_IDENTITY    signs it ("Developer ID Application: NAME (TEAM)"; `security find-identity -v -p codesigning` lists them);
#                  without it the app has the signature of nobody, and who downloads it must open it by right-click and Open.
# NOTARY_PROFILE   has Apple notarise it, by the credentials that `xcrun notarytool store-credentials PROFILE` has kept;
#                  needs SIGN_IDENTITY. The ticket is stapled to the app.
# BUNDLE_ID        is what macOS knows the app and its leave to use the microphone by (reverse DNS, such as org.example.booth);
#                  who signs takes one of their own, and keeps it.
# UNIVERSAL=1      builds for Intel and Apple processors in one (`rustup target add x86_64-apple-darwin aarch64-apple-darwin`).
set -euo pipefail
umask 022
cd "$(dirname "$0")/.."
[ "$(uname -s)" = Darwin ] || {
    echo "dist-macos.sh: this needs macOS; on Linux it is make dist" >&2
    exit 3
}
[ -z "${NOTARY_PROFILE:-}" ] || [ -n "${SIGN_IDENTITY:-}" ] || {
    echo "dist-macos.sh: what is notarised must be signed: set SIGN_IDENTITY too" >&2
    exit 2
}
export MACOSX_DEPLOYMENT_TARGET=11.0
out=$PWD/target/dist
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -1)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

app=$stage/Booth.app
mkdir -p "$app/Contents/MacOS" "$app/Contents/Resources"
if [ -n "${UNIVERSAL:-}" ]; then
    architecture=universal
    targets=(x86_64-apple-darwin aarch64-apple-darwin)
    built=()
    for target in "${targets[@]}"; do
        cargo build --release --locked --target "$target"
        built+=("target/$target/release/booth")
    done
    lipo -create -output "$app/Contents/MacOS/booth" "${built[@]}"
    clang -O2 -arch x86_64 -arch arm64 -o "$app/Contents/MacOS/open-booth" packaging/macos/open-booth.c
else
    architecture=$(uname -m)
    cargo build --release --locked
    cp target/release/booth "$app/Contents/MacOS/booth"
    clang -O2 -o "$app/Contents/MacOS/open-booth" packaging/macos/open-booth.c
fi
strip "$app/Contents/MacOS/booth"
program=$app/Contents/MacOS/booth

sed "s/>VERSION</>$version</; s/>IDENTIFIER</>${BUNDLE_ID:-booth.recorder}</" packaging/macos/Info.plist >"$app/Contents/Info.plist"
plutil -lint -s "$app/Contents/Info.plist"
icons=$stage/booth.iconset
mkdir "$icons"
for size in 16 32 128 256 512; do
    sips -z $size $size packaging/macos/booth.png --out "$icons/icon_${size}x$size.png" >/dev/null
    sips -z $((size * 2)) $((size * 2)) packaging/macos/booth.png --out "$icons/icon_${size}x$size@2x.png" >/dev/null
done
iconutil --convert icns --output "$app/Contents/Resources/booth.icns" "$icons"
cp README.md docs/INSTALL.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE "$app/Contents/Resources"
python3 scripts/notices.py >"$app/Contents/Resources/THIRD-PARTY.txt"
"$program" man --out "$app/Contents/Resources/man1" >/dev/null
mkdir "$app/Contents/Resources/completions"
"$program" completions bash >"$app/Contents/Resources/completions/booth.bash"
"$program" completions zsh >"$app/Contents/Resources/completions/_booth"
"$program" completions fish >"$app/Contents/Resources/completions/booth.fish"

# From the inside outwards; with the hardened runtime, which Apple asks for, the microphone needs an entitlement.
if [ -n "${SIGN_IDENTITY:-}" ]; then
    how=(--force --timestamp --options runtime --entitlements packaging/macos/entitlements.plist --sign "$SIGN_IDENTITY")
else
    how=(--force --sign -)
fi
codesign "${how[@]}" "$program"
codesign "${how[@]}" "$app"
codesign --verify --strict --deep "$app"

mkdir -p "$out"
name=booth-$version-macos-$architecture.zip
if [ -n "${NOTARY_PROFILE:-}" ]; then
    ditto -c -k --keepParent "$app" "$stage/to-notarise.zip"
    xcrun notarytool submit "$stage/to-notarise.zip" --keychain-profile "$NOTARY_PROFILE" --wait
    xcrun stapler staple "$app"
fi
rm -f "$out/$name"
ditto -c -k --keepParent "$app" "$out/$name"
(cd "$out" && shasum -a 256 -- "$name" >SHA256SUMS-macos)
cat "$out/SHA256SUMS-macos"
