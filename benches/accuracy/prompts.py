"""Real prompts with their texts: Debian's Asterisk voices as 16 kHz G.722, each by one professional speaker.

Limits were chosen on en and fr (`tune`); es, it and ru are voices that they were not chosen on (`test`).
"""

import gzip
import pathlib
import random
import re
import subprocess

import numpy
import soundfile

RATE = 16_000
SOUNDS = pathlib.Path("/usr/share/asterisk/sounds")
DOCUMENTS = pathlib.Path("/usr/share/doc")
FOLDERS = {
    "en": "en_US_f_Allison", "fr": "fr_CA_f_June", "es": "es_MX_f_Allison", "it": "it_IT_m_Carlo",
    "ru": "ru_RU_f_IvrvoiceRU",
}
LOCALES = {"en": "en-US", "fr": "fr-CA", "es": "es-MX", "it": "it-IT", "ru": "ru-RU"}
SETS = {"tune": ("en", "fr"), "test": ("es", "it", "ru")}
# Recordings that do not hold what the text says in one language or more: a sentence is missing, a gloss or the next entry
# stands in the text. Found by their reading times, and left out of the study for it.
WRONG_TEXT = {"vm-mismatch", "confbridge-muted", "confbridge-mute-extended", "vm-tempremoved"}
SHORTEST_S, LONGEST_S = 1.0, 20.0


class Stop(Exception):
    """Something is missing, told to the user as it is."""


class Prompt:
    """One recorded prompt; `said` says whether its text can be held against the reading time."""

    def __init__(self, language, key, text, path):
        self.language, self.key, self.text, self.path = language, key, text, path
        self.said = sum(c.isalpha() for c in text) >= 10 and not any(c.isdigit() for c in text)

    def samples(self):
        return soundfile.read(self.path, dtype="float64")[0]


def listed(language):
    """Returns (key, text) of all prompts with words to say, in the order of the list."""
    path = DOCUMENTS / f"asterisk-core-sounds-{language}/core-sounds-{language}.txt.gz"
    if not path.exists():
        raise Stop(f"{path} is missing; run scripts/setup.sh accuracy")
    found = []
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            key, colon, text = line.partition(":")
            key, text = key.strip(), text.strip()
            # Tones, beeps and stage directions have no words to say.
            if line.startswith(";") or not colon or not text or re.search(r"[\[\]<>()]", text):
                continue
            if key not in WRONG_TEXT:
                found.append((key, text))
    return found


def decode(jobs):
    """Makes WAV of raw G.722, many files in each call, as starting ffmpeg costs more than decoding."""
    jobs = [(source, target) for source, target in jobs if not target.exists()]
    for start in range(0, len(jobs), 100):
        some = jobs[start : start + 100]
        command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y"]
        for source, _ in some:
            command += ["-f", "g722", "-i", str(source)]
        for number, (_, target) in enumerate(some):
            target.parent.mkdir(parents=True, exist_ok=True)
            command += ["-map", str(number), "-c:a", "pcm_s16le", f"{target}.part.wav"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            raise Stop(f"ffmpeg: {done.stderr[-500:]}")
        for _, target in some:
            pathlib.Path(f"{target}.part.wav").rename(target)


def voice(language, data):
    """Returns the prompts of a language from 1 to 20 s, shuffled by a fixed seed, each recording once."""
    folder, jobs = SOUNDS / FOLDERS[language], []
    for key, text in listed(language):
        source = folder / f"{key}.g722"
        # One byte holds two samples.
        if source.exists() and SHORTEST_S <= source.stat().st_size / 8000 <= LONGEST_S:
            jobs.append((key, text, source, data / "prompts" / language / f"{key.replace('/', '-')}.wav"))
    if not jobs:
        raise Stop(f"no prompts in {folder}; run scripts/setup.sh accuracy")
    decode([(source, target) for _, _, source, target in jobs])
    found, seen = [], set()
    for key, text, source, target in jobs:
        sound = source.read_bytes()
        if sound not in seen:
            seen.add(sound)
            found.append(Prompt(language, key, text, target))
    random.Random(f"booth {language}").shuffle(found)
    return found


def second_readings(prompts):
    """Returns pairs of prompts of one voice that say the same text in two recordings."""
    by_text = {}
    for prompt in sorted(prompts, key=lambda prompt: prompt.key):
        by_text.setdefault(re.sub(r"\W+", " ", prompt.text.lower()).strip(), []).append(prompt)
    pairs = []
    for same in by_text.values():
        for one, other in zip(same[::2], same[1::2]):
            a, b = one.samples(), other.samples()
            # A shared recording that was only cut otherwise is no second reading.
            if one.said and abs(numpy.log(len(a) / len(b))) < 0.4 and not alike(a, b):
                pairs.append((one, other))
    return pairs


def alike(a, b):
    """Says whether one is a copy of the other, at any delay and gain."""
    size = 1 << (len(a) + len(b)).bit_length()
    product = numpy.fft.irfft(numpy.fft.rfft(a, size) * numpy.conj(numpy.fft.rfft(b, size)), size)
    return numpy.abs(product).max() > 0.8 * numpy.sqrt(numpy.sum(a * a) * numpy.sum(b * b))
