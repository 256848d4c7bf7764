"""Loads a corpus that has every manifest format with each format's own loader. usage: formats.py CORPUS VENV WORK

lhotse reads its own manifests, LJSpeech and Common Voice; Hugging Face datasets the AudioFolder, by itself and by the card;
SpeechBrain its JSON; NeMo its SLU manifest; torchaudio's own classes the trees of Speech Commands and LJSpeech, with nothing
but its decoder and downloads replaced. For MASSIVE, SLURP, Piper, MFA and openWakeWord the rules of their readers stand here, with
Python's json, csv and ast and scipy as they use them.
"""

import ast
import csv
import json
import os
import sys
import types
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CORPUS, VENV, WORK = (Path(argument).resolve() for argument in sys.argv[1:4])
os.environ.update(HF_DATASETS_DISABLE_PROGRESS_BARS="1", HF_HOME=str(WORK / "hf"), HF_HUB_OFFLINE="1", HF_DATASETS_OFFLINE="1")

import lhotse
import scipy.io.wavfile
import soundfile
from lhotse.recipes import commonvoice
from lhotse.recipes.ljspeech import prepare_ljspeech

from loaders import nemo_iterator

ROWS = [json.loads(line) for line in (CORPUS / "catalogue.jsonl").read_text(encoding="utf-8").splitlines()]
BY_ID = {row["id"]: row for row in ROWS}
SPLITS = ["train", "dev", "test"]
LOCALES = sorted({row["locale"] for row in ROWS})
LEFT_OUT = json.loads((CORPUS / "corpus.json").read_text(encoding="utf-8")).get("left_out_of", {})


def frames(path):
    """How many samples a file has, all of them decoded."""
    return len(soundfile.read(path, dtype="int16")[0])


def same(name, found, wanted=None, text=lambda row: row["text"]):
    """Compares id to (text, samples) with the rows that the format can hold, and their number with what is left out."""
    wanted = ROWS if wanted is None else wanted
    expected = {row["id"]: (text(row), row["frames"]) for row in wanted}
    differing = {id: (found.get(id), expected.get(id)) for id in found.keys() | expected.keys() if found.get(id) != expected.get(id)}
    assert not differing, f"{name}: {differing}"
    left = sum(LEFT_OUT.get(name, {}).values())
    assert len(found) + left == len(ROWS), f"{name}: {len(found)} and {left} of {len(ROWS)}"
    print(f"{name}: {len(found)} utterances, {left} left out")


def read_json_lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def of_lhotse():
    os.chdir(CORPUS)
    found = {}
    for split in SPLITS:
        load = lambda kind: lhotse.load_manifest(f"lhotse/{kind}_{split}.jsonl")
        lhotse.validate_recordings_and_supervisions(load("recordings"), load("supervisions"), read_data=True)
        for cut in load("cuts"):
            lhotse.validate(cut, read_data=True)
            row, supervision = BY_ID[cut.id], cut.supervisions[0]
            assert row["split"] == split and supervision.language == row["locale"] and supervision.speaker == row["speaker"]
            assert supervision.gender == row["gender"], supervision
            custom = supervision.custom
            assert custom.get("intent") == row["intent"] and custom.get("slots", []) == row["slots"], custom
            assert custom["prompt_id"] == row["prompt"]
            found[cut.id] = (supervision.text, cut.load_audio().shape[1])
    same("lhotse", found)


def of_audiofolder():
    import datasets

    # It asks for an encoder before it sees that there is nothing to encode: what it gets is a path.
    sys.modules["torchcodec"] = types.ModuleType("torchcodec")
    sys.modules["torchcodec.encoders"] = types.ModuleType("torchcodec.encoders")
    sys.modules["torchcodec.encoders"].AudioEncoder = None
    names = {"train": "train", "dev": "validation", "test": "test"}
    # By itself, and the whole corpus by its card.
    for data in (datasets.load_dataset("audiofolder", data_dir=str(CORPUS / "audiofolder")), datasets.load_dataset(str(CORPUS))):
        assert sorted(data) == sorted(names.values()), data
        found = {}
        for split, name in names.items():
            for one in data[name].cast_column("audio", datasets.Audio(decode=False)):
                row = BY_ID[one["id"]]
                assert row["split"] == split and one["annotated"] == (row["annotated"] or row["text"])
                assert one["intent"] == (row["intent"] or "") and one["gender"] == (row["gender"] or "")
                found[one["id"]] = (one["text"], frames(one["audio"]["path"]))
        same("audiofolder", found)


def package(name, folder):
    """Makes a package of which no part runs until it is imported."""
    module = types.ModuleType(name)
    module.__path__ = [str(folder)]
    sys.modules[name] = module
    return module


def of_speechbrain():
    for name in ("speechbrain", "speechbrain.dataio", "speechbrain.utils"):
        package(name, VENV / "speechbrain" / name.replace(".", "/"))
    from speechbrain.dataio.dataset import DynamicItemDataset

    found = {}
    for split in SPLITS:
        data = DynamicItemDataset.from_json(str(CORPUS / f"speechbrain/{split}.json"), replacements={"data_root": str(CORPUS)})
        data.set_output_keys(["id", "wav", "words", "duration", "spk_id"])
        for item in data:
            row = BY_ID[item["id"]]
            assert row["split"] == split and item["duration"] == row["duration"] and item["spk_id"] == row["speaker"]
            found[item["id"]] = (item["words"], frames(item["wav"]))
    same("speechbrain", found)


def of_piper():
    found = {}
    for locale in LOCALES:
        table = CORPUS / "piper" / locale / "metadata.csv"
        # As its dataset.py opens and reads it; the text is the last column, and audio lies below the folder of the table.
        with open(table, "r", encoding="utf-8") as file:
            for row in csv.reader(file, delimiter="|"):
                assert len(row) == 3 and BY_ID[Path(row[0]).stem]["speaker"] == row[1], row
                found[Path(row[0]).stem] = (row[-1], frames(table.parent / row[0]))
    same("piper", found, [row for row in ROWS if row["split"] == "train"])


def torchaudio_classes():
    """torchaudio's own classes; where they decode they get the path in place of the sound."""
    top = package("torchaudio", VENV / "torchaudio/torchaudio")
    top.load = lambda path: (path, None)
    sys.modules["torchaudio._internal"] = types.ModuleType("torchaudio._internal")
    sys.modules["torchaudio._internal"].download_url_to_file = None
    package("torchaudio.datasets", VENV / "torchaudio/torchaudio/datasets")
    utils = types.ModuleType("torchaudio.datasets.utils")
    utils._extract_tar = None
    utils._load_waveform = lambda root, path, rate: os.path.join(root, path)
    sys.modules["torchaudio.datasets.utils"] = utils
    from torchaudio.datasets.fluentcommands import FluentSpeechCommands
    from torchaudio.datasets.ljspeech import LJSPEECH
    from torchaudio.datasets.speechcommands import SPEECHCOMMANDS

    return FluentSpeechCommands, LJSPEECH, SPEECHCOMMANDS


def of_fluent(reader):
    triples = [row for row in ROWS if (row["intent"] or "").count("__") == 2]
    found = {}
    for locale in sorted({row["locale"] for row in triples}):
        for split, subset in {"train": "train", "dev": "valid", "test": "test"}.items():
            wanted = [row for row in triples if (row["locale"], row["split"]) == (locale, split)]
            data = reader(CORPUS / "fluent" / locale, subset=subset) if wanted else []
            assert len(data) == len(wanted), f"fluent: {len(data)} of {len(wanted)} of {locale} in {split}"
            for at in range(len(data)):
                path, rate, name, speaker, text, action, place, location = data.get_metadata(at)
                row = BY_ID[Path(name).stem]
                assert (row["speaker"], row["split"], row["rate"]) == (speaker, split, rate), name
                assert [action, place, location] == [part.replace("_", " ") for part in row["intent"].split("__")], name
                found[row["id"]] = (text, frames(CORPUS / "fluent" / locale / "fluent_speech_commands_dataset" / path))
    same("fluent", found, triples)


def ljspeech_folders():
    return [(locale, split, CORPUS / "ljspeech" / locale / split) for locale in LOCALES for split in SPLITS
            if (CORPUS / "ljspeech" / locale / split).exists()]


def of_ljspeech():
    found = {}
    for _, _, folder in ljspeech_folders():
        made = prepare_ljspeech(folder)
        samples = {one.id: one.num_samples for one in made["recordings"]}
        found |= {one.id: (one.text, samples[one.id]) for one in made["supervisions"]}
    same("ljspeech", found, [row for row in ROWS if "|" not in row["text"]])


def of_ljspeech_by_torchaudio(reader):
    found = {}
    for locale, split, _ in ljspeech_folders():
        for path, _, text, normalised in reader(CORPUS / "ljspeech" / locale, url=split, folder_in_archive="wavs"):
            assert text == normalised and BY_ID[Path(path).stem]["split"] == split
            found[Path(path).stem] = (text, frames(path))
    same("ljspeech", found, [row for row in ROWS if "|" not in row["text"]])


def of_common_voice():
    # Threads in place of processes, which would each load torch anew.
    commonvoice.ProcessPoolExecutor = lambda max_workers, mp_context: ThreadPoolExecutor(max_workers)
    found = {}
    for locale in LOCALES:
        splits = [split for split in SPLITS if any((row["locale"], row["split"]) == (locale, split) for row in ROWS)]
        made = commonvoice.prepare_commonvoice(CORPUS / "common-voice", WORK / "cv", languages=[locale], splits=splits)
        for split in splits:
            samples = {one.id: one.num_samples for one in made[locale][split]["recordings"]}
            for one in made[locale][split]["supervisions"]:
                row = BY_ID[one.id]
                assert row["split"] == split and one.gender == {"female": "female_feminine", "male": "male_masculine"}[row["gender"]]
                found[one.id] = (one.text, samples[one.id])
        for line in (CORPUS / "common-voice" / locale / "clip_durations.tsv").read_text().splitlines()[1:]:
            clip, ms = line.split("\t")
            assert abs(int(ms) - 1000 * BY_ID[Path(clip).stem]["duration"]) <= 0.5
    same("common-voice", found)


def of_mfa():
    found = {}
    for label in (CORPUS / "mfa").glob("*/*/*.lab"):
        row = BY_ID[label.stem]
        assert (label.parent.parent.name, label.parent.name) == (row["locale"], row["speaker"])
        found[label.stem] = (label.read_text(encoding="utf-8").strip(), frames(label.with_suffix(".wav")))
    same("mfa", found)


def massive_slots(line):
    """The words of each slot, as create_hf_dataset.py finds them for languages that have spaces."""
    slots, label = [], None
    for chunk in line["annot_utt"].split():
        if chunk.startswith("["):
            label = chunk[1:]
            slots.append((label, []))
        elif label and chunk != ":":
            slots[-1][1].append(chunk.rstrip("]"))
            label = None if chunk.endswith("]") else label
    return [(name, " ".join(words)) for name, words in slots]


def meant(row):
    return row["intent"] is not None


def of_massive():
    found = {}
    for locale in LOCALES:
        for line in read_json_lines(CORPUS / f"massive/data/{locale}.jsonl"):
            row = BY_ID[line["utterance_id"]]
            assert (line["partition"], line["locale"], line["intent"]) == (row["split"], row["locale"], row["intent"])
            assert line["intent"] == f"{line['scenario']}_{line['intent'].split('_', 1)[1]}" and "," not in line["utt"]
            if locale != "ja-JP":
                assert massive_slots(line) == [(slot["name"], slot["value"]) for slot in row["slots"]], line
            found[row["id"]] = (row["text"], frames(CORPUS / line["recordings"][0]))
    same("massive", found, list(filter(meant, ROWS)))


def of_slurp():
    found = {}
    for locale in LOCALES:
        folder = CORPUS / "slurp" / locale
        metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
        for split, name in (("train", "train"), ("dev", "devel"), ("test", "test")):
            path = folder / f"{name}.jsonl"
            for line in read_json_lines(path) if path.exists() else []:
                file = line["recordings"][0]["file"]
                row = BY_ID[Path(file).stem.removeprefix("audio-")]
                assert row["split"] == split and f"{line['scenario']}_{line['action']}" == row["intent"]
                # As the scorer makes fillers of spans.
                fillers = [" ".join(line["tokens"][at]["surface"] for at in entity["span"]) for entity in line["entities"]]
                assert [(entity["type"], filler) for entity, filler in zip(line["entities"], fillers)] == [
                    (slot["name"], slot["value"]) for slot in row["slots"]], line
                entry = metadata[str(line["slurp_id"])]
                assert entry["recordings"][file]["usrid"][0] == row["gender"][0].upper()
                found[row["id"]] = (entry["sentence_original"], frames(folder / "slurp_real" / file))
    same("slurp", found, list(filter(meant, ROWS)))


def of_nemo_slu():
    reader, found = nemo_iterator(VENV / "nemo"), {}
    for split in SPLITS:
        for cut in lhotse.CutSet(reader(str(CORPUS / f"nemo-slu/{split}_manifest.json"))):
            lhotse.validate(cut, read_data=True)
            row = BY_ID[cut.custom["utterance_id"]]
            meaning = ast.literal_eval(cut.supervisions[0].text)
            assert row["split"] == split and f"{meaning['scenario']}_{meaning['action']}" == row["intent"]
            assert meaning["entities"] == [{"type": slot["name"], "filler": slot["value"].lower()} for slot in row["slots"]]
            found[row["id"]] = (cut.custom["transcript"], cut.load_audio().shape[1])
    same("nemo-slu", found, list(filter(meant, ROWS)))


def is_wake(row):
    return row["intent"] in ("wake_word", "wake_negative")


def of_speech_commands(reader):
    found = {}
    by_place = {(row["speaker"], os.stat(CORPUS / row["audio"]).st_ino): row for row in ROWS}
    for subset, split in (("training", "train"), ("validation", "dev"), ("testing", "test")):
        for path, rate, label, speaker, _ in reader(CORPUS, "speech-commands", "", subset=subset):
            row = by_place[speaker, os.stat(path).st_ino]
            assert row["split"] == split and rate == row["rate"]
            spoken = "".join(c for c in row["text"].lower() if c not in ",!、 ")
            assert label.replace("_", "") == spoken, label
            found[row["id"]] = (row["text"], frames(path))
    same("speech-commands", found, list(filter(is_wake, ROWS)))


def of_openwakeword():
    found = {}
    for part, split in (("train", "train"), ("test", "dev")):
        for kind, intent in (("positive", "wake_word"), ("negative", "wake_negative")):
            for clip in (CORPUS / "openwakeword").glob(f"*/{kind}_{part}/*.wav"):
                row = BY_ID[clip.stem]
                assert (row["split"], row["intent"], row["locale"]) == (split, intent, clip.parent.parent.name)
                rate, samples = scipy.io.wavfile.read(clip)
                assert rate == 16000
                found[row["id"]] = (row["text"], len(samples))
    same("openwakeword", found, [row for row in ROWS if is_wake(row) and row["split"] != "test"])


def main():
    assert len(ROWS) == 13 * 7, len(ROWS)
    assert {row["split"] for row in ROWS} == set(SPLITS) and len(LOCALES) == 3
    texts = "".join(row["text"] for row in ROWS)
    assert all(character in texts for character in "\"|{$") and any(row["slots"] for row in ROWS)
    # What stands at two places is one file.
    links = [path for path in CORPUS.rglob("*.wav") if not path.is_relative_to(CORPUS / "audio")]
    inodes = {os.stat(CORPUS / row["audio"]).st_ino for row in ROWS}
    assert links and all(os.stat(path).st_ino in inodes for path in links)
    of_lhotse()
    of_audiofolder()
    of_piper()
    of_common_voice()
    of_ljspeech()
    of_mfa()
    of_massive()
    of_slurp()
    of_nemo_slu()
    of_openwakeword()
    # What follows replaces parts of torchaudio, after which lhotse would take it for there.
    fluent, ljspeech, speech_commands = torchaudio_classes()
    of_fluent(fluent)
    of_ljspeech_by_torchaudio(ljspeech)
    of_speech_commands(speech_commands)
    of_speechbrain()


if __name__ == "__main__":
    main()
