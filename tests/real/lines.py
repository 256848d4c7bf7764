"""A whole sitting in lines, in the reader's own language: twelve sentences, one read again, one skipped, one taken back, one that
is warned of, the microphone unplugged and back, and half of them hands-free.

usage: lines.py BOOTH SHEET SPEECH WORK LANGUAGE LOCALE      (inside with-fake-mic.sh)

What is waited for are the words of the catalogue of LANGUAGE; SPEECH has a WAV for each prompt of SHEET.
"""

import subprocess
import sys
import time
from pathlib import Path

from terminal import PROMPTS, Terminal, booth, events, status, work

language, locale = sys.argv[5:7]
catalogue = Path(__file__).parents[2] / "src/messages/locales" / f"{language}.ftl"
WORDS = dict(line.split(" = ", 1) for line in catalogue.read_text().splitlines() if " = " in line and line[0] not in "# ")


def pactl(*words):
    return subprocess.run(["pactl", *words], check=True, capture_output=True, text=True).stdout.strip()


class Lines(Terminal):
    """The program in a language, on a terminal on which no line is folded."""

    mic = "mic"

    def say(self, prompt):
        subprocess.run(["paplay", "-d", self.mic, Path(sys.argv[3]) / f"{prompt}.wav"], check=True)

    def shown(self):
        self.wait(WORDS["keys-showing"])

    def take(self, prompt, late=0.0):
        """Reads a prompt from Enter to Enter, and returns its verdict."""
        self.key()
        self.wait(WORDS["phase-recording"])
        time.sleep(late)
        self.say(prompt)
        self.key()
        self.wait(WORDS["keys-recording"])
        return self.judged()

    def judged(self):
        until = time.monotonic() + 20
        keys = [WORDS[name] for name in ("keys-verdict", "keys-rejected")]
        while not (found := [self.said.find(one, self.at) for one in keys if self.said.find(one, self.at) >= 0]):
            assert time.monotonic() < until and self.read(0.05), f"no verdict:\n{self.said[self.at:]}"
        said, self.at = self.said[self.at:min(found)], min(found)
        return next(word for word in ("pass", "warn", "reject") if WORDS[f"verdict-{word}"] in said)

    def keep(self):
        self.key("k")


def sitting(into):
    only_microphone()
    lines = Lines(into, "--language", language, "--speaker", "ana1", "--room-check", "0", columns=400, locale=locale)
    lines.mic = "one"
    lines.shown()
    prompts = iter(PROMPTS)
    # Read again: the second one is kept.
    first = next(prompts)
    assert lines.take(first) != "reject", lines.said
    lines.key("r")
    lines.shown()
    assert lines.take(first) != "reject", lines.said
    lines.keep()
    # Left out, which is taken back at the end.
    lines.shown()
    lines.key("s")
    left_out = next(prompts)
    # Kept, taken back, kept.
    lines.shown()
    lines.take(next(prompts))
    lines.keep()
    lines.shown()
    lines.key("u")
    lines.judged()
    lines.keep()
    # Warned of: much silence before the first word.
    lines.shown()
    assert lines.take(next(prompts), late=3.0) == "warn", lines.said
    lines.keep()
    # Unplugged while it is read, and plugged in again.
    lines.shown()
    lost = next(prompts)
    lines.key()
    lines.wait(WORDS["phase-recording"])
    unplug()
    lines.wait(WORDS["device-searched"][:20])
    plug()
    lines.wait(WORDS["device-back"].split("{")[0])
    lines.judged()
    lines.key("r")
    lines.shown()
    assert lines.take(lost) != "reject", lines.said
    lines.keep()
    # Hands-free: by hand, then stops by itself, then all by itself.
    lines.shown()
    for mode in ("mode-auto-stop", "mode-hands-free"):
        lines.key("m")
        lines.wait(WORDS[mode])
    rest = [*prompts, left_out]
    for prompt in rest:
        kept = len(events(into, "kept"))
        time.sleep(0.6)
        lines.say(prompt)
        until = time.monotonic() + 15
        while len(events(into, "kept")) == kept:
            # After the last one it ends.
            goes_on = lines.read(0.05) or len(events(into, "kept")) > kept
            assert goes_on and time.monotonic() < until, f"{prompt} is not kept:\n{lines.said[-900:]}"
    assert lines.end() == 0, lines.said
    total = status(into)["total"]
    assert (total["kept"], len(events(into, "skipped"))) == (len(PROMPTS), 1), (total, lines.said)
    assert lines.raw.decode().count(WORDS["farewell-done"]) == 1
    check = subprocess.run([booth, "check", into, "--quiet", "--json"], capture_output=True, text=True)
    assert '"type":"fault"' not in check.stdout, check.stdout
    print(f"lines in {language}: {len(PROMPTS)} sentences kept, {len(rest)} of them hands-free, in {time.monotonic() - begun:.0f} s")


MODULE = []


def plug():
    MODULE[:] = [pactl("load-module", "module-null-sink", "sink_name=one", "rate=48000", "channels=1", "format=s16le", "norewinds=1")]
    pactl("set-default-source", "one.monitor")
    # A room, as behind a quiet voice.
    subprocess.Popen(["paplay", "-d", "one", work / "room.wav"], stderr=subprocess.DEVNULL)
    time.sleep(0.3)


def unplug():
    time.sleep(0.7)
    pactl("unload-module", MODULE[0])


def only_microphone():
    # No other one is there: the sitting waits.
    plug()
    for source in pactl("list", "short", "modules").splitlines():
        number, name, *rest = source.split("\t")
        if name == "module-null-sink" and "sink_name=mic" in rest[0]:
            pactl("unload-module", number)


begun = time.monotonic()
sitting(work / language / "recordings")
