"""Records through the sound server from microphones of many kinds, and does to them what happens at home.

usage: microphones.py BOOTH SHEET SPEECH WORK      (inside with-fake-mic.sh)

Kinds: rates from 8 to 96 kHz, one channel, a dead channel, a low volume. Each take is compared with what was played, at the
source's own rate: waveform, level, length. Losses: another default, unplugged (with another microphone there, and pinned and
plugged in again), put to sleep, muted, the server stopped for 2 s and killed. For each: what was said and how soon, what became
of the take that ran, what the next take holds, and what both sessions say of their source.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
import wave
from pathlib import Path

import numpy as np

LONG = os.environ.get("MICROPHONES") == "long"
# From the event to the words on the screen.
SOON_S = 1.0
# A server that does not answer is given a second, and the recorder looks every 10 ms.
HUNG_S = 1.4

booth, sheet, speech, work = (Path(argument).resolve() for argument in sys.argv[1:5])
server_dir = Path(os.environ["FAKE_MIC_DIR"])
faults = []


def hold(what, is_so, found):
    if not is_so:
        faults.append(f"{what}: {found}")


def pactl(*words):
    return subprocess.run(["pactl", *words], check=True, capture_output=True, text=True).stdout.strip()


def plug(name, rate=48000, channels=2, fmt="s16le"):
    return pactl("load-module", "module-null-sink", f"sink_name={name}", f"rate={rate}", f"channels={channels}",
                 f"format={fmt}", "norewinds=1")


def at_rate(rate, dead=False):
    """The speech at a rate, with the left channel dead or not."""
    path = work / f"speech-{rate}{'-dead' if dead else ''}.wav"
    if not path.exists():
        subprocess.run(["sox", "-D", speech, "-r", str(rate), "-b", "16", path] + (["remix", "0", "1"] if dead else []), check=True)
    return path


def read(path):
    with wave.open(str(path)) as file:
        rate, width, channels = file.getframerate(), file.getsampwidth(), file.getnchannels()
        data = np.frombuffer(file.readframes(file.getnframes()), np.uint8).reshape(-1, width)
    wide = np.zeros((len(data), 4), np.uint8)
    wide[:, 4 - width:] = data
    return rate, (wide.view("<i4").ravel() / 2**31).reshape(-1, channels)[:, -1]


def compare(played, recorded):
    (rate, a), (got, b) = read(played), read(recorded)
    if rate != got:
        return {"rate": got, "correlation": 0.0, "level_db": 0.0, "missing_ms": 0.0}
    size = 1 << (len(a) + len(b)).bit_length()
    cross = np.fft.irfft(np.fft.rfft(b, size) * np.conj(np.fft.rfft(a, size)), size)[: max(len(b) - len(a) + 1, 1)]
    lag = int(np.argmax(cross))
    part = b[lag : lag + len(a)]
    a_part = a[: len(part)]
    energy = np.dot(a_part, a_part)
    return {
        "rate": got,
        "correlation": float(np.dot(a_part, part) / np.sqrt(energy * np.dot(part, part) + 1e-20)),
        "level_db": float(10 * np.log10((np.dot(part, part) + 1e-20) / energy)),
        "missing_ms": 1000 * (len(a) - len(part)) / rate,
    }


class Recorder:
    """The program, its screen with the time of every line, and its keys."""

    def __init__(self, name, *flags):
        self.root = work / name
        self.lines, self.at = [], 0
        self.run = subprocess.Popen(
            [booth, "record", sheet, "--locale", "en-US", "--into", self.root, "--speaker", "anna1", "--yes",
             "--room-check", "0", *flags],
            stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        for line in self.run.stderr:
            self.lines.append((time.monotonic(), line.rstrip()))

    def wait_for(self, words, limit_s=15.0):
        """Returns when the words were said; lines before them are passed over."""
        end = time.monotonic() + limit_s
        while time.monotonic() < end:
            while self.at < len(self.lines):
                when, line = self.lines[self.at]
                self.at += 1
                if words in line:
                    return when
            time.sleep(0.005)
        said = "\n".join(line for _, line in self.lines)
        self.run.kill()
        sys.exit(f"FAILED: {self.root.name}: {words!r} was not said:\n{said}")

    def said(self, words):
        return sum(words in line for _, line in self.lines)

    def key(self, text=""):
        self.run.stdin.write(text + "\n")
        self.run.stdin.flush()

    def begin(self):
        self.key()
        self.wait_for("RECORDING")

    def read(self, sink, path):
        self.begin()
        subprocess.run(["paplay", "-d", sink, path], check=True)
        self.key()
        self.wait_for("Enter: ")
        self.key("k")

    def quit(self, code=0):
        self.key("q")
        found = self.run.wait(20)
        time.sleep(0.05)
        hold(self.root.name, found == code, f"exit code {found}")

    def sessions(self):
        """Each session in order: its record, its takes, its folder."""
        found = []
        for path in self.root.glob("*/session.json"):
            lines = [json.loads(line) for line in (path.parent / "takes.jsonl").read_text().splitlines()]
            found.append((lines[0]["at"], json.loads(path.read_text()), [l for l in lines if l["event"] == "take"], path.parent))
        return [rest for _, *rest in sorted(found, key=lambda session: session[0])]


def whole(name, session, take, played):
    record, takes, folder = session
    one = takes[take]
    facts = one["capture"]
    hold(name, not facts["device_lost"] and facts["lost_frames"] == 0 and facts["clock_missing_frames"] == 0, facts)
    like = compare(played, folder / one["file"])
    hold(name, like["correlation"] > 0.9999 and abs(like["level_db"]) < 0.01 and like["missing_ms"] == 0, like)
    return like


def kinds():
    for name, rate, channels, said in [
        ("k8", 8000, 1, "This microphone sounds like a telephone"), ("k16", 16000, 1, None), ("k44", 44100, 2, None),
        ("k48", 48000, 2, None), ("k96", 96000, 2, None), ("dead", 48000, 2, None),
    ]:
        module = plug(name, rate, channels)
        pactl("set-default-source", f"{name}.monitor")
        bed = None
        if name == "dead":
            noise = work / "bed.wav"
            subprocess.run(["sox", "-D", "-n", "-r", "48000", "-b", "16", noise, "synth", "20", "pinknoise", "gain", "-60",
                            "remix", "0", "1"], check=True)
            bed = subprocess.Popen(["paplay", "-d", name, noise])
            time.sleep(0.5)
        recorder = Recorder(name)
        recorder.wait_for("Enter: record")
        played = at_rate(rate, name == "dead")
        recorder.read(name, played)
        recorder.wait_for("Enter: record")
        if name == "k8":
            # Once before the first prompt, and not first in the line of a take.
            recorder.read(name, played)
            recorder.wait_for("Enter: record")
            hold(name, recorder.said("This microphone gives no better") + recorder.said("REJECT") >= 2, recorder.lines)
        recorder.quit()
        if bed:
            bed.kill()
            bed.wait()
        hold(name, said is None or recorder.said(said) == 1, f"{said!r} was said {recorder.said(said or '-')} times")
        hold(name, said or not recorder.said("This microphone sounds"), "a telephone is said")
        (session,) = recorder.sessions()
        source = session[0]["source"]
        hold(name, (source["device"], source["rate"], source["channels"], source["host"], source["format"])
             == (f"pulseaudio:{name}.monitor", rate, channels, "pulseaudio", "i16"), source)
        hold(name, source["channel"] == (1 if name == "dead" else 0), source)
        if name == "dead":
            like = compare(played, session[2] / session[1][0]["file"])
            hold(name, like["correlation"] > 0.99, like)
        else:
            like = whole(name, session, 0, played)
        print(f"{name:9} {source['rate']} Hz, {source['channels']} channels, channel {source['channel']}: "
              f"correlation {like['correlation']:.6f}, level {like['level_db']:+.3f} dB")
        pactl("unload-module", module)


def listen_back():
    """A take played with `p` through the default loudspeaker is the take, sample by sample."""
    pactl("set-default-source", "mic.monitor")
    recorder = Recorder("back")
    recorder.wait_for("Enter: record")
    recorder.begin()
    subprocess.run(["paplay", "-d", "mic", at_rate(48000)], check=True)
    recorder.key()
    recorder.wait_for("Enter: ")
    heard = work / "heard.wav"
    with subprocess.Popen(["parecord", "-d", "spk.monitor", "--rate=48000", "--channels=2", "--format=s16le", heard]) as listening:
        time.sleep(0.5)
        recorder.key("p")
        # As long as the take, and what the server holds ready.
        time.sleep(3.6)
        listening.terminate()
    recorder.quit()
    (session,) = recorder.sessions()
    take = session[2] / session[1][0]["file"]
    like = compare(take, heard)
    hold("back", like["correlation"] > 0.999999 and abs(like["level_db"]) < 0.001 and like["missing_ms"] == 0, like)
    print(f"back      a take of {session[1][0]['frames'] / 48000:.2f} s played: correlation {like['correlation']:.6f}, "
          f"level {like['level_db']:+.4f} dB, {like['missing_ms']:.0f} ms missing")


def settings():
    module = plug("set")
    pactl("set-default-source", "set.monitor")
    pactl("set-source-volume", "set.monitor", "20%")
    pactl("set-source-mute", "set.monitor", "1")
    recorder = Recorder("muted")
    recorder.wait_for("This microphone is muted.")
    recorder.wait_for("Enter: record")
    start = time.monotonic()
    pactl("set-source-mute", "set.monitor", "0")
    on_s = recorder.wait_for("switched on again") - start
    recorder.begin()
    start = time.monotonic()
    pactl("set-source-mute", "set.monitor", "1")
    off_s = recorder.wait_for("was muted") - start
    hold("muted", max(on_s, off_s) < SOON_S, (on_s, off_s))
    recorder.key()
    recorder.wait_for("Enter: ")
    recorder.quit()
    pactl("set-source-mute", "set.monitor", "0")
    recorder = Recorder("volume")
    recorder.wait_for("volume of this microphone is 20 %")
    recorder.wait_for("Enter: record")
    recorder.quit()
    print(f"muted     said before the first prompt, and {off_s:.3f} s after it happened; switched on: {on_s:.3f} s; volume 20 % said")
    pactl("unload-module", module)


def lose(name, words, happen, back, after, sink, word, flags=(), limit_s=SOON_S):
    """Something happens in the second take; the third must be whole. `back` may be given the recorder."""
    recorder = Recorder(name, *flags)
    recorder.wait_for("Enter: record")
    played = at_rate(48000)
    recorder.read("one", played)
    recorder.wait_for("Enter: record")
    recorder.begin()
    playing = subprocess.Popen(["paplay", "-d", "one", played], stderr=subprocess.DEVNULL)
    time.sleep(0.7)
    start = time.monotonic()
    happen()
    told_s = recorder.wait_for(words) - start
    hold(name, told_s < limit_s, f"told after {told_s:.3f} s")
    playing.kill()
    playing.wait()
    if back:
        time.sleep(1.5)
        back()
    back_s = recorder.wait_for("There is a microphone again", 20) - start
    time.sleep(0.3)
    recorder.key("r")
    recorder.wait_for("Enter: record")
    recorder.read(sink, played)
    recorder.wait_for("Enter: record")
    recorder.quit()
    hold(name, recorder.said("too busy") == 0, "the computer is blamed")
    hold(name, recorder.said(words) == 1, f"it was said {recorder.said(words)} times")
    sessions = recorder.sessions()
    hold(name, len(sessions) == 2, f"{len(sessions)} sessions")
    first, second = sessions[0], sessions[-1]
    whole(f"{name}, before", first, 0, played)
    lost = first[1][1]
    found = [finding["id"] for finding in lost["findings"]]
    hold(name, lost["verdict"] == "reject" and found[0] == "device-lost" and "capture-xrun" not in found, found)
    hold(name, lost["capture"].get("device_loss") == word, lost["capture"])
    hold(name, first[0]["source"]["device"] == "pulseaudio:one.monitor", first[0]["source"])
    hold(name, second[0]["source"]["device"] == after, second[0]["source"])
    like = whole(f"{name}, after", second, 0, played)
    print(f"{name:9} told after {told_s:.3f} s, again after {back_s:.3f} s with {after}: "
          f"{lost['frames'] / 48000:.2f} s kept, {found[0]}; next take correlation {like['correlation']:.6f}")


def losses(round):
    modules = {}
    one = lambda: modules.update(one=plug("one"))
    one()
    other = plug("other")
    default = lambda name: pactl("set-default-source", f"{name}.monitor")
    unplug = lambda: pactl("unload-module", modules["one"])
    pinned = ("--device", "pulseaudio:one.monitor")
    mine, its = "pulseaudio:one.monitor", "pulseaudio:other.monitor"

    default("one")
    lose(f"swapped{round}", "has chosen another microphone", lambda: default("other"), None, its, "other", "changed")
    default("one")
    pactl("set-default-source", "one.monitor")
    # With the default gone, the server chooses one of those that are left.
    default("other"), default("one")
    lose(f"unplugged{round}", "was unplugged", lambda: (unplug(), default("other")), None, its, "other", "gone")
    one()
    lose(f"pinned{round}", "was unplugged", unplug, one, mine, "one", "gone", pinned)
    default("one")
    lose(f"asleep{round}", "put to sleep", lambda: pactl("suspend-sink", "one", "1"),
         lambda: pactl("suspend-sink", "one", "0"), mine, "one", "suspended")
    pid = int((server_dir / "server.pid").read_text())
    lose(f"stopped{round}", "does not answer", lambda: os.kill(pid, signal.SIGSTOP),
         lambda: os.kill(pid, signal.SIGCONT), mine, "one", "silent", limit_s=HUNG_S)
    unplug()
    pactl("unload-module", other)


def gives_up():
    module = plug("one")
    recorder = Recorder("never", "--device", "pulseaudio:one.monitor")
    recorder.wait_for("Enter: record")
    pactl("unload-module", module)
    recorder.wait_for("was unplugged")
    start = time.monotonic()
    recorder.wait_for("no microphone came back within 60 seconds", 80)
    code = recorder.run.wait(10)
    hold("never", code == 4 and recorder.said("was unplugged") == 1, (code, recorder.lines))
    print(f"never     gave up after {time.monotonic() - start:.1f} s, exit code {code}")


def main():
    work.mkdir()
    kinds()
    listen_back()
    settings()
    for round in range(3 if LONG else 1):
        losses("" if round == 0 else f"-{round + 1}")
    if LONG:
        gives_up()
    assert not faults, "\n".join(faults)
    print("microphones: every kind recorded as it is, every loss told by its cause")


main()
