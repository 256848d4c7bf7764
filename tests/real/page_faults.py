"""page_faults.py BOOTH SHEET VOICE WORK (inside with-fake-mic.sh): what may happen in the middle of a take on the page of `booth studio`:
the sound server killed and started again, the program stopped for STOPPED seconds, the disk full. Each time what was kept before is kept and
whole, the take in which it happened is not accepted, the page says why, and where it can the sitting goes on with a take that is whole."""
import json, os, re, signal, subprocess, sys, threading, time
from pathlib import Path

from page_client import enter
from waves import compare

booth, sheet, voice, work = sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4])
server_dir = Path(os.environ["FAKE_MIC_DIR"])
stopped_s = float(os.environ.get("STOPPED", "20"))


def room():
    """A room that is not silent, until the sound server is gone."""
    return subprocess.Popen(["paplay", "-d", "mic", work / "room.wav"], stderr=subprocess.DEVNULL)


class Sitting:
    def __init__(self, name, into=None):
        self.name, self.into = name, into or work / name
        command = [booth, "studio", sheet, "--no-open", "--locale", "en-US", "--speaker", "k3v9", "--into", self.into]
        self.program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        link = next(filter(None, (re.search(r"http://\S+/enter\?code=\S+", line) for line in self.program.stderr)))
        threading.Thread(target=self.program.stderr.read, daemon=True).start()
        self.page = enter(link.group())
        self.page.sit_down()
        self.until("microphone", "choose")
        # No sound check: what happens is the same.
        self.page.act("go-on")
        self.page.until(lambda scene: scene["view"] != "microphone")
        while self.page.scene["view"] == "sound":
            state = self.page.scene["state"]
            self.page.act("go-on")
            self.page.until(lambda scene: scene["state"] != state)

    def act(self, do):
        # What is on the screen for a moment only is not answered.
        self.page.send({"do": "drawn", "state": self.page.scene["state"]})
        time.sleep(0.5)
        self.page.act(do)

    def until(self, view, *phases):
        self.page.until(lambda scene: scene["view"] == view and scene.get("phase") in phases)
        return self.page.scene

    def begin(self):
        self.until("booth", "showing")
        self.act("record")
        self.until("booth", "recording")

    def read(self):
        """Reads the sentence that is shown, whole, and keeps it."""
        self.begin()
        subprocess.run(["paplay", "-d", "mic", voice], check=True)
        self.act("stop")
        self.until("booth", "verdict")
        kept = self.page.scene["counts"]["kept"]
        self.act("keep")
        self.page.until(lambda scene: scene["view"] == "booth" and scene["counts"]["kept"] == kept + 1)

    def speak(self):
        speaking = subprocess.Popen(["paplay", "-d", "mic", voice], stderr=subprocess.DEVNULL)
        time.sleep(0.8)
        return speaking

    def quit(self):
        self.act("quit")
        self.page.until(lambda scene: scene["view"] == "end")
        self.page.act("finish")

    def end(self, kept, cause, code=0):
        """What the folder holds when the program has ended: `kept` whole takes, and at most one that is not accepted, for `cause`."""
        self.program.wait(30)
        assert self.program.returncode == code, (self.name, self.program.returncode)
        takes, accepted = [], set()
        for journal in sorted(self.into.glob("*/takes.jsonl")):
            for line in map(json.loads, journal.read_text().splitlines()):
                if line["event"] == "take":
                    takes.append((journal.parent, line))
                if line["event"] == "kept":
                    accepted.add((journal.parent, line["prompt"], line["take"]))
        good = [(dir, take) for dir, take in takes if (dir, take["prompt"], take["take"]) in accepted]
        assert len(good) == len(accepted) == kept, (self.name, len(good), len(accepted), kept)
        for dir, take in good:
            assert take["verdict"] != "reject", (self.name, take["findings"])
            correlation, _, block, _ = compare(voice, dir / take["file"])
            assert correlation > 0.999 and block > 0.99, (self.name, correlation, block)
        rest = [[finding["id"] for finding in take["findings"]] for dir, take in takes if (dir, take["prompt"], take["take"]) not in accepted]
        assert len(rest) <= 1 and all(cause in found for found in rest), (self.name, rest)
        checked = subprocess.run([booth, "check", self.into, "--json", "--quiet"], capture_output=True, text=True)
        worse = [row for row in map(json.loads, checked.stdout.splitlines()) if row["type"] == "fault" and row["severity"] == "reject"]
        assert not worse, (self.name, worse)
        return f"{kept} kept and whole, {'one that was cut is rejected: ' + cause if rest else 'nothing half'}"


def notes(scene):
    return " | ".join(note["text"] for note in scene.get("notes", []))


def server_killed():
    sitting = Sitting("server")
    sitting.read()
    sitting.begin()
    speaking = sitting.speak()
    pid = int((server_dir / "server.pid").read_text())
    os.kill(pid, signal.SIGKILL)
    speaking.kill()
    sitting.page.until(lambda scene: scene["view"] != "booth" or scene["phase"] not in ("recording", "judging"))
    said = sitting.page.scene
    again = subprocess.Popen(
        ["pulseaudio", "-n", "-F", server_dir / "server.pa", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "--disable-shm=yes",
         "--realtime=no", "--high-priority=no"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (server_dir / "server.pid").write_text(str(again.pid))
    time.sleep(1)
    room()
    sitting.page.until(lambda scene: scene["view"] == "booth" and scene["phase"] in ("showing", "verdict"))
    if sitting.page.scene["phase"] == "verdict":
        assert sitting.page.scene["take"]["verdict"] == "reject", sitting.page.scene["take"]["problem"]
    # With no microphone yet it stays at what there is.
    while sitting.page.scene["phase"] == "verdict":
        state = sitting.page.scene["state"]
        sitting.act("redo")
        sitting.page.until(lambda scene: scene["state"] != state and scene["view"] == "booth" and scene["phase"] in ("showing", "verdict"))
    sitting.read()
    sitting.quit()
    print(f"page, the sound server killed: {sitting.end(2, 'device-lost')}; said: {said['view']} {said.get('phase', '')}")
    return again


def program_stopped():
    sitting = Sitting("stopped")
    sitting.read()
    sitting.begin()
    speaking = sitting.speak()
    sitting.program.send_signal(signal.SIGSTOP)
    speaking.wait()
    time.sleep(stopped_s)
    sitting.program.send_signal(signal.SIGCONT)
    time.sleep(0.5)
    if sitting.page.scene["phase"] == "recording":
        sitting.act("stop")
    sitting.page.until(lambda scene: scene["view"] == "booth" and scene["phase"] == "verdict")
    take = sitting.page.scene["take"]
    # The server keeps some of what is not fetched: a take that says nothing of a loss has to be whole.
    is_lost = take["verdict"] == "reject"
    sitting.act("redo" if is_lost else "keep")
    sitting.page.until(lambda scene: scene["view"] == "booth" and scene["phase"] == "showing")
    sitting.read()
    sitting.quit()
    print(f"page, the program stopped for {stopped_s:.0f} s: {sitting.end(2 if is_lost else 3, 'computer-slept')}; said: {take['problem']}")


def disk_full():
    if os.geteuid() != 0:
        print("page, the disk full: needs root to mount a small disk; left out")
        return
    disk = work / "disk"
    disk.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", disk], check=True)
    try:
        sitting = Sitting("full", disk / "recordings")
        kept = 0
        while True:
            sitting.begin()
            subprocess.run(["paplay", "-d", "mic", voice], check=True)
            if sitting.page.scene["view"] == "booth" and sitting.page.scene["phase"] == "recording":
                sitting.act("stop")
            sitting.page.until(lambda scene: scene["view"] != "booth" or scene["phase"] not in ("recording", "judging"))
            if sitting.page.scene["view"] != "booth" or sitting.page.scene["take"]["verdict"] == "reject":
                break
            sitting.act("keep")
            kept += 1
            sitting.page.until(lambda scene: scene["view"] != "booth" or scene["counts"]["kept"] == kept)
            if sitting.page.scene["view"] != "booth":
                break
        said = sitting.page.scene
        if said["view"] == "booth":
            sitting.act("quit")
        sitting.program.send_signal(signal.SIGTERM)
        assert kept > 0
        subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
        print(f"page, the disk full: {sitting.end(kept, 'interrupted', sitting.program.wait(30))}; said: {said['view']}: {said.get('title', '')} {notes(said)}")
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


work.mkdir(parents=True)
subprocess.run(["sox", "-n", "-b", "16", "-r", "48000", work / "room.wav", "synth", "600", "brownnoise", "gain", "-58"], check=True)
noise = room()
program_stopped()
disk_full()
server_killed().kill()
noise.kill()
