#!/bin/bash
# Runs a command with a private sound server whose microphone is whatever is played into it.
#
#   with-fake-mic.sh COMMAND [ARGUMENT...]
#
# `paplay -d mic FILE.wav` speaks into the default microphone; the default loudspeaker is the sink `spk`,
# which `alsa:spkmon` records. FAKE_MIC_RATE (48000) and FAKE_MIC_CHANNELS (2) change the devices.
# Needs pulseaudio, pulseaudio-utils and libasound2-plugins; no sound card, no session, no root.
# HOME changes for the command, so build before. Exit code: the command's; 125 when there is no server.
set -u
[ $# -gt 0 ] || { echo "usage: with-fake-mic.sh COMMAND [ARGUMENT...]" >&2; exit 2; }
for tool in pulseaudio pactl; do
  command -v "$tool" >/dev/null || { echo "with-fake-mic.sh: $tool is not installed" >&2; exit 125; }
done
dir=$(mktemp -d) || exit 125
mkdir -p -m 700 "$dir/home" "$dir/run/pulse"
export CARGO_HOME=${CARGO_HOME:-$HOME/.cargo} RUSTUP_HOME=${RUSTUP_HOME:-$HOME/.rustup}
export HOME="$dir/home" XDG_RUNTIME_DIR="$dir/run" FAKE_MIC_DIR="$dir"
export PULSE_SERVER="unix:$dir/run/pulse/native" PULSE_COOKIE="$dir/home/cookie"
export ALSA_CONFIG_PATH="$dir/asound.conf"
unset PULSE_RUNTIME_PATH PULSE_SINK PULSE_SOURCE DISPLAY DBUS_SESSION_BUS_ADDRESS PIPEWIRE_REMOTE

cat >"$dir/asound.conf" <<END
<confdir:alsa.conf>
pcm.!default { type pulse hint { show on description "Fake microphone" } }
ctl.!default { type pulse }
pcm.mic2 { type pulse device "mic.monitor" hint { show on description "Second microphone" } }
pcm.spkmon { type pulse device "spk.monitor" hint { show on description "What the loudspeaker plays" } }
END

# norewinds: otherwise a null sink renders up to 2 s ahead, late and in bursts, and drops the start.
format="rate=${FAKE_MIC_RATE:-48000} channels=${FAKE_MIC_CHANNELS:-2} format=s16le norewinds=1"
cat >"$dir/server.pa" <<END
load-module module-null-sink sink_name=mic $format
load-module module-null-sink sink_name=spk $format
set-default-source mic.monitor
set-default-sink spk
load-module module-native-protocol-unix auth-anonymous=1 auth-cookie-enabled=0 socket=$dir/run/pulse/native
END

pulseaudio -n -F "$dir/server.pa" --daemonize=no --use-pid-file=no --exit-idle-time=-1 --disallow-exit \
  --disable-shm=yes --realtime=no --high-priority=no --log-target=file:"$dir/server.log" \
  >"$dir/server.out" 2>&1 &
server=$!
trap 'kill -CONT $server 2>/dev/null; kill $server 2>/dev/null; wait $server 2>/dev/null; rm -rf "$dir"' EXIT
for _ in $(seq 100); do
  pactl info >/dev/null 2>&1 && break
  kill -0 $server 2>/dev/null || break
  sleep 0.1
done
pactl info >/dev/null 2>&1 || { cat "$dir/server.log" "$dir/server.out" >&2; exit 125; }
echo $server >"$dir/server.pid"
"$@"
