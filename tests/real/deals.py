"""What deals of the shipped sheet bring, and what a choice from a pile covers (tests/real/deals.sh).

usage: deals.py BOOTH SHEET WORK

Oracles, each made here from the words alone: the sentences that two readers share, readings of each intent, sentences of test that are in
train, sounds by other programs; for the choice, distinct pairs of letters against a random choice of as many lines.
"""

import itertools
import json
import random
import re
import subprocess
import sys
import time
import unicodedata
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pykakasi
from pypinyin import Style, pinyin

booth, sheet, work = sys.argv[1], sys.argv[2], Path(sys.argv[3])
# Filipino is written as it is said; Indonesian letters are said nearly so.
VOICES = {"en-US": "en-us", "fr-FR": "fr", "es-MX": "es-419", "de-DE": "de", "it-IT": "it", "pt-BR": "pt-br", "hi-IN": "hi", "bn-BD": "bn",
          "ur-PK": "ur", "fil-PH": "id", "ru-RU": "ru", "tr-TR": "tr", "ar-EG": "ar"}
LOCALES = [*VOICES, "ja-JP", "zh-CN"]
# A sound of the language is one that the words of the sheet have in so many places; what is rarer stands in names and loanwords, or is a
# variant that one of the programs writes.
PLACES = 40
FEW = 5


def lines(*command):
    run = subprocess.run([booth, *command, "--json"], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


def sounds(texts, locale):
    """The sounds of each text."""
    if locale == "zh-CN":
        for text in texts:
            initials = {one[0] for one in pinyin(text, style=Style.INITIALS, strict=False)}
            finals = {"-" + one[0] for one in pinyin(text, style=Style.FINALS, strict=False)}
            tones = {"tone" + one[0][-1] for one in pinyin(text, style=Style.TONE3, neutral_tone_with_five=True)}
            yield {one for one in initials | finals | tones if re.fullmatch(r"[a-z]+|-[a-zü]+|tone[1-5]", one)}
    elif locale == "ja-JP":
        kakasi = pykakasi.kakasi()
        for text in texts:
            kana = "".join(part["hira"] for part in kakasi.convert(text))
            yield set(re.findall("[ぁ-ゖ][ゃゅょぁぃぅぇぉ]?", kana))
    else:
        told = "\n".join(text.rstrip(".?!؟۔।") + "." for text in texts)
        run = subprocess.run(["espeak-ng", "-q", "--ipa", "--sep=_", "-v", VOICES[locale]], input=told, capture_output=True, text=True, check=True)
        for line in run.stdout.splitlines():
            yield {sound for sound in re.split(r"[_\s]+", re.sub("[ˈˌ.]", "", line)) if sound and not sound.startswith("(")}


def folded(text):
    return "".join(letter for letter in text.casefold() if unicodedata.category(letter)[0] in "LMN")


def measure(locale, stopping):
    rows = lines("prompts", "deal", sheet, "--locale", locale, "--speakers", "50", "--each", "60", "--stopping", str(stopping), "--seed", "7")
    dealt = [row for row in rows if row["type"] == "dealt"]
    told = next(row for row in rows if row["type"] == "forecast")
    read = {}
    for row in dealt:
        read.setdefault(row["speaker"], []).append(row)
    texts = {speaker: {folded(row["text"]) for row in own} for speaker, own in read.items()}
    for speaker, own in read.items():
        assert len(own) == len(texts[speaker]), f"{locale}: {speaker} reads a sentence twice"
    shares = [len(texts[a] & texts[b]) / min(len(texts[a]), len(texts[b])) for a, b in itertools.combinations(read, 2)]
    # Who stopped after two sentences has a half in common with somebody soon.
    half = [share for share, (a, b) in zip(shares, itertools.combinations(read, 2)) if min(len(read[a]), len(read[b])) >= 30]
    intents = Counter(row["intent"] for row in dealt)
    test = [f"s{number}" for number in range(5, 51, 5)]
    trained = {folded(row["text"]) for speaker, own in read.items() if speaker not in test for row in own if row["pool"] != "eval-only"}
    in_test = [row for speaker in test for row in read.get(speaker, [])]
    unseen = [folded(row["text"]) not in trained for row in in_test]
    held = [folded(row["text"]) not in trained for row in in_test if row["pool"] == "eval-only"]
    assert held and all(held), f"{locale}: a sentence for evaluation only is in train"
    counts = Counter(sound for found in sounds([row["text"] for row in dealt], locale) for sound in found)
    figures = {
        "locale": locale, "stopping": stopping, "readings": len(dealt), "texts": len({folded(row["text"]) for row in dealt}),
        "common": round(sum(shares) / len(shares), 4), "most": round(max(half), 4),
        "intents": (len(intents), min(intents.values()), max(intents.values())),
        "unseen": round(sum(unseen) / len(unseen), 3), "held": len(held),
        "rare": sorted((count, sound) for sound, count in counts.items() if count < FEW), "letters": told["rare"],
    }
    assert told["readings"] == len(dealt) and told["texts"] == figures["texts"], (told["texts"], figures)
    assert abs(told["common_mean"] - figures["common"]) < 0.001 and abs(told["unseen"] - figures["unseen"]) < 0.01, (told, figures)
    return figures, counts


def whole(locale):
    """All places of the sheet where a sound can be: its sentences, and its values."""
    rows = lines("prompts", "show", sheet, "--locale", locale)
    texts = [row["text"] for row in rows if row["type"] == "prompt"]
    values = Path(sheet, "values", f"{locale}.tsv").read_text().splitlines()[1:]
    texts += [line.split("\t")[1].replace("[", "").replace("]", "") for line in values]
    texts += [re.sub(r"\{[^}]*\}", " ", row["text"]) for row in rows if row["type"] == "template"]
    return Counter(sound for found in sounds(texts, locale) for sound in found), len(texts)


def deals(locale):
    places, _ = whole(locale)
    out = []
    for stopping in (0, 10):
        figures, counts = measure(locale, stopping)
        count, least, most = figures["intents"]
        assert count == 67, figures
        if stopping == 0:
            assert figures["readings"] == 3000 and most - least <= 2, figures
        assert figures["common"] <= 0.06 and figures["most"] <= 0.25, figures
        assert not figures["letters"], figures
        missing = {sound: places[sound] for sound in places if places[sound] >= PLACES and counts[sound] < FEW}
        assert not missing, f"{locale}: sounds of the language that are rarely dealt: {missing}"
        least_sound = min(counts[sound] for sound in places if places[sound] >= FEW)
        figures["least"] = least_sound
        out.append(figures)
    return out


def choice():
    """A hundred thousand lines: the sentences of a crowd of readers in English, many of them alike."""
    seen, pile = set(), []
    rows = lines("prompts", "deal", sheet, "--locale", "en-US", "--speakers", "130", "--each", "1000")
    for row in rows:
        if row["type"] == "dealt" and row["text"] not in seen:
            seen.add(row["text"])
            pile.append(row["text"])
    dice = random.Random(5)
    words = sorted({word for text in pile for word in text.rstrip(".?").split()})
    while len(pile) < 100_000:
        text = " ".join(dice.choice(words) for _ in range(dice.randint(2, 14))) + "."
        if text not in seen:
            seen.add(text)
            pile.append(text)
    dice.shuffle(pile)
    pile = pile[:100_000]
    (work / "pile.txt").write_text("\n".join(pile) + "\n")
    began = time.monotonic()
    rows = lines("prompts", "select", str(work / "pile.txt"), "--locale", "en-US", "-n", "500", "--max-words", "14")
    took = time.monotonic() - began
    chosen = [row["text"] for row in rows if row["type"] == "chosen"]
    assert len(chosen) == len(set(chosen)) == 500 and set(chosen) <= seen

    def pairs(texts):
        counts = Counter()
        for text in texts:
            letters = [letter for letter in text.casefold() if letter.isalpha()]
            counts.update(set(zip(letters, letters[1:])))
        return counts

    everything, ours = pairs(pile), pairs(chosen)
    by_chance = [pairs(random.Random(seed).sample(pile, 500)) for seed in range(20)]
    best = max(len(found) for found in by_chance)
    few = lambda found: sum(count >= FEW for count in found.values())
    print(f"select: 500 of 100,000 lines in {took:.1f} s; {len(ours)} of {len(everything)} pairs of letters, {few(ours)} in five places or more; of twenty "
          f"choices by chance the best has {best}, and {max(few(found) for found in by_chance)}")
    assert len(ours) > best and few(ours) > max(few(found) for found in by_chance)


def main():
    with ThreadPoolExecutor(2) as pool:
        for found in pool.map(deals, LOCALES):
            for one in found:
                count, least, most = one["intents"]
                stopped = f", {one['stopping']} stopped" if one["stopping"] else ""
                print(f"deals: {one['locale']}{stopped}: {one['readings']} readings, {one['texts']} different; two readers share {100 * one['common']:.1f} % "
                      f"(most {100 * one['most']:.1f}); {count} intents, {least} to {most} each; of test {100 * one['unseen']:.0f} % unseen in train, "
                      f"of {one['held']} for evaluation only all; least sound {one['least']} times; rarer than {FEW}: "
                      f"{' '.join(f'{sound} {count}' for count, sound in one['rare']) or 'none'}")
    choice()


main()
