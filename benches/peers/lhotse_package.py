"""lhotse: recordings to cuts, resampled, saved with their manifest. usage: lhotse_package.py CLIPS OUT"""

import pathlib
import sys

from lhotse import CutSet, Recording, RecordingSet

clips, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
out.mkdir(parents=True)
recordings = RecordingSet.from_recordings(
    Recording.from_file(path, recording_id=f"{path.parent.name}-{path.stem}") for path in sorted(clips.rglob("*.wav"))
)
cuts = CutSet.from_manifests(recordings=recordings).resample(16_000)
cuts.save_audios(out / "audio", format="wav", progress_bar=False).to_file(out / "cuts.jsonl")
