"""live_meter.py LINK: goes through the page of `booth studio` as a browser would, up to a meter that moves; prints the seconds."""
import sys, time
from page_client import enter

begun = time.monotonic()
page = enter(sys.argv[1])
page.until(lambda scene: scene.get("view") == "start")
assert {sheet["id"] for sheet in page.scene["sheets"]} == {"assistant", "wake-word"}, page.scene["sheets"]
page.sit_down()
assert page.scene["view"] == "microphone", page.scene
assert page.scene["inputs"], f"no microphone is offered: {page.scene}"
levels = set()
while len(levels) < 5:
    message = page.read()
    if message["kind"] == "meter":
        levels.add(message["rms"])
    assert not all(one["state"] == "failed" for one in page.scene["inputs"]), page.scene["inputs"]
print(f"a live meter after {time.monotonic() - begun:.1f} s, of {page.scene['inputs'][0]['name']}")
