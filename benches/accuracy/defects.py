"""The defects: how each is made of a real prompt, which checks should name it, and what the study of the limits found.

A row's `study` is what the prototype of the checks found on the same voices, in per cent: (named by a right check as warn
or worse, as reject); `goal` is what is asked for now, where that is more. Rows of `clean` takes count the findings instead.
"""

import dataclasses

import numpy as np

import sound
from sound import RATE

CLIPPED = {"clipped", "limited"}
BAND = {"narrowband", "upsampled"}
SHORT, LONG = {"read-incomplete"}, {"read-too-long"}


class Take:
    """A prompt at half of full scale, with everything random that happens to it."""

    def __init__(self, prompt, rng, pool):
        self.prompt, self.rng, self.pool = prompt, rng, pool
        self.speech = sound.full_scale(prompt.samples()) * 0.5
        self.power = sound.speech_power(self.speech)

    def noise(self, kind, length):
        if kind == "babble":
            return sound.babble(length, self.rng, self.pool)
        return sound.coloured(length, self.rng, 0.0 if kind == "white" else 1.0)

    def recorded(self, x=None, lead=0.5, trail=0.6, snr=45.0, kind="pink"):
        """The prompt as a booth hears it: silence before and after, and noise over all of it."""
        x = self.speech if x is None else x
        x = np.concatenate([np.zeros(int(lead * RATE)), x, np.zeros(int(trail * RATE))])
        return sound.with_noise(x, self.power, snr, self.noise(kind, len(x)))

    def anywhere(self, x=None, lead=0.5, trail=0.6):
        """The same in a room that is more or less quiet."""
        return self.recorded(x, lead, trail, self.rng.uniform(25, 50))

    def sounding(self):
        start, end = sound.speech_edges(self.speech)
        return self.speech[start:end]


@dataclasses.dataclass
class Row:
    name: str
    make: object
    ids: set
    study: tuple = (None, None)
    goal: tuple = None
    # "defect", or "clean" (must stay without the ids; without any where none is named).
    kind: str = "defect"
    # "file" (the speaker is unknown), "known" (the last of eleven takes in a session) or "copy" (checked after the
    # recording that it is made of, `Take.recorded`).
    heard: str = "file"
    # Judged by its reading time: only texts that can be held against it.
    reads: bool = False
    # Takes pairs of recordings of the same text.
    pairs: bool = False
    adqt: set = frozenset()
    speech_quality: set = frozenset()
    sox: set = frozenset()

    def aims(self):
        return self.goal or self.study


def sine(x, hz, level):
    return x + level * np.sin(2 * np.pi * hz * np.arange(len(x)) / RATE)


def hum(x, rng):
    shares = {1: 1.0, 2: 0.6, 3: 0.5, 4: 0.2, 5: 0.3, 7: 0.15}
    time = np.arange(len(x)) / RATE
    tones = sum(a * np.sin(2 * np.pi * 50 * k * time + rng.uniform(0, 2 * np.pi)) for k, a in shares.items())
    return x + tones * 10 ** (-50 / 20) / np.sqrt(np.mean(tones * tones))


def silenced(x, ms):
    x, at = x.copy(), sound.loud_place(x)
    x[at : at + 16 * ms] = 0
    return x


def repeated(x, ms):
    # The same integers twice, as a driver gives them.
    x, at, length = np.round(x * 32768) / 32768, sound.loud_place(x), 16 * ms
    return np.concatenate([x[: at + length], x[at : at + length], x[at + length :]])


def gated(x):
    heard = np.abs(x)
    level = np.empty_like(heard)
    fallen = 0.0
    for i, value in enumerate(heard):
        fallen = 0.995 * fallen + 0.005 * value
        level[i] = fallen
    return np.where(level > 3 * np.sqrt(np.mean(x[:4000] ** 2)), x, 0.0)


def clicked(x, rng):
    x, at = x.copy(), len(x) - 2400
    burst = rng.standard_normal(160) * np.exp(-np.arange(160) / 40)
    x[at : at + 160] += 0.1 * burst / np.max(np.abs(burst))
    return x


def clip_at_48k(x, over_db):
    return sound.down(sound.clip(sound.up(x, 3), over_db) * 0.8, 3)


def one_side(x, over_db):
    top = 10 ** (over_db / 20)
    return np.clip(sound.full_scale(x) * top, -1, 3) / top * 0.9


def low_rate(take, **how):
    return sound.down(take.recorded(**how), 2)


def edge(take, ms, start, snr=45.0, kind="pink"):
    """Speech with so many milliseconds before (or after) it; less than 0 is cut into it. 0.4 s at the other end."""
    x, frames = take.sounding(), int(abs(ms) * 16)
    if ms < 0:
        x = x[frames:] if start else x[:-frames]
    near = max(0, ms) / 1000
    return take.recorded(x, near if start else 0.4, 0.4 if start else near, snr, kind)


def noisy_line(take, snr):
    """Straight lines between the samples of 8 kHz, then the room's noise."""
    x = sound.linear(sound.down(take.recorded(snr=60), 2), 2)
    return sound.with_noise(x, take.power, snr, take.noise("pink", len(x)))


def reading(take, share):
    return take.anywhere(sound.cut_near(take.speech, share))


def twice(take, other=None):
    """The text again after a pause: from another recording where there is one."""
    x = take.speech
    again = x if other is None else sound.full_scale(other.samples()) * 0.5 * 10 ** (take.rng.uniform(-3, 3) / 20)
    return take.anywhere(np.concatenate([x, np.zeros(int(take.rng.uniform(0.15, 1.0) * RATE)), again]))


def trimmed(take, kind, start_ms=0, end_ms=0):
    """The recording as a corpus tool leaves it; then so many milliseconds of the speech are cut off."""
    x = take.anywhere()
    if kind == "first sound":
        start, end = sound.speech_edges(take.speech)
        start, end = start + int(0.5 * RATE), end + int(0.5 * RATE)
    else:
        start, end = sound.TRIMS[kind](x)
    return x[start + start_ms * 16 : end - end_ms * 16]


NOISE = dict(adqt={"background_noise"}, speech_quality={"noise"}, sox={"noise"})
LOUD = dict(adqt={"clipping"}, speech_quality={"clipping", "dynamics"}, sox={"clipped"})
NARROW = dict(adqt={"upsampling"}, speech_quality={"bandwidth"})
TEXT = dict(adqt={"transcript_ratio", "repetition"})
EDGE = dict(adqt={"silence"}, speech_quality={"silence"}, sox={"silence"})

CLEAN = [
    Row("clean, a quiet room", lambda t: t.recorded(), set(), kind="clean", study=(0, 0)),
    Row("clean, SNR 30", lambda t: t.recorded(snr=30), set(), kind="clean", study=(0, 0)),
    Row("clean, SNR 25 to 50", lambda t: t.anywhere(), set(), kind="clean", study=(0, 0)),
    Row("lead of 100 ms", lambda t: t.recorded(lead=0.1), set(), kind="clean", study=(0, 0)),
    # Nothing of a word is lost there.
    *(Row(f"{name} of {ms} ms{noise}", lambda t, how=how, ms=ms, start=name == "lead": edge(t, ms, start, *how), {check},
          kind="clean", study=(2, 0))
      for name, check in (("lead", "start-cut"), ("trail", "end-cut")) for ms, noise, how in (
          (50, "", ()), (50, ", pink 25 dB", (25,)), (50, ", babble 20 dB", (20, "babble")))),
    *(Row(f"trimmed: {kind}", lambda t, kind=kind: trimmed(t, kind), set(), kind="clean", study=(2, 0))
      for kind in ("first sound", *sound.TRIMS)),
    Row("clean at 0 dBFS", lambda t: sound.full_scale(t.recorded()) * (32767 / 32768), CLIPPED, kind="clean",
        study=(0, 0), **LOUD),
    Row("clean, Opus 32k", lambda t: sound.opus(t.anywhere()), CLIPPED | BAND, kind="clean", study=(2, 0), **LOUD),
    Row("room T60 0.4 s, direct +10 dB", lambda t: sound.room(t.anywhere(), t.rng, 0.4, 10), {"reverberant"},
        kind="clean", study=(0, 0)),
]

LOUDNESS = [
    Row("clip +1 dB", lambda t: sound.clip(t.recorded(), 1), CLIPPED, (95, 45), **LOUD),
    Row("clip +2 dB", lambda t: sound.clip(t.recorded(), 2), CLIPPED, (100, 100), **LOUD),
    Row("clip +3 dB", lambda t: sound.clip(t.recorded(), 3), CLIPPED, (100, 100), **LOUD),
    Row("clip +2 dB, then -6 dB", lambda t: sound.clip(t.recorded(), 2) / 2, CLIPPED, (98, 92), **LOUD),
    Row("clip +6 dB, then -6 dB", lambda t: sound.clip(t.recorded(), 6) / 2, CLIPPED, (100, 100), **LOUD),
    Row("clip +3 dB, then -6 dB, noise, DC",
        lambda t: sound.clip(t.recorded(), 3) / 2 + 1e-3 * t.noise("white", len(t.speech) + 17_600) + 0.01, CLIPPED,
        (100, 87), **LOUD),
    Row("clip of one side, +3 dB", lambda t: one_side(t.recorded(), 3), CLIPPED, (97, 95), **LOUD),
    Row("clip of one side, +6 dB", lambda t: one_side(t.recorded(), 6), CLIPPED, (100, 100), **LOUD),
    Row("clip +6 dB, then 16 -> 48 kHz", lambda t: (sound.up(sound.clip(t.recorded(), 6) / 2, 3), 48_000), CLIPPED,
        (100, 77), **LOUD),
    Row("clip +3 dB at 48 kHz, then 16 kHz", lambda t: clip_at_48k(t.anywhere(), 3), CLIPPED, (50, 33), (75, 33), **LOUD),
    Row("clip +6 dB at 48 kHz, then 16 kHz", lambda t: clip_at_48k(t.anywhere(), 6), CLIPPED, (81, 75), **LOUD),
    Row("clip +6 dB, then Opus 32k", lambda t: sound.opus(sound.clip(t.anywhere(), 6) * 0.7), CLIPPED, (78, 61), **LOUD),
    Row("clip +6 dB, then MP3 64k", lambda t: sound.mp3(sound.clip(t.anywhere(), 6) * 0.7), CLIPPED, (95, 0), **LOUD),
    Row("soft clip (tanh) +6 dB", lambda t: np.tanh(sound.full_scale(t.anywhere()) * 2) * 0.7, CLIPPED, (67, 31), **LOUD),
    Row("soft clip (tanh) +10 dB", lambda t: np.tanh(t.recorded() * 6) * 0.7, CLIPPED, (100, 67), **LOUD),
    Row("quiet, -40 dB", lambda t: t.recorded() * 0.08, {"too-quiet"}, (100, 0), adqt={"loudness"},
        speech_quality={"level"}, sox={"quiet"}),
    Row("DC of 0.02", lambda t: t.recorded() + 0.02, {"dc-offset"}, (100, 0), sox={"dc"}),
]

BACKGROUND = [
    Row("pink noise, SNR 15", lambda t: t.recorded(snr=15), {"noisy"}, (100, 0), **NOISE),
    Row("babble, SNR 15", lambda t: t.recorded(snr=15, kind="babble"), {"noisy"}, (100, 0), **NOISE),
    Row("white noise, SNR 8", lambda t: t.recorded(snr=8, kind="white"), {"noisy"}, (100, 100), **NOISE),
    Row("rumble, 30 Hz at -40 dBFS", lambda t: sine(t.recorded(), 30, 0.014), {"rumble"}, (100, 0), **NOISE),
    Row("hum, 50 Hz at -50 dBFS", lambda t: hum(t.recorded(), t.rng), {"hum-50"}, (100, 0), **NOISE),
    Row("click near the end", lambda t: clicked(t.recorded(), t.rng), {"click-noise"}, (100, 0)),
    Row("gated between the words", lambda t: gated(t.recorded()), {"noise-gated"}, (100, 100)),
    Row("noise only", lambda t: t.recorded() - t.recorded(snr=400), {"no-speech", "digital-silence"}, (100, 100),
        adqt={"background_noise", "loudness", "silence"}, speech_quality={"speech", "level", "noise", "silence"},
        sox={"quiet", "noise", "silence"}),
    Row("room T60 0.7 s, direct 0 dB, SNR 45", lambda t: sound.room(t.recorded(), t.rng, 0.7, 0), {"reverberant"}, (100, 0),
        adqt={"metallic"}),
    Row("room T60 0.7 s, direct 0 dB", lambda t: sound.room(t.anywhere(), t.rng, 0.7, 0), {"reverberant"}, (97, 0),
        adqt={"metallic"}),
    Row("room T60 0.7 s, direct +5 dB", lambda t: sound.room(t.anywhere(), t.rng, 0.7, 5), {"reverberant"}, (89, 0),
        adqt={"metallic"}),
]

LOST = [
    *(Row(f"zeros of {ms} ms", lambda t, ms=ms: silenced(t.recorded(), ms), {"dropout-silent"}, (100, 100))
      for ms in (3, 5, 10, 20)),
    *(Row(f"repeat of {ms} ms", lambda t, ms=ms: repeated(t.recorded(), ms), {"dropout-repeat"}, (100, 100),
          adqt={"repetition"}) for ms in (3, 5, 10, 20)),
    Row("start cut 50 ms into speech", lambda t: edge(t, -50, True), {"start-cut"}, (100, 100)),
    Row("start cut 80 ms into speech", lambda t: edge(t, -80, True), {"start-cut"}, goal=(98, 92)),
    Row("end cut 80 ms into speech", lambda t: edge(t, -80, False), {"end-cut"}, goal=(97, 90)),
    Row("end cut 100 ms into speech", lambda t: edge(t, -100, False), {"end-cut"}, (100, 97), (95, 93)),
    *(Row(f"trimmed, then {name} cut by 80 ms", lambda t, cut=cut: trimmed(t, "first sound", *cut), {check}, goal=(goal, 0))
      for name, cut, check, goal in (("start", (80, 0), "start-cut", 88), ("end", (0, 80), "end-cut", 70))),
    # Nothing of a word is lost there; but nobody trims one side alone.
    Row("lead of 0 ms", lambda t: edge(t, 0, True), {"start-cut"}, (100, 100), (97, 0)),
    Row("lead of 2.5 s", lambda t: t.recorded(lead=2.5), {"lead-silence-long"}, (100, 0), **EDGE),
    Row("trail of 2.5 s", lambda t: t.recorded(trail=2.5), {"trail-silence-long"}, (100, 0), **EDGE),
]

BANDS = [
    Row("8 kHz to 48 kHz, filtered", lambda t: (sound.up(low_rate(t), 6), 48_000), {"narrowband"}, (100, 100), **NARROW),
    Row("8 kHz to 16 kHz, steep filter", lambda t: sound.steep(low_rate(t), 8000, RATE), {"narrowband"}, (100, 100),
        **NARROW),
    Row("the same, then noise at 50 dB",
        lambda t: sound.with_noise(x := sound.steep(low_rate(t), 8000, RATE), t.power, 50, t.noise("pink", len(x))),
        {"narrowband"}, (100, 100), **NARROW),
    Row("8 kHz to 16 kHz, linear", lambda t: sound.linear(sound.down(t.anywhere(), 2), 2), {"narrowband"}, (100, 100),
        **NARROW),
    Row("8 kHz to 48 kHz, linear", lambda t: (sound.linear(sound.down(t.anywhere(), 2), 6), 48_000), {"narrowband"},
        (100, 100), **NARROW),
    *(Row(f"8 kHz to 16 kHz, linear, then noise at {snr} dB", lambda t, snr=snr: noisy_line(t, snr), {"narrowband"},
          (found, 0), (goal, 0), **NARROW) for snr, found, goal in ((40, 100, 100), (35, 95, 95), (30, 85, 85), (25, 53, 80))),
    Row("16 kHz to 48 kHz, steep filter", lambda t: (sound.steep(t.anywhere(), RATE, 48_000), 48_000), BAND, (100, 0),
        **NARROW),
    Row("16 kHz to 48 kHz, soft filter", lambda t: (sound.up(t.anywhere(), 3), 48_000), BAND, (100, 0), **NARROW),
]

READING = [
    Row("half read, speaker unknown", lambda t: reading(t, 0.5), SHORT, (81, 64), (90, 64), reads=True, **TEXT),
    Row("half read, speaker known", lambda t: reading(t, 0.5), SHORT, (100, 100), heard="known", reads=True, **TEXT),
    Row("first 70 % read, speaker unknown", lambda t: reading(t, 0.7), SHORT, (31, 6), reads=True, **TEXT),
    Row("first 70 % read, speaker known", lambda t: reading(t, 0.7), SHORT, (75, 47), (85, 47), heard="known", reads=True,
        **TEXT),
    Row("the same recording twice, speaker unknown", twice, LONG, (100, 100), reads=True, **TEXT),
    Row("the same recording twice, speaker known", twice, LONG, (100, 100), heard="known", reads=True, **TEXT),
    Row("read twice, two recordings, speaker unknown", twice, LONG, (91, 91), reads=True, pairs=True, **TEXT),
]

COPY = dict(ids={"duplicate-near"}, heard="copy")


def noisier(take, snr, kind="white"):
    x = take.recorded()
    return sound.with_noise(x, take.power, snr, take.noise(kind, len(x)))


def faster(take, share):
    x = take.recorded()
    return np.interp(np.arange(0, len(x) - 1, 1 + share), np.arange(len(x)), x)


COPIES = [
    Row("copy, quieter", lambda t: t.recorded() * 0.3, study=(100, 0), **COPY),
    Row("copy, cut by 0.4 s", lambda t: t.recorded()[6_400:], study=(100, 0), **COPY),
    Row("copy at 8 kHz", lambda t: (sound.down(t.recorded(), 2), 8_000), study=(100, 0), **COPY),
    Row("copy through MP3", lambda t: sound.mp3(t.recorded()), **COPY),
    Row("copy through Opus, 12 kbit/s", lambda t: sound.opus(t.recorded(), 12), **COPY),
    Row("copy, 2 % faster", lambda t: faster(t, 0.02), study=(96, 0), **COPY),
    *(Row(f"copy with white noise at {snr} dB", lambda t, snr=snr: noisier(t, snr), study=(study, 0), **COPY)
      for snr, study in ((20, 99), (15, None), (10, 64))),
    Row("copy with pink noise at 20 dB", lambda t: noisier(t, 20, "pink"), study=(99, 0), **COPY),
    Row("the same text read again, no copy", lambda t, other: t.recorded(), kind="clean", pairs=True, study=(0, 0), **COPY),
]

ROWS = CLEAN + LOUDNESS + BACKGROUND + LOST + BANDS + READING + COPIES
