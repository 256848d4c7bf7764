"""Loads the formats that embed audio with their real loaders and compares every row with the catalogue.

usage: containers.py CORPUS NEMO_DIR

Hugging Face Parquet goes through pyarrow and, where it is installed, `datasets` (all configurations); WebDataset through
webdataset; Shar and NeMo's tarred manifests through lhotse and NeMo's own LazyNeMoTarredIterator.
"""

import hashlib
import importlib.util
import io
import json
import os
import struct
import sys
import tarfile
from pathlib import Path

import numpy as np
import soundfile

sys.path.insert(0, str(Path(__file__).parent))


def has(module):
    return importlib.util.find_spec(module) is not None


def frames(wav):
    return soundfile.info(io.BytesIO(wav)).frames


def same_audio(row, audio):
    """WAV is the file of the catalogue, byte for byte; FLAC has its samples, as libsndfile reads them."""
    if EMBED == "wav":
        assert hashlib.sha256(audio).hexdigest() == row["sha256"], f"{row['id']}: other audio"
    else:
        assert audio[:4] == b"fLaC", row["id"]
        assert np.array_equal(samples(io.BytesIO(audio)), samples(CORPUS / row["audio"])), f"{row['id']}: other samples"
    assert frames(audio) == row["frames"], f"{row['id']}: {frames(audio)} frames"


def samples(file):
    return soundfile.read(file, dtype="int32")[0]


def parquet(corpus, rows):
    import pyarrow as pa
    import pyarrow.parquet as pq

    seen = {}
    for file in sorted(corpus.glob("parquet/*/*.parquet")):
        schema = pq.read_schema(file)
        features = json.loads(schema.metadata[b"huggingface"])["info"]["features"]
        assert features["audio"]["_type"] == "Audio" and set(features) == set(schema.names), file
        assert schema.field("audio") == pa.field("audio", pa.struct([("bytes", pa.binary()), ("path", pa.string())])), file
        locale, split = file.parent.name, file.name.split("-")[0].replace("validation", "dev")
        for record in pq.read_table(file).to_pylist():
            row = rows[record["id"]]
            assert (row["locale"], row["split"]) == (locale, split), record["id"]
            same_audio(row, record["audio"]["bytes"])
            assert record["audio"]["path"] == f"{row['id']}.{EMBED}"
            for key in ("text", "printed", "normalised", "annotated", "intent", "domain", "locale", "speaker", "gender", "age", "accent",
                        "native_language", "sheet", "prompt", "repetition", "session", "duration", "verdict", "licence"):
                assert record[key] == row[key], f"{row['id']}: {key} is {record[key]!r}"
            assert record["snr_db"] == row["source"]["snr_db"]
            slots = [{"slot": slot["name"], "value": slot["value"]} for slot in row["slots"]]
            assert record["slots"] == slots, f"{row['id']}: slots are {record['slots']}"
            assert seen.setdefault(record["id"], file) is file, f"{record['id']} is there twice"
    assert set(seen) == set(rows)
    print(f"pyarrow: {len(seen)} rows of parquet")


def datasets(corpus, rows, cache):
    from datasets import Audio, get_dataset_config_names, load_dataset

    locales = sorted({row["locale"] for row in rows.values()})
    assert sorted(get_dataset_config_names(str(corpus))) == sorted(["all", *locales])
    for name in [None, *locales]:
        loaded = load_dataset(str(corpus), name, cache_dir=cache)
        wanted = {key: row for key, row in rows.items() if name in (None, row["locale"])}
        count = 0
        for split, data in loaded.items():
            assert type(data.features["audio"]).__name__ == "Audio", data.features
            for record in data.cast_column("audio", Audio(decode=False)):
                row = wanted[record["id"]]
                assert row["split"] == ("dev" if split == "validation" else split)
                assert (record["text"], record["speaker"]) == (row["text"], row["speaker"])
                same_audio(row, record["audio"]["bytes"])
                count += 1
        assert count == len(wanted), f"datasets {name}: {count} of {len(wanted)}"
        print(f"datasets: {count} rows of {name or 'the default'}")


def webdataset(corpus, rows):
    import webdataset

    seen = set()
    for file in sorted(corpus.glob("webdataset/*/*.tar")):
        for sample in webdataset.WebDataset(str(file), shardshuffle=False):
            row = rows[sample["__key__"]]
            assert {key for key in sample if not key.startswith("__")} == {"json", "txt", EMBED}, sample.keys()
            about = json.loads(sample["json"])
            assert (about["text"], about["speaker"], about["slots"]) == (row["text"], row["speaker"], row["slots"])
            assert sample["txt"].decode("utf-8") == row["text"]
            assert (row["locale"], row["split"]) == (file.parent.name, file.name.split("-")[0])
            same_audio(row, sample[EMBED])
            assert row["id"] not in seen
            seen.add(row["id"])
    assert seen == set(rows)
    print(f"webdataset: {len(seen)} samples")


def check_cuts(name, cuts, rows, seen):
    import lhotse

    for cut in cuts:
        lhotse.validate(cut, read_data=True)
        supervision = cut.supervisions[0]
        row = rows[Path(supervision.recording_id).stem if supervision.recording_id not in rows else supervision.recording_id]
        assert cut.load_audio().shape == (1, row["frames"]), f"{name}: {row['id']}"
        # NeMo keeps what lhotse has a field for among the rest.
        said = (supervision.text, supervision.speaker or cut.custom["speaker"])
        assert said == (row["text"], row["speaker"]), f"{name}: {row['id']}: {said}"
        assert row["id"] not in seen
        seen.add(row["id"])


def check_index(folder):
    """The index of Lhotse 2, by the rules of its `create_jsonl_index` and `create_tar_index`; by itself where that is installed."""
    import lhotse

    for index in sorted((folder.parents[1] / "index" / folder.parent.name / folder.name).iterdir()):
        file = folder / index.stem
        if index.stem.endswith(".tar"):
            with tarfile.open(file) as archive:
                begins = [member.offset for member in archive][::2]
        else:
            lines = file.read_bytes().splitlines(keepends=True)
            begins = [sum(map(len, lines[:at])) for at in range(len(lines))]
        wanted = [*begins, file.stat().st_size]
        assert list(struct.unpack(f"<{len(wanted)}Q", index.read_bytes())) == wanted, index
    if int(lhotse.__version__.split(".")[0]) >= 2:
        by_place = lhotse.CutSet.from_shar(in_dir=folder, indexed=True, index_path=index.parent)
        streamed = list(lhotse.CutSet.from_shar(in_dir=folder))
        for at in reversed(range(len(streamed))):
            assert by_place[at].id == streamed[at].id
            assert np.array_equal(by_place[at].load_audio(), streamed[at].load_audio())
        print(f"lhotse {lhotse.__version__}: {len(streamed)} cuts by their places")


def shar(corpus, rows):
    import lhotse

    seen = set()
    for folder in sorted(corpus.glob("shar/*/*")):
        if folder.parent.name != "index":
            check_cuts("shar", lhotse.CutSet.from_shar(in_dir=folder), rows, seen)
            check_index(folder)
    assert seen == set(rows)
    print(f"shar: {len(seen)} cuts")


def nemo(corpus, rows, nemo_dir):
    import lhotse
    from loaders import nemo_adapters

    iterator = nemo_adapters(nemo_dir).LazyNeMoTarredIterator
    seen = set()
    for folder in sorted(corpus.glob("nemo-tarred/*/*")):
        last = len(list(folder.glob("audio_*.tar"))) - 1
        manifests = [str(folder / f"sharded_manifests/manifest_{number}.json") for number in range(last + 1)]
        tars = [str(folder / f"audio_{number}.tar") for number in range(last + 1)]
        check_cuts("nemo-tarred", lhotse.CutSet(iterator(manifests, tars)), rows, seen)
        whole = [json.loads(line) for line in (folder / "tarred_audio_manifest.json").read_text("utf-8").splitlines()]
        shards = [[json.loads(line) for line in Path(path).read_text("utf-8").splitlines()] for path in manifests]
        assert whole == [line for shard in shards for line in shard], folder
    assert seen == set(rows)
    print(f"nemo-tarred: {len(seen)} clips")


def main():
    global CORPUS, EMBED
    corpus, nemo_dir = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    CORPUS, EMBED = corpus, json.loads((corpus / "corpus.json").read_text())["settings"].get("embed", "wav")
    os.environ["HF_HUB_OFFLINE"] = os.environ["HF_DATASETS_OFFLINE"] = "1"
    lines = (corpus / "catalogue.jsonl").read_text(encoding="utf-8").splitlines()
    rows = {row["id"]: row for row in map(json.loads, lines)}
    if has("pyarrow"):
        parquet(corpus, rows)
    if has("datasets"):
        datasets(corpus, rows, sys.argv[3] if len(sys.argv) > 3 else None)
    if has("webdataset"):
        webdataset(corpus, rows)
    if has("lhotse"):
        shar(corpus, rows)
        nemo(corpus, rows, nemo_dir)


if __name__ == "__main__":
    main()
