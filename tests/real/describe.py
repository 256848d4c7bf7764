"""Reads the descriptions of a corpus with the programs that they are for. usage: describe.py CORPUS WORK; describe.py --bag BAG

mlcroissant loads every record, and from Parquet every clip; Frictionless holds every row against its schema; the client of the
Mozilla Data Collective takes the fields of its form, parses the schema and loads the archives; bagit.py validates a bag. Rows, texts
and numbers of samples are compared with the catalogue one by one.
"""

import io
import json
import math
import sys
import tarfile
import warnings
import wave
from pathlib import Path


def rows_of(corpus):
    lines = (corpus / "catalogue.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


def plain(value):
    """A value as JSON has it: mlcroissant gives texts as bytes, and what is missing as NaN or None."""
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if isinstance(value, list):
        return [plain(one) for one in value]
    return None if value is None or value != value else value


def same(found, wanted):
    # pandas reads numbers to the last bit but one.
    is_close = isinstance(found, float) and isinstance(wanted, float) and math.isclose(found, wanted, rel_tol=1e-15)
    return is_close or (type(found), found) == (type(wanted), wanted)


def samples(audio):
    with wave.open(io.BytesIO(audio)) as clip:
        frames = clip.getnframes()
        assert len(clip.readframes(frames)) == frames * clip.getsampwidth()
        return frames


def croissant(corpus, rows):
    import mlcroissant

    dataset = mlcroissant.Dataset(jsonld=str(corpus / "croissant.json"))
    issues = dataset.metadata.ctx.issues
    assert not issues.warnings and not issues.errors, (issues.warnings, issues.errors)
    seen = set()
    for record in dataset.records("utterances"):
        found = {key.split("/", 1)[1]: plain(value) for key, value in record.items()}
        row = dict(rows[found["id"]])
        row.update({f"source_{key}": value for key, value in row.pop("source").items()})
        row.update({f"clip_{key}": value for key, value in row.pop("clip").items()})
        slots = row.pop("slots")
        row.update({f"slots_{key}": [slot[key] for slot in slots] for key in ("name", "value", "start", "end")})
        differing = {key: (found.get(key), row.get(key)) for key in found.keys() | row.keys() if not same(found.get(key), row.get(key))}
        assert not differing, differing
        seen.add(found["id"])
    assert seen == set(rows), f"{len(seen)} of {len(rows)}"
    splits = {plain(record["splits/name"]): plain(record["splits/url"]) for record in dataset.records("splits")}
    assert set(splits) == {row["split"] for row in rows.values()} and all("cr:" in url or "croissant" in url for url in splits.values()), splits
    heard = {}
    for record in dataset.records("clips"):
        row = rows[plain(record["clips/id"])]
        assert plain(record["clips/text"]) == row["text"]
        heard[row["id"]] = samples(record["clips/audio"])
    assert heard == {id: row["frames"] for id, row in rows.items()}
    print(f"mlcroissant: {len(seen)} records, {len(heard)} clips, no warning")


def frictionless(corpus, rows):
    from frictionless import Package, validate

    report = validate(str(corpus / "datapackage.json"))
    assert report.valid and not report.warnings, report.to_summary()
    package = Package(str(corpus / "datapackage.json"))
    found = package.get_resource("catalogue").read_rows()
    assert [row["id"] for row in found] == list(rows)
    for row in found:
        given, wanted = row.to_dict(), rows[row["id"]]
        assert list(given) == list(wanted), given
        assert (given["text"], given["frames"], given["source"]) == (wanted["text"], wanted["frames"], wanted["source"]), given
        assert float(given["duration"]) == wanted["duration"] and given["slots"] == wanted["slots"]
    # It is held to its hash, so that another catalogue is no part of the package.
    place = corpus / "catalogue.jsonl"
    good = place.read_bytes()
    place.write_bytes(good.replace(b'"take":1,', b'"take":2,', 1))
    assert not validate(str(corpus / "datapackage.json")).valid
    place.write_bytes(good)
    print(f"frictionless: {len(found)} rows")


def mdc(corpus, rows, work):
    from datacollective.models import DatasetSubmission, License
    from datacollective.schema import _parse_schema
    from datacollective.schema_loaders.registry import _load_dataset_from_schema

    seen = set()
    warnings.simplefilter("error")
    for folder in sorted((corpus / "mdc").iterdir()):
        fields = json.loads((folder / "submission.json").read_text(encoding="utf-8"))
        submission = DatasetSubmission(**fields)
        assert (submission.locale, submission.task.value) == (folder.name, "ASR")
        assert License(submission.licenseAbbreviation) is License.CC_BY_4_0 and submission.visibility.value == "public"
        for name in ("dataset", "sample"):
            place = work / folder.name / name
            with tarfile.open(folder / f"{name}.tar.gz", "r:gz") as archive:
                members = archive.getmembers()
                assert all(member.isfile() and member.mtime == 0 and member.uid == 0 for member in members)
                for member in members:
                    target = (place / member.name).resolve()
                    assert target.is_relative_to(place.resolve()), member.name
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(archive.extractfile(member).read())
            schema = _parse_schema(place / "schema.yaml")
            table = _load_dataset_from_schema(schema, place)
            wanted = {id: row for id, row in rows.items() if row["locale"] == folder.name}
            for _, record in table.iterrows():
                row = wanted[record["utterance_id"]]
                assert (record["transcription"], record["speaker_id"], record["split"]) == (row["text"], row["speaker"], row["split"])
                assert samples(Path(record["audio_path"]).read_bytes()) == row["frames"]
                assert Path(record["audio_path"]).is_relative_to(place)
            ids = list(table["utterance_id"])
            if name == "dataset":
                assert ids == list(wanted) and len(members) == 2 + len(ids)
                seen.update(ids)
            else:
                assert len(set(ids)) == len(ids) == min(20, len(wanted))
    assert seen == set(rows)
    print(f"datacollective: {len(seen)} rows in {len(list((corpus / 'mdc').iterdir()))} archives and their samples")


def bag(folder):
    import bagit

    bag = bagit.Bag(str(folder))
    bag.validate()
    files = [path for path in (folder / "data").rglob("*") if path.is_file()]
    total = sum(path.stat().st_size for path in files)
    assert bag.info["Payload-Oxum"] == f"{total}.{len(files)}", bag.info
    assert bag.version == "1.0" and set(bag.algorithms) == {"sha256"}
    assert (bag.info["Source-Organization"], bag.info["Bagging-Date"]) == ('The Voices: "A & B"', "2026-11-30"), bag.info
    print(f"bagit: {len(files)} files")


if sys.argv[1] == "--bag":
    bag(Path(sys.argv[2]))
else:
    corpus, work = Path(sys.argv[1]), Path(sys.argv[2])
    rows = rows_of(corpus)
    croissant(corpus, rows)
    frictionless(corpus, rows)
    mdc(corpus, rows, work)
