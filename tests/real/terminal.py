"""A sitting at a real terminal, with a hand that slips: what it shows, what counts, and what is lost (nothing).

usage: terminal.py BOOTH SHEET SPEECH WORK [CASE...]      (inside with-fake-mic.sh)

The program runs on a pseudo terminal with a stamped keyboard; SPEECH has a WAV for each prompt of SHEET, played into the
microphone. Each case is a function below, named by what must be so.
"""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

booth, sheet, speech, work = (Path(argument).resolve() for argument in sys.argv[1:5])
PROMPTS = [line.split("\t")[0] for line in min(sheet.glob("*.tsv")).read_text().splitlines()[1:]]
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[()][A-Z0-9]")


class Terminal:
    """The program on a terminal of so many columns."""

    def __init__(self, into, *args, columns=80, env=None, consent=("--yes",), locale="en-US"):
        self.said, self.raw, self.at = "", b"", 0
        self.into = into
        self.pid, self.tty = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm", "BOOTH_STATE": str(work / "state"), **(env or {})})
            os.execv(booth, [str(booth), "record", str(sheet), "--locale", locale, "--into", str(into), *consent, *args])
        fcntl.ioctl(self.tty, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.code = None

    def read(self, seconds):
        """Takes in what is shown for so long, or until the program ends; says whether it goes on."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if select.select([self.tty], [], [], left)[0]:
                try:
                    data = os.read(self.tty, 65536)
                except OSError:
                    data = b""
                if not data:
                    self.code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1]) if self.code is None else self.code
                    return False
                self.raw += data
                self.said = ESCAPES.sub("", self.raw.decode("utf-8", "replace")).replace("\r\n", "\n")
        return True

    def wait(self, words, seconds=20):
        """Waits for words after those waited for before, and returns what came with them."""
        until = time.monotonic() + seconds
        while (found := self.said.find(words, self.at)) < 0:
            assert time.monotonic() < until, f"never said {words!r}:\n{self.said[self.at:]}"
            if not self.read(0.02) and self.said.find(words, self.at) < 0:
                raise AssertionError(f"ended without {words!r}:\n{self.said[self.at:]}")
        before, self.at = self.said[self.at:found + len(words)], found + len(words)
        return before

    def key(self, text="", after=0.2):
        """Presses keys and Enter, a moment after what was shown last."""
        self.read(after)
        os.write(self.tty, (text + "\n").encode())

    def say(self, prompt):
        subprocess.run(["paplay", "-d", "mic", speech / f"{prompt}.wav"], check=True)

    def form(self):
        """Reads the text of the consent to its end, and returns the form."""
        while self.said.find("> ", self.at) < 0:
            if self.said.find("Enter: read on", self.at) >= 0:
                self.wait("Enter: read on")
                self.key()
            assert self.read(0.1), self.said
        return self.wait("> ")

    def take(self, prompt):
        """Reads a prompt from Enter to Enter, and returns its verdict."""
        self.key()
        self.wait("RECORDING")
        self.say(prompt)
        self.key()
        return self.verdict()

    def verdict(self):
        self.wait("Enter: stop")
        verdict = self.wait("Enter: ")
        return next(word for word in ("PASS", "WARN", "REJECT") if word in verdict)

    def end(self, seconds=20):
        until = time.monotonic() + seconds
        while self.read(0.1):
            assert time.monotonic() < until, f"it does not end:\n{self.said[-600:]}"
        return self.code

    def quit(self):
        self.key("q")
        assert self.end() == 0, self.said
        return self


def events(into, *kinds):
    """The lines of all journals of these kinds, in their order."""
    lines = [json.loads(line) for path in sorted(into.glob("*/takes.jsonl")) for line in path.read_text().splitlines()]
    return [line for line in lines if not kinds or line["event"] in kinds]


def status(into):
    out = subprocess.run([booth, "status", into, "--json"], capture_output=True, text=True)
    return [json.loads(line) for line in out.stdout.splitlines()][-1]


def first_two(into, **how):
    """Starts a sitting, and waits for the first prompt."""
    terminal = Terminal(into, "--speaker", "ana1", "--room-check", "0", **how)
    terminal.wait("Enter: record")
    return terminal


def a_good_take_outlives_a_slip(into):
    """`r` and `q` after a good take: it is there tomorrow, below its sentence, and Enter keeps it then."""
    terminal = first_two(into)
    assert terminal.take(PROMPTS[0]) != "REJECT", terminal.said
    terminal.key("r")
    terminal.wait("Enter: record")
    terminal.quit()
    assert status(into)["total"]["undecided"] == 1 and status(into)["total"]["replaced"] == 0
    terminal = Terminal(into, "--room-check", "0", consent=())
    shown = terminal.wait("Enter: keep")
    text = (sheet / "en-US.tsv").read_text().splitlines()[1].split("\t")[1]
    assert f"1 of {len(PROMPTS)}" in shown and plain(text) in " ".join(shown.split()), shown
    # Back from the next one, too, the sentence stands above the verdict.
    terminal.key()
    terminal.wait("Enter: record")
    terminal.key("b")
    shown = terminal.wait("Enter: go on")
    assert plain(text) in " ".join(shown.split()) and "kept" in shown, shown
    terminal.quit()
    assert status(into)["total"]["kept"] == 1


def plain(annotated):
    return re.sub(r"\[[^ :\]]+ : ([^\]]*)\]", r"\1", annotated)


def a_held_or_doubled_key_keeps_nothing(into):
    terminal = first_two(into)
    terminal.read(0.3)
    # As a keyboard repeats: once, half a second later 30 times a second.
    os.write(terminal.tty, b"\n")
    terminal.read(0.5)
    for _ in range(75):
        os.write(terminal.tty, b"\n")
        terminal.read(0.033)
    terminal.read(1.5)
    takes = events(into, "take")
    assert len(takes) <= 1, f"{len(takes)} takes of a held key"
    assert not events(into, "kept")
    terminal.key("r")
    terminal.wait("Enter: record")
    terminal.key()
    terminal.wait("RECORDING")
    terminal.say(PROMPTS[0])
    # Twice, as fast as a hand can: the second one was pressed before there was a verdict.
    os.write(terminal.tty, b"\n\n")
    terminal.verdict()
    terminal.read(0.5)
    assert not events(into, "kept"), "kept unseen"
    # And in the very moment in which the verdict appears.
    terminal.key("r")
    terminal.wait("Enter: record")
    terminal.key()
    terminal.wait("RECORDING")
    terminal.say(PROMPTS[0])
    terminal.key()
    terminal.verdict()
    os.write(terminal.tty, b"\n")
    terminal.read(0.5)
    assert not events(into, "kept"), "kept in the moment in which it appeared"
    terminal.quit()


def the_last_sentence_can_be_taken_back_and_all_can_be_read_again(into):
    terminal = first_two(into)
    for prompt in PROMPTS:
        terminal.take(prompt)
        terminal.key("k")
    terminal.wait("Enter: end")
    terminal.key("u")
    terminal.wait("Enter: ")
    assert status(into)["total"]["kept"] == len(PROMPTS) - 1
    terminal.key("k")
    terminal.wait("Enter: end")
    terminal.key()
    assert terminal.end() == 0 and "That was all of it" in terminal.said
    assert str(into) in terminal.said, "where the recordings are is said"
    # The next start waits in place of ending, and any of them can be heard and read again.
    terminal = Terminal(into, "--room-check", "0", consent=())
    terminal.wait("Enter: end")
    terminal.key("l")
    terminal.wait(f"{len(PROMPTS)}  kept")
    terminal.key("g 1")
    terminal.wait("Enter: go on")
    terminal.key("r")
    terminal.wait("Enter: record")
    terminal.take(PROMPTS[0])
    terminal.key("k")
    terminal.wait("Enter: end")
    terminal.quit()
    total = status(into)["total"]
    assert (total["kept"], total["replaced"]) == (len(PROMPTS), 1), total


def what_is_left_out_twice_is_asked_again(into):
    terminal = first_two(into)
    for _ in range(2 * len(PROMPTS)):
        terminal.key("s")
        terminal.read(0.1)
    terminal.wait("Enter: end")
    terminal.key()
    assert terminal.end() == 0
    terminal = Terminal(into, "--room-check", "0", consent=())
    terminal.wait("Enter: record")
    terminal.quit()


def a_take_is_deleted_for_good_when_it_is_said_twice(into):
    terminal = first_two(into)
    terminal.take(PROMPTS[0])
    file = next(into.glob("*/audio/*.wav"))
    terminal.key("d")
    terminal.wait("Enter: no")
    terminal.key()
    terminal.wait("Enter: ")
    assert file.exists()
    terminal.key("d")
    terminal.wait("Enter: no")
    terminal.key("d")
    terminal.wait("Enter: record")
    assert not file.exists() and len(events(into, "deleted")) == 1
    terminal.quit()
    total = status(into)["total"]
    assert (total["deleted"], total["faults"]) == (1, 0), total
    done = subprocess.run([booth, "check", into, "--json"], capture_output=True, text=True)
    assert done.returncode == 0 and json.loads(done.stdout.splitlines()[-1])["takes"] == 0, done


def consent_is_one_form_on_which_all_can_be_corrected(into):
    terminal = Terminal(into, "--room-check", "0", consent=())
    form = terminal.form()
    assert form.count("[ ]") == 7 and "[x]" not in form, form
    assert "(asr)" not in form
    terminal.key()
    assert "1, 2" in terminal.wait("> "), terminal.said
    for line, shows in [("1 2 4", 3), ("4", 2), ("9 thirties", 2)]:
        terminal.key(line)
        assert terminal.wait("> ").count("[x]") == shows, line
    for line in ["99", "yes", "9", "1 maybe"]:
        terminal.key(line)
        terminal.wait("> ")
    assert not into.exists() or not list(into.glob("*/session.json")), "written before it was sent"
    terminal.key()
    terminal.wait("Enter: record")
    terminal.quit()
    record = json.loads(next(into.glob("*/session.json")).read_text())
    scopes = record["consent"]["scopes"]
    assert [scope for scope, granted in scopes.items() if granted] == ["asr", "demographics:age"], scopes
    assert record["speaker"]["metadata"] == {"age": "thirties"}, record["speaker"]


def a_silent_microphone_is_met_before_the_first_prompt(into):
    subprocess.run(["pactl", "set-source-mute", "mic.monitor", "1"], check=True)
    terminal = Terminal(into, "--speaker", "ana1", "--room-check", "1")
    terminal.wait("g: go on all the same")
    assert "Enter: record" not in terminal.said
    subprocess.run(["pactl", "set-source-mute", "mic.monitor", "0"], check=True)
    terminal.key()
    terminal.wait("quiet enough")
    terminal.wait("Enter: record")
    terminal.quit()


def nothing_is_drawn_over_and_no_line_is_too_long(into):
    terminal = Terminal(into, "--room-check", "0", columns=40, env={"TERM": "dumb"}, consent=())
    terminal.form()
    terminal.key("1 2")
    terminal.wait("> ")
    terminal.key()
    terminal.wait("Enter: record")
    terminal.key("?")
    terminal.wait("Ctrl-C")
    terminal.take(PROMPTS[0])
    terminal.key("l")
    terminal.read(0.5)
    terminal.quit()
    said = terminal.raw.decode()
    assert "\x1b" not in said and "\r" not in said.replace("\r\n", "\n"), "cursor control on a dumb terminal"
    for line in said.replace("\r\n", "\n").split("\n"):
        # A word that is longer than the screen stays whole, to be copied: a path, a code.
        assert len(line) <= 40 or max(map(len, line.split())) > 34, line


def hands_free_nobody_is_never_given(into):
    terminal = Terminal(into, "--speaker", "ana1", "--room-check", "1", "--auto")
    terminal.wait("Are you there?", 60)
    terminal.key("q")
    assert terminal.end() == 0
    assert not events(into, "kept")


CASES = [
    a_good_take_outlives_a_slip,
    a_held_or_doubled_key_keeps_nothing,
    the_last_sentence_can_be_taken_back_and_all_can_be_read_again,
    what_is_left_out_twice_is_asked_again,
    a_take_is_deleted_for_good_when_it_is_said_twice,
    consent_is_one_form_on_which_all_can_be_corrected,
    a_silent_microphone_is_met_before_the_first_prompt,
    nothing_is_drawn_over_and_no_line_is_too_long,
    hands_free_nobody_is_never_given,
]


def main():
    chosen = [case for case in CASES if not sys.argv[5:] or case.__name__ in sys.argv[5:]]
    for case in chosen:
        folder = work / case.__name__
        folder.mkdir(parents=True)
        # Each in a folder of its own: receipts lie beside the recordings.
        room = subprocess.Popen(["paplay", "-d", "mic", work / "room.wav"])
        time.sleep(0.3)
        try:
            case(folder / "recordings")
        finally:
            room.kill()
            room.wait()
        print(f"terminal: {case.__name__.replace('_', ' ')}", flush=True)


if __name__ == "__main__":
    main()
