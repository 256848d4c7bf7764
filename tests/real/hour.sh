#!/usr/bin/env bash
# MINUTES (60) of hands-free reading while every core is busy: each take is held, sample by sample, against a second recording of the
# same microphone and against what was played; memory is read every ten seconds. `make hour-test` runs it; CI does not.
. "$(dirname "$0")/lib.sh"
export FAKE_MIC_RATE=16000 FAKE_MIC_CHANNELS=1
minutes=${MINUTES:-60}
sheet=$work/sheet speech=$work/speech
mkdir -p "$sheet" "$speech"
sed '/^\[instructions\]/,$d' "$root/prompts/assistant/sheet.toml" | sed 's/^id = .*/id = "hour"/; s/^max_words.*/max_words = 60/' >"$sheet/sheet.toml"
# Four seconds a reading at the fastest, six sentences.
printf 'id\ttext\trepeat\n' >"$sheet/en-US.tsv"
for name in all-circuits-busy-now conf-extended check-number-dial-again conf-now-recording conf-leaderhasleft conf-onlyone; do
    ffmpeg -nostdin -v error -y -f g722 -i "/usr/share/asterisk/sounds/en_US_f_Allison/$name.g722" -ar 16000 -ac 1 "$work/raw.wav"
    sox "$work/raw.wav" "$speech/$name.wav" silence 1 0.02 1% reverse silence 1 0.02 1% reverse rate 16000 channels 1 gain -n -6
    text=$(zcat /usr/share/doc/asterisk-core-sounds-en/core-sounds-en.txt.gz | tr -d '\r' | sed -n "s/^$name: *//p" | head -1 | sed 's/ *$//')
    printf '%s\t%s\t%s\n' "$name" "$text" $((minutes * 60 / 4 / 6 + 20)) >>"$sheet/en-US.tsv"
done
"$root/tests/real/with-fake-mic.sh" "$root/.venv/bin/python" "$root/tests/real/hour.py" "$booth" "$sheet" "$speech" "$work" "$minutes"
