#!/usr/bin/env bash
# Makes the private Python environment of the tests: the real loaders of real trainers. usage: venv.sh test|bench|accuracy
# It sees Debian's own torch (a CPU build of 50 MB in place of gigabytes) and keeps the rest under .venv.
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-test}
venv=.venv
# pocketsphinx brings a small English model in its wheel.
packages=(numpy'<2' scipy pocketsphinx==5.1.1 soundfile audioread click cytoolz intervaltree packaging pyyaml tabulate tqdm urllib3
    typing-extensions requests)
# What reads the formats of a corpus, and writes shards to import; the last pyarrow that takes NumPy 1.
# What pronounces Chinese and Japanese.
[ "$what" != test ] || packages+=(pyarrow==25.0.0 datasets==5.2.0 webdataset==1.0.2 pypinyin==0.55.0 pykakasi==2.3.0)
# Peers at the versions that their figures are quoted for. Under NumPy 1.26 numba of 0.65 to 0.68 ends with a segmentation
# fault in the first call of a function that librosa has not compiled yet.
if [ "$what" = bench ]; then
    packages+=(soxr==1.1.0 librosa==0.11.0 numba==0.61.2 audio-data-quality-toolkit==0.2.0)
elif [ "$what" = accuracy ]; then
    packages+=(numba==0.61.2 audio-data-quality-toolkit==0.2.0 speech-quality==0.1.0 librosa==0.11.0 webrtcvad-wheels==2.0.14)
fi
# A changed list is installed too.
stamp="$venv/.done-$what-$(sha256sum scripts/venv.sh | cut -c1-8)"
[ -e "$stamp" ] && exit 0
/usr/bin/python3 -m venv --system-site-packages "$venv"
"$venv/bin/pip" install -q --disable-pip-version-check "${packages[@]}"
[ "$what" != accuracy ] || { touch "$stamp"; exit 0; }
# Without dependencies: it asks for a torch of its own.
"$venv/bin/pip" install -q --disable-pip-version-check --no-deps 'lhotse==1.33.0'
# Readers of manifests, unpacked and not installed for the same reason.
unpack() {
    local wheels
    wheels=$(mktemp -d)
    "$venv/bin/pip" download -q --disable-pip-version-check --no-deps -d "$wheels" "$2"
    "$venv/bin/python" -m zipfile -e "$wheels"/*.whl "$venv/$1"
    rm -rf "$wheels"
}
unpack nemo 'nemo_toolkit==3.0.0'
unpack speechbrain 'speechbrain==1.1.2'
unpack torchaudio 'torchaudio==2.11.0'
"$venv/bin/python" -c 'import lhotse.kaldi'
# What reads the descriptions for catalogues and archives, apart: it wants other versions than trainers do, and cffconvert another
# jsonschema than Frictionless.
if [ "$what" = test ]; then
    apart() {
        /usr/bin/python3 -m venv "$venv/$1"
        "$venv/$1/bin/pip" install -q --disable-pip-version-check "${@:2}"
    }
    apart catalogues mlcroissant==1.1.1 pyarrow==25.0.0 'frictionless[json]==5.21.0' bagit==1.9.0 'setuptools<81' \
        pydantic python-dotenv pyyaml requests fox-progress-bar
    # It asks for a Python with filters of tar archives, which the tests have no need of.
    "$venv/catalogues/bin/pip" install -q --disable-pip-version-check --no-deps --ignore-requires-python datacollective==0.7.0
    apart citation cffconvert==2.0.0 'setuptools<81'
fi
touch "$stamp"
