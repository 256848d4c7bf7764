"""Loads a corpus with the loaders of real trainers and counts. usage: loaders.py CORPUS NEMO_DIR

Kaldi directories go through lhotse's reader, NeMo manifests through NeMo's own LazyNeMoIterator; both then have
every clip decoded and its samples counted. NEMO_DIR holds the unpacked nemo_toolkit wheel; of NeMo only its logger,
its object-store test and its expansion of braces in paths are replaced, since they pull in gigabytes of models.
"""

import json
import logging
import os
import sys
import types
from pathlib import Path

import lhotse
from lhotse.kaldi import load_kaldi_data_dir


def nemo_adapters(nemo_dir):
    """Imports NeMo's own readers of manifests."""
    for name in ("nemo", "nemo.collections", "nemo.collections.common", "nemo.collections.common.data",
                 "nemo.collections.common.data.lhotse", "nemo.collections.common.parts",
                 "nemo.collections.common.parts.preprocessing"):
        module = types.ModuleType(name)
        module.__path__ = [str(Path(nemo_dir, *name.split(".")))]
        sys.modules[name] = module
    utils = types.ModuleType("nemo.utils")
    utils.__path__ = [str(Path(nemo_dir, "nemo", "utils"))]
    utils.logging = logging.getLogger("nemo")
    data_utils = types.ModuleType("nemo.utils.data_utils")
    data_utils.is_datastore_path = lambda path: False
    data_utils.DataStoreObject = data_utils.get_datastore_object = None
    # A path without braces stands for itself; the original lives in the package of models.
    audio_to_text = types.ModuleType("nemo.collections.asr.data.audio_to_text")
    audio_to_text.expand_sharded_filepaths = lambda paths, *_, **__: [paths] if isinstance(paths, str) else list(paths)
    for name in ("nemo.collections.asr", "nemo.collections.asr.data"):
        sys.modules[name] = types.ModuleType(name)
    sys.modules[audio_to_text.__name__] = audio_to_text
    sys.modules["nemo.utils"], sys.modules["nemo.utils.data_utils"] = utils, data_utils
    from nemo.collections.common.data.lhotse import nemo_adapters as adapters

    return adapters


def nemo_iterator(nemo_dir):
    return nemo_adapters(nemo_dir).LazyNeMoIterator


def main():
    corpus, nemo_dir = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    rows = [json.loads(line) for line in (corpus / "catalogue.jsonl").read_text(encoding="utf-8").splitlines()]
    by_split = {}
    for row in rows:
        by_split.setdefault(row["split"], {})[row["id"]] = row
    lazy_nemo = nemo_iterator(nemo_dir)
    os.chdir(corpus)  # Kaldi paths are relative to the corpus
    total = 0
    for split, wanted in sorted(by_split.items()):
        rate = next(iter(wanted.values()))["rate"]
        recordings, supervisions, _ = load_kaldi_data_dir(f"kaldi/{split}", sampling_rate=rate)
        lhotse.validate_recordings_and_supervisions(recordings, supervisions, read_data=True)
        seen = {s.id: (s.text, s.speaker) for s in supervisions}
        assert seen == {i: (r["text"], r["speaker"]) for i, r in wanted.items()}, f"kaldi {split}: other texts or speakers"

        count = 0
        for cut in lhotse.CutSet(lazy_nemo(f"nemo/{split}_manifest.json")):
            lhotse.validate(cut, read_data=True)
            samples = cut.load_audio()
            row = wanted[Path(cut.recording.sources[0].source).stem]
            assert samples.shape == (1, row["frames"]), f"nemo {split}: {row['id']} has {samples.shape}"
            assert cut.supervisions[0].text == row["text"], f"nemo {split}: {row['id']} has another text"
            count += 1
        assert count == len(wanted), f"nemo {split}: {count} of {len(wanted)}"
        total += count
        print(f"{split}: {count} utterances by lhotse's Kaldi reader and by NeMo's iterator")
    assert total == len(rows)
    print(f"loaders: {total} utterances, all decoded")


if __name__ == "__main__":
    main()
