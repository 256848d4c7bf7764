"""Builds a tree of each layout, imports it, and compares with what the layout's own readers find.

usage: layouts.py BOOTH WORK NEMO_DIR

WORK/speech holds one.wav to four.wav. The readers are lhotse's recipes (LJSpeech, LibriSpeech, MLS, VCTK, Common Voice,
Kaldi), NeMo's LazyNeMoIterator, Python's csv and json for the tables that Piper and Hugging Face read with them, and
pyarrow and datasets for Parquet.
"""

import csv
import io
import json
import logging
import subprocess
import sys
from pathlib import Path

import datasets
import lhotse
import pyarrow
import pyarrow.parquet
import soundfile
from lhotse.kaldi import load_kaldi_data_dir
from lhotse.recipes.commonvoice import _parse_utterance
from lhotse.recipes.librispeech import prepare_librispeech
from lhotse.recipes.ljspeech import prepare_ljspeech
from lhotse.recipes.mls import prepare_mls
from lhotse.recipes import speechcommands
from lhotse.recipes.vctk import prepare_vctk

from loaders import nemo_iterator

BOOTH, WORK, NEMO = sys.argv[1], Path(sys.argv[2]).resolve(), Path(sys.argv[3]).resolve()
NAMES = ["one", "two", "three", "four"]
TEXTS = ["please wake me up at seven", "turn on the light", "the weather will be fine", "play some quiet music"]
CLIPS = [soundfile.read(WORK / "speech" / f"{name}.wav", dtype="int16") for name in NAMES]


def put(path, which):
    """Writes a clip, in the format that the ending says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, *CLIPS[which], subtype="PCM_16")


def say(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def booth(code, *args):
    run = subprocess.run([BOOTH, *map(str, args)], capture_output=True, text=True)
    assert run.returncode == code, f"{args}: exit code {run.returncode}\n{run.stdout[-2000:]}\n{run.stderr[-2000:]}"
    return run.stdout


def of_lhotse(recordings, supervisions, text=lambda one: one.text):
    """Text, count of samples and speaker of each supervision, by its id; times become samples as lhotse rounds them."""
    found = {}
    for one in supervisions:
        recording = recordings[one.recording_id]
        whole = one.start == 0 and one.duration == recording.duration
        count = lhotse.utils.compute_num_samples
        samples = recording.num_samples if whole else count(one.duration, recording.sampling_rate)
        found[one.id] = (text(one), samples, one.speaker)
    return found


def taken(recordings):
    """The kept takes of all sessions: path, part, text, text as printed, frames, speaker."""
    for session in sorted(recordings.glob("imported-*")):
        speaker = json.loads((session / "session.json").read_text())["speaker"]["id"]
        for line in (session / "takes.jsonl").read_text(encoding="utf-8").splitlines():
            event = json.loads(line)
            if event["event"] == "take":
                origin = event["origin"]
                yield origin["path"], origin.get("part"), event["text"], event.get("printed"), event["frames"], speaker


def goes(layout, root, expected, speaker=None, key=lambda path, part: Path(path).stem, printed=None, table=None):
    """Imports what lies in `root`, compares it with `expected` (key to text, samples, speaker), packs and verifies it."""
    into, corpus = WORK / f"{root.name}-recordings", WORK / f"{root.name}-corpus"
    args = ["import", table or root, "--into", into, "--locale", "en-US", "--ids", "names", "--json",
            "--consent-statement", "Synthetic speech of a test"] + (["--speaker", speaker] if speaker else [])
    lines = [json.loads(line) for line in booth(0, *args).splitlines()]
    assert lines[0]["type"] == "seen" and lines[0]["layout"] == layout and not lines[0]["asked"], lines[0]
    assert lines[-1]["imported"] == len(expected) and lines[-1]["failed"] == 0, lines[-1]
    mine = {}
    for path, part, text, raw, frames, who in taken(into):
        mine[key(path, part)] = (text, frames, who)
        if printed:
            assert (raw or text) == printed[key(path, part)], (path, raw)
    assert {one: of[:2] for one, of in mine.items()} == {one: of[:2] for one, of in expected.items()}, (mine, expected)
    # Pseudonyms are ours; who is the same as whom is theirs.
    pairs = {(mine[one][2], expected[one][2]) for one in mine}
    assert len(pairs) == len({ours for ours, _ in pairs}) == len({theirs for _, theirs in pairs}), pairs
    check = subprocess.run([BOOTH, "check", into, "--json"], capture_output=True, text=True)
    takes = [line for line in check.stdout.splitlines() if json.loads(line)["type"] == "take"]
    assert check.returncode in (0, 1) and len(takes) == len(expected), check.stderr
    booth(0, "pack", into, "--out", corpus, "--min-verdict", "reject", "--json")
    booth(0, "verify", corpus)
    rows = [json.loads(line) for line in (corpus / "catalogue.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted(row["text"] for row in rows) == sorted(of[0] for of in expected.values())
    print(f"layouts: {layout}, {len(expected)} recordings of {root.name} as its readers find them")


def plain():
    root = WORK / "pairs"
    for which, text in enumerate(TEXTS):
        put(root / f"en/{which}.wav", which)
        say(root / f"en/{which}.txt", text + "\n")
    goes("pairs", root, {str(i): (text, len(CLIPS[i][0]), "a") for i, text in enumerate(TEXTS)}, speaker="a1")


def ljspeech():
    root = WORK / "LJSpeech-1.1"
    rows = [f"LJ{i}|Mr. No: {text}|Mister No: {text}" for i, text in enumerate(TEXTS)]
    for i in range(4):
        put(root / f"wavs/LJ{i}.wav", i)
    say(root / "metadata.csv", "\n".join(rows) + "\n")
    theirs = prepare_ljspeech(root)
    both = theirs["recordings"], theirs["supervisions"]
    read = of_lhotse(*both, text=lambda one: one.custom["normalized_text"])
    raw = {one: of[0] for one, of in of_lhotse(*both).items()}
    goes("ljspeech", root, read, speaker="lj1", printed=raw)


def piper():
    """As piper-recording-studio exports, with Python's csv.writer, and as Piper reads: with csv.reader, speakers in the middle."""
    root = WORK / "piper"
    for i in range(4):
        put(root / f"wav/General/{i}.wav", i)
    texts = ['say "stop" | now', *TEXTS[1:]]
    with open(root / "metadata.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="|")
        for i, text in enumerate(texts):
            writer.writerow([f"General/{i}.wav", "anna" if i < 2 else "ben", text])
    with open(root / "metadata.csv", encoding="utf-8") as file:
        rows = list(csv.reader(file, delimiter="|"))
    theirs = {Path(name).stem: (text, len(CLIPS[int(Path(name).stem)][0]), who) for name, who, text in rows}
    goes("ljspeech", root, theirs)


def common_voice():
    root = WORK / "cv-corpus/en"
    names = ["client_id", "path", "sentence_id", "sentence", "sentence_domain", "up_votes", "down_votes", "age", "gender",
             "accents", "variant", "locale", "segment"]
    lines = ["\t".join(names)]
    for i, text in enumerate(TEXTS):
        put(root / f"clips/common_voice_en_{i}.flac", i)
        lines.append("\t".join([f"client{i % 2}", f"common_voice_en_{i}.flac", "x", f'"{text}', "", "2", "0", "", "", "", "", "en", ""]))
    say(root / "validated.tsv", "\n".join(lines) + "\n")
    with open(root / "validated.tsv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [_parse_utterance(root, "en", row) for row in rows]
    recordings = lhotse.RecordingSet.from_recordings(one for one, _ in found)
    goes("common-voice", root, of_lhotse(recordings, [two for _, two in found]))


def librispeech():
    root = WORK / "LibriSpeech"
    for speaker, chapter, whiches in (("84", "121", (0, 1)), ("174", "50", (2, 3))):
        folder = root / f"dev-clean/{speaker}/{chapter}"
        names = [f"{speaker}-{chapter}-{i:04d}" for i in range(len(whiches))]
        for name, which in zip(names, whiches):
            put(folder / f"{name}.flac", which)
        texts = [f"{name} {TEXTS[which].upper()}" for name, which in zip(names, whiches)]
        say(folder / f"{speaker}-{chapter}.trans.txt", "\n".join(texts) + "\n")
    theirs = prepare_librispeech(root, dataset_parts=["dev-clean"])["dev-clean"]
    goes("librispeech", root, of_lhotse(theirs["recordings"], theirs["supervisions"]))


def mls():
    root = WORK / "mls"
    for i, split in enumerate(("test", "dev", "train")):
        folder = root / f"mls_english/{split}"
        put(folder / f"audio/{i}0/1/{i}0_1_000000.flac", i)
        say(folder / "transcripts.txt", f"{i}0_1_000000\t{TEXTS[i]}\n")
    say(root / "mls_english/metainfo.txt", "".join(f"{i}0 | F | x | 1 | y | z\n" for i in range(3)))
    theirs = prepare_mls(root, opus=False)["english"]
    expected = {}
    for split in theirs.values():
        expected |= of_lhotse(split["recordings"], split["supervisions"])
    assert len(expected) == 3
    goes("librispeech", root, expected)


def vctk():
    root = WORK / "VCTK-Corpus"
    for i, text in enumerate(TEXTS):
        speaker = f"p22{5 + i % 2}"
        put(root / f"wav48/{speaker}/{speaker}_00{i}.wav", i)
        say(root / f"txt/{speaker}/{speaker}_00{i}.txt", text + "\n")
    say(root / "speaker-info.txt", "ID  AGE  GENDER  ACCENTS  REGION\n225  23  F  English  South\n226  22  M  English  Surrey\n")
    theirs = prepare_vctk(root)
    goes("vctk", root, of_lhotse(theirs["recordings"], theirs["supervisions"]))


def kaldi():
    root = WORK / "kaldi"
    for i in range(2):
        put(root / f"wav/r{i}.wav", i)
    data = root / "data/train"
    say(data / "wav.scp", f"r0 {root}/wav/r0.wav\nr1 {root}/wav/r1.wav\n")
    say(data / "segments", "a-1 r0 0.1 0.73\na-2 r0 0.9 1.6123\nb-1 r1 0.00 1.005\n")
    say(data / "text", f"a-1 {TEXTS[0]}\na-2 {TEXTS[1]}\nb-1 {TEXTS[2]}\n")
    say(data / "utt2spk", "a-1 a\na-2 a\nb-1 b\n")
    recordings, supervisions, _ = load_kaldi_data_dir(data, sampling_rate=CLIPS[0][1])
    parts = {(f"wav/{one.recording_id}.wav", round(one.start * 1e6)): one.id for one in supervisions}
    goes("kaldi", root, of_lhotse(recordings, supervisions), key=lambda path, part: parts[path, part["start_us"]])


def nemo():
    root = WORK / "nemo"
    lines = []
    for i, text in enumerate(TEXTS):
        put(root / f"wavs/{i}.wav", i)
        line = {"audio_filepath": f"wavs/{i}.wav", "duration": len(CLIPS[i][0]) / CLIPS[i][1], "text": text, "speaker": f"s{i % 2}"}
        lines.append(json.dumps(line | ({"offset": 0.25, "duration": 0.5} if i == 3 else {})))
    say(root / "train_manifest.json", "\n".join(lines) + "\n")
    theirs = {}
    for cut in lhotse.CutSet(nemo_iterator(NEMO)(str(root / "train_manifest.json"))):
        samples = cut.load_audio().shape[1]
        theirs[Path(cut.recording.sources[0].source).stem] = (cut.supervisions[0].text, samples, cut.custom["speaker"])
    assert len(theirs) == 4
    goes("nemo", root, theirs)


def hugging_face():
    root = WORK / "audiofolder"
    for i in range(4):
        put(root / f"{'train' if i < 3 else 'test'}/{i}.wav", i)
    with open(root / "train/metadata.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file_name", "transcription", "speaker_id"])
        for i in range(3):
            writer.writerow([f"{i}.wav", f'{TEXTS[i]}, "{i}"', i % 2])
    say(root / "test/metadata.jsonl", json.dumps({"file_name": "3.wav", "transcription": TEXTS[3], "speaker_id": 1}) + "\n")
    with open(root / "train/metadata.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    rows.append(json.loads((root / "test/metadata.jsonl").read_text()))
    theirs = {Path(row["file_name"]).stem: row for row in rows}
    theirs = {one: (row["transcription"], len(CLIPS[int(one)][0]), str(row["speaker_id"])) for one, row in theirs.items()}
    goes("huggingface", root, theirs)


def embedded(rows):
    """Text, count of samples and speaker of rows with audio files inside, by their names."""
    found = {}
    for text, audio, who in rows:
        samples = len(soundfile.read(io.BytesIO(audio["bytes"]))[0])
        found[Path(audio["path"]).stem] = (text, samples, who)
    return found


def audio_bytes(which, ending):
    file = io.BytesIO()
    soundfile.write(file, *CLIPS[which], format=ending, subtype="PCM_16")
    return {"bytes": file.getvalue(), "path": f"clips/{which}.{ending}"}


def hugging_face_shards():
    """Two shards as datasets writes them, read back by datasets."""
    root = WORK / "datasets"
    features = datasets.Features({
        "audio": datasets.Audio(decode=False), "sentence": datasets.Value("string"),
        "speaker": datasets.ClassLabel(names=["anna", "ben"]), "words": datasets.List(datasets.Value("string")),
    })
    rows = [{"audio": audio_bytes(i, "flac"), "sentence": text, "speaker": i % 2, "words": text.split()} for i, text in enumerate(TEXTS)]
    # Cast, since an audio file is only encoded by a codec that is not installed.
    made = datasets.Dataset.from_list(rows).cast(features)
    (root / "data").mkdir(parents=True)
    for i in range(2):
        made.shard(2, i).to_parquet(root / f"data/train-{i:05d}-of-00002.parquet")
    files = [str(path) for path in sorted(root.glob("data/*.parquet"))]
    theirs = datasets.load_dataset("parquet", data_files=files, split="train", cache_dir=str(WORK / "cache"))
    theirs = theirs.cast_column("audio", datasets.Audio(decode=False))
    names = theirs.features["speaker"].names
    goes("huggingface", root, embedded((row["sentence"], row["audio"], names[row["speaker"]]) for row in theirs))


def parquet_shards():
    """Shards as pyarrow writes them, in each of its compressions and kinds of pages, read back by pyarrow."""
    struct = pyarrow.struct([("bytes", pyarrow.binary()), ("path", pyarrow.string())])
    ways = [dict(compression="snappy"), dict(compression="zstd", data_page_version="2.0"), dict(compression="gzip", use_dictionary=False),
            dict(compression="lz4", data_page_size=100), dict(compression="none", version="1.0")]
    for number, way in enumerate(ways):
        root = WORK / f"pyarrow-{number}"
        (root / "deep").mkdir(parents=True)
        table = pyarrow.table({
            "id": pyarrow.array(range(4), pyarrow.int64()), "speech": pyarrow.array([audio_bytes(i, "wav") for i in range(4)], struct),
            "text": pyarrow.array(TEXTS, pyarrow.large_string()), "speaker_id": pyarrow.array([7, 8, 7, 8], pyarrow.uint16()),
            "score": pyarrow.array([0.5, None, 1.25, 2.0], pyarrow.float32()),
        })
        pyarrow.parquet.write_table(table, root / "deep/a.parquet", row_group_size=3, write_batch_size=1, **way)
        theirs = pyarrow.parquet.read_table(root / "deep/a.parquet").to_pylist()
        goes("huggingface", root, embedded((row["text"], row["speech"], str(row["speaker_id"])) for row in theirs))


def parquet_table():
    root = WORK / "parquet-table"
    for i in range(4):
        put(root / f"clips/{i}.wav", i)
    table = pyarrow.table({"file_name": [f"clips/{i}.wav" for i in range(4)], "transcription": TEXTS, "speaker": ["a", "b", "a", "b"]})
    pyarrow.parquet.write_table(table, root / "metadata.parquet")
    theirs = pyarrow.parquet.read_table(root / "metadata.parquet").to_pylist()
    theirs = {Path(row["file_name"]).stem: row for row in theirs}
    goes("huggingface", root, {one: (row["transcription"], len(CLIPS[int(one)][0]), row["speaker"]) for one, row in theirs.items()})


def mimic():
    root = WORK / "audio_files"
    lines = [f"{i}.wav|{text}|{len(text)}" for i, text in enumerate(TEXTS)]
    for i in range(4):
        put(root / f"7af1/{i}.wav", i)
    say(root / "7af1/7af1-metadata.txt", "\n".join(lines) + "\n")
    goes("mimic", root, {str(i): (text, len(CLIPS[i][0]), "7af1") for i, text in enumerate(TEXTS)})


def speech_commands():
    root = WORK / "speech_commands_v0.02"
    paths = [f"{word}/{speaker}_nohash_{i}.wav" for i, (word, speaker) in enumerate(
        [("yes", "0a7c"), ("no", "0a7c"), ("yes", "1b2d"), ("no", "1b2d")])]
    for i, path in enumerate(paths):
        put(root / path, i)
    put(root / "_background_noise_/tap.wav", 0)
    recordings, supervisions = speechcommands._prepare_train("2", paths, WORK)
    name = lambda path, part: path.replace("/", "_").removesuffix(".wav")
    goes("folders", root, of_lhotse(recordings, supervisions), key=name)


def main():
    logging.disable(logging.WARNING)
    for one in (plain, ljspeech, piper, common_voice, librispeech, mls, vctk, kaldi, nemo, hugging_face,
                hugging_face_shards, parquet_shards, parquet_table, mimic, speech_commands):
        one()


if __name__ == "__main__":
    main()
