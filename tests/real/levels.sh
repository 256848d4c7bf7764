#!/usr/bin/env bash
# Levels against other people's meters, on real voices: active speech level (ITU-T P.56) against figures of the ITU's own
# program within 0.05 dB, loudness (BS.1770-4) and true peak against ffmpeg within 0.1 LU and 0.2 dB.
. "$(dirname "$0")/lib.sh"

sounds=/usr/share/asterisk/sounds
mkdir "$work/active" "$work/loudness"
decode() { # VOICE/NAME OUT [FLAGS...]: Debian's prompts at 16 kHz
    ffmpeg -nostdin -v error -y -f g722 -i "$sounds/$1.g722" "${@:3}" "$2.wav" || fail "ffmpeg cannot decode $1"
}
for name in en_US_f_Allison/vm-review fr_CA_f_June/vm-repeat en_US_f_Allison/vm-newuser fr_CA_f_June/vm-rec-name \
    en_US_f_Allison/letters/ascii36; do
    decode "$name" "$work/active/${name##*/}"
done
for voice in en_US_f_Allison fr_CA_f_June; do
    count=0
    for file in "$sounds/$voice"/*.g722; do
        # Half a second at 64 kbit/s: shorter clips have no gating block to speak of.
        [ "$(stat -L -c %s "$file")" -ge 8000 ] || continue
        name=$(basename "$file" .g722)
        rate=16000
        [ $((count % 3)) -ne 2 ] || rate=48000
        decode "$voice/$name" "$work/loudness/$voice-$name-$rate" -ar "$rate" -c:a pcm_s16le
        count=$((count + 1))
        [ "$count" -lt 30 ] || break
    done
    [ "$count" -eq 30 ] || fail "only $count clips of $voice"
done

"$booth" check "$work/active" "$work/loudness" --json >"$work/rows" 2>"$work/err" || [ $? -eq 1 ] ||
    { tail -5 "$work/err" >&2; fail "booth check failed"; }
python3 "$root/tests/real/levels.py" "$work/rows" || fail "levels differ"
