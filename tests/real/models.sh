#!/usr/bin/env bash
# Silero VAD and DNSMOS P.835 from the Python packages that carry them: the same numbers as ONNX Runtime, and what
# `booth check` makes of them. Builds Booth with the feature `models`, which takes minutes: `make models-test`.
. "$(dirname "$0")/lib.sh"
cd "$root"
cargo build --profile quick --locked --quiet --features models --bin booth --example models
venv=$root/target/models-venv
if [ ! -e "$venv/.done" ]; then
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q --disable-pip-version-check 'numpy<3' 'onnxruntime==1.*'
    # Without what they ask for (torch, librosa): only their files are used.
    "$venv/bin/pip" install -q --disable-pip-version-check --no-deps silero-vad==6.2.3 speechmos==0.0.1.1
    touch "$venv/.done"
fi
site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
vad=$site/silero_vad/data/silero_vad_16k_sequence.onnx
mos=$site/speechmos/dnsmos_models/sig_bak_ovr.onnx

mkdir "$work/clips"
for name in vm-newuser vm-review auth-thankyou conf-noempty demo-congrats; do
    ffmpeg -v error -nostdin -f g722 -i "/usr/share/asterisk/sounds/en_US_f_Allison/$name.g722" \
        -ac 1 -af adelay=400,apad=pad_dur=0.5 -t 14 -c:a pcm_s16le "$work/clips/$name.wav"
done
# Loud, with gaps, and no voice in it.
sox -n -R -r 16000 -b 16 "$work/clips/noise.wav" synth 4 pinknoise tremolo 3 100 vol 0.5 pad 0.5 0.5
target/quick/examples/models "$vad" "$mos" "$work"/clips/*.wav >"$work/said"
"$venv/bin/python" tests/real/models.py "$vad" "$mos" "$work/said"

expect 1 target/quick/booth check "$work/clips" --json --vad-model "$vad" --mos-model "$mos"
python3 - "$work/out" <<'P'
import json, sys
for take in map(json.loads, open(sys.argv[1])):
    if take["type"] != "take":
        continue
    name, measured = take["path"].split("/")[-1], take["measurements"]
    ids = [finding["id"] for finding in take["findings"]]
    print(f"models: {name}: {measured['neural_share']} of the speech is speech to the model, score {measured['mos_ovrl']}")
    assert ("speech-doubtful" in ids) == (name == "noise.wav"), (name, ids, measured["neural_share"])
    assert name == "noise.wav" or measured["mos_ovrl"] > 2.5, measured["mos_ovrl"]
P
for wrong in "$mos" "$site/silero_vad/data/silero_vad.onnx" "$root/Cargo.toml"; do
    expect 3 target/quick/booth check "$work/clips" --vad-model "$wrong"
    grep -q 'not the Silero VAD model' "$work/err" || fail "$wrong: $(cat "$work/err")"
done
expect 3 target/quick/booth check "$work/clips" --mos-model "$vad"
grep -q 'not the DNSMOS' "$work/err" || fail "$(cat "$work/err")"
