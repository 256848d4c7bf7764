"""page_kills.py BOOTH SHEET SPEECH WORK KILLS SEED: reads on the page of `booth studio`, files as the microphone, and kills the program
at random instants; what the page had said is kept is kept after each, and nothing else."""
import json, pathlib, random, re, signal, subprocess, sys, threading, time
from page_client import enter

booth, sheet, speech, work, kills, seed = *sys.argv[1:4], pathlib.Path(sys.argv[4]), int(sys.argv[5]), int(sys.argv[6])
dice = random.Random(seed)
recordings = work / "recordings"
command = [booth, "studio", sheet, "--no-open", "--locale", "en-US", "--speaker", "k3v9", "--into", recordings,
           "--device", f"file:{speech}", "--file-speed", "20"]


def start():
    program = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    for line in program.stderr:
        if found := re.search(r"http://\S+/enter\?code=\S+", line):
            threading.Thread(target=program.stderr.read, daemon=True).start()
            return program, enter(found.group())
    raise SystemExit(f"no link: {program.wait()}")


def read_on(page, said):
    """Records and keeps until the program is gone; `said` has what the page has said is kept."""
    while True:
        page.until(lambda scene: scene["view"] == "booth" and scene["phase"] in ("showing", "verdict", "done"))
        said[0] = page.scene["counts"]["kept"]
        # The page has it on the screen for a moment.
        page.send({"do": "drawn", "state": page.scene["state"]})
        before = page.scene["state"]
        page.act({"showing": "record", "verdict": "keep", "done": "quit"}[page.scene["phase"]])
        page.until(lambda scene: scene["state"] != before)
        said[0] = page.scene.get("counts", {}).get("kept", said[0])


said, undone, saved = [0], 0, 0
for at in range(kills):
    program, page = start()
    try:
        page.sit_down()
        page.until(lambda scene: scene["view"] == "booth")
        kept = page.scene["counts"]["kept"]
        # A keep that was on its way when it was killed may have come through, and at most that one.
        assert said[0] <= kept <= said[0] + 1, f"after kill {at}: {kept} are kept, {said[0]} were said"
        saved += any("unfinished" in note["text"] for note in page.scene["notes"])
        threading.Timer(dice.uniform(0.0, 2.5), lambda program=program: program.send_signal(signal.SIGKILL)).start()
        read_on(page, said)
    except (AssertionError, OSError) as error:
        if isinstance(error, AssertionError) and "closed" not in str(error):
            raise
    finally:
        program.kill()
        program.wait()
status = subprocess.run([booth, "status", recordings, "--json"], capture_output=True, text=True)
summary = [row for row in map(json.loads, status.stdout.splitlines()) if row["type"] == "summary"][0]
checked = subprocess.run([booth, "check", recordings, "--quiet", "--json"], capture_output=True, text=True)
faults = [row for row in map(json.loads, checked.stdout.splitlines()) if row["type"] == "fault"]
worse = [fault for fault in faults if fault["severity"] == "reject"]
assert not worse, worse
assert checked.returncode in (0, 1), checked.stderr
print(f"page: {kills} kills, {said[0]} readings said to be kept and kept, {saved} recordings that were cut off saved; nothing else")
